"""Policies: laws, regulations, plans and agreements, in book marks, by nickname, by their title, by their own name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_reach import STATES, Reach, reach_left
from kg.recognize.named_view import Head, View, propose

BOOK_SCORES = {
    "rule": 2.2,
    "law": 2.2,
    "norm": 2.2,
    "list": 2.0,
    "plan": 2.0,
    "measure": 2.0,
    "vision": 2.0,
    "strategy": 1.5,
    "scheme": 2.0,
    "notice": 2.0,
    "accord": 1.6,
    "pact": 1.2,
    "policy": 1.5,
    "name": 2.2,
}
SHORT_SCORE = 0.6
"""《意见》, 《办法》: most often a short form of one named before."""
QUOTED_SCORES = {
    "policy": 1.6,
    "vision": 1.4,
    "scheme": 1.4,
    "plan": 1.0,
    "rule": 1.0,
    "list": 0.8,
    "strategy": 1.0,
    "norm": 0.8,
    "accord": 1.0,
    "pact": 0.6,
}
NAME_SCORE = 1.2
CALLED_FOR = ("行动”", "计划”", "工程”", "活动”", "项目”")
STRATEGY = 0.7
TITLE_SCORE = 1.4
LONGEST_BOOK = 60

KIND_SCORES = {"law": 0.4, "rule": 0.0, "accord": 0.0, "scheme": -0.5, "list": -0.4, "plan": -0.7, "pact": -0.8}
"""Without any marks; a kind that is not here needs them."""
MARK_SCORES = {
    "level": 0.6,
    "league": 0.6,
    "place": 0.6,
    "proper": 0.6,
    "org": 0.5,
    "ordinal": 0.6,
    "turn": 0.6,
    "year": 0.4,
}
ISSUED = 0.4
WORD = 0.15
MOST_WORDS = 4

_TITLE = re.compile(
    r"关于(?!此|这|其)[^，。；：！？“”《》\n]{4,60}?的(?:若干|暂行|补充|实施|指导|框架|谅解|联合|共同|司法)?"
    r"(?:决定|决议|公告|通知|通告|意见|规定|办法|条例|公约|协定|协议|议定书|备忘录|声明|宣言|解释)(?![见书的])"
)


def find_books(view: View) -> Iterator[Candidate]:
    """《…》 whose last words are those of a law, plan, notice or agreement (a bracket may follow them)."""
    text, kinds = view.scan.text, view.lexicon["policy_kinds"]
    for quote in view.quotes:
        if quote.mark != "《" or quote.end - quote.start > LONGEST_BOOK:
            continue
        if quote.end - 1 in view.scan.starting["organization_names"].get(quote.start + 1, ()):
            continue  # 《大公报》 is a paper
        end = quote.end - 1
        while text[end - 1] in "）)" and "（" in text[quote.start : end].replace("(", "（"):
            end = max(text.rfind(mark, quote.start, end) for mark in "（(")
        if text.startswith("关于", quote.start + 1) and text.endswith("报告", quote.start, end):
            yield propose(view, quote.start, quote.end, "Policy", "policy:book", BOOK_SCORES["measure"])
            continue
        starts = view.scan.ending["policy_kinds"].get(end, ())
        starts = [start for start in starts if start > quote.start]
        if not starts:
            continue
        kind = kinds[text[starts[0] : end]]
        score = SHORT_SCORE if starts[0] == quote.start + 1 and kind not in ("name", "law") else BOOK_SCORES[kind]
        yield propose(view, quote.start, quote.end, "Policy", "policy:book", score)


def find_titles(view: View) -> Iterator[Candidate]:
    """Titles without book marks behind who issued them or behind a verb of issuing: 国务院关于加强甲工作的决定."""
    for match in _TITLE.finditer(view.scan.text):
        reach = reach_left(view, Head(match.start(), match.start(), "Policy", ""))
        issuer = reach.marks & {"org", "level", "league"}
        if issuer or reach.governor in ("issue", "obey"):
            booked = f"《{match[0]}》" in view.scan.text  # 书名号里的才是全名
            start = reach.start if issuer and not booked else match.start()
            yield propose(view, start, match.end(), "Policy", "policy:title", TITLE_SCORE)


def _is_high(view: View, end: int) -> bool:
    """Is a post of three characters and more that ends here one of an office (副秘书长), which is in no law's name (外商, 农民)?"""
    start = view.scan.ending["posts"][end][0]
    return end - start > 2 and view.lexicon["posts"][view.scan.text[start:end]] == "post"


def score_policy(view: View, head: Head, reach: Reach) -> float:
    """How sure it is that head and reach name one policy outside of book marks; see the tables above."""
    if head.kind == "name":
        return NAME_SCORE
    if head.kind == "vision" and view.scan.text.endswith(CALLED_FOR, 0, head.start):
        return 0.0  # 发出“甲行动”|倡议: the programme that is called for
    if "quote" in reach.marks and reach.core >= reach.start:
        return QUOTED_SCORES.get(head.kind, 0.0)
    marks = reach.marks - {"amount", "quote", "book", "inner"}
    if any(at in view.scan.ending["posts"] and _is_high(view, at) for at in range(reach.start + 3, head.start)):
        return 0.0  # 副秘书长王强手抚|宪法: a clause
    governed = reach.governor in ("issue", "obey")
    own = head.kind in ("law", "rule")
    needed = (1 if own or (head.kind == "accord" and head.end - head.start > 2) else 2) - governed / 2
    if head.kind == "strategy":
        carried = governed or reach.governor in ("launch", "advance")
        return STRATEGY if carried and reach.words >= 1 and view.scan.tag(head.end)[:1] not in ("n", "v") else 0.0
    if head.kind == "plan" and not governed:
        return 0.0
    before = view.scan.text[reach.start : head.start]
    if view.scan.text[head.start : head.end] == "宪法" and len(before) == 1 and before not in STATES:
        return 0.0  # 抚|宪法
    if head.kind not in KIND_SCORES or not (marks or own) or reach.words + len(marks) < needed:
        return 0.0  # 国家规划
    score = KIND_SCORES[head.kind] + sum(MARK_SCORES.get(mark, 0.0) for mark in marks)
    score += WORD * min(reach.words, MOST_WORDS)
    score += ISSUED * governed
    return score
