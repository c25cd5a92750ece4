"""A build's files: all or none, the same bytes whatever the order of the documents and the hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.export import staged, write_graph, write_text
from kg.graph import Run, dump, open_graph
from kg.graph.store import said
from kg.knowledge.ontology import Ontology
from kg.model import Document, Refusal

FILES = ("graph.ttl", "graph.trig", "graph.html", "report.json")


def build(documents: list[Document], directory: Path, ontology: Ontology, run: Run) -> dict[str, bytes]:
    write_graph(documents, directory, ontology=ontology, run=run)
    return {name: (directory / name).read_bytes() for name in FILES}


def test_files_and_counts(honest: list[Document], tmp_path: Path, ontology: Ontology, run: Run) -> None:
    counted = write_graph(honest, tmp_path, ontology=ontology, run=run)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((*FILES, "store"))
    assert (counted["pages"], counted["articles"]) == (2, 3)
    assert counted["entities"]["Organization"] == 5
    assert counted["relations"]["launches"] == 2
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["counts"] == counted
    opened = open_graph(tmp_path)
    assert len(list(said(opened))) == len(dump(opened).splitlines()) < len(opened)


def test_same_bytes_in_any_order(archive: list[Document], tmp_path: Path, ontology: Ontology, run: Run) -> None:
    def turned(document: Document) -> Document:
        return replace(
            document,
            facts=tuple(
                replace(
                    facts,
                    entities=facts.entities[::-1],
                    relations=facts.relations[::-1],
                    quantities=facts.quantities[::-1],
                    times=facts.times[::-1],
                )
                for facts in document.facts[::-1]
            ),
        )

    first = build(archive, tmp_path / "one", ontology, run)
    assert build([turned(document) for document in archive[::-1]], tmp_path / "two", ontology, run) == first


def test_same_bytes_for_any_hash_seed(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
        "from pathlib import Path\n"
        "from graph.invented import documents, hostile\n"
        "from kg.export import write_graph\n"
        "from kg.graph import Run\n"
        "from kg.knowledge import builtin\n"
        "from kg.knowledge.ontology import load_ontology\n"
        "write_graph([*documents(), hostile()], Path(sys.argv[1]), "
        "ontology=load_ontology([builtin()]), run=Run('t'), store=False)"
    )
    found = []
    for seed in ("1", "2"):
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", code, str(tmp_path / seed)],
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        found.append([(tmp_path / seed / name).read_bytes() for name in FILES])
    assert found[0] == found[1]


def test_a_failed_build_changes_nothing(honest: list[Document], tmp_path: Path, ontology: Ontology, run: Run) -> None:
    before = build(honest, tmp_path, ontology, run)
    broken = replace(honest[0].facts[0], entities=())
    with pytest.raises(GraphError):
        write_graph([Document(honest[0].page, (broken,))], tmp_path, ontology=ontology, run=run)
    with pytest.raises(OSError, match="disk"), staged(tmp_path) as stage:  # noqa: PT012
        write_text(stage / "graph.ttl", "half")
        raise OSError("disk full")
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((*FILES, "store"))


def test_a_second_build_replaces_the_first(
    honest: list[Document], tmp_path: Path, ontology: Ontology, run: Run
) -> None:
    build(honest, tmp_path, ontology, run)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    write_graph(honest[:1], tmp_path, ontology=ontology, run=run)
    assert b"two.1" not in dump(open_graph(tmp_path))
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_refusals_are_reported(honest: list[Document], tmp_path: Path, ontology: Ontology, run: Run) -> None:
    refusal = Refusal(0, 5, "甲市总工会", "launches#1", "计划")
    documents = [replace(honest[0], facts=(replace(honest[0].facts[0], refusals=(refusal,)), *honest[0].facts[1:]))]
    write_graph(documents, tmp_path, ontology=ontology, run=run, problems=["x.txt: 空文件"], timings={"read": 0.5})
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["counts"]["refused"] == 1
    assert report["refused_by_reason"] == {"launches#1: 计划": 1}
    assert report["refused"][0]["text"] == "甲市总工会"
    assert report["problems"] == ["x.txt: 空文件"]
    assert report["timings"]["read"] == 0.5
    assert {"graph", "rdf", "page"} <= set(report["timings"])


def test_an_empty_archive(tmp_path: Path, ontology: Ontology, run: Run) -> None:
    assert write_graph([], tmp_path, ontology=ontology, run=run)["articles"] == 0
