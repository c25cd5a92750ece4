"""Whether words that have the form of a time are one where they stand, or a house number, a score, a mere length."""

from __future__ import annotations

import re
from typing import Final

from kg.recognize.time_pattern import BEFORE, RANGE

_MASTHEAD: Final = re.compile("报》?[（(]\\s?$")
_DAY_GROUPS: Final = ("iso", "dayword", "year", "relative", "month", "day", "plain", "weekday")
_NO_DAY_BEHIND: Final = {*"近续期每达过满第几数路街巷弄道舰征舟宫娥箭园区座栋室站“"}
"""What stands before a number with 日 or 号 that is no day: 连续5日, 人民路21号."""
_NO_HOUR_BEHIND: Final = {*"第几数小百每.:-"}
_HOUR_BEHIND: Final = {"", *"于至到起从在日天间自，\n"}
_USUAL: Final = {*"每个天整一周晚"}
_LENGTH_BEHIND: Final = {*"了隔度达时有续守轨根历已长费用"}
"""What stands before 近三年 when it tells how long something took: 走了近三年."""


def is_time(match: re.Match[str]) -> bool:
    """Is the match of the grammar a time here?"""
    text, start = match.string, match.start()
    if match["year"] and _MASTHEAD.search(text, max(0, start - 4), start):
        return False
    before = text[start - 1 : start]
    if match["count"]:
        return _is_span(match, before)
    if match["decade"]:
        return match["century"] is not None or len(match["decade"]) == 2
    if match["day"] and not match["month"] and not match["monthword"]:
        return _is_bare_day(match, before) or (before == "“" and match["hour"] is not None)
    if match["hour"] and not any(match[name] for name in _DAY_GROUPS):
        return _is_hour(match, before)
    if match["daypart"] and match.end() - start == len(match["daypart"]):
        return len(match["daypart"]) > 1 and before not in _USUAL  # 凌晨, but not 每天上午
    return not (match["month"] and _is_western(before))


def joins(first: re.Match[str], second: re.Match[str]) -> bool:
    """Do two matches stand at the ends of one range?"""
    if any(match[name] for match in (first, second) for name in ("count", "vague", "feast", "plan")):
        return False
    return RANGE.fullmatch(first.string, first.end(), second.start()) is not None


def _is_western(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_span(match: re.Match[str], before: str) -> bool:
    """近三年来, 过去三年 and 三年前, but not the length of something (走了近三年)."""
    if match["spanpost"] and match["spanpost"] not in {"间", "内", "里"}:
        return True
    return match["spanpre"] is not None and not (match["spanpre"] == "近" and before in _LENGTH_BEHIND)


def _is_bare_day(match: re.Match[str], before: str) -> bool:
    """26日 and 26号, but no house number, spacecraft or length of time."""
    if before in _NO_DAY_BEHIND or _is_western(before):
        return False
    written = match["day"]
    if written[0].isdigit():
        return True
    return len(written) > 1 and "十" in written and not match.string.startswith("号", match.end("day"))


def _is_hour(match: re.Match[str], before: str) -> bool:
    """8时许 and 晚上八点, but no ratio, score or list of 三点意见."""
    if match["daypart"]:
        return True
    if match["mark"] is None:
        return bool(match["colon"]) and before in _HOUR_BEHIND and len(match["hour"]) == 2
    if before in _NO_HOUR_BEHIND or _is_western(before):
        return False
    if match["minute"] or match["tail"] or BEFORE.search(match.string, max(0, match.start() - 4), match.start()):
        return True
    return match["hour"] == "零" or (match["mark"] == "时" and match["hour"][0].isdigit())
