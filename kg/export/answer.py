"""Answers of SPARQL as text."""

from __future__ import annotations

from kg.graph.iris import PREFIXES
from kg.graph.query import Answer, Cell
from kg.text import width


def answer_table(answer: Answer) -> str:
    """The answer as a table of aligned columns, Chinese characters two wide; ASK as 是 yes or 否 no."""
    if answer.truth is not None:
        return "是 yes\n" if answer.truth else "否 no\n"
    rows = [list(answer.variables), *([_shown(cell) for cell in row] for row in answer.rows)]
    widths = [max(width(row[i]) for row in rows) for i in range(len(answer.variables))]
    lines = ["  ".join(_padded(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * size for size in widths))
    count = len(answer.rows)
    lines.append(f"（{count} 行 row{'' if count == 1 else 's'}）")
    return "\n".join(lines) + "\n"


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if cell.kind == "iri":
        for prefix, namespace in PREFIXES.items():
            if cell.value.startswith(namespace):
                return f"{prefix}:{cell.value[len(namespace) :]}"
    return "".join(c if c.isprintable() else "�" for c in cell.value.replace("\n", " "))


def _padded(text: str, size: int) -> str:
    return text + " " * (size - width(text))
