"""Turtle and TriG made for people and for diffs: grouped by kind, sorted, prefixed, the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from kg.graph import Quad, is_evidence
from kg.graph.iris import DATA, PREFIXES

KINDS: tuple[tuple[str, str], ...] = (
    ("organization", "机构 Organizations"),
    ("programme", "项目 Programmes"),
    ("event", "活动 Events"),
    ("person", "人物 People"),
    ("place", "地点 Places"),
    ("award", "奖项 Awards"),
    ("policy", "政策 Policies"),
    ("post", "职务 Posts"),
    ("membership", "任职 Memberships"),
    ("grant", "授奖 Award grants"),
    ("quantity", "数量 Quantities"),
    ("when", "时间 Times"),
    ("article", "文章 Articles"),
    ("page", "版面 Pages"),
    ("statement", "陈述 Statements"),
    ("span", "原文 Spans"),
    ("run", "运行 Runs"),
)
"""The order of the sections of a file and their headings."""

_RANK = {DATA + kind: rank for rank, (kind, _) in enumerate(KINDS)}
_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_RDF, _XSD = PREFIXES["rdf"], PREFIXES["xsd"]
_BARE = {_XSD + "integer": re.compile(r"[+-]?\d+"), _XSD + "decimal": re.compile(r"[+-]?\d*\.\d+")}
_FIRST = {
    _RDF + "type": "0",
    PREFIXES["rdfs"] + "label": "1",
    PREFIXES["skos"] + "altLabel": "2",
    PREFIXES["skos"] + "notation": "3",
}

# PN_LOCAL of Turtle, without escapes and colons: what may stand behind a prefix as it is
_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_HEX = "%[0-9A-F]{2}"
_LOCAL = re.compile(rf"(?:[{_BASE}_0-9]|{_HEX})(?:(?:[{_BASE}_0-9.·-]|{_HEX})*(?:[{_BASE}_0-9·-]|{_HEX}))?")
_SPLIT = re.compile(r"(.*[/#])([^/#]*)", re.DOTALL)
_WIDE = 100
Row = tuple[str, str, str]
_RULER = "─" * 40


@dataclass(frozen=True, slots=True)
class Names:
    """Shortens IRIs and remembers which prefixes that took, so that a file declares no others."""

    used: set[str] = field(default_factory=set)
    known: dict[str, str] = field(default_factory=dict)

    def short(self, iri: str) -> str:
        if iri not in self.known:
            self.known[iri] = self._shortened(iri)
        return self.known[iri]

    def _shortened(self, iri: str) -> str:
        split = _SPLIT.fullmatch(iri)
        if split and (prefix := _NAMESPACES.get(split[1])) and _LOCAL.fullmatch(split[2]):
            self.used.add(prefix)
            return f"{prefix}:{split[2]}"
        return f"<{iri}>"


def turtle(quads: Iterable[Quad]) -> str:
    """The merged facts of all graphs as Turtle: types, names and relations, without the evidence."""
    names = Names()
    body = "".join(_sections((quad for quad in quads if not is_evidence(quad)), names, indent=""))
    return (
        _head("事实：各篇文章所述，合并于一处；依据见 graph.trig", "facts merged; evidence in graph.trig", names) + body
    )


def trig(quads: Iterable[Quad]) -> str:
    """All quads as TriG: one graph an article with its facts and then their evidence; the run stands outside."""
    names = Names()
    by_graph = groupby(sorted(_keyed_by_graph(quads), key=itemgetter(0)), key=itemgetter(0))
    body = "".join(trig_graph((quad for _, quad in members), graph, names) for graph, members in by_graph)
    return trig_head(names) + body


def trig_head(names: Names) -> str:
    """What a TriG file begins with, once ``names`` knows the prefixes of its graphs."""
    return _head("每篇文章一图：事实及其依据", "one graph an article: facts and their evidence", names)


def trig_graph(quads: Iterable[Quad], graph: str, names: Names) -> str:
    """The quads of one graph as TriG, of the default graph where ``graph`` is ''; graphs follow in order of IRIs."""
    names.known.clear()  # the IRIs of evidence are an article's own
    if not graph:
        return "".join(_sections(quads, names, indent=""))
    body = "".join(_sections(quads, names, indent="  ")).lstrip("\n")
    return f"\n{names.short(graph)} {{\n\n{body}}}\n"


def _head(zh: str, en: str, names: Names) -> str:
    prefixes = "".join(f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in PREFIXES if name in names.used)
    return f"# {zh}\n# {en}\n\n{prefixes}"


def _keyed_by_graph(quads: Iterable[Quad]) -> Iterator[tuple[str, Quad]]:
    for quad in quads:
        yield getattr(quad.graph_name, "value", ""), quad


def _sections(quads: Iterable[Quad], names: Names, *, indent: str) -> Iterator[str]:
    """The subjects of the quads as Turtle, under a heading for each kind of thing."""
    rows: dict[str, set[Row]] = {}
    for quad in quads:
        rows.setdefault(quad.subject.value, set()).add(_row(quad, names))  # type: ignore[union-attr]
    ranked = sorted((_RANK.get(subject.rpartition("/")[0], len(KINDS)), subject) for subject in rows)
    for rank, of_kind in groupby(ranked, key=itemgetter(0)):
        heading = KINDS[rank][1] if rank < len(KINDS) else "其他 Others"
        yield f"\n{indent}# ── {heading} {_RULER}\n"
        for _, subject in of_kind:
            yield "\n" + _block(names.short(subject), sorted(rows[subject]), indent)


def _row(quad: Quad, names: Names) -> Row:
    """Sort key of the predicate, the predicate and the object, both as Turtle writes them."""
    iri = quad.predicate.value
    predicate = "a" if iri == _RDF + "type" else names.short(iri)
    return _FIRST.get(iri, "4" + predicate), predicate, _object(quad, names)


def _object(quad: Quad, names: Names) -> str:
    term = quad.object
    written = str(term)  # pyoxigraph escapes
    if written[0] == "<":
        return names.short(written[1:-1])
    if written[-1] != ">":
        return written  # a text, with or without a language
    datatype = term.datatype.value  # type: ignore[union-attr]
    text = written.removesuffix(f"^^<{datatype}>")
    if (bare := _BARE.get(datatype)) and bare.fullmatch(text[1:-1]):
        return text[1:-1]
    return f"{text}^^{names.short(datatype)}"


def _block(subject: str, rows: list[Row], indent: str) -> str:
    lines = []
    for (_, predicate), members in groupby(rows, key=itemgetter(0, 1)):
        objects = [row[2] for row in members]
        line = f"{predicate} {', '.join(objects)}"
        if len(objects) > 1 and len(line) > _WIDE:
            line = f"{predicate}\n" + ",\n".join(f"{indent}        {item}" for item in objects)
        lines.append(line)
    return f"{indent}{subject} " + f" ;\n{indent}    ".join(lines) + " .\n"
