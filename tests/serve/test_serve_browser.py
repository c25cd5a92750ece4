"""The site in a real browser: every page on a phone and on a desk, what people do there, and nothing from elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from serve.conftest import opened

PAGES = {
    "home": "/",
    "entity": "/id/place/110000",
    "article": "/id/article/2025-11-17-01.1",
    "page": "/id/page/2025-11-17-01",
    "search": "/search?q=总工会",
    "browse": "/search?type=Article",
    "nothing": "/search?q=没有这样的名字",
    "explorer": "/explore",
    "walk": "/explore?node=place/110000&at=place/110000&hide=Post",
    "timeline": "/timeline",
    "empty timeline": "/timeline?since=1800&until=1801",
    "map": "/map",
    "world": "/map?view=world",
    "charts": "/charts",
    "rules": "/rules",
    "questions": "/queries",
    "answer": "/queries/unions_programmes",
    "editor": "/sparql",
    "api": "/api",
    "missing": "/id/person/无人",
}
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}
EXPECTED = {"missing": ("Failed to load resource: the server responded with a status of 404",)}
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
# Yasgui's own controls are judged by its makers
FAULTS = """async () => (await axe.run({ exclude: ["#yasgui"] })).violations
  .filter(({ impact }) => ["serious", "critical"].includes(impact))
  .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`)"""


def until(page: Any, expression: str, arg: Any = None) -> None:
    """Waits until the expression holds; Playwright's own polling evaluates strings, which the site's policy forbids."""
    for _ in range(100):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")


@pytest.mark.parametrize(("size", "scheme"), [("phone", "light"), ("desk", "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_every_page(chromium: Any, site: str, name: str, size: str, scheme: str) -> None:
    options = {"viewport": SIZES[size], "color_scheme": scheme, "has_touch": size == "phone"}
    with opened(chromium, site, expected=EXPECTED.get(name, ()), **options) as page:
        page.goto(site + PAGES[name])
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]
        page.evaluate(AXE)
        assert page.evaluate(FAULTS) == []


def test_search_with_suggestions(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(site)
        box = page.locator(".find input")
        box.press_sequentially("qgzg")
        until(page, "document.querySelector('#hits').innerText.includes('全国总工会')")
        held: list[Any] = []
        page.route("**/api/suggest?q=qgzgh", lambda route: held.append(route))
        with page.expect_request("**/api/suggest?q=qgzgh"):
            box.press("h")
        box.press("ArrowDown")
        page.evaluate("document.querySelector('#hits li').dataset.old = ''")
        held[0].continue_()
        until(page, "!document.querySelector('#hits li[data-old]')")  # drawn anew: what is chosen stays chosen
        assert page.locator("#hits li[aria-selected=true]").count() == 1
        box.press("Enter")
        page.wait_for_selector("article.entity")
        assert page.locator("h1").inner_text() == "全国总工会"
        box.fill("没有这样的名字")
        page.wait_for_selector("#hits .none")
        box.press("Enter")
        page.wait_for_selector(".empty")
        assert "没有找到" in page.locator("main").inner_text()


def test_from_a_fact_to_its_sentence(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/id/place/110000")
        fact = page.locator(".facts details:not([open])").first
        fact.locator("summary").press("Enter")
        fact = page.locator(".facts details[open]").first
        words = fact.locator("mark").first.inner_text()
        fact.locator("footer a").first.click()
        page.wait_for_selector("article.reading")
        assert words[:6] in page.locator("#here").inner_text() or page.locator("#here").inner_text() in words
        page.locator("a.m").first.click()
        page.wait_for_selector("article.entity")


def test_the_rule_shows_on_hover(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/id/article/2025-11-17-01.1")
        line = page.locator(".beside li").nth(2)
        tip = line.locator(".tip")
        assert not tip.is_visible()
        line.locator(".rule").hover()
        assert tip.is_visible()
        assert "#" in tip.inner_text()
        assert page.locator(".passage.lit").count() == 1


def test_the_explorer_expands_filters_and_remembers(chromium: Any, site: str, http: httpx.Client) -> None:
    start = http.get(f"{site}/api/search", params={"q": "全国总工会"}).json()["hits"][0]["id"]
    with opened(chromium, site) as page:
        page.goto(f"{site}/explore?node={quote(start)}")
        until(page, "kgExplorer.view.data().nodes.length > 3")
        place = """(id) => {
          const { graph, data } = kgExplorer.view, node = data().nodes.find((one) => one.id === id);
          const at = graph.graph2ScreenCoords(node.x, node.y);
          const frame = document.querySelector("#graph").getBoundingClientRect();
          return [at.x + frame.x, at.y + frame.y];
        }"""
        page.wait_for_timeout(1000)  # the canvas that tells what the pointer is on is painted a little later
        page.mouse.move(*page.evaluate(place, start))
        page.mouse.click(*page.evaluate(place, start))
        page.wait_for_selector("#panel h3")
        assert page.locator("#panel h2").inner_text() == "全国总工会"
        more = """() => {
          const { nodes, links } = kgExplorer.view.data();
          const seen = (id) => links.filter(({ source, target }) => source.id === id || target.id === id).length;
          const unseen = (node) => node.links - seen(node.id);
          return nodes.filter(({ id }) => !kgExplorer.open.has(id)).sort((a, b) => unseen(b) - unseen(a))[0].id;
        }"""
        other = page.evaluate(more)
        before = page.evaluate("kgExplorer.view.data().nodes.length")
        page.evaluate("(id) => kgExplorer.choose(id)", other)
        page.wait_for_selector("#panel h3")
        page.locator("#panel .tools button").first.click()
        until(page, "(n) => kgExplorer.view.data().nodes.length > n", arg=before)
        button = page.locator("#legend button[data-type=Event]")
        button.click()
        assert button.get_attribute("aria-pressed") == "false"
        assert "hide=Event" in page.url
        link = page.locator("#permalink").get_attribute("href")
        nodes = page.evaluate("kgExplorer.view.data().nodes.length")
        page.goto(site + str(link))
        until(page, "(n) => kgExplorer.view.data().nodes.length === n", arg=nodes)
        assert page.locator("#legend button[data-type=Event]").get_attribute("aria-pressed") == "false"
        assert page.evaluate("(id) => kgExplorer.open.has(id)", start)
        page.locator("#graph").press("ArrowRight")
        page.wait_for_selector("#panel h2")
        with page.expect_download() as saved:
            page.locator("#picture").click()
        assert saved.value.suggested_filename == "graph.png"
        with page.expect_download() as saved:
            page.locator("#save").click()
        assert json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))["nodes"]


def test_search_takes_things_into_the_explorer(chromium: Any, site: str, http: httpx.Client) -> None:
    start, other = (
        http.get(f"{site}/api/search", params={"q": name}).json()["hits"][0]["id"] for name in ("全国总工会", "林新征")
    )
    with opened(chromium, site) as page:
        page.goto(f"{site}/explore?node={quote(start)}")
        until(page, "kgExplorer.view.data().nodes.length > 3")
        page.locator(".find input").fill("lxz")
        until(page, "document.querySelector('#hits').innerText.includes('林新征')")
        page.locator(".find input").press("ArrowDown")
        page.locator(".find input").press("Enter")
        page.wait_for_selector("#panel h2")
        assert page.locator("#panel h2").inner_text() == "林新征"
        assert page.evaluate("[...kgExplorer.open]") == [start, other]
        assert quote(other, safe="") in page.url


def test_the_language_switch_stays(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/timeline?since=2020")
        page.locator(".language").click()
        assert page.locator("h1").inner_text() == "Timeline"
        assert "since=2020" in page.url
        page.goto(f"{site}/rules")
        assert page.locator("h1").inner_text() == "Rules"
        page.goto(f"{site}/queries/unions_programmes")
        assert "union" in page.locator("#answer thead").inner_text()
        assert "the name of a union" in page.locator("#answer form").inner_text()
        page.locator(".language").click()
        assert "工会" in page.locator("#answer thead").inner_text()
        assert "the name" not in page.locator("main").inner_text()
        page.goto(f"{site}/rules")
        assert page.locator("h1").inner_text() == "规则"


def test_the_timeline_filters(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/timeline")
        whole = page.locator(".line li").count()
        page.locator("input[name=since]").fill("2025")
        page.locator(".filters button").click()
        page.wait_for_url("**since=2025**")
        assert 0 < page.locator(".line li").count() < whole


def test_the_map_leads_to_places(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/map")
        assert page.locator(".atlas circle").count() > 10
        page.locator("#filter").fill("太原")
        assert page.locator("#places li:visible").count() == 1
        page.locator("#places li:visible a").hover()
        assert page.locator("circle.lit").count() == 1
        page.locator("#places li:visible a").click()
        page.wait_for_selector("article.entity")


def test_charts_draw_their_tables(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/charts")
        page.wait_for_load_state("networkidle")
        colours = """(canvas) => {
          const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data, seen = new Set();
          for (let i = 0; i < dots.length; i += 4)
            if (dots[i + 3] > 200) seen.add(`${dots[i]} ${dots[i + 1]} ${dots[i + 2]}`);
          return seen.size;
        }"""
        canvases = page.locator(".chart canvas")
        assert canvases.count() == 4
        for i in range(4):
            assert canvases.nth(i).evaluate(colours) > 5


def test_a_named_question(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/queries")
        form = page.locator("form[action^='/queries/careers']")
        form.locator("input").first.fill("林新征")
        form.locator("button").click()
        page.wait_for_selector("#answer table")
        assert "林新征" in page.locator("#answer table").inner_text()
        with page.expect_download() as saved:
            page.locator("#answer a.download", has_text="csv").click()
        assert "林新征" in Path(saved.value.path()).read_text(encoding="utf-8")
        form.locator("input").first.fill("无此人")
        form.locator("button").click()
        page.wait_for_selector("#answer .empty")


def test_the_sparql_editor_asks_and_downloads(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/sparql")
        page.wait_for_selector(".yasqe .CodeMirror")
        assert "PREFIX kg:" in page.evaluate("kgEditor.getTab().yasqe.getValue()")
        page.locator(".yasqe_queryButton").click()
        page.wait_for_selector(".yasr .dataTable tbody tr")
        assert "全国总工会" in page.locator(".yasr").inner_text()
        with page.expect_download() as saved:
            page.locator(".yasr_downloadIcon").click()
        assert "全国总工会" in Path(saved.value.path()).read_text(encoding="utf-8")
        page.locator("#examples").select_option(index=1)
        assert "SELECT" in page.evaluate("kgEditor.getTab().yasqe.getValue()")
    with opened(chromium, site) as page:
        page.goto(f"{site}/sparql?show=SELECT%20%28%22%E7%94%B2%22%20AS%20%3Fx%29%20%7B%7D")
        page.wait_for_selector(".yasr .dataTable tbody tr")


def test_downloads_of_a_thing(chromium: Any, site: str) -> None:
    with opened(chromium, site) as page:
        page.goto(f"{site}/id/place/110000")
        for form in ("ttl", "jsonld", "json", "trig", "nt", "rdf"):
            with page.expect_download() as saved:
                page.locator(".downloads a", has_text=form).and_(page.get_by_text(form, exact=True)).click()
            assert saved.value.suggested_filename.endswith(f".{form}")
            assert Path(saved.value.path()).stat().st_size > 100


def test_without_scripts(chromium: Any, site: str) -> None:
    with opened(chromium, site, java_script_enabled=False) as page:
        page.goto(f"{site}/explore?node=place/110000")
        page.locator("details.table summary").click()
        assert page.locator("details.table tbody tr").count() > 3
        page.goto(site)
        page.locator(".find input").fill("总工会")
        page.locator(".find input").press("Enter")
        assert page.locator(".hits li").count() > 3
