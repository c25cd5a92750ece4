"""Documents become nodes and statements: identities, roles, posts, grants, and the words behind each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.invented import documents, first
from kg.errors import GraphError
from kg.graph import ArticleGraph, document_graphs
from kg.graph.iris import clean, entity, kg, person
from kg.graph.parts import Statement
from kg.knowledge.ontology import Ontology
from kg.model import Document, Relation

UNION, PROGRAMME = entity("Organization", "甲市总工会"), entity("Programme", "护薪行动")


def said(graph: ArticleGraph, s: str, p: str) -> list[Statement]:
    return [statement for statement in graph.statements if (statement.s, statement.p) == (s, kg(p))]


def test_quotes_equal_the_page(archive: list[Document], ontology: Ontology) -> None:
    for document in archive:
        for graph in document_graphs(document, ontology=ontology):
            for statement in graph.statements:
                found = statement.evidence
                if found.start is None or found.end is None:
                    assert found.quote == ""
                    continue
                text = clean(document.page.text)
                assert text[found.start : found.end] == found.quote != ""
                assert text[: found.start].endswith(found.prefix)
                assert text[found.end :].startswith(found.suffix)


def test_one_entity_for_one_name(graphs: list[ArticleGraph]) -> None:
    assert entity("Programme", "“护薪行动”") == PROGRAMME
    holders = [graph.iri.rsplit("/", 1)[1] for graph in graphs if any(node.iri == UNION for node in graph.nodes)]
    assert holders == ["one.1", "two.1"]
    place = entity("Place", "丙区", code="999901")
    assert sum(any(node.iri == place for node in graph.nodes) for graph in graphs) == 2


def test_people_are_told_apart_by_what_they_belong_to(graphs: list[ArticleGraph]) -> None:
    iris = {node.iri for graph in graphs for node in graph.nodes if kg("Person") in node.classes}
    assert person("丁一", context="甲市总工会") in iris
    assert person("某甲", context="记者") in iris
    assert person("丁一", context="甲市总工会") != person("丁一", context="丙厂")


def test_roles_stand_beside_the_general_property(graphs: list[ArticleGraph]) -> None:
    event = entity("Event", "“护薪行动”启动仪式")
    centre = entity("Organization", "甲市职工服务中心")
    assert [s.o for s in said(graphs[0], UNION, "hosts")] == [event]
    assert [s.o for s in said(graphs[0], UNION, "organizes")] == [event]
    assert [s.o for s in said(graphs[0], centre, "undertakes")] == [event]
    assert not said(graphs[0], centre, "hosts")


def test_partners_are_written_in_one_direction(graphs: list[ArticleGraph]) -> None:
    office = entity("Organization", "甲市司法局")
    one, other = sorted((UNION, office))
    assert [s.o for s in said(graphs[0], one, "partnerOf")] == [other]
    assert not said(graphs[0], other, "partnerOf")


def test_unions_and_areas_get_their_class(graphs: list[ArticleGraph]) -> None:
    classes = {node.iri: node.classes for node in graphs[0].nodes}
    assert kg("Union") in classes[UNION]
    assert kg("Union") not in classes[entity("Organization", "甲市司法局")]
    assert kg("AdministrativeArea") in classes[entity("Place", "丙区", code="999901")]


def test_a_post_goes_to_the_body_named_before_it(ontology: Ontology) -> None:
    text = "甲厂主席、乙会会长丁一说。"
    base = first()
    facts = base.facts[0]
    entities = tuple(
        replace(item, id=id_, name=name, aliases=(), mentions=(span,))
        for item, id_, name, span in zip(
            (facts.entities[0], facts.entities[1], facts.entities[6]),
            ("a", "b", "p"),
            ("甲厂", "乙会", "丁一"),
            ((0, 2), (5, 7), (9, 11)),
            strict=True,
        )
    )
    relations = tuple(
        Relation("p", predicate, object_, "r#1", 0, len(text))
        for predicate, object_ in (
            ("affiliatedWith", "a"),
            ("affiliatedWith", "b"),
            ("holdsPost", "主席"),
            ("holdsPost", "会长"),
        )
    )
    article = replace(facts.article, text=text, offsets=range(len(text)), title="甲厂主席", start=0, end=len(text))
    document = Document(
        replace(base.page, text=text),
        (replace(facts, article=article, entities=entities, relations=relations, quantities=(), times=()),),
    )
    (graph,) = document_graphs(document, ontology=ontology)
    labels = {node.label for node in graph.nodes if kg("Post") in node.classes}
    assert labels == {"甲厂主席", "乙会会长"}


def test_strangers_are_refused(ontology: Ontology) -> None:
    document = first()
    for relation in (
        Relation("e1", "buys", "e2", "r#1", 0, 1),
        Relation("e1", "launches", "e99", "r#1", 0, 1),
        Relation("e99", "launches", "e1", "r#1", 0, 1),
    ):
        facts = replace(document.facts[0], relations=(relation,))
        with pytest.raises(GraphError, match=r"buys|e99"):
            document_graphs(Document(document.page, (facts,)), ontology=ontology)


def test_ids_are_unique_and_stable(graphs: list[ArticleGraph], ontology: Ontology) -> None:
    ids = [statement.id for graph in graphs for statement in graph.statements]
    assert len(ids) == len(set(ids))
    again = [g for document in documents() for g in document_graphs(document, ontology=ontology)]
    assert again == graphs[: len(again)]
