"""Names and texts that try to break out of a page, a header, a query or a folder: nothing runs, nothing breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from kg.build import build_graph
from kg.knowledge import Knowledge
from kg.read import read_paths
from serve.conftest import opened, running

HTML = {"Accept": "text/html"}
WORDS = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "\u202e倒写\u2066隔\u2069",
    "😀🏭" * 50,
    "x" * 10_000,
    "长" * 7_000,
    "\x00\x1b[31m",
    "../../etc/passwd",
    "%00%ff%",
    "\r\nSet-Cookie: x=1",
    '" } DROP ALL # ',
)
PAGES = (
    *("/search?q=", "/search?type=", "/timeline?since=", "/timeline?node=", "/map?place=", "/explore?node="),
    *("/explore?at=", "/explore?hide=", "/id?iri=", "/id/organization/", "/queries/careers?person=", "/sparql?show="),
    *("/?lang=", "/api/suggest?q=", "/api/graph?node=", "/search?page="),
)


@pytest.mark.parametrize("path", PAGES)
def test_no_parameter_becomes_markup(site: str, http: httpx.Client, path: str) -> None:
    for words in WORDS:
        head, _, name = path.rpartition("?") if "?" in path else ("", "", "")
        if name:
            answer = http.get(site + head, params={name.rstrip("="): words}, headers=HTML)
        else:
            answer = http.get(site + path + quote(words, safe=""), headers=HTML)
        assert answer.status_code in (200, 308, 404, 503), words[:40]
        assert "<script>alert" not in answer.text
        assert "<img src=x" not in answer.text
        assert "' onmouseover='" not in answer.text
        assert "x=1" not in answer.headers.get("set-cookie", "")
        assert "root:" not in answer.text


def test_every_hostile_thing_has_a_page(hostile_site: str, http: httpx.Client) -> None:
    query = "SELECT DISTINCT ?x WHERE { ?x a ?c FILTER(STRSTARTS(STR(?x), 'https://w3id.org/baotu/id/')) }"
    found = http.get(f"{hostile_site}/sparql", params={"query": query}).json()["results"]["bindings"]
    assert len(found) > 300
    for row in found[::3]:
        iri = row["x"]["value"]
        answer = http.get(f"{hostile_site}/id", params={"iri": iri}, headers=HTML)
        assert answer.status_code == 200, iri
        assert "<script>alert" not in answer.text
        turtle = http.get(f"{hostile_site}/id", params={"iri": iri, "format": "ttl"})
        assert turtle.status_code == 200, iri


def test_hostile_things_in_a_browser(chromium: Any, hostile_site: str, http: httpx.Client) -> None:
    nodes = [
        *http.get(f"{hostile_site}/api/graph").json()["nodes"],
        *http.get(f"{hostile_site}/api/search", params={"q": "alert"}).json()["hits"],
        *http.get(f"{hostile_site}/api/search", params={"q": "长长"}).json()["hits"],
    ]
    assert len(nodes) > 20
    with opened(chromium, hostile_site, viewport={"width": 390, "height": 844}) as page:
        for path in (
            "/",
            "/search",
            "/explore",
            "/timeline",
            "/map",
            "/charts",
            "/queries/entities",
            *(node["href"] for node in nodes[:40]),
        ):
            page.goto(hostile_site + path)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        page.goto(f"{hostile_site}/explore?node={nodes[0]['id']}")
        for word in ("<scr", "长", "甲", "\u202e"):
            page.locator(".find input").fill(word)
            page.wait_for_timeout(200)
        for node in nodes[:10]:
            page.evaluate("(id) => kgExplorer.choose(id)", node["id"])
            page.wait_for_timeout(50)


def test_hostile_answers_in_the_editor(chromium: Any, hostile_site: str, http: httpx.Client) -> None:
    query = (
        'SELECT DISTINCT ?name WHERE { ?x rdfs:label ?name FILTER(CONTAINS(?name, "<") || CONTAINS(?name, "长长")) }'
    )
    told = http.get(f"{hostile_site}/sparql", params={"query": query}).json()["results"]["bindings"]
    assert any("<script>" in row["name"]["value"] for row in told)
    with opened(chromium, hostile_site) as page:
        page.goto(f"{hostile_site}/sparql?show={quote(query)}")
        page.wait_for_selector(".yasr tbody tr")
        assert "<script>" in page.locator(".yasr tbody").inner_text()
        assert page.locator(".yasr tbody :is(script, img, iframe, b)").count() == 0
        page.locator(".yasr .select_response").click()
        page.wait_for_timeout(500)
        assert page.locator(".yasr_results :is(script, img, iframe)").count() == 0


def test_a_hostile_page_is_read_and_shown(
    tmp_path: Path, knowledge: Knowledge, chromium: Any, http: httpx.Client
) -> None:
    text = (
        "甲市总工会推出“<script>alert(1)</script>行动”\n\n"
        "本报讯（记者某甲）11月3日，甲市总工会推出“护薪行动”，\u202e面向公交司机\u202c，发放</p>\"'>&amp;😀补贴。"
        "甲市总工会与甲市司法局联手推出“{{7*7}}服务”。" + "长" * 10_000 + "。\n"
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "坏<b>版'\"面.txt").write_text(text, encoding="utf-8")

    def on_error(error: Exception) -> None:
        raise error

    pages = read_paths([tmp_path / "in"], on_error=on_error)
    build_graph(pages, tmp_path / "graph", knowledge=knowledge, problems=[], on_error=on_error)
    with running(tmp_path / "graph") as site:
        found = http.get(f"{site}/search", params={"type": "Article"}, headers=HTML).text
        assert "<script>alert" not in found
        with opened(chromium, site, viewport={"width": 390, "height": 844}) as page:
            page.goto(f"{site}/search?type=Article")
            page.locator(".hits a").first.click()
            page.wait_for_selector("article.reading")
            shown = page.locator("article.reading").inner_text()
            assert "<script>alert(1)</script>行动" in shown
            assert "{{7*7}}服务" in shown
            assert "</p>\"'>&amp;😀补贴" in shown
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            page.locator("a.m").first.click()
            page.wait_for_selector("article.entity")


def test_an_empty_graph_has_a_site(tmp_path: Path, http: httpx.Client) -> None:
    from kg.graph import fill

    fill([], tmp_path / "store")
    with running(tmp_path) as site:
        for path in (
            "/",
            "/search",
            "/explore",
            "/timeline",
            "/map",
            "/charts",
            "/rules",
            "/queries/careers",
            "/sparql",
            "/api",
        ):
            answer = http.get(site + path, headers=HTML)
            assert answer.status_code == 200, path
        assert "kg build" in http.get(site, headers=HTML).text
        assert http.get(f"{site}/api/graph").json() == {"nodes": [], "links": [], "hidden": 0}
