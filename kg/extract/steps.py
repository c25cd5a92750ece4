"""What the readers of a sentence share: the rules made ready, the article under them, and the steps they take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.patterns import Pattern
from kg.extract.reading import Item, Reading
from kg.extract.words import Vocabulary
from kg.knowledge.frames import Rule
from kg.model import Article, Entity, Relation


@dataclass(frozen=True, slots=True)
class Engine:
    """The rules made ready: the words they need, their formulas, and the constructions they name."""

    words: Vocabulary
    patterns: tuple[Pattern, ...]
    constructions: Mapping[str, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the engine tried: the rule, the words it saw, and what came of it."""

    start: int
    end: int
    rule: str
    trigger: str
    facts: tuple[Relation, ...] = ()
    reason: str = ""
    refused: bool = False


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


def relate(
    known: Known, rule: Rule, pairs: Iterable[tuple[str, str]], span: tuple[int, int], trigger: str, time: str | None = None
) -> Step:
    """A step that asserts the rule's property of every pair; a pair of one name with itself is none."""
    facts = tuple(
        Relation(subject, rule.property, target, rule.id, *span, trigger, rule.role, time)
        for subject, target in dict.fromkeys(pairs)
        if subject != target
    )
    return Step(*span, rule.id, trigger, facts)


def product(ones: Sequence[Item], others: Sequence[Item]) -> list[tuple[str, str]]:
    """Every pair of two lists of items, by reference; a group by its words."""
    return [(one.ref, other.group or other.ref) for one in ones for other in others]
