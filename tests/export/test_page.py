"""graph.html in a browser without a network: no request, no error, and every fact with its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export import graph_page, picture
from kg.graph import ArticleGraph, document_graphs
from kg.graph.iris import entity
from kg.knowledge.ontology import Ontology
from kg.model import Document

COLOURS = """() => {
  const canvas = document.querySelector("#net canvas"), seen = new Set();
  const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  for (let i = 0; i < dots.length; i += 4)
    if (dots[i + 3] > 200) seen.add(`${dots[i] >> 4} ${dots[i + 1] >> 4} ${dots[i + 2] >> 4}`);
  return seen.size;
}"""

# where on the screen the middle between the nodes of these names is, the first being in view
PLACE = """(names) => {
  const ids = names.map((wanted) => kg.info.findIndex(({ name }) => name === wanted));
  kg.net.focus(ids[0], { scale: 1, animation: false });
  const at = ids.map((id) => kg.net.getPosition(id)), frame = document.querySelector("#net").getBoundingClientRect();
  const mean = (axis) => at.reduce((sum, point) => sum + point[axis], 0) / at.length;
  const dot = kg.net.canvasToDOM({ x: mean("x"), y: mean("y") });
  return [dot.x + frame.x, dot.y + frame.y];
}"""


# where a view ends that is asked for far out, and the outermost node there, at a scale at which the graph is larger
EDGE = """(corner) => {
  const all = [...kg.shown()].map((id) => kg.net.getPosition(id).y), half = document.querySelector("#net").clientHeight / 9 / 2;
  const middle = kg.inside({ x: corner, y: corner }, 9).y;
  return corner < 0 ? [middle - half, Math.min(...all)] : [middle + half, Math.max(...all)];
}"""


@pytest.fixture(scope="module")
def page_text(graphs: list[ArticleGraph], ontology: Ontology) -> str:
    return graph_page(picture(graphs, ontology=ontology), ontology=ontology, title='甲市</title><b>"图"')


def test_facts_of_the_picture(honest: list[Document], ontology: Ontology) -> None:
    graphs = [graph for document in honest for graph in document_graphs(document, ontology=ontology)]
    drawn = picture(graphs, ontology=ontology)
    union, event = entity("Organization", "甲市总工会"), entity("Event", "“护薪行动”启动仪式")
    between = [fact.predicate for fact in drawn.facts if (fact.subject, fact.target) == (union, event)]
    assert between == ["hosts"], "the closer word replaces the general one"
    programme = entity("Programme", "护薪行动")
    targets = [fact for fact in drawn.facts if fact.subject == programme and fact.predicate == "targets"]
    assert [(fact.text, len(fact.quotes)) for fact in targets] == [("公交司机", 2)]
    assert all(fact.quotes for fact in drawn.facts)


def test_the_best_linked_are_drawn_first(graphs: list[ArticleGraph], ontology: Ontology) -> None:
    drawn = picture(graphs, ontology=ontology, shown=3, limit=12)
    assert len(drawn.items) == 12
    placed = {item.name for item in drawn.items if item.place is not None}
    assert len(placed) == 3
    assert "甲市总工会" in placed
    kept = {item.iri for item in drawn.items}
    assert all(fact.subject in kept and (not fact.target or fact.target in kept) for fact in drawn.facts)
    assert drawn.hidden > 5
    assert f"另有 {drawn.hidden} 个" in graph_page(drawn, ontology=ontology)


def test_bylines_make_nobody_well_linked(graphs: list[ArticleGraph], ontology: Ontology) -> None:
    placed = {item.name for item in picture(graphs, ontology=ontology).items if item.place is not None}
    assert "丁一" in placed
    assert "某甲" not in placed


def test_no_text_becomes_markup(page_text: str) -> None:
    assert "<script>alert" not in page_text
    assert "<title>甲市&lt;/title&gt;&lt;b&gt;&quot;图&quot;</title>" in page_text
    assert page_text.count("</script>") == 4
    for part in ("data", "quotes"):
        assert json.loads(re.search(rf'id="{part}">(.*?)</script>', page_text, re.DOTALL)[1])  # type: ignore[index]


def test_nothing_remote(page_text: str) -> None:
    assert not re.search(r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//""", page_text)
    assert "sourceMappingURL" not in page_text
    assert "default-src 'none'" in page_text
    assert "unsafe" not in page_text.split("</head>")[0].split("<style>")[0]


