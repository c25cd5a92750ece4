"""``kg export``: a built graph, or a part of it, as a file or a folder of files that another program opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, Store

from kg.errors import CallError
from kg.export.files import staged, write_bytes
from kg.export.linked import jsonld, merged, nquads, rdf12, rdfxml
from kg.export.neo4j import neo4j_files
from kg.export.networks import cytoscape, gexf, graphml
from kg.export.rdf import trig, turtle
from kg.export.spreadsheets import csv_files, parquet_files
from kg.export.tables import tables
from kg.graph.network import network
from kg.graph.readback import nodes, sources, statements
from kg.graph.select import Selection, selected, selected_quads
from kg.graph.store import said
from kg.knowledge.ontology import Ontology

Files = Mapping[str, bytes]
"""The files of a folder by their names."""


@dataclass(frozen=True, slots=True)
class Part:
    """What to export: the graph, what to keep of it, and what is known of its terms and places."""

    store: Store
    selection: Selection
    ontology: Ontology
    coordinates: Mapping[str, tuple[float, float]]


RDF: dict[str, Callable[[list[Quad]], bytes]] = {
    "turtle": lambda quads: turtle(quads).encode(),
    "trig": lambda quads: trig(quads).encode(),
    "nquads": nquads,
    "jsonld": jsonld,
    "rdfxml": lambda quads: rdfxml(merged(quads, evidence=False)),
    "rdf12": rdf12,
}
"""Formats of RDF; turtle and rdfxml hold the merged facts, the others the articles' graphs with their evidence."""

NETWORKS = {"graphml": graphml, "gexf": gexf, "cytoscape": cytoscape}
"""Formats of one file that hold the network."""

FOLDERS = ("neo4j", "csv", "parquet")
"""Formats of several files."""

FORMATS = (*RDF, *NETWORKS, *FOLDERS)
"""All of them."""


def exported(part: Part, form: str) -> bytes | Files:
    """The bytes of a file, or the files of a folder, the same for the same graph.

    Raises CallError for a format that is none of ``FORMATS``, KgError for one that lacks its library.
    """
    if form in RDF:
        return RDF[form](_quads(part))
    if form not in FORMATS:
        raise CallError(f"没有 {form} 这种格式（no such format）", hint=f"可写（allowed）: {'、'.join(FORMATS)}")
    known, cited = nodes(part.store), sources(part.store)
    kept = selected(statements(part.store), part.selection, nodes=known, sources=cited)
    drawn = network(kept, known, cited, ontology=part.ontology, coordinates=part.coordinates)
    if form in NETWORKS:
        return NETWORKS[form](drawn)
    if form == "neo4j":
        return neo4j_files(drawn)
    return {"csv": csv_files, "parquet": parquet_files}[form](tables(drawn, kept, known, cited))


def write_export(content: bytes | Files, target: Path) -> None:
    """Writes a file or a folder at ``target``, whole or not at all; other files of the folder stay."""
    if isinstance(content, bytes):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(target, content)
        return
    with staged(target) as stage:
        for name, data in content.items():
            write_bytes(stage / name, data)


def _quads(part: Part) -> list[Quad]:
    if part.selection.everything:
        return list(said(part.store))
    kept = selected(statements(part.store), part.selection, nodes=nodes(part.store), sources=sources(part.store))
    return list(selected_quads(part.store, kept))
