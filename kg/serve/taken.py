"""A thing with what is said of it as a file for other programs: networks, spreadsheets, RDF 1.2."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kg.export.linked import rdf12
from kg.export.neo4j import neo4j_files
from kg.export.networks import cytoscape, gexf, graphml
from kg.export.spreadsheets import csv_files, parquet_files
from kg.export.tables import tables
from kg.graph.network import network
from kg.graph.readback import nodes, statements
from kg.serve.resource import with_evidence
from kg.serve.site import Site

ZIP = "application/zip"
TAKEN: Mapping[str, tuple[str, str]] = {
    "rdf12": ("application/trig", "rdf12.trig"),
    "graphml": ("application/graphml+xml", "graphml"),
    "gexf": ("application/gexf+xml", "gexf"),
    "cytoscape": ("application/json", "cyjs"),
    "csv": (ZIP, "csv.zip"),
    "parquet": (ZIP, "parquet.zip"),
    "neo4j": (ZIP, "neo4j.zip"),
}
"""Media type and ending of each format by its short name; formats of several files are zipped."""


def taken(site: Site, iri: str, form: str) -> bytes:
    """The statements about the thing in a format of ``TAKEN``, the same bytes for the same graph.

    Raises KgError for a format whose library is not installed.
    """
    if form == "rdf12":
        return rdf12(set(with_evidence(site.store, iri)))
    kept = statements(site.store, about=iri)
    ends = {iri, *(end for s in kept for end in (s.s, s.o, s.graph, s.page, s.evidence.time) if isinstance(end, str))}
    known = nodes(site.store, only=ends - {""})
    places = site.knowledge.gazetteer.by_code.values()
    coordinates = {p.code: (p.lon, p.lat) for p in places if p.lon is not None and p.lat is not None}
    drawn = network(kept, known, site.sources, ontology=site.ontology, coordinates=coordinates)
    if form in ("graphml", "gexf", "cytoscape"):
        return {"graphml": graphml, "gexf": gexf, "cytoscape": cytoscape}[form](drawn)
    if form == "neo4j":
        return zipped(neo4j_files(drawn))
    told = tables(drawn, kept, known, site.sources)
    return zipped(csv_files(told) if form == "csv" else parquet_files(told))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one archive, without the time at which it was made."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(ZipInfo(name), files[name], ZIP_DEFLATED)
    return packed.getvalue()
