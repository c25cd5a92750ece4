"""Which of an article's numbers and times tell something: not those in names, nor a headline's that the body repeats."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from kg.model import Article, Mention, Quantity, Time

_START = attrgetter("start")
_HAPPENED = ("quake", "headline", "reported", "ceremony", "disaster")
"""How events are found whose names are told in words: 甲县发生5.4级地震."""


def counted(article: Article, quantities: Sequence[Quantity], mentions: Sequence[Mention]) -> tuple[Quantity, ...]:
    """The quantities outside names; one of the headline only where the body does not say it again."""
    headlines = [(b.start, b.end) for b in article.blocks if b.kind in ("headline", "subhead")]
    apart = [q for q in quantities if not _within_name(q, mentions)]
    in_body = {(q.value, q.unit) for q in apart if not any(a <= q.start < b for a, b in headlines)}
    return tuple(
        q for q in apart if (q.value, q.unit) not in in_body or not any(a <= q.start < b for a, b in headlines)
    )


def dated(times: Sequence[Time], mentions: Sequence[Mention]) -> tuple[Time, ...]:
    """The times that are no part of a name (明天计划); the year that opens one still tells when (2025年甲大赛)."""
    return tuple(t for t in times if "年" in t.text or not _inside(t, mentions))


def _within_name(quantity: Quantity, mentions: Sequence[Mention]) -> bool:
    name = _around(quantity, mentions)
    if name is None or name.end == quantity.end:
        return False
    return not (name.type == "Event" and any(kind in name.by for kind in _HAPPENED))


def _inside(time: Time, mentions: Sequence[Mention]) -> bool:
    return _around(time, mentions) is not None


def _around(item: Quantity | Time, mentions: Sequence[Mention]) -> Mention | None:
    """The name that the words stand in; names stand in order, apart."""
    at = bisect_right(mentions, item.start, key=_START) - 1
    return mentions[at] if at >= 0 and item.end <= mentions[at].end else None
