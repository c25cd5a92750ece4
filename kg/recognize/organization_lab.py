"""Laboratories and research centres under the field that they work in: 甲大学|茶叶加工|国家重点实验室, 新材料|工程技术研究中心."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

_LAB = re.compile(
    "(?:(?:国家级?|教育部|农业部|(?:[\u4e00-\u9fff]{2}(?=[省市]))?(?:省级?|市级?)|全国)?重点实验室|国家实验室|国家工程实验室|国家地方联合工程(?:实验室|研究中心)|(?:国家)?工程(?:技术)?研究中心"
    "|国家技术创新中心|(?:国家级?|省级?)?制造业创新中心|(?:国家|省级)?协同创新中心|国家级?企业技术中心|联合实验室|联合研究中心|联合创新中心)"
)
_OWNERS = ("大学", "学院", "研究院", "研究所", "公司", "集团", "科学院", "医院")
_BORDERS = frozenset("p c d r m q x y e u uj ul ug uz uv t f".split())
_GENERIC = frozenset(
    "国家 省级 国家级 市级 部级 教育部 企业 高校 行业 产业 相关 多个 一批 首个 首家 校企 全国 科研 学科 专业 国际".split()
)
_WHOSE = frozenset("公司 集团 企业 学校 学院 大学 研究院 研究所 医院 单位 董事会 党委 工会".split())
_COLLEGE = re.compile(
    "(?:(?<!大)学院|(?<=[程术息济理法语学计育乐算电械工])系)(?=院长|副院长|主任|副主任|党委|党总支|书记|分工会|教师|老师|学生|学子|师生|同学|教授|副教授|讲师|辅导员"
    "|研究生|本科生|毕业生|团委|团总支|青年|代表队|负责人|有关|相关|领导|代表|举行|举办|联合|20\\d\\d级|[的](?:教师|老师|学生|同学|教授|研究生|师生)|承办|主办|协办|选送|组队|荣获|获评|、[^，。；、]{2,10}(?:学院|系))"
)
"""A college or a department behind its field, with its people or what it does behind it: 城市与环境|学院|教师."""
_BEFORE = re.compile(
    "(?:[，。；：、“（\\n\\s]|^|[由和与及为是在向对从]|我[校院]|该[校院]|本校|学校|来自|其中|荣获|了)$"
)
_JOINT = frozenset("与和及")
LONGEST = 22
SHORTEST = 3
MOST = 10
SCORE = 2.5


def lab_names(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Each such body from its field on, with the body that it belongs to where that stands right before the field."""
    if "实验室" not in scan.text and "中心" not in scan.text:
        return
    owners = {
        c.mention.end: c.mention.start
        for c in found
        if c.mention.type == "Organization" and c.mention.text.endswith(_OWNERS)
    }
    for lab in _LAB.finditer(scan.text):
        start = _field(scan, terms, lab.start(), owners)
        if lab.start() - start < SHORTEST or scan.text[start : lab.start()] in _GENERIC:
            continue
        start = owners.get(start, start)
        yield as_body(scan.text, start, lab.end(), "lab", SCORE, "research")


def college_names(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The colleges of a school that is not named beside them: 机械工程学院教师, 城市与环境学院院长."""
    if "学院" not in scan.text and "系" not in scan.text:
        return
    ends = {c.mention.end for c in found if c.mention.type == "Organization"}
    for college in _COLLEGE.finditer(scan.text):
        begin, end, _ = scan.words[scan.word_at[college.start()]]  # the dictionary has 工程学院
        first = start = _field(scan, terms, begin if end == college.start() + len(college[0]) else college.start(), {})
        while start > 2 and scan.text[start - 1] in _JOINT and (more := _field(scan, terms, start - 1, {})) < start - 2:
            start = more  # 城市|与|环境学院
        if college.end() in ends and start == first:
            continue
        field = scan.text[start : college.start()]
        if len(field) < 2 + (college[0] == "系") or len(field) > MOST or field in _GENERIC:
            continue
        if start in scan.starting["place"] or not _BEFORE.search(scan.text, max(0, start - 2), start):
            continue
        yield as_body(scan.text, start, college.end(), "college", SCORE, "school")


def _field(scan: Scan, terms: Terms, at: int, owners: dict[int, int]) -> int:
    """Where the words of the field begin that end here: they are nouns, or verbs that bodies are called by."""
    first = at
    while at > 0 and first - at < LONGEST and at not in owners:
        start, end, tag = scan.words[scan.word_at[at - 1]]
        word = scan.text[start:end]
        verb = tag[:1] == "v" and tag != "vn" and word not in terms.inner
        other = word in terms.stop or word in terms.predicates or word in _WHOSE or start in scan.starting["posts"]
        if end != at or verb or tag in _BORDERS or not word.isalpha() or other:
            break
        at = start
    return at
