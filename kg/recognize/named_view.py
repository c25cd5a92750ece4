"""What the recognisers of programmes, events, awards and policies share: a scan's quotes, heads and vocabulary."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from kg.knowledge.lexicon import Lexicon
from kg.model import EntityType, Mention
from kg.recognize.candidate import Candidate
from kg.recognize.quotes import CLOSING, OPENING, SENTENCE_MARKS, Quote, find_quotes
from kg.recognize.scan import Scan

HEADS: Mapping[str, EntityType] = {
    "programme_kinds": "Programme",
    "event_kinds": "Event",
    "award_kinds": "Award",
    "policy_kinds": "Policy",
}
"""The lexicon of the last words of names, and the type that they make a name."""

STOP_TAGS = frozenset(("p", "c", "d", "ad", "r", "u", "ud", "ug", "uj", "ul", "uv", "uz", "y", "e", "o", "f", "w", "q"))
"""Words of these tags of jieba's stand in no name: prepositions, particles, adverbs, pronouns …"""

VAGUE_KINDS = frozenset(
    (
        *("service", "site", "brand", "method", "system", "policy", "history", "measure", "vision"),
        *("rule", "norm", "list", "plan", "scheme", "notice", "accord", "pact"),
    )
)
"""Classes of heads that make a name only with quotes or other evidence."""

WHOLES = {
    "event_kinds": ("contest", "show", "forum", "meeting", "festival"),
    "programme_kinds": ("activity",),
}
"""Kinds that make names by themselves."""
OF_GAMES = frozenset(
    "夏季 冬季 残疾人 特殊 青年 青少年 大学生 中学生 室内 沙滩 军人 农民 职工 女子 男子 男篮 女篮 男足 女足 男排 女排 篮球 排球 足球 乒乓球 羽毛球 体操 游泳 跳水 田径 举重 击剑 射击 射箭 柔道 摔跤 冰壶 花样滑冰 短道速滑 速度滑冰 斯诺克 跳高 跳远 标枪 铁饼 铅球 竞走 长跑 赛艇 皮划艇 自行车 滑雪 滑冰 冰球 曲棍球 马拉松 武术 空手道 跆拳道 拳击 帆船 攀岩 滑板 冲浪 霹雳舞 蹦床 艺术体操 花样游泳 自由泳 蝶泳 蛙泳 仰泳 混合泳 太极拳 围棋 象棋 自由式 高山 单板 越野 短道 公开水域 雪车 雪橇 公路 场地 山地".split()
)
"""Words that stand between the ordinal and the known name of games: 第九届|夏季残疾人|奥林匹克运动会."""
FREE, OPEN, CLOSED = range(3)
"""Characters in no name yet, in a name that may hold others, in a name that holds none."""

BODIES = ("政治协商会议", "贸易和发展会议", "信任措施会议", "合作与发展会议")
"""Bodies that are called like meetings."""
NOT_BEHIND = ("制度", "中心", "之旅", "之行", "常委", "常务委员", "法律委", "法律和", "起来", "招生", "秘书", "长")
"""Words behind a head that show it to be part of something else: 人民代表大会制度."""
LONE_VERBS_OF_SHOWS = tuple("布参撤策开备办观看首")
GAMES = ("运会", "奥会", "世界杯", "锦标赛", "世锦赛", "公开赛", "联赛", "亚洲杯")
"""Contests that one travels through: 奥运会|之旅."""
_EDITIONS = re.compile("(?<![第十百])[两三四五六七八九十几多]届$")
NOT_BEFORE = ("相关", "有关", "其他", "其它", "各类", "各种", "多项", "多个", "一些", "这些", "那些", "全部", "所有")
"""Words before a head that make it many or any."""
SPECIAL = re.compile(
    "(?:参观|招聘|演出|推介|发布|宣讲|慰问|体验|展示|对接|促销|新闻|网络|线上|直播|路演|辅导|培训)*(?:活动|发布会|招聘会|推介会|对接会|双选会|宣讲会|座谈会|演出|讲座|音乐会)"
)
"""Behind 专场 they end the name."""
MEMORIAL = re.compile("(?:烈士|英烈|革命|遗址|主题)*(?:陵园|纪念[馆碑塔堂园地]|博物馆|展览馆|旧址|遗址|公园|广场)")
"""Behind a war's name it is the name of a site."""
VERBAL = ("了", "着", "过", "起")
LONGEST_QUOTE = 24
LONGEST_HEADLINE = 60
LONGEST_SUFFIX = 4
"""How far a head may be prolonged and still be another head: 活动 in 活动周."""


