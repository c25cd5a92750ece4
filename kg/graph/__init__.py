"""Facts into statements with evidence, statements into quads, quads into a store that can be questioned."""

from pyoxigraph import Quad, Store

from kg.graph.parts import ArticleGraph, Evidence, Node, Statement, Value, is_relation
from kg.graph.quads import Run, archive_quads, article_quads, is_evidence
from kg.graph.statements import document_graphs
from kg.graph.store import dump, fill, open_graph

__all__ = [
    "ArticleGraph",
    "Evidence",
    "Node",
    "Quad",
    "Run",
    "Statement",
    "Store",
    "Value",
    "archive_quads",
    "article_quads",
    "document_graphs",
    "dump",
    "fill",
    "is_evidence",
    "is_relation",
    "open_graph",
]
