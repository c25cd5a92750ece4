"""Who gets an honour that only collectives get: each item of the list is a body under its whole name, whatever words it holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.chains import list_items
from kg.recognize.scan import Scan
from kg.recognize.winning import GETTING, TITLED

_HONOURS = (
    "工人先锋号|劳动奖状|巾帼奖状|职工之家|职工小家|[文巾][明帼][^，。]{0,4}[岗号]|(?:标兵|示范|先锋)岗|红旗集体|青年文明号"
    "|(?:先进|优[胜秀]|示范|标杆|明星|模范|五星|金牌)(?:集体|班组|单位|企业|基层|组织)"
)
"""Honours that nobody gets alone."""
_BODIES = "(?:先进|优秀|基层|一线|获奖|入选|上榜)*(?:集体|单位|班组|企业|岗位|团队|工会|工作室)"
_NUMBER = r"[\d一两二三四五六七八九十百余多几]+[个家]"
_GOT = f"{GETTING}|{TITLED}|获|入选|获批"
_WON = re.compile(
    rf"(?:分别|双双|同时|共同|先后|成功|喜|也|均|都|则)*(?:{_GOT})[^，。；：\n]{{0,24}}?(?:{_HONOURS})"  # 甲、乙|荣获先进集体
    rf"|等{_NUMBER}{_BODIES}(?=[^，。；：\n]{{0,8}}?(?:{_GOT}|为“|受到表彰|上榜|榜上有名))"  # 甲、乙|等10个集体获评, 等5个班组为“…”
)
"""What stands behind the list of who wins."""
_GIVEN = re.compile(
    rf"(?:授予|命名|表彰|(?<!针)对)(?=(?P<who>[^。！？；：\n]{{4,300}}?)(?:等{_NUMBER}{_BODIES}|(?:为|“|全[国省市])[^，。；：、\n]{{0,10}}?(?:{_HONOURS})))"
)
"""授予|甲、乙等10个集体…, 命名|甲、乙为先进集体."""
_NAMED = re.compile(
    rf"(?:(?:{_GOT})[^，。；：\n]{{0,24}}?(?:{_HONOURS})[^，。；：\n]{{0,10}}?|{_NUMBER}{_BODIES}(?:分别|依次)?)(?:是|为|有)[：:]?(?P<who>[^。；：\n]{{4,600}})"
)
"""荣获先进集体的是：|甲、乙; 这4个集体分别为：|甲、乙."""
_CLAUSE = re.compile("[。！？；：\n]|授予|命名|表彰|推荐")
_SIGNS = re.compile("先锋|奖状|职工之家|职工小家|文明[岗号]|巾帼|集体|班组|单位|标兵岗|示范岗|企业|工作室")
_ITEM = re.compile(
    r"(?!近|今|昨|此|其|该|本|全[国省市]|[各多几两一二三四五六七八九十\d]+[名个家支])(?:[^，。、；：“”\s的了在和及为由将把被等从向获评以名们]|“[^“”，。]{1,8}”(?!$)){5,44}"
)
_BODY = re.compile(
    "公司|集团|[^工]厂|医院|学校|[中大小]学|学院|研究[所院]|[分总支]行|局|矿|站|油田|电网|[机工电供客车]务段|大队|支队|法院|中心|[市县区]"
)
_ENDS = re.compile(
    "(?:车间|班|班组|团队|工段|工区|机组|产线|生产线|作业区|作业队|项目部|营业部|事业部|队|组|室|科|处|部|中心|所|厂|矿|段|站|库|岗|岗位|台|值|窗口|大厅|病区|馆|店|社|院|校|园"
    "|公司|集团|支行|工会|分会|委员会|社区|工作室|局|庭|[^乡]村|号线|号炉)$"
)
_NO_ENDS = tuple("干部 全部 内部 俱乐部 活动中心 人员 选手 代表队 职工 党支部 支部 子公司 分公司".split())
_OWN = re.compile("[\u4e00-\u9fff]{3,6}公司")
"""A firm told by its trade alone, in a house paper: 电气化公司获评优秀组织单位."""
_CHAIN = re.compile(
    r"(?!(?:生产|加工|各|部分|下属|所属|有关|相关|其他|多个|全体|一线|基层|优秀|先进|[\d一两三四五六七八九十]+个)+(?:车间|班组|团队|部门))(?![^，。]{0,20}?(?:工会|联合|慰问|党|[职员]工|干部)[^，。]{0,12}?[间班组段])"
    r"[^，。、；：！？“”（）()\s的了在和与及为由将把被等从向以举组开承负]{1,26}?(?:车间|班组?|工段|工区|机组|作业区|(?<![作家查研目导察考巡领])小?组|[一二三四五六七八九十\d][室队值班]|窗口|服务厅|大厅|值)"
    r"(?=(?:近日|日前|今年|昨[日天]|今[日天]|还|也|又|已|正在|积极|主动|全力|联合|先后|连续)*(?:举行|举办|开展|组织(?!者|委)|承[担办]|主办|协办|负责(?!人)|攻克|研[发制]|完成|成立(?!的)|共有|现有|始终|坚持|立足|围绕|利用|获|荣获|被))"
)
"""The crews of a firm by what they do: 甲公司|检修车间甲班|开展练兵."""
_FIRMS = ("公司", "集团", "厂", "矿", "局", "段", "油田", "中心", "分局", "车间", "部", "血站", "电厂", "医院")
SCORE = 2.4
LONGEST = 400


def collective_names(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The items that begin as bodies do (a place, a body) and end as they or their parts do: 甲学校烹饪教研班."""
    text = scan.text
    yield from _crews(scan, found)
    if not _SIGNS.search(text):
        return
    spans = {(c.mention.start, c.mention.end) for c in found if c.mention.type == "Organization"}
    starts = {start for start, _ in spans}
    seen: set[tuple[int, int]] = set()
    for start, end in _lists(text):
        for span in list_items(text, start, end):
            if span not in seen and span not in spans and _is_body(scan, *span, starts):
                seen.add(span)
                yield as_body(text, *span, "collective", SCORE, "team")


