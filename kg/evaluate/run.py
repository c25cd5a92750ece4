"""Gold files and pages in, scores and mistakes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, KgError
from kg.evaluate.doubts import doubts
from kg.evaluate.lines import Line, lines_of
from kg.evaluate.mistakes import Mistake, mistakes
from kg.evaluate.score import Scores, judge, score
from kg.evaluate.sheet import Sheet, read_sheets, sheet
from kg.export.contract import document_json
from kg.knowledge import Knowledge
from kg.knowledge.frames import PROPERTIES
from kg.layout import layout, words_of
from kg.model import Page
from kg.pipeline import build_reader

SHOWN = 5
"""So many names of documents stand in a message."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores and all mistakes.

    ``problems`` are pages without an article; ``notes`` tell slips in the gold, and gold that met no output.
    """

    scores: Scores
    mistakes: tuple[Mistake, ...]
    problems: tuple[KgError, ...]
    notes: tuple[str, ...]


def evaluate_gold(
    gold: Path,
    pages: Iterable[Page],
    *,
    system: Path | None = None,
    knowledge: Knowledge,
) -> Evaluation:
    """Scores the output in ``system``, or without it what is read from ``pages`` now, by the gold files in ``gold``.

    A document is the file or the page of the gold file's name; others are passed over. Pages give the mistakes
    their sentences. A page without an article counts as empty. Raises InputError for
    a missing or wrong file, and when no document has the name of a gold file.
    """
    answers = read_sheets(gold)
    problems: list[KgError] = []
    met: list[str] = []
    wanted: list[Page] = []
    for page in pages:
        met.append(page.name)
        if page.name in answers:
            wanted.append(page)
    if system is None:
        said, lines = _read_pages(wanted, knowledge, problems)
    else:
        said = read_sheets(system)
        lines = _lines(wanted, knowledge, problems)
        met = list(said)
    if not answers.keys() & set(met):
        raise InputError(
            f"{gold} 的文件名与所读的版面无一相同（no document has the name of a gold file）: {_few(answers)}",
            hint=f"金标文件名应为 版面名.json；所读的有（name gold files after pages; read were）: {_few(met)}",
        )
    predicates = {*PROPERTIES, *(row.predicate for answer in answers.values() for row in answer.triples)}
    judged = [judge(name, answer, said.get(name, Sheet()), predicates=predicates) for name, answer in answers.items()]
    return Evaluation(
        scores=score(judged),
        mistakes=tuple(mistake for one in judged for mistake in mistakes(one, lines.get(one.document, ()))),
        problems=tuple(problems),
        notes=(*doubts(answers), *_missing([name for name in answers if name not in said])),
    )


def _read_pages(
    pages: Iterable[Page], knowledge: Knowledge, problems: list[KgError]
) -> tuple[dict[str, Sheet], dict[str, tuple[Line, ...]]]:
    """What is read from the pages, as if ``kg extract`` had written it, and their sentences."""
    read = build_reader(knowledge)
    said: dict[str, Sheet] = {}
    lines: dict[str, tuple[Line, ...]] = {}
    for page in pages:
        try:
            document = read(page)
        except InputError as error:
            problems.append(error)
            continue
        said[page.name] = sheet(document_json(document), page.uri)
        lines[page.name] = lines_of(facts.article for facts in document.facts)
    return said, lines


def _lines(pages: Iterable[Page], knowledge: Knowledge, problems: list[KgError]) -> dict[str, tuple[Line, ...]]:
    words = words_of(knowledge.lexicon)
    lines: dict[str, tuple[Line, ...]] = {}
    for page in pages:
        try:
            lines[page.name] = lines_of(layout(page, words))
        except InputError as error:
            problems.append(error)
    return lines


def _missing(names: Sequence[str]) -> list[str]:
    return [f"没有读到、按空计（not read, counted as empty）: {'、'.join(names)}"] if names else []


def _few(names: Iterable[str]) -> str:
    every = list(names)
    return "、".join(every[:SHOWN]) + ("……" if len(every) > SHOWN else "") if every else "无（none）"
