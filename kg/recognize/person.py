"""Persons: every span that may be a name is weighed by its characters and by what stands around it.

Then the article speaks as a whole: a name met elsewhere in it, or beside another name of a list, gains.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from kg.knowledge.lexicon import Lexicon
from kg.model import Mention
from kg.recognize.candidate import DROPPED, Candidate
from kg.recognize.person_chinese import spans
from kg.recognize.person_context import evidence
from kg.recognize.person_familiar import familiar_spans
from kg.recognize.person_foreign import foreign_spans
from kg.recognize.person_latin import latin_spans
from kg.recognize.person_names import Names, prepare_names
from kg.recognize.scan import Scan

PersonFinder = Callable[..., list[Candidate]]

FAMILIAR = "person:familiar"
LATIN = "person:latin"
REASONS = {
    "<post": "post-before",
    "<job": "post-before",
    ">post": "post-after",
    ">title": "title-after",
    ">speech": "speech-verb",
    ">age": "age",
}
"""The reasons that people ask for by name; the others go by their name in the table of weights."""

CONSIDERED = -3.5
"""Below this no other evidence of the article can make a span a name."""

SURE = 1.0
"""A span from here on makes others surer: the same name elsewhere, its neighbours in a list."""

ECHO = 0.5
ECHO_LIMIT = 3.0
"""So much of the best score of a name counts for its other mentions, up to the limit."""

REPEAT = 0.4
REPEAT_LIMIT = 3
"""What each further mention of a name of three characters or more counts, however unsure they all are."""

NEIGHBOUR = 1.0
"""What a sure name on the other side of 、 和 or a space counts for its neighbour."""

KNOWN = 4.0
"""What the byline, the caller or fame knows to be a name."""

IN_BRACKETS = 3.0
"""Latin words in brackets behind a name are the same person's name."""

JOINTS = frozenset("、和与及 \u3000")
"""What stands between the names of a list."""

LEAST_REFUSED = -0.5
"""A refused span from here on is handed on, so that the refusal can be explained."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A span with its score and the reason that counted most."""

    start: int
    end: int
    score: float
    by: str


def person_finder(lexicon: Lexicon) -> PersonFinder:
    """A finder over this lexicon, called with a scan and the names known beforehand; it reads the tables once."""
    names = prepare_names(lexicon)
    return partial(_find, names)


def find_persons(scan: Scan, lexicon: Lexicon, *, known: Collection[str] = ()) -> list[Candidate]:
    """The persons of one text; for many texts make a ``person_finder`` once instead."""
    return _find(prepare_names(lexicon), scan, known)


def _find(names: Names, scan: Scan, known: Collection[str] = ()) -> list[Candidate]:
    text = scan.text
    weighed = _echoed(text, list(_weigh(scan, names, known)))
    chosen = _disjoint(weighed)
    helped = _beside(text, weighed, chosen)
    if helped:
        chosen = _disjoint(helped)
    chosen += _repeated(scan, chosen)
    taken = {position for item in chosen for position in range(item.start, item.end)}
    refused = [w for w in weighed if LEAST_REFUSED < w.score < DROPPED and w.start not in taken and w.end - 1 not in taken]
    return [_candidate(text, item) for item in sorted(chosen + refused, key=lambda w: (w.start, w.end))]


def _candidate(text: str, item: Weighed) -> Candidate:
    word = text[item.start : item.end]
    return Candidate(Mention(item.start, item.end, "Person", word, item.by, word), item.score)


def _weigh(scan: Scan, names: Names, known: Collection[str]) -> Iterator[Weighed]:
    """Every span with a chance, weighed on its own."""
    weights = names.weights
    base = weights["bias"] + DROPPED
    for span in chain(spans(scan, names), foreign_spans(scan, names)):
        pieces = evidence(scan, names, span)
        score = base
        for piece in pieces:
            score += weights.get(piece, 0.0)
        for name, size in span.amounts:
            score += weights[name] * size
        word = scan.text[span.start : span.end]
        if word in names.famous or word in known:
            yield Weighed(span.start, span.end, max(score + KNOWN, SURE), "person:known")
        elif score > CONSIDERED:
            strongest = max(pieces, key=lambda piece: weights.get(piece, 0.0))
            yield Weighed(span.start, span.end, score, f"person:{REASONS.get(strongest, strongest)}")
    for start, end, score in familiar_spans(scan, names):
        yield Weighed(start, end, score, FAMILIAR)
    for start, end, score in latin_spans(scan, names):
        yield Weighed(start, end, score, LATIN)


def _echoed(text: str, weighed: Sequence[Weighed]) -> list[Weighed]:
    """The article as a whole: a name that is sure in one place is surer in the others."""
    places: dict[str, list[float]] = {}
    for item in weighed:
        places.setdefault(text[item.start : item.end], []).append(item.score)
    heard = []
    for item in weighed:
        scores = places[text[item.start : item.end]]
        if len(scores) > 1:
            others = max(scores) if item.score < max(scores) else sorted(scores)[-2]
            bonus = REPEAT * min(len(scores) - 1, REPEAT_LIMIT) if item.end - item.start > 2 else 0.0
            if others > DROPPED:
                bonus += ECHO * min(others, ECHO_LIMIT)
            item = replace(item, score=item.score + bonus)
        heard.append(item)
    return heard


def _disjoint(weighed: Iterable[Weighed]) -> list[Weighed]:
    """The surest spans that do not overlap, in order of the text."""
    taken: set[int] = set()
    chosen = []
    for item in sorted(weighed, key=lambda w: (-w.score, w.start, -w.end)):
        if item.score < DROPPED:
            break
        covered = range(item.start, item.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(item)
    return sorted(chosen, key=lambda w: w.start)


def _beside(text: str, weighed: Sequence[Weighed], chosen: Sequence[Weighed]) -> list[Weighed]:
    """The spans again, those in a list with sure names made surer; empty when there are none."""
    sure = [item for item in chosen if item.score >= SURE and item.by != FAMILIAR]
    starts = {item.start for item in sure}
    ends = {item.end for item in sure}
    helped = False
    result = []
    for item in weighed:
        if item.by != FAMILIAR:
            bonus = 0.0
            if item.start - 1 in ends and text[item.start - 1] in JOINTS:
                bonus += NEIGHBOUR
            if item.end + 1 in starts and text[item.end] in JOINTS:
                bonus += NEIGHBOUR
            if item.by == LATIN and item.start - 1 in ends and text[item.start - 1] in "（(":
                bonus += IN_BRACKETS
            if bonus:
                helped = True
                item = replace(item, score=item.score + bonus)
        result.append(item)
    return result if helped else []


def _repeated(scan: Scan, chosen: Sequence[Weighed]) -> list[Weighed]:
    """A sure name wherever else its characters stand, unless a longer word or another name holds them."""
    text = scan.text
    taken = {position for item in chosen for position in range(item.start, item.end)}
    found = []
    seen: set[str] = set()
    for item in chosen:
        word = text[item.start : item.end]
        if item.score < SURE or item.by == FAMILIAR or word in seen:
            continue
        seen.add(word)
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            whole = scan.is_boundary(at) and scan.is_boundary(end)
            if taken.isdisjoint(range(at, end)) and (whole or len(word) > 2):
                taken.update(range(at, end))
                found.append(Weighed(at, end, SURE, "person:repeated"))
            at = text.find(word, at + 1)
    return found
