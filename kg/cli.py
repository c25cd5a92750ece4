"""The command line: arguments in, data on stdout, progress and messages on stderr, no logic of its own.

Exit codes: 0 all done; 1 an error of another kind; 2 a wrong call; 3 a page could not be read (the others were);
4 a mistake in rules or lexicons; 5 a question that cannot be asked; 6 no built graph there; 7 an example of a rule
fails.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.knowledge import Knowledge
    from kg.model import Page

EXAMPLES_FAIL = 7

app = typer.Typer(
    name="kg",
    help="报图 kg：把中文报纸版面读成知识图谱。Chinese newspaper pages into a knowledge graph, by rule and offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(
    name="rules", help="规则：查看、检查。The rules: look at them, run their examples.", no_args_is_help=True
)
app.add_typer(rules_app)

Paths = Annotated[
    list[Path], typer.Argument(help="版面文件或目录（.txt、.jsonl）。Pages: files or directories.", show_default=False)
]
Date = Annotated[
    str | None, typer.Option("--date", help="没有写明日期的版面的出版日期。Date of pages that tell none: 2025-11-17.")
]
Graph = Annotated[Path, typer.Option("-g", "--graph", help="kg build 的输出目录。The directory of a built graph.")]
Folder = Annotated[
    list[Path] | None,
    typer.Option("--ontology", help="自己的规则与词表目录，可多次。A folder of your own rules and lexicons."),
]


@app.command(epilog="例 Example: kg build articles -o output --date 2025-11-17")
def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("-o", "--output", help="输出目录。Where the graph goes.")] = Path("output"),
    date: Date = None,
    ontology: Folder = None,
) -> None:
    """读版面，建图谱：graph.ttl、graph.trig、graph.html、report.json、store/。Pages into a graph."""
    from kg.build import build_graph, summary

    with _errors() as failed, _progress() as progress:
        pages = _pages(paths, date, failed)
        built = build_graph(pages, output, knowledge=_knowledge(ontology), problems=failed, progress=progress)
        _note(summary(built, output))


@app.command(epilog="例 Example: kg extract page.txt --date 2025-11-17 -o out")
def extract(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="每篇一个 JSON 文件的目录。One file a document, in DIR.")
    ] = None,
    date: Date = None,
    ontology: Folder = None,
) -> None:
    """读版面，一篇一行 JSON。Pages into JSON, one object a line."""
    from kg.export.contract import document_json
    from kg.export.files import write_text
    from kg.pipeline import build_reader

    with _errors() as failed:
        read = build_reader(_knowledge(ontology))
        if output:
            output.mkdir(parents=True, exist_ok=True)
        for page in _pages(paths, date, failed):
            try:
                data = document_json(read(page))
            except InputError as error:
                _report(error)
                failed.append(error)
                continue
            if output:
                write_text(output / f"{page.name}.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
            else:
                sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")


@app.command(epilog="例 Examples: kg query unions_programmes · kg query 'ASK { ?s a kg:Programme }' · kg query q.rq")
def query(
    question: Annotated[
        str | None, typer.Argument(help="问题的名字、.rq 文件或 SPARQL。A name, a file or SPARQL.", show_default=False)
    ] = None,
    graph: Graph = Path("output"),
) -> None:
    """问图谱；不给问题时列出现成的问题。Ask the graph; without a question, list the named ones."""
    from kg.export.answer import answer_table
    from kg.graph.query import ask, named_queries, query_text
    from kg.graph.store import open_graph
    from kg.knowledge import builtin

    with _errors():
        folders = [builtin()]
        if question is None:
            for named in named_queries(folders).values():
                typer.echo(f"{named.name:24}{named.title}  {named.title_en}")
            return
        text = query_text(question, folders)
        sys.stdout.write(answer_table(ask(open_graph(graph), text)))


@app.command(epilog="例 Example: kg explain “甲市总工会与市司法局联手推出‘护薪行动’。”")
def explain(
    sentence: Annotated[str, typer.Argument(help="一句话。A sentence.", show_default=False)],
    date: Date = None,
    ontology: Folder = None,
) -> None:
    """一句话怎么读：名称、试过的规则、说出的事实、没说的及原因。How a sentence is read, and why not otherwise."""
    from kg.explain import explain_text

    with _errors():
        sys.stdout.write(explain_text(sentence, date=date, knowledge=_knowledge(ontology)))


@rules_app.command("list", epilog="例 Example: kg rules list")
def rules_list(ontology: Folder = None) -> None:
    """所有规则，一行一条。All rules, a line each."""
    with _errors():
        for rule in _knowledge(ontology).frames.rules:
            typer.echo(f"{rule.id:24}{rule.note}")


@rules_app.command("test", epilog="例 Example: kg rules test --ontology my-rules")
def rules_test(ontology: Folder = None) -> None:
    """执行每条规则的例句。Run the examples of every rule."""
    from kg.extract.examples import check_examples

    with _errors():
        knowledge = _knowledge(ontology)
        rules = knowledge.frames.rules
        failures = check_examples(knowledge.frames, knowledge.lexicon)
        for f in failures:
            _note(f"{f.file} 第 {f.line} 行，规则 {f.rule}：{f.text}\n  → {f.problem}")
        examples = sum(len(rule.examples) + len(rule.nothing) for rule in rules)
        _note(f"{len(rules)} 条规则，{examples} 个例句，{len(failures)} 个不符（rules, examples, failing）")
        if failures:
            raise typer.Exit(EXAMPLES_FAIL)


def main() -> None:
    """The entry point of the command ``kg``."""
    app()


def _knowledge(folders: list[Path] | None) -> Knowledge:
    from kg.knowledge import load

    return load(*(folders or ()))


def _pages(paths: list[Path], date: str | None, failed: list[KgError]) -> Iterator[Page]:
    from kg.read import read_paths

    def on_error(error: KgError) -> None:
        _report(error)
        failed.append(error)

    return read_paths(paths, date=date, on_error=on_error)


@contextmanager
def _errors() -> Iterator[list[KgError]]:
    """Turns errors into messages and exit codes; the list takes errors of single pages, reported already."""
    failed: list[KgError] = []
    try:
        yield failed
    except KgError as error:
        _report(error)
        raise typer.Exit(error.exit_code) from None
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away (kg query … | head)
    if failed:
        raise typer.Exit(InputError.exit_code)


@contextmanager
def _progress() -> Iterator[Callable[[Page], None]]:
    """Counts pages on a terminal; elsewhere it is silent."""
    if not sys.stderr.isatty():
        yield lambda page: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} 版 pages"), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda page: bar.update(task, advance=1, description=page.uri)


def _report(error: KgError) -> None:
    typer.secho(f"kg: {error}", err=True, fg="red")


def _note(text: str) -> None:
    typer.echo(text, err=True)
