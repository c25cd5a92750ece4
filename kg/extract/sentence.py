"""One sentence under all rules: verbs with their roles, formulas, and the constructions that a rule may name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kg.extract import apposition
from kg.extract.chunks import Chunk, Clause, clauses
from kg.extract.measure import About, abouts, datelines, spoken_of
from kg.extract.patterns import matches
from kg.extract.reading import Item
from kg.extract.roles import (
    Context,
    Items,
    carried_mood,
    finder,
    heads,
    modifies,
    mood_of,
    of_types,
    possessor,
    relative,
    within_relative,
    subject_chunk,
    subjectless,
    subjects,
)
from kg.extract.speech import speaker_at
from kg.extract.steps import Known, Step, product, relate
from kg.extract.words import MOOD, TOGETHER, TRIGGER, VERB
from kg.knowledge.frames import ENTITY_HOLES, Rule
from kg.model import ARTICLE

_EVENTS = ("活动", "项目", "奖项")


def read_sentence(
    known: Known, start: int, end: int, context: Context, spans: list[About]
) -> tuple[list[Step], Context]:
    """The steps taken on the sentence at ``start:end`` of the rules' text, and the context it leaves behind."""
    reading = known.reading
    span = reading.span(start, end) if end > start else (0, 0)
    steps: list[Step] = []
    mood = ""
    found_clauses = clauses(reading, start, end)
    for n, clause in enumerate(found_clauses):
        here = speaker_at(known, clause.start, context)
        if n + 1 < len(found_clauses) and _fronted(reading.text[clause.start : clause.end]) and subjectless(clause):
            opening = subject_chunk(found_clauses[n + 1])
            here = replace(here, topic=heads(opening, here)) if opening else here
        here = replace(here, mood=mood)
        found = list(read_clause(known, clause, here, span))
        steps += found
        mood = carried_mood(clause, mood)
        context = after(known, clause, here, found)
        context = replace(context, spoken=spoken_of(clause, here, found))
        spans += abouts(reading, clause, context.spoken)
    spans += datelines(reading, start, end)
    steps += formulas(known, start, end, span)
    steps += held(known, start, end, span)
    return steps, context


def _fronted(text: str) -> bool:
    """当了厂长后，乙…: an opening clause of time shares the subject of the clause behind it."""
    return text.endswith(("后", "时", "之后", "以后", "以来", "期间", "之际"))


def after(known: Known, clause: Clause, context: Context, found: list[Step]) -> Context:
    """The context behind a clause: its subject becomes the topic, its event the event spoken of."""
    opening = subject_chunk(clause)
    if opening:
        topic = heads(opening, context)
    else:
        topic = possessor(clause) or (context.topic if subjectless(clause) else ())
    if opening and not any(c.kind == "V" for c in clause.chunks):
        topic = topic or context.topic
    topic = tuple(i for i in topic if i.hole in ENTITY_HOLES)
    if opening and not topic and opening.heads:
        topic = ()
    persons = of_types(topic, ("人物",))
    named = {i.ref: i for n in range(clause.start, clause.end) if (i := known.reading.items.get(n)) and i.hole == "人物"}
    person = persons if len(persons) == 1 else tuple(named.values()) if len(named) == 1 else context.person
    events = [
        i for n in range(clause.start, clause.end) if (i := known.reading.items.get(n)) and i.hole in ("活动", "项目")
    ]
    told = {r for s in found for f in s.facts for r in (f.subject, f.object)}
    fresh = tuple(i for i in events if i.ref in told) or of_types(topic, ("活动", "项目"))[:1]
    kept = tuple(i for i in context.events if i.ref not in {f.ref for f in fresh})
    return replace(
        context,
        topic=topic,
        person=person,
        events=(*kept, *fresh)[-6:],
        fresh=(*(i for i in context.fresh if i in kept), *fresh)[-6:],
    )


def read_clause(known: Known, clause: Clause, context: Context, span: tuple[int, int]) -> Iterator[Step]:
    """Every rule on every trigger of the clause, then what its words 联合 and 会上 say."""
    rules = known.engine.words.rules
    for n, chunk in enumerate(clause.chunks):
        if chunk.flags & TRIGGER:
            for rule in rules.get(chunk.word, ()):
                if rule.by == "任职":
                    yield from career(known, rule, clause, n, context, span)
                else:
                    yield fill(known, rule, clause, n, context, span)
    if any(c.flags & TOGETHER for c in clause.chunks):
        for rule in known.rules("联合"):
            yield from partners(known, rule, clause, context, span)
    for rule in known.rules("会上"):
        yield from attending(known, rule, clause, context, span)


