"""One judged item: the common coin of everything that judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["gold", "system"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold item that was found or missed, or a system item that is right or false.

    ``kind`` is its type or predicate, ``words`` says it to people. ``start`` is its page offset, or None; then
    ``forms`` are the names that its sentence holds, each a tuple of its written forms. ``rule`` and ``confidence`` are of the system relation.
    """

    side: Side
    kind: str
    right: bool
    words: str
    forms: tuple[tuple[str, ...], ...] = ()
    start: int | None = None
    rule: str = ""
    confidence: float | None = None
