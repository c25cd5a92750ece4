"""Who wins or holds something in a list: the units of firms (甲公司动力车间获评…) and the teams of a contest (乙镇一队、丙厂代表队夺得…)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.chains import anchored, list_items
from kg.recognize.scan import Scan
from kg.recognize.winning import GETTING, TITLED

_GOT = re.compile(f"{GETTING}|{TITLED}|并列|分列|位列|名列|获(?![悉知救取益利胜准批奖刑罪])")
_WON = re.compile(
    r"(?P<who>[^。！？；：\n“”]{4,160}?)(?:分别|双双|同时|共同|先后|最终|成功|一举|喜|也|均|都|则|并列|各)*"
    rf"(?:{_GOT.pattern})(?:了)?"
    r"(?=(?P<what>[^。！？；\n]{1,36}))"
)
_GIVEN = re.compile(
    r"(?:授予|命名|表彰|(?<!针)对)(?P<who>[^。！？；：\n“”]{4,160}?)(?=(?P<what>“[^。！？；\n]{1,36}|(?:全国|全省|全市)[^。！？；\n]{1,30}))"
)
_HONOUR = re.compile(
    r"工人先锋号|楷模|先锋[号岗]|五一|文明[号岗]|标杆|标兵|先进|优秀|优胜|模范|红旗|示范|最美|金牌|[特一二三]等奖|[冠亚季]军|称号|奖状"
)
_RANK = re.compile(
    r"第[一二三四五六七八]|前[两三四五六八十]名|[冠亚季]军|[特一二三]等奖|团体|[金银铜优][牌奖]|桂冠|优胜|组织奖|风尚奖|风格奖|[一二三]、[二三]"
)
_UNIT = re.compile(
    r"(?:的)?[^，。、；：“”（）()\s的了在和与及为由将把被等对从向获评以战胜负败]{1,20}?"
    r"(?:车间|班组?|团队|(?<!职工)群体|工段|工区|机组|产线|生产线|作业区|作业[队站]|施工队|项目部|调度[室组]|[大中分小支]队|队|[小科]组|组|室|科|处|部|中心|所|厂|段|炉|站|库|岗|台|窗口|大厅|平台|线路|线|收费站|变电站)"
)
_CREWS = re.compile("(?:管理|研发|科研|创新|技术|攻关|项目|服务|教学|医疗|救援|设计|运维|研制)团队$")
_TEAM = re.compile(
    r"(?:最终|最后|结果|其中|由)*(?:经过[^，、]*)?(?P<team>[^，。、；：“”（）()\s的了在和与及为由将把被等对从向获评名支个第以战胜负败]{2,14}?(?:代表[一二三四]?队|联[合]?队|[一二三四五]队))"
)
_MAN = re.compile(
    r"(?:最终|最后|其中|来自|由)*(?:经过[^，、]*)?(?P<body>[^，。、；：“”（）()\s的了在和与及为由将把被等对从向获评名支个第某该本各我其两多有]"
    r"[^，。、；：“”（）()\s的了在和与及为由将把被等对从向获评名支个某该各有]{1,5}(?:公司|集团|电厂|水厂|煤矿|车辆段|供电局|医院))"
    r"(?:的)?(?:选手|职工|员工|[^，。、；：“”（）()\s的了在和与]{0,6}[工员师长手])?(?P<surname>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,2}"
)
"""A body of everyday words before its man (供电公司李某获第一名), told by no name of its own."""
_SO_MANY = re.compile(r"等[\d一二三四五六七八九十百余多几两]+多?[家个支]")
_SENT = re.compile(
    rf"(?P<who>[^。！？；：\n，“”的]{{3,120}}?){_SO_MANY.pattern}[^，。；、]{{0,8}}?(?:单位|企业|公司|部门|集体|代表队|参赛队|班组|服务队|团队|工作室|队伍|小组|突击队|宣讲团)"
)
_SENDER = re.compile(
    r"(?:来自|由|包括|[市县区旗州]内的?|其中)*(?P<body>[^，。、；：“”（）()\s的了在和与及为由将把被等对从向获评名支个第某该本各我其两多有来自全]"
    r"[^，。、；：“”（）()\s的了在和与及为由将把被等对从向获评名支个某该各有]{1,5}(?:公司|集团|电厂|水厂|煤矿|车辆段|供电局|医院|学院))"
)
"""A body of everyday words in a list that counts them: 供水公司、热力公司等6家单位."""
_FROM_UNIT = re.compile(
    r"来自(?!(?:车间|一线|生产|基层|施工|企业|公司|单位|工厂|矿山|铁路|沿线|外地|当地|本地|乡镇|农村|城市)+(?:班组|车间|工段|项目部|煤矿|矿|车站|支行|派出所)的)(?P<body>[^，。、；：“”（）()\s的了在和与及为由将把被等个某各全该本]{1,8}(?:工区|车间|分厂|工段|班组|项目部|[机车工电供客货列乘]{1,2}务?段|车站|支行|分公司|供电所|派出所|煤矿|矿))的(?=[\u4e00-\u9fff·]{2,24}(?:[、，和]|凭|以|获|夺|摘|荣|代|说|表|最|一))"
)
"""The unit that a winner comes from: 来自运搬工区的乙."""
_SENT_TEAM = re.compile(
    r"(?:.*[为给向对由])?(?P<body>[^，。、；：“”（）()\s的了在和与及由将把被等从获名支个第某该本各这两多为给向对]{5,20}?(?:团队|服务队|突击队|攻关队|宣讲团|志愿队))"
)
_HOSTED = re.compile(
    r"由(?P<who>[^。！？；：\n“”]{4,120}?)(?:联合|共同|携手|具体|分别|负责)*(?:主办|承办|协办|举办|组织实施|牵头)"
)
_OFFICE = re.compile(r"[\u4e00-\u9fff]{1,9}?(?:部|处|科|室|办|中心|委员会|工会|团委|党委)")
_FIRMS = tuple(
    "公司 集团 厂 矿 医院 局 大学 学院 中心 院 所 分公司 油田 港 银行 铁路 供电 重工 部 站 段 处 支队 大队 总队 厅".split()
)
_NO_UNITS = tuple("总部 干部 支部 党支部 参赛队 全部 内部 俱乐部 劳动 工会 职工 人物 选手 代表队 董事会 团队".split())
SCORE = 2.4
LONGEST = 200
"""No list is longer."""


def winning_names(scan: Scan, surnames: Collection[str], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The units, the teams and the bodies of men that a list of winners names, each under its whole name."""
    text = scan.text
    bodies = {c.mention.end for c in found if c.mention.type == "Organization"}
    yield from _senders(text, bodies)
    yield from _hosts(scan, found, bodies)
    for unit in _FROM_UNIT.finditer(text) if "来自" in text else ():
        if unit.end("body") not in bodies and not unit["body"].endswith(_NO_UNITS):
            yield as_body(text, *unit.span("body"), "unit", SCORE, "team")
    if "先锋" not in text and "获" not in text and "授予" not in text and "夺" not in text and "评为" not in text:
        return
    ends: dict[int, list[int]] = {}
    for candidate in found:
        mention = candidate.mention
        if mention.type == "Organization" and mention.text.endswith(_FIRMS):
            ends.setdefault(mention.start, []).append(mention.end)
    taken = {(c.mention.start, c.mention.end) for c in found if c.mention.type == "Organization"}
    for match in (*anchored(text, _GOT, _WON, LONGEST), *_GIVEN.finditer(text)):
        honour = _HONOUR.search(match["what"]) is not None
        ranked = _RANK.search(match["what"][:16]) is not None
        if not honour and not ranked:
            continue
        for start, end in list_items(text, *match.span("who")):
            body = max((e for e in ends.get(start, ()) if e < end), default=0)
            if body and (start, end) not in taken and _is_unit(scan, body, end):
                yield as_body(text, start, end, "unit", SCORE, "team")
            elif ranked and (team := _TEAM.fullmatch(text, start, end)) and team.span("team") not in taken:
                yield as_body(text, *team.span("team"), "team", SCORE, "team")
            elif (
                ranked
                and (man := _MAN.fullmatch(text, start, end))
                and man["surname"] in surnames
                and man.end("body") not in bodies
            ):
                yield as_body(text, *man.span("body"), "winner", SCORE, "company")


