"""A directory that is kg's to write: nobody else's files are replaced, and two builds never write at once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import GraphError
from kg.export.write import PAGES, REPORT, TURTLE
from kg.graph.iris import KG
from kg.graph.store import STORE
from kg.knowledge.carried import foreign as not_carried

try:
    import fcntl
except ImportError:  # Windows has none; there the last writer wins
    fcntl = None  # type: ignore[assignment]

_STORE_FILE = "CURRENT"  # every RocksDB has it
_HEAD = 4000
_NAMED = 3


@contextmanager
def claimed(directory: Path) -> Iterator[None]:
    """Holds the directory for one writer until the block ends.

    Raises GraphError when another process is writing there, when the directory holds files but no graph of kg's
    (hidden files do not count), and when something of the names that a build writes (``pages/``, ``store/``,
    ``report.json``, ``graph.ttl``) is there and was not written by kg.
    """
    if not directory.is_dir():
        yield
        return
    foreign = next(_foreign(directory), None)
    if foreign is not None:
        raise GraphError(
            f"{foreign} 不是 kg 写的，不能覆盖（was not written by kg; a build would replace it）",
            hint="换一个输出目录（give another directory）: -o my-graph",
        )
    if not (directory / REPORT).is_file() and (others := _visible(directory)):
        some = "、".join(others[:_NAMED]) + (" …" if len(others) > _NAMED else "")
        raise GraphError(
            f"{directory} 里有别的文件，没有 kg 的图谱，不往里写（holds other files and no graph of kg's）: {some}",
            hint=f"给一个空的或新的目录（give an empty or a new directory）: -o {directory / 'my-graph'}",
        )
    if fcntl is None:
        yield
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise GraphError(
                f"另一个 kg 正在写 {directory}（another kg is writing there）",
                hint="等它写完再运行（wait until it is done）",
            ) from None
        yield
    finally:
        os.close(handle)


def _visible(directory: Path) -> list[str]:
    return sorted(item.name for item in directory.iterdir() if not item.name.startswith("."))


def _foreign(directory: Path) -> Iterator[Path]:
    """What a build would replace there although kg did not write it."""
    pages, store, report, turtle = (directory / name for name in (PAGES, STORE, REPORT, TURTLE))
    if pages.is_dir():
        known = (directory / REPORT).is_file()
        yield from (item for item in sorted(pages.iterdir()) if item.suffix != ".json" or not known)
    yield from not_carried(directory)
    if store.is_dir() and any(store.iterdir()) and not (store / _STORE_FILE).is_file():
        yield store
    if report.is_file() and not _is_report(report):
        yield report
    if turtle.is_file() and KG not in turtle.read_text(encoding="utf-8", errors="replace")[:_HEAD]:
        yield turtle


def _is_report(file: Path) -> bool:
    try:
        report = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(report, dict) and "counts" in report
