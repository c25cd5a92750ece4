"""The games that a contest without a name of its own is part of: 甲运动会…。丙赛中，乙队取胜."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.chunks import Chunk
from kg.extract.clauses import Clause
from kg.extract.context import Context, Items

GAMES = ("运动会", "运会", "奥会", "亚冬会", "世锦赛", "锦标赛", "世界杯")
_UNREAD = re.compile("[^，。]{2,}(?:赛|赛场|项目)(?:[中上里]|$)")


def of_the_games(found: Items, clause: Clause, n: int, context: Context) -> Items:
    """The games rather than the one contest told of before, where the clause at its verb ``n`` opens with another contest."""
    contest = found[-1] if found else None
    if contest is None or contest.text.endswith(GAMES) or any(contest in c.heads for c in clause.chunks):
        return found
    if not _another(clause.chunks[:n]):
        return found
    told = (*context.lead, *context.events)
    return next(((one,) for one in reversed(told) if one.text.endswith(GAMES)), found)


def _another(chunks: Sequence[Chunk]) -> bool:
    """Does a contest stand there whose name was not read: 轮椅冰壶混合团体赛，丙队…; 冰球赛场，丙队…?"""
    return any(chunk.kind == "TEXT" and _UNREAD.search(chunk.word) for chunk in chunks)
