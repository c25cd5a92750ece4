"""Titles listed without quotes, all of them, where the noun that closes the list says that they are: 荣膺甲名城、乙之乡等称号."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.chains import chained
from kg.recognize.named_view import View, propose
from kg.recognize.winning import GETTING, TITLED

SCORE = 2.4
_GOT = f"{GETTING}|{TITLED}|拥有|(?:，|先后|曾|并)获(?![得评颁])"
_ITEM = "(?:目的地|[^，。；：、！？“”《》\\s的等获为]){4,24}"
_LISTED = re.compile(f"(?:{_GOT})(?:了|过)?(?:{_ITEM}、)+")
_WHOLE = re.compile(
    f"(?:{_GOT})(?:了|过)?(?P<titles>(?:{_ITEM}、)+{_ITEM}?)等(?:多项|多个|一系列|系列|[\\d一二三四五六七八九十]+[余多]?[项个])?"
    "(?:国家级|省级|省部级|市级|重要)?(?:荣誉|称号|殊荣|资质荣誉|奖励|奖项|嘉奖)"
)
_NO_TITLE = re.compile("\\d+[项个枚名次]|[一二三四五六七八九十]等奖$|(?:成绩|效果|进步|支持|好评|认可|专利|证书|资质)$")


def find_listed_titles(view: View) -> Iterator[Candidate]:
    """Each item of such a list."""
    text = view.scan.text
    for match in chained(text, _LISTED, _WHOLE) if "等" in text and "、" in text else ():
        at = match.start("titles")
        items = match["titles"].split("、")
        if any(_NO_TITLE.search(item) for item in items):
            continue
        for item in items:
            if view.scan.is_boundary(at) and view.scan.is_boundary(at + len(item)):
                yield propose(view, at, at + len(item), "Award", "award:titles", SCORE)
            at += len(item) + 1
