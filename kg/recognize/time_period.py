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
from kg.recognize.time_pattern import FEAST_YEAR
from kg.recognize.time_known import Known, Point


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
    number = parse(match["plan"])
    first, last = five_year_plan(int(number.value) if number else 1)
    kind = match["planpost"]
    if kind[0] in "初开":
        return a_year(first)
    if kind[0] in "末收":
        return a_year(last)
    return since(a_year(first)) if kind == "以来" else between(a_year(first), a_year(last))


def decade(match: re.Match[str]) -> When:
    """A decade of the century named, of the last one where none is."""
    written = parse(match["decade"])
    tens = int(written.value) // 10 if written else 0
    named = match["century"] or "20"
    century = parse(named.removesuffix("世纪"))
    hundreds = 19 if named[0] == "上" else 20 if named[0] == "本" else int(century.value) - 1 if century else 19
    first = hundreds * 100 + tens * 10
    return When(f"{first // 10}X", date(first, 1, 1), date(first + 9, 12, 31))


def span(match: re.Match[str], known: Known) -> When:
    """近10年来, 三天前, 半年后: a time so far away, or all the time up to now or from now on."""
    number = None if match["count"] == "半" else parse(match["count"])
    anchor = known.published
    unit, kind, direction = match["spanunit"], match["spanpost"] or "", match["spanpre"] or ""
    count = number.value if number else 0.5
    if (
        (number is None and match["count"] != "半")
        or count > 100
        or "几" in match["count"]
        or (count != int(count) and unit != "年")
    ):
        return VAGUE
    forward = kind.endswith("后") or direction in {"未来", "今后", "接下来"}
    if kind.endswith("后") and known.before is not None:
        anchor = known.before
    if anchor is None or (unit[0] in "天日周" and not (known.exact or kind.endswith("后"))):
        return VAGUE
    sign = 1 if forward else -1
    if unit == "年" and count == int(count):
        year = anchor.year + sign * int(count)
        if not 1 <= year <= 9998:
            return VAGUE
        away, here = a_year(year), a_year(anchor.year)
    elif unit == "年" or unit.endswith("月"):
        day = shift_months(anchor, sign * int(count * 12 if unit == "年" else count))
        precise = kind.endswith("后") and known.level == 3
        away, here = (a_day(day) if precise else a_month(day.year, day.month)), a_month(anchor.year, anchor.month)
    else:
        day = shift_days(anchor, sign * int(count) * (1 if unit in "天日" else 7))
        away, here = a_day(day), a_day(anchor)
    if kind.endswith(("前", "后")):
        return away
    return between(here, away) if forward else between(away, here)


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
