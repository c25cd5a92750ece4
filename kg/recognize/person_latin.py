"""Names in Latin letters: Drew Houston behind its transliteration, or where a post or a verb of speech tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.person_context import after, before
from kg.recognize.person_names import Names
from kg.recognize.scan import Scan

NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][a-zé'’-]+(?: (?:[A-Z]\.|[A-Z][a-zA-Zé'’-]+|de|van|von)){1,3}(?![A-Za-z0-9])")
BRACKETS = frozenset("（(")

PLAIN = -1.5
"""Two capitalised words are a firm, a film or a product far more often than a person."""


def latin_spans(scan: Scan, names: Names) -> Iterator[tuple[int, int, float]]:
    """``(start, end, score)`` of Latin words between Chinese ones that the context makes a person."""
    text = scan.text
    for match in NAME.finditer(text):
        start, end = match.span()
        if start > 1 and text[start - 1] in BRACKETS and text[start - 2] in names.sounds:
            yield start, end, 1.0
            continue
        weights = names.weights
        score = PLAIN + weights.get(before(scan, names, start), 0.0) + weights.get(after(scan, names, end), 0.0)
        yield start, end, score
