"""Templates of rule files: each holds as it stands, before its author has changed a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.authoring import NewProperty, english, named_property, write_new
from kg.errors import CallError
from kg.extract.examples import check_examples
from kg.knowledge import Knowledge, load
from kg.knowledge.frames import HOLES, PROPERTIES
from kg.knowledge.ontology import Ontology, load_ontology


@pytest.fixture(scope="module")
def ontology(knowledge: Knowledge) -> Ontology:
    return load_ontology(knowledge.folders)


def test_the_template_of_every_known_property_holds(tmp_path: Path, knowledge: Knowledge) -> None:
    for prop in PROPERTIES:
        write_new(tmp_path, prop, knowledge.frames.rules, new=None)
    _holds(tmp_path, len(PROPERTIES))


def test_the_template_of_a_new_property_holds_whatever_its_types(tmp_path: Path, knowledge: Knowledge) -> None:
    targets = [hole for hole in HOLES if hole != "时间"]
    for n, hole in enumerate(targets):
        for subject in ("机构", "人物"):
            new = NewProperty(f"new{'ab'[subject == '人物']}{chr(97 + n)}", "新", "new", subject, hole)
            write_new(tmp_path, new.name, knowledge.frames.rules, new=new)
    _holds(tmp_path, 2 * len(targets))


def _holds(folder: Path, count: int) -> None:
    own = load(folder)
    ids = [rule.id for rule in own.frames.rules if rule.folder]
    assert len(ids) == count
    assert check_examples(own.frames, own.lexicon, ids) == []


def test_a_property_is_named_by_its_chinese_label_too(ontology: Ontology) -> None:
    assert named_property("推出", ontology) == "launches"
    assert named_property("donatesTo", ontology) == "donatesTo"
    for word in ("捐", "Donates", "donates to", "hosts", "承办", "mentions"):
        with pytest.raises(CallError):
            named_property(word, ontology)


def test_the_english_of_a_name() -> None:
    assert (english("donatesTo"), english("employs")) == ("donates to", "employs")
