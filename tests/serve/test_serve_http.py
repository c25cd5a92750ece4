"""Every address of the site over real HTTP: what it answers, in which form, and with which headers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zipfile import ZipFile

import httpx
import networkx as nx
import pytest
from pyoxigraph import RdfFormat, parse

from kg.build import build_graph
from kg.errors import GraphError, KgError
from kg.knowledge import Knowledge
from kg.read import read_paths
from kg.serve import serve
from kg.serve.taken import TAKEN, ZIP
from serve.conftest import running

PAGES = (
    *("/", "/search", "/search?q=总工会", "/search?q=szgh", "/search?type=Article&page=2", "/explore", "/timeline"),
    *("/timeline?since=2020&until=2024&type=Event", "/map", "/map?view=world", "/charts", "/rules", "/queries"),
    *("/queries/unions_programmes", "/sparql", "/api"),
)
DATA = (
    *("/api/stats", "/api/search?q=工会", "/api/suggest?q=工", "/api/graph", "/api/timeline", "/api/map"),
    *("/api/rules", "/api/queries", "/api/queries?name=unions_programmes"),
)
HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages(site: str, http: httpx.Client, path: str, language: str) -> None:
    answer = http.get(site + path, headers={**HTML, "Cookie": f"lang={language}"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{"en" if language == "en" else "zh-CN"}"' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", [path for path in PAGES if path not in ("/sparql", "/api")])
def test_every_view_can_be_taken_home(site: str, http: httpx.Client, path: str) -> None:
    page = http.get(site + path, headers=HTML).text
    found = re.findall(r'<a class="download"[^>]*href="([^"]+)"', page)
    assert found, "the page offers nothing to take home"
    for address in found[:6]:
        assert http.get(site + unescape(address)).status_code == 200


@pytest.mark.parametrize("path", DATA)
def test_data(site: str, http: httpx.Client, path: str) -> None:
    answer = http.get(site + path)
    assert answer.status_code == 200
    assert json.loads(answer.text)


def test_the_language_stays(site: str) -> None:
    with httpx.Client(trust_env=False) as client:
        assert "Most active bodies" in client.get(f"{site}/?lang=en").text
        assert "Most active bodies" in client.get(f"{site}/").text
        assert "最活跃的机构" in client.get(f"{site}/?lang=zh").text


@pytest.mark.parametrize("kind", ["Organization", "Person", "Programme", "Event", "Place", "Award"])
def test_things_in_every_form(
    site: str, http: httpx.Client, things: Callable[[str], list[dict[str, Any]]], kind: str
) -> None:
    thing = things(kind)[0]
    page = http.get(site + thing["href"], headers=HTML)
    assert page.status_code == 200
    assert page.headers["vary"] == "Accept, Cookie"
    for form in (RdfFormat.TURTLE, RdfFormat.JSON_LD, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.TRIG):
        answer = http.get(site + thing["href"], headers={"Accept": form.media_type})
        assert answer.headers["content-type"].split(";")[0] == form.media_type
        quads = list(parse(answer.content, format=form))
        assert any(thing["iri"] in (getattr(q.subject, "value", ""), getattr(q.object, "value", "")) for q in quads)
    for short in ("ttl", "jsonld", "nt", "rdf", "trig", "nq", "n3", "json"):
        assert http.get(site + thing["href"], params={"format": short}).status_code == 200
    told = http.get(f"{site}/api/entity", params={"node": thing["iri"]}).json()
    assert told["name"] == thing["name"]
    facts = [fact for group in told["facts"] if group["property"] != "mentions-of" for fact in group["facts"]]
    assert all(quote["text"] and quote["rule"] for fact in facts for quote in fact["quotes"])


def test_evidence_travels_with_trig(
    site: str, http: httpx.Client, things: Callable[[str], list[dict[str, Any]]]
) -> None:
    thing = things("Programme")[0]
    text = http.get(site + thing["href"], params={"format": "trig"}).text
    assert "oa:exact" in text
    assert "kg:rule" in text


def test_a_thing_in_the_formats_of_other_programs(
    site: str, http: httpx.Client, things: Callable[[str], list[dict[str, Any]]]
) -> None:
    thing = things("Organization")[0]
    for form, (media, ending) in TAKEN.items():
        answer = http.get(site + thing["href"], params={"format": form})
        assert answer.status_code == 200, form
        assert answer.headers["content-type"] == media
        assert answer.headers["content-disposition"].endswith(f'.{ending}"')
        assert http.get(site + thing["href"], params={"format": form}).content == answer.content
        if media == ZIP:
            with ZipFile(BytesIO(answer.content)) as archive:
                assert archive.testzip() is None
                assert len(archive.namelist()) > 2
        else:
            assert thing["name"] in answer.text
    drawn = nx.read_graphml(BytesIO(http.get(site + thing["href"], params={"format": "graphml"}).content))
    assert thing["name"] in {told["label"] for _, told in drawn.nodes(data=True)}
    assert drawn.number_of_edges() >= 1
    page = http.get(site + thing["href"], headers=HTML).text
    assert all(f"format={form}" in page for form in TAKEN)


def test_iris_by_their_own_path(site: str, http: httpx.Client) -> None:
    answer = http.get(f"{site}/baotu/id/place/110000", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert answer.url.path == "/id/place/110000"
    assert answer.headers["content-type"].startswith("text/turtle")


def test_any_node_of_the_graph_has_a_page(site: str, http: httpx.Client) -> None:
    query = "SELECT DISTINCT ?x WHERE { ?x a ?c FILTER(STRSTARTS(STR(?x), 'https://w3id.org/baotu/id/')) } LIMIT 3000"
    found = http.get(f"{site}/sparql", params={"query": query}).json()["results"]["bindings"]
    assert len(found) > 1000
    for row in found[::40]:
        assert http.get(f"{site}/id", params={"iri": row["x"]["value"]}, headers=HTML).status_code == 200


def test_an_article_has_its_words_and_facts(
    site: str, http: httpx.Client, things: Callable[[str], list[dict[str, Any]]]
) -> None:
    told = http.get(f"{site}/api/article", params={"node": "article/2025-11-17-01.1"}).json()
    words = "".join(
        text for block in told["blocks"] for sentence in block["sentences"] for text, _, _ in sentence["pieces"]
    )
    assert "本报讯" in words
    facts = [fact for block in told["blocks"] for sentence in block["sentences"] for fact in sentence["facts"]]
    assert facts
    assert all(fact["subjects"] and fact["objects"] and fact["rule"] for fact in facts)
    page = http.get(f"{site}/id/article/2025-11-17-01.1", headers=HTML).text
    assert 'class="m Organization"' in page
    marked = http.get(f"{site}/id/article/2025-11-17-01.1", params={"at": "120"}, headers=HTML).text
    assert marked.count('id="here"') == 1


@pytest.mark.parametrize(
    "path",
    [
        *("/nothing", "/id/person/无人", "/id?iri=x", "/id", "/id?iri=<script>", "/queries/none", "/static/none.js"),
        *("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fapp.py", "/static//etc/passwd"),
        *("/id/../../etc/passwd", "/id/..%2f..%2fetc%2fpasswd", "/id/article/..%2f..%2freport.json", "/id/page/%00"),
        *("/api/entity", "/api/entity?node=x", "/api/article?node=place/110000", "/api/queries?name=none"),
    ],
)
def test_what_is_not_there(site: str, http: httpx.Client, path: str) -> None:
    answer = http.send(httpx.Request("GET", httpx.URL(site).copy_with(raw_path=quote(path, safe="/%?=.").encode())))
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "def " not in answer.text
    if path.startswith("/api"):
        assert answer.json()["error"]


def test_it_only_reads(site: str, http: httpx.Client) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert http.request(method, f"{site}/").status_code == 405
        assert http.request(method, f"{site}/id/place/110000").status_code == 405


def test_other_hosts_are_turned_away(site: str, http: httpx.Client) -> None:
    assert http.get(f"{site}/", headers={"Host": "evil.example"}).status_code == 400
    assert http.get(f"{site}/", headers={"Host": site.removeprefix("http://")}).status_code == 200


@pytest.mark.parametrize("value", ["-1", "0", "99999999999999999999", "x", "１", "²"])
def test_odd_numbers_are_no_errors(site: str, http: httpx.Client, value: str) -> None:
    for path in ("/search?type=Place&page=", "/api/graph?most=", "/id/article/2025-11-17-01.1?at=", "/timeline?since="):
        assert http.get(f"{site}{path}{value}").status_code == 200


def test_a_graph_built_anew_shows_at_once(tmp_path: Path, knowledge: Knowledge, http: httpx.Client) -> None:
    def build(name: str) -> None:
        (tmp_path / f"{name}.txt").write_text(f"{name}市总工会推出“护薪行动”。", encoding="utf-8")
        pages = read_paths([tmp_path / f"{name}.txt"], on_error=print)
        build_graph(pages, tmp_path / "graph", knowledge=knowledge, problems=[], on_error=print)

    query = "ASK { ?x rdfs:label ?name FILTER(STRSTARTS(STR(?name), '广州市总')) }"
    build("杭州")
    with running(tmp_path / "graph") as site:
        assert "杭州市总工会" in http.get(f"{site}/search").text
        assert http.get(f"{site}/sparql", params={"query": query}).json()["boolean"] is False
        build("广州")
        found = http.get(f"{site}/search").text
        assert "广州市总工会" in found
        assert "杭州市总工会" not in found
        assert http.get(f"{site}/sparql", params={"query": query}).json()["boolean"] is True


def test_serve_says_what_is_wrong(tmp_path: Path, knowledge: Knowledge, site: str, built: Path) -> None:
    with pytest.raises(GraphError, match="没有图"):
        serve(tmp_path, port=0, knowledge=knowledge)
    with pytest.raises(KgError, match="端口"):
        serve(built, port=int(site.rsplit(":", 1)[1]), knowledge=knowledge)
