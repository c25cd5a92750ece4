"""What the readers of a sentence share: the rules made ready, the article under them, and the steps they take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.clauses import Clause
from kg.extract.context import Context
from kg.extract.patterns import Pattern
from kg.extract.signs import Item, Reading
from kg.extract.words import Vocabulary
from kg.knowledge.frames import Rule
from kg.model import Article, Entity, Relation

MOST_PARTNERS = 4
"""A longer list acts side by side rather than together."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The rules made ready: the words they need, their formulas, and the constructions they name."""

    words: Vocabulary
    patterns: tuple[Pattern, ...]
    constructions: Mapping[str, tuple[Rule, ...]]


class Step(NamedTuple):
    """One thing that the engine tried: the rule, the words it saw, and what came of it.

    ``reason`` is the first condition that failed; ``refused`` says that all roles were filled and it still failed.
    ``subjects``/``objects`` are what filled the roles, as far as it came, in the terms of ``Relation``.
    """

    start: int
    end: int
    rule: str
    trigger: str
    facts: tuple[Relation, ...] = ()
    reason: str = ""
    refused: bool = False
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """An article under the engine: its entities, and its text as the rules see it."""

    article: Article
    entities: tuple[Entity, ...]
    engine: Engine
    reading: Reading

    def rules(self, construction: str) -> tuple[Rule, ...]:
        """The rules that name this construction of the engine."""
        return self.engine.constructions.get(construction, ())


class Site(NamedTuple):
    """Where a rule is tried: a clause in its context; ``span`` is its sentence in reading offsets, the evidence.

    ``when`` is the value of the time that the clauses before it gave.
    """

    known: Known
    clause: Clause
    context: Context
    span: tuple[int, int]
    when: str | None = None


def failed(
    span: tuple[int, int],
    rule: Rule,
    trigger: str,
    reason: str,
    ones: Iterable[Item] = (),
    others: Iterable[Item] = (),
    *,
    refused: bool = False,
) -> Step:
    """A step that asserts nothing, why, and the roles that were filled before it failed."""
    return Step(*span, rule.id, trigger, (), reason, refused, _refs(ones), _refs(others))


def not_a_fact(
    span: tuple[int, int],
    rule: Rule,
    trigger: str,
    word: str,
    ones: Iterable[Item] = (),
    others: Iterable[Item] = (),
) -> Step:
    """A step refused for a word that makes it a plan, a wish or a denial."""
    return failed(span, rule, trigger, f"有“{word}”，不是已然的事", ones, others, refused=True)


def _refs(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(item.group or item.ref for item in items)


def relate(
    span: tuple[int, int], rule: Rule, trigger: str, pairs: Iterable[tuple[str, str]], when: str | None = None
) -> Step:
    """A step that asserts the rule's property of every pair; a pair of one name with itself is none."""
    facts = tuple(
        Relation(subject, rule.property, target, rule.id, *span, trigger, rule.role, when)
        for subject, target in dict.fromkeys(pairs)
        if subject != target
    )
    ones, others = tuple(dict.fromkeys(f.subject for f in facts)), tuple(dict.fromkeys(f.object for f in facts))
    return Step(*span, rule.id, trigger, facts, "" if facts else "没有两个不同的名称", False, ones, others)


def product(ones: Sequence[Item], others: Sequence[Item]) -> list[tuple[str, str]]:
    """Every pair of two lists of items, by reference; a group by its words."""
    return [(one.ref, other.group or other.ref) for one in ones for other in others]
