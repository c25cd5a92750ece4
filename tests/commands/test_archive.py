"""Pages added to a graph, and to one that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

PAGE = "市总工会推出“护薪”行动\n\n本报讯　11月3日，江苏省总工会推出“护薪”行动。\n"


def kg(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 0, done.output
    return done.stderr


def test_a_graph_that_was_not_there_is_said_to_be_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("2025-11-04-01", "2025-11-05-01"):
        Path(f"{name}.txt").write_text(PAGE, encoding="utf-8")
    said = kg("add", "2025-11-04-01.txt", "-g", "archive")
    assert "archive 里原来没有图谱" in said
    assert "did you mean" not in said
    assert "a new one was begun" not in kg("add", "2025-11-05-01.txt", "-g", "archive")
    assert "did you mean） archive？" in kg("add", "2025-11-05-01.txt", "-g", "archiv")
