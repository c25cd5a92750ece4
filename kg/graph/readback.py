"""A built graph back from its store as nodes and statements, the whole of it or what touches one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolution, QuerySolutions, Store

from kg.graph import iris
from kg.graph.iris import DATA, PREFIXES, kg
from kg.graph.parts import Evidence, Node, Statement, Value
from kg.graph.quads import ALIAS, LABEL, NOTATION, TYPE
from kg.model import ENTITY_TYPES

KINDS = (*ENTITY_TYPES, "Article", "Post", "Membership", "Grant", "Quantity", "Time", "Page")
"""The classes of which every node has one; what else it may be (a Union, an AdministrativeArea) is more special."""

_RDF, _OA = PREFIXES["rdf"], PREFIXES["oa"]
_STATEMENT = NamedNode(_RDF + "Statement")
_SUBJECT, _OBJECT = NamedNode(_RDF + "subject"), NamedNode(_RDF + "object")
_FROM = PREFIXES["prov"] + "wasDerivedFrom"


@dataclass(frozen=True, slots=True)
class Source:
    """An article as something to cite: its headline, and name and publication date of its page ('' if unknown)."""

    iri: str
    title: str
    page: str
    date: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What one article or several say: ``statements`` has each time that it is said, by article and offset."""

    s: str
    p: str
    o: str | Value
    statements: tuple[Statement, ...]


def nodes(store: Store, *, only: Iterable[str] | None = None) -> dict[str, Node]:
    """The named things of the graph by IRI, in the order of their IRIs, or ``only`` those that are asked for.

    A thing with several names is called by the one that most articles give it, then the longest.
    """
    subjects = [None] if only is None else [NamedNode(iri) for iri in sorted(set(only))]
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for subject in subjects:
        for quad in store.quads_for_pattern(subject, LABEL, None):
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(DATA):
                labels[quad.subject.value][_text(quad.object)] += 1
    found = {}
    for iri in sorted(labels):
        count = labels[iri]
        label = max(count, key=lambda name: (count[name], len(name), name))
        told = [(predicate, term.value) for predicate, term in _terms(store, NamedNode(iri), DefaultGraph())]
        aliases = {*count, *(text for predicate, text in told if predicate == ALIAS)} - {label}
        classes = tuple(sorted(text for predicate, text in told if predicate == TYPE))
        code = max((text for predicate, text in told if predicate == NOTATION), default="")
        found[iri] = Node(iri, classes, label, tuple(sorted(aliases)), code)
    return found


def kind(node: Node) -> str:
    """The name of the class among ``KINDS`` that the node belongs to, or '' for a run."""
    return next((name for name in KINDS if kg(name) in node.classes), "")


def statements(store: Store, *, about: str | None = None) -> list[Statement]:
    """Every statement with its evidence, or those whose subject or object is ``about``, in the order of their ids."""
    asked = [(_SUBJECT, NamedNode(about)), (_OBJECT, NamedNode(about))] if about else [(TYPE, _STATEMENT)]
    spans: dict[str, Mapping[str, str]] = {}
    found = {}
    for predicate, object_ in asked:
        for quad in store.quads_for_pattern(None, predicate, object_):
            if isinstance(quad.graph_name, NamedNode) and isinstance(quad.subject, NamedNode):
                found[quad.subject.value] = _statement(store, quad.subject, quad.graph_name, spans)
    return [found[id_] for id_ in sorted(found)]


def facts(said: Iterable[Statement]) -> list[Fact]:
    """The statements that say the same joined, in the order of subject, predicate and object."""
    same: dict[tuple[str, str, str, str, str], list[Statement]] = defaultdict(list)
    for statement in said:
        same[key(statement)].append(statement)
    return [
        Fact(group[0].s, group[0].p, group[0].o, tuple(sorted(group, key=_place))) for _, group in sorted(same.items())
    ]


def key(statement: Statement | Fact) -> tuple[str, str, str, str, str]:
    """What a statement says, to compare and sort it by."""
    o = statement.o
    return (statement.s, statement.p, *((o.text, o.language, o.datatype) if isinstance(o, Value) else (o, "", "")))


def sources(store: Store) -> dict[str, Source]:
    """The articles of the graph by IRI, to cite."""
    query = """SELECT ?article (MIN(?headline) AS ?title) (MIN(?name) AS ?page) (MIN(?day) AS ?date) WHERE {
        ?article a kg:Article ; kg:onPage ?on ; schema:headline ?headline .
        ?on rdfs:label ?name OPTIONAL { ?article schema:datePublished ?published BIND(STR(?published) AS ?day) }
      } GROUP BY ?article ORDER BY ?article"""
    found = {}
    for row in _rows(store, query):
        article, *told = (_text(row[name]) for name in ("article", "title", "page", "date"))
        found[article] = Source(article, *told)
    return found


