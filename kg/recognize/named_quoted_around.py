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
CHOOSING = ("评选", "选树", "评选出", "选出", "推选", "评选了", "评出")
"""Before a list of quotes they make it one of honours: 评选“甲工匠”“乙工人”等活动."""
ON_AIR = ("播出的", "播出", "开播的", "首播的")
LIST_TAIL = 8
PREPOSITIONS = "在对于与和同向给关就成"
_COUNT = re.compile(
    "等?(?:一系列|系列|一批|多[项个场种类条件款部篇]|[0-9]{1,3}[余多]?[项个场种类条件款部篇]|[两二三四五六七八九十百]{1,3}[余多]?[大项个场种类条件款部篇])|等"
)
"""Behind a list of quotes: how many there are of the kind that is named next."""
_GIVEN_TO = re.compile("(?:授予|追授|命名)(?P<where>[^，。；：“”、]{0,8})$")
_NEXT_TITLE = re.compile("[ 、]?“[^“”]{2,16}”(?:荣誉)?(?:称号|奖章|奖状)")
SOLD_NAME = re.compile(
    "(?!套路|校园|高利|现金|首付|消费|经营|抵押|信用|冒名|培训)(?:[\\w+]{2,6}贷|[\\w+]{1,4}[惠民康家医]保)"
)
"""Loans and insurances that have a name: “惠农贷”, “惠民保”, but no kinds of loans and frauds."""
ASPECTS = re.compile(
    "等?[一二三四五六七八九十两几\\d]+[个大]?(?:方面|领域|环节|维度|板块|模块|方向|理念|主题|步骤|阶段)"
)
"""“甲投资”、“乙运营”等五方面内容: what is spoken of, and no names."""
WINS = re.compile(
    "(?:案例|作品|成果|产品|品牌|方案|系统|技术|课程|课题|应用)?(?:等?(?:\\d+|[两二三四五六七八九十百]+)[余多]?[个项款件部种篇家](?:优秀|创新|典型)?(?:项目|案例|作品|成果|产品|品牌|方案|平台|系统|技术|课程|课题|应用)?)?"
    "(?:分别|双双|均|成功|同时|一举|先后|脱颖而出，|喜)*(?:荣获|获评|斩获|摘得|捧得|获得了?[^，。]{2,24}奖|获[^，。]{1,24}奖|被[^，。；：“”]{0,14}?(?:评为|认定为|命名为|授予|评定为|列为)|入选|入围|上榜)"
)
"""Behind quotes, or behind a list of them and its count: “甲”“乙”2个案例入选."""
_ON_A_LIST = re.compile(
    "(?:荣登|登上|登榜|上榜|入选|跻身|位列|位居|名列)(?:了)?(?:[\\d一二三四五六七八九十]{4}年?度?|首批|首期|最新)?(?:的)?$"
)
_RANKING = re.compile("(?:企业|年度|百强|品牌)?(?:榜单|排行榜|排名|名录|榜)")
_CLAUSE = re.compile(r"[^，。；：、！？“”《》\n]{0,24}")
_DESCRIBED = re.compile(
    r"(推出|打造|创建|开设|开通|上线|启动|发起|建立|设立|发布|建成|搭建|实施)(?:了|出)?(?:[一首两三四五六七八九十\d]+[个项款种条]|首批)?[^，。；：“”的]{2,26}的$"
)
"""打造了覆盖城乡的“甲乙”: what is told between the verb and the name."""
_LIST_MARKS = re.compile(r"[、和与及]|以及|[\u4e00-\u9fff](?<!的)[\u4e00-\u9fff]{1,3}(?<!的)、(?=“)")
"""Between the quotes of a list; each may say what it is for: “甲”助学、“乙”复明."""
_TAILED = re.compile("”([\u4e00-\u9fff](?<!的)[\u4e00-\u9fff]{1,3}(?<!的)、)$")
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


def is_ranking(view: View, quote: Quote) -> bool:
    """Is it a list on which somebody ranks: 入选2020年《最具价值品牌》榜单?"""
    named = _RANKING.match(view.scan.text, quote.end) is not None or quote.words(view.scan.text).endswith(
        ("强", "榜", "榜单")
    )
    return named and _ON_A_LIST.search(view.scan.text, max(0, quote.start - 14), quote.start) is not None


def is_honoured(view: View, quote: Quote) -> bool:
    """Is it who gets the honour that the next quotes name: 授予甲省“乙班” “时代楷模”称号?"""
    text, scan = view.scan.text, view.scan
    given = _GIVEN_TO.search(text, max(0, quote.start - 11), quote.start)
    if given is None or _NEXT_TITLE.match(text, quote.end) is None or quote.end - 1 in scan.ending["award_kinds"]:
        return False
    ends = given.end()
    return not given["where"] or ends in scan.ending["place"] or ends in scan.ending["organization_kinds"]


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
        tail = _TAILED.search(view.scan.text, max(0, quote.start - 6), quote.start)
        mark = tail.start(1) if tail else mark
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
        if counted and text[position : position + 2] in view.award_verbs:
            return None  # “甲”“乙”3件作品|荣获一等奖
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
