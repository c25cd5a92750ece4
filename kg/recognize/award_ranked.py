"""Rankings that somebody publishes: 发布“2019甲行业100强榜单”, 公布甲省民营企业百强名单."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 2.6
_KIND = r"(?:\d{2,4}强|百强|千强)(?:企业)?"
_QUOTED = re.compile(
    rf"(?<![届度年])“(?P<name>[^“”《》，。；\n]{{3,24}}?(?:{_KIND}(?:榜单?|排行榜|排名)?|(?:品牌|企业|公司|富豪|财富|价值|创新力?|影响力|竞争力)(?:榜单?|排行榜)))”"
)
_NAME = rf"(?P<name>(?:(?:19|20)\d\d年?度?)?[^，。；：、“”《》\s的了在\d]{{2,14}}?{_KIND})"
_LIST = "(?:榜单?|名单|排行榜|排名)"
_PUBLISHED = re.compile(rf"(?:发布|公布|揭晓|推出)(?:了|的)?{_NAME}(?={_LIST})")
_ON = re.compile(rf"(?:在|据|根据){_NAME}(?={_LIST}[中里上，]|[中里上][，位排名居列])")
_RANKED = re.compile("位列|位居|名列|排名|分列|上榜|入榜|登榜|入围|入选|跻身|进入前|挺进|榜上有名")
"""Of a text that tells who stands where on it."""


def find_rankings(view: View) -> Iterator[Candidate]:
    """The rankings of a text that says who stands on them."""
    text = view.scan.text
    if ("强" not in text and "榜" not in text) or not _RANKED.search(text):
        return
    for expression in (_QUOTED, _PUBLISHED, _ON):
        for match in expression.finditer(text):
            yield propose(view, *match.span("name"), "Award", "award:ranked", SCORE)
