"""Firms that no word of their own tells, by the post and the person behind them: 白巨星总经理何凯明."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kg.recognize.organization_brand import NO_BRAND
from kg.recognize.organization_head import Head
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan
from kg.text import spans_of

POSTS = frozenset(
    "总经理 副总经理 董事长 副董事长 执行董事 董事局主席 总裁 副总裁 执行总裁 高级副总裁 执行副总裁 首席执行官 首席财务官 "
    "首席运营官 首席技术官 CEO CFO COO CTO 创始人 联合创始人 创始人兼CEO 合伙人 掌门人".split()
)
"""Posts that firms alone have."""

PARTY_POSTS = frozenset(
    "党委书记 党委副书记 党委委员 党委常委 党总支书记 党支部书记 党组书记 党组副书记 党组成员 纪委书记".split()
)
"""Posts of a firm where one that firms alone have follows: 甲建设党委书记、董事长."""

JOINTS = frozenset("、兼和暨")
_REGION = re.compile(
    "(?:大中华|中国|亚太|亚洲|全球|华东|华南|华北|华中|西南|西北|东北|北美|欧洲|东南亚)(?:地?区)?(?:$|(?=[总副首董]))"
)
LONGEST_REGION = 6
"""Where someone leads a firm, between its name and the post: 甲乙|中国区|总裁丙."""
SHORTEST, LONGEST = 2, 8
LONGEST_PERSON = 3
TRADED = frozenset(("brand", "noun"))
"""Strengths of trades, which end a firm's name though they are verbs too: 建设, 发展."""

PROPER = frozenset("nz nr nrt nrfg nt x eng".split())
BORDERS = frozenset("p c d u uj ul ug r m y f q t".split())
"""Tags of the words that no firm's name holds."""

ORDINARY_ENDS = tuple(
    "区 省 市 级 届 方 类 线 行业 部门 企业 单位 公司 集团 板块 概念 概念股 龙头 股 机构 平台 品牌 媒体 网站 产品 个人".split()
)


def titled_firms(scan: Scan, terms: Terms, ends: AbstractSet[int]) -> Iterator[str]:
    """The names right before such a post and a person; ``ends`` are where names end that are known already."""
    for start, end in scan.terms["posts"]:
        party = leads_firm(scan, start)
        post = _REGION.sub("", scan.text[start:end], count=1)  # 全球|总裁
        if not (party or post in POSTS) or start in ends or not scan.is_boundary(start):
            continue
        if any(first < start for first in scan.ending["posts"].get(end, ())) or not _person_behind(scan, terms, end):
            continue
        region = _REGION.search(scan.text, max(0, start - LONGEST_REGION), start)
        if region and (region.start() in ends or not scan.is_boundary(region.start())):
            continue
        start = region.start() if region else start
        name = _named_before(scan, terms, start, sure=party)
        if name and not _is_person(scan, terms, name):
            yield name


def leads_firm(scan: Scan, start: int) -> bool:
    """Does a party post begin here that someone has beside one that firms alone have: 党委书记、董事长?"""
    for end in scan.starting["posts"].get(start, ()):
        if scan.text[start:end] in PARTY_POSTS:
            while scan.text[end : end + 1] in JOINTS and (further := scan.starting["posts"].get(end + 1)):
                if any(scan.text[end + 1 : stop] in POSTS for stop in further):
                    return True
                end = further[0]
    return False


def is_party_of_firm(scan: Scan, head: Head, border: str) -> bool:
    """Is the committee, told by no place nor body, only the beginning of a post in the firm before it?"""
    return head.family == "party" and border in ("proper+head", "post-behind") and leads_firm(scan, head.start)


def _person_behind(scan: Scan, terms: Terms, end: int) -> bool:
    """Does a surname stand behind the post, or behind the further posts of the same person?"""
    text = scan.text
    while text[end : end + 1] in JOINTS and (further := scan.starting["posts"].get(end + 1)):
        end = further[0]
    surnamed = text[end : end + 1] in terms.surnames or text[end : end + 2] in terms.surnames
    return surnamed and not (scan.tag(end) in ("p", "c") and len(scan.word(end)) == 1)  # 甲乙董事长|向丙介绍


def _is_person(scan: Scan, terms: Terms, name: str) -> bool:
    """Is it a surname and more that elsewhere stands behind a post: 董事长|何凯明…何凯明董事长?"""
    named = len(name) <= LONGEST_PERSON and name[0] in terms.surnames
    return named and any(start in scan.ending["posts"] for start, _ in spans_of(name, scan.text))


def _named_before(scan: Scan, terms: Terms, end: int, *, sure: bool) -> str:
    """The firm's name right before the post, '' where its words are ordinary and it is told once, unless ``sure``."""
    at, proper = run_before(scan, terms, end)
    if proper and scan.word(at - 1) in terms.inner:
        start = scan.words[scan.word_at[at - 1]][0]
        at = start if end - start <= LONGEST and not scan.text[start - 1 : start].isalnum() else at  # ，创新|远智CEO
    name = scan.text[at:end]
    if not may_be_firm(scan, terms, at, end):
        return ""
    opened = at == 0 or not scan.text[at - 1].isalnum() or scan.tag(at - 1)[:1] in ("p", "c", "u")
    several = opened and (sure or scan.text.count(name) > 1) and scan.word(at) != name
    return name if proper or several else ""


def run_before(scan: Scan, terms: Terms, end: int) -> tuple[int, bool]:
    """Where the words before ``end`` that a firm's name can hold begin, and whether one of them is a proper name."""
    text, at = scan.text, end
    proper = False
    while at > 0 and end - at <= LONGEST:
        start, _, tag = scan.words[scan.word_at[at - 1]]
        word = text[start:at]
        lone = at - start == 1
        trade = at == end and terms.kinds.get(word, ("", ""))[1] in TRADED
        if not word.isalnum() or (lone and (word in NO_BRAND or tag in ("m", "r"))):
            break
        if not lone and (
            tag in BORDERS
            or (tag[:1] == "v" and not trade)
            or (word in terms.predicates and not trade)
            or terms.posts.get(word) == "post"
            or word in terms.makers
        ):
            break
        proper = proper or lone or tag in PROPER or (word.isascii() and word.isalpha())
        at = start
    return at, proper


def may_be_firm(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Can the words at ``start:end`` be a firm's short name: no place, no kind of body, no field?"""
    name = scan.text[start:end]
    sized = SHORTEST <= len(name) <= LONGEST
    return sized and end not in scan.starting["place"].get(start, ()) and is_no_common_name(terms, name)


def is_no_common_name(terms: Terms, name: str) -> bool:
    """Is it neither a word of bodies in general nor does it end in one?"""
    common = (terms.kinds, terms.stop, terms.prefixes, terms.fields, terms.inner, terms.letters)
    return not name.endswith(ORDINARY_ENDS) and not any(name in words for words in common)
