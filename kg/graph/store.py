"""The embedded store of a built graph: filled from quads, opened from a directory.

Named graphs hold what each article says. The default graph holds the same triples merged, each once: a question
over all articles then joins and counts facts, where the union of the named graphs would give a fact as often as
it is told, and a join of two the square of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse, serialize

from kg.errors import GraphError
from kg.graph.iris import DATA
from kg.graph.quads import in_order

STORE = "store"
TRIG = "graph.trig"
_RUN = DATA + "run/"
_PART = 32_000_000
"""Bytes of lines that are loaded at once: more take more memory and no less time."""


def fill(quads: Iterable[Quad], path: Path | None = None) -> Store:
    """A store that holds the quads, in memory or in the directory ``path``, which must not exist yet."""
    if path is not None and path.exists():
        raise GraphError(f"{path} 已存在（exists already）", hint="建到新的目录里（build into a new directory）")
    store = Store(str(path)) if path is not None else Store()
    kept = list(quads)
    store.bulk_extend(kept)
    store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in kept)
    if path is not None:
        store.optimize()
        store.flush()
    return store


def add_lines(quads: Iterable[Quad], graph: str, file: BinaryIO) -> None:
    """Writes the quads of the graph of that IRI, and the same merged, as the N-Quads that ``load`` reads.

    The end of a line cannot stand inside of one, so what is cut off is the graph and nothing else.
    """
    lines = serialize(quads, format=RdfFormat.N_QUADS) or b""
    file.write(lines)
    file.write(lines.replace(f" <{graph}> .\n".encode(), b" .\n"))


def load(lines: Path, path: Path) -> None:
    """A new store in the directory ``path`` of the lines of ``add_lines``; other threads run on meanwhile.

    They are loaded a part at a time, since the loader holds up to a million of them in memory, in some gigabytes.
    """
    store = Store(str(path))
    with lines.open("rb") as file:
        while part := file.read(_PART):
            part += file.readline()
            store.bulk_load(input=part, format=RdfFormat.N_QUADS, lenient=True)  # our own lines, sound as they are
    store.optimize()
    store.flush()


def open_graph(directory: Path) -> Store:
    """The store of a build: its ``store/`` read-only, or its ``graph.trig`` read into memory.

    Raises GraphError when there is neither or the files are damaged.
    """
    try:
        if (directory / STORE).is_dir():
            return Store.read_only(str(directory / STORE))
        if (directory / TRIG).is_file():
            return fill(parse(path=str(directory / TRIG), format=RdfFormat.TRIG))
    except (OSError, SyntaxError, ValueError) as error:
        raise GraphError(
            f"{directory} 里的图打不开（the graph cannot be opened）: {error}",
            hint="重新建图（build it again）: kg build PAGES -o DIR",
        ) from error
    raise GraphError(
        f"{directory} 里没有图（no graph here: neither {STORE}/ nor {TRIG}）",
        hint="先建图（build it first）: kg build PAGES -o DIR",
    )


def said(store: Store) -> Iterator[Quad]:
    """The quads as they were built, without the merged copy: articles' graphs, and the run, which is in none."""
    for quad in store:
        subject = getattr(quad.subject, "value", "")
        if not isinstance(quad.graph_name, DefaultGraph) or subject.startswith(_RUN):
            yield quad


def dump(store: Store) -> bytes:
    """What ``said`` gives as N-Quads, sorted, one quad a line."""
    return serialize(in_order(said(store)), format=RdfFormat.N_QUADS) or b""
