"""Answers of SPARQL as text: a table to read, and the standard formats of results."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pyoxigraph import BlankNode, NamedNode, QueryResultsFormat, RdfFormat, Triple, parse_query_results, serialize
from pyoxigraph import Literal as RdfLiteral

from kg.errors import CallError, QueryError
from kg.graph.fit import guarded
from kg.graph.iris import PREFIXES, short
from kg.graph.query import TRIPLE, Answer, Cell
from kg.graph.query_named import NamedQuery
from kg.text import width

FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")
"""What ``answer_text`` can write."""

_GAP, _LEAST = 2, 12

_STRING = PREFIXES["xsd"] + "string"


def answer_text(answer: Answer, form: str, room: int | None = None) -> str:
    """The answer in one of ``FORMATS``: W3C SPARQL results as csv, tsv, json or xml, a graph as ttl.

    ``room`` is how many columns a terminal has: the widest cells of a table are cut to it. A csv is for spreadsheets, so a text in it that a spreadsheet would run as a formula begins with an apostrophe;
    tsv, json and xml are exact. Raises CallError for another format, and QueryError for ttl of an answer that is no graph.
    """
    check_format(form)
    if form == "table":
        return answer_table(answer, room)
    if form == "ttl":
        return _turtle(answer)
    kind = QueryResultsFormat.from_extension({"xml": "srx", "json": "srj"}.get(form, form))
    told = json.dumps(_results(answer, safe=form == "csv"), ensure_ascii=False).encode()
    text = (parse_query_results(told, format=QueryResultsFormat.JSON).serialize(format=kind) or b"").decode()
    return text if text.endswith("\n") else text + "\n"


def check_format(form: str) -> None:
    """Raises CallError for a format that is none of ``FORMATS``."""
    if form not in FORMATS:
        raise CallError(f"没有 {form} 这种格式（no such format）", hint=f"可写（allowed）: {'、'.join(FORMATS)}")


def catalogue(queries: Iterable[NamedQuery]) -> str:
    """The named questions with their titles and parameters, for people."""
    lines = []
    for named in queries:
        lines.append(f"{named.name:22}{named.title}  {named.title_en}")
        lines += [f"{'':24}--{name}  {meaning}" for name, meaning in named.parameters.items()]
    return "".join(f"{line}\n" for line in lines)


def answer_table(answer: Answer, room: int | None = None) -> str:
    """The answer as a table of aligned columns, Chinese characters two wide; ASK as 是 yes or 否 no.

    With ``room`` the widest cells are cut so that a row takes no more columns.
    """
    if answer.truth is not None:
        return "是 yes\n" if answer.truth else "否 no\n"
    rows = [list(answer.variables), *([_shown(cell) for cell in row] for row in answer.rows)]
    widths = [max(width(row[i]) for row in rows) for i in range(len(answer.variables))]
    most = max(widths, default=0) if room is None else _widest(widths, room - _GAP * (len(widths) - 1))
    cut = any(size > most for size in widths)
    rows = [[_cut(cell, most) for cell in row] for row in rows]
    widths = [min(size, most) for size in widths]
    lines = ["  ".join(_padded(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * size for size in widths))
    count = len(answer.rows)
    whole = "；长的截短了，全文用 -f csv；cut to the terminal, -f csv has all" if cut else ""
    lines.append(f"（{count} 行 row{'' if count == 1 else 's'}{whole}）")
    return "\n".join(lines) + "\n"


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if cell.kind == "iri":
        return short(cell.value)
    return "".join(c if c.isprintable() else "�" for c in cell.value.replace("\n", " "))


def _widest(widths: list[int], room: int) -> int:
    """How wide a column may be for all of them to fit, at least ``_LEAST``."""
    most = max(widths, default=0)
    while most > _LEAST and sum(min(size, most) for size in widths) > room:
        most -= 1
    return most


def _cut(text: str, most: int) -> str:
    if width(text) <= most:
        return text
    while width(text) > most - 1:
        text = text[:-1]
    return text + "…"


def _padded(text: str, size: int) -> str:
    return text + " " * (size - width(text))


def _results(answer: Answer, *, safe: bool) -> dict[str, Any]:
    """The answer as SPARQL 1.1 Query Results JSON, from which pyoxigraph writes the other formats."""
    if answer.truth is not None:
        return {"head": {}, "boolean": answer.truth}
    bindings = [
        {name: _binding(cell, safe=safe) for name, cell in zip(answer.variables, row, strict=True) if cell}
        for row in answer.rows
    ]
    return {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}


def _binding(cell: Cell, *, safe: bool) -> dict[str, str]:
    if cell.kind != "literal":
        return {"type": {"iri": "uri"}.get(cell.kind, cell.kind), "value": cell.value.removeprefix("_:")}
    text = cell.datatype in ("", _STRING)
    told = {"type": "literal", "value": guarded(cell.value) if safe and text else cell.value}
    if cell.language:
        told["xml:lang"] = cell.language
    elif not text:
        told["datatype"] = cell.datatype
    return told


def _turtle(answer: Answer) -> str:
    if answer.variables != TRIPLE:
        raise QueryError(
            "只有 CONSTRUCT、DESCRIBE 的结果可写成 ttl（ttl is for CONSTRUCT and DESCRIBE）",
            hint="换一种格式（another format）: --format table、csv、tsv、json、xml",
        )
    triples = [Triple(*(_term(cell) for cell in row if cell)) for row in answer.rows]  # type: ignore[arg-type]
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


def _term(cell: Cell) -> NamedNode | BlankNode | RdfLiteral:
    if cell.kind == "iri":
        return NamedNode(cell.value)
    if cell.kind == "bnode":
        return BlankNode(cell.value.removeprefix("_:"))
    if cell.language:
        return RdfLiteral(cell.value, language=cell.language)
    return RdfLiteral(cell.value, datatype=NamedNode(cell.datatype))
