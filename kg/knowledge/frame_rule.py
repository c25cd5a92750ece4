"""One rule of a rule file: its words, roles and conditions, each mistake at its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

import yaml

from kg.knowledge.frame_example import check_pattern, read_example
from kg.knowledge.frame_mistakes import RuleFile, allowed, allowed_type, quote
from kg.knowledge.frame_model import CONSTRUCTIONS, EVERY_MOOD, HOLE, HOLES, MEASURED, PLACES, Example, Role, Rule

RULE_KEYS = (
    *("id", "note", "triggers", "patterns", "by", "words", "subject", "object", "role", "unless", "moods"),
    *("examples", "nothing"),
)
_YES, _NO = ("yes", "true", "是"), ("no", "false", "否")
_GLUED = re.compile("[、，,；;\\s\\[\\]［］【】]")


def read_rule(
    file: RuleFile, node: yaml.MappingNode, prop: str, properties: Collection[str], *, text: str, folder: int
) -> Rule:
    """The rule of a mapping; what is wrong goes to ``file.mistakes``."""
    number = next((quote(value) for key, value in node.value if key.value == "id" and str(value.value).strip()), "?")
    what = f"规则 {number}"
    keys = file.mapping(node, RULE_KEYS, what)
    if number == "?":
        file.wrong(node, "规则没有 id（a rule without id）", "加一行（add a line）: id: 1")
    elif _GLUED.search(number):
        file.wrong(keys["id"], f"id “{number}”里有空格或标点（space or punctuation in an id）", "写成（write）: id: 1")
    ways = [key for key in ("triggers", "patterns", "by") if key in keys]
    if len(ways) != 1:
        found = "、".join(ways) or "一个也没有 none"
        hint = "只留一种，或拆成两条规则（keep one of）: triggers: [动词]、patterns: [说法]、by: 句式"
        file.wrong(
            node, f"{what} 要有 triggers、patterns、by 之一（exactly one of them），现有（found）: {found}", hint
        )

    def listed(key: str) -> tuple[str, ...]:
        return _words(file, keys[key], f"{what} 的 {key}") if key in keys else ()

    by = quote(keys["by"]) if "by" in keys else ""
    if "by" in keys and by not in CONSTRUCTIONS:
        file.wrong(keys["by"], f"{what}：没有“{by}”这种句式（unknown construction）", allowed(by, CONSTRUCTIONS))
    patterns = (
        file.strings(keys["patterns"], f"{what} 的 patterns", '["{主:机构}…{宾:项目}"]') if "patterns" in keys else ()
    )
    for item in _items(keys.get("patterns")):
        check_pattern(file, item, what)
    patterns = tuple(each for pattern in patterns for each in _of_one_type(pattern))
    for key in ("subject", "object"):
        if "triggers" in keys and key in keys and (wrong := _measured(keys[key])):
            hint = '改用固定说法（write a formula instead）: patterns: ["{主:机构}…{宾:数量}"]'
            file.wrong(keys[key], f"{what}：动词的 {key} 不能是{wrong}（no verb takes it）", hint)
        misspelt = get_close_matches(key, [k for k in keys if k not in RULE_KEYS], n=1)
        if "triggers" in keys and key not in keys and not misspelt:
            file.wrong(
                node, f"{what} 没有写 {key} 的类型（no types for the {key}）", f"加一行（add a line）: {key}: [机构]"
            )
    return Rule(
        id=f"{prop}#{number}",
        property=prop,
        note=quote(keys["note"], 200) if "note" in keys else "",
        file=file.name,
        line=node.start_mark.line + 1,
        by=by,
        subject=_role(file, keys.get("subject"), "主语", f"{what} 的 subject"),
        object=_role(file, keys.get("object"), "宾语", f"{what} 的 object"),
        role=quote(keys["role"]) if "role" in keys else None,
        moods=_moods(file, keys.get("moods"), what),
        triggers=listed("triggers"),
        patterns=patterns,
        words=listed("words"),
        unless=listed("unless"),
        examples=_examples(file, keys.get("examples"), prop, properties, node, what),
        nothing=_counter_examples(file, keys.get("nothing"), prop, properties, node, what),
        text=text,
        folder=folder,
    )


def _of_one_type(pattern: str) -> Iterator[str]:
    """The formulas that one with several types in a hole stands for: {宾:地点/机构} is either."""
    several = next((hole for hole in HOLE.finditer(pattern) if "/" in hole[2]), None)
    if several is None:
        yield pattern
        return
    for kind in several[2].split("/"):
        chosen = pattern[: several.start(2)] + kind + pattern[several.end(2) :]
        yield from _of_one_type(chosen)


def _measured(node: yaml.Node) -> str:
    """A time or a quantity among the types of a role, or ''."""
    if isinstance(node, yaml.MappingNode):
        return next((_measured(value) for key, value in node.value if key.value == "type"), "")
    return next((quote(item) for item in _items(node) if quote(item) in MEASURED), "")


def _words(file: RuleFile, node: yaml.Node, what: str) -> tuple[str, ...]:
    """Words, one an item; several glued into one item are a mistake."""
    words = file.strings(node, what)
    key = what.split()[-1]
    for item in _items(node):
        word = quote(item, 200)
        if isinstance(item, yaml.ScalarNode) and _GLUED.search(word.strip()):
            parts = ", ".join(filter(None, _GLUED.split(word)))
            hint = f"一个词一项，用半角逗号隔开（one word an item, ASCII commas）: {key}: [{parts}]"
            file.wrong(item, f"{what}：“{quote(item)}”不是一个词（not one word）", hint)
    return words


def _examples(
    file: RuleFile, node: yaml.Node | None, prop: str, properties: Collection[str], rule: yaml.Node, what: str
) -> tuple[Example, ...]:
    items = _items(node)
    found = tuple(read_example(file, item, prop, properties, what) for item in items)
    if len(items) < 2:
        hint = 'examples: 下再写（add below it）: - "[机构:甲会]…… -> 主语 属性 宾语"'
        is_ = f"至少要两个例子，现有 {len(items)} 个（needs two examples, has {len(items)}）"
        file.wrong(rule, f"{what} {is_}", hint)
    return found


def _counter_examples(
    file: RuleFile, node: yaml.Node | None, prop: str, properties: Collection[str], rule: yaml.Node, what: str
) -> tuple[Example, ...]:
    items = _items(node)
    if not items:
        hint = 'nothing: 下写一句看着像而不该读的（below it, what must not be read）: - "[机构:甲会]计划……"'
        file.wrong(rule, f"{what} 至少要一个反例（needs a counter-example）", hint)
    return tuple(read_example(file, item, prop, properties, what, counter=True) for item in items)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    """The items of a list; a lone text is a list of one, an empty value none."""
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    return [] if node is None or not node.value else [node]


def _moods(file: RuleFile, node: yaml.Node | None, what: str) -> tuple[str, ...]:
    """``yes`` for every mood, or a list of the words that count."""
    if isinstance(node, yaml.SequenceNode):
        return file.strings(node, f"{what} 的 moods", "[将, 定于]")
    word = quote(node).lower() if node is not None else "no"
    if node is not None and word not in (*_YES, *_NO):
        hint = "打算、希望也算就写（if plans and wishes count）: moods: yes，否则删去（else delete it）"
        file.wrong(node, f"{what} 的 moods 是“{word}”（neither yes nor no）", hint)
    return (EVERY_MOOD,) if word in _YES else ()


def _role(file: RuleFile, node: yaml.Node | None, default: str, what: str) -> Role:
    """``机构``, ``[机构, 人物]`` or ``{type: [...], at: [...], ends: [...], never: [...]}``."""
    if node is None:
        return Role((), (default,))
    if not isinstance(node, yaml.MappingNode):
        return Role(_types(file, node, what), (default,))
    keys = file.mapping(node, ("type", "at", "ends", "never"), what)
    at = file.strings(keys["at"], f"{what} 的 at", "[主语]") if "at" in keys else (default,)
    for place in at:
        if place not in PLACES:
            file.wrong(keys["at"], f"{what}：没有“{place}”这个位置（unknown place）", allowed(place, PLACES))
    if "type" not in keys:
        file.wrong(node, f"{what} 没有 type（no type）", "写成（write）: {type: [机构], at: [主语]}")
    ends = file.strings(keys["ends"], f"{what} 的 ends") if "ends" in keys else ()
    never = file.strings(keys["never"], f"{what} 的 never") if "never" in keys else ()
    return Role(_types(file, keys["type"], what) if "type" in keys else (), at, ends, never)


def _types(file: RuleFile, node: yaml.Node, what: str) -> tuple[str, ...]:
    types = file.strings(node, what, "[机构]")
    for item in _items(node):
        kind = quote(item).strip()
        if isinstance(item, yaml.ScalarNode) and kind and kind not in HOLES:
            file.wrong(item, f"{what}：没有“{kind}”这个类型（unknown type）", allowed_type(kind, HOLES))
    return types
