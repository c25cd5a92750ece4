"""kg.ttl holds the closed set, every term with labels, and nothing of it is a blank node."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import KnowledgeError
from kg.knowledge import builtin
from kg.knowledge.ontology import Ontology, load_ontology
from kg.model import ENTITY_TYPES

CLOSED = {
    *("organizes", "launches", "partnerOf", "affiliatedWith", "holdsPost", "locatedIn", "subOrganizationOf"),
    *("participatesIn", "receives", "reportedBy", "photographedBy", "publishedBy", "partOf", "targets", "implements"),
}


def test_closed_set_of_relations(ontology: Ontology) -> None:
    relations = {name: known for name, known in ontology.properties.items() if known.relation}
    assert {name for name, known in relations.items() if not known.parent} == CLOSED
    assert {known.role: known.parent for known in relations.values() if known.role} == dict.fromkeys(
        ("主办", "承办", "协办", "指导"), "organizes"
    )
    assert [name for name, known in relations.items() if known.symmetric] == ["partnerOf"]


def test_every_type_has_a_class(ontology: Ontology) -> None:
    assert all(ontology.is_a(name, "Entity") for name in ENTITY_TYPES)
    assert ontology.is_a("Union", "Organization")
    assert not ontology.is_a("Place", "Agent")


def test_domains_and_ranges_are_classes(ontology: Ontology) -> None:
    ends = {end for known in ontology.properties.values() for end in (known.domain, known.range) if end}
    assert ends <= set(ontology.classes)


@pytest.mark.parametrize("name", ["kg.ttl", "shapes.ttl"])
def test_no_blank_nodes(name: str) -> None:
    triples = list(pyoxigraph.parse((builtin() / name).read_bytes(), format=pyoxigraph.RdfFormat.TURTLE))
    assert triples
    terms = {term for triple in triples for term in (triple.subject, triple.object)}
    assert not any(isinstance(term, pyoxigraph.BlankNode) for term in terms)


def test_mistakes_are_named(tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text("<a> <b> ;", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"kg\.ttl"):
        load_ontology([tmp_path])
    (tmp_path / "kg.ttl").write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . <https://w3id.org/baotu/kg#X> a owl:Class .", encoding="utf-8"
    )
    with pytest.raises(KnowledgeError, match="kg:X"):
        load_ontology([tmp_path])
