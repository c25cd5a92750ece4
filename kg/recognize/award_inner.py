"""Honours inside the name of the meeting that is held for who has them: “甲楷模”王小明先进事迹报告会."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 1.0
_HONOURED = re.compile(
    r"“(?P<honour>[^“”]{2,14})”(?:荣誉)?(?:称号)?(?:获得者|得主)?[一-鿿·]{2,10}?(?:同志|烈士|先生)?(?:先进|感人|典型|英雄)?(?:事迹|精神|座谈会|追思会|报告会|发布仪式)"
)

_EDITION = r"(?:第[一二三四五六七八九十百\d]+届|首届|本届|(?:19|20)\d\d年?度?)?"
_GIVEN = re.compile(
    rf"{_EDITION}(?P<prize>[一-鿿“”·]{{2,24}}?(?:奖|奖章|勋章))(?:颁奖|颁授|授奖|颁发)(?:大会|典礼|仪式|晚会|盛典|会)"
)
_NAMED = re.compile(
    rf"{_EDITION}(?:“(?P<quoted>[^“”，、]{{2,14}})”|(?P<plain>[一-鿿]{{2,20}}?(?:模范|楷模|工匠|标兵|能手|先锋)))"
    r"(?:荣誉)?(?:称号)?(?:先进)?(?:个人|集体|人物|典型)?(?:先进|感人)?(?:事迹)?(?:颁奖|颁授|授奖|命名|发布|揭晓|表彰|授牌)(?:大会|典礼|仪式|晚会|盛典|会|活动)"
)
"""Ceremonies of a title: “最美船员”先进事迹发布仪式, 全国道德模范颁奖典礼."""
_ROLL = re.compile(
    r"等(?:\d+|[一二三四五六七八九十]+)[名位人个家支][^。，；]{0,12}?(?:获奖|入选|当选|上榜|榜上有名|(?:受到|获得|接受|获|受)表彰|获此殊荣)"
    r"|获奖的[^。，；]{0,24}?(?:分别)?[是为有]|获奖(?:者|人员|个人|单位|选手|作家)(?:名单)?(?:分别)?[是为有：]|获此(?:殊荣|奖项)的"
)
"""Who gets the prize of the ceremony is told."""


def find_inner_prizes(view: View, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The prize in the name of the ceremony where it is given, if the text goes on to tell who gets it: 获奖的有甲、乙."""
    if _ROLL.search(view.scan.text) is None:
        return
    for candidate in found:
        mention = candidate.mention
        held = mention.type == "Event" or (mention.type == "Programme" and mention.text.endswith("活动"))
        if not held or mention.by.endswith(":inner"):
            continue
        match = _GIVEN.fullmatch(mention.text) or _NAMED.fullmatch(mention.text)
        if match is not None:
            start, end = (mention.start + at for at in match.span(match.lastgroup or "prize"))
            yield propose(view, start, end, "Award", "award:prize:inner", SCORE)


def find_inner_honours(view: View, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The quoted honour that such a name opens with, as a name of its own within it."""
    if "事迹" not in view.scan.text and "报告会" not in view.scan.text and "座谈会" not in view.scan.text:
        return
    kinds = view.scan.ending["award_kinds"]
    for candidate in found:
        mention = candidate.mention
        if mention.type != "Event" or mention.by.endswith(":inner"):
            continue
        match = _HONOURED.search(mention.text)
        if match and mention.start + match.end("honour") in kinds:
            start, end = (mention.start + at for at in match.span("honour"))
            yield propose(view, start, end, "Award", "award:quoted:inner", SCORE)
