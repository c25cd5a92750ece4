"""Pages in traditional characters."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.model import Page
from kg.read import read_paths
from kg.read.script import SIMPLIFIED, TRADITIONAL, is_traditional, simplified

PAGE = "縣總工會聯手推出「護薪行動」\n\n　　記者發現，資訊工業協會為記憶體開發佈文件。"


def page(text: str, title: str | None = None) -> Page:
    return Page("a.txt", "a", "", text, title=title)


def test_the_two_lists_are_parallel() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL)) == len(set(SIMPLIFIED))
    pytest.importorskip("opencc", reason="the input extra is not installed")
    assert simplified(page(TRADITIONAL)).text == SIMPLIFIED


def test_only_the_script_changes_and_every_offset_stays() -> None:
    pytest.importorskip("opencc", reason="the input extra is not installed")
    read = simplified(page(PAGE, "總工會"))
    assert read.text == "县总工会联手推出「护薪行动」\n\n　　记者发现，资讯工业协会为记忆体开发布文件。"
    assert read.title == "总工会"


@given(st.text(st.sampled_from(TRADITIONAL + "後乾臺灣著裏麵甲。\n𠮷A"), min_size=1))
def test_any_page_keeps_its_length(text: str) -> None:
    pytest.importorskip("opencc", reason="the input extra is not installed")
    assert len(simplified(page(text)).text) == len(text)


@pytest.mark.parametrize(
    "text", ["甲市总工会推出行动", "书法作品“開國紀業”展出，县里的记者说，这个展览将开放到月底", "甲", ""]
)
def test_a_page_in_simplified_characters_is_never_touched(text: str) -> None:
    assert not is_traditional(text)
    assert simplified(page(text)) == page(text)


def test_every_kind_of_file(tmp_path: Path) -> None:
    pytest.importorskip("opencc", reason="the input extra is not installed")
    (tmp_path / "a.txt").write_bytes(PAGE.encode())
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": PAGE, "title": "總工會"}), encoding="utf-8")
    (tmp_path / "c.html").write_bytes(f'<meta charset="big5"><h1>總工會</h1><p>{PAGE}</p>'.encode("big5"))
    errors: list[KgError] = []
    pages = list(read_paths([tmp_path], on_error=errors.append))
    assert not errors
    assert all("县总工会联手推出「护薪行动」" in page.text for page in pages)
    assert [page.title for page in pages] == [None, "总工会", None]


def test_without_the_extra_the_page_is_named_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("甲市总工会。", encoding="utf-8")
    errors: list[KgError] = []
    assert [page.name for page in read_paths([tmp_path], on_error=errors.append)] == ["b"]
    assert len(errors) == 1
    assert "a.txt" in str(errors[0])
    assert 'pip install "baotu[input]"' in str(errors[0])
