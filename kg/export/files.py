"""Whole files or none: what a build writes appears at once, and an interrupted build leaves the old files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staged(directory: Path) -> Iterator[Path]:
    """A temporary directory whose contents move into ``directory`` when the block ends without an error.

    Files are replaced one by one, each atomically; a directory takes the place of the old one of its name.
    Other files of ``directory`` stay. On an error nothing in ``directory`` has changed.
    """
    directory.mkdir(parents=True, exist_ok=True)
    stage = Path(tempfile.mkdtemp(prefix=".kg-", dir=directory))
    try:
        yield stage
        for item in sorted(stage.iterdir()):
            _move(item, directory / item.name)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def write_text(path: Path, text: str) -> None:
    """Writes UTF-8 with line feeds; readers see the old file or the new one, never a part.

    A surrogate that no encoding has becomes U+FFFD.
    """
    write_bytes(path, text.encode("utf-8", errors="surrogatepass").decode("utf-8", errors="replace").encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Writes the bytes; readers see the old file or the new one, never a part."""
    handle, name = tempfile.mkstemp(prefix=".kg-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _move(source: Path, target: Path) -> None:
    if not target.is_dir():
        source.replace(target)
        return
    old = Path(tempfile.mkdtemp(prefix=".kg-old-", dir=target.parent))
    target.replace(old / target.name)
    source.replace(target)
    shutil.rmtree(old, ignore_errors=True)
