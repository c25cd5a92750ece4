"""Composes the name that ends in a head (总工会, 有限公司): chooses its left border among the pieces before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_common import common_brand, of_a_brand, owned_by_state
from kg.recognize.organization_crew import FIRMS, is_of_department, no_crew
from kg.recognize.organization_gap import (
    FULL_PLACES,
    Border,
    behind_a_town,
    branch_of_a_bank,
    over_a_gap,
    quarter_of_no_list,
    town_of_no_list,
)
from kg.recognize.organization_head import BRANDED, COMMON_NOUNS, LOCAL, TRADES, Head, one_of_a_level, read_head
from kg.recognize.organization_legal import legal_name, rooted, widened
from kg.recognize.organization_levels import of_level, of_levels, of_many
from kg.recognize.organization_opening import behind_a_maker, brand_before, founded, opened, quoted_whole, young_brand
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_titled import is_party_of_firm
from kg.recognize.organization_unit import Unit
from kg.recognize.organization_units import ANCHORS, OF_SEVERAL, is_counted, place_behind_a_word, proper_run, read_units
from kg.recognize.scan import Scan

LONGEST_VERBAL = 14
"""How far from its head a place still opens a name that holds a verb (甲市排水集团)."""

QUOTABLE = frozenset(("工作室", "合作社", "党支部", "联盟", "书店"))
"""Ordinary nouns that quoted words before them make a name: “甲乙”工作室."""

FOUNDING = frozenset("建设 设立 成立 组建 打造 新建 建立 筹建 开设 创办 创建 开办 投资 举办 开展".split())
"""Behind 在 and a place they are what is done there."""
LONGEST_DEPARTMENT = 8
CLOSED_QUOTES = ("”", "’", "』", "」")
MOST_WORDS_OF_A_GOVERNMENT = 2
SHORTEST_BRAND, SHORTEST_SURE = 2, 3
"""A longer head behind quotes is surer than any word inside it: “甲乙”劳模创新工作室, no “甲乙”劳模."""

SMALL = frozenset(("bare", "organ", "part", "dept", "none"))
CONTENT_OF_A_PART = frozenset(("word", "field", "proper", "place", "letter", "ordinal"))
LONGEST_BEHIND_A_LETTER = 6
POLICE = ("公安", "交警", "消防", "边检", "海警", "警察")
STATE = frozenset(("government", "court"))
OF_A_LETTER = frozenset("军海空陆警使领检")
"""What a country's one-character name stands before though the head is weak: 美海军, 韩检方."""

_SHORT = re.compile("(?:[省市县区]|国家)[厅局委]$")
"""How the text calls a body that it has named: 省厅党组书记 is that of 甲省水利厅."""
OF_CHINA = ("学院", "报社", "杂志社")
BRANCHES = ("子公司", "分公司", "母公司")  # of a country's letter no names: 在华子公司


