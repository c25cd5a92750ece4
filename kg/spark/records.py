"""The records of an archive and their names, which have to be unique in all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from kg.errors import InputError
from kg.read.dates import iso_date
from kg.read.names import safe_name, unique_name
from kg.read.pages import record_name
from kg.read.records import read_record
from kg.spark.arrow import batch

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Place = tuple[str, int]
"""The path of a file ('' for a DataFrame) and the number of a line in it, from 1."""

NAMED = "file string, number long, name string, key string"
NUMBER = re.compile(r"-\d+$")
"""What ``unique_name`` may add to a name."""
COLUMNS = ("id", "text", "title", "date")


@dataclass(frozen=True, slots=True)
class Naming:
    """What a worker must know of the whole archive to name a record."""

    date: str | None
    starts: Mapping[Place, int] = field(default_factory=dict)
    """By file and first byte of a block: what to take from a line's number so that the file's first line is 1."""
    renamed: Mapping[Place, str] = field(default_factory=dict)
    """Names that are not those of the records, because another page has these."""
    refused: frozenset[str] = frozenset()
    """Names of several rows that have no order."""


@dataclass(frozen=True, slots=True)
class Records:
    """Lines of JSON, and how they are named; ``json_lines`` and ``records`` make one."""

    lines: DataFrame
    naming: Naming


def json_lines(session: SparkSession, paths: Sequence[str], *, date: str | None = None) -> Records:
    """The records of JSON Lines files and directories (``.jsonl``, searched through), named as ``kg extract`` does.

    ``date`` is for records that tell none, in files whose names do not either. Files count in the order of their
    paths. Raises InputError when ``date`` is no date.
    """
    from pyspark.sql import functions as f

    reader = session.read.options(lineSep="\n", recursiveFileLookup=True, pathGlobFilter="*.jsonl")
    lines = reader.text(list(paths)).select(
        f.col("_metadata.file_path").alias("file"),
        f.col("_metadata.file_block_start").alias("block"),
        f.monotonically_increasing_id().alias("number"),
        f.col("value").cast("binary").alias("line"),
    )
    blocks = lines.groupBy("file", "block").agg(f.min("number"), f.count("*")).collect()
    naming = Naming(iso_date(date, "--date"), _starts(blocks))
    repeated = _repeated(lines, naming)
    rows = lines.mapInArrow(partial(_named, naming, repeated), NAMED).collect() if repeated else ()
    return Records(lines, replace(naming, renamed=_renamed(rows)))


def records(frame: DataFrame, *, date: str | None = None) -> Records:
    """The records of a DataFrame with the columns ``id`` and ``text``, and ``title`` and ``date`` where it has them.

    Rows have no order that could tell apart two of one name, so all rows of such a name are errors. Raises
    InputError for a missing column and when ``date`` is no date.
    """
    from pyspark.sql import functions as f

    missing = [name for name in COLUMNS[:2] if name not in frame.columns]
    if missing:
        raise InputError(
            f"DataFrame 缺少列 {'、'.join(missing)}（missing columns）；现有（it has）{'、'.join(frame.columns)}",
            hint='frame.withColumnRenamed("…", "text")',
        )
    lines = frame.select(
        f.lit("").alias("file"),
        f.lit(0).cast("long").alias("block"),
        f.lit(0).cast("long").alias("number"),
        f.to_json(f.struct(*(name for name in COLUMNS if name in frame.columns))).cast("binary").alias("line"),
    )
    naming = Naming(iso_date(date, "date"))
    return Records(lines, replace(naming, refused=_repeated(lines, naming)))


def _repeated(lines: DataFrame, naming: Naming) -> frozenset[str]:
    """The names, without regard to case, that more than one record has."""
    named = lines.mapInArrow(partial(_named, naming, None), NAMED)
    return frozenset(row["key"] for row in named.groupBy("key").count().where("count > 1").collect())


def _starts(blocks: Iterable[Any]) -> dict[Place, int]:
    """``Naming.starts`` from rows of file, block, the least number in it and the count of its lines."""
    starts: dict[Place, int] = {}
    last, count = "", 0
    for file, block, first, lines in sorted(blocks):
        count = count if file == last else 0
        starts[file, block] = first - count - 1
        last, count = file, count + lines
    return starts


def _renamed(rows: Iterable[Any]) -> dict[Place, str]:
    """The names that ``unique_name`` gives, in the order of files and lines, where they are not the records' own."""
    taken: set[str] = set()
    renamed: dict[Place, str] = {}
    for row in sorted(rows, key=lambda row: (row["file"].split("/"), row["number"])):
        name = unique_name(row["name"], taken)
        if name != row["name"]:
            renamed[row["file"], row["number"]] = name
    return renamed


def lines_of(batches: Iterable[Any], naming: Naming) -> Iterator[list[tuple[Place, str, bytes]]]:
    """For each batch the place of every line that is not blank, what errors call it, and its bytes."""
    for part in batches:
        found = []
        for row in part.to_pylist():
            file, line = row["file"], row["line"] or b""
            number = row["number"] - naming.starts.get((file, row["block"]), 0)
            if line.strip():
                found.append(((file, number), f"{file_of(file).name}:{number}" if file else "DataFrame", line))
        yield found


def file_of(uri: str) -> PurePosixPath:
    """The path of a file of which Spark knows the address."""
    return PurePosixPath(unquote(uri))


def stem_of(file: str) -> str:
    """What names the records of a file that have no id."""
    return safe_name(file_of(file).stem) or "page"


def _named(naming: Naming, repeated: frozenset[str] | None, batches: Iterable[Any]) -> Iterator[Any]:
    """The name of each record; only those that a name in ``repeated`` could run into, where that is given."""
    for lines in lines_of(batches, naming):
        rows: list[dict[str, Any]] = []
        for (file, number), where, line in lines:
            try:
                name = record_name(read_record(line, number, where), stem_of(file))
            except InputError:
                continue  # it is told when the facts are read
            key = name.casefold()
            if repeated is None or _touched(key, repeated):
                rows.append({"file": file, "number": number, "name": name, "key": key})
        yield batch(rows, NAMED)


def _touched(key: str, repeated: frozenset[str]) -> bool:
    """Is it a repeated name, or one that ``unique_name`` could make of it: a, a-2, a-2-2?"""
    while key not in repeated:
        shorter = NUMBER.sub("", key)
        if shorter == key:
            return False
        key = shorter
    return True
