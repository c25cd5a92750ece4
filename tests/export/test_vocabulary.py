"""The page of the ontology says what kg.ttl says, and the one in docs/ is of this kg.ttl."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.export.vocabulary import vocabulary
from kg.knowledge import builtin
from kg.knowledge.ontology import Ontology

DOCS = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_every_term_is_there_once(ontology: Ontology) -> None:
    text = vocabulary([builtin()])
    for term in (*ontology.classes.values(), *ontology.properties.values()):
        assert text.count(f"### `kg:{term.name}` {term.zh} {term.en}\n") == 1
        assert term.comment in text


def test_an_entry() -> None:
    text = vocabulary([builtin()])
    entry = text[text.index("### `kg:partnerOf`") :].split("### ")[1]
    assert "⊑ `org:linkedTo`；≈ `schema:colleague`；`kg:Agent` → `kg:Agent`；对称 symmetric" in entry


def test_the_page_in_docs_is_up_to_date() -> None:
    assert DOCS.read_text(encoding="utf-8") == vocabulary([builtin()]), "kg vocabulary -o docs/ontology.md"


def test_own_terms_join(tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(
        "@prefix kg: <https://w3id.org/baotu/kg#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        '@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . kg:Ship a owl:Class ; rdfs:label "船"@zh, "Ship"@en .',
        encoding="utf-8",
    )
    assert "### `kg:Ship` 船 Ship" in vocabulary([builtin(), tmp_path])
    (tmp_path / "kg.ttl").write_text("none", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"kg\.ttl"):
        vocabulary([tmp_path])
