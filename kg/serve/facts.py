"""What is said of a thing, sorted for people: by property, each fact with the words that say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph import Node, Statement, Value
from kg.graph.iris import KG
from kg.graph.readback import Fact, Source, facts, kind, nodes, statements
from kg.serve.site import Site

ORDER = (
    *("hosts", "undertakes", "organizes", "coOrganizes", "guides", "launches", "implements", "partOf", "partnerOf"),
    *("targets", "receives", "participatesIn", "holdsPost", "affiliatedWith", "subOrganizationOf", "jurisdiction"),
    *("locatedIn", "reportedBy", "photographedBy", "publishedBy", "quantity", "time", "mentions"),
)
"""The properties in the order in which people ask: what was done first, what was only mentioned last."""

_TEXTS = ("holdsPost", "quantity", "time", "targets", "continuedOn")
_UNTOLD = ("Membership", "Grant")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words behind a fact, where they stand, and the rule that read them."""

    id: str
    source: Source
    text: str
    prefix: str
    suffix: str
    start: int | None
    rule: str
    trigger: str
    because: str


@dataclass(frozen=True, slots=True)
class Told:
    """A fact as seen from one of its ends: the other end as an IRI (or '') and in words, its valid time, quotes."""

    other: str
    kind: str
    text: str
    time: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """All facts of one property in one direction; ``name`` is the property, with ``-of`` when seen from its object."""

    name: str
    zh: str
    en: str
    facts: tuple[Told, ...]


def facts_about(site: Site, iri: str) -> list[Group]:
    """Everything said of the thing, grouped, in the order of ``ORDER``; what its articles only mention comes last."""
    return grouped(site, iri, facts(statements(site.store, about=iri)))


def grouped(site: Site, iri: str, said: Iterable[Fact]) -> list[Group]:
    """The facts that touch the thing, from its side."""
    known = list(said)
    closer = _closer(site, known)
    named = names_of(site, known)
    groups: dict[tuple[int, str], list[Told]] = defaultdict(list)
    labels: dict[tuple[int, str], tuple[str, str]] = {}
    for fact in known:
        name = fact.p.removeprefix(KG)
        told = site.ontology.properties.get(name)
        if told is None or name == "onPage" or (fact.s, name, fact.o) in closer:
            continue
        forward = fact.s == iri
        other = (fact.o if isinstance(fact.o, str) else "") if forward else fact.s
        if other in named and kind(named[other]) in _UNTOLD:
            continue
        back = not forward and not told.symmetric
        if back and not told.inverse_zh and name not in _TEXTS:
            continue
        key = (_rank(name) * 2 + back, name + "-of" * back)
        labels[key] = (told.inverse_zh or told.zh, told.inverse_en or told.en) if back else (told.zh, told.en)
        groups[key] += _told(site, fact, other, named)
    return [Group(key[1], *labels[key], tuple(groups[key])) for key in sorted(groups)]


def names_of(site: Site, said: Iterable[Fact]) -> Mapping[str, Node]:
    """The nodes of everything that the facts speak of, quantities and times too."""
    used = {end for fact in said for end in (fact.s, fact.o) if isinstance(end, str)}
    used |= {s.evidence.time for fact in said for s in fact.statements if s.evidence.time}
    rest = used - site.things.keys()
    return {**{iri: site.things[iri] for iri in used if iri in site.things}, **nodes(site.store, only=rest)}


def quote_of(site: Site, statement: Statement) -> Quote:
    """The evidence of a statement with the article that it stands in."""
    found = statement.evidence
    source = site.sources.get(statement.graph, Source(statement.graph, statement.graph, "", ""))
    return Quote(
        statement.id,
        source,
        found.quote,
        found.prefix.split("\n")[-1],
        found.suffix.split("\n")[0],
        found.start,
        found.rule,
        found.trigger,
        found.because,
    )


def _told(site: Site, fact: Fact, other: str, named: Mapping[str, Node]) -> list[Told]:
    """The fact once for each valid time that is told of it."""
    at: dict[str, list[Statement]] = defaultdict(list)
    for s in fact.statements:
        at[named[s.evidence.time].label if s.evidence.time in named else ""].append(s)
    node = named.get(other)
    text = fact.o.text if isinstance(fact.o, Value) else (node.label if node else other)
    kind_ = kind(node) if node else ""
    return [Told(other, kind_, text, time, tuple(quote_of(site, s) for s in at[time])) for time in sorted(at)]


def _closer(site: Site, said: Iterable[Fact]) -> set[tuple[str, str, str | Value]]:
    """The general facts that a closer one among them tells again."""
    found = set()
    for fact in said:
        known = site.ontology.properties.get(fact.p.removeprefix(KG))
        if known and known.parent:
            found.add((fact.s, known.parent, fact.o))
    return found


def _rank(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)
