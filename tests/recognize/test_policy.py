"""Policies: in book marks by their last word, by nickname, by their own short name."""

import pytest

from kg.knowledge import load
from kg.recognize.named import find_named
from kg.recognize.scan import build_scanner

KNOWLEDGE = load()
SCAN = build_scanner(KNOWLEDGE)


def read(text: str) -> set[str]:
    return {c.mention.name for c in find_named(SCAN(text), KNOWLEDGE.lexicon) if c.mention.type == "Policy"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("印发《关于加强灯塔管理的意见》。", {"关于加强灯塔管理的意见"}),
        ("《灯塔保护条例(草案)》提请审议", {"灯塔保护条例(草案)"}),
        ("“一船一证”政策开始试行。", {"“一船一证”政策"}),
        ("依照工会法和劳动合同法维护权益。", {"工会法", "劳动合同法"}),
        (
            "印发《关于加强灯塔管理的意见》。《意见》提出三项要求。",
            {"关于加强灯塔管理的意见"},
        ),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert read(text) == names


@pytest.mark.parametrize("text", ["电视剧《灯塔人家》开播。", "《灯塔日报》报道", "他们想出各种办法。", "人民政策好"])
def test_no_names(text: str) -> None:
    assert read(text) == set()
