"""``kg show``, ``path``, ``diff``, ``stats``, ``check``, ``export``: what is done with a built graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.shared import SHAPES_FAIL, Folder, Graph, errors, note, on_terminal, progress
from kg.errors import CallError

if TYPE_CHECKING:
    from kg.knowledge.ontology import Ontology

app = typer.Typer()

SCREENFUL = 8000
"""How many bytes of an export a terminal is given."""

Name = Annotated[
    str, typer.Argument(help="名称、别名、代码或 IRI。A name, an alias, a code or an IRI.", show_default=False)
]


@app.command(epilog="例 Example: kg show 全国总工会")
def show(name: Name, graph: Graph = Path("output"), ontology: Folder = None) -> None:
    """一个实体：名称、事实，每条附原文、版面、日期。An entity with its facts, each with quote, page and date."""
    from kg.export.told import sheet_text
    from kg.graph.show import sheet, the_one
    from kg.graph.store import open_graph

    with errors():
        store = open_graph(graph)
        sys.stdout.write(sheet_text(sheet(store, the_one(store, name)), _ontology(graph, ontology)))


@app.command(epilog="例 Example: kg path 林新征 全国总工会")
def path(start: Name, end: Name, graph: Graph = Path("output"), ontology: Folder = None) -> None:
    """两者之间最短的事实链，附原文。The shortest chain of facts between two things, with their quotes."""
    from kg.export.told import chain_text
    from kg.graph.show import chain, the_one
    from kg.graph.store import open_graph

    with errors():
        store = open_graph(graph)
        found = chain(store, the_one(store, start).iri, the_one(store, end).iri)
        sys.stdout.write(chain_text(found, _ontology(graph, ontology)))


@app.command(epilog="例 Example: kg diff output-old output")
def diff(
    old: Annotated[Path, typer.Argument(help="旧图目录。The older graph.", show_default=False)],
    new: Annotated[Path, typer.Argument(help="新图目录。The newer graph.", show_default=False)],
    ontology: Folder = None,
) -> None:
    """两次建图，多了、少了哪些事实。Which facts one build has more and less than another."""
    from kg.export.told import difference_text
    from kg.graph.diff import difference
    from kg.graph.store import open_graph
    from kg.knowledge.carried import carried

    with errors():
        terms = _ontology(new, [*carried(old), *(ontology or ())])
        sys.stdout.write(difference_text(difference(open_graph(old), open_graph(new)), terms))


@app.command(epilog="例 Example: kg stats --json")
def stats(
    graph: Graph = Path("output"),
    top: Annotated[int, typer.Option("--top", help="列出几个。How many bodies and communities.", min=0)] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 输出。As JSON.")] = False,
    ontology: Folder = None,
) -> None:
    """计数、连通分量、中心机构、社群。Counts, components, central bodies, communities."""
    from kg.export.told import measures_json, measures_text
    from kg.graph.measures import measures
    from kg.graph.network import network
    from kg.graph.readback import nodes, sources, statements
    from kg.graph.store import open_graph

    with errors():
        store, terms = open_graph(graph), _ontology(graph, ontology)
        found = measures(network(statements(store), nodes(store), sources(store), ontology=terms), top=top)
        sys.stdout.write(measures_json(found) if as_json else measures_text(found, terms))


@app.command(epilog="例 Example: kg check -g output")
def check(graph: Graph = Path("output"), ontology: Folder = None) -> None:
    """图是否合乎 shapes.ttl（SHACL），违反之处各说一句。Does the graph keep to its shapes, and if not, where."""
    from kg.export.told import violations_text
    from kg.graph.check import check as violations_of
    from kg.graph.store import open_graph
    from kg.knowledge.carried import terms_of

    with errors():
        with progress() as step:
            found = violations_of(open_graph(graph), terms_of(graph, ontology), progress=step)
        sys.stdout.write(violations_text(found, _ontology(graph, ontology)))
        severe = sum(violation.severe for violation in found)
        note(f"{severe} 处违反，{len(found) - severe} 处警告（violations, warnings）")
        if severe:
            raise typer.Exit(SHAPES_FAIL)


@app.command(
    epilog="例 Examples: kg export graphml -o graph.graphml · kg export csv -o tables --around 全国总工会 --hops 2"
)
def export(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="turtle trig nquads jsonld rdfxml rdf12 · graphml gexf cytoscape · neo4j csv parquet（目录 folders）",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="文件或目录；单个文件可省，写到标准输出。A file or folder.")
    ] = None,
    graph: Graph = Path("output"),
    around: Annotated[str, typer.Option("--around", help="只要它周围的。Only what lies around this name.")] = "",
    hops: Annotated[int, typer.Option("--hops", help="周围几步。How many facts away.", min=0)] = 2,
    types: Annotated[
        list[str] | None, typer.Option("--type", help="只要这些类型，可多次。Only these types: Organization, Union.")
    ] = None,
    since: Annotated[str, typer.Option("--since", help="只要这天以来见报的。Published since: 2025-11-04.")] = "",
    ontology: Folder = None,
) -> None:
    """图谱存成别的软件能打开的文件。The graph, or a part of it, as files that other programs open."""
    from kg.export.formats import FOLDERS, Part, exported, write_export
    from kg.graph.select import Selection
    from kg.graph.show import the_one
    from kg.graph.store import open_graph

    if form in FOLDERS and output is None:
        raise typer.BadParameter(f"{form} 是一个目录，写（a folder, give）-o DIR")
    with errors():
        store = open_graph(graph)
        start = the_one(store, around).iri if around else ""
        selection = Selection(start, hops, tuple(types or ()), since)
        part = Part(store, selection, _ontology(graph, ontology), _coordinates(graph, ontology))
        content = exported(part, form)
        if output is not None:
            write_export(content, output)
        elif isinstance(content, bytes):
            if on_terminal() and len(content) > SCREENFUL:
                raise CallError(
                    f"{form} 有 {len(content) // 1000} KB，不往终端写（too large for a terminal）",
                    hint=f"写到文件里（write a file）: kg export {form} -o FILE",
                )
            sys.stdout.buffer.write(content)


@app.command(epilog="例 Example: kg vocabulary -o docs/ontology.md")
def vocabulary(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="文件；不写则到标准输出。A file; else stdout.")
    ] = None,
    ontology: Folder = None,
) -> None:
    """本体说明：每个类、属性的名称、释义、所依标准。The ontology as a page: classes, properties, their standards."""
    from kg.export.files import write_text
    from kg.export.vocabulary import vocabulary as page
    from kg.knowledge import builtin

    with errors():
        text = page([builtin(), *(ontology or ())])
        if output is None:
            sys.stdout.write(text)
        else:
            write_text(output, text)


def _ontology(graph: Path, own: list[Path] | None) -> Ontology:
    """The terms of the graph: those of kg, those that it was built with, and those of the folders given."""
    from kg.knowledge.carried import terms_of
    from kg.knowledge.ontology import load_ontology

    return load_ontology(terms_of(graph, own))


def _coordinates(graph: Path, own: list[Path] | None) -> dict[str, tuple[float, float]]:
    """Longitude and latitude by administrative code."""
    from kg.knowledge.carried import terms_of
    from kg.knowledge.gazetteer import load_gazetteer

    places = load_gazetteer(terms_of(graph, own)).by_code.values()
    return {p.code: (p.lon, p.lat) for p in places if p.lon is not None and p.lat is not None}
