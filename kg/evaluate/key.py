"""The answer key of one document: its gold entities, found by any of their forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.evaluate.sheet import Name
from kg.model import ARTICLE

Ids = frozenset[int]

ITSELF: Ids = frozenset({-1})
"""The article that a document is; no entity has this number."""

_MARKS = dict.fromkeys(map(ord, "“”‘’\"'『』「」《》〈〉")) | dict.fromkeys(map(ord, "•・"), "·")
_DASHES = re.compile("[—–―─]+|-{2,}")


@dataclass(frozen=True, slots=True)
class Answer:
    """One gold entity; ``forms`` are its name and aliases as written, ``types`` all that are right."""

    name: str
    type: str
    types: frozenset[str]
    forms: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Key:
    """The gold entities, and by plain form the numbers of those that it may mean."""

    answers: tuple[Answer, ...]
    by_form: Mapping[str, Ids]

    def ids(self, name: str) -> Ids:
        """The gold entities that a name may mean; ARTICLE means the article."""
        form = plain(name)
        return ITSELF if form == ARTICLE else self.by_form.get(form, frozenset())

    def doubtful(self, name: str) -> bool:
        """Does the name mean optional entities only?"""
        ids = self.ids(name)
        return bool(ids) and all(i >= 0 and self.answers[i].optional for i in ids)

    def same(self, one: str, other: str) -> bool:
        """May both names mean the same gold entity?"""
        return not self.ids(one).isdisjoint(self.ids(other))

    def is_about(self, gold: str, said: str) -> bool:
        """Is ``said`` one of the things that the gold row is about?"""
        return bool(said) and any(self.same(a, said) or plain(a) == plain(said) for a in gold.split("|"))


def plain(text: str) -> str:
    """What is compared: widths folded, no quotes and spaces, every dash alike.

    >>> plain("“暖心” 行动——启动（２）")
    '暖心行动-启动(2)'
    """
    folded = unicodedata.normalize("NFKC", text).translate(_MARKS)
    return _DASHES.sub("-", "".join(folded.split()))


def alternatives(text: str) -> tuple[str, ...]:
    """The plain forms of ``a|b``."""
    return tuple(map(plain, text.split("|")))


def answer_key(names: Iterable[Name]) -> Key:
    """The key of a gold sheet; entities of one type and name, as a page of several articles has them, are one.

    Such an entity is optional only if it is optional everywhere.
    """
    grouped: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        grouped.setdefault((name.type, plain(name.name)), []).append(name)
    answers = tuple(
        Answer(
            name=group[0].name,
            type=kind,
            types=frozenset({kind}.union(*(n.alt_types for n in group))),
            forms=tuple(dict.fromkeys(form for n in group for form in (n.name, *n.aliases))),
            optional=all(n.optional for n in group),
        )
        for (kind, _), group in grouped.items()
    )
    by_form: dict[str, set[int]] = {}
    for number, answer in enumerate(answers):
        for form in answer.forms:
            by_form.setdefault(plain(form), set()).add(number)
    return Key(answers, {form: frozenset(ids) for form, ids in by_form.items()})
