"""Programmes: activities, projects, services and brands that end in such a word."""

from __future__ import annotations

from kg.recognize.named_reach import Reach
from kg.recognize.named_view import VAGUE_KINDS, Head, View

KIND_SCORES = {
    "project": -0.2,
    "activity": -0.4,
    "service": -0.9,
    "site": -0.9,
    "brand": -0.9,
    "method": -1.0,
    "system": -0.9,
    "name": 1.6,
}
MARK_SCORES = {
    "quote": 1.9,
    "book": 1.0,
    "year": 0.8,
    "ordinal": 0.6,
    "place": 0.5,
    "level": 0.3,
    "proper": 0.5,
    "org": 0.3,
    "amount": 0.2,
}
VERB_BEFORE = 0.3
WORD = 0.15
MOST_WORDS = 4
NOUN_AFTER = 0.5
UNQUOTED = 0.4
LONG_MODIFIER = 6
LONG = 0.3
TITLED = 0.5
NOUN_TAGS = ("n", "nz", "nt", "ng")


def score_programme(view: View, head: Head, reach: Reach) -> float:
    """How sure it is that head and reach name one programme; see the tables above."""
    score = KIND_SCORES.get(head.kind, 0.0)
    score += sum(MARK_SCORES[mark] for mark in reach.marks)
    score += WORD * min(reach.words, MOST_WORDS)
    if head.kind != "name" and not reach.marks and not reach.words:
        return 0.0
    if view.verbs.get(reach.stop) in ("launch", "advance", "hold"):
        score += VERB_BEFORE
        if head.start - reach.start >= LONG_MODIFIER:
            score += LONG
    if view.in_headline(reach.start, head.start):
        score += TITLED
    if "quote" not in reach.marks:
        if head.kind in VAGUE_KINDS:
            score -= UNQUOTED
        if view.scan.tag(head.end) in NOUN_TAGS:
            score -= NOUN_AFTER
    return score


def is_instance(view: View, reach: Reach) -> bool:
    """Do the words before the quotes belong to the name (甲区“乙丙”驿站) rather than to the clause?"""
    if reach.marks & {"place", "year", "ordinal", "level"}:
        return True
    return not reach.stop or reach.stop in view.verbs or not reach.stop[-1].isalnum() or reach.stop in "的在为对是"
