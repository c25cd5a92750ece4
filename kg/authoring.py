"""A rule file to begin with: a commented template that holds as it stands, and the declaration of a new property."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import CallError, KnowledgeError
from kg.export.files import write_text
from kg.knowledge.frames import ENTITY_HOLES, HOLES, MEASURED, Rule
from kg.knowledge.ontology import Ontology, OntologyProperty

WORD = "某动词"
"""What stands for the verb until the author writes one; no newspaper has it."""

_NAMES = {
    "机构": ("甲公司", "乙公司", "丙协会", "丁协会"),
    "项目": ("暖心行动", "护苗行动", "启明行动", "春蕾行动"),
    "活动": ("技能大赛", "读书大会", "环保论坛", "灯会"),
    "人物": ("张某", "李某", "王某", "赵某"),
    "地点": ("甲市", "乙县", "丙镇", "丁村"),
    "奖项": ("金质奖章", "银质奖章", "先锋奖", "创新奖"),
    "政策": ("甲办法", "乙条例", "丙规定", "丁意见"),
    "职务": ("厂长", "书记", "主席", "主任"),
    "人群": ("职工", "学生", "老人", "儿童"),
    "时间": ("2020年", "2021年", "2022年", "2023年"),
    "数量": ("5个", "8个", "3个", "6个"),
}
"""Invented names of every type: two for the subjects of the examples, two for the objects."""

_OPEN, _CLOSE = {"项目": "“", "政策": "《"}, {"项目": "”", "政策": "》"}


@dataclass(frozen=True, slots=True)
class NewProperty:
    """A property to be declared: its names, and the types of its two ends as rules write them."""

    name: str
    zh: str
    en: str
    subject: str
    object: str


def named_property(word: str, ontology: Ontology) -> str:
    """The property of that name or Chinese label; the word itself where there is none.

    Raises CallError for a word that cannot be the name of a property that rules read.
    """
    labelled = [p.name for p in ontology.properties.values() if p.relation and word == p.zh]
    name = labelled[0] if labelled else word
    if not re.fullmatch(r"[a-z][A-Za-z0-9]*", name):
        raise CallError(
            f"“{word}”不能作属性名（cannot name a property）",
            hint="用英文字母，小写开头；中文写在 --label（Latin letters, a small one first）: kg rules new donatesTo --label 捐资给",
        )
    known = ontology.properties.get(name)
    if known is not None and known.role:
        hint = f"写成（write）: kg rules new {known.parent}，规则里加一行（and in the rule）: role: {known.role}"
        raise CallError(f"{name} 是 {known.parent} 的一种（is a role of {known.parent}）", hint=hint)
    if known is not None and not known.relation:
        hint = "另取一个名字（take another name），如（such as） donatesTo"
        raise CallError(f"{name} 已作他用，规则不能写它（is in use for something else）", hint=hint)
    return name


def write_new(folder: Path, prop: str, rules: Sequence[Rule], *, new: NewProperty | None) -> list[Path]:
    """Writes the template of a rule file, and the declaration if the property is new; the files written.

    ``rules`` are the rules that there are. Raises KnowledgeError where the rule file is there already.
    """
    file = folder / "frames" / f"{prop}.yaml"
    if file.exists():
        hint = "在里面加一条“- id: …”（add a rule to it），或换一个目录（or another folder）: --ontology DIR"
        raise KnowledgeError(f"{file} 已经有了，没有改动（is there already; nothing was written）", hint=hint)
    written = []
    if new is not None:
        terms = folder / "kg.ttl"
        before = terms.read_text(encoding="utf-8-sig").rstrip("\n") + "\n\n" if terms.is_file() else _PREFIXES
        terms.parent.mkdir(parents=True, exist_ok=True)
        write_text(terms, before + declaration(new))
        written.append(terms)
    subject, target = (new.subject, new.object) if new else _usual(prop, rules)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_text(file, template(prop, new.zh if new else "", subject, target, own=_free(prop, rules)))
    return [*written, file]


_PREFIXES = """\
# 自己的属性：名称、两头的类型。Properties of one's own: their names and the types of their two ends.
@prefix kg: <https://w3id.org/baotu/kg#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

