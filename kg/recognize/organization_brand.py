"""Brands of lone characters before a head: 天澜 in 天澜客运公司, though 天 is a measure elsewhere."""

from __future__ import annotations

from kg.recognize.scan import Scan

BRAND = frozenset("天元中特极万千百东南西北国平进胜泰九旺顺通达合兴伟正立")
"""Characters of brands that as words of their own are measures, directions, numbers or verbs."""

NEVER_FIRST = frozenset("国百进")
"""Of these the ones that before a brand are hardly a part of it."""

ONLY_BEHIND_A_BORDER = frozenset("中东南西北天元万千")
"""These open a brand only where nothing but a mark, a preposition or a verb stands before them."""

CONTENT = frozenset("n nz nt ng nrt nrfg ns nr vn an ag j b g zg i l vg a tg k h o v q".split())
NO_BRAND = frozenset(
    "同愿在到给请让使用把被是有说称为将从对向与和及或等的了着过于以而也都就还又并其该此某各每赴访由按经据兼地得之者所我你他她它这那哪"
    "谁几两名位个家次届年月日时分秒前后派送转往去要看找来能会应已刚曾才再仍未不没更却很但如因若则便连共均仅只叫做拿期"
    "负逼率视较获援促邀令晤赞吁即支批座近牌继随像受驻旅留抵离入出返涉老小大新原本全出"
)
SECOND = frozenset("原新大全")
"""Of these the ones that end a brand: 飞岩."""
COUNTRIES = frozenset(
    "中美俄日韩英法德印欧非拉朝越泰澳加意巴蒙哈南沙缅柬智秘尼新马瑞荷波匈塞土埃坦肯苏乌吉塔阿伊以港深台"
)
LONGEST_RUN = 3
SHORTEST_RUN = 2


def brand_run(scan: Scan, at: int, end: int) -> tuple[int, int] | None:
    """The run of two or three lone characters around ``at`` that ends at ``end`` or before, if it can be a brand."""
    start = stop = at
    while start > 0 and _lone(scan, start - 1):
        start -= 1
    while stop < end and _lone(scan, stop):
        stop += 1
    text = scan.text
    while start < at and (text[start] in NEVER_FIRST or not _opens(scan, start)):
        start += 1
    if text[start] in NEVER_FIRST or not _opens(scan, start):
        return None
    if all(char in COUNTRIES for char in text[start:stop]):
        return None  # 中俄科技
    return (start, stop) if SHORTEST_RUN <= stop - start <= LONGEST_RUN and start <= at < stop else None


def _opens(scan: Scan, start: int) -> bool:
    """Can a brand begin here: 中 and 天 only where what stands before them is no noun or number."""
    before = scan.text[start - 1 : start]
    if before.isdigit():
        return False
    return (
        scan.text[start] not in ONLY_BEHIND_A_BORDER
        or not before
        or not before.isalnum()
        or scan.tag(start - 1)[:1] in "pcuv"
        or start in scan.ending["place"]
    )


def _lone(scan: Scan, at: int) -> bool:
    start, end, tag = scan.words[scan.word_at[at]]
    char = scan.text[at]
    if end - start > 1:
        return False
    return char in BRAND or (tag in CONTENT and char not in NO_BRAND) or (char in SECOND and _second(scan, at))


def _second(scan: Scan, at: int) -> bool:
    """Does one lone character of a brand stand between the place and this one: 重庆|飞岩|化工总厂?"""
    lone = len(scan.word(at - 1)) == 1 and scan.text[at - 1] in BRAND
    return lone and any(at - 1 - start > 1 for start in scan.ending["place"].get(at - 1, ()))
