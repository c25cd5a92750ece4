"""A few worker processes that share the questions; one that takes too long is killed and another takes its place."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.serve.site import stamp

_MODULE = "kg.serve.worker"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker answers: an HTTP status, a media type and a body."""

    status: int
    media: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Worker:
    """A process, and the stamp of the graph that it has opened."""

    process: asyncio.subprocess.Process
    stamp: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Workers:
    """Places for workers: a place holds an idle worker, or None where the next question must start one.

    ``seconds`` is the limit of a question, ``megabytes`` that of a process.
    """

    directory: Path
    seconds: float
    megabytes: int
    places: asyncio.Queue[Worker | None]


@asynccontextmanager
async def workers(directory: Path, *, count: int, seconds: float, megabytes: int) -> AsyncIterator[Workers]:
    """``count`` places for workers, and no process left over at the end."""
    places: asyncio.Queue[Worker | None] = asyncio.Queue()
    crew = Workers(directory, seconds, megabytes, places)
    places.put_nowait(await _started(crew))  # the first question should not wait for a process to start
    for _ in range(count - 1):
        places.put_nowait(None)
    try:
        yield crew
    finally:
        while not places.empty():
            await _ended(places.get_nowait())


async def ask(crew: Workers, job: dict[str, Any]) -> Reply:
    """The reply to a job; 503 when it takes too long or no worker gets free in that time."""
    try:
        worker = await asyncio.wait_for(crew.places.get(), crew.seconds)
    except TimeoutError:
        return _busy()
    kept: Worker | None = None
    try:
        if worker is None or worker.process.returncode is not None or worker.stamp != stamp(crew.directory):
            await _ended(worker)
            worker = await _started(crew)
        reply = await asyncio.wait_for(_exchange(worker.process, job), crew.seconds)
        kept = worker
        return reply
    except TimeoutError:
        return _late(crew)
    except (asyncio.IncompleteReadError, ConnectionError, ValueError):
        return _broken(crew)
    finally:  # also when the reader went away: a half-answered worker must not serve the next one
        if kept is None:
            await asyncio.shield(_ended(worker))
        crew.places.put_nowait(kept)


async def _exchange(process: asyncio.subprocess.Process, job: dict[str, Any]) -> Reply:
    assert process.stdin is not None  # noqa: S101 - opened as pipes below
    assert process.stdout is not None  # noqa: S101
    process.stdin.write(json.dumps(job).encode() + b"\n")
    await process.stdin.drain()
    head = json.loads(await process.stdout.readline())
    return Reply(head["status"], head["media"], await process.stdout.readexactly(head["length"]))


async def _started(crew: Workers) -> Worker:
    now = stamp(crew.directory)
    # -P: what lies in the user's directory must not be imported in place of a library
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-P", "-m", _MODULE, str(crew.directory.resolve()), str(crew.megabytes)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(),
    )
    worker = Worker(process, now)
    assert process.stdout is not None  # noqa: S101
    if await process.stdout.readline() != b"ready\n":
        await _ended(worker)
        raise ConnectionError("a worker did not start")
    return worker


async def _ended(worker: Worker | None) -> None:
    if worker is not None and worker.process.returncode is None:
        worker.process.kill()
        await worker.process.wait()


def _environment() -> dict[str, str]:
    """The environment in which the child finds the same kg, wherever it was imported from."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}


def _late(crew: Workers) -> Reply:
    what = f"查询超过 {crew.seconds:g} 秒，已中止；请缩小问题或加 LIMIT（stopped: out of time; narrow the question）\n"
    return Reply(503, "text/plain; charset=utf-8", what.encode())


def _busy() -> Reply:
    what = "正有太多查询在进行，请稍后再试（too many questions at once; try again）\n"
    return Reply(503, "text/plain; charset=utf-8", what.encode())


def _broken(crew: Workers) -> Reply:
    what = f"查询超过 {crew.megabytes} MB 内存，已中止（stopped: out of memory）\n"
    return Reply(503, "text/plain; charset=utf-8", what.encode())
