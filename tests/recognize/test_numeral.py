"""Numerals and their values."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.numeral import NUMERAL, Number, parse


@pytest.mark.parametrize(
    ("written", "value", "more"),
    [
        ("0", 0, False),
        ("1,000", 1000, False),
        ("41.7", 41.7, False),
        ("5千", 5000, False),
        ("64.13万余", 641300, True),
        ("5.2 亿", 520000000, False),
        ("3亿4千5百多万", 345000000, True),
        ("6亿5000万", 650000000, False),
        ("1万2000", 12000, False),
        ("1.5万亿", 1500000000000, False),
        ("三千", 3000, False),
        ("一百二十", 120, False),
        ("一百二", 120, False),
        ("两万五", 25000, False),
        ("三百零五", 305, False),
        ("二〇二五", 2025, False),
        ("二十多", 20, True),
        ("十几", 10, True),
        ("百余", 100, True),
        ("千万", 10000000, False),
        ("十四亿", 1400000000, False),
    ],
)
def test_values(written: str, value: float, more: bool) -> None:
    assert re.fullmatch(NUMERAL, written)
    assert parse(written) == Number(value, more)


@pytest.mark.parametrize(("written", "value"), [("七八", 7), ("两三百", 200), ("二三十", 20), ("十四五", 14)])
def test_estimates(written: str, value: float) -> None:
    assert parse(written) == Number(value, near=True)


@pytest.mark.parametrize("written", ["三五", "几十", "千百", "亿万", "余", "", "甲", "一二三", "1" * 5000])
def test_no_number(written: str) -> None:
    assert parse(written) is None


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("100万千瓦时", ["100万"]),
        ("5千克", ["5"]),
        ("1.7个百分点", ["1.7"]),
        ("1,200，3个", ["1,200", "3"]),
        ("2024年12月", ["2024", "12"]),
    ],
)
def test_where_numerals_end(text: str, numerals: list[str]) -> None:
    assert re.findall(NUMERAL, text) == numerals


@given(st.text(alphabet="0123456789.,零〇一二三四五六七八九十两百千万亿几余多 ", max_size=12))
def test_never_raises(written: str) -> None:
    number = parse(written)
    assert number is None or number.value >= 0


@given(st.integers(0, 10**15))
def test_integers(value: int) -> None:
    assert parse(str(value)) == Number(value)
    assert parse(f"{value:,}") == Number(value)
