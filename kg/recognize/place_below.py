"""Villages and hills right behind the place that they lie in: 丁乡石人子村, 甲市乙县的径山村, 丙省丁市天云山.

The place before them gives the left border, so that any two or three characters are a name, whatever words the
dictionary makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognize.person_told import LEADERS
from kg.recognize.place_atlas import Atlas
from kg.recognize.scan import Scan

TOWNS = frozenset(("村", "社区", "嘎查", "镇", "乡", "街道"))
SITES = frozenset(("山", "湖", "岛", "峡谷", "峡", "古镇", "景区", "水库"))
SCENIC = ("峡谷", "古镇", "景区", "水库")
"""Of these, a verb behind them tells as well as a mark that they are no piece of a longer word."""
SQUARES = ("广场", "公园")
LANES = frozenset(("路", "街", "巷", "胡同", "大街", "大道", "弄"))
BEHIND_LANES = re.compile("$|[0-9“，。、；：）\n一某附与和交口段的南北东西中发突起内处]")
"""What goes on behind a street; 上, 头 or 灯 do not."""
TOWNSHIPS = ("镇", "乡", "街道")
UPPER = ("省", "市", "县", "区", "旗", "州", "镇", "乡", "街道")
LONGEST = 3
"""Characters before the head."""

LONGEST_LINK = 12

ORDINARY = frozenset("n v a b m f l i t r vn ad d s j an".split())
_NO_NAME_WORDS = (
    "^(?:农村|乡村|山区|城中|贫困|中心|示范|重点|试点|移民|部分|全部|下辖|周边|附近|有关|相关|"
    "边远|偏远|文明|旅游|民族|受灾|行政|自然|沿江|沿海|沿河|特色|历史|文化|美丽|生态|安置|集镇|传统|先进|落后|所属|所辖|基层|经济|淘宝|"
    "空心|长寿|乡镇|城镇|村镇|建制|重镇|名镇|强镇|边境|产业|工业|商业|教育)"
)
NO_NAME_WORDS = re.compile(_NO_NAME_WORDS)
NO_NAME = re.compile(
    "地处|位于|坐落|[的了着在到和与及或各每某该本此这那其多少全整同另两三四五六七八九十百千几一个座名位有是把被对从向等也都还就可能会要去来将为以于内外"
    "、，。；：（）“”《》0-9\\s]"
    "|^[大小高老新古旧邻山农城渔乡雪火荒青群矿冰半]|" + _NO_NAME_WORDS
)
COUNTED = re.compile("(?:[0-9〇一二三四五六七八九十百千两几数多每各]余?[个座处家批片]|所有|一些|部分)$")
"""How many there are says that what follows is no name: 一座|220千伏变电站, 所有|嘎查村."""
UNKNOWN = ("那", "会", "都", "多", "其", "于", "对", "来", "到", "以", "将")
"""Characters that a name of sounds may hold behind its first: 甲省扎嘎|洛|村."""
LISTED = re.compile("[、，。；和与及]|等|入选|上榜|荣获|获|被|当选|分别")
FUNCTION = re.compile("[的了着“”《》（）\\s，。、；：]|个|[0-9]")
GROUPS = re.compile(
    "城市|城乡|老年|志愿者?|党员|干部|物业|居民|职工|村民|群众|辖区|工会|妇联|团委|党委|工委|办事处|政府|智慧|未来|数字|大型|老旧|封控|结对|联系|"
    "包保|挂钩|帮扶|书记|主任|领导|国家级?|省级|市级|街道|乡贤|驻村|第一"
)
"""Behind a town they tell whose the villages are, or of what kind, and name none."""
_OF_TOWNS = "上里内区郊中政村亲镇办街民容级"
"""Behind 镇 or 乡 these make a word with it; others begin the village's name: 甲镇|西乙村."""
_LINK = re.compile(
    "的(?:(?:国家级|省级|深度|建档立卡)?(?:贫困|自然|行政|移民|边境|示范|文明|明星|先进|民族|少数民族|传统|脱贫|偏远|边远|高山|偏僻|古老的?)*(?:小山|山|小|古|渔|苗|侗|瑶|藏|羌|水)?(?:村庄|村寨|村落|村子|村|寨子|小镇))?$"
)
"""Between a county and its village: 甲县的|乙村, 甲县的贫困村|乙村."""
BEHIND = re.compile("[级民里长委干情容风官支史味土活货味籍外]")
"""Behind 村 or 镇 they make a word of their own: 村民, 镇级."""


