"""How sure a fact is: the precision of its rule where that was measured, else how its two ends were found.

- ``high``: both stand in one clause of the sentence, or the fact is in a name or a signature itself;
- ``medium``: both stand in the sentence, in different clauses (a topic or a list carried over a comma);
- ``low``: one of them is not in the sentence: carried over from before it, or meant by 该公司, 他, 会议.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.knowledge.confidence import LEVELS
from kg.model import ARTICLE, Article, Entity, Relation

_CUT = re.compile(r"[，；。！？：\n]|——")
_MEANT = re.compile(r"[该本此这其两双]|[他她它]们?$")
"""How a word begins that only means a thing named elsewhere."""

Span = tuple[int, int]


def rated(
    article: Article, entities: Iterable[Entity], relations: Iterable[Relation], precision: Mapping[str, float]
) -> tuple[Relation, ...]:
    """The relations with their confidence; offsets are reading offsets, ``precision`` is that of rules by id."""
    known = {entity.id: entity for entity in entities}
    seen: dict[tuple[str, str, int, int], str] = {}

    def rate(relation: Relation) -> float:
        key = relation.subject, relation.object, relation.start, relation.end
        if key not in seen:
            seen[key] = level(article, known, relation)
        return LEVELS[seen[key]]

    return tuple(replace(r, confidence=precision[r.rule] if r.rule in precision else rate(r)) for r in relations)


def level(article: Article, entities: Mapping[str, Entity], relation: Relation) -> str:
    """The level of a fact by where its subject and object stand."""
    span = relation.start, relation.end
    ends = [_places(article, entities, ref, span) for ref in (relation.subject, relation.object) if ref != ARTICLE]
    if len(ends) == 1 or any(span in places for places in ends):
        return "high"
    if not all(ends):
        return "low"
    near = _near(article.text, *sorted(ends, key=len))
    return "high" if near else "medium"


def _places(article: Article, entities: Mapping[str, Entity], ref: str, span: Span) -> list[Span]:
    """Where a thing is named within the span; words that are no entity stand where they are written."""
    start, end = span
    entity = entities.get(ref)
    if entity is None:
        words = re.compile(re.escape(ref))
        return [found.span() for found in words.finditer(article.text, start, end)] or [span]
    return [(a, b) for a, b in entity.mentions if start <= a and b <= end and not _meant(article.text[a:b], entity)]


def _meant(words: str, entity: Entity) -> bool:
    """Do the words only mean the thing (该公司, 他), rather than name it (双汇集团)?"""
    return words != entity.name and _MEANT.match(words) is not None


def _near(text: str, ones: Sequence[Span], others: Sequence[Span]) -> bool:
    """Do any two of them stand together? Only the neighbours are looked at: what parts these parts all behind them."""
    starts = sorted(others)
    ends = sorted(others, key=lambda span: span[1])
    for one in ones:
        right = bisect_left(starts, (one[1], 0))
        left = bisect_right(ends, one[0], key=lambda span: span[1])
        if left < right:
            return True  # one of them overlaps
        if any(_together(text, one, other) for other in (*starts[right : right + 1], *ends[max(0, left - 1) : left])):
            return True
    return False


def _together(text: str, one: Span, other: Span) -> bool:
    """Is there no comma or stop between the two?"""
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    return _CUT.search(between) is None
