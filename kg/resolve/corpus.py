"""Resolution across an archive: records of one name are joined, kept apart, or left open, each with its reasons.

Linear in the archive: records meet only within a block (one type, one name), and there each new record is weighed
against what each group has gathered so far, not against every member.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.resolve.compare import ACCEPTED, Judgement, Record, compare

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The records that are one thing: its members in order, the name that most of them write, why they are one.

    ``context`` tells namesakes apart: an employer, 记者 for who signs articles, or the first article; '' for a person
    whom everybody knows.
    """

    type: str
    name: str
    members: tuple[Key, ...]
    context: str
    reasons: tuple[str, ...]
    gathered: Record


@dataclass(frozen=True, slots=True)
class Open:
    """Two clusters of one name that the evidence neither joins nor parts."""

    one: Cluster
    other: Cluster
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Resolution:
    """All clusters, by type, name and first member; and the questions left open."""

    clusters: tuple[Cluster, ...]
    open: tuple[Open, ...]


def resolve_corpus(records: Iterable[Record]) -> Resolution:
    """Clusters the records of an archive; the result does not depend on their order."""
    blocks: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        blocks.setdefault((record.type, record.name), []).append(record)
    clusters: list[Cluster] = []
    questions: list[Open] = []
    for block in sorted(blocks):
        found, unsure = _resolve_block(sorted(blocks[block], key=_evidence_first))
        clusters += found
        questions += unsure
    return Resolution(tuple(clusters), tuple(questions))


def _evidence_first(record: Record) -> tuple[int, str, Key]:
    """Records that tell most come first, so that groups start from what is clear; then by date and key."""
    told = len(record.bodies) + len(record.posts) + len(record.home) + 3 * bool(record.code)
    return -told, record.when, record.key


def _resolve_block(records: Sequence[Record]) -> tuple[list[Cluster], list[Open]]:
    groups: list[tuple[Record, list[Record], dict[str, None]]] = []
    for record in records:
        judged = [(compare(record, group[0]), index) for index, group in enumerate(groups)]
        judged.sort(key=lambda item: (-item[0].score, item[1]))
        if judged and judged[0][0].verdict == "same":
            judgement, index = judged[0]
            gathered, members, reasons = groups[index]
            members.append(record)
            reasons |= dict.fromkeys(judgement.reasons)
            groups[index] = (_gather(gathered, record), members, reasons)
        else:
            groups.append((record, [record], {}))
    clusters = [_cluster(*group) for group in groups]
    questions = []
    for index, one in enumerate(clusters):
        for other in clusters[index + 1 : index + 1 + MOST_QUESTIONS]:
            judgement = compare(one.gathered, other.gathered)
            if judgement.verdict == "unsure":
                questions.append(Open(one, other, judgement))
    return clusters, questions


MOST_QUESTIONS = 20
"""A name with more groups than this is a common one: asking about every pair would help nobody."""


def _gather(one: Record, other: Record) -> Record:
    return replace(
        one,
        names=one.names | other.names,
        code=one.code or other.code,
        bodies=one.bodies | other.bodies,
        posts=one.posts | other.posts,
        home=one.home | other.home,
        company=one.company | other.company,
        people=one.people | other.people,
        pages=one.pages | other.pages,
        years=one.years or other.years,
        when=min(filter(None, (one.when, other.when)), default=""),
        telling=one.telling or other.telling,
        famous=one.famous or other.famous,
        signs=one.signs and other.signs,
        article=min(one.article, other.article),
    )


def _cluster(gathered: Record, members: Sequence[Record], reasons: Mapping[str, None]) -> Cluster:
    keys = tuple(sorted(record.key for record in members))
    context = "" if gathered.famous else min(gathered.bodies, default="") or ("记者" if gathered.signs else "")
    if not (context or gathered.famous):
        context = min(record.article or f"{record.key[0]}.{record.key[1]}" for record in members)
    return Cluster(gathered.type, gathered.name, keys, context, tuple(reasons), gathered)


def joined(one: Cluster, other: Cluster) -> Cluster:
    """Two clusters as one, by a decision of the user."""
    keys = tuple(sorted((*one.members, *other.members)))
    reasons = tuple(dict.fromkeys((*one.reasons, *other.reasons, ACCEPTED)))
    return replace(one, members=keys, reasons=reasons, gathered=_gather(one.gathered, other.gathered))
