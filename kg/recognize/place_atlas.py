"""What the rooms that find places ask of the knowledge, gathered once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.knowledge import Knowledge
from kg.knowledge.gazetteer import Gazetteer

PAIRS = 8192
"""Of so many names of places, the one behind the other, it is remembered whether the one holds the other."""

NO_LEVEL: frozenset[str] = frozenset()

VERBS = ("verb_common", "verb_adverb", "verb_speech", "verb_pivot")
"""The lexicons of verbs; those of two characters end a name to their left."""

ABROAD = ("foreign", "country")
"""Levels of places beyond the border."""

WORLDWIDE = ("country", "region")
"""Levels of places too great to tell a word from a name by them (中国合作), or to name a site (欧洲市场)."""


class Head(NamedTuple):
    """A word that ends names of places; ``own``: its names have a proper part besides the place they lie in."""

    kind: str
    own: bool


ACTS = tuple("联合 联系 配合 协助 协同 指导 组织 协调 携手 联手 委托 依托 争取 动员 邀请 走进 对接".split())
"""What is done with a body of a level (联合|市司法局): as the name of no town."""


class Span(NamedTuple):
    """A place found at ``start``; ``piece`` is 'head' for a composed name, which joins the place before it."""

    end: int
    score: float
    reason: str

    @property
    def composed(self) -> bool:
        return self.reason.startswith("head")


@dataclass(frozen=True, slots=True)
class Atlas:
    """Names, heads and single characters by what they can be in the name of a place.

    ``inside`` tells whether the place of a name holds that of another. ``common`` words are no places by themselves; ``ordinary`` are these and the words that are no names of persons.
    """

    gazetteer: Gazetteer
    inside: Callable[[str, str], bool]
    levels: Mapping[str, frozenset[str]]
    risky: frozenset[str]
    letters: frozenset[str]
    letter: re.Pattern[str]
    heads: Mapping[str, Head]
    stop: frozenset[str]
    ordinary: frozenset[str]
    common: frozenset[str]
    borders: frozenset[str]
    pairs: frozenset[str]
    arrivals: frozenset[str]
    lines: Mapping[str, str]
    called: frozenset[str]
    foreign: Mapping[str, int]
    natural: frozenset[str]
    venues: tuple[str, ...]

    def is_natural(self, word: str) -> bool:
        """Is it two things of nature that make a name (桃花, 青石), and no everyday word of two?"""
        return len(word) == 2 and self.natural.issuperset(word) and word not in self.natural

    def has_level(self, name: str, levels: Collection[str]) -> bool:
        """Can the name mean a place of one of these levels?"""
        return not self.levels.get(name, NO_LEVEL).isdisjoint(levels)


def build_atlas(knowledge: Knowledge) -> Atlas:
    """The atlas of this knowledge."""
    gazetteer = knowledge.gazetteer
    lexicons = knowledge.lexicon.values
    heads = {}
    for lexicon in ("place_site_kinds", "place_water_and_hills"):
        for term, value in lexicons.get(lexicon, {}).items():
            kind, *more = value.split()
            heads[term] = Head(kind, "own" in more)
    verbs = set().union(*(lexicons.get(lexicon, {}) for lexicon in VERBS))
    words = lexicons.get("person_not_names", {})
    stop = frozenset((*lexicons.get("place_stop", {}), *(act + level for act in ACTS for level in "省市县区")))
    letters = frozenset(name for name in gazetteer.by_name if len(name) == 1)

    @lru_cache(maxsize=PAIRS)
    def inside(outer: str, inner: str) -> bool:
        return bool(gazetteer.resolve_stack((outer, inner)))

    return Atlas(
        gazetteer=gazetteer,
        inside=inside,
        levels={name: frozenset(p.level for p in places) for name, places in gazetteer.by_name.items()},
        risky=frozenset(name for place in gazetteer.by_code.values() for name in place.risky),
        letters=letters,
        letter=re.compile(f"[{''.join(sorted(letters))}]" if letters else "(?!)"),
        heads=heads,
        stop=stop,
        common=frozenset(word for word in (*lexicons.get("place_common", {}), *stop) if len(word) > 1),
        ordinary=frozenset(word for word in (*lexicons.get("place_common", {}), *stop, *words) if len(word) > 1),
        borders=frozenset(lexicons.get("place_borders", {})) | {verb for verb in verbs if len(verb) > 1},
        pairs=frozenset(lexicons.get("place_pairs", {})),
        arrivals=frozenset(lexicons.get("place_arrivals", {})),
        lines=lexicons.get("place_lines", {}),
        called=frozenset(lexicons.get("place_called", {})),
        venues=tuple(lexicons.get("place_venues", ())),
        natural=frozenset((*lexicons.get("place_natural", {}), *lexicons.get("place_common", {}), *stop)),
        foreign={char: int(value or 1) for char, value in lexicons.get("transliteration_characters", {}).items()},
    )
