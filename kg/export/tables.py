"""The graph as tables: what each holds is said once here, for CSV, Parquet and whoever else writes rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from kg.graph.fit import fit
from kg.graph.iris import KG, PREFIXES, kg, short
from kg.graph.network import day
from kg.graph.parts import Node, Statement, Value
from kg.graph.readback import Fact, Source, facts, kind

Type = Literal["string", "integer", "decimal", "date"]
Datum = str | int | float | None
"""What a cell holds; None is an empty cell, a date is its ISO text."""

_SCHEMA = PREFIXES["schema"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and what it holds in Chinese and English; ``separator`` if it holds a list."""

    name: str
    type: Type
    zh: str
    en: str
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``key`` is the name of the column that tells its rows apart."""

    name: str
    zh: str
    en: str
    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Datum, ...], ...]


_ID = Column("id", "string", "标识", "identifier")
_FIRST = Column("first", "date", "最早见报", "first published")
_LAST = Column("last", "date", "最近见报", "last published")
_BEGINS = Column("begins", "date", "所述之事开始", "valid from")
_ENDS = Column("ends", "date", "所述之事结束", "valid to")
_WEIGHT = Column("articles", "integer", "文章数", "articles that tell it")
_EVIDENCE = Column("evidence", "integer", "依据数", "times that it is told")
_ARTICLE = Column("article", "string", "文章", "article")
_PAGE = Column("page", "string", "版面", "page")

ENTITIES = (
    _ID,
    Column("type", "string", "类型", "type"),
    Column("label", "string", "名称", "name"),
    Column("classes", "string", "全部类型", "all types", "; "),
    Column("aliases", "string", "别名", "other names", "; "),
    Column("code", "string", "行政区划代码", "administrative code"),
    Column("lon", "decimal", "经度", "longitude"),
    Column("lat", "decimal", "纬度", "latitude"),
    Column("quantities", "string", "数量", "quantities", "; "),
    Column("targets", "string", "面向人群", "groups that it is for", "; "),
    _WEIGHT,
    _EVIDENCE,
    _FIRST,
    _LAST,
    _BEGINS,
    _ENDS,
)
FACTS = (
    _ID,
    Column("subject", "string", "主语", "subject"),
    Column("subject_label", "string", "主语名称", "name of the subject"),
    Column("property", "string", "属性", "property"),
    Column("label", "string", "属性名称", "name of the property"),
    Column("object", "string", "宾语", "object"),
    Column("object_label", "string", "宾语名称", "name of the object"),
    Column("weight", "integer", "文章数", "articles that tell it"),
    _EVIDENCE,
    _FIRST,
    _LAST,
    _BEGINS,
    _ENDS,
    Column("quote", "string", "原文", "words of the text"),
    Column("pages", "string", "版面", "pages", "; "),
    Column("rules", "string", "规则", "rules", "; "),
)
ARTICLES = (
    _ID,
    Column("title", "string", "标题", "headline"),
    _PAGE,
    Column("date", "date", "出版日期", "published"),
)
EVIDENCE = (
    _ID,
    Column("subject", "string", "主语", "subject"),
    Column("property", "string", "属性", "property"),
    Column("object", "string", "宾语", "object"),
    Column("value", "string", "值", "value of a literal"),
    _ARTICLE,
    _PAGE,
    Column("start", "integer", "起", "first code point"),
    Column("end", "integer", "止", "code point behind the last"),
    Column("quote", "string", "原文", "words of the text"),
    Column("rule", "string", "规则", "rule"),
    Column("trigger", "string", "触发词", "trigger"),
)
QUANTITIES = (
    _ID,
    Column("about", "string", "关于", "what it is about"),
    Column("about_label", "string", "关于何者", "name of what it is about"),
    Column("text", "string", "写法", "as written"),
    Column("value", "decimal", "数值", "number"),
    Column("unit", "string", "单位", "unit"),
    Column("bound", "string", "确数或约数", "exact, approx, at_least or less_than"),
    Column("counted", "string", "所数之物", "what is counted"),
    _ARTICLE,
)
TIMES = (
    _ID,
    Column("about", "string", "关于", "what it is about"),
    Column("about_label", "string", "关于何者", "name of what it is about"),
    Column("text", "string", "写法", "as written"),
    Column("edtf", "string", "EDTF 值", "EDTF value"),
    Column("earliest", "date", "最早", "first day"),
    Column("latest", "date", "最晚", "last day"),
    _ARTICLE,
)


def tables(
    network: nx.MultiDiGraph[str],
    statements: Sequence[Statement],
    nodes: Mapping[str, Node],
    sources: Mapping[str, Source],
) -> tuple[Table, ...]:
    """Entities, facts, articles, evidence, quantities and times, rows in the order of their keys."""
    joined = facts(statements)
    told = [sources[graph] for graph in sorted({s.graph for s in statements} & sources.keys())]
    return (
        Table("entities", "实体", "Entities", "id", ENTITIES, _entities(network)),
        Table("facts", "事实", "Facts", "id", FACTS, _facts(network)),
        Table("articles", "文章", "Articles", "id", ARTICLES, _articles(told)),
        Table("evidence", "依据", "Evidence", "id", EVIDENCE, tuple(_evidence(s, sources) for s in statements)),
        Table("quantities", "数量", "Quantities", "id", QUANTITIES, _values("Quantity", QUANTITIES, joined, nodes)),
        Table("times", "时间", "Times", "id", TIMES, _values("Time", TIMES, joined, nodes)),
    )


def _entities(network: nx.MultiDiGraph[str]) -> tuple[tuple[Datum, ...], ...]:
    rows = (({"id": iri} | data) for iri, data in network.nodes(data=True) if data["type"] != "Article")
    return tuple(tuple(_datum(row.get(column.name)) for column in ENTITIES) for row in rows)


def _facts(network: nx.MultiDiGraph[str]) -> tuple[tuple[Datum, ...], ...]:
    label: dict[str, str] = {iri: data["label"] for iri, data in network.nodes(data=True)}
    rows = (
        {"subject": one, "subject_label": label[one], "object": other, "object_label": label[other]} | data
        for one, other, data in network.edges(data=True)
    )
    return tuple(sorted(tuple(_datum(row.get(column.name)) for column in FACTS) for row in rows))


def _articles(sources: Iterable[Source]) -> tuple[tuple[Datum, ...], ...]:
    return tuple((s.iri, fit(s.title), fit(s.page), day(s.date) or None) for s in sources)


def _evidence(s: Statement, sources: Mapping[str, Source]) -> tuple[Datum, ...]:
    text = fit(s.o.text) if isinstance(s.o, Value) else None
    page = fit(sources[s.graph].page) if s.graph in sources else None
    evidence = s.evidence
    words = (fit(evidence.quote) or None, fit(evidence.rule), fit(evidence.trigger) or None)
    target = None if isinstance(s.o, Value) else s.o
    return (s.id, s.s, short(s.p), target, text, s.graph, page, evidence.start, evidence.end, *words)


def _values(
    of: str, columns: Sequence[Column], joined: Iterable[Fact], nodes: Mapping[str, Node]
) -> tuple[tuple[Datum, ...], ...]:
    """A row for every quantity or time: what is said of it, and what it is said of."""
    rows: dict[str, dict[str, Datum]] = {}
    terms = {_SCHEMA + "value": "value", _SCHEMA + "unitText": "unit"} | {
        kg(name): name for name in ("text", "bound", "counted", "edtf", "earliest", "latest")
    }
    types = {column.name: column.type for column in columns}
    for fact in joined:
        if isinstance(fact.o, str):
            if fact.o in nodes and kind(nodes[fact.o]) == of and fact.p.removeprefix(KG) in ("quantity", "time"):
                about = rows.setdefault(fact.o, {})
                if "about" not in about and fact.s in nodes:
                    about |= {"about": fact.s, "about_label": fit(nodes[fact.s].label)}
        elif fact.s in nodes and kind(nodes[fact.s]) == of and fact.p in terms:
            name = terms[fact.p]
            row = rows.setdefault(fact.s, {})
            row |= {name: _typed(fact.o.text, types.get(name, "string")), "article": fact.statements[0].graph}
    return tuple(tuple((row | {"id": iri}).get(column.name) for column in columns) for iri, row in sorted(rows.items()))


def _typed(text: str, type_: Type) -> Datum:
    if type_ == "decimal":
        return float(text)
    return (day(text) or None) if type_ == "date" else fit(text)


def _datum(value: Datum) -> Datum:
    return None if value == "" else value
