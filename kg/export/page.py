"""graph.html: one file that opens anywhere, with no network, and shows every fact with the words that say it."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from kg.export.network import Fact, Item, Picture, Quote
from kg.knowledge.ontology import Ontology
from kg.model import ENTITY_TYPES
from kg.text import initials

_SHAPES = {
    "Organization": "dot",
    "Programme": "hexagon",
    "Event": "diamond",
    "Person": "triangle",
    "Place": "triangleDown",
    "Award": "star",
    "Policy": "square",
    "Article": "square",
}
_ORDER = (
    *("hosts", "undertakes", "organizes", "coOrganizes", "guides", "launches", "implements", "partOf", "partnerOf"),
    *("targets", "receives", "participatesIn", "holdsPost", "affiliatedWith", "subOrganizationOf", "jurisdiction"),
    *("locatedIn", "reportedBy", "photographedBy", "publishedBy", "quantity", "time", "mentions"),
)
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = ("words", "model", "view", "panel", "page")
_ROWS = 2000
"""How many facts the table tells to a browser without scripts."""
_CONTEXT = 16
_HOLE = re.compile(r"\{\{([a-z_]+)\}\}")


def graph_page(picture: Picture, *, ontology: Ontology, title: str = "报图") -> str:
    """The whole page as HTML.

    Scripts, styles and data are inside; the content security policy allows these and nothing else, so that no
    text of a newspaper can become markup or code and no request leaves the page.
    """
    vis = re.sub(r"//# sourceMappingURL=.*", "", (files("pyvis") / _VIS).read_text(encoding="utf-8")).strip()
    own = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    scripts = {"vis": vis, "script": f'"use strict";\n(() => {{\n{own}\n}})();'}
    style = _asset("graph.css")
    policy = (
        "default-src 'none'; "
        f"script-src {' '.join(_fingerprint(code) for code in scripts.values())}; "
        f"style-src {_fingerprint(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )
    summary, summary_en = _summary(picture)
    table, note = _table(picture, ontology)
    holes = {
        **scripts,
        "style": style,
        "policy": policy,
        "title": html.escape(title),
        "summary": html.escape(summary),
        "summary_en": html.escape(summary_en),
        "data": _json(page_data(picture, ontology=ontology, title=title)),
        "quotes": _json(page_quotes(picture)),
        "table": table,
        "rows": html.escape(note),
    }
    return _HOLE.sub(lambda hole: holes[hole[1]], _asset("graph.html"))


def page_data(picture: Picture, *, ontology: Ontology, title: str) -> dict[str, Any]:
    """What the page's script reads first: things, facts, sources, and what pyvis gives to vis-network.

    Things are numbered in the order of their IRIs; facts name them, and articles, by number.
    """
    numbers = {item.iri: number for number, item in enumerate(picture.items)}
    articles = {source.iri: number for number, source in enumerate(picture.sources)}
    predicates = {fact.predicate for fact in picture.facts}
    return {
        "title": title,
        "types": [
            [name, ontology.classes[name].zh, ontology.classes[name].en, _SHAPES[name]]
            for name in (*ENTITY_TYPES, "Article")
        ],
        "predicates": {
            name: [_rank(name), p.zh, p.en, p.inverse_zh or p.zh, p.inverse_en or p.en, p.symmetric]
            for name, p in ontology.properties.items()
            if name in predicates
        },
        "network": _network(picture, numbers),
        "info": [
            [item.name, item.type, list(item.aliases), item.iri, _letters(item), item.radius, item.lines]
            for item in picture.items
        ],
        "facts": [
            [
                numbers[fact.subject],
                fact.predicate,
                numbers.get(fact.target, -1),
                fact.text,
                fact.time,
                sorted({articles[quote.article] for quote in fact.quotes}),
            ]
            for fact in picture.facts
        ],
        "sources": [
            [source.title, source.page, source.date, numbers.get(source.iri, -1)] for source in picture.sources
        ],
        "hidden": picture.hidden,
    }


def page_quotes(picture: Picture) -> list[list[list[Any]]]:
    """For each fact its quotes: number of the article, words, what stands before and after, rule, trigger.

    They are the larger part of a page, and the browser reads them last: the network is drawn before.
    """
    articles = {source.iri: number for number, source in enumerate(picture.sources)}
    return [
        [[articles[q.article], q.text, *_near(fact, q), q.rule, q.trigger] for q in fact.quotes]
        for fact in picture.facts
    ]


def _near(fact: Fact, quote: Quote) -> tuple[str, str]:
    """What stands on the line of the words, less of it around a mere mention."""
    before, after = quote.prefix.rsplit("\n", 1)[-1], quote.suffix.split("\n", 1)[0]
    return (before[-_CONTEXT:], after[:_CONTEXT]) if fact.predicate == "mentions" else (before, after)


def _letters(item: Item) -> str:
    """The pinyin initials of all its names, with spaces between them."""
    return " ".join(dict.fromkeys(filter(None, map(initials, (item.name, *item.aliases)))))


def _network(picture: Picture, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """The nodes that are drawn at first, through pyvis; lines follow from the facts."""
    from pyvis.network import Network  # here: it brings IPython along

    network = Network(directed=True)
    for item in picture.items:
        if item.place is not None:
            x, y = item.place
            network.add_node(numbers[item.iri], label=item.lines, shape=_SHAPES[item.type], size=item.radius, x=x, y=y)
    return [{name: node[name] for name in ("id", "label", "shape", "size", "x", "y")} for node in network.nodes]


def _rank(predicate: str) -> int:
    """Where a property stands in the panel: what was done first, what was only mentioned last."""
    return _ORDER.index(predicate) if predicate in _ORDER else len(_ORDER)


def _summary(picture: Picture) -> tuple[str, str]:
    told = len({(f.subject, f.predicate, f.target, f.text) for f in picture.facts if f.predicate != "mentions"})
    articles, entities = len(picture.sources), sum(item.type != "Article" for item in picture.items)
    zh = f"{articles} 篇文章，{entities} 个实体，{told} 条事实（关系、数量、时间）"
    en = f"{articles} articles, {entities} entities, {told} facts (relations, quantities, times)"
    if picture.hidden:
        zh += f"，另有 {picture.hidden} 个关系较少的未收入"
        en += f"; {picture.hidden} less linked ones are left out"
    return zh, en


def _table(picture: Picture, ontology: Ontology) -> tuple[str, str]:
    """The facts as rows, for a browser that runs no scripts, and a word about those that found no room."""
    names = {item.iri: item.name for item in picture.items}
    sources = {source.iri: source for source in picture.sources}
    told = [fact for fact in picture.facts if fact.predicate != "mentions" and fact.quotes]
    rows = []
    for fact in told[:_ROWS]:
        quote = fact.quotes[0]
        source = sources[quote.article]
        known = ontology.properties[fact.predicate]
        cells = (
            names[fact.subject],
            f"{known.zh} {known.en}",
            names.get(fact.target, fact.text),
            quote.text,
            f"{source.title}（{source.page} {source.date}）",
        )
        rows.append("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>")
    rest = len(told) - len(rows)
    note = f"表中是前 {len(rows)} 条，其余 {rest} 条见 graph.ttl。 The first {len(rows)} facts." if rest else ""
    return "\n".join(rows), note


def _json(data: object) -> str:
    """JSON that cannot end the script element that holds it."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
    return "".join(escapes.get(c, c) for c in text)


def _asset(name: str) -> str:
    return (files("kg.export") / "assets" / name).read_text(encoding="utf-8").strip()


def _fingerprint(code: str) -> str:
    digest = hashlib.sha256(code.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
