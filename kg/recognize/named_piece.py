"""The modifiers of a name, one at a time from its last word to the left: years, places, quotes, words."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Literal, NamedTuple

from kg.recognize.named_number import MEASURES, counted_before, measured_before, round_opens
from kg.recognize.named_view import HEADS, OF_GAMES, STOP_TAGS, VAGUE_KINDS, View, is_title, level_before
from kg.recognize.quotes import OPENING
from kg.recognize.scan import Scan

Mode = Literal["free", "strict", "awarded", "whole"]
"""whole: the head is all of the name; strict: only years, ordinals, levels, places (第三届奥运会); awarded: only these
before quotes, since the winner may stand there with nothing between (授予甲乙“某某”称号)."""

Risk = Literal["", "verb", "clause", "joint"]
"""verb: could be the verb of the clause; clause, joint: is one, or a 与, unless something says that the name begins before it."""

PROPER_TAGS = frozenset(("nr", "nrt", "nrfg", "nz", "nt", "eng"))

PLACE_TAGS = frozenset(("nr", "nrt", "nz", "nt", "zg", "j", "x"))
PLACE_ENDS = "省市县区州盟旗乡镇村"
"""Many a town is called like a common word (和平, 创新): such a word is a place only with its suffix."""

DOER_TAGS = frozenset(("v", "vg", "nt", "nr", "nrt", "nrfg"))
"""Before quotes these words are who does it, not what it is called."""

FEASTS = frozenset("五一 七一 八一 十一 三八 五四 六一 双11 双十一 九三 一二九".split())  # “五一”国际劳动节

WINNERS = frozenset("同志 同学 先生 女士 个人 集体 单位 选手".split())  # 授予100名同志某某称号: no part of its name

PRAISE = ("最佳", "优秀", "先进", "杰出", "十佳")
"""最佳选手奖 is for the best, whoever they are."""

OCCASIONS = frozenset("庆祝 纪念 喜迎 学习贯彻 贯彻 学习 迎接".split())  # they open a name although quotes follow

LONE_VERBS = "学送爱讲树创促护泛跨抗防涉环"
"""Verbs of one character that open names: 学雷锋, 送温暖."""
INNER_VERBS = frozenset(("inner", "advance", "obey"))  # classes of verbs that may stand inside a name
FUNCTION = frozenset(
    "的了着过在是有和与及或同跟为被把将从向往对由于以到至给让使令叫请就都也还又再才已曾自正最更很太不没未无每各某这那其该本此并且即款"
    "他她它我你谁上下中前后里外内间时日月年个名位只次场项家届种批人余多两几一二三四五六七八九十"
)
"""Characters that are words by themselves."""
JOINTS = frozenset(("和", "与", "及", "、", "暨"))
BODY_ENDS = "司校院厂局团队"
"""A generic word that ends so still says that a body stands here: 公司, 学校."""

TOPIC = 0.6
"""The weight of a word for a field or theme."""
CUP_TAGS = frozenset("ns nr nrt nrfg nz nt n ng a ag j x eng t f v vn".split())
LONGEST_CUP = LONGEST_FIXED = 4
BESIDE_QUOTES = re.compile(r"[”』][^，。；：、！？“”\n的和与及等在了为被将]{0,6}$")
"""What may stand between the quotes of a name and a verb of it: “甲乙”专利|导航|项目."""
FIELD_IN_BRACKETS = re.compile(r"[（(][\u4e00-\u9fff]{2,6}[）)]")
SINGLES = (*"混合 全能 综合 单项 总分 赛 追逐 争先 计时 金牌 银牌 铜牌 冠军 亚军 季军".split(), *"ABC")
FEDERATION = re.compile(r"(?<=[年届\d])(?:国际|世界|亚洲|欧洲)[\u4e00-\u9fff]{1,5}(?:联合会|[联协])$")
"""Who runs a known series, behind its year: 2019年|国际某联|世锦赛."""
ASKED_VERBS = frozenset("导航 报告 讨论 影响 评价 访问 控制 追踪 跟踪 记录 观测 收购 走访 慰问 巡讲 走访慰问".split())
"""Verbs that are nouns as well, so that behind quotes they belong to the name."""

_MOTTO = re.compile(r"(?:[主承举协合]办|举行|开展|组织|召开)的([\u4e00-\u9fff·]{4,14})$")
_OPENED = re.compile("(?:启动|发布|揭牌|开工|开幕|成立|签约|授牌|开班|表彰|运用)?暨")  # “甲行动”启动|暨乙活动
_DAY = re.compile(r"“(?:\d{1,2}[.·•]\d{1,2}|[一二三四五六七八九十]{2})”[\u4e00-\u9fff]{0,6}?[日节周月]")  # “六五”环境日
_NUMERAL = re.compile(r"^[第每]?[\d.一二两三四五六七八九十百千万亿几多数半零〇余]+")
_STATES = re.compile(r"[一二两三四五六七八九十][国方地市省]$")
_COUNTED_ENDS = frozenset("年度届任次期批季轮场站个段级里米台板强号制0123456789")
COUNTS, OF_YEAR = frozenset("两三四五六七八九十"), re.compile(r"20\d\d年?度?")
SUMS = frozenset("双项 双料 双重 三料 多项 数项".split())  # “甲”“乙”|双项大奖
NUMERALS = "一二三四五六七八九十两几多数余0123456789"


class Piece(NamedTuple):
    """A modifier: where it starts, its mark ('' for none), how much it says, and its risk."""

    start: int
    mark: str = ""
    weight: float = 0.0
    risk: Risk = ""


def piece_before(view: View, position: int, mode: Mode, marks: Set[str]) -> Piece | None:
    """The modifier that ends here, or None at the border of the name."""
    scan, text = view.scan, view.scan.text
    last = text[position - 1]
    if last == " " and position - 1 in view.closing:
        position, last = position - 1, text[position - 2]  # “甲乙” 丙丁大赛
    if last == " " and (year := counted_before(text, position - 1)) and year[1] == "year":
        return Piece(*year)  # 2011 甲杯大赛
    if text[position - 2 : position] in SUMS and position - 2 in view.closing:
        return None
    quote = view.closing.get(position)
    if quote is not None and (quote.words(text) in FEASTS or _DAY.match(text, quote.start)):
        greeted = quote.start > 1 and text[quote.start - 1] in "庆迎" and scan.is_boundary(quote.start - 1)
        return Piece(quote.start - greeted, weight=1.0)  # “甲乙”庆|“五一”文艺汇演
    if quote is not None:
        if quote.words(text) in view.levels and mode != "strict":
            return Piece(quote.start, "level")  # “一带一路”
        second = "quote" in marks and text[position - 2] != "杯" and not _OPENED.match(text, position)
        if mode == "strict" or not is_title(text, quote) or second:
            return None
        return Piece(quote.start, "book" if quote.mark in "《〈" else "quote")
    if last in "·-/":
        return Piece(position - 1)
    if last in "—―":
        return None if "measure" in marks and text[position - 2] in "—―" else _dash_before(view, position)
    if last == "至" and position - 1 in scan.ending["place"] and position in scan.starting["place"]:
        return Piece(position - 1)
    if last in "）)":
        return _bracket_before(view, position, mode)
    if last in _COUNTED_ENDS:
        counted = counted_before(text, position)
        if counted is not None:
            return Piece(*counted)
    if mode == "free" and (last in MEASURES or text[position - 2] == "/") and (at := measured_before(view, position)):
        return Piece(at, "measure", 1.0)
    if last == "杯" and scan.is_boundary(position - 1) and (cup := _cup_before(view, position)):
        return cup
    level, town = level_before(view, position), scan.ending["place"].get(position, (position,))[0]
    if level and not (town < position - level and scan.is_boundary(town)):  # 县 of 门源|县 is the town's
        return Piece(position - level, view.levels[text[position - level : position]] or "level")
    if mode == "strict" and (federation := FEDERATION.search(text, max(0, position - 12), position)):
        return Piece(federation.start(), "org")
    fixed = _fixed_before(view, position)
    if fixed and mode != "strict":
        return Piece(position - fixed, weight=1.0 if fixed == LONGEST_FIXED else 0.5)
    if mode != "strict":
        if last == "等" and mode == "free":
            return Piece(position - 1, risk="clause")  # 打击甲乙等丙丁专项行动
        if last in JOINTS and scan.is_boundary(position - 1):
            return _joint_before(view, position, mode, quoted=bool({"quote", "book"} & marks))
        inner = head_before(scan, position, awards=mode == "awarded")
        if inner is not None:  # a long one says something: 技能大赛决赛, 奥运会冠军
            named = position - inner > 2 or view.lexicon["event_kinds"].get(text[inner:position]) == "name"
            return Piece(inner, "inner" if named else "", float(named))
        bodies = scan.ending["organization_names"].get(position)
        if bodies:
            return None if "quote" in marks and "amount" not in marks else Piece(bodies[0], "org")
    return _word_before(view, position, mode, quoted="quote" in marks)


def _is_broken(view: View, start: int, end: int, *, left: bool = False) -> bool:
    """Is the character a piece of a word that the dictionary does not know, such as the first of 盛虹 or of 提质?"""
    char, beside = view.scan.text[start:end], view.scan.word(start - 1 if left else end)
    return len(char) == len(beside) == 1 and beside.isalnum() and not set(char + beside) & FUNCTION


def _joint_before(view: View, position: int, mode: Mode, *, quoted: bool) -> Piece | None:
    """和, 与 or 、 between words of one name, but not between two names."""
    if view.scan.text[position - 1] == "暨":
        return Piece(position - 1)
    ended = any(_ends_name(view, category, position - 1) for category in HEADS if category != "award_kinds")
    listed = view.scan.text[position - 1] == "、"  # 甲大会秘书长、大会主席
    held = view.scan.text[position - 2] in "节展赛案法程告划见" or position - 1 in view.closing  # 甲湿地节、乙洽谈会
    ended = ended or (listed and (held or any(position - 1 in view.scan.ending[k] for k in ("posts", "award_kinds"))))
    risk: Risk = "joint" if view.scan.text[position - 1] in "与和" else "clause"
    return None if ended or quoted or mode != "free" else Piece(position - 1, risk=risk)


def _ends_name(view: View, category: str, position: int) -> bool:
    """Does a head end here that makes names by itself (活动, 大赛), not only with quotes (服务)?"""
    kinds = view.lexicon[category]
    starts = view.scan.ending[category].get(position, ())
    return any(kinds[view.scan.text[start:position]] not in VAGUE_KINDS for start in starts)


def _word_before(view: View, position: int, mode: Mode, *, quoted: bool) -> Piece | None:
    """The word of the dictionary that ends here as a modifier."""
    scan = view.scan
    start, end, tag = scan.words[scan.word_at[position - 1]]
    word = scan.text[start:position]
    if word == "日" and scan.text[start - 1 : start] not in NUMERALS:
        return Piece(start)  # 读书日论坛
    if not word[-1].isalnum() or word in view.times or word in view.borders:
        return None
    if word in FEASTS:
        return Piece(start, weight=1.0)  # 甲市|五一|表彰大会
    trades = scan.ending["posts"].get(position, ()) if mode == "free" else ()
    if (trade := next((at for at in trades if view.lexicon["posts"][scan.text[at:position]] == "job"), start)) < start:
        return Piece(trade, weight=1.0)  # 网约配送员|决赛, whatever the dictionary cuts
    single = word == "个人" and scan.text.startswith(SINGLES, position)
    if mode == "awarded" and word in WINNERS and not single and not scan.text.endswith(PRAISE, 0, start):
        return None
    place = scan.ending["place"].get(position, (position,))[0]
    if position - start == 1 < position - place and scan.is_boundary(place):
        return Piece(place, "place")  # a town that the dictionary cuts: 三|沙
    if tag in STOP_TAGS or (tag == "m" and _NUMERAL.match(word) and not _STATES.match(word)):
        if mode != "free":
            return None
        if many := round_opens(view, position):
            return Piece(many, "amount", 1.0)
        if tag == "m" and word in COUNTS and scan.tag(position)[:1] in ("n", "v"):
            return Piece(start, risk="clause")  # 三车型
        return Piece(start, "", 0.5) if _is_broken(view, start, position) else None
    if quoted and word in OCCASIONS:
        return Piece(start, weight=1.0)  # 庆祝“五一”国际劳动节大会
    generic = view.generic.get(word)
    kind = view.verbs.get(word) or _compound(view, word, tag) if generic is None else None
    field = mode == "awarded" and kind == "inner" and tag in ("vn", "n")  # 策略研究第一名
    beside = word in ASKED_VERBS and BESIDE_QUOTES.search(scan.text, max(0, start - 7), start) is not None
    half = scan.text.startswith("暨", position) and (tag == "vn" or _OPENED.match(scan.text, start) is not None)
    if kind is not None and not (field or beside or half) and (kind not in INNER_VERBS or mode != "free"):
        return None
    ends = word.endswith(("得", "获", "膺", "取") if word in view.award_verbs else "获")  # 甲健康|委获|组织奖
    noun = word == "奖励" and position in scan.starting["award_kinds"]  # 国家科技奖励|一等奖
    if ends or (mode == "awarded" and word in view.award_verbs and not noun):
        return None
    if kind is not None:
        return Piece(start, weight=1.0, risk="clause")
    known = place <= start and position in scan.ending["place"]
    if generic is None and place < start and word[-1] in PLACE_ENDS and scan.is_boundary(place):
        return Piece(place, "place")  # 甲市|上城区, whatever the dictionary cuts
    graded = mode == "strict" and scan.text[position : position + 1].isdigit()  # 甲日|6.8级地震
    if generic is None and (tag == "ns" or (known and (graded or tag in PLACE_TAGS or word[-1] in PLACE_ENDS))):
        return Piece(start, "place")
    body = (generic is None or word[-1] in BODY_ENDS) and position in scan.ending["organization_kinds"]
    if mode == "strict" or (quoted and (mode == "awarded" or tag in DOER_TAGS or body)):
        return Piece(start, weight=TOPIC) if mode == "strict" and word in OF_GAMES else None
    verb = tag in ("v", "vg") and generic is None and word not in OF_GAMES
    if verb and len(word) == 1 and word not in LONE_VERBS and position == end:
        broken = mode == "free" and (_is_broken(view, start, end) or _is_broken(view, start, end, left=True))
        return Piece(start, weight=0.5, risk="verb") if broken else None
    proper = generic is None and tag in PROPER_TAGS and len(word) > 1
    mark = "org" if body else "proper" if proper else ""
    weight = 1.0 if generic is None else TOPIC if generic == "topic" else 0.0
    return Piece(start, mark, weight, "verb" if verb and len(word) > 1 else "")


def _dash_before(view: View, position: int) -> Piece | None:
    """A dash between a main title and its subtitle, or between two places; behind 主办的 the title is a motto."""
    before = len(view.scan.text[:position].rstrip("—―"))
    motto = _MOTTO.search(view.scan.text, max(0, before - 20), before)
    if motto:
        return Piece(motto.start(1), "proper", 1.0)
    heads = (*view.scan.ending["programme_kinds"], *view.scan.ending["event_kinds"])
    apposed = view.scan.text[position] in "“《" and before in heads
    if before == 0 or apposed:
        return None  # 公益项目——“甲行动”
    named = head_before(view.scan, before) is not None or view.scan.text[before - 1] in OPENING
    placed = view.scan.tag(before - 1) == "ns" or before in view.scan.ending["place"]
    return Piece(before, "proper") if named or placed or level_before(view, before) else None


def _bracket_before(view: View, position: int, mode: Mode) -> Piece | None:
    """A place or a level in brackets within a name: 中国（甲市）国际博览会, 甲市（国际）家电展."""
    scan = view.scan
    start = max(scan.text.rfind(mark, max(0, position - 8), position) for mark in "（(")
    within = scan.text[start + 1 : position - 1]
    if start >= 0 and (within in view.levels or within in view.lexicon["posts"]):
        return Piece(start, "level" if within in view.levels else "")  # 政府首脑（总理）会议
    trade = mode == "awarded" or scan.text[start - 1] in "工员师手类组"  # 线路工（高铁）竞赛
    if start > 0 and ((trade and FIELD_IN_BRACKETS.fullmatch(scan.text, start, position)) or OF_YEAR.fullmatch(within)):
        return Piece(start)  # 甲产业（乙产业）最具影响力奖, 第14届（2011年度）甲奖
    placed = start >= 0 and (scan.tag(start + 1) == "ns" or position - 1 in scan.starting["place"].get(start + 1, ()))
    return Piece(start, "place") if placed else None


def _cup_before(view: View, position: int) -> Piece | None:
    """The cup that a contest is called by, with or without quotes: 首届|甲乙杯|书法大赛; 三杯 is none."""
    scan, start = view.scan, position - 1
    if start in view.closing:
        return Piece(view.closing[start].start, "quote")
    while start > 0 and position - 1 - start < LONGEST_CUP:
        word_start, _, tag = scan.words[scan.word_at[start - 1]]
        word = scan.text[word_start:start]
        if tag not in CUP_TAGS or not word.isalnum() or word[-1] in NUMERALS or level_before(view, start):
            break
        start = word_start
        if position - 1 - start > 1:
            return Piece(start, "proper", 1.0)
    return None


def _fixed_before(view: View, position: int) -> int:
    """The length of the phrase that ends here and that names hold whatever its tags: 党的, 对外; 0 if none."""
    text = view.scan.text
    if text[position - 1] not in view.content_ends:
        return 0
    for size in range(LONGEST_FIXED, 1, -1):
        if size <= position and text[position - size : position] in view.content:
            return size if view.scan.is_boundary(position - size) else 0
    return 0


def head_before(scan: Scan, position: int, *, awards: bool = False) -> int | None:
    """The start of the longest head of a name that ends here: an inner name, or a word such as 年会."""
    for category in ("event_kinds", "programme_kinds", "award_kinds")[: 3 if awards else 2]:
        starts = scan.ending[category].get(position)
        if starts and position - starts[0] > 1:
            return starts[0]
    return None


def _compound(view: View, word: str, tag: str) -> str | None:
    """The class of the governing verb that the word is a compound of: 培育出, 扎实开展."""
    if len(word) < 3 or (tag == "n" and word[-1] in "员者"):
        return None  # 运|动员
    return view.verbs.get(word[-2:]) or (view.verbs.get(word[:2]) if tag == "v" else None)
