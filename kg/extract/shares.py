"""Who gets which of several ranks: 甲、乙分获冠亚军; 甲厂的乙、丙和丁厂的戊、己分获金奖和银奖; 丙国和甲队获得冠、亚军."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.clauses import Clause
from kg.extract.context import Items

_RANK = re.compile(r"(?:[特一二三四]等[奖功]|[金银铜][奖牌]|第[一二三四五六七八]?名|[冠亚季]军|^[二三四五六七八]?名)$")
_JOINT = 2
"""Between two of one group stands no more than 和 or 、."""

Pairs = list[tuple[str, str]]


def respectively(clause: Clause, n: int, others: Items) -> bool:
    """分获, 分别获得, or ranks, of which everyone gets one: the first with the first, the second with the second."""
    if clause.chunks[n].word.startswith("分") or any(c.word == "分别" for c in clause.chunks[:n]):
        return True
    return others[-1].hole == "奖项" and is_rank(others[-1].text)


def is_rank(name: str) -> bool:
    """Is it a place in a contest, of which there is one for each?"""
    return _RANK.search(name) is not None


def one_each(clause: Clause, ones: Items, others: Items, text: str) -> Pairs | None:
    """The pairs where there are as many as ranks, alone or in groups, counting also who is no subject of the rule.

    ``text`` is the article's. None where that cannot be told.
    """
    if len(ones) == len(others):
        return _zipped([(one,) for one in ones], others)
    phrase = next((c.heads for c in clause.chunks if ones[-1] in c.heads), ())
    if len(phrase) == len(others) and len(ones) < len(others):  # 丙国和甲队: a place is no winner of this rule
        return [(one.ref, other.ref) for one, other in zip(phrase, others, strict=True) if one in ones]
    groups: list[Items] = []
    for one in ones:
        near = groups and one.start - groups[-1][-1].end <= _JOINT and "以" not in text[groups[-1][-1].end : one.start]
        if near:
            groups[-1] = (*groups[-1], one)
        else:
            groups.append((one,))
    return _zipped(groups, others) if len(groups) == len(others) else None


def _zipped(groups: Sequence[Items], others: Items) -> Pairs:
    return [(one.ref, other.ref) for group, other in zip(groups, others, strict=True) for one in group]
