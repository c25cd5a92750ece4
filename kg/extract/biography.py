"""Whose life a paragraph tells: 乙，1963年出生，毕业于甲大学。曾任丙厂厂长，丁公司经理。"""

from __future__ import annotations

import re

from kg.extract.clauses import Clause
from kg.extract.context import Items
from kg.extract.signs import SIGNS, Reading

_PERSON = SIGNS["人物"]
_OPENED = re.compile(
    rf"(?:[^{''.join(SIGNS.values())}。；！？\n]{{2,10}}，)?(?P<who>{_PERSON})(?:先生|女士|同志)?(?:[，：（曾历现于]|{SIGNS['时间']})"
)
"""(资料显示，)乙先生，…"""
_ACTING = ("TIME", "ADV", "TEXT")


def told_of_one(reading: Reading, clause: Clause, n: int) -> Items:
    """The person who opens the paragraph, where it names nobody else and nothing but a time stands before the verb."""
    if any(chunk.kind not in _ACTING or (chunk.kind == "TEXT" and len(chunk.word) > 1) for chunk in clause.chunks[:n]):
        return ()
    start = reading.text.rfind("\n", 0, clause.start) + 1
    opened = _OPENED.match(reading.text, start, clause.start)
    if opened is None:
        return ()
    people = [reading.items[i] for i in range(start, clause.start) if i in reading.items and reading.text[i] == _PERSON]
    return (people[0],) if len({person.ref for person in people}) == 1 else ()
