"""The graph as something to look at: entities and articles as nodes, merged facts as links, with their quotes."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from kg.export.layout import Size, positions
from kg.graph import ArticleGraph, Node, Statement, Value
from kg.graph.iris import KG
from kg.graph.iris import kg as term
from kg.knowledge.ontology import Ontology
from kg.model import ENTITY_TYPES

SHOWN = 300
"""How many nodes the page draws at first; the others come by search and expansion."""
KEPT = 10_000
"""How many nodes the page holds at all; beyond that only the best linked ones, and the page says so."""

_LINE, _LINES, _FONT = 9.0, 2, 14.0
_OPENING = "“‘「『（《("
_CLOSING = "”’」』）》、，。：；！？)"
_ASIDE = ("mentions", "publishedBy", "reportedBy", "photographedBy")
"""What every article tells of itself makes nobody well linked."""
_TEXTS = ("holdsPost", "quantity", "time", "targets")


@dataclass(frozen=True, slots=True)
class Item:
    """A node: ``type`` is the name of its class, ``lines`` its label, wrapped and cut, ``place`` None until it is asked for."""

    iri: str
    type: str
    name: str
    aliases: tuple[str, ...]
    lines: str
    radius: int
    place: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words behind a fact: ``article`` is the IRI of the article that has them."""

    article: str
    text: str
    prefix: str
    suffix: str
    rule: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact said once or more: ``target`` is the IRI of a node of the picture, or '' where ``text`` is all."""

    subject: str
    predicate: str
    target: str
    text: str
    time: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An article that facts come from."""

    iri: str
    title: str
    page: str
    date: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that the page holds; ``hidden`` counts the nodes for which there was no room."""

    items: tuple[Item, ...]
    facts: tuple[Fact, ...]
    sources: tuple[Source, ...]
    hidden: int


def picture(graphs: Iterable[ArticleGraph], *, ontology: Ontology, shown: int = SHOWN, limit: int = KEPT) -> Picture:
    """The merged graph, the same for the same graphs in any order.

    The best linked ``shown`` nodes have a place; ``limit`` nodes are kept.
    """
    ordered = sorted(graphs, key=lambda graph: graph.iri)
    nodes = _nodes(ordered)
    types = {iri: kind for iri, node in nodes.items() if (kind := _type(node))}
    facts = _facts(ordered, nodes, types, ontology)
    linked = Counter(iri for f in facts if f.target and f.predicate not in _ASIDE for iri in (f.subject, f.target))
    named = Counter(iri for fact in facts for iri in (fact.subject, fact.target))
    ranked = sorted(types, key=lambda iri: (-linked[iri], -named[iri], iri))
    kept = ranked[:limit]
    chosen = {iri for iri in kept[:shown] if linked[iri]} or set(kept[:shown])
    within = set(kept)
    facts = [f for f in facts if f.subject in within and (not f.target or f.target in within)]
    links = {(f.subject, f.target) for f in facts if f.subject in chosen and f.target in chosen}
    labels = {iri: wrapped(nodes[iri].label) for iri in kept}
    radii = {iri: _radius(types[iri], linked[iri]) for iri in kept}
    places = positions(chosen, links, sizes={iri: _size(labels[iri], radii[iri]) for iri in chosen})
    items = tuple(
        Item(
            iri=iri,
            type=types[iri],
            name=nodes[iri].label,
            aliases=nodes[iri].aliases,
            lines=labels[iri],
            radius=radii[iri],
            place=(places[iri][0], places[iri][1] - _height(labels[iri])) if iri in places else None,
        )
        for iri in sorted(kept)
    )
    return Picture(items, tuple(facts), tuple(map(_source, ordered)), len(types) - len(kept))


def wrapped(name: str) -> str:
    """A name in one line or two even ones of at most nine Chinese characters, cut with an ellipsis.

    >>> wrapped("甲市总工会职工服务中心")
    '甲市总工会职\\n工服务中心'
    """
    text = " ".join(name.split())
    whole = sum(map(_em, text))
    even = _LINE if whole <= _LINE else min(_LINE, whole / 2 + 0.5)
    lines = next((lines for room in (even, even + 1, _LINE) if len(lines := _broken(text, room)) <= _LINES), None)
    if lines is None:
        lines = _broken(text, _LINE)[:_LINES]
        lines[-1] = lines[-1][:-1] + "…"
    return "\n".join(lines)


def _broken(text: str, room: float) -> list[str]:
    """The text in lines of ``room`` Chinese characters; none begins with a closing mark or ends in an opening one."""
    lines, width = [""], 0.0
    for c in text:
        if width + _em(c) > room and c not in _CLOSING:
            opened = lines[-1][-1:] if lines[-1][-1:] in _OPENING else ""
            lines[-1] = lines[-1].removesuffix(opened)
            lines.append(opened)
            width = len(opened)
        lines[-1] += c
        width += _em(c)
    return lines


def _em(c: str) -> float:
    return 1.0 if east_asian_width(c) in "WFA" else 0.55


def _size(label: str, radius: int) -> Size:
    lines = label.split("\n")
    width = max(sum(map(_em, line)) for line in lines) * _FONT
    return max(width, radius * 2) + 16, radius * 2 + len(lines) * _FONT * 1.25 + 20


def _radius(kind: str, links: int) -> int:
    smallest = {"Article": 11, "Award": 16}.get(kind, 13)  # a star looks smaller than a disc of its radius
    return smallest + min(14, round(3 * math.sqrt(max(0, links - 1))))


def _height(label: str) -> int:
    """How far the middle of node and label lies below the node's own."""
    return round((label.count("\n") + 1) * _FONT * 0.625 + 3)


