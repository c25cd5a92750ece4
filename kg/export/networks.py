"""The network as files of programs that draw and measure networks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kg.graph.fit import LABEL, fit

_COLOURS = {
    "Organization": (44, 123, 182),
    "Person": (230, 126, 34),
    "Programme": (39, 174, 96),
    "Event": (142, 68, 173),
    "Place": (127, 140, 141),
    "Award": (212, 172, 13),
    "Policy": (192, 57, 43),
    "Post": (93, 109, 126),
    "Article": (189, 195, 199),
}
"""What a node of each type looks like in Gephi before its reader chooses."""


def graphml(network: nx.MultiDiGraph[str]) -> bytes:
    """GraphML, for igraph, Gephi, yEd, Cytoscape: every attribute typed, every edge with an id of its own."""
    file = BytesIO()
    nx.write_graphml_xml(_bounded(network), file, edge_id_from_attribute="id")
    return file.getvalue() + b"\n"


def gexf(network: nx.MultiDiGraph[str]) -> bytes:
    """GEXF for Gephi, with a timeline.

    A fact begins with its valid time, or with the day when it was first published; a node with the first of its
    facts. Nothing ends: what has been told stays in the picture.
    """
    drawn = _bounded(network)
    starts = {key: data["begins"] or data["first"] for *key, data in _edges(drawn)}
    for iri, data in drawn.nodes(data=True):
        mine = [
            starts[one, other, key]
            for one, other, key in (*drawn.in_edges(iri, keys=True), *drawn.out_edges(iri, keys=True))
        ]
        if start := min(filter(None, [data["first"], *mine]), default=""):
            data["start"] = start
        red, green, blue = _COLOURS.get(data["type"], (0, 0, 0))
        data["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": 4.0 + min(data["articles"], 50)}
    for one, other, key, data in drawn.edges(keys=True, data=True):
        if start := starts[one, other, key]:
            data["start"] = start
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(drawn)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)  # the same bytes on every day
    file = BytesIO()
    writer.write(file)
    return file.getvalue() + b"\n"


def cytoscape(network: nx.MultiDiGraph[str]) -> bytes:
    """Cytoscape.js JSON, which Cytoscape opens too."""
    data = nx.cytoscape_data(_bounded(network), name="label", ident="id")
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
