"""The article's text as the rules see it: signs for names, marks for words, and the way back to the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.knowledge.frames import ENTITY_HOLES
from kg.model import Article

SIGNS: Mapping[str, str] = {
    hole: chr(0xE001 + n)
    for n, hole in enumerate(("机构", "项目", "活动", "人物", "地点", "奖项", "政策", "职务", "人群", "时间", "数量"))
}
"""The one character that stands for a name, post, group, time or number in the rules' text."""

HOLE_OF_TYPE: Mapping[str, str] = {kind: hole for hole, kind in ENTITY_HOLES.items()}
ENTITY_SIGNS = "".join(SIGNS[hole] for hole in ENTITY_HOLES)


OTHERS_OF = ("特使", "特别代表", "夫人", "秘书", "发言人", "新闻发言人", "助理", "助手", "律师", "顾问", "家属")
"""Posts that behind a name are someone else's: 乙特使 is not 乙."""


class Item(NamedTuple):
    """What one sign stands for: ``ref`` is an entity's id, a time's value, or the words themselves; ``start``/``end`` as read.

    A profession (司机) is a post before a name and a group elsewhere: ``group`` is its words as a group, with what
    qualifies them.
    """

    hole: str
    ref: str
    start: int
    end: int
    text: str
    group: str = ""


ENDING = "…"
"""What stands before the last character of an event's name, to find it by that alone."""
COUNTRY = "中国"
"""The name that 我国 means."""
_REMEMBERED = 500
"""Names that 公司 or 全校 may point back over; no article has so many, and a text without end stays linear."""


class Mark(NamedTuple):
    """A word or a sign at ``start:end`` of the rules' text."""

    start: int
    end: int
    flags: int
    word: str
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """The rules' text: ``at[i]`` is the reading offset of its character ``i``; marks stand in order, apart.

    ``named`` are the places of the bodies and places among the items, in order; ``ends`` are, for every noun that
    ends a name or that such a name may be called by, the places of those names, in order. ``bodies`` are the ids of all
    bodies of the article by their names, those too that stand only in longer names (甲集团 in 甲集团研究院成立仪式).
    """

    text: str
    at: Sequence[int]
    marks: Sequence[Mark]
    starts: Sequence[int]
    items: Mapping[int, Item]
    named: Sequence[int] = ()
    ends: Mapping[str, Sequence[int]] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)

    def place(self, offset: int) -> int:
        """The first character that stands at or behind a reading offset."""
        return bisect_left(self.at, offset, 0, len(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The reading offsets of ``start:end``."""
        last = self.items.get(end - 1)
        return self.at[start], last.end if last else self.at[end - 1] + 1

    def within(self, start: int, end: int) -> Sequence[Mark]:
        """The marks that begin in ``start:end``."""
        return self.marks[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def before(self, at: int) -> Iterator[Item]:
        """The bodies and places named before ``at``, the last one first, as far as a reader remembers."""
        last = bisect_left(self.named, at) - 1
        return (self.items[self.named[n]] for n in range(last, max(-1, last - _REMEMBERED), -1))

    def called(self, noun: str, at: int) -> Item | None:
        """What was named last before ``at`` by a name that the noun ends (行动: “甲行动”)."""
        places = self.ends.get(noun, ())
        last = bisect_left(places, at) - 1
        return self.items[places[last]] if last >= 0 else None

    def source(self, article: Article, start: int, end: int) -> str:
        """The words as read behind ``start:end``."""
        a, b = self.span(start, end)
        return article.text[a:b]
