"""Tables as CSV with a CSVW description, and as Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from kg.errors import KgError
from kg.export.tables import Column, Datum, Table
from kg.graph.fit import guarded

_BOM = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for the encoding of its country and shows no Chinese."""


def csv_files(tables: Iterable[Table]) -> dict[str, bytes]:
    """A CSV a table, and ``csv-metadata.json``, which says after CSV on the Web what the columns hold.

    A text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    known = list(tables)
    files = {f"{table.name}.csv": _csv(table) for table in known}
    files["csv-metadata.json"] = (json.dumps(_description(known), ensure_ascii=False, indent=2) + "\n").encode()
    return files


def parquet_files(tables: Iterable[Table]) -> dict[str, bytes]:
    """A Parquet file a table, columns typed; raises KgError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise KgError(
            "没有安装 pyarrow（pyarrow is not installed）", hint="安装（install it）: pip install 'baotu[parquet]'"
        ) from None
    types = {"string": pa.string(), "integer": pa.int64(), "decimal": pa.float64(), "date": pa.date32()}
    files = {}
    for table in tables:
        fields = [pa.field(c.name, types[c.type], metadata={"zh": c.zh, "en": c.en}) for c in table.columns]
        schema = pa.schema(fields, metadata={"zh": table.zh, "en": table.en})
        columns = [
            [_day(row[i]) if column.type == "date" else row[i] for row in table.rows]
            for i, column in enumerate(table.columns)
        ]
        file = BytesIO()
        parquet.write_table(pa.table(columns, schema=schema), file, compression="zstd")
        files[f"{table.name}.parquet"] = file.getvalue()
    return files


def rows_csv(header: Iterable[str], rows: Iterable[Iterable[Datum]]) -> str:
    """Rows as RFC 4180 has them, a line feed behind each; None is an empty cell."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return file.getvalue()


def _csv(table: Table) -> bytes:
    rows = ([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows)
    return (_BOM + rows_csv((column.name for column in table.columns), rows)).encode()


def _description(tables: Iterable[Table]) -> dict[str, Any]:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "zh"}],
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"]},
        "tables": [
            {
                "url": f"{table.name}.csv",
                "dc:title": table.zh,
                "dc:description": {"@value": table.en, "@language": "en"},
                "tableSchema": {"columns": [_column(column) for column in table.columns], "primaryKey": table.key},
            }
            for table in tables
        ],
    }


def _column(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "titles": {"und": column.name, "zh": column.zh, "en": column.en},
        "datatype": column.type,
        "null": "",
    }
    return told | ({"separator": column.separator} if column.separator else {})


def _day(value: Datum) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:  # a year before or after those that Parquet's readers know
        return None
