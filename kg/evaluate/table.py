"""Scores for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kg.evaluate.mistakes import Mistake
from kg.evaluate.ner import NerEvaluation
from kg.evaluate.run import Evaluation
from kg.evaluate.score import Scores, Tally, share
from kg.text import width

MARKS = {"miss": "漏 miss", "false": "误 false", "wrong": "错 wrong"}


def gold_text(evaluation: Evaluation, *, errors: bool = False) -> str:
    """The tables of an evaluation, and behind them its mistakes if asked for."""
    return scores_text(evaluation.scores) + (f"\n{mistakes_text(evaluation.mistakes)}" if errors else "")


def gold_json(evaluation: Evaluation, *, errors: bool = False) -> str:
    """The same as one JSON object; the mistakes are its key ``errors``."""
    return _dumped(scores_json(evaluation.scores), evaluation.mistakes if errors else None)


def ner_text(evaluation: NerEvaluation, *, errors: bool = False) -> str:
    """The table of a set of marked names, and behind it the mistakes if asked for; their document is the line."""
    table = tally_table("名称 Names", evaluation.tallies)
    return table + (f"\n{mistakes_text(evaluation.mistakes)}" if errors else "")


def ner_json(evaluation: NerEvaluation, *, errors: bool = False) -> str:
    """The same as one JSON object."""
    return _dumped({"names": tallies_json(evaluation.tallies)}, evaluation.mistakes if errors else None)


def scores_text(scores: Scores) -> str:
    """The tables: entities by type, relations by predicate, quantities, times."""
    amounts, moments = scores.amounts, scores.moments
    parts = [
        tally_table("实体 Entities", scores.entities),
        _measures("", [("名称找到，类型不论 name found, any type", *scores.named)]),
        tally_table("关系 Relations", {**scores.relations, "organizes = launches": scores.merged}),
        _measures("", [("未评的关系 relations of other predicates, not scored", scores.unscored, None)]),
        _measures(
            "数量 Quantities",
            [
                ("查全：数与单位 recall, number and unit", amounts.found, amounts.gold),
                ("查准：数与单位 precision, number and unit", amounts.found, amounts.system),
                ("数找到 number found", amounts.number, amounts.gold),
                ("约数正确 bound right, of found", amounts.bound, amounts.found),
                ("所属正确 about right, of found", amounts.about, amounts.found),
                ("全部正确 all right, of gold", amounts.whole, amounts.gold),
            ],
        ),
        _measures(
            "时间 Times",
            [
                ("查全 recall, written form", moments.found, moments.gold),
                ("找到的 found, of all that was read", moments.found, moments.system),
                ("值正确 value right, of gold with a value", moments.value, moments.valued),
                ("无值正确 no value and none given", moments.vague, moments.gold - moments.valued),
                ("所属正确 about right, of found", moments.about, moments.found),
            ],
        ),
    ]
    return f"版面 documents {scores.documents}\n\n" + "\n".join(parts)


def scores_json(scores: Scores) -> dict[str, Any]:
    """The same numbers as plain data, unrounded."""
    a, m = scores.amounts, scores.moments
    return {
        "documents": scores.documents,
        "entities": tallies_json(scores.entities),
        "entity_names_any_type": share(*scores.named),
        "relations": tallies_json(scores.relations),
        "relations_organizes_as_launches": _tally_json(scores.merged),
        "relations_not_scored": scores.unscored,
        "quantities": {
            "gold": a.gold,
            "system": a.system,
            "recall": share(a.found, a.gold),
            "precision": share(a.found, a.system),
            "number": share(a.number, a.gold),
            "bound": share(a.bound, a.found),
            "about": share(a.about, a.found),
            "all_right": share(a.whole, a.gold),
        },
        "times": {
            "gold": m.gold,
            "gold_with_value": m.valued,
            "system": m.system,
            "recall": share(m.found, m.gold),
            "value": share(m.value, m.valued),
            "vague": share(m.vague, m.gold - m.valued),
            "about": share(m.about, m.found),
        },
    }


def tallies_json(tallies: Mapping[str, Tally]) -> dict[str, Any]:
    """Each tally by its kind."""
    return {kind: _tally_json(tally) for kind, tally in tallies.items()}


def tally_table(title: str, tallies: Mapping[str, Tally]) -> str:
    """Precision, recall and F1 of each kind, and how many there are."""
    rows = [[title, "准 P", "全 R", "F1", "应有 gold", "所得 system"]]
    rows += [
        [f"  {kind}", *(f"{n:.3f}" for n in (t.precision, t.recall, t.f1)), str(t.gold), str(t.system)]
        for kind, t in tallies.items()
    ]
    return aligned(rows)


def mistakes_text(found: Iterable[Mistake]) -> str:
    """One mistake a line, tabs between: document, mark, kind, words, sentence."""
    return "".join(f"{m.document}\t{MARKS[m.mark]}\t{m.kind}\t{m.words}\t{m.sentence}\n" for m in found)


def _dumped(data: dict[str, Any], mistakes: Iterable[Mistake] | None) -> str:
    if mistakes is not None:
        data["errors"] = [asdict(mistake) for mistake in mistakes]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _tally_json(tally: Tally) -> dict[str, Any]:
    return {
        "P": tally.precision,
        "R": tally.recall,
        "F1": tally.f1,
        "gold": tally.gold,
        "system": tally.system,
        "found": tally.found,
        "right": tally.right,
    }


def _measures(title: str, rows: Sequence[tuple[str, int, int | None]]) -> str:
    """One share a row, with what it is a share of; a plain count where that is None."""
    cells = [[title]] if title else []
    cells += [
        [f"  {name}", str(part)] if whole is None else [f"  {name}", f"{share(part, whole):.3f}", f"{part}/{whole}"]
        for name, part, whole in rows
    ]
    return aligned(cells)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, numbers to the right; Chinese characters are two wide."""
    columns = max(map(len, rows))
    widths = [max((width(row[i]) for row in rows if i < len(row)), default=0) for i in range(columns)]
    lines = []
    for first, *rest in rows:
        cells = [first + " " * (widths[0] - width(first))]
        cells += [" " * (size - width(cell)) + cell for cell, size in zip(rest, widths[1:], strict=False)]
        lines.append("  ".join(cells).rstrip() + "\n")
    return "".join(lines)
