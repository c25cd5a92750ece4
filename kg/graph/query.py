"""Questions in SPARQL over a built graph: read-only, local, and with the same answer in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal as Choice

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store

from kg.errors import QueryError
from kg.graph.iris import PREFIXES
from kg.graph.query_slips import ASIDE, unreadable

# What must not be asked is looked for in the raw text, strings and comments included: telling comments, strings and
# comparisons apart the way the parser does is where a guard is fooled, and no honest question reads like these.
_GAP = r"(?:\s+|\#[^\n\r]*)*+"
_TARGET = r"(?:<[^>]*>|[?$]\w+|[^\s{}<>]*:[^\s{}]*)"
_SERVICE = re.compile(rf"SERVICE{_GAP}(?:SILENT{_GAP})?{_TARGET}{_GAP}\{{", re.IGNORECASE)
_FILE = re.compile(rf"\bFROM{_GAP}(?:NAMED{_GAP})?<(?!https?:)[^>]*>|<file:[^>]*>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\[uU][0-9A-Fa-f]{4}")
_UPDATE = re.compile(
    rf"{_GAP}(?:(?:PREFIX\s+\S*:|BASE){_GAP}<[^>]*>{_GAP})*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(rf"\bORDER{_GAP}BY\b", re.IGNORECASE)

_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_PREFIXED = re.compile(r"(?<![\w?$:.-])((?:[^\W\d_][\w.-]*)?):")


@dataclass(frozen=True, slots=True)
class Cell:
    """An RDF term of an answer: ``value`` is an IRI or the text of a literal."""

    kind: Choice["iri", "literal", "bnode"]
    value: str
    language: str = ""
    datatype: str = ""


Row = tuple[Cell | None, ...]
"""One row of an answer, None where a variable is unbound."""

TRIPLE = ("subject", "predicate", "object")
"""The columns of an answer that is a graph."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gives.

    SELECT: ``variables`` and ``rows``, None where a variable is unbound. ASK: ``truth``. CONSTRUCT and DESCRIBE:
    rows of subject, predicate, object. ``truncated`` says that there were more rows than the limit.
    """

    form: str
    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truth: bool | None = None
    truncated: bool = False


def ask(store: Store, query: str, *, limit: int | None = None) -> Answer:
    """The answer to a SPARQL text over the merged facts of all articles, the prefixes of the house being given.

    ``GRAPH ?article { … }`` and FROM reach what single articles say. Rows come in the order of ORDER BY where the
    query has one, else sorted; reading stops at ``limit`` rows, and ``truncated`` says that there are more. Raises
    QueryError for what is no query (updates), reaches out of the store (SERVICE, FROM a file) or cannot be read.
    """
    check(query)
    try:
        result = store.query(query, prefixes=PREFIXES)
        if isinstance(result, QueryBoolean):
            return Answer("ASK", truth=bool(result))
        if isinstance(result, QuerySolutions):
            variables = tuple(variable.value for variable in result.variables)
            rows, truncated = _taken(result, limit)
            ordered = rows if _ORDER.search(query) else sorted(rows, key=_key)
            return Answer("SELECT", variables, tuple(ordered), truncated=truncated)
        triples, truncated = _taken(result, limit)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        if isinstance(error, SyntaxError) and (unknown := _unknown_prefixes(query)):
            said = "、".join(f"{prefix}:" for prefix in unknown)
            given = " ".join(f"{prefix}:" for prefix in PREFIXES)
            raise QueryError(
                f"不认得前缀 {said}（unknown prefix）",
                hint=f"现成的（given are）: {given}；别的先声明（declare others）: PREFIX {unknown[0]}: <https://…>",
            ) from error
        if isinstance(error, SyntaxError):
            raise unreadable(query, error) from error
        raise QueryError(
            f"查询有误（the query cannot be answered）: {error}",
            hint="要写成 SPARQL 1.1 查询（write a query of SPARQL 1.1）",
        ) from error
    return Answer("CONSTRUCT", TRIPLE, tuple(sorted(set(triples), key=_key)), truncated=truncated)


def _unknown_prefixes(query: str) -> list[str]:
    """The prefixes of a query that are neither declared in it nor given."""
    plain = ASIDE.sub(" ", query)
    declared = {found[1] for found in _DECLARED.finditer(plain)}
    used = dict.fromkeys(found[1] for found in _PREFIXED.finditer(plain))
    return [prefix for prefix in used if prefix not in declared and prefix not in PREFIXES]


def check(query: str) -> None:
    """Raises QueryError for updates, SERVICE, FROM a file, and code-point escapes, which could hide any of them."""
    if _ESCAPE.search(query):
        raise QueryError(
            "查询里不许用 \\uXXXX 转义（no code-point escapes）", hint="直接写那个字（write the character itself）"
        )
    if update := _UPDATE.match(query):
        what = update[1].upper()
        raise QueryError(
            f"只能查询，不能改动（queries only, no {what}）", hint="可以用（allowed）: SELECT、ASK、CONSTRUCT、DESCRIBE"
        )
    if _SERVICE.search(query):
        raise QueryError(
            "不许用 SERVICE：查询不出本机（it would reach the network）", hint="只问图谱本身（query the graph itself）"
        )
    if file := _FILE.search(query):
        raise QueryError(
            f"不许读文件（files are not read）: {file[0]}",
            hint="FROM <https://…> 只指图谱里的图（names a graph inside）",
        )


def _taken(result: Iterable[Iterable[object]], limit: int | None) -> tuple[list[Row], bool]:
    """The first ``limit`` rows, and whether there are more."""
    rows = [tuple(map(_cell, row)) for row in islice(result, None if limit is None else limit + 1)]
    return rows[:limit], limit is not None and len(rows) > limit


def _cell(term: object) -> Cell | None:
    if isinstance(term, NamedNode):
        return Cell("iri", term.value)
    if isinstance(term, Literal):
        return Cell("literal", term.value, term.language or "", "" if term.language else term.datatype.value)
    return None if term is None else Cell("bnode", str(term))


def _key(row: Row) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((c.kind, c.value, c.language, c.datatype) if c else ("", "", "", "") for c in row)
