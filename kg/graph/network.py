"""The graph as a network of networkx, for measures, paths and the files of other programs.

Its nodes are entities, posts and articles, its edges facts between them, an edge a property. What is no such thing
travels along as attributes: quantities, groups, times, codes, coordinates. Every attribute is a text, an integer or
a float, the same type everywhere, since that is what the file formats can hold.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from kg.graph.fit import fit
from kg.graph.iris import KG, PREFIXES, digest, kg
from kg.graph.parts import Node, Statement, Value
from kg.graph.readback import Fact, Source, facts, kind
from kg.knowledge.ontology import Ontology
from kg.model import ENTITY_TYPES

VERTICES = (*ENTITY_TYPES, "Post", "Article")
"""The kinds of nodes of the network."""

SEPARATOR = "; "
"""Between several texts in one attribute."""

LINKS = {PREFIXES["org"] + "postIn": ("postIn", "所在机构", "post in")}
"""Properties of standards that link nodes of the network: their name, and what they are called."""


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day of a time, '' where it is open or vague."""

    start: str = ""
    end: str = ""


def network(
    statements: Sequence[Statement],
    nodes: Mapping[str, Node],
    sources: Mapping[str, Source],
    *,
    ontology: Ontology,
    coordinates: Mapping[str, tuple[float, float]] | None = None,
) -> nx.MultiDiGraph[str]:
    """The network of these statements, nodes and edges in the order of their IRIs.

    A node is named by its IRI and has ``label``, ``type``, ``classes``, ``aliases``, ``code``, ``quantities``,
    ``targets``, ``articles`` and ``evidence`` (how many tell of it, how often), ``first``/``last`` (publication of
    these articles), ``begins``/``ends`` (valid time), and ``lon``/``lat`` where ``coordinates`` knows its code. The
    key of an edge is its property; it has ``id``, ``property``, ``label``, ``en``, ``weight`` (articles), ``evidence``
    (statements), ``quote``, ``pages``, ``rules``, ``first``/``last``, ``begins``/``ends``.
    """
    joined = facts(statements)
    times = _intervals(joined)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    used = {end for fact in joined for end in (fact.s, fact.o) if isinstance(end, str)}
    for iri in sorted(used & nodes.keys()):
        if kind(nodes[iri]) in VERTICES:
            graph.add_node(iri)
    notes: dict[str, _Note] = defaultdict(_Note)
    for fact in joined:
        for end in {fact.s, fact.o if isinstance(fact.o, str) else fact.s}:
            if end in graph:
                notes[end].statements.extend(fact.statements)
        _take(fact, notes[fact.s], nodes, times)
        link = _link(fact, ontology)
        if link and isinstance(fact.o, str) and fact.s in graph and fact.o in graph:
            graph.add_edge(fact.s, fact.o, key=link[0], **_edge(fact, link, sources, times))
    for iri in graph:
        graph.nodes[iri].update(_vertex(nodes[iri], notes[iri], sources))
        if coordinates and (place := coordinates.get(nodes[iri].code)):
            graph.nodes[iri].update(lon=place[0], lat=place[1])
    return graph


@dataclass(frozen=True, slots=True)
class _Note:
    """What is gathered of a node before it is written down."""

    statements: list[Statement] = field(default_factory=list)
    quantities: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    intervals: list[Interval] = field(default_factory=list)


def day(text: str, *, last: bool = False) -> str:
    """A day, month or year as its first (or last) day, '' for anything else.

    >>> day("2025-11"), day("2024", last=True), day("2024-02", last=True), day("近日")
    ('2025-11-01', '2024-12-31', '2024-02-29', '')
    """
    parts = text.split("-")
    if not all(part.isdecimal() for part in parts) or len(text) not in (4, 7, 10):
        return ""
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12 if last else 1
    if not (0 < year < 10_000 and 0 < month < 13):
        return ""
    number = int(parts[2]) if len(parts) > 2 else monthrange(year, month)[1] if last else 1
    return f"{year:04}-{month:02}-{number:02}"


def _intervals(joined: Iterable[Fact]) -> dict[str, Interval]:
    """The days of the times of the graph by their IRIs."""
    start: dict[str, str] = {}
    end: dict[str, str] = {}
    for fact in joined:
        if isinstance(fact.o, Value):
            if fact.p == kg("earliest"):
                start[fact.s] = day(fact.o.text)
            elif fact.p == kg("latest"):
                end[fact.s] = day(fact.o.text, last=True)
    return {iri: Interval(start.get(iri, ""), end.get(iri, "")) for iri in {*start, *end}}


def _link(fact: Fact, ontology: Ontology) -> tuple[str, str, str] | None:
    """Name and labels of the property if it is one that links nodes."""
    known = ontology.properties.get(fact.p.removeprefix(KG))
    return (known.name, known.zh, known.en) if known else LINKS.get(fact.p)


def _take(fact: Fact, note: _Note, nodes: Mapping[str, Node], times: Mapping[str, Interval]) -> None:
    """Notes what a node says with a quantity, a time or a text."""
    if isinstance(fact.o, Value):
        if fact.p == kg("targets"):
            note.targets.append(fact.o.text)
    elif fact.o in nodes and fact.p == kg("quantity"):
        note.quantities.append(nodes[fact.o].label)
    elif fact.p == kg("time") and fact.o in times:
        note.intervals.append(times[fact.o])


def _vertex(node: Node, note: _Note, sources: Mapping[str, Source]) -> dict[str, str | int | float]:
    return {
        "label": fit(node.label),
        "type": kind(node),
        "classes": _joined(class_.removeprefix(KG) for class_ in node.classes),
        "aliases": _joined(node.aliases),
        "code": node.code,
        "quantities": _joined(note.quantities),
        "targets": _joined(note.targets),
        "articles": len({s.graph for s in note.statements}),
        "evidence": len({s.id for s in note.statements}),
        **_published(note.statements, sources),
        **_valid(note.intervals),
    }


def _edge(
    fact: Fact, link: tuple[str, str, str], sources: Mapping[str, Source], times: Mapping[str, Interval]
) -> dict[str, str | int | float]:
    name, zh, en = link
    told = fact.statements
    return {
        "id": digest(fact.s, fact.p, str(fact.o)),
        "property": name,
        "label": zh,
        "en": en,
        "weight": len({s.graph for s in told}),
        "evidence": len(told),
        "quote": fit(told[0].evidence.quote),
        "pages": _joined(sources[s.graph].page for s in told if s.graph in sources),
        "rules": _joined(s.evidence.rule for s in told),
        **_published(told, sources),
        **_valid(times[s.evidence.time] for s in told if s.evidence.time in times),
    }


def _published(told: Iterable[Statement], sources: Mapping[str, Source]) -> dict[str, str]:
    dates = sorted(filter(None, (day(sources[s.graph].date) for s in told if s.graph in sources)))
    return {"first": dates[0] if dates else "", "last": dates[-1] if dates else ""}


def _valid(intervals: Iterable[Interval]) -> dict[str, str]:
    """From the first beginning to the last end."""
    known = list(intervals)
    starts, ends = ([i.start for i in known if i.start], [i.end for i in known if i.end])
    return {"begins": min(starts, default=""), "ends": max(ends, default="")}


def _joined(texts: Iterable[str]) -> str:
    return fit(SEPARATOR.join(dict.fromkeys(filter(None, texts))))
