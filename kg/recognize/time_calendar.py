"""Calendar arithmetic behind time expressions: EDTF values with the dates of their bounds."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Final, NamedTuple


class When(NamedTuple):
    """A resolved time: an EDTF string and its first and last day, None where it is open or vague."""

    value: str | None
    first: date | None = None
    last: date | None = None


VAGUE: Final = When(None)


class Clock(NamedTuple):
    """A time of day; hour 24 is the midnight that ends the day."""

    hour: int
    minute: int = 0
    second: int | None = None


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def shift_months(day: date, months: int) -> date:
    """The same day some months later, the last day of the month where it has fewer days."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, 1), 9998), index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def shift_days(day: date, days: int) -> date:
    """The day some days later; stays within the calendar's range."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal() - 366))


def a_year(year: int) -> When:
    return When(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def a_month(year: int, month: int) -> When:
    return When(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def a_day(day: date) -> When:
    return When(day.isoformat(), day, day)


def days(first: date, last: date) -> When:
    return When(f"{first.isoformat()}/{last.isoformat()}", first, last)


def months(year: int, first: int, last: int) -> When:
    """The months ``first`` to ``last`` of a year."""
    start, end = a_month(year, first), a_month(year, last)
    return between(start, end)


def at(day: date, clock: Clock) -> When:
    """A time of day, written without its seconds unless they are given; 24:00 is 00:00 of the next day."""
    if clock.hour == 24:
        day, clock = shift_days(day, 1), Clock(0, clock.minute, clock.second)
    seconds = "" if clock.second is None else f":{clock.second:02}"
    return When(f"{day.isoformat()}T{clock.hour:02}:{clock.minute:02}{seconds}", day, day)


def part_of_month(year: int, month: int, part: str) -> When:
    """上旬 and its like are intervals; 初 and 底 keep the month as value and narrow the bounds."""
    whole = a_month(year, month)
    assert whole.last is not None  # noqa: S101  a month has an end
    borders = {"上": (1, 10), "中": (11, 20), "下": (21, whole.last.day), "初": (1, 10), "底": (21, whole.last.day)}
    first, last = borders["底" if part[-1] in "末底" else part[-1] if part[-1] == "初" else part[0]]
    if part.startswith("中下"):
        last = whole.last.day
    narrowed = days(date(year, month, first), date(year, month, last))
    return narrowed if part.endswith("旬") else When(whole.value, narrowed.first, narrowed.last)


def season(year: int, name: str) -> When:
    """A season by its EDTF number, 21 to 24; winter runs into the next year."""
    number = "春夏秋冬".index(name)
    first = date(year, 3 * number + 3, 1)
    end = shift_months(first, 2)
    return When(f"{year:04}-{21 + number}", first, a_month(end.year, end.month).last)


def between(start: When, end: When) -> When:
    """From the beginning of one time to the end of the other; the order of the text is kept."""
    if start.value is None or end.value is None:
        return VAGUE
    if start.value == end.value:
        return start
    return When(f"{start.value.split('/')[0]}/{end.value.split('/')[-1]}", start.first, end.last)


def since(start: When) -> When:
    """Open at its end. A clock time stays a point: EDTF intervals are of days."""
    if start.value is None or "T" in start.value:
        return start
    return When(f"{start.value.split('/')[0]}/..", start.first, None)


def until(end: When) -> When:
    """Open at its beginning; a clock time stays a point."""
    if end.value is None or "T" in end.value:
        return end
    return When(f"../{end.value.split('/')[-1]}", None, end.last)


def weekday(anchor: date, weeks: int, number: int) -> date:
    """Day ``number`` (0 is Monday) of the week that lies ``weeks`` from the anchor's."""
    return shift_days(anchor, 7 * weeks - anchor.weekday() + number)


def five_year_plan(number: int) -> tuple[int, int]:
    """First and last year of China's n-th five-year plan (the third began late, in 1966).

    >>> five_year_plan(1), five_year_plan(14)
    ((1953, 1957), (2021, 2025))
    """
    first = 1953 + 5 * (number - 1) + (3 if number > 2 else 0)
    return first, first + 4


def parse_iso(published: str | None) -> tuple[date | None, bool]:
    """The date of publication and whether it is exact to the day; a month or year stands for its last day."""
    if not published:
        return None, False
    try:
        parts = [int(part) for part in published[:10].split("-")]
    except ValueError:
        return None, False
    if len(parts) == 3:
        day = day_of(*parts)
        return day, day is not None
    if len(parts) == 2 and day_of(parts[0], parts[1], 1):
        return a_month(parts[0], parts[1]).last, False
    if len(parts) == 1 and day_of(parts[0], 1, 1):
        return date(parts[0], 12, 31), False
    return None, False


def nearest(candidates: list[date], anchor: date, *, patience: float = 1) -> date:
    """The candidate nearest to the anchor, the earlier of two equally near; days ahead weigh 1/``patience``.

    Raises ValueError when there is no candidate.
    """
    return min(candidates, key=lambda d: (abs((d - anchor).days) / (patience if d > anchor else 1), d))
