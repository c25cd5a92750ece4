"""Programmes without a head of their own: named lines (甲至乙高速铁路) and craft by their series (神舟某号)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_piece import FUNCTION
from kg.recognize.named_view import View, level_before, propose
from kg.recognize.scan import Scan

LINE = 1.0
LED = 2.4
"""By both its ends, which are no places of their own there."""
CRAFT = 1.2
LONGEST_RUN = 4
NO_LETTERS = FUNCTION | frozenset("等国省乡村县各条建通")

_CRAFT = re.compile(
    r"“?(?:长征|神舟|天舟|天宫|天问|嫦娥|鹊桥|遥感|实践|风云|高分|海洋|资源|快舟|捷龙|力箭|东方红|中星|亚太|云海|试验|华龙|国和)"
    r"[一二三四五六七八九十\d]{1,3}号”?(?:[甲乙丙丁戊己改]+(?![\u4e00-\u9fff]方))?(?:遥[一二三四五六七八九十]{1,3})?(?:\d{2}组|\d{2}星|[A-Z]星?)?"
    r"(?:运载火箭|载人飞船|货运飞船|飞船|空间实验室|目标飞行器|探测器|气象卫星|卫星)?"
)
"""Spacecraft and launchers by their series; a number makes the name."""

_BRAND = re.compile(
    "(?:推出|发布|打造|创立|创建|创办|孵化|旗下|引进)(?:了|的)?(?:全新|自主|高端|新能源|独立|汽车|智能|豪华|电动|手机|首个|自有)*"
    "(?P<name>(?P<brand>[\u4e00-\u9fff]{2,4})品牌)(?=正式|亮相|发布|首|上市|推出|宣布|的|，|。|、|；|今|昨|近日|日前)"
)
"""打造的|甲乙品牌|正式亮相: what firms call their goods; only words of no dictionary, or of names, are brands."""
_OF_BRANDS = frozenset("nz nt nr nrt eng ns".split())
SHORTEST_FUND = 6

_VESSEL = re.compile(r"(?:蛟龙|奋斗者|雪龙2?|复兴|和谐)号(?![召称角线楼])|(?:辽宁|山东|福建)舰")
_LINE = re.compile(
    r"(?:高速|城际|客运|客专|跨境|国际)?(?:铁路|高铁|公路|客运专线)|(?:油气|天然气|输油|原油|成品油)管道|(?:经济|国际运输)走廊"
)


HOTLINE = 1.2
_HOTLINE = re.compile(
    r"(?<![\d.])(?:1[12]\d{3}|9[56]\d{3})(?:(?:政务|政府|市民|公共|便民|投诉|举报|维权|咨询|监督|法律|职工|工会|消费|妇女|青少年|旅游|服务)*)(?:热线|平台)(?!电话)"
)
"""A number that people dial."""

FUND = 1.2
_FUND = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9（）()]{4,40}?(?:联接基金|证券投资基金|指数基金|货币市场基金|混合基金|债券基金|股票基金|货币基金)(?:联接基金)?"
)
"""A fund that is sold: its house, what it buys, its kind (甲富稳健增长混合型证券投资基金)."""

SEASONAL = 1.4
_SEASONAL = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:“?(?:元旦|春节|新春|两节|五一|国庆|中秋|端午|清明|重阳|妇女节|劳动节|三八|六一|暑假|寒假|高考|春运|汛期|暑期|夏季|冬季|高温|寒冬|岁末年初|疫情)”?[、和]?){1,3}"
    r"期间(?:全省|全市|全区|全国|职工|系列|专项|集中)*(?:送|走访|慰问|关爱|帮扶|暖|惠民|促消费|志愿服务|安全生产)[^，。；：、“”的在了将]{0,12}?(?:活动|行动)"
)
"""What is done in a season for people: 2026年元旦春节期间送温暖活动."""

_PART = re.compile("[\u4e00-\u9fff]{0,10}(?:段|隧道|大桥|特大桥|立交桥|站)")
"""Behind a line: what lies on it is told of."""
_WAY = re.compile("铁路|高铁|公路|客运专线|管道|走廊")
"""What a line ends with; a text without it is not searched for what may stand before."""


def find_craft(view: View) -> Iterator[Candidate]:
    """Spacecraft, satellites and launchers (神舟某号, 长征某号运载火箭), and vessels of fame."""
    text = view.scan.text
    numbered = _CRAFT.finditer(text) if "号" in text else ()
    named = _VESSEL.finditer(text) if "号" in text or "舰" in text else ()
    for match in (*numbered, *named):
        yield propose(view, match.start(), match.end(), "Programme", "programme:craft", CRAFT)


def find_brands(view: View) -> Iterator[Candidate]:
    """Brands behind who makes or has them, where none of their words is an everyday one."""
    scan = view.scan
    for match in _BRAND.finditer(scan.text) if "品牌" in scan.text else ():
        words = scan.words[scan.word_at[match.start("brand")] : scan.word_at[match.end("brand") - 1] + 1]
        coined = all(end - start == 1 or tag in _OF_BRANDS for start, end, tag in words)
        firm = match["brand"] in view.lexicon["organization_names"]
        if coined and not firm and scan.is_boundary(match.start("brand")) and scan.is_boundary(match.end("brand")):
            yield propose(view, *match.span("name"), "Programme", "programme:brand", LED)


def find_lines(view: View) -> Iterator[Candidate]:
    """Railways, roads and pipelines by their two ends or by a row of letters that stand for them."""
    for match in _LINE.finditer(view.scan.text) if _WAY.search(view.scan.text) else ():
        start = _ends_before(view.scan, match.start())
        led = start is not None and _PART.match(view.scan.text, match.end()) is None
        if start is None:
            league = level_before(view, match.start())
            named = view.levels.get(view.scan.text[match.start() - league : match.start()]) == "league"
            start = match.start() - league if league and named else _letters_before(view.scan, match.start())
        if start is not None:
            yield propose(view, start, match.end(), "Programme", "programme:line", LED if led else LINE)


def find_funds(view: View) -> Iterator[Candidate]:
    """Funds by the house that sells them, which the text or everybody knows as such (甲富 by 甲富基金)."""
    text = view.scan.text
    known = view.lexicon["organization_names"]
    for match in _FUND.finditer(text) if "基金" in text else ():
        for start in range(match.start(), match.end() - SHORTEST_FUND):
            house = next(
                (h for n in (4, 3, 2) if f"{(h := text[start : start + n])}基金" in known or f"{h}基金" in text), ""
            )
            if house and not text.startswith("基金", start + len(house)) and view.scan.is_boundary(start):
                yield propose(view, start, match.end(), "Programme", "programme:fund", FUND)
                break


def find_hotlines(view: View) -> Iterator[Candidate]:
    """Hotlines and platforms by their number: 12345政务服务便民热线, 全国12315平台."""
    text = view.scan.text
    for match in _HOTLINE.finditer(text) if "热线" in text or "平台" in text else ():
        level = level_before(view, match.start())
        yield propose(view, match.start() - level, match.end(), "Programme", "programme:hotline", HOTLINE)


def find_seasonal(view: View) -> Iterator[Candidate]:
    """Activities called by the days on which they are held (元旦春节期间送温暖活动)."""
    text = view.scan.text
    for match in _SEASONAL.finditer(text) if "期间" in text else ():
        if view.scan.is_boundary(match.end()):
            yield propose(view, match.start(), match.end(), "Programme", "programme:seasonal", SEASONAL)


def _ends_before(scan: Scan, position: int) -> int | None:
    """The start of 甲省甲至乙省乙 that ends here, with the town that it leads by (甲经丙至乙)."""
    second = _town_before(scan, position)
    if second == position or scan.text[second - 1 : second] not in ("至", "到", "-", "—"):
        return None
    first = _town_before(scan, second - 1)
    if first == second - 1:
        return None
    origin = _town_before(scan, first - 1) if scan.text[first - 1 : first] == "经" else first
    return origin if origin < first - 1 else first


def _town_before(scan: Scan, position: int) -> int:
    """Where the town that ends here begins, with the province before it; the position itself if none ends here."""
    start = position
    for _ in range(2):
        start = next(
            (at for at in scan.ending["place"].get(start, ()) if start - at > 1 and scan.text[at:start] != "新建"),
            start,
        )
    return start


def _letters_before(scan: Scan, position: int) -> int | None:
    """The start of a row of two to four characters that the dictionary does not join: 京张, 渝昆."""
    start = position
    while start > 0 and position - start < LONGEST_RUN:
        char = scan.text[start - 1]
        if len(scan.word(start - 1)) != 1 or char in NO_LETTERS or not "\u4e00" <= char <= "\u9fff":
            break
        start -= 1
    return start if position - start > 1 else None
