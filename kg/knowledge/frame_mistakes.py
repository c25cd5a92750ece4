"""Mistakes in a rule file: where, what was found, what is allowed and what to type, in Chinese and English."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

import yaml

from kg.knowledge.frame_model import ENTITY_HOLES

_SHOWN = 30
_KINDS = {
    "Organisation": "机构",
    "Project": "项目",
    "Post": "职务",
    "Group": "人群",
    "Time": "时间",
    "Quantity": "数量",
}
ENGLISH = {kind: hole for hole, kind in ENTITY_HOLES.items()} | _KINDS
"""What an author may write for a type, and the Chinese word that rules use."""


class Mistake(NamedTuple):
    """A mistake at a line of a file: what was found, and what to type instead."""

    file: str
    line: int
    what: str
    hint: str

    def __str__(self) -> str:
        return f"{self.file} 第 {self.line} 行（line {self.line}）：{self.what}\n  → {self.hint}"


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file under the reader, and the list that its mistakes go to."""

    name: str
    mistakes: list[Mistake]

    def wrong(self, node: yaml.Node | int, what: str, hint: str) -> None:
        """Writes a mistake down; ``node`` is where it stands, or its line."""
        line = node if isinstance(node, int) else node.start_mark.line + 1
        mistake = Mistake(self.name, line, what, hint)
        if mistake not in self.mistakes:
            self.mistakes.append(mistake)

    def mapping(self, node: yaml.MappingNode, keys: Collection[str], what: str) -> dict[str, yaml.Node]:
        """The mapping by key; unknown, repeated and full-width keys are mistakes."""
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = quote(key, len(str(key.value)))
            if name in found:
                self.wrong(key, f"{what}里 {name} 写了两次（key written twice）", f"只留一个 {name}（keep one）")
            elif "：" in name:
                hint = "改成半角冒号加空格（type an ASCII colon and a space）: " + name.replace("：", ": ")
                self.wrong(key, f"{what}里的 {name} 用了全角冒号（full-width colon）", hint)
            elif name not in keys:
                self.wrong(key, f"{what}里没有 {name} 这一项（unknown key）", allowed(name, keys))
            found.setdefault(name, value)
        return found

    def strings(self, node: yaml.Node, what: str, example: str = "[词, 词]") -> tuple[str, ...]:
        """A string or a list of strings, none of them empty."""
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found = []
        for item in nodes:
            key = what.split()[-1]
            if not isinstance(item, yaml.ScalarNode):
                self.wrong(item, f"{what} 里有一项是{kind_of(item)}（not a word）", f"写成（write）: {key}: {example}")
            elif not str(item.value).strip():
                self.wrong(
                    item, f"{what} 有空项（empty item）", f"删去，或写成（delete it, or write）: {key}: {example}"
                )
            else:
                found.append(str(item.value).strip())
        if isinstance(node, yaml.SequenceNode) and not nodes:
            self.wrong(node, f"{what} 是空的（empty）", f"至少一个（at least one）: {what.split()[-1]}: {example}")
        return tuple(found)


def allowed(found: str, words: Collection[str]) -> str:
    """What may stand here, the nearest to what was found in front."""
    near = get_close_matches(found, list(words), n=1, cutoff=0.4)
    return (f"是不是（did you mean） {near[0]}？" if near else "") + f"可以写（allowed）: {'、'.join(words)}"


def allowed_type(found: str, words: Collection[str]) -> str:
    """The same for a type, which may have been written in English, or several in one word."""
    if found in ENGLISH and ENGLISH[found] in words:
        return f"类型用中文写（types are written in Chinese）: {ENGLISH[found]}"
    parts = [part for part in found.replace("，", "、").split("、") if part]
    if len(parts) > 1 and all(part in words for part in parts):
        return f"几个类型写成列表（several types are a list, ASCII comma）: [{', '.join(parts)}]"
    return allowed(found, words)


def kind_of(node: yaml.Node) -> str:
    """What a node is, in words."""
    if isinstance(node, yaml.SequenceNode):
        return "列表 list" if node.value else "空的 empty"
    if isinstance(node, yaml.MappingNode):
        return "“键: 值” mapping"
    return "文字 text" if str(node.value).strip() else "空的 empty"


def quote(node: yaml.Node, most: int = _SHOWN) -> str:
    """The words of a node, cut short."""
    text = str(node.value) if isinstance(node, yaml.ScalarNode) else kind_of(node)
    return text if len(text) <= most else text[:most] + "…"