def compose(scan: Scan, terms: Terms, start: int, end: int, done: Mapping[int, Candidate]) -> Candidate | None:
    """The name that ends in the head at ``start:end``, if it is one and enough of a name stands before it."""
    head = read_head(scan, terms, start, end)
    if head is None or (head.strength == "bare" and scan.text.endswith(("等", "省一", "省两"), 0, start)):
        return None  # 甲、乙等|市政府, 三省一|市总工会
    if head.strength == "bare" and start in done:
        return _candidate(scan, head, (start, "head", 1.5))  # 甲省委省政府
    units = read_units(scan, terms, head, done)
    if no_crew(scan, units, head):
        return None
    if head.strength in TRADES and any(u.kind == "ordinal" and scan.text[u.end - 1] == "届" for u in units):
        return None  # 甲省第三届青少年科技|创新大赛
    if head.word == "部" and units and units[-1].kind == "number" and scan.text[start - 1].isascii():
        return None  # 共出动7部消防车
    anchored = any(u.kind in ANCHORS for u in units) and not scan.text.endswith("首席", 0, start)
    if scan.text.startswith("部长", start) and not anchored:
        return None  # 宣传部长: whose department it is the text knows; 甲国首席部长
    if head.family == "party" and _opens_post(scan, units, head, done):
        return None  # 甲市总工会党组书记: the post of 甲市总工会
    if units and scan.text.endswith(OF_SEVERAL, 0, units[0].start):
        return None  # 各县市区总工会, 部分|省驻京商会
    every = bool(units) and units[0].kind == "prefix" and head.word == "部门"  # 全国禁毒部门
    if units and (every or is_counted(scan.text, units[0]) or of_many(scan.text, units)):
        return None  # 8个省产业工会, 18个铁路局集团公司, 省、市、县三级应急指挥部, 甲省乡镇卫生院
    if any(u.kind == "level" for u in units) and of_levels(scan.text, units, head):
        return None  # 省市纪委, 各省市自治区电视台: bodies of a kind
    border = _border(scan, terms, units, head) or over_a_gap(scan, units, head) or behind_a_town(scan, head)
    border = border or behind_a_maker(scan, terms, head) or branch_of_a_bank(scan, head, done)
    if border is None or border[1] == "field+head":
        border = common_brand(scan, terms, head, done) or border
    if head.strength not in TRADES and head.strength != "dept":
        if border is None and units and head.strength not in SMALL:
            border = quoted_whole(scan.text, units[0].start, end)
        if units and (border is None or border[1] == "proper+head"):
            border = _before_post(scan, terms, units, head) or border
        border = border or founded(scan.text, end)
    if head.formal and units and (border is None or border[1] in ("proper+head", "field+head")):
        first = min((u.start for u in units if u.kind != "verb"), default=start)
        if start - first >= SHORTEST_BRAND:
            border = first, "formal+head", 1.6
    if head.formal and (legal := legal_name(scan, terms, head)) and (border is None or legal[0] < border[0]):
        border = legal
    if head.formal and border:
        border = rooted(scan, terms, widened(scan, terms, border[0], head), head), border[1], border[2]
    bare = border and head.formal and any(scan.text[border[0] : at] in terms.kinds for at in (start, end))
    whole = border and not bare and scan.text[border[0]] not in "（(" and not is_party_of_firm(scan, head, border[1])
    return _candidate(scan, head, border) if border and whole else None


def _opens_post(scan: Scan, units: Sequence[Unit], head: Head, done: Mapping[int, Candidate]) -> bool:
    start = head.start
    ended = start in done or (units and units[-1].kind == "body") or _SHORT.search(scan.text, max(0, start - 3), start)
    return bool(ended) and any(end > head.end for end in scan.starting["posts"].get(start, ()))


def _candidate(scan: Scan, head: Head, border: Border) -> Candidate:
    start, reason, score = border
    if head.family == "army" and scan.text[start - 1 : start] == "驻" and start:
        start -= 1  # 驻香港部队
    start = opened(scan, start, head)
    if head.word == "党" and scan.text[start - 1 : start] == "新":
        start = scan.ending["place"].get(start - 1, (start,))[0]  # 甲国|新|自由党
    return as_body(scan.text, start, head.end, reason, score, head.family)


def _border(scan: Scan, terms: Terms, units: Sequence[Unit], head: Head) -> Border | None:
    """The left border of a name whose pieces are these, the leftmost first."""
    verb = max((i for i, u in enumerate(units) if u.kind == "verb"), default=-1)
    right = _whole(scan, terms, units[verb + 1 :], head)
    if right is not None or verb < 0:
        return right
    if (
        head.strength == "part"
        and 0 < verb == len(units) - 1
        and scan.text[units[verb].start : units[verb].end] not in FOUNDING
        and units[verb - 1].kind == "body"
        and not _plain(scan, terms, units[verb - 1])
    ):
        return units[verb - 1].start, "body+head", 1.6  # 甲公司检修班: what the crew does
    at = next((i for i, u in enumerate(units) if u.kind in ANCHORS), len(units))
    if at > verb or units[at].kind != "place" or head.start - units[at].start > LONGEST_VERBAL:
        return None
    if any(u.kind == "body" for u in units) or head.strength in TRADES | SMALL:
        return None
    full = scan.text[units[at].end - 1] in FULL_PLACES
    if head.strength == "" or full or units[at + 1].kind != "verb":
        return units[at].start, "anchor+verb+head", 1.2
    return None


def _plain(scan: Scan, terms: Terms, unit: Unit) -> bool:
    """Is the body no more than a kind of bodies: 公司?"""
    return scan.text[unit.start : unit.end] in terms.kinds


