"""One rule file: YAML nodes with their lines, every mistake written down with what to type instead."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

import yaml

from kg.knowledge.frame_model import CONSTRUCTIONS, HOLE, HOLES, PLACES, Example, Role, Rule

_RULE_KEYS = ("id", "note", "triggers", "patterns", "by", "words", "subject", "object", "role", "unless", "moods")
_KEYS = (*_RULE_KEYS, "examples", "nothing")
_NEW = (
    "；新的属性先在同一文件夹的 kg.ttl 里声明（declare a new one in kg.ttl）: kg:名字 a kg:Relation, owl:ObjectProperty"
)
_FILE_KEYS = ("property", "label", "words", "rules")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file under the reader, and the list that its mistakes go to."""

    name: str
    errors: list[str]

    def wrong(self, node: yaml.Node | int, what: str, hint: str) -> None:
        line = node if isinstance(node, int) else node.start_mark.line + 1
        self.errors.append(f"{self.name} 第 {line} 行：{what}\n  → {hint}")


def read_rule_file(
    file: RuleFile, text: str, properties: Collection[str]
) -> tuple[list[Rule], dict[str, tuple[str, ...]]]:
    """The rules and the word classes of a file's text; what is wrong goes to ``file.errors``."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        _syntax(file, text, mark.line + 1 if mark else 1, str(error.problem))
        return [], {}
    if not isinstance(root, yaml.MappingNode):
        _syntax(file, text, 1, "文件应是“键: 值”（a mapping of keys and values）")
        return [], {}
    top = _mapping(file, root, _FILE_KEYS, "文件（file）")
    words: dict[str, tuple[str, ...]] = {}
    if isinstance(top.get("words"), yaml.MappingNode):
        for key, value in top["words"].value:
            words[str(key.value)] = tuple(_strings(file, value, f"words.{key.value}"))
    prop = top.get("property")
    if prop is None:
        file.wrong(1, "缺 property（no property）", f"第一行写 property: {'、'.join(properties)} 之一")
        return [], words
    if prop.value not in properties:
        file.wrong(
            prop, f"没有 {prop.value} 这个属性（unknown property）", _allowed(str(prop.value), properties) + _NEW
        )
    if not isinstance(top.get("rules"), yaml.SequenceNode):
        file.wrong(root, "缺 rules（no list of rules）", "写 rules: 再逐条写“- id: 1”（a list below it）")
        return [], words
    rules = []
    for node in top["rules"].value:
        if isinstance(node, yaml.MappingNode):
            rules.append(_rule(file, node, str(prop.value), properties))
        else:
            file.wrong(node, "每条规则应以“- id: …”开头（a rule is a mapping）", "- id: 1")
    return rules, words


def _syntax(file: RuleFile, text: str, line: int, problem: str) -> None:
    """Says which keystroke broke the YAML: a tab and a full-width colon are what a Chinese keyboard brings."""
    lines = text.splitlines() or [""]
    for number in dict.fromkeys((line, line - 1, *range(1, len(lines) + 1))):
        here = lines[number - 1] if 0 < number <= len(lines) else ""
        if re.match(r" *\t", here):
            return file.wrong(number, "行首有制表符（tab）", "用空格缩进（indent with spaces）")
        if re.match(r"[\s-]*[\w]+：", here):
            return file.wrong(number, f"{here.strip()!r} 用了全角冒号（full-width colon）", "改成半角冒号加空格“: ”")
    return file.wrong(line, f"YAML 写法不对（bad YAML）：{problem}", "检查缩进、引号、冒号后的空格")


def _mapping(file: RuleFile, node: yaml.MappingNode, allowed: Collection[str], what: str) -> dict[str, yaml.Node]:
    """The mapping by key; unknown, repeated and full-width keys are mistakes."""
    found: dict[str, yaml.Node] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in found:
            file.wrong(key, f"{what}里 {name} 写了两次（repeated key）", f"只留一个 {name}")
        elif name not in allowed:
            colon = "：" in name
            hint = "改成半角冒号加空格“: ”（type an ASCII colon and a space）" if colon else _allowed(name, allowed)
            found_is = "用了全角冒号（full-width colon）" if colon else "没有这个键（unknown key）"
            file.wrong(key, f"{what}里的 {name}：{found_is}", hint)
        found[name] = value
    return found


def _strings(file: RuleFile, node: yaml.Node, what: str) -> list[str]:
    """A string or a list of strings, none of them empty."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    result = []
    for item in nodes:
        if not isinstance(item, yaml.ScalarNode) or not str(item.value).strip():
            file.wrong(item, f"{what} 有空项或不是文字（empty or not a text）", f"{what}: [词, 词]，不留空")
        else:
            result.append(str(item.value))
    return result


