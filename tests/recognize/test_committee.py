"""Names of several recognisers that meet: committees of events, meetings of bodies, awards behind who gets them."""

from __future__ import annotations

import pytest

from kg.knowledge import load
from kg.layout import layout, words_of
from kg.model import Page
from kg.recognize.recognizer import build_recognizer


@pytest.mark.parametrize(
    ("text", "event", "body"),
    [
        ("第三届中国花卉博览会组委会5日宣布消息。", "第三届中国花卉博览会", "第三届中国花卉博览会组委会"),
        ("亚运会组委会副秘书长李平介绍情况。", "亚运会", "亚运会组委会"),
        ("辽宁省百项工程劳动竞赛领导小组组长李平到场。", "辽宁省百项工程劳动竞赛", "辽宁省百项工程劳动竞赛领导小组"),
        ("记者从甲市国际马拉松赛筹委会获悉。", "甲市国际马拉松赛", "甲市国际马拉松赛筹委会"),
    ],
)
def test_an_events_committee_is_a_body(text: str, event: str, body: str) -> None:
    knowledge = load()
    page = Page(uri="row", name="row", sha256="", text=text, single=True)
    (article,) = layout(page, words_of(knowledge.lexicon))
    found = build_recognizer(knowledge)(article)
    assert (body, "Organization") in {(m.text, m.type) for m in found.mentions}
    assert (event, "Event") in {(m.text, m.type) for m in found.inner}


def test_a_meeting_begins_where_its_body_does() -> None:
    knowledge = load()
    text = "广东省社会组织联合会第一次会员代表大会在广州召开。"
    (article,) = layout(Page(uri="row", name="row", sha256="", text=text, single=True), words_of(knowledge.lexicon))
    found = build_recognizer(knowledge)(article)
    assert "广东省社会组织联合会第一次会员代表大会" in {m.text for m in found.mentions if m.type == "Event"}
    assert "广东省社会组织联合会" in {m.text for m in found.inner if m.type == "Organization"}


def test_a_bare_committee_is_the_only_one_named() -> None:
    knowledge = load()
    text = "第三届中国花卉博览会组委会5日宣布消息。市商务局局长、组委会副主任李平到场。"
    page = Page(uri="row", name="row", sha256="", text=text, single=True)
    (article,) = layout(page, words_of(knowledge.lexicon))
    found = build_recognizer(knowledge)(article)
    assert {m.name for m in found.mentions if m.text == "组委会"} == {"第三届中国花卉博览会组委会"}


@pytest.mark.parametrize(
    ("text", "award"),
    [
        ("市总工会授予王建国省劳动模范。", "省劳动模范"),
        ("市总工会授予恒通集团金锚杯金奖。", "金锚杯金奖"),
        ("王建国被授予鲁迅文学奖。", "鲁迅文学奖"),
    ],
)
def test_an_award_begins_behind_who_gets_it(text: str, award: str) -> None:
    knowledge = load()
    (article,) = layout(Page(uri="row", name="row", sha256="", text=text, single=True), words_of(knowledge.lexicon))
    found = build_recognizer(knowledge)(article)
    assert {m.text for m in found.mentions if m.type == "Award"} == {award}
