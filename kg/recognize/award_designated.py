"""Titles of any wording behind a verb of designating: 被评为国家级甲项目, 被认定为2010中国年度乙产品."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 2.4
LEAST = 6
"""A shorter phrase is what somebody is, not a title: 被认定为国家公园."""

_DESIGNATED = re.compile(
    r"(?:评为|认定为|命名为|评定为|评选为)(?:了)?(?:首批|第[一二三四五六七八九十]批)?"
    r"(?P<name>[^，。；：、！？“”《》\s并和的]{4,26}?"
    r"(?:项目|产品|企业|基地|单位|品牌|工程|学校|社区|园区|景区|商标|平台|课程|团队|班组|车间|实验室|示范点|机构|公司|城市|村|镇|县|区))"
    r"(?=称号|荣誉|[，。；、！？\s并和]|$)"
)
_HONOURED = re.compile(
    r"(?:获评|荣获|荣膺|喜获|被授予|获授)(?:了)?(?:首批|第[一二三四五六七八九十]批)?(?P<name>[^，。；：、！？“”《》\s并和的]{4,26}?"
    r"(?:法庭|法院|派出所|民警|医院|教师|校园|学校|矿山|家庭|组织|集体|社区|园区|企业|单位|工程|案例|中心|品牌|基地|景区|城市|村|镇|县|区))"
    r"(?=称号|荣誉|[，。；、！？\s]|$)"
)
_STUDIO = re.compile(
    r"(?:[评定命]名?为|授予|命名|获[评颁批得]|荣获|入选)(?:了)?(?:首批|第[一二三四五六七八九十]批)?“?"
    r"(?P<name>[^，。；：、！？“”《》\s的]{2,20}?(?:劳模|工匠|示范性?|[省市区县]级)[^，。；：、！？“”《》\s的]{0,10}?工作室)"
    r"(?=”|称号|荣誉|等|[，。；、！？\s]|$)"
)
"""被命名为甲省劳模和工匠人才创新工作室; 甲某劳模工作室 without a level is somebody's own."""
_ANNOUNCED = re.compile(
    r"(?:公布|发布|公示|揭晓|下发|印发)(?:了)?(?:首批|第[一二三四五六七八九十]批)?(?P<name>[^，。；：、！？“”《》\s并和的]{4,26}?"
    r"(?:集体|个人|单位|企业|基地|(?:示范|试验|实验|先行)[区点县市校]|试点|项目|学校|班组|车间|团队|工作者|能手|工匠|标兵|模范|社区|园区|景区|村|镇|城市|人物|品牌))"
    r"(?:拟)?(?:获评|入选|认定|获奖|表彰|推荐)?[名榜]单(?=[^。；！？\n]{2,60}(?:入选|上榜|榜上有名|在列|位列其中|名列其中|获此殊荣))"
)
"""公布全省先进集体名单，甲队榜上有名: a title, for somebody named is on the list."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENERS = (
    "国家",
    "全国",
    "全省",
    "全市",
    "全县",
    "全区",
    "省级",
    "市级",
    "区级",
    "县级",
    "自治区",
    "中国",
    "世界",
    "国际",
    "全球",
    "亚洲",
    "行业",
)


def find_designated(view: View) -> Iterator[Candidate]:
    """What begins with a level, a place or a year and ends as things are called that bear titles."""
    text = view.scan.text
    if "工作室" in text:
        yield from _titled(view, _STUDIO)
    if "名单" in text or "榜单" in text:
        yield from _titled(view, _ANNOUNCED)
    if "获" in text or "授" in text or "荣" in text:
        yield from _titled(view, _HONOURED)
    if "评为" not in text and "定为" not in text and "名为" not in text and "选为" not in text:
        return
    yield from _titled(view, _DESIGNATED)


def _titled(view: View, expression: re.Pattern[str]) -> Iterator[Candidate]:
    text = view.scan.text
    for match in expression.finditer(text):
        start, end = match.span("name")
        opened = text.startswith(_OPENERS, start) or _YEAR.match(text, start) or start in view.scan.starting["place"]
        if opened and end - start >= LEAST and view.scan.is_boundary(end):
            yield propose(view, start, end, "Award", "award:designated", SCORE)
