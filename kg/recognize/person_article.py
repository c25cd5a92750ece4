"""The article speaks as a whole: a name met elsewhere in it, or beside another name of a list, gains; and a name once found
is a name wherever its characters stand, or its surname alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.recognize.candidate import DROPPED
from kg.recognize.person_names import Names
from kg.recognize.person_short import short_forms
from kg.recognize.scan import Scan
from kg.text import spans_of

FAMILIAR = "person:familiar"
LATIN = "person:latin"

SURE = 1.0
"""A span from here on makes others surer: the same name elsewhere, its neighbours in a list."""

ECHO = 0.5

ECHO_LIMIT = 3.0
"""So much of the best score of a name counts for its other mentions, up to the limit."""

REPEAT = 0.4

REPEAT_LIMIT = 3
"""What each further mention of a name of three characters or more counts, however unsure they all are."""

REPEAT_SHORT = 0.15
"""Likewise a name of two."""

NEIGHBOUR = 1.0
"""What a sure name on the other side of 、 和 or a space counts for its neighbour."""

IN_BRACKETS = 3.0
"""Latin words in brackets behind a name are the same person's name."""

DASHES = frozenset("-－—–·•・‧")
SURER = 0.5
"""How much surer a whole name is than its surest part."""

JOINTS = frozenset("、和与及/ \u3000")
"""What stands between the names of a list."""


class Weighed(NamedTuple):
    """A span with its score and the reason that counted most."""

    start: int
    end: int
    score: float
    by: str


def echoed(text: str, weighed: Sequence[Weighed]) -> list[Weighed]:
    """The article as a whole: a name that is sure in one place is surer in the others."""
    places: dict[str, list[float]] = {}
    words = [text[item.start : item.end] for item in weighed]
    for item, word in zip(weighed, words, strict=True):
        places.setdefault(word, []).append(item.score)
    heard = []
    for item, word in zip(weighed, words, strict=True):
        scores = places[word]
        if len(scores) > 1:
            scores.sort()
            best, second = scores[-1:-3:-1]
            others = best if item.score < best else second
            often = min(len(scores) - 1, REPEAT_LIMIT)
            bonus = (REPEAT if item.end - item.start > 2 else REPEAT_SHORT) * often
            if others > DROPPED:
                bonus += ECHO * min(others, ECHO_LIMIT)
            item = Weighed(item.start, item.end, item.score + bonus, item.by)
        heard.append(item)
    return heard


def whole(text: str, weighed: Sequence[Weighed]) -> list[Weighed]:
    """A name of two parts with a dash or dot between is surer than either part of it: 约翰-史密斯 is one man."""
    if not any(dash in text for dash in DASHES):
        return list(weighed)
    joined = {item for item in weighed if item.score >= DROPPED and not DASHES.isdisjoint(text[item.start : item.end])}
    if not joined:
        return list(weighed)
    at: dict[int, list[Weighed]] = {}
    for item in weighed:
        at.setdefault(item.start, []).append(item)
    return [_above_its_parts(item, at) if item in joined else item for item in weighed]


def _above_its_parts(item: Weighed, at: Mapping[int, Sequence[Weighed]]) -> Weighed:
    parts = [w.score for n in range(item.start, item.end) for w in at.get(n, ()) if w.end <= item.end]
    return item._replace(score=max(item.score, max(parts) + SURER))


def disjoint(weighed: Iterable[Weighed]) -> list[Weighed]:
    """The surest spans that do not overlap, in order of the text."""
    taken: set[int] = set()
    chosen = []
    for item in sorted(weighed, key=lambda w: (-w.score, w.start, -w.end, w.by)):
        if item.score < DROPPED:
            break
        held = range(item.start, item.end)
        if taken.isdisjoint(held):
            taken.update(held)
            chosen.append(item)
    return sorted(chosen, key=lambda w: w.start)


def beside(text: str, weighed: Sequence[Weighed], chosen: Sequence[Weighed]) -> list[Weighed]:
    """The spans again, those in a list with sure names made surer; empty when there are none."""
    sure = [item for item in chosen if item.score >= SURE and item.by != FAMILIAR]
    starts = {item.start for item in sure}
    ends = {item.end for item in sure}
    helped = False
    result = []
    for item in weighed:
        bonus = 0.0
        if item.by != FAMILIAR:
            if item.start - 1 in ends and text[item.start - 1] in JOINTS:
                bonus += NEIGHBOUR
            if item.end + 1 in starts and text[item.end] in JOINTS:
                bonus += NEIGHBOUR
            if item.by == LATIN and item.start - 1 in ends and text[item.start - 1] in "（(":
                bonus += IN_BRACKETS
        if bonus:
            helped = True
            item = Weighed(item.start, item.end, item.score + bonus, item.by)
        result.append(item)
    return result if helped else []


def repeated(scan: Scan, chosen: Sequence[Weighed]) -> list[Weighed]:
    """A sure name wherever else its characters stand, unless a longer word or another name holds them."""
    text = scan.text
    taken = covered(chosen)
    found = []
    seen: set[str] = set()
    for item in chosen:
        word = text[item.start : item.end]
        if item.score < SURE or item.by == FAMILIAR or word in seen:
            continue
        seen.add(word)
        for start, end in spans_of(word, text):
            held = range(start, end)
            whole = scan.is_boundary(start) and scan.is_boundary(end)
            if taken.isdisjoint(held) and (whole or len(word) > 2):
                taken.update(held)
                found.append(Weighed(start, end, SURE, "person:repeated"))
    return found


def shortened(scan: Scan, names: Names, chosen: Sequence[Weighed]) -> list[Weighed]:
    """Short forms of the sure names, where no name stands yet."""
    text = scan.text
    taken = covered(chosen)
    full = {text[w.start : w.end] for w in chosen if w.score >= SURE and (w.by != FAMILIAR or text[w.end - 1] == "某")}
    found = []
    for start, end in short_forms(scan, names, sorted(full)):
        held = range(start, end)
        if taken.isdisjoint(held):
            taken.update(held)
            found.append(Weighed(start, end, SURE, FAMILIAR))
    return found


def covered(items: Iterable[Weighed]) -> set[int]:
    held: set[int] = set()
    for item in items:
        held.update(range(item.start, item.end))
    return held