def _rule(file: RuleFile, node: yaml.MappingNode, prop: str, properties: Collection[str]) -> Rule:
    keys = _mapping(file, node, _KEYS, "规则（rule）")
    number = str(keys["id"].value) if "id" in keys else "?"
    if "id" not in keys:
        file.wrong(node, "规则没有 id（a rule without id）", "加一行 id: 1")
    ways = [k for k in ("triggers", "patterns", "by") if k in keys]
    if len(ways) != 1:
        found = "、".join(ways) or "无"
        file.wrong(node, f"规则 {number} 要有 triggers、patterns、by 之一（exactly one），现有 {found}", "留一种")

    def listed(key: str) -> tuple[str, ...]:
        return tuple(_strings(file, keys[key], key)) if key in keys else ()

    by = str(keys["by"].value) if "by" in keys else ""
    if by and by not in CONSTRUCTIONS:
        file.wrong(keys["by"], f"没有 {by} 这种句式（unknown construction）", _allowed(by, CONSTRUCTIONS))
    for key in ("triggers", "patterns"):
        if key in keys and not keys[key].value:
            file.wrong(keys[key], f"{key} 是空的（empty）", f"{key}: [词, 词]")
    if "patterns" in keys:
        for item in keys["patterns"].value if isinstance(keys["patterns"].value, list) else [keys["patterns"]]:
            _check_pattern(file, item)
    examples = tuple(_example(file, item, properties, True) for item in _items(keys.get("examples")))
    nothing = tuple(_example(file, item, properties, False) for item in _items(keys.get("nothing")))
    if len(examples) < 2:
        file.wrong(node, f"规则 {number} 至少要两个例子（at least two examples）", "在 examples: 下写“- 句子 -> 事实”")
    if not nothing:
        file.wrong(node, f"规则 {number} 至少要一个反例（at least one counter-example）", "在 nothing: 下写“- 句子”")
    return Rule(
        id=f"{prop}#{number}",
        property=prop,
        note=str(keys["note"].value) if "note" in keys else "",
        file=file.name,
        line=node.start_mark.line + 1,
        by=by,
        subject=_role(file, keys.get("subject"), "主语"),
        object=_role(file, keys.get("object"), "宾语"),
        role=str(keys["role"].value) if "role" in keys else None,
        moods="moods" in keys and str(keys["moods"].value) in ("true", "yes"),
        triggers=listed("triggers"),
        patterns=listed("patterns"),
        words=listed("words"),
        unless=listed("unless"),
        examples=examples,
        nothing=nothing,
    )


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [] if node is None else [node]


def _role(file: RuleFile, node: yaml.Node | None, default: str) -> Role:
    """``机构``, ``[机构, 人物]`` or ``{type: [...], at: [...], ends: [...]}``."""
    if node is None:
        return Role((), (default,))
    at: list[str] = [default]
    ends: list[str] = []
    if isinstance(node, yaml.MappingNode):
        keys = _mapping(file, node, ("type", "at", "ends"), "角色（role）")
        if "at" in keys:
            at = _strings(file, keys["at"], "at")
            for place in at:
                if place not in PLACES:
                    file.wrong(keys["at"], f"没有 {place} 这个位置（unknown place）", _allowed(place, PLACES))
        types = _strings(file, keys["type"], "type") if "type" in keys else []
        ends = _strings(file, keys["ends"], "ends") if "ends" in keys else []
    else:
        types = _strings(file, node, "角色（role）")
    for kind in types:
        if kind not in HOLES:
            file.wrong(node, f"没有 {kind} 这个类型（unknown type）", _allowed(kind, HOLES))
    return Role(tuple(types), tuple(at), tuple(ends))


def _check_pattern(file: RuleFile, node: yaml.Node) -> None:
    text = str(node.value)
    for hole in HOLE.finditer(text):
        if hole[2] not in HOLES:
            file.wrong(node, f"没有 {{{hole[2]}}} 这个类型（unknown type in a hole）", _allowed(hole[2], HOLES))
    rest = HOLE.sub("", text)
    if "{" in rest or "}" in rest:
        file.wrong(node, f"{text!r} 的空格写法不对（bad hole）", "写 {机构}、{主:机构}、{人物+}、{时间?}")
    if rest.count("(") != rest.count(")"):
        file.wrong(node, f"{text!r} 的括号不成对（unbalanced brackets）", "写 (甲|乙) 或 (甲)?")


_MARK = re.compile(r"\[([^\[\]:]+):([^\[\]]*)\]")


def _example(file: RuleFile, node: yaml.Node, properties: Collection[str], facts_wanted: bool) -> Example:
    text, _, said = str(node.value).partition("->")
    for mark in _MARK.finditer(text):
        if mark[1] not in HOLES:
            file.wrong(node, f"例子里没有 {mark[1]} 这个类型（unknown type in an example）", _allowed(mark[1], HOLES))
    facts = []
    for fact in filter(None, (f.strip() for f in said.split(";"))):
        parts = fact.split(" ")
        if len(parts) != 3 or parts[1] not in properties:
            file.wrong(node, f"{fact!r} 不是事实（not a fact）", "写“甲市总工会 launches 护薪行动”，多个事实用“; ”隔开")
        else:
            facts.append((parts[0], parts[1], parts[2]))
    if facts_wanted and not said.strip():
        file.wrong(node, "例子没有写出事实（an example without facts）", "句子 -> 主语 属性 宾语")
    return Example(text.strip(), tuple(facts), node.start_mark.line + 1)


def _allowed(found: str, allowed: Collection[str]) -> str:
    near = get_close_matches(found, list(allowed), n=1, cutoff=0.4)
    return (f"是不是 {near[0]}？" if near else "") + f"可以写（allowed）: {'、'.join(allowed)}"
