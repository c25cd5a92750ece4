"""Names of places that end in a head: 甲家村, 乙丙大桥, 某市丁里社区, 戊戌斯克州.

The name is read from its head to the left, word by word, until a word comes that no name holds. It must have a part
of its own before the head (a name, or characters that no word claims), or a place that the head alone names a site
of (甲市机场, but not 甲市市场).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognize.place_atlas import WORLDWIDE, Atlas, Head, Span
from kg.recognize.place_names import BEARER, REGION
from kg.recognize.scan import Scan

LONGEST = 16
PROPER = frozenset("nz nr nrt nrfg ns g zg ag vg tg eng x".split())
"""jieba's tags of words that make a name."""

PLAIN = frozenset("n ng j b f h k s an l i".split())
"""Words that may stand between the proper part and the head: 国际, 客运, 东."""

VERBAL = frozenset("v vn vd a ad m t".split())
"""Words that name a road or a quarter within a place: 解放路, 团结社区."""

ALONE = ("unit", "line", "seat")
"""Kinds whose names are proper parts and no common words."""

NAMED_AFTER = ("road", "water", "hill", "island")
"""Kinds that bear the names of provinces: 湖南路."""

FULL = ("省", "市", "县", "区", "州", "旗")
UNITS = ("村", "镇", "乡", "街道", "社区")

LOCAL = frozenset(("road", "area", "village", "zone"))
CALLED = frozenset(("site", "area", "village", "road", "island"))
"""Kinds whose names are often a common word."""

INTRODUCING = frozenset("在于到从往抵至")
QUOTES = ("“”", "‘’", "「」")

NUMBERED = ("国道", "省道", "县道", "高速", "高速公路", "公路", "号线", "环路", "环线", "环")
"""Heads that a number names: 318国道, 京哈高速, 四环路."""

NEUTRAL = frozenset("东西南北中上下前后新老大小古旧内外")
"""Characters that name nothing alone."""

NUMERALS = frozenset("0123456789〇一二三四五六七八九十百")
DATES = frozenset("年月日号")
LIGHT = frozenset("条座个这那某每各两几多一")
CLAN_NAMES = frozenset("于任付向应从解")
"""Surnames among the characters that end a name: 于家庄."""

FOREIGN_ENOUGH = 3
"""Two characters of transliteration, one of them hardly used elsewhere, make no name yet; three do."""

HOUSE = re.compile(r"[0-9一二三四五六七八九十百]+(?:弄[0-9]+)?号(?:院|楼)?(?:[0-9]+(?:号楼|栋|幢|单元|室|层|楼))*")


def composed_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span], by_end: dict[int, int]) -> None:
    """Adds the composed names to ``spans``, and their starts by their ends to ``by_end``."""
    found = (*scan.terms["place_site_kinds"], *scan.terms["place_water_and_hills"])
    for head, end in sorted(found, key=lambda span: (span[1], span[0])):
        if not _ends_here(scan, head, end) or by_end.get(end, head) < head:
            continue
        name = _from_word(scan, atlas, head, end) or _compose(scan, atlas, head, end, by_end)
        if name is None:
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


def house_number(text: str, end: int) -> int:
    """The end of the house number behind a road (中山路12号), else the same end."""
    match = HOUSE.match(text, end)
    return match.end() if match else end


def _ends_here(scan: Scan, head: int, end: int) -> bool:
    """Does a word end here, or begin the post of an office there (甲家村支书)?"""
    if not scan.is_boundary(end) and (end not in scan.starting["posts"] or scan.words[scan.word_at[end]][0] < head):
        return False
    return not BEARER.match(scan.text, end)


def _from_word(scan: Scan, atlas: Atlas, head: int, end: int) -> tuple[int, float] | None:
    """A word of the dictionary that is the name as a whole: 乌拉尔山脉, 滨河公园."""
    first, last, tag = scan.words[scan.word_at[head]]
    word = scan.text[first:last]
    ordinary = word in atlas.stop or word in atlas.common or word in atlas.heads or word.endswith(REGION)
    named = tag == "ns" or (tag in ("nr", "nz") and word.endswith(UNITS))
    return (first, 1.2) if first < head and last == end and named and len(word) > 2 and not ordinary else None


