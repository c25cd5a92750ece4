"""Names of places that end in a head: 甲家村, 乙丙大桥, 某市丁里社区, 戊戌斯克州.

The name is read from its head to the left, word by word, until a word comes that no name holds. It must have a part
of its own before the head (a name, or characters that no word claims), or a place that the head alone names a site
of (甲市机场, but not 甲市市场).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognize.place_atlas import WORLDWIDE, Atlas, Head, Span
from kg.recognize.place_below import below, counted, of_a_person, torn
from kg.recognize.place_names import BEARER, MOTION, REGION
from kg.recognize.place_street import CALLED_ROADS, SIDES, STREETS, house_number, is_street, street_start
from kg.recognize.scan import Scan

LONGEST = 16
PROPER, LETTER, NEUTRAL, PLAIN, COMMON, VERB, NUMBER = "pltncv#"
"""The roles of the words before a head: a name, a lone character that is a verb else, 东 or 新, a noun, an ordinary
word that the lexicon lists, a verb or numeral that names a road, the number of a trunk road."""
PROPER_TAGS = frozenset("nz nr nrt nrfg ns g zg ag vg tg eng x".split())
"""jieba's tags of words that make a name."""

NAMES = ("nr", "nz", "nt", "nrt")
PLAIN_TAGS = frozenset("n ng j b f h k s an l i".split())
"""Words that may stand between the proper part and the head: 国际, 客运, 东."""

VERBAL_TAGS = frozenset("v vn vd a ad m t".split())
"""Words that name a road or a quarter within a place: 解放路, 团结社区."""

ALONE = ("unit", "line", "seat")  # their names are proper parts and no common words

NAMED_AFTER = ("road", "water", "hill", "island")  # they bear the names of provinces: 湖南路

FULL = ("省", "市", "县", "区", "州", "旗")
UNITS = ("村", "镇", "乡", "街道", "社区")

LOCAL = frozenset(("road", "area", "village", "zone"))
CALLED = frozenset(("site", "area", "village", "road", "island"))
"""Kinds whose names are often a common word."""

INTRODUCING = frozenset("在于到从往抵至")
AROUND = re.compile("一带|附近|路口|门口|沿线|旁边")
"""Only a place has these behind it."""

LONGEST_ITEM = 8
ITEM_ENDS = ("、", "，", "。", "等", "和", "附")
QUOTES = ("“”", "‘’", "「」")

HOUSED = ("site", "zone", "area", "seat", "station")
"""Kinds whose names may begin with a body: 央视大楼."""

FIELDS = frozenset("服务 创业 创新 孵化 制造 加工 研发 流通 交易 配送 种植 养殖 示范 展示 培训 应用 回收".split())
NO_HOUSES = frozenset("大道 大街 道路 家园 社区 地铁 铁路 公路 高速".split())  # 星光大道, 金色家园: shows and slogans
NUMBERED = ("国道", "省道", "县道", "高速", "高速公路", "公路", "号线", "环路", "环线", "环")
"""Heads that a number names: 318国道, 京哈高速, 四环路."""

NEUTRAL_LETTERS = frozenset("东西南北中上下前后新老大小古旧内外")
"""Characters that name nothing alone."""

BARE = frozenset("寺庙宫观塔关陵墓")
"""Heads of one character that are words or parts of words too often to follow a common noun."""

NUMERALS, DATES = frozenset("0123456789〇一二三四五六七八九十百"), frozenset("年月日号")
LIGHT = frozenset("条座个这那某每各两几多一")
CLAN_NAMES = frozenset("于任付向应从解")  # surnames among the characters that end a name: 于家庄
FOREIGN_ENOUGH = 3
"""Two characters of transliteration, one of them hardly used elsewhere, make no name yet; three do."""

NO_HEAD = re.compile("(?<=整)[村镇乡县]|[峰山海河]之[战争巅]|站[在起立稳好出着成]|巷尾|部(?:位于|设[在于]|坐落)")
"""All of it (整村搬迁), a verb (同各国站在一起), an idiom (村头巷尾), the seat that is told of next (甲集团总部|位于乙市)."""

ROAD_CODE = re.compile("[GSXYC][0-9]+")

