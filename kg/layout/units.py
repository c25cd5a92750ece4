"""The units of a page: whole paragraphs, short lines, bylines, credits and notes, each of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kg.layout.credits import Credits, is_name, read_credits, read_names
from kg.layout.heads import read_head, read_tail
from kg.layout.lines import Line, goes_on, lines_of, looks_short, wrap_width
from kg.layout.notes import Note, read_header, read_note
from kg.layout.words import Words

UnitKind = Literal["short", "body", "caption", "byline", "credit", "note"]
Spans = tuple[tuple[int, int], ...]

NO_CREDITS = Credits()
NO_NOTE = Note()


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a page. ``spans`` are its page offsets, several where it was rejoined; ``text`` is folded.

    ``side`` says to which neighbour it is tied: a dateline to the body behind it (head), a signature to the body
    before it (tail). A kicker cut from its title's line is tied to it (head).
    """

    kind: UnitKind
    text: str
    spans: Spans
    blank: int = 0
    side: Literal["", "head", "tail"] = ""
    credits: Credits = NO_CREDITS
    note: Note = NO_NOTE

    @property
    def matter(self) -> bool:
        """Is it text that an article can be made of?"""
        return self.kind in ("body", "caption")


def units_of(text: str, words: Words, *, single: bool) -> list[Unit]:
    """The units of a page in page order; ``text`` is the page with folded widths and marks."""
    units: list[Unit] = []
    for unit in _paragraphs(text, words, single):
        units.extend(_split(unit, words))
    return [_masthead(units, index) or _signature(units, index, words) for index in range(len(units))]


def _paragraphs(text: str, words: Words, single: bool) -> Iterator[Unit]:
    """Lines, rejoined where they are text."""
    lines = lines_of(text)
    width = wrap_width(lines)
    open_unit: Unit | None = None
    last: Line | None = None
    for line in lines:
        unit = _whole_line(line, words)
        if (
            unit is None
            and open_unit
            and last
            and goes_on(open_unit.text, last, line, text, words, width=width, single=single)
            and not read_tail(open_unit.text, words)
            and not read_head(line.text, words)
        ):
            spans = (*open_unit.spans, (line.start, line.end))
            open_unit, last = replace(open_unit, text=open_unit.text + line.text, spans=spans), line
            continue
        if open_unit:
            yield open_unit
        open_unit, last = None, line
        if unit:
            yield unit
        else:
            open_unit = Unit("body", line.text, ((line.start, line.end),), line.blank)
    if open_unit:
        yield open_unit


def _whole_line(line: Line, words: Words) -> Unit | None:
    """A line that is no text: a note, a byline, a credit."""
    unit = Unit("note", line.text, ((line.start, line.end),), line.blank)
    if header := read_header(line.text, words):
        return replace(unit, kind="byline", note=header[0], credits=header[1])
    note = read_note(line.text, words)
    if note:
        return replace(unit, note=note)
    names = read_credits(line.text, words)
    if names is None:
        return None
    kind: UnitKind = "note" if names.editors and not names.picture else "credit" if names.picture else "byline"
    return replace(unit, kind=kind, credits=names)


def _split(unit: Unit, words: Words) -> list[Unit]:
    """A paragraph into its dateline, its text, and what is tied to its end."""
    if unit.kind != "body":
        return [unit]
    parts: list[Unit] = []
    begun = words.begun.match(unit.text)
    if begun and begun.end() < len(unit.text):
        note, unit = cut_unit(unit, begun.end())
        parts.append(replace(note, kind="note", side="head", note=read_note(note.text, words) or NO_NOTE))
    head = read_head(unit.text, words)
    if not parts and not head and looks_short(unit.text) and not words.caption.match(unit.text):
        leads = words.continuation.search(unit.text)
        teaser = leads is not None and leads.end() == len(unit.text) and leads.group()[0] in "（【[ "
        return [replace(unit, kind="note" if teaser else "short")]  # 甲市开工 详见第3版: the text is elsewhere
    if head:
        first, unit = cut_unit(unit, head[0])
        parts.append(replace(first, kind="byline", side="head", credits=head[1]))
    tails: list[Unit] = []
    while unit.text:
        tail = read_tail(unit.text, words)
        if tail is None:
            break
        unit, last = cut_unit(unit, tail[0])
        if isinstance(tail[1], Note):
            tails.append(replace(last, kind="note", side="tail", note=tail[1]))
        else:
            kind: UnitKind = "note" if tail[1].editors else "credit" if tail[1].picture else "byline"
            tails.append(replace(last, kind=kind, side="tail", credits=tail[1]))
    if unit.text:
        parts.append(replace(unit, kind="caption") if words.caption.match(unit.text) else unit)
    return [*parts, *reversed(tails)]


def cut_unit(unit: Unit, at: int) -> tuple[Unit, Unit]:
    """Two units, with the white space at the cut left out of both; either may be empty."""
    left, right = unit.text[:at].rstrip(), unit.text[at:].lstrip()
    gap = len(unit.text) - len(right)
    return (
        replace(unit, text=left, spans=_slice(unit.spans, 0, len(left))),
        replace(unit, text=right, spans=_slice(unit.spans, gap, len(unit.text)), blank=0),
    )


def _slice(spans: Spans, start: int, end: int) -> Spans:
    """The page spans of the characters ``start:end`` of a unit."""
    found: list[tuple[int, int]] = []
    passed = 0
    for left, right in spans:
        low, high = max(start - passed, 0), min(end - passed, right - left)
        if low < high:
            found.append((left + low, left + high))
        passed += right - left
    return tuple(found)


def _masthead(units: list[Unit], index: int) -> Unit | None:
    """The name of the paper on a line of its own, at the head of a page and over its date."""
    unit = units[index]
    heads = index < 3 and unit.kind == "short" and len(unit.text) <= 12 and unit.text.rstrip("》").endswith("报")
    return (
        replace(unit, kind="note")
        if heads and units[index + 1 : index + 2] and units[index + 1].kind == "note"
        else None
    )


def _signature(units: list[Unit], index: int, words: Words) -> Unit:
    """A line of names alone is a byline where one can stand: beside a body, and not in its midst."""
    unit = units[index]
    if unit.kind != "short" or len(unit.text) > 40:
        return unit
    names = read_names(unit.text, words)
    before = units[index - 1] if index else None
    after = units[index + 1] if index + 1 < len(units) else None
    inside = before is not None and before.matter and after is not None and after.matter
    letter = after is not None and after.note.date is not None  # who signs a letter did not report it
    if (
        not names
        or inside
        or letter
        or before is None
        or (len(names) == 1 and not is_name(names[0], words, alone=True))
    ):
        return unit
    return replace(unit, kind="byline", credits=Credits(reporters=names))
