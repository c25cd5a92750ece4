"""kg from Python: what is public, and a built graph opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.errors import GraphError, QueryError
from kg.export import write_graph
from kg.graph import Run
from kg.identity import identify
from kg.knowledge import Knowledge
from kg.knowledge.ontology import load_ontology
from kg.library import FactView, Quote
from kg.model import Document

NOTEBOOK = Path(__file__).parents[1] / "docs" / "tour.ipynb"

PAGE = """市总工会推出“护薪”行动

本报讯（记者安文远）11月3日，江苏省总工会与省司法厅联手推出“护薪”行动，为职工提供法律服务。
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> object:
    folder = tmp_path_factory.mktemp("library")
    (folder / "2025-11-04-01.txt").write_text(PAGE, encoding="utf-8")
    assert CliRunner().invoke(app, ["build", str(folder), "-o", str(folder / "out")]).exit_code == 0
    return kg.open(folder / "out")


def test_the_public_names_are_all_there() -> None:
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    with pytest.raises(AttributeError):
        kg.nothing_of_that_name  # noqa: B018 the access is the test


def test_importing_kg_imports_no_library() -> None:
    code = "import kg, sys; print([m for m in ('jieba', 'rdflib', 'networkx', 'pyoxigraph') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_entities_and_facts_with_their_quotes(graph: kg.open) -> None:  # type: ignore[valid-type]
    names = {e.name for e in graph.entities("Organization")}
    assert "江苏省总工会" in names
    launches = [f for f in graph.facts("江苏省总工会") if f.property == "launches"]
    assert launches, graph.facts()
    assert "推出" in launches[0].quotes[0].text
    assert launches[0].quotes[0].date == "2025-11-04"
    with pytest.raises(QueryError):
        graph.entity("没有这个名字")


def test_questions_and_networkx(graph: kg.open) -> None:  # type: ignore[valid-type]
    rows = graph.query("SELECT ?name WHERE { ?s kg:launches ?o . ?s rdfs:label ?name } ORDER BY ?name")
    assert {row["name"] for row in rows} >= {"江苏省总工会"}
    assert graph.query("ASK {}") == [{"answer": "true"}]
    assert graph.to_networkx().number_of_nodes() >= 3
    assert "江苏省总工会" in graph._repr_html_()


def test_named_questions_take_values_and_make_frames(graph: kg.open) -> None:  # type: ignore[valid-type]
    assert graph.query("mentions", name="江苏省总工会")[0]["page"] == "2025-11-04-01"
    assert graph.query("mentions", name=["无此名", "江苏省总工会"])
    with pytest.raises(QueryError, match="--name"):
        graph.query("mentions")
    frame = pytest.importorskip("pandas") and graph.frame("entities", type="Union")
    assert "江苏省总工会" in list(frame["name"])


def test_what_a_notebook_shows_is_escaped(graph: kg.open) -> None:  # type: ignore[valid-type]
    assert "Programme 1" in graph._repr_html_()
    assert "江苏省总工会 <b>launches</b>" in graph.facts("江苏省总工会")[0]._repr_html_() + "".join(
        fact._repr_html_() for fact in graph.facts("江苏省总工会")
    )
    quote = Quote("<b>", "<i>", "<u>", "", 0, 3, "<s>")
    html = FactView("<script>", "&", '"', (quote,))._repr_html_()
    assert "<script>" not in html
    assert html.count("<") == html.count(">") == len(["p", "/p", "b", "/b", "ul", "/ul", "li", "/li"])


def test_the_notebook_runs(sample: list[Document], knowledge: Knowledge, tmp_path: Path) -> None:
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    write_graph(
        sample,
        tmp_path / "output",
        ontology=load_ontology(knowledge.folders),
        run=Run("test"),
        identity=identify(sample, knowledge),
    )
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    kept = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs for cell in kept), "kept as executed"
    client = nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}})
    run = [cell for cell in client.execute().cells if cell.cell_type == "code"]
    assert [cell.outputs[-1].output_type for cell in run] == ["execute_result"] * len(kept)


def test_no_graph_there(tmp_path: Path) -> None:
    with pytest.raises(GraphError):
        kg.open(tmp_path)
