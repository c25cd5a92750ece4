"""How often each rule spoke on a set of pages, and how often it was right where gold facts exist."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, KgError
from kg.evaluate.score import judge, share
from kg.evaluate.sheet import read_sheets, sheet
from kg.evaluate.table import aligned
from kg.export.contract import document_json
from kg.knowledge import Knowledge
from kg.knowledge.confidence import LEVELS, level_of
from kg.knowledge.frames import PROPERTIES
from kg.model import Page
from kg.pipeline import build_reader


@dataclass(frozen=True, slots=True)
class RuleCount:
    """What a rule did: facts asserted, facts refused, and of the facts judged by gold those right and wrong."""

    rule: str
    predicate: str
    note: str
    facts: int
    refused: int
    right: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float | None:
        """The share of right facts, None where none was judged."""
        judged = self.right + self.wrong
        return share(self.right, judged) if judged else None


@dataclass(frozen=True, slots=True)
class RuleStats:
    """The counts of every rule in file order, right and wrong facts by level of confidence, pages that failed."""

    rules: tuple[RuleCount, ...]
    levels: Mapping[str, tuple[int, int]]
    pages: int
    judged_pages: int
    problems: tuple[KgError, ...]


def rule_stats(pages: Iterable[Page], *, knowledge: Knowledge, gold: Path | None = None) -> RuleStats:
    """Reads the pages; those that have a gold file of their name are judged by it.

    Raises InputError for a missing or wrong gold file, and when gold is given and no page has one.
    """
    answers = read_sheets(gold) if gold is not None else {}
    read = build_reader(knowledge)
    facts: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    judged: Counter[tuple[str, bool]] = Counter()
    levels: Counter[tuple[str, bool]] = Counter()
    problems: list[KgError] = []
    count = met = 0
    for page in pages:
        try:
            document = read(page)
        except InputError as error:
            problems.append(error)
            continue
        count += 1
        facts.update(r.rule for part in document.facts for r in part.relations)
        refused.update(r.rule for part in document.facts for r in part.refusals)
        answer = answers.get(page.name)
        if answer is None:
            continue
        met += 1
        predicates = {*PROPERTIES, *(row.predicate for row in answer.triples)}
        verdicts = judge(page.name, answer, sheet(document_json(document), page.uri), predicates=predicates).relations
        said = [v for v in verdicts if v.side == "system"]
        judged.update((v.rule, v.right) for v in said)
        levels.update((level_of(v.confidence or 0.0), v.right) for v in said)
    if gold is not None and not met:
        raise InputError(
            f"{gold} 的文件名与所读的版面无一相同（no page has the name of a gold file）",
            hint="金标文件名应为 版面名.json（name gold files after pages: NAME.json）",
        )
    return RuleStats(
        rules=tuple(
            RuleCount(r.id, r.property, r.note, facts[r.id], refused[r.id], judged[r.id, True], judged[r.id, False])
            for r in knowledge.frames.rules
        ),
        levels={level: (levels[level, True], levels[level, False]) for level in LEVELS},
        pages=count,
        judged_pages=met,
        problems=tuple(problems),
    )


_HEAD = ("规则 rule", "事实 facts", "未说 refused", "对 right", "错 wrong", "准 P")


def stats_text(stats: RuleStats) -> str:
    """The table: rules that spoke, the levels of confidence if anything was judged, and the rules that never spoke."""
    judged = stats.judged_pages > 0
    size = len(_HEAD) if judged else 3
    rows = [list(_HEAD[:size])]
    rows += [_cells(row)[:size] for row in stats.rules if row.facts or row.refused]
    text = aligned(rows)
    if judged:
        levels = [["把握 confidence", "对 right", "错 wrong", "准 P"]]
        levels += [
            [f"{level} ≥ {LEVELS[level]:g}" if level != "low" else "low", str(right), str(wrong), _share(right, wrong)]
            for level, (right, wrong) in stats.levels.items()
        ]
        text += "\n" + aligned(levels)
    silent = [row.rule for row in stats.rules if not row.facts and not row.refused]
    numbers: dict[str, list[str]] = defaultdict(list)
    for rule in silent:
        prop, _, number = rule.partition("#")
        numbers[prop].append(f"#{number}")
    never = "".join(f"  {prop} {'、'.join(found)}\n" for prop, found in numbers.items())
    return text + (f"\n从未触发 never spoke: {len(silent)}\n{never}" if silent else "")


def stats_csv(stats: RuleStats) -> str:
    """One row a rule, all rules."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("rule", "property", "note", "facts", "refused", "right", "wrong", "precision"))
    for r in stats.rules:
        precision = "" if r.precision is None else f"{r.precision:.3f}"
        writer.writerow((r.rule, r.predicate, r.note, r.facts, r.refused, r.right, r.wrong, precision))
    return out.getvalue()


def stats_json(stats: RuleStats) -> str:
    """The same as one JSON object."""
    data = {
        "pages": stats.pages,
        "judged_pages": stats.judged_pages,
        "rules": [
            {
                "rule": r.rule,
                "property": r.predicate,
                "note": r.note,
                "facts": r.facts,
                "refused": r.refused,
                "right": r.right,
                "wrong": r.wrong,
                "precision": r.precision,
            }
            for r in stats.rules
        ],
        "levels": {level: {"right": right, "wrong": wrong} for level, (right, wrong) in stats.levels.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def confidence_tsv(stats: RuleStats) -> str:
    """The content of a ``confidence.tsv``: right and wrong facts of every rule that was judged, by rule."""
    rows = [
        "# 每条规则在金标上说对、说错几条事实。How many facts of each rule were right and wrong on gold pages.",
        "# kg rules stats PAGES --gold GOLD --write confidence.tsv",
        f"# 版面 pages: {stats.judged_pages}",
        *(f"{r.rule}\t{r.right}\t{r.wrong}" for r in sorted(stats.rules, key=lambda r: r.rule) if r.right + r.wrong),
    ]
    return "\n".join(rows) + "\n"


def _cells(row: RuleCount) -> list[str]:
    judged = row.right + row.wrong
    counts = [str(row.right), str(row.wrong)] if judged else ["", ""]
    return [row.rule, str(row.facts), str(row.refused), *counts, _share(row.right, row.wrong)]


def _share(right: int, wrong: int) -> str:
    return f"{share(right, right + wrong):.3f}" if right + wrong else ""
