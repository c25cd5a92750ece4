"""The W3C's own tests of the protocol and of the formats of results, over real HTTP.

They stand in https://github.com/w3c/rdf-tests under sparql/sparql11; KG_W3C names the folder where they are.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
)

from kg.graph import fill
from serve.conftest import running

SUITE = Path(os.environ.get("KG_W3C", ""))
WITHOUT = pytest.mark.skipif(not os.environ.get("KG_W3C"), reason="KG_W3C is not set: the W3C tests did not run")


@pytest.fixture(scope="module")
def protocol(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A site over the data of the protocol tests, and their manifest."""
    folder = found("protocol")
    quads = []
    for number in (1, 2, 3):
        name = NamedNode(f"http://kasei.us/2009/09/sparql/data/data{number}.rdf")
        for triple in parse(path=str(folder / f"data{number}.nt"), format=RdfFormat.N_TRIPLES):
            quads.append(Quad(triple.subject, triple.predicate, triple.object, name))
    graph = tmp_path_factory.mktemp("protocol")
    fill(quads, graph / "store")
    with running(graph) as site:
        yield site, folder / "manifest.ttl"


def found(name: str) -> Path:
    """The folder of a part of the suite."""
    manifest = next(iter(sorted(SUITE.glob(f"**/{name}/manifest.ttl"))), None)
    assert manifest, f"no {name}/manifest.ttl in KG_W3C={SUITE}"
    return manifest.parent


@WITHOUT
def test_w3c_protocol(protocol: tuple[str, Path], http: httpx.Client) -> None:
    """The query part of the suite, test by test; the update part must be refused, test by test."""
    site, manifest = protocol
    passed, failed, refused = [], [], []
    for name, title, requests in suite(manifest):
        update = "update" in name
        for sent in requests:
            path = sent["path"].replace("/sparql", site + "/sparql", 1)
            body = sent["body"].encode(sent["encoding"]) if sent["body"] is not None else None
            answer = http.request(sent["method"], path, content=body, headers=sent["headers"])
            if update:
                if "query=" in path or sent["headers"].get("content-type") == "application/sparql-query":
                    continue  # the look at what the update did
                (refused if 400 <= answer.status_code < 500 else failed).append(f"{name}: {title}")
                continue
            problem = wrong(answer, sent)
            (failed if problem else passed).append(f"{name}: {title} {problem}".strip())
    assert failed == []
    assert len(passed) >= 19
    assert refused
    print(f"W3C protocol: {len(passed)} requests of the query part right, {len(refused)} updates refused")


def suite(manifest: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Name, title and requests of every test."""
    from rdflib import RDF, Graph, Namespace
    from rdflib.collection import Collection

    mf = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
    ht, cnt = Namespace("http://www.w3.org/2011/http#"), Namespace("http://www.w3.org/2011/content#")
    graph = Graph().parse(manifest, format="turtle")
    for test in sorted(graph.subjects(RDF.type, mf.ProtocolTest)):
        requests = []
        for request in Collection(graph, graph.value(graph.value(test, mf.action), ht.requests)):
            body = graph.value(request, ht.body)
            headers = graph.value(request, ht.headers)
            response = graph.value(request, ht.resp)
            requests.append(
                {
                    "path": str(graph.value(request, ht.absolutePath)),
                    "method": str(graph.value(request, ht.methodName)),
                    "body": str(graph.value(body, cnt.chars)) if body else None,
                    "encoding": str(graph.value(body, cnt.characterEncoding)) if body else "",
                    "headers": {
                        str(graph.value(header, ht.fieldName)): str(graph.value(header, ht.fieldValue))
                        for header in (Collection(graph, headers) if headers else ())
                    },
                    "status": {str(status)[-3:] for status in graph.objects(response, mf.expectedStatus)},
                    "format": str(graph.value(response, mf.expectedFormat) or ""),
                    "boolean": graph.value(response, mf.expectedBoolean),
                }
            )
        yield str(test).rsplit("#", 1)[-1], str(graph.value(test, mf.name)), requests


def wrong(answer: httpx.Response, sent: dict[str, Any]) -> str:
    """What is wrong with an answer, '' when it is right."""
    if not any(str(answer.status_code)[0] == str(status)[0] for status in sent["status"]):
        return f"status {answer.status_code}"
    media = answer.headers.get("content-type", "").split(";")[0]
    if sent["format"] == "boolean" and QueryResultsFormat.from_media_type(media) is None:
        return media
    if sent["format"] == "tabular" and QueryResultsFormat.from_media_type(media) is None:
        return media
    if sent["format"] == "RDF" and RdfFormat.from_media_type(media) is None:
        return media
    if sent["boolean"] is not None and json.loads(answer.text)["boolean"] != sent["boolean"].toPython():
        return "the other truth"
    return ""


@WITHOUT
@pytest.mark.parametrize("name", ["csv-tsv-res", "json-res"])
def test_w3c_result_formats(name: str, tmp_path: Path, http: httpx.Client) -> None:
    """Every query of the suite answered as the suite answers it, whatever the order of rows."""
    from rdflib import Graph, Namespace

    mf = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
    qt = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
    folder = found(name)
    manifest = Graph().parse(folder / "manifest.ttl", format="turtle")
    tests = [
        [str(manifest.value(*what)).rsplit("/", 1)[-1] for what in ((to, qt.data), (to, qt.query), (test, mf.result))]
        for test, to in manifest.subject_objects(mf.action)
    ]
    assert len(tests) >= 4
    for data in sorted({data for data, _, _ in tests}):
        (tmp_path / data).mkdir()
        fill(parse(path=str(folder / data), format=RdfFormat.TURTLE), tmp_path / data / "store")
        with running(tmp_path / data) as site:
            for query, result in sorted(test[1:] for test in tests if test[0] == data):
                form = result.rsplit(".", 1)[-1].replace("srj", "json")
                asked = {"query": (folder / query).read_text(encoding="utf-8"), "format": form}
                answer = http.get(f"{site}/sparql", params=asked)
                assert answer.status_code == 200, query
                names, rows = shape(answer.content, form)
                wanted, wanted_rows = shape((folder / result).read_bytes(), form)
                if not re.search(r"SELECT\s+\*", asked["query"]):  # the standard leaves the order of * open
                    assert names == wanted, result
                assert (set(names), rows) == (set(wanted), wanted_rows), result


def shape(body: bytes, form: str) -> tuple[list[str], list[str]]:
    """Variables and sorted rows of an answer: blank nodes under one name, numbers by value; a truth has one row."""
    if form == "csv":
        names, *cells = list(csv.reader(io.StringIO(body.decode(), newline="")))
        return names, sorted(str(sorted(zip(names, map(_plain, row), strict=True))) for row in cells)
    told = parse_query_results(body, format={"json": QueryResultsFormat.JSON, "tsv": QueryResultsFormat.TSV}[form])
    if isinstance(told, QueryBoolean):
        return [], [str(bool(told))]
    names = [variable.value for variable in told.variables]
    return names, sorted(str(sorted(zip(names, map(_term, row), strict=True))) for row in told)


# the store keeps a number by its value: -3 as negativeInteger and -3 as integer are one and the same to it
_INTEGERS = ("negativeInteger", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger", "long", "int")


def _term(term: object) -> str:
    if isinstance(term, BlankNode):
        return "_:b"
    if isinstance(term, Literal):
        kind = term.datatype.value.removeprefix("http://www.w3.org/2001/XMLSchema#")
        return f"{_plain(term.value)} {term.language} {'integer' if kind in _INTEGERS else kind}"
    return str(term)


def _plain(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return "_:b" if text.startswith("_:") else text
