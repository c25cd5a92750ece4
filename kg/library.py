"""kg from Python: open a built graph, look at its entities and facts, ask it, hand it to networkx or pandas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.graph.parts import Node, Value
from kg.graph.query import ask
from kg.graph.query_named import query_text
from kg.graph.readback import facts, kind, nodes, sources, statements
from kg.graph.show import the_one
from kg.graph.store import open_graph
from kg.knowledge.carried import terms_of
from kg.knowledge.ontology import load_ontology
from kg.model import ENTITY_TYPES

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from pyoxigraph import Store

SHOWN = 20
"""Rows of a notebook display."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a page that say a fact, and the rule that read them; offsets count in the page's text."""

    text: str
    page: str
    title: str
    date: str
    start: int | None
    end: int | None
    rule: str

    def __str__(self) -> str:
        cited = "，".join(filter(None, (f"《{self.title}》" if self.title else "", self.page, self.date)))
        return f"“{self.text}”——{cited} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact by names: subject, property, object, and every place where it is said."""

    subject: str
    property: str
    object: str
    quotes: tuple[Quote, ...]

    def _repr_html_(self) -> str:
        quotes = "".join(f"<li>{escape(str(quote))}</li>" for quote in self.quotes)
        return f"<p>{escape(self.subject)} <b>{escape(self.property)}</b> {escape(self.object)}</p><ul>{quotes}</ul>"


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity: its IRI, type, name and other names."""

    iri: str
    type: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """A built graph, opened read-only; ``open_built`` makes one."""

    directory: Path
    store: Store = field(repr=False)

    def entities(self, type: str | None = None) -> list[EntityView]:
        """All entities, or those of a type (``Organization``, ``Programme`` …), by type and name."""
        found = [_entity(node) for node in nodes(self.store).values() if kind(node) in ENTITY_TYPES]
        return sorted((e for e in found if type in (None, e.type)), key=lambda e: (e.type, e.name, e.iri))

    def entity(self, name: str) -> EntityView:
        """The entity of that name, alias, code or IRI; raises QueryError when there is none or more than one."""
        return _entity(the_one(self.store, name))

    def facts(self, name: str | None = None) -> list[FactView]:
        """All facts about an entity, or all of the graph, each with the words that say it."""
        about = the_one(self.store, name).iri if name is not None else None
        known, told = nodes(self.store), sources(self.store)
        ontology = load_ontology(terms_of(self.directory))
        found = []
        for fact in facts(statements(self.store, about=about)):
            label = ontology.properties.get(fact.p.rpartition("#")[2])
            if label is None or not label.relation:
                continue
            quotes = []
            for said in fact.statements:
                source, e = told.get(said.graph), said.evidence
                page, title, date = (source.page, source.title, source.date) if source else ("", "", "")
                quotes.append(Quote(e.quote, page, title, date, e.start, e.end, e.rule))
            found.append(FactView(_label(known, fact.s), label.name, _label(known, fact.o), tuple(quotes)))
        return found

    def query(self, question: str | Path, **values: str | Sequence[str]) -> list[dict[str, str | None]]:
        """The rows of a SPARQL text, a file or a named question, each as a dict by variable.

        ``values`` are those of the question's parameters (``person="林新征"``); several mean any of them. An ASK gives
        one row with the key ``answer``. Raises QueryError for what cannot be asked.
        """
        given = {name: [value] if isinstance(value, str) else value for name, value in values.items()}
        answer = ask(self.store, query_text(question, terms_of(self.directory), values=given))
        if answer.truth is not None:
            return [{"answer": str(answer.truth).lower()}]
        return [
            dict(zip(answer.variables, (cell.value if cell else None for cell in row), strict=True))
            for row in answer.rows
        ]

    def frame(self, question: str | Path, **values: str | Sequence[str]) -> pd.DataFrame:
        """The same as a pandas DataFrame; raises KgError where pandas is not installed."""
        try:
            import pandas as pd
        except ImportError:
            raise KgError(
                "没有安装 pandas（pandas is not installed）", hint="安装（install it）: pip install pandas"
            ) from None
        return pd.DataFrame(self.query(question, **values))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Entities as nodes and relations as edges, with names, types, dates and counts of evidence."""
        from kg.graph.network import network

        known = nodes(self.store)
        ontology = load_ontology(terms_of(self.directory))
        return network(statements(self.store), known, sources(self.store), ontology=ontology)

    def _repr_html_(self) -> str:
        """What a notebook shows: how many entities there are of each type, and the best known of them."""
        counts = "，".join(f"{type_} {count}" for type_, count in Counter(e.type for e in self.entities()).items())
        rows = [(row["name"] or "", row["kind"] or "", row["articles"] or "") for row in self.query("entities")[:SHOWN]]
        table = _table(("名称 name", "类型 type", "文章 articles"), rows)
        return f"<p><b>报图 {escape(str(self.directory))}</b>：{escape(counts)}</p>{table}"


def open_built(directory: str | Path = "output") -> Graph:
    """Opens what ``kg build`` wrote into the directory; raises GraphError when there is no graph."""
    path = Path(directory)
    return Graph(path, open_graph(path))


def _entity(node: Node) -> EntityView:
    return EntityView(node.iri, kind(node), node.label, node.aliases)


def _label(known: dict[str, Node], term: str | Value) -> str:
    if isinstance(term, Value):
        return term.text
    return known[term].label if term in known else term


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of HTML, every cell escaped."""
    lines = [("th", head), *(("td", row) for row in rows)]
    cells = ("".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) for tag, row in lines)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
