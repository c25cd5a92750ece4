"""Persons: every span that may be a name is weighed by its characters and by what stands around it.

Then the article speaks as a whole: a name met elsewhere in it, or beside another name of a list, gains; and a name
once found is a name wherever its characters stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from kg.knowledge.lexicon import Lexicon
from kg.model import Mention
from kg.recognize.candidate import DROPPED, Candidate
from kg.recognize.person_chinese import spans
from kg.recognize.person_context import evidence
from kg.recognize.person_familiar import familiar_spans
from kg.recognize.person_foreign import DOT, foreign_spans
from kg.recognize.person_latin import latin_spans
from kg.recognize.person_names import UNKNOWN, Names, prepare_names
from kg.recognize.scan import Scan

PersonFinder = Callable[[Scan, Collection[str]], list[Candidate]]

FAMILIAR = "person:familiar"
LATIN = "person:latin"
REASONS = {
    "<post": "post-before",
    "<job": "post-before",
    "<reporter": "byline",
    ">post": "post-after",
    ">title": "title-after",
    ">speech": "speech-verb",
    ">age": "age",
}
"""The reasons that people ask for by name; the others go by their name in the table of weights."""

DOCTRINE = re.compile("主义|思想|理论|新时代中国特色")
"""A person's name that names a doctrine is marked, for those who want only the person."""

CONSIDERED = -3.5
"""Below this no other evidence of the article can make a span a name."""

HOPELESS = -6.5
"""Characters that weigh so little are no name whatever stands around them."""

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

FAMOUS = 2.0
"""What fame alone counts; 拜登政府 stays a body."""

LIKELY = 1.0
"""From this weight on a character ends given names more often than it is a word."""

IN_BRACKETS = 3.0
"""Latin words in brackets behind a name are the same person's name."""

JOINTS = frozenset("、和与及 \u3000")
"""What stands between the names of a list."""

MOST = 3.0
"""Sure is sure: a higher score would only outweigh the longer names of bodies that hold a person's name."""

NAMED_AFTER = re.compile(
    "[故旧]居|纪念[馆园堂碑林]|[陵墓]园?|艺术馆|美术馆|文学馆|图书馆|博物馆|基金会|研究会|工作室|书画院"
)
LESS = 0.9
"""The score of a name before such a word: what is named after somebody outweighs it, if it is a name."""

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
    return partial(_find, prepare_names(lexicon))


def find_persons(scan: Scan, lexicon: Lexicon, *, known: Collection[str] = ()) -> list[Candidate]:
    """The persons of one text, disjoint and in its order; for many texts make a ``person_finder`` once instead.

    Candidates below ``DROPPED`` are refusals, there to be explained. 张先生 and its like have the reason
    ``person:familiar`` and stand for somebody whom only the article can tell.
    """
    return _find(prepare_names(lexicon), scan, known)


def _find(names: Names, scan: Scan, known: Collection[str] = ()) -> list[Candidate]:
    text = scan.text
    weighed = _echoed(text, list(_weigh(scan, names, known)))
    chosen = _disjoint(weighed)
    helped = _beside(text, weighed, chosen)
    if helped:
        chosen = _disjoint(helped)
    chosen += _repeated(scan, chosen)
    taken = _covered(chosen)
    refused = [
        w for w in weighed if LEAST_REFUSED < w.score < DROPPED and w.start not in taken and w.end - 1 not in taken
    ]
    return [_candidate(text, item) for item in sorted(chosen + refused, key=lambda w: (w.start, w.end))]


def _candidate(text: str, item: Weighed) -> Candidate:
    word = text[item.start : item.end]
    name = word if item.by == LATIN else word.replace(" ", "").replace("\u3000", "")
    by = "person:doctrine" if DOCTRINE.match(text, item.end) else item.by
    most = LESS if NAMED_AFTER.match(text, item.end) else MOST
    return Candidate(Mention(item.start, item.end, "Person", word, by, name), min(item.score, most))


def _weigh(scan: Scan, names: Names, known: Collection[str]) -> Iterator[Weighed]:
    """Every span with a chance, weighed on its own."""
    text, weights = scan.text, names.weights
    base = weights["bias"] + DROPPED
    for span in chain(spans(scan, names), foreign_spans(scan, names)):
        if _ends_a_noun(scan, span.start, span.end):
            continue
        score = base + weights.get("=" + span.shape, 0.0)
        for name, size in span.amounts:
            score += weights.get(name, 0.0) * size
        famous = text[span.start : span.end] in names.famous and not _goes_on(scan, names, span.end, span.start)
        if score < HOPELESS and not famous:
            continue
        pieces = evidence(scan, names, span)
        for piece in pieces:
            score += weights.get(piece, 0.0)
        if famous:
            yield Weighed(span.start, span.end, max(score + KNOWN, SURE), "person:famous")
        elif score > CONSIDERED:
            yield Weighed(span.start, span.end, score, "person:" + _reason((*pieces, "=" + span.shape), weights))
    yield from _famous(scan, names)
    for start, end, score in familiar_spans(scan, names):
        yield Weighed(start, end, score, FAMILIAR)
    for start, end, score in latin_spans(scan, names):
        yield Weighed(start, end, score, LATIN)
    for name in known:
        for start in _occurrences(text, name):
            yield Weighed(start, start + len(name), KNOWN, "person:known")


