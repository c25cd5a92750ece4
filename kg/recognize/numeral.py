"""Numerals of newspaper Chinese: 4521.6万, 3亿4千5百多万, 二十多, 两百, 1,000, 百余, 七成, 百分之三十."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

DIGITS: Final = "〇零一二三四五六七八九"
_VALUE: Final = {**{char: i for i, char in enumerate(DIGITS[1:])}, "〇": 0, "两": 2, "俩": 2}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "亿": 10**8}

_ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
# 千瓦, 千米, 百分点, 百分之 and 千克 begin a unit: their first character is no numeral
_POWER = "(?:十|百(?!分[之点])|千(?![瓦克米伏卡帕赫焦]|分之)|万|亿)"
_HAN = f"(?:[{DIGITS}两]|{_POWER})"
_AFTER_POWER = rf"(?<=[十百千万亿])(?:\d+(?:\.\d+)?|[{DIGITS}两])(?={_POWER})|(?<=万)\d{{4}}(?!\d)"
BEGINNING: Final = rf"\d{DIGITS}两十百千万亿"
"""The characters that a numeral begins with, for a class of a pattern."""
NUMERAL: Final = (
    rf"(?:(?:{_ARABIC})(?:(?: (?=[余多]?[万亿]))?[余多几]?{_POWER}|{_AFTER_POWER}){{0,9}}"
    rf"|{_HAN}(?:[余多几]?{_HAN}|几(?={_POWER})){{0,19}})"
    r"[余多几]?"
)
"""Pattern of one numeral, with the 余, 多 or 几 behind it; ``parse`` says whether it makes a number.

A space may stand before 万 and 亿, as web pages set it (5.2 亿元).
"""
LONGEST: Final = 30
"""Characters of the longest numeral; longer runs of digits are codes."""

_TOKEN = re.compile(rf"({_ARABIC})|([{DIGITS}两俩])|([十百千])|([万亿])|([余多几])")


class Number(NamedTuple):
    """A parsed numeral: ``more`` says that it is a lower limit (二十多, 百余), ``near`` an estimate (七八, 二三十)."""

    value: float
    more: bool = False
    near: bool = False


@lru_cache(maxsize=4096)
def parse(written: str) -> Number | None:
    """The number that a numeral says, or None when it says none (几十, 三五, 千百) or is not well formed.

    >>> parse("3亿4千5百多万").value, parse("两万").value, parse("十几").more, parse("七八").near
    (345000000, 20000, True, True)
    """
    written = written.replace(" ", "")
    if len(written) > LONGEST:
        return None
    if written.isdigit() and written.isascii():
        return Number(int(written))
    return _positional(written) or _multiplied(written)


def _positional(written: str) -> Number | None:
    """二〇二五: digits in a row are one number only as a year or with a zero, for 三四 means three or four."""
    if len(written) < 2 or not all(char in DIGITS for char in written):
        return None
    if len(written) == 4 or (set(written) & set("〇零") and written[0] not in "〇零"):
        return Number(int("".join(str(_VALUE[char]) for char in written)))
    return None


def _multiplied(written: str) -> Number | None:
    """Reads digits and powers from left to right; Decimal, because 64.13 times 10000 must be 641300."""
    total = section = Decimal(0)  # of what 亿 has closed; of what 万 has not closed yet
    below = Decimal(0)  # of the 万 part
    digit: Decimal | None = None
    more = near = False
    power = position = 0
    for token in _TOKEN.finditer(written):
        if token.start() != position or (more and (token[1] or token[2])):
            return None
        position = token.end()
        arabic, han, small, large, _ = token.groups()
        if arabic or han:
            if digit and (near or not han or _VALUE[han] != digit + 1):
                return None
            if digit:  # 七八 is about seven
                near = True
            else:
                digit = Decimal(arabic.replace(",", "")) if arabic else Decimal(_VALUE[han])
            power = 0 if arabic else power
        elif small:
            if digit is None and section:  # 千百
                return None
            section += (Decimal(1) if digit is None else digit) * _SMALL[small]
            digit, power = None, _SMALL[small]
        elif large:
            if digit is None and not section and total:  # 亿万
                return None
            section += digit or 0
            if large == "万":
                below += (section or 1) * _LARGE[large]
            else:
                total += (below + section or 1) * _LARGE[large]
                below = Decimal(0)
            section, digit, power = Decimal(0), None, _LARGE[large]
        elif position == 1:  # 几百
            return None
        else:
            more = True
    if not position or position != len(written):
        return None
    if digit is not None and power >= 100 and written[-1] in _VALUE and written[-2] not in "零〇":
        digit *= power // 10  # 两万五, 一百二
    value = total + below + section + (digit or 0)
    return Number(int(value) if value == value.to_integral_value() else float(value), more, near)
