"""Foreign names that no gazetteer has and no head ends: told by their characters and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.recognize.place_atlas import ABROAD, Atlas, Span
from kg.recognize.place_composed import is_foreign
from kg.recognize.place_names import INTRODUCED
from kg.recognize.scan import Scan

LEAST = 3
WHERE = ("在", "于", "赴", "到", "抵达")
HAPPENED = (
    "举行",
    "举办",
    "召开",
    "开幕",
    "闭幕",
    "落幕",
    "启动",
    "开赛",
    "发生",
    "会晤",
    "会谈",
    "出席",
    "参加",
    "开始",
    "进行",
)
NAMES = ("nr", "nz", "ns")
"""The first letters of jieba's tags of words that are pieces of foreign names."""


def foreign_spans(
    scan: Scan, atlas: Atlas, spans: dict[int, Span], by_end: dict[int, int], pattern: re.Pattern[str]
) -> None:
    """Adds runs of foreign characters that stand behind 城市, 首府 … or beside a foreign place in a list."""
    text = scan.text
    for start, end in _runs(scan, atlas, pattern):
        if start in spans and end - spans[start].end >= LEAST:
            start = spans[start].end  # 德国|埃尔马
        if start in spans or end in by_end or not is_foreign(text[start:end], atlas):
            continue
        if _in_country(text, atlas, by_end, start, end):
            spans[by_end[start]] = Span(end, 2.0, "foreign")  # one place string
            by_end[end] = by_end.pop(start)
            continue
        introduced = INTRODUCED.search(text, max(0, start - 2), start)
        if introduced or _listed(text, atlas, spans, by_end, start, end):
            spans[start] = Span(end, 2.0 if introduced else 1.2, "foreign")
            by_end[end] = start


def foreign_pattern(atlas: Atlas) -> re.Pattern[str]:
    """Three characters of transliteration or more."""
    return re.compile(f"[{''.join(sorted(atlas.foreign))}]{{{LEAST},}}")


def _runs(scan: Scan, atlas: Atlas, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches of foreign characters that no word of the language interrupts."""
    for match in pattern.finditer(scan.text):
        start = end = match.start()
        while end < match.end():
            first, last, tag = scan.words[scan.word_at[end]]
            foreign = first == end and last <= match.end() and (last - first == 1 or tag[:2] in NAMES)
            if foreign and (end > start or scan.text[end] not in atlas.borders):
                end = last
            elif end - start >= LEAST:
                break
            else:
                start = end = last
        if end - start >= LEAST:
            yield start, end


def _in_country(text: str, atlas: Atlas, by_end: Mapping[int, int], start: int, end: int) -> bool:
    """Does it stand behind its country where something is held or happened: 在|甲国|埃尔茂|举行?"""
    begin = by_end.get(start)
    if begin is None or not atlas.has_level(text[begin:start], ABROAD) or not text.endswith(WHERE, 0, begin):
        return False
    return text.startswith(HAPPENED, end)


def _listed(
    text: str, atlas: Atlas, spans: Mapping[int, Span], by_end: Mapping[int, int], start: int, end: int
) -> bool:
    """Does it stand in a list beside a foreign place?"""
    if text[start - 1 : start] == "、" and start - 1 in by_end:
        return atlas.has_level(text[by_end[start - 1] : start - 1], ABROAD)
    after = end + 1
    return text[end : end + 1] == "、" and after in spans and atlas.has_level(text[after : spans[after].end], ABROAD)
