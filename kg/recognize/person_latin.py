"""Names in Latin letters: Drew Houston behind its transliteration, or where a post or a verb of speech tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.person_behind import after
from kg.recognize.person_context import before
from kg.recognize.person_names import Names
from kg.recognize.scan import Scan

_PART = "[A-Z][a-zA-ZÀ-ÿ'’-]+"
NAME = re.compile(
    rf"[A-Z](?<![A-Za-z0-9][A-Z])[a-zÀ-ÿ'’-]+(?:[A-Z][a-zÀ-ÿ]+)?(?:-{_PART})?(?: (?:[A-Z]\.|{_PART}|de|van|von)){{1,3}}(?![A-Za-z0-9])"
)
PLAIN = -2.0
"""Two capitalised words are a firm, a film or a product far more often than a person."""

PLAIN_WITH_POST = -1.2
"""Behind a post hardly anything else stands."""

TOLD_BEFORE = frozenset(("<post", "<job", "<role", "<reporter"))
TOLD_AFTER = frozenset((">speech", ">title", ">age"))


def latin_spans(scan: Scan, names: Names) -> Iterator[tuple[int, int, float]]:
    """``(start, end, score)`` of Latin words between Chinese ones that the context makes a person.

    In brackets they score low here; the name before the bracket raises them.
    """
    text, weights = scan.text, names.weights
    for match in NAME.finditer(text):
        start, end = match.span()
        left, right = before(scan, names, start), after(scan, names, end)
        told = left in TOLD_BEFORE or right in TOLD_AFTER
        if told or left == "<open":
            score = weights.get(left, 0.0) + weights.get(right, 0.0)
            plain = PLAIN_WITH_POST if left in TOLD_BEFORE else PLAIN
            yield start, end, plain + score if told else -1.0
