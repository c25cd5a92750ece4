"""Crews and wards: a part of a firm (甲公司检修班), or no more than a part of somebody's post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_head import Head
from kg.recognize.organization_unit import Unit
from kg.recognize.scan import Scan

CREWS = ("车间", "班", "班组", "室", "工段", "工区", "小组", "组")
WORKPLACES = ("公司", "集团", "厂", "矿", "厂区", "分公司", "中心", "油田", "港", "站", "段")
SHIFTS = ("班", "班组", "工段", "工区")
_STATION = re.compile(r"(?<=[大支总]队)[\u4e00-\u9fff]{1,4}?站(?=站长|副站长|政治|指导员|消防员|[，、。；])")
"""甲市消防大队|乙站: fire brigades have stations that are called by no more than their place or number."""
_COMPANY = re.compile(
    "(?:支队|总队|大队|所属|下属|辖区|、|和|及|派|集|织|动)(?P<company>(?:(?:特勤|战勤保障)[一二三四]?|[一二三四五六七八九十]{1,2})(?:中队|大队))(?=[、，。和及与的官消战立迅赶等前出共0-9])"
)
_BRIGADE = ("消防支队", "消防总队", "消防大队", "消防救援支队", "消防救援总队", "消防救援大队")
WARDS = tuple(
    "内科 外科 儿科 妇科 产科 骨科 眼科 牙科 急诊科 麻醉科 放射科 皮肤科 肿瘤科 检验科 药剂科 康复科 医学科 感染科 呼吸科 神经科 口腔科 病理科 超声科 护理科".split()
)
"""Which hospital's they are the text knows."""
FIRMS = ("公司", "集团", "厂", "分公司", "企业")
_TRADE = re.compile(r"[\u4e00-\u9fff]{0,4}[工员师手匠]")


_WARD_ACTS = re.compile("荣?获(?!悉)|被[授评命认]|等\\d|等[集单先个]|表示|举[行办]|推出|联合|主办|承办|牵头|率先|开展")
"""Behind a ward that is told of as a body: 甲医院儿科|荣获某某称号."""
DUTIES = frozenset(
    "发展 规划 管理 运营 投资 保障 采购 销售 审计 策划 监察 经营 合作 建设 检修 维修 施工 调度 开发 生产 招商 宣传 组织 培训 监督 营销".split()
)
"""Verbs that say what a department does: 规划发展部."""


def is_of_department(text: str, unit: Unit, head: str) -> bool:
    """May the piece stand in the name of a department?"""
    if unit.kind == "verb":
        return head[-1] in "部处科" and text[unit.start : unit.end] in DUTIES
    return unit.kind in ("word", "field", "proper", "ordinal")


def no_crew(scan: Scan, units: Sequence[Unit], head: Head) -> bool:
    """Is the head of a crew or ward none of a body here, or the site that a body has on the net (甲局官方|网站)?"""
    place = scan.text[units[0].start : units[0].end] if len(units) == 1 and units[0].kind == "place" else ""
    if place and f"{place}一" in scan.text and re.search(f"{place}一[家所座间处][^，。]{{0,4}}{head.word}", scan.text):
        return True  # 甲国养老院 is 甲国一家养老院
    if head.word == "网站" and (_end_of_body(units) or scan.text.endswith("官方", 0, head.start)):
        return True
    if head.word.endswith(CREWS) and units and units[-1].kind != "level" and _leads_post(scan, units, head):
        return True  # 甲厂化验室主任, 甲公司加弹车间维修工: the crew is a part of the post
    if head.word in SHIFTS and not scan.text.endswith((*WORKPLACES, "车间", "部", "队", "局"), 0, _end_of_body(units)):
        return True  # 甲学院工匠班: a course
    # 甲医院眼科主任: the ward is a part of the post
    if head.word[-1] != "科":
        return False
    body = _end_of_body(units)
    if body and _WARD_ACTS.match(scan.text, head.end):
        return False
    return scan.text.endswith("医院", 0, body) if body else scan.text.endswith(WARDS, 0, head.end)


def _leads_post(scan: Scan, units: Sequence[Unit], head: Head) -> bool:
    """Is it a crew of a firm or factory, with a post right behind?"""
    body = next((unit for unit in units if unit.kind == "body"), None)
    if body is None or not scan.text.endswith(WORKPLACES, 0, body.end):
        return False
    behind = scan.starting["posts"].get(head.end, ())
    return bool(behind) or scan.text.startswith("长", head.end) or _TRADE.match(scan.text, head.end) is not None


def _end_of_body(units: Sequence[Unit]) -> int:
    return next((unit.end for unit in reversed(units) if unit.kind == "body"), 0)


def fire_stations(scan: Scan, done: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """The stations and companies of the brigades in ``done``, under their whole name: 甲市消防大队乙站, 特勤中队."""
    brigades = {c.mention.text for c in done.values() if c.mention.text.endswith(_BRIGADE)}
    for match in _COMPANY.finditer(scan.text) if len(brigades) == 1 and "中队" in scan.text else ():
        name = min(brigades) + match["company"]
        yield as_body(scan.text, *match.span("company"), "brigade+head", 2.4, "army", name)
    for match in _STATION.finditer(scan.text) if "站" in scan.text and "队" in scan.text else ():
        brigade = done.get(match.start())
        if brigade is not None and "消防" in brigade.mention.text:
            yield as_body(scan.text, brigade.mention.start, match.end(), "body+head", 2.4, "army")
