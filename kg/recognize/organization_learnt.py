"""Names that an article teaches: 以下简称“…”, letters in brackets, a firm's brand, a name without its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.model import Mention
from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_acting import right_behind
from kg.recognize.organization_known import acts, is_product
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_titled import titled_firms
from kg.recognize.organization_told import told_firms
from kg.recognize.scan import Scan
from kg.text import spans_of

ALIAS = re.compile(
    r"\s?[（(](?:以下|下文|下)?(?:统)?简?称(?:为|作|：|:)?\s?[“‘「\"]?\s?"
    r"([^“”‘’「」（）()，。；、\"]{2,12}?)\s?[”’」\"]?[）)]"
)
NO_NAME = re.compile(r"^[A-Za-z]{2,3}[.: ]?\d+$|^www\.|\.(?:com|cn|net|org|HK|SH|SZ|hk)$")
"""A share's number (SH600000) or an address of the web."""
LETTERS = re.compile(r"\s?[（(]([A-Za-z][A-Za-z0-9&.\- ]{1,40}?)[）)]")
BRACKETS = frozenset("（(")
SHORT = re.compile(r"\s?[（(]([\u4e00-\u9fff]{2,6})[）)]")
"""What may be a short form of the name before it: its own characters in their order."""

LATIN = re.compile(
    r"[A-Z](?<![A-Za-z0-9./@_&\-][A-Z])[A-Za-z&\-]*[A-Za-z](?: (?:[A-Z][A-Za-z]+|of|and|for|the))*(?![A-Za-z0-9./@_])"
)

OWNED = re.compile(
    "(?:全资|控股|参股|境外|海外|旗下|一级|二级)(?:子公司|孙公司)([\u4e00-\u9fff]{3,6}?)"
    "(?=[，、。；（与和拟将已于以因]|近日|日前|在|的|收到|签署|签订|签约|中标|增资|注册|完成|收购|投资|取得|获得?|共同|持有|通过|计划|\\d)"
)
PARENTS = ("集团", "股份", "控股")
PROPER = frozenset("nr nrt nrfg nz ns nt zg".split())
BORDERS = frozenset("p c d u uj ul r m y f q".split())
"""Tags of the words that stand in no firm's short name."""

LEGAL = re.compile("(?:（[^（）]{2,8}）)?(?:集团|股份|控股)*(?:有限责任公司|有限公司|股份公司)(?:分公司)?$")
SHORTEST_SHORT = 4
SHORTEST_BRAND, LONGEST_BRAND = 2, 4
SHORTEST_BARE = 4
"""A name without its place counts where so many characters are left."""

COMPANY_ENDS = ("公司", "集团", "银行", "证券", "科技", "汽车", "传媒", "航空", "地产", "保险", "快递")
ORDINARY_TAGS = frozenset("n v vn a ad an d b j f s t i l m q r p c".split())
SURE = 1.4
TITLED = 3.2
"""白巨星 before 总经理何凯明 is the firm, though it looks like a person's name."""
MOST_AT_ONE_PLACE = 4
"""So many names before a place may reach over it."""


