"""The network as files of programs that draw and measure networks."""

from __future__ import annotations

import json
from io import BytesIO

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kg.graph.fit import LABEL, fit

_COLOURS = {
    "Organization": "2f6bb0",
    "Programme": "c2402e",
    "Event": "7d55ad",
    "Person": "3a8357",
    "Place": "1f8b93",
    "Award": "d09a12",
    "Policy": "8a6a48",
    "Article": "8d8a82",
    "Post": "6d675c",
}
"""What a node of each type looks like in Gephi before its reader chooses."""


def graphml(network: nx.MultiDiGraph[str]) -> bytes:
    """GraphML, for igraph, Gephi, yEd, Cytoscape: every attribute typed, every edge with an id of its own.

    The id is the edge's and no attribute beside: igraph has room for one of the name only.
    """
    drawn = _bounded(network)
    named: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    named.add_nodes_from(drawn.nodes(data=True))
    for one, other, data in drawn.edges(data=True):
        named.add_edge(one, other, key=data.pop("id"), **data)
    file = BytesIO()
    nx.write_graphml_xml(named, file)
    return file.getvalue() + b"\n"


def gexf(network: nx.MultiDiGraph[str]) -> bytes:
    """GEXF for Gephi, with a timeline.

    A fact begins with its valid time, or with the day when it was first published; a node with the first of its
    facts. Nothing ends: what has been told stays in the picture.
    """
    drawn = _bounded(network)
    begins: dict[str, list[str]] = {iri: [data["first"]] for iri, data in drawn.nodes(data=True)}
    for one, other, data in drawn.edges(data=True):
        if start := data["begins"] or data["first"]:
            data["start"] = start
            begins[one].append(start)
            begins[other].append(start)
    for iri, data in drawn.nodes(data=True):
        if start := min(filter(None, begins[iri]), default=""):
            data["start"] = start
        red, green, blue = bytes.fromhex(_COLOURS.get(data["type"], "000000"))
        data["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": 4.0 + min(data["articles"], 50)}
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(drawn)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)  # the same bytes on every day
    file = BytesIO()
    writer.write(file)
    return file.getvalue() + b"\n"


def cytoscape(network: nx.MultiDiGraph[str]) -> bytes:
    """Cytoscape.js JSON, which Cytoscape opens too."""
    data = nx.cytoscape_data(_bounded(network), name="name", ident="id")
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _bounded(network: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy whose labels are short enough to be drawn, the whole name beside them."""
    drawn: nx.MultiDiGraph[str] = network.copy()
    for _, data in drawn.nodes(data=True):
        data |= {"name": data["label"], "label": fit(data["label"], LABEL)}
    return drawn
