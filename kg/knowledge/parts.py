"""The parts of the knowledge, so that a change of a rule or a word tells which pages it could touch.

A page is untouched by a part when it lacks one of the characters of every word that the part acts on: a term, a
trigger, the fixed words of a pattern. That is wider than the words themselves on purpose, since names are also put
together from pieces (青岛、烟台市总工会) and led back from short forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources.abc import Traversable
from typing import Any

from kg.knowledge.base import Knowledge
from kg.knowledge.frames import HOLE, Rule
from kg.text import fold

EVERYWHERE = ("person_weights", "measure_words", "time_lunar", "time_festivals", "transliteration_characters")
"""Lexicons whose lines are no words to be met in a text, or act where they are not met."""

_CHOICE = re.compile(r"\([^()]*\)\??|[^()]\?")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a reading was made with.

    ``general`` is a digest of what can act on any page (places, weights, constructions). ``terms`` are the lexicons
    as they are; ``rules`` have, by id, a digest and the words of which a page must have one (each as one text).
    """

    digest: str = ""
    general: str = ""
    terms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rules: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two states of the knowledge: everything, or what these words stand for."""

    everything: bool
    words: frozenset[str] = frozenset()

    def touches(self, text: str) -> bool:
        """Could a page of this text be read otherwise?"""
        if self.everything:
            return True
        there = set(fold(text).casefold())
        return any(there.issuperset(word) for word in self.words)


def parts(knowledge: Knowledge) -> Parts:
    """The parts of the knowledge."""
    lexicons = knowledge.lexicon.values
    rules = {rule.id: (_digest(_bearing(rule)), _words(rule)) for rule in knowledge.frames.rules}
    general = (
        *(f"{name}: {sorted(lexicons.get(name, {}).items())}" for name in EVERYWHERE),
        *filter(None, (_content(folder / "places.tsv") for folder in knowledge.folders)),
        sorted(knowledge.frames.words.items()),
    )
    terms = {name: terms for name, terms in sorted(lexicons.items()) if name not in EVERYWHERE}
    return Parts(knowledge.digest, _digest(*map(str, general)), terms, rules)


def parts_json(known: Parts) -> dict[str, Any]:
    """The parts as plain data."""
    return {"digest": known.digest, "general": known.general, "terms": known.terms, "rules": known.rules}


def parts_from(data: Mapping[str, Any]) -> Parts:
    """The parts of plain data; raises KeyError or TypeError for any other data."""
    rules = {str(id_): (str(digest), tuple(map(str, words))) for id_, (digest, words) in data["rules"].items()}
    terms = {str(name): dict(terms) for name, terms in data["terms"].items()}
    return Parts(str(data["digest"]), str(data["general"]), terms, rules)


def difference(old: Parts, new: Parts) -> Change:
    """What changed from one state to the other."""
    common = [[id_ for id_ in one.rules if id_ in other.rules] for one, other in ((old, new), (new, old))]
    if old.general != new.general or common[0] != common[1]:
        return Change(everything=True)
    words: set[str] = set()
    for name in {*old.terms, *new.terms}:
        for term, _ in {*old.terms.get(name, {}).items()} ^ {*new.terms.get(name, {}).items()}:
            words.add(term)
    for id_ in {*old.rules, *new.rules}:
        one, other = old.rules.get(id_), new.rules.get(id_)
        if one is None or other is None or one[0] != other[0]:
            words.update((one or ("", ()))[1], (other or ("", ()))[1])
    known = frozenset("".join(filter(str.isalnum, fold(word).casefold())) for word in words)
    return Change(everything="" in known, words=known)


def _bearing(rule: Rule) -> str:
    """What of a rule bears on a reading: all but its place in the file, its note and its examples."""
    left = ("file", "line", "note", "examples", "nothing")
    return repr([(name, getattr(rule, name)) for name in Rule.__slots__ if name not in left])


def _words(rule: Rule) -> tuple[str, ...]:
    """The words of which a text must have one for the rule to act; an empty one where it can act on any text."""
    return (*rule.triggers, *map(_fixed, rule.patterns), *(("",) if rule.by else ()))


def _fixed(pattern: str) -> str:
    """The characters of a pattern that it cannot do without.

    >>> _fixed("{主:机构}是{宾:地点}(的|、(甲)?)?…(企业|公司)了?")
    '是…'
    """
    bare = HOLE.sub("", pattern)
    while (less := _CHOICE.sub("", bare)) != bare:
        bare = less
    return bare


def _content(file: Traversable) -> str:
    return _digest(file.read_text(encoding="utf-8")) if file.is_file() else ""


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()[:16]