def learnt_names(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates that follow from those found, wherever they stand in the text."""
    covers = _coverage(found)
    names: dict[str, tuple[str, str]] = {}
    told: dict[str, bool] = {}  # one brand may have a thousand mentions

    def acting(name: str) -> bool:
        if name not in told:
            told[name] = acts(scan, terms, name)
        return told[name]

    for candidate in found:
        if candidate.score < 1.0:
            continue
        names.update(_aliases(scan, candidate.mention))
        for name in _shortened(scan, terms, candidate.mention, acting):
            names.setdefault(name, (candidate.mention.name, "shortened"))
        for name, reason in (*_brand(scan, terms, candidate.mention, acting), *_without_place(scan, candidate)):
            names.setdefault(name, (name, reason))
    for name in _siblings(scan, terms, found):
        names.setdefault(name, (name, "sibling"))
    for name in _owned(scan):
        names.setdefault(name, (name, "owned"))
    ends = frozenset(c.mention.end for c in found)
    for name in titled_firms(scan, terms, ends):
        names.setdefault(name, (name, "titled"))
    for name in told_firms(scan, terms, ends):
        names.setdefault(name, (name, "told"))
    for match in LATIN.finditer(scan.text):
        if match[0].split(" ")[0] not in terms.letters and _is_firm(scan, terms, match.start(), match.end()):
            names.setdefault(match[0], (match[0], "letters"))
    for name, (full, reason) in names.items():
        for start in _everywhere(scan, name):
            end = start + len(name)
            if not covers(start, end) and not is_product(scan, terms, start, end):
                score = TITLED if reason in ("titled", "told") else SURE
                yield as_body(scan.text, start, end, reason, score, name=full)


def _owned(scan: Scan) -> Iterator[str]:
    """The firm that is called a subsidiary (全资子公司甲晟国际拟…), and its parent of the same brand (甲晟集团)."""
    for match in OWNED.finditer(scan.text) if "子公司" in scan.text or "孙公司" in scan.text else ():
        start, end = match.span(1)
        words = scan.words_of(start, end)
        if (words[0][0], words[-1][1]) != (start, end) or {t for _, _, t in words} & BORDERS:
            continue
        first, last, tag = words[0]
        parent = next((b for b in (match[1][:2] + form for form in PARENTS) if b in scan.text), "")
        if parent:
            yield parent
        if parent or tag in PROPER or (last - first == 1 and tag[:1] != "v"):
            yield match[1]


SIBLING = re.compile(
    "(?:国际|控股|集团|股份|资本|投资|置业|地产|金融|金服|金控|物流|科技|数科|智能|云|网络|在线|传媒|文化|影业|文旅|汽车|能源|新能源|环境|环保|电子|电气|医药|医疗|健康|生物|食品|零售|商业|物业|服务|教育|体育|保险|证券|基金|信托|租赁|理财|财富|支付|实业|农业|建设|建工|重工|材料|新材|化工|石化)"
    "(?=[，、。；（）”与和及将拟已兼称的]|董事|总裁|总经理|首席|副总|CEO|创始人|宣布|公告|完成|表示|旗下|控股股东|持有|收购|出资|发布|成立|[今昨]日|近日|日前|股价|$)"
)
"""What sister firms of one brand are called by."""


def _siblings(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> Iterator[str]:
    """甲乙国际 beside 甲乙百货集团股份有限公司: a firm of the same brand."""
    brands: set[str] = set()
    for candidate in found:
        name = candidate.mention.text
        if candidate.mention.value == "company" and LEGAL.search(name):
            start = scan.behind_places(candidate.mention.start)
            brands.update(scan.text[start : start + size] for size in (2, 3, 4) if scan.is_boundary(start + size))
    for brand in brands:
        common = brand in terms.fields or brand in terms.kinds or brand in terms.inner or brand in terms.prefixes
        for at, end in () if common or len(brand) < SHORTEST_BRAND else spans_of(brand, scan.text):
            if scan.is_boundary(at) and (match := SIBLING.match(scan.text, end)):
                yield brand + match[0]


def _coverage(found: Sequence[Candidate]) -> Callable[[int, int], bool]:
    """A function that tells whether one of the names found holds a span."""
    spans = sorted((c.mention.start, c.mention.end) for c in found)
    starts = [start for start, _ in spans]

    def covers(start: int, end: int) -> bool:
        index = bisect_right(starts, start)
        return any(spans[i][1] >= end for i in range(max(0, index - MOST_AT_ONE_PLACE), index))

    return covers


def _aliases(scan: Scan, mention: Mention) -> Mapping[str, tuple[str, str]]:
    """What stands in brackets right behind a name: （以下简称“甲公司”）, （WHO）."""
    found: dict[str, tuple[str, str]] = {}
    at = mention.end
    if BRACKETS.isdisjoint(scan.text[at : at + 2]):
        return found
    letters = LETTERS.match(scan.text, at)
    if letters and not NO_NAME.search(letters[1]):
        found[letters[1]] = mention.name, "letters-in-brackets"
        at = letters.end()
    alias = ALIAS.match(scan.text, at)
    if alias:
        found[alias[1]] = mention.name, "defined"
    short = SHORT.match(scan.text, at)
    if short and short[1] not in scan.text[mention.start : mention.end] and _of_its_characters(short[1], mention.text):
        found[short[1]] = mention.name, "in-brackets"
    return found


def _of_its_characters(short: str, name: str) -> bool:
    """Are the characters of the short form characters of the name, in its order (甲乙石化 of 甲乙石油化工公司)?"""
    rest = iter(name)
    return all(char in rest for char in short)


def _shortened(scan: Scan, terms: Terms, mention: Mention, acting: Callable[[str], bool]) -> Iterator[str]:
    """What the text also writes of a firm's full name: 海岳租赁, 明远供应链 for 甲市明远供应链管理有限公司."""
    form = LEGAL.search(mention.text) if mention.text.endswith("公司") else None
    if form is None:
        return
    text, stop = scan.text, mention.start + form.start()
    starts = {mention.start, *(e for e in scan.starting["place"].get(mention.start, ()) if scan.is_boundary(e))}
    for start in starts:
        for end in range(stop, start + SHORTEST_SHORT - 1, -1):
            name = text[start:end]
            if end in starts or name in terms.known or name in terms.kinds:
                continue
            if text.count(name) > text.count(mention.text) and (_branded(scan, start, end) or acting(name)):
                yield name


def _branded(scan: Scan, start: int, end: int) -> bool:
    """Is one of the words no ordinary word of the dictionary?"""
    words = scan.words_of(start, end)
    return any(last - first == 1 or tag not in ORDINARY_TAGS for first, last, tag in words)


def _brand(scan: Scan, terms: Terms, mention: Mention, acting: Callable[[str], bool]) -> list[tuple[str, str]]:
    """The brand in a firm's name, if it can be told from its trade: 先达 in 甲市先达监测技术有限公司."""
    if not mention.text.endswith(COMPANY_ENDS):
        return []
    start = scan.behind_places(mention.start)
    for size in range(SHORTEST_BRAND, LONGEST_BRAND + 1):
        end = start + size
        if end >= mention.end or not scan.is_boundary(end) or not scan.text[start:end].isalpha():
            continue
        name = scan.text[start:end]
        if name in terms.fields or name in terms.inner or name in terms.kinds or name in terms.prefixes:
            return []
        first, last, tag = scan.words[scan.word_at[start]]
        if (first, last) == (start, end) and tag in ORDINARY_TAGS:
            return []
        if (first, last) == (start, end) or all(scan.is_boundary(i) for i in range(start, end)):
            return [(name, "brand")] if name not in terms.known and acting(name) else []
    return []


def _without_place(scan: Scan, candidate: Candidate) -> list[tuple[str, str]]:
    """统一国民党 for 甲国统一国民党."""
    mention = candidate.mention
    if mention.by not in ("organization:place+head", "organization:anchor+verb+head"):
        return []
    for end in scan.starting["place"].get(mention.start, ()):
        left = mention.end - end
        if left >= SHORTEST_BARE and scan.is_boundary(end) and not scan.starting["organization_kinds"].get(end):
            return [(scan.text[end : mention.end], "without-place")]
    return []


def _is_firm(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Do the words around letters make them a firm: 服务商 ABC, ABC 首席执行官?"""
    text = scan.text
    before = start - (text[start - 1 : start] == " ")
    if scan.ending["posts"].get(before):
        return False
    maker = scan.word(before - 1) in terms.makers
    if before == start and not maker and scan.tag(start - 1)[:1] in ("n", "a", "j"):
        return False  # 远山ONE: what the firm makes
    after = end + text.startswith(" ", end)
    return maker or right_behind(scan, terms, after)


def _everywhere(scan: Scan, name: str) -> Iterator[int]:
    for at, end in spans_of(name, scan.text):
        if name.isascii():
            around = scan.text[at - 1 : at] + scan.text[end : end + 1]
            if not any(c.isascii() and c.isalnum() for c in around):
                yield at
        elif scan.is_boundary(at) and scan.is_boundary(end):
            yield at
