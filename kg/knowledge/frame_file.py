"""One rule file: YAML nodes with their lines, every mistake written down with what to type instead."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

import yaml

from kg.knowledge.frame_mistakes import RuleFile, allowed, kind_of, quote
from kg.knowledge.frame_model import Rule
from kg.knowledge.frame_rule import RULE_KEYS, read_rule

_KEYS = ("property", "label", "words", "rules")
_DECLARE = "；新的属性先声明（declare a new one first）: kg rules new 名字 --label 中文名"
_LIST = "下面逐条写（a list of rules below it）: rules: ⏎   - id: 1"


class FileRead(NamedTuple):
    """The rules of a file and the word classes that it brings along."""

    rules: list[Rule]
    words: dict[str, tuple[str, ...]]


def read_rule_file(file: RuleFile, content: bytes, properties: Collection[str], *, folder: int = 0) -> FileRead:
    """The rules and the word classes of a file's bytes; what is wrong goes to ``file.mistakes``."""
    found = FileRead([], {})
    text = _decoded(file, content)
    root = _composed(file, text) if text is not None else None
    if text is None or root is None:
        return found
    top = file.mapping(root, _KEYS, "文件（file）")
    found.words.update(_word_classes(file, top.get("words")))
    prop = _property(file, root, top.get("property"), properties)
    known = dict.fromkeys((*properties, prop))  # one mistake, told once
    rules = top.get("rules")
    if not isinstance(rules, yaml.SequenceNode) or not rules.value:
        what = (
            "rules 没有写（no rules）"
            if rules is None
            else f"rules 是{kind_of(rules)}，不是规则的列表（no list of rules）"
        )
        file.wrong(root if rules is None else rules, what, _LIST)
        return found
    lines = text.splitlines()
    for node in rules.value:
        if isinstance(node, yaml.MappingNode):
            first, last = node.start_mark.line, max(node.end_mark.line, node.start_mark.line + 1)
            found.rules.append(read_rule(file, node, prop, known, text=_source(lines[first:last]), folder=folder))
        else:
            what = f"rules 里的“{quote(node)}”是{kind_of(node)}，不是规则（no rule）"
            file.wrong(node, what, "每条规则以这一行开头，其余各行对齐（begin each rule with）: - id: 1")
    return found


def _decoded(file: RuleFile, content: bytes) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        hint = "在编辑器里另存为 UTF-8（in the editor: save as UTF-8）"
        file.wrong(line, "文件不是 UTF-8，像是 GBK（not UTF-8, perhaps GBK）", hint)
        return None


