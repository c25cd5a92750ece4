from __future__ import annotations

import pytest
from graph.invented import documents, hostile

from kg.graph import ArticleGraph, Quad, Run, Store, archive_quads, document_graphs, fill
from kg.knowledge import builtin
from kg.knowledge.ontology import Ontology, load_ontology
from kg.model import Document

RUN = Run(version="test", rules="rules")


@pytest.fixture(scope="session")
def run() -> Run:
    return RUN


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology([builtin()])


@pytest.fixture(scope="session")
def honest() -> list[Document]:
    return documents()


@pytest.fixture(scope="session")
def archive() -> list[Document]:
    return [*documents(), hostile()]


@pytest.fixture(scope="session")
def graphs(archive: list[Document], ontology: Ontology) -> list[ArticleGraph]:
    return [graph for document in archive for graph in document_graphs(document, ontology=ontology)]


@pytest.fixture(scope="session")
def quads(graphs: list[ArticleGraph]) -> list[Quad]:
    return archive_quads(graphs, run=RUN)


@pytest.fixture(scope="session")
def store(quads: list[Quad]) -> Store:
    """The invented archive, hostile page included."""
    return fill(quads)


@pytest.fixture(scope="session")
def articles(sample: list[Document], ontology: Ontology) -> Store:
    """The graph of a fourth of articles/, since some readers take as long over a page as kg over all of them."""
    graphs = [graph for document in sample[::4] for graph in document_graphs(document, ontology=ontology)]
    return fill(archive_quads(graphs, run=RUN))
