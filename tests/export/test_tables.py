"""Tables: described, typed, whole in every cell, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from kg.export.formats import Files, Part, exported, write_export
from kg.export.spreadsheets import csv_files, parquet_files
from kg.export.tables import Column, Table
from kg.graph import Store
from kg.graph.fit import LONGEST
from kg.graph.readback import statements
from kg.graph.select import Selection
from kg.knowledge.ontology import Ontology

HARMFUL = Table(
    "harm",
    "害",
    "harm",
    "id",
    (Column("id", "string", "标识", "id"), Column("n", "integer", "数", "number"), Column("d", "date", "日", "day")),
    (
        ("=1+1", 1, "2025-11-04"),
        ("+cmd|'/c calc'!A1", -1, None),
        ("-2", None, None),
        ("@SUM(1)", 2, "0000-00-00"),
        ('甲,"乙"', 3, None),
        ("＝1", 4, None),
    ),
)


@pytest.fixture
def part(store: Store, ontology: Ontology) -> Part:
    return Part(store, Selection(), ontology, {"999901": (116.5, 39.5)})


def files(part: Part, form: str) -> Files:
    data = exported(part, form)
    assert not isinstance(data, bytes)
    return data


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_no_formula_runs() -> None:
    read = rows(csv_files([HARMFUL])["harm.csv"])
    assert [row["id"] for row in read] == ["'=1+1", "'+cmd|'/c calc'!A1", "'-2", "'@SUM(1)", '甲,"乙"', "'＝1"]
    assert [row["n"] for row in read] == ["1", "-1", "", "2", "3", "4"]


def test_parquet_keeps_texts_and_types() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    from io import BytesIO

    table = parquet.read_table(BytesIO(parquet_files([HARMFUL])["harm.parquet"]))
    assert [str(field.type) for field in table.schema] == ["string", "int64", "date32[day]"]
    assert table.column("id").to_pylist()[0] == "=1+1"
    assert [day and day.isoformat() for day in table.column("d").to_pylist()] == ["2025-11-04", *[None] * 5]
    assert table.schema.field("id").metadata[b"zh"].decode() == "标识"


def test_cells_of_a_hostile_page(part: Part) -> None:
    for name, data in files(part, "csv").items():
        if name.endswith(".csv"):
            for row in rows(data):
                for cell in row.values():
                    assert len(cell) <= LONGEST + 1
                    assert not re.search(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]", cell)
                    assert not cell.startswith(("=", "@", "\t"))


def test_every_statement_is_in_the_evidence(part: Part) -> None:
    read = rows(files(part, "csv")["evidence.csv"])
    assert {row["id"] for row in read} == {s.id for s in statements(part.store)}
    said = next(row for row in read if row["property"] == "kg:launches")
    assert said["quote"] == "甲市总工会与甲市司法局联手推出“护薪行动”，面向公交司机"
    assert int(said["end"]) - int(said["start"]) == len(said["quote"])


def test_quantities_and_times(part: Part) -> None:
    data = files(part, "csv")
    near = next(row for row in rows(data["quantities.csv"]) if row["text"] == "近400名")
    assert (near["about_label"].strip("“”"), float(near["value"]), near["unit"], near["bound"]) == (
        "护薪行动",
        400,
        "人",
        "approx",
    )
    day = next(row for row in rows(data["times.csv"]) if row["text"] == "11月3日")
    assert (day["edtf"], day["earliest"], day["latest"]) == ("2025-11-03",) * 3


def test_the_description_fits_the_tables(part: Part) -> None:
    data = files(part, "csv")
    described = json.loads(data["csv-metadata.json"])
    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert {table["url"] for table in described["tables"]} == {name for name in data if name.endswith(".csv")}
    fits = {
        "string": r"(?s).*",
        "integer": r"[+-]?\d+",
        "decimal": r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?|inf|nan",
        "date": r"\d{4}-\d\d-\d\d",
    }
    for table in described["tables"]:
        columns = table["tableSchema"]["columns"]
        read = rows(data[table["url"]])
        assert read
        assert list(read[0]) == [column["name"] for column in columns]
        for column in columns:
            cells = [row[column["name"]] for row in read if row[column["name"]]]
            assert all(re.fullmatch(fits[column["datatype"]], cell) for cell in cells), column
        keys = [row[table["tableSchema"]["primaryKey"]] for row in read]
        assert len(keys) == len(set(keys))


def test_the_script_loads_every_file(part: Part) -> None:
    data = files(part, "neo4j")
    script = data["load.cypher"].decode()
    assert {f"file:///{name}" for name in data if name.endswith(".csv")} == set(re.findall(r"file:///[^']+", script))
    for name, content in data.items():
        if name.endswith(".csv"):
            header = next(csv.reader([content.decode().split("\n")[0]]))
            used = set(re.findall(r"row\.`([^`]+)`", script.split(f"file:///{name}'")[1].split(";\n")[0]))
            assert used <= set(header)
            assert b"\\" not in content


def test_folders_are_written_whole(part: Part, tmp_path: Path) -> None:
    write_export(files(part, "csv"), tmp_path / "tables")
    (tmp_path / "tables" / "mine.txt").write_text("mine", encoding="utf-8")
    write_export(files(part, "csv"), tmp_path / "tables")
    assert {"mine.txt", "entities.csv", "csv-metadata.json"} <= {file.name for file in (tmp_path / "tables").iterdir()}
    write_export(b"x", tmp_path / "new" / "graph.ttl")
    assert (tmp_path / "new" / "graph.ttl").read_bytes() == b"x"
