"""The engine: an article's entities and the rules in, relations with their evidence out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.articlewide import main_topic, named, signed
from kg.extract.context import Context, paragraph
from kg.extract.glosses import glossed
from kg.extract.measure import About
from kg.extract.nearby import CEREMONIES, Topics
from kg.extract.patterns import build_pattern
from kg.extract.reading import read
from kg.extract.scenes import on_the_way, scenes
from kg.extract.sentence import Read, read_sentence
from kg.extract.steps import Engine, Known, Step
from kg.extract.words import vocabulary
from kg.knowledge.frames import Frames, Rule
from kg.knowledge.lexicon import Lexicon
from kg.model import ARTICLE, Article, Entity, Quantity, Refusal, Relation, Sentence, Time


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from an article: facts, quantities and times with their topic, and what was refused."""

    relations: tuple[Relation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """How a sentence was read: each clause as (kind, words) of its chunks, and every step with what came of it.

    ``start``/``end`` are reading offsets. The first trace of an article has no clauses: it holds the steps that the
    whole article gave (signatures, names within names).
    """

    start: int
    end: int
    clauses: tuple[tuple[tuple[str, str], ...], ...]
    steps: tuple[Step, ...]


def prepare(frames: Frames, lexicon: Lexicon) -> Engine:
    """Compiles rules and lexicons once; the engine is then passed to every ``extract``."""
    words = vocabulary(frames, lexicon)
    patterns = tuple(build_pattern(rule, source, words) for rule in frames.rules for source in rule.patterns)
    constructions: dict[str, tuple[Rule, ...]] = {}
    for rule in frames.rules:
        if rule.by:
            constructions[rule.by] = (*constructions.get(rule.by, ()), rule)
    return Engine(words, patterns, constructions)


def without(engine: Engine, rule: Rule, frames: Frames, lexicon: Lexicon, text: str) -> Engine:
    """The engine over the same frames and lexicon as if they had no such rule, to read ``text`` or a part of it."""
    words = engine.words
    if rule.triggers or rule.words:
        others = replace(frames, rules=tuple(r for r in frames.rules if r.id != rule.id))
        words = vocabulary(others, lexicon, words, text)
    patterns = tuple(pattern for pattern in engine.patterns if pattern.rule.id != rule.id)
    rest = {name: tuple(r for r in rules if r.id != rule.id) for name, rules in engine.constructions.items()}
    return Engine(words, patterns, {name: rules for name, rules in rest.items() if rules})


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
    known = _known(article, entities, times, quantities, engine)
    steps = [*signed(known), *named(known), *scenes(known), *on_the_way(known), *glossed(known)]
    told: list[About] = []
    near: list[About] = []
    for _, read_one in _sentences(known):
        steps += read_one.steps
        told += read_one.abouts
        near += read_one.near
    told.sort(key=lambda span: span.start)
    near.sort(key=lambda span: span.start)
    main = main_topic(known, {fact.object for step in steps for fact in step.facts if fact.subject == ARTICLE})
    ceremony = any(entity.id == main and entity.name.rstrip("”").endswith(CEREMONIES) for entity in entities)
    topics = Topics(told, near, main, {entity.id: entity.type for entity in entities}, ceremony)

    def about(offset: int) -> str:
        return topics.of(offset, article.text.rfind("\n", 0, offset))

    return Extraction(
        _unique(fact for step in steps for fact in step.facts),
        tuple(replace(q, about=about(q.start)) for q in quantities),
        tuple(replace(t, about=about(t.start)) for t in times),
        tuple(_refusal(article, step) for step in steps if step.refused),
    )


def trace(
    article: Article,
    entities: Sequence[Entity],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    engine: Engine,
) -> tuple[Trace, ...]:
    """The same reading with all that was tried: each sentence's clauses, its rules, and why they were silent."""
    known = _known(article, entities, times, quantities, engine)
    reading = known.reading
    whole = Trace(
        0, len(article.text), (), (*signed(known), *named(known), *scenes(known), *on_the_way(known), *glossed(known))
    )
    return (
        whole,
        *(
            Trace(
                sentence.start,
                sentence.end,
                tuple(
                    tuple((c.kind, reading.source(article, c.start, c.end)) for c in clause.chunks if c.end > c.start)
                    for clause in read_one.clauses
                ),
                read_one.steps,
            )
            for sentence, read_one in _sentences(known)
        ),
    )


def _known(
    article: Article,
    entities: Sequence[Entity],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    engine: Engine,
) -> Known:
    return Known(article, tuple(entities), engine, read(article, entities, times, quantities, engine.words))


def _sentences(known: Known) -> Iterator[tuple[Sentence, Read]]:
    """Every sentence as it was read, topics carried on within a paragraph."""
    reading, context, block = known.reading, Context(), -1
    countries = _countries(known.entities)
    for sentence in _unbroken(known.article):
        start, end = reading.place(sentence.start), reading.place(sentence.end)
        if start == end:
            continue
        line = reading.text.rfind("\n", 0, start)
        if line != block:
            block, context = line, paragraph(context)
        found = read_sentence(known, start, end, context)
        context = found.context
        found = replace(found, steps=tuple(_of_others(known, step) for step in found.steps))
        if countries:
            found = replace(found, steps=tuple(_without_seats(step, countries) for step in found.steps))
        yield sentence, found


def _of_others(known: Known, step: Step) -> Step:
    """The step without a body that takes part in its own meeting (甲委员会委员出席甲委员会第五次会议).

    Nor is an event a part of one that is named after it (甲大会·乙论坛), or of itself (甲乙“八大行动”, “八大行动”).
    """
    own: dict[str, Callable[[str, str], bool]] = {"participatesIn": _is_own, "partOf": _holds_itself}
    if not any(fact.predicate in own for fact in step.facts):
        return step
    names = {e.id: e.name for e in known.entities if e.type in ("Organization", "Event")}
    kept = tuple(
        f
        for f in step.facts
        if f.predicate not in own or not own[f.predicate](names.get(f.object, ""), names.get(f.subject, "\n"))
    )
    return step._replace(facts=kept, reason=step.reason if kept else "自己的会")


def _holds_itself(whole: str, part: str) -> bool:
    return whole.startswith(part) or part.endswith(f"“{whole}”")


def _is_own(event: str, body: str) -> bool:
    """Is the event named after the body that holds it: 甲委员会第五次会议, 丙组织甲委员会年会?"""
    at = event.find(body)
    return at == 0 or (at > 0 and event.startswith(("第", "年会", "会议", "全体会议"), at + len(body)))


def _countries(entities: Iterable[Entity]) -> frozenset[str]:
    """The ids of the countries, whose codes are letters."""
    return frozenset(
        e.id for e in entities if e.type == "Place" and e.value is not None and e.value.isascii() and e.value.isalpha()
    )


def _without_seats(step: Step, countries: frozenset[str]) -> Step:
    """The step without a country that would lie in another place (俄罗斯位于波兰边境的飞地): the clause means less of it."""
    if not any(fact.predicate == "locatedIn" and fact.subject in countries for fact in step.facts):
        return step
    kept = tuple(f for f in step.facts if f.predicate != "locatedIn" or f.subject not in countries)
    return step._replace(facts=kept, reason="" if kept else "国家不在别的地方")


def _unbroken(article: Article) -> Iterator[Sentence]:
    """The sentences; one that trails off in …… or —— goes on in the next (甲、乙、丙……这些都是丁的荣誉)."""
    start: int | None = None
    for n, sentence in enumerate(article.sentences):
        begin = sentence.start if start is None else start
        last = n + 1 == len(article.sentences)
        behind = "\n" if last else article.text[sentence.end : article.sentences[n + 1].start]
        if article.text.endswith(("…", "—"), begin, sentence.end) and "\n" not in behind:
            start = begin
            continue
        start = None
        yield Sentence(begin, sentence.end, sentence.kind)


def _refusal(article: Article, step: Step) -> Refusal:
    text = article.text[step.start : step.end]
    return Refusal(step.start, step.end, text, step.rule, f"{step.trigger}：{step.reason}")


def _unique(found: Iterable[Relation]) -> tuple[Relation, ...]:
    """One relation a fact, the first that was read; 主办 and 承办 of one event are two facts.

    Who holds an event is no guest of it.
    """
    seen: dict[tuple[str, str, str, str | None], Relation] = {}
    for fact in found:
        one, two = fact.subject, fact.object
        if fact.predicate == "partnerOf" and two < one:
            one, two = two, one
        seen.setdefault((one, fact.predicate, two, fact.role), fact)
    held = {(one, other) for one, predicate, other, _ in seen if predicate == "organizes"}
    kept = (fact for key, fact in seen.items() if key[1] != "participatesIn" or (key[0], key[2]) not in held)
    return tuple(sorted(kept, key=lambda r: (r.start, r.predicate, r.subject, r.object, r.role or "")))
