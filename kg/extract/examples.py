"""The examples of the rules, executed: a rule file is right when its own sentences say so."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kg.extract.engine import extract, prepare, trace, without
from kg.extract.reading import read
from kg.extract.signs import SIGNS
from kg.extract.steps import Engine
from kg.knowledge.frames import ENTITY_HOLES, MARK, Example, Frames, Rule
from kg.knowledge.lexicon import Lexicon
from kg.model import Article, Block, Entity, Quantity, Relation, Sentence, Time

_YEAR = re.compile(r"\d{4}年")
_END = re.compile(r"[^。！？\n]*[。！？]?[”』]?")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not say what it should: the rule, the line, the sentence, what is wrong, what to do."""

    rule: str
    file: str
    line: int
    text: str
    problem: str
    hint: str

    def __str__(self) -> str:
        where = f"{self.file} 第 {self.line} 行（line {self.line}），规则（rule） {self.rule}"
        said = f"：{self.text}\n  " if self.text else "："
        return f"{where}{said}{self.problem}\n  → {self.hint}"


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked sentence as an article with its entities, times and quantities."""

    article: Article
    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]


def marked(text: str) -> Marked:
    """Reads ``[机构:甲市总工会]主办[活动:大赛]``: the marks become entities, the rest is the sentence.

    >>> marked("[机构:甲厂]开会。").article.text
    '甲厂开会。'
    """
    plain: list[str] = []
    size = at = 0
    mentions: dict[tuple[str, str], list[tuple[int, int]]] = {}
    others: list[tuple[str, str, int]] = []
    for mark in MARK.finditer(text):
        plain.append(text[at : mark.start()])
        size += mark.start() - at
        if mark[1] in ENTITY_HOLES:
            mentions.setdefault((mark[1], mark[2]), []).append((size, size + len(mark[2])))
        else:
            others.append((mark[1], mark[2], size))
        plain.append(mark[2])
        size += len(mark[2])
        at = mark.end()
    plain.append(text[at:])
    source = "".join(plain)
    entities = tuple(
        Entity(f"e{n}", ENTITY_HOLES[hole], name, (), tuple(spans))  # type: ignore[arg-type]
        for n, ((hole, name), spans) in enumerate(mentions.items(), 1)
    )
    times = tuple(
        Time(a, a + len(t), t, t[:4] if _YEAR.fullmatch(t) else None) for hole, t, a in others if hole == "时间"
    )
    quantities = tuple(Quantity(a, a + len(t), t, 1, "", "exact") for hole, t, a in others if hole == "数量")
    sentences = tuple(Sentence(*m.span(), "body") for m in _END.finditer(source) if m.end() > m.start())
    article = Article(0, source, range(len(source)), (Block("body", 0, len(source)),), sentences, "", end=len(source))
    return Marked(article, entities, times, quantities)


def check_examples(frames: Frames, lexicon: Lexicon, only: Collection[str] = ()) -> list[Failure]:
    """Runs the examples and counter-examples of all rules, or of the ids in ``only``; an empty list is success.

    An example must give all its facts and no other fact of the rule's property; a counter-example must give no fact
    of the property but those it states. A rule whose examples all hold without it is a failure too: nothing needs it.
    """
    engine = prepare(frames, lexicon)
    failures: list[Failure] = []
    for rule in frames.rules:
        if only and rule.id not in only:
            continue
        for example in (*rule.examples, *rule.nothing):
            failure = check_example(rule, example, engine)
            if failure:
                failures.append(failure)
        text = "\n".join(marked(example.text).article.text for example in rule.examples)
        others = without(engine, rule, frames, lexicon, text)
        if not any(check_example(rule, example, others) for example in rule.examples):
            problem = "没有这条规则，例子也都读得出（its examples hold without the rule）"
            hint = "换一个只有它读得出的例子，或删去这条规则（give an example that only it reads, or delete the rule）"
            failures.append(Failure(rule.id, rule.file, rule.line, "", problem, hint))
    return failures


def check_example(rule: Rule, example: Example, engine: Engine) -> Failure | None:
    """What an example or counter-example does not keep of its promise, or None."""
    relations, names = _read(example.text, engine)
    by = {_directed(*_named(r, names)): r.rule for r in relations}
    found = set(by)
    wanted = {_directed(*fact) for fact in example.facts}
    missing = wanted - found
    extra = {f for f in found if f[1] == rule.property} - wanted
    if missing:
        problem = f"没有读出（not read） {_say(missing)}；读出的是（read was） {_say(found) or '无 nothing'}"
        own = any(f[1] == rule.property for f in missing)
        return Failure(
            rule.id, rule.file, example.line, example.text, problem, why(rule, example.text, engine) if own else _LOOK
        )
    if extra:
        readers = "、".join(sorted({by[f] for f in extra}))
        problem = f"多读出（read and not expected） {_say(extra)}，由 {readers}（by {readers}）"
        hint = (
            "真是事实就写进“->”后，不是就收紧规则（a fact? write it behind ->; none? tighten the rule）: unless: [词]"
        )
        return Failure(rule.id, rule.file, example.line, example.text, problem, hint)
    return None


_LOOK = (
    "名称与标记的一字不差吗（are the names those marked）？看怎么读的（see how it is read）: kg explain “带标记的句子”"
)


def why(rule: Rule, text: str, engine: Engine) -> str:
    """Why a rule is silent on a marked sentence: the first condition that failed, in words."""
    given = marked(text)
    steps = [
        step
        for one in trace(given.article, given.entities, given.times, given.quantities, engine)
        for step in one.steps
        if step.rule == rule.id
    ]
    reason = next((step.reason for step in steps if step.reason), "")
    if reason:
        return f"{rule.id} 试过，没有说，因为（was tried and silent because）: {reason}"
    if steps:
        return f"{rule.id} 说了，但主语或宾语不同（spoke, of other names）；{_LOOK}"
    if rule.triggers:
        here = [word for word in rule.triggers if word in given.article.text]
        if not here:
            return f"句中没有它的动词（none of its triggers stands there），加进（add to） triggers: [{'、'.join(rule.triggers[:5])}…]"
        return f"“{here[0]}”没有读作动词（is not read as a verb）: 在引号里，或是更长的词的一部分（quoted, or part of a longer word）"
    if rule.patterns:
        return f"没有一个说法对得上（no pattern fits）；规则看到的句子是（the rules see）: {_seen(given, engine)}"
    return f"句式“{rule.by}”在句中没有（its construction does not stand there）；{_LOOK}"


def _seen(one: Marked, engine: Engine) -> str:
    """The sentence as formulas meet it: ``{机构}`` and ``{职务}`` where names and posts stand."""
    text = read(one.article, one.entities, one.times, one.quantities, engine.words).text
    return text.translate({ord(sign): f"{{{hole}}}" for hole, sign in SIGNS.items()})


def facts_of(text: str, engine: Engine) -> set[tuple[str, str, str]]:
    """What the rules read in a marked sentence, names for ids."""
    relations, names = _read(text, engine)
    return {_named(relation, names) for relation in relations}


def _read(text: str, engine: Engine) -> tuple[tuple[Relation, ...], dict[str, str]]:
    """The relations of a marked sentence, and the names of its entities by id."""
    given = marked(text)
    relations = extract(given.article, given.entities, given.times, given.quantities, engine).relations
    return relations, {e.id: e.name for e in given.entities}


def _named(relation: Relation, names: Mapping[str, str]) -> tuple[str, str, str]:
    one, other = relation.subject, relation.object
    return names.get(one, one), relation.predicate, names.get(other, other)


def _directed(one: str, prop: str, other: str) -> tuple[str, str, str]:
    """A fact with the two of a symmetric property in order."""
    if prop == "partnerOf" and other < one:
        one, other = other, one
    return one, prop, other


def _say(facts: Collection[tuple[str, str, str]]) -> str:
    return "；".join(" ".join(f) for f in sorted(facts))
