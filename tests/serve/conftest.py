"""The site as its readers have it: a process of its own, real HTTP, a real browser that sees nothing but it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from graph.invented import documents, hostile

from kg.archive import dump_document
from kg.build import build_graph
from kg.export import write_graph
from kg.graph import Run
from kg.knowledge import Knowledge, builtin
from kg.knowledge.ontology import load_ontology
from kg.read import read_paths

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def running(graph: Path, *options: str) -> Iterator[str]:
    """``kg serve`` over the graph; gives its address."""
    command = [sys.executable, "-m", "kg", "serve", "-g", str(graph), "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "no_proxy": "*"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, text=True, encoding="utf-8") as process:  # noqa: S603
        try:
            told = process.stderr.readline()  # type: ignore[union-attr]
            found = re.search(r"http://\S+:\d+", told)
            assert found, told + process.stderr.read()  # type: ignore[union-attr]
            yield found[0]
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Path:
    """The graph of articles/."""
    graph = tmp_path_factory.mktemp("built") / "graph"

    def on_error(error: Exception) -> None:
        raise error

    pages = read_paths([ROOT / "articles"], on_error=on_error)
    build_graph(pages, graph, knowledge=knowledge, problems=[], on_error=on_error)
    return graph


@pytest.fixture(scope="session")
def hostile_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented articles, one of them made of whatever breaks pages."""
    graph = tmp_path_factory.mktemp("hostile") / "graph"
    read = [*documents(), hostile()]
    pages = {document.page.name: dump_document(document, "") for document in documents()}
    run = Run(version="test", rules="rules")
    write_graph(read, graph, ontology=load_ontology([builtin()]), run=run, pages=pages)
    return graph


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    with running(built) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(hostile_graph: Path) -> Iterator[str]:
    with running(hostile_graph) as address:
        yield address


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def things(site: str, http: httpx.Client) -> Callable[[str], list[dict[str, Any]]]:
    """The things of a type, as the API tells them."""
    return lambda kind: json.loads(http.get(f"{site}/api/graph", params={"type": kind, "most": "3000"}).text)["nodes"]


@contextmanager
def opened(chromium: Any, site: str, *, expected: tuple[str, ...] = (), **options: Any) -> Iterator[Any]:
    """A page that must not ask anybody but the site, and whose console must stay silent but for ``expected``."""
    context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: (troubles.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda sent: _local(sent.url, site) or troubles.append(f"asked {sent.url}"))
    yield page
    context.close()
    assert [trouble for trouble in troubles if not trouble.startswith(expected or "\0")] == []


def _local(url: str, site: str) -> bool:
    return url.startswith((site + "/", "data:", "blob:" + site))
