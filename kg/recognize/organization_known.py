"""Names that everybody knows: with their place (香港 + a paper), and told apart from products, clubs from towns."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

NATIONAL = ("中央", "中国", "中共", "全国", "国家", "国务院", "联合国", "国际", "世界", "欧盟", "欧洲")
"""What begins so has no place before it."""

AROUND = 60
"""A town's name is its club's only so near to the words of a game."""

COUNTED = frozenset("辆台款部")
JOINED = frozenset("、和与及同")


def known_names(scan: Scan, terms: Terms) -> Iterator[Candidate]:
    """The candidates for well-known names, in text order."""
    text = scan.text
    acting: dict[str, bool] = {}
    spans = scan.terms["organization_names"]
    ends = {end for _, end in spans}
    starts = {start for start, _ in spans}
    for start, end in spans:
        if not ends_here(scan, terms, end) or not (scan.is_boundary(start) or end - start > 4):
            continue
        name = text[start:end]
        group = terms.brands.get(name)
        if group and group != "club" and is_product(scan, terms, start, end):
            continue
        if group == "club" and not terms.game.search(text, max(0, start - AROUND), end + AROUND):
            continue
        if group in ("word", "platform"):
            if name not in acting:
                acting[name] = _acts(scan, terms, name)
            behind = text[start - 1 : start] in JOINED and start - 1 in ends
            before = text[end : end + 1] in JOINED and end + 1 in starts
            if not (acting[name] or behind or before):
                continue
        if text[end : end + 1].isascii() and text[end : end + 1].isalpha():
            continue  # 奔驰S级: a product, not its maker
        first = _local(scan, start)
        whole = text[first:end]
        value = terms.known[name] or name if first == start else "local"
        yield Candidate(Mention(first, end, "Organization", whole, "organization:known", whole, value), 1.8)


def ends_here(scan: Scan, terms: Terms, end: int) -> bool:
    """Can a name end here: at the end of a word, before a post (省委书记) or the 长 of its head (外交部长)?"""
    if scan.is_boundary(end):
        return True
    text = scan.text
    if text[end] == "长":
        return end + 1 == len(text) or scan.is_boundary(end + 1)
    posts = scan.starting["posts"].get(end, ())
    return any(scan.is_boundary(e) and terms.posts.get(text[end:e]) == "post" for e in posts)


def is_product(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Does the brand stand for a thing: 三星手机, 奔驰 E级, 一辆宝马?"""
    text = scan.text
    after = text[end : end + 2].lstrip(" ")[:1]
    if after.isascii() and after.isalnum() and not text[end : end + 3].strip().startswith(("CEO", "CFO", "COO")):
        return True
    if text[start - 1 : start] in COUNTED and start:
        return True
    return scan.word(end) in terms.products


def _acts(scan: Scan, terms: Terms, name: str) -> bool:
    """Does the article use the name as a body's somewhere: 甲公司, 甲表示, 甲负责人?"""
    text = scan.text
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if scan.is_boundary(end) and (scan.word(end) in terms.acts or text.startswith(("公司", "集团", "方面"), end)):
            return True
        at = text.find(name, end)
    return False


def _local(scan: Scan, start: int) -> int:
    """Where a known name begins when one place stands right before it (湖南 + a firm: its branch there)."""
    if scan.text.startswith(NATIONAL, start):
        return start
    for first in scan.ending["place"].get(start, ()):
        if start - first >= 2 and scan.is_boundary(first) and not scan.ending["place"].get(first):
            return first
    return start
