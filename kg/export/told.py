"""What ``kg show``, ``path``, ``diff``, ``stats`` and ``check`` tell, in words for people."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from kg.graph.check import Violation
from kg.graph.diff import Change, Difference
from kg.graph.fit import LABEL, fit
from kg.graph.iris import KG, short
from kg.graph.measures import Measures
from kg.graph.network import LINKS
from kg.graph.parts import Node, Statement, Value
from kg.graph.readback import Fact, Source, kind
from kg.graph.show import Chain, Sheet
from kg.knowledge.ontology import Ontology

_QUOTES = 3
"""How many quotes of one fact are shown; the rest is counted."""

_QUOTE = 160
_SHORT, _AROUND = 12, 14
"""Words of a page that are no longer than this are shown with so much of what stands before and behind them."""

_STANDARD = {
    "rdf:type": "类型 type",
    "rdfs:label": "名称 name",
    "skos:altLabel": "别名 other name",
    "skos:notation": "代码 code",
    "schema:headline": "标题 headline",
    "schema:datePublished": "见报 published",
    "schema:articleSection": "栏目 section",
    "schema:value": "数值 value",
    "schema:unitText": "单位 unit",
    **{f"kg:{name}": f"{zh} {en}" for name, zh, en in LINKS.values()},
}
"""What properties of standards are called."""

_LAST = "mentions"


def sheet_text(sheet: Sheet, ontology: Ontology) -> str:
    """The thing with its names and types, then its facts by property, each with quote, page, date and rule."""
    node = sheet.node
    types = "、".join(filter(None, (_class(class_, ontology) for class_ in node.classes)))
    lines = [f"{node.label}（{types}）", f"  {short(node.iri)}"]
    if node.aliases:
        lines.append(f"  又名 also: {'、'.join(node.aliases)}")
    if node.code:
        lines.append(f"  代码 code: {node.code}")
    for heading, said in _by_property(sheet, ontology):
        lines += ["", heading]
        for other, fact in said:
            lines.append(f"  {other}")
            lines += [f"      {quote}" for quote in _quotes(fact.statements, sheet.sources)]
    return _lines(lines)


def chain_text(chain: Chain, ontology: Ontology) -> str:
    """The chain, a fact a line with its quotes."""
    lines = [_name(chain.start, chain.names)]
    for step in chain.steps:
        word = _property(step.fact.p, ontology)
        other = step.fact.o if step.forward else step.fact.s
        arrow = f"—{word}→" if step.forward else f"←{word}—"
        lines.append(f"  {arrow} {_name(str(other), chain.names)}")
        lines += [f"      {quote}" for quote in _quotes(step.fact.statements[:1], chain.sources)]
    count = len(chain.steps)
    return _lines([*lines, f"（{count} 步 step{'' if count == 1 else 's'}）"])


def difference_text(difference: Difference, ontology: Ontology) -> str:
    """A line a change, ``-`` or ``+``, with the articles that say it."""
    lines = [_change("-", change, difference, ontology) for change in difference.removed]
    lines += [_change("+", change, difference, ontology) for change in difference.added]
    lines.append(f"（+{len(difference.added)} −{len(difference.removed)}）")
    return _lines(lines)


def measures_text(measures: Measures, ontology: Ontology) -> str:
    """Counts, components, central bodies and communities."""
    types = [f"  {_class(KG + name, ontology):32}{count}" for name, count in measures.types.items()]
    links = [f"  {_property(KG + name, ontology):32}{count}" for name, count in measures.relations.items()]
    parts = measures.components
    central = [f"  {c.neighbours:5}  {c.betweenness:.4f}  {c.label}" for c in measures.central]
    groups = [
        f"  {c.size:5}  {'、'.join(c.members)}{' …' if c.size > len(c.members) else ''}" for c in measures.communities
    ]
    return _lines(
        [
            "实体、职务、文章 Entities, posts, articles",
            *types,
            f"事实 Facts（连同“提到”，各算一次 with mentions, each once；依据 evidence {measures.evidence}）",
            *links,
            f"连通分量 Components: {len(parts)}，最大 largest {parts[0] if parts else 0}，孤立 alone {measures.alone}",
            "中心机构 Central bodies（邻居 neighbours，介数 betweenness）",
            *central,
            "社群 Communities（大小 size）",
            *groups,
        ]
    )


def measures_json(measures: Measures) -> str:
    """The same as JSON."""
    return json.dumps(asdict(measures), ensure_ascii=False, indent=1) + "\n"


def violations_text(violations: Iterable[Violation], ontology: Ontology) -> str:
    """A sentence a violation: what breaks which rule on which page."""
    return _lines(_violation(violation, ontology) for violation in violations)


def _lines(lines: Iterable[str]) -> str:
    """The lines without what would move a terminal's cursor or turn its writing around."""
    return "".join("".join(c if c.isprintable() or c == "\u3000" else "�" for c in line) + "\n" for line in lines)


