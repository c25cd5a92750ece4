"""Quantities and times: each gold row takes the system's best row that says the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.evaluate.key import Key, plain
from kg.evaluate.sheet import Amount, Moment

Item = TypeVar("Item", Amount, Moment)

ALIKE = {"名": "人", "位": "人", "个人": "人", "家": "个"}
"""Measure words that count the same."""

_SECONDS = re.compile(r"(T\d\d:\d\d):00(?:\.0+)?")


@dataclass(frozen=True, slots=True)
class Pair(Generic[Item]):
    """A gold row and the system row that it took, None when it found none.

    ``near`` says that at least the number was found; ``read`` that the bound or the value is right; ``about`` that
    it is about the right thing.
    """

    gold: Item
    found: Item | None
    near: bool = False
    read: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class Paired(Generic[Item]):
    """All gold rows in order, and the system rows that none of them took."""

    pairs: tuple[Pair[Item], ...]
    left: tuple[Item, ...]


def judge_amounts(key: Key, gold: Iterable[Amount], system: Iterable[Amount]) -> Paired[Amount]:
    """Pairs by number and unit; among equals the row with the same words, then the one about the same thing."""
    free = list(system)
    pairs: list[Pair[Amount]] = []
    for row in gold:
        units = {_unit(unit) for unit in row.unit.split("|")}
        near = [q for q in free if _same_number(row.value, q.value)]
        same = [q for q in near if _unit(q.unit) in units]
        if not same:
            pairs.append(Pair(row, None, near=bool(near)))
            continue
        best = max(same, key=lambda q: (_holds(q.text, row.text), key.is_about(row.about, q.about)))
        free.remove(best)
        right = best.bound in row.bound.split("|")
        pairs.append(Pair(row, best, near=True, read=right, about=key.is_about(row.about, best.about)))
    return Paired(tuple(pairs), tuple(free))


def judge_moments(key: Key, gold: Iterable[Moment], system: Iterable[Moment]) -> Paired[Moment]:
    """Pairs by overlapping words; among those the row with a right value, the right thing, the same words."""
    free = list(system)
    pairs: list[Pair[Moment]] = []
    for row in gold:
        right = {_value(value) for value in row.value.split("|")} if row.value else {None}
        same = [t for t in free if min(len(plain(t.text)), len(plain(row.text))) >= 2 and _holds(t.text, row.text)]
        if not same:
            pairs.append(Pair(row, None))
            continue
        best = max(
            same,
            key=lambda t: (
                _value(t.value) in right,
                key.is_about(row.about, t.about),
                plain(t.text) == plain(row.text),
            ),
        )
        free.remove(best)
        about = key.is_about(row.about, best.about)
        pairs.append(Pair(row, best, near=True, read=_value(best.value) in right, about=about))
    return Paired(tuple(pairs), tuple(free))


def _same_number(gold: float | None, said: float | None) -> bool:
    return gold is not None and said is not None and abs(said - gold) <= 1e-9 * abs(gold)


def _unit(unit: str) -> str:
    word = plain(unit)
    return ALIKE.get(word, word)


def _holds(one: str, other: str) -> bool:
    """Does one written form hold the other?"""
    a, b = plain(one), plain(other)
    return a in b or b in a


def _value(value: str | None) -> str | None:
    """The value without seconds that are nought, and None for none."""
    return _SECONDS.sub(r"\1", value).rstrip("Z") if value and value != "null" else None
