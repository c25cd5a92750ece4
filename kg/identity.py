"""Which entities of an archive are one: the automatic resolution, the user's decisions, and the IRIs that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import unquote

from kg.graph import iris
from kg.knowledge import Knowledge
from kg.model import Document
from kg.resolve.compare import SPLIT
from kg.resolve.corpus import Cluster, Key, Open, Resolution, joined, resolve_corpus
from kg.resolve.decisions import Decision
from kg.resolve.records import document_records


@dataclass(frozen=True, slots=True)
class Identity:
    """The IRI of every entity by page name and entity id, the label of every IRI, and how that came about.

    ``clusters`` by short name (``person/张明（甲厂）``); ``open`` are pairs of short names with the evidence;
    ``unused`` are decisions that no longer apply, each with the reason.
    """

    iris: Mapping[Key, str]
    labels: Mapping[str, str]
    clusters: Mapping[str, Cluster]
    open: tuple[tuple[str, str, Open], ...]
    unused: tuple[str, ...] = ()

    def merges(self) -> dict[str, Any]:
        """What ``kg merge list`` shows, as plain data: joined things with reasons, and open questions."""
        return {
            "merged": [
                {
                    "name": short,
                    "label": self.labels[iris.DATA + iris_path(short)],
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
            "unused": list(self.unused),
        }


def identify(documents: Iterable[Document], knowledge: Knowledge, decisions: Sequence[Decision] = ()) -> Identity:
    """Resolves the entities of the documents across articles and applies the decisions.

    A decision about a name that the archive does not have (any more) is left aside and told in ``unused``.
    """
    read = list(documents)
    resolution = resolve_corpus(r for document in read for r in document_records(document, knowledge))
    clusters = _named(resolution)
    parted, unused = _decided(clusters, decisions)
    of = {key: iris.DATA + iris_path(short) for short, c in clusters.items() for key in c.members}
    return Identity(
        iris=of,
        labels=_labels(read, of, knowledge),
        clusters=clusters,
        open=_open(resolution, clusters, parted),
        unused=unused,
    )


def _decided(
    clusters: dict[str, Cluster], decisions: Sequence[Decision]
) -> tuple[set[frozenset[str]], tuple[str, ...]]:
    """Applies the decisions to the clusters; gives the pairs that are not to be asked about, and what did not apply."""
    parted: set[frozenset[str]] = set()
    unused = []
    joined_to: dict[str, str] = {}
    for decision in decisions:
        names = [joined_to.get(name) or _meant(name, clusters) for name in decision.names]
        if missing := [name for name, found in zip(decision.names, names, strict=True) if not found]:
            unused.append(
                f"第 {decision.line} 行：图谱里没有 {'、'.join(missing)}（line {decision.line}: no such entity）"
            )
        elif decision.verb == "split":
            for alone in _split(clusters.pop(names[0])):
                clusters[_free(_short(alone, crowded=True), clusters)] = alone
        elif names[0] == names[1]:
            if decision.verb == "different":
                unused.append(
                    f"第 {decision.line} 行：两者已自动合为 {names[0]}（line {decision.line}: they are one by now）"
                    "；kg merge split"
                )
        elif decision.verb == "same":
            clusters[names[0]] = joined(clusters[names[0]], clusters.pop(names[1]))
            moved = [name for name, into in joined_to.items() if into == names[1]]
            joined_to |= dict.fromkeys((names[1], decision.names[1], *moved), names[0])
        else:
            parted.add(frozenset(names))
    return parted, tuple(unused)


def _meant(name: str, clusters: Mapping[str, Cluster]) -> str:
    """The short name of the cluster that ``name`` means, '' for none or several.

    A name stays good as the archive grows: where it is no short name any more, it is the one cluster of its type and
    name that has the context among its employers, homes and articles. ``person:张明（甲厂）`` is the same name.
    """
    kind, _, rest = name.replace(":", "/", 1).partition("/")
    if (exact := f"{kind}/{unquote(rest)}") in clusters:
        return exact
    bare, _, context = rest.removesuffix("）").rpartition("（") if rest.endswith("）") else (rest, "", "")
    found = [
        short
        for short, cluster in clusters.items()
        if cluster.type.lower() == kind
        and iris.same_name(cluster.name) == bare
        and (not context or context in _contexts(cluster))
    ]
    return found[0] if len(found) == 1 else ""


def _contexts(cluster: Cluster) -> set[str]:
    told = cluster.gathered
    articles = {key[0] for key in cluster.members}
    return {*map(iris.same_name, told.bodies), told.article, *articles, cluster.context, "记者" if told.signs else ""}


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
        found[_free(short, found)] = cluster
    return found


def _free(short: str, taken: Mapping[str, Cluster]) -> str:
    """The short name, with a number where it is taken."""
    numbered = (f"{short}{number}" for number in count(2))
    return short if short not in taken else next(name for name in numbered if name not in taken)


def _short(cluster: Cluster, *, crowded: bool) -> str:
    if cluster.type == "Place" and iris.is_code(cluster.gathered.code):
        return f"place/{cluster.gathered.code}"
    name = iris.same_name(cluster.name)
    if cluster.context and (cluster.type == "Person" or crowded):
        return f"{cluster.type.lower()}/{name}（{iris.same_name(cluster.context)}）"
    return f"{cluster.type.lower()}/{name}"


def _split(cluster: Cluster) -> list[Cluster]:
    return [
        Cluster(cluster.type, cluster.name, (key,), f"{key[0]}.{key[1]}", (SPLIT,), cluster.gathered)
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
