"""A thing as RDF: what is said of it, the names of its neighbours, and the evidence of every statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from kg.export.rdf import trig, turtle
from kg.graph.iris import DATA, PREFIXES
from kg.graph.quads import LABEL, TYPE, in_order
from kg.graph.readback import statements
from kg.serve.formats import GRAPHS

_OA, _RDF = PREFIXES["oa"], PREFIXES["rdf"]
_SUBJECT, _OBJECT = NamedNode(_RDF + "subject"), NamedNode(_RDF + "object")


def rdf(store: Store, iri: str, media: str) -> bytes:
    """The thing in a format of ``GRAPHS``: TriG and N-Quads with evidence by article, the others the facts alone."""
    form = GRAPHS[media]
    if form in (RdfFormat.TRIG, RdfFormat.N_QUADS):
        quads = in_order(set(with_evidence(store, iri)))
        if form == RdfFormat.TRIG:
            return trig(quads).encode()
        return serialize(quads, format=form) or b""
    told = in_order(set(facts(store, iri)))
    if form == RdfFormat.TURTLE:
        return turtle(told).encode()
    triples = [Triple(quad.subject, quad.predicate, quad.object) for quad in told]
    return serialize(triples, format=form, prefixes=PREFIXES) or b""


def facts(store: Store, iri: str) -> Iterator[Quad]:
    """All triples that the thing is an end of, and types and names of the other ends."""
    node = NamedNode(iri)
    ends: set[NamedNode] = set()
    for quad in _around(store, node):
        yield quad
        ends |= {end for end in (quad.subject, quad.object) if isinstance(end, NamedNode)}
    for end in ends - {node}:
        yield from _naming(store, end)


def with_evidence(store: Store, iri: str) -> Iterator[Quad]:
    """The statements about the thing in the graphs of their articles, with quotes, offsets and rules."""
    node = NamedNode(iri)
    for quad in store.quads_for_pattern(node, None, None):
        if not isinstance(quad.graph_name, DefaultGraph):
            yield quad
    spans: set[tuple[NamedNode, NamedNode]] = set()
    for said in statements(store, about=iri):
        graph, id_ = NamedNode(said.graph), NamedNode(said.id)
        for quad in store.quads_for_pattern(id_, None, None, graph):
            yield quad
            if quad.predicate.value.endswith("wasDerivedFrom") and isinstance(quad.object, NamedNode):
                spans.add((quad.object, graph))
        object_ = said.o if isinstance(said.o, str) else ""
        for end in filter(None, (said.s, object_, said.evidence.time)):
            for predicate in (TYPE, LABEL):
                yield from store.quads_for_pattern(NamedNode(end), predicate, None, graph)
        if object_:  # a text is only said of the thing itself, which is told whole above
            yield Quad(NamedNode(said.s), NamedNode(said.p), NamedNode(object_), graph)
    for span, graph in spans:
        yield from _whole(store, span, graph)


def known(store: Store, iri: str) -> bool:
    """Does the graph say anything of the IRI? What is no IRI is not known either."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    return next(iter(store.quads_for_pattern(node, None, None)), None) is not None


def table(store: Store, iri: str) -> tuple[list[tuple[str, str, bool]], list[tuple[str, str]]]:
    """What is said of the IRI as (property, value, is it an IRI), and by what it is said (property, subject)."""
    node = NamedNode(iri)
    out = sorted(
        {
            (quad.predicate.value, getattr(quad.object, "value", str(quad.object)), isinstance(quad.object, NamedNode))
            for quad in store.quads_for_pattern(node, None, None)
        }
    )
    into = sorted(
        {
            (quad.predicate.value, quad.subject.value)
            for quad in store.quads_for_pattern(None, None, node)
            if isinstance(quad.subject, NamedNode)
        }
    )
    return out, into


def _around(store: Store, node: NamedNode) -> Iterable[Quad]:
    yield from store.quads_for_pattern(node, None, None, DefaultGraph())
    for quad in store.quads_for_pattern(None, None, node, DefaultGraph()):
        if quad.predicate not in (_SUBJECT, _OBJECT):
            yield quad


def _naming(store: Store, end: NamedNode) -> Iterator[Quad]:
    if end.value.startswith(DATA):
        for predicate in (TYPE, LABEL):
            yield from store.quads_for_pattern(end, predicate, None, DefaultGraph())


def _whole(store: Store, span: NamedNode, graph: NamedNode) -> Iterator[Quad]:
    """A span with its source and selectors."""
    for quad in store.quads_for_pattern(span, None, None, graph):
        yield quad
        if quad.predicate.value == _OA + "hasSelector" and isinstance(quad.object, NamedNode):
            yield from store.quads_for_pattern(quad.object, None, None, graph)
