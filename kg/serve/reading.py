"""An article as it is read on the site: its blocks, sentences and names, and the facts beside their sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from kg.archive import PAGES, load_document
from kg.errors import InputError
from kg.graph import Statement, iris
from kg.graph.iris import KG, kg
from kg.graph.readback import Source, facts, kind
from kg.layout import layout
from kg.model import Article, Entity, Page
from kg.read.names import safe_name
from kg.serve.addresses import place_of
from kg.serve.facts import Quote, names_of, quote_of
from kg.serve.site import Site
from kg.serve.told import told_by


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence: a name (``iri``, ``kind``), a time or quantity (``kind`` only), or plain text."""

    text: str
    iri: str = ""
    kind: str = ""


End = tuple[str, str]
"""An end of a fact: its IRI (or '') and its words."""


@dataclass(frozen=True, slots=True)
class Line:
    """Facts of one property beside their sentence: several subjects of one object, or one of several."""

    subjects: tuple[End, ...]
    zh: str
    en: str
    objects: tuple[End, ...]
    time: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: ``start`` is its page offset, which names it; ``facts`` are those that it says."""

    start: int
    pieces: tuple[Piece, ...]
    facts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the article (headline, body …) with its sentences."""

    kind: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """The article whole; ``parts`` is empty where the build kept no texts; ``rest`` has facts that no sentence says."""

    source: Source
    parts: tuple[Part, ...]
    rest: tuple[Line, ...]


def reading_of(site: Site, article: str) -> Reading:
    """The article with all that was read from it."""
    said = told_by(site.store, article)
    lines = _lines(site, said)
    source = site.sources.get(article, Source(article, site.things[article].label, "", ""))
    kept = _kept(site, article, said)
    if kept is None:
        return Reading(source, (), tuple(lines))
    page, told, entities = kept
    blocks = [(block.kind, runs(told.offsets[block.start : block.end])) for block in told.blocks]
    starts = sorted(
        {told.offsets[s.start] for s in told.sentences if s.start < s.end} | {r[0][0] for _, r in blocks if r}
    )
    beside: dict[int, list[Line]] = defaultdict(list)
    rest = []
    for line in lines:
        at = line.quote.start
        if at is None or not starts or at < starts[0]:
            rest.append(line)
        else:
            beside[starts[bisect_right(starts, at) - 1]].append(line)
    names = list(_names(site, entities, said))
    marks = sorted([*names, *_measures(said, names)])
    parts = [_part(kind_, stretches, page.text, starts, marks, beside) for kind_, stretches in blocks]
    return Reading(source, tuple(parts), tuple(rest))


def passage_at(reading: Reading, at: int) -> int:
    """The start of the passage that holds the page offset ``at``, -1 where none does."""
    starts = (passage.start for part in reading.parts for passage in part.passages)
    return max((start for start in starts if start <= at), default=-1)


Mark = tuple[int, int, str, str]
"""Words to be marked: page offsets, IRI or '', kind."""


def _kept(site: Site, article: str, said: Sequence[Statement]) -> tuple[Page, Article, tuple[Entity, ...]] | None:
    """The page that the build kept, the article laid out again, and its entities; None where there is nothing."""
    name = next((place_of(s.page).removeprefix("page/") for s in said if s.page), "")
    if not name or safe_name(name) != name:
        return None
    try:
        _, document = load_document((site.directory / PAGES / f"{name}.json").read_text(encoding="utf-8"))
        told = layout(document.page, site.words)
        index = next(i for i in range(len(told)) if iris.article(name, i) == article)
        return document.page, told[index], document.facts[index].entities
    except (OSError, ValueError, KeyError, TypeError, StopIteration, IndexError, InputError):
        return None


def _names(site: Site, entities: Iterable[Entity], said: Iterable[Statement]) -> Iterable[Mark]:
    """Every mention of the entities; the IRI of an entity is told by the statement of its first mention."""
    first: dict[tuple[int | None, int | None], str] = {
        (s.evidence.start, s.evidence.end): s.o
        for s in said
        if s.p == kg("mentions") and s.evidence.rule == "mention" and isinstance(s.o, str)
    }
    for entity in entities:
        iri = first.get(min(entity.mentions), "") if entity.mentions else ""
        if iri in site.things:
            for start, end in entity.mentions:
                yield start, end, iri, kind(site.things[iri])


