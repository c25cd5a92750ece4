"""Lists of any length: an expression over items and their marks, sought in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator


def chained(text: str, items: re.Pattern[str], whole: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What ``whole.finditer(text)`` gives, for an expression that begins with ``items``: one or more items, each with
    a mark behind it that no item holds.

    A list that ends as the expression does not want fails once, not again from each of its items and characters:
    every later start in it meets the same ends.
    """
    at = 0
    while listed := items.search(text, at):
        match = whole.match(text, listed.start())
        if match:
            yield match
        at = match.end() if match else listed.end()
