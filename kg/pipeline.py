"""One page through every room: read it here to see how kg works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kg.extract.confidence import rated
from kg.extract.engine import extract, prepare
from kg.knowledge import Knowledge
from kg.layout import layout, words_of
from kg.model import Article, Document, Entity, Facts, Page, Quantity, Refusal, Relation, Time
from kg.recognize.recognizer import build_recognizer
from kg.resolve import passed_over, resolve_article

Reader = Callable[[Page], Document]
Spanned = TypeVar("Spanned", Quantity, Time, Refusal)
Measured = TypeVar("Measured", Quantity, Time)


def build_reader(knowledge: Knowledge) -> Reader:
    """A function from a page to its facts; build one in every worker, it does not pickle.

    The function raises InputError for a page without an article.
    """
    recognize = build_recognizer(knowledge)
    words = words_of(knowledge.lexicon)
    engine = prepare(knowledge.frames, knowledge.lexicon)

    def read_article(article: Article) -> Facts:
        seen = recognize(article)
        entities = resolve_article(article, seen.mentions, seen.inner, knowledge)
        found = extract(article, entities, seen.times, seen.quantities, engine)
        return Facts(
            article=article,
            entities=entities,
            relations=rated(article, entities, found.relations, knowledge.precision),
            quantities=found.quantities,
            times=found.times,
            refusals=(*seen.refusals, *passed_over(seen.mentions, entities), *found.refusals),
        )

    def read(page: Page) -> Document:
        facts: list[Facts] = []
        used = 0
        for article in layout(page, words):
            read_facts = on_page(read_article(article), used)
            used += len(read_facts.entities)
            facts.append(read_facts)
        return Document(page=page, facts=tuple(facts))

    return read


def on_page(facts: Facts, used: int) -> Facts:
    """The same facts in page offsets, entity ids counted on from ``used`` so that they are unique on the page."""
    article = facts.article
    ids = {entity.id: f"e{number}" for number, entity in enumerate(facts.entities, used + 1)}

    def entity(e: Entity) -> Entity:
        spans = tuple(article.page_span(start, end) for start, end in e.mentions)
        return replace(e, id=ids[e.id], mentions=spans)

    def span(item: Spanned) -> Spanned:
        start, end = article.page_span(item.start, item.end)
        return replace(item, start=start, end=end)

    def about(item: Measured) -> Measured:
        return replace(item, about=ids.get(item.about or "", item.about))

    def relation(r: Relation) -> Relation:
        start, end = article.page_span(r.start, r.end)
        return replace(
            r, start=start, end=end, subject=ids.get(r.subject, r.subject), object=ids.get(r.object, r.object)
        )

    return Facts(
        article=article,
        entities=tuple(map(entity, facts.entities)),
        relations=tuple(map(relation, facts.relations)),
        quantities=tuple(about(span(q)) for q in facts.quantities),
        times=tuple(about(span(t)) for t in facts.times),
        refusals=tuple(span(r) for r in facts.refusals),
    )