class Head(NamedTuple):
    """The last word of a name: where it stands, what type it makes, and its class in the lexicon."""

    start: int
    end: int
    type: EntityType
    kind: str


@dataclass(frozen=True, slots=True)
class View:
    """A scan with its quotes, its headline and the vocabulary that bounds names.

    ``level_ends`` and ``content_ends`` are the last characters of ``levels`` and ``content``.
    """

    scan: Scan
    lexicon: Lexicon
    quotes: Sequence[Quote]
    closing: Mapping[int, Quote]
    headline: str
    verbs: Mapping[str, str]
    award_verbs: Mapping[str, str]
    levels: Mapping[str, str]
    generic: Mapping[str, str]
    content: Mapping[str, str]
    borders: Mapping[str, str]
    determiners: Mapping[str, str]
    times: Mapping[str, str]
    level_ends: frozenset[str]
    content_ends: frozenset[str]

    def words_before(self, position: int, most: int) -> Iterator[str]:
        """Up to ``most`` words to the left of the position, nearest first, not beyond the sentence."""
        scan = self.scan
        while position > 0 and most > 0 and not SENTENCE_MARKS.match(scan.text[position - 1]):
            start, end, _ = scan.words[scan.word_at[position - 1]]
            yield scan.text[start:end]
            position = start
            most -= 1

    def in_headline(self, start: int, end: int) -> bool:
        """Does the headline say these words (at least two characters), while they stand elsewhere?"""
        return end - start >= 2 and start >= len(self.headline) and self.scan.text[start:end] in self.headline


def view_maker(lexicon: Lexicon) -> Callable[[Scan], View]:
    """A function from a scan to its view; the vocabulary is gathered once."""
    of_lexicon = partial(
        View,
        lexicon=lexicon,
        verbs=lexicon["named_verbs"],
        award_verbs=lexicon["award_verbs"],
        levels=lexicon["named_levels"],
        generic=lexicon["named_generic"],
        content=lexicon["named_content"],
        borders=lexicon["named_borders"],
        determiners=lexicon["named_determiners"],
        times=lexicon["named_times"],
        level_ends=frozenset(word[-1] for word in lexicon["named_levels"]),
        content_ends=frozenset(word[-1] for word in lexicon["named_content"]),
    )

    def view(scan: Scan) -> View:
        quotes = find_quotes(scan.text)
        headline = scan.text.lstrip().split("\n", 1)[0][:LONGEST_HEADLINE]
        return of_lexicon(scan=scan, quotes=quotes, closing={q.end: q for q in quotes}, headline=headline)

    return view


