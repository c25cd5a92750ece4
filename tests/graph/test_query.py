"""Questions: none changes the graph or leaves the machine, and a fact that many articles tell is one fact."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.graph import Store
from kg.graph.query import ask
from kg.graph.query_slips import unknown_terms


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE<http://x>{} }",
        "SELECT * { ?s ?p 1SERVICE#{\n<http://x>#\n{} }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "PREFIX ex: <http://x/> SELECT * { SERVICE ex:y { ?s ?p ?o } }",
        "SELECT * { FILTER(?a<'&&?b>') SERVICE <http://x> { ?s ?p ?o } FILTER('x'='x') }",
        "SELECT * { ?s ?p kg:a\\# . SERVICE <http://x> { ?a ?b ?c }\n}",
        "SELECT * { \\u0053ERVICE <http://x> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/hostname> { ?s ?p ?o }",
        "BASE <file:///etc/> SELECT * FROM <hostname> { ?s ?p ?o }",
        "PREFIX f: <file:///etc/> SELECT * FROM f:hostname { ?s ?p ?o }",
        "LOAD <http://x>",
        "INSERT DATA { kg:a kg:b kg:c }",
        "# a comment\nPREFIX ex: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "SELECT * {",
        "no question at all",
    ],
)
def test_refused(store: Store, text: str) -> None:
    before = len(store)
    with pytest.raises(QueryError):
        ask(store, text)
    assert len(store) == before


@pytest.mark.parametrize("text", ["SELECT ?service { ?service kg:launches ?o }", "ASK { ?s rdfs:label 'SERVICE' }"])
def test_words_that_only_look_dangerous(store: Store, text: str) -> None:
    ask(store, text)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("SELECT * { ?s foaf:name ?o }", "foaf:"),
        ("SELECT * { ?s a foaf:Person ; :knows ?o }", "foaf:、:"),
        ("PREFIX foaf: <http://x/> SELECT * { ?s foaf:name ?o ; dc:title ?t }", "dc:"),
        ("SELECT * { ?s rdfs:label 'foaf:a' ; 甲:乙 ?o } # dc:title", "甲:"),
    ],
)
def test_an_unknown_prefix_is_named_beside_the_known_ones(store: Store, text: str, unknown: str) -> None:
    with pytest.raises(QueryError, match=f"前缀 {unknown}（") as error:
        ask(store, text)
    assert "kg: " in error.value.hint
    assert f"PREFIX {unknown.split('、')[0]} <" in error.value.hint


def test_another_mistake_is_no_prefix(store: Store) -> None:
    with pytest.raises(QueryError, match="有误"):
        ask(store, "PREFIX foaf: <http://x/> SELECT * { ?s kg:launches 'dc:x' ; foaf:a <http://x> ")


@pytest.mark.parametrize(
    ("text", "found", "hint"),
    [
        ("SELECT ?x\nWHERE { ?x a kg:Person ", "第 2 行第 24 字", "少 1 个 }"),
        ("SELECT ?x WHERE ( ?x kg:launches ?y )", "“SELECT ?x WHERE”之后", "（expected here）: {"),
        ("SELCT ?x {}", "第 1 行", "开头（a query begins with）: SELECT"),
        ("SELECT ?x { ?x a }", "“SELECT ?x { ?x a }”之后", "SPARQL 1.1"),
    ],
)
def test_a_slip_is_told_with_its_place(store: Store, text: str, found: str, hint: str) -> None:
    with pytest.raises(QueryError) as error:
        ask(store, text)
    assert found in error.value.message
    assert hint in error.value.hint


def test_an_unknown_term_has_its_neighbours() -> None:
    known = ("Person", "Programme", "launches")
    asked = "SELECT * { ?s a kg:Persn ; kg:launches 'kg:nothing' ; kg:xyz ?o ; kg:person ?p }"
    assert unknown_terms(asked, known) == [("Persn", ["Person"]), ("xyz", []), ("person", ["Person"])]


def test_forms_of_answers(store: Store) -> None:
    assert ask(store, "ASK { ?u a kg:Union }").truth is True
    built = ask(store, "CONSTRUCT { ?p kg:x ?u } WHERE { ?u kg:launches ?p }")
    assert built.variables == ("subject", "predicate", "object")
    assert len(built.rows) == 2
    few = ask(store, "SELECT ?s { ?s a kg:Organization }", limit=2)
    assert len(few.rows) == 2
    assert few.truncated
    unbound = ask(store, "SELECT ?s ?x { ?s a kg:Union OPTIONAL { ?s kg:nothing ?x } }")
    assert unbound.rows[0][1] is None


def test_a_named_graph_can_be_chosen(store: Store) -> None:
    one = ask(store, "SELECT ?p FROM article:one.2 { ?s kg:launches ?p }")
    assert one.rows == ()


def test_merged_facts_are_counted_once(store: Store) -> None:
    """甲市总工会 stands in the graphs of two articles, and is one union."""
    assert ask(store, "SELECT (COUNT(?u) AS ?n) { ?u a kg:Union ; rdfs:label ?name }").rows[0][0].value == "1"  # type: ignore[union-attr]
    graphs = ask(store, "SELECT ?g { GRAPH ?g { ?u a kg:Union } }")
    assert len(graphs.rows) == 2
