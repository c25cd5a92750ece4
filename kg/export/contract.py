"""The JSON of ``kg extract``: one plain object a document, offsets into the page text."""

from __future__ import annotations

from typing import Any

from kg.model import Document, Entity, Facts, Quantity, Relation, Time


def document_json(document: Document) -> dict[str, Any]:
    """A document as plain data, keys in the order in which they are read."""
    facts = document.facts
    return {
        "document": document.page.name,
        "date": document.page.published,
        "articles": [_article(f) for f in facts],
        "entities": [_entity(e) for f in facts for e in f.entities],
        "relations": [_relation(r, f.article.index) for f in facts for r in f.relations],
        "quantities": [_quantity(q) for f in facts for q in f.quantities],
        "times": [_time(t) for f in facts for t in f.times],
    }


def _article(facts: Facts) -> dict[str, Any]:
    a = facts.article
    return {
        "title": a.title,
        "headline_lines": list(a.headline_lines),
        "labels": list(a.labels),
        "subheads": list(a.subheads),
        "reporters": list(a.reporters),
        "photographers": list(a.photographers),
        "agency": a.agency,
        "start": a.start,
        "end": a.end,
        "continued_on": a.continued_on,
    }


def _entity(e: Entity) -> dict[str, Any]:
    return {
        "id": e.id,
        "type": e.type,
        "name": e.name,
        "aliases": list(e.aliases),
        "article": e.article,
        "mentions": [list(span) for span in e.mentions],
        "because": e.because,
    }


def _relation(r: Relation, article: int) -> dict[str, Any]:
    return {
        "subject": r.subject,
        "predicate": r.predicate,
        "object": r.object,
        "role": r.role,
        "article": article,
        "rule": r.rule,
        "start": r.start,
        "end": r.end,
        "confidence": r.confidence,
    }


def _quantity(q: Quantity) -> dict[str, Any]:
    value = int(q.value) if float(q.value).is_integer() else q.value
    return {
        "about": q.about,
        "text": q.text,
        "value": value,
        "unit": q.unit,
        "bound": q.bound,
        "start": q.start,
        "end": q.end,
    }


def _time(t: Time) -> dict[str, Any]:
    return {"about": t.about, "text": t.text, "value": t.value, "start": t.start, "end": t.end}
