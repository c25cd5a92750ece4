"""What the site knows of a built graph from its start on: names, links, times and counts; quotes are read when asked.

All of it is plain data over a store that is never written, so any number of readers share it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Store

from kg.graph import Node, open_graph
from kg.graph.iris import KG, kg
from kg.graph.quads import TYPE
from kg.graph.query_named import NamedQuery, named_queries
from kg.graph.readback import Source, nodes, sources
from kg.graph.store import STORE, TRIG
from kg.knowledge import Knowledge
from kg.knowledge.carried import carried
from kg.knowledge.ontology import Ontology, load_ontology
from kg.layout import Words, words_of
from kg.model import ENTITY_TYPES
from kg.serve.addresses import places
from kg.serve.search import Name, index_names
from kg.serve.times import Moment, moments
from kg.serve.told import rows, text_of

SHOWN = (*ENTITY_TYPES, "Article", "Post", "Page")
"""The kinds of things that have a page of their own look; all others are shown as they are in the graph."""


@dataclass(frozen=True, slots=True)
class Link:
    """A fact between two things; ``p`` is the name of the property."""

    s: str
    p: str
    o: str


@dataclass(frozen=True, slots=True)
class Site:
    """A graph as the site tells it.

    ``things`` are entities, articles, posts and pages by IRI; ``near`` the links of each; ``told`` in how many
    articles an entity is named; ``facts`` how many facts an article tells; ``fired`` how often each rule spoke;
    ``places`` the IRIs by their addresses; ``merged`` why the mentions of a thing in several articles are one, by
    its address; ``called`` the one thing that bears a name, by its name.
    """

    directory: Path
    store: Store
    ontology: Ontology
    knowledge: Knowledge
    words: Words
    queries: Mapping[str, NamedQuery]
    report: Mapping[str, Any]
    things: Mapping[str, Node]
    sources: Mapping[str, Source]
    links: tuple[Link, ...]
    near: Mapping[str, tuple[Link, ...]]
    told: Mapping[str, int]
    facts: Mapping[str, int]
    fired: Mapping[str, int]
    names: tuple[Name, ...]
    moments: tuple[Moment, ...]
    places: Mapping[str, str]
    merged: Mapping[str, tuple[str, ...]]
    called: Mapping[str, str]


def open_site(directory: Path, *, knowledge: Knowledge) -> Site:
    """Reads what the site needs to know; raises GraphError where no graph is."""
    store = open_graph(directory)
    ontology = load_ontology((*knowledge.folders, *carried(directory)))
    kinds = [quad.subject.value for kind in SHOWN for quad in _of_class(store, kind)]
    things = nodes(store, only=kinds)
    links = _links(store, ontology, things)
    told = {
        text_of(row["s"]): int(text_of(row["n"]))
        for row in rows(store, "SELECT (COUNT(*) AS ?n) ?s WHERE { GRAPH ?g { ?g kg:mentions ?s } } GROUP BY ?s")
    }
    return Site(
        directory=directory,
        store=store,
        ontology=ontology,
        knowledge=knowledge,
        words=words_of(knowledge.lexicon),
        queries=named_queries(knowledge.folders),
        report=_report(directory),
        things=things,
        sources=sources(store),
        links=links,
        near=_near(links),
        told={iri: count for iri, count in told.items() if iri in things},
        facts=_facts(store, ontology),
        fired={text_of(row["rule"]): int(text_of(row["n"])) for row in rows(store, _FIRED)},
        names=index_names(things.values(), told),
        moments=moments(store, ontology),
        places=places(things),
        merged=_merged(directory),
        called=_called(things.values()),
    )


_FIRED = "SELECT ?rule (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?id kg:rule ?rule } } GROUP BY ?rule"


def stamp(directory: Path) -> tuple[int, ...]:
    """What changes when the graph is built anew: a build replaces its files, it never writes into them."""
    found: list[int] = []
    for name in (STORE, TRIG, "report.json"):
        try:
            told = (directory / name).stat()
            found += [told.st_ino, 0 if name == STORE else told.st_mtime_ns]
        except OSError:
            found += [0, 0]
    return tuple(found)


def relations(ontology: Ontology) -> tuple[str, ...]:
    """The names of the properties that rules read, and of the jurisdiction that a name tells."""
    return (*(name for name, known in ontology.properties.items() if known.relation), "jurisdiction")


def values(ontology: Ontology) -> str:
    """These properties as the inside of a VALUES clause."""
    return " ".join(f"kg:{name}" for name in relations(ontology))


def _of_class(store: Store, kind: str) -> Iterable[Any]:
    return store.quads_for_pattern(None, TYPE, NamedNode(kg(kind)), DefaultGraph())


def _links(store: Store, ontology: Ontology, things: Mapping[str, Node]) -> tuple[Link, ...]:
    """The facts between things; the closer word stands for the general one (主办 instead of 举办)."""
    query = f"SELECT ?s ?p ?o WHERE {{ VALUES ?p {{ {values(ontology)} }} ?s ?p ?o FILTER(isIRI(?o)) }}"
    found = {(text_of(row["s"]), text_of(row["p"]).removeprefix(KG), text_of(row["o"])) for row in rows(store, query)}
    closer = {(s, ontology.properties[p].parent, o) for s, p, o in found if p in ontology.properties}
    kept = sorted(fact for fact in found - closer if fact[0] in things and fact[2] in things)
    return tuple(Link(*fact) for fact in kept)


def _near(links: Iterable[Link]) -> dict[str, tuple[Link, ...]]:
    near: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        for end in {link.s, link.o}:
            near[end].append(link)
    return {iri: tuple(found) for iri, found in near.items()}


def _facts(store: Store, ontology: Ontology) -> dict[str, int]:
    """How many facts each article tells, sub-properties not counted twice."""
    query = f"""SELECT ?g ?s ?p ?o WHERE {{ VALUES ?p {{ {values(ontology)} }} GRAPH ?g {{ ?s ?p ?o }} }}"""
    found = {tuple(map(text_of, (row["g"], row["s"], row["p"], row["o"]))) for row in rows(store, query)}
    closer = set()
    for g, s, p, o in found:
        known = ontology.properties.get(p.removeprefix(KG))
        if known and known.parent:
            closer.add((g, s, kg(known.parent), o))
    return dict(Counter(fact[0] for fact in found - closer))


def _report(directory: Path) -> dict[str, Any]:
    """report.json without the long list of what was refused; empty where there is none."""
    try:
        told = json.loads((directory / "report.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: told[name] for name in ("counts", "problems", "refused_by_reason") if name in told}


def _merged(directory: Path) -> dict[str, tuple[str, ...]]:
    """The reasons of merges.json; empty where there is none."""
    try:
        told = json.loads((directory / "merges.json").read_text(encoding="utf-8"))
        return {item["name"]: tuple(map(str, item["because"])) for item in told["merged"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _called(things: Iterable[Node]) -> dict[str, str]:
    """The IRIs of things by their labels, where only one thing is called so."""
    count = Counter(node.label for node in things)
    return {node.label: node.iri for node in things if count[node.label] == 1}
