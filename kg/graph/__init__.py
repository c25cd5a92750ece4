"""Facts into statements with evidence, statements into quads, quads into a store that can be questioned."""

from pyoxigraph import Quad, Store

from kg.graph.parts import ArticleGraph, Evidence, Node, Statement, Value, is_relation
from kg.graph.quads import Run, archive_quads, article_quads, is_evidence, run_quads
from kg.graph.statements import document_graphs
from kg.graph.store import add_lines, dump, fill, load, open_graph

__all__ = [
    "ArticleGraph",
    "Evidence",
    "Node",
    "Quad",
    "Run",
    "Statement",
    "Store",
    "Value",
    "add_lines",
    "archive_quads",
    "article_quads",
    "document_graphs",
    "dump",
    "fill",
    "is_evidence",
    "is_relation",
    "load",
    "open_graph",
    "run_quads",
]
