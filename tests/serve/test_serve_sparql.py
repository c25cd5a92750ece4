"""The SPARQL endpoint over real HTTP: forms of requests and answers, refusals, limits; and its real clients."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from serve.conftest import running

SELECT = "SELECT ?x ?name WHERE { ?x a kg:Programme ; rdfs:label ?name } ORDER BY ?name LIMIT 5"
CONSTRUCT = "CONSTRUCT { ?x rdfs:label ?name } WHERE { ?x a kg:Programme ; rdfs:label ?name }"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?c) != STR(?f) && ?i != ?c) }"
UPDATES = (
    *("INSERT DATA { <a:a> <a:b> <a:c> }", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP ALL", "CREATE GRAPH <a:g>"),
    *("LOAD <https://example.org/x.ttl>", "LOAD <file:///etc/passwd>", "COPY DEFAULT TO <a:g>"),
    "PREFIX a: <a:> INSERT { a:a a:b a:c } WHERE {}",
)


@pytest.fixture(scope="module")
def endpoint(site: str) -> str:
    return f"{site}/sparql"


@pytest.mark.parametrize(
    "form", [QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.CSV, QueryResultsFormat.TSV]
)
def test_results_in_every_format(endpoint: str, http: httpx.Client, form: QueryResultsFormat) -> None:
    answer = http.get(endpoint, params={"query": SELECT}, headers={"Accept": form.media_type})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == form.media_type.split(";")[0]
    if form != QueryResultsFormat.CSV:
        solutions = parse_query_results(answer.content, format=form)
        assert [variable.value for variable in solutions.variables] == ["x", "name"]  # type: ignore[union-attr]
        assert len(list(solutions)) == 5  # type: ignore[arg-type]
    else:
        assert len(answer.text.splitlines()) == 6


@pytest.mark.parametrize(
    "form",
    [
        *(RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD),
        *(RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.N3),
    ],
)
def test_graphs_in_every_format(endpoint: str, http: httpx.Client, form: RdfFormat) -> None:
    answer = http.get(endpoint, params={"query": CONSTRUCT}, headers={"Accept": form.media_type})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == form.media_type
    assert len(list(parse(answer.content, format=form))) > 5


def test_three_ways_to_ask(endpoint: str, http: httpx.Client) -> None:
    told = [
        http.get(endpoint, params={"query": SELECT}),
        http.post(endpoint, data={"query": SELECT}),
        http.post(endpoint, content=SELECT.encode(), headers={"Content-Type": "application/sparql-query"}),
        http.post(
            endpoint, content=SELECT.encode(), headers={"Content-Type": "application/sparql-query; charset=utf-8"}
        ),
    ]
    assert {answer.status_code for answer in told} == {200}
    assert len({answer.text for answer in told}) == 1


def test_without_a_preference_json_and_turtle(endpoint: str, http: httpx.Client) -> None:
    for accept in ({}, {"Accept": "*/*"}):
        assert http.get(endpoint, params={"query": SELECT}, headers=accept).headers["content-type"].endswith("+json")
        assert http.get(endpoint, params={"query": "ASK {}"}, headers=accept).json()["boolean"] is True
        made = http.get(endpoint, params={"query": CONSTRUCT}, headers=accept)
        assert made.headers["content-type"] == "text/turtle; charset=utf-8"


def test_a_format_for_the_other_form_is_no_obstacle(endpoint: str, http: httpx.Client) -> None:
    made = http.get(endpoint, params={"query": CONSTRUCT}, headers={"Accept": "application/sparql-results+json"})
    assert made.headers["content-type"].startswith("text/turtle")
    assert http.get(endpoint, params={"query": "ASK {}"}, headers={"Accept": "text/csv"}).json()["boolean"] is True
    assert http.get(endpoint, params={"query": SELECT}, headers={"Accept": "image/png"}).status_code == 406


def test_downloads(endpoint: str, http: httpx.Client) -> None:
    asked = {"query": SELECT, "format": "csv", "download": '项目"\r\nX: y.csv'}
    answer = http.get(endpoint, params=asked, headers={"Accept": "text/html"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "x" not in answer.headers
    assert answer.headers["content-disposition"].startswith("attachment; filename=")


@pytest.mark.parametrize("update", UPDATES)
def test_updates_are_refused(endpoint: str, http: httpx.Client, update: str) -> None:
    before = http.get(endpoint, params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).text
    told = [
        http.get(endpoint, params={"query": update}),
        http.post(endpoint, data={"update": update}),
        http.get(endpoint, params={"update": update}),
        http.post(endpoint, content=update.encode(), headers={"Content-Type": "application/sparql-update"}),
        http.post(endpoint, content=update.encode(), headers={"Content-Type": "application/sparql-query"}),
    ]
    assert all(400 <= answer.status_code < 500 for answer in told)
    assert http.get(endpoint, params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).text == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { SERV\\u0049CE <https://example.org/> { ?s ?p ?o } }",
        "SELECT",
        "SELECT * { ?s ?p ?o } SELECT * { ?s ?p ?o }",
        "",
        "\x00",
        "}" * 10_000,
    ],
)
def test_what_cannot_be_asked_is_told_in_words(endpoint: str, http: httpx.Client, query: str) -> None:
    answer = http.post(endpoint, data={"query": query})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.strip()
    assert "root:" not in answer.text


def test_too_long_a_query(endpoint: str, http: httpx.Client) -> None:
    answer = http.post(endpoint, content=b"#" * 2_000_000, headers={"Content-Type": "application/sparql-query"})
    assert answer.status_code == 413


def test_a_dataset_of_the_protocol(endpoint: str, http: httpx.Client) -> None:
    graph = "https://w3id.org/baotu/id/article/2025-11-17-01.1"
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def told(**asked: str) -> int:
        answer = http.get(endpoint, params={"query": count, **asked}).json()
        return int(answer["results"]["bindings"][0]["n"]["value"])

    assert 0 < told(**{"default-graph-uri": graph}) < told()
    assert told(**{"named-graph-uri": graph}) == 0
    bad = http.get(endpoint, params={"query": count, "default-graph-uri": "> } DROP ALL"})
    assert bad.status_code == 400


def test_the_description_of_the_service(endpoint: str, http: httpx.Client) -> None:
    answer = http.get(endpoint, headers={"Accept": "text/turtle"})
    assert any(
        "sparql-service-description#Service" in str(quad) for quad in parse(answer.content, format=RdfFormat.TURTLE)
    )


def test_a_slow_query_stops_and_others_go_on(built: Path) -> None:
    with running(built, "--seconds", "5") as site, httpx.Client(trust_env=False, timeout=60) as client:
        with ThreadPoolExecutor(4) as pool:
            slow = pool.submit(client.get, f"{site}/sparql", params={"query": SLOW})
            time.sleep(0.3)
            meanwhile = 0
            while not slow.done():
                assert client.get(f"{site}/sparql", params={"query": "ASK {}"}).status_code == 200
                assert client.get(f"{site}/").status_code == 200
                meanwhile += not slow.done()
            stopped = slow.result()
        assert stopped.status_code == 503
        assert "5 秒" in stopped.text
        assert meanwhile >= 1
        assert client.get(f"{site}/sparql", params={"query": "ASK {}"}).status_code == 200


def test_a_query_that_is_given_up_frees_its_worker(built: Path) -> None:
    with running(built, "--seconds", "3", "--workers", "1") as site:
        for _ in range(3):
            with httpx.Client(trust_env=False) as client, pytest.raises(httpx.TimeoutException):
                client.get(f"{site}/sparql", params={"query": SLOW}, timeout=0.4)
        with httpx.Client(trust_env=False, timeout=30) as client:
            told = [client.get(f"{site}/sparql", params={"query": "ASK {}"}).status_code for _ in range(4)]
        assert told[-1] == 200


def test_sparqlwrapper(endpoint: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed")
    for method in (wrapper.GET, wrapper.POST):
        client = wrapper.SPARQLWrapper(endpoint)
        client.setMethod(method)
        client.setQuery(SELECT)
        client.setReturnFormat(wrapper.JSON)
        assert len(client.query().convert()["results"]["bindings"]) == 5
        client.setReturnFormat(wrapper.XML)
        assert len(client.query().convert().getElementsByTagName("result")) == 5
        client.setReturnFormat(wrapper.CSV)
        assert client.query().convert().decode().startswith("x,name")
        client.setQuery(CONSTRUCT)
        client.setReturnFormat(wrapper.TURTLE)
        assert b"rdfs:label" in client.query().convert()
        client.setQuery("ASK { ?x a <https://w3id.org/baotu/kg#Programme> }")
        client.setReturnFormat(wrapper.JSON)
        assert client.query().convert()["boolean"] is True
    client.setQuery("SELECT nonsense")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed):
        client.query()


def test_rdflib_sparqlstore(endpoint: str) -> None:
    from rdflib import Graph, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    for method in ("GET", "POST", "POST_FORM"):
        graph = Graph(SPARQLStore(endpoint, method=method))
        rows = list(graph.query("SELECT ?x WHERE { ?x a <https://w3id.org/baotu/kg#Programme> }"))
        assert len(rows) > 5
        labels = list(graph.objects(rows[0][0], URIRef("http://www.w3.org/2000/01/rdf-schema#label")))
        assert labels
        assert labels[0].language == "zh"
        assert graph.query("ASK { ?s ?p ?o }").askAnswer is True
