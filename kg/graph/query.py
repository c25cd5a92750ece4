"""Questions in SPARQL over a built graph: read-only, local, and with the same answer in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal as Choice

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store

from kg.errors import QueryError
from kg.graph.iris import PREFIXES

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
_FROM = re.compile(rf"\bFROM{_GAP}(?:NAMED{_GAP})?{_TARGET}", re.IGNORECASE)
_ORDER = re.compile(rf"\bORDER{_GAP}BY\b", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_COMMENT = re.compile(r"#\s*(title|title_en)\s*:\s*(.+)")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question of ``ontology/queries``: its file's stem, what it answers in Chinese and English, its SPARQL."""

    name: str
    title: str
    title_en: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """An RDF term of an answer: ``value`` is an IRI or the text of a literal."""

    kind: Choice["iri", "literal", "bnode"]
    value: str
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question gives.

    SELECT: ``variables`` and ``rows``, None where a variable is unbound. ASK: ``truth``. CONSTRUCT and DESCRIBE:
    rows of subject, predicate, object. ``truncated`` says that there were more rows than the limit.
    """

    form: str
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    truth: bool | None = None
    truncated: bool = False


def named_queries(folders: Iterable[Traversable]) -> dict[str, NamedQuery]:
    """The questions of every ``queries/*.rq`` of the folders by name; a later folder overrides an earlier one."""
    found = {}
    for folder in folders:
        directory = folder / "queries"
        if not directory.is_dir():
            continue
        for file in sorted(directory.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".rq"):
                text = file.read_text(encoding="utf-8")
                titles = {match[1]: match[2].strip() for match in _COMMENT.finditer(text)}
                name = file.name.removesuffix(".rq")
                found[name] = NamedQuery(name, titles.get("title", name), titles.get("title_en", name), text)
    return found


def query_text(query: str | Path, folders: Iterable[Traversable] = ()) -> str:
    """The SPARQL that ``query`` stands for: a file, the name of a named query, or the text itself.

    Raises QueryError when the file or the name is unknown.
    """
    if isinstance(query, Path) or (query.endswith(".rq") and "{" not in query):
        try:
            return Path(query).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"读不了查询文件 {query}（cannot read the query file）: {error}") from error
    if not _NAME.fullmatch(query.strip()):
        return query
    named = named_queries(folders)
    if query.strip() not in named:
        raise QueryError(
            f"没有名为 {query.strip()} 的查询（no query of this name）",
            hint=f"现有（available）: {'、'.join(sorted(named))}",
        )
    return named[query.strip()].text


def ask(store: Store, query: str, *, limit: int | None = None) -> Answer:
    """The answer to a SPARQL text over all graphs of the store, the prefixes of the house being given.

    Rows come in the order of ORDER BY where the query has one, else sorted. Raises QueryError for what is no
    query (updates), reaches out of the store (SERVICE, FROM a file) or cannot be read.
    """
    check(query)
    try:
        result = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=_FROM.search(query) is None)
        if isinstance(result, QueryBoolean):
            return Answer("ASK", truth=bool(result))
        if isinstance(result, QuerySolutions):
            variables = tuple(variable.value for variable in result.variables)
            rows = [tuple(_cell(term) for term in solution) for solution in result]
            ordered = rows if _ORDER.search(query) else sorted(rows, key=_key)
            return Answer("SELECT", variables, tuple(ordered[:limit]), truncated=len(rows) > len(ordered[:limit]))
        triples = sorted({tuple(_cell(term) for term in triple) for triple in result}, key=_key)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"查询有误（the query cannot be answered）: {error}", hint="SPARQL 1.1 query") from error
    form = "CONSTRUCT"
    return Answer(form, ("subject", "predicate", "object"), tuple(triples[:limit]), truncated=bool(triples[limit:]))


def check(query: str) -> None:
    """Raises QueryError for updates, SERVICE, FROM a file, and code-point escapes, which could hide any of them."""
    if _ESCAPE.search(query):
        raise QueryError("查询里不许用 \\uXXXX 转义（no code-point escapes）", hint="write the character itself")
    if update := _UPDATE.match(query):
        what = update[1].upper()
        raise QueryError(f"只能查询，不能改动（queries only, no {what}）", hint="SELECT, ASK, CONSTRUCT, DESCRIBE")
    if _SERVICE.search(query):
        raise QueryError("不许用 SERVICE：查询不出本机（it would reach the network）", hint="query the graph itself")
    if file := _FILE.search(query):
        raise QueryError(f"不许读文件（files are not read）: {file[0]}", hint="FROM <https://…> names a graph inside")


def _cell(term: object) -> Cell | None:
    if isinstance(term, NamedNode):
        return Cell("iri", term.value)
    if isinstance(term, Literal):
        return Cell("literal", term.value, term.language or "", "" if term.language else term.datatype.value)
    return None if term is None else Cell("bnode", str(term))


def _key(row: tuple[Cell | None, ...]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple((c.kind, c.value, c.language, c.datatype) if c else ("", "", "", "") for c in row)
