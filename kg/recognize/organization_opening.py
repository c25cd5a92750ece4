"""Where a name begins that something opens beside a place or a body: two countries, a quoted word, a brand, a sender."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.organization_acting import acts_at
from kg.recognize.organization_gap import KIND_OF_ZONE, Border
from kg.recognize.organization_head import Head
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_titled import PROPER
from kg.recognize.organization_unit import Unit
from kg.recognize.organization_units import YOUNG
from kg.recognize.scan import Scan

SOCIETIES = ("协会", "学会", "友协", "商会", "理事会", "基金会", "委员会", "交流中心")
PAIR = re.compile("[美日俄英法德韩欧非印澳越泰缅朝]中|中[美日俄英法德韩欧非印澳越泰缅朝]")
COURSES = ("学堂", "夜校", "课堂", "讲堂")
"""Between quotes they are programmes (“匠心学堂”)."""
NATIONAL = ("全国", "中国", "国家", "国际", "世界", "人民", "民族", "联合国")
"""What opens a body's name between quotes, whatever the words behind it: “全国维持|和平甲委员会”."""
OF_ZONES = ("管委会", "管理委员会", "党工委")
WITHIN = re.compile("(?:境内|辖区内|区域内)的?(?=[\u4e00-\u9fff]{2})")
ZONE = re.compile("(?:^|[、，。：；\\n及和与由])((?![全各该本我外市省县两多])[\u4e00-\u9fff]{2})$")
"""新岭|区管委会: a zone that no list knows, behind a mark."""
FIELD = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:系统|战线)(?!工程|集成|技术|科技|软件|设备|信息|控制|服务|开发|有限|股份|设计)(?=[\u4e00-\u9fff]{2})"
)
"""In which field a firm is, before its name."""
STATE_GROUP = re.compile(
    "(?:^|(?<=[，。；：、“（）\n由在与和是为到对]))(?P<group>航空工业|兵器工业|兵器装备|航天科技|航天科工|船舶工业)$"
)
"""The daily name of a state group, an industry too, that opens the names of its firms."""
RELATION = re.compile(
    "(?:(?:第[一二三四五六]大|控股|间接控股|主要|原|单一)?(?:股东|大股东)|实际控制人|实控人|(?:全资|控股|参股)?(?:子公司|孙公司)|附属机构|附属公司|关联方"
    "|关联公司|母公司|交易对方|合作方|中标人|发行人|主承销商|保荐机构|审计机构|评估机构|收购方|出让方|受让方|转让方)(?=[\u4e00-\u9fff]{2})"
)
"""What a firm is to another, before its name."""
GROUPS = ("集团", "公司")
BRAND = re.compile(
    "(?![的了在是与及或各该其这那某等由将被从向])[\u4e00-\u9fff](?:(?![的了在是和与及或各该本其这那某等为对由将被从向所有])[\u4e00-\u9fff])+"
)
MARKS = "，。；：、（）“”\n"
WITH = "与和同由"
_WORKS = re.compile(r"[^，。；：、！？\n“”的]{4,30}?(?:项目|工程|生产线)")
VISIT = re.compile("(?:[到赴在对]|来到|走进|走访)$")
VISITING = re.compile("(?:开展|进行)?(?:调研|考察|走访|座谈|交流|拜访|参观|视察|检查指导|回访|洽谈|学习)")
QUOTED_WHOLE = ("联盟", "俱乐部", "联合体", "共同体", "合作社")


AS_MEMBER = re.compile(
    "(?:会长|理事长?|主席|秘书长|成员|会员|主办|承办|协办|牵头|支持|建设|施工|总承包|监理|设计|勘察|承建|分包|开发|运营|检测|发包|代建|中标|责任|涉事|肇事)(?:单位|企业)(?=[\u4e00-\u9fff]{2})"
)
"""What a body is to a society or to what is held, before its name."""
WHAT_IT_IS = re.compile(
    "(?:车企|药企|房企|酒企|民企|国企|央企|险企|上市公司|巨头|厂商|制造商|供应商|运营商|开发商|经销商|零售商|服务商|龙头企业|独角兽企业|独角兽|老字号|金融机构|投资机构|私募机构|领军企业|民营企业|国有企业)(?=[\u4e00-\u9fff]{2})"
)
"""What a firm is, before its name."""
OURS = tuple(f"我{kind}" for kind in "院校所局厂司行县市省区国")
"""我院|会计学系: what a house paper calls its own."""
QUOTED_FIRM = re.compile(r"[\w（）·&]+")
LONGEST_QUOTED = 20
LONGEST_FOUNDED = 22
FOUNDS = re.compile(
    "(?:成立|设立|建立|共建|组建|建成|创建|创办|创立|筹建|揭牌|挂牌)了?(?:[首一][个家]|[一两三四五六七八九十0-9]+[个家])?$"
)


