"""How a page or a sentence is read: its names, its clauses, every rule that was tried, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from kg.errors import CallError, InputError
from kg.extract.confidence import rated
from kg.extract.engine import Trace, extract, prepare, trace
from kg.extract.examples import marked
from kg.extract.steps import Step
from kg.knowledge import Knowledge
from kg.knowledge.frames import HOLES, MARK
from kg.layout import layout, words_of
from kg.model import Article, Block, Entity, Page, Quantity, Refusal, Sentence, Time
from kg.recognize.recognizer import build_recognizer
from kg.resolve import passed_over, resolve_article
from kg.text import fold, sentence_ends

_KIND = re.compile(r"[\u4e00-\u9fff]{1,4}")
"""What may be meant for a type."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article and all that was seen in it, in its reading offsets.

    ``traces`` has the steps that the whole article gave and then every sentence with its clauses and steps;
    ``times`` and ``quantities`` know what they are about; ``refusals`` are names seen and not taken; ``rules`` is
    how many rules there are.
    """

    article: Article
    entities: tuple[Entity, ...]
    traces: tuple[Trace, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    refusals: tuple[Refusal, ...]
    rules: int


def explain_sentence(text: str, *, date: str | None, knowledge: Knowledge) -> Explanation:
    """Reads one or a few sentences as the body of an article of that date.

    A sentence with marks, as rule files have them (``[机构:甲厂]``), is read with just the names that are marked.
    Raises CallError for a mark of an unknown type: one in Chinese, or beside marks that are known. Brackets with
    something else in them are text.
    """
    among = any(mark[1] in HOLES for mark in MARK.finditer(text))
    for mark in MARK.finditer(text):
        if mark[1] not in HOLES and (among or _KIND.fullmatch(mark[1])):
            raise CallError(
                f"{mark[0]}：没有“{mark[1]}”这个类型（unknown type）", hint=f"可以写（allowed）: {'、'.join(HOLES)}"
            )
    if among:
        given = marked(fold(text.strip()))
        return _explained(given.article, given.entities, given.times, given.quantities, (), _Rules(knowledge))
    folded = fold(text.strip())
    ends = sentence_ends(folded)
    article = Article(
        index=0,
        text=folded,
        offsets=range(len(folded)),
        blocks=(Block("body", 0, len(folded)),),
        sentences=tuple(Sentence(a, b, "body") for a, b in zip([0, *ends], ends, strict=False)),
        title="",
        end=len(folded),
        published=date,
    )
    return _explainer(knowledge)(article)


def explain_page(page: Page, *, knowledge: Knowledge) -> list[Explanation]:
    """Reads a page, an explanation an article. Raises InputError for a page without an article."""
    read = _explainer(knowledge)
    return [read(article) for article in layout(page, words_of(knowledge.lexicon))]


def only(explanations: Iterable[Explanation], name: str) -> list[Explanation]:
    """What was read of one entity: the sentences that name it, and the steps of whole articles that say it.

    Raises InputError, with the names that are there, when no article has an entity so called.
    """
    found: list[Explanation] = []
    known: list[str] = []
    for seen in explanations:
        named = {e.id: e for e in seen.entities if name in (e.name, *e.aliases)}
        known += [e.name for e in seen.entities]
        if named:
            places = [span for e in named.values() for span in e.mentions]
            found.append(_about(seen, set(named), places))
    if not found:
        near = [other for other in dict.fromkeys(known) if name in other or other in name]
        raise InputError(
            f"没有读出名为“{name}”的实体（no entity of this name）",
            hint=f"读出的有（read were）: {'、'.join(near or list(dict.fromkeys(known))[:20]) or '无 none'}",
        )
    return found


def _about(seen: Explanation, ids: set[str], places: list[tuple[int, int]]) -> Explanation:
    whole, *sentences = seen.traces
    said = tuple(s for s in whole.steps if ids & {ref for f in s.facts for ref in (f.subject, f.object)})
    kept = [t for t in sentences if any(t.start <= start < t.end for start, _ in places)]
    spans = [(t.start, t.end) for t in kept]
    first = Trace(whole.start, whole.end, (), said)
    return Explanation(
        seen.article,
        seen.entities,
        (first, *kept),
        tuple(t for t in seen.times if _within(t.start, spans)),
        tuple(q for q in seen.quantities if _within(q.start, spans)),
        tuple(r for r in seen.refusals if _within(r.start, spans)),
        seen.rules,
    )


def _within(offset: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)


class _Rules:
    """The rules made ready, their precision and their number."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.engine = prepare(knowledge.frames, knowledge.lexicon)
        self.precision = knowledge.precision
        self.count = len(knowledge.frames.rules)