def _hosts(scan: Scan, found: Sequence[Candidate], bodies: Collection[int]) -> Iterator[Candidate]:
    """The offices of firms that hold something and that no kind tells: 由甲集团有限公司|机辆部|主办."""
    text = scan.text
    starts = {c.mention.start: c.mention.end for c in found if c.mention.text.endswith(("公司", "集团"))}
    for match in _HOSTED.finditer(text) if "由" in text else ():
        for start, end in list_items(text, *match.span("who")):
            body = starts.get(start, 0)
            if start < body < end and end not in bodies and _OFFICE.fullmatch(text, body, end):
                yield as_body(text, start, end, "unit", SCORE, "team")


def _senders(text: str, bodies: Collection[int]) -> Iterator[Candidate]:
    """The bodies of everyday words that no other reading has found, in lists that count them."""
    for match in anchored(text, _SO_MANY, _SENT, LONGEST):
        for start, end in list_items(text, *match.span("who")):
            body = _SENDER.fullmatch(text, start, end)
            body = body or _SENT_TEAM.fullmatch(text, start, end)
            if body and body.end("body") not in bodies:
                yield as_body(text, *body.span("body"), "sender", SCORE, "team" if body.re is _SENT_TEAM else "company")


def _is_unit(scan: Scan, start: int, end: int) -> bool:
    """Does what stands behind the firm name one of its units, and nobody's post?"""
    rest = scan.text[start:end]
    unit = _CREWS.search(rest) is not None or not rest.endswith(_NO_UNITS)
    return unit and _UNIT.fullmatch(rest) is not None and scan.is_boundary(end)


