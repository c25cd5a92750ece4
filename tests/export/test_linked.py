"""Every RDF export is the same graph to pyoxigraph, rdflib and raptor."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import RdfFormat

from kg.export.linked import jsonld, merged, nquads, rdf12, rdfxml
from kg.export.rdf import turtle
from kg.graph import Quad, is_evidence
from kg.graph.quads import in_order

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
Term = tuple[str, ...]


def mine(term: object) -> Term:
    if isinstance(term, pyoxigraph.Literal):
        return term.value, (term.language or "").lower(), "" if term.language else term.datatype.value
    return (str(term).strip("<>"),)


def theirs(term: object) -> Term:
    if isinstance(term, rdflib.Literal):
        return (
            str(term),
            (term.language or "").lower(),
            "" if term.language else str(term.datatype or rdflib.XSD.string),
        )
    return (str(term),)


def expected(quads: list[Quad]) -> set[tuple[Term, ...]]:
    return {(mine(q.subject), mine(q.predicate), mine(q.object)) for q in quads}


def in_rdflib(data: bytes, form: str) -> set[tuple[Term, ...]]:
    dataset = rdflib.Dataset()
    dataset.parse(data=data.decode(), format=form)
    return {(theirs(s), theirs(p), theirs(o)) for s, p, o, _ in dataset.quads((None, None, None, None))}


@pytest.mark.parametrize(
    ("write", "form", "name"), [(nquads, RdfFormat.N_QUADS, "nquads"), (jsonld, RdfFormat.JSON_LD, "json-ld")]
)
def test_quads(quads: list[Quad], write: object, form: RdfFormat, name: str) -> None:
    data = write(quads)  # type: ignore[operator]
    assert set(pyoxigraph.parse(data, format=form)) == set(quads)
    assert in_rdflib(data, name) == expected(quads)


@pytest.mark.parametrize("evidence", [True, False])
def test_rdfxml(quads: list[Quad], evidence: bool) -> None:
    kept = merged(quads, evidence=evidence)
    data = rdfxml(kept)
    read = {
        (mine(t.subject), mine(t.predicate), mine(t.object)) for t in pyoxigraph.parse(data, format=RdfFormat.RDF_XML)
    }
    assert read == expected(kept) == in_rdflib(data, "xml")


def test_jsonld_has_a_context_and_short_names(quads: list[Quad]) -> None:
    data = json.loads(jsonld(quads))
    assert data["@context"]["kg"] == "https://w3id.org/baotu/kg#"
    assert data["@context"]["kg:launches"] == {"@type": "@id"}
    assert "sem" not in data["@context"]
    graph = next(item for item in data["@graph"] if item["@id"] == "article:one.1")
    union = next(node for node in graph["@graph"] if node["@id"] == "organization:甲市总工会")
    assert union["kg:launches"] == "programme:护薪行动"
    assert "kg:Union" in union["@type"]


def test_rdf12_reifies_the_same_iris(quads: list[Quad]) -> None:
    read = set(pyoxigraph.parse(rdf12(quads), format=RdfFormat.TRIG))
    names = {str(q.subject) for q in quads if q.predicate.value == RDF + "subject"}
    reified = {str(q.subject): q for q in read if q.predicate.value == RDF + "reifies"}
    assert reified.keys() == names
    said = {q.triple for q in quads if not is_evidence(q)}
    assert {q.object for q in reified.values()} <= said
    assert not {q for q in read if q.predicate.value in (RDF + "subject", RDF + "predicate", RDF + "object")}
    gone = {q for q in quads if q.predicate.value.startswith(RDF) and str(q.subject) in names}
    assert read - set(reified.values()) == set(quads) - gone


def test_the_same_bytes_in_any_order(quads: list[Quad]) -> None:
    shuffled = list(quads)
    random.Random(5).shuffle(shuffled)  # noqa: S311
    for write in (nquads, jsonld, rdfxml, rdf12):
        assert write(shuffled) == write(quads)
    assert in_order(shuffled) == quads


@pytest.mark.skipif(shutil.which("rapper") is None, reason="raptor is missing: apt-get install raptor2-utils")
@pytest.mark.parametrize("form", ["turtle", "rdfxml"])
def test_raptor(quads: list[Quad], tmp_path: Path, form: str) -> None:
    kept = merged(quads, evidence=False)
    file = tmp_path / "graph"
    file.write_bytes(turtle(kept).encode() if form == "turtle" else rdfxml(kept))
    done = subprocess.run(["rapper", "-q", "-i", form, "-o", "ntriples", file], capture_output=True, check=True)  # noqa: S603, S607
    read = pyoxigraph.parse(done.stdout, format=RdfFormat.N_TRIPLES)
    assert {(mine(t.subject), mine(t.predicate), mine(t.object)) for t in read} == expected(kept)
