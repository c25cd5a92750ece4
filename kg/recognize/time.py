"""Times: every expression of a date, period or hour, with its EDTF value where the text fixes one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from kg.knowledge.lexicon import Lexicon
from kg.model import Time
from kg.recognize.time_calendar import VAGUE, When, between, day_of, nearest, since, until
from kg.recognize.time_check import is_time, joins
from kg.recognize.time_known import Known, publication
from kg.recognize.time_pattern import AFTER, BEFORE, compile_times
from kg.recognize.time_period import Feasts, decade, feast, feast_start, load_feasts, plan, span
from kg.recognize.time_point import resolve

TimeFinder = Callable[[str, str | None], list[Time]]

LATEST: Final = 5
"""A report is printed so many days behind its dateline at the latest."""

_DATELINE: Final = re.compile(r"(\d(?<!\d\d)\d?)月(\d{1,2})日(?:专?电|讯)(?=[（(\s，。]|$)")
_TITLE: Final = re.compile("《[^《》\n]*》")
_EVERY: Final = re.compile("每[年月]的?$")


def time_finder(lexicon: Lexicon) -> TimeFinder:
    """A function from a folded text and its date of publication (ISO date, month, year or None) to its times.

    They come in reading order and never overlap. ``value`` is None for vague times and for those that nothing in
    the text or its publication fixes. Titles in book marks and the dates of mastheads are left out.
    """
    feasts = load_feasts(lexicon)
    pattern = compile_times(lexicon["time_vague"], feasts.days)

    def find(text: str, published: str | None = None) -> list[Time]:
        matches = [match for match in _outside_titles(text, pattern) if is_time(match)]
        known = _dated(publication(published), text)
        found: list[Time] = []
        joined = False
        for index, match in enumerate(matches):
            if joined or (found and match.end() <= found[-1].end):  # part of the expression before
                joined = False
                continue
            told = known
            value, known = _meaning(match, known, feasts)
            if _EVERY.search(text, max(0, match.start() - 3), match.start()):
                value, known = VAGUE, told  # 每年的3月
            end, after = match.end(), None
            joined = index + 1 < len(matches) and joins(match, matches[index + 1])
            if joined:
                last, known = _meaning(matches[index + 1], known, feasts, ranged=True)
                value, end = between(value, last), matches[index + 1].end()
            elif after := AFTER.match(text, end):
                end = after.end()
            before = BEFORE.search(text, max(0, match.start() - 4), match.start())
            if not joined:
                value = _opened(value, before, after)
            if value.value is not None and value.value.endswith("/.."):
                known = known._replace(told=told.told)  # 从12日起 tells of no day
            start = before.start() if before else feast_start(match)
            while found and found[-1].start >= start:
                found.pop()  # the year that a feast takes along
            start = max(start, found[-1].end) if found else start
            first, final = (day.isoformat() if day else None for day in (value.first, value.last))
            found.append(Time(start, end, text[start:end], value.value, first, final))
            known = known._replace(end=end)
        return found

    return find


def _dated(known: Known, text: str) -> Known:
    """Publication moved back to the day of the dateline (甲市10月30日电): its 今天 is that day."""
    wired = "日电" in text or "日讯" in text or "日专电" in text
    match = _DATELINE.search(text) if wired else None
    if match is None or known.published is None or not known.exact:
        return known
    written = int(match[1]), int(match[2])
    days = [d for back in (0, 1) if (d := day_of(known.published.year - back, *written))]
    if not days:
        return known
    day = nearest(days, known.published)
    late = (known.published - day).days
    return known._replace(published=day) if 0 < late <= LATEST else known


def _outside_titles(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches that no title in book marks holds."""
    titles = [title.span() for title in _TITLE.finditer(text)]
    index = 0
    for match in pattern.finditer(text):
        while index < len(titles) and titles[index][1] <= match.start():
            index += 1
        if index == len(titles) or match.start() < titles[index][0]:
            yield match


def _opened(value: When, before: re.Match[str] | None, after: re.Match[str] | None) -> When:
    """The value with the bounds that the words around it open."""
    kind = after.lastgroup if after else None
    if kind in {"since", "later"} or (kind is None and before and before["since"] not in {None, "从"}):
        return since(value)  # 从2017年动工 is a point
    if kind == "until" or (before and before["until"]):
        return until(value)
    return value


def _meaning(match: re.Match[str], known: Known, feasts: Feasts, *, ranged: bool = False) -> tuple[When, Known]:
    """The value of a match, and what is known behind it."""
    if match["vague"]:
        return VAGUE, known
    if match["plan"]:
        return plan(match), known
    if match["decade"]:
        return decade(match), known
    if match["count"]:
        return span(match, known), known
    point = feast(match, known, feasts) if match["feast"] else resolve(match, known, ranged=ranged)
    if point is None:
        return VAGUE, known
    gone_on = known.told is not None and point.level == 2 and point.day > known.told
    told = point.day if point.level == 3 else None if gone_on else known.told
    return point.when, Known(known.published, known.exact, point.day, point.level, point.stated, match.end(), told)
