"""``kg explain``: how a sentence, or what a page says of a name, was read; in colour on a terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.commands.shared import Date, Folder, errors, knowledge_of, pages_of

if TYPE_CHECKING:
    from rich.text import Text

    from kg.errors import KgError

_COLOURS = {
    "Organization": "cyan",
    "Programme": "magenta",
    "Event": "yellow",
    "Person": "green",
    "Place": "blue",
    "Award": "bright_red",
    "Policy": "bright_magenta",
}
_KINDS = {
    "NP": "名",
    "PP": "介",
    "V": "动",
    "ADV": "状",
    "MOOD": "情",
    "TIME": "时",
    "NUM": "数",
    "DE": "的",
    "TEXT": "",
}

app = typer.Typer()


@app.command(epilog="例 Examples: kg explain “甲市总工会推出‘护薪行动’。” · kg explain page.txt --entity 甲市总工会")
def explain(
    text: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE|FILE", help="一句话，或一个版面文件。A sentence, or a page.", show_default=False
        ),
    ],
    entity: Annotated[
        str | None, typer.Option("--entity", help="只看文件里说到这个名称的句子。Only what the page says of this name.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="以 JSON 输出。As JSON.")] = False,
    date: Date = None,
    ontology: Folder = None,
) -> None:
    """怎么读的：名称、分句、试过的规则、填上的角色、说出的事实，没说的及原因。How it is read, and why not otherwise."""
    from kg.explain import as_data, explain_page, explain_sentence, only

    with errors() as failed:
        knowledge = knowledge_of(ontology)
        if entity is None and not _is_file(text):
            seen = [explain_sentence(text, date=date, knowledge=knowledge)]
        else:
            pages = _pages(text, date, failed)
            seen = [article for page in pages for article in explain_page(page, knowledge=knowledge)]
            seen = only(seen, entity) if entity is not None else seen
        data = [as_data(one) for one in seen]
        if as_json:
            sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        else:
            _show(data)


def _is_file(text: str) -> bool:
    """A sentence may be too long to be asked for as a path."""
    try:
        return Path(text).is_file()
    except OSError:
        return False


def _pages(text: str, date: str | None, failed: list[KgError]) -> list[Any]:
    return list(pages_of([Path(text)], date, failed))


def _show(articles: list[dict[str, Any]]) -> None:
    """Prints what was read: coloured names on a terminal, names in brackets elsewhere."""
    from rich.console import Console
    from rich.text import Text

    colour = sys.stdout.isatty()
    console = Console(highlight=False, soft_wrap=True, file=sys.stdout)
    for data in articles:
        if data["title"]:
            console.print(Text(f"《{data['title']}》", style="bold"))
        for sentence in data["sentences"]:
            console.print(_marked(sentence, colour=colour))
            for clause in sentence["clauses"]:
                console.print(Text("    " + " ".join(f"{_KINDS[c['kind']]}[{c['text']}]" for c in clause), style="dim"))
            for step in sentence["steps"]:
                console.print(_step(step))
        if data["article"]:
            console.print(Text("全文 The article:"))
            for step in data["article"]:
                console.print(_step(step))
        _lists(console.print, data)


def _lists(out: Any, data: dict[str, Any]) -> None:
    """The entities, times and quantities, and the names that were not taken."""
    from rich.text import Text

    for e in data["entities"]:
        also = f"，又作 {'、'.join(e['aliases'])}" if e["aliases"] else ""
        out(Text.assemble("  ", (e["type"], _COLOURS[e["type"]]), f" {e['name']}　（{e['because']}{also}）"))
    for t in data["times"]:
        out(Text(f"  时间 {t['text']} = {t['value'] or '不定（vague）'}　{t['about'] or ''}"))
    for q in data["quantities"]:
        out(Text(f"  数量 {q['text']} = {q['value']:g} {q['unit']}（{q['bound']}）　{q['about'] or ''}"))
    for r in data["refused"]:
        out(Text(f"  未取 Not taken: “{r['text']}”　{r['by']}：{r['reason']}", style="dim"))


def _marked(sentence: dict[str, Any], *, colour: bool) -> Text:
    """The sentence with its names marked."""
    from rich.text import Text

    text, at = sentence["text"], 0
    marked = Text()
    for m in sentence["mentions"]:
        name = text[m["start"] : m["end"]]
        marked.append(text[at : m["start"]])
        marked.append(name if colour else f"[{m['type']}:{name}]", style=f"bold {_COLOURS[m['type']]}")
        at = m["end"]
    return marked.append(text[at:].rstrip("\n"))


def _step(step: dict[str, Any]) -> Text:
    """One rule that was tried: what it said, or the roles that it filled and the condition that failed."""
    from rich.text import Text

    head = f"{step['rule']}（{step['trigger']}）" if step["trigger"] else step["rule"]
    if step["facts"]:
        said = "；".join(_fact(fact) for fact in step["facts"])
        return Text.assemble("  ", ("✓ ", "bold green"), f"{head}　{said}")
    roles = [f"{label}={'、'.join(step[key])}" for label, key in (("主", "subjects"), ("宾", "objects")) if step[key]]
    sign, style = ("✗ ", "bold red") if step["refused"] else ("· ", "dim")
    filled = f"　{'，'.join(roles)}" if roles else ""
    return Text.assemble("  ", (sign, style), (f"{head}{filled}　{step['reason']}", "" if step["refused"] else "dim"))


def _fact(fact: dict[str, Any]) -> str:
    more = "，".join(filter(None, (fact["role"], fact["time"])))
    return f"{fact['subject']} {fact['predicate']} {fact['object']}" + (f"（{more}）" if more else "")
