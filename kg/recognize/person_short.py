"""Short forms of names that the article gives in full: 蒋 of 蒋某某, 子洋 of 谢子洋, 内村 of 内村航平, 克雷格 of 甲·克雷格."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.person_behind import after
from kg.recognize.person_context import before
from kg.recognize.person_names import Names
from kg.recognize.scan import Scan
from kg.text import spans_of

PLAIN = 0.4
"""A surname of this weight is hardly another word when it stands alone."""

DOUBTFUL = -0.5
"""From this weight on it is a person where a verb of persons follows."""

WORDS = frozenset("何习熊雷周")
"""Surnames that are everyday words however often they are names."""

LEFT = frozenset("<edge <comma <and <prep <verb <list <p <c <u <unquote <intro <speech <d".split())
RIGHT = frozenset(">speech >verb >comma >list >edge >of >and >v >d >p >etc >unquote >s >l >i".split())
SURE_RIGHT = frozenset((">speech", ">verb"))
SURE_LEFT = frozenset(("<edge", "<comma", "<prep", "<and", "<unquote"))

NAMED = ("nr", "nz", "x")
"""Tags of words of the dictionary that may be a given name."""

COUNTED = re.compile("[二两三四][人者]")
"""张、罗二人."""

MASK = "某"
MORE_OFTEN = 3
LONGEST = 4
SHORTEST_SOUND = 3
SHORTEST_LATIN = 3

Short = tuple[int, int]


def short_forms(scan: Scan, names: Names, full: Sequence[str]) -> Iterator[Short]:
    """The places where a surname, a given name or a part of a foreign name stands for one of the ``full`` names."""
    families: dict[str, list[str]] = {}
    given: set[str] = set()
    for name in full:
        if "·" in name:
            yield from _parts(scan, names, name)
            continue
        if name.isascii():
            yield from _latin(scan, name)
            continue
        family = next((name[:size] for size in (2, 1) if name[:size] in names.surnames), "")
        if not family or len(name) > LONGEST or len(name) <= len(family):
            continue
        families.setdefault(family, []).append(name)
        if len(name) == len(family) + 2 and MASK not in name:
            given.add(name[len(family) :])
    for family, owners in sorted(families.items()):
        if _one_owner(scan.text, owners):
            yield from _families(scan, names, family)
    for word in sorted(given):
        yield from _given(scan, names, word)


def _one_owner(text: str, owners: Sequence[str]) -> bool:
    """Is it one person's surname, or of one who is named far more often than the others?"""
    counts = sorted(text.count(name) for name in owners)
    return len(counts) == 1 or counts[-1] >= MORE_OFTEN * sum(counts[:-1])


def _families(scan: Scan, names: Names, family: str) -> Iterator[Short]:
    """A surname of its own: 蒋对此不满, 内村得了冠军."""
    weight = names.surnames[family]
    if weight < DOUBTFUL or family in WORDS or (len(family) > 1 and family not in names.japanese):
        return
    for start, end in _occurrences(scan, family):
        left, right = before(scan, names, start), after(scan, names, end)
        if scan.text.startswith("姓", end):
            continue
        sure = right in SURE_RIGHT and left in SURE_LEFT
        counted = COUNTED.match(scan.text, end) is not None
        if sure or (weight >= PLAIN and left in LEFT and (counted or right in RIGHT)):
            yield start, end


def _given(scan: Scan, names: Names, word: str) -> Iterator[Short]:
    """A given name of its own, if the dictionary has no such word."""
    if word in names.not_names or word in names.surnames:
        return
    for start, end in _occurrences(scan, word):
        first, last, tag = scan.words[scan.word_at[start]]
        if last - first > 1 and not tag.startswith(NAMED):
            continue
        if before(scan, names, start) in LEFT | {"<quote", "<space"} and after(scan, names, end) in RIGHT:
            yield start, end


def _parts(scan: Scan, names: Names, name: str) -> Iterator[Short]:
    """A foreign family name without the name before the dot, and the first name if it is long."""
    first, *_, last = name.split("·")
    for part in {last, first if len(first) >= SHORTEST_SOUND else last}:
        if len(part) < 2 or part in names.not_names:
            continue
        for at, end in spans_of(part, scan.text):
            beside = scan.text[at - 1 : at] + scan.text[end : end + 1]
            if not any(char in "·-－—" or names.sounds.get(char) == "2" for char in beside) and (
                len(part) > 2 or (scan.is_boundary(at) and scan.is_boundary(end))
            ):
                yield at, end


def _latin(scan: Scan, name: str) -> Iterator[Short]:
    """A part of a Latin name between Chinese words: Burke 称."""
    text = scan.text
    for part in sorted(set(name.split(" "))):
        for at, end in spans_of(part, text) if len(part) >= SHORTEST_LATIN and part.isalpha() else ():
            beside = text[max(0, at - 2) : at] + text[end : end + 2]
            if not any(char.isascii() and char.isalnum() for char in beside):
                yield at, end


def _occurrences(scan: Scan, word: str) -> Iterator[Short]:
    """Where the characters stand between borders of words."""
    for start, end in spans_of(word, scan.text):
        if scan.is_boundary(start) and scan.is_boundary(end):
            yield start, end