def _compose(scan: Scan, atlas: Atlas, head: int, end: int, by_end: Mapping[int, int]) -> tuple[int, float] | None:
    """Where the name begins that ends in this head, and its score."""
    text = scan.text
    term = text[head:end]
    kind = atlas.heads[term]
    first, last, _ = scan.words[scan.word_at[head]]
    if (
        first < head
        and last == end
        and (text[first:end] in atlas.stop or text[first:end] in atlas.common or not {first, head} & by_end.keys())
    ):
        return None  # 锂电池, 集成电路: the head is a piece of a word
    at, proper, plain, verbal, verbs = head, 0, False, False, 0
    while at > 0 and end - at < LONGEST:
        if at in by_end:
            return _behind_place(text[by_end[at] : at], atlas, at, head, kind, proper, plain, verbal)
        if end - head > 1 and not verbal and kind.kind != "market":
            bodies = scan.ending["organization_names"].get(at, ())
            if (body := next((start for start in bodies if scan.is_boundary(start)), None)) is not None:
                return body, 1.4
        start, _, tag = scan.words[scan.word_at[at - 1]]
        piece = text[start:at]
        if _ends_name(scan, atlas, start, at, head):
            break
        if NUMERALS.issuperset(piece):
            if piece.isascii() and not term.startswith(NUMBERED):
                break
            proper += 2 if term.startswith(NUMBERED) and not plain else 0
            verbal = verbal or (at == head and not proper and kind.kind in LOCAL)
        elif piece in atlas.stop or piece in atlas.common or tag in PLAIN:
            if proper and len(piece) > 1:
                break
            plain = True
        elif tag in PROPER or len(piece) == 1:
            if tag == "q" and text[start - 1 : start].isascii():
                break
            named = piece not in NEUTRAL and not (piece.isascii() and (kind.kind == "market" or len(piece) == 1))
            proper += len(piece) if named else 0
            verbs += tag == "v"
        elif tag in VERBAL and kind.kind in LOCAL and at == head and len(piece) < 4:
            verbal = True
        else:
            break
        at = start
    name = text[at:head]
    if (
        verbal
        or verbs > 1
        or len(name) < 2
        or text[at:end] in atlas.stop
        or (kind.kind == "unit" and not is_foreign(name, atlas))
    ):
        return None
    if proper < 2:
        ordinary = name in atlas.stop or name in atlas.common
        return (at, 0.8) if not ordinary and _welcome(scan, kind, at, head, end, by_end) else None
    return at, 1.2 if end - head > 1 else 0.9


def _welcome(scan: Scan, kind: Head, start: int, head: int, end: int, by_end: Mapping[int, int]) -> bool:
    """Is one common word the name, where a place is expected: 在红楼宾馆, 甲岛、硫磺岛?"""
    text = scan.text
    if kind.kind not in CALLED or (end - head == 1 and kind.kind == "site") or scan.tag(end)[:1] == "n":
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    one_word = scan.words[scan.word_at[head - 1]][0] == start or head - start == 2
    listed = before == "、" and start - 1 in by_end
    return one_word and (listed or before in INTRODUCING or (before + after) in QUOTES)


def _behind_place(
    outer: str, atlas: Atlas, at: int, head: int, kind: Head, proper: int, plain: bool, verbal: bool
) -> tuple[int, float] | None:
    """Where the name begins when only these pieces stand between a place and the head."""
    if proper:
        return (at, 1.2) if head - at > 1 or kind.kind not in ALONE else None
    worldwide = atlas.has_level(outer, WORLDWIDE)
    if at < head:
        named = not kind.own or (verbal and not plain and not worldwide)
        return (at, 1.0) if named and kind.kind not in ALONE else None
    if not kind.own:
        return at - len(outer), 1.4
    if (outer.endswith(UNITS) and kind.kind in LOCAL) or kind.kind == "seat":
        return None
    if kind.kind == "unit":
        return (at - len(outer), 1.4) if atlas.has_level(outer, ("foreign",)) else None
    if outer not in atlas.gazetteer.by_name or atlas.has_level(outer, ("nature", "site", "town")):
        return at - len(outer), 1.4
    broad = worldwide or (kind.kind not in NAMED_AFTER and atlas.has_level(outer, ("province",)))
    longest = 3 if kind.kind == "village" and not outer.endswith(FULL) else 2
    return (
        (at - len(outer), 1.4) if len(outer) <= longest and kind.kind not in ("line", "market") and not broad else None
    )


def _ends_name(scan: Scan, atlas: Atlas, start: int, end: int, head: int) -> bool:
    """Is the word one that no name holds?"""
    text = scan.text
    piece = text[start:end]
    if not (piece.isalnum() or piece == "·") or piece in LIGHT:
        return True
    if piece != "·" and piece not in atlas.borders:
        return piece in DATES and text[start - 1 : start] in NUMERALS
    if len(piece) > 1:
        return end < head
    after = text[end : end + 1]
    if after == "家" and piece in CLAN_NAMES:
        return False
    beside = (text[start - 2 : start - 1] if end == head else after, text[start - 1 : start])
    return any(char not in atlas.foreign for char in (*beside, *piece.strip("·")))
