"""Runs the site on this machine's own address."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from pathlib import Path

from kg.errors import KgError
from kg.knowledge import Knowledge

ADDRESS = "127.0.0.1"
"""The only address that the site listens on: it is for whoever sits at this machine."""


def serve(
    directory: Path,
    *,
    port: int,
    knowledge: Knowledge,
    seconds: float = 10.0,
    count: int = 2,
    ready: Callable[[str], None] = lambda address: None,
) -> None:
    """Serves the graph built in ``directory`` until it is interrupted; ``port`` 0 takes any that is free.

    ``count`` SPARQL questions run at once, each for ``seconds`` at most. ``ready`` is told the address of the site.
    Raises GraphError where no graph is, and KgError when the port is taken or the libraries of a server are missing.
    """
    try:
        import uvicorn

        from kg.serve.app import create_app
    except ImportError as error:
        raise KgError(
            f"缺少 {error.name}（is not installed）", hint=f'{sys.executable} -m pip install "baotu[server]"'
        ) from error
    listening = _bound(port)
    app = create_app(directory, knowledge=knowledge, seconds=seconds, count=count)
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, date_header=False, access_log=False, timeout_keep_alive=75
    )
    listening.listen(128)  # whoever comes while the site starts waits a moment
    ready(f"http://{ADDRESS}:{listening.getsockname()[1]}")
    uvicorn.Server(config).run(sockets=[listening])


def _bound(port: int) -> socket.socket:
    # with the protocol named, asyncio sends every answer at once instead of waiting 40 ms for company (TCP_NODELAY)
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((ADDRESS, port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise KgError(
            f"端口 {port} 用不了（the port cannot be used）: {error}", hint="换一个（another）: --port 8001"
        ) from error
    return listening
