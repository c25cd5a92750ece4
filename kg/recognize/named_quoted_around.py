"""What stands around quoted words: the list that they stand in, the word that governs them, a broadcast's word."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import EntityType
from kg.recognize.named_view import HEADS, View
from kg.recognize.quotes import Quote

BROADCASTS = tuple(
    "栏目 节目 专栏 纪录片 专题片 政论片 电视剧 连续剧 系列报道 游戏 网游 手游 页游 端游 游戏新品 特别报道 大型报道 专题报道 融媒体报道 特别策划 直播节目 文艺节目 综艺节目 访谈节目 广播剧 动画片 真人秀 微视频".split()
)
ON_AIR = ("播出的", "播出", "开播的", "首播的")
LIST_TAIL = 8
PREPOSITIONS = "在对于与和同向给关就成"
_COUNT = re.compile(
    "等?(?:一系列|系列|一批|多[项个场种类条]|[0-9]{1,3}[余多]?[项个场种类条]|[两二三四五六七八九十百]{1,3}[余多]?[大项个场种类条])|等"
)
"""Behind a list of quotes: how many there are of the kind that is named next."""
_CLAUSE = re.compile(r"[^，。；：、！？“”《》\n]{0,24}")
_DESCRIBED = re.compile(
    r"(推出|打造|创建|开设|开通|上线|启动|发起|建立|设立|发布|建成|搭建|实施)(?:了|出)?(?:[一首两三四五六七八九十\d]+[个项款种条]|首批)?[^，。；：“”的]{2,26}的$"
)
"""打造了覆盖城乡的“甲乙”: what is told between the verb and the name."""
_LIST_MARKS = re.compile(r"[、和与及]|以及")
_BY_CHANNEL = re.compile(
    "(?:频道|卫视|电视台|电台|本台|我台|总台|央视)[^，。；：《》]{0,8}(?:推出|播出|开播|首播|上线)了?$"
)
_ON_AIR = re.compile(
    r"(?:[今昨明][天晚日]|近日|正式|\d+日|将|于)*(?:晚间?)?(?:\d+[时点])?(?:在[^，。；]{2,16})?(?:播出|开播|首播|热播|收官)"
)


def is_broadcast(view: View, quote: Quote) -> bool:
    """Does a word beside the book marks say that this is a broadcast: 纪录片《甲乙》?"""
    text, start = view.scan.text, quote.start
    while text[start - 1 : start] in ("、", "和", "与") and start - 1 in view.closing:
        start = view.closing[start - 1].start  # 网游《甲》和《乙》
    if text.endswith(BROADCASTS, 0, start) or text.startswith(BROADCASTS, quote.end):
        return True
    if _BY_CHANNEL.search(text, max(0, quote.start - 16), quote.start):
        return True
    return text.endswith(ON_AIR, 0, quote.start) or _ON_AIR.match(text, quote.end) is not None


def runs_of(view: View) -> Mapping[int, int]:
    """Where the list of quotes ends that each goes on in, by the quote's own end."""
    opening: dict[int, int] = {}
    runs: dict[int, int] = {}
    for quote in reversed(view.quotes):
        match = _LIST_MARKS.match(view.scan.text, quote.end)
        behind = opening.get(match.end() if match else quote.end)
        runs[quote.end] = quote.end if behind is None else runs[behind]
        opening[quote.start] = quote.end
    return runs


def begins_of(view: View) -> Mapping[int, int]:
    """Where the list of quotes begins that each stands in, by the quote's own end: what governs the first governs all."""
    begins: dict[int, int] = {}
    for quote in view.quotes:
        mark = quote.start - (view.scan.text[quote.start - 1 : quote.start] in ("、", "和", "与", "及"))
        before = view.closing.get(mark)
        begins[quote.end] = begins.get(before.end, before.start) if before is not None else quote.start
    return begins


def list_type(view: View, quote: Quote, end: int) -> EntityType | None:
    """The type of a list of quotes up to ``end`` by the word that closes it: “甲乙”“丙丁”等慰问活动, “甲乙”称号."""
    text = view.scan.text
    count = _COUNT.match(text, end)
    if count is None and end == quote.end:
        return None
    counted = count is not None
    end = count.end() if count else end
    clause = _CLAUSE.match(text, end)
    described = text.rfind("的", end, clause.end()) + 1 if counted and clause else 0
    # 等一系列救助患儿的爱心行动: the kind stands behind the clause that describes it
    for position in range(described or end, min((described or end) + LIST_TAIL, len(text))):
        for category, type_ in HEADS.items():
            if view.scan.starting[category].get(position):
                return type_ if type_ != "Event" or counted else None
        if not text[position].isalnum() or (
            text[position] != "分" and view.scan.tag(position) in ("p", "uj", "v", "d")
        ):
            return None
    return None


def word_before(view: View, position: int) -> str:
    """The nearest governing word before the quote, over 了, 的, and modifiers that precede a name."""
    naming, awards = view.lexicon["quote_naming"], view.lexicon["award_verbs"]
    for n in (3, 2):  # a verb that the dictionary cuts in two: 捧|回
        cut = view.scan.text[max(0, position - n) : position]
        if cut in awards and not view.scan.text[position - n - 1 : position - n].isascii():
            return cut
    if view.scan.text[position - 1 : position] == "的":
        described = _DESCRIBED.search(view.scan.text, max(0, position - 34), position)
        if described:
            return described[1]
    for word in view.words_before(position, 5):
        if word in view.verbs or word in naming or word in awards:
            return word
        if (not word[-1].isalnum() and word not in "”“、") or word in PREPOSITIONS:
            return ""
    return ""
