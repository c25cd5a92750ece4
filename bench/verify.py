"""Is a built graph sound, and is each of its RDF exports the same graph to pyoxigraph and to rdflib? See README.md."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
import rdflib
from pyoxigraph import RdfFormat

from kg.export.formats import RDF, Part, exported
from kg.graph import is_evidence
from kg.graph.check import check
from kg.graph.iris import PREFIXES
from kg.graph.query import ask
from kg.graph.select import Selection
from kg.graph.store import open_graph, said
from kg.knowledge import builtin
from kg.knowledge.ontology import load_ontology

Terms = tuple[str, ...]

READ_AS = {
    "turtle": (RdfFormat.TURTLE, "turtle"),
    "rdfxml": (RdfFormat.RDF_XML, "xml"),
    "nquads": (RdfFormat.N_QUADS, "nquads"),
    "trig": (RdfFormat.TRIG, "trig"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
    "rdf12": (RdfFormat.TRIG, ""),  # rdflib cannot read RDF 1.2
}

UNSAID = """SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o
    FILTER(?p NOT IN (rdf:type, rdfs:label, skos:altLabel, skos:notation))
    FILTER(!REGEX(STR(?s), "/id/(statement|span|page|run)/"))
    FILTER NOT EXISTS { ?said rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o } } }"""
UNFOUNDED = """SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?said a rdf:Statement
    FILTER NOT EXISTS { ?said prov:wasDerivedFrom ?from ; kg:rule ?rule ; prov:wasGeneratedBy ?run } } }"""


def main() -> None:
    """Prints the figures; ends with 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path, nargs="?", default=Path("output"))
    parser.add_argument("--formats", nargs="*", default=list(RDF), choices=list(RDF), help="RDF exports to read")
    parser.add_argument("--no-check", action="store_true", help="without SHACL")
    options = parser.parse_args()
    wrong = 0
    store = open_graph(options.graph)
    quads = list(said(store))
    count = ask(store, "SELECT (COUNT(?s) AS ?n) { ?s a rdf:Statement }").rows[0][0]
    print(f"{count.value if count else 0} statements, {len(quads)} quads")
    for words, query in (("facts without a statement", UNSAID), ("statements without evidence", UNFOUNDED)):
        cell = ask(store, query).rows[0][0]
        wrong += int(cell.value) if cell else 1
        print(f"{words}: {cell.value if cell else '?'}")
    if not options.no_check:
        begun = time.process_time()
        found = check(store, [builtin()])
        severe = sum(violation.severe for violation in found)
        wrong += severe
        print(f"kg check: {severe} violations, {len(found) - severe} warnings, {time.process_time() - begun:.0f} s")
    part = Part(store, Selection(), load_ontology([builtin()]), {})
    for form in options.formats:
        wrong += _read_back(part, form, quads)
    sys.exit(bool(wrong))


def _read_back(part: Part, form: str, quads: list[pyoxigraph.Quad]) -> bool:
    """Reads the export with both libraries and tells whether each found the graph as it is."""
    data = exported(part, form)
    if not isinstance(data, bytes):
        raise TypeError(f"{form} is no single file")
    mine, theirs = READ_AS[form]
    merged = form in ("turtle", "rdfxml")
    wanted = {_terms(quad, merged) for quad in quads if not (merged and is_evidence(quad))}
    begun = time.process_time()
    told = f"{form:8}{len(data) / 1e6:8.1f} MB"
    read = [said for quad in pyoxigraph.parse(data, format=mine) for said in _reified(quad)]
    right = {_terms(quad, merged) for quad in read} == wanted
    told += f"  pyoxigraph {len(read)} {'the same' if right else 'NOT the same'}, {time.process_time() - begun:.0f} s"
    if theirs:
        begun = time.process_time()
        same = set(_in_rdflib(data, theirs, merged)) == wanted
        right = right and same
        told += f"  rdflib {'the same' if same else 'NOT the same'}, {time.process_time() - begun:.0f} s"
    print(told, flush=True)
    return not right


def _reified(quad: pyoxigraph.Quad) -> Iterator[pyoxigraph.Quad]:
    """The quad itself; for the triple term of a statement in RDF 1.2 what RDF 1.1 says in its place."""
    triple = quad.object
    if not isinstance(triple, pyoxigraph.Triple):
        yield quad
        return
    rdf = PREFIXES["rdf"]
    parts = {"type": pyoxigraph.NamedNode(rdf + "Statement"), "subject": triple.subject}
    for name, term in (parts | {"predicate": triple.predicate, "object": triple.object}).items():
        yield pyoxigraph.Quad(quad.subject, pyoxigraph.NamedNode(rdf + name), term, quad.graph_name)


def _terms(quad: pyoxigraph.Quad, merged: bool) -> Terms:
    graph = () if merged else (str(quad.graph_name).strip("<>"),)
    return (quad.subject.value, quad.predicate.value, *_object(quad.object), *graph)  # type: ignore[union-attr]


def _object(term: object) -> Iterable[str]:
    if isinstance(term, pyoxigraph.Literal):
        return term.value, (term.language or "").lower(), "" if term.language else term.datatype.value
    return (str(term).strip("<>"),)


def _in_rdflib(data: bytes, form: str, merged: bool) -> Iterator[Terms]:
    dataset = rdflib.Dataset()
    dataset.parse(data=data.decode(), format=form)
    for s, p, o, graph in dataset.quads((None, None, None, None)):
        name = () if merged else ("DEFAULT" if graph in (None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID) else str(graph),)
        if isinstance(o, rdflib.Literal):
            datatype = "" if o.language else str(o.datatype or rdflib.XSD.string)
            yield (str(s), str(p), str(o), (o.language or "").lower(), datatype, *name)
        else:
            yield (str(s), str(p), str(o), *name)


if __name__ == "__main__":
    main()
