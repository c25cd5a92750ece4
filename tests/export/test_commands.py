"""The commands on a built graph: what they print, what they write, how they end."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kg.build import QUESTIONS, question
from kg.cli import app
from kg.export import write_graph
from kg.export.formats import FOLDERS, FORMATS
from kg.graph import Run
from kg.knowledge.ontology import Ontology
from kg.model import Document


@pytest.fixture(scope="module")
def graph(archive: list[Document], ontology: Ontology, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("graph")
    write_graph(archive, directory, ontology=ontology, run=run)
    return directory


def kg(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_query_by_name_with_a_parameter(graph: Path) -> None:
    done = kg("query", "careers", "--person", "丁一", "--format", "csv", "-g", graph)
    assert done.exit_code == 0, done.output
    header, *rows = done.stdout.splitlines()
    assert header == "who,organization,post,when,since,quote,page"
    assert any(row.startswith("丁一,甲市总工会,主席,今年8月以来,2025-08-01,") for row in rows)
    assert kg("query", "careers", "--person=丁一", "-f", "csv", "-g", graph).stdout == done.stdout


def test_query_lists_its_questions() -> None:
    done = kg("query")
    assert done.exit_code == 0
    assert "--person" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["query", "careers", "--nobody", "x"], 5, "--person"),
        (["query", "careers", "--person"], 2, "--person"),
        (["query", "careers", "stray"], 2, "stray"),
        (["query", "mentions"], 5, "--name"),
        (["query", "SELECT * { ?s ?p ?o }", "--rows", "3"], 5, "--rows"),
        (["query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], 5, "SERVICE"),
        (["query", "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }"], 5, "file"),
        (["query", "LOAD <http://127.0.0.1:9/>"], 5, "LOAD"),
        (["query", "ASK {}", "-f", "ttl"], 5, "CONSTRUCT"),
        (["show", "无此名"], 5, "无此名"),
        (["show", "甲市"], 5, "organization:甲市总工会"),
        (["path", "丁一", "无此名"], 5, "无此名"),
        (["export", "xlsx"], 2, "graphml"),
        (["export", "csv"], 2, "-o"),
        (["export", "turtle", "--type", "Planet"], 2, "Planet"),
        (["export", "turtle", "--around", "无此名"], 5, "无此名"),
    ],
)
def test_mistakes(graph: Path, arguments: list[str], code: int, words: str) -> None:
    done = kg(*arguments, "-g", graph) if "stray" not in arguments else kg(*arguments[:2], "-g", graph, arguments[2])
    assert done.exit_code == code, done.output
    assert words in done.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["careers", "--person", "无此名"], "kg query entities --word"),
        (["SELECT ?s { ?s a kg:Persn }"], "did you mean） kg:Person"),
        (["SELECT ?s { ?s a kg:Person ; rdfs:label 'x' }"], "kg query counts"),
    ],
)
def test_no_rows_say_what_to_try(graph: Path, arguments: list[str], words: str) -> None:
    done = kg("query", *arguments, "-g", graph)
    assert done.exit_code == 0
    assert "（0 行 rows）" in done.stdout
    assert words in done.stderr


def test_the_questions_that_a_build_proposes_have_rows(graph: Path) -> None:
    for name, said in QUESTIONS.items():
        truth = kg("query", f"ASK {{ {said} }}", "-g", graph).stdout == "是 yes\n"
        rows = kg("query", name, "-f", "csv", "-g", graph).stdout.splitlines()[1:]
        assert bool(rows) == truth, name
    assert question(graph) == "unions_programmes"


def test_a_terminal_is_not_flooded(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.commands.graphs.on_terminal", lambda: True)
    done = kg("export", "graphml", "-g", graph)
    assert done.exit_code == 2
    assert "-o FILE" in done.stderr
    assert not done.stdout


def test_an_endless_query_ends(graph: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + " }"
    done = kg("query", endless, "--seconds", "1", "-g", graph)
    assert done.exit_code == 5
    assert "1 秒" in done.output


def test_show(graph: Path) -> None:
    text = kg("show", "市总", "-g", graph).stdout
    assert text.startswith("甲市总工会（机构 Organization、工会 Trade union）\n  organization:甲市总工会\n")
    launched = "推出 launches\n  “护薪行动”（Programme）\n      “甲市总工会与甲市司法局联手推出“护薪行动”"
    assert launched in text
    assert "——《甲市总工会联手司法局推出“护薪行动”》one，2025-11-04 [launches#1]" in text
    assert text.index("推出 launches") < text.index("见于 appears in")
    assert "甲市总工会主席（Post），今年8月以来" in kg("show", "丁一", "-g", graph).stdout


def test_path(graph: Path) -> None:
    text = kg("path", "丁一", "甲市司法局", "-g", graph).stdout
    assert "—任职于 affiliated with→ 甲市总工会（Organization）" in text
    assert "（2 步 steps）" in text


def test_diff(graph: Path, honest: list[Document], ontology: Ontology, run: Run, tmp_path: Path) -> None:
    write_graph(honest[:1], tmp_path, ontology=ontology, run=run)
    text = kg("diff", graph, tmp_path).stdout
    assert re.search("- .*护薪行动.* 位于 located in 丙区（two）", text)
    assert "\u202e" not in text
    assert "（+0 " in text
    assert kg("diff", graph, graph).stdout == "（+0 −0）\n"


def test_stats(graph: Path) -> None:
    text = kg("stats", "-g", graph).stdout
    assert "推出 launches" in text
    told = json.loads(kg("stats", "--json", "-g", graph).stdout)
    assert told["relations"]["launches"] == 2
    assert told["central"][0]["label"] == "甲市总工会"


def test_check(graph: Path) -> None:
    pytest.importorskip("pyshacl")
    done = kg("check", "-g", graph)
    assert done.exit_code == 0, done.output
    assert "0 处违反" in done.stderr


def test_check_tells_a_broken_graph(graph: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyshacl")
    trig = (graph / "graph.trig").read_text(encoding="utf-8").replace('kg:rule "launches#1" ;', "")
    (tmp_path / "graph.trig").write_text(trig, encoding="utf-8")
    done = kg("check", "-g", tmp_path)
    assert done.exit_code == 8
    assert "违反 violation: statement:" in done.stdout
    assert "规则 rule: 每条陈述须有读出它的规则" in done.stdout
    assert "——《甲市总工会联手司法局推出“护薪行动”》one" in done.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_export(graph: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    done = kg("export", form, "-o", target, "-g", graph, "--around", "丁一", "--hops", "1", "--since", "2025")
    assert done.exit_code == 0, done.output
    files = [target] if target.is_file() else list(target.iterdir())
    assert target.is_dir() == (form in FOLDERS)
    if form != "parquet":
        everything = "".join(file.read_text(encoding="utf-8") for file in files)
        assert "甲市总工会" in everything
        assert "甲市司法局" not in everything.replace("甲市总工会与甲市司法局", "") or form == "csv"
    if form not in FOLDERS:
        assert kg("export", form, "-g", graph).stdout.encode("utf-8", "replace")


@pytest.mark.parametrize(("form", "file"), [("turtle", "graph.ttl"), ("trig", "graph.trig")])
def test_the_export_of_all_is_the_file_of_the_build(graph: Path, form: str, file: str) -> None:
    assert kg("export", form, "-g", graph).stdout_bytes == (graph / file).read_bytes()
