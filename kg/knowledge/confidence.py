"""``confidence.tsv``: how often each rule was right where somebody judged it, and what a bare level is worth.

A row is ``rule<TAB>right<TAB>wrong``; ``kg rules stats --gold … --write`` makes them. Rows of a later folder replace
those of an earlier one, and a rule that a later folder replaces keeps no count that was made of the rule before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources.abc import Traversable

from kg.errors import KnowledgeError
from kg.knowledge.frame_model import Rule

FILE = "confidence.tsv"
LEAST = 5
"""With fewer judged facts a rule's precision says little, and the level of each fact stands in for it."""

LEVELS: Mapping[str, float] = {"high": 0.85, "medium": 0.7, "low": 0.5}
"""The levels: as a floor, and as the confidence of a fact whose rule has not been judged."""


def load_confidence(folders: Sequence[Traversable], rules: Iterable[Rule]) -> dict[str, float]:
    """The precision of every rule that has been judged at least ``LEAST`` times; see ``precision``.

    Raises KnowledgeError with file and line for a row that is none.
    """
    home = {rule.id: rule.folder for rule in rules}
    counts: dict[str, tuple[int, int]] = {}
    for number, folder in enumerate(folders):
        file = folder / FILE
        if file.is_file():
            counts |= {rule: row for rule, row in read_counts(file).items() if home.get(rule, number + 1) <= number}
    return {rule: precision(*row) for rule, row in counts.items() if sum(row) >= LEAST}


def precision(right: int, wrong: int) -> float:
    """The share of right facts as it is to be expected, two digits: one right and one wrong fact are added.

    Five right of five are no certainty.

    >>> precision(5, 0), precision(98, 0), precision(8, 2)
    (0.86, 0.99, 0.75)
    """
    return round((right + 1) / (right + wrong + 2), 2)


def read_counts(file: Traversable) -> dict[str, tuple[int, int]]:
    """Right and wrong facts by rule; raises KnowledgeError with file and line for a row that is none."""
    counts = {}
    for number, raw in enumerate(file.read_bytes().decode("utf-8-sig", "replace").splitlines(), 1):
        line = raw.strip()
        cells = line.split("\t")
        if not line or line.startswith("# ") or line == "#":
            continue
        if len(cells) != 3 or not all(cell.isascii() and cell.isdigit() for cell in cells[1:]):
            raise KnowledgeError(
                f"{file} 第 {number} 行（line {number}）：“{line}”不是“规则<TAB>对<TAB>错”（not rule, right, wrong）",
                hint="由 kg rules stats 版面 --gold 金标 --write 写成（let kg rules stats --gold … --write write it）",
            )
        counts[cells[0]] = int(cells[1]), int(cells[2])
    return counts


def floor_of(text: str) -> float:
    """A floor as a number: ``high``, ``medium``, ``low`` or ``0.8``. Raises ValueError for anything else."""
    if text in LEVELS:
        return LEVELS[text]
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(text)
    return value


def level_of(confidence: float) -> str:
    """The level that a confidence reaches; what lies below the lowest is low too."""
    return next((level for level, least in LEVELS.items() if confidence >= least), "low")
