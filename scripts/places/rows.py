"""Rows of ``ontology/places.tsv`` while they are being put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

LEVELS = ("country", "province", "city", "county", "region", "nature", "foreign", "site", "town")

Spot = tuple[float, float]
"""Longitude and latitude."""


@dataclass(slots=True)
class Row:
    """A place; ``obscure`` are those that only a world-wide register has, whose names are to be distrusted."""

    code: str
    name: str
    parent: str
    level: str
    aliases: list[str] = field(default_factory=list)
    at: Spot | None = None
    obscure: bool = False


def weight(row: Row) -> tuple[int, str]:
    """The order of the file: by level, then by code."""
    return LEVELS.index(row.level), row.code


def lines(file: Path) -> Iterator[list[str]]:
    """The columns of the lines of a hand-kept table, comments and blank lines left out."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
