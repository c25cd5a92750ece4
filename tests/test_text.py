"""Widths, quotes, sentences and clauses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text import clauses, fold, fold_marks, is_cjk, sentence_ends, strip_quotes

chinese = st.text(
    alphabet=st.sampled_from("甲乙丙说道0１２9.,，。！？；：“”‘’（）()《》…—\n 　％%ＡａAb年月日"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２５年１１月", "2025年11月"),
        ("ＡＢｃ，４．５％", "ABc，4.5%"),
        ("甲　乙", "甲 乙"),
        ("（甲）：“乙”？！；、《丙》", "（甲）：“乙”？！；、《丙》"),
        ("甲•乙", "甲·乙"),
        ("〇零", "〇零"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.one_of(st.text(), chinese))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(fold_marks(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_fold_marks_leaves_numbers_and_western_text_alone() -> None:
    assert fold_marks("甲,乙;1,000人 9:30 (a, b)") == "甲，乙；1,000人 9:30 (a, b)"
    assert fold_marks("甲(新闻)乙") == "甲（新闻）乙"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("“甲”", "甲"),
        ("『甲』", "甲"),
        ("《“甲”》", "甲"),
        ("“甲”和“乙”", "“甲”和“乙”"),
        ("“甲”行动", "“甲”行动"),
        ("”", "”"),
        ("", ""),
    ],
)
def test_strip_quotes(name: str, bare: str) -> None:
    assert strip_quotes(name) == bare


def test_cjk() -> None:
    assert [char for char in ["甲", "〇", "，", "a", "", "甲乙"] if is_cjk(char)] == ["甲", "〇"]


@pytest.mark.parametrize(
    "sentences",
    [
        ["甲启动。", "乙结束！", "丙？"],
        ["甲；乙，丙。"],
        ["“甲来了。乙也来了。”某某说。", "丙。"],
        ["某某说：“甲来了。乙也来了。”", "丙走了。"],
        ["“甲！”某某告诉记者，乙。"],
        ["“甲”“乙”……", "丙。"],
        ["标题没有句号\n", "正文。\n\n", "又一段"],
        ["“没有收尾的引号。", "下一句。"],
        ["（甲。）", "乙。"],
        ["占4.5%。", "网址a.cn?b=1是的。"],
        ["甲凭《走吧！少年》获奖。", "乙《没有收尾。", "丙。"],
    ],
)
def test_sentence_ends(sentences: list[str]) -> None:
    text = "".join(sentences)
    starts = [0, *sentence_ends(text)]
    assert [text[a:b] for a, b in pairwise(starts)] == sentences


@given(chinese)
def test_sentence_ends_cover_the_text(text: str) -> None:
    ends = sentence_ends(text)
    assert ends == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(text)
    assert all(end > 0 for end in ends)


def test_clauses() -> None:
    text = "甲市总工会推出“暖心，护航”服务，投入1,000元；乙（丙，丁）出席。"
    assert [text[a:b] for a, b in clauses(text)] == [
        "甲市总工会推出“暖心，护航”服务，",
        "投入1,000元；",
        "乙（丙，丁）出席。",
    ]
    assert clauses(text, 3, 7) == [(3, 7)]


@given(chinese)
def test_clauses_join_to_the_whole(text: str) -> None:
    spans = clauses(text)
    assert "".join(text[a:b] for a, b in spans) == text
    assert all(a < b for a, b in spans)
