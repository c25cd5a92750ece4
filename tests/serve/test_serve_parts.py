"""The plain functions behind the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.iris import DATA, entity
from kg.graph.readback import kind
from kg.knowledge import Knowledge
from kg.serve.addresses import address, place_of, places
from kg.serve.maps import albers, clustered, outlines, spots, unplaced
from kg.serve.negotiate import best
from kg.serve.search import Name, folded, search
from kg.serve.site import open_site
from kg.text import initials


def name(text: str, *, kind: str = "Organization", weight: int = 1, alias: bool = False, iri: str = "") -> Name:
    return Name(iri or text, kind, text, folded(text), initials(text), alias, weight)


@pytest.mark.parametrize(
    ("text", "letters"),
    [("甲市总工会", "jszgh"), ("“护薪行动”", "hxxd"), ("A座3楼", "az3l"), ("𠮷", "?"), ("", ""), ("🙂", "?")],
)
def test_initials(text: str, letters: str) -> None:
    assert initials(text) == letters


def test_search_ranks_whole_names_then_beginnings_then_parts_then_initials() -> None:
    names = [name("乙省总工会"), name("总工会"), name("总工会干校"), name("甲市工人文化宫", weight=9)]
    assert [hit.iri for hit in search(names, "总工会")] == ["总工会", "总工会干校", "乙省总工会"]
    assert [hit.iri for hit in search(names, "yszgh")] == ["乙省总工会"]
    assert [hit.iri for hit in search(names, "文化 甲市")] == ["甲市工人文化宫"]
    assert search(names, "  ") == []
    assert search(names, "丁" * 10_000) == []


def test_every_place_is_on_the_map_or_listed_beside_it(built: Path, knowledge: Knowledge) -> None:
    site = open_site(built, knowledge=knowledge)
    placed, others = [spot.iri for spot in spots(site)], unplaced(site)
    assert len(placed) > 10 < len(others)
    assert sorted([*placed, *others]) == sorted(iri for iri, node in site.things.items() if kind(node) == "Place")


def test_a_hit_by_a_short_form_says_so() -> None:
    names = [name("甲市总工会", iri="x"), name("市总", iri="x", alias=True)]
    assert [(hit.iri, hit.via) for hit in search(names, "市总")] == [("x", "市总")]


@pytest.mark.parametrize(
    "text", ["甲市总工会", "甲/乙", "100%", "甲?乙#丙", "a b", "..", "😀", "</script>", "长" * 300]
)
def test_addresses_lead_back(text: str) -> None:
    iri = entity("Organization", text)
    assert places([iri]) == {place_of(iri): iri}
    assert address(iri).startswith("/id")
    assert "<" not in address(iri)


def test_addresses_never_climb() -> None:
    assert address(DATA + "organization/..").startswith("/id?iri=")


@pytest.mark.parametrize(
    ("header", "media"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("text/turtle;q=0.4, text/html;q=0.3", "text/turtle"),
        ("text/*;q=0.5, text/turtle;q=0.1", "text/html"),
        ("image/png", None),
        ("text/html;q=0", None),
        ("nonsense", None),
        ("text/turtle;q=x", None),
    ],
)
def test_negotiation(header: str, media: str | None) -> None:
    assert best(header, ["text/html", "text/turtle"]) == media


def test_maps_keep_north_up_and_east_right() -> None:
    (west, _), (east, _) = albers(80, 40), albers(130, 40)
    (_, north), (_, south) = albers(105, 50), albers(105, 20)
    assert west < east
    assert north < south
    china, world = outlines()
    assert len(china.regions) == 34
    for outline in (china, world):
        x, y = outline.project(116.4, 39.9)
        assert 0 < x < outline.width
        assert 0 < y < outline.height
    assert clustered([], china.project, 9) == []
