"""Pages read side by side by several processes, given back in their order."""

from __future__ import annotations

import signal
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from kg.errors import InputError, KgError
from kg.knowledge import Knowledge
from kg.model import Document, Page
from kg.pipeline import Reader, build_reader

Answer = Document | InputError
"""A page that was read, or why it could not be."""

_AHEAD = 8
"""Pages handed out ahead a process: enough to keep it busy, few enough to keep an archive out of memory."""


def read_pages(pages: Iterable[Page], knowledge: Knowledge, *, workers: int = 1) -> Iterator[tuple[Page, Answer]]:
    """Each page with its facts, or with the InputError that says why it has none; the order is that of ``pages``.

    One worker is this process, which sets its reader up for the first page; several are processes of their own, each
    with a reader, and ``pages`` is asked for a few pages ahead. Raises KgError when a process dies.
    """
    if workers == 1:
        read: Reader | None = None
        for page in pages:
            read = read or build_reader(knowledge)
            yield page, _answer(read, page)
        return
    # spawned, not forked: a fork would copy threads and locks of whoever calls
    with ProcessPoolExecutor(workers, get_context("spawn"), _prepare, (knowledge,)) as pool:
        for _ in range(workers):
            pool.submit(_started)  # all at once: a pool that starts one while another dies may wait for ever
        waiting: deque[tuple[Page, Future[Answer]]] = deque()
        try:
            for page in pages:
                waiting.append((page, pool.submit(_read_here, page)))
                if len(waiting) > _AHEAD * workers:
                    yield _next(waiting)
            while waiting:
                yield _next(waiting)
        except BrokenProcessPool:
            raise KgError(
                "一个读版面的进程意外中止（a reading process died）",
                hint="内存不够时减少进程（fewer processes need less memory）: --workers 1",
            ) from None
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _next(waiting: deque[tuple[Page, Future[Answer]]]) -> tuple[Page, Answer]:
    page, future = waiting.popleft()
    return page, future.result()


def _answer(read: Reader, page: Page) -> Answer:
    try:
        return read(page)
    except InputError as error:
        return error
    except KgError:
        raise
    except Exception as error:  # a mistake of ours costs this page alone, and is told with its place
        return _broken(page, error)


def _broken(page: Page, error: Exception) -> InputError:
    """What to tell of a page whose reading a mistake of kg itself has stopped."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return InputError(
        f"{page.uri}: kg 自身出错，此版未读（a bug in kg stopped the reading of this page）"
        f": {type(error).__name__}: {error} ({where})",
        hint="其余各版照读；请把此版连同这一行报告给我们（the other pages go on; please report this page with this line）",
    )


_readers: list[Reader] = []
"""The reader of a reading process, made when it starts."""


def _prepare(knowledge: Knowledge) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that handed out the pages
    _readers.append(build_reader(knowledge))


def _started() -> None:
    """Nothing to do: being asked starts the process."""


def _read_here(page: Page) -> Answer:
    return _answer(_readers[0], page)
