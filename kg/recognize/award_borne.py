"""Titles with their bearer right behind: 甲省工匠乙, 时代楷模、丙厂焊工乙."""

from __future__ import annotations

import re

from kg.recognize.named_view import View

_NAME_TAGS = ("nr", "nrt", "nrfg")
TITLES = frozenset("时代楷模 最美奋斗者 最美职工 最美工人 金牌工人 改革先锋 时代先锋".split())
"""Titles that name nobody's place or level, but one of a kind."""
_BEARER = re.compile(
    r"[\u4e00-\u9fff·]{2,4}(?=[，。、；：（）的和与及等]|为|向|在|将|把|从|用|以|说|表示|介绍|现场|走|来|受|应|结|作|带|担|讲|展|率|获|先|还|也|又|是|参|出|认|告|分|创|劳|工|团|到|做|曾|正|赴|就|荣|当|进|开)"
)
_POSTED = re.compile(r"[^，。；、：！？\n“”]{3,30}(?:[工员师手匠长]|主任|经理|书记|教授|技师)(?=[\u4e00-\u9fff])")


def is_borne(view: View, start: int, end: int) -> bool:
    """Does the bearer stand behind the title, or his post set apart: 甲省工匠乙, 甲省工匠、丙厂焊工乙?"""
    text = view.scan.text
    word = view.scan.word(end)
    tag = view.scan.tag(end)
    named = tag in _NAME_TAGS or (len(word) == 1 and tag[:1] not in "dpcuvrmf")  # 甲省工匠|文化, 甲省劳模|向丙会
    if named and (word[:1] in view.lexicon["surnames"] or text[end : end + 2] in view.lexicon["surnames"]):
        return view.scan.is_boundary(end) and _BEARER.match(text, end) is not None
    return text.startswith("、", end) and _POSTED.match(text, end + 1) is not None


_HELD = ("获得者、", "得主、", "获奖者、")
_NO_PEOPLE = tuple("室地业区位县村城镇校队")


def works_there(text: str, start: int, end: int) -> bool:
    """Is it where the holder of the award before works, not what else is held: 奖章获得者、|甲省重点实验室主任?"""
    return text.endswith(_HELD, 0, start) and text.endswith(_NO_PEOPLE, 0, end)


_SO_MANY = re.compile(
    r"等[\d一两二三四五六七八九十百余多几]+[个家](?:先进|优秀|基层|一线)*(?:集体|单位|班组|企业|团队|岗位|工会|工作室)"
)


def is_winner_of_many(text: str, end: int) -> bool:
    """授予甲厂乙某创新工作室|等30个集体: they get the award."""
    return text.startswith("等", end) and _SO_MANY.match(text, end) is not None


LONGEST_HOLDER = 12
_LAST = re.compile("(?:获得者|荣获者|得主)(?=[。，；！\n]|$)")


def is_last(text: str, start: int, end: int) -> bool:
    """Is it the last of what is told of somebody between marks: 乙，高级技师，|焊工组第一名|获得者。?"""
    return text[start - 1 : start] in ("，", "、") and _LAST.match(text, end) is not None


def names_holder(view: View, end: int) -> bool:
    """Do brackets behind the prize say who has it: 最佳导演奖（王明）?"""
    text, surnames = view.scan.text, view.lexicon["surnames"]
    close = text.find("）", end, end + LONGEST_HOLDER)
    if text[end : end + 1] != "（" or close < 0:
        return False
    return text[end + 1] in surnames or text[end + 1 : end + 3] in surnames or "·" in text[end:close]
