"""Periods that are no points of the calendar: five-year plans, decades, spans from now, feasts and their holidays."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.knowledge.lexicon import Lexicon
from kg.recognize.numeral import parse
from kg.recognize.time_calendar import (
    VAGUE,
    When,
    a_day,
    a_month,
    a_year,
    between,
    day_of,
    days,
    five_year_plan,
    nearest,
    shift_days,
    shift_months,
    since,
    until,
)
from kg.recognize.time_known import Known, Point, whole
from kg.recognize.time_pattern import FEAST_YEAR

_VAGUE_FROM = 100
"""A round number of so many years (三百年来) dates nothing."""


@dataclass(frozen=True, slots=True)
class Feasts:
    """Feasts by name, and the Gregorian dates of the lunar ones by year."""

    days: Mapping[str, str]
    lunar: Mapping[int, Mapping[str, str]]


def load_feasts(lexicon: Lexicon) -> Feasts:
    """The feasts of the lexicons ``time_festivals`` and ``time_lunar``."""
    lunar = {int(year): dict(part.split("=") for part in row.split()) for year, row in lexicon["time_lunar"].items()}
    return Feasts(lexicon["time_festivals"], lunar)


def plan(match: re.Match[str]) -> When:
    """A five-year plan's period, first or last year."""
    first, last = five_year_plan(whole(match["plan"]))
    kind = match["planpost"]
    if kind[0] in "初开":
        return a_year(first)
    if kind[0] in "末收":
        return a_year(last)
    return since(a_year(first)) if kind == "以来" else between(a_year(first), a_year(last))


def decade(match: re.Match[str]) -> When:
    """A decade of the century named, of the last one where none is."""
    tens = whole(match["decade"]) // 10
    named = match["century"] or "20"
    if named[0] in "上本":
        hundreds = 19 if named[0] == "上" else 20
    else:  # the 20th century is 19.., but 1950年代 writes the hundreds themselves
        hundreds = whole(named.removesuffix("世纪")) - (named.endswith("世纪") or not match["century"])
    first = hundreds * 100 + tens * 10
    return When(f"{first // 10}X", date(first, 1, 1), date(first + 9, 12, 31))


def span(match: re.Match[str], known: Known) -> When:
    """近10年来, 三天前, 半年后: a time so far away, or all the time up to now or from now on."""
    count, unit, kind = _count(match), match["spanunit"], match["spanpost"] or ""
    later = kind.endswith("后")
    anchor = known.before if later and known.before is not None else known.published
    if count is None or anchor is None or (unit[0] in "天日周" and not (known.exact or later)):
        return VAGUE
    forward = later or match["spanpre"] in {"未来", "今后", "接下来"}
    amount = count if forward else -count
    if unit == "年" and amount == int(amount):
        day = shift_months(anchor, 12 * int(amount))
        away, here = a_year(day.year), a_year(anchor.year)
    elif unit == "年" or unit.endswith("月"):
        day = shift_months(anchor, int(amount * (12 if unit == "年" else 1)))
        away = a_day(day) if later and known.level == 3 else a_month(day.year, day.month)
        here = a_month(anchor.year, anchor.month)
    else:
        day = shift_days(anchor, int(amount) * (1 if unit in "天日" else 7))
        away, here = a_day(day), a_day(anchor)
    if kind.endswith(("前", "后")):
        return away
    return between(here, away) if forward else between(away, here)


def _count(match: re.Match[str]) -> float | None:
    """How many units, None where the words are too vague or the unit too small to name a time."""
    if match["spanunit"].endswith(("时", "钟")):
        return None
    if match["count"] == "半":
        return 0.5 if match["spanunit"] == "年" else None
    number = parse(match["count"])
    if number is None or number.near or "几" in match["count"] or number.value > _VAGUE_FROM:
        return None
    return number.value if number.value == int(number.value) else None


def feast_start(match: re.Match[str]) -> int:
    """Where an expression begins: a feast takes the year before it along (2025年春节)."""
    year = FEAST_YEAR.search(match.string, max(0, match.start() - 6), match.start()) if match["feast"] else None
    return year.start() if year else match.start()


def feast(match: re.Match[str], known: Known, feasts: Feasts) -> Point | None:
    """A feast and the days around it, of the year named or of the nearest."""
    kind, *rest = feasts.days[match["feast"]].split()
    anchor = known.published
    named = match.string[feast_start(match) : match.start()]
    if named[:4].isdigit():
        years = [int(named[:4])]
    elif anchor is None:
        return None
    else:
        years = (
            [anchor.year + {"今": 0, "去": -1, "明": 1}[named[0]]] if named else [anchor.year + y for y in (-1, 0, 1)]
        )
    candidates = [
        day
        for year in years
        if (written := feasts.lunar.get(year, {}).get(rest[0]) if kind == "lunar" else kind)
        and (day := day_of(year, *(int(part) for part in written.split("-"))))
    ]
    if not candidates:
        return None
    day = nearest(candidates, anchor or candidates[0])
    return Point(_around(day, int(rest[-1]), match["feastpost"] or match["barepost"]), day, 3, False)


def _around(day: date, length: int, post: str | None) -> When:
    """The feast itself, its holiday, the day before it, or the open time before or after it."""
    if length > 1 and post in {"期间", "长假", "小长假", "假期", "假日", "黄金周"}:
        return days(day, shift_days(day, length - 1))
    if post in {"前夕", "临近", "将至"}:
        return a_day(shift_days(day, -1))
    if post == "前":
        return until(a_day(day))
    return since(a_day(day)) if post in {"后", "过后"} else a_day(day)
