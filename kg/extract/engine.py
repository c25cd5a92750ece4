"""The engine: an article's entities and the rules in, relations with their evidence out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract.articlewide import main_topic, named, signed
from kg.extract.measure import About, about
from kg.extract.patterns import compile_pattern
from kg.extract.reading import read
from kg.extract.roles import Context
from kg.extract.sentence import read_sentence
from kg.extract.steps import Engine, Known, Step
from kg.extract.words import vocabulary
from kg.knowledge.frames import Frames, Rule
from kg.knowledge.lexicon import Lexicon
from kg.model import Article, Entity, Quantity, Refusal, Relation, Time


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from an article: facts, quantities and times with their topic, and what was refused."""

    relations: tuple[Relation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    steps: tuple[Step, ...] = ()


def prepare(frames: Frames, lexicon: Lexicon) -> Engine:
    """Compiles rules and lexicons once; the engine is then passed to every ``extract``."""
    by: dict[str, tuple[Rule, ...]] = {}
    for rule in frames.rules:
        if rule.by:
            by[rule.by] = (*by.get(rule.by, ()), rule)
    words = vocabulary(frames, lexicon)
    patterns = tuple(compile_pattern(rule, source, words) for rule in frames.rules for source in rule.patterns)
    return Engine(words, patterns, by)


def extract(
    article: Article,
    entities: Sequence[Entity],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    engine: Engine,
) -> Extraction:
    """Reads every sentence of the article by every rule.

    Offsets in and out are reading offsets. Entities carry all their mentions; subject and object of the relations
    are their ids, ``ARTICLE``, or (posts, groups) the words themselves.
    """
    known = Known(article, tuple(entities), engine, read(article, entities, times, quantities, engine.words))
    reading = known.reading
    steps = [*signed(known), *named(known)]
    context = Context()
    paragraph = -1
    spans: list[About] = []
    for sentence in article.sentences:
        start, end = reading.place(sentence.start), reading.place(sentence.end)
        block = reading.text.rfind("\n", 0, start)
        if block != paragraph:
            paragraph, context = block, replace(context, topic=(), mood="", speaker=(), fresh=(), spoken=())
        found, context = read_sentence(known, start, end, context, spans)
        steps += found
    relations = _unique(fact for step in steps for fact in step.facts)
    refusals = tuple(
        Refusal(step.start, step.end, article.text[step.start : step.end], step.rule, step.reason)
        for step in steps
        if step.refused
    )
    main = main_topic(known)
    spans.sort(key=lambda s: s.start)
    return Extraction(
        relations,
        tuple(replace(q, about=about(spans, q.start, main)) for q in quantities),
        tuple(replace(t, about=about(spans, t.start, main)) for t in times),
        refusals,
        tuple(steps),
    )


def _unique(found: Iterable[Relation]) -> tuple[Relation, ...]:
    """One relation a fact, the first that was read; 主办 and 承办 of one event are two facts."""
    seen: dict[tuple[str, str, str, str | None], Relation] = {}
    for fact in found:
        one, two = fact.subject, fact.object
        if fact.predicate == "partnerOf" and two < one:
            one, two = two, one
        seen.setdefault((one, fact.predicate, two, fact.role), fact)
    return tuple(sorted(seen.values(), key=lambda r: (r.start, r.predicate, r.subject, r.object, r.role or "")))
