"""The embedded store of a built graph: filled from quads, opened from a directory."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, serialize

from kg.errors import GraphError
from kg.graph.quads import in_order

STORE = "store"
TRIG = "graph.trig"


def fill(quads: Iterable[Quad], path: Path | None = None) -> Store:
    """A store that holds the quads, in memory or in the directory ``path``, which must not exist yet."""
    if path is not None and path.exists():
        raise GraphError(f"{path} 已存在（exists already）", hint="build into a new directory")
    store = Store(str(path)) if path is not None else Store()
    store.bulk_extend(quads)
    if path is not None:
        store.optimize()
        store.flush()
    return store


def open_graph(directory: Path) -> Store:
    """The store of a build: its ``store/`` read-only, or its ``graph.trig`` read into memory.

    Raises GraphError when there is neither or the files are damaged.
    """
    try:
        if (directory / STORE).is_dir():
            return Store.read_only(str(directory / STORE))
        if (directory / TRIG).is_file():
            store = Store()
            store.bulk_load(path=str(directory / TRIG), format=RdfFormat.TRIG)
            return store
    except (OSError, SyntaxError, ValueError) as error:
        raise GraphError(
            f"{directory} 里的图打不开（the graph cannot be opened）: {error}", hint="kg build …"
        ) from error
    raise GraphError(
        f"{directory} 里没有图（no graph here: neither {STORE}/ nor {TRIG}）", hint="kg build PAGES -o DIR"
    )


def dump(store: Store) -> bytes:
    """Everything in the store as N-Quads, sorted, one quad a line."""
    return serialize(in_order(store), format=RdfFormat.N_QUADS) or b""
