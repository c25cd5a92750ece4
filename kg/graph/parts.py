"""What a graph is made of before it is RDF: nodes, and statements with the words and the rule behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.graph import iris
from kg.knowledge.ontology import Ontology
from kg.model import Entity, Facts, Page

CONTEXT = 32
"""How many code points before and behind a quote are kept to find it again."""


@dataclass(frozen=True, slots=True)
class Value:
    """A literal: its text, and either a language or the IRI of a datatype or neither (a plain string)."""

    text: str
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """Types and names of a thing, which need no evidence; ``classes`` are IRIs, ``code`` its administrative code."""

    iri: str
    classes: tuple[str, ...]
    label: str
    aliases: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement stands and what read it.

    ``start``/``end`` are page offsets and ``quote`` the words there; all three are None and '' where the page as a
    whole says it (its date, its name). ``time`` is the IRI of the node of its valid time. ``confidence`` is how sure
    the fact is, None for what no rule of relations read.
    """

    rule: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    trigger: str = ""
    because: str = ""
    time: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple in the graph of an article with its evidence; ``id`` comes from its content."""

    id: str
    s: str
    p: str
    o: str | Value
    graph: str
    page: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """All that one article says; ``iri`` names the article and its graph."""

    iri: str
    page: Page
    nodes: tuple[Node, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the makers of statements need to know while they read one article.

    ``entities`` and ``names`` (their IRIs) hold all entities of the document by id; ``graph`` is the article's IRI.
    """

    page: Page
    facts: Facts
    graph: str
    entities: Mapping[str, Entity]
    names: Mapping[str, str]
    ontology: Ontology
    labels: Mapping[str, str] = field(default_factory=dict)
    """The label of an IRI where the archive has chosen one."""


Part = Node | Statement


def say(scene: Scene, s: str, p: str, o: str | Value, evidence: Evidence) -> Statement:
    """A statement with the id that follows from what it says, where it says so and by which rule."""
    target = (o.text, o.language, o.datatype) if isinstance(o, Value) else (o,)
    place = f"{evidence.start}-{evidence.end}"
    return Statement(
        id=iris.data("statement", iris.digest(scene.graph, place, evidence.rule, s, p, *target)),
        s=s,
        p=p,
        o=o,
        graph=scene.graph,
        page=iris.page(scene.page.name),
        evidence=evidence,
    )


def quoted(
    scene: Scene, start: int, end: int, *, rule: str, trigger: str = "", because: str = "", time: str = ""
) -> Evidence:
    """Evidence of the words ``start:end`` of the page, with what stands before and behind them."""
    text = scene.page.text
    return Evidence(
        rule=iris.clean(rule),
        start=start,
        end=end,
        quote=iris.clean(text[start:end]),
        prefix=iris.clean(text[max(0, start - CONTEXT) : start]),
        suffix=iris.clean(text[end : end + CONTEXT]),
        trigger=iris.clean(trigger),
        because=iris.clean(because),
        time=time,
    )


def found(scene: Scene, words: str, *, rule: str) -> Evidence:
    """Evidence where the article first writes ``words``; the page as a whole where it does not write them so."""
    article = scene.facts.article
    at = scene.page.text.find(words, article.start, article.end) if words else -1
    return quoted(scene, at, at + len(words), rule=rule) if at >= 0 else Evidence(rule=rule)


def is_relation(statement: Statement, ontology: Ontology) -> bool:
    """True for a fact of the closed set of relations, False for mentions, quantities, times and metadata."""
    known = ontology.properties.get(statement.p.removeprefix(iris.KG))
    return known is not None and known.relation


def chinese(text: str) -> Value:
    """A Chinese text as a literal."""
    return Value(iris.clean(text), language="zh")


def plain(text: str) -> Value:
    """A text in no language as a literal."""
    return Value(iris.clean(text))