"""


def declaration(new: NewProperty) -> str:
    """The Turtle that declares a property whose subject is an entity."""
    target = ENTITY_HOLES.get(new.object)
    kind, range_ = ("owl:ObjectProperty", f"kg:{target}") if target else ("owl:DatatypeProperty", "rdf:langString")
    return (
        f"kg:{new.name} a kg:Relation, {kind} ;\n"
        f'    rdfs:label "{new.zh}"@zh, "{new.en}"@en ;\n'
        f"    rdfs:domain kg:{ENTITY_HOLES[new.subject]} ; rdfs:range {range_} .\n"
    )


def template(prop: str, label: str, subject: str, target: str, *, own: str) -> str:
    """A rule file of one rule whose examples hold as they stand; an empty ``subject`` speaks of the article."""
    one, other = _NAMES[subject][:2] if subject else ("ARTICLE", "ARTICLE")
    this, that = _NAMES[target][2:]
    a, b = (_marked(subject, one), _marked(subject, other)) if subject else ("", "")
    x, y = _marked(target, this), _marked(target, that)
    formula = f"{{主:{subject}}}{WORD}{{宾:{target}}}" if subject else f"{WORD}{{宾:{target}}}"
    way = f"triggers: [{WORD}]" if subject and target not in MEASURED else f'patterns: ["{formula}"]'
    roles = f"    subject: [{subject}]\n    object: [{target}]\n" if subject else f"    object: [{target}]\n"
    title = f"{prop}（{label}）" if label else prop
    return f"""\
# {title} 的规则。改下面五处，再运行（change the five places below, then run）: kg rules test --ontology DIR（DIR 是 frames 所在的目录 holds frames）
# 冒号、引号、括号用半角；缩进用空格。ASCII colons, quotes and brackets; indent with spaces.
property: {prop}
rules:
  - id: {own}            # 规则号：别和别的规则相同（a name no other rule has）
    note: 一句话说明这条规则读什么     # 给人看的（for people）
    # ① 动词换成自己的，几个用逗号隔开（the verbs）。也可以改写固定说法（or formulas）:
    #    patterns: ["{{主:{subject or "机构"}}}向{{宾:{target}}}(捐款|捐赠)"]
    {way}
    # ② 两头各是哪一类（the types of both ends）: {"、".join(HOLES)}
{roles}    # ③ 句中有这些词就不算（words that forbid it），用不着就删去（delete it if you need none）
    unless: [据传]
    # ④ 至少两个例子：名称写成 [类型:名称]，“->”后写该读出的事实，多个用“; ”隔开（two examples or more）
    examples:
      - "{a}{WORD}{x}。 -> {one} {prop} {this}"
      - "{b}{WORD}{y}。 -> {other} {prop} {that}"
    # ⑤ 至少一个反例：看着像、其实不该读的（a counter-example or more）
    nothing:
      - "{a}计划{WORD}{x}。"
"""


def _marked(hole: str, name: str) -> str:
    mark = f"[{hole}:{name}]" if hole in ENTITY_HOLES or hole in MEASURED else name
    return f"{_OPEN.get(hole, '')}{mark}{_CLOSE.get(hole, '')}"


def _usual(prop: str, rules: Sequence[Rule]) -> tuple[str, str]:
    """The types that the rules of a property take most often; no subject where they speak of the article."""
    own = [rule for rule in rules if rule.property == prop]
    ends = []
    for types in ([rule.subject.types for rule in own], [rule.object.types for rule in own]):
        count = Counter(kind for some in types for kind in some)
        ends.append(max(count, key=lambda kind: count[kind], default=""))
    return ends[0], ends[1] or "机构"


def _free(prop: str, rules: Sequence[Rule]) -> str:
    """An id that no rule of the property has; a word, so that numbers stay free for the rules that kg ships."""
    taken = {rule.id for rule in rules}
    return next(f"我的{n}" for n in range(1, len(taken) + 2) if f"{prop}#我的{n}" not in taken)


def english(name: str) -> str:
    """The words of a name: ``donatesTo`` is donates to."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()


def described(prop: OntologyProperty, ontology: Ontology) -> str:
    """A property in one line: its labels and the classes of its two ends."""
    ends = [ontology.classes[name].zh if name in ontology.classes else "文字" for name in (prop.domain, prop.range)]
    return f"{prop.zh} {prop.name}（{prop.en}）　{ends[0]} → {ends[1]}"
