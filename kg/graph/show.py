"""All that a graph says of one thing, and the shortest chain of facts between two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx
from pyoxigraph import Store

from kg.errors import QueryError
from kg.graph.iris import KG, short
from kg.graph.network import VERTICES
from kg.graph.parts import Node, Statement
from kg.graph.readback import Fact, Source, facts, find, kind, nodes, sources, statements
from kg.graph.select import ASIDE, BYLINES

_LISTED = 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A thing with the facts about it; ``names`` has the other things of the facts, ``sources`` the articles."""

    node: Node
    facts: tuple[Fact, ...]
    names: Mapping[str, Node]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Step:
    """A fact of a chain; ``forward`` when the chain goes from its subject to its object."""

    fact: Fact
    forward: bool


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of facts from one thing to another; ``names`` has all of its things, ``sources`` the articles."""

    start: str
    steps: tuple[Step, ...]
    names: Mapping[str, Node]
    sources: Mapping[str, Source]


def the_one(store: Store, name: str) -> Node:
    """The thing that ``name`` means; raises QueryError where it means none, or lists those that it may mean."""
    found = find(store, name)
    if not found:
        raise QueryError(
            f"图里没有“{name}”（nothing in the graph has this name）",
            hint="查名称（look it up）: kg query entities --word 总工会",
        )
    if len(found) > 1:
        listed = "\n".join(f"    {short(node.iri)}  {node.label}（{kind(node)}）" for node in found[:_LISTED])
        more = f"\n    … 共 {len(found)} 个 in all" if len(found) > _LISTED else ""
        raise QueryError(
            f"“{name}”可指 {len(found)} 个（the name is ambiguous）",
            hint=f"写其中一个（write one of）:\n{listed}{more}",
        )
    return found[0]


def sheet(store: Store, node: Node) -> Sheet:
    """What the graph says of the thing, and what says something of it."""
    about = facts(statements(store, about=node.iri))
    others = {end for fact in about for end in (fact.s, fact.o) if isinstance(end, str)}
    others |= {s.evidence.time for fact in about for s in fact.statements if s.evidence.time}
    return Sheet(node, tuple(about), nodes(store, only=others), sources(store))


def chain(store: Store, start: str, end: str) -> Chain:
    """The shortest chain of facts between two IRIs.

    What an article mentions and who published it join things only where no other facts do, and people who sign
    articles only where nothing else does. Raises QueryError where nothing joins them.
    """
    said, names = statements(store), nodes(store)
    signing = {s.o for s in said if isinstance(s.o, str) and s.p.removeprefix(KG) in BYLINES} - {start, end}
    for with_asides, without in ((False, set[str]()), (True, signing), (True, set[str]())):
        near = _neighbours(said, names, with_asides=with_asides)
        graph: nx.Graph[str] = nx.Graph(pair for pair in near if without.isdisjoint(pair))
        if start in graph and end in graph and nx.has_path(graph, start, end):
            path = nx.shortest_path(graph, start, end)
            steps = tuple(_step(near, one, other) for one, other in pairwise(path))
            return Chain(start, steps, names, sources(store))
    raise QueryError(
        f"“{names[start].label}”与“{names[end].label}”之间没有事实相连（no facts join them）",
        hint="看一个的事实（see the facts of one）: kg show NAME",
    )


def _neighbours(
    said: Sequence[Statement], names: Mapping[str, Node], *, with_asides: bool
) -> dict[tuple[str, str], list[Fact]]:
    """The facts between each pair of things, pairs in the order in which the facts go."""
    things = {iri for iri, node in names.items() if kind(node) in VERTICES}
    near: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts(said):
        joins = isinstance(fact.o, str) and fact.s != fact.o and things.issuperset((fact.s, fact.o))
        if joins and (with_asides or fact.p.removeprefix(KG) not in ASIDE):
            near[fact.s, str(fact.o)].append(fact)
    return near


def _step(near: Mapping[tuple[str, str], Sequence[Fact]], one: str, other: str) -> Step:
    """The best told fact between two neighbours."""
    both = [Step(fact, True) for fact in near.get((one, other), ())]
    both += [Step(fact, False) for fact in near.get((other, one), ())]
    return max(both, key=lambda step: (len(step.fact.statements), step.forward))
