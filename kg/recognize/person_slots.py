"""Names by a construction whose slot only a person fills: 由甲主持, 任命甲为总经理, 授予甲等十名同志, 甲任公司党委书记."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.person_names import UNKNOWN, Names
from kg.recognize.scan import Scan
from kg.recognize.winning import GETTING

_NAME = "[\u4e00-\u9fff]{2,3}?"
_OFFICE = "(?:为|担任|出任|接任|任(?![务何期由性])|同志|先生|女士)"
_COUNT = "(?:\\d+|[一二三四五六七八九十百两几]+)[余多]?(?:[名位人]|个同志)"
_HONOUR = "[^，。；！？\n]{0,12}?(?:牌|奖|冠军|亚军|季军|称号|第[一二三四五六七八九十]名)"
_TAKES = "(?:不再担任|不再兼任|辞去|卸任|接任|出任|兼任|改任|转任|任(?![命务何期由职免教性选]))"

SLOTS = re.compile(
    f"(?:任命|聘任|聘请|续聘|推选|选举|推举|增补|委任|提名|指定|免去)(?P<appointed>{_NAME})(?={_OFFICE})"
    f"|由(?P<leading>{_NAME})(?=主持(?!人)|执笔|领衔|带队|主讲|主演|执导|执裁|作词|作曲|演唱)"
    f"|(?:授予|追授|表彰|奖励|表扬|追认)(?P<honoured>{_NAME})(?=等{_COUNT}|等?同志)"
    f"|的(?P<winner>{_NAME})(?=(?:{GETTING}|获)了?{_HONOUR})"
    f"|(?<![^，。；：！？\n])(?P<holder>{_NAME})(?={_TAKES})"
)
_SIGNS = ("由", "任", "聘", "授", "彰", "奖", "表扬", "追认", "的", "选", "提名", "指定", "增补", "免去", "辞去")
GROUPS = ("appointed", "leading", "honoured", "winner", "holder")
REACH = 24
"""So near stands the post that somebody takes."""

LEAST = -1.0
"""Surname and given name together speak at least so much for a name."""

BODIES = (
    "部",
    "局",
    "委",
    "办",
    "厅",
    "院",
    "会",
    "室",
    "所",
    "处",
    "社",
    "司",
    "组",
    "团",
    "队",
    "方",
    "者",
    "们",
    "人",
    "员",
)
"""What ends so is a body or a crowd: 由党委办主持."""

TERMS = tuple("连现新历曾接担改升调出主前首继离责信卸")
"""With 任 they are words (连任, 现任): 甲国连任总统."""

WORDS = ("n", "s", "j", "t", "m", "r", "d", "p", "c", "b")
"""A word of the dictionary with such a tag is no name: 由项目主持, 由高校主持."""


def slot_spans(scan: Scan, names: Names) -> Iterator[tuple[int, int]]:
    """The spans in such slots that a surname leads and whose characters may be a name."""
    text = scan.text
    for match in SLOTS.finditer(text) if any(sign in text for sign in _SIGNS) else ():
        group = match.lastgroup or ""
        start, end = match.span(group)
        if not _may_be_name(scan, names, start, end, sure=group == "honoured"):
            continue
        if group == "holder" and text.endswith(TERMS, start, end):
            continue
        if group == "winner" and not _is_origin(scan, start - 1):
            continue
        if group == "holder" and not any(match.end() <= post < match.end() + REACH for post in scan.starting["posts"]):
            continue
        yield start, end


def _is_origin(scan: Scan, end: int) -> bool:
    """Does a place or a body end here: 来自甲省|的, 甲厂|的?"""
    return any(end in scan.ending[kind] for kind in ("place", "organization_kinds", "organization_names"))


def _may_be_name(scan: Scan, names: Names, start: int, end: int, *, sure: bool) -> bool:
    """Do the characters make a name; are they, if that is not ``sure``, no word and no place?"""
    word = scan.text[start:end]
    surname = names.surnames.get(word[0])
    if surname is None or not scan.is_boundary(start) or word in names.not_names or word.endswith(BODIES):
        return False
    first, last, tag = scan.words[scan.word_at[start]]
    if not sure and (first, last) == (start, end) and tag.startswith(WORDS) and tag != "nr":
        return False
    known = (scan.starting[kind].get(start, ()) for kind in ("place", "organization_names"))
    if not sure and any(end in ends for ends in known):
        return False
    one = names.given.get(word[1], UNKNOWN)
    given = one[2] if len(word) == 2 else one[0] + names.given.get(word[2], UNKNOWN)[1]
    return surname + given > LEAST