def _whole(scan: Scan, terms: Terms, units: Sequence[Unit], head: Head) -> Border | None:
    """The left border where no verb is among the pieces."""
    if head.strength == "bare":
        return of_level(scan, units, head)
    anchors = [u for u in units if u.kind in ANCHORS]
    if not _enough(scan, terms, units, anchors, head):
        return None
    if anchors and (head.strength not in BRANDED or units[-1].kind in ("body", "proper")):
        return _anchored(scan, terms, units, anchors[0], head)
    return _unanchored(scan, terms, units, head)


def _anchored(scan: Scan, terms: Terms, units: Sequence[Unit], first: Unit, head: Head) -> Border | None:
    if town := town_of_no_list(scan, units, first, head):
        return town, "proper+level", 1.6
    if first.kind == "place" and scan.text[first.start - 1 : first.start] == "在" and first.start:
        built = next((u for u in units if u.start == first.end and scan.text[u.start : u.end] in FOUNDING), None)
        if built is not None:
            return None if built is units[-1] else (built.end, "built+head", 1.2)  # 在甲市建设乙丙中心
    if first.kind == "body" and (own := place_behind_a_word(units, units.index(first), scan.text)) is not None:
        return own.start, "place+head", 1.6  # 甲研究所隶属于乙省大学
    if head.formal and first.kind == "place" and first is units[-1] and (brand := brand_before(units)) is not None:
        return brand, "formal+head", 1.6  # 长云凤凰股份有限公司
    if head.word in LOCAL and first is units[-1] and (run := proper_run(units[:-1])):
        return run[-1].start, "proper+branch", 1.6  # 顺丰速运洛阳分公司
    if first.kind == "letter" and head.family == "company" and units[units.index(first) + 1 :][:1]:
        beside = units[units.index(first) + 1]
        if beside.kind == "proper" and beside.end - beside.start == 1:
            return first.start, "letter+brand", 1.4  # 皖能集团: half a brand, half a province
    if (
        first.kind == "letter"
        and head.family not in (*STATE, "army")
        and (young := young_brand(units, first, scan.text))
    ):
        return young.start, "letter+brand", 1.4  # 正英基金会
    if first.kind == "letter" and head.family == "school" and units[-1] is first is not units[0]:
        return _unanchored(
            scan, terms, [u._replace(kind="proper") if u is first else u for u in units], head
        )  # 金穗小学
    if first.kind == "letter":
        if head.start - first.start > LONGEST_BEHIND_A_LETTER or head.word == "志愿军":
            return None  # 在韩|志愿军烈士: a country's letter tells where
        of_state = head.family == "army" or (head.family in STATE and scan.text[head.start] in OF_A_LETTER)
        weak = (head.common and not of_state) or head.word in BRANCHES
        return None if weak else (first.start, "letter+head", 1.6)
    if first.kind in ("level", "prefix") and units[-1] is first and head.strength in COMMON_NOUNS:
        named = first.kind == "level" and one_of_a_level(scan, first.start, head)
        return (first.start, "level+head", 1.4) if named else None
    if head.strength in BRANDED and units[-1].kind == "proper":
        run = proper_run(units)
        if first.kind == "prefix" or sum(u.end - u.start for u in run if u.kind == "proper") < SHORTEST_BRAND:
            return None
    return first.start, f"{first.kind}+head", 1.6 if first.kind in ("prefix", "level") else 2.0


def _unanchored(scan: Scan, terms: Terms, units: Sequence[Unit], head: Head) -> Border | None:
    if head.strength in ("part", "dept"):
        return None
    if head.word == "党" or (head.word == "政府" and not any(u.kind == "proper" for u in units)):
        return None
    if head.strength == "unit":
        return units[0].start, "number+head", 1.2
    run = proper_run(units)
    if not run:
        return quarter_of_no_list(scan, terms, units, head)
    start = run[-1].start
    found = {unit.kind for unit in run}
    size = sum(u.end - u.start for u in run if u.kind == "proper")
    if "proper" in found and size >= 2:
        if head.strength in TRADES and scan.text[start : head.start].isascii():
            return None  # 4G网络, CR网络
        return start, "proper+head", 1.0 if head.common else 1.6
    if "quoted" in found and (head.strength not in COMMON_NOUNS or head.word in QUOTABLE):
        return start, "quoted+head", 1.6 if len(head.word) > SHORTEST_SURE else 1.0
    if run[0].kind == "field" and head.strength in ("organ", ""):
        return start, "field+head", 1.2
    if "ordinal" in found and head.strength not in TRADES and scan.text[run[0].end - 1] != "届":
        return start, "ordinal+head", 1.0
    if units[-1].kind == "number" and head.strength in ("team", "army"):
        return start, "number+head", 0.8
    return None


