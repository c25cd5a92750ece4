"""The rules as a page tells them: what each says, by which words, its examples, and how often it spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.knowledge.frames import Rule
from kg.serve.site import Site

_MARKED = re.compile(r"\[([^\[\]:]+):([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Word:
    """A part of an example: plain text, or a name with its type as rules write it."""

    text: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A rule and how many statements of this graph it made."""

    rule: Rule
    fired: int


def rules_shown(site: Site) -> dict[str, list[Shown]]:
    """The rules by property, in the order of the files."""
    found: dict[str, list[Shown]] = {}
    for rule in site.knowledge.frames.rules:
        found.setdefault(rule.property, []).append(Shown(rule, site.fired.get(rule.id, 0)))
    return found


def notes(site: Site) -> dict[str, str]:
    """What each rule says in a line, by its id."""
    return {rule.id: rule.note for rule in site.knowledge.frames.rules}


def words(example: str) -> list[Word]:
    """A marked sentence in parts.

    >>> words("[机构:甲市总工会]推出")
    [Word(text='甲市总工会', type='机构'), Word(text='推出', type='')]
    """
    return list(_words(example))


def _words(example: str) -> Iterator[Word]:
    at = 0
    for mark in _MARKED.finditer(example):
        if mark.start() > at:
            yield Word(example[at : mark.start()])
        yield Word(mark[2], mark[1].strip("<>+* "))
        at = mark.end()
    if at < len(example):
        yield Word(example[at:])


def examples(rules: Iterable[Rule]) -> int:
    """How many sentences check these rules."""
    return sum(len(rule.examples) + len(rule.nothing) for rule in rules)