def _measures(said: Iterable[Statement], names: Iterable[Mark]) -> Iterable[Mark]:
    """Times and quantities that stand outside names."""
    taken = [(start, end) for start, end, _, _ in names]
    for s in said:
        start, end = s.evidence.start, s.evidence.end
        if s.p != kg("text") or start is None or end is None or any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        yield start, end, "", "Time" if s.evidence.rule == "time" else "Quantity"


def runs(offsets: Sequence[int]) -> list[tuple[int, int]]:
    """Offsets as stretches of neighbours: an article may run through its page in several.

    >>> runs([3, 4, 5, 9, 10])
    [(3, 6), (9, 11)]
    """
    found: list[tuple[int, int]] = []
    for at in offsets:
        if found and found[-1][1] == at:
            found[-1] = found[-1][0], at + 1
        else:
            found.append((at, at + 1))
    return found


def _part(
    block: str,
    stretches: Iterable[tuple[int, int]],
    text: str,
    starts: list[int],
    marks: list[Mark],
    beside: Mapping[int, list[Line]],
) -> Part:
    """The block cut at sentences and marks."""
    cuts = sorted({*starts, *(end for mark in marks for end in mark[:2])})
    begins = [mark[0] for mark in marks]
    pieces: list[tuple[int, str, str, str]] = []
    for start, end in stretches:
        at = start
        for cut in [*cuts[bisect_right(cuts, start) : bisect_right(cuts, end - 1)], end]:
            sentence = starts[max(0, bisect_right(starts, at) - 1)]
            mark = marks[bisect_right(begins, at) - 1] if bisect_right(begins, at) else (0, 0, "", "")
            iri, kind_ = mark[2:] if mark[0] <= at < mark[1] else ("", "")
            pieces.append((sentence, iri, kind_, text[at:cut]))
            at = cut
    passages = []
    for sentence, inside in groupby(pieces, key=lambda piece: piece[0]):
        joined = [
            Piece("".join(words for *_, words in same), iri, kind_)
            for (iri, kind_), same in groupby(inside, key=lambda piece: piece[1:3])
        ]
        passages.append(Passage(sentence, tuple(joined), tuple(beside.get(sentence, ()))))
    return Part(block, tuple(passages))


def _lines(site: Site, said: Iterable[Statement]) -> list[Line]:
    """The relations among the statements as lines, each once a place, in the order of the text."""
    joined = facts(said)
    named = names_of(site, joined)
    stated = {(fact.s, fact.p, fact.o) for fact in joined}
    found = []
    for fact in joined:
        known = site.ontology.properties.get(fact.p.removeprefix(KG))
        if known is None or not (known.relation or known.name == "jurisdiction"):
            continue
        if any(sub.parent == known.name and (fact.s, kg(sub.name), fact.o) in stated for sub in _subs(site)):
            continue
        object_ = fact.o if isinstance(fact.o, str) else ""
        words = (named[object_].label if object_ in named else object_) if object_ else getattr(fact.o, "text", "")
        subject = named[fact.s].label if fact.s in named else fact.s
        for s in fact.statements:
            time = named[s.evidence.time].label if s.evidence.time in named else ""
            ends = ((fact.s, subject),), ((object_, words),)
            found.append(Line(ends[0], known.zh, known.en, ends[1], time, quote_of(site, s)))
    found.sort(key=lambda line: (line.quote.start or 0, line.zh, line.subjects, line.objects, line.quote.id))
    return _by_subject(_by_object(found))


def _by_object(lines: Iterable[Line]) -> list[Line]:
    """Lines that differ in their subject only as one line."""
    groups: dict[object, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.objects, *_place(line)].append(line)
    return [
        replace(group[0], subjects=tuple(dict.fromkeys(end for line in group for end in line.subjects)))
        for group in groups.values()
    ]


def _by_subject(lines: Iterable[Line]) -> list[Line]:
    """Lines that differ in their object only as one line."""
    groups: dict[object, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.subjects, *_place(line)].append(line)
    return [
        replace(group[0], objects=tuple(dict.fromkeys(end for line in group for end in line.objects)))
        for group in groups.values()
    ]


def _place(line: Line) -> tuple[object, ...]:
    """What lines must share to be told as one: property, time, rule, and the words that say it."""
    return line.zh, line.time, line.quote.rule, line.quote.start, line.quote.text


def _subs(site: Site) -> Iterable[Any]:
    return (known for known in site.ontology.properties.values() if known.parent)
