"""Verdicts of one document, and their sums over all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.entities import judge_entities, names_found
from kg.evaluate.key import answer_key
from kg.evaluate.measures import Paired, judge_amounts, judge_moments
from kg.evaluate.relations import judge_relations
from kg.evaluate.sheet import Amount, Moment, Sheet
from kg.evaluate.verdict import Verdict
from kg.knowledge.frames import PROPERTIES
from kg.model import ENTITY_TYPES

MERGED = {"organizes": "launches"}
"""Newspapers write both of one thing; a second score of the relations does not tell them apart."""


@dataclass(frozen=True, slots=True)
class Judged:
    """All verdicts on one document; ``named`` is how many gold entities have their name found, of how many."""

    document: str
    entities: tuple[Verdict, ...]
    named: tuple[int, int]
    relations: tuple[Verdict, ...]
    merged: tuple[Verdict, ...]
    unscored: int
    amounts: Paired[Amount]
    moments: Paired[Moment]


@dataclass(frozen=True, slots=True)
class Tally:
    """Gold items and those found, system items and those right."""

    gold: int = 0
    found: int = 0
    system: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return share(self.right, self.system)

    @property
    def recall(self) -> float:
        return share(self.found, self.gold)

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class AmountScore:
    """Quantities: ``number`` found with whatever unit, ``found`` with it; of those bound, about, and both right."""

    gold: int
    system: int
    number: int
    found: int
    bound: int
    about: int
    whole: int


@dataclass(frozen=True, slots=True)
class MomentScore:
    """Times: ``valued`` have a gold value; ``value`` of them have theirs read, ``vague`` of the others none."""

    gold: int
    valued: int
    system: int
    found: int
    value: int
    vague: int
    about: int


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything over all documents; the tallies' first entry is ``ALL``. ``named`` as in Judged."""

    documents: int
    entities: Mapping[str, Tally]
    named: tuple[int, int]
    relations: Mapping[str, Tally]
    merged: Tally
    unscored: int
    amounts: AmountScore
    moments: MomentScore


def judge(document: str, gold: Sheet, system: Sheet, *, predicates: Collection[str] = PROPERTIES) -> Judged:
    """Judges one document; system relations with a predicate outside of ``predicates`` are counted, no more."""
    key = answer_key(gold.names)
    said = [row for row in system.triples if row.predicate in predicates]
    relations = judge_relations(key, gold.triples, gold.optional_triples, said)
    return Judged(
        document=document,
        entities=tuple(judge_entities(key, system.names)),
        named=names_found(key, system.names),
        relations=tuple(relations),
        merged=tuple(judge_relations(key, gold.triples, gold.optional_triples, said, merged=MERGED)),
        unscored=len(system.triples) - len(said),
        amounts=judge_amounts(key, gold.amounts, system.amounts),
        moments=judge_moments(key, gold.moments, system.moments),
    )


def score(judged: Sequence[Judged]) -> Scores:
    """The sums over documents."""
    amounts = [pair for one in judged for pair in one.amounts.pairs]
    moments = [pair for one in judged for pair in one.moments.pairs]
    return Scores(
        documents=len(judged),
        entities=tallies((v for one in judged for v in one.entities), ENTITY_TYPES),
        named=(sum(one.named[0] for one in judged), sum(one.named[1] for one in judged)),
        relations=tallies((v for one in judged for v in one.relations), PROPERTIES),
        merged=tallies((v for one in judged for v in one.merged), ())["ALL"],
        unscored=sum(one.unscored for one in judged),
        amounts=AmountScore(
            gold=len(amounts),
            system=sum(pair.found is not None for pair in amounts) + sum(len(one.amounts.left) for one in judged),
            number=sum(pair.near for pair in amounts),
            found=sum(pair.found is not None for pair in amounts),
            bound=sum(pair.read for pair in amounts),
            about=sum(pair.about for pair in amounts),
            whole=sum(pair.read and pair.about for pair in amounts),
        ),
        moments=MomentScore(
            gold=len(moments),
            valued=sum(pair.gold.value is not None for pair in moments),
            system=sum(pair.found is not None for pair in moments) + sum(len(one.moments.left) for one in judged),
            found=sum(pair.found is not None for pair in moments),
            value=sum(pair.read and pair.gold.value is not None for pair in moments),
            vague=sum(pair.read and pair.gold.value is None for pair in moments),
            about=sum(pair.about for pair in moments),
        ),
    )


def tallies(verdicts: Iterable[Verdict], order: Sequence[str]) -> dict[str, Tally]:
    """The tally of ALL and of each kind that occurs: first those of ``order``, then others by name."""
    counts: dict[str, list[int]] = {}
    for verdict in verdicts:
        count = counts.setdefault(verdict.kind, [0, 0, 0, 0])
        at = 0 if verdict.side == "gold" else 2
        count[at] += 1
        count[at + 1] += verdict.right
    kinds = [kind for kind in order if kind in counts] + sorted(set(counts) - set(order))
    total = [sum(column) for column in zip(*counts.values(), strict=True)] or [0, 0, 0, 0]
    return {"ALL": Tally(*total)} | {kind: Tally(*counts[kind]) for kind in kinds}


def share(part: int, whole: int) -> float:
    """Nothing of nothing is nought."""
    return part / whole if whole else 0.0
