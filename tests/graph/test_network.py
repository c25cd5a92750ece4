"""The network of a graph, a part of it, and what is measured of it."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.errors import CallError
from kg.graph import Quad, Store
from kg.graph.measures import measures
from kg.graph.network import network
from kg.graph.quads import in_order
from kg.graph.readback import nodes, sources, statements
from kg.graph.select import Selection, selected, selected_quads
from kg.graph.show import the_one
from kg.graph.store import fill, said
from kg.knowledge.ontology import Ontology


def drawn(store: Store, ontology: Ontology, selection: Selection | None = None) -> nx.MultiDiGraph[str]:
    known, cited = nodes(store), sources(store)
    kept = selected(statements(store), selection or Selection(), nodes=known, sources=cited)
    return network(kept, known, cited, ontology=ontology, coordinates={"999901": (116.5, 39.5)})


def labels(graph: nx.MultiDiGraph[str]) -> set[str]:
    return {data["label"] for _, data in graph.nodes(data=True)}


def test_attributes(store: Store, ontology: Ontology) -> None:
    graph = drawn(store, ontology)
    programme = graph.nodes[the_one(store, "护薪行动").iri]
    assert programme["quantities"] == "近400名; 12.5万余元"
    assert programme["targets"] == "公交司机"
    assert (programme["first"], programme["articles"]) == ("2025-11-01", 2)
    place = graph.nodes[the_one(store, "丙区").iri]
    assert (place["code"], place["lon"], place["lat"]) == ("999901", 116.5, 39.5)
    union, event = the_one(store, "甲市总工会").iri, the_one(store, "“护薪行动”启动仪式").iri
    edge = graph.edges[union, event, "hosts"]
    assert (edge["label"], edge["weight"], edge["begins"], edge["ends"]) == ("主办", 1, "2025-11-03", "2025-11-03")
    assert "主办" in edge["quote"]


def test_every_attribute_has_one_plain_type(store: Store, ontology: Ontology) -> None:
    graph = drawn(store, ontology)
    types: dict[tuple[str, str], set[type]] = {}
    for where, rows in (("node", graph.nodes(data=True)), ("edge", graph.edges(data=True))):
        for *_, data in rows:
            for name, value in data.items():
                types.setdefault((where, name), set()).add(type(value))
    assert all(len(found) == 1 and found <= {str, int, float} for found in types.values()), types


def test_as_many_edges_as_facts(store: Store, ontology: Ontology) -> None:
    graph = drawn(store, ontology)
    for name in ("launches", "hosts", "holdsPost", "reportedBy"):
        count = store.query(f"SELECT (COUNT(*) AS ?n) {{ ?s <https://w3id.org/baotu/kg#{name}> ?o }}")
        assert int(next(iter(count))["n"].value) == sum(key == name for *_, key in graph.edges(keys=True))  # type: ignore[union-attr,index,arg-type,call-overload]


def test_what_lies_around(store: Store, ontology: Ontology) -> None:
    start = the_one(store, "丁一").iri
    near = labels(drawn(store, ontology, Selection(around=start, hops=1)))
    assert {"丁一", "甲市总工会", "甲市总工会主席"} <= near
    assert "甲市司法局" not in near
    assert "甲市司法局" in labels(drawn(store, ontology, Selection(around=start, hops=2)))


def test_types(store: Store, ontology: Ontology) -> None:
    graph = drawn(store, ontology, Selection(types=("Union", "Programme")))
    assert {data["type"] for _, data in graph.nodes(data=True)} <= {"Organization", "Programme"}
    assert "launches" in {key for *_, key in graph.edges(keys=True)}
    with pytest.raises(CallError, match="Planet"):
        drawn(store, ontology, Selection(types=("Planet",)))


@pytest.mark.parametrize(("since", "pages"), [("2025", 2), ("2025-11-04", 2), ("2025-11-05", 1), ("2026", 0)])
def test_since(store: Store, since: str, pages: int) -> None:
    """A page of 2025-11 may be of any day of November."""
    cited = sources(store)
    kept = selected(statements(store), Selection(since=since), nodes=nodes(store), sources=cited)
    dated = {cited[s.graph].page for s in kept}
    assert len({page for page in dated if page in ("one", "two")}) == pages


@pytest.mark.parametrize("since", ["今年", "2025-1", "2025-11-04T00:00", "-"])
def test_since_is_a_date(store: Store, since: str) -> None:
    with pytest.raises(CallError, match="2025-11-04"):
        selected(statements(store), Selection(since=since), nodes=nodes(store), sources=sources(store))


def test_everything_selected_is_every_quad(quads: list[Quad], store: Store) -> None:
    assert in_order(selected_quads(store, statements(store))) == in_order(said(store)) == quads


def test_a_part_stands_alone(store: Store) -> None:
    """A part is a graph itself: every name that its facts use is there, every statement has its evidence."""
    selection = Selection(around=the_one(store, "戊己").iri, hops=1)
    kept = selected(statements(store), selection, nodes=nodes(store), sources=sources(store))
    part = fill(selected_quads(store, kept))
    assert 0 < len(list(said(part))) < len(list(said(store)))
    assert {s.id: s for s in statements(part)} == {s.id: s for s in kept}
    assert {end for s in kept for end in (s.s, s.o) if end in nodes(store)} <= nodes(part).keys()


def test_measures(store: Store, ontology: Ontology) -> None:
    found = measures(drawn(store, ontology))
    assert found.types["Programme"] >= 1
    assert found.relations["launches"] == 2
    assert found.components[0] >= 6
    assert found.central[0].label == "甲市总工会"
    assert any("甲市总工会" in community.members for community in found.communities)
    assert measures(drawn(store, ontology)) == found


def test_an_empty_graph(ontology: Ontology) -> None:
    found = measures(drawn(fill([]), ontology))
    assert (found.components, found.central, found.communities) == ((), (), ())
