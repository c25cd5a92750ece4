"""A whole archive: pages in, a built graph out, all of its files or none."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kg.archive import Kept, dump_kept, dump_knowledge, kept_page, kept_pages, reading
from kg.errors import GraphError, InputError, KgError
from kg.export import write_graph
from kg.export.claim import claimed
from kg.export.write import REPORT
from kg.graph import Run, open_graph
from kg.graph.query import ask
from kg.identity import identify
from kg.knowledge import Knowledge
from kg.knowledge.ontology import load_ontology
from kg.model import Document, Page
from kg.resolve.decisions import Decision
from kg.workers import read_pages


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the counts of report.json, the facts left out, the pages read anew, the seconds it took.

    ``unused`` are decisions on merges that no longer apply, in words.
    """

    counts: dict[str, Any]
    left_out: dict[str, Any]
    read: int
    seconds: float
    unused: tuple[str, ...] = ()


def build_graph(
    pages: Iterable[Page],
    directory: Path,
    *,
    knowledge: Knowledge,
    problems: Sequence[KgError],
    on_error: Callable[[KgError], None],
    keep: bool = False,
    without: frozenset[str] = frozenset(),
    decisions: tuple[Decision, ...] = (),
    floor: float | None = None,
    workers: int = 1,
    progress: Callable[[Page], None] = lambda page: None,
) -> Built:
    """Reads the pages and writes their graph into ``directory``.

    Pages that an earlier build there read, and that would be read the same today, are not read again: a change of a
    rule or a lexicon has those read that it could touch. With ``keep`` the other pages of the earlier build stay in
    the graph, but for those named in ``without``. The files are the same as those of a build of the same pages from
    scratch. A page without an article goes to ``on_error``, leaves the graph, and the others go on; ``problems`` are
    all errors of this run by then, for report.json. Facts whose confidence is below ``floor`` stay out of the graph;
    with None and ``keep`` the floor of the earlier build goes on. ``workers`` processes read; the graph is the same
    with any number.

    Raises InputError when no page is left, GraphError for a name in ``without`` that the graph does not have, for a
    directory with files of others under the names of a build, and while another build is writing there, and OSError
    when the directory cannot be written; then the files of an earlier build stay as they were.
    """
    with claimed(directory):
        begun = time.perf_counter()
        least = floor if floor is not None else _floor_before(directory) if keep else 0.0
        now = reading(directory, knowledge)
        kept = {k.document.page.name: k for k in kept_pages(directory, on_error)} if keep else {}
        for name in sorted(without):
            if kept.pop(name, None) is None:
                raise GraphError(f"图谱里没有版面 {name}（no such page in the graph）", hint=_some(sorted(kept)))
        documents: dict[str, Document] = {}
        count = 0
        gone: set[str] = set()

        def unread(known_pages: Iterable[tuple[Page, Kept | None]]) -> Iterator[Page]:
            for page, known in known_pages:
                if known and known.document.page == page and now.holds(known):
                    documents[page.name] = known.document
                    progress(page)
                else:
                    yield page

        def take(known_pages: Iterable[tuple[Page, Kept | None]]) -> None:
            nonlocal count
            for page, found in read_pages(unread(known_pages), knowledge, workers=workers):
                count += 1
                if isinstance(found, Document):
                    documents[page.name] = found
                else:
                    on_error(found)
                    gone.add(page.name)
                progress(page)

        take((page, kept.get(page.name) if keep else kept_page(directory, page.name)) for page in pages)
        take((k.document.page, k) for name, k in kept.items() if name not in documents and name not in gone)
        if not documents:
            raise InputError(
                "没有可读的版面，图谱未改动（no page could be read; the graph stays as it was）",
                hint="给出 .txt 或 .jsonl 文件，或有这些文件的目录（give .txt or .jsonl files, or a directory of them）",
            )
        done = time.perf_counter()
        sure, left_out = _above(documents.values(), least)
        identity = identify(sure, knowledge, decisions)
        times = {"read": done - begun, "resolve": time.perf_counter() - done}
        counts = write_graph(
            sure,
            directory,
            ontology=load_ontology(knowledge.folders),
            run=Run(version=_version(), rules=knowledge.digest),
            identity=identity,
            problems=[str(problem) for problem in problems],
            pages={name: dump_kept(now.keep(document)) for name, document in documents.items()},
            knowledge=dump_knowledge(now.knowledge),
            own=knowledge.folders[1:],
            left_out=left_out,
            timings=times,
        )
        return Built(counts, left_out, count, time.perf_counter() - begun, identity.unused)


