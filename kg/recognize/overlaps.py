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
        (m.end, -m.start, m.type, order, score, m) for order, (m, score) in enumerate(candidates) if score >= LEAST
    )
    ends = [item[0] for item in items]
    best: list[float] = [0.0]
    take: list[bool] = []
    top = 0.0
    for index, (end, begun, _, _, score, _) in enumerate(items):
        weight = best[bisect_right(ends, -begun, 0, index)] + score * (end + begun)
        take.append(weight > top)
        top = max(top, weight)
        best.append(top)
    chosen: list[Mention] = []
    index = len(items)
    while index > 0:
        index -= 1
        if take[index]:
            chosen.append(items[index][-1])
            index = bisect_right(ends, -items[index][1], 0, index)
    return chosen[::-1]
