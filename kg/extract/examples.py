"""The examples of the rules, executed: a rule file is right when its own sentences say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.engine import extract, prepare
from kg.extract.steps import Engine
from kg.knowledge.frames import ENTITY_HOLES, Example, Frames, Rule
from kg.knowledge.lexicon import Lexicon
from kg.model import Article, Block, Entity, Quantity, Sentence, Time

_MARK = re.compile(r"\[([^\[\]:]+):([^\[\]]*)\]")
_YEAR = re.compile(r"\d{4}年")
_END = re.compile(r"[^。！？\n]*[。！？]?[”』]?")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that does not say what it should: the rule, the line, the sentence, and what is wrong."""

    rule: str
    file: str
    line: int
    text: str
    problem: str


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
    for mark in _MARK.finditer(text):
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


def facts_of(text: str, engine: Engine) -> set[tuple[str, str, str]]:
    """What the rules read in a marked sentence, names for ids."""
    read = marked(text)
    names = {e.id: e.name for e in read.entities}
    relations = extract(read.article, read.entities, read.times, read.quantities, engine).relations
    return {(names.get(r.subject, r.subject), r.predicate, names.get(r.object, r.object)) for r in relations}


def check_examples(frames: Frames, lexicon: Lexicon, only: Sequence[str] = ()) -> list[Failure]:
    """Runs the examples and counter-examples of all rules, or of the ids in ``only``; an empty list is success.

    An example must give all its facts and no other fact of the rule's property; a counter-example must give no fact
    of the property. A rule whose examples all hold without it is a failure too: nothing needs it.
    """
    engine = prepare(frames, lexicon)
    failures: list[Failure] = []
    for rule in frames.rules:
        if only and rule.id not in only:
            continue
        for example in (*rule.examples, *rule.nothing):
            problem = _problem(rule, example, engine)
            if problem:
                failures.append(Failure(rule.id, rule.file, example.line, example.text, problem))
        others = tuple(r for r in frames.rules if r.id != rule.id)
        without = prepare(replace(frames, rules=others), lexicon)
        if not any(_problem(rule, example, without) for example in rule.examples):
            problem = "没有这条规则，例子也都读得出（its examples hold without the rule）"
            failures.append(Failure(rule.id, rule.file, rule.line, "", problem))
    return failures


def _problem(rule: Rule, example: Example, engine: Engine) -> str:
    found = {_directed(*fact) for fact in facts_of(example.text, engine)}
    wanted = {_directed(*fact) for fact in example.facts}
    missing = wanted - found
    extra = {f for f in found if f[1] == rule.property} - wanted
    if missing:
        return f"没有读出 {_say(missing)}（not read）；读出的是 {_say(found) or '无'}"
    if extra:
        return f"多读出 {_say(extra)}（not expected）"
    return ""


def _directed(one: str, prop: str, other: str) -> tuple[str, str, str]:
    """A fact with the two of a symmetric property in order."""
    if prop == "partnerOf" and other < one:
        one, other = other, one
    return one, prop, other


def _say(facts: set[tuple[str, str, str]]) -> str:
    return "；".join(" ".join(f) for f in sorted(facts))
