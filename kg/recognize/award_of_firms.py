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
    "|专精特新(?:中小)?企业|“专精特新”(?:重点)?(?:“小巨人”|中小)?企业|(?:纳税信用)?A级纳税(?:人|企业)|纳税信用A级企业|(?:海关)?AEO高级认证企业|A{2,3}级[信用诚]{2,4}企业|5G(?:全连接)?工厂|技术创新示范企业|知识产权(?:示范|优势)企业|专利示范企业|(?:制造业)?单项冠军(?:示范|培育)?(?:企业|产品)|瞪羚企业|独角兽企业"
    "|农业产业化(?:国家级?|[省市]级)?(?:重点)?龙头企业|重点龙头企业|质量标杆企业|服务型制造示范企业|智能制造(?:标杆|示范)企业|绿色(?:制造)?工厂|产学研合作创新示范企业"
    "|质量标杆|绿色供应链管理(?:示范)?企业|智能制造(?:示范|标杆)工厂|(?:示范|未来|灯塔|智能)工厂|企业技术中心|守合同重信用企业|劳动关系和谐企业|放心消费示范单位|诚信示范企业)"
)
_SITE = (
    "(?:科技企业)?孵化器|众创空间|(?:特色型?|行业|跨行业跨领域)?工业互联网平台|绿色数据中心|工业设计中心|技术创新中心|工程(?:技术)?研究中心|数字化车间|智能车间"
    "|博士后(?:科研)?工作站|中小企业公共服务(?:示范)?平台|新型研发机构|制造业创新中心"
)
"""What a firm runs; only what it is recognised as is a title."""
_TITLE = f"(?P<level>{_LEVEL})?(?:{_KIND}|(?P<site>{_SITE}))"
_SAID = re.compile(
    "(?:荣获|获评|获批|获得|喜获|荣膺|获颁|获|入选|获选|晋级|跻身|晋升为?|(?:认|评|确)定为|评为|确认为|授予|(?P<weak>是|系|作为|成为|为)|(?P<new>新增|新认定)\\d+家)(?:了|一家)?"
    f"(?P<name>{_TITLE})(?!培育|申报|认定管理|标准|政策|扶持|发展|数量|数达|总数)"
)
_SIGN = re.compile("企业|小巨人|工厂|孵化器|众创空间|平台|中心|车间|工作站|标杆|研发机构")
_NEXT = re.compile(f"(?:称号|荣誉)?(?:、|和|及|以及)(?P<name>{_TITLE})")


def find_of_firms(view: View) -> Iterator[Candidate]:
    """The titles with those listed behind them; what a firm is said to be needs a level: 是国家高新技术企业."""
    text = view.scan.text
    for first in _SAID.finditer(text) if _SIGN.search(text) else ():
        match: re.Match[str] | None = first
        while match and not (first["weak"] and not match["level"] and "国家" not in match["name"]):
            if match["site"] and (first["weak"] or not match["level"]):
                break  # 是市级众创空间
            yield propose(view, *match.span("name"), "Award", "award:of-firms", SCORE)
            match = _NEXT.match(text, match.end("name"))
