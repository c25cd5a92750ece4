"""What firms are recognised as: 国家级专精特新“小巨人”企业, 省级瞪羚企业, behind what says that somebody is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 2.6
_LEVEL = "(?:国家级?|全国|中国|[省市区]级|[\u4e00-\u9fff]{2,3}[省市](?:级)?)"
_KIND = (
    "(?:首批|第[一二三四五六七八九十]+批)?(?:高新技术企业|创新型(?:中小)?企业|科技型中小企业|专精特新(?:重点)?(?:“小巨人”|小巨人)(?:企业)?|“小巨人”企业"
    "|专精特新(?:中小)?企业|技术创新示范企业|知识产权(?:示范|优势)企业|专利示范企业|(?:制造业)?单项冠军(?:示范|培育)?(?:企业|产品)|瞪羚企业|独角兽企业"
    "|农业产业化(?:国家级?|[省市]级)?(?:重点)?龙头企业|重点龙头企业|质量标杆企业|服务型制造示范企业|智能制造(?:标杆|示范)企业|绿色(?:制造)?工厂|产学研合作创新示范企业"
    "|企业技术中心|守合同重信用企业|劳动关系和谐企业|放心消费示范单位|诚信示范企业)"
)
_TITLE = f"(?P<level>{_LEVEL})?{_KIND}"
_SAID = re.compile(
    "(?:荣获|获评|获批|获得|喜获|荣膺|获颁|获|入选|获选|晋级|跻身|晋升为?|(?:认|评|确)定为|评为|确认为|授予|(?P<weak>是|系|作为|成为|为)|(?P<new>新增|新认定)\\d+家)(?:了|一家)?"
    f"(?P<name>{_TITLE})(?!培育|申报|认定管理|标准|政策|扶持|发展|数量|数达|总数)"
)
_NEXT = re.compile(f"(?:称号|荣誉)?(?:、|和|及|以及)(?P<name>{_TITLE})")


def find_of_firms(view: View) -> Iterator[Candidate]:
    """The titles with those listed behind them; what a firm is said to be needs a level: 是国家高新技术企业."""
    text = view.scan.text
    for first in _SAID.finditer(text) if "企业" in text or "小巨人" in text or "工厂" in text else ():
        match: re.Match[str] | None = first
        while match and not (first["weak"] and not match["level"] and "国家" not in match["name"]):
            yield propose(view, *match.span("name"), "Award", "award:of-firms", SCORE)
            match = _NEXT.match(text, match.end("name"))
