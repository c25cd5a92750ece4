"""What the names themselves say: 甲大学附属医院 is of 甲大学, 甲杯竞赛总决赛 is part of 甲杯竞赛."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.reading import HOLE_OF_TYPE
from kg.knowledge.frames import Rule
from kg.model import Entity

_MARKS = re.compile(r"[“”‘’『』「」《》\"\s]")
_YEAR = re.compile(r"^(?:第[一二三四五六七八九十百\d]+届|\d{2,4}(?:年度?|年?)|[12]\d{3}-\d{4}年?度?)")
_TAIL = re.compile(r"^(?:—+|-+|·|、)")


def plain(name: str) -> str:
    return _MARKS.sub("", name)


def nested(rule: Rule, entities: Sequence[Entity]) -> Iterator[tuple[Entity, Entity, str]]:
    """Pairs (whole name, name within it) of the rule's types, with how they nest: 'head', 'tail' or 'inside'."""
    forms = {e.id: [plain(n) for n in (e.name, *e.aliases)] for e in entities}
    longer = [e for e in entities if HOLE_OF_TYPE[e.type] in rule.subject.types]
    shorter = [e for e in entities if HOLE_OF_TYPE[e.type] in rule.object.types]
    for whole in longer:
        for part in shorter:
            if whole.id == part.id:
                continue
            how = _how(forms[whole.id], forms[part.id])
            if how:
                yield whole, part, how


def _how(whole: Sequence[str], part: Sequence[str]) -> str:
    """Does a form of the whole begin or end with a form of the part, and go on?"""
    if set(whole) & set(part):
        return ""
    for a in whole:
        for b in part:
            if len(b) < 2 or len(a) <= len(b):
                continue
            if a.startswith(b) or _YEAR.sub("", a).startswith(b):
                return "head"
    # 别的写法里倒过来包含的，不算
    for a in whole:
        for b in part:
            if len(b) >= 3 and len(a) > len(b) and a.endswith(b):
                return "tail"
    return ""


def closest(pairs: Sequence[tuple[Entity, Entity, str]]) -> list[tuple[Entity, Entity, str]]:
    """Of several bodies that a name begins with only the longest: a bureau's office is the bureau's."""
    best: dict[tuple[str, str], tuple[Entity, Entity, str]] = {}
    for whole, part, how in pairs:
        key = (whole.id, how)
        if key not in best or len(part.name) > len(best[key][1].name):
            best[key] = (whole, part, how)
    return list(best.values())
