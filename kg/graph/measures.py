"""How a network hangs together: its parts, its central bodies, its communities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from kg.graph.select import ASIDE, BYLINES

_SAMPLES = 200
"""From how many nodes betweenness is measured; more would take minutes on an archive of years."""

_SEED = 1


@dataclass(frozen=True, slots=True)
class Central:
    """A body with its place in the network: how many things it has facts with, and how much runs through it (0–1)."""

    iri: str
    label: str
    neighbours: int
    betweenness: float


@dataclass(frozen=True, slots=True)
class Community:
    """Things with more facts among themselves than with others; ``members`` are labels, the best linked first."""

    size: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts by type and property, connected components (largest first), central bodies, communities.

    Components, centrality and communities look at facts between entities: neither at what articles mention nor at
    who signed and published them.
    """

    types: Mapping[str, int]
    relations: Mapping[str, int]
    evidence: int
    alone: int
    components: tuple[int, ...]
    central: tuple[Central, ...]
    communities: tuple[Community, ...]


def measures(network: nx.MultiDiGraph[str], *, top: int = 10) -> Measures:
    """The measures of a network, the same for the same network; ``top`` is how many bodies and communities it lists."""
    linked = _linked(network)
    joined = linked.subgraph([iri for iri, degree in linked.degree() if degree])
    components = sorted(map(len, nx.connected_components(joined)), reverse=True)
    labels: dict[str, str] = {iri: data["label"] for iri, data in network.nodes(data=True)}
    edges = [data for _, _, data in network.edges(data=True)]
    return Measures(
        types=_ordered(Counter(data["type"] for _, data in network.nodes(data=True))),
        relations=_ordered(Counter(data["property"] for data in edges)),
        evidence=sum(data["evidence"] for data in edges),
        alone=len(linked) - len(joined),
        components=tuple(components),
        central=_central(linked, network, labels, top),
        communities=_communities(joined, labels, top),
    )


def _linked(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Entities joined by facts, each pair once, weighted by how many articles tell of it."""
    linked: nx.Graph[str] = nx.Graph()
    linked.add_nodes_from(iri for iri, data in network.nodes(data=True) if data["type"] != "Article")
    for one, other, data in network.edges(data=True):
        if one in linked and other in linked and one != other and data["property"] not in (*ASIDE, *BYLINES):
            weight = linked.get_edge_data(one, other, {"weight": 0})["weight"]
            linked.add_edge(one, other, weight=weight + data["weight"])
    return linked


def _central(
    linked: nx.Graph[str], network: nx.MultiDiGraph[str], labels: Mapping[str, str], top: int
) -> tuple[Central, ...]:
    between = nx.betweenness_centrality(linked, k=min(len(linked), _SAMPLES), seed=_SEED) if linked else {}
    bodies = [iri for iri in linked if network.nodes[iri]["type"] == "Organization" and linked.degree(iri)]
    best = sorted(bodies, key=lambda iri: (-linked.degree(iri), -between[iri], iri))[:top]
    return tuple(Central(iri, labels[iri], linked.degree(iri), round(between[iri], 4)) for iri in best)


def _communities(joined: nx.Graph[str], labels: Mapping[str, str], top: int) -> tuple[Community, ...]:
    if not joined:
        return ()
    found = nx.community.louvain_communities(joined, seed=_SEED)
    ordered = [sorted(members, key=lambda iri: (-joined.degree(iri), iri)) for members in found]
    ordered.sort(key=lambda members: (-len(members), members))
    return tuple(Community(len(members), tuple(labels[iri] for iri in members[:5])) for members in ordered[:top])


def _ordered(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
