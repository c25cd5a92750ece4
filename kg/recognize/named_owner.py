"""Names that begin within or with somebody's: 甲省社会组织|联合会代表大会, 授予王明|省劳动模范."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model import Mention
from kg.recognize.candidate import Candidate

SURE, LIKELY = 1.6, 1.0
_SESSION = re.compile(
    "(?:首届|第[一二三四五六七八九十百\\d]+[届次]|[一二三四五六七八九十]+届|成立|换届|年度?|20\\d\\d年?|工作|会员|理事|代表)"
)
"""How a meeting's name goes on behind its body."""
GIVING = ("授予", "追授", "授予了", "颁授", "颁给", "颁发给", "奖励")
TAKEN = ("被授予", "被追授", "被颁授")
"""Behind these the award itself stands, though it may begin like somebody's name: 被授予|鲁迅文学奖."""
COURTESIES = ("同志", "先生", "女士")
SHORTEST = 3


def with_their_borders(
    text: str, named: Sequence[Candidate], people: Sequence[Candidate], bodies: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates; meetings from where their body begins on, awards without who gets them right before."""
    owners = [c.mention for c in bodies if c.score >= SURE]
    winners = dict(_winners(text, (*people, *bodies)))
    return [_bordered(text, candidate, owners, winners) for candidate in named]


def _bordered(text: str, named: Candidate, owners: Sequence[Mention], winners: Mapping[int, int]) -> Candidate:
    mention = named.mention
    start = mention.start
    if mention.type == "Event":
        inside = (b.start for b in owners if b.start < start < b.end < mention.end and _SESSION.match(text, b.end))
        start = min(inside, default=start)
    elif mention.type == "Award" and winners.get(start, mention.end) <= mention.end - SHORTEST:
        start = winners[start]
    if start == mention.start:
        return named
    words = text[start : mention.end]
    return named._replace(mention=replace(mention, start=start, text=words, name=words))


def _winners(text: str, found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Where somebody stands right behind a verb of giving, and where his name ends, the longest last."""
    for candidate in sorted(found, key=lambda c: c.mention.end):
        start, end = candidate.mention.start, candidate.mention.end
        given = text.endswith(GIVING, 0, start) and not text.endswith(TAKEN, 0, start)
        if candidate.score >= LIKELY and given:
            yield start, end + 2 * text.startswith(COURTESIES, end)
