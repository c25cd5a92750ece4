"""How names of one phrase are joined: 甲、乙和丙; 甲、著名造型师乙; 一等奖2项、二等奖4项."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.signs import Item, Mark, Reading

LISTED = re.compile(r"、|/|／|和|与|及|以及|及其|、和")
_LISTED_QUALIFIED = re.compile(r"(?:、|和|与|及|以及)[^，。；：、！？“”‘’（）\s的和与及在是]{1,8}")


def so_often(reading: Reading, at: int, mark: Mark, behind: Mark, run: Sequence[Item]) -> bool:
    """Does the mark only count a prize of a list: 一等奖[2项]、二等奖?"""
    counted = mark.item is not None and mark.item.hole == "数量" and mark.start == at
    prize = behind.item is not None and behind.item.hole == "奖项"
    return (
        counted
        and prize
        and bool(run)
        and run[-1].hole == "奖项"
        and LISTED.fullmatch(reading.text, mark.end, behind.start) is not None
    )


def listed(between: str, run: Sequence[Item], item: Item) -> bool:
    """Does the list go on: 甲、乙, and in a list of persons also 甲、著名造型师乙?"""
    if LISTED.fullmatch(between):
        return True
    persons = item.hole in ("人物", "职务") and any(i.hole == "人物" for i in run)
    return persons and bool(_LISTED_QUALIFIED.fullmatch(between))