def find_heads(view: View) -> list[Head]:
    """The heads by end, the last first; of those that end together only the longest, and none cut from a word.

    The last word between quotes is no head: there the quotes bound the name.
    """
    scan = view.scan
    longest: dict[int, Head] = {}
    marked = [q for q in view.quotes if q.mark not in "《〈" and is_name_like(scan.text, q)]
    begun = [q.start for q in marked]
    quoted = {q.end - 1: q.start + 1 for q in view.quotes if q.mark not in "《〈"}
    for category, type_ in HEADS.items():
        kinds = view.lexicon[category]
        for end, starts in scan.ending[category].items():
            start = starts[0]
            old = longest.get(end)
            if (old is not None and old.start <= start) or quoted.get(end, start) < start:
                continue
            if type_ == "Award" and quoted.get(end) == start:
                continue  # “全国劳动模范”: the quotes bound it
            around = marked[bisect_right(begun, end - LONGEST_QUOTE - 2) : bisect_left(begun, start)]
            if type_ == "Award" and any(end < q.end - 1 for q in around):
                continue  # “全国模范职工之家”: the quotes bound more than the head
            known = type_ == "Programme" and kinds[scan.text[start:end]] == "name"
            if known and any(end < q.end - 1 and scan.ending[category].get(q.end - 1) for q in around):
                continue  # “甲工程服务平台” is more than the known 甲工程
            held = type_ == "Event" or (type_ == "Policy" and kinds[scan.text[start:end]] == "name")
            if held and any(end < q.end - 1 and _is_whole(view, q.end - 1) for q in around):
                continue  # “甲大会·乙论坛” is one event, “甲展暨乙活动” one activity, “一带一路甲论坛” one forum
            if not _is_head(scan, start, end, category):
                continue
            longest[end] = Head(start, end, type_, kinds[scan.text[start:end]])
    return [longest[end] for end in sorted(longest, reverse=True) if not _goes_on(longest, longest[end])]


def _is_whole(view: View, end: int) -> bool:
    """Does the last word of an event or activity end here, one that makes names by itself?"""
    return any(
        end - start > 1 and view.lexicon[category][view.scan.text[start:end]] in classes
        for category, classes in WHOLES.items()
        for start in view.scan.ending[category].get(end, ())
    )


NOUN_PLAN = re.compile(
    r"是[^，。；]{2,20}?(?:推出|打造|发起|实施|创办|设立)的|由[^，。；]{2,24}?(?:主办|发起|实施|承办|组织|牵头|资助|支持)|将(?:持续|惠及|覆盖|为)|已(?:惠及|累计|连续|覆盖|资助|帮助|投入)|自\d"
    r"|(?:实施|开展|启动|推行|运行|推出|开通|上线)(?:至今|以来)|旨在|(?:主要|重点)?面向|重点针对|累计"
)
"""Behind 计划 they say that it is a noun: 甲乙计划|实施以来."""
_BEHIND_QUOTES = re.compile(r"[”』][^，。；、]{0,10}$")


def _is_cut(text: str, end: int) -> bool:
    """Does the head end inside a word that the dictionary has joined: 会上, 调查结果, 事故现场, 文华|奖得主, 金牌|得主?"""
    if text[end] in OPENING:
        return True
    last = text[end - 1]
    if text[end] == "上":
        return last == "会"
    if text[end] == "升":
        return last == "统" and text.startswith("升级", end)  # 系统|升级
    if text[end] == "得":
        return last in "牌奖" and text.startswith("得主", end)
    return (
        (last == "查" and text.startswith("结果", end))
        or (last == "故" and text.startswith("现场", end))
        or (text.startswith("决议", end) and text.endswith("股东大会", 0, end))  # 股东|大会决议
    )


MISHAPS = ("事故", "灾害", "事件", "火灾", "爆炸")
UNHAPPENED = re.compile("(?:未|没有|无|避免了?|防止)(?:再次?)?(?:发生|出现|引发|造成)[^，。；]{0,20}$")
"""未发生爆炸等次生事故: nothing that happened."""


