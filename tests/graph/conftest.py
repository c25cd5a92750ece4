from __future__ import annotations

import pytest

from graph.invented import documents, hostile
from kg.graph import ArticleGraph, Quad, Run, archive_quads, document_graphs
from kg.knowledge import builtin
from kg.knowledge.ontology import Ontology, load_ontology
from kg.model import Document


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology([builtin()])


@pytest.fixture(scope="session")
def archive() -> list[Document]:
    return [*documents(), hostile()]


@pytest.fixture(scope="session")
def graphs(archive: list[Document], ontology: Ontology) -> list[ArticleGraph]:
    return [graph for document in archive for graph in document_graphs(document, ontology=ontology)]


@pytest.fixture(scope="session")
def quads(graphs: list[ArticleGraph]) -> list[Quad]:
    return archive_quads(graphs, run=Run(version="test", rules="rules"))
