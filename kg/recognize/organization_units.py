"""Reads the pieces of a body's name from its head to the left: places, bodies, fields, ordinals, words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.recognize.candidate import Candidate
from kg.recognize.organization_head import Head
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

LONGEST = 30
"""No name of a body in a newspaper is longer; a longer run is a list or a slip."""

LONGEST_QUOTE = 14
LONGEST_NUMBER = 4

CONTENT_TAGS = frozenset("n nz nt ng nrt nrfg ns nr vn an ag j b s f g zg eng i l vg a tg k h o".split())
"""jieba's tags of the words that may stand inside a name."""

PROPER_TAGS = frozenset("nz nt nrt nrfg nr g zg eng ns ng ag vg tg o k h".split())
"""Words of these tags make a name proper: names, and lone characters that are no words of their own."""

BORDER_TAGS = frozenset("pcurmtyewx")
"""Words of these tags (prepositions, conjunctions, particles, pronouns, numbers, times) end a name."""

LONE_BORDER_TAGS = frozenset("mrqdpcuf")
"""A single character with one of these tags ends a name: measures, adverbs, directions too."""

ORDINALS = frozenset("一二三四五六七八九十百0123456789")
FUNCTION = frozenset(
    "在到给请让使用把被是有说称为将从对向与和及或等的了着过于以而也都就还又并其该此某各每赴访由按经据兼由地得之者所我你他她它这那哪"
    "谁几两名位个家次届年月日时分秒前后原"
)
"""Characters that no name holds when they are words of their own."""

DATES = frozenset("年月日")
VERBAL = frozenset(
    "派送转往去要看找来能会应已刚曾才再仍未不没更却很但如因若则便连共均仅只叫做拿期国"
    "胜负平进逼率视较获援促邀令晤访赞吁即支批座近牌"
)
"""Characters that only full legal names hold when they are words of their own."""

JOINING = frozenset("联合 组织 协调 指导 援助 帮扶 助力 协助 合作 委托 配合 支持".split())
"""Inner words that are the predicate when a whole body stands before them: 甲市总工会联合乙局."""

OPENING = frozenset(("中国", "中华", "中央", "中共", "全国", "国家"))
"""Nothing but a country stands before these in a name (泰国国家银行)."""

OWN_OF_A_COUNTRY = frozenset(("国家", "中央", "全国"))
NO_ABBREVIATION = frozenset("中新以老黑吉青海江希比加意赞蒙马西汉尼亚非哥宁华和")
"""One-character places that are everyday words."""

NO_PLACES = frozenset(("公安", "会同", "八所"))
"""Counties that are everyday words in the names of bodies."""

EMBASSIES = frozenset(("大使馆", "使馆", "总领事馆", "领事馆", "总领馆", "办事处", "代表处", "记者站", "使团"))
"""What one place has in another: 甲国驻乙市总领事馆."""

OFFICES = frozenset(("办公室", "办", "府", "办公厅"))
BRACKETS = {"”": "“", "’": "‘", "』": "『", "」": "「", "）": "（", ")": "("}
JOINTS = frozenset("和与及暨")
JOINABLE = frozenset("学院 研究所 研究院 研究中心 学会 协会 研究会 促进会 联合会 委员会 专业委员会 实验室 系".split())
"""Heads whose names hold 和 though they are ordinary nouns too; every strong head may, and any behind a body."""

LONGEST_JOINED = 12

LOOSE = frozenset({"organization:field+head", "organization:proper+head", "organization:ordinal+head"})
"""An inner body that was read for one of these reasons may have more of its name before it."""

