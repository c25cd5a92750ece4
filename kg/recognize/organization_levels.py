"""Bodies of several levels or of every place of a kind (省市纪委, 县三级应急指挥部): no single body has such a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.organization_gap import Border
from kg.recognize.organization_head import Head
from kg.recognize.organization_unit import Unit
from kg.recognize.organization_units import ANCHORS
from kg.recognize.scan import Scan

LEVELS = frozenset("省市县区州镇乡")
PLACES = frozenset("两地 三地 四地 五地 多地 各地 两市 三市 两县 三县 两区 三省 两省".split())
SEVERAL_LEVELS = ("两级", "三级", "四级", "各级", "多级")


PARTIES = frozenset("中共 共青团 民革 民盟 民建 民进 农工党 致公党 台盟 九三学社 中国共产党".split())
"""They have committees in every place: 共青团甲省委."""
INSIDE = re.compile("内(?![政务外陆地部科蒙河江阁贸需容丘黄乡])")
LEAGUE = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=[和与由及在向对为从日经]))团$")
"""The short form of 共青团 before a place: 由|团甲省委."""


def of_many(text: str, units: Sequence[Unit]) -> bool:
    """Are they the bodies of levels (县|三级) or of all 乡镇?"""
    if units[0].kind in ("place", "level") and INSIDE.match(text, units[0].end):
        return True  # 甲省内海关
    levels = units[0].kind == "level" and text.startswith(SEVERAL_LEVELS, units[0].end)
    if any(text[u.start : u.end] in PLACES for u in units[1:]):
        return True  # 甲、乙两地地震局
    return levels or text[units[-1].start : units[-1].end] == "乡镇"


def of_levels(text: str, units: Sequence[Unit], head: Head) -> bool:
    """Do several levels stand side by side, or one before 省委 and the like?"""
    bare = (u for left, u in zip((None, *units), units, strict=False) if left is None or left.kind == "level")
    levels = "".join(text[u.start : u.end] for u in bare if u.kind == "level")
    return len(levels.replace("自治区", "区")) + (head.strength == "bare" and text[head.start] in LEVELS) > 1


def of_level(scan: Scan, units: Sequence[Unit], head: Head) -> Border:
    """省委 alone, or with the places and the party right before it."""
    start = head.start
    kind = ""
    for unit in reversed(units):
        if unit.kind not in ANCHORS or (unit.kind == "body" and scan.text[unit.start : unit.end] not in PARTIES):
            break
        start, kind = unit.start, unit.kind
    start -= kind == "place" and LEAGUE.search(scan.text, max(0, start - 2), start) is not None
    return (start, f"{kind}+head", 2.0) if kind else (start, "head", 1.5)
