"""A process that answers SPARQL questions, one at a time, until it is killed: the engine itself knows no time limit.

It reads jobs from stdin, one JSON object a line, and answers each with a line of JSON (``status``, ``media``,
``length``) and then so many bytes. It never writes to the graph.
"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, Store, serialize

from kg.errors import KgError
from kg.graph.iris import PREFIXES
from kg.graph.query import check
from kg.graph.query_slips import unreadable
from kg.graph.store import open_graph
from kg.serve.formats import GRAPHS, RESULTS

MOST = 64 * 1024 * 1024
"""How many bytes an answer may have."""


class _FullError(Exception):
    """An answer grew over ``MOST``."""


class _Answer(io.BytesIO):
    """Bytes of an answer, up to ``MOST``."""

    def write(self, data: Any, /) -> int:
        if self.tell() + len(data) > MOST:
            raise _FullError
        return super().write(data)


def main(directory: str, megabytes: int) -> None:
    """Answers jobs until stdin ends."""
    limit_memory(megabytes)
    store = open_graph(Path(directory))
    output = sys.stdout.buffer
    output.write(b"ready\n")
    output.flush()
    for line in sys.stdin.buffer:
        status, media, body = answer(store, json.loads(line))
        head = {"status": status, "media": media, "length": len(body)}
        output.write(json.dumps(head).encode() + b"\n" + body)
        output.flush()


def answer(store: Store, job: dict[str, Any]) -> tuple[int, str, bytes]:
    """Status, media type and body for a job: ``query``, ``base``, ``default``, ``named``, ``results``, ``truth``, ``graph``.

    ``base`` is what relative IRIs are relative to. ``default`` and ``named`` are lists of graph IRIs or None where the protocol names none; ``results``, ``truth``
    and ``graph`` the media types for each form of answer.
    """
    try:
        check(job["query"])
        return _answer(store, job)
    except KgError as error:
        return 400, "text/plain; charset=utf-8", str(error).encode()
    except SyntaxError as error:
        return 400, "text/plain; charset=utf-8", str(unreadable(job["query"], error)).encode()
    except ValueError as error:
        return 400, "text/plain; charset=utf-8", f"查询有误（the query cannot be answered）: {error}".encode()
    except _FullError:
        what = f"答案超过 {MOST // 1024 // 1024} MB，请加 LIMIT（the answer is too large; add LIMIT）"
        return 400, "text/plain; charset=utf-8", what.encode()
    except (OSError, RuntimeError) as error:
        return 500, "text/plain; charset=utf-8", f"查询没有完成（the query failed）: {error}".encode()


def _answer(store: Store, job: dict[str, Any]) -> tuple[int, str, bytes]:
    default, named = job["default"], job["named"]
    if default is not None or named is not None:  # the protocol's dataset replaces that of the query
        result = store.query(
            job["query"],
            prefixes=PREFIXES,
            base_iri=job["base"],
            default_graph=[NamedNode(iri) for iri in default or ()],
            named_graphs=[NamedNode(iri) for iri in named or ()],
        )
    else:
        result = store.query(job["query"], prefixes=PREFIXES, base_iri=job["base"])
    body = _Answer()
    if isinstance(result, QueryBoolean):
        media = job["truth"]
        result.serialize(body, format=RESULTS[media])
    elif isinstance(result, QuerySolutions):
        media = job["results"]
        result.serialize(body, format=RESULTS[media])
    else:
        media = job["graph"]
        serialize(result, body, format=GRAPHS[media], prefixes=PREFIXES)
    return 200, media, body.getvalue()


def limit_memory(megabytes: int) -> None:
    """Limits what the process may hold, where the system has such a limit."""
    if sys.platform == "win32":
        return
    import resource

    # data, not address space: engines and allocators reserve far more addresses than they ever use
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
