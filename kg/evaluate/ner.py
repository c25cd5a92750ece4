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
from kg.layout import Words, layout, words_of
from kg.model import Page
from kg.recognize.recognizer import Recognizer, build_recognizer
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
    """Reads each row's text as an article of its own and scores what the recognisers see in it.

    A name that resolves to no entity of a graph, 王某 or 张女士, is a mention too, as the sets have it.
    Raises InputError, which names the line, for a missing file or a wrong row.
    """
    recognize = build_recognizer(knowledge)
    words = words_of(knowledge.lexicon)
    verdicts: list[Verdict] = []
    found: list[Mistake] = []
    for row in _rows(file):
        said = _mentions(row.text, recognize, words)
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


def _mentions(text: str, recognize: Recognizer, words: Words) -> frozenset[Span]:
    """The spans of persons, places and organisations; none in a text without a word."""
    page = Page(uri="row", name="row", sha256="", text=text, single=True)
    try:
        articles = layout(page, words)
    except InputError:
        return frozenset()
    found = ((article, mention) for article in articles for mention in recognize(article).mentions)
    return frozenset((*a.page_span(m.start, m.end), TYPES[m.type]) for a, m in found if m.type in TYPES)


def _rows(file: Path) -> Iterator[Row]:
    if not file.is_file():
        raise InputError(f"找不到 {file}（no such file）", hint="给出 .jsonl 文件（give a .jsonl file）")
    rows = 0
    with file.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _row(line, number, f"{file}:{number}")
                rows += 1
    if not rows:
        raise InputError(f"{file} 是空的（is empty）", hint="每行一个标注的文本（a marked text a line）")


def _row(line: bytes, number: int, where: str) -> Row:
    try:
        value = json.loads(line.decode("utf-8-sig"))
        text = value["text"]
        spans = frozenset((int(a), int(b), str(kind)) for a, b, kind in value["spans"])
        if not isinstance(text, str) or any(not 0 <= a < b <= len(text) for a, b, _ in spans):
            raise ValueError("a span outside of the text")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"{where} 不是标注的文本（not a marked text）: {error}",
            hint='每行应为（a line）: {"text": "甲乙在北京", "spans": [[0, 2, "PER"], [3, 5, "LOC"]]}',
        ) from None
    return Row(number, text, frozenset(span for span in spans if span[2] in TYPES.values()))
