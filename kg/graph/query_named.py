"""The library of questions: SPARQL files with titles and parameters, and the safe way to put values into them.

A file of ``ontology/queries`` says in comments what it answers and which parameters it takes::

    # title: 人物的任职经历
    # title_en: People with their careers
    # param person: 人名 a person's name
    SELECT … WHERE { VALUES ?person { UNDEF } … FILTER(!BOUND(?person) || STR(?name) = ?person) }

As it stands the question is about everybody, in any SPARQL engine. A value takes the place of its ``UNDEF`` as an
escaped literal, so it can never be read as SPARQL. ``# param person!:`` says that kg does not ask without one.

What a parameter means says what it takes: a meaning with 日期 in it takes a year, a month or a day, one that ends in
a list of names (``类型 the type: Organization, Person``) takes these, and any other takes all texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from pyoxigraph import Literal

from kg.errors import QueryError
from kg.graph.iris import clean
from kg.read.dates import PERIODS, is_period

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_TITLE = re.compile(r"^#\s*(title|title_en)\s*:\s*(.+)$", re.MULTILINE)
_CHOICES = re.compile(r":\s*([A-Z]\w*(?:, [A-Z]\w*)+)$")
_PARAM = re.compile(r"^#\s*param\s+([a-z]\w*)(!?)\s*:\s*(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question of ``ontology/queries``.

    ``name`` is its file's stem; ``title``/``title_en`` say what it answers; ``parameters`` are names with what
    they mean, in the order of the file, and ``needed`` those that it must have.
    """

    name: str
    title: str
    title_en: str
    text: str
    parameters: Mapping[str, str]
    needed: tuple[str, ...] = ()


def named_queries(folders: Iterable[Traversable]) -> dict[str, NamedQuery]:
    """The questions of every ``queries/*.rq`` of the folders by name; a later folder overrides an earlier one."""
    found = {}
    for folder in folders:
        directory = folder / "queries"
        if not directory.is_dir():
            continue
        for file in sorted(directory.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".rq"):
                name = file.name.removesuffix(".rq")
                found[name] = _read(name, file.read_text(encoding="utf-8"))
    return found


def query_text(
    query: str | Path, folders: Iterable[Traversable] = (), *, values: Mapping[str, Sequence[str]] | None = None
) -> str:
    """The SPARQL that ``query`` stands for: a file, the name of a named query, or the text itself.

    ``values`` are those of its parameters; several of one parameter mean any of them. Raises QueryError when the
    file, the name or a parameter is unknown.
    """
    named = _named(query, folders)
    return bound(named, values or {})


def bound(named: NamedQuery, values: Mapping[str, Sequence[str]]) -> str:
    """The SPARQL of the question about these values.

    Raises QueryError for a parameter that it does not have, for one that it needs and does not get, and for a value
    that its parameter does not take.
    """
    text = named.text
    for name in named.needed:
        if not values.get(name):
            what = f"查询 {named.name} 要说明 --{name}（the query needs this parameter）"
            raise QueryError(what, hint=f"kg query {named.name} --{name} {named.parameters[name]}")
    for name, given in values.items():
        slot = re.compile(rf"(VALUES\s+\?{re.escape(name)}\s*\{{\s*)UNDEF(\s*\}})")
        if name not in named.parameters or not slot.search(text):
            known = "、".join(f"--{known}（{what}）" for known, what in named.parameters.items())
            raise QueryError(
                f"查询 {named.name} 没有参数 --{name}（no such parameter）",
                hint=f"可用（available）: {known or '无 none'}",
            )
        for value in given:
            _check_value(named, name, value)
        literals = " ".join(str(Literal(clean(value))) for value in given)
        text = slot.sub(lambda found, literals=literals: found[1] + literals + found[2], text)  # type: ignore[misc]
    return text


def _check_value(named: NamedQuery, name: str, value: str) -> None:
    """Raises QueryError where a date is none and where a value is not among those that the parameter lists."""
    meaning = named.parameters[name]
    said = f"查询 {named.name} 的 --{name} {value!r}"
    if "日期" in meaning and not is_period(value):
        raise QueryError(f"{said} 不是日期（no date）", hint=PERIODS)
    choices = found[1].split(", ") if (found := _CHOICES.search(meaning)) else []
    if choices and value not in choices:
        raise QueryError(f"{said} 不在其中（none of those）", hint=f"可以写（allowed）: {'、'.join(choices)}")


def _named(query: str | Path, folders: Iterable[Traversable]) -> NamedQuery:
    if isinstance(query, Path) or (query.endswith(".rq") and "{" not in query):
        try:
            return _read(Path(query).stem, Path(query).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"读不了查询文件 {query}（cannot read the query file）: {error}") from error
    if not _NAME.fullmatch(query.strip()):
        return _read("SPARQL", query)
    known = named_queries(folders)
    if query.strip() not in known:
        raise QueryError(
            f"没有名为 {query.strip()} 的查询（no query of this name）",
            hint=f"现有（available）: {'、'.join(sorted(known))}",
        )
    return known[query.strip()]


def _read(name: str, text: str) -> NamedQuery:
    titles = {match[1]: match[2].strip() for match in _TITLE.finditer(text)}
    parameters = {match[1]: match[3].strip() for match in _PARAM.finditer(text)}
    needed = tuple(match[1] for match in _PARAM.finditer(text) if match[2])
    return NamedQuery(name, titles.get("title", name), titles.get("title_en", name), text, parameters, needed)
