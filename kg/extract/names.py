"""What the names themselves say: 甲大学附属医院 is of 甲大学, 甲杯竞赛总决赛 is part of 甲杯竞赛."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.reading import HOLE_OF_TYPE
from kg.extract.words import PIVOT, PREPOSITION, TOGETHER, Vocabulary
from kg.knowledge.frames import Rule
from kg.model import Entity

_MARKS = re.compile(r"[“”‘’『』「」《》\"\s]")
_YEAR = re.compile(r"^(?:第[一二三四五六七八九十百\d]+届|\d{2,4}(?:年度?|年?)|[12]\d{3}-\d{4}年?度?)")
_SAME = re.compile(r"[业和与及暨的]|国家|[省市县区](?:委|政府|人大|政协)|(?:.{1,8})?自治[区州县]$|特别行政区|公路|世界|地区$|共和国|.{0,3}国$")
"""Rests that make no part: 甲省委省政府 is two bodies, 甲维吾尔自治区 is 甲 itself."""
_TAIL = re.compile(r"^(?:—+|-+|·|、)")



def plain(name: str) -> str:
    return _MARKS.sub("", name)


def nested(rule: Rule, entities: Sequence[Entity], words: Vocabulary) -> Iterator[tuple[Entity, Entity]]:
    """Pairs (whole name, name within it) of the rule's types, nested as the rule's ``words`` say.

    ``head``: the longer name begins with the shorter and goes on at a word; ``tail``: it ends with the shorter one
    in quotes, a brand. Other words of the rule are such as the rest of the longer name must hold (决赛, 仪式 …).
    """
    rests = tuple(word for word in rule.words if word not in ("head", "tail"))
    longer = [e for e in entities if HOLE_OF_TYPE[e.type] in rule.subject.types]
    shorter = [e for e in entities if HOLE_OF_TYPE[e.type] in rule.object.types]
    for whole in longer:
        names = [plain(n) for n in (whole.name, *whole.aliases)]
        for part in shorter:
            if whole.id == part.id or plain(part.name).endswith(rule.unless):
                continue
            within = [plain(n) for n in (part.name, *part.aliases)]
            if set(names) & set(within) or any(b.startswith(a) for a in names for b in within):
                continue
            if "head" in rule.words and _head(names, within, rests, words, part, whole):
                yield whole, part
            elif "tail" in rule.words and _tail((whole.name, *whole.aliases), within):
                yield whole, part


def _head(
    names: Sequence[str],
    within: Sequence[str],
    rests: tuple[str, ...],
    words: Vocabulary,
    part: Entity,
    whole: Entity,
) -> bool:
    for name in names:
        for short in within:
            at = next((a for a in (name, _YEAR.sub("", name)) if a.startswith(short)), None)
            if at is None:
                continue
            rest = _TAIL.sub("", at[len(short) :])
            if len(short) < 2 or len(rest) < 2 or _SAME.match(rest):
                continue
            if part.type == "Place" and not _place_within(short, rest, whole):
                continue
            follower = words.regex.match(rest)
            if follower and words.flags[follower[0]] & (PIVOT | TOGETHER | PREPOSITION):
                continue
            if not rests or any(word in rest for word in rests):
                return True
    return False


def _place_within(short: str, rest: str, whole: Entity) -> bool:
    """Is the shorter name a place that the longer one lies in?

    Short ones without 省, 市, 县 may be half of another word (粤港 of 粤港澳); a programme's quoted name may begin with
    any place, so only a written address before it counts (甲县乙镇“丙驿站”).
    """
    if whole.type == "Place":
        return len(short) > 2 or short[-1] in "省市县区州镇乡村" or len(rest) > 3
    return short[-1] in "省市县区州镇乡村街园场馆站楼校院" and any(name.startswith(short) for name in (whole.name, *whole.aliases))


def _tail(names: Sequence[str], within: Sequence[str]) -> bool:
    """Does a name end with the other in quotes: 甲县“乙驿站”?"""
    return any(name.endswith(f"{a}{short}{b}") for name in names for short in within for a, b in ("“”", "‘’", "『』", "「」"))


def closest(pairs: Sequence[tuple[Entity, Entity]]) -> list[tuple[Entity, Entity]]:
    """Of several names that a name nests only the longest: a bureau's office is the bureau's, not the province's."""
    best: dict[str, tuple[Entity, Entity]] = {}
    for whole, part in pairs:
        if whole.id not in best or len(part.name) > len(best[whole.id][1].name):
            best[whole.id] = (whole, part)
    return list(best.values())
