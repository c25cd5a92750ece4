"""A question in a process of its own: the same answer, and an end at every limit."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from kg.errors import GraphError, QueryError
from kg.graph import Store
from kg.graph.query import ask
from kg.graph.query_limits import Limits, ask_within

ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + " }"


def test_the_same_answer(built: Path, store: Store) -> None:
    for query in ("SELECT * { ?s ?p ?o }", "ASK { ?s a kg:Union }", "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }"):
        assert ask_within(built, query, limits=Limits()) == ask(store, query)


def test_time(built: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match="1 秒") as error:
        ask_within(built, ENDLESS, limits=Limits(seconds=1))
    assert error.value.exit_code == 5
    assert time.monotonic() - begun < 5


def test_rows(built: Path) -> None:
    answer = ask_within(built, "SELECT * { ?s ?p ?o . ?a ?b ?c }", limits=Limits(rows=7))
    assert (len(answer.rows), answer.truncated) == (7, True)
    assert not ask_within(built, "SELECT * { ?s a kg:Union }", limits=Limits(rows=7)).truncated


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_memory(built: Path) -> None:
    with pytest.raises(QueryError, match="256 MB"):
        ask_within(built, "SELECT * { ?s ?p ?o . ?a ?b ?c } ORDER BY ?c ?o", limits=Limits(megabytes=256))


def test_errors_come_home(built: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="有误"):
        ask_within(built, "SELECT * {", limits=Limits())
    with pytest.raises(QueryError, match="SERVICE"):
        ask_within(built, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", limits=Limits())
    with pytest.raises(GraphError):
        ask_within(tmp_path, "ASK {}", limits=Limits())


def test_nothing_of_the_working_directory_is_imported(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert ask_within(built, "ASK { ?s a kg:Union }", limits=Limits()).truth is True
