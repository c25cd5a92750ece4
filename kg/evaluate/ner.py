"""Sets of marked names: rows ``{"text", "spans": [[start, end, "PER"|"LOC"|"ORG"]]}``, exact span and type."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.mistakes import Mark, Mistake
from kg.evaluate.score import Tally, tallies
from kg.evaluate.verdict import Side, Verdict
from kg.knowledge import Knowledge
from kg.model import Page
from kg.pipeline import Reader, build_reader
from kg.text import sentence_ends

TYPES = {"Person": "PER", "Place": "LOC", "Organization": "ORG"}
"""The other types of ours are no names in such a set."""

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A marked text; spans are half-open character offsets."""

    number: int
    text: str
    spans: frozenset[Span]


@dataclass(frozen=True, slots=True)
class NerEvaluation:
    """The tally of ALL and of each type, and the mistakes; a row's number is its document."""

    tallies: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...]


def evaluate_ner(file: Path, *, knowledge: Knowledge) -> NerEvaluation:
    """Reads each row's text as an article of its own and scores the mentions.

    Raises InputError, which names the line, for a missing file or a wrong row.
    """
    read = build_reader(knowledge)
    verdicts: list[Verdict] = []
    found: list[Mistake] = []
    for row in _rows(file):
        said = _mentions(row.text, read)
        judged = [*_judged("gold", row, row.spans, said), *_judged("system", row, said, row.spans)]
        verdicts += judged
        found += [_mistake(row, verdict) for verdict in judged if not verdict.right]
    return NerEvaluation(tallies(verdicts, tuple(TYPES.values())), tuple(found))


def _judged(side: Side, row: Row, spans: frozenset[Span], others: frozenset[Span]) -> list[Verdict]:
    return [
        Verdict(side, span[2], span in others, row.text[span[0] : span[1]], start=span[0]) for span in sorted(spans)
    ]


def _mistake(row: Row, verdict: Verdict) -> Mistake:
    at = verdict.start or 0
    ends = sentence_ends(row.text)
    sentence = next((row.text[a:b] for a, b in zip([0, *ends], ends, strict=False) if a <= at < b), "")
    mark: Mark = "miss" if verdict.side == "gold" else "false"
    return Mistake(str(row.number), mark, verdict.kind, verdict.words, " ".join(sentence.split()))


def _mentions(text: str, read: Reader) -> frozenset[Span]:
    """The spans of persons, places and organisations; none in a text without a word."""
    page = Page(uri="row", name="row", sha256="", text=text, single=True)
    try:
        document = read(page)
    except InputError:
        return frozenset()
    entities = [entity for facts in document.facts for entity in facts.entities if entity.type in TYPES]
    return frozenset((start, end, TYPES[e.type]) for e in entities for start, end in e.mentions)


def _rows(file: Path) -> Iterator[Row]:
    if not file.is_file():
        raise InputError(f"找不到 {file}（no such file）", hint="给出 .jsonl 文件（give a .jsonl file）")
    with file.open(encoding="utf-8-sig") as lines:
        number = 0
        try:
            for number, line in enumerate(lines, 1):  # noqa: B007 - told by the error below
                if line.strip():
                    row = json.loads(line)
                    spans = frozenset((int(a), int(b), str(kind)) for a, b, kind in row["spans"])
                    text = row["text"]
                    if not isinstance(text, str) or any(not 0 <= a < b <= len(text) for a, b, _ in spans):
                        raise ValueError("span outside of the text")
                    yield Row(number, text, frozenset(s for s in spans if s[2] in TYPES.values()))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(
                f"{file}:{number} 不是一行标注（not a marked text）: {error}",
                hint='每行应为（a line）: {"text": "甲乙在北京", "spans": [[0, 2, "PER"], [3, 5, "LOC"]]}',
            ) from None
        if not number:
            raise InputError(f"{file} 是空的（is empty）", hint="每行一个标注的文本（a marked text a line）")
