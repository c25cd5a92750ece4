"""What the recognisers of programmes, events, awards and policies share: a scan's quotes, heads and vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from kg.knowledge.lexicon import Lexicon
from kg.model import EntityType, Mention
from kg.recognize.candidate import Candidate
from kg.recognize.quotes import CLOSING, SENTENCE_MARKS, Quote, find_quotes
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

OF_GAMES = frozenset(
    "夏季 冬季 残疾人 特殊 青年 青少年 大学生 中学生 室内 沙滩 军人 农民 职工 女子 男子 男篮 女篮 男足 女足 男排 女排 篮球 排球 足球 乒乓球 羽毛球 体操 游泳 跳水 田径 举重 击剑 射击 射箭 柔道 摔跤 冰壶 花样滑冰 短道速滑 速度滑冰 斯诺克 跳高 跳远 标枪 铁饼 铅球 竞走 长跑 赛艇 皮划艇 自行车 滑雪 滑冰 冰球 曲棍球 马拉松 武术 空手道 跆拳道 拳击 帆船 攀岩 滑板 冲浪 霹雳舞 蹦床 艺术体操 花样游泳 自由泳 蝶泳 蛙泳 仰泳 混合泳 太极拳 围棋 象棋 自由式 高山 单板 越野 短道 公开水域 雪车 雪橇 公路 场地 山地".split()
)
"""Words that stand between the ordinal and the known name of games: 第九届|夏季残疾人|奥林匹克运动会."""
FREE, OPEN, CLOSED = range(3)
"""Characters in no name yet, in a name that may hold others, in a name that holds none."""

LONGEST_QUOTE = 24
LONGEST_HEADLINE = 60


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


def level_before(view: View, position: int) -> int:
    """The length of the word of level that ends here, 0 if none."""
    text = view.scan.text
    if text[position - 1] not in view.level_ends:
        return 0
    for size in (6, 5, 4, 3, 2):
        if size <= position and text[position - size : position] in view.levels:
            return size
    return int(text[position - 1] in view.levels and view.scan.is_boundary(position - 1))


def is_event(view: View, position: int, kinds: tuple[str, ...] = ("ceremony", "meeting", "forum", "show")) -> bool:
    """Does the last word of an event of these kinds end here?"""
    lexicon = view.lexicon["event_kinds"]
    starts = view.scan.ending["event_kinds"].get(position, ())
    return any(lexicon[view.scan.text[start:position]] in kinds for start in starts)


def contest_at(view: View, start: int, end: int) -> Head | None:
    """The last word of a contest, if the span is one."""
    kind = view.lexicon["event_kinds"].get(view.scan.text[start:end])
    return Head(start, end, "Event", "contest") if kind == "contest" else None


def is_contest(view: View, position: int) -> bool:
    """Does a contest's kind end here?"""
    return is_event(view, position, ("contest", "round"))


_BUILT_THERE = re.compile(
    "([\u4e00-\u9fff]{2,10}?)(?:投资|计划|拟|将)*(?:建设(?!工程)|新建|兴建|建成)(?=[\u4e00-\u9fff]{2})"
)


def built_there(scan: Scan, start: int, head: int) -> int:
    """Where the name of a work begins behind 在, its place and 建设: 在甲县建设|乙电池项目; else ``start``."""
    built = _BUILT_THERE.match(scan.text, start, head) if start and scan.text[start - 1] in "在于" else None
    return built.end() if built and built.end(1) in scan.starting["place"].get(start, ()) else start


_OWNERS = ("集团", "公司", "股份", "置业", "实业", "房地产")
_SAID = re.compile("(?:宣布|见证|出席|强调|指出)(?=[\u4e00-\u9fff]{4})")
"""Verbs of people before works: 王丙宣布|甲市滨江开发项目开工."""
_KEY = re.compile("(?:重点|重大|标志性|示范|民生|控制性|骨干|配套)(?:工程|项目)(?=[\u4e00-\u9fff]{4})")
"""What works are, before the place that their name begins with."""


def behind_owner(scan: Scan, start: int, head: int) -> int:
    """Behind the end of whose the works are (甲集团|乙县锂电项目), and what they are before the place (重点工程|乙县…)."""
    text = scan.text
    owner = (
        next((own for own in _OWNERS if text.startswith(own, start)), "") if text[start - 1 : start].isalnum() else ""
    )
    start += len(owner) if start + len(owner) < head else 0
    if said := _SAID.search(text, start, head):
        start = said.end()
    key = _KEY.search(text, start, head)
    return key.end() if key and scan.starting["place"].get(key.end()) else start


BUILT = re.compile(
    "(?:今天|昨天|日前|近日|已|正式|全面|顺利|成功|集中|同步|全线|如期|提前|在[^，。；]{1,14}?)*(?:开工|动工|竣工|完工|投产|投运|投用|通车|封顶|奠基|并网|贯通|复工|试车|验收|(?:加快|加速|有序|稳步|全力|正在)推进|进展顺利|主体完工|总投资|计划总投资)(?![^，。；]{0,6}(?:仪式|典礼|活动|大会))"
)
"""What only works do, behind their name."""
