"""Days and hours that lean on others: 26日, 今天（5月4日）, 次日, 上周五, 晚上七点半."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from kg.recognize.time_calendar import Clock, a_month, day_of, days, nearest, shift_days, shift_months, weekday
from kg.recognize.time_known import ALWAYS, Known, Point, on_day, patience, whole

_FROM_TODAY: Final = {
    "大前天": -3,
    "前天": -2,
    "前日": -2,
    "前晚": -2,
    "昨": -1,
    "今": 0,
    "即": 0,
    "明": 1,
    "后天": 2,
    "大后天": 3,
}
_NEXT_DAY: Final = {"次日", "翌日", "隔日", "第二天", "次晨"}
_EVENING: Final = re.compile("晚|夜")
_AFTERNOON: Final = re.compile("下午|傍晚|午后|晚|夜")
_LONG_AGO = 60  # days after which a day without its month still belongs to the story that is told
_SMALL_HOURS = 5  # 夜里两点 is no afternoon


def bare_day(match: re.Match[str], known: Known, *, ranged: bool) -> Point | None:
    """A day without its month: of the point before in the same sentence, else of publication."""
    number = whole(match["day"])
    between = match.string[known.end : match.start()]
    before, anchor = known.before, known.published
    if before is not None and known.level > 1 and (ranged or anchor is None or "。" not in between):
        if ranged and known.level == 3 and number < before.day:
            before = shift_months(before, 1)
        return on_day(day_of(before.year, before.month, number), stated=known.stated)
    if anchor is None:
        return None
    if before is not None and known.level == 3 and known.stated and "\n" not in between:
        story = (anchor - before).days > _LONG_AGO and number >= before.day
        if story:
            return on_day(day_of(before.year, before.month, number), stated=True)
    return on_day(_near_publication(number, anchor, patience(match), known.exact), stated=False)


def _near_publication(number: int, anchor: date, waits: float, exact: bool) -> date | None:
    """The last such day up to publication, or the next one where it is planned."""
    first = anchor.replace(day=1)
    for months_away in (0, 1) if waits == ALWAYS else (0, -1, -2):
        month = shift_months(first, months_away)
        day = day_of(month.year, month.month, number)
        if (
            day is None
            or (exact and waits == ALWAYS and day < anchor)
            or (exact and waits == 1 and _is_ahead(day, anchor))
        ):
            continue
        return day
    return None


def _is_ahead(day: date, anchor: date) -> bool:
    """More than three days ahead: tomorrow's events are in today's paper without a word of plan."""
    return (day - anchor).days > 3


def named_day(match: re.Match[str], known: Known) -> Point | None:
    """今天, 昨晚, 当日, 次日 and their like; a date in brackets behind it decides."""
    word = match["dayword"]
    if word in _NEXT_DAY or word[0] in "当同" or word.startswith("前一"):
        base = known.that_day
        shift = 1 if word in _NEXT_DAY else -1 if word[0] == "前" else 0
    else:
        base = known.published
        shift = _FROM_TODAY.get(word, _FROM_TODAY.get(word[0], 0))
        if base is not None and not known.exact and not match["glossmonth"]:
            return Point(a_month(base.year, base.month), base.replace(day=1), 2, False)
    if base is None:
        return None
    return on_day(_gloss(match, base) or shift_days(base, shift), stated=False)


def _gloss(match: re.Match[str], base: date) -> date | None:
    """The day in brackets behind 今天, in the year nearest to it."""
    if not match["glossday"]:
        return None
    month = whole(match["glossmonth"]) if match["glossmonth"] else base.month
    days_so_named = [d for y in (-1, 0, 1) if (d := day_of(base.year + y, month, whole(match["glossday"])))]
    return nearest(days_so_named, base) if days_so_named else None


def in_week(match: re.Match[str], known: Known) -> Point | None:
    """A week, or a day of the week; a bare day of the week is the last one, or the next if it is planned."""
    anchor = known.published
    if anchor is None or not known.exact:
        return None
    name = match["plain"] or match["weekday"]
    if not match["week"]:
        day = weekday(anchor, 0, _weekday_number(name))
        return on_day(shift_days(day, -7) if day > anchor and patience(match) == 1 else day, stated=False)
    weeks = {"上": -1, "下": 1}.get(match["week"][0], 0) - match["week"].startswith("上上")
    if name and name != "末":
        return on_day(weekday(anchor, weeks, _weekday_number(name)), stated=False)
    first = weekday(anchor, weeks, 5 if name else 0)
    return Point(days(first, weekday(anchor, weeks, 6)), first, 2, False)


def _weekday_number(name: str) -> int:
    return "一二三四五六日".index(name.replace("天", "日"))


def clock(match: re.Match[str]) -> Clock | None:
    """The time of day; afternoon and evening words make it count from noon."""
    written = match["hour"]
    if len(written) == 2 and written[0] in "零两三四五六七八九" and written[1] != "十":
        written = written[0]  # 六七点
    hour = whole(written)
    minute = match["minute"] or match["colon"] or "0"
    fixed = {"半": 30, "一刻": 15, "三刻": 45}.get(minute)
    minutes = whole(minute.lstrip("零") or "0") if fixed is None else fixed
    words = (match["daypart"] or "") + (match["dayword"] or "")
    evening = _EVENING.search(words)
    if hour < 12 and _AFTERNOON.search(words) and not (hour < _SMALL_HOURS and "夜" in words):
        hour += 12
    elif hour == 12 and (evening or "凌晨" in words):
        hour = 24 if evening else 0
    return Clock(hour, minutes) if hour <= 24 and minutes < 60 else None