def _ends_a_noun(scan: Scan, start: int, end: int) -> bool:
    """Is the span the end of a noun of the dictionary: 班子 in 领导班子?"""
    first, last, tag = scan.words[scan.word_at[start]]
    return first < start and last == end and tag == "n"


def _goes_on(scan: Scan, names: Names, end: int, start: int) -> bool:
    """Is the name the beginning of a longer one: 刘秀 in 刘秀清, 马克思 in 马克思·甲?"""
    if DOT.match(scan.text, end):
        return True
    if end - start > 2 or end >= len(scan.text):
        return False
    first, last, _ = scan.words[scan.word_at[end]]
    return last - first == 1 and names.given.get(scan.text[end], UNKNOWN)[1] > LIKELY


def _famous(scan: Scan, names: Names) -> Iterator[Weighed]:
    """Names that all the world knows and no surname leads, unless a longer word or name holds them."""
    text, sounds = scan.text, names.sounds
    for start, end in scan.terms["person_famous"]:
        if end - start == 2 and text[start] in names.surnames:
            continue  # 李鹏 in 李鹏程: weighed with the other spans
        first, last, _ = scan.words[scan.word_at[start]]
        longer = any(stop > end for at in ("place", "organization_names") for stop in scan.starting[at].get(start, ()))
        if longer or start != first or not (scan.is_boundary(end) or last > end):
            continue
        beside = (text[start - 1 : start], text[end : end + 1])
        if not any(sounds.get(char) == "2" or char == "·" for char in beside):
            named_after = end in scan.starting["organization_kinds"]
            yield Weighed(start, end, DROPPED if named_after else FAMOUS, "person:famous")


def _reason(pieces: Sequence[str], weights: Mapping[str, float]) -> str:
    """The word before or behind the name when it says much, else whatever counts most."""
    told = [piece for piece in pieces[:2] if piece in REASONS]
    strongest = max(told or pieces, key=lambda piece: weights.get(piece, 0.0))
    return REASONS.get(strongest, strongest)


def _occurrences(text: str, name: str) -> Iterator[int]:
    at = text.find(name) if name else -1
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def _echoed(text: str, weighed: Sequence[Weighed]) -> list[Weighed]:
    """The article as a whole: a name that is sure in one place is surer in the others."""
    places: dict[str, list[float]] = {}
    for item in weighed:
        places.setdefault(text[item.start : item.end], []).append(item.score)
    for scores in places.values():
        scores.sort()
    heard = []
    for item in weighed:
        scores = places[text[item.start : item.end]]
        if len(scores) > 1:
            best, second = scores[-1:-3:-1]
            others = best if item.score < best else second
            bonus = REPEAT * min(len(scores) - 1, REPEAT_LIMIT) if item.end - item.start > 2 else 0.0
            if others > DROPPED:
                bonus += ECHO * min(others, ECHO_LIMIT)
            item = Weighed(item.start, item.end, item.score + bonus, item.by)
        heard.append(item)
    return heard


def _disjoint(weighed: Iterable[Weighed]) -> list[Weighed]:
    """The surest spans that do not overlap, in order of the text."""
    taken: set[int] = set()
    chosen = []
    for item in sorted(weighed, key=lambda w: (-w.score, w.start, -w.end, w.by)):
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


def _repeated(scan: Scan, chosen: Sequence[Weighed]) -> list[Weighed]:
    """A sure name wherever else its characters stand, unless a longer word or another name holds them."""
    text = scan.text
    taken = _covered(chosen)
    found = []
    seen: set[str] = set()
    for item in chosen:
        word = text[item.start : item.end]
        if item.score < SURE or item.by == FAMILIAR or word in seen:
            continue
        seen.add(word)
        for start in _occurrences(text, word):
            covered = range(start, start + len(word))
            whole = scan.is_boundary(start) and scan.is_boundary(covered.stop)
            if taken.isdisjoint(covered) and (whole or len(word) > 2):
                taken.update(covered)
                found.append(Weighed(start, covered.stop, SURE, "person:repeated"))
    return found


def _covered(items: Iterable[Weighed]) -> set[int]:
    return {position for item in items for position in range(item.start, item.end)}
