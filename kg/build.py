"""A whole archive: pages in, a built graph out, all of its files or none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kg.errors import InputError, KgError
from kg.export import write_graph
from kg.graph import Run
from kg.knowledge import Knowledge
from kg.knowledge.ontology import load_ontology
from kg.model import Document, Page
from kg.pipeline import build_reader


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the counts of report.json, and the seconds it took."""

    counts: dict[str, Any]
    seconds: float


def build_graph(
    pages: Iterable[Page],
    directory: Path,
    *,
    knowledge: Knowledge,
    problems: list[KgError],
    progress: Callable[[Page], None] = lambda page: None,
) -> Built:
    """Reads the pages and writes their graph into ``directory``.

    A page without an article joins ``problems`` and the others go on. Raises InputError when no page is left, and
    OSError when the directory cannot be written; then the files of an earlier build stay as they were.
    """
    begun = time.perf_counter()
    read = build_reader(knowledge)
    ready = time.perf_counter()
    documents: list[Document] = []
    for page in pages:
        try:
            documents.append(read(page))
        except InputError as error:
            problems.append(error)
        progress(page)
    if not documents:
        raise InputError(
            "没有可读的版面，图谱未改动（no page could be read; the graph stays as it was）",
            hint="给出 .txt 或 .jsonl 文件，或有这些文件的目录（give .txt or .jsonl files, or a directory of them）",
        )
    done = time.perf_counter()
    counts = write_graph(
        documents,
        directory,
        ontology=load_ontology(knowledge.folders),
        run=Run(version=_version(), rules=knowledge.digest),
        problems=[str(problem) for problem in problems],
        timings={"knowledge": ready - begun, "read": done - ready},
    )
    return Built(counts, time.perf_counter() - begun)


def summary(built: Built, directory: Path) -> str:
    """What was found and where to look, for people."""
    counts = built.counts
    entities = "，".join(f"{kind} {number}" for kind, number in counts["entities"].items())
    relations = "，".join(f"{name} {number}" for name, number in counts["relations"].items())
    return "\n".join(
        (
            f"版面 pages {counts['pages']}，文章 articles {counts['articles']}，用时 seconds {built.seconds:.1f}",
            f"实体 entities {sum(counts['entities'].values())}：{entities}",
            f"关系 relations {sum(counts['relations'].values())}：{relations}",
            f"图谱 graph      {directory / 'graph.ttl'}（看 view: {directory / 'graph.html'}）",
            f"出处 evidence   {directory / 'graph.trig'}，报告 report: {directory / 'report.json'}",
            f"提问 ask        kg query unions_programmes -g {directory}",
        )
    )


def _version() -> str:
    try:
        return version("baotu")
    except PackageNotFoundError:
        return "0"
