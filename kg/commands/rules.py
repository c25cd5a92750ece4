"""``kg rules``: the rules as they are, their examples, how often they speak, and a template for a new one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.shared import EXAMPLES_FAIL, Date, Folder, Paths, errors, knowledge_of, note, pages_of, report

if TYPE_CHECKING:
    from kg.extract.examples import Failure
    from kg.knowledge import Knowledge
    from kg.knowledge.frames import Rule
    from kg.knowledge.ontology import Ontology

app = typer.Typer(
    name="rules",
    help="规则：查看、新写、检查、统计。The rules: look at them, begin one, run their examples, count them.",
    no_args_is_help=True,
)
_WORDS = 8  # so many triggers stand in a line of the list
_NEW_FOLDER = Path("my-rules")


@app.command("list", epilog="例 Example: kg rules list")
def list_rules(ontology: Folder = None) -> None:
    """所有规则，按属性分组，一条一行。All rules by property, a line each."""
    from kg.authoring import described
    from kg.text import width

    with errors():
        knowledge = knowledge_of(ontology)
        terms = _terms(knowledge)
        rules = knowledge.frames.rules
        room = max(width(rule.id) for rule in rules)
        for prop in dict.fromkeys(rule.property for rule in rules):
            typer.secho(described(terms.properties[prop], terms), bold=True)
            for rule in rules:
                if rule.property == prop:
                    own = f"　（{rule.file}）" if rule.folder else ""
                    typer.echo(f"  {rule.id}{' ' * (room - width(rule.id))}  {rule.note}{_by(rule)}{own}")


@app.command(epilog="例 Examples: kg rules show launches#1 · kg rules show 推出 -g output")
def show(
    name: Annotated[
        str, typer.Argument(metavar="ID", help="规则号，或属性名。A rule's id, or a property.", show_default=False)
    ],
    graph: Annotated[
        Path | None, typer.Option("-g", "--graph", help="在这个图里说了几次。Count what it said in this graph.")
    ] = None,
    ontology: Folder = None,
) -> None:
    """一条规则：原文，例子对不对，把握，用过几次。A rule as written, its examples with their outcome, its uses."""
    from kg.authoring import described
    from kg.extract.engine import prepare
    from kg.extract.examples import check_example
    from kg.knowledge.carried import carried

    with errors():
        knowledge = knowledge_of(ontology or (carried(graph) if graph else ()))
        terms = _terms(knowledge)
        rules = _chosen(name, knowledge, terms)
        engine = prepare(knowledge.frames, knowledge.lexicon)
        fired = _fired(graph) if graph is not None else None
        for rule in rules:
            typer.secho(f"{rule.id}　{described(terms.properties[rule.property], terms)}", bold=True)
            typer.echo(f"{rule.file} 第 {rule.line} 行（line {rule.line}）　{_roles(rule)}")
            failures = {}
            for example in (*rule.examples, *rule.nothing):
                failures[example.line] = check_example(rule, example, engine)
            _print_source(rule, failures)
            precision = knowledge.precision.get(rule.id)
            typer.echo(
                "把握 confidence　" + (f"{precision:.2f}（在金标上测得 measured）" if precision else _UNMEASURED)
            )
            if fired is not None:
                typer.echo(f"图中说了 said in {graph}　{fired.get(rule.id, 0)} 次 times")
            typer.echo("")


_UNMEASURED = "未测，按主宾怎样找到分高、中、低（not measured: high, medium or low by how its ends are found）"


@app.command(epilog="例 Examples: kg rules new launches · kg rules new donatesTo --label 捐资给 --object 机构")
def new(
    name: Annotated[
        str,
        typer.Argument(
            metavar="PROPERTY", help="属性：有的，或新的。One that is there, or a new one.", show_default=False
        ),
    ],
    label: Annotated[str, typer.Option("--label", help="新属性的中文名。The Chinese name of a new one.")] = "",
    label_en: Annotated[str, typer.Option("--label-en", help="它的英文名。Its English name.")] = "",
    subject: Annotated[str, typer.Option("--subject", help="主语的类型。The type of its subject.")] = "机构",
    target: Annotated[str, typer.Option("--object", help="宾语的类型。The type of its object.")] = "机构",
    ontology: Folder = None,
) -> None:
    """写一个规则文件的样子，照着改就行；已有的文件不动。A rule file to begin with; none is overwritten."""
    from kg.authoring import NewProperty, english, named_property, write_new
    from kg.knowledge.base import holds_knowledge
    from kg.knowledge.frames import ENTITY_HOLES, HOLES

    with errors():
        folder = (ontology or [_NEW_FOLDER])[-1]
        there = [path for path in dict.fromkeys((*(ontology or ()), folder)) if holds_knowledge(path)]
        knowledge = knowledge_of(there)
        terms = _terms(knowledge)
        prop = named_property(name, terms)
        known = terms.properties.get(prop)
        made = None
        if known is None:
            for option, kind, kinds in (
                ("--subject", subject, tuple(ENTITY_HOLES)),
                ("--object", target, tuple(h for h in HOLES if h != "时间")),
            ):
                if kind not in kinds:
                    raise typer.BadParameter(f"{option} {kind}：可以写（allowed） {'、'.join(kinds)}")
            if not label:
                raise typer.BadParameter(
                    f"{prop} 是新的属性，写上中文名（a new property needs a name）: --label 中文名"
                )
            made = NewProperty(prop, label, label_en or english(prop), subject, target)
        for file in write_new(folder, prop, knowledge.frames.rules, new=made):
            note(f"写好 wrote {file}")
        note(f"改好后运行 edit it, then run: kg rules test --ontology {folder}")


@app.command("test", epilog="例 Examples: kg rules test · kg rules test my-rules/frames/launches.yaml")
def run_examples(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help="只查这个文件，或这条规则。Only this file, or this rule.", show_default=False
        ),
    ] = None,
    ontology: Folder = None,
) -> None:
    """执行每条规则的例句，也查有没有多余的规则。Run the examples of every rule, and find rules that nothing needs."""
    from kg.extract.examples import check_examples

    with errors():
        folders = [*(ontology or ())]
        file = Path(name) if name and (name.endswith((".yaml", ".yml")) or Path(name).is_file()) else None
        if file is not None:
            folder = _folder_of(file)
            if folder.resolve() not in [f.resolve() for f in (*folders, _builtin())]:
                folders.append(folder)
        knowledge = knowledge_of(folders)
        rules: Sequence[Rule] = knowledge.frames.rules
        if file is not None:
            rules = [rule for rule in rules if _same_file(rule, file)]
        elif name:
            rules = _chosen(name, knowledge, _terms(knowledge))
        failures = check_examples(knowledge.frames, knowledge.lexicon, [rule.id for rule in rules])
        for failure in failures:
            note(str(failure))
        examples = sum(len(rule.examples) + len(rule.nothing) for rule in rules)
        note(f"{len(rules)} 条规则，{examples} 个例句，{len(failures)} 个不符（rules, examples, failing）")
        if failures:
            raise typer.Exit(EXAMPLES_FAIL)


@app.command(
    epilog="例 Examples: kg rules stats articles --gold articles/gold · kg rules stats pages -f csv > rules.csv"
)
def stats(
    paths: Paths,
    gold: Annotated[
        Path | None,
        typer.Option("--gold", help="金标目录：算各条规则的查准率。Gold files, for the precision of each rule."),
    ] = None,
    form: Annotated[str, typer.Option("-f", "--format", help="table、csv、json。")] = "table",
    write: Annotated[
        Path | None, typer.Option("--write", help="把对错数写成这个 confidence.tsv。Write right and wrong there.")
    ] = None,
    date: Date = None,
    ontology: Folder = None,
) -> None:
    """每条规则说了几次，从没说过的，有金标的说对几成。How often each rule spoke, and how often it was right."""
    from kg.evaluate.rules import confidence_tsv, rule_stats, stats_csv, stats_json, stats_text
    from kg.export.files import write_text

    forms = {"table": stats_text, "csv": stats_csv, "json": stats_json}
    if form not in forms:
        raise typer.BadParameter(f"--format {form}：可以写（allowed） {'、'.join(forms)}")
    if write is not None and gold is None:
        raise typer.BadParameter("--write 要有金标（needs gold）: --gold DIR")
    with errors() as failed:
        found = rule_stats(pages_of(paths, date, failed), knowledge=knowledge_of(ontology), gold=gold)
        if found.pages:
            sys.stdout.write(forms[form](found))
        for problem in found.problems:
            report(problem)
        failed += found.problems
        spoke = sum(row.facts > 0 for row in found.rules)
        note(
            f"{found.pages} 版，{spoke}/{len(found.rules)} 条规则说过话，{found.judged_pages} 版有金标（pages, rules that spoke, with gold）"
        )
        if write is not None:
            write_text(write, confidence_tsv(found))
            note(f"写好 wrote {write}")


def _terms(knowledge: Knowledge) -> Ontology:
    from kg.knowledge.ontology import load_ontology

    return load_ontology(knowledge.folders)


def _builtin() -> Path:
    from kg.knowledge import builtin

    return Path(str(builtin()))


def _chosen(name: str, knowledge: Knowledge, terms: Ontology) -> list[Rule]:
    """The rule of that id, or all rules of that property or Chinese label. Raises CallError for no such rule."""
    from kg.errors import CallError

    rules = knowledge.frames.rules
    found = [rule for rule in rules if name in (rule.id, rule.property, terms.properties[rule.property].zh)]
    if not found:
        near = get_close_matches(name, [word for rule in rules for word in (rule.id, rule.property)], n=5, cutoff=0.5)
        hint = (
            f"是不是（did you mean） {'、'.join(dict.fromkeys(near))}？"
            if near
            else "全部规则（all rules）: kg rules list"
        )
        raise CallError(f"没有规则 {name}（no such rule）", hint=hint)
    return found


def _folder_of(file: Path) -> Path:
    """The folder of knowledge that a rule file lies in. Raises KnowledgeError where it lies in none."""
    from kg.errors import KnowledgeError

    if not file.is_file():
        raise KnowledgeError(f"{file}：没有这个文件（no such file）", hint="看（see）: kg rules list")
    if file.resolve().parent.name != "frames":
        hint = f"移到（move it to）: {file.parent / 'frames' / file.name}"
        raise KnowledgeError(f"{file}：规则文件要放在 frames/ 里（a rule file must lie in frames/）", hint=hint)
    return file.parent.parent


def _same_file(rule: Rule, file: Path) -> bool:
    where = _builtin() / "frames" / rule.file if rule.folder == 0 else Path(rule.file)
    return where.resolve() == file.resolve()


def _by(rule: Rule) -> str:
    """How a rule reads, short."""
    if rule.triggers:
        more = f" 等 {len(rule.triggers)} 个" if len(rule.triggers) > _WORDS else ""
        return f"　动词 {' '.join(rule.triggers[:_WORDS])}{more}"
    return f"　说法 {len(rule.patterns)} 种" if rule.patterns else f"　句式 {rule.by}"


def _roles(rule: Rule) -> str:
    """The types of both ends, and where they are looked for if not in their usual place."""
    said = []
    for title, role, usual in (("主语", rule.subject, "主语"), ("宾语", rule.object, "宾语")):
        places = f"（先后在 {'、'.join(role.at)} 找）" if role.at not in ((), (usual,)) else ""
        said.append(f"{title} {'、'.join(role.types) or '文章'}{places}")
    return "　".join(said)


def _print_source(rule: Rule, failures: dict[int, Failure | None]) -> None:
    """The rule as its author wrote it, line by line; examples with a mark for their outcome."""
    for number, line in enumerate(dedent(rule.text).splitlines(), rule.line):
        failure = failures.get(number)
        mark, colour = ("✗", "red") if failure else ("✓", "green") if number in failures else (" ", None)
        typer.secho(f"{mark} {number:4} │ ", fg=colour, nl=False)
        typer.echo(line)
        if failure:
            typer.secho(f"       │   {failure.problem}\n       │   → {failure.hint}", fg="red")


def _fired(graph: Path) -> dict[str, int]:
    """How many facts each rule said in a built graph."""
    from kg.graph.query import ask
    from kg.graph.store import open_graph

    query = "SELECT ?rule (COUNT(?said) AS ?n) WHERE { ?said kg:rule ?rule ; kg:confidence ?sure } GROUP BY ?rule"
    answer = ask(open_graph(graph), query)
    return {cell[0].value: int(cell[1].value) for cell in answer.rows if cell[0] and cell[1]}
