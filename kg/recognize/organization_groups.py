"""Groups that everyday words name and that a list tells apart: 建工集团、园林集团和水务集团."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_terms import Terms
from kg.recognize.overlaps import LEAST
from kg.recognize.scan import Scan

HEAD = "集团"
_CHAR = r"(?:(?![的了在是和与及或各该本其这那某等为对由将被把从向所有我两多几跨])[\u4e00-\u9fff])"
_GROUP = rf"{_CHAR}{{2,4}}?集团(?![军化总公有股])"
ONE = re.compile(rf"{_CHAR}{{2}}集团(?![军化总公有股等内旗下属])")
GROUPS = re.compile(rf"({_GROUP}(?:[、和与及]{_GROUP})+)")
_JOINTS = re.compile("[、和与及]")
OF_NO_FIRM = frozenset(
    "犯罪 走私 盗窃 诈骗 贩毒 抢劫 贩卖 贪腐 腐败 利益 航母 登陆 军事 作战 反动 叛乱 恐怖 黑恶 官僚 统治 政治 敌对 殖民 侵略".split()
)
"""What groups of people or ships are called by."""
OPENERS = frozenset("pcvdu")
SCORE = 1.8


def group_names(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The groups of a list of two or more that no other reading has found; kinds of groups (民营集团) are none."""
    if scan.text.count(HEAD) < 2:
        return
    ends = {c.mention.end for c in found if c.mention.type == "Organization" and c.score >= LEAST}
    yield from _repeated(scan, terms, ends)
    for match in GROUPS.finditer(scan.text):
        at = match.start(1)
        if at not in {c.mention.start for c in found} and not _opens(scan, at):
            continue  # 各大|旅游集团、酒店集团
        for item in _JOINTS.split(match[1]):
            start, end = at, at + len(item)
            at = end + 1
            if end not in ends and not _ordinary(terms, item) and _opens(scan, start):
                yield as_body(scan.text, start, end, "group", SCORE, "company")


def _repeated(scan: Scan, terms: Terms, ends: Collection[int]) -> Iterator[Candidate]:
    """The group of a word of two characters that the article names twice or more: 肯定了市政集团, 市政集团将."""
    found: dict[str, list[int]] = {}
    for match in ONE.finditer(scan.text):
        if scan.is_boundary(match.start()) and match.end() not in ends and not _ordinary(terms, match[0]):
            found.setdefault(match[0], []).append(match.start())
    for name, starts in found.items():
        if len(starts) > 1 and all(_opens(scan, start) for start in starts):
            yield from (as_body(scan.text, at, at + len(name), "group", SCORE, "company") for at in starts)


def _ordinary(terms: Terms, name: str) -> bool:
    """Is it a kind of groups: 民营集团?"""
    brand = name[: -len(HEAD)]
    return any(brand in words for words in (terms.stop, terms.qualifiers, terms.predicates, OF_NO_FIRM))


def _opens(scan: Scan, start: int) -> bool:
    """Can a name begin here: behind a mark, a joint, a preposition or a verb?"""
    before = scan.text[start - 1 : start]
    return not before.isalnum() or before in "、和与及" or scan.tag(start - 1)[:1] in OPENERS
