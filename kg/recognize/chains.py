"""Expressions that are only tried where they can match: lists of any length, numbers, what stands before a rare word."""

from __future__ import annotations

import re
from collections.abc import Iterator


def chained(text: str, items: re.Pattern[str], whole: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What ``whole.finditer(text)`` gives, for an expression that begins with ``items``: one or more items, each with
    a mark behind it that no item holds, or one character of a class.

    A list that ends as the expression does not want fails once, not again from each of its items and characters:
    every later start in it meets the same ends. From a class the engine leaps to the next of its characters, where
    it would try an expression that begins with an option or a condition at all of them.
    """
    at = 0
    while listed := items.search(text, at):
        match = whole.match(text, listed.start())
        if match:
            yield match
        at = match.end() if match else listed.end()


def anchored(text: str, anchor: re.Pattern[str], whole: re.Pattern[str], reach: int) -> Iterator[re.Match[str]]:
    """What ``whole.finditer(text)`` gives, for an expression whose ``anchor`` begins at most ``reach`` characters behind
    its start: it is tried from so far before each anchor on, and not at all where none is."""
    at = 0
    while found := anchor.search(text, at):
        match = whole.search(text, max(at, found.start() - reach))
        if match is None:
            return
        yield match
        at = match.end()


_ETC = re.compile("等[^、，]{0,14}$")
_JOINT = re.compile("[、，]|(?<=[班组队室部间站厂司会])[和及]")


def list_items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the items of a list of bodies stand, without what closes it (等10个集体)."""
    etc = _ETC.search(text, start, end)
    stop = etc.start() if etc else end
    at = start
    for joint in _JOINT.finditer(text, start, stop):
        yield at, joint.start()
        at = joint.end()
    yield at, stop
