"""Does a built graph keep to its shapes? SHACL (``ontology/shapes.ttl``), each violation in words.

The articles are validated one after the other, each graph being whole by itself, and then the merged facts at once:
an archive of any size is checked in the memory of one article and of its facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from kg.errors import KgError, KnowledgeError
from kg.graph.iris import DATA, PREFIXES, short
from kg.graph.quads import NAMING, TYPE, is_evidence
from kg.graph.readback import Source, nodes, sources, value_of

if TYPE_CHECKING:
    from rdflib import Graph

_SH = PREFIXES["sh"]
_PAGE = DATA + "page/"
_ACTIVITY = NamedNode(PREFIXES["prov"] + "Activity")
_REIFYING = tuple(NamedNode(PREFIXES["rdf"] + part) for part in ("subject", "predicate", "object"))


@dataclass(frozen=True, slots=True)
class Violation:
    """A place where the graph breaks a shape.

    ``severe`` is False for a warning. ``focus`` is the IRI of the thing and ``name`` its label, ``path`` the property
    and ``value`` what it has ('' if the shape is about none), ``constraint`` the name of the SHACL component, and
    ``message`` what the shape says in words. ``article`` is None for a fact that several articles tell together.
    """

    severe: bool
    focus: str
    name: str
    path: str
    value: str
    constraint: str
    message: str
    article: Source | None


def check(
    store: Store,
    folders: Iterable[Traversable],
    *,
    progress: Callable[[str], None] = lambda article: None,
) -> list[Violation]:
    """The violations and warnings of the shapes of the folders, in the order of articles and things.

    ``progress`` is called with the IRI of every article. Raises KgError where pySHACL is not installed and
    KnowledgeError for shapes that are no Turtle.
    """
    shapes, classes = _shapes(list(folders))
    articles = sources(store)
    names = {iri: node.label for iri, node in nodes(store).items()}
    found: dict[tuple[str, str, str, str], Violation] = {}
    runs = [quad.subject for quad in store.quads_for_pattern(None, TYPE, _ACTIVITY, DefaultGraph())]
    run = [quad for node in runs for quad in store.quads_for_pattern(node, None, None, DefaultGraph())]
    for iri in sorted({*articles, *_graphs(store)}):
        progress(iri)
        quads = [*store.quads_for_pattern(None, None, None, NamedNode(iri)), *run]
        for violation in (
            *_violations(quads, shapes, classes, names, articles.get(iri)),
            *_without_evidence(quads, names, articles.get(iri)),
        ):
            found.setdefault(_identity(violation), violation)
    merged = [quad for quad in store.quads_for_pattern(None, None, None, DefaultGraph()) if _is_merged(quad)]
    for violation in _violations(merged, shapes, classes, names, None):
        found.setdefault(_identity(violation), violation)
    return sorted(found.values(), key=lambda v: (not v.severe, v.article.iri if v.article else "", _identity(v)))


def _shapes(folders: list[Traversable]) -> tuple[Graph, Graph]:
    """The shapes of the folders, and the classes of their ontologies with the classes above them."""
    from rdflib import RDFS, Graph

    shapes, classes = Graph(), Graph()
    for folder in folders:
        for name, graph in (("shapes.ttl", shapes), ("kg.ttl", classes)):
            file = folder / name
            if file.is_file():
                try:
                    graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
                except Exception as error:  # rdflib raises many kinds
                    raise KnowledgeError(
                        f"{name} 不是合法的 Turtle（is no Turtle）: {error}", hint=str(file)
                    ) from error
    above = Graph()
    for triple in classes.triples((None, RDFS.subClassOf, None)):
        above.add(triple)
    return shapes, above


def _violations(
    quads: Iterable[Quad], shapes: Graph, classes: Graph, names: dict[str, str], article: Source | None
) -> Iterator[Violation]:
    from rdflib import RDF, Namespace

    try:
        from pyshacl import validate
    except ImportError:
        raise KgError(
            "没有安装 pySHACL（pySHACL is not installed）", hint="安装（install it）: pip install 'baotu[check]'"
        ) from None
    sh = Namespace(_SH)
    _, report, _ = validate(_rdflib(quads, classes), shacl_graph=shapes, inplace=True)
    for result in report.subjects(RDF.type, sh.ValidationResult):

        def told(predicate: str, result: object = result) -> str:
            return str(report.value(result, sh[predicate]) or "")

        focus = told("focusNode")
        yield Violation(
            severe=told("resultSeverity") == _SH + "Violation",
            focus=focus,
            name=names.get(focus, ""),
            path=told("resultPath"),
            value=told("value"),
            constraint=told("sourceConstraintComponent").removeprefix(_SH).removesuffix("ConstraintComponent"),
            message=told("resultMessage"),
            article=article,
        )


def _without_evidence(quads: Iterable[Quad], names: dict[str, str], article: Source | None) -> Iterator[Violation]:
    """The facts of an article that no statement of it bears out, which SHACL cannot ask for."""
    facts: set[tuple[object, ...]] = set()
    told: dict[object, dict[NamedNode, object]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate in _REIFYING:
            told[quad.subject][quad.predicate] = quad.object
        elif not is_evidence(quad) and quad.predicate not in NAMING:
            facts.add((quad.subject, quad.predicate, quad.object))
    facts -= {tuple(parts.get(part) for part in _REIFYING) for parts in told.values()}
    for subject, predicate, term in sorted(facts, key=str):
        focus, path, value = str(value_of(subject)), str(value_of(predicate)), value_of(term)
        yield Violation(
            severe=True,
            focus=focus,
            name=names.get(focus, ""),
            path=path,
            value=value if isinstance(value, str) else value.text,
            constraint="Evidence",
            message="每条事实须有依据 every fact has evidence",
            article=article,
        )


def _rdflib(quads: Iterable[Quad], classes: Graph) -> Graph:
    """The triples of the quads and of ``classes`` as a graph of rdflib, without a detour over a file."""
    from rdflib import Graph, Literal, URIRef

    graph = Graph()
    for triple in classes:
        graph.add(triple)
    for quad in quads:
        subject, term = URIRef(str(quad.subject)[1:-1]), quad.object
        if isinstance(term, NamedNode):
            graph.add((subject, URIRef(quad.predicate.value), URIRef(term.value)))
        elif term.language:  # type: ignore[union-attr]
            graph.add((subject, URIRef(quad.predicate.value), Literal(term.value, lang=term.language)))  # type: ignore[union-attr]
        else:
            datatype = URIRef(term.datatype.value)  # type: ignore[union-attr]
            graph.add((subject, URIRef(quad.predicate.value), Literal(term.value, datatype=datatype)))  # type: ignore[union-attr]
    return graph


def _graphs(store: Store) -> Iterator[str]:
    for graph in store.named_graphs():
        if isinstance(graph, NamedNode):
            yield graph.value


def _is_merged(quad: Quad) -> bool:
    """Facts and pages, which are the same in whatever article they are told of; evidence is an article's own."""
    return not is_evidence(quad) or (isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_PAGE))


def _identity(violation: Violation) -> tuple[str, str, str, str]:
    return violation.focus, violation.path, violation.constraint, short(violation.value)
