"""Whose a quantity or a time is where its clause has no topic: a name near by, or the article's own topic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.clauses import Clause
from kg.extract.context import Items
from kg.extract.measure import About
from kg.extract.signs import Item, Reading
from kg.knowledge.frames import ENTITY_HOLES

_DOERS = ("Organization", "Programme", "Event")
CEREMONIES = ("会", "会议", "仪式", "典礼", "论坛", "开幕式", "闭幕式", "年会")
_NESTED = 8
"""Spans that may begin between the one around a number and the number itself."""
_VAGUE = ("", "Award")
"""Types of an article's topic that a place near by outweighs; '' is the article itself."""


@dataclass(frozen=True, slots=True)
class Topics:
    """What numbers and times can be about: ``told`` are clauses' topics, ``near`` names beside a number, both sorted.

    ``main`` is what the article is about, ``ceremony`` says that it is a meeting or rite, which has few figures of its
    own, ``types`` are those of the entities.
    """

    told: Sequence[About]
    near: Sequence[About]
    main: str
    types: Mapping[str, str]
    ceremony: bool = False

    def of(self, offset: int, paragraph: int) -> str:
        """The topic at an offset of the paragraph that begins behind ``paragraph``."""
        told = _around(self.told, offset)
        if told is not None:
            return told.topic
        near = _around(self.near, offset)
        if near is not None and self._outweighs(near.topic):
            return near.topic
        before = self._spoken(offset, paragraph)
        return before or self.main

    def _outweighs(self, topic: str) -> bool:
        """Is a name near by more likely meant than the topic of the article?"""
        kind, main = self.types.get(topic, ""), self.types.get(self.main, "")
        return kind in _DOERS or (kind == "Place" and main in _VAGUE)

    def _spoken(self, offset: int, paragraph: int) -> str | None:
        """What was spoken of last in the paragraph, where the article is not about what happened or is done."""
        at = bisect_right(self.told, offset, key=lambda s: s.start)
        last = self.told[at - 1] if at else None
        main = self.types.get(self.main, "")
        if last is None or last.start <= paragraph or (main in ("Event", "Programme") and not self.ceremony):
            return None
        kinds = {"": ("Organization", "Person"), "Person": ("Person",)}.get(main, ("Organization",))
        return last.topic if self.types.get(last.topic) in kinds else None


def _around(spans: Sequence[About], offset: int) -> About | None:
    """The innermost span around an offset, the last that begins before it."""
    at = bisect_right(spans, offset, key=lambda s: s.start)
    return next((span for span in reversed(spans[max(0, at - _NESTED) : at]) if offset < span.end), None)


def nearby(reading: Reading, told: Sequence[tuple[Clause, Items]]) -> Iterator[About]:
    """The name next to the numbers and times of clauses without a topic.

    That is the last one before them in the clause, else the first behind a time; else what the next clause of the
    sentence that has a topic is about, else the last name before them in the sentence.
    """
    behind: Items = ()
    for clause, topic in reversed(told):
        if topic:
            behind = topic
            continue
        names = [(n, i) for n, i in _named(reading, clause.start, clause.end) if not _listed(reading, n, i)]
        earlier = [i for _, i in _named(reading, told[0][0].start, clause.start)][-1:]
        for mark in reading.within(clause.start, clause.end):
            if mark.item is None or mark.item.hole not in ("时间", "数量"):
                continue
            before = [i for n, i in names if n < mark.start][-1:]
            after = [i for n, i in names if n > mark.start and mark.item.hole == "时间"]
            near = before or after or behind or earlier
            if near:
                yield About(*reading.span(mark.start, mark.end), near[0].ref)


def _listed(reading: Reading, n: int, item: Item) -> bool:
    """Is it but one of a list (甲市、乙市等46个城市), or a place that says of what kind something is (甲国籍商船)?"""
    text = reading.text
    if text[n - 1 : n] in ("、", "和", "与", "及"):
        return True
    return item.hole == "地点" and text[n + 1 : n + 2] in ("、", "等", "籍", "裔", "语")


def _named(reading: Reading, start: int, end: int) -> Iterator[tuple[int, Item]]:
    marks = reading.within(start, end)
    return ((m.start, m.item) for m in marks if m.item is not None and m.item.hole in ENTITY_HOLES)
