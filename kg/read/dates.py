"""Dates of publication: of a record, of a file's name, of the command line."""

from __future__ import annotations

import datetime
import re

from kg.errors import InputError

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|(\d{2})(\d{2}))(?!\d)")

PERIODS = "写年、月或日（write a year, a month or a day）: 2025、2025-11、2025-11-04"
"""What to write for a period."""

WRITTEN = re.compile(
    r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)|(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)"
)


def leading_date(name: str) -> str | None:
    """The ISO date or month that begins a file's name: 2025-11-17, 2025-11 or 20251117, else None.

    >>> leading_date("20251117-甲报-1版")
    '2025-11-17'
    >>> leading_date("2025-13")
    """
    match = DATE.match(name)
    if not match:
        return None
    year, month, day, month2, day2 = match.groups()
    month, day = month or month2, day or day2
    try:
        datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def is_period(text: str) -> bool:
    """Is it a year, a month or a day that there is, written in ISO?

    >>> is_period("2025"), is_period("2025-11"), is_period("2025-11-31"), is_period("昨天")
    (True, True, False, False)
    """
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return False
    return text > "0000" if len(text) == 4 else leading_date(text) == text


def iso_date(value: object, where: str) -> str | None:
    """``value`` as an ISO date or month, None for None or an empty string; raises InputError for anything else."""
    if value is None or value == "":
        return None
    found = leading_date(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise InputError(
            f"{where}：日期 {value!r} 无法理解（not a date）",
            hint="写成 2025-11-17 或 2025-11（write YYYY-MM-DD or YYYY-MM）",
        )
    return found


def written_date(text: str) -> str | None:
    """The ISO date of the first day that a line names, None when it names none or one that does not exist.

    >>> written_date("《甲报》（2025年11月3日 第 01 版）"), written_date("2025-11-17T08:00:00+08:00"), written_date("2025年11月")
    ('2025-11-03', '2025-11-17', None)
    """
    found = WRITTEN.search(text)
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
