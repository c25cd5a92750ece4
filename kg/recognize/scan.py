"""One pass over the text for everything that any recogniser needs to know of it.

Words and tags come from jieba's dictionary, terms from one automaton over all lexicons and the gazetteer.
Recognisers then look things up by position instead of searching the text again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import daachorse

from kg.knowledge import Knowledge
from kg.recognize.words import load_tagger, tagged


@dataclass(frozen=True, slots=True)
class Scan:
    """What is known of each position of ``text``.

    ``words`` are ``(start, end, tag)``; ``word_at[i]`` is the index of the word that covers character ``i``, and
    ``begun[i]`` is 1 where a word begins or the text ends. ``cut`` are the words as written, ``tags`` their tags.
    ``terms[category]`` lists the ``(start, end)`` where a term of that category stands, by start then end,
    overlapping ones included; ``starting[category][start]`` and ``ending[category][end]`` give the ends and
    starts of the terms there, longest first. Places of the gazetteer are the category ``place``.
    """

    text: str
    words: Sequence[tuple[int, int, str]]
    word_at: Sequence[int]
    begun: Sequence[int]
    cut: Sequence[str]
    tags: Sequence[str]
    terms: Mapping[str, Sequence[tuple[int, int]]]
    starting: Mapping[str, Mapping[int, Sequence[int]]]
    ending: Mapping[str, Mapping[int, Sequence[int]]]

    def is_boundary(self, position: int) -> bool:
        """Does jieba start a word here (or does the text end)?"""
        return position >= len(self.text) or self.begun[position] == 1

    def tag(self, position: int) -> str:
        """The tag of the word that covers the character, '' outside of the text."""
        return self.tags[self.word_at[position]] if 0 <= position < len(self.text) else ""

    def word(self, position: int) -> str:
        """The word that covers the character, '' outside of the text."""
        return self.cut[self.word_at[position]] if 0 <= position < len(self.text) else ""

    def words_of(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        """The words that cover the characters at ``start:end``."""
        return self.words[self.word_at[start] : self.word_at[end - 1] + 1]

    def tagged(self, tag: str) -> Iterator[tuple[int, int, str]]:
        """The words of this tag."""
        return (self.words[at] for at in tagged(self.tags, tag))

    def places_before(self, end: int) -> list[int]:
        """Where the places of two characters and more begin that end here and are whole words, the longest first."""
        return [start for start in self.ending["place"].get(end, ()) if end - start > 1 and self.is_boundary(start)]

    def before_places(self, end: int) -> int:
        """Where the places begin that end here one behind the other (福建省|泉州市), ``end`` where none does."""
        while places := self.places_before(end):
            end = places[0]
        return end

    def behind_places(self, start: int) -> int:
        """Where the places end that begin here one behind the other, ``start`` where none does."""
        while ends := [e for e in self.starting["place"].get(start, ()) if e - start > 1 and self.is_boundary(e)]:
            start = ends[0]
        return start


Scanner = Callable[[str], Scan]

CATEGORIES = (
    "organization_kinds",
    "organization_trades",
    "organization_names",
    "posts",
    "person_titles",
    "person_famous",
    "programme_kinds",
    "event_kinds",
    "award_kinds",
    "policy_kinds",
    "place_site_kinds",
    "place_water_and_hills",
)
"""The lexicons whose terms are sought in the text; the others are asked by word or by character."""


BEFORE = 8
"""So many characters before the text may be asked for (an index below 0): no word begins there."""

TermFinder = Callable[[str], list[tuple[int, int, int]]]


def longest_terms(terms: Iterable[str]) -> TermFinder:
    """A function from a text to the ``(start, end, number)`` of its terms, the longest at each place, none overlapping.

    As an expression of all terms would find them, which tries hundreds of them one by one; does not pickle either.
    """
    return daachorse.CharwiseDoubleArrayAhoCorasick(list(terms), daachorse.MATCH_KIND_LEFTMOST_LONGEST).find


class _Beginnings(dict[int, bytes]):
    """By the length of a word: 1 at its first character, 0 at the others."""

    def __missing__(self, size: int) -> bytes:
        beginning = self[size] = b"\1" + bytes(size - 1)
        return beginning


def build_scanner(knowledge: Knowledge) -> Scanner:
    """A scanner over the lexicons' terms and the gazetteer's names; build one in every worker, it does not pickle."""
    categories: dict[str, list[str]] = {}
    for category in CATEGORIES:
        for term in knowledge.lexicon.values.get(category, {}):
            categories.setdefault(term, []).append(category)
    for name in knowledge.gazetteer.by_name:
        categories.setdefault(name, []).append("place")
    patterns = sorted(categories)
    every = (*CATEGORIES, "place")
    groups = [tuple(map(every.index, categories[p])) for p in patterns]
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(patterns)
    tagger = load_tagger()
    beginnings = _Beginnings()

    def scan(text: str) -> Scan:
        cut, tags = tagger(text)
        sizes = list(map(len, cut))
        stops = list(accumulate(sizes))
        words = list(zip(chain((0,), stops), stops, tags, strict=False))
        begun = b"".join(map(beginnings.__getitem__, sizes)) + b"\1" + bytes(BEFORE)
        word_at = list(accumulate(begun[1 : len(text)], initial=0)) if text else []
        terms: dict[str, list[tuple[int, int]]] = {c: [] for c in every}
        starting: dict[str, dict[int, list[int]]] = {c: {} for c in every}
        ending: dict[str, dict[int, list[int]]] = {c: {} for c in every}
        places = [(terms[c].append, starting[c], ending[c]) for c in every]
        # the hits come by ascending end, and at one end the longest first: the order that the lists promise
        for start, end, number in automaton.find_overlapping(text):
            for category in groups[number]:
                add, starts, ends = places[category]
                add((start, end))
                if start in starts:
                    starts[start].insert(0, end)
                else:
                    starts[start] = [end]
                if end in ends:
                    ends[end].append(start)
                else:
                    ends[end] = [start]
        for found in terms.values():
            found.sort()
        return Scan(text, words, word_at, begun, cut, tags, terms, starting, ending)

    return scan
