"""Names behind a place whose own words say nothing: 甲县乙丙派出所, 丁县川北中学."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.recognize.candidate import Candidate
from kg.recognize.organization_head import Head
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_unit import FUNCTION, Unit
from kg.recognize.organization_units import proper_run
from kg.recognize.scan import Scan

FULL_PLACES = frozenset("省市县区州旗镇乡村道")
GAP = frozenset("nvafgbjstzk")
"""The first letters of jieba's tags of characters that may name a village."""


NAMING = frozenset("一二三四五六七八九十百万正平中新")
"""Numbers and adverbs that open or end the names of villages: 三正, 八里."""

OF_A_TOWN = frozenset(
    "小学 完小 完全小学 中学 一中 二中 三中 学校 中心小学 中心学校 中心校 初级中学 幼儿园 中心幼儿园 卫生院 卫生所 派出所 敬老院 福利院 供电所 "
    "司法所 法庭 林场 水库管理处 村委会 居委会".split()
)
LONGEST_GAP = 6
"""Characters between the town and the head."""

KIND_OF_ZONE = re.compile(
    "区|(?:(?:经济|技术|高新|产业|循环经济|综合|临港|边境经济合作|旅游|生态|现代农业|农业|化工|工业|物流|保税|港口|科技)*"
    "(?:开发区|产业区|园区|产业园区|工业园区|工业区|物流园区|保税区|度假区|合作区|示范区|集聚区|集中区|高新区|经开区|新区|港区))"
)
"""What a zone is called by behind its name."""

Border = tuple[int, str, float]
"""Where a name begins, why, and how sure that is."""


BRANCHES = frozenset(("支行", "分行", "分理处", "营业部", "营业室", "储蓄所"))
BANKS = ("银行", "信用社", "农商行", "农信社", "工行", "农行", "中行", "建行", "交行", "邮储")
_QUARTER = re.compile("[\u4e00-\u9fff]{2,4}")
NO_QUARTER = re.compile("[的了在和与及为是将有等该各某家本]|支持|辖内|下属|所属|基层|全国")


def branch_of_a_bank(scan: Scan, head: Head, done: Mapping[int, Candidate]) -> Border | None:
    """工商银行道前支行: between a bank and its branch the quarter, whatever words it holds."""
    if head.word not in BRANCHES:
        return None
    for size in (2, 3, 4):
        at = head.start - size
        if at < 2 or not scan.text.endswith(BANKS, 0, at) or not _QUARTER.fullmatch(scan.text, at, head.start):
            continue
        if NO_QUARTER.search(scan.text, at, head.start):
            return None
        known = scan.ending["organization_names"].get(at)
        bank = done.get(at)
        if known or bank:
            return min([*(known or ()), *([bank.mention.start] if bank else [])]), "bank+branch", 1.6
    return None


def over_a_gap(scan: Scan, units: Sequence[Unit], head: Head) -> Border | None:
    """甲县乙丙派出所: a place, two lone characters whatever they mean elsewhere, and a head that is nothing else."""
    start = head.start - 2
    if (
        head.strength
        or any(u.start <= start for u in units)
        or start < 2
        or any(scan.tag(at)[:1] not in GAP and scan.text[at] not in NAMING for at in (start, start + 1))
    ):
        return None
    if not all(scan.is_boundary(at) for at in (start, start + 1, head.start)):
        return None
    if all(scan.tag(at)[:1] == "v" for at in (start, start + 1)):
        return None
    first = next((s for s in scan.ending["place"].get(start, ()) if start - s > 1), None)
    outer = next((s for s in scan.ending["place"].get(first or 0, ()) if first and first - s > 1), first)
    return (outer, "place+head", 1.6) if outer is not None else None


def behind_a_town(scan: Scan, head: Head) -> Border | None:
    """清河县川北中学, 安平县中心小学: between a county or town and a school or station, any short words."""
    if head.word not in OF_A_TOWN:
        return None
    for at in range(head.start - 1, max(0, head.start - LONGEST_GAP) - 1, -1):
        first = next(
            (s for s in scan.ending["place"].get(at, ()) if at - s > 1 and scan.text[at - 1] in FULL_PLACES), -1
        )
        if first < 0:
            continue
        words = scan.words_of(at, head.start)
        if words[0][0] != at or not all(_of_a_village(scan.text[start:end], tag) for start, end, tag in words):
            return None
        outer = next((s for s in scan.ending["place"].get(first, ()) if first - s > 1), first)
        return outer, "town+head", 1.4
    return None


SHORTEST_TOWN = 2
SHORTEST_QUARTER = 3
WHERE_IT_IS = ("在地", "籍地", "住地", "发地", "属地", "景区", "园区", "社区", "小区", "校区", "库区", "辖区")
"""Ends of words for the quarter of somebody or something, which name none."""


def town_of_no_list(scan: Scan, units: Sequence[Unit], level: Unit, head: Head) -> int | None:
    """Where a town or zone begins that no list knows: 红丘|乡|卫生院, 东兰|工业园区|党工委."""
    last = units[-1]
    if last.kind == "place" and last.start - level.start == SHORTEST_TOWN:
        return level.start if KIND_OF_ZONE.fullmatch(scan.text, last.start, last.end) else None
    if (
        head.word not in OF_A_TOWN
        or level is not units[-1]
        or level.kind != "level"
        or scan.text[level.start] not in "乡镇村"
    ):
        return None
    run = proper_run(units[:-1])
    return run[-1].start if sum(u.end - u.start for u in run) >= SHORTEST_TOWN else None


def quarter_of_no_list(scan: Scan, terms: Terms, units: Sequence[Unit], head: Head) -> Border | None:
    """Where a police station's name begins whose quarter the dictionary has as a noun: 桃花地|派出所."""
    if head.word != "派出所" or len(units) != 1 or units[0].kind != "word":
        return None
    word = scan.text[units[0].start : units[0].end]
    ordinary = word in terms.inner or word in terms.qualifiers or word in terms.kinds or word.endswith(WHERE_IT_IS)
    if len(word) < SHORTEST_QUARTER or ordinary or scan.tag(units[0].start)[:1] != "n":
        return None
    return units[0].start, "noun+head", 1.4


def _of_a_village(word: str, tag: str) -> bool:
    """Can the word be a piece of the name of a village or a street?"""
    if not "\u4e00" <= word[0] <= "\u9fff" or word in FUNCTION:
        return False
    return tag[:1] not in "mrcuq" if len(word) == 1 else tag[:1] in "nj" or tag in ("s", "f", "zg")
