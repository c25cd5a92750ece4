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
_DATED = re.compile(rf"{SIGNS['时间']}(?:[-—至到－]*{SIGNS['时间']})?[，任担历在]")
_BORN = re.compile(
    rf"{_PERSON}，[^。\n]{{0,40}}?(?:出生|生于|年生|月生|[男女](?=，)|岁)|{_PERSON}，{SIGNS['时间']}(?:出生|生)"
)
"""How the first paragraph of a life begins; the next ones begin with dates and name nobody."""
_ACTING = ("TIME", "ADV", "TEXT")


def told_of_one(reading: Reading, clause: Clause, n: int) -> Items:
    """The person who opens the paragraph, where it names nobody else and nothing but a time stands before the verb."""
    if any(chunk.kind not in _ACTING or (chunk.kind == "TEXT" and len(chunk.word) > 1) for chunk in clause.chunks[:n]):
        return ()
    start = reading.text.rfind("\n", 0, clause.start) + 1
    opened = _OPENED.match(reading.text, start, clause.start)
    if opened is None and _DATED.match(reading.text, start):
        start = _vita_above(reading.text, start)
    elif opened is None:
        return ()
    people = [reading.items[i] for i in range(start, clause.start) if i in reading.items and reading.text[i] == _PERSON]
    return (people[0],) if len({person.ref for person in people}) == 1 else ()


def _vita_above(text: str, start: int) -> int:
    """Where the paragraph begins that opens the life which the dated one at ``start`` goes on with, else ``start``."""
    at = start
    while at and _PERSON not in text[at : text.find("\n", at)]:
        at = text.rfind("\n", 0, at - 1) + 1
    return at if _BORN.match(text, at) else start
