"""Does a firm act here: what it does or has stands behind its name (甲宣布, 甲近日正式发布, 甲的营收)."""

from __future__ import annotations

import re

from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

ADVERBIAL = frozenset("原 近日 日前 昨日 今日 昨天 今天 正 将 正式 首次 率先 计划 拟 曾 已 方面 目前 上周 本周".split())
MOST_ADVERBS = 8
SIZES = (2, 3, 4, 5, 6)
"""Lengths of the words of acts; the dictionary may have one with its object as a word (发布公告)."""


WITH = re.compile(
    "(?:与|同|携手|牵手|联手)[^，。；：、！？\\n]{2,20}?(?:签署|签订|签约|达成|共同|联合|合作|合资|举办|主办|推出|发布|成立)"
    "|[和及][^，。；：、！？\\n]{2,20}?(?:联合|共同)(?:开展|举办|主办|推出|发布|启动|完成|打造|成立)"
    r"|\d[\d.]*%的?(?:股权|股份)"
    r"|\d[\d.,]*(?:亿|万)(?:元|美元|港元|欧元|人民币)*的?[^，。；、]{0,6}?(?:投资|融资|入股|领投|收购|注资|增资)"
)
"""What firms do with another, and what share of them is held."""


PASSIVE = frozenset(("发布", "公布", "推出", "披露"))
NOUNS = ("会", "体")
"""Ends of nouns that begin with what firms do: 发布会, 联合体."""

BOTH = ("act", "own")


def acts_at(scan: Scan, terms: Terms, end: int) -> bool:
    """Does what firms do or have stand behind the name that ends here?"""
    return right_behind(scan, terms, end) or does(scan, terms, end)


def right_behind(scan: Scan, terms: Terms, end: int) -> bool:
    """Does it stand right behind?"""
    value = terms.acts.get(scan.word(end))
    if value is not None:
        return value != "of"
    if scan.word(end).endswith(NOUNS) or scan.word(end) in terms.kinds or scan.tag(end)[:1] not in "nv":
        return False
    if scan.text[end : end + 1] not in terms.acting:
        return False
    return any(terms.acts.get(scan.text[end : end + n]) in BOTH for n in SIZES)


def does(scan: Scan, terms: Terms, end: int) -> bool:
    """Does the firm do something behind a time and adverbs (甲近日正式宣布), or is something its own (甲的营收)?"""
    if scan.text.startswith("的", end):
        return any(terms.acts.get(scan.text[end + 1 : end + 1 + n]) in ("own", "of") for n in SIZES)
    if WITH.match(scan.text, end):
        return True
    at = end
    for _ in range(MOST_ADVERBS):
        word = scan.word(at)
        value = terms.acts.get(word) or _begins(terms, word)
        if (value == "act" and not _told_of_it(scan, at, word)) or (value == "own" and at > end):
            return True
        if scan.tag(at)[:1] not in ("d", "t", "m") and word not in ADVERBIAL:
            return False
        at += len(word)
    return False


def _begins(terms: Terms, word: str) -> str:
    """What the beginning of the dictionary's word says, as ``acts`` has it: 发布公告."""
    if len(word) <= SIZES[0] or word.endswith(NOUNS) or word in terms.kinds:
        return ""
    return next((value for size in SIZES if (value := terms.acts.get(word[:size]))), "")


def _told_of_it(scan: Scan, at: int, word: str) -> bool:
    """礼仪服装正式发布。: without an object it is what is published."""
    return word in PASSIVE and not scan.text[at + len(word) : at + len(word) + 1].isalnum()
