"""Quads as files of the RDF family, the same bytes for the same quads in any order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.graph import is_evidence
from kg.graph.iris import PREFIXES, short
from kg.graph.quads import in_order

_RDF, _XSD = PREFIXES["rdf"], PREFIXES["xsd"]
_STRING, _INTEGER = _XSD + "string", _XSD + "integer"
_TYPE = _RDF + "type"
_PARTS = ("subject", "predicate", "object")
_REIFIES = NamedNode(_RDF + "reifies")


def nquads(quads: Iterable[Quad]) -> bytes:
    """N-Quads, a quad a line."""
    return serialize(in_order(quads), format=RdfFormat.N_QUADS) or b""


def rdfxml(quads: Iterable[Quad]) -> bytes:
    """The merged triples of all graphs as RDF/XML, which knows no graphs."""
    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    ordered = sorted(triples, key=str)
    names = {short(triple.predicate.value).partition(":")[0] for triple in ordered}
    prefixes = {name: iri for name, iri in PREFIXES.items() if name in names}
    return serialize(ordered, format=RdfFormat.RDF_XML, prefixes=prefixes) or b""


def rdf12(quads: Iterable[Quad]) -> bytes:
    """TriG of RDF 1.2: a statement node reifies its triple as a triple term, everything else is as in RDF 1.1."""
    ordered = in_order(_reified(quads))
    prefixes = {name: PREFIXES[name] for name in ("kg", "oa", "prov", "rdf", "rdfs", "schema", "skos", "xsd", "org")}
    return serialize(ordered, format=RdfFormat.TRIG, prefixes=prefixes) or b""


def jsonld(quads: Iterable[Quad]) -> bytes:
    """JSON-LD with a context of the prefixes and properties used: a graph an article, the run outside of them."""
    ordered = in_order(quads)
    links = {quad.predicate.value for quad in ordered if isinstance(quad.object, NamedNode)}
    links -= {quad.predicate.value for quad in ordered if isinstance(quad.object, Literal)} | {_TYPE}
    used: set[str] = set()
    graphs: list[Any] = []
    for name, members in groupby(ordered, key=lambda quad: quad.graph_name):
        nodes = list(_nodes(members, links, used))
        if isinstance(name, DefaultGraph):
            graphs += nodes
        else:
            graphs.append({"@id": _named(str(name)[1:-1], used), "@graph": nodes})
    terms = {_named(iri, used): {"@type": "@id"} for iri in sorted(links)}
    context = {name: PREFIXES[name] for name in PREFIXES if name in used} | terms
    return (json.dumps({"@context": context, "@graph": graphs}, ensure_ascii=False, indent=1) + "\n").encode()


def merged(quads: Iterable[Quad], *, evidence: bool) -> list[Quad]:
    """The quads for a format without graphs: all, or only the facts."""
    return [quad for quad in quads if evidence or not is_evidence(quad)]


def _nodes(quads: Iterable[Quad], links: set[str], used: set[str]) -> Iterator[dict[str, Any]]:
    """The subjects of one graph with what is said of them."""
    for subject, of_subject in groupby(quads, key=lambda quad: quad.subject):
        node: dict[str, Any] = {"@id": _named(str(subject)[1:-1], used)}
        for predicate, of_predicate in groupby(of_subject, key=lambda quad: quad.predicate.value):
            values = [_value(quad.object, used, bare=predicate in links or predicate == _TYPE) for quad in of_predicate]
            name = "@type" if predicate == _TYPE else _named(predicate, used)
            node[name] = values[0] if len(values) == 1 else values
        yield node


def _value(term: object, used: set[str], *, bare: bool) -> Any:
    if isinstance(term, NamedNode):
        name = _named(term.value, used)
        return name if bare else {"@id": name}
    assert isinstance(term, Literal)  # noqa: S101 a built graph has no blank nodes and no triple terms
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    if datatype == _STRING:
        return term.value
    if datatype == _INTEGER and term.value.isdecimal() and str(int(term.value)) == term.value and len(term.value) < 16:
        return int(term.value)
    return {"@value": term.value, "@type": _named(datatype, used)}


def _named(iri: str, used: set[str]) -> str:
    """The IRI behind a prefix, which joins those that the context has to declare."""
    name = short(iri)
    if name != iri:
        used.add(name.partition(":")[0])
    return name


def _reified(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads with ``rdf:reifies`` in the place of ``rdf:subject``, ``rdf:predicate`` and ``rdf:object``."""
    parts: dict[tuple[str, str], dict[str, Any]] = {}
    for quad in quads:
        name = quad.predicate.value.removeprefix(_RDF)
        if quad.predicate.value == _TYPE and str(quad.object) == f"<{_RDF}Statement>":
            continue
        if quad.predicate.value.startswith(_RDF) and name in _PARTS:
            told = parts.setdefault((str(quad.graph_name), str(quad.subject)), {})
            told |= {name: quad.object, "node": quad.subject, "graph": quad.graph_name}
        else:
            yield quad
    for told in parts.values():
        triple = Triple(*(told[name] for name in _PARTS))
        yield Quad(told["node"], _REIFIES, triple, told["graph"])
