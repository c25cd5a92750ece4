"""The shape of a firm's legal name: a place, a brand, what the firm does, its form (甲市|金通|汽车零部件|有限公司)."""

from __future__ import annotations

import re

from kg.recognize.organization_brand import NO_BRAND
from kg.recognize.organization_gap import Border
from kg.recognize.organization_head import Head
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_titled import run_before
from kg.recognize.scan import Scan

MOST_WORDS = 4
"""So many words tell what a firm does."""

LONGEST = 14
LONGEST_BEFORE = 8
LONGEST_BRACKET = 7
LONGEST_MARKED = 4
COUNTING = "一两几多数十余百千些每各此该本这那大"
WHO = frozenset(
    "公司 企业 集团 子公司 孙公司 分公司 母公司 股东 大股东 控股股东 实控人 供应商 客户 品牌 巨头 龙头 单位 业主 成员 伙伴 对手 机构 平台 董事长 总经理 旗下 下属 所属 全资".split()
)
"""What stands before a firm's name and says what it is."""
NAMES = frozenset("nz nr nrt nrfg nt".split())
BORDERS = frozenset("p c u uj ul ug uz uv r d x y e".split())


def legal_name(scan: Scan, terms: Terms, head: Head) -> Border | None:
    """From the form to the left over what the firm does to its brand, and over the place before that."""
    at = head.start
    if scan.text[at - 1] == "）":  # 零部件（集团）|有限公司
        opening = scan.text.rfind("（", max(0, at - LONGEST_BRACKET), at)
        at = opening if opening > 0 else at
    for count in range(MOST_WORDS + 1):
        if (bracket := _town_in_brackets(scan, at)) is not None and count:
            brand = _brand(scan, terms, bracket) or _marked(scan, terms, bracket)
            return None if brand is None else (brand, "legal+head", 1.8)
        brand = _brand(scan, terms, at)
        if brand is not None and count:
            places = scan.places_before(brand)
            return (places[0] if places else brand), "legal+head", 1.7
        placed = scan.places_before(at)
        if placed and count:
            return placed[0], "legal+head", 1.7
        word = scan.word(at - 1)
        fits = at > 0 and head.start - at < LONGEST and scan.words[scan.word_at[at - 1]][1] == at
        if not fits or len(word) < 2 or not word.isalpha() or word.isascii():
            return None
        if word not in terms.legal_verbs and (
            word in terms.predicates or word in terms.stop or scan.tag(at - 1) in BORDERS
        ):
            return None
        at -= len(word)
    return None


def widened(scan: Scan, terms: Terms, start: int, head: Head) -> int:
    """Where the legal name begins that has more before the border found: 甲市首都|乙丙集团有限公司, 安顺达|甲省乙丙有限公司.

    What stands between the border and the mark, verb or preposition before it belongs to the name, if it begins like
    one: with a place, a name, or lone characters that are no words.
    """
    at, first = start, ""
    if bracket := _PLACED.search(scan.text, max(0, start - LONGEST_BRACKET - 2), start):
        return _bracketed(scan, terms, bracket.start(), start)
    while at > 0 and start - at <= LONGEST_BEFORE:
        places = scan.places_before(at)
        begin, end, tag = scan.words[scan.word_at[at - 1]]
        begin = places[-1] if places else begin
        word = scan.text[begin:at]
        if (end != at and not places) or not _in_name(scan, terms, begin, word, tag, bool(places)):
            break
        lone = len(word) == 1
        first = "place" if places else "name" if tag in NAMES or tag == "j" or lone else "word"
        at = begin
    opens = at == 0 or not scan.text[at - 1].isalnum() or _before_name(scan, terms, at)
    lone = start - at == 1 and not scan.is_boundary(start)
    placed = first == "word" and start - at == 2 and bool(scan.starting["place"].get(start))  # 甲乙|丙省|化工有限公司
    return at if at < start and opens and (first in ("place", "name") or placed) and not lone else start


def rooted(scan: Scan, terms: Terms, start: int, head: Head) -> int:
    """Where the legal name begins that would else begin with its kind: 宁夏共享|集团股份有限公司."""
    begin, end, _ = scan.words[scan.word_at[start - 1]] if start else (0, 0, "")
    if scan.text[start : head.start] not in terms.kinds or end != start or not scan.text[begin:end].isalpha():
        return start
    places = scan.places_before(begin)
    return places[0] if places else start


