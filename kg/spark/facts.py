"""Records into facts, on the workers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from kg.errors import InputError, KgError
from kg.export.contract import document_json
from kg.knowledge import Knowledge, load
from kg.pipeline import Reader, build_reader
from kg.read.dates import leading_date
from kg.read.pages import record_name, record_page
from kg.read.records import read_record
from kg.read.script import simplified
from kg.spark.arrow import Row, batch
from kg.spark.records import Naming, Place, Records, file_of, lines_of, stem_of

if TYPE_CHECKING:
    from pyspark import Broadcast
    from pyspark.sql import DataFrame

FACTS = "uri string, document string, facts string, error string"


@dataclass(frozen=True, slots=True)
class Shared:
    """The knowledge on its way to the workers; equal when its version is, wherever it was unpacked."""

    digest: str
    knowledge: Broadcast[Knowledge] = field(compare=False)


def read_facts(records: Records, *, knowledge: Knowledge | None = None) -> DataFrame:
    """The facts of records, a row each: ``uri``, ``document`` (its name), ``facts`` (the JSON of ``kg extract``).

    Where a record could not be read ``facts`` is null and ``error`` says why. Rows stand in the order of the records.
    """
    knowledge = knowledge or load()
    shared = Shared(knowledge.digest, records.lines.sparkSession.sparkContext.broadcast(knowledge))
    return records.lines.mapInArrow(partial(_read, shared, records.naming), FACTS)


def _read(shared: Shared, naming: Naming, batches: Iterable[Any]) -> Iterator[Any]:
    read = _reader(shared)
    for lines in lines_of(batches, naming):
        yield batch([_facts(read, naming, *line) for line in lines], FACTS)


@lru_cache(maxsize=1)
def _reader(shared: Shared) -> Reader:
    """One reader a worker process: it takes seconds to prepare and does not pickle."""
    return build_reader(shared.knowledge.value)


def _facts(read: Reader, naming: Naming, place: Place, where: str, line: bytes) -> Row:
    """The row of a record, with its facts or its error."""
    file, number = place
    row: Row = {"uri": where, "document": None, "facts": None, "error": None}
    try:
        record = read_record(line, number, where)
        if not file and not record.id:
            raise InputError(f"{where}：有一行没有 id（a row without an id）", hint='frame.where("id is not null")')
        name = naming.renamed.get(place) or record_name(record, stem_of(file))
        row["uri"] = f"{file_of(file).name}#{record.id or f'{number:04d}'}" if file else record.id
        row["document"] = name
        if name.casefold() in naming.refused:
            raise InputError(
                f"{where}：不止一行叫 {name}（several rows have this name）", hint="id 要各不相同（make ids unique）"
            )
        date = leading_date(file_of(file).name) or naming.date
        document = read(simplified(record_page(record, row["uri"], name, date)))
        row["facts"] = json.dumps(document_json(document), ensure_ascii=False)
    except KgError as error:
        row["error"] = str(error)
    except Exception as error:  # a fault of kg's own must not end a job of many hours; the row tells it
        row["error"] = f"{where}：kg 内部错误（a fault in kg）: {type(error).__name__}: {error}"
    return row
