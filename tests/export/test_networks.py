"""Files of networks: what travels along, a timeline, and nothing that breaks a reader."""

from __future__ import annotations

import json
from io import BytesIO
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.errors import CallError, KgError
from kg.export.formats import Part, exported
from kg.graph import Store
from kg.graph.fit import LABEL, LONGEST
from kg.graph.select import Selection
from kg.graph.show import the_one
from kg.knowledge.ontology import Ontology

GEXF = "{http://www.gexf.net/1.2draft}"


@pytest.fixture
def part(store: Store, ontology: Ontology) -> Part:
    return Part(store, Selection(), ontology, {"999901": (116.5, 39.5)})


def written(part: Part, form: str) -> bytes:
    data = exported(part, form)
    assert isinstance(data, bytes)
    return data


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_what_travels_along(part: Part, form: str) -> None:
    data = BytesIO(written(part, form))
    graph = nx.read_graphml(data) if form == "graphml" else nx.read_gexf(data)
    place = graph.nodes[the_one(part.store, "丙区").iri]
    assert (place["label"], place["type"], place["code"]) == ("丙区", "Place", "999901")
    assert (place["lon"], place["lat"]) == (116.5, 39.5)
    edges = [data for *_, data in graph.edges(data=True) if data["property"] == "hosts"]
    assert (edges[0]["label"], float(edges[0]["weight"]), edges[0]["evidence"]) == ("主办", 1.0, 1)
    assert "主办" in edges[0]["quote"]


def test_a_timeline(part: Part) -> None:
    tree = ElementTree.fromstring(written(part, "gexf"))  # noqa: S314 our own text
    graph = tree.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    start = {node.get("id"): node.get("start") for node in graph.iter(f"{GEXF}node")}
    assert start[the_one(part.store, "戊己").iri] == "2024-01-01"
    for edge in graph.iter(f"{GEXF}edge"):
        if edge.get("start"):
            assert max(start[edge.get("source")] or "9", start[edge.get("target")] or "9") <= (edge.get("start") or "")


def test_the_file_does_not_tell_the_day_it_was_written(part: Part) -> None:
    assert b"lastmodifieddate" not in written(part, "gexf")


def test_huge_names_are_cut_where_they_are_drawn(part: Part) -> None:
    nodes = json.loads(written(part, "cytoscape"))["elements"]["nodes"]
    assert max(len(node["data"]["label"]) for node in nodes) == LABEL
    assert LABEL < max(len(node["data"]["name"]) for node in nodes) <= LONGEST


def test_a_part(store: Store, ontology: Ontology) -> None:
    around = Part(store, Selection(around=the_one(store, "戊己").iri, hops=1), ontology, {})
    graph = nx.read_graphml(BytesIO(written(around, "graphml")))
    assert {data["label"] for _, data in graph.nodes(data=True)} >= {"戊己", "丙厂", "甲市工匠", "丙厂职工"}
    assert the_one(store, "甲市总工会").iri not in graph
    typed = Part(store, Selection(types=("Programme",)), ontology, {})
    kinds = {data["type"] for _, data in nx.read_graphml(BytesIO(written(typed, "graphml"))).nodes(data=True)}
    assert kinds <= {"Programme"}


def test_wrong_formats_and_types(store: Store, ontology: Ontology) -> None:
    with pytest.raises(KgError, match="graphml"):
        exported(Part(store, Selection(), ontology, {}), "xlsx")
    with pytest.raises(CallError, match="Planet"):
        exported(Part(store, Selection(types=("Planet",)), ontology, {}), "csv")
