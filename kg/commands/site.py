"""``kg serve``: the graph as a site on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.commands.shared import Folder, Graph, errors, knowledge_of, note

app = typer.Typer()


@app.command(epilog="例 Example: kg serve -g output --port 8000")
def serve(
    graph: Graph = Path("output"),
    port: Annotated[
        int, typer.Option("--port", help="端口；0 任选。The port; 0 takes a free one.", min=0, max=65535)
    ] = 8000,
    seconds: Annotated[
        float, typer.Option("--seconds", help="每个 SPARQL 查询最多几秒。Time limit of a query.", min=0.1)
    ] = 10,
    workers: Annotated[int, typer.Option("--workers", help="同时答几个查询。Queries at once.", min=1, max=64)] = 2,
    ontology: Folder = None,
) -> None:
    """在本机打开图谱网站：只读，不连网络。The graph as a site on this machine: read-only, without a network."""
    from kg.knowledge.carried import carried
    from kg.serve import serve as run

    with errors():
        run(
            graph,
            port=port,
            knowledge=knowledge_of(ontology or carried(graph)),
            seconds=seconds,
            count=workers,
            ready=lambda address: note(f"打开 open {address}　（Ctrl+C 停止 stops）"),
        )
