"""What several tests share: the built-in knowledge, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.knowledge import Knowledge, load
from kg.model import Document, Page
from kg.pipeline import Reader, build_reader

ARTICLES = Path(__file__).resolve().parents[1] / "articles"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Reader:
    return build_reader(knowledge)


@pytest.fixture(scope="session")
def sample(read: Reader) -> list[Document]:
    """The facts of articles/."""
    pages = []
    for file in sorted(ARTICLES.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        pages.append(Page(uri=file.name, name=file.stem, sha256="", text=text, published=file.stem[:10]))
    return [read(page) for page in pages]
