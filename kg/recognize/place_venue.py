"""Venues told by what is held in them: 在我校|学术交流中心|报告厅举行, 在|南湖校区文体中心|开幕.

在 gives the left border and the verb of holding the right one, so that any building's head will do for the end of
the name. A hall or a floor is left to its building where the name has one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.recognize.place_atlas import Atlas, Span
from kg.recognize.scan import Scan

HELD = re.compile(
    "举行|举办|召开|开幕|闭幕|落幕|启动|揭幕|上演|开赛|录制|首演|首映|展出|揭牌|开展|开讲|开演|开营|开班|亮相|开机|放映|开播|揭晓|收官|举槌|开会|启幕|开锣|拉开|揭开|签约|首发|发布|奠基|成立|颁奖|颁发|亮灯|进行|设展|布展|设立"
)
ADVERBS = tuple(
    "隆重 正式 成功 顺利 如期 倾情 圆满 同步 联合 共同 集中 热烈 盛大 首次 再次 火热 精彩 温情 欢乐 激情 有序".split()
)
LEFT = re.compile("(?<=在)[^在，。；：、！？“”《》\\s]{3,48}$")
"""From the last 在 of the clause."""

HELD_THERE = 1.8
"""More than for other places: 甲大学体育馆 is one name, though 甲大学 is a surer one."""
LONGEST, LONGEST_ROW = 26, 50
OWN = re.compile("(?:我|本|该|贵)(?:校|院|市|县|区|省|镇|公司|单位|社区|馆)|当地|首都|省会|校内|市内|位于")
INSIDE = re.compile("(?:里|内|前|上|外|门前|门口|广场上|院内)$")
HALL = re.compile(
    "(?:[一二三四五六七八九十0-9]{1,3}(?:号楼|楼|层))?"
    "(?:学术|多媒体|多功能|一楼|二楼|三楼|[0-9]{3,4}|第?[一二三四五六七八九十]{0,2})?"
    "(?:报告厅|会议室|会议厅|宴会厅|大厅|多功能厅|展厅|演播厅|演播室|阶梯教室|学术厅|大礼堂|礼堂|操场|序厅)$"
)
NAMED_HALL = re.compile(
    "(?:酒店|饭店|宾馆|楼|大厦|中心|会堂|礼堂|馆|山庄|剧院|校区|大学|学院)[\u4e00-\u9fff·]{1,6}(?<![大告议会播展能前序宴客])厅$"
    "|楼[\u4e00-\u9fff·]{0,4}(?:报告厅|会议室|会议厅)$"
)
"""A hall with a name of its own, in a house that is named before it: 国宾酒店|紫金厅."""
BARE = frozenset(
    "学校 公司 单位 机关 社区 村里 城市 医院 市中心 活动 会议 室外 室内 大型 新闻 国际 城市 文化 体育 人民 中心 商业 主题 休闲 各大 多家 一家 知名 五星级".split()
)
"""Words that say of what kind a building is, not which."""

OF_A_TOWN = frozenset(
    "市民广场 市民中心 市民公园 文化公园 体育公园 运动公园 人民公园 中央公园 中心公园 城市公园 火车站广场 站前广场 车站广场 全民健身中心 全民健身广场 "
    "市民文化广场 市民健身中心 群众文化广场 群艺馆广场 政府广场 行政广场 购物公园 湿地公园 滨河公园 滨江公园 滨海公园 滨湖公园".split()
)
"""Squares, parks and halls of which a town has one, though common words call them."""

VAGUE = re.compile(
    "[某各多两几每一该此这那内外]|[府堂馆楼院宫]前|等|附近|周边|全国|全市|全省|现场|临时|若干|部分|有关|相关|露天|户外"
)
SPOKEN = frozenset("p c uj ul ud uz d r q t y o e k".split())


STRUCK = re.compile("(?:突然|再次|也)?(?:发生|突发|起火|着火|失火|坍塌|垮塌|倒塌)")
BUILDING = (
    "大楼",
    "商城",
    "商厦",
    "商场",
    "市场",
    "购物中心",
    "家具城",
    "建材城",
    "轻纺城",
    "服装城",
    "批发城",
    "电脑城",
    "小商品城",
)
LEVELS = frozenset("市县区旗镇乡")
LONGEST_BUILDING = 10
KINDS = re.compile(
    "居民|办公|家属|教学|宿舍|综合|商住|出租|自建|单位|公司|机关|政府|农贸|集贸|证券|股票|房地产|楼市|金融|国内|国际"
)
"""What says of what kind the building is, not which."""


def struck_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Adds the buildings between a place and what befell them: 甲市|纺织品大楼|发生火灾."""
    if not any(building in scan.text for building in BUILDING):
        return
    ends = {span.end for span in spans.values() if scan.text[span.end - 1] in LEVELS}
    for match in STRUCK.finditer(scan.text):
        end = match.start()
        if not scan.text.endswith(BUILDING, 0, end):
            continue
        for start in range(end - 3, max(0, end - LONGEST_BUILDING) - 1, -1):
            if start in ends:
                if (
                    start not in spans
                    and _is_name(scan, atlas, start, end, BUILDING)
                    and not KINDS.match(scan.text, start)
                ):
                    spans[start] = Span(end, 1.3, "head:struck")
                break


