"""Reads one piece of a body's name, the one that ends at a given place: place, body, field, ordinal, word …"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kg.recognize.candidate import Candidate
from kg.recognize.organization_brand import brand_run
from kg.recognize.organization_head import TRADES, Head
from kg.recognize.organization_terms import Terms, starts_here
from kg.recognize.organization_town import called_so
from kg.recognize.scan import Scan

LONGEST_QUOTE = 14
LONGEST_NUMBER = 5

CONTENT_TAGS = frozenset("n nz nt ng nrt nrfg ns nr vn an ag j b s f g zg eng i l vg a tg k h o".split())
"""jieba's tags of the words that may stand inside a name."""

PROPER_TAGS = frozenset("nz nt nrt nrfg nr g zg eng ns ng ag vg tg o k h".split())
"""Words of these tags make a name proper: names, and lone characters that are no words of their own."""

BORDER_TAGS = frozenset("pcurmtyewx")
"""Words of these tags (prepositions, conjunctions, particles, pronouns, numbers, times) end a name."""

LONE_BORDER_TAGS, COUNTING = frozenset("qdpcuf"), ("m", "r", "x", "")
"""A single character with one of these tags ends a name: measures behind a number, adverbs and directions too."""

ORDINALS = frozenset("一二三四五六七八九十百0123456789")
FUNCTION = frozenset(
    "在到给请让使用把被是有说称为将从对向与和及或等的了着过于以而也都就还又并其该此某各每赴访由按经据兼由地得之者所我你他她它这那哪"
    "谁几两名位个家次届籍年月日时分秒前后原轮"
)
"""Characters that no name holds when they are words of their own."""

MEMBERS = frozenset("民营 国有 私营 外资 上市 中小 个体 农村 民间 企业 公司".split())
"""Kinds of bodies that an association is named after: 中国民营企业协会."""

RANKS = frozenset(("级", "省级", "市级", "县级", "区级"))
SEVERAL = frozenset(("厂", "分厂", "中", "处", "局", "院", "公司", "分公司", "车间", "队"))
"""Of these a firm or a town has several, told apart by numbers."""

DATES = frozenset("年月日")
VERBAL = frozenset(
    "愿同派送转往去要看找来能会应已刚曾才再仍未不没更却很但如因若则便连共均仅只叫做拿期国"
    "胜负平进逼率视较获援促邀令晤访赞吁即支批座近牌继随像受"
)
"""Characters that only full legal names hold when they are words of their own."""

JOINING = tuple("联合 组织 协调 指导 援助 帮扶 助力 协助 合作 委托 配合 支持".split())
"""Inner words that are the predicate when a whole body stands before them: 甲市总工会联合乙局."""

NOMINAL = frozenset("njsb")
"""The first letters of jieba's tags of nouns, short forms, places and attributes."""

COMMITTEES = frozenset(("委员会", "领导小组", "工作办公室"))
"""Right before these a noun that is a verb too tells what the body does."""

PUSHING = ("推进", "推广")
"""Verbs that a name holds only right before its head: 技术推广站."""

INTENTLY = tuple("充分 坚决 大力 积极 着力 切实 深入 扎实 持续 不断 加快 进一步 重新 全力".split())
"""Adverbs that the dictionary has as one word with the verb behind them: 充分发挥."""
NO_ABBREVIATION = frozenset("中新以老黑吉青海江希比加意赞蒙马西汉尼亚非哥宁华和")
"""One-character places that are everyday words."""

STEMS = frozenset("甲乙丙丁戊己庚辛")
LEVELS = frozenset("省市县区州旗镇乡村")
"""甲市, 乙县: places without a name."""

NO_PLACES = frozenset(("公安", "会同", "八所", "合作"))
"""Counties that are everyday words in the names of bodies."""

TOWNS = ("word", "club", "service")
"""Classes of well-known names that are words or towns first, or arms of any country's army."""

BRACKETS = {"”": "“", "’": "‘", "』": "『", "」": "「", "）": "（", ")": "("}
BYLINES = ("记者", "通讯员", "本报", "见习", "实习")
OWNED = frozenset("子公司 分公司 控股公司 旗下 下属 所属 公司 企业".split())
"""Behind them the name of the firm itself begins: 全资子公司甲有限公司."""

CLOSED = frozenset(("）", ")"))
"""Behind a bracket such a word stands inside the name: 甲（集团）企业投资有限公司."""

HELD = frozenset("曾现历后先")  # before 任 it is the verb

JOINTS = frozenset("和与及暨")
LOOSE = frozenset({"organization:field+head", "organization:proper+head", "organization:ordinal+head"})
"""An inner body that was read for one of these reasons may have more of its name before it."""


class Unit(NamedTuple):
    """A piece of a name.

    ``kind`` is place, letter (an abbreviated place), body, prefix, level, field, ordinal, number, quoted, bracket,
    link (a dot or dash), joint (和), proper, word or verb.
    """

    start: int
    end: int
    kind: str