def _explainer(knowledge: Knowledge) -> Callable[[Article], Explanation]:
    recognize = build_recognizer(knowledge)
    rules = _Rules(knowledge)

    def read(article: Article) -> Explanation:
        seen = recognize(article)
        entities = resolve_article(article, seen.mentions, seen.inner, knowledge)
        refusals = (*seen.refusals, *passed_over(seen.mentions, entities))
        return _explained(article, entities, seen.times, seen.quantities, refusals, rules)

    return read


def _explained(
    article: Article,
    entities: tuple[Entity, ...],
    times: tuple[Time, ...],
    quantities: tuple[Quantity, ...],
    refusals: tuple[Refusal, ...],
    rules: _Rules,
) -> Explanation:
    found = extract(article, entities, times, quantities, rules.engine)
    traces = tuple(
        replace(
            one,
            steps=tuple(s._replace(facts=rated(article, entities, s.facts, rules.precision)) for s in one.steps),
        )
        for one in trace(article, entities, times, quantities, rules.engine)
    )
    return Explanation(article, entities, traces, found.times, found.quantities, refusals, rules.count)


def as_data(seen: Explanation) -> dict[str, Any]:
    """The explanation as plain data, names for ids: what ``kg explain --json`` prints.

    ``sentences`` hold their ``mentions``, ``clauses`` and ``steps``, the ``verbs`` that no rule has, and how many
    ``rules`` were not tried since their words do not stand there; ``article`` has the steps of the whole article.
    Offsets of mentions count from the beginning of their sentence. A step that repeats an earlier one is ``again``.
    """
    names = {e.id: e.name for e in seen.entities}
    whole, *sentences = seen.traces
    spans = [(t.start, t.end) for t in sentences]
    said: set[tuple[str, ...]] = set()
    return {
        "title": seen.article.title,
        "entities": [
            {"name": e.name, "type": e.type, "aliases": list(e.aliases), "because": e.because}
            for e in seen.entities
            if not e.mentions or any(_within(start, spans) for start, _ in e.mentions)
        ],
        "article": [_step(step, names, said) for step in whole.steps],
        "sentences": [
            _sentence(seen, one, names, said) for one in sentences if seen.article.text[one.start : one.end].strip()
        ],
        "times": [{"text": t.text, "value": t.value, "about": names.get(t.about or "", t.about)} for t in seen.times],
        "quantities": [
            {
                "text": q.text,
                "value": q.value,
                "unit": q.unit,
                "bound": q.bound,
                "about": names.get(q.about or "", q.about),
            }
            for q in seen.quantities
        ],
        "refused": [
            {"text": r.text, "by": r.rule, "reason": r.reason} for r in seen.refusals if _within(r.start, spans)
        ],
    }


def _sentence(seen: Explanation, one: Trace, names: dict[str, str], said: set[tuple[str, ...]]) -> dict[str, Any]:
    mentions = sorted(
        (start, end, e) for e in seen.entities for start, end in e.mentions if one.start <= start < one.end
    )
    verbs = dict.fromkeys(words for clause in one.clauses for kind, words in clause if kind == "V")
    return {
        "text": seen.article.text[one.start : one.end],
        "mentions": [
            {"start": start - one.start, "end": end - one.start, "type": e.type, "name": e.name}
            for start, end, e in mentions
        ],
        "clauses": [[{"kind": kind, "text": words} for kind, words in clause] for clause in one.clauses],
        "steps": [_step(step, names, said) for step in one.steps],
        "verbs": [word for word in verbs if word not in {step.trigger for step in one.steps}],
        "rules": seen.rules - len({step.rule for step in one.steps}),
    }


def _step(step: Step, names: dict[str, str], said: set[tuple[str, ...]]) -> dict[str, Any]:
    """A step as data; ``said`` are the facts that were told before it, and takes its own."""
    facts = {(*sorted((f.subject, f.object)), f.predicate, f.role or "") for f in step.facts}
    again = bool(facts) and facts <= said
    said |= facts
    return {
        "rule": step.rule,
        "trigger": step.trigger,
        "subjects": [names.get(ref, ref) for ref in step.subjects],
        "objects": [names.get(ref, ref) for ref in step.objects],
        "facts": [
            {
                "subject": names.get(f.subject, f.subject),
                "predicate": f.predicate,
                "object": names.get(f.object, f.object),
                "role": f.role,
                "time": f.time,
                "confidence": f.confidence,
            }
            for f in step.facts
        ],
        "again": again,
        "reason": step.reason,
        "refused": step.refused,
    }
