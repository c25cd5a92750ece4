"""report.json: what went in, what came out, and what was seen and refused."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.graph import ArticleGraph, is_relation
from kg.graph.iris import KG, clean
from kg.graph.iris import kg as term
from kg.knowledge.ontology import Ontology
from kg.model import ENTITY_TYPES, Document


def counts(documents: Sequence[Document], graphs: Iterable[ArticleGraph], *, ontology: Ontology) -> dict[str, Any]:
    """How much of everything: pages, articles, entities by type, relations by property, each thing once.

    ``statements`` counts every time that an article says a thing; ``refused`` what was seen and not asserted.
    """
    kinds: dict[str, str] = {}
    relations: set[tuple[str, str, object]] = set()
    statements = 0
    for graph in graphs:
        statements += len(graph.statements)
        for node in graph.nodes:
            kinds |= [(node.iri, kind) for kind in ENTITY_TYPES if term(kind) in node.classes]
        for statement in graph.statements:
            if is_relation(statement, ontology):
                relations.add((statement.s, statement.p.removeprefix(KG), statement.o))
    facts = [facts for document in documents for facts in document.facts]
    return {
        "pages": len(documents),
        "articles": len(facts),
        "entities": _ordered(Counter(kinds.values())),
        "relations": _ordered(Counter(predicate for _, predicate, _ in relations)),
        "quantities": sum(len(part.quantities) for part in facts),
        "times": sum(len(part.times) for part in facts),
        "statements": statements,
        "refused": sum(len(part.refusals) for part in facts),
    }


def report(
    documents: Sequence[Document],
    counted: Mapping[str, Any],
    *,
    problems: Iterable[str] = (),
    left_out: Mapping[str, Any] | None = None,
    timings: Mapping[str, float] | None = None,
) -> dict[str, Any]:
    """The content of report.json: counts, problems of files, facts left out, everything refused, timings if any.

    ``problems`` are files that could not be read, in words. Without ``timings`` (seconds a room) the report is the
    same for the same pages.
    """
    refused = [
        {
            "page": clean(document.page.uri),
            "article": facts.article.index,
            "start": refusal.start,
            "end": refusal.end,
            "text": clean(refusal.text),
            "rule": refusal.rule,
            "reason": refusal.reason,
        }
        for document in sorted(documents, key=lambda document: document.page.name)
        for facts in document.facts
        for refusal in sorted(facts.refusals, key=lambda r: (r.start, r.end, r.rule, r.reason))
    ]
    content: dict[str, Any] = {
        "counts": dict(counted),
        "refused_by_reason": _ordered(Counter(f"{item['rule']}: {item['reason']}" for item in refused)),
        "problems": list(problems),
        "left_out": dict(left_out or {}),
        "refused": refused,
    }
    if timings is not None:
        content["timings"] = {room: round(seconds, 3) for room, seconds in sorted(timings.items())}
    return content


def report_text(content: Mapping[str, Any]) -> str:
    """The report as JSON for people: indented, Chinese as Chinese."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _ordered(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