def unit_before(scan: Scan, terms: Terms, end: int, done: Mapping[int, Candidate], head: Head) -> Unit | None:
    """The unit that ends here, or None at a border of the name."""
    text = scan.text
    last = text[end - 1]
    if last in BRACKETS:
        return _bracketed(text, end)
    inner_start = done[end].mention.start if end in done else end
    for start in scan.ending["organization_names"].get(end, ()):
        if start <= inner_start and starts_here(scan, start, end) and terms.brands.get(text[start:end]) not in TOWNS:
            return Unit(start, end, "body")
    if end in done:
        loose = done[end].mention.by in LOOSE
        return Unit(inner_start, end, "proper" if loose and head.strength != "part" else "body")
    if not last.isalnum():
        linked = end > 1 and text[end - 2].isalnum() and (last in "·•—-" or (last in " &" and text[end - 2].isascii()))
        return Unit(end - 1, end, "link") if linked else None
    place = _place(scan, end)
    if place is not None and place.kind == "letter":
        studio = head.word.endswith("工作室")  # 黄小波工作室, no Poland
        if studio or (head.family == "company" and _within_brand(scan, place.start, head)):
            return Unit(place.start, end, "proper")  # 伟德公司, no Germany
    if place is not None and not (place.start in done and text.startswith(JOINING, place.start)):
        return place
    for size in (size for size in terms.field_sizes.get(last, ()) if size <= end):
        field = text[end - size : end]
        if field in terms.prefixes and (field not in terms.fields or head.strength != "organ"):
            return _prefix(terms, end - size, end, field)
        if field in terms.fields:
            if field in JOINING and (end - size in done or text[end] in LEVELS):
                return None
            start, word_end, _ = scan.words[scan.word_at[end - 1]]
            whole = word_end == end and start == end - size - 1  # 新|能源 is one word
            return Unit(start if whole else end - size, end, "field")
    return _word_unit(scan, terms, end, done, head)


def _within_brand(scan: Scan, at: int, head: Head) -> bool:
    run = brand_run(scan, at, head.start)
    return run is not None and run[0] < at


def _place(scan: Scan, end: int) -> Unit | None:
    text = scan.text
    last = text[end - 1]
    if last in STEMS and text[end : end + 1] in LEVELS and end < len(text):
        return Unit(end - 1, end, "place")
    if last in LEVELS and text[end - 2 : end - 1] == "该":
        return Unit(end - 1, end, "level")  # 该市 is one word
    if last in LEVELS and end > 1 and text[end - 2] in STEMS and scan.is_boundary(end - 2):
        return Unit(end - 2, end, "place")
    for start in scan.ending["place"].get(end, ()):
        if text[start:end] in ("和县", "会同县") and text[start - 1 : start].isalnum():
            return Unit(end - 1, end, "level")  # 甲市总工会和县公安局: no place 和县
        if text[start] == "和" and text[start - 1 : start].isalnum() and scan.word(start) == "和":
            continue  # 甲公司和村镇银行: no place 和村
        whole = scan.is_boundary(start) or end - start > 2 or text[max(0, start - 2) : start] in ("中共", "中国")
        if end - start >= 2 and text[start:end] not in NO_PLACES and whole:
            return Unit(start, end, "place")
        ends = scan.is_boundary(end) or text[end] == "国" or scan.tag(start) == "nt"  # 俄央行 is one word
        if end - start == 1 and text[start - 1 : start] == "驻" and _named_before(scan, start - 1):
            return Unit(start, end, "letter")  # 甲组织驻华代表处
        lone = end - start == 1 and scan.is_boundary(start) and ends
        if lone and text[start] not in NO_ABBREVIATION and not text[start - 1 : start].isdigit():
            return None if text[start - 1 : start] in "本该全我" and start else Unit(start, end, "letter")
    shared = text[end : end + 1] in LEVELS and end - 1 in scan.ending["place"].get(end + 1, ())
    # 献 before 县总工会: the county's name holds the head's first character
    return Unit(end - 1, end, "place") if shared and scan.is_boundary(end - 1) and last not in FUNCTION else None


def _named_before(scan: Scan, at: int) -> bool:
    """Does the name of a place or a well-known body end here?"""
    return bool(scan.ending["organization_names"].get(at) or scan.ending["place"].get(at))


