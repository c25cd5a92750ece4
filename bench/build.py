"""Does the time of a build grow with the archive and no faster? See README.md."""

from __future__ import annotations

import argparse
import tempfile
import time
from itertools import islice
from pathlib import Path

from kg.build import Built, build_graph
from kg.knowledge import Knowledge, load
from kg.model import Page
from kg.read import read_paths


def main() -> None:
    """Prints seconds and CPU seconds of builds of the first 500, 1000, 2000 pages, and of a build again with nothing changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path, nargs="?", default=Path("articles"))
    parser.add_argument("--sizes", type=int, nargs="*", default=[500, 1000, 2000])
    parser.add_argument("--again", action="store_true", help="build each once more, with nothing to read")
    parser.add_argument("--workers", type=int, default=1, help="processes that read pages; CPU of this one is counted")
    options = parser.parse_args()
    knowledge = load()
    pages = list(islice(read_paths([options.pages], on_error=print), max(options.sizes)))
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            _timed(f"{size} pages", pages[:size], Path(folder), knowledge, options.workers)
            if options.again:
                _timed("  again", pages[:size], Path(folder), knowledge, options.workers)


def _timed(what: str, pages: list[Page], directory: Path, knowledge: Knowledge, workers: int) -> None:
    begun, clock = time.process_time(), time.perf_counter()
    built: Built = build_graph(pages, directory, knowledge=knowledge, problems=[], on_error=print, workers=workers)
    seconds, passed = time.process_time() - begun, time.perf_counter() - clock
    statements = built.counts["statements"]
    print(
        f"{what:12}{built.read:6} read{statements:9} statements{passed:8.1f} s{seconds:8.1f} s CPU"
        f"{1000 * seconds / len(pages):8.1f} ms a page{1e6 * seconds / statements:8.0f} µs a statement",
        flush=True,
    )


if __name__ == "__main__":
    main()
