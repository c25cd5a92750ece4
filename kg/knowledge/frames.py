"""Relation rules: ``ontology/frames/*.yaml`` read, checked and frozen.

A file holds the rules of one property. A rule is read in one of three ways: ``triggers`` (verbs; the engine finds
the roles by grammar), ``patterns`` (a formula with typed holes), or ``by`` (a construction that the engine knows).
Every mistake of every file is collected and reported at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.resources.abc import Traversable

import yaml

from kg.errors import KnowledgeError

ENTITY_HOLES: Mapping[str, str] = {
    "机构": "Organization",
    "项目": "Programme",
    "活动": "Event",
    "人物": "Person",
    "地点": "Place",
    "奖项": "Award",
    "政策": "Policy",
}
"""What a rule calls an entity type, and the type."""

HOLES: tuple[str, ...] = (*ENTITY_HOLES, "职务", "人群", "时间", "数量")
"""Everything that a hole of a pattern may ask for."""

PLACES: tuple[str, ...] = ("主语", "宾语", "在", "由", "为", "与", "定语", "话题")
"""Where a role of a verb may stand: subject, object, behind 在 / 由 / 为 / 与, or the topic carried so far."""

CONSTRUCTIONS: tuple[str, ...] = ("署名", "同位", "名称", "联合", "名单", "会上", "任职", "来自")
"""The constructions of the engine that a rule may name in ``by``."""

PROPERTIES: tuple[str, ...] = (
    "organizes",
    "launches",
    "partnerOf",
    "affiliatedWith",
    "holdsPost",
    "locatedIn",
    "subOrganizationOf",
    "participatesIn",
    "receives",
    "reportedBy",
    "photographedBy",
    "publishedBy",
    "partOf",
    "targets",
    "implements",
)

HOLE = re.compile(r"\{(?:(主|宾):)?([^{}+?*]*)([+?*]?)\}")


@dataclass(frozen=True, slots=True)
class Role:
    """Which types a role takes (as holes) and where it stands, in order of trial."""

    types: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A marked sentence and the facts it must give: (subject, property, object) by name; ``line`` in the file."""

    text: str
    facts: tuple[tuple[str, str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a property; ``id`` is ``property#n``. ``moods`` lets plans and wishes count (a target is an aim)."""

    id: str
    property: str
    note: str
    file: str
    line: int
    triggers: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    by: str = ""
    words: tuple[str, ...] = ()
    subject: Role = Role()
    object: Role = Role()
    role: str | None = None
    unless: tuple[str, ...] = ()
    moods: bool = False
    examples: tuple[Example, ...] = ()
    nothing: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Frames:
    """All rules in file order, and the word classes (人群 …) that rule files bring along."""

    rules: tuple[Rule, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


_RULE_KEYS = ("id", "note", "triggers", "patterns", "by", "words", "subject", "object", "role", "unless", "moods")
_KEYS = (*_RULE_KEYS, "examples", "nothing")
_FILE_KEYS = ("property", "label", "words", "rules")


@dataclass(frozen=True, slots=True)
class _File:
    """The file under the reader and the list that its mistakes go to."""

    name: str
    errors: list[str]

    def wrong(self, node: yaml.Node | int, what: str, hint: str) -> None:
        line = node if isinstance(node, int) else node.start_mark.line + 1
        self.errors.append(f"{self.name} 第 {line} 行：{what}\n  → {hint}")


def load_frames(folders: Iterable[Traversable], properties: Collection[str] = PROPERTIES) -> Frames:
    """Reads every ``*.yaml`` of the folders; a file of a later folder replaces one of the same name before it.

    ``properties`` are those the ontology declares. Raises one KnowledgeError that lists every mistake found with
    its file and line, what was found and what to type, in Chinese and English.
    """
    files: dict[str, Traversable] = {}
    for folder in folders:
        if folder.is_dir():
            files |= {f.name: f for f in folder.iterdir() if f.name.endswith((".yaml", ".yml"))}
    errors: list[str] = []
    rules: list[Rule] = []
    words: dict[str, tuple[str, ...]] = {}
    for name in sorted(files):
        file = _File(name, errors)
        found, more = _read_file(file, files[name].read_text(encoding="utf-8"), properties)
        rules += found
        words |= more
    seen: dict[str, Rule] = {}
    for rule in rules:
        other = seen.setdefault(rule.id, rule)
        if other is not rule:
            _File(rule.file, errors).wrong(
                rule.line,
                f"规则号 {rule.id} 重复，{other.file} 第 {other.line} 行已用（duplicate id）",
                "换一个没有用过的号（give it a number of its own）",
            )
    if errors:
        raise KnowledgeError(
            f"规则文件有 {len(errors)} 处错误（{len(errors)} mistakes in rule files）：\n" + "\n".join(errors),
            hint="改好后运行 kg rules test（correct them, then run kg rules test）",
        )
    return Frames(tuple(rules), words)


def _read_file(
    file: _File, text: str, properties: Collection[str]
) -> tuple[list[Rule], dict[str, tuple[str, ...]]]:
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
        file.wrong(prop, f"没有 {prop.value} 这个属性（unknown property）", _allowed(str(prop.value), properties))
    if not isinstance(top.get("rules"), yaml.SequenceNode):
        file.wrong(root, "缺 rules（no list of rules）", "写 rules: 再逐条写“- id: 1”（write rules: and a list below it)")
        return [], words
    rules = []
    for node in top["rules"].value:
        if isinstance(node, yaml.MappingNode):
            rules.append(_rule(file, node, str(prop.value), properties))
        else:
            file.wrong(node, "每条规则应以“- id: …”开头（a rule is a mapping）", "- id: 1")
    return rules, words


def _syntax(file: _File, text: str, line: int, problem: str) -> None:
    """Says which keystroke broke the YAML: a tab and a full-width colon are what a Chinese keyboard brings."""
    lines = text.splitlines() or [""]
    for number in dict.fromkeys((line, line - 1, *range(1, len(lines) + 1))):
        here = lines[number - 1] if 0 < number <= len(lines) else ""
        if re.match(r" *\t", here):
            return file.wrong(number, "行首有制表符（tab）", "用空格缩进（indent with spaces）")
        if re.match(r"[\s-]*[\w]+：", here):
            return file.wrong(number, f"{here.strip()!r} 用了全角冒号（full-width colon）", "改成半角冒号加空格“: ”")
    return file.wrong(line, f"YAML 写法不对（bad YAML）：{problem}", "检查缩进、引号、冒号后的空格")


def _mapping(file: _File, node: yaml.MappingNode, allowed: Collection[str], what: str) -> dict[str, yaml.Node]:
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


def _strings(file: _File, node: yaml.Node, what: str) -> list[str]:
    """A string or a list of strings, none of them empty."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    result = []
    for item in nodes:
        if not isinstance(item, yaml.ScalarNode) or not str(item.value).strip():
            file.wrong(item, f"{what} 有空项或不是文字（empty or not a text）", f"{what}: [词, 词]，不留空")
        else:
            result.append(str(item.value))
    return result


def _rule(file: _File, node: yaml.MappingNode, prop: str, properties: Collection[str]) -> Rule:
    keys = _mapping(file, node, _KEYS, "规则（rule）")
    number = str(keys["id"].value) if "id" in keys else "?"
    if "id" not in keys:
        file.wrong(node, "规则没有 id（a rule without id）", "加一行 id: 1")
    ways = [k for k in ("triggers", "patterns", "by") if k in keys]
    if len(ways) != 1:
        file.wrong(node, f"规则 {number} 应写 triggers、patterns、by 之一（exactly one of them），现有 {ways}", "留一种")
    lists = {
        key: tuple(_strings(file, keys[key], key)) if key in keys else ()
        for key in ("triggers", "patterns", "unless", "words")
    }
    by = str(keys["by"].value) if "by" in keys else ""
    if by and by not in CONSTRUCTIONS:
        file.wrong(keys["by"], f"没有 {by} 这种句式（unknown construction）", _allowed(by, CONSTRUCTIONS))
    for key in ("triggers", "patterns"):
        if key in keys and not lists[key]:
            file.wrong(keys[key], f"{key} 是空的（empty）", f"{key}: [词, 词]")
    if "patterns" in keys:
        for item in keys["patterns"].value if isinstance(keys["patterns"].value, list) else [keys["patterns"]]:
            _check_pattern(file, item)
    marked = {
        key: tuple(_example(file, item, properties, key == "examples") for item in _items(keys.get(key)))
        for key in ("examples", "nothing")
    }
    if len(marked["examples"]) < 2:
        file.wrong(node, f"规则 {number} 至少要两个例子（at least two examples）", "在 examples: 下写“- 句子 -> 事实”")
    if not marked["nothing"]:
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
        **lists,
        **marked,
    )


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [] if node is None else [node]


def _role(file: _File, node: yaml.Node | None, default: str) -> Role:
    """``机构``, ``[机构, 人物]`` or ``{type: [...], at: [...]}``."""
    if node is None:
        return Role((), (default,))
    at: list[str] = [default]
    if isinstance(node, yaml.MappingNode):
        keys = _mapping(file, node, ("type", "at"), "角色（role）")
        if "at" in keys:
            at = _strings(file, keys["at"], "at")
            for place in at:
                if place not in PLACES:
                    file.wrong(keys["at"], f"没有 {place} 这个位置（unknown place）", _allowed(place, PLACES))
        types = _strings(file, keys["type"], "type") if "type" in keys else []
    else:
        types = _strings(file, node, "角色（role）")
    for kind in types:
        if kind not in HOLES:
            file.wrong(node, f"没有 {kind} 这个类型（unknown type）", _allowed(kind, HOLES))
    return Role(tuple(types), tuple(at))


def _check_pattern(file: _File, node: yaml.Node) -> None:
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


def _example(file: _File, node: yaml.Node, properties: Collection[str], facts_wanted: bool) -> Example:
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