def below(scan: Scan, atlas: Atlas, head: int, end: int, by_end: Mapping[int, int]) -> int | None:
    """Where the name begins that ends in the head at ``head:end``, right behind a place or behind its 的."""
    text = scan.text
    term = text[head:end]
    square = term in SQUARES and text[end : end + 1] not in "舞票"
    if not (term in TOWNS or term in SITES or square) and not (term in LANES and BEHIND_LANES.match(text, end)):
        return None
    verbal = term in SCENIC and scan.tag(end)[:1] in "vpd"
    if BEHIND.match(text, end) or (term in SITES and not verbal and text[end : end + 1] not in "，。、；的）\n"):
        return None
    for start in range(head - 1 - (square or term in SITES), max(0, head - LONGEST - 1), -1):
        link = _LINK.search(text, max(0, start - LONGEST_LINK), start)
        before = link.start() if link else start
        outer = by_end.get(before)
        if outer is None or before <= 0:
            continue
        return start if _is_name(scan, atlas, text[outer:before], start, head, end, link is not None) else None
    return None


def _is_name(scan: Scan, atlas: Atlas, outer: str, start: int, head: int, end: int, linked: bool) -> bool:
    text = scan.text
    term = text[head:end]
    if not linked and atlas.has_level(outer, ("province",)) and _is_of_sounds(scan, atlas, start, head, end):
        return True
    if not linked and outer.endswith(TOWNSHIPS) and term in ("村", "社区", "嘎查"):
        return _is_of_town(scan, start, head)
    if NO_NAME.search(text[start:head]) or text[start:end] in atlas.ordinary or text[start:head] in atlas.ordinary:
        return False
    first, last, tag = scan.words[scan.word_at[start]]
    clan = term == "村" and head - start == 1 and text[start] in CLANS  # 甲县|余村
    if last >= head and first == start and tag in ORDINARY and not clan:
        return False  # 甲县的特色|镇, 乙省|雪山
    if term in LANES:
        upper = outer.endswith(UPPER) or atlas.has_level(outer, ("county",))
        return upper and not linked and len(text[start:head]) == 2 and tag[:1] in "nqgjx"
    if term in SITES or term in SQUARES:
        return len(outer) > 2 and not linked and len(text[start:head]) > 1
    if linked:
        return term == "村" and head - start > 1
    return outer.endswith(UPPER) and (term in ("村", "社区", "嘎查") or outer.endswith(UPPER[:6]))


def _is_of_town(scan: Scan, start: int, head: int) -> bool:
    """Is it a village's name right behind its town, though it may be a common word: 甲镇花园村, 乙街道和平社区?"""
    name = scan.text[start:head]
    if len(name) == 1 or NO_NAME_WORDS.match(name) or FUNCTION.search(name) or GROUPS.match(name):
        return False
    first, last, _ = scan.words[scan.word_at[start]]
    shared = (
        first == start - 1 and last == start + 1 and scan.text[first] in "镇乡" and scan.text[start] not in _OF_TOWNS
    )
    if first != start and not shared:
        return False
    at = start if first == start else last
    while at < head:
        _, last, tag = scan.words[scan.word_at[at]]
        if tag[:1] in "pcurdxw" or (at == start and tag[:1] == "v"):
            return False
        at = last
    return True


def _is_of_sounds(scan: Scan, atlas: Atlas, start: int, head: int, end: int) -> bool:
    """Are they characters that the dictionary makes no words of, right behind a province: 甲省扎嘎洛村、乙省…?"""
    text = scan.text
    name = text[start] + "".join(char for char in text[start + 1 : head] if char not in UNKNOWN)
    if text[head:end] not in ("村", "镇", "乡") or head - start < 2 or NO_NAME.search(name):
        return False
    lone = all(scan.is_boundary(at) for at in range(start, head + 1))
    return lone and text[start:head] not in atlas.ordinary and LISTED.match(text, end) is not None


def torn(start: int, head: int, by_end: Mapping[int, int]) -> bool:
    """Do one or two characters part the name that begins at ``start`` from the place before it: 甲镇长|龙堰村?"""
    return start < head and start not in by_end and not by_end.keys().isdisjoint((start - 1, start - 2))


def counted(text: str, start: int) -> bool:
    """Are there said to be several, or any one, of what begins at ``start``?"""
    return COUNTED.search(text, max(0, start - 4), start) is not None


CLANS = frozenset(
    "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦史顾侯邵孟段雷钱汤尹黎"
)
_GOES_ON = "，、。；：出参表介说主致宣"


def of_a_person(scan: Scan, start: int, head: int, end: int) -> bool:
    """Is it the name of a person behind a post: 甲县|长林峰, a hill of one character; 组长|李安镇，?"""
    text = scan.text
    led = text[start] in CLANS and end - start == 3 and end - head == 1 and text[end : end + 1] in (*_GOES_ON, "")
    if led and text.endswith(LEADERS, 0, start):
        return True
    return (
        text[start] == "长"
        and end - start > 2
        and end - head == 1
        and text[head] in "峰山江海河湖岭岩洋溪泉洲"
        and start + 1 in scan.starting["posts"].get(start - 1, ())
    )
