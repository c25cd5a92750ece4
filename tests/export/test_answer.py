"""Answers as text: a table to read, and the W3C formats as other readers read them."""

from __future__ import annotations

import csv
import json
from io import StringIO
from xml.etree import ElementTree

import pytest
import rdflib

from kg.errors import CallError, QueryError
from kg.export.answer import FORMATS, answer_text, catalogue
from kg.graph import Store
from kg.graph.query import Answer, Cell, ask
from kg.graph.query_named import named_queries
from kg.knowledge import builtin
from kg.text import width

HOSTILE = Answer(
    "SELECT",
    ("name", "number"),
    (
        (Cell("literal", '=cmd|"/c calc"!A1', language="zh"), None),
        (
            Cell("literal", "甲,\n“乙”\t\ufffd"),
            Cell("literal", "-5", datatype="http://www.w3.org/2001/XMLSchema#integer"),
        ),
    ),
)


def test_table() -> None:
    answer = Answer("SELECT", ("a", "b"), ((Cell("literal", "甲市"), Cell("iri", "https://w3id.org/baotu/kg#Union")),))
    assert answer_text(answer, "table") == "a     b\n----  --------\n甲市  kg:Union\n（1 行 row）\n"


def test_a_terminal_cuts_the_widest_cells_of_a_table() -> None:
    cells = tuple(Cell("literal", text) for text in ("甲市总工会", "甲市总工会推出“护薪行动”，为职工服务。" * 9, "one"))
    answer = Answer("SELECT", ("who", "quote", "page"), (cells,))
    lines = answer_text(answer, "table", 40).splitlines()
    assert max(map(width, lines[:-1])) <= 40
    assert lines[2].startswith("甲市总工会  甲市总工会推出“")
    assert lines[2].endswith("…  one")
    assert "-f csv" in lines[-1]
    assert cells[1].value in answer_text(answer, "table")
    assert answer_text(answer, "table", 999) == answer_text(answer, "table")


def test_csv_holds_no_formula() -> None:
    rows = list(csv.reader(StringIO(answer_text(HOSTILE, "csv"))))
    assert rows == [["name", "number"], ['\'=cmd|"/c calc"!A1', ""], ["甲,\n“乙”\t\ufffd", "-5"]]


def test_exact_formats() -> None:
    assert json.loads(answer_text(HOSTILE, "json"))["results"]["bindings"][0]["name"] == {
        "type": "literal",
        "value": '=cmd|"/c calc"!A1',
        "xml:lang": "zh",
    }
    space = "{http://www.w3.org/2005/sparql-results#}"
    values = ElementTree.fromstring(answer_text(HOSTILE, "xml")).iter(f"{space}literal")  # noqa: S314 our own text
    assert [value.text for value in values] == ['=cmd|"/c calc"!A1', "甲,\n“乙”\t\ufffd", "-5"]
    lines = answer_text(HOSTILE, "tsv").splitlines()
    assert lines[:2] == ["?name\t?number", '"=cmd|\\"/c calc\\"!A1"@zh\t']


@pytest.mark.parametrize("form", ["json", "xml", "tsv", "csv"])
def test_rdflib_reads_answers(store: Store, form: str) -> None:
    answer = ask(store, "SELECT ?s ?name { ?s a kg:Programme ; rdfs:label ?name }")
    read = rdflib.query.Result.parse(source=StringIO(answer_text(answer, form)), format=form)  # type: ignore[arg-type]
    assert len(list(read)) == len(answer.rows)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "ttl"])
def test_yes_and_no(form: str) -> None:
    for truth, words in ((True, ("true", "yes")), (False, ("false", "no"))):
        assert any(word in answer_text(Answer("ASK", truth=truth), form) for word in words)


def test_turtle_is_for_graphs(store: Store) -> None:
    query = "CONSTRUCT { ?u kg:x ?p . [] kg:y ?u } WHERE { ?u kg:launches ?p }"
    graph = rdflib.Graph().parse(data=answer_text(ask(store, query), "ttl"), format="turtle")
    assert len(graph) == 4
    with pytest.raises(QueryError, match="CONSTRUCT"):
        answer_text(HOSTILE, "ttl")
    with pytest.raises(CallError, match="table"):
        answer_text(HOSTILE, "xlsx")


def test_the_catalogue_names_every_parameter() -> None:
    text = catalogue(named_queries([builtin()]).values())
    assert "careers" in text
    assert "--person  人名 a person's name" in text
