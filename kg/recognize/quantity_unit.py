"""Measure words: which one stands behind a number, and whether the two go together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from kg.model import Bound
from kg.recognize.quantity_noun import STOP
from kg.text import is_cjk

_LONGEST = 8  # characters of the longest measure word
_PLAN = re.compile("规划|计划|行动|攻坚|制|期|任期|方案|工程")
_CLOCK = re.compile("[时点]$|[时点][0-9]{1,2}分$")
_PROVERBIAL: Final = {"家", "头", "口", "户", "岁", "步", "块", "部", "册", "分"}
"""Measure words that stand behind a bare 百, 千 or 万 in set phrases: 千家万户, 千头万绪."""
_SEVERAL: Final = {*"两三四五六七八九"}
_REGIONS: Final = {"省", "市", "县"}
"""Regions that a list is summed up by: 甲、乙两县."""
_MARKETS: Final = {"深", "沪"}
_NOUN = re.compile("的?([㐀-鿿]{1,10})")


class Unit(NamedTuple):
    """A measure word behind a number: its name, its family in the lexicon, and where it ends."""

    name: str
    family: str
    end: int


class Counted(NamedTuple):
    """A number in its place: ``written`` at ``start:end``, its value, and the bound before it."""

    written: str
    value: float
    bound: Bound | None
    start: int
    end: int

    @property
    def is_arabic(self) -> bool:
        return self.written[0].isdigit()

    @property
    def is_bare(self) -> bool:
        """A power without a digit before it: 百, 千万, 百余."""
        return self.written[0] in "百千万亿"


def measure_word(text: str, position: int, words: Mapping[str, str]) -> Unit | None:
    """The longest term of the lexicon at the position; None where there is none."""
    following = text[position : position + _LONGEST]
    for size in range(len(following), 0, -1):
        if (written := following[:size]) in words:
            family, _, name = words[written].partition(" ")
            return Unit(name or written, family, position + size)
    return None


def fits(text: str, number: Counted, unit: Unit) -> bool:
    """May this measure word follow this number here?"""
    before = text[max(0, number.start - 2) : number.start]
    family, value = unit.family, number.value
    if family == "none":
        return False
    if before.endswith("前") and before[0] not in "目此之日当以先提" and family in {"person", "duration", "single"}:
        return False  # ranks and parts of a year: 前三名, 前5个月
    if number.is_bare and (before in {"千上", "百上"} or (len(number.written) == 1 and number.bound is None)):
        return family in {"person", "thing", "money"} and unit.name not in _PROVERBIAL and not before.endswith("家")
    if unit.name == "年":
        return not _is_year(text, number, unit)
    if unit.name in {"分", "秒"} and after_clock(text, number.start):
        return False
    year = number.bound is None and len(number.written) == 4 and 1950 <= value < 2100
    if family in {"digit", "noun"} and year and (value % 100 or is_cjk(text[unit.end : unit.end + 1])):
        return False  # the year that opens a name: 2024世界…; 买入2000股 is none
    if family == "single":
        return (
            len(number.written) == 1
            and is_cjk(text[unit.end : unit.end + 1])
            and not text.startswith(("胜", "败"), unit.end)
        )
    if family == "noun":
        return number.is_arabic or (
            number.written in _SEVERAL and unit.name in _REGIONS and before[-1:] not in _MARKETS
        )
    if family == "digit":
        return number.is_arabic or number.is_bare or value > 10 or (value == 10 and number.written[-1] in "多余几")
    if family == "points":
        return value > 24 or "." in number.written
    return text[unit.end - 1] != "成" or value <= 10


def _is_year(text: str, number: Counted, unit: Unit) -> bool:
    """Is it a calendar year (2025年, 97年), or the name of a plan (三年行动计划), rather than a duration?"""
    if (1000 <= number.value < 2200 and "千" not in number.written) or _PLAN.match(text, unit.end):
        return True
    short = number.is_arabic and len(number.written) == 2 and number.value >= 50 and number.bound is None
    return short and text[unit.end : unit.end + 1] not in {*"来间前后多以历的"}


def after_clock(text: str, start: int) -> bool:
    """Does the number stand behind 时 or 点, so that it tells minutes?"""
    return _CLOCK.search(text, max(0, start - 4), start) is not None


def unit_of_bare(text: str, number: Counted, words: Mapping[str, str]) -> Unit | None:
    """The unit of a number that stands directly before its noun: 人 for people, '' for the rest (6万志愿者).

    None where the number is too small to stand so, or another word follows.
    """
    following = text[number.end : number.end + 1]
    if following.isascii() and following.isalnum():
        return None
    written = number.written
    if number.bound is None and len(written) == 4 and written.isdigit() and 1950 <= number.value < 2100:
        return None  # 2013大学生就业行动
    if not ("万" in written or "亿" in written or (number.is_arabic and written[-1] in "余多千百")):
        direct = measure_word(text, number.end, words)
        is_people = direct is not None and direct.family == "people" and (number.is_arabic or following in {"死", "伤"})
        return Unit("人", "people", number.end) if is_people else None
    people = _names_people(text, number.end, words)
    if number.is_bare and number.bound is None and not (people and written in {"百万", "千万"}):
        return None
    return Unit("人" if people else "", "people", number.end)


def _names_people(text: str, position: int, words: Mapping[str, str]) -> bool:
    """Does the noun at the position name people?"""
    match = _NOUN.match(text, position)
    noun = STOP.split(match[1], maxsplit=1)[0] if match else ""
    spans = ((i, j) for i in range(len(noun)) for j in range(i + 2, min(i + 6, len(noun)) + 1))
    return any(words.get(noun[i:j]) == "people" for i, j in spans)