@pytest.fixture
def opened(chromium: Any, page_text: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    file = tmp_path / "graph.html"
    file.write_text(page_text, encoding="utf-8")
    context = chromium.new_context(offline=True, **getattr(request, "param", {}))
    page = context.new_page()
    troubles: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda sent: requests.append(sent.url))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert troubles == []
    assert {sent.partition("#")[0] for sent in requests} == {file.as_uri()}


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.mark.parametrize("opened", [{"color_scheme": "light"}, {"color_scheme": "dark"}, PHONE], indirect=True)
def test_the_canvas_is_drawn(opened: Any) -> None:
    colours = opened.evaluate(COLOURS)
    assert colours > 20
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("opened", [{"viewport": {"width": 1280, "height": 900}}, PHONE], indirect=True)
def test_a_view_shows_no_emptiness_beyond_the_graph(opened: Any) -> None:
    for corner in (-1e6, 1e6):
        view, edge = opened.evaluate(EDGE, corner)
        assert abs(view - edge) == pytest.approx(60 / 9)


def test_search_finds_names_and_aliases(opened: Any) -> None:
    opened.fill("#find", "市总")
    assert "甲市总工会" in opened.locator("#hits li").first.inner_text()
    opened.keyboard.press("Enter")
    assert opened.locator("#panel h2").inner_text() == "甲市总工会"
    panel = opened.locator("#panel").inner_text()
    assert "主办" in panel
    assert "“护薪行动”启动仪式" in panel
    opened.fill("#find", "没有这样的名字")
    assert "没有这个名称" in opened.locator("#hits").inner_text()


def test_a_click_shows_facts_with_their_words(opened: Any) -> None:
    at = opened.evaluate(PLACE, ["戊己"])
    opened.mouse.click(*at)
    opened.wait_for_function("document.querySelector('#panel h2').textContent === '戊己'")
    opened.locator("#panel .facts > li:has(.fact:has-text('丙厂职工')) summary").click()
    panel = opened.locator("#panel").inner_text()
    assert "2024年，丙厂职工戊己荣获“甲市工匠”称号。" in panel
    assert "one · 2025-11-04" in panel
    assert "receives#1 ← 荣获" in panel
    assert "holdsPost#1" in panel
    opened.keyboard.press("Escape")
    assert "从这里看起" in opened.locator("#panel h2").inner_text()


def test_a_click_on_a_line_shows_its_sentence(opened: Any) -> None:
    at = opened.evaluate(PLACE, ["戊己", "丙厂"])
    opened.mouse.click(*at)
    opened.wait_for_function("document.querySelector('#panel .top')")
    panel = opened.locator("#panel").inner_text()
    assert "关系" in panel
    assert "任职于" in panel
    assert "2024年，丙厂职工戊己荣获“甲市工匠”称号。" in panel


def test_the_legend_hides_a_type(opened: Any) -> None:
    opened.locator("#legend [data-type=Organization]").click()
    button = opened.locator("#legend [data-type=Organization]")
    assert button.get_attribute("aria-pressed") == "false"
    hidden = opened.evaluate(
        "[...kg.drawn].filter((id) => kg.net.body.nodes[id].options.hidden).map((id) => kg.info[id].type)"
    )
    assert set(hidden) == {"Organization"}
    button.click()
    assert opened.evaluate("kg.shown().size === kg.drawn.size")


def test_pinyin_initials_find_and_draw_what_was_not_drawn(opened: Any) -> None:
    before = opened.evaluate("kg.drawn.size")
    opened.fill("#find", "sz")  # 市总, a short form of 甲市总工会
    assert "甲市总工会" in opened.locator("#hits li").first.inner_text()
    opened.fill("#find", "mj")
    assert "某甲" in opened.locator("#hits li").first.inner_text()
    opened.keyboard.press("Enter")
    assert opened.locator("#panel h2").inner_text() == "某甲"
    assert opened.evaluate("kg.drawn.size") == before + 1
    opened.locator("#panel .tools button", has_text="展开").click()
    assert opened.evaluate("kg.drawn.size") > before + 1
    boxes = opened.evaluate("[...kg.drawn].map((id) => Object.values(kg.net.getPosition(id)).join())")
    assert len(set(boxes)) == len(boxes), "what is added stands on nothing else"


