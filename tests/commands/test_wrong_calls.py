"""A wrong call ends with 2 before anything is read or written, and says what may be written instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

PAGE = "市总工会推出“护薪”行动\n\n本报讯　11月3日，江苏省总工会推出“护薪”行动。\n"

WRONG = [
    ("frobnicate", "frobnicate"),
    ("build", "paths"),
    ("build pages --colour", "--colour"),
    ("build pages -o new --date 昨天", "2025-11-17"),
    ("build pages -o new --date 2025-13-01", "2025-11-17"),
    ("build pages -o new --floor sure", "medium"),
    ("build pages -o new --floor 7", "medium"),
    ("add pages -g new --date 昨天", "2025-11-17"),
    ("add pages -g new --floor sure", "medium"),
    ("extract pages --date 昨天", "2025-11-17"),
    ("explain 江苏省总工会开会。 --date 昨天", "2025-11-17"),
    ("explain [怪兽:甲]推出“[项目:乙]”。", "机构"),
    ("explain [怪兽:甲]推出新项目。", "机构"),
    ("explain [机构:甲]推出“[item:乙]”。", "项目"),
    ("eval", "--pages"),
    ("eval gold --pages pages --date 昨天", "2025-11-17"),
    ("query posts -f xlsx", "csv"),
    ("query posts --format=", "csv"),
    ("query posts --rows many", "--rows"),
    ("query posts --rows 0", "--rows"),
    ("query posts --seconds -1", "--seconds"),
    ("query posts --megabytes 1", "--megabytes"),
    ("query posts --organization", "--organization"),
    ("export xlsx", "graphml"),
    ("export csv", "-o"),
    ("export turtle --type Planet", "Organization"),
    ("export turtle --hops two", "--hops"),
    ("export turtle --hops -1", "--hops"),
    ("export turtle --since 昨天", "2025-11-04"),
    ("export turtle --since 2025-13", "2025-11-04"),
    ("stats --top -1", "--top"),
    ("serve --port 99999", "--port"),
    ("serve --port http", "--port"),
    ("serve --workers 0", "--workers"),
    ("serve --seconds 0", "--seconds"),
    ("rules stats pages -f xml", "json"),
    ("rules stats pages --write x.tsv", "--gold"),
    ("rules stats pages --date 昨天", "2025-11-17"),
    ("rules show lanches", "launches"),
    ("rules test lanches#1", "launches#1"),
    ("rules new 捐给", "--label"),
    ("rules new hosts", "organizes"),
    ("rules new mentions", "donatesTo"),
    ("rules new donatesTo", "--label"),
    ("rules new donatesTo --label 捐资给 --object 怪兽", "机构"),
    ("rules new donatesTo --label 捐资给 --subject 时间", "机构"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page in ``pages`` and its graph in ``output``."""
    root = tmp_path_factory.mktemp("calls")
    (root / "pages").mkdir()
    (root / "pages" / "2025-11-04-01.txt").write_text(PAGE, encoding="utf-8")
    done = CliRunner().invoke(app, ["build", str(root / "pages"), "-o", str(root / "output")])
    assert done.exit_code == 0, done.output
    return root


@pytest.mark.parametrize(("call", "said"), WRONG, ids=[call for call, _ in WRONG])
def test_a_wrong_call(folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, said: str) -> None:
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(app, call.split(), env={"COLUMNS": "300", "TERM": "dumb"})
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    assert said in done.stderr
    assert {file.name for file in folder.iterdir()} == {"pages", "output"}
