"""What is wrong with a question that cannot be read, and what to try where an answer is empty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from kg.errors import QueryError

ASIDE = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|\#.*""")
"""What of a query is no grammar of its own: strings, IRIs, comments."""

_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)
_SIGN = re.compile(r'"([^"\\~|]+)"')
_BEGINNINGS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE")
_TERM = re.compile(r"(?<![\w.-])kg:([A-Za-z]\w*)")
_BEFORE = 20


def unreadable(query: str, error: SyntaxError) -> QueryError:
    """The mistake with its place, what stands before it, and what the parser would take there."""
    found = _PLACE.search(str(error))
    if found is None:
        return _told(f": {error}", "")
    line, column = int(found[1]), int(found[2])
    before = "\n".join(query.splitlines()[line - 1 : line])[: column - 1][-_BEFORE:].strip()
    place = f": 第 {line} 行第 {column} 字（line {line}, column {column}）"
    return _told(
        f"{place}，“{before}”之后（behind it）" if before else place,
        _unclosed(query) or _unbegun(query) or _expected(found[3]),
    )


def _told(what: str, hint: str) -> QueryError:
    return QueryError(
        f"查询有误（the query cannot be answered）{what}",
        hint=hint or "要写成 SPARQL 1.1 查询（write a query of SPARQL 1.1）",
    )


def _unclosed(query: str) -> str:
    """Which bracket lacks its other half, '' where all have theirs."""
    plain = ASIDE.sub(" ", query)
    for opening, closing in ("{}", "()"):
        missing = plain.count(opening) - plain.count(closing)
        if missing:
            sign = closing if missing > 0 else opening
            return f"少 {abs(missing)} 个 {sign}（{abs(missing)} {sign} missing）"
    return ""


def _expected(told: str) -> str:
    """The signs that the parser would take there; of words it names only some, which would mislead."""
    signs = _SIGN.findall(told)
    return f"这里可以是（expected here）: {' '.join(signs)}" if signs else ""


def _unbegun(query: str) -> str:
    """How a question begins, '' where it does."""
    first = re.match(r"\w*", ASIDE.sub(" ", query).strip())
    if first and first[0].upper() in _BEGINNINGS:
        return ""
    return f"以这些词开头（a query begins with）: {'、'.join(_BEGINNINGS)}"


def unknown_terms(query: str, known: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The names of ``kg:`` in a query that are not among those known, each with the known names nearest to it."""
    names = {name.lower(): name for name in known}
    found = dict.fromkeys(_TERM.findall(ASIDE.sub(" ", query)))
    unknown = [name for name in found if name not in names.values()]
    return [
        (name, [names[near] for near in get_close_matches(name.lower(), list(names), n=3, cutoff=0.6)])
        for name in unknown
    ]