def _nodes(graphs: Sequence[ArticleGraph]) -> dict[str, Node]:
    """Every node once, called by its most frequent name and then the longest, the other names being aliases."""
    seen: dict[str, list[Node]] = defaultdict(list)
    for graph in graphs:
        for node in graph.nodes:
            seen[node.iri].append(node)
    merged = {}
    for iri, same in seen.items():
        counts = Counter(node.label for node in same)
        label = max(counts, key=lambda name: (counts[name], len(name), name))
        names = {name for node in same for name in (node.label, *node.aliases)} - {label}
        classes = tuple(sorted({class_ for node in same for class_ in node.classes}))
        merged[iri] = Node(iri, classes, label, tuple(sorted(names)), max(node.code for node in same))
    return merged


def _type(node: Node) -> str:
    """The type that a node is drawn as, or '' for posts, quantities and the like, which are told in words."""
    return next((kind for kind in (*ENTITY_TYPES, "Article") if term(kind) in node.classes), "")


def _facts(
    graphs: Sequence[ArticleGraph], nodes: Mapping[str, Node], types: Mapping[str, str], ontology: Ontology
) -> list[Fact]:
    quotes: dict[tuple[str, str, str, str, str], dict[Quote, None]] = defaultdict(dict)
    for graph in graphs:
        said = {(s.s, s.p.removeprefix(KG), s.o) for s in graph.statements}
        for s in sorted(graph.statements, key=lambda s: (s.evidence.start or 0, s.evidence.end or 0, s.id)):
            predicate = s.p.removeprefix(KG)
            known = ontology.properties.get(predicate)
            if known is None or s.s not in types:
                continue
            if any((s.s, sub.name, s.o) in said for sub in ontology.properties.values() if sub.parent == predicate):
                continue  # the closer word is told: 主办 instead of 举办
            target, text = _target(s, nodes, types)
            if not target and predicate not in _TEXTS:
                continue
            time = nodes[s.evidence.time].label if s.evidence.time in nodes else ""
            quotes[s.s, predicate, target, text, time].setdefault(_quote(s))
    return [Fact(*key, tuple(found)) for key, found in sorted(quotes.items())]


def _target(statement: Statement, nodes: Mapping[str, Node], types: Mapping[str, str]) -> tuple[str, str]:
    if isinstance(statement.o, Value):
        return "", statement.o.text
    return (statement.o, "") if statement.o in types else ("", nodes[statement.o].label if statement.o in nodes else "")


def _quote(statement: Statement) -> Quote:
    found = statement.evidence
    return Quote(statement.graph, found.quote, found.prefix, found.suffix, found.rule, found.trigger)


def _source(graph: ArticleGraph) -> Source:
    title = next((node.label for node in graph.nodes if node.iri == graph.iri), graph.page.name)
    dates = [s.o.text for s in graph.statements if s.p.endswith("/datePublished") and isinstance(s.o, Value)]
    return Source(graph.iri, title, graph.page.name, min(dates, default=""))
