"""The network for Neo4j and its kin: CSV for the bulk importer, and a Cypher script that loads the same files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import networkx as nx

from kg.export.spreadsheets import rows_csv
from kg.export.tables import ENTITIES, FACTS, Column, Datum

_NODE = tuple(column for column in ENTITIES if column.name not in ("id", "classes"))
_EDGE = tuple(
    column for column in FACTS if column.name not in ("subject", "subject_label", "object", "object_label", "property")
)
_TYPES = {"string": "", "integer": ":long", "decimal": ":double", "date": ":date"}
_CASTS = {"string": "{}", "integer": "toInteger({})", "decimal": "toFloat({})", "date": "date({})"}

_HEAD = """\
// Neo4j 5 或更新 Neo4j 5 or newer. Two ways:
// 一、空库，最快 into an empty database, fastest:
//   neo4j-admin database import full {nodes} {edges} neo4j
// 二、在运行的库里 into a running one: copy the CSV files into its import directory, then
//   cypher-shell -f load.cypher

CREATE CONSTRAINT kg_thing IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE;
"""


def neo4j_files(network: nx.MultiDiGraph[str]) -> dict[str, bytes]:
    """``nodes-TYPE.csv`` and ``edges-PROPERTY.csv`` with the importer's headers, and ``load.cypher``.

    Every node is a ``:Thing`` and of its own classes; an edge's type is its property. A backslash, which the
    importer takes for an escape, becomes its full-width form.
    """
    nodes: dict[str, list[list[Datum]]] = defaultdict(list)
    labels: dict[str, set[str]] = defaultdict(set)
    for iri, data in network.nodes(data=True):
        classes = data["classes"].split("; ")
        labels[data["type"]].update(classes)
        cells = [_cell(data.get(column.name)) for column in _NODE]
        nodes[data["type"]].append([_cell(iri), ";".join(["Thing", *classes]), *cells])
    edges: dict[str, list[list[Datum]]] = defaultdict(list)
    for one, other, data in network.edges(data=True):
        cells = [_cell(data.get(column.name)) for column in _EDGE]
        edges[data["property"]].append([_cell(one), _cell(other), data["property"], *cells])
    files = {}
    node_header = ["id:ID", ":LABEL", *_typed(_NODE)]
    edge_header = [":START_ID", ":END_ID", ":TYPE", *_typed(_EDGE)]
    for kind, rows in sorted(nodes.items()):
        files[f"nodes-{kind}.csv"] = rows_csv(node_header, rows).encode()
    for name, rows in sorted(edges.items()):
        files[f"edges-{name}.csv"] = rows_csv(edge_header, rows).encode()
    files["load.cypher"] = _script(labels, sorted(edges)).encode()
    return files


def _script(labels: Mapping[str, set[str]], properties: Sequence[str]) -> str:
    nodes = " ".join(f"--nodes=nodes-{kind}.csv" for kind in sorted(labels))
    edges = " ".join(f"--relationships=edges-{name}.csv" for name in properties)
    parts = [_HEAD.format(nodes=nodes, edges=edges)]
    for kind, classes in sorted(labels.items()):
        more = "".join(
            f"\nFOREACH (_ IN CASE WHEN '{name}' IN split(row.`:LABEL`, ';') THEN [1] ELSE [] END | SET n:{name})"
            for name in sorted(classes - {kind})
        )
        parts.append(
            f"LOAD CSV WITH HEADERS FROM 'file:///nodes-{kind}.csv' AS row\n"
            f"MERGE (n:Thing {{id: row.`id:ID`}})\nSET n:{kind}, {_sets('n', _NODE)}{more};\n"
        )
    for name in properties:
        parts.append(
            f"LOAD CSV WITH HEADERS FROM 'file:///edges-{name}.csv' AS row\n"
            "MATCH (a:Thing {id: row.`:START_ID`}), (b:Thing {id: row.`:END_ID`})\n"
            f"MERGE (a)-[r:{name}]->(b)\nSET {_sets('r', _EDGE)};\n"
        )
    return "\n".join(parts)


def _typed(columns: Sequence[Column]) -> list[str]:
    return [column.name + _TYPES[column.type] for column in columns]


def _sets(variable: str, columns: Sequence[Column]) -> str:
    cells = ((column, f"row.`{column.name}{_TYPES[column.type]}`") for column in columns)
    return ", ".join(f"{variable}.{column.name} = {_CASTS[column.type].format(cell)}" for column, cell in cells)


def _cell(value: Datum) -> Datum:
    if value == "":
        return None
    return value.replace("\\", "＼") if isinstance(value, str) else value
