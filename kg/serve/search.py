"""Search by name: full names, short forms, and the initials of their pinyin (``szgh`` for 市总工会)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.graph import Node
from kg.graph.iris import same_name
from kg.graph.readback import kind
from kg.text import initials


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing made ready to be looked up: ``key`` folded, ``initials`` of its pinyin."""

    iri: str
    kind: str
    text: str
    key: str
    initials: str
    alias: bool
    weight: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that a search found, and the name by which (``via``, '' for its own)."""

    iri: str
    kind: str
    via: str


def folded(text: str) -> str:
    """A name as it is compared: without quotes and spaces, small letters."""
    return same_name(text).lower()


def index_names(things: Iterable[Node], told: Mapping[str, int]) -> tuple[Name, ...]:
    """Every name of every thing, what is named in more articles first."""
    found = []
    for node in things:
        type_ = kind(node)
        weight = told.get(node.iri, 0)
        for text in (node.label, *node.aliases):
            found.append(Name(node.iri, type_, text, folded(text), initials(text), text != node.label, weight))
    return tuple(sorted(found, key=lambda n: (-n.weight, len(n.text), n.text, n.iri)))


def search(names: Sequence[Name], wanted: str, *, kinds: Sequence[str] = (), limit: int = 50) -> list[Hit]:
    """The things whose name begins with or holds ``wanted``, or whose initials begin with it; the best first.

    Several words must all be in one name.
    """
    words = [folded(word) for word in wanted.split()[:8] if word]
    typed = "".join(words)
    if not typed:
        return []
    letters = typed.isascii() and typed.isalnum()
    best: dict[str, tuple[tuple[int, int, int], Hit]] = {}
    for at, name in enumerate(names):
        if kinds and name.kind not in kinds:
            continue
        rank = _rank(name, words, typed, letters)
        if rank is None:
            continue
        score = (rank, -name.weight, at)
        if name.iri not in best or score < best[name.iri][0]:
            best[name.iri] = score, Hit(name.iri, name.kind, name.text if name.alias else "")
    return [hit for _, hit in sorted(best.values(), key=lambda pair: pair[0])[:limit]]


def _rank(name: Name, words: Sequence[str], typed: str, letters: bool) -> int | None:
    aside = 2 if name.kind in ("Article", "Page", "Post") else 0  # names before headlines
    if name.key == typed:
        return 0
    if name.key.startswith(words[0]) and all(word in name.key for word in words):
        return 1 + aside
    if all(word in name.key for word in words):
        return 2 + aside
    if letters and name.initials.startswith(typed):
        return 5 + aside
    return None
