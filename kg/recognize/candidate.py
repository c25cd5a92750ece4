"""What a recogniser proposes: a mention, and how sure it is of it."""

from __future__ import annotations

from typing import NamedTuple

from kg.model import Mention

DROPPED = 0.5
"""Below this score a candidate is no mention."""


class Candidate(NamedTuple):
    """A mention and its ``score``, akin to log-odds: 1.0 likely, 2.0 and more sure, below ``DROPPED`` refused."""

    mention: Mention
    score: float


def as_body(
    text: str, start: int, end: int, by: str, score: float, family: str | None = None, name: str = ""
) -> Candidate:
    """The organisation that the words at ``start:end`` mean, under ``name`` where they are not its whole name."""
    words = text[start:end]
    return Candidate(Mention(start, end, "Organization", words, f"organization:{by}", name or words, family), score)
