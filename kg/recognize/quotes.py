"""Quotation and book marks of a text, paired; newspapers name programmes in “…” and policies in 《…》."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

CLOSING = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", '"': '"'}
OPENING = {closing: opening for opening, closing in CLOSING.items()}
SENTENCE_MARKS = re.compile(r"[。！？；：…!?;\n]")

_MARK = re.compile(r"[“”‘’「」『』《》〈〉\"\n]")


class Quote(NamedTuple):
    """A quoted piece; ``start``/``end`` include the marks, ``depth`` is 0 for the outermost."""

    start: int
    end: int
    mark: str
    depth: int

    def words(self, text: str) -> str:
        """What stands between the marks."""
        return text[self.start + 1 : self.end - 1]


def find_quotes(text: str) -> Sequence[Quote]:
    """All pairs by start; marks left open at the end of a line pair with nothing.

    An opening mark of the kind that is open already counts as a closing one: “甲乙“奖 is a frequent slip.
    """
    found: list[Quote] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, position = match.group(), match.start()
        if mark == "\n":
            open_marks.clear()
            continue
        if open_marks and mark in (open_marks[-1][0], CLOSING[open_marks[-1][0]]):
            opening, start = open_marks.pop()
            found.append(Quote(start, position + 1, opening, len(open_marks)))
        elif mark in CLOSING:
            open_marks.append((mark, position))
        elif any(opening == OPENING[mark] for opening, _ in open_marks):
            while open_marks[-1][0] != OPENING[mark]:
                open_marks.pop()
            opening, start = open_marks.pop()
            found.append(Quote(start, position + 1, opening, len(open_marks)))
    found.sort(key=lambda q: (q.start, -q.end))
    return found
