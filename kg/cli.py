"""The command line: arguments in, data on stdout, progress and messages on stderr, no logic of its own.

Exit codes: 0 all done; 1 an error of another kind; 2 a wrong call: a command, an option, a value that it does not
take; 3 a page could not be read (the others were; files of other kinds in a
folder are only skipped: still 0); 4 a mistake in rules or lexicons; 5 a question that cannot be
asked (its SPARQL, its name or parameters, a name that the graph does not know) or that ran into its limits; 6 no
built graph there; 7 an example of a rule fails; 8 the graph violates its shapes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.commands import archive, explain, graphs, questions, rules, site
from kg.commands.shared import MERGES, Date, Floor, Folder, Merges, Paths, Workers
from kg.commands.shared import errors as _errors
from kg.commands.shared import knowledge_of as _knowledge
from kg.commands.shared import note as _note
from kg.commands.shared import pages_of as _pages
from kg.commands.shared import report as _report
from kg.errors import InputError

app = typer.Typer(
    name="kg",
    help="报图 kg：把中文报纸版面读成知识图谱。Chinese newspaper pages into a knowledge graph, by rule and offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules.app)
app.add_typer(questions.app)
app.add_typer(graphs.app)
app.add_typer(archive.app)
app.add_typer(site.app)
app.add_typer(explain.app)


@app.command(epilog="例 Example: kg build articles -o output --date 2025-11-17")
def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("-o", "--output", help="输出目录。Where the graph goes.")] = Path("output"),
    date: Date = None,
    floor: Floor = None,
    ontology: Folder = None,
    merges: Merges = MERGES,
    workers: Workers = 1,
) -> None:
    """读版面，建图谱：graph.ttl、graph.trig、graph.html、report.json、store/。Pages into a graph."""
    archive.rebuild(paths, output, date=date, ontology=ontology, merges=merges, floor=floor, workers=workers)


@app.command(epilog="例 Example: kg extract page.txt --date 2025-11-17 -o out")
def extract(
    paths: Paths,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="每篇一个 JSON 文件的目录。One file a document, in DIR.")
    ] = None,
    date: Date = None,
    ontology: Folder = None,
    workers: Workers = 1,
) -> None:
    """读版面，一篇一行 JSON。Pages into JSON, one object a line."""
    from kg.export.contract import document_json
    from kg.export.files import write_text
    from kg.workers import read_pages

    with _errors() as failed:
        knowledge = _knowledge(ontology)
        if output:
            output.mkdir(parents=True, exist_ok=True)
        for page, found in read_pages(_pages(paths, date, failed), knowledge, workers=workers):
            if isinstance(found, InputError):
                _report(found)
                failed.append(found)
                continue
            data = document_json(found)
            if output:
                write_text(output / f"{page.name}.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
            else:
                sys.stdout.write(json.dumps(data, ensure_ascii=False) + "\n")


@app.command("eval", epilog="例 Examples: kg eval articles/gold --pages articles --errors · kg eval --ner set.jsonl")
def evaluate(
    gold: Annotated[
        Path | None, typer.Argument(help="金标目录，每版一个 JSON。Gold files, one a page.", show_default=False)
    ] = None,
    pages: Annotated[
        list[Path] | None, typer.Option("--pages", help="现在就读的版面，可多次。Pages to read now, or to quote from.")
    ] = None,
    system: Annotated[
        Path | None, typer.Option("--system", help="kg extract -o 的目录，代替现读。Output to score instead.")
    ] = None,
    ner: Annotated[Path | None, typer.Option("--ner", help="标注名称的 .jsonl。A set of marked names.")] = None,
    date: Date = None,
    errors: Annotated[bool, typer.Option("--errors", help="列出漏与误，附原句。Each mistake in its sentence.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 输出。As JSON.")] = False,
    ontology: Folder = None,
) -> None:
    """以自己的金标评分，也可评名称标注集。Score the reading by gold facts of your own, or by a set of marked names."""
    from kg.evaluate import evaluate_gold, evaluate_ner
    from kg.evaluate.table import gold_json, gold_text, ner_json, ner_text

    if (gold is None) == (ner is None) or (gold and not (pages or system)):
        raise typer.BadParameter("写（give）GOLD --pages …、GOLD --system … 或（or）--ner …")
    with _errors() as failed:
        if ner:
            names = evaluate_ner(ner, knowledge=_knowledge(ontology))
            sys.stdout.write(ner_json(names, errors=errors) if as_json else ner_text(names, errors=errors))
        elif gold:
            read = _pages(pages or [], date, failed)
            found = evaluate_gold(gold, read, system=system, knowledge=_knowledge(ontology))
            sys.stdout.write(gold_json(found, errors=errors) if as_json else gold_text(found, errors=errors))
            for problem in found.problems:
                _report(problem)
            failed += found.problems
            for note in found.notes:
                _note(note)


def main() -> None:
    """The entry point of the command ``kg``."""
    app()