def opened(scan: Scan, start: int, head: Head) -> int:
    """Where the name begins that two countries (美中|甲协会), a quoted word (“感动|中国甲联盟”) or a sender (甲国常驻|乙组织代表团) opens."""
    text = scan.text
    if text.startswith(OURS, start) and start + 2 < head.start:
        return start + 2
    if head.family == "company" and (group := STATE_GROUP.search(text, max(0, start - 5), start)):
        return group.start("group")  # 、航空工业|甲市飞机制造厂
    if (role := AS_MEMBER.search(text, start, head.start)) and role.end() < head.start:
        return role.end()  # 甲协会会长单位|乙银行
    if (
        head.family == "company"
        and (what := WHAT_IT_IS.search(text, start, head.start))
        and _opens_a_name(scan, what.end())
    ):
        return what.end()  # 新能源车企|甲汽车, 德国工业巨头|甲集团
    if text[start] == "系" and text[start - 1 : start] in ("，", "、", "；") and start + 2 < head.start:
        return start + 1  # ，系|甲集团的子公司
    if head.word in ("代表团", "使团") and start:
        start = _of_a_mission(scan, start)
    zoned = head.word in OF_ZONES and KIND_OF_ZONE.fullmatch(text, start, head.start)
    if zoned and (zone := ZONE.search(text, max(0, start - 3), start)):
        return zone.start(1)  # 新岭|区管委会, 东兰|工业园区党工委
    if head.formal and text[head.end : head.end + 1] == "”":
        quote = text.rfind("“", max(0, start - LONGEST_QUOTED), start)
        whole = quote >= 0 and (quote + 1 == start or QUOTED_FIRM.fullmatch(text, quote + 1, start))
        return quote + 1 if whole else start  # “联合丙系统|研发（乙）有限公司”
    if head.family == "company" and (within := WITHIN.search(text, start, head.start)):
        return within.end()  # 甲乡境内|乙化工有限公司
    if head.formal and (relation := RELATION.match(text, start, head.start)):
        return relation.end()  # 控股股东|甲科技有限公司
    if head.formal and (field := FIELD.match(text, start, head.start)):
        return field.end()  # 煤炭系统|甲能源股份有限公司
    if head.word.endswith(SOCIETIES) and text.startswith("中国", start):
        return next((at for at in scan.ending["place"].get(start, ()) if start - at > 1), start)  # 甲国|中国商会
    if head.word.endswith(SOCIETIES) and PAIR.fullmatch(text, max(0, start - 2), start):
        return start - 2
    quote = text.rfind("“", max(0, start - 5), start)
    if quote < 0 or text[head.end : head.end + 1] != "”":
        return start
    whole = head.word in QUOTED_WHOLE or text.startswith(NATIONAL, quote + 1)
    return quote + 1 if whole and text[quote + 1 : start].isalnum() else start


def _opens_a_name(scan: Scan, at: int) -> bool:
    """Is the word here a proper one or a lone character, not an everyday word (国有企业|改革领导小组)?"""
    return len(scan.word(at)) == 1 or scan.tag(at) in PROPER or bool(scan.starting["place"].get(at))


def _of_a_mission(scan: Scan, start: int) -> int:
    """Where 甲国|常驻|联合国代表团 begins: with the country that sends it."""
    sent = next((start - len(word) for word in ("常驻", "驻") if scan.text.endswith(word, 0, start)), start)
    return scan.ending["place"].get(sent, (sent,))[0] if sent < start else start


