"""Times: every expression of a date, period or hour, with its EDTF value where the text fixes one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from datetime import date
from typing import Final

from kg.knowledge import load
from kg.knowledge.lexicon import Lexicon
from kg.model import Time
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
from kg.recognize.time_pattern import AFTER, BEFORE, FEAST_YEAR, RANGE, compile_times
from kg.recognize.time_point import Known, Point, publication, resolve

TimeFinder = Callable[[str, str | None], list[Time]]

_TITLE: Final = re.compile("《[^《》\n]*》")
_DAYS: Final = ("iso", "dayword", "year", "relative", "month", "day", "plain", "weekday")
_MASTHEAD: Final = re.compile("报》?[（(]\\s?$")


def time_finder(lexicon: Lexicon) -> TimeFinder:
    """A function from a folded text and its date of publication (ISO date, month, year or None) to its times.

    They come in reading order and never overlap. ``value`` is None for vague times and for those that nothing in
    the text or its publication fixes. Titles in book marks and the dates of mastheads are left out.
    """
    feasts = lexicon["time_festivals"]
    lunar = {int(year): dict(part.split("=") for part in row.split()) for year, row in lexicon["time_lunar"].items()}
    pattern = compile_times(lexicon["time_vague"], feasts)

    def find(text: str, published: str | None = None) -> list[Time]:
        known = publication(published)
        matches = [m for m in pattern.finditer(text) if m.end() > m.start()]
        titles = [m.span() for m in _TITLE.finditer(text)]
        found: list[Time] = []
        index = title = 0
        while index < len(matches):
            match = matches[index]
            index += 1
            while title < len(titles) and titles[title][1] <= match.start():
                title += 1
            if (title < len(titles) and titles[title][0] < match.start()) or not _is_time(text, match):
                continue
            when, end, after = _meaning(match, known, feasts, lunar), match.end(), None
            when_known = when[1]
            value = when[0]
            if index < len(matches) and _joins(text, match, matches[index]):
                last, after_known = _meaning(matches[index], when_known, feasts, lunar, ranged=True)
                value, when_known, end = between(value, last), after_known, matches[index].end()
                index += 1
            elif after := AFTER.match(text, end):
                end = after.end()
            before = BEFORE.search(text, max(0, match.start() - 4), match.start())
            start = before.start() if before else _start(text, match)
            if end == match.end() or after:
                value = _opened(value, before, after)
            while found and found[-1].start >= start:
                found.pop()  # the year before a feast
            start = max(start, found[-1].end) if found else start
            first, final = (day.isoformat() if day else None for day in (value.first, value.last))
            found.append(Time(start, end, text[start:end], value.value, first, final))
            known = replace(when_known, end=end)
        return found

    return find


def _start(text: str, match: re.Match[str]) -> int:
    """Where the expression begins: a feast takes the year before it along."""
    year = FEAST_YEAR.search(text, max(0, match.start() - 6), match.start()) if match["feast"] else None
    return year.start() if year else match.start()


def _is_time(text: str, match: re.Match[str]) -> bool:
    """Is the match a time here, and not a masthead's date, a score, a model's number or a mere quantity?"""
    if match["year"] and _MASTHEAD.search(text, max(0, match.start() - 4), match.start()):
        return False
    before = text[match.start() - 1 : match.start()]
    if match["count"]:
        return _is_span(match, before)
    if match["decade"] and not match["century"]:
        return len(match["decade"]) == 2
    if match["day"] and not match["month"] and not match["monthword"]:
        return _is_bare_day(text, match, before)
    if match["hour"] and not any(match[name] for name in _DAYS):
        return _is_hour(text, match, before)
    if match["daypart"] and match.end() - match.start() == len(match["daypart"]):
        return len(match["daypart"]) > 1 and before in {*"，。；、：\n（的"}  # 上午，…
    return not (match["month"] and before and before.isascii() and before.isalpha())


def _is_span(match: re.Match[str], before: str) -> bool:
    """近三年来, 过去三年, 三年前 and 近三年 at the head of a clause, but not the length of something."""
    if match["spanpost"] and match["spanpost"] not in {"间", "内", "里"}:
        return True
    return match["spanpre"] is not None and (match["spanpre"] != "近" or before not in {*"了隔度达时有续守轨根历已长费用"})


def _is_bare_day(text: str, match: re.Match[str], before: str) -> bool:
    """26日 and 26号, but no house number, spacecraft or length of time."""
    written, mark = match["day"], text[match.end("day") : match.end("day") + 1]
    if before in {*"近续期每达过满第几数路街巷弄道舰征舟宫娥箭园区座栋室站"} or (before.isascii() and before.isalnum()):
        return False
    if written[0].isdigit():
        return True
    return mark != "号" and "十" in written and len(written) > 1


def _is_hour(text: str, match: re.Match[str], before: str) -> bool:
    """8时许 and 晚上八点, but no ratio, score or list of 三点意见."""
    if match["daypart"]:
        return True
    if match["mark"] is None:
        return bool(match["colon"]) and (not before or before in "于至到起从在日天间自，\n") and len(match["hour"]) == 2
    if before and (before in "第几数小百每.:-" or (before.isascii() and before.isalnum())):
        return False
    firm = bool(match["minute"] or match["tail"]) or BEFORE.search(text, max(0, match.start() - 4), match.start())
    return bool(firm) or (match["mark"] == "时" and match["hour"][0].isdigit())


def _joins(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    """Do two points stand at the ends of one range?"""
    if any(m["count"] or m["vague"] or m["feast"] or m["plan"] for m in (first, second)):
        return False
    return RANGE.fullmatch(text, first.end(), second.start()) is not None


def _opened(value: When, before: re.Match[str] | None, after: re.Match[str] | None) -> When:
    """The value with the bounds that the words around it open."""
    kind = after.lastgroup if after else None
    if kind == "since" or kind == "later" or (before and before["since"] and kind is None):
        return since(value)
    if kind == "until" or (before and before["until"]):
        return until(value)
    return value


def _meaning(
    match: re.Match[str],
    known: Known,
    feasts: Mapping[str, str],
    lunar: Mapping[int, Mapping[str, str]],
    *,
    ranged: bool = False,
) -> tuple[When, Known]:
    """The value of a match, and what is known behind it."""
    if match["vague"]:
        return VAGUE, known
    if match["plan"]:
        return _plan(match), known
    if match["decade"]:
        return _decade(match), known
    if match["count"]:
        return _span(match, known), known
    point = _feast(match, known, feasts, lunar) if match["feast"] else resolve(match, known, ranged=ranged)
    if point is None:
        return VAGUE, known
    return point.when, replace(
        known, before=point.day, level=point.level, stated=point.stated, end=match.end()
    )


def _plan(match: re.Match[str]) -> When:
    """A five-year plan's period, first or last year."""
    number = parse(match["plan"])
    first, last = five_year_plan(int(number.value) if number else 1)
    kind = match["planpost"]
    if kind[0] in "初开":
        return a_year(first)
    if kind[0] in "末收":
        return a_year(last)
    return since(a_year(first)) if kind == "以来" else between(a_year(first), a_year(last))