_HOSTS = r"(?:《[^《》\n]{2,12}》|[^，。；：、！？\s《》“”由])[^。；：！？\s“”]{1,150}?"
_HOSTED_BY = re.compile(
    rf"(?:由|(?<=指导，)|(?<=主办，)|(?<=承办，)|(?<=协办，))({_HOSTS})(?:等(?:单位|机构|部门)?)?(?:联合|共同|携手)?(?:主办|承办|协办|发起|指导|举办)"
)
_HOST_ENDS = re.compile(
    "(?:[^、]{2}(?:开发区|高新区|经开区|新区|保税区|自贸区|功能区|产业园区?|工业园区?|科技园区?|示范区)|网|论坛|杂志|杂志社|智库|周刊|平台|客户端|频道|传媒|联盟|俱乐部|沙龙)$"
)
"""How bodies are called that are media or clubs: elsewhere these words name sites, meetings and things."""
_ZONE_ACTS = re.compile(
    "(?:开发区|高新区|经开区|新区|保税区|自贸区|自贸片区|合作区|示范区|产业园区?|工业园区?|科技园区?)"
    "(?=(?:近日|日前|昨日|今天|联合|共同|积极|主动|专门|率先|创新|正式)*(?:主办|承办|协办|组织(?!部)|牵头|印发|出台|推出|发布|制定|荣获|获评|被授予|被评为)|(?:正式|成功|现场)*(?:签署|签订)[^，。；]{0,10}(?:协议|合同|备忘录)|(?:与|和|同)[^，。；：、]{2,20}?(?:签约|签署|签订|签下|达成|联合|共同|携手|共建|合作|举行签约))"
    "|(?<=[\u4e00-\u9fff])(?:开发区|高新区|经开区|新区|保税区|自贸区|产业园区?|工业园区?)(?=(?:正式|成功|现场|近日|日前)*(?:签约|签署|签订|签下|达成))"
)
_IN_ZONE = re.compile("[^，。；：、！？\\s“”（）的了在与和由]+")
_LONGEST_ZONE = 18
_TOGETHER = re.compile("(?:联合|共同|携手)$")
_HOST_JOINTS = re.compile("[、，和与及]")


def acting_zones(scan: Scan) -> Iterator[Candidate]:
    """甲高新区|组织的捐赠仪式, 甲开发区|与乙集团签约: zones where they do what bodies do."""
    for match in _ZONE_ACTS.finditer(scan.text):
        end = match.end()
        begun = (at for at in range(max(0, end - _LONGEST_ZONE), match.start()) if scan.starting["place"].get(at))
        start = next((at for at in begun if _IN_ZONE.fullmatch(scan.text, at, end) and scan.is_boundary(at)), end)
        district = scan.text.endswith("新区", 0, end) and end in scan.ending["place"]  # 上海浦东新区
        if start < end and not district and end not in scan.starting["place"][start]:
            yield as_body(scan.text, start, end, "zone", 2.6)


def hosting_names(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The items of 由甲、乙、丙主办 that end as such bodies do and that are not read yet."""
    if "办" not in scan.text or ("由" not in scan.text and "办，" not in scan.text):
        return
    spans = {(c.mention.start, c.mention.end) for c in found if c.mention.type == "Organization"}
    for match in _HOSTED_BY.finditer(scan.text):
        at = match.start(1)
        for item in _HOST_JOINTS.split(match[1]):
            at, start = at + len(item) + 1, at
            item = _TOGETHER.sub("", item)
            end = start + len(item)
            if _HOST_ENDS.search(item) is not None and len(item) > 2 and (start, end) not in spans:
                yield as_body(scan.text, start, end, "hosts", 2.6)