def _is_head(scan: Scan, start: int, end: int, category: str) -> bool:
    if scan.text.startswith("古沉船", start - 1):
        return False
    if not scan.is_boundary(end) and not _is_cut(scan.text, end):
        return False  # 活动 in 活动室
    if end - start == 1 and (
        category == "policy_kinds"
        or not (scan.is_boundary(start) or (category == "award_kinds" and len(scan.word(start)) > 2))
        or scan.text[start - 1 : start] in LONE_VERBS_OF_SHOWS
    ):
        return False  # 法 and 令 only between book marks; 赛 in 参赛; but the dictionary has 风尚奖 as one word
    if scan.text.endswith(NOT_BEFORE, 0, start):
        return False
    if scan.text.startswith("主席", end) and scan.text.endswith(("部长会议", "大臣会议"), 0, end):
        return False  # a government
    if scan.text.endswith("专场", 0, end) and SPECIAL.match(scan.text, end):
        return False  # 乙机关专场|参观活动
    if scan.text[start:end] == "计划" and _is_planned(scan, start, end):
        return False
    other = scan.text.startswith(NOT_BEHIND, end) and end not in scan.starting["place"]  # 大赛|长沙站
    travelled = scan.text.endswith(GAMES, 0, end) and scan.text.startswith(("之旅", "之行"), end)
    other = other and not (travelled and not _EDITIONS.search(scan.text, max(0, start - 3), start))
    if category != "award_kinds" and (scan.word(end) in VERBAL or other):
        return False  # 规划了, 行动起来; not 峰会过程
    if category == "event_kinds" and MEMORIAL.match(scan.text, end):
        return False  # 抗美援朝|烈士陵园
    if scan.text.endswith(MISHAPS, 0, end) and (
        scan.text.startswith(("股", "科", "处"), end) or UNHAPPENED.search(scan.text, max(0, start - 24), start)
    ):
        return False
    if not scan.is_boundary(start) and scan.tag(start) in STOP_TAGS:
        return False  # 按计划
    if scan.text.endswith(BODIES, 0, end):
        return False
    bodies = scan.ending["organization_names"].get(end)
    return not bodies or bodies[0] >= start  # 中国人民政治协商会议 is a body


def _is_planned(scan: Scan, start: int, end: int) -> bool:
    """Is 计划 no noun of a name: 计划再次访问, 按计划?"""
    if scan.tag(end) not in ("d", "p") and scan.text[start - 1 : start] not in ("按", "照", "原"):
        return False
    noun = NOUN_PLAN.match(scan.text, end) is not None
    return not noun and not _BEHIND_QUOTES.search(scan.text, max(0, start - 12), start)


def _goes_on(heads: Mapping[int, Head], head: Head) -> bool:
    """Does a longer head begin inside of this one: 活动 in 活动周?"""
    ends = range(head.end + 1, head.end + 1 + LONGEST_SUFFIX)
    return any(end in heads and heads[end].start < head.end for end in ends)


SHORTEST_ENDING = 5
LONGEST_TITLE = 60
_TITLE = re.compile(
    r"^(?:第[一二三四五六七八九十百\d]+届|首届|(?:19|20)\d\d|庆祝|纪念|喜迎|迎接)|[—·暨]|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])"
)
_IN_NO_TITLE = re.compile(
    r"[。；\n]|[，！？].*[，！？].*[，！？]|[我你他她它]们?[说想要得]|的时候|因为|所以|如果|[，！？：…](?!.{0,14}——).{25}"
)


def is_name_like(text: str, quote: Quote) -> bool:
    """Could the quoted words be (the core of) a name: 2 to 24 characters, no sentence in them?"""
    size = quote.end - quote.start - 2
    if text[quote.end - 2] == "性" and size < SHORTEST_ENDING:
        return False  # “误导性”声明: what it is like
    return 2 <= size <= LONGEST_QUOTE and not SENTENCE_MARKS.search(text, quote.start, quote.end)


def is_title(text: str, quote: Quote) -> bool:
    """Are the quoted words a name, or a longer title that such marks as a dash or a call tell: “甲乙同行！”, “甲乙——丙丁”?"""
    if is_name_like(text, quote):
        return True
    words = quote.words(text)
    if not 2 <= len(words) <= LONGEST_TITLE or _IN_NO_TITLE.search(words):
        return False
    return len(words) <= LONGEST_QUOTE or _TITLE.search(words) is not None


def propose(view: View, start: int, end: int, type_: EntityType, by: str, score: float, name: str = "") -> Candidate:
    """A candidate for the span; a span that is all in one pair of quotes goes without them."""
    text = view.scan.text
    closing = CLOSING.get(text[start])
    quote = view.closing.get(end) if closing and text[end - 1] == closing else None
    if quote is not None and quote.start == start:
        start, end = start + 1, end - 1
    words = text[start:end]
    return Candidate(Mention(start, end, type_, words, by, name or words), round(score, 3))
