"""A part of a graph: what lies around a thing, what is of some types, what was published since a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import CallError
from kg.graph import iris
from kg.graph.iris import DATA, kg
from kg.graph.parts import Node, Statement
from kg.graph.quads import NAMING
from kg.graph.readback import Source, kind, value_of
from kg.graph.store import said
from kg.read.dates import PERIODS, is_period

ASIDE = ("mentions", "publishedBy", "onPage")
"""Properties that bring no two things nearer: an article mentions much, and a newspaper publishes everything."""

BYLINES = ("reportedBy", "photographedBy")
"""Who signed an article."""

_QUALIFIERS = ("Membership", "Grant", "Quantity", "Time", "Page")
_STATEMENT, _SPAN, _PAGE, _RUN = (f"{DATA}{part}/" for part in ("statement", "span", "page", "run"))


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep of a graph; as it stands, everything.

    ``around`` is the IRI of a thing and ``hops`` how many facts away another may be; ``types`` are names of
    classes; ``since`` is the first day (``2025``, ``2025-11`` or ``2025-11-04``) of publication.
    """

    around: str = ""
    hops: int = 2
    types: tuple[str, ...] = ()
    since: str = ""

    @property
    def everything(self) -> bool:
        """True when nothing is left out."""
        return not (self.around or self.types or self.since)


def selected(
    statements: Sequence[Statement],
    selection: Selection,
    *,
    nodes: Mapping[str, Node],
    sources: Mapping[str, Source],
) -> list[Statement]:
    """The statements that the selection keeps: those of articles since its day whose ends are both inside.

    Quantities, times, memberships and grants go with what they belong to; with ``around`` come the articles that
    tell of the things found. Raises CallError for what is no date, and for a type that nothing in the graph has.
    """
    if selection.everything:
        return list(statements)
    if selection.since and not is_period(selection.since):
        raise CallError(f"{selection.since} 不是日期（no date）", hint=PERIODS)
    told = [s for s in statements if not selection.since or _since(sources.get(s.graph), selection.since)]
    inside = {iri for iri, node in nodes.items() if kind(node) not in ("", *_QUALIFIERS)}
    if selection.types:
        inside = _of_types(inside, selection.types, nodes)
    if selection.around:
        inside = _around(told, selection.around, selection.hops, inside, nodes)
    for _ in range(2):  # a time belongs to a membership that belongs to a person
        inside |= _attached(told, inside, nodes)
    return [s for s in told if all(end in inside or end not in nodes for end in _ends(s))]


def selected_quads(store: Store, kept: Iterable[Statement]) -> Iterator[Quad]:
    """The quads of the statements: they themselves, their evidence, and the names of what they speak of."""
    ids, spans, triples = set(), set(), set()
    named: dict[str, set[str]] = defaultdict(set)
    for s in kept:
        ids.add(s.id)
        evidence = s.evidence
        if evidence.start is not None and evidence.end is not None:
            spans.add(iris.span(s.page, evidence.start, evidence.end))
        named[s.graph].update((s.s, s.graph, s.page, evidence.time, *([s.o] if isinstance(s.o, str) else ())))
        triples.add((s.graph, s.s, s.p, s.o))
    for quad in said(store):
        subject = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
        graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)[1:-1]
        if subject.startswith(_STATEMENT):
            keep = subject in ids
        elif subject.startswith(_SPAN):
            keep = subject.removesuffix(".position").removesuffix(".quote") in spans
        elif subject.startswith(_RUN) and not graph:
            keep = True
        elif subject.startswith(_PAGE) or quad.predicate in NAMING:
            keep = subject in named.get(graph, ())
        else:
            keep = (graph, subject, quad.predicate.value, value_of(quad.object)) in triples
        if keep:
            yield quad


def later(one: str, other: str) -> bool:
    """Is the day, month or year ``one`` no earlier than ``other``? A month counts as its last day.

    >>> later("2025-11", "2025-11-04"), later("2024", "2025"), later("", "2025")
    (True, False, False)
    """
    return bool(one) and (one + "-12-31"[len(one) - 4 :] if len(one) in (4, 7) else one) >= other


def _since(source: Source | None, day: str) -> bool:
    return source is not None and later(source.date, day)


def _of_types(things: Iterable[str], types: Iterable[str], nodes: Mapping[str, Node]) -> set[str]:
    wanted = {kg(name) for name in types}
    known = {class_ for iri in nodes for class_ in nodes[iri].classes}
    if missing := sorted(class_.removeprefix(iris.KG) for class_ in wanted - known):
        there = "、".join(sorted(class_.removeprefix(iris.KG) for class_ in known if class_.startswith(iris.KG)))
        raise CallError(
            f"图里没有类型 {'、'.join(missing)}（no such type in the graph）", hint=f"有（there are）: {there}"
        )
    return {iri for iri in things if not wanted.isdisjoint(nodes[iri].classes)}


def _around(
    statements: Sequence[Statement], start: str, hops: int, inside: set[str], nodes: Mapping[str, Node]
) -> set[str]:
    """The things at most ``hops`` facts from ``start``, and the articles that tell these facts."""
    near: dict[str, set[str]] = defaultdict(set)
    telling: dict[str, set[str]] = defaultdict(set)
    for s in statements:
        ends = _ends(s)
        for end in ends:
            telling[end].add(s.graph)
        if len(ends) == 2 and inside.issuperset(ends) and s.p.removeprefix(iris.KG) not in ASIDE:
            near[ends[0]].add(ends[1])
            near[ends[1]].add(ends[0])
    found = edge = {start}
    for _ in range(hops):
        edge = {iri for end in edge for iri in near[end]} - found
        found = found | edge
    articles = {graph for iri in found if kind(nodes[iri]) != "Article" for graph in telling[iri]}
    return found | (articles & inside)


def _attached(statements: Iterable[Statement], inside: set[str], nodes: Mapping[str, Node]) -> set[str]:
    """The quantities, times, memberships, grants and pages at the other end of what is said of things inside."""
    found = set()
    for s in statements:
        ends = {*_ends(s), *filter(None, [s.evidence.time])}
        if not inside.isdisjoint(ends):
            found |= {end for end in ends - inside if end in nodes and kind(nodes[end]) in _QUALIFIERS}
    return found


def _ends(statement: Statement) -> tuple[str, ...]:
    return (statement.s, statement.o) if isinstance(statement.o, str) else (statement.s,)
