"""When a fact holds: the time its clause gives it, or the clause that it goes on from."""

from __future__ import annotations

from kg.extract.chunks import Chunk
from kg.extract.clauses import Clause
from kg.extract.signs import Mark, Reading

_OWN_TIMES = ("出生", "生于", "毕业", "来到")


def dated(reading: Reading, clause: Clause, n: int, before: str | None) -> str | None:
    """The value of the time that dates the verb at ``n``: the last before it, else one right behind (于2018年).

    A time inside a modifier (2012年进厂的乙) dates that; a vague one (如今) is no value, yet it is not the time of the
    clause before either.
    """
    chunks = clause.chunks
    for k in range(n - 1, -1, -1):
        times = [m for m in reading.within(chunks[k].start, chunks[k].end) if _is_time(m)]
        if times and not _modifier(chunks[k + 1 : n]):
            return _value(times[-1])
    if n < len(chunks) and reading.text[chunks[n].end : chunks[n].end + 1] in ("于", "在"):
        behind = reading.within(chunks[n].end, clause.end)[:2]
        if times := [m for m in behind if _is_time(m)]:
            return _value(times[0])
    return before if clause.subjectless and not (n < len(chunks) and chunks[n].word[0] in "现曾") else None


def stated(reading: Reading, start: int, end: int) -> str | None:
    """The value of the last time written at ``start:end``."""
    times = [m for m in reading.within(start, end) if _is_time(m)]
    return _value(times[-1]) if times else None


def carried(reading: Reading, clause: Clause, before: str | None) -> str | None:
    """The time that the clauses behind this one go on with while they have neither time nor subject of their own.

    A birth, a graduation, an arrival date themselves only (生于1950年，现任厂长).
    """
    if any(word in reading.text[clause.start : clause.end] for word in _OWN_TIMES):
        return None
    verb = next((k for k in range(len(clause.chunks) - 1, -1, -1) if clause.chunks[k].kind == "V"), len(clause.chunks))
    return dated(reading, clause, verb, before)


def _is_time(mark: Mark) -> bool:
    return mark.item is not None and mark.item.hole == "时间"


def _value(mark: Mark) -> str | None:
    return mark.item.ref or None if mark.item is not None else None


def _modifier(chunks: tuple[Chunk, ...]) -> bool:
    """Do a verb and then 的 stand between the time and its verb?"""
    verb = next((k for k, chunk in enumerate(chunks) if chunk.kind == "V"), len(chunks))
    return any(chunk.kind == "DE" for chunk in chunks[verb:])