OF_A_TOWN = ("school", "hospital")
"""Families of bodies that a town has behind its country's name: 甲国乙市综合医院."""


def _enough(scan: Scan, terms: Terms, units: Sequence[Unit], anchors: Sequence[Unit], head: Head) -> bool:
    """Does so much of a name stand before a head of this strength?"""
    last = units[-1].kind if units else ""
    match head.strength:
        case "brand" | "noun":
            if last == "proper" and scan.text[proper_run(units)[-1].start : head.start] in terms.qualifiers:
                return False  # 低|碳, 提|振: words that the dictionary does not have
            return last in ("proper", "ordinal") or (last == "body" and of_a_brand(scan, terms, units[-1], head))
        case "firm":
            owned = last == "body" and not owned_by_state(scan, terms, units[-1])
            return owned or last == "proper" or (last == "place" and not _country(scan, terms, units[-1]))
        case "organ":
            if last == "number":
                return any(u.kind == "body" for u in anchors)  # 甲部十四局
            known = bool(anchors) or (head.word == "分局" and last == "proper")  # 甲城分局
            return last in ("field", "place", "level") or (last in ("word", "proper") and known)
        case "part":
            behind = last in CONTENT_OF_A_PART or (last == "body" and len(head.word) > 1)
            return behind and any(u.kind == "body" for u in anchors)
        case "dept":
            field = last == "field" or any(scan.text.endswith(f, 0, head.start) for f in POLICE)
            return field and bool(anchors)
        case "police":
            return last in ("place", "letter")
        case "unit":
            long = bool(units) and (len(units) > 1 or scan.text[units[0].start : units[0].end].isdecimal())
            return last == "ordinal" or (last == "number" and long)
    if head.word == "政府" and sum(u.kind in ("word", "field") for u in units) > MOST_WORDS_OF_A_GOVERNMENT:
        return False
    if head.strength == "generic" and anchors and _country(scan, terms, anchors[0]):
        if head.word in OF_CHINA and scan.text.startswith("中国", anchors[0].start) and len(units) > 1:
            return True  # 中国戏曲学院, 中国水利报社
        own = ("place",) if head.family in OF_A_TOWN else ()
        return any(u.kind in ("proper", "prefix", "ordinal", "quoted", "body", *own) for u in units[1:])
    return True


def _country(scan: Scan, terms: Terms, unit: Unit) -> bool:
    return terms.prefixes.get(scan.text[unit.start : unit.end]) == "country"


def _before_post(scan: Scan, terms: Terms, units: Sequence[Unit], head: Head) -> Border | None:
    """市场管理部主任: a department is a name where a post follows it."""
    ends = scan.starting["posts"].get(head.end, ())
    if not any(terms.posts.get(scan.text[head.end : e]) == "post" for e in ends):
        return None
    run: list[Unit] = []
    for unit in reversed(units):
        if head.word == "军" and scan.text[unit.start] in terms.surnames:
            return None  # 首席技师王建|军
        if not is_of_department(scan.text, unit, head.word) or head.end - unit.start > LONGEST_DEPARTMENT:
            break
        if scan.text[unit.start : unit.end] in FIRMS or scan.text[unit.start] == "我":
            break  # 公司|检修班班长, 我院|机电系主任: whose firm it is the text knows
        run.append(unit)
    if run and (scan.text[run[-1].end - 1] == "届" or scan.text[run[-1].start - 1 : run[-1].start] in CLOSED_QUOTES):
        return None  # 第五届|董事会董事长, “甲乙”改革协调小组副组长: the text knows whose, the name begins before the quotes
    if not run or any(scan.text[run[-1].start : e] in terms.kinds for e in (head.start, head.end)):
        return None  # 公司工会主席: whose firm it is the text knows
    at = run[-1].start
    return at - 2 * (head.word == "集团" and scan.text.endswith("中国", 0, at)), "post-behind", 1.0
