"""How names of one phrase are joined: 甲、乙和丙; 甲、著名造型师乙; 一等奖2项、二等奖4项."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.signs import Item, Mark, Reading
from kg.extract.words import VERB

LISTED = re.compile(r"、|/|／|和|与|及|以及|及其|、和")
_LISTED_QUALIFIED = re.compile(r"(?:、|和|与|及|以及)[^，。；：、！？“”‘’（）\s的和与及在是]{1,8}")

_TRADES = frozenset(
    "采购 销售 管理 研究 审计 设计 投资 运营 开发 生产 培训 监管 检验 测试 评估 分析 策划 宣传 推广 统计 维修 教学 咨询 制作 安保 研发 检测".split()
)
"""Verbs that say of what trade somebody is, between the body and the post: 甲会采购专家乙."""


def by_trade(at: int, mark: Mark, behind: Mark, run: Sequence[Item]) -> bool:
    """Is the verb only the trade of the post right behind it, in a body right before it: 甲会|采购|专家?"""
    joined = mark.word in _TRADES and mark.start == at and behind.start == mark.end
    post = behind.item is not None and behind.item.hole == "职务"
    return joined and post and bool(run) and run[-1].hole == "机构"


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
    if between in ("兼", "兼任") and item.hole == "机构":
        return bool(run) and run[-1].hole == "职务"  # 董事会秘书兼|甲部经理乙
    persons = item.hole in ("人物", "职务") and any(i.hole == "人物" for i in run)
    return persons and bool(_LISTED_QUALIFIED.fullmatch(between))


def wins_next(run: Sequence[Item], marks: Sequence[Mark], n: int) -> bool:
    """Does the next winner, with a verb of his own, stand behind a prize: 甲获一等奖、|乙获二等奖?"""
    if not run or run[-1].hole != "奖项":
        return False
    while n < len(marks) and (item := marks[n].item) is not None and item.hole in ("人物", "机构", "职务"):
        n += 1
        if n < len(marks) and marks[n].start == marks[n - 1].end and marks[n].flags & VERB:
            return True
    return False
