"""What each article tells of its entities, for telling them apart across the archive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.knowledge import Knowledge
from kg.model import Document, Entity, Facts
from kg.resolve.compare import Record
from kg.resolve.names import Names, core, plain

YEARS = re.compile(r"(?:19|20)\d\d|第[0-9一二三四五六七八九十百]+[届次]")
LEGAL = ("有限公司", "有限责任公司", "集团", "大学", "总工会")
LONG_NAME = {"Organization": 7, "Event": 9, "Place": 5}
HOME_LEVELS = frozenset({"city", "county"})


def document_records(document: Document, knowledge: Knowledge) -> Iterator[Record]:
    """One record for each entity of the document, keyed by the page's name and the entity's id."""
    names = Names(knowledge)
    for facts in document.facts:
        home = _home(facts, knowledge)
        told = _told(facts, names)
        company = (
            frozenset(plain(e.name) for e in facts.entities if e.type not in ("Person", "Place") and _telling(e, names))
            - names.knowledge.lexicon["organization_names"].keys()
        )
        signed = {id_ for id_, (_, _, signs) in told.items() if signs}
        people = (
            frozenset(
                plain(e.name) for e in facts.entities if e.type == "Person" and e.id not in signed and len(e.name) > 2
            )
            - knowledge.lexicon["person_famous"].keys()
        )
        when = facts.article.published or document.page.published or ""
        for entity in facts.entities:
            bodies, posts, signs = told.get(entity.id, (frozenset(), frozenset(), False))
            name = _name(entity, names)
            yield Record(
                key=(document.page.name, entity.id),
                type=entity.type,
                name=name,
                names=frozenset(plain(n) for n in (entity.name, *entity.aliases)),
                code=entity.value or "" if entity.type == "Place" else "",
                bodies=bodies - {name},
                posts=posts,
                home=home,
                years=frozenset(YEARS.findall(entity.name)),
                company=company - {name},
                people=people - {name},
                pages=frozenset({document.page.name}),
                when=when,
                telling=_telling(entity, names),
                famous=entity.type == "Person" and name in knowledge.lexicon["person_famous"],
                signs=signs,
                article=f"{document.page.name}.{entity.article + 1}",
            )


def _name(entity: Entity, names: Names) -> str:
    """The name under which records meet: the official one of a well-known body or a place, without quotes."""
    written = plain(entity.name)
    if entity.type == "Place" and (place := names.knowledge.gazetteer.by_code.get(entity.value or "")):
        return place.name
    return plain(names.official(written)) if entity.type == "Organization" else written


def _telling(entity: Entity, names: Names) -> bool:
    """Does the name say by itself which one is meant?"""
    name = entity.name
    if entity.type in ("Award", "Policy"):
        return True
    if entity.type == "Programme":
        return bool(core(name)) or len(plain(name)) >= 4
    if names.leading_place(plain(name)) or len(plain(name)) >= LONG_NAME.get(entity.type, 99):
        return True
    if entity.type == "Organization":
        return name.endswith(LEGAL) or plain(name) in names.knowledge.lexicon["organization_names"]
    return bool(YEARS.search(name) or core(name)) if entity.type == "Event" else False


def _home(facts: Facts, knowledge: Knowledge) -> frozenset[str]:
    """The cities and counties that the article names, by code."""
    by_code = knowledge.gazetteer.by_code
    codes = {e.value for e in facts.entities if e.type == "Place" and e.value}
    return frozenset(code for code in codes if code in by_code and by_code[code].level in HOME_LEVELS)


def _told(facts: Facts, names: Names) -> dict[str, tuple[frozenset[str], frozenset[str], bool]]:
    """By entity id: the bodies it belongs to or is run by, the posts it holds, whether it signed the article."""
    entities = {entity.id: entity for entity in facts.entities}
    bodies: dict[str, set[str]] = {}
    posts: dict[str, set[str]] = {}
    signs: set[str] = set()
    for r in facts.relations:
        if r.predicate in ("affiliatedWith", "subOrganizationOf") and r.object in entities:
            bodies.setdefault(r.subject, set()).add(_name(entities[r.object], names))
        elif r.predicate in ("organizes", "launches") and r.subject in entities:
            bodies.setdefault(r.object, set()).add(_name(entities[r.subject], names))
        elif r.predicate == "holdsPost":
            posts.setdefault(r.subject, set()).add(r.object)
        elif r.predicate in ("reportedBy", "photographedBy"):
            signs.add(r.object)
    return {
        id_: (frozenset(bodies.get(id_, ())), frozenset(posts.get(id_, ())), id_ in signs)
        for id_ in {*bodies, *posts, *signs}
    }
