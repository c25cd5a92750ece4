"""A question asked in a process of its own, which can be killed: the store's engine itself knows no limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError, QueryError
from kg.graph.query import Answer, Cell, ask, check
from kg.graph.store import open_graph

_MEGABYTE = 1024 * 1024
_MODULE = "kg.graph.query_limits"


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a question may take (seconds), how many rows it may give, and how much memory it may use (MB)."""

    seconds: float = 60.0
    rows: int = 100_000
    megabytes: int = 2048


def ask_within(directory: Path, query: str, *, limits: Limits) -> Answer:
    """The answer of ``ask`` from the graph built in ``directory``, within the limits.

    An answer of more rows is cut and says so (``truncated``). Raises QueryError when time or memory run out and
    whatever ``ask`` and ``open_graph`` raise.
    """
    check(query)
    job = {"directory": str(directory), "query": query, **asdict(limits)}
    try:
        # -P: what lies in the user's directory must not be imported in place of a library
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-P", "-m", _MODULE],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=limits.seconds,
            env=_environment(),
        )
    except subprocess.TimeoutExpired:
        raise QueryError(
            f"查询超过 {limits.seconds:g} 秒，已中止（stopped: out of time）",
            hint="把问题缩小，或多给些时间（narrow the question, or give it more）: --seconds",
        ) from None
    if done.returncode > 0 and b"MemoryError" not in done.stderr:
        raise KgError(f"查询进程出错（the process of the query failed）: {done.stderr.decode(errors='replace')[-500:]}")
    if done.returncode:  # killed by a signal, as an engine in want of memory is
        raise QueryError(
            f"查询超过 {limits.megabytes} MB 内存，已中止（stopped: out of memory）",
            hint="把问题缩小，或多给些内存（narrow the question, or give it more）: --megabytes",
        )
    return _answer(json.loads(done.stdout))


def _environment() -> dict[str, str]:
    """The environment in which the child finds the same kg, wherever it was imported from."""
    root = str(Path(__file__).resolve().parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}


def _answer(told: dict[str, Any]) -> Answer:
    if error := told.get("error"):
        kind = next((kind for kind in KgError.__subclasses__() if kind.__name__ == error["kind"]), KgError)
        raise kind(error["message"], hint=error["hint"])
    rows = tuple(tuple(Cell(*cell) if cell else None for cell in row) for row in told["rows"])
    return Answer(told["form"], tuple(told["variables"]), rows, told["truth"], told["truncated"])


def _child() -> None:
    """Reads a job from stdin, answers it on stdout; ends without an answer where memory runs out."""
    job = json.load(sys.stdin)
    _limit_memory(job["megabytes"])
    told: dict[str, Any]
    try:
        answer = ask(open_graph(Path(job["directory"])), job["query"], limit=job["rows"])
        rows = [[cell and (cell.kind, cell.value, cell.language, cell.datatype) for cell in row] for row in answer.rows]
        told = {
            "form": answer.form,
            "variables": answer.variables,
            "rows": rows,
            "truth": answer.truth,
            "truncated": answer.truncated,
        }
    except KgError as error:
        told = {"error": {"kind": type(error).__name__, "message": error.message, "hint": error.hint}}
    sys.stdout.write(json.dumps(told))


def _limit_memory(megabytes: int) -> None:
    """Limits what the process may hold; where the system has no such limit (Windows), only time and rows count."""
    if sys.platform == "win32":
        return
    import resource

    # data, not address space: engines and allocators reserve far more addresses than they ever use
    size = megabytes * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    _child()
