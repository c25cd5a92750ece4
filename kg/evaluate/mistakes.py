"""What was missed, said falsely, or read wrongly, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.evaluate.lines import Line, line_at, line_with
from kg.evaluate.measures import Pair, Paired
from kg.evaluate.score import Judged
from kg.evaluate.sheet import Amount, Moment
from kg.evaluate.verdict import Verdict

Mark = Literal["miss", "false", "wrong"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to mend; ``kind`` is its type, its predicate, Quantity or Time. ``sentence`` is '' without a text."""

    document: str
    mark: Mark
    kind: str
    words: str
    sentence: str


def mistakes(judged: Judged, lines: Sequence[Line]) -> list[Mistake]:
    """All mistakes of a document: entities, relations, quantities, times; in each, the order of the judging."""
    verdicts = [
        *((_mark(v), v) for v in (*judged.entities, *judged.relations) if not v.right),
        *_paired(judged.amounts, "Quantity"),
        *_paired(judged.moments, "Time"),
    ]
    return [Mistake(judged.document, mark, v.kind, v.words, _sentence(v, lines)) for mark, v in verdicts]


def _mark(verdict: Verdict) -> Mark:
    return "miss" if verdict.side == "gold" else "false"


def _paired(paired: Paired[Amount] | Paired[Moment], kind: str) -> Iterable[tuple[Mark, Verdict]]:
    for pair in paired.pairs:
        row = pair.gold
        if pair.found is None:
            yield "miss", Verdict("gold", kind, False, _said(row), ((row.text,),))
        elif not (pair.read and pair.about):
            yield "wrong", Verdict("system", kind, False, _difference(pair), ((row.text,),), pair.found.start)
    for item in paired.left:
        yield "false", Verdict("system", kind, False, _said(item), ((item.text,),), item.start)


def _said(row: Amount | Moment) -> str:
    return f"{row.text} = {_value(row)}（{row.about or '—'}）"


def _value(row: Amount | Moment) -> str:
    if isinstance(row, Moment):
        return row.value or "null"
    number = "?" if row.value is None else f"{row.value:.15g}"
    return f"{number} {row.unit} {row.bound}"


def _difference(pair: Pair[Amount] | Pair[Moment]) -> str:
    """Only what differs, gold behind the sign."""
    gold, found = pair.gold, pair.found
    assert found is not None  # noqa: S101 - for the type checker; the caller asked
    read = "" if pair.read else f" = {_value(found)} ≠ {_value(gold)}"
    about = "" if pair.about else f"（{found.about or '—'} ≠ {gold.about or '—'}）"
    return f"{found.text}{read}{about}"


def _sentence(verdict: Verdict, lines: Sequence[Line]) -> str:
    if verdict.start is not None:
        return line_at(lines, verdict.start)
    return line_with(lines, verdict.forms)
