"""The value of one point in time: which year, month, day and hour the words mean where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.recognize.numeral import parse
from kg.recognize.time_calendar import (
    Clock,
    When,
    a_day,
    a_month,
    a_year,
    at,
    day_of,
    days,
    months,
    nearest,
    parse_iso,
    part_of_month,
    shift_days,
    shift_months,
    weekday,
)

_YEARS: Final = {"大前": -3, "前": -2, "去": -1, "上": -1, "今": 0, "本": 0, "明": 1, "来": 1, "后": 2}
_NEXT: Final = {"次年", "翌年"}
_DAYS: Final = {"大前天": -3, "前天": -2, "前晚": -2, "昨": -1, "今": 0, "明": 1, "后天": 2, "大后天": 3}
_NEXT_DAY: Final = {"次日", "翌日", "隔日", "第二天", "次晨"}
_AFTERNOON: Final = re.compile("下午|傍晚|晚|夜|午后|[今昨明当前]晚")
_SEASONS: Final = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_PLANNED: Final = re.compile("[将拟]|预计|计划|定于|有望|力争|即将|预定|争取|确保")
_PAUSE: Final = re.compile("[，。；！？\n]")
_PATIENCE: Final = 60
"""Days by which a date without a year may lie ahead though no word says that it is planned."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a point may lean on: the day of publication and the point before it in the text.

    ``exact`` says that publication is known to the day. ``before`` is the first day of the point before, as exact
    as ``level`` (0 none, 1 year, 2 month, 3 day); ``stated`` says that its year was written; ``end`` is where it ends.
    """

    published: date | None
    exact: bool
    before: date | None = None
    level: int = 0
    stated: bool = False
    end: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """A resolved point, and what the next one may lean on."""

    when: When
    day: date
    level: int
    stated: bool


def publication(published: str | None) -> Known:
    """What is known at the beginning of an article."""
    day, exact = parse_iso(published)
    return Known(day, exact)


def resolve(match: re.Match[str], known: Known, *, ranged: bool = False) -> Point | None:
    """The point that the groups of a match mean, or None where nothing tells its year or day.

    ``ranged`` says that it is the end of a range, which lies behind its beginning.
    """
    found = _day_or_longer(match, known, ranged)
    if found is None or not match["hour"]:
        return found
    clock = _clock(match)
    if clock is None or found.level < 3:
        return found
    return Point(at(found.day, clock), found.day, 3, found.stated)


def _day_or_longer(match: re.Match[str], known: Known, ranged: bool) -> Point | None:
    """The point without its clock time."""
    if match["iso"]:
        year, month, number = (int(part) for part in re.split("[-/.]", match["iso"]))
        return _on(day_of(year, month, number), stated=True)
    if match["dayword"]:
        return _named_day(match, known)
    if match["week"] or match["plain"]:
        return _in_week(match, known)
    if match["monthword"]:
        return _relative_month(match, known)
    year, stated = _year(match, known)
    if match["month"]:
        return _in_month(match, known, year, stated, ranged)
    if match["day"] or match["part"]:
        return _bare_day(match, known, ranged) if match["day"] else None
    if year is None and (match["hour"] or match["daypart"]) and not _has_year_part(match):
        day = known.before if known.level == 3 else known.published if known.exact else None
        return _on(day, stated=False)
    if year is None:
        year = known.published.year if known.published else known.before.year if known.before else None
    return None if year is None else _part_of_year(match, year, stated)


def _on(day: date | None, *, stated: bool) -> Point | None:
    return None if day is None else Point(a_day(day), day, 3, stated)


def _year(match: re.Match[str], known: Known) -> tuple[int | None, bool]:
    """The year that is written, in digits or relative to publication or to the point before."""
    if match["year"]:
        number = parse(match["year"].replace("○", "〇"))
        return (int(number.value) if number else None), True
    word = match["relative"]
    if not word:
        return None, False
    if word in {"同年", "当年"} or word in _NEXT:
        base = known.before or known.published
        return (base.year + (word in _NEXT) if base else None), True
    return (known.published.year + _YEARS[word[:-1]] if known.published else None), True


def _has_year_part(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("half", "quarters", "quarter", "months", "season", "turn"))


def _part_of_year(match: re.Match[str], year: int, stated: bool) -> Point:
    """A year, half, quarter, season, beginning or end."""
    when = a_year(year)
    if match["half"]:
        when = months(year, 1, 6) if match["half"][0] == "上" else months(year, 7, 12)
    elif match["quarters"]:
        when = months(year, 1, 3 * _int(match["quarters"]))
    elif match["quarter"]:
        number = _int(match["quarter"])
        when = months(year, 3 * number - 2, 3 * number)
    elif match["months"]:
        when = months(year, 1, _int(match["months"]))
    elif match["season"]:
        first = _SEASONS[match["season"][0]]
        start = a_month(year, first)
        end = shift_months(date(year, first, 1), 2)
        when = When(f"{year:04}-{first // 3 + 20}", start.first, a_month(end.year, end.month).last)
    elif match["turn"]:
        kind = match["turn"][-1]
        when = a_year(year) if kind == "中" else a_month(year, 1 if kind == "初" else 12)
    return Point(when, when.first or date(year, 1, 1), 1, stated)


def _int(written: str) -> int:
    number = parse(written)
    return int(number.value) if number else 1


def _in_month(match: re.Match[str], known: Known, year: int | None, stated: bool, ranged: bool) -> Point | None:
    """A month, a part of it, or a day in it; without a year the one that makes it nearest and past."""
    month = _int(match["month"])
    number = _int(match["day"]) if match["day"] else 0
    if year is None:
        year, stated = _guess_year(match, known, month, number, ranged)
    if year is None:
        return None
    if number:
        return _on(day_of(year, month, number), stated=stated)
    when = part_of_month(year, month, match["part"]) if match["part"] else a_month(year, month)
    return Point(when, date(year, month, 1), 2, stated)


def _guess_year(match: re.Match[str], known: Known, month: int, day: int, ranged: bool) -> tuple[int | None, bool]:
    """The year of a month that is written without one, and whether the text before states it."""
    if known.before is not None and (ranged or _continues(match, known, month)):
        return known.before.year + (ranged and known.level > 1 and month < known.before.month), known.stated or ranged
    anchor = known.published or known.before
    if anchor is None:
        return None, False
    candidates = [d for y in (-1, 0, 1) if (d := day_of(anchor.year + y, month, day or 1))]
    if not candidates:
        return None, False
    limit = shift_days(anchor, _PATIENCE if day else 150)
    if not is_planned(match):
        candidates = [d for d in candidates if d <= limit] or candidates[:1]
        if not day and month <= anchor.month:
            return anchor.year, False
    return nearest(candidates, anchor).year, False


def _continues(match: re.Match[str], known: Known, month: int) -> bool:
    """Does the point before, whose year is written, carry over to this month?"""
    between = match.string[known.end : match.start()]
    if not known.stated or known.before is None or "\n" in between or len(between) > 100:
        return False
    if known.level > 1 and month < known.before.month:
        return False
    if known.level == 1 and (len(between) > 30 or set(between) & set("本今目")):
        return False
    return "。" not in between or (known.level > 1 and known.published is not None and known.before.year < known.published.year)


def is_planned(match: re.Match[str]) -> bool:
    """Does the clause around the match speak of what is to come?"""
    text, start, end = match.string, match.start(), match.end()
    before = _PAUSE.split(text[max(0, start - 10) : start])[-1]
    after = _PAUSE.split(text[end : end + 16])[0]
    return bool(_PLANNED.search(before) or _PLANNED.search(after) or re.match("之?前(?!后)", after))


def _bare_day(match: re.Match[str], known: Known, ranged: bool) -> Point | None:
    """A day without its month: of the point before in the same sentence, else of publication."""
    number = _int(match["day"])
    between = match.string[known.end : match.start()]
    before, anchor = known.before, known.published
    if before is not None and known.level > 1 and (ranged or anchor is None or "。" not in between):
        if known.level == 3 and number < before.day and ranged:
            before = shift_months(before, 1)
        return _on(day_of(before.year, before.month, number), stated=known.stated)
    if before is not None and anchor is not None and known.stated and known.level == 3 and "\n" not in between:
        near = abs((anchor - before).days) > _PATIENCE and number >= before.day
        if near:  # a story of long ago goes on
            return _on(day_of(before.year, before.month, number), stated=True)
    if anchor is None:
        return None
    shifts = (0, 1) if is_planned(match) and known.exact and number < anchor.day else (0, -1, -2)
    for months_away in shifts:
        month = shift_months(anchor.replace(day=1), months_away)
        day = day_of(month.year, month.month, number)
        if day is None or (months_away == 0 and known.exact and _is_other_month(match, number, anchor, day)):
            continue
        return _on(day, stated=False)
    return None


def _is_other_month(match: re.Match[str], number: int, anchor: date, day: date) -> bool:
    """A day of this month that lies ahead is last month's, one that lies behind next month's if it is planned."""
    planned = is_planned(match)
    return (not planned and (day - anchor).days > 3) or (planned and number < anchor.day)


def _relative_month(match: re.Match[str], known: Known) -> Point | None:
    """本月, 上个月, 同月 and their like, with a part or day."""
    word = match["monthword"]
    near = word[0] in "当同次"
    base = known.before if near and known.before is not None and known.level > 1 else known.published
    if base is None:
        return None
    first = shift_months(base.replace(day=1), -1 if word[0] == "上" else 1 if word[0] in "下次" else 0)
    if match["day"]:
        return _on(day_of(first.year, first.month, _int(match["day"])), stated=True)
    when = part_of_month(first.year, first.month, match["part"]) if match["part"] else a_month(first.year, first.month)
    return Point(when, first, 2, True)


def _named_day(match: re.Match[str], known: Known) -> Point | None:
    """今天, 昨晚, 当日, 次日 and their like; a date in brackets behind it decides."""
    word = match["dayword"]
    if word[0] in "当同次翌隔" or word in _NEXT_DAY or word.startswith("前一"):
        base = known.before if known.level == 3 else known.published if known.exact else None
        shift = 1 if word in _NEXT_DAY else -1 if word.startswith("前一") else 0
    else:
        base = known.published
        shift = _DAYS.get(word, _DAYS.get(word[0], 0))
        if base is not None and not known.exact and not match["glossmonth"]:
            return Point(a_month(base.year, base.month), base.replace(day=1), 2, False)
    if base is None:
        return None
    day: date | None = shift_days(base, shift)
    if match["glossday"]:
        number = _int(match["glossday"])
        month = _int(match["glossmonth"]) if match["glossmonth"] else base.month
        gloss = [d for y in (-1, 0, 1) if (d := day_of(base.year + y, month, number))]
        day = nearest(gloss, base) if gloss else day
    return _on(day, stated=False)


def _in_week(match: re.Match[str], known: Known) -> Point | None:
    """A week, or a day of the week; a bare day of the week is the last one, or the next if it is planned."""
    anchor = known.published
    if anchor is None or not known.exact:
        return None
    name = match["plain"] or match["weekday"]
    if match["week"]:
        weeks = {"上": -1, "下": 1}.get(match["week"][0], 0) - match["week"].startswith("上上")
        if name == "末" or name is None:
            first = weekday(anchor, weeks, 5 if name else 0)
            return Point(days(first, weekday(anchor, weeks, 6)), first, 2, False)
        return _on(weekday(anchor, weeks, _weekday_number(name)), stated=False)
    day = weekday(anchor, 0, _weekday_number(name))
    if day > anchor and not is_planned(match):
        day = shift_days(day, -7)
    return _on(day, stated=False)


def _weekday_number(name: str) -> int:
    return "一二三四五六日".index(name.replace("天", "日"))


def _clock(match: re.Match[str]) -> Clock | None:
    """The time of day; afternoon and evening words make it count from noon."""
    written = match["hour"]
    if len(written) == 2 and written[0] in "零两三四五六七八九" and written[1] not in "十":
        written = written[0]  # 六七点
    hour = _int(written)
    minute = match["minute"] or match["colon"] or "0"
    minutes = {"半": 30, "一刻": 15, "三刻": 45}.get(minute)
    minutes = _int(minute.lstrip("零") or "0") if minutes is None else minutes
    words = (match["daypart"] or "") + (match["dayword"] or "")
    if hour < 12 and _AFTERNOON.search(words) and not (hour < 5 and re.search("夜", words)):
        hour += 12
    elif hour == 12 and re.search("晚|夜", words):
        hour = 24
    elif hour == 12 and re.search("凌晨", words):
        hour = 0
    return Clock(hour, minutes) if hour <= 24 and minutes < 60 else None
