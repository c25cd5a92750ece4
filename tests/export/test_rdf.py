"""Turtle and TriG: the triples expected, the same for both readers, the same bytes for the same facts."""

from __future__ import annotations

import random
from pathlib import Path

import pyoxigraph
import rdflib
from rdflib.compare import isomorphic

from kg.export import trig, turtle
from kg.graph import Quad, Run, archive_quads, document_graphs, is_evidence
from kg.knowledge.ontology import Ontology
from kg.model import Document

EXPECTED = Path(__file__).with_name("expected.ttl")


def honest_turtle(honest: list[Document], ontology: Ontology, run: Run) -> str:
    graphs = [graph for document in honest for graph in document_graphs(document, ontology=ontology)]
    return turtle(archive_quads(graphs, run=run))


def test_expected_graph(honest: list[Document], ontology: Ontology, run: Run) -> None:
    written = rdflib.Graph().parse(data=honest_turtle(honest, ontology, run), format="turtle")
    assert isomorphic(written, rdflib.Graph().parse(EXPECTED, format="turtle"))


def test_expected_text(honest: list[Document], ontology: Ontology, run: Run) -> None:
    assert honest_turtle(honest, ontology, run) == EXPECTED.read_text(encoding="utf-8")


def test_both_readers_read_the_same_turtle(quads: list[Quad]) -> None:
    text = turtle(quads)
    mine = {(str(t.subject), str(t.predicate), _plain(t.object)) for t in pyoxigraph.parse(text, format=_TURTLE)}
    facts = {(str(q.subject), str(q.predicate), _plain(q.object)) for q in quads if not is_evidence(q)}
    assert mine == facts
    graph = rdflib.Graph().parse(data=text, format="turtle")
    theirs = {(f"<{s}>", f"<{p}>", _rdflib_plain(o)) for s, p, o in graph}
    assert theirs == facts


def test_trig_holds_every_quad(quads: list[Quad]) -> None:
    text = trig(quads)
    assert set(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TRIG)) == set(quads)
    dataset = rdflib.Dataset()
    dataset.parse(data=text, format="trig")
    theirs = {
        (f"<{s}>", f"<{p}>", _rdflib_plain(o), f"<{g}>" if g and "default" not in str(g) else "DEFAULT")
        for s, p, o, g in dataset.quads((None, None, None, None))
    }
    assert theirs == {(str(q.subject), str(q.predicate), _plain(q.object), str(q.graph_name)) for q in quads}


def test_the_order_of_quads_does_not_matter(quads: list[Quad]) -> None:
    shuffled = list(quads)
    random.Random(7).shuffle(shuffled)  # noqa: S311
    assert turtle(shuffled) == turtle(quads)
    assert trig(shuffled) == trig(quads)


def test_headings_and_prefixes_only_where_used(quads: list[Quad]) -> None:
    text = turtle(quads)
    assert "# ── 机构 Organizations" in text
    assert "organization:甲市总工会 a kg:Organization, kg:Union ;" in text
    assert "prov:" not in text
    assert all(line.startswith("# ") for line in text.splitlines() if line.startswith("#"))


_TURTLE = pyoxigraph.RdfFormat.TURTLE


def _plain(term: object) -> tuple[str, str, str] | str:
    if isinstance(term, pyoxigraph.Literal):
        return term.value, (term.language or "").lower(), "" if term.language else term.datatype.value
    return str(term)


def _rdflib_plain(term: object) -> tuple[str, str, str] | str:
    if isinstance(term, rdflib.Literal):
        datatype = "" if term.language else str(term.datatype or rdflib.XSD.string)
        return str(term), (term.language or "").lower(), datatype
    return f"<{term}>"
