"""Entities: the same type, and the name or an alias."""

from __future__ import annotations

from collections.abc import Iterable

from kg.evaluate.key import Key, plain
from kg.evaluate.sheet import Name
from kg.evaluate.verdict import Verdict


def judge_entities(key: Key, names: Iterable[Name]) -> list[Verdict]:
    """A verdict for each system entity and for each gold entity; optional ones get none, found or not."""
    verdicts: list[Verdict] = []
    found: set[int] = set()
    for name in _once(names):
        meant = sorted(key.ids(name.name) - {-1})
        right = [i for i in meant if name.type in key.answers[i].types]
        if not right and any(key.answers[i].optional for i in meant):
            continue  # doubtful, and of another type: nobody can say
        found.update(right)
        counted = [i for i in right if not key.answers[i].optional]
        if counted or not right:
            kind = key.answers[counted[0]].type if counted else name.type
            verdicts.append(Verdict("system", kind, bool(counted), name.name, ((name.name,),), name.start))
    for number, answer in enumerate(key.answers):
        if not answer.optional:
            verdicts.append(Verdict("gold", answer.type, number in found, answer.name, (answer.forms,)))
    return verdicts


def names_found(key: Key, names: Iterable[Name]) -> tuple[int, int]:
    """How many gold entities were found under whatever type, and how many there are."""
    hit = {i for name in names for i in key.ids(name.name)}
    counted = [number for number, answer in enumerate(key.answers) if not answer.optional]
    return sum(number in hit for number in counted), len(counted)


def _once(names: Iterable[Name]) -> list[Name]:
    """The first of each type and name."""
    first: dict[tuple[str, str], Name] = {}
    for name in names:
        if name.name and name.type:
            first.setdefault((name.type, plain(name.name)), name)
    return list(first.values())