def _word_unit(scan: Scan, terms: Terms, end: int, done: Mapping[int, Candidate], head: Head) -> Unit | None:
    text = scan.text
    start, word_end, tag = scan.words[scan.word_at[end - 1]]
    if word_end > end:  # the head is a piece of jieba's word: what a place leaves of it is a piece too
        start = _opening(scan, terms, start, end)
    if start and text[start] == "任" and text[start - 1] in HELD:  # 曾|任安恒水泥副总裁
        if end - start == 1:
            return None
        start += 1
    word = text[start:end]
    if word in OWNED and (head.formal or head.strength in TRADES) and text[start - 1 : start] not in CLOSED:
        return None
    if word in terms.prefixes:
        return _prefix(terms, start, end, word)
    if word in RANKS and start in scan.ending["place"]:
        return Unit(start, end, "word")  # 杭州市级机关工会
    if head.family == "society" and word in MEMBERS:
        return Unit(start, end, "word")
    if not head.formal and (
        _stops(terms, head, word) or (end < word_end and _stops(terms, head, text[start:word_end]))
    ):
        return None
    if end - start == 1:
        if brand_run(scan, start, head.start):
            return Unit(start, end, "proper")
    elif not JOINTS.isdisjoint(word):
        return None  # 党和政府: one word of the dictionary
    if word == "一" and start not in done and not _first_of_several(scan, start, head):
        return None  # 甲国一家公司, 乙地一学校
    if text[end - 1] == "届":
        return _numbered(text, end - 1)
    if text[end - 1] in ORDINALS or text[end - 1].isascii():
        return _numbered(text, end)
    if len(word) == 1:
        dated = word not in DATES or text[start - 1 : start] in ORDINALS
        if (
            (word in FUNCTION and dated)
            or (tag in ("m", "r") and not _of_sound(text, start))
            or (word == "系" and start in done)
        ):
            return None  # 甲公司|系|乙集团子公司: the verb
        brand = word == "国" and end < head.start and len(scan.word(end)) == 1  # 国伦公司
        lone = tag in LONE_BORDER_TAGS and (tag != "q" or scan.tag(start - 1)[:1] in COUNTING)
        if not head.formal and not brand and (word in VERBAL or lone):
            return None
        return Unit(start, end, "proper")
    if word[-1] == "性":
        return None  # 全国性, 综合性: a kind of bodies
    if word in PUSHING and end < head.start and not text.startswith("中心", end):
        return None  # 甲省推进|智慧粮库
    if word in terms.inner:
        whole = start in done or start in scan.ending["place_site_kinds"]
        return None if word in JOINING and (whole or text[end] in LEVELS) else Unit(start, end, "word")
    if tag == "vn" and head.word in COMMITTEES and end == head.start and start not in done:
        return Unit(start, end, "word")  # 国家甲奖励委员会
    if word in terms.predicates or word.startswith(INTENTLY) or (word in terms.unlike and tag[:1] not in NOMINAL):
        return None
    rare = called_so(terms, text, start, end) or (tag == "x" and word.isalpha() and not word.isascii())  # 庹家
    if rare or tag in CONTENT_TAGS or tag[:1] == "n":
        return Unit(start, end, "proper" if rare or tag in PROPER_TAGS else "word")
    if tag[:1] in BORDER_TAGS or start in done:
        return None
    return Unit(start, end, "word" if head.formal else "verb")


def _of_sound(text: str, start: int) -> bool:
    """Is it 克 of a foreign name (德国博克公司), no gram?"""
    return text[start] == "克" and text[start - 1 : start].isalpha()


def _stops(terms: Terms, head: Head, word: str) -> bool:
    """Does the word make a group or a kind of bodies of this head: 各级, 有关, 上市?"""
    kind = terms.stop.get(word, "none")
    return kind in ("", head.family) or (kind == "common" and head.common and head.strength != "weak")


def _first_of_several(scan: Scan, start: int, head: Head) -> bool:
    """Is 一 here a number in a name: 国棉一厂, 化工一分厂?"""
    noun = scan.tag(start - 1)[:1] in ("n", "j") and not scan.ending["place"].get(start)
    return noun and head.word in SEVERAL and start + 1 == head.start


def _prefix(terms: Terms, start: int, end: int, word: str) -> Unit:
    return Unit(start, end, "level" if terms.prefixes[word] == "level" else "prefix")


def _opening(scan: Scan, terms: Terms, start: int, end: int) -> int:
    """Behind the place or the prefix that opens this piece of a word."""
    for at in scan.starting["place"].get(start, ()):
        if start + 2 <= at < end:
            return at
    return start + 2 if end - start > 2 and scan.text[start : start + 2] in terms.prefixes else start


def _bracketed(text: str, end: int) -> Unit | None:
    """“…” or （…） that ends here, if it can be a piece of a name."""
    close = text[end - 1]
    start = text.rfind(BRACKETS[close], max(0, end - LONGEST_QUOTE), end - 1)
    if start < 0 or any(c in "，。；：、,\n" for c in text[start:end]):
        return None
    if close in "）)":
        odd = (
            "简称" in text[start:end]
            or any(c.isdigit() or c.isspace() for c in text[start:end])
            or text.startswith(BYLINES, start + 1)
        )
        return None if odd else Unit(start, end, "bracket")
    return Unit(start, end, "quoted")


def _numbered(text: str, end: int) -> Unit | None:
    """第五, 110, GS7554 that ends here; a plain number counts only behind 第 or letters."""
    at = end
    while at > 0 and (
        text[at - 1] in ORDINALS or (text[at - 1].isascii() and (text[at - 1].isalnum() or text[at - 1] in "-&"))
    ):
        at -= 1
    if at > 0 and text[at - 1] == "第":
        return Unit(at - 1, end + (text[end : end + 1] == "届"), "ordinal")
    if any(c.isascii() and c.isalpha() for c in text[at:end]):
        return Unit(at, end, "proper")
    return Unit(at, end, "number") if end - at <= LONGEST_NUMBER else None
