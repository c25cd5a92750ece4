"""A part of the graph as nodes and links, to be drawn and grown by clicks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from kg.graph.readback import kind
from kg.model import ENTITY_TYPES
from kg.serve.addresses import address, place_of
from kg.serve.site import Link, Site

MOST = 300
"""How many nodes one picture holds; what is best linked comes first."""
FIRST = 60
BYLINES = ("publishedBy", "reportedBy", "photographedBy")
ASIDE = ("publishedBy",)
"""A newspaper publishes everything: such a link brings no two things nearer."""


def around(site: Site, iris: Sequence[str], *, kinds: Sequence[str] = (), most: int = MOST) -> dict[str, Any]:
    """The things ``iris`` with all their neighbours and every link between those; ``hidden`` counts what found no room.

    Without ``iris`` the best linked things. ``kinds`` are the types to keep, all when empty.
    """
    asked = [iri for iri in dict.fromkeys(iris) if iri in site.things]
    kept = set(asked)
    near = {
        end
        for iri in asked
        for link in site.near.get(iri, ())
        for end in (link.s, link.o)
        if not kinds or kind(site.things[end]) in kinds
    }
    ranked = sorted(near - kept, key=lambda iri: (-len(site.near[iri]), iri))
    if not asked:
        ranked = _beginning(site, kinds)
    kept.update(ranked[: max(0, most - len(kept))])
    links = [link for link in _between(site, kept) if link.p not in ASIDE or link.s in asked or link.o in asked]
    return {
        "nodes": [node_json(site, iri) for iri in sorted(kept)],
        "links": links_json(site, links),
        "hidden": max(0, len(ranked) + len(asked) - len(kept)),
    }


def _beginning(site: Site, kinds: Sequence[str]) -> list[str]:
    """Where to begin when nothing is asked: the best linked things, each with its neighbours, so that none is alone."""
    found: dict[str, None] = {}
    for iri in best_linked(site, kinds=kinds):
        if len(found) >= FIRST:
            break
        near = (end for link in site.near[iri] if link.p not in BYLINES for end in (link.s, link.o))
        wanted = kinds or ENTITY_TYPES
        found.update(dict.fromkeys(end for end in (iri, *near) if kind(site.things[end]) in wanted))
    return list(found)


def best_linked(site: Site, *, kinds: Sequence[str] = ()) -> list[str]:
    """The entities by their number of facts, the most first; an article's byline makes nobody important."""
    degree = {iri: sum(link.p not in BYLINES for link in links) for iri, links in site.near.items()}
    found = [
        iri
        for iri, n in degree.items()
        if n
        and kind(site.things[iri]) not in ("Article", "Post", "Page")
        and (not kinds or kind(site.things[iri]) in kinds)
    ]
    return sorted(found, key=lambda iri: (-degree[iri], -site.told.get(iri, 0), iri))


def node_json(site: Site, iri: str) -> dict[str, Any]:
    """A thing as the JSON of the API tells it."""
    node = site.things[iri]
    return {
        "id": place_of(iri),
        "iri": iri,
        "href": address(iri),
        "name": node.label,
        "type": kind(node),
        "aliases": list(node.aliases),
        "links": len(site.near.get(iri, ())),
        "articles": site.told.get(iri, 0),
    }


def links_json(site: Site, links: Iterable[Link]) -> list[dict[str, Any]]:
    """One link a pair of things, with all its properties, in the direction of the first."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for link in links:
        if link.s != link.o:
            pairs[(link.s, link.o) if (link.o, link.s) not in pairs else (link.o, link.s)].append(link.p)
    told = site.ontology.properties
    return [
        {
            "source": place_of(s),
            "target": place_of(o),
            "properties": names,
            "zh": "·".join(dict.fromkeys(told[name].zh for name in names)),
            "en": ", ".join(dict.fromkeys(told[name].en for name in names)),
        }
        for (s, o), names in sorted(pairs.items())
    ]


def _between(site: Site, kept: set[str]) -> list[Link]:
    found = {link for iri in kept for link in site.near.get(iri, ()) if link.s in kept and link.o in kept}
    return sorted(found, key=lambda link: (link.s, link.o, link.p))
