"""Sets of marked names: what counts in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.evaluate.ner import evaluate_ner
from kg.knowledge import load


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2012年北京马拉松昨天开赛，本届上海车展闭幕。", ["北京/LOC", "上海/LOC"]),  # such a set knows no events
        ("日俄首脑会晤在北京举行。", ["日/LOC", "俄/LOC", "北京/LOC"]),
        ("北京市教育局局长王小明出席。", ["北京市教育局/ORG", "王小明/PER"]),  # the longest name only
    ],
)
def test_the_names_that_count(tmp_path: Path, text: str, names: list[str]) -> None:
    spans = []
    for name in names:
        word, kind = name.split("/")
        spans.append([text.index(word), text.index(word) + len(word), kind])
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps({"text": text, "spans": spans}, ensure_ascii=False) + "\n", "utf-8")
    assert [m.text for m in evaluate_ner(file, knowledge=load()).mistakes] == []