def fill(known: Known, rule: Rule, clause: Clause, n: int, context: Context, span: tuple[int, int]) -> Step:
    """Finds the roles of a rule around its trigger; the first condition that fails is the step's reason."""
    trigger = clause.chunks[n].word
    find = finder(clause, n, context)
    roles: list[Items] = []
    if within_relative(clause.chunks, n):
        inner = relative(clause.chunks, n, rule.object.types, rule.subject.types)
        if not inner or "主语" not in rule.subject.at:
            return Step(*span, rule.id, trigger, (), "在定语从句里，另有主语")
        mood = "" if rule.moods else mood_of(clause, n, context)
        if mood:
            return Step(*span, rule.id, trigger, (), f"有“{mood}”，不是已然的事", True)
        return relate(known, rule, product(inner[1], inner[0]), span, trigger)
    for role in (rule.object, rule.subject):
        reason = ""
        for place in role.at:
            found, why = find(place, role.types)
            reason = reason or why
            if found:
                break
        if not found:
            return Step(*span, rule.id, trigger, (), reason)
        roles.append(found)
    text = known.reading.text[clause.start : clause.end]
    stopped = next((word for word in rule.unless if word in text), None)
    if stopped:
        return Step(*span, rule.id, trigger, (), f"有“{stopped}”", True)
    mood = "" if rule.moods else mood_of(clause, n, context)
    if mood:
        return Step(*span, rule.id, trigger, (), f"有“{mood}”，不是已然的事", True)
    if len(roles[0]) == len(roles[1]) > 1 and _respectively(clause, n):
        return relate(known, rule, [(one.ref, other.ref) for one, other in zip(roles[1], roles[0], strict=True)], span, trigger)
    return relate(known, rule, product(roles[1], roles[0]), span, trigger)


def _respectively(clause: Clause, n: int) -> bool:
    """分获, 分别获得: the first with the first, the second with the second."""
    return clause.chunks[n].word.startswith("分") or (n > 0 and clause.chunks[n - 1].word == "分别")


def partners(known: Known, rule: Rule, clause: Clause, context: Context, span: tuple[int, int]) -> Iterator[Step]:
    """甲联合乙、丙: 甲 with each; 甲、乙、丙联合: every pair of up to four."""
    chunks = clause.chunks
    types = rule.subject.types
    for n, chunk in enumerate(chunks):
        if not chunk.flags & TOGETHER:
            continue
        verb = next((k for k in range(n + 1, len(chunks)) if chunks[k].kind == "V"), -1)
        if verb < 0 or mood_of(clause, verb, context):
            continue
        if chunk.kind != "PP" and any(c.kind not in ("ADV", "TIME") for c in chunks[n + 1 : verb]):
            continue
        one, _ = subjects(clause, n, types, context)
        if chunk.kind == "PP":
            others = of_types(chunk.heads, types)
            yield relate(known, rule, product([i for i in one if i not in others][:1], others), span, chunk.word)
        elif 2 <= len(one) <= 4:
            yield relate(known, rule, [(a.ref, b.ref) for a, b in combinations(one, 2)], span, chunk.word)


def attending(known: Known, rule: Rule, clause: Clause, context: Context, span: tuple[int, int]) -> Iterator[Step]:
    """会上，甲…; 甲在丁中…: whoever acts at an event takes part in it."""
    chunks = clause.chunks
    for n, chunk in enumerate(chunks):
        event: Items = ()
        if chunk.kind == "TEXT" and n <= 1 and chunk.word in rule.words:
            event = _event_called(chunk.word, of_types(context.events, rule.object.types))
        elif chunk.kind == "PP" and chunk.word == "在":
            tail = known.reading.text[chunk.end - 1 : chunk.end]
            acts = n + 1 < len(chunks) and chunks[n + 1].kind != "DE" and _opens(chunks[:n])
            event = of_types(chunk.heads[-1:], rule.object.types) if tail in "上中" and acts else ()
        if not event:
            continue
        verb = next((k for k in range(n + 1, len(chunks)) if chunks[k].kind == "V"), len(chunks))
        who, _ = subjects(clause, verb, rule.subject.types, context)
        if mood_of(clause, verb, context):
            continue
        yield relate(known, rule, product(who, event), span, chunk.word)


