"""Settles overlaps: of all candidates, the set of disjoint ones with the greatest weight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kg.model import Mention
from kg.recognize.candidate import Candidate

LEAST = 0.5
"""Candidates below this score are dropped (their refusal is listed by the caller)."""


def settle(candidates: Iterable[Candidate]) -> list[Mention]:
    """The disjoint mentions of the greatest total weight (score times length), in text order.

    Weighted interval scheduling: longer and surer names win over the names inside them. Ties go to the earlier
    start, then the longer name, then the type's name, so that the result depends on nothing else.
    """
    items = sorted(
        (c for c in candidates if c.score >= LEAST),
        key=lambda c: (c.mention.end, -c.mention.start, c.mention.type),
    )
    ends = [c.mention.end for c in items]
    best: list[float] = [0.0]
    take: list[bool] = []
    for index, item in enumerate(items):
        before = bisect_right(ends, item.mention.start, 0, index)
        weight = best[before] + item.score * (item.mention.end - item.mention.start)
        take.append(weight > best[-1])
        best.append(max(best[-1], weight))
    chosen: list[Mention] = []
    index = len(items)
    while index > 0:
        index -= 1
        if take[index]:
            chosen.append(items[index].mention)
            index = bisect_right(ends, items[index].mention.start, 0, index)
    return chosen[::-1]
