"""JSON Lines: one record a line, ``{"id", "text", "title"?, "date"?}``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError, KgError
from kg.read.dates import iso_date
from kg.read.decode import decode


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a JSON Lines file. ``id`` is '' when the line gives none; ``sha256`` is of the canonical line."""

    number: int
    id: str
    text: str
    title: str | None
    date: str | None
    sha256: str


def read_records(path: Path, where: str, *, on_error: Callable[[KgError], None]) -> Iterator[Record]:
    """The good records of a file in its order; a bad line becomes an InputError that names ``where:line``."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield read_record(line, number, f"{where}:{number}")
            except InputError as error:
                on_error(error)


def read_record(line: bytes, number: int, where: str) -> Record:
    """The record of a line; raises InputError, which names ``where``, for a line that is none."""
    try:
        value = json.loads(decode(line, where))
        canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    except (ValueError, RecursionError) as error:  # ValueError holds JSON errors and lone surrogates
        raise InputError(
            f"{where} 不是合法的 JSON（not valid JSON）: {error}",
            hint='每行一个记录（one record a line）: {"id": "a1", "text": "……"}',
        ) from None
    if not isinstance(value, dict) or not isinstance(value.get("text"), str) or not value["text"].strip():
        raise InputError(
            f'{where} 没有 "text"（the record has no text）',
            hint='每行一个记录（one record a line）: {"id": "a1", "text": "……", "title": "……", "date": "2025-11-17"}',
        )
    return Record(
        number=number,
        id=_word(value, "id", where),
        text=value["text"],
        title=_word(value, "title", where) or None,
        date=iso_date(value.get("date"), where),
        sha256=hashlib.sha256(canonical).hexdigest(),
    )


def _word(record: dict[str, Any], key: str, where: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f'{where}："{key}" 应为字符串（must be a string）', hint=f'改为（write）"{key}": "……"')
    return str(value).strip()
