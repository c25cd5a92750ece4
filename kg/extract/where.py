"""What 在 and 将 say: the place within 正在甲馆举行, and no place before those who hold an event (在甲会承办的丙展上)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.signs import Item, Mark, Reading
from kg.extract.words import ADVERB, MOOD, PREPOSITION, TOGETHER, VERB

HOSTS = ("主办", "承办", "组织", "发起", "协办")
_VENUES = ("大学", "学院", "学校", "中学", "小学", "馆", "院", "中心", "园", "厂", "基地", "酒店", "宾馆", "医院")
"""In bodies of such names something may be held by others: 在甲大学举办的论坛上."""

_PART_OF_PLACE = re.compile(
    "(?:地区|沿线|沿岸|境内|全境|全域|一带|[多各]地|[东西南北中]部|城区|市区|主城区)(?![的居市村])"
)
"""What says which part of a place is meant, and is no subject of its own: 甲街沿线|举行乙展."""
COUNTED = re.compile("[两二三四五六](?:地|省|市|县|区|州|国|镇|村)(?![区长级])")
"""Behind places side by side it counts them all: 甲市乙市两地."""


def is_place(item: Item) -> bool:
    """Is it a place, or a body whose name is no building's, in which nothing is held: 在甲部等六部委举行的报告会?"""
    return item.hole == "地点" or (
        item.hole == "机构" and not item.text.endswith((*_VENUES, "使馆", "领馆", "府", "宫"))
    )


def held_by(reading: Reading, marks: Sequence[Mark], n: int) -> bool:
    """Does a body that holds the event, not a place, stand behind the 在 at ``n``: 在(由)甲会、乙局承办的丙展上?"""
    bodies: list[Item] = []
    joint = False
    for k, mark in enumerate(marks[n + 1 :], start=n + 1):
        if mark.item is not None and mark.item.hole == "机构":
            bodies.append(mark.item)
        elif mark.flags & VERB:
            hosted = mark.word == "举办" and bool(bodies) and (joint or not bodies[-1].text.endswith(_VENUES))
            if not bodies or not (mark.word in HOSTS or hosted):
                return False
            event = any(m.item and m.item.hole in ("活动", "项目") for m in marks[k + 1 : k + 3])
            behind = reading.text[mark.end : mark.end + 1]
            return behind == "，" or (event and behind == "的")  # 在甲局主办，乙局承办的丙展上
        elif mark.flags & TOGETHER:
            joint = True
        elif not (mark.flags & (ADVERB | PREPOSITION) or (mark.item and mark.item.hole == "时间")):
            return False
    return False


def where(marks: Sequence[Mark]) -> Sequence[Mark]:
    """The marks with 在 for the 正在 of 正在甲馆举行, which says where as well as when."""
    return [
        m._replace(start=m.end - 1, flags=PREPOSITION, word="在")
        if m.word == "正在" and n.start == m.end and n.item is not None and n.item.hole in ("地点", "机构")
        else m
        for m, n in zip(marks, (*marks[1:], Mark(-1, -1, 0, "", None)), strict=False)
    ]


def part_end(text: str, at: int, end: int) -> int:
    """Where the words end that say which part of the place before ``at`` is meant."""
    part = _PART_OF_PLACE.match(text, at, end)
    return part.end() if part else at


def plain_future(marks: Sequence[Mark], n: int) -> bool:
    """将 before a verb, an adverb, a time or another preposition is the future; before a name it is 把."""
    if n + 1 >= len(marks) or marks[n + 1].start != marks[n].end:
        return False
    follower = marks[n + 1]
    if follower.item is not None:
        return follower.item.hole == "时间"
    return bool(follower.flags & (VERB | ADVERB | MOOD | PREPOSITION))