ALONG = "路上"  # one word of the dictionary behind the name of a road: 长江路上


def composed_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span], by_end: dict[int, int]) -> None:
    """Adds the composed names to ``spans``, and their starts by their ends to ``by_end``."""
    found = (*scan.terms["place_site_kinds"], *scan.terms["place_water_and_hills"])
    within = {at for start, span in spans.items() for at in range(start + 1, span.end)}
    for head, end in sorted(found, key=lambda span: (span[1], span[0])):
        known = by_end.get(end, head)
        apart = known - 1 not in by_end  # 甲县青|古乡
        if end in within or not _ends_here(scan, head, end) or (known < head and scan.is_boundary(known) and apart):
            continue
        name = _from_word(scan, atlas, head, end) or _compose(scan, atlas, head, end, by_end)
        if name is None or torn(name[0], head, by_end):
            lower = below(scan, atlas, head, end, by_end)
            name = name if lower is None else (lower, 1.0)
        if name is None or name[0] > known or of_a_person(scan, name[0], head, end) or counted(scan.text, name[0]):
            continue
        start, score = name
        term = scan.text[head:end]
        if atlas.heads[term].kind == "road":
            end = house_number(scan.text, end)
        if start not in spans or spans[start].end < end:
            spans[start] = Span(end, score, f"head:{term}")
            by_end[end] = start


def is_foreign(name: str, atlas: Atlas) -> bool:
    """Is it written with the characters of transliteration, as many of them as a name needs?"""
    weights = [atlas.foreign.get(char, 0) for char in name]
    return min(weights) > 0 and sum(weights) > FOREIGN_ENOUGH and max(weights) > 1


def _ends_here(scan: Scan, head: int, end: int) -> bool:
    """Does a word end here, or begin the post of an office there (甲家村支书)?"""
    if not scan.is_boundary(end):
        along = scan.word(end) == ALONG
        if not along and (end not in scan.starting["posts"] or scan.words[scan.word_at[end]][0] < head):
            return False
    titled = end - head > 1 and any(stop > end for stop in scan.starting["posts"].get(head, ()))  # 甲集团|市场总监
    return not titled and not BEARER.match(scan.text, end) and not NO_HEAD.match(scan.text, end - 1)


def _from_word(scan: Scan, atlas: Atlas, head: int, end: int) -> tuple[int, float] | None:
    """A word of the dictionary that is the name as a whole: 乌拉尔山脉, 滨河公园."""
    first, last, tag = scan.words[scan.word_at[head]]
    word = scan.text[first:last]
    if first == head or last != end or len(word) < 3 or word[0] in LIGHT or word.endswith(REGION):
        return None
    if word in atlas.heads or word in atlas.ordinary:
        return None
    kind = atlas.heads[word[head - first :]].kind
    site, road = kind in ("site", "station"), kind == "road"
    built = tag == "ns" and (site or (road and end - head > 1))
    if len(word) == 4 and word[-2:] in atlas.ordinary and not built:
        return None
    lived = site and tag == "nr" and end - head > 1  # 宋庆龄故居
    named = lived or word.endswith(UNITS) or road or is_foreign(word[:-1], atlas)
    return (first, 1.2) if tag == "ns" or (named and tag in NAMES) else None


