"""Stations for workers by their street and community: 甲街道乙社区户外劳动者驿站, 丙路爱心驿站."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose
from kg.recognize.programme_repeated import find_repeated

SCORE = 2.2
"""More than the union's or the centre's whose name stands before 驿站."""

LONGEST = 26
SHORTEST = 3

_STATION = re.compile(
    r"(?:工会|户外劳动者|劳动者|新就业群体|户外职工|职工|爱心|暖心|暖新|便民|司机|骑手|货车司机|快递小哥|环卫工人)(?:爱心|暖心|综合|服务|工会)*"
    r"(?:驿站|港湾|(?<!服务)服务站点|(?<=服务)站点|(?<=服务)总?站|接力站|歇脚点|歇脚屋|休息站)"
    r"|户外劳动者服务点|司机之家"
)
_WHERE = re.compile("街道|社区|[路街镇乡村区县市港]|广场|公园|大厦|商圈|园区|公司|银行|中心|车站|大道")
_INSIDE = ("n", "s", "j", "z", "f", "b", "x", "h", "g", "i", "l", "k", "a")
"""The first letters of jieba's tags of the words that may stand before; verbs, prepositions and numbers may not."""

_BORDERS = frozenset("，。；：、！？“”《》（）()\n 和与及在到了为的将是上中下内里外前后")
_GROUPS = ("全市", "全省", "全县", "全区", "各地", "辖区", "多个", "本地", "市区", "城区", "我市", "我县", "我区")


_QUOTED = (
    "驿站",
    "之家",
    "小家",
    "书屋",
    "小屋",
    "港湾",
    "小站",
    "学堂",
    "夜校",
    "加油站",
    "服务站",
    "食堂",
    "会客厅",
    "客厅",
    "课堂",
)
"""How the names of such places end that stand in quotes right behind where they are: 甲市乙区“红领驿站”."""
_TITLED = re.compile("(?:[获评选授]|命名|认定|创建|打造成|建成)[^，。；]{0,12}$")
"""Before a title that bears the same name: 获评甲市“职工书屋”."""


def find_stations(view: View) -> Iterator[Candidate]:
    """Stations by their place or quotes, then services that the article keeps speaking of."""
    yield from _find(view)
    yield from _behind_a_place(view)
    yield from find_repeated(view)


def _find(view: View) -> Iterator[Candidate]:
    """Names of stations; only a place before the kind, or a name in quotes, makes one."""
    text = view.scan.text
    if "站" not in text and "港湾" not in text and "之家" not in text:
        return
    for match in _STATION.finditer(text):
        quote = view.closing.get(match.start())
        start = quote.start if quote else _start(view, match.start())
        before = text[start : match.start()]
        placed = quote or _WHERE.search(before) or match.start() in view.scan.ending["place"]
        if placed and not before.startswith(_GROUPS) and view.scan.is_boundary(match.end()):
            yield propose(view, start, match.end(), "Programme", "programme:station", SCORE)


def _behind_a_place(view: View) -> Iterator[Candidate]:
    """Names in quotes right behind a place."""
    text = view.scan.text
    for quote in view.quotes:
        words = quote.words(text)
        if len(words) <= SHORTEST or not words.endswith(_QUOTED):
            continue
        place = min(view.scan.ending["place"].get(quote.start, ()), default=quote.start)
        if quote.start - place > 1 and not _TITLED.search(text, max(0, place - LONGEST), place):
            yield propose(view, quote.start, quote.end, "Programme", "programme:station", SCORE)


def _start(view: View, position: int) -> int:
    """Where the run of nouns before the kind begins."""
    scan = view.scan
    at = position
    while at > 0 and position - at < LONGEST:
        if town := scan.ending["place"].get(at):
            at = town[0]
            continue
        start, _, tag = scan.words[scan.word_at[at - 1]]
        word = scan.text[start:at]
        if (
            not word[0].isalnum()
            or (len(word) == 1 and word in _BORDERS)
            or tag[:1] not in _INSIDE
            or word in view.verbs
        ):
            break
        at = start
    return at
