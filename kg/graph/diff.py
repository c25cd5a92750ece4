"""What two built graphs say differently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.graph.parts import Value
from kg.graph.quads import is_evidence
from kg.graph.readback import Source, nodes, sources, value_of


@dataclass(frozen=True, slots=True)
class Change:
    """A triple that one graph has and the other has not, with the articles that say it."""

    s: str
    p: str
    o: str | Value
    articles: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the new graph says more and less than the old; ``names`` has the labels of all IRIs."""

    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    names: dict[str, str]


def difference(old: Store, new: Store) -> Difference:
    """The facts, types and names that are only in one of the graphs, in the order of their triples.

    Evidence does not count: the same fact at another place of a page is the same fact.
    """
    before, after = set(_facts(old)), set(_facts(new))
    added, removed = _changes(new, after - before), _changes(old, before - after)
    used = {end for change in (*added, *removed) for end in (change.s, change.o) if isinstance(end, str)}
    names = {iri: node.label for store in (old, new) for iri, node in nodes(store, only=used).items()}
    return Difference(added, removed, names)


def _facts(store: Store) -> Iterator[Quad]:
    """The merged facts of the graph; what article says them is of no account here."""
    for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
        if not is_evidence(quad):
            yield quad


def _changes(store: Store, quads: set[Quad]) -> tuple[Change, ...]:
    articles = sources(store) if quads else {}
    changes = []
    for quad in sorted(quads, key=str):
        graphs = (q.graph_name for q in store.quads_for_pattern(quad.subject, quad.predicate, quad.object))
        told = sorted({graph.value for graph in graphs if isinstance(graph, NamedNode)} & articles.keys())
        subject = value_of(quad.subject)
        if isinstance(subject, str):
            place = tuple(articles[iri] for iri in told)
            changes.append(Change(subject, quad.predicate.value, value_of(quad.object), place))
    return tuple(changes)
