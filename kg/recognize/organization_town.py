"""Bodies of a town that no gazetteer has: 卡罗克|镇中学 is 卡罗克镇中学."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.recognize.candidate import Candidate

LEVELS = "镇乡村市县州旗省"


def of_their_town(bodies: Sequence[Candidate], places: Sequence[Candidate]) -> Iterator[Candidate]:
    """The bodies whose name begins with the last character of a place, under the whole name."""
    towns = {c.mention.end: c.mention for c in places if c.mention.text[-1] in LEVELS}
    for body in bodies:
        mention = body.mention
        town = towns.get(mention.start + 1)
        if town is not None and town.start < mention.start and mention.text == mention.name:
            name = town.text + mention.text[1:]
            yield Candidate(replace(mention, start=town.start, text=name, name=name), body.score)
