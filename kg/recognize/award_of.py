"""Ranks that 的 joins to the discipline or the contest: 夺得女子高低杠的冠军, 荣获焊工组的一等奖, 获得甲大赛的金奖."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 2.6
LONGEST = 40
CONTESTS = frozenset(("contest", "show", "name", "festival"))
"""Kinds of events that give prizes; 男子双人赛 is a discipline."""
_RANK = re.compile(
    "的(?P<rank>[冠亚季]军|[金银铜][牌奖]|第[一二三四五六七八]名|[特一二三四]等奖|(?:优秀|优胜|创新|组织|最高|特别|入围|鼓励|纪念)奖)"
    r"(?![的者项得]|提名|候选)"
)
"""What every such prize ends in, and few texts hold."""
_WON = re.compile(
    "(?:荣获|获得|夺得|摘得|斩获|赢得|夺取|摘取|勇夺|拿下|收获|捧得|夺下|卫冕|蝉联|包揽|取得|问鼎|喜获|力夺|摘下|首夺|再夺|分获|获颁|拿到|捧回|获)[了过]?"
)
_TAIL = re.compile(r"[^，。；：、？！“”《》\s的]{0,30}")
_SEX = re.compile("(?:男子|女子|混合|男女|男单|女单|男双|女双|混双|男团|女团)[^第]{0,14}$")
_GROUP = re.compile(
    r"[^第]{1,9}(?:组|组别|赛项|工种|职业|单打|双打|全能|接力|单人|双人|团体|赛道|类|\d米|公里级|公斤级|项目)$"
)
_OTHERS = re.compile("[该此本这那各每]|多[个项枚]|[\\d一二两三四五六七八九十]+[个大项枚]|等|[和与]")
"""Words of a field that point elsewhere or count: 该项目的冠军, 女子四个项目的金牌."""


def find_ranks_of(view: View) -> Iterator[Candidate]:
    """Each such prize, under its name without 的; the rank alone where a contest's own name stands before 的."""
    text = view.scan.text
    for rank in _RANK.finditer(text):
        won = list(_WON.finditer(text, max(0, rank.start() - LONGEST), rank.start()))
        if not won or not _TAIL.fullmatch(text, won[-1].end(), rank.start()):
            continue
        start = _behind_contest(view, won[-1].end(), rank.start())
        if start == rank.start():
            yield propose(view, rank.start("rank"), rank.end(), "Award", "award:of", SCORE)
            continue
        field = _SEX.search(text, start, rank.start()) or _GROUP.match(text, start, rank.start())
        if field and not _OTHERS.search(field[0]):
            yield propose(view, field.start(), rank.end(), "Award", "award:of", SCORE, field[0] + rank["rank"])


def _behind_contest(view: View, start: int, end: int) -> int:
    """Where the last contest ends between the verb and 的, else ``start``."""
    ending, kinds = view.scan.ending["event_kinds"], view.lexicon["event_kinds"]
    for at in range(end, start + 2, -1):
        begins = [begin for begin in ending.get(at, ()) if begin >= start and at - begin > 1]
        if any(kinds[view.scan.text[begin:at]] in CONTESTS for begin in begins):
            return at
    return start
