from __future__ import annotations

from pathlib import Path

import pytest

from graph.invented import documents, hostile
from kg.graph import ArticleGraph, Quad, Run, Store, archive_quads, document_graphs, fill
from kg.identity import identify
from kg.knowledge import Knowledge, builtin
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


@pytest.fixture(scope="session")
def store(quads: list[Quad]) -> Store:
    """The invented archive, hostile page included."""
    return fill(quads)


@pytest.fixture(scope="session")
def built(quads: list[Quad], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a directory, as a build leaves it."""
    directory = tmp_path_factory.mktemp("built")
    fill(quads, directory / "store")
    return directory


@pytest.fixture(scope="session")
def articles(sample: list[Document], ontology: Ontology, knowledge: Knowledge) -> Store:
    """The graph of articles/ with its names resolved, as ``kg build articles`` leaves it."""
    identity = identify(sample, knowledge)
    graphs = [
        graph
        for document in sample
        for graph in document_graphs(document, ontology=ontology, identity=identity.iris, labels=identity.labels)
    ]
    return fill(archive_quads(graphs, run=Run(version="test", rules="rules")))
