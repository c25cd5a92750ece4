"""Slips in gold files that no output could ever match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from kg.evaluate.key import answer_key
from kg.evaluate.relations import STRINGS
from kg.evaluate.sheet import Sheet
from kg.model import ENTITY_TYPES, Bound

BOUNDS: tuple[str, ...] = get_args(Bound)


def doubts(gold: Mapping[str, Sheet]) -> Iterator[str]:
    """Unknown types and bounds, and relations of names that no entity has, in words, document by document."""
    for document, sheet in gold.items():
        key = answer_key(sheet.names)
        for name in sheet.names:
            for kind in sorted({name.type, *name.alt_types} - set(ENTITY_TYPES)):
                yield f"{document}：{name.name} 的 {kind} 应为（type, write）: {'、'.join(ENTITY_TYPES)}"
        for row in (*sheet.triples, *sheet.optional_triples):
            for said in (row.subject,) if row.predicate in STRINGS else (row.subject, row.object):
                if not key.ids(said):
                    yield f"{document}：{row.predicate} 里的 {said} 不是实体（no entity has this name）"
        for amount in sheet.amounts:
            for bound in sorted(set(amount.bound.split("|")) - set(BOUNDS)):
                yield f"{document}：{amount.text} 的 {bound} 应为（bound, write）: {'、'.join(BOUNDS)}"
