"""``kg query``: SPARQL and named questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.commands.shared import Graph, errors, note, on_terminal
from kg.errors import QueryError

app = typer.Typer()

_ANY = {"allow_extra_args": True, "ignore_unknown_options": True}


@app.command(
    context_settings=_ANY,
    epilog="例 Examples: kg query careers --person 林新征 · kg query 'SELECT ?s WHERE { ?s a kg:Programme }' -f csv",
)
def query(
    context: typer.Context,
    question: Annotated[
        str | None, typer.Argument(help="问题的名字、.rq 文件或 SPARQL。A name, a file or SPARQL.", show_default=False)
    ] = None,
    graph: Graph = Path("output"),
    form: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            help="table（终端里按宽度截短 cut to the terminal）、csv、tsv、json、xml；图用 ttl。ttl is for CONSTRUCT.",
        ),
    ] = "table",
    seconds: Annotated[float, typer.Option("--seconds", help="最多几秒。Time limit.", min=0)] = 60,
    rows: Annotated[int, typer.Option("--rows", help="最多几行。Row limit.", min=1)] = 100_000,
    megabytes: Annotated[int, typer.Option("--megabytes", help="最多几 MB 内存。Memory limit.", min=128)] = 2048,
) -> None:
    """问图谱；不给问题时列出现成的问题。Ask the graph; without a question, list the named ones and their parameters."""
    from shutil import get_terminal_size

    from kg.export.answer import answer_text, catalogue, check_format
    from kg.graph.query_limits import Limits, ask_within
    from kg.graph.query_named import named_queries, query_text
    from kg.knowledge import builtin

    with errors():
        check_format(form)
        if question is None:
            sys.stdout.write(catalogue(named_queries([builtin()]).values()))
            return
        text = query_text(question, [builtin()], values=_values(context.args))
        answer = ask_within(graph, text, limits=Limits(seconds, rows, megabytes))
        sys.stdout.write(answer_text(answer, form, get_terminal_size().columns if on_terminal() else None))
        if answer.form == "SELECT" and not answer.rows:
            note(_nothing(question, text, graph))
        if answer.truncated:
            raise QueryError(f"只给出前 {rows} 行（cut: there are more rows）", hint="要更多（for more）: --rows")


def _nothing(question: str, text: str, graph: Path) -> str:
    """What to try where a question has no rows."""
    from kg.graph.query_slips import unknown_terms
    from kg.knowledge.carried import terms_of
    from kg.knowledge.ontology import load_ontology

    terms = load_ontology(terms_of(graph))
    if unknown := unknown_terms(text, (*terms.classes, *terms.properties)):
        lines = []
        for name, near in unknown:
            meant = f"；是不是（did you mean） {'、'.join(f'kg:{other}' for other in near)}？" if near else ""
            lines.append(f"没有 kg:{name}（no such class or property）{meant}")
        return "\n".join([*lines, "全部（all of them）: kg vocabulary"])
    if "{" not in question:
        return (
            "没有结果（no rows）：参数里的名称要写全（names of parameters are whole names）；"
            "查名称（look one up）: kg query entities --word 总工会"
        )
    return "没有结果（no rows）；图里有什么（what the graph holds）: kg query counts、kg query entities"


def _values(arguments: list[str]) -> dict[str, list[str]]:
    """``--person 林新征 --since=2025`` as the values of parameters; a parameter may come several times."""
    values: dict[str, list[str]] = {}
    rest = iter(arguments)
    for word in rest:
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise typer.BadParameter(f"{word}：写（write）--参数 值, --parameter value")
        given = value if equals else next(rest, None)
        if given is None:
            raise typer.BadParameter(f"--{name} 没有值（lacks a value）")
        values.setdefault(name, []).append(given)
    return values
