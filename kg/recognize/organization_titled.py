"""Firms that no word of their own tells, by the post and the person behind them: 白巨星总经理何凯明."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kg.recognize.organization_brand import NO_BRAND
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

POSTS = frozenset(
    "总经理 副总经理 董事长 副董事长 执行董事 董事局主席 总裁 副总裁 执行总裁 高级副总裁 执行副总裁 首席执行官 首席财务官 "
    "首席运营官 首席技术官 CEO CFO COO CTO 创始人 联合创始人 创始人兼CEO 合伙人 掌门人".split()
)
"""Posts that firms alone have."""

JOINTS = frozenset("、兼和暨")
SHORTEST, LONGEST = 2, 8
PROPER = frozenset("nz nr nrt nrfg nt x eng".split())
BORDERS = frozenset("p c d u uj ul ug r m y f q t".split())
"""Tags of the words that no firm's name holds."""

WHAT_IT_IS = frozenset("平台 品牌 网站 商城 社区 应用 软件".split())
"""Nouns before a name that say what its firm runs: 旅游平台|甲途."""

ORDINARY_ENDS = ("区", "省", "市", "级", "届", "方", "类", "线", "行业", "部门", "企业", "单位", "公司", "集团")


def titled_firms(scan: Scan, terms: Terms, ends: AbstractSet[int]) -> Iterator[str]:
    """The names right before such a post and a person; ``ends`` are where names end that are known already."""
    for start, end in scan.terms["posts"]:
        if scan.text[start:end] not in POSTS or start in ends or not scan.is_boundary(start):
            continue
        if any(first < start for first in scan.ending["posts"].get(end, ())) or not _person_behind(scan, terms, end):
            continue
        name = _run_before(scan, terms, start)
        if name:
            yield name


def _person_behind(scan: Scan, terms: Terms, end: int) -> bool:
    """Does a surname stand behind the post, or behind the further posts of the same person?"""
    text = scan.text
    while text[end : end + 1] in JOINTS and (further := scan.starting["posts"].get(end + 1)):
        end = further[0]
    return text[end : end + 1] in terms.surnames or text[end : end + 2] in terms.surnames


def _run_before(scan: Scan, terms: Terms, end: int) -> str:
    """The words before the post that can be a firm's name, '' where they are ordinary or none."""
    text, at = scan.text, end
    proper = False
    while at > 0 and end - at <= LONGEST:
        start, _, tag = scan.words[scan.word_at[at - 1]]
        word = text[start:at]
        lone = at - start == 1
        if not word.isalnum() or (lone and (word in NO_BRAND or tag in ("m", "r"))):
            break
        if not lone and (
            tag in BORDERS
            or tag[:1] == "v"
            or word in terms.predicates
            or word in terms.makers
            or word in WHAT_IT_IS
            or terms.posts.get(word) == "post"
        ):
            break
        proper = proper or lone or tag in PROPER or word.isascii()
        at = start
    name = text[at:end]
    if (
        not SHORTEST <= len(name) <= LONGEST
        or name.endswith(ORDINARY_ENDS)
        or end in scan.starting["place"].get(at, ())
    ):
        return ""
    if (
        name in terms.kinds
        or name in terms.stop
        or name in terms.prefixes
        or name in terms.fields
        or name in terms.inner
    ):
        return ""
    opened = at == 0 or not text[at - 1].isalnum() or scan.tag(at - 1)[:1] in ("p", "c", "u")
    several = opened and text.count(name) > 1 and scan.word(at) != name
    return name if proper or several else ""
