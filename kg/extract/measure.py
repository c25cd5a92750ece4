"""Whose a quantity or a time is: the topic of the clause that says it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """The topic of a clause at reading offsets ``start:end``."""

    start: int
    end: int
    topic: str


def about(spans: Sequence[About], offset: int, main: str | None) -> str | None:
    """The topic of the clause around an offset, else the article's own."""
    at = bisect_right([s.start for s in spans], offset) - 1
    if at >= 0 and spans[at].start <= offset < spans[at].end:
        return spans[at].topic
    return main