def test_focus_shows_the_neighbourhood_alone(opened: Any) -> None:
    opened.evaluate("kg.choose({ node: kg.info.findIndex(({ name }) => name === '戊己') })")
    opened.locator("#panel .tools button", has_text="只看邻域").click()
    names = opened.evaluate("[...kg.shown()].map((id) => kg.info[id].name)")
    assert {"戊己", "丙厂"} <= set(names)
    assert "甲市总工会" not in names
    opened.locator("#panel .tools button", has_text="看全部").click()
    assert opened.evaluate("kg.shown().size === kg.drawn.size")


def test_the_months_filter(opened: Any) -> None:
    assert opened.locator("#since-told").inner_text() == "2025-11"
    every = opened.evaluate("kg.shown().size")
    opened.locator("#since").fill("1")
    assert 0 < opened.evaluate("kg.shown().size") < every
    opened.evaluate("kg.choose({ node: kg.info.findIndex(({ name }) => name === '戊己') })")
    assert "不在所选时段" in opened.locator("#panel").inner_text()
    assert "甲市工匠" not in opened.locator("#panel").inner_text()


def test_the_address_remembers_the_view(opened: Any) -> None:
    opened.evaluate("kg.choose({ node: kg.info.findIndex(({ name }) => name === '戊己') })")
    opened.locator("#panel .tools button", has_text="只看邻域").click()
    opened.locator("#language").click()
    opened.locator("#theme").click()
    seen, theme = opened.evaluate("kg.shown().size"), opened.evaluate("document.documentElement.dataset.theme")
    assert "receives" in opened.locator("#panel").inner_text()
    assert "获得" not in opened.locator("#panel").inner_text()
    opened.reload()
    assert opened.locator("#panel h2").inner_text() == "戊己"
    assert opened.evaluate("kg.shown().size") == seen
    assert opened.evaluate("document.documentElement.dataset.theme") == theme
    assert opened.locator("#find").get_attribute("placeholder") == "Name or pinyin initials"


def test_everything_by_the_keyboard(opened: Any) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type("甲市总工会")
    opened.keyboard.press("Enter")
    net = opened.locator("#net")
    seen = {opened.locator("#panel h2").first.inner_text()}
    for key in ("ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        net.press(key)
        seen.add(opened.locator("#panel h2").first.inner_text())
    assert len(seen) >= 3
    net.press("f")
    assert opened.evaluate("kg.shown().size < kg.drawn.size")
    scale = opened.evaluate("kg.net.getScale()")
    opened.wait_for_timeout(500)
    net.press("+")
    assert opened.evaluate("kg.net.getScale()") != scale
    net.press("Escape")
    assert "从这里看起" in opened.locator("#panel h2").first.inner_text()


def test_on_paper(opened: Any) -> None:
    opened.evaluate("kg.choose({ node: kg.info.findIndex(({ name }) => name === '戊己') })")
    opened.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.emulate_media(media="print")
    assert opened.locator("#panel blockquote").first.is_visible()
    assert not opened.locator("#find").is_visible()
    assert opened.evaluate("document.documentElement.dataset.theme") == "light"


def test_every_hostile_name_can_be_chosen(opened: Any) -> None:
    count = opened.evaluate("kg.info.length")
    for number in range(count):
        opened.evaluate("(id) => kg.choose({ node: id })", number)
    for word in ("<", "长", "\u202e", "'\"", "&amp;", "x" * 10_000):
        opened.fill("#find", word)
    assert opened.evaluate("kg.drawn.size") == count
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.evaluate("document.querySelectorAll('#panel img, #panel script, #hits b').length") == 0


AXE = (Path(__file__).parents[1] / "serve" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
FAULTS = """async () => (await axe.run()).violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
  .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`)"""


@pytest.mark.parametrize("opened", [{"color_scheme": "light"}, {"color_scheme": "dark"}, PHONE], indirect=True)
def test_no_serious_fault_for_those_who_hear_the_page(opened: Any) -> None:
    opened.evaluate(AXE)
    assert opened.evaluate(FAULTS) == []
    opened.evaluate("kg.choose({ node: kg.info.findIndex(({ name }) => name === '戊己') })")
    assert opened.evaluate(FAULTS) == []


@pytest.mark.parametrize("opened", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_there_is_a_table(opened: Any) -> None:
    rows = opened.locator("noscript table tbody tr")
    assert rows.count() > 20
    assert "2024年，丙厂职工戊己荣获“甲市工匠”称号。" in opened.locator("noscript").inner_text()
