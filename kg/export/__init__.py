"""Graphs to files: Turtle and TriG, a page to look at, a report."""

from kg.export.files import staged, write_text
from kg.export.network import picture
from kg.export.page import graph_page
from kg.export.rdf import trig, turtle
from kg.export.report import counts, report, report_text
from kg.export.write import write_graph

__all__ = [
    "counts",
    "graph_page",
    "picture",
    "report",
    "report_text",
    "staged",
    "trig",
    "turtle",
    "write_graph",
    "write_text",
]
