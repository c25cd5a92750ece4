"""A whole build into a directory: all of its files, or none."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from kg.export.files import staged, write_text
from kg.export.network import SHOWN, picture
from kg.export.page import graph_page
from kg.export.rdf import trig, turtle
from kg.export.report import counts, report, report_text
from kg.graph import Run, archive_quads, document_graphs, fill
from kg.graph.store import STORE, TRIG
from kg.knowledge.ontology import Ontology
from kg.model import Document

TURTLE, PAGE, REPORT, MERGES, PAGES = "graph.ttl", "graph.html", "report.json", "merges.json", "pages"


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
    title: str = "报图",
    problems: Sequence[str] = (),
    timings: Mapping[str, float] | None = None,
    store: bool = True,
    shown: int = SHOWN,
) -> dict[str, Any]:
    """Writes graph.ttl, graph.trig, graph.html, report.json and store/, and returns the counts of the report.

    ``timings`` (seconds of the rooms before this one) go to report.json together with those of the writing;
    without them the report holds no times, and every file but those of ``store/`` is the same for the same
    documents in any order. ``identity`` is the resolution across articles, ``pages`` the files of pages/ by name.
    ``shown`` is how many nodes graph.html draws at first. Raises GraphError for documents that
    contradict themselves, OSError when the directory cannot be written; then nothing in it has changed.
    """
    clock: dict[str, float] = {}
    begun = time.perf_counter()

    def lap(room: str) -> None:
        clock[room] = time.perf_counter() - begun - sum(clock.values())

    read = sorted(documents, key=lambda document: document.page.name)
    iris, labels = (identity.iris, identity.labels) if identity else (None, None)
    graphs = [
        graph
        for document in read
        for graph in document_graphs(document, ontology=ontology, identity=iris, labels=labels)
    ]
    quads = archive_quads(graphs, run=run)
    lap("graph")
    with staged(directory) as stage:
        write_text(stage / TURTLE, turtle(quads))
        write_text(stage / TRIG, trig(quads))
        lap("rdf")
        drawn = picture(graphs, ontology=ontology, shown=shown)
        write_text(stage / PAGE, graph_page(drawn, ontology=ontology, title=title))
        lap("page")
        if identity:
            write_text(stage / MERGES, json.dumps(identity.merges(), ensure_ascii=False, indent=1) + "\n")
        if pages:
            (stage / PAGES).mkdir()
            for name, text in pages.items():
                write_text(stage / PAGES / f"{name}.json", text)
        if store:
            fill(quads, stage / STORE)
            lap("store")
        counted = counts(read, graphs, ontology=ontology)
        times = None if timings is None else {**timings, **clock}
        write_text(stage / REPORT, report_text(report(read, counted, problems=problems, timings=times)))
    return counted