def find(store: Store, name: str) -> list[Node]:
    """The things that ``name`` can mean, the best named first.

    A name is an IRI, a prefixed name (``place:110000``), an administrative code, a label or an alias; where none is
    just so, the things whose name is the same but for quotation marks, else those whose name has it as a part.
    """
    prefix, colon, rest = name.partition(":")
    iri = PREFIXES[prefix] + rest if colon and prefix in PREFIXES else name
    if iri.startswith(DATA) and (known := nodes(store, only=[iri])):
        return list(known.values())
    exact: set[str] = set()
    for literal in (Literal(name, language="zh"), Literal(name)):
        for predicate in (LABEL, ALIAS, NOTATION):
            exact.update(iri for iri, _ in _named(store, predicate, literal))
    if named := _things(store, exact):
        return named
    wanted = iris.same_name(name)
    names = [
        (iri, iris.same_name(text)) for predicate in (LABEL, ALIAS) for iri, text in _named(store, predicate, None)
    ]
    alike = {iri for iri, known_as in names if known_as == wanted}
    return _things(store, alike) or _things(store, {iri for iri, known_as in names if wanted in known_as})


def _named(store: Store, predicate: NamedNode, literal: Literal | None) -> Iterator[tuple[str, str]]:
    """IRIs and names of what bears the name ``literal``, or of everything that bears any."""
    for quad in store.quads_for_pattern(None, predicate, literal, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.subject.value, quad.object.value


def _things(store: Store, found: Iterable[str]) -> list[Node]:
    """The entities among the IRIs, else the articles and posts; shorter names first."""
    known = [node for node in nodes(store, only=found).values() if kind(node)] if found else []
    entities = [node for node in known if kind(node) in ENTITY_TYPES]
    others = [node for node in known if kind(node) in ("Article", "Post", "Page")]
    return sorted(entities or others, key=lambda node: (len(node.label), node.iri))


def _statement(store: Store, id_: NamedNode, graph: NamedNode, spans: dict[str, Mapping[str, str]]) -> Statement:
    """The statement ``id_`` of an article; ``spans`` keeps what was read of spans, which many statements share."""
    told = {predicate.value: term for predicate, term in _terms(store, id_, graph)}
    source = told[_FROM].value
    if source not in spans:
        spans[source] = _span(store, NamedNode(source), graph)
    span = spans[source]
    rule, trigger, because, time, sure = (
        told[kg(name)].value if kg(name) in told else ""
        for name in ("rule", "trigger", "because", "time", "confidence")
    )
    start, end = (int(span[name]) if name in span else None for name in ("start", "end"))
    return Statement(
        id=id_.value,
        s=told[_RDF + "subject"].value,
        p=told[_RDF + "predicate"].value,
        o=value_of(told[_RDF + "object"]),
        graph=graph.value,
        page=span.get("hasSource", source),
        evidence=Evidence(
            rule=rule,
            start=start,
            end=end,
            quote=span.get("exact", ""),
            prefix=span.get("prefix", ""),
            suffix=span.get("suffix", ""),
            trigger=trigger,
            because=because,
            time=time,
            confidence=float(sure) if sure else None,
        ),
    )


def _span(store: Store, source: NamedNode, graph: NamedNode) -> Mapping[str, str]:
    """What selectors and source say of a span, by the names of ``oa:``; nothing where the source is a whole page."""
    told = {}
    for predicate, term in _terms(store, source, graph):
        if predicate.value == _OA + "hasSource":
            told["hasSource"] = term.value
        elif predicate.value == _OA + "hasSelector":
            parts = _terms(store, NamedNode(term.value), graph)
            told |= {part.value.removeprefix(_OA): value.value for part, value in parts}
    return told


def _terms(
    store: Store, subject: NamedNode, graph: NamedNode | DefaultGraph
) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Predicates and objects of a subject; a built graph has no blank nodes and no triple terms."""
    for quad in store.quads_for_pattern(subject, None, None, graph):
        if isinstance(quad.object, NamedNode | Literal):
            yield quad.predicate, quad.object


def _rows(store: Store, query: str) -> Iterator[QuerySolution]:
    result = store.query(query, prefixes=PREFIXES)
    if isinstance(result, QuerySolutions):
        yield from result


def value_of(term: object) -> str | Value:
    """A term of pyoxigraph as statements hold it: an IRI, or a literal."""
    if not isinstance(term, Literal):
        return _text(term)
    if term.language:
        return Value(term.value, language=term.language)
    datatype = term.datatype.value
    return Value(term.value) if datatype == PREFIXES["xsd"] + "string" else Value(term.value, datatype=datatype)


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _place(statement: Statement) -> tuple[str, int, int, str]:
    return statement.graph, statement.evidence.start or 0, statement.evidence.end or 0, statement.id
