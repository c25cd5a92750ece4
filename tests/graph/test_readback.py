"""A graph read back from its store is the graph that was written."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.graph import ArticleGraph, Store
from kg.graph.diff import difference
from kg.graph.iris import KG
from kg.graph.readback import facts, find, kind, nodes, sources, statements
from kg.graph.show import chain, sheet, the_one
from kg.graph.store import fill


def test_statements_come_back_whole(graphs: list[ArticleGraph], store: Store) -> None:
    written = {s.id: s for graph in graphs for s in graph.statements}
    assert {s.id: s for s in statements(store)} == written


def test_statements_about_one_thing(store: Store) -> None:
    union = the_one(store, "甲市总工会").iri
    assert statements(store, about=union) == [s for s in statements(store) if union in (s.s, s.o)]


def test_nodes_come_back(graphs: list[ArticleGraph], store: Store) -> None:
    known = nodes(store)
    for graph in graphs:
        for node in graph.nodes:
            back = known[node.iri]
            assert {node.label, *node.aliases} <= {back.label, *back.aliases}
            assert set(node.classes) <= set(back.classes)
            assert back.code == node.code or not node.code
            assert kind(back)


def test_the_same_said_twice_is_one_fact(store: Store) -> None:
    fact = next(f for f in facts(statements(store)) if f.p == KG + "targets" and "公交司机" in str(f.o))
    assert len({s.graph for s in fact.statements}) == 2


def test_articles_to_cite(store: Store) -> None:
    source = next(s for s in sources(store).values() if s.page == "two")
    assert (source.title, source.date) == ("甲市总工会“护薪行动”走进丙区", "2025-11")


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("甲市总工会", "甲市总工会"),
        ("市总", "甲市总工会"),
        ("护薪行动", "护薪行动"),
        ("999901", "丙区"),
        ("place:999901", "丙区"),
        ("https://w3id.org/baotu/id/place/999901", "丙区"),
        ("职工服务", "甲市职工服务中心"),
    ],
)
def test_names(store: Store, name: str, label: str) -> None:
    assert the_one(store, name).label.strip("“”") == label


@pytest.mark.parametrize("name", ["无此名", "", "\x00", "<script>x", "place:nowhere", "http://", "kg:"])
def test_names_that_mean_nothing_or_too_much(store: Store, name: str) -> None:
    with pytest.raises(QueryError):
        the_one(store, name)


def test_an_ambiguous_name_is_listed(store: Store) -> None:
    with pytest.raises(QueryError, match="organization:甲市总工会") as error:
        the_one(store, "甲市")
    assert "organization:甲市司法局" in error.value.hint


def test_find_prefers_the_whole_name(store: Store) -> None:
    assert len(find(store, "甲市")) > 1 == len(find(store, "甲市司法局"))


def test_a_sheet(store: Store) -> None:
    person = sheet(store, the_one(store, "丁一"))
    assert {f.p.removeprefix(KG) for f in person.facts} >= {"affiliatedWith", "holdsPost", "mentions"}


def test_the_shortest_chain(store: Store) -> None:
    start, end = the_one(store, "丁一").iri, the_one(store, "甲市司法局").iri
    found = chain(store, start, end)
    assert [step.fact.p.removeprefix(KG) for step in found.steps] == ["affiliatedWith", "partnerOf"]
    assert [step.forward for step in found.steps] == [True, False]


def test_no_chain(store: Store) -> None:
    with pytest.raises(QueryError, match="没有事实相连"):
        chain(store, the_one(store, "丁一").iri, sorted(iri for iri in nodes(store) if "/award/" in iri)[0])


def test_what_two_graphs_say_differently(graphs: list[ArticleGraph], store: Store) -> None:
    from kg.graph import Run, archive_quads

    less = fill(archive_quads([graph for graph in graphs if not graph.iri.endswith("two.1")], run=Run("other")))
    found = difference(store, less)
    assert found.added == ()
    assert "two" in {source.page for change in found.removed for source in change.articles}
    assert not difference(store, store).removed
    assert difference(less, store).added == found.removed
