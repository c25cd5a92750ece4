"""The command line: what goes to stdout, what to stderr, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kg.cli import app

PAGE = """市总工会推出“护薪”行动

本报讯（记者安文远）11月3日，江苏省总工会与省司法厅联手推出“护薪”行动，为职工提供法律服务。截至目前，已服务职工近千人次。
"""


def kg(*arguments: str, cwd: Path, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """A process of its own, as a shell starts it; it takes some seconds to begin."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 our own command


def here(*arguments: str) -> Result:
    """The same command in this process; what it raises beside its exit is raised."""
    done = CliRunner().invoke(app, list(arguments))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "2025-11-04-01.txt").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the page."""
    root = tmp_path_factory.mktemp("built")
    (root / "2025-11-04-01.txt").write_text(PAGE, encoding="utf-8")
    assert here("build", str(root), "-o", str(root / "out")).exit_code == 0
    return root / "out"


def test_skipped_files_are_told_and_are_no_failure(pages: Path) -> None:
    Path("pages/more.docx").touch()
    done = here("build", "pages")
    assert done.exit_code == 0
    assert "跳过 1 个 .docx（skipped 1: not pages）" in done.stderr
    report = json.loads(Path("output/report.json").read_text(encoding="utf-8"))
    assert ".docx" in report["problems"][0]


def test_explain_writes_numbers_out() -> None:
    assert "280万元 = 2,800,000 元" in here("explain", "江苏省总工会投入资金280万元。").stdout


def test_extract_writes_one_object_a_line(pages: Path) -> None:
    done = kg("extract", "pages", cwd=pages)
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["document"] == "2025-11-04-01"
    assert data["date"] == "2025-11-04"
    assert ("launches") in {r["predicate"] for r in data["relations"]}


def test_build_and_query(pages: Path) -> None:
    built = kg("build", "pages", "-o", "out", cwd=pages)
    assert built.returncode == 0, built.stderr
    assert built.stdout == ""
    assert {p.name for p in (pages / "out").iterdir()} >= {"graph.ttl", "graph.trig", "graph.html", "report.json"}
    answer = kg("query", "ASK { ?s kg:launches ?o }", "-g", "out", cwd=pages)
    assert (answer.returncode, answer.stdout) == (0, "是 yes\n")
    assert kg("query", "SELEKT", "-g", "out", cwd=pages).returncode == 5


def test_two_builds_give_the_same_bytes(pages: Path) -> None:
    (pages / "pages" / "2025-11-05-02.txt").write_text(PAGE.replace("江苏", "浙江"), encoding="utf-8")
    kg("build", "pages", "-o", "one", cwd=pages, seed="1")
    files = ["pages/2025-11-05-02.txt", "pages/2025-11-04-01.txt"]
    kg("build", *files, "-o", "two", cwd=pages, seed="2")
    for name in ("graph.ttl", "graph.trig", "graph.html"):
        assert (pages / "one" / name).read_bytes() == (pages / "two" / name).read_bytes(), name


BAD = [
    ("missing.txt", None, 3, "missing.txt"),
    ("empty.txt", b"", 3, "empty.txt"),
    ("broken.txt", b"\x89PNG\x00\x01\x02\x81", 3, "broken.txt"),
]


@pytest.mark.parametrize(("name", "content", "code", "said"), BAD)
def test_bad_input_is_named_and_the_others_go_on(
    pages: Path, name: str, content: bytes | None, code: int, said: str
) -> None:
    if content is not None:
        (pages / name).write_bytes(content)
    done = here("build", name, "pages", "-o", "out")
    assert done.exit_code == code
    assert said in done.stderr
    assert (pages / "out" / "graph.ttl").exists()


def test_when_nothing_can_be_read_the_last_good_output_stays(pages: Path) -> None:
    assert here("build", "pages", "-o", "out").exit_code == 0
    before = (pages / "out" / "graph.ttl").read_bytes()
    assert here("build", "missing.txt", "-o", "out").exit_code == 3
    assert (pages / "out" / "graph.ttl").read_bytes() == before


REFUSED = [
    ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", 5),
    ("LOAD <http://x/>", 5),
    ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 5),
    ("SELEKT", 5),
    ("no_such_query", 5),
]


@pytest.mark.parametrize(("question", "code"), REFUSED)
def test_questions_that_are_refused(graph: Path, question: str, code: int) -> None:
    done = here("query", question, "-g", str(graph))
    assert done.exit_code == code, done.stderr
    assert done.stdout == ""


def test_no_graph_there(pages: Path) -> None:
    done = here("query", "ASK {}", "-g", "nowhere")
    assert done.exit_code == 6
    assert "kg build" in done.stderr


def test_explain_says_what_was_read_and_by_which_rule(pages: Path) -> None:
    done = here("explain", "江苏省总工会与省司法厅联手推出“护薪”行动。")
    assert done.exit_code == 0, done.stderr
    assert "[机构:江苏省总工会]" in done.stdout
    assert "launches" in done.stdout


def test_every_command_shows_an_example() -> None:
    for command in (["build"], ["extract"], ["query"], ["explain"], ["rules", "list"], ["rules", "test"]):
        assert "kg" in here(*command, "--help").stdout.split("例", 1)[1], command