def _opens(before: Sequence[Chunk]) -> bool:
    """Does nothing but a subject, a time or an adverb stand before the phrase?"""
    return all(c.kind in ("NP", "TIME", "ADV", "DE") or c.end - c.start <= 3 for c in before)


def _event_called(word: str, events: Items) -> Items:
    """The event that 会上, 活动中 or 仪式上 speaks of: the last one so called, else the last one."""
    noun = word[:-1]
    return tuple(e for e in events if e.text.endswith(noun))[-1:] or events[-1:]


def career(
    known: Known, rule: Rule, clause: Clause, n: int, context: Context, span: tuple[int, int]
) -> Iterator[Step]:
    """甲任乙厂厂长、党委书记: the posts behind the verb, or the bodies they are held in."""
    chunk = clause.chunks[n]
    who, reason = subjects(clause, n, ("人物",), context)
    reading = known.reading
    match = apposition.CAREER.match(reading.text, chunk.end, clause.end)
    if not match or any(m.flags & VERB for m in reading.within(chunk.end, match.start(1))) or (chunk.word.endswith("是") and not apposition.is_one_of(match[0])):
        yield Step(*span, rule.id, chunk.word, (), "动词后没有职务")
        return
    if not who:
        yield Step(*span, rule.id, chunk.word, (), reason)
        return
    mood = "" if rule.moods else mood_of(clause, n, context)
    if mood:
        yield Step(*span, rule.id, chunk.word, (), f"有“{mood}”，不是已然的事", True)
        return
    found = [p for p in apposition.posts(reading, match.start(1), match.end(1)) if not _any(rule.unless, p[0])]
    joined = _joined_body(clause, n)
    found = [(words, body or joined) for words, body in found]
    values = [(p.ref, words if rule.property == "holdsPost" else body.ref if body else "") for p in who for words, body in found]
    yield relate(known, rule, [v for v in values if v[1]], span, chunk.word)


_JOINED = ("来到", "进入", "加入", "入职", "走进", "考入", "调入", "进")


def _joined_body(clause: Clause, n: int) -> Item | None:
    """The body entered before the post was taken: 来到甲厂成为一名电工."""
    for k in range(n - 1, 0, -1):
        if clause.chunks[k].kind == "NP" and clause.chunks[k - 1].word in _JOINED:
            return next(iter(of_types(clause.chunks[k].heads, ("机构",))), None)
    return None


def _any(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)


def formulas(known: Known, start: int, end: int, span: tuple[int, int]) -> Iterator[Step]:
    """The patterns of the rules; a pattern without a subject hole speaks of the article."""
    text = known.reading.text
    for pattern in known.engine.patterns:
        if pattern.literal not in text:
            continue
        for at, _, last, ones, others in matches(pattern, known.reading, start, end):
            stopped = _stopped(known, pattern.rule, max(start, _clause_start(text, at)), last)
            if stopped:
                yield Step(*span, pattern.rule.id, pattern.source, (), f"有“{stopped}”", True)
                continue
            roles = {role for role, _ in pattern.holes}
            if "object" not in roles:
                pairs = [(a.ref, b.ref) for a, b in combinations(ones[:4], 2)]
            else:
                pairs = product(ones, others) if "subject" in roles else [(ARTICLE, o.ref) for o in others]
            yield relate(known, pattern.rule, pairs, span, pattern.source)


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "，。；：！？\n") + 1


def _stopped(known: Known, rule: Rule, start: int, stop: int) -> str | None:
    """The word between the beginning of the clause and the end of a formula that keeps it from being a fact."""
    text = known.reading.text[start:stop]
    word = next((word for word in rule.unless if word in text), None)
    if word is None and not rule.moods:
        word = next((m.word for m in known.reading.within(start, stop) if m.flags & MOOD), None)
    return word


def held(known: Known, start: int, end: int, span: tuple[int, int]) -> Iterator[Step]:
    """Posts and bodies beside names."""
    rules = known.rules("同位")
    if not rules or not any(i.hole == "人物" for i in _items(known, start, end)):
        return
    found = apposition.holdings(known.reading, start, end)
    for rule in rules:
        for h in found:
            if _any(rule.unless, h.post):
                continue
            if rule.property == "holdsPost" and h.post:
                yield relate(known, rule, [(h.person.ref, h.post)], span, h.trigger)
            elif rule.property != "holdsPost" and h.body is not None:
                yield relate(known, rule, [(h.person.ref, h.body.ref)], span, h.trigger)


def _items(known: Known, start: int, end: int) -> list[Item]:
    return [m.item for m in known.reading.within(start, end) if m.item is not None]
