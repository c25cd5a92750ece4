"""Meetings whose body's name holds words that open no event's name: 甲省社会组织|联合会第一次会员代表大会."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.recognize.candidate import Candidate

SURE = 1.6
_SESSION = re.compile(
    "(?:首届|第[一二三四五六七八九十百\\d]+[届次]|[一二三四五六七八九十]+届|成立|换届|年度?|20\\d\\d年?|工作|会员|理事|代表)"
)
"""How the name goes on behind its body."""


def with_their_bodies(text: str, named: Iterable[Candidate], bodies: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates, those of events from where the body begins within whose name they would begin."""
    sure = [c.mention for c in bodies if c.score >= SURE]
    for candidate in named:
        mention = candidate.mention
        if mention.type == "Event":
            inside = (
                b.start for b in sure if b.start < mention.start < b.end < mention.end and _SESSION.match(text, b.end)
            )
            start = min(inside, default=mention.start)
            if start < mention.start:
                words = text[start : mention.end]
                candidate = candidate._replace(mention=replace(mention, start=start, text=words, name=words))
        yield candidate
