"""The RDF of a graph: everything has evidence, nothing is blank, everything can be read back."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.errors import GraphError
from kg.graph import ArticleGraph, Quad, Run, archive_quads, dump, fill, open_graph
from kg.graph.quads import article_quads, run_quads
from kg.graph.query import ask
from kg.graph.store import add_lines, load

WITHOUT_EVIDENCE = """
SELECT DISTINCT ?s ?p ?o WHERE {
  GRAPH ?article { ?s ?p ?o }
  FILTER(?p NOT IN (rdf:type, rdfs:label, skos:altLabel, skos:notation))
  FILTER NOT EXISTS { ?s a ?kind VALUES ?kind {
    rdf:Statement oa:SpecificResource oa:TextPositionSelector oa:TextQuoteSelector kg:Page } }
  FILTER NOT EXISTS { GRAPH ?article {
    ?statement a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
      kg:rule ?rule ; prov:wasGeneratedBy ?run ; prov:wasDerivedFrom ?source .
    { ?source oa:hasSource ?page ; oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:exact ?words .
      ?page a kg:Page } UNION { ?source a kg:Page } } }
}"""


def test_lines_are_loaded_a_part_at_a_time(
    graphs: list[ArticleGraph], quads: list[Quad], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Run(version="test", rules="rules")
    with (tmp_path / "lines").open("wb") as file:
        add_lines(run_quads(run), "", file)
        for graph in graphs:
            add_lines(article_quads(graph, run=run), graph.iri, file)
    monkeypatch.setattr("kg.graph.store._PART", 1000)
    load(tmp_path / "lines", tmp_path / "store")
    assert dump(open_graph(tmp_path)) == dump(fill(quads))


def test_every_fact_has_evidence(quads: list[Quad]) -> None:
    assert ask(fill(quads), WITHOUT_EVIDENCE).rows == ()


def test_the_question_for_evidence_can_fail(quads: list[Quad]) -> None:
    rule = pyoxigraph.NamedNode("https://w3id.org/baotu/kg#rule")
    assert ask(fill(quad for quad in quads if quad.predicate != rule), WITHOUT_EVIDENCE).rows


def test_evidence_is_about_facts_that_are_there(quads: list[Quad]) -> None:
    orphans = """ASK { GRAPH ?g { ?x rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
      FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"""
    assert ask(fill(quads), orphans).truth is False


def test_no_blank_nodes(quads: list[Quad]) -> None:
    assert not any(isinstance(t, pyoxigraph.BlankNode) for q in quads for t in (q.subject, q.object, q.graph_name))


def test_one_graph_an_article(graphs: list[ArticleGraph], quads: list[Quad]) -> None:
    names = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, pyoxigraph.NamedNode)}
    assert names == {graph.iri for graph in graphs}
    rest = archive_quads(graphs[1:], run=Run(version="test", rules="rules"))
    assert [quad for quad in quads if getattr(quad.graph_name, "value", "") != graphs[0].iri] == rest


def test_no_wall_clock_unless_given() -> None:
    assert not any("startedAtTime" in str(quad) for quad in archive_quads([], run=Run("1", "r")))
    assert any("startedAtTime" in str(quad) for quad in archive_quads([], run=Run("1", "r", "2025-11-04T08:00:00Z")))


def test_n_quads_are_read_alike(quads: list[Quad]) -> None:
    written = dump(fill(quads))
    assert set(pyoxigraph.parse(written, format=pyoxigraph.RdfFormat.N_QUADS)) == set(quads)
    dataset = rdflib.Dataset()
    dataset.parse(data=written.decode("utf-8"), format="nquads")
    assert len(list(dataset.quads((None, None, None, None)))) == len(quads)


def test_a_store_on_disk(quads: list[Quad], tmp_path: Path) -> None:
    expected = dump(fill(quads))
    fill(quads, tmp_path / "store")
    assert dump(open_graph(tmp_path)) == expected
    with pytest.raises(GraphError, match="store"):
        fill(quads, tmp_path / "store")


def test_a_missing_or_broken_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"graph\.trig"):
        open_graph(tmp_path)
    (tmp_path / "graph.trig").write_text("<a> {", encoding="utf-8")
    with pytest.raises(GraphError, match="打不开"):
        open_graph(tmp_path)
