"""What a point in time may lean on, what it comes to, and how the text around it looks at time."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from kg.recognize.numeral import parse
from kg.recognize.time_calendar import When, a_day, parse_iso

_PLAN = "将|拟|预计|计划|定于|有望|力争|即将|预定|争取|确保"
_PLANNED_FOR: Final = re.compile(f"(?:{_PLAN})[^，。；！？\n]{{0,8}}$")
_PLANNED_THEN: Final = re.compile(f"[^，。；！？\n]{{0,14}}(?:{_PLAN})|[之以]?前(?!后)")

ALWAYS: Final = 1e9
"""The patience of a plan that is sure to lie ahead."""


class Known(NamedTuple):
    """What a point may lean on: the day of publication and the point before it in the text.

    ``exact`` says that publication is known to the day. ``before`` is the first day of the point before, as exact
    as ``level`` (0 none, 1 year, 2 month, 3 day); ``stated`` says that its year was written; ``end`` is where it ends; ``told`` is the last day told of.
    """

    published: date | None
    exact: bool
    before: date | None = None
    level: int = 0
    stated: bool = False
    end: int = 0
    told: date | None = None

    @property
    def that_day(self) -> date | None:
        """What 当天 and 同日 mean: the last day that the text told, else that of publication."""
        return self.told or (self.published if self.exact else None)

    @property
    def day(self) -> date | None:
        """The day that an hour belongs to: that of the point before, else that of publication."""
        return self.before if self.level == 3 else self.published if self.exact else None


class Point(NamedTuple):
    """A resolved point, and what the next one may lean on."""

    when: When
    day: date
    level: int
    stated: bool


@lru_cache(maxsize=1024)
def publication(published: str | None) -> Known:
    """What is known at the beginning of an article."""
    day, exact = parse_iso(published)
    return Known(day, exact)


def on_day(day: date | None, *, stated: bool) -> Point | None:
    """The point that is one day, None for no day."""
    return None if day is None else Point(a_day(day), day, 3, stated)


def whole(written: str) -> int:
    """The whole number that the words say; the grammar lets no other through but 元, the first month."""
    number = parse(written)
    return int(number.value) if number else 1


def patience(match: re.Match[str]) -> float:
    """How many days ahead weigh as much as one day back when a date is written without its year.

    1 in a report of what was; 2 where the words behind it may mean a plan or a deadline (将, 前), since 将 also
    marks an object; ``ALWAYS`` where those before it surely mean one (将于…, 定于…).
    """
    text, start, end = match.string, match.start(), match.end()
    if _PLANNED_FOR.search(text, max(0, start - 10), start):
        return ALWAYS
    return 2 if _PLANNED_THEN.match(text, end) else 1