_PLACED = re.compile("(?<=[\u4e00-\u9fffA-Za-z])[（(](?:[\u4e00-\u9fff]{2,7})[）)]$")
"""The place or 中国 between a firm's brand and what it does: 甲乙（上海）|国际贸易有限公司."""


def _bracketed(scan: Scan, terms: Terms, bracket: int, start: int) -> int:
    """Where the brand before the bracketed place begins, ``start`` where no brand stands there."""
    inside = scan.text[bracket + 1 : start - 1]
    placed = start - 1 in scan.starting["place"].get(bracket + 1, ()) or inside in terms.prefixes
    at = run_before(scan, terms, bracket)[0] if placed else bracket
    at = scan.places_before(at)[0] if at < bracket and scan.places_before(at) else at
    opens = at == 0 or not scan.text[at - 1].isalnum() or _before_name(scan, terms, at)
    return at if 2 <= bracket - at <= LONGEST_BEFORE and opens else start


def _in_name(scan: Scan, terms: Terms, begin: int, word: str, tag: str, place: bool) -> bool:
    """May the word stand in a legal name before what was read of it?"""
    if place:
        return True
    if word == "家":
        return scan.text[begin - 1] not in COUNTING
    if len(word) == 1:
        return (
            word not in "原前老"
            and word.isalpha()
            and not word.isascii()
            and word not in NO_BRAND
            and tag not in BORDERS
        )
    common = (terms.kinds, terms.stop, terms.prefixes, terms.makers, terms.posts, terms.surnames)
    noun = word == "首都" or tag[:1] in ("n", "j", "s") or tag in ("vn", "b", "f", "a", "ns")
    return noun and word not in terms.predicates and not any(word in words for words in common) and word not in WHO


def _before_name(scan: Scan, terms: Terms, at: int) -> bool:
    """Is the word that ends here one that stands before names: a preposition, a verb, what the body is?"""
    begin, end, tag = scan.words[scan.word_at[at - 1]]
    word = scan.text[begin:at]
    return end == at and (tag in BORDERS or tag[:1] == "v" or word in terms.predicates or word in WHO)


def _brand(scan: Scan, terms: Terms, end: int) -> int | None:
    """Where the brand that ends here begins: a name of the dictionary, or two or three lone characters."""
    if not end or scan.words[scan.word_at[end - 1]][1] != end:
        return None
    start, _, tag = scan.words[scan.word_at[end - 1]]
    if end - start > 1:
        unplaced = start in scan.ending["place"] or start not in scan.starting["place"]
        known = scan.text[start:end] in terms.known
        named = known or tag in NAMES or (tag == "ns" and unplaced)  # 甲市|浙南|设备回收有限公司
        return start if named and end - start < 5 else None
    if tag in BORDERS or not scan.text[start:end].isalpha():
        return None  # 乙某、|甲市设备安装有限公司
    while start > 0 and end - start < 3 and len(word := scan.word(start - 1)) == 1 and word.isalpha():
        if word in NO_BRAND or scan.tag(start - 1) in BORDERS:
            break
        start -= 1
    if end - start < 2 or scan.text[end - 1] in NO_BRAND:
        return None
    before = scan.text[start - 1 : start]
    opens = not before.isalnum() or scan.tag(start - 1)[:1] in "pcuvdt" or start in scan.ending["place"]
    return start if opens else None


def _town_in_brackets(scan: Scan, end: int) -> int | None:
    """Where the brackets around a place open that close here: 甲得|（乙市）|科技有限公司."""
    if scan.text[end - 1 : end] not in ("）", ")"):
        return None
    places = scan.ending["place"].get(end - 1, ())
    return next((at - 1 for at in places if scan.text[at - 1 : at] in ("（", "(")), None)


def _marked(scan: Scan, terms: Terms, end: int) -> int | None:
    """Where a brand of everyday words begins between a mark or a preposition and the brackets: ，百得（甲市）…"""
    start = end
    while start > 0 and end - start <= LONGEST_MARKED and _of_brand(scan, start - 1):
        start -= 1
    run = scan.text[start:end]
    whole = 1 < end - start <= LONGEST_MARKED and not any(run.startswith(word) for word in WHO)
    return start if whole and run not in terms.kinds else None


def _of_brand(scan: Scan, at: int) -> bool:
    return scan.text[at].isalpha() and not (scan.text[at] in "在与和由向对从到为是被将" and scan.is_boundary(at + 1))
