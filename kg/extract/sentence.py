"""One sentence under all rules: its clauses in turn, then the formulas and what stands beside names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.attendance import attending, present
from kg.extract.clauses import Clause, clauses, time_clause
from kg.extract.constructions import held, partners, winners
from kg.extract.context import Context, Items, carried_mood, entering, leaving
from kg.extract.dating import carried
from kg.extract.formulas import formulas
from kg.extract.meaning import NATION
from kg.extract.measure import About, abouts, bracketed, datelines, passed_on, spoken_of
from kg.extract.nearby import nearby
from kg.extract.ownership import owned
from kg.extract.signs import ENTITY_SIGNS, SIGNS
from kg.extract.steps import Known, Site, Step
from kg.extract.verbs import act
from kg.extract.words import TOGETHER, TRIGGER


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as it was read: its clauses, the steps taken, what the clauses are about or are near to, the context after it."""

    clauses: tuple[Clause, ...]
    steps: tuple[Step, ...]
    abouts: tuple[About, ...]
    near: tuple[About, ...]
    context: Context


def read_sentence(known: Known, start: int, end: int, context: Context) -> Read:
    """Reads the sentence at ``start:end`` of the rules' text."""
    reading = known.reading
    text = reading.text[start:end]
    named = any(sign in text for sign in ENTITY_SIGNS)
    goes_on = named or context.topic or context.spoken or context.events
    if not goes_on and not any(word in text for word in NATION):
        return Read((), (), (), (), context)
    span = reading.span(start, end)
    steps: list[Step] = []
    about: list[About] = []
    topics: list[tuple[Clause, Items]] = []
    mood, when = "", None
    found = clauses(reading, start, end)
    for n, clause in enumerate(found):
        behind = found[n + 1] if n + 1 < len(found) and time_clause(reading, clause) else None
        inside = entering(reading, clause, behind, context, mood)
        taken = list(_clause(Site(known, clause, inside, span, when)))
        steps += taken
        facts = [fact for step in taken for fact in step.facts if fact.predicate != "targets"]
        told = {ref for fact in facts for ref in (fact.subject, fact.object)}
        spoken = spoken_of(reading, clause, inside, told, first=n == 0)
        about += abouts(reading, clause, spoken, inside.events)
        topics.append((clause, spoken))
        context = leaving(reading, clause, inside, told, passed_on(reading, clause, spoken, inside.spoken))
        mood, when = carried_mood(clause, mood), carried(reading, clause, when)
    about += bracketed(known.article.text, reading, start, end)
    about += datelines(reading, start, end)
    if named:
        steps += formulas(known, start, end, span, context)
        steps += present(known, start, end, span, context)
    if SIGNS["人物"] in text:
        steps += held(known, start, end, span)
    steps += winners(known, steps, span)
    return Read(tuple(found), tuple(steps), tuple(about), tuple(nearby(reading, topics)), context)


def _clause(site: Site) -> Iterator[Step]:
    """Every rule on every trigger of the clause, then what 联合 and 会上 say."""
    known = site.known
    for n, chunk in enumerate(site.clause.chunks):
        if chunk.flags & TRIGGER:
            for rule in known.engine.words.rules.get(chunk.word, ()):
                yield act(site, rule, n)
    if any(chunk.flags & TOGETHER for chunk in site.clause.chunks):
        for rule in known.rules("联合"):
            yield from partners(site, rule)
    for rule in known.rules("子公司"):
        yield from owned(site, rule)
    for rule in known.rules("会上"):
        yield from attending(site, rule)
