"""A graph carries the own folders that it was built with: their relations have names in every command."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import Result
from knowledge.own import DONATES, PREFIXES, RULE
from typer.testing import CliRunner

import kg as library
from kg.cli import app
from kg.errors import GraphError
from kg.export.claim import claimed
from kg.knowledge import load
from kg.knowledge.carried import CARRIED, carried
from kg.serve.site import open_site

TERMS = PREFIXES + DONATES
PAGE = "基金会获捐资\n\n本报讯　11月3日，{}省总工会捐资中国青少年发展基金会。\n"


def kg(*arguments: str) -> Result:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 0, done.output
    return done


@pytest.fixture(autouse=True)
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "own"
    (own / "frames").mkdir(parents=True)
    (own / "frames" / "donatesTo.yaml").write_text(RULE, encoding="utf-8")
    (own / "kg.ttl").write_text(TERMS, encoding="utf-8")
    for name, place in (("2025-11-04-01", "江苏"), ("2025-11-05-01", "浙江")):
        Path(f"{name}.txt").write_text(PAGE.format(place), encoding="utf-8")
    kg("build", "2025-11-04-01.txt", "--ontology", "own")
    return tmp_path / "output"


def test_every_reader_takes_the_terms_from_the_graph(graph: Path) -> None:
    assert "捐资给 donates to" in kg("show", "江苏省总工会").stdout
    assert "捐资给 donates to" in kg("path", "江苏省总工会", "中国青少年发展基金会").stdout
    assert "捐资给 donates to" in kg("stats").stdout
    assert "donatesTo,1,1" in kg("query", "counts", "-f", "csv").stdout
    assert "donatesTo#1" in kg("rules", "show", "donatesTo", "-g", "output").stdout
    kg("export", "csv", "-o", "tables")
    with Path("tables/facts.csv").open(encoding="utf-8-sig") as table:
        assert "donatesTo" in {row["property"] for row in csv.DictReader(table)}
    assert [fact.property for fact in library.open(graph).facts("江苏省总工会")] == ["donatesTo"]
    assert [link.p for link in open_site(graph, knowledge=load()).links] == ["donatesTo"]


def test_pages_are_added_by_the_rules_of_the_graph(graph: Path) -> None:
    kg("add", "2025-11-05-01.txt")
    assert "donatesTo,2,2" in kg("query", "counts", "-f", "csv").stdout
    assert [folder.name for folder in carried(graph)] == ["01"]


def test_a_build_without_the_folder_carries_none(graph: Path) -> None:
    kg("build", "2025-11-05-01.txt")
    assert not (graph / CARRIED).exists()
    assert "捐资给 donates to" not in kg("show", "浙江省总工会").stdout


def test_a_folder_of_that_name_of_others_is_not_replaced(graph: Path) -> None:
    (graph / CARRIED / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(GraphError, match="不是 kg 写的"), claimed(graph):
        pass