def _some(names: Sequence[str]) -> str:
    """A few of the names, to type instead."""
    return f"有（there are）: {'、'.join(names[:10])}{' …' if len(names) > 10 else ''}"


def _above(documents: Iterable[Document], floor: float) -> tuple[list[Document], dict[str, Any]]:
    """The documents with the facts that reach the floor, and what report.json says of the others."""
    sure: list[Document] = []
    out: Counter[str] = Counter()
    for document in documents:
        facts = []
        for part in document.facts:
            out.update(r.rule for r in part.relations if r.confidence < floor)
            facts.append(replace(part, relations=tuple(r for r in part.relations if r.confidence >= floor)))
        sure.append(replace(document, facts=tuple(facts)))
    by_rule = dict(sorted(out.items(), key=lambda item: (-item[1], item[0])))
    return sure, {"floor": floor, "relations": out.total(), "by_rule": by_rule}


def _floor_before(directory: Path) -> float:
    """The floor of the graph that stands in the directory, 0 where there is none."""
    try:
        report = json.loads((directory / REPORT).read_text(encoding="utf-8"))
        return float(report["left_out"]["floor"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0.0


def summary(built: Built, directory: Path) -> str:
    """What was found and where to look, for people."""
    counts = built.counts
    entities = "，".join(f"{kind} {number}" for kind, number in counts["entities"].items())
    relations = "，".join(f"{name} {number}" for name, number in counts["relations"].items())
    pages = f"版面 pages {counts['pages']}（新读 read anew {built.read}），文章 articles {counts['articles']}"
    out = built.left_out
    lines = (
        [f"未入图 left out  {out['relations']}，把握低于 less sure than {out['floor']:g}"] if out["relations"] else []
    )
    return "\n".join(
        (
            f"{pages}，用时 seconds {built.seconds:.1f}",
            f"实体 entities {sum(counts['entities'].values())}：{entities}",
            f"关系 relations {sum(counts['relations'].values())}（各算一次，主办等也算举办 each once, hosts also as organizes）：{relations}",
            *lines,
            f"图谱 graph      {directory / 'graph.ttl'}（看 view: {directory / 'graph.html'}）",
            f"出处 evidence   {directory / 'graph.trig'}，报告 report: {directory / 'report.json'}",
            f"提问 ask        kg query {question(directory)} -g {directory}",
        )
    )


QUESTIONS = {
    "unions_programmes": "?union a kg:Union ; kg:launches ?p . ?p a kg:Programme",
    "posts": "?membership kg:post ?post",
    "awards": "?grant kg:award ?award",
    "participants": "?who kg:participatesIn ?what",
    "partners": "?one kg:partnerOf ?other",
    "places": "?what kg:locatedIn ?where",
    "entities": "?article kg:mentions ?what",
}
"""Named questions, the most telling first, each with what a graph must say for it to have rows."""


def question(directory: Path) -> str:
    """A named question that has rows in the graph built there; one about its articles where it says nothing."""
    store = open_graph(directory)
    return next((name for name, said in QUESTIONS.items() if ask(store, f"ASK {{ {said} }}").truth), "articles")


def _version() -> str:
    try:
        return version("baotu")
    except PackageNotFoundError:
        return "0"