ANCHORS = frozenset(("place", "body", "prefix", "level", "letter"))
LINKED = frozenset(("proper", "word", "place", "body"))
CONTENT = frozenset(("word", "field", "proper"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a name.

    ``kind`` is place, letter (an abbreviated place), body, prefix, level, field, ordinal, number, quoted, bracket,
    link (a dot or dash), joint (和), proper, word or verb.
    """

    start: int
    end: int
    kind: str


def read_units(scan: Scan, terms: Terms, head: Head, done: Mapping[int, Candidate]) -> list[Unit]:
    """The pieces before the head, the leftmost first."""
    text = scan.text
    abroad = head.family == "army" or head.word in EMBASSIES
    units: list[Unit] = []
    at = head.start
    while at > 0 and head.end - at < LONGEST:
        unit = _unit_before(scan, terms, at, done, head)
        if unit is None and abroad and units and text[at - 1] == "驻":
            unit = Unit(at - 1, at, "link")
        if unit is None and text[at - 1] in JOINTS and _joins(scan, terms, head, units, done):
            unit = Unit(at - 1, at, "joint")
        if unit is None or (units and not _continues(scan, terms, unit, units[-1])):
            break
        if unit.kind == "word" and _post_of_a_body(scan, terms, unit, head, done):
            break
        units.append(unit)
        at = unit.start
    units.reverse()
    return units


def _continues(scan: Scan, terms: Terms, unit: Unit, right: Unit) -> bool:
    """Can a name hold this piece to the left of the other?"""
    text = scan.text
    if right.kind == "body":
        return unit.kind in ("place", "letter") or (unit.kind == "link" and text[unit.start] == "驻")
    word = text[right.start : right.end]
    if word in OPENING:
        country = terms.prefixes.get(text[unit.start : unit.end]) == "country" or unit.kind == "letter"
        return country and word in OWN_OF_A_COUNTRY
    if right.kind == "level":
        return unit.kind in ("place", "body", "proper")
    return right.kind != "link" or text[right.start] == "驻" or unit.kind in LINKED


def _post_of_a_body(scan: Scan, terms: Terms, unit: Unit, head: Head, done: Mapping[int, Candidate]) -> bool:
    """甲舰队司令乙海军: a post right behind a body ends what is before; its office (总经理办公室) does not."""
    word = scan.text[unit.start : unit.end]
    if terms.posts.get(word) != "post" or head.word in OFFICES:
        return False
    return unit.start in done or bool(scan.ending["organization_names"].get(unit.start))


def _joins(scan: Scan, terms: Terms, head: Head, units: list[Unit], done: Mapping[int, Candidate]) -> bool:
    """Does 和 before the units stand inside a name: [place or body] + field words + 和 + field words + head?

    Where the head is an ordinary noun, only a body before it tells.
    """
    if not units or any(u.kind not in CONTENT for u in units) or units[-1].start - 1 in done:
        return False
    strict = head.strength in ("", "organ") or head.word in JOINABLE
    at = units[-1].start
    left = at - 1
    content = 0
    while left > 0 and at - left < LONGEST_JOINED:
        unit = _unit_before(scan, terms, left, done, head)
        if unit is None:
            return False
        if unit.kind in ANCHORS:
            return content > 0 and (strict or unit.kind == "body")
        if unit.kind not in CONTENT or _is_post(scan, terms, unit):
            return False
        content += 1
        left = unit.start
    return False


def _is_post(scan: Scan, terms: Terms, unit: Unit) -> bool:
    return any(unit.start <= s < unit.end for s in scan.ending["posts"].get(unit.end, ()))


def _unit_before(scan: Scan, terms: Terms, end: int, done: Mapping[int, Candidate], head: Head) -> Unit | None:
    """The unit that ends here, or None at a border of the name."""
    text = scan.text
    last = text[end - 1]
    if last in BRACKETS:
        return _bracketed(text, end)
    inner_start = done[end].mention.start if end in done else end
    for start in scan.ending["organization_names"].get(end, ()):
        if start <= inner_start and scan.is_boundary(start) and terms.brands.get(text[start:end]) != "word":
            return Unit(start, end, "body")
    if end in done:
        return Unit(inner_start, end, "proper" if done[end].mention.by in LOOSE else "body")
    if not last.isalnum():
        linked = end > 1 and text[end - 2].isalnum() and (last in "·•—-" or (last in " &" and text[end - 2].isascii()))
        return Unit(end - 1, end, "link") if linked else None
    place = _place(scan, end)
    if place is not None:
        return place
    for size in range(min(terms.longest_field, end), 1, -1):
        field = text[end - size : end]
        if field in terms.prefixes and head.strength != "organ":
            return Unit(end - size, end, "prefix")
        if field in terms.fields:
            if field in JOINING and end - size in done:
                return None
            return Unit(end - size, end, "field")
    return _word_unit(scan, terms, end, done, head)


def _place(scan: Scan, end: int) -> Unit | None:
    text = scan.text
    for start in scan.ending["place"].get(end, ()):
        if text[start:end] == "和县" and text[start - 1 : start].isalnum():
            return Unit(end - 1, end, "level")  # 甲市总工会和县政法委: no place 和县
        whole = scan.is_boundary(start) or end - start > 2 or text[max(0, start - 2) : start] in ("中共", "中国")
        if end - start >= 2 and text[start:end] not in NO_PLACES and whole:
            return Unit(start, end, "place")
        lone = end - start == 1 and scan.is_boundary(start) and (scan.is_boundary(end) or text[end] == "国")
        if lone and text[start] not in NO_ABBREVIATION and not text[start - 1 : start].isdigit():
            return None if text[start - 1 : start] in "本该全我" and start else Unit(start, end, "letter")
    return None


def _word_unit(scan: Scan, terms: Terms, end: int, done: Mapping[int, Candidate], head: Head) -> Unit | None:
    text = scan.text
    start, word_end, tag = scan.words[scan.word_at[end - 1]]
    if word_end > end:  # the head is a piece of jieba's word: what a place leaves of it is a piece too
        start = _opening(scan, terms, start, end)
    word = text[start:end]
    if word in terms.prefixes:
        value = terms.prefixes[word]
        return Unit(start, end, value if value == "level" else "prefix")
    if not head.formal and any(terms.stop.get(w) in ("", head.family) for w in (word, text[start:word_end])):
        return None
    if len(word) > 1 and not JOINTS.isdisjoint(word):
        return None  # 党和政府: one word of the dictionary
    if word == "一":
        return None  # 甲国一家公司, 乙地一学校
    if text[end - 1] == "届":
        return _numbered(text, end - 1)
    if text[end - 1] in ORDINALS or text[end - 1].isascii():
        return _numbered(text, end)
    if len(word) == 1:
        dated = word not in DATES or text[start - 1 : start] in ORDINALS
        if (word in FUNCTION and dated) or tag in ("m", "r"):
            return None
        return None if not head.formal and (word in VERBAL or tag in LONE_BORDER_TAGS) else Unit(start, end, "proper")
    if word[-1] == "性":
        return None  # 全国性, 综合性: a kind of bodies
    if word in terms.inner:
        return None if word in JOINING and start in done else Unit(start, end, "word")
    if word in terms.predicates:
        return None
    if tag in CONTENT_TAGS or tag[:1] == "n":
        return Unit(start, end, "proper" if tag in PROPER_TAGS else "word")
    if tag[:1] in BORDER_TAGS or start in done:
        return None
    return Unit(start, end, "word" if head.formal else "verb")


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
        return None if any(c.isdigit() for c in text[start:end]) else Unit(start, end, "bracket")
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