def venue_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Adds the venues that stand between 在 and a verb of holding."""
    for match in HELD.finditer(scan.text):
        held = match.start() - 2 * scan.text.endswith(ADVERBS, 0, match.start())
        found = LEFT.search(scan.text, max(0, held - LONGEST_ROW), held)
        for part in _row(scan.text, atlas.venues, *found.span()) if found else ():
            start, end = _venue(scan.text, atlas.venues, *part)
            known = spans.get(start)
            whole = known is not None and known.composed and known.end == end
            if not 4 <= end - start <= LONGEST or (known is not None and known.end >= end and not whole):
                continue
            if _is_name(scan, atlas, start, end):
                spans[start] = Span(end, HELD_THERE, "head:venue" if known is None or not whole else known.reason)


def _row(text: str, houses: tuple[str, ...], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of 在|甲会展中心|和|乙体育馆|举行, or all of it where not every part ends as venues do."""
    joints = [at for at in range(start, end) if text[at] in "和与" and text.endswith(houses, start, at)]
    borders = [start - 1, *joints, end]
    return [(a + 1, b) for a, b in pairwise(borders)] if joints else [(start, end)]


def _venue(text: str, houses: tuple[str, ...], start: int, end: int) -> tuple[int, int]:
    """The building in these words: without whose it is before it, without the hall and 里 behind it."""
    start = max(start, text.rfind("的", start, end) + 1)
    if own := OWN.match(text, start, end):
        start = own.end()
    if inside := INSIDE.search(text[start:end]):
        end = start + inside.start()
    hall = HALL.search(text[start:end])
    if hall is not None and hall.start() > 0 and text.endswith(houses, start, start + hall.start()):
        end = start + hall.start()
    return start, end


def _is_name(scan: Scan, atlas: Atlas, start: int, end: int, houses: tuple[str, ...] = ()) -> bool:
    """Is it a building by its end, and more than words for a kind of buildings?"""
    text = scan.text
    tail = max((len(venue) for venue in houses or atlas.venues if text.endswith(venue, start, end)), default=0)
    tail = tail or (0 if houses else int(NAMED_HALL.search(text[start:end]) is not None))
    if text[start:end] in OF_A_TOWN and scan.is_boundary(start) and scan.is_boundary(end):
        return True
    if not tail or not scan.is_boundary(start) or not scan.is_boundary(end) or VAGUE.search(text, start, end):
        return False
    name = text[start : end - tail]
    proper = scan.tag(start) in ("nz", "ns", "nr")
    if len(name) < 2 - (tail > 2) or name in BARE or (name in atlas.ordinary and not proper):
        return False
    words = scan.words_of(start, end - tail)
    return all(tag not in SPOKEN and text[a:b] not in atlas.borders for a, b, tag in words)
