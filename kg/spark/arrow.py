"""Rows for Arrow, in which Spark and its Python workers exchange them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]


def batch(rows: Sequence[Row], columns: str) -> Any:
    """A record batch of the rows; ``columns`` are named and typed as in Spark's DDL (string and long)."""
    import pyarrow as pa

    kinds = {"string": pa.string(), "long": pa.int64()}
    pairs = (column.split() for column in columns.split(", "))
    return pa.RecordBatch.from_pylist(rows, schema=pa.schema([(name, kinds[kind]) for name, kind in pairs]))