def _decade(match: re.Match[str]) -> When:
    """A decade of the century named, of the last one where none is."""
    written = parse(match["decade"])
    decade = int(written.value) // 10 if written else 0
    named = match["century"] or "20"
    century = parse(named.removesuffix("世纪"))
    hundreds = 19 if named[0] == "上" else 20 if named[0] == "本" else int(century.value) - 1 if century else 19
    first = hundreds * 100 + decade * 10
    return When(f"{first // 10}X", date(first, 1, 1), date(first + 9, 12, 31))


def _span(match: re.Match[str], known: Known) -> When:
    """近10年来, 三天前, 半年后: a time so far away, or all the time up to now or from now on."""
    number = None if match["count"] == "半" else parse(match["count"])
    anchor = known.published
    unit, kind, direction = match["spanunit"], match["spanpost"] or "", match["spanpre"] or ""
    count = number.value if number else 0.5
    if (number is None and match["count"] != "半") or count > 100 or "几" in match["count"] or (count != int(count) and unit != "年"):
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


def _feast(
    match: re.Match[str], known: Known, feasts: Mapping[str, str], lunar: Mapping[int, Mapping[str, str]]
) -> Point | None:
    """A feast and the days around it, of the year named or of the nearest."""
    kind, *rest = feasts[match["feast"]].split()
    length = int(rest[-1])
    anchor = known.published
    named = match.string[_start(match.string, match) : match.start()]
    if named and named[0].isdigit():
        years = [int(named[:4])]
    elif anchor is None:
        return None
    else:
        years = [anchor.year + {"今": 0, "去": -1, "明": 1}[named[0]]] if named else [anchor.year + y for y in (-1, 0, 1)]
    candidates = []
    for year in years:
        month_day = lunar.get(year, {}).get(rest[0]) if kind == "lunar" else kind
        if month_day and (day := day_of(year, *(int(part) for part in month_day.split("-")))):
            candidates.append(day)
    if not candidates:
        return None
    day = nearest(candidates, anchor or candidates[0])
    post = match["feastpost"] or match["barepost"]
    if length > 1 and post in {"期间", "长假", "小长假", "假期", "假日", "黄金周"}:
        return Point(days(day, shift_days(day, length - 1)), day, 3, False)
    if post in {"前夕", "临近", "将至"}:
        day = shift_days(day, -1)
    when = until(a_day(day)) if post == "前" else since(a_day(day)) if post in {"后", "过后"} else a_day(day)
    return Point(when, day, 3, False)


@cache
def _builtin() -> TimeFinder:
    return time_finder(load().lexicon)


def find_times(text: str, published: str | None = None) -> list[Time]:
    """The times of a text by the built-in lexicons; ``time_finder`` takes others."""
    return _builtin()(text, published)