def _compose(scan: Scan, atlas: Atlas, head: int, end: int, by_end: Mapping[int, int]) -> tuple[int, float] | None:
    """Where the name begins that ends in this head, and its score."""
    text = scan.text
    kind = atlas.heads[text[head:end]]
    first, last, _ = scan.words[scan.word_at[head]]
    sided = text[head:end] in STREETS and first == head - 1 and text[first] in SIDES
    side = sided and first in by_end  # 南京西路
    if sided and not side and (street := street_start(scan, atlas, first)) is not None:
        return street, 1.2
    piece = text[first:end] in atlas.ordinary or not {first, head} & by_end.keys()
    if first < head and last == end and not side and piece:
        return None  # 锂电池, 集成电路: the head is a piece of a word
    at, proper, roles = head, 0, ""
    while at > 0 and end - at < LONGEST:
        if at in by_end:
            return _behind_place(text[by_end[at] : at], atlas, at, head, kind, proper, roles)
        if end - head > 1 and VERB not in roles and kind.kind in HOUSED:
            bodies = scan.ending["organization_names"].get(at, ())
            if (body := next((start for start in bodies if scan.is_boundary(start)), None)) is not None:
                return body, 1.4
        start = scan.words[scan.word_at[at - 1]][0]
        start += text[start:at] in atlas.arrivals  # 对华岭: the dictionary has 对华 as one word
        role = _role(scan, atlas, start, at, head, end)
        if not role or (proper and role in (PLAIN, COMMON) and at - start > 1):
            if role != PLAIN or proper > 1 or text[at] not in atlas.heads:
                break
            role = PROPER  # 清水河大桥: one name that ends in a head itself
        proper += (at - start) if role in (PROPER, LETTER) else 2 * (role == NUMBER)
        roles += role
        at = start
    name = text[at:head]
    if kind.kind == "road" and len(roles) == 1 and len(name) > 1 and is_street(text, name, head, end):
        return at, 1.2
    if len(name) < 2 or VERB in roles or roles.count(LETTER) > 1 or text[at:end] in atlas.stop:
        return None
    if kind.kind == "unit" and not is_foreign(name, atlas):
        return None
    if kind.kind == "road" and name in CALLED_ROADS:
        return at, 1.2  # 人民大桥
    if proper > 1 or (len(roles) == 2 and roles == PROPER + NEUTRAL and text[head - 1] in atlas.natural):
        return at, 1.2 if end - head > 1 else 0.9
    street = text[head:end] in STREETS and len(name) == 2 and roles == COMMON and text[end : end + 1] not in "上的"
    if name in atlas.ordinary and not street:
        return None
    return (at, 0.8) if _welcome(scan, kind, at, head, end, by_end) else None


def _role(scan: Scan, atlas: Atlas, start: int, end: int, head: int, head_end: int) -> str:
    """What the word can be in the name that ends in this head, '' where it ends the name to its left."""
    text = scan.text
    piece, term, tag = text[start:end], text[head:head_end], scan.tag(start)
    kind = atlas.heads[term].kind
    local = kind in LOCAL
    if kind == "zone" and len(term) > 2 and (piece in FIELDS or piece in atlas.ordinary) and tag[:1] in "vnjb":
        return PLAIN  # what a park is for: 甲市人力资源|服务|产业园
    if text[start - 1 : end] == "号线" or _ends_name(scan, atlas, start, end, head, kind):
        return ""
    if NUMERALS.issuperset(piece):
        if end == head and term.startswith(NUMBERED):
            return NUMBER
        return "" if piece.isascii() else VERB if end == head and local else NEUTRAL
    if _natural(atlas, piece, tag, text[start - 1 : start]) and not (kind == "market" or term in BARE):
        return PROPER
    if end == head and head_end - head > 1 and piece in atlas.called and term not in NO_HOUSES:
        return PROPER  # 锦绣|花园
    if piece in atlas.ordinary:
        return COMMON
    if len(piece) > 1 and {atlas.foreign.get(char, 0) for char in piece} in ({2}, {1, 2}):
        return PROPER
    if tag in PLAIN_TAGS and (len(piece) > 1 or not (local or len(term) > 1)):
        return PLAIN  # a lone noun is a letter of 石坡村, but not of 山水林田湖
    if tag in PROPER_TAGS or len(piece) == 1:
        if tag == "q" and (text[start - 1 : start].isascii() or text[start - 1 : start] in NUMERALS):
            return ""
        if piece in NEUTRAL_LETTERS or (piece.isascii() and not _code(piece, kind)):
            return NEUTRAL
        return LETTER if tag == "v" else PROPER
    verbal = tag in VERBAL_TAGS and local and end == head and len(piece) < 4 and piece[-1] not in "个家座处"
    return VERB if verbal else ""


def _natural(atlas: Atlas, piece: str, tag: str, before: str) -> bool:
    """Is it a noun of nature (桃花山), or the last character of a name such as 下坝, 三汊?"""
    if tag[:1] != "n":
        return False
    if len(piece) > 1:
        return atlas.is_natural(piece)
    return piece in atlas.natural and before != "" and (before in NEUTRAL_LETTERS or before in NUMERALS)


