"""What several tests share: the built-in knowledge, read once; one browser, since Playwright runs once at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from kg.knowledge import Knowledge, load
from kg.model import Document, Page
from kg.pipeline import Reader, build_reader

ARTICLES = Path(__file__).resolve().parents[1] / "articles"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)

# how long an example takes says how busy the machine is
settings.register_profile(
    "kg", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("kg")


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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is missing: the pages were not looked at in a browser")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()
