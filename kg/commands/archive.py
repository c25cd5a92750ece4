"""Commands that change a built graph: pages added and removed, decisions on merges."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.shared import (
    MERGES,
    Date,
    Floor,
    Folder,
    Graph,
    Merges,
    Paths,
    Workers,
    collector,
    errors,
    floor_of,
    knowledge_of,
    note,
    pages_of,
    progress,
)

app = typer.Typer()
merge_app = typer.Typer(
    name="merge",
    help="合并：哪些名字算同一个，哪些还没定；接受、拒绝、拆开。What was joined across articles, and what is open.",
    no_args_is_help=True,
)
app.add_typer(merge_app)

Name = Annotated[
    str,
    typer.Argument(
        help="名称、别名、IRI 或 kg merge list 里的名字。A name, an IRI, or a name of kg merge list.",
        show_default=False,
    ),
]


def rebuild(
    paths: list[Path],
    output: Path,
    *,
    date: str | None,
    ontology: list[Path] | None,
    merges: Path,
    floor: str | None = None,
    workers: int = 1,
    keep: bool = False,
    without: frozenset[str] = frozenset(),
) -> None:
    """Builds the graph of the pages (and, with ``keep``, of those that are in it) and says what was found."""
    from kg.build import build_graph, summary
    from kg.knowledge.carried import carried
    from kg.resolve.decisions import read_decisions

    least = floor_of(floor)
    begun = _begun(output) if keep and paths else ""
    with errors() as failed, progress() as tick:
        built = build_graph(
            pages_of(paths, date, failed),
            output,
            knowledge=knowledge_of(ontology or (carried(output) if keep else ())),
            problems=failed,
            on_error=collector(failed),
            keep=keep,
            without=without,
            decisions=read_decisions(merges),
            floor=least,
            workers=workers,
            progress=tick,
        )
        for unused in built.unused:
            note(f"{merges} {unused}")
        note(summary(built, output))
        if begun:
            note(begun)


def _begun(output: Path) -> str:
    """What to say when pages are added where no graph is, beside the graphs of much the same name; '' where one is."""
    from difflib import get_close_matches

    from kg.export.write import REPORT

    if (output / REPORT).is_file():
        return ""
    graphs = [found.parent.name for found in output.absolute().parent.glob(f"*/{REPORT}")]
    near = get_close_matches(output.name, graphs, n=3)
    meant = f"；是不是要写（did you mean） {'、'.join(str(output.with_name(name)) for name in near)}？" if near else ""
    return f"{output} 里原来没有图谱，新建了一个（there was no graph: a new one was begun）{meant}"


@app.command(epilog="例 Example: kg add 2025-11-18-01.txt -g output")
def add(
    paths: Paths,
    graph: Graph = Path("output"),
    date: Date = None,
    floor: Floor = None,
    ontology: Folder = None,
    merges: Merges = MERGES,
    workers: Workers = 1,
) -> None:
    """把版面加进图谱（没有就新建）；改过的版面替换旧的，没变的不重读。Add pages to a graph, or begin one; unchanged ones are not read again."""
    rebuild(paths, graph, date=date, ontology=ontology, merges=merges, floor=floor, workers=workers, keep=True)


@app.command(epilog="例 Example: kg remove 2025-11-18-01 -g output")
def remove(
    pages: Annotated[list[str], typer.Argument(help="版面的名字。Names of pages.", show_default=False)],
    graph: Graph = Path("output"),
    ontology: Folder = None,
    merges: Merges = MERGES,
) -> None:
    """从图谱里去掉版面，只去掉它独有的事实。Remove pages, and with them what they alone said."""
    rebuild([], graph, date=None, ontology=ontology, merges=merges, keep=True, without=frozenset(pages))


@merge_app.command("list", epilog="例 Example: kg merge list -g output")
def merge_list(
    graph: Graph = Path("output"),
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 输出。As JSON.")] = False,
) -> None:
    """跨文章合并了什么、凭什么，还有哪些没定。What was joined and why, and what is open."""
    from kg.errors import GraphError
    from kg.resolve.compare import in_words

    with errors():
        file = graph / "merges.json"
        if not file.is_file():
            raise GraphError(
                f"{graph} 里没有 merges.json（no merges here）", hint="先建图（build it first）: kg build PAGES -o DIR"
            )
        data = json.loads(file.read_text(encoding="utf-8"))
        if as_json:
            sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")
            return
        for item in data["merged"]:
            name = item["name"] if item["label"] in item["name"] else f"{item['name']} {item['label']}"  # 地点 by code
            because = "；".join(map(in_words, item["because"]))
            typer.echo(f"同一 same  {name}　{item['articles']} 版 pages　{because}")
        for item in data["open"]:
            evidence = "；".join(map(in_words, item["evidence"]))
            typer.echo(f"未定 open  {item['one']}\t{item['other']}　{item['score']:+g}（{evidence}）")
        for unused in data["unused"]:
            typer.echo(f"不适用 unused  {unused}")
        note(
            f"{len(data['merged'])} 个合并，{len(data['open'])} 对未定（joined, open）：kg merge accept | reject | split"
        )


def _decide(verb: str, *names: str, graph: Path, merges: Path) -> None:
    from urllib.parse import unquote

    from kg.errors import QueryError
    from kg.graph.iris import DATA
    from kg.graph.show import the_one
    from kg.graph.store import open_graph
    from kg.resolve.decisions import Decision, add_decision

    with errors():
        store = open_graph(graph)
        meant = [unquote(the_one(store, name.replace("/", ":", 1)).iri.removeprefix(DATA)) for name in names]
        if len(set(meant)) < len(meant):
            raise QueryError(
                f"两个名字指同一个 {meant[0]}（both names mean the same）",
                hint="看名字（see the names）: kg merge list",
            )
        add_decision(merges, Decision(verb, tuple(meant)))
        written = "\t".join((verb, *meant))
        note(f"已记入 written to {merges}: {written}\n下次 kg build 或 kg merge apply 生效（it takes effect then）")


@merge_app.command(epilog="例 Example: kg merge accept person/张明（甲厂） person/张明（乙市总工会）")
def accept(one: Name, other: Name, graph: Graph = Path("output"), merges: Merges = MERGES) -> None:
    """两个名字是同一个。The two are the same."""
    _decide("same", one, other, graph=graph, merges=merges)


@merge_app.command(epilog="例 Example: kg merge reject person/张明（甲厂） person/张明（乙市总工会）")
def reject(one: Name, other: Name, graph: Graph = Path("output"), merges: Merges = MERGES) -> None:
    """两个名字不是同一个，不再问。The two are different; do not ask again."""
    _decide("different", one, other, graph=graph, merges=merges)


@merge_app.command(epilog="例 Example: kg merge split organization/信息中心")
def split(name: Name, graph: Graph = Path("output"), merges: Merges = MERGES) -> None:
    """合错了，按文章拆开。Joined wrongly: take it apart by article."""
    _decide("split", name, graph=graph, merges=merges)


@merge_app.command(epilog="例 Example: kg merge apply -g output")
def apply(graph: Graph = Path("output"), ontology: Folder = None, merges: Merges = MERGES) -> None:
    """不读新版面，按合并决定重建图谱。Build the graph again from its own pages, with the decisions applied."""
    rebuild([], graph, date=None, ontology=ontology, merges=merges, keep=True)
