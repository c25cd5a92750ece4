"""What is written is what others read: the same five counts by SPARQL and in every program that opens a file."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib

from kg.export.formats import FORMATS, Part, exported, write_export
from kg.graph import Store
from kg.graph.iris import PREFIXES
from kg.graph.query import ask
from kg.graph.select import Selection
from kg.knowledge.ontology import Ontology

Counts = tuple[int, int, int, int, int]

FIVE = (
    "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a kg:Organization }",
    "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a kg:Programme }",
    "SELECT (COUNT(*) AS ?n) { ?a kg:launches ?b }",
    "SELECT (COUNT(*) AS ?n) { ?a kg:holdsPost ?b }",
    "SELECT (COUNT(*) AS ?n) { ?a kg:mentions ?b . ?b a kg:Person }",
)


@pytest.fixture(scope="module", params=["invented", "articles"])
def part(request: pytest.FixtureRequest, ontology: Ontology) -> Part:
    store: Store = request.getfixturevalue({"invented": "store", "articles": "articles"}[request.param])
    return Part(store, Selection(), ontology, {"999901": (116.5, 39.5), "110000": (116.4, 39.9)})


@pytest.fixture(scope="module")
def by_sparql(part: Part) -> Counts:
    return tuple(int(ask(part.store, query).rows[0][0].value) for query in FIVE)  # type: ignore[return-value,union-attr]


def of_networkx(graph: Any) -> Counts:
    types = dict(graph.nodes(data="type"))
    edges = [(data["property"], types[other]) for _, other, data in graph.edges(data=True)]
    return counted(list(types.values()), edges)


def counted(types: list[str], edges: list[tuple[str, str]]) -> Counts:
    """Counts of the types of nodes, and of edges by property and type of their target."""
    names = [name for name, _ in edges]
    return (
        types.count("Organization"),
        types.count("Programme"),
        names.count("launches"),
        names.count("holdsPost"),
        edges.count(("mentions", "Person")),
    )


def graphml_in_networkx(data: Any, folder: Path) -> Counts:
    graph = nx.read_graphml(BytesIO(data))
    ids = [key for _, _, key in graph.edges(keys=True)]
    assert len(set(ids)) == len(ids)
    return of_networkx(graph)


def graphml_in_igraph(data: Any, folder: Path) -> Counts:
    igraph = pytest.importorskip("igraph")
    (folder / "g.graphml").write_bytes(data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # igraph warns of what it cannot take in
        graph = igraph.Graph.Read_GraphML(str(folder / "g.graphml"))
    types = graph.vs["type"]
    return counted(types, [(edge["property"], types[edge.target]) for edge in graph.es])


def gexf_in_networkx(data: Any, folder: Path) -> Counts:
    return of_networkx(nx.read_gexf(BytesIO(data)))


def cytoscape_json(data: Any, folder: Path) -> Counts:
    elements = json.loads(data)["elements"]
    types = {node["data"]["id"]: node["data"]["type"] for node in elements["nodes"]}
    edges = [(edge["data"]["property"], types[edge["data"]["target"]]) for edge in elements["edges"]]
    assert len({edge["data"]["id"] for edge in elements["edges"]}) == len(edges)
    return counted(list(types.values()), edges)


def csv_tables(data: Any, folder: Path) -> Counts:
    tables = {}
    for name in ("entities", "facts"):
        (folder / name).write_bytes(data[f"{name}.csv"])
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    return of_tables(tables["entities"], tables["facts"])


def parquet_in_pyarrow(data: Any, folder: Path) -> Counts:
    parquet = pytest.importorskip("pyarrow.parquet")
    entities, facts = (
        parquet.read_table(BytesIO(data[f"{name}.parquet"])).to_pylist() for name in ("entities", "facts")
    )
    return of_tables(entities, facts)


def of_tables(entities: list[dict[str, Any]], facts: list[dict[str, Any]]) -> Counts:
    types = {row["id"]: row["type"] for row in entities}
    return counted(list(types.values()), [(row["property"], types.get(row["object"], "")) for row in facts])


def neo4j_in_ladybug(data: Any, folder: Path) -> Counts:
    """The bulk files in an embedded graph database, asked in Cypher."""
    ladybug = pytest.importorskip("real_ladybug")
    types = {"long": "INT64", "double": "DOUBLE", "date": "DATE", "": "STRING"}

    def columns(name: str) -> str:
        header = data[name].decode().split("\n", 1)[0].split(",")
        named = [cell.replace(":LABEL", "classes").replace(":TYPE", "type_").partition(":") for cell in header]
        return ", ".join(f"`{first}` {types.get(kind, 'STRING')}" for first, _, kind in named if first)

    write_export(data, folder)
    base = ladybug.Connection(ladybug.Database(str(folder / "db")))
    options = "(HEADER=true, PARALLEL=false, AUTO_DETECT=false)"
    nodes = [name for name in data if name.startswith("nodes-")]
    base.execute(f"CREATE NODE TABLE Thing({columns(nodes[0])}, PRIMARY KEY(`id`))")
    for name in nodes:
        base.execute(f'COPY Thing FROM "{folder / name}" {options}')
    for name in (name for name in data if name.startswith("edges-")):
        table = name.removeprefix("edges-").removesuffix(".csv")
        base.execute(f"CREATE REL TABLE {table}(FROM Thing TO Thing, {columns(name)})")
        base.execute(f'COPY {table} FROM "{folder / name}" {options}')

    def count(cypher: str) -> int:
        return int(base.execute(f"MATCH {cypher} RETURN count(*)").get_next()[0])

    return (
        count("(n:Thing) WHERE n.type = 'Organization'"),
        count("(n:Thing) WHERE n.type = 'Programme'"),
        count("()-[:launches]->()") if "edges-launches.csv" in data else 0,
        count("()-[:holdsPost]->()"),
        count("()-[:mentions]->(n:Thing) WHERE n.type = 'Person'"),
    )


def by_rdflib(form: str) -> Callable[[Any, Path], Counts]:
    def read(data: Any, folder: Path) -> Counts:
        graph: Any = rdflib.Dataset(default_union=True) if form in ("trig", "json-ld", "nquads") else rdflib.Graph()
        graph.parse(data=data.decode(), format=form)
        return tuple(int(next(iter(graph.query(query, initNs=PREFIXES)))[0]) for query in FIVE)  # type: ignore[return-value]

    return read


def by_raptor(form: str) -> Callable[[Any, Path], Counts]:
    def read(data: Any, folder: Path) -> Counts:
        if shutil.which("rapper") is None:
            pytest.skip("raptor is missing: apt-get install raptor2-utils")
        (folder / "graph").write_bytes(data)
        command = ["rapper", "-q", "-i", form, "-o", "ntriples", str(folder / "graph")]
        return by_rdflib("nt")(subprocess.run(command, capture_output=True, check=True).stdout, folder)  # noqa: S603

    return read


READERS = [
    ("graphml", graphml_in_networkx),
    ("graphml", graphml_in_igraph),
    ("gexf", gexf_in_networkx),
    ("cytoscape", cytoscape_json),
    ("csv", csv_tables),
    ("parquet", parquet_in_pyarrow),
    ("neo4j", neo4j_in_ladybug),
    ("turtle", by_rdflib("turtle")),
    ("trig", by_rdflib("trig")),
    ("nquads", by_rdflib("nquads")),
    ("jsonld", by_rdflib("json-ld")),
    ("rdfxml", by_rdflib("xml")),
    ("turtle", by_raptor("turtle")),
    ("rdfxml", by_raptor("rdfxml")),
]


@pytest.mark.parametrize(("form", "reader"), READERS)
def test_the_same_counts(
    part: Part, by_sparql: Counts, tmp_path: Path, form: str, reader: Callable[[Any, Path], Counts]
) -> None:
    assert reader(exported(part, form), tmp_path) == by_sparql
    assert all(by_sparql[i] for i in (0, 1, 3, 4))


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_bytes(part: Part, form: str) -> None:
    assert exported(part, form) == exported(part, form)
