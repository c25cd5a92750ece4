"""How exact a number is, by the words before it and behind its measure word."""

from __future__ import annotations

import re

from kg.model import Bound

_POWER_ONLY = "(?=[百千万亿]+[余多]?$)"
_BEFORE = re.compile(
    "(?:(?P<less_than>不足|不到|未满|不满|未达到?|低于|少于|小于|不超过?|不高于|不多于|不大于|最多|至多)"
    "|(?P<at_least>超过?|超出|突破|逾|多于|高于|大于|不少于|不低于|不小于|不下|至少|最少|起码"
    f"|(?<![以之加])上{_POWER_ONLY}|(?<![通经透越胜])过{_POWER_ONLY}|破{_POWER_ONLY})"
    "|(?P<approx>(?<![条签节预公合契违相特])约|大约|大概|大致|(?<![附最邻靠亲])近|将近|接近))"
    r"了?(?:有|为|合|占|达到?|在|是)?(?:人民币)?\s?"
)
_AFTER = re.compile(
    "(?P<at_least>及?以上|有余|开外|之多|[多余](?![次种个名家年月项为以少]))"
    "|(?P<less_than>及?以下|以内|之内)|(?P<approx>左右|上下|前后)"
)
_SETTING = frozenset("不未最低少小超突逾多高大至起上过破约近将接")
"""The first characters of what bounds from before; most numbers have none near them."""
_REACH = 8  # characters that a bound may begin before its number
_KINDS: tuple[Bound, ...] = ("less_than", "at_least", "approx")


def bound_before(text: str, start: int, written: str) -> tuple[Bound | None, int]:
    """The bound that the words before the number set, and where the quantity then begins.

    上, 过 and 破 bound only a power without a digit (上千, 过万), so the pattern sees the numeral ``written`` too.
    """
    window = max(0, start - _REACH)
    sight = text[window:start]
    if _SETTING.isdisjoint(sight):
        return None, start
    for match in _BEFORE.finditer(sight if written[:1].isdigit() else sight + written):
        if match.end() == len(sight):
            return _kind(match), window + match.start()
    return None, start


def bound_after(text: str, end: int, *, counts: bool) -> tuple[Bound | None, int]:
    """The bound that the words behind the measure word set, and where the quantity then ends.

    ``counts`` says that the measure word is a classifier: 多 and 余 behind it (5人多次) are no bound.
    """
    match = _AFTER.match(text, end)
    if match is None or (counts and match[0] in "多余"):
        return None, end
    return _kind(match), match.end()


def _kind(match: re.Match[str]) -> Bound:
    return next(kind for kind in _KINDS if match[kind])
