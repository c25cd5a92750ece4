"""The work on a text grows with its length, stops or no stops. Lines run are counted, not seconds."""

from __future__ import annotations

import re
import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.clauses import _HELD_BY, _MOST_CHUNKS, clauses
from kg.extract.signs import Reading
from kg.knowledge import load
from kg.model import Page
from kg.pipeline import Reader, build_reader
from kg.recognize.award_lists import _FIELDS, _LISTED
from kg.recognize.chains import anchored, chained
from kg.recognize.event_disaster import IMAGINED
from kg.recognize.named_reach import _HELD
from kg.recognize.organization_known import OF_PLATFORMS
from kg.recognize.organization_lists import BRANDED, ITEMS, LISTED
from kg.recognize.organization_teams import _TROOP
from kg.recognize.organization_winning import _GOT, _HOSTED_BY, _MAN, _SENT, _SO_MANY, _TEAM, _WON, LONGEST
from kg.recognize.person_context import WINNING
from kg.recognize.person_foreign import PLACES
from kg.recognize.programme_lists import _GENERIC

CLAUSE = "太原市总工会主任王建国3月5日在潍坊市举办“暖心建”活动，为387名职工赠送慰问品12万元，荣获全国先进集体称号"
UNITS = {
    "commas": f"{CLAUSE}，",
    "no marks": CLAUSE.replace("，", ""),
    "quotes": "“暖心建”、“护薪行”、",
    "digits": "7919",
    "bodies": "太原市总工会、寿光市教育局、",
    "verbs": "主办、承办、",
    "nouns for a body": "寿光市教育局说，公司总资产达3亿元。",
    "stock codes": "远山科技（600000）公告，",
    "dashes": "马尔科-贝尔纳、",
    "foreign forms": "公司麦斯顿（McStone）",
    "prepositions": "从金华由崇明",
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader(load())


def lines(reader: Reader, text: str) -> int:
    """How many lines of code are run to read the text, each turn of a loop anew."""
    count = 0

    def seen(frame: FrameType, event: str, arg: object) -> object:
        nonlocal count
        count += event == "line"
        return seen

    page = Page(uri="a.txt", name="a", sha256="", text=f"工会开展活动\n\n本报讯 {text}。\n", published="2025-11-17")
    before = sys.gettrace()
    sys.settrace(seen)
    try:
        reader(page)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_growth(reader: Reader, unit: str) -> None:
    short = lines(reader, unit * (2000 // len(unit)))
    assert lines(reader, unit * (8000 // len(unit))) < 6 * short


@given(st.text(alphabet="甲乙、和，冠军一等奖大公司", max_size=80))
def test_chained(text: str) -> None:
    for items, whole in ((_LISTED, _FIELDS), (LISTED, ITEMS)):
        assert [m.span() for m in chained(text, items, whole)] == [m.span() for m in whole.finditer(text)]


def test_a_text_without_stops_is_several_clauses() -> None:
    text = "的甲" * _MOST_CHUNKS
    found = clauses(Reading(text, range(len(text)), [], [], {}), 0, len(text))
    assert "".join(text[c.start : c.end] for c in found) == text


@given(st.text(alphabet="甲乙、，。分别获评等3家单位称号", max_size=80))
def test_anchored(text: str) -> None:
    for anchor, whole in ((_GOT, _WON), (_SO_MANY, _SENT)):
        found = anchored(text, anchor, whole, LONGEST)
        assert [m.span() for m in found] == [m.span() for m in whole.finditer(text)]


REPEATED = [
    (_TEAM, "经过"),
    (_MAN, "经过"),
    (IMAGINED, "救援逃生"),
    (_HELD, "11月11日"),
    (_HELD_BY, "联办"),
    (BRANDED, "和甲甲"),
    (_TROOP, "东部战区空军"),
    (_GENERIC, "类"),
    (WINNING, "、和甲"),
    (OF_PLATFORMS, "、和甲"),
    (PLACES, "、和甲"),
    (_HOSTED_BY, "由甲和乙"),
]


@pytest.mark.parametrize(("expression", "unit"), REPEATED, ids=[unit for _, unit in REPEATED])
def test_what_repeats_is_read_once(expression: re.Pattern[str], unit: str) -> None:
    """It would take hours if every part could be read in two ways."""
    assert expression.fullmatch(unit * 80) is None
