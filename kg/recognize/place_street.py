"""Streets that bear common words (建设路, 学院南路), and house numbers."""

from __future__ import annotations

import re

from kg.recognize.place_atlas import Atlas
from kg.recognize.scan import Scan

SIDES = "东南西北中"
"""Parts of a road that bears a place's name: 南京西路."""

STREETS = ("路", "街", "大街", "大道", "巷")
CALLED_ROADS = frozenset(
    "人民 解放 建设 和平 新华 文化 胜利 团结 民主 青年 光明 友谊 红旗 劳动 体育 迎宾 中山 环城 滨江 江滨 沿江 滨海 滨河 世纪".split()
)
"""Common words that roads everywhere are called."""

HOUSE = re.compile(r"[0-9一二三四五六七八九十百]+(?:弄[0-9]+)?号(?:院|楼)?(?:[0-9]+(?:号楼|栋|幢|单元|室|层|楼))*")


def house_number(text: str, end: int) -> int:
    """The end of the house number behind a road (中山路12号), else the same end."""
    match = HOUSE.match(text, end)
    return match.end() if match else end


def street_start(scan: Scan, atlas: Atlas, end: int) -> int | None:
    """Where the word begins that names a street before its side (学院+南路), None where no noun is there."""
    start, _, tag = scan.words[scan.word_at[end - 1]] if end else (0, 0, "")
    word = scan.text[start:end]
    noun = len(word) > 1 and tag[:1] == "n" and word not in atlas.borders and word not in atlas.stop
    return start if noun or word in CALLED_ROADS else None


def is_street(text: str, name: str, head: int, end: int) -> bool:
    """Is the common word the name of a street: one that streets everywhere are called, or one with a house number?"""
    if text[head:end] not in STREETS:
        return False
    called = name in CALLED_ROADS or (name[-1] in SIDES and name[:-1] in CALLED_ROADS)
    return called or house_number(text, end) > end