def _by_property(sheet: Sheet, ontology: Ontology) -> Iterator[tuple[str, list[tuple[str, Fact]]]]:
    """The facts of a sheet under the name of their property as seen from the thing, mentions last."""
    found: dict[tuple[bool, bool, str], list[tuple[str, Fact]]] = defaultdict(list)
    order = list(ontology.properties)
    for fact in sheet.facts:
        name = fact.p.removeprefix(KG)
        known = ontology.properties.get(name)
        forward = fact.s == sheet.node.iri
        other = fact.o if forward else fact.s
        if known is None or (isinstance(other, str) and _aside(other, sheet.names)):
            continue
        word = f"{known.zh} {known.en}" if forward else f"{known.inverse_zh or known.zh} {known.inverse_en or known.en}"
        text = other.text if isinstance(other, Value) else _name(other, sheet.names)
        times = {sheet.names[s.evidence.time].label for s in fact.statements if s.evidence.time in sheet.names}
        found[name == _LAST, not forward, f"{order.index(name):04}{word}"].append(
            (text + (f"，{'、'.join(sorted(times))}" if times else ""), fact)
        )
    for (_, _, heading), said in sorted(found.items(), key=lambda item: item[0]):
        yield heading[4:], said


def _aside(iri: str, names: Mapping[str, Node]) -> bool:
    """Memberships and grants say again what ``holdsPost`` and ``receives`` say."""
    return iri in names and kind(names[iri]) in ("Membership", "Grant")


def _quotes(statements: Iterable[Statement], sources: Mapping[str, Source]) -> Iterator[str]:
    said = list(dict.fromkeys(_quote(s, sources) for s in statements))
    yield from said[:_QUOTES]
    if len(said) > _QUOTES:
        yield f"… 另有 {len(said) - _QUOTES} 处 more"


def _quote(s: Statement, sources: Mapping[str, Source]) -> str:
    words = fit(_in_context(s), _QUOTE)
    return f"“{words}” {_cited(sources.get(s.graph))} [{s.evidence.rule}]" if words else _cited(sources.get(s.graph))


def _in_context(s: Statement) -> str:
    """The words of the page; a few of them with what stands around, since a bare name says little."""
    e = s.evidence
    if not e.quote or len(e.quote) > _SHORT:
        return e.quote
    return f"…{e.prefix[-_AROUND:]}【{e.quote}】{e.suffix[:_AROUND]}…"


def _cited(source: Source | None) -> str:
    if source is None:
        return ""
    return f"——《{fit(source.title, LABEL)}》{'，'.join(dict.fromkeys(filter(None, (source.page, source.date))))}"


def _change(sign: str, change: Change, difference: Difference, ontology: Ontology) -> str:
    text = change.o.text if isinstance(change.o, Value) else difference.names.get(change.o, short(change.o))
    pages = "、".join(dict.fromkeys(source.page for source in change.articles))
    subject = fit(difference.names.get(change.s, short(change.s)), LABEL)
    return f"{sign} {subject} {_property(change.p, ontology)} {fit(text, LABEL)}" + (f"（{pages}）" if pages else "")


def _violation(violation: Violation, ontology: Ontology) -> str:
    grade = "违反 violation" if violation.severe else "警告 warning"
    what = short(violation.focus)
    if violation.name:
        what = f"“{fit(violation.name, LABEL)}” {what}"
    if violation.path:
        what += f" 的 {_property(violation.path, ontology)}"
    if violation.value not in ("", violation.focus):
        what += f"（{fit(short(violation.value), LABEL)}）"
    place = _cited(violation.article) or "——合并后的事实 merged facts"
    return f"{grade}: {what}: {violation.message} [{violation.constraint}] {place}"


def _class(iri: str, ontology: Ontology) -> str:
    known = ontology.classes.get(iri.removeprefix(KG))
    return f"{known.zh} {known.en}" if known else short(iri)


def _property(iri: str, ontology: Ontology) -> str:
    known = ontology.properties.get(iri.removeprefix(KG))
    return f"{known.zh} {known.en}" if known else _STANDARD.get(short(iri), short(iri))


def _name(iri: str, names: Mapping[str, Node]) -> str:
    return f"{fit(names[iri].label, LABEL)}（{kind(names[iri])}）" if iri in names else short(iri)
