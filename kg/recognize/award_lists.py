"""Ranks that share their last word: 一、二、三等奖, 冠、亚、季军, 最佳男、女主角奖, 焊工、电工赛项冠军."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.award import GOT
from kg.recognize.candidate import Candidate
from kg.recognize.chains import chained
from kg.recognize.named_view import View, propose

SCORE = 2.6
BY = "award:shared"
LONGEST_REACH = 30

_ITEMS = "(?:[{0}][、和]){{0,10}}[{0}][、和]?[{0}]"
"""No list has more ranks; without an end each of them would be tried from all before it."""
_RANKS = re.compile(
    rf"(?P<grade>{_ITEMS.format('特一二三四')})(?P<grade_end>等奖|等功)"
    rf"|(?P<place>(?:第[一二三四五六七八九十]{{1,3}}[、和]){{1,10}}第?[一二三四五六七八九十]{{1,3}}|(?:第|(?<=分列)|(?<=分获)|(?<=分居)){_ITEMS.format('一二三四五六七八')})(?P<place_end>名)"
    rf"|(?P<metal>{_ITEMS.format('金银铜')})(?P<metal_end>[奖牌])"
    rf"|(?P<top>冠[、和]?亚(?:[、和]?季)?|亚[、和]?季)(?P<top_end>军)"
)
_SEXES = re.compile(
    r"(?P<before>最佳)?(?P<one>男)[、和](?P<two>女)(?P<after>(?:(?!的)[\u4e00-\u9fff]){0,8}?(?:主角|配角|演员|[特一二三]等|单打|双打|组|冠军|亚军|季军|金牌|银牌|铜牌)奖?(?:冠军|亚军|季军)?)"
)
_GROUPS = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{1,7}组)[、和](?P<two>[\u4e00-\u9fff]{1,8}组)(?P<after>冠军|亚军|季军|桂冠|[金银铜]牌|[特一二三]等奖|[金银铜]奖)"
)
"""男子组和女子组冠军."""
_LISTED = re.compile(r"(?:[^，。；：、“”\s和]{2,12}、)+")
_FIELDS = re.compile(
    rf"(?P<list>{_LISTED.pattern}"
    r"[^，。；：、“”\s的]{2,12}?(?<![两二三四五六七八九十个大枚项])[、和]?)"
    r"(?P<end>(?:赛项|项目|工种|职业|组别|单项|个人|组|级)?(?:冠军|亚军|季军|桂冠|金牌|银牌|铜牌|[特一二三]等奖|[金银铜]奖|第[一二三]名))"
)
_COUNTED = re.compile(r"各|共?计?\d|若干|[一二三四五六七八九十]+[名个]")  # 评出一、二等奖各10名: nobody is named
_PRIZES = frozenset(
    "冠军 亚军 季军 金牌 银牌 铜牌 特等奖 一等奖 二等奖 三等奖 金奖 银奖 铜奖 第一名 第二名 第三名".split()
)
_ENDS = tuple("军奖牌名者手星员")
"""Last characters of a prize or of who has it; 男、女子组 alone is none."""
_SEX = ("男", "女", "混")
_SIGNS = re.compile("[等冠亚季金银铜第男组列获居][奖功军牌亚一二三四五六七八、和桂]")
"""Without one of these there is no such list; most texts have none."""
_PAIR = re.compile(
    "[特一二三四五六七八金银铜冠亚][、和]?第?[特一二三四五六七八九十金银铜亚季]{1,3}(?:等[奖功]|[名奖牌军])"
)
_ORDER = re.compile("第?([一二三四五六七八九十]{1,3})")
"""The end of ``_RANKS``: what no list of ranks is without, and few texts have."""
_DISCIPLINE = re.compile(
    "(?<=[得获下揽取])(?:男子|女子|混合|男单|女单|男双|女双)[^，。；、“”的得获了和与及本届首第]{1,20}$"
)
"""What the ranks are in: 包揽|女子花剑个人|金、银牌."""
_PRIZE = re.compile("[冠亚季桂金银铜特一二三第](?:[军冠牌奖]|等奖|[一二三]名)")
"""How ``_FIELDS`` ends; few texts have it."""
_ITEM = re.compile(r"[^、和]+")


def find_shared_ranks(view: View) -> Iterator[Candidate]:
    """Every rank of such a list under its whole name, where somebody gets them."""
    text = view.scan.text
    if _SIGNS.search(text) is None:
        return
    for match in _RANKS.finditer(text) if _PAIR.search(text) else ():
        kind = match.lastgroup.removesuffix("_end") if match.lastgroup else ""
        if _is_got(view, match.start(), match.end()) and not _COUNTED.match(text, match.end()):
            start = match.start(kind) + text.startswith("第", match.start(kind))
            yield from _ranks(view, start, match.end(kind), match.end(), match[f"{kind}_end"], kind)
    for match in _SEXES.finditer(text) if "男、女" in text or "男和女" in text else ():
        if match["after"].endswith(_ENDS) and _is_got(view, match.start(), match.end()):
            before, after = match["before"] or "", match["after"]
            yield propose(view, match.start(), match.end("one"), "Award", BY, SCORE, f"{before}男{after}")
            yield propose(view, match.start("two"), match.end(), "Award", BY, SCORE, f"{before}女{after}")
    for match in _GROUPS.finditer(text) if "组、" in text or "组和" in text else ():
        begin = _behind_verb(view, match.start(), match.end("one"))
        if match.start() <= begin < match.end("one"):
            name = text[begin : match.end("one")] + match["after"]
            yield propose(view, begin, match.end("one"), "Award", BY, SCORE, name)
            yield propose(view, match.start("two"), match.end(), "Award", BY, SCORE, match["two"] + match["after"])
    for match in chained(text, _LISTED, _FIELDS) if _PRIZE.search(text) else ():
        begin = _behind_verb(view, match.start(), match.end("list"))
        if begin >= 0:
            yield from _fields(view, begin, match)


def _ranks(view: View, start: int, stop: int, end: int, last: str, kind: str) -> Iterator[Candidate]:
    text = view.scan.text
    signs = [at for at in range(start, stop) if text[at] not in "、和第"]
    if kind == "place" and "十" in text[start:stop]:
        yield from (
            propose(view, m.start(), end if m.end() == stop else m.end(), "Award", BY, SCORE, f"第{m[1]}名")
            for m in _ORDER.finditer(text, start, stop)
        )
        return
    field = _DISCIPLINE.search(text, max(0, start - 30), start)
    for at in signs:
        name = (field[0] if field else "") + ("第" if kind == "place" else "") + text[at] + last
        begin = at - (kind == "place" and text[at - 1] == "第")
        begin = field.start() if field and at == signs[0] else begin
        yield propose(view, begin, end if at == signs[-1] else at + 1, "Award", BY, SCORE, name)


def _fields(view: View, begin: int, match: re.Match[str]) -> Iterator[Candidate]:
    """焊工、电工赛项冠军: the prize of each trade; what ends in a prize itself is a whole name."""
    kinds = view.scan.ending["award_kinds"]
    items = list(_ITEM.finditer(match.string, begin, match.end("list")))
    if len(items) < 2 or any(item.end() in kinds or _PRIZE.search(item[0]) for item in items):
        return
    if match["end"] in _PRIZES and not all(item[0].startswith(_SEX) for item in items):
        return  # 获得五金三银、总分第一名
    for item in items:
        end = match.end() if item is items[-1] else item.end()
        yield propose(view, item.start(), end, "Award", BY, SCORE, item[0] + match["end"])


def _behind_verb(view: View, start: int, end: int) -> int:
    """Where the list begins behind the verb of getting in it, or -1."""
    words = view.scan.words
    for index in range(view.scan.word_at[end - 1], view.scan.word_at[max(0, start - 4)] - 1, -1):
        word = view.scan.text[words[index][0] : words[index][1]]
        if view.award_verbs.get(word) == "get":
            return words[index][1]
    return -1


def _is_got(view: View, start: int, end: int) -> bool:
    """Does a verb of giving or getting stand before the list, or 由…获得 behind it?"""
    text = view.scan.text
    if any(word in view.award_verbs for word in view.words_before(start, LONGEST_REACH)):
        return True
    return GOT.match(text, end) is not None
