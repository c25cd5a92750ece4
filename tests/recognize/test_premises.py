"""Museums, halls and hotels: where they act they are bodies, else places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.knowledge import load
from kg.layout import layout, words_of
from kg.model import Page
from kg.recognize.recognizer import build_recognizer

Read = Callable[[str], dict[str, str]]


@pytest.fixture(scope="module")
def read() -> Read:
    """The type of each name in a text."""
    knowledge = load()
    recognize, words = build_recognizer(knowledge), words_of(knowledge.lexicon)

    def types(text: str) -> dict[str, str]:
        page = Page(uri="row", name="row", sha256="", text=text, single=True)
        return {m.text: m.type for article in layout(page, words) for m in recognize(article).mentions}

    return types


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("书画展昨天在南京市美术馆开幕，观众很多。", "南京市美术馆", "Place"),
        ("一行人走进苏州市博物馆参观，听取讲解。", "苏州市博物馆", "Place"),
        ("苏州市博物馆主办的展览受到欢迎。", "苏州市博物馆", "Organization"),
        ("苏州火车站值班站长王海到场。", "苏州火车站", "Organization"),
        ("列车停靠苏州火车站，旅客下车。", "苏州火车站", "Place"),
        ("据苏州市博物馆馆长介绍，藏品有两万件。", "苏州市博物馆", "Organization"),
        ("展览由苏州市博物馆和南京市美术馆联合举办。", "南京市美术馆", "Organization"),
        ("展览在苏州市博物馆开幕，苏州市博物馆、南京市美术馆等单位共同承办。", "苏州市博物馆", "Organization"),
        ("苏州市博物馆与南京书画院联合举办展览。", "苏州市博物馆", "Organization"),
        ("苏州市博物馆曾于2021年推出夜场。", "苏州市博物馆", "Organization"),
        ("云山景区董事长周立平到场。", "云山景区", "Organization"),
        ("县委附近的佳海超市老板周立平告诉记者，路上没人。", "佳海超市", "Organization"),
        ("县委附近的佳海超市里，路上没人。", "佳海超市", "Place"),
        ("一行人来到云山景区参观。", "云山景区", "Place"),
        ("他走进苏州市博物馆，苏州市博物馆负责人表示欢迎。", "苏州市博物馆", "Organization"),
    ],
)
def test_acting_tells_a_body_from_its_building(read: Read, text: str, name: str, kind: str) -> None:
    assert read(text)[name] == kind


def test_ships_are_no_places_or_people(read: Read) -> None:
    assert read("“大岭山号”轮、“满庆顺6号”渔船和“海巡0912”船前往搜救。") == {}
