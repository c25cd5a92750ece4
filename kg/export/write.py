"""A whole build into a directory: all of its files, or none."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources.abc import Traversable
from pathlib import Path
from shutil import copyfileobj, rmtree
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from kg.export.files import staged, write_text
from kg.export.network import SHOWN, picture
from kg.export.page import graph_page
from kg.export.rdf import Names, trig_graph, trig_head, turtle
from kg.export.report import counts, report, report_text
from kg.graph import (
    ArticleGraph,
    Quad,
    Run,
    add_lines,
    article_quads,
    document_graphs,
    is_evidence,
    load,
    run_quads,
)
from kg.graph.store import STORE, TRIG
from kg.knowledge.carried import CARRIED, carry
from kg.knowledge.ontology import Ontology
from kg.model import Document

TURTLE, PAGE, REPORT = "graph.ttl", "graph.html", "report.json"
MERGES, PAGES, KNOWLEDGE = "merges.json", "pages", "knowledge.json"


class Resolved(Protocol):
    """What the resolution across articles gives: IRIs by page name and entity id, labels by IRI, merges as data."""

    @property
    def iris(self) -> Mapping[tuple[str, str], str]: ...
    @property
    def labels(self) -> Mapping[str, str]: ...
    def merges(self) -> dict[str, Any]: ...


def write_graph(
    documents: Iterable[Document],
    directory: Path,
    *,
    ontology: Ontology,
    run: Run,
    identity: Resolved | None = None,
    pages: Mapping[str, str] | None = None,
    knowledge: str = "",
    own: Sequence[Traversable] = (),
    title: str = "报图",
    problems: Sequence[str] = (),
    left_out: Mapping[str, Any] | None = None,
    timings: Mapping[str, float] | None = None,
    store: bool = True,
    shown: int = SHOWN,
) -> dict[str, Any]:
    """Writes graph.ttl, graph.trig, graph.html, report.json and store/, and returns the counts of the report.

    ``timings`` (seconds of the rooms before this one) go to report.json together with those of the writing;
    without them the report holds no times, and every file but those of ``store/`` is the same for the same
    documents in any order. ``identity`` is the resolution across articles, ``pages`` the files of pages/ by name,
    ``knowledge`` the file beside them, ``own`` the user's folders, which the graph carries, ``left_out`` tells of the facts below the floor of confidence. The store is
    filled while the other files are written. ``shown`` is how many nodes graph.html draws at first. Raises
    GraphError for documents that contradict themselves, OSError when the directory cannot be written; then nothing
    in it has changed.
    """
    clock: dict[str, float] = {}
    begun = time.perf_counter()

    def lap(room: str) -> None:
        clock[room] = time.perf_counter() - begun - sum(clock.values())

    read = sorted(documents, key=lambda document: document.page.name)
    graphs = _graphs(read, ontology, identity)
    lap("graph")
    with staged(directory) as stage, ThreadPoolExecutor(1) as beside, TemporaryDirectory() as scratch:
        lines = Path(scratch) / "lines.nq"
        facts = _write_trig(graphs, run, stage / TRIG, lines)
        loading = beside.submit(load, lines, stage / STORE) if store else None
        write_text(stage / TURTLE, turtle(facts))
        lap("rdf")
        drawn = picture(graphs, ontology=ontology, shown=shown)
        write_text(stage / PAGE, graph_page(drawn, ontology=ontology, title=title))
        lap("page")
        if identity:
            write_text(stage / MERGES, json.dumps(identity.merges(), ensure_ascii=False, indent=1) + "\n")
        if knowledge:
            write_text(stage / KNOWLEDGE, knowledge)
        carry(own, stage)
        if pages:
            (stage / PAGES).mkdir()
            for name, text in pages.items():
                write_text(stage / PAGES / f"{name}.json", text)
        counted = counts(read, graphs, ontology=ontology)
        if loading:
            loading.result()
            lap("store")
        times = None if timings is None else {**timings, **clock}
        write_text(
            stage / REPORT, report_text(report(read, counted, problems=problems, left_out=left_out, timings=times))
        )
    if not own:
        rmtree(directory / CARRIED, ignore_errors=True)  # of an earlier build
    return counted


def _graphs(documents: Iterable[Document], ontology: Ontology, identity: Resolved | None) -> list[ArticleGraph]:
    """The graphs of all articles in the order of their IRIs."""
    iris, labels = (identity.iris, identity.labels) if identity else (None, None)
    found = (
        graph
        for document in documents
        for graph in document_graphs(document, ontology=ontology, identity=iris, labels=labels)
    )
    return sorted(found, key=lambda graph: graph.iri)


def _write_trig(graphs: Iterable[ArticleGraph], run: Run, file: Path, lines: Path) -> set[Quad]:
    """Writes graph.trig and the lines of the store, an article at a time; gives the quads that are no evidence."""
    names = Names()
    facts: set[Quad] = set()
    body = lines.with_name("body.trig")
    with body.open("w", encoding="utf-8", newline="\n") as text, lines.open("wb") as store:
        runs = set(run_quads(run))
        text.write(trig_graph(runs, "", names))
        add_lines(runs, "", store)
        for graph in graphs:
            quads = set(article_quads(graph, run=run))
            text.write(trig_graph(quads, graph.iri, names))
            add_lines(quads, graph.iri, store)
            facts.update(quad for quad in quads if not is_evidence(quad))
    with file.open("wb") as whole, body.open("rb") as rest:
        whole.write(trig_head(names).encode())
        copyfileobj(rest, whole)
    return facts
