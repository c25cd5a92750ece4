"""The user's own folders that a graph was built with, carried in its directory: whoever reads it knows its terms.

``DIR/own-rules/01`` and so on hold what kg reads of the folders, in their order, so that a relation of one's own has
its name in every command, and pages that are added later are read by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.knowledge.base import KNOWN_FILES, KNOWN_FOLDERS, builtin

CARRIED = "own-rules"
_NUMBER = re.compile(r"\d{2,}")


def carried(directory: Path) -> tuple[Path, ...]:
    """The folders that the graph in the directory carries, in their order; none for one built without."""
    place = directory / CARRIED
    return tuple(sorted(_numbered(place), key=lambda folder: int(folder.name))) if place.is_dir() else ()


def foreign(directory: Path) -> Iterator[Path]:
    """What lies where a graph carries its folders and was not put there by kg."""
    place = directory / CARRIED
    if place.is_dir():
        yield from sorted({*place.iterdir()} - {*_numbered(place)})


def terms_of(directory: Path, own: Iterable[Path] | None = None) -> list[Traversable]:
    """The folders with the terms of a built graph: kg's own, those that it carries, and ``own`` besides."""
    return [builtin(), *carried(directory), *(own or ())]


def carry(folders: Sequence[Traversable], directory: Path) -> None:
    """Copies what kg reads of the folders into the directory."""
    for number, folder in enumerate(folders, 1):
        target = directory / CARRIED / f"{number:02}"
        target.mkdir(parents=True)
        for name in KNOWN_FILES:
            if (folder / name).is_file():
                (target / name).write_bytes((folder / name).read_bytes())
        for name in KNOWN_FOLDERS:
            if not (folder / name).is_dir():
                continue
            (target / name).mkdir()
            for file in (folder / name).iterdir():
                if file.is_file():
                    (target / name / file.name).write_bytes(file.read_bytes())


def _numbered(place: Path) -> Iterator[Path]:
    return (child for child in place.iterdir() if child.is_dir() and _NUMBER.fullmatch(child.name))
