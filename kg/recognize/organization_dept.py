"""Departments named behind a body.

A firm, by its brand or its whole name, may have any: 甲水公共事务部, 乙电子公司设备开发部门, 丙玛电子商务中国区总部; any body
has those that are one word: 乙科协|科普部.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import Mention
from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_head import NO_ORGANS
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

DEPARTMENT = re.compile(
    "[\u4e00-\u9fff]{0,8}?(?:"
    "(?:公共事务|公共关系|公关|法务|法律事务|市场|品牌|销售|客服|客户服务|人力资源|财务|技术|研发|研究|产品|企划|战略|投资|运营|"
    "规划发展|发展规划|战略发展|投资发展|市场发展|企业发展|业务发展|党群工作|党委工作|党建工作|综合管理|经营管理|运营管理|安全环保|生产技术|"
    "生产管理|工程管理|资产经营|计划财务|财务管理|企业管理|安全监督|审计|纪检监察|规划建设|建设管理|物资|设备|后勤保障|"
    "采购|工程|信息|国际|媒介|公益|传播|商务|零售|渠道|政企|投行|资管|资产管理|风险管理|风控|信贷|会员服务|安全监察|营销)(?:事业|业务)?部"
    "|[\u4e00-\u9fff]{2,6}(?:事业部|事务部|业务部|部门)"
    "|[\u4e00-\u9fffA-Z\\d]{2,18}?(?:项目部|项目经理部|项目分部)"
    "|(?:中国|亚太|大中华|北美|欧洲|亚洲|东南亚|华东|华南|华北|华中|西南|西北|东北)(?:地?区)?总部"
    ")"
)
LONGEST = 31
"""Characters of the longest of these, which all have 部 in them."""
DOUBLED = re.compile("[\u4e00-\u9fff]{2,8}?(处|科|司|部|室|所|局|院|系|大队|支队|中队)(?=副?\\1长)")
LONGEST_DOUBLED = 14
"""Characters of the longest of these with the post behind it."""
WARDED = re.compile("医院|卫生院|[处科司部室所队]$")
"""Whose wards are parts of posts, and who are departments themselves."""

BEHIND = re.compile("[长署队员委落位首门]|经理|总监")
"""Behind 部 they make another word of it; a post of the department (部经理) does not."""

VAGUE = re.compile(
    "行业|相关|有关|各|主管|职能|其[他它余]|下属|所属|某|该|多|一|等|本|上级|政府|和|与|及|的|在|兼|常委(?!会)|[处科司部室所局院系队]长"
)
"""Words of departments without a name."""

_FIELD = "(?:(?![和与及])[\u4e00-\u9fff]){1,8}"
_OFFICES = f"办公室|办公厅|{_FIELD}(?:事业部|[部处科司局室])"
SIBLINGS = tuple(
    (
        re.compile(f"(?:{own})$"),
        re.compile(
            f"[、和与及](?P<sibling>{own})(?=[、，。；和与等及]|负责|相关|有关|主要|共同|联合|分别|主办|承办|协办|指导|代表)"
        ),
    )
    for own in (_OFFICES, f"{_FIELD}(?:支队|大队|中队)", f"{_FIELD}(?:学院|系)")
)
"""What may stand in a list behind a department of the kind: 甲集团办公室、|财务部、|投资者关系部."""

CONTENT = frozenset("n v vn ns nz nt nr j b l an f s i a ng vg eng nrt m".split())
SURE = 1.5


def department_names(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The departments right behind the bodies found."""
    seen: set[int] = set()
    for candidate in found:
        owner = candidate.mention
        if owner.end in seen or candidate.score < 1.0:
            continue
        end = (_of_firm(scan, owner) if _is_firm(terms, owner) else None) or _of_body(scan, terms, owner)
        if (end is None or not _is_name(scan, terms, owner.end, end)) and (
            end := _before_its_head(scan, owner)
        ) is None:
            continue
        seen.add(owner.end)
        yield as_body(scan.text, owner.start, end, "department", SURE)


