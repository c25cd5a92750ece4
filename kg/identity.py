"""Which entities of an archive are one: the automatic resolution, the user's decisions, and the IRIs that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.errors import InputError
from kg.graph import iris
from kg.knowledge import Knowledge
from kg.model import Document
from kg.resolve.corpus import Cluster, Key, Open, Resolution, joined, resolve_corpus
from kg.resolve.decisions import Decision
from kg.resolve.records import document_records


@dataclass(frozen=True, slots=True)
class Identity:
    """The IRI of every entity by page name and entity id, the label of every IRI, and how that came about.

    ``clusters`` by short name (``person/张明（甲厂）``); ``open`` are pairs of short names with the evidence.
    """

    iris: Mapping[Key, str]
    labels: Mapping[str, str]
    clusters: Mapping[str, Cluster]
    open: tuple[tuple[str, str, Open], ...]

    def merges(self) -> dict[str, Any]:
        """What ``kg merge list`` shows, as plain data: joined things with reasons, and open questions."""
        return {
            "merged": [
                {
                    "name": short,
                    "articles": len({key[0] for key in cluster.members}),
                    "members": [f"{page}.{id_}" for page, id_ in cluster.members],
                    "because": list(cluster.reasons),
                }
                for short, cluster in sorted(self.clusters.items())
                if len(cluster.members) > 1
            ],
            "open": [
                {"one": one, "other": other, "score": item.judgement.score, "evidence": list(item.judgement.reasons)}
                for one, other, item in self.open
            ],
        }


def identify(documents: Iterable[Document], knowledge: Knowledge, decisions: Sequence[Decision] = ()) -> Identity:
    """Resolves the entities of the documents across articles and applies the decisions.

    Raises InputError for a decision about a name that the archive does not have.
    """
    read = list(documents)
    resolution = resolve_corpus(r for document in read for r in document_records(document, knowledge))
    clusters = _named(resolution)
    parted: set[frozenset[str]] = set()
    for decision in decisions:
        for name in decision.names:
            if name not in clusters:
                raise InputError(
                    f"合并决定第 {decision.line} 行：图谱里没有 {name}（no such entity）",
                    hint="kg merge list 看现有的名字",
                )
        if decision.verb == "same":
            one, other = decision.names
            clusters[one] = joined(clusters[one], clusters.pop(other), "accepted")
        elif decision.verb == "different":
            parted.add(frozenset(decision.names))
        else:
            for alone in _split(clusters.pop(decision.names[0])):
                clusters[_short(alone, crowded=True)] = alone
    of = {key: iris.DATA + iris_path(short) for short, c in clusters.items() for key in c.members}
    return Identity(
        iris=of,
        labels=_labels(read, of, knowledge),
        clusters=clusters,
        open=_open(resolution, clusters, parted),
    )


def _labels(documents: Sequence[Document], of: Mapping[Key, str], knowledge: Knowledge) -> dict[str, str]:
    """The label of each IRI: a place's official name, else the name that most articles write, the longest of those."""
    written: dict[str, Counter[str]] = {}
    labels: dict[str, str] = {}
    by_code = knowledge.gazetteer.by_code
    for document in documents:
        for facts in document.facts:
            for entity in facts.entities:
                iri = of[document.page.name, entity.id]
                written.setdefault(iri, Counter())[entity.name] += 1
                code = entity.value or ""
                if entity.type == "Place" and iris.is_code(code) and code in by_code:
                    labels[iri] = by_code[code].name
    best = {iri: max(names, key=lambda n: (names[n], len(n), n)) for iri, names in written.items()}
    return {**best, **labels}


def iris_path(short: str) -> str:
    """The last parts of the IRI of a short name: ``person/张明（甲厂）``."""
    kind, _, name = short.partition("/")
    return f"{kind}/{iris.local(name)}"


def _named(resolution: Resolution) -> dict[str, Cluster]:
    """Clusters by short name; namesakes of one type carry their context."""
    namesakes = Counter((c.type, c.name) for c in resolution.clusters)
    found: dict[str, Cluster] = {}
    for cluster in resolution.clusters:
        short = _short(cluster, crowded=namesakes[cluster.type, cluster.name] > 1)
        while short in found:
            short += "·"
        found[short] = cluster
    return found


def _short(cluster: Cluster, *, crowded: bool) -> str:
    if cluster.type == "Place" and iris.is_code(cluster.gathered.code):
        return f"place/{cluster.gathered.code}"
    name = iris.same_name(cluster.name)
    if cluster.type == "Person" or crowded:
        return f"{cluster.type.lower()}/{name}（{iris.same_name(cluster.context)}）"
    return f"{cluster.type.lower()}/{name}"


def _split(cluster: Cluster) -> list[Cluster]:
    return [
        Cluster(cluster.type, cluster.name, (key,), f"{key[0]}.{key[1]}", ("split",), cluster.gathered)
        for key in cluster.members
    ]


def _open(
    resolution: Resolution, clusters: Mapping[str, Cluster], parted: set[frozenset[str]]
) -> tuple[tuple[str, str, Open], ...]:
    short_of = {cluster.members: short for short, cluster in clusters.items()}
    found = []
    for item in resolution.open:
        one, other = short_of.get(item.one.members), short_of.get(item.other.members)
        if one and other and frozenset((one, other)) not in parted:
            found.append((one, other, item))
    return tuple(found)
