"""Laboratories and research centres under the field that they work in: 甲大学|茶叶加工|国家重点实验室, 新材料|工程技术研究中心."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

_LAB = re.compile(
    "(?:(?:国家级?|教育部|农业部|省级?|市级?|全国)?重点实验室|国家实验室|国家工程实验室|国家地方联合工程(?:实验室|研究中心)|(?:国家)?工程(?:技术)?研究中心"
    "|国家技术创新中心|(?:国家级?|省级?)?制造业创新中心|(?:国家|省级)?协同创新中心|国家级?企业技术中心|联合实验室|联合研究中心|联合创新中心)"
)
_OWNERS = ("大学", "学院", "研究院", "研究所", "公司", "集团", "科学院", "医院")
_BORDERS = frozenset("p c d r m q x y e u uj ul ug uz uv t f".split())
_GENERIC = frozenset(
    "国家 省级 国家级 市级 部级 教育部 企业 高校 行业 产业 相关 多个 一批 首个 首家 校企 全国 科研 学科 专业 国际".split()
)
_WHOSE = frozenset("公司 集团 企业 学校 学院 大学 研究院 研究所 医院 单位 董事会 党委 工会".split())
LONGEST = 22
SHORTEST = 3
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
        name = scan.text[start : lab.end()]
        yield Candidate(Mention(start, lab.end(), "Organization", name, "organization:lab", name, "research"), SCORE)


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
