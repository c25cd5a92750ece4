"""``kg explain``: how a sentence, or what a page says of a name, was read; in colour on a terminal."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.commands.shared import Date, Folder, errors, knowledge_of, pages_of
from kg.model import ARTICLE

if TYPE_CHECKING:
    from rich.text import Text

    from kg.errors import KgError

_TYPES = {
    "Organization": ("机构", "cyan"),
    "Programme": ("项目", "magenta"),
    "Event": ("活动", "yellow"),
    "Person": ("人物", "green"),
    "Place": ("地点", "blue"),
    "Award": ("奖项", "bright_red"),
    "Policy": ("政策", "bright_magenta"),
}
"""How rules call a type, and its colour."""
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
_BOUNDS = {"exact": "确数", "approx": "约数", "at_least": "至少", "less_than": "不足"}
_LEGEND = (
    "✓ 说了 said　✗ 看见了而没说 seen and refused　· 试过 tried　"
    "名 名词短语 noun　动 动词 verb　介 介词短语　状 状语　情 打算、否定 mood　时 时间　数 数量"
)
_MOST_TRIGGER = 16

app = typer.Typer()


@app.command(epilog="例 Examples: kg explain '江苏省总工会推出“护薪行动”。' · kg explain page.txt --entity 甲市总工会")
def explain(
    text: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE|FILE",
            help="一句话（可带规则例子那样的标记），或一个版面文件。A sentence, perhaps marked as in rules, or a page.",
            show_default=False,
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

    if not text.strip():
        raise typer.BadParameter("写一句话，或一个版面文件（give a sentence or a page）")
    with errors() as failed:
        knowledge = knowledge_of(ontology)
        if entity is None and not _is_file(text):
            seen = [explain_sentence(text, date=date, knowledge=knowledge)]
        else:
            pages = _pages(text, date, failed)
            seen = [article for page in pages for article in explain_page(page, knowledge=knowledge)]
            seen = only(seen, entity) if entity is not None and pages else seen
        data = [as_data(one) for one in seen]
        if as_json:
            sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        elif data:
            from kg.knowledge.ontology import load_ontology

            properties = load_ontology(knowledge.folders).properties
            _show(data, {name: prop.zh for name, prop in properties.items()})


_PATH = re.compile(r"[^\s，。]+\.(?:txt|jsonl|html?|pdf)|[!-~]+")


def _is_file(text: str) -> bool:
    """Is it a file or folder, or was it meant to be one? A sentence may be too long to be asked for as a path."""
    try:
        return Path(text).exists() or _PATH.fullmatch(text.strip()) is not None
    except OSError:
        return False


def _pages(text: str, date: str | None, failed: list[KgError]) -> list[Any]:
    return list(pages_of([Path(text)], date, failed))


def _show(articles: list[dict[str, Any]], labels: Mapping[str, str]) -> None:
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
                console.print(
                    Text("    " + " ".join(f"{_KINDS.get(c['kind'], '')}[{c['text']}]" for c in clause), style="dim")
                )
            for step in sorted(sentence["steps"], key=_rank):
                console.print(_step(step, labels))
            console.print(Text("  " + _untold(sentence), style="dim"))
        if data["article"]:
            console.print(Text("全文 The article:"))
            for step in data["article"]:
                console.print(_step(step, labels))
        _lists(console.print, data)
    console.print(Text(_LEGEND, style="dim"))


def _rank(step: dict[str, Any]) -> int:
    """What was said, what was refused, what was tried."""
    return 0 if step["facts"] else 1 if step["refused"] else 2


def _untold(sentence: dict[str, Any]) -> str:
    """Why nothing more was said of a sentence: no names, verbs that no rule has, rules whose words are not there."""
    if not sentence["clauses"]:
        return "没有认出名称，规则没有试（no names here: no rule was tried）"
    verbs = f"没有规则用的动词（verbs of no rule）: {'、'.join(sentence['verbs'])}；" if sentence["verbs"] else ""
    return f"{verbs}另外 {sentence['rules']} 条规则的词不在句中（the words of other rules do not stand here）"


def _lists(out: Any, data: dict[str, Any]) -> None:
    """The entities, times and quantities, and the names that were not taken."""
    from rich.text import Text

    for e in data["entities"]:
        kind, colour = _TYPES[e["type"]]
        also = [f"又作 {'、'.join(e['aliases'])}"] if e["aliases"] else []
        why = "，".join([*([e["because"]] if e["because"] else []), *also])
        out(Text.assemble("  ", (kind, colour), f" {e['name']}", f"　（{why}）" if why else ""))
    for t in data["times"]:
        about = f"　说的是 {t['about']}" if t["about"] else ""
        out(Text(f"  时间 {t['text']} = {t['value'] or '不定（vague）'}{about}"))
    for q in data["quantities"]:
        about = f"　说的是 {q['about']}" if q["about"] else ""
        out(Text(f"  数量 {q['text']} = {q['value']:,.15g} {q['unit']}（{_BOUNDS[q['bound']]} {q['bound']}）{about}"))
    told = [r for r in data["refused"] if "overlaps" not in r["reason"]]
    for r in told:
        out(Text(f"  未取 not taken “{r['text']}”　{r['by']}：{r['reason']}", style="dim"))
    if len(told) < len(data["refused"]):
        count = len(data["refused"]) - len(told)
        out(
            Text(
                f"  未取 not taken: {count} 个在更长的名称里（within longer names；--json 全列 lists all）", style="dim"
            )
        )


def _marked(sentence: dict[str, Any], *, colour: bool) -> Text:
    """The sentence with its names marked as the examples of rules mark them."""
    from rich.text import Text

    text, at = sentence["text"], 0
    marked = Text()
    for m in sentence["mentions"]:
        name = text[m["start"] : m["end"]]
        kind, style = _TYPES[m["type"]]
        marked.append(text[at : m["start"]])
        marked.append(name if colour else f"[{kind}:{name}]", style=f"bold {style}")
        at = m["end"]
    return marked.append(text[at:].rstrip("\n"))


def _step(step: dict[str, Any], labels: Mapping[str, str]) -> Text:
    """One rule that was tried: what it said, or the roles that it filled and the condition that failed."""
    from rich.text import Text

    trigger = step["trigger"] if len(step["trigger"]) <= _MOST_TRIGGER else step["trigger"][:_MOST_TRIGGER] + "…"
    head = f"{step['rule']}（{trigger}）" if trigger else step["rule"]
    if step["facts"]:
        said = "；".join(_fact(fact, labels) for fact in step["facts"])
        sure = min(fact["confidence"] for fact in step["facts"])
        again = "　前面已说（said already）" if step["again"] else f"　把握 {sure:.2f}"
        return Text.assemble("  ", ("✓ ", "bold green"), f"{head}　{said}", (again, "dim"))
    roles = [f"{label}={'、'.join(step[key])}" for label, key in (("主", "subjects"), ("宾", "objects")) if step[key]]
    sign, style = ("✗ ", "bold red") if step["refused"] else ("· ", "dim")
    filled = f"　{'，'.join(roles)}" if roles else ""
    return Text.assemble("  ", (sign, style), (f"{head}{filled}　{step['reason']}", "" if step["refused"] else "dim"))


def _fact(fact: dict[str, Any], labels: Mapping[str, str]) -> str:
    more = "，".join(filter(None, (fact["role"], fact["time"])))
    subject = "本文" if fact["subject"] == ARTICLE else fact["subject"]
    verb = f"{labels.get(fact['predicate'], '')} {fact['predicate']}".strip()
    return f"{subject} —{verb}→ {fact['object']}" + (f"（{more}）" if more else "")