def _crews(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The crews that do something, each behind the firm that it belongs to; where one is somebody else acts (在甲厂一车间)."""
    text = scan.text
    if "车间" not in text and "班" not in text and "组" not in text and "段" not in text:
        return
    firms = {c.mention.end: c.mention for c in found if c.mention.value != "team" and c.mention.text.endswith(_FIRMS)}
    for end, firm in firms.items():
        crew = _CHAIN.match(text, end)
        if crew is not None and text[firm.start - 1 : firm.start] not in ("在", "到") and scan.is_boundary(crew.end()):
            yield as_body(text, firm.start, crew.end(), "crew", SCORE, "team")


def _lists(text: str) -> Iterator[tuple[int, int]]:
    """Where the lists of winners stand."""
    for won in _WON.finditer(text):
        begun = max(0, won.start() - LONGEST)
        begun = max((m.end() for m in _CLAUSE.finditer(text, begun, won.start())), default=begun)
        yield begun, won.start()
    for match in (*_GIVEN.finditer(text), *_NAMED.finditer(text)):
        yield match.span("who")


def _is_body(scan: Scan, start: int, end: int, bodies: Collection[int]) -> bool:
    text = scan.text
    if not _ITEM.fullmatch(text, start, end) or not _ENDS.search(text, start, end) or not scan.is_boundary(end):
        return False
    if text.endswith(_NO_ENDS, start, end) and not _BODY.search(text, start, end - 3):
        return False
    begun = start in bodies or start in scan.starting["place"] or _BODY.search(text, start, end - 2) is not None
    return begun or _OWN.fullmatch(text, start, end) is not None
