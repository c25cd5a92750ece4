"""The value of one point in time: which year, month, day and hour the words mean where they stand."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from kg.recognize.time_calendar import (
    When,
    a_month,
    a_year,
    at,
    day_of,
    months,
    nearest,
    part_of_month,
    season,
    shift_days,
    shift_months,
)
from kg.recognize.time_day import bare_day, clock, in_week, named_day
from kg.recognize.time_known import ALWAYS, Known, Point, on_day, patience, whole

_YEARS: Final = {"大前": -3, "前": -2, "去": -1, "上": -1, "上一": -1, "今": 0, "本": 0, "明": 1, "来": 1, "后": 2}
_YEAR_PARTS: Final = ("half", "quarters", "quarter", "months", "season", "turn")
_AHEAD = {"day": 60, "month": 150}
"""Days by which a date without its year may lie ahead though no word says that it is planned."""


def resolve(match: re.Match[str], known: Known, *, ranged: bool = False) -> Point | None:
    """The point that the groups of a match mean, or None where nothing tells its year or day.

    ``ranged`` says that it is the end of a range, which lies behind its beginning.
    """
    found = _day_or_longer(match, known, ranged)
    if found is None or found.level < 3 or not match["hour"]:
        return found
    hour = clock(match)
    return found if hour is None else Point(at(found.day, hour), found.day, 3, found.stated)


def _day_or_longer(match: re.Match[str], known: Known, ranged: bool) -> Point | None:
    """The point without its clock time."""
    if match["iso"]:
        year, month, number = map(int, re.split("[-/.]", match["iso"]))
        return on_day(day_of(year, month, number), stated=True)
    if match["dayword"]:
        return named_day(match, known)
    if match["week"] or match["plain"]:
        return in_week(match, known)
    if match["monthword"]:
        return _relative_month(match, known)
    if match["day"] and not match["month"]:
        return bare_day(match, known, ranged=ranged)
    written, stated = _year(match, known)
    if match["month"]:
        return _in_month(match, known, written, stated, ranged)
    parted = any(match[name] for name in _YEAR_PARTS)
    if written is None and not parted:
        return on_day(known.day, stated=False) if match["hour"] or match["daypart"] else None
    anchor = known.published or known.before
    if written is None and anchor is None:
        return None
    if written is None and match["turn"] and _in_year_told(match, known):
        return _part_of_year(match, known.before.year if known.before else 0, known.stated)
    return _part_of_year(match, written if written is not None else anchor.year if anchor else 0, stated)


def _in_year_told(match: re.Match[str], known: Known) -> bool:
    """Does 年底 follow a year that the same sentence writes: 2008年开建并在年底投用?"""
    return known.stated and known.level == 1 and not set(match.string[known.end : match.start()]) & set("。；\n")


def _year(match: re.Match[str], known: Known) -> tuple[int | None, bool]:
    """The year that is written, in digits or relative to publication or to the point before."""
    if match["year"]:
        year = whole(match["year"].replace("○", "〇"))
        return (year if year > 99 else year + (2000 if year < 50 else 1900)), True
    word = match["relative"]
    if not word:
        return None, False
    if word in {"同年", "当年", "次年", "翌年"}:
        base = known.before or known.published
        return (base.year + (word in {"次年", "翌年"}) if base else None), True
    return (known.published.year + _YEARS[word[:-1]] if known.published else None), True


def _part_of_year(match: re.Match[str], year: int, stated: bool) -> Point:
    """A year, half, quarter, season, beginning or end."""
    when = a_year(year)
    if match["half"]:
        when = months(year, 1, 6) if match["half"][0] in "上前" else months(year, 7, 12)
    elif match["quarters"]:
        when = months(year, 1, 3 * whole(match["quarters"]))
    elif match["quarter"]:
        number = whole(match["quarter"])
        when = months(year, 3 * number - 2, 3 * number)
    elif match["months"]:
        when = months(year, 1, whole(match["months"]))
    elif match["season"]:
        when = season(year, match["season"][0])
    elif match["turn"] and match["turn"][-1] != "中":
        when = a_month(year, 1 if match["turn"][-1] == "初" else 12)
    return Point(when, when.first or date(year, 1, 1), 1, stated)


def _in_month(match: re.Match[str], known: Known, year: int | None, stated: bool, ranged: bool) -> Point | None:
    """A month, a part of it, or a day in it; without a year the one that makes it nearest and past."""
    month = whole(match["month"])
    number = whole(match["day"]) if match["day"] else 0
    if year is None and match["relative"]:
        return None
    if year is None:
        year, stated = _guess_year(match, known, month, number, ranged)
    if year is None:
        return None
    return _month_or_day(year, month, number, match["part"], stated)


def _month_or_day(year: int, month: int, number: int, part: str | None, stated: bool) -> Point | None:
    """The day of the month where one is given, else its part or the whole month."""
    if number:
        return on_day(day_of(year, month, number), stated=stated)
    when: When = part_of_month(year, month, part) if part else a_month(year, month)
    return Point(when, date(year, month, 1), 2, stated)


def _guess_year(match: re.Match[str], known: Known, month: int, day: int, ranged: bool) -> tuple[int | None, bool]:
    """The year of a month that is written without one, and whether the text before states it."""
    if known.before is not None and (ranged or _continues(match, known, month)):
        return known.before.year + (ranged and known.level > 1 and month < known.before.month), known.stated or ranged
    anchor = known.published or known.before
    if anchor is None:
        return None, False
    candidates = [d for y in (-1, 0, 1) if (d := day_of(anchor.year + y, month, day or 1))]
    waits = patience(match)
    if waits == ALWAYS:
        ahead = [d for d in candidates if d >= shift_days(anchor, -31)]  # a plan of these days may be past by now
        return (min(ahead or candidates).year if candidates else None), False
    if waits == 1 and not day and month <= anchor.month:
        return anchor.year, False
    if waits == 1:
        limit = shift_days(anchor, _AHEAD["day" if day else "month"])
        candidates = [d for d in candidates if d <= limit] or candidates[:1]
    return (nearest(candidates, anchor, patience=waits).year if candidates else None), False


def _continues(match: re.Match[str], known: Known, month: int) -> bool:
    """Does the point before, whose year is written, carry over to this month?"""
    between = match.string[known.end : match.start()]
    if not known.stated or known.before is None or "\n" in between or len(between) > 100:
        return False
    if known.level == 1:  # 2012年…7月…, but not 2012年…本届…7月…
        return "。" not in between and len(between) <= 30 and not set(between) & set("本今目")
    if month < known.before.month:
        return False
    return "。" not in between or (known.published is not None and known.before.year < known.published.year)


def _relative_month(match: re.Match[str], known: Known) -> Point | None:
    """本月, 上个月, 同月 and their like, with a part or day."""
    word = match["monthword"]
    near = word[0] in "当同次" and known.level > 1
    base = known.before if near else known.published
    if base is None:
        return None
    first = shift_months(base.replace(day=1), -1 if word[0] == "上" else 1 if word[0] in "下次" else 0)
    number = whole(match["day"]) if match["day"] else 0
    return _month_or_day(first.year, first.month, number, match["part"], True)