def siblings(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The departments of the same body in a list behind one that bears its name: 甲支队乙大队、|丙大队."""
    bodies = sorted({(c.mention.start, c.mention.end) for c in found})
    starts = {start for start, _ in bodies}
    for (at, stop), (start, end) in pairwise([(-1, -1), *bodies]):
        owner = stop if at == start else end
        for own, beside in SIBLINGS if owner < end and scan.text[end : end + 1] in "、和与及" else ():
            at = end if own.search(scan.text, owner, end) else len(scan.text)
            while match := beside.match(scan.text, at):
                begun, at = match.span("sibling")
                if begun in starts:
                    break  # from there on they are siblings of the body that begins there
                if not VAGUE.search(match["sibling"]) and _is_content(scan, begun, at):
                    yield as_body(scan.text, begun, at, "sibling", SURE, "government")


def _is_content(scan: Scan, start: int, end: int) -> bool:
    words = scan.words_of(start, end)
    places = any(
        stop - at > 1 and stop <= end for at in range(start, end) for stop in scan.starting["place"].get(at, ())
    )
    fields = all(tag in CONTENT or (tag == "v" and b - a > 1 and start < a and b < end) for a, b, tag in words)
    return scan.is_boundary(start) and scan.is_boundary(end) and not places and fields


def _of_firm(scan: Scan, owner: Mention) -> int | None:
    """Where a department of the firm ends."""
    near = scan.text.find("部", owner.end, owner.end + LONGEST) >= 0
    match = DEPARTMENT.match(scan.text, owner.end) if near else None
    if match is None or (match[0].endswith("部门") and not _has_staff(owner)):
        return None
    return match.end()


def _before_its_head(scan: Scan, owner: Mention) -> int | None:
    """Where a department ends that its head's post repeats, whatever words name it: 甲局|震害防御处|处长."""
    near = scan.text.find("长", owner.end, owner.end + LONGEST_DOUBLED) >= 0
    match = DOUBLED.match(scan.text, owner.end) if near else None
    return match.end() if match and not WARDED.search(owner.text) and not VAGUE.search(match[0]) else None


def _of_body(scan: Scan, terms: Terms, owner: Mention) -> int | None:
    """Where a longer word in a head of one character (科普部) ends that is a department of the body."""
    if owner.end >= len(scan.text):
        return None
    start, end, _ = scan.words[scan.word_at[owner.end]]
    head = scan.text[end - 1]
    if any(stop > end for stop in scan.starting["posts"].get(start, ())):
        return None  # 甲集团|董事局主席
    if start != owner.end or end - start < 3 or terms.kinds.get(head, ("", ""))[1] != "organ":
        return None
    return None if scan.text[end - 2] in NO_ORGANS.get(head, "") else end


def _is_firm(terms: Terms, owner: Mention) -> bool:
    """Is it a firm, a medium or a force: by its kind, or a brand without one?"""
    if owner.text in terms.known or owner.by.removeprefix("organization:") in ("brand", "shortened", "defined"):
        return True
    return _has_staff(owner) or owner.value == "media"


def _has_staff(owner: Mention) -> bool:
    """Is it a firm or a force, which has departments of its own, and no government?"""
    return owner.value in ("company", "police") or owner.text.endswith(("警方", "军方", "公司", "集团", "银行"))


def _is_name(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Do only words of a name stand here, and does it end at a word?"""
    text = scan.text
    if text[start] in "前原" or VAGUE.search(text, start, end) or not scan.is_boundary(start):
        return False
    if not text.startswith("部门", end - 2) and not scan.is_boundary(end) and end not in scan.starting["posts"]:
        return False
    if text.startswith("长", end) or (BEHIND.match(text, end) and end not in scan.starting["posts"]):
        return False
    words = scan.words_of(start, end)
    return all(tag in CONTENT and text[a:b] not in terms.acts for a, b, tag in words)