def _code(piece: str, kind: str) -> bool:
    """Can letters and digits be a name of this kind: G15, CBD?"""
    return bool(ROAD_CODE.fullmatch(piece)) if kind == "line" else len(piece) > 1 and kind != "market"


def _welcome(scan: Scan, kind: Head, start: int, head: int, end: int, by_end: Mapping[int, int]) -> bool:
    """Is one common word the name, where a place is expected: 在红星宾馆, 甲岛、硫磺岛?"""
    text = scan.text
    around = AROUND.match(text, end) is not None
    if kind.kind not in CALLED or (end - head == 1 and kind.kind == "site"):
        return False
    if scan.tag(end)[:1] == "n" and not around:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    one_word = scan.words[scan.word_at[head - 1]][0] == start or head - start == 2
    listed = (before == "、" and start - 1 in by_end) or (after == "、" and _head_follows(scan, end + 1))
    led = before in INTRODUCING or scan.word(start - 1) in MOTION
    return one_word and (listed or led or around or (before + after) in QUOTES)


def _head_follows(scan: Scan, start: int) -> bool:
    """Does a short item follow that ends in the head of a place, too?"""
    heads = scan.ending["place_site_kinds"]
    ends = range(start + 3, start + LONGEST_ITEM)
    return any(end in heads and scan.is_boundary(end) and scan.text[end : end + 1] in ITEM_ENDS for end in ends)


def _behind_place(
    outer: str, atlas: Atlas, at: int, head: int, kind: Head, proper: int, roles: str
) -> tuple[int, float] | None:
    """Where the name begins when only words of these roles stand between a place and the head."""
    if proper:
        return (at, 1.2) if head - at > 1 or kind.kind not in ALONE else None
    worldwide = atlas.has_level(outer, WORLDWIDE)
    short = (len(outer) == 2 or outer[-1] in "山湖河江岛") and not worldwide
    if kind.kind == "road" and len(roles) == 1 == head - at and roles == NEUTRAL and short:
        return at - len(outer), 1.4  # 南京西路, 五台山南路
    if at < head:
        called = kind.kind in LOCAL and outer.endswith((*FULL, *UNITS)) and COMMON not in roles
        verbal = VERB in roles and PLAIN not in roles and COMMON not in roles
        named = called or (not worldwide and (verbal or not kind.own))
        return (at, 1.0) if named and kind.kind not in ALONE else None
    start = at - len(outer)
    if not kind.own:
        return start, 1.4
    if kind.kind == "seat" or (kind.kind in LOCAL and outer.endswith(UNITS)):
        return None
    if kind.kind == "line":
        return (start, 1.4) if outer in atlas.pairs else None
    if kind.kind == "unit":
        return (start, 1.4) if atlas.has_level(outer, ("foreign",)) else None
    if outer not in atlas.gazetteer.by_name or atlas.has_level(outer, ("nature", "site", "town")):
        return start, 1.4
    broad = worldwide or (kind.kind not in NAMED_AFTER and atlas.has_level(outer, ("province",)))
    longest = 3 if kind.kind == "village" and not outer.endswith(FULL) else 2
    return (start, 1.4) if len(outer) <= longest and kind.kind != "market" and not broad else None


def _ends_name(scan: Scan, atlas: Atlas, start: int, end: int, head: int, heads_kind: str) -> bool:
    """Is the word one that no name holds?"""
    text, piece = scan.text, scan.text[start:end]
    joined = piece == "联合" and start in scan.ending["organization_kinds"]  # 甲总工会|联合|园区
    if joined or not (piece.isalnum() or piece == "·") or piece in LIGHT or piece[0] == "的":
        return True
    if piece != "·" and piece not in atlas.borders and not (len(piece) == 4 and piece[:2] in atlas.borders):
        return piece in DATES and text[start - 1 : start] in NUMERALS
    if len(piece) > 1:
        return end < head or heads_kind != "road"
    after = text[end : end + 1]
    if after == "家" and piece in CLAN_NAMES:
        return False
    beside = (text[start - 2 : start - 1] if end == head else after, text[start - 1 : start])
    return any(char not in atlas.foreign for char in (*beside, *piece.strip("·")))
