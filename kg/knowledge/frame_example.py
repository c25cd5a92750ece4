"""The sentences of a rule file: examples with marked names and facts, formulas with typed holes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import yaml

from kg.knowledge.frame_mistakes import RuleFile, allowed, allowed_type, kind_of, quote
from kg.knowledge.frame_model import HOLE, HOLES, Example

MARK = re.compile(r"\[([^\[\]:]+):([^\[\]]*)\]")
"""A marked name in an example: its type and its words."""

_ARROW = re.compile(r"\s*(?:→|⇒|=>|—+>|－+[>＞]|-+＞|--+>)\s*")
_WIDE = re.compile(r"[\[［【]([^\[\]［］【】:：]{1,4})[:：]([^\[\]［］【】]*)[\]］】]")
_FACT = "主语 属性 宾语，例如（for example）: 甲市总工会 launches 护薪行动"
_ARTICLE = "ARTICLE"


def read_example(
    file: RuleFile, node: yaml.Node, prop: str, properties: Collection[str], what: str, *, counter: bool = False
) -> Example:
    """A marked sentence and its facts; a counter-example must give no fact of the property but those it states."""
    line = node.start_mark.line + 1
    key = "反例" if counter else "例子"
    what = f"{what} 的{key}（{'counter-example' if counter else 'example'}）"
    if not isinstance(node, yaml.ScalarNode):
        hint = '整句加半角双引号（put ASCII quotes around it）: - "[机构:甲会]…… -> ……"'
        file.wrong(node, f"{what}是{kind_of(node)}，不是一句话（not a sentence）", hint)
        return Example("", (), line)
    text, arrow, said = str(node.value).partition("->")
    if not arrow and (sign := _ARROW.search(text)):
        file.wrong(node, f"{what}用了“{sign[0].strip()}”（wrong arrow）", "改成半角（type in ASCII）: ->")
        return Example(text.strip(), (), line)
    names = list(_marks(file, node, text, what))
    plain = MARK.sub(r"\2", text)
    facts = []
    for fact in filter(None, (f.strip() for f in said.split(";"))):
        found = _fact(file, node, fact, properties, what)
        if found is not None:
            facts.append(found)
            _named(file, node, found, names, plain, what)
    if prop and not counter and not any(f[1] == prop for f in facts) and not (said.strip() and not facts):
        hint = f"句后写（write behind the sentence）: -> 主语 {prop} 宾语"
        file.wrong(node, f"{what}“{text[:20].strip()}…”没有写出 {prop} 的事实（no fact of {prop}）", hint)
    return Example(text.strip(), tuple(facts), line)


def _marks(file: RuleFile, node: yaml.Node, text: str, what: str) -> Iterator[str]:
    """The marked names; marks that are none are mistakes."""
    for mark in MARK.finditer(text):
        kind, name = mark.groups()
        if kind not in HOLES:
            file.wrong(node, f"{what}：没有“{kind}”这个类型（unknown type）", allowed_type(kind, HOLES))
        if not name.strip():
            file.wrong(node, f"{what}：{mark[0]} 没有写名称（no name）", f"[{kind}:甲会]")
        yield name
    rest = MARK.sub("", text)
    for wide in _WIDE.finditer(rest):
        hint = f"用半角括号、半角冒号（type ASCII brackets and colon）: [{wide[1]}:{wide[2]}]"
        file.wrong(node, f"{what}：{wide[0]} 用了全角符号（full-width marks）", hint)
        yield wide[2]
    rest = _WIDE.sub("", rest)
    if "[" in rest or "]" in rest:
        file.wrong(node, f"{what}：“[”与“]”不成对或不成标记（brackets that mark nothing）", "[机构:甲会]")


def _fact(
    file: RuleFile, node: yaml.Node, fact: str, properties: Collection[str], what: str
) -> tuple[str, str, str] | None:
    """Subject, property and object; a name may hold spaces."""
    if "；" in fact:
        hint = "几个事实用半角分号隔开（part facts by an ASCII semicolon）: 甲 launches 乙; 丙 launches 乙"
        file.wrong(node, f"{what}的事实里有全角分号（full-width semicolon）", hint)
        return None
    words = fact.split()
    places = [n for n, word in enumerate(words) if word in properties and 0 < n < len(words) - 1]
    if places:
        at = places[0]
        return " ".join(words[:at]), words[at], " ".join(words[at + 1 :])
    if len(words) == 3:
        file.wrong(
            node,
            f"{what}：没有 {words[1]} 这个属性，“{fact}”不是事实（unknown property）",
            allowed(words[1], properties),
        )
    else:
        hint = f"三样用空格隔开（three parts, spaces between）: {_FACT}"
        file.wrong(node, f"{what}：“{fact[:40]}”不是事实（not a fact）", hint)
    return None


def _named(
    file: RuleFile, node: yaml.Node, fact: tuple[str, str, str], names: list[str], plain: str, what: str
) -> None:
    """Subject and object of a fact must stand in the sentence: marked, or (posts, groups) as words."""
    for role, name in (("主语", fact[0]), ("宾语", fact[2])):
        if name in names or name == _ARTICLE or (role == "宾语" and name in plain):
            continue
        if name in plain:
            hint = f"在句中标出来（mark it in the sentence）: [机构:{name}]"
            file.wrong(node, f"{what}：事实的{role}“{name}”在句中没有标出类型（not marked）", hint)
        else:
            hint = f"句中标出的有（marked are）: {'、'.join(names) or '无，写 [机构:甲会] none'}"
            file.wrong(node, f"{what}：事实的{role}“{name}”不在句中（not in the sentence）", hint)


def check_pattern(file: RuleFile, node: yaml.Node, what: str) -> None:
    """Writes down what is wrong with a formula: types of holes, roles, brackets."""
    if not isinstance(node, yaml.ScalarNode):
        return
    text = str(node.value)
    what = f"{what} 的 patterns “{quote(node)}”"
    roles = []
    for hole in HOLE.finditer(text):
        roles.append(hole[1])
        if set(hole[2].split("/")) <= set(HOLES):
            continue
        role, colon, kind = hole[2].partition("：")
        if colon:
            hint = f"用半角冒号（type an ASCII colon）: {{{role}:{kind}{hole[3]}}}"
            file.wrong(node, f"{what}：{hole[0]} 用了全角冒号（full-width colon in a hole）", hint)
        elif ":" in hole[2]:
            hint = f"冒号前只能写主、宾（only 主 or 宾 before the colon）: {{主:{hole[2].rpartition(':')[2]}}}"
            file.wrong(node, f"{what}：{hole[0]} 的角色不对（unknown role in a hole）", hint)
        else:
            file.wrong(
                node, f"{what}：没有 {{{hole[2]}}} 这个类型（unknown type in a hole）", allowed_type(hole[2], HOLES)
            )
    rest = HOLE.sub("X", text)
    if re.search("[{}｛｝]", rest):
        hint = "半角，成对（ASCII, in pairs）: {机构}、{主:机构}、{宾:人物+}、{时间?}"
        file.wrong(node, f"{what}：空格的写法不对（bad hole）", hint)
    elif not any(roles):
        hint = "标出主语、宾语（mark subject and object）: {主:机构}…{宾:项目}"
        file.wrong(node, f"{what} 没有标出主、宾（no role is marked）", hint)
    for role in ("主", "宾"):
        if roles.count(role) > 1:
            hint = f"只标一个；一串名称写（mark one; a list is） {{{role}:机构+}}"
            file.wrong(node, f"{what} 标了两个“{role}:”（role marked twice）", hint)
    if problem := _unbalanced(rest):
        file.wrong(node, f"{what}：{problem}", "半角括号成对（ASCII brackets in pairs）: (甲|乙)、(甲)?")


def _unbalanced(text: str) -> str:
    """What is wrong with the brackets of a formula, or ''."""
    depth = 0
    for n, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            break
        if char == "|" and depth == 0:
            return "“|”不在半角括号里（| outside of ASCII brackets）"
        if char == "?" and (n == 0 or text[n - 1] in "(|?"):
            return "“?”前面没有东西（? behind nothing）"
    return "括号不成对（unbalanced brackets）" if depth else ""
