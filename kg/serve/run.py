"""Runs the site on this machine's own address."""

from __future__ import annotations

from pathlib import Path

from kg.knowledge import Knowledge
from kg.serve.app import create_app

ADDRESS = "127.0.0.1"
"""The only address that the site listens on: it is for whoever sits at this machine."""


def serve(directory: Path, *, port: int, knowledge: Knowledge, seconds: float = 10.0, count: int = 2) -> None:
    """Serves the graph built in ``directory`` until it is interrupted.

    Raises GraphError where no graph is; a port that is taken ends the process with a message of uvicorn's.
    """
    import uvicorn

    app = create_app(directory, knowledge=knowledge, seconds=seconds, count=count)
    uvicorn.run(app, host=ADDRESS, port=port, log_level="warning", server_header=False, date_header=False)