def brand_before(units: Sequence[Unit]) -> int | None:
    """Where two lone characters before the last piece begin: what is no place then."""
    brand = units[-3:-1]
    lone = len(brand) == 2 and all(u.kind == "proper" and u.end - u.start == 1 for u in brand)
    return brand[0].start if lone else None


def young_brand(units: Sequence[Unit], letter: Unit, text: str) -> Unit | None:
    """The character before a country's letter that makes a brand of both: 正 in 正英基金会."""
    before = next((u for u in units if u.end == letter.start), None)
    return (
        before if before is not None and before.kind == "proper" and text[before.start : before.end] in YOUNG else None
    )


def quoted_whole(text: str, start: int, end: int) -> Border | None:
    """“青年志愿服务队”: quotes around the whole make it a name."""
    if text.endswith(COURSES, start, end):
        return None
    if start and text[start - 1] in "“『「" and text[end : end + 1] in ("”", "』", "」"):
        return start, "in-quotes", 1.4
    return None


def founded(text: str, end: int) -> Border | None:
    """成立“产业工人技能提升中心”: what is founded under a name in quotes is a body, whatever words the name holds."""
    quote = text.rfind("“", max(0, end - LONGEST_FOUNDED), end)
    if quote < 0 or text[end : end + 1] != "”" or not text[quote + 1 : end].isalnum():
        return None
    if text.endswith(COURSES, quote, end) or not FOUNDS.search(text, max(0, quote - 12), quote):
        return None
    return quote + 1, "founded", 1.4


def behind_a_maker(scan: Scan, terms: Terms, head: Head) -> Border | None:
    """零售商|步步旺集团: what stands between a maker's noun, or a mark, and 集团 is the brand, whatever words it holds."""
    text = scan.text
    if head.word not in GROUPS or head.start in scan.ending["organization_names"]:
        return None
    for size in (3, 2, 4):
        start = head.start - size
        brand = text[max(0, start) : head.start]
        if (
            start < 0
            or not BRAND.fullmatch(brand)
            or any(brand in w for w in (terms.stop, terms.qualifiers, terms.predicates))
        ):
            continue
        marked = head.word == "集团" and (
            (_begins(scan, start) and (acts_at(scan, terms, head.end) or _builds(scan, head.end)))
            or _visited(scan, start, head.end)
            or (_held(scan, terms, start, head) and (_begins(scan, start) or text.endswith(HELD_BY, 0, start)))
        )
        if marked or any(text.endswith(maker, 0, start) for maker in terms.makers if len(maker) > 2):
            return start, "maker+brand+head", 1.4
    return None


HELD_BY = ("出任", "担任", "就任", "现任", "曾任", "历任", "被", "来自")
OWN = tuple(f"的{who}" for who in "选手 职工 员工 工人 代表 队员 工程师 技术人员".split())


def _held(scan: Scan, terms: Terms, start: int, head: Head) -> bool:
    """Does a post or the group's own man stand behind it (清科集团|的选手), and is its brand no field (旅游集团)?"""
    brand = scan.text[start : head.start]
    if any(brand in words for words in (terms.fields, terms.inner, terms.kinds, terms.prefixes)):
        return False
    return head.end in scan.starting["posts"] or scan.text.startswith(OWN, head.end)


def _begins(scan: Scan, start: int) -> bool:
    """Does the clause begin here, or who somebody acts with or by: 与|水务集团签署, 由|园林集团承建?"""
    return start == 0 or scan.text[start - 1] in MARKS or (scan.text[start - 1] in WITH and scan.tag(start - 1) in "pc")


def _builds(scan: Scan, end: int) -> bool:
    """Does the name of its works begin here: 远江集团|甲县锂电项目, 远江集团|年产3万吨…?"""
    return _WORKS.match(scan.text, end) is not None and (
        scan.text.startswith("年产", end) or bool(scan.starting["place"].get(end))
    )


def _visited(scan: Scan, start: int, end: int) -> bool:
    """Is it where somebody goes to see and talk: 到|文旅集团|调研?"""
    return VISIT.search(scan.text, max(0, start - 2), start) is not None and VISITING.match(scan.text, end) is not None
