"""Ceremonies of several honours or works, each in quotes: 2018甲市“十佳企业”“十大人物”颁奖典礼."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_quoted_around import begins_of
from kg.recognize.named_reach import reach_left
from kg.recognize.named_view import Head, View, propose

_RITE = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:颁奖|表彰|颁授|发布|授牌|揭牌|揭晓|命名|首发|启动|颁证|挂牌|授旗|宣讲|推介|成果)(?:暨[\u4e00-\u9fff]{2,12}?)?"
    "(?:典礼|仪式|大会|盛典|晚会|礼|发布会|推介会|会)(?![议员长])"
)
SCORE = 2.4


def find_prized(view: View) -> Iterator[Candidate]:
    """From what stands before the first of the quotes to the ceremony's own word."""
    text = view.scan.text
    if "”" not in text:
        return
    begins = begins_of(view)
    firsts = {quote.start: quote for quote in view.quotes}
    for quote in view.quotes:
        first = firsts.get(begins[quote.end])
        if first is None or first is quote or quote.mark in "《〈" or first.mark in "《〈":
            continue
        rite = _RITE.match(text, quote.end)
        if rite is not None and view.scan.is_boundary(rite.end()):
            reach = reach_left(view, Head(first.end, first.end, "Event", "ceremony"))
            yield propose(view, reach.start, rite.end(), "Event", "event:ceremony:prized", SCORE)