def _composed(file: RuleFile, text: str) -> yaml.MappingNode | None:
    """The mapping that the file is, or None and the mistake."""
    try:
        root = _parsed(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        _syntax(file, text, mark.line + 1 if mark else 1, str(error.problem))
        return None
    except yaml.reader.ReaderError as error:  # a character that no text holds
        line = text.count("\n", 0, error.position) + 1
        file.wrong(line, f"有看不见的控制字符 U+{error.character:04X}（control character）", "删去它（delete it）")
        return None
    if root is None:
        file.wrong(
            1, "文件是空的（empty file）", "写（write） property: 和 rules:，或先运行（or run first） kg rules new"
        )
    elif isinstance(root, yaml.MappingNode):
        return root
    else:
        _syntax(file, text, root.start_mark.line + 1, f"文件是{kind_of(root)}，应是“键: 值”（must be a mapping）")
    return None


def _parsed(text: str) -> yaml.Node | None:
    """The root node, by libyaml where PyYAML has it, five times as fast; what it refuses the other explains better."""
    if yaml.__with_libyaml__:
        try:
            return yaml.compose(text, Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            pass
    return yaml.compose(text, Loader=yaml.SafeLoader)


_SLIPS = (
    (r" *\t", "行首有制表符（tab）", "改用空格缩进（indent with spaces）"),
    (
        r"[\s-]*\w+\s*：",
        "用了全角冒号（full-width colon）",
        "改成半角冒号加空格（type an ASCII colon and a space）: “: ”",
    ),
    (r"[\s-]*[A-Za-z_]+:(?!\s|$)", "冒号后没有空格（no space behind the colon）", "加一个空格（type a space）: “: ”"),
    (r"[\s-]*\w+: *[｛［【]", "用了全角括号（full-width brackets）", "改成半角（type in ASCII）: [ ] 或 { }"),
    (
        r"\s*-\s*\[[^\[\]:：]+[:：]",
        "句子以“[”开头而没有引号（a sentence that begins with [ has no quotes）",
        '整句加半角双引号（put ASCII quotes around it）: - "[机构:甲会]…… -> ……"',
    ),
    (
        r'\s*-\s*"[^"]*"[^"\s#]',
        "引号里又有半角引号（ASCII quotes within ASCII quotes）",
        "里面的改成中文引号（write Chinese quotes inside）: “ ”",
    ),
    (
        r'\s*-\s*"[^"]*$',
        "引号没有闭上（the quotes are not closed）",
        '句末加半角双引号（close with an ASCII quote）: "',
    ),
    (r"\s*-(?=[^\s-])", "“-”后没有空格（no space behind -）", "“-”后加一个空格（type a space behind it）"),
    (r"---|\.\.\.", "把文件分成了两份（splits the file in two）", "删去这一行（delete this line）"),
)
"""What a Chinese keyboard and a tired hand bring, seen at the beginning of a line."""

_ITEM = re.compile(r"( *)- +id *:")
_KEY = re.compile(rf"( *)({'|'.join((*RULE_KEYS, *_KEYS))}) *:")


def _syntax(file: RuleFile, text: str, line: int, problem: str) -> None:
    """Says which keystrokes broke the YAML, all of them; else what the parser says, at its line."""
    before = len(file.mistakes)
    for number, here in enumerate(text.splitlines(), 1):
        for sign, what, hint in _SLIPS:
            if re.match(sign, here) and not (number == 1 and here.startswith("---")):
                file.wrong(number, f"“{here.strip()[:30]}”{what}", hint)
                break
    if len(file.mistakes) == before:
        _indents(file, text)
    if len(file.mistakes) == before:
        hint = "对齐缩进，括号、引号成对（align the lines, close brackets and quotes），看（see） docs/rules.zh.md"
        file.wrong(line, f"YAML 写法不对（bad YAML）：{problem}", hint)


def _indents(file: RuleFile, text: str) -> None:
    """The keys of a rule stand under its id, those of the file at the beginning of the line."""
    column = 0
    for number, here in enumerate(text.splitlines(), 1):
        if item := _ITEM.match(here):
            column = here.index("id", item.end(1))
        elif key := _KEY.match(here):
            found, wanted = len(key[1]), column if key[2] in RULE_KEYS and column else 0
            if found != wanted and not (key[2] == "words" and found == 0):
                what = f"{key[2]} 前有 {found} 个空格（{found} spaces before it）"
                file.wrong(number, what, f"应有 {wanted} 个，和同级的对齐（must be {wanted}, under its fellows）")


def _word_classes(file: RuleFile, node: yaml.Node | None) -> dict[str, tuple[str, ...]]:
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        file.wrong(node, f"words 是{kind_of(node)}（words must be a mapping）", "words: ⏎   人群: [职工, 学生]")
        return {}
    return {
        key: file.strings(value, f"words 的 {key}") for key, value in file.mapping(node, ("人群",), "words").items()
    }


def _property(file: RuleFile, root: yaml.Node, node: yaml.Node | None, properties: Collection[str]) -> str:
    if node is None:
        file.wrong(
            root,
            "property 没有写（no property）",
            f"第一行写（first line）: property: {'、'.join(properties)} 之一（one of）",
        )
        return ""
    name = quote(node)
    if name not in properties:
        file.wrong(node, f"没有 {name} 这个属性（unknown property）", allowed(name, properties) + _DECLARE)
    return name


def _source(lines: list[str]) -> str:
    """The lines of a rule without the comments and empty lines that stand before the next one."""
    while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
        lines.pop()
    return "\n".join(lines)
