"""Names that everybody knows: with their place (香港 + a paper), and told apart from products, clubs from towns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_acting import acts_at
from kg.recognize.organization_terms import LONG_NAME, Terms, starts_here
from kg.recognize.organization_unit import NO_ABBREVIATION, NO_PLACES, TOWNS
from kg.recognize.scan import Scan
from kg.text import spans_of

NATIONAL = tuple(
    "中央 中国 中共 全国 国家 国务院 联合国 国际 世界 欧盟 欧洲 东盟 亚太 北约 安理会 世卫 世贸 上合 共青团".split()
)
"""What begins so has no place before it."""

NOUNS = frozenset("n vn an l nz j b".split())
"""Behind the name of a trade (中国船舶) they make it the trade itself: 中国船舶工业."""

AROUND = 60
"""A town's name is its club's only so near to the words of a game."""

HELD_IN = re.compile("市?(?:[举进]行|举办|召开|开幕|闭幕|落幕|开赛|开战|开打|站|街头|机场|当地|时间|奥运会)")
"""Behind a town's name they tell what takes place there, not its club."""
DESCRIBED = frozenset("nvajl")
"""Behind a short form they make it the trade itself: 甲市移动支付, 甲省电信诈骗."""

VISITS = frozenset("调研 考察 走访 座谈 参观 视察 慰问 检查 拜访 交流 访问".split())
"""What is done at a firm: 赴甲省联通|调研."""

ABROAD = re.compile(
    "(?:中国|大中华区|亚太区?)(?![^，。；、的]{0,3}(?:市场|用户|消费|业务|项目|大陆|内地|队|制造|品牌|专利|区))"
)
"""Behind a firm's name it is its daughter there: 甲中国宣布."""

NO_HOUSE = ("社会", "社区", "社交", "社评", "社论", "社员", "社科", "社团", "社保", "社群", "社长")
"""Behind a paper's name they do not make it its house."""

NO_FIRMS = tuple("部局会院社织委党军盟厅署行关网报台学馆所国")

SUM = re.compile(r" ?[\d.,]+(?:多|余)?(?:[亿万%元股年月日家名人位倍]|美元|港元)")
"""Numbers that are none of a model: 2031年, 2亿元."""
COUNTED = frozenset("辆台款部")
LONGEST_MAKE = 3
VEHICLE = re.compile(
    "牌?(?:[小大中微重轻]型?|银白?灰?色|白色|黑色|红色|蓝色|灰色|半?挂|厢式|普通|豪华)*"
    "(?:轿车|面包车|客车|货车|卡车|越野车|商务车|出租车|摩托车|大巴|中巴|跑车|皮卡|拖拉机|农用车|三轮车|罐车|挂车|牵引车|自卸车|工程车|小车|大客)"
)
"""Behind a maker's name it is a vehicle of that make: 一辆由北向南行驶的|甲牌面包车."""
COURIERS = ("员", "小哥", "骑手")
JOINED = frozenset("、和与及同")
OF_PLATFORMS = re.compile(
    r"平台|的?(?:骑手|外卖员|外卖骑手|快递员|配送员|网约车司机|司机|站点|分拣)"
    r"|(?:[、和及][^，。；：！？\n]{2,54}?)?等[^，。；：、！？的\n]{0,10}(?:企业|公司|平台|机构|单位)"
)
"""What stands behind the names of firms that run platforms: 甲骑手, 甲、乙等头部平台企业."""
ASKING = frozenset(("word", "platform"))


_MANY = re.compile(
    "(?:部分|各|有关|相关|兄弟|多个|多数|一些|不少|许多)(?:省市区?|省区市|省份|地市|市县|县区|区县|地区|地)的?$"
)
"""Behind these every place has such a body, and none is named."""
STREETS = re.compile(
    "(?:[\u4e00-\u9fff]{2,4}高速|大?街(?!舞|机)|大道|路(?![由透径演线特])|巷|胡同|广场|社区|小区|花园|大桥)"
)
"""What is called by a word that is a brand too."""
TOGETHER = re.compile("[造计伤死救困获有收评产签设推选涌完征采救抓查投安组建培筹募吸接办受展出发]")
"""What is done 共, in all."""


def known_names(scan: Scan, terms: Terms) -> Iterator[Candidate]:
    """The candidates for well-known names, in text order."""
    text = scan.text
    spans = [
        (start, end)
        for start, end in scan.terms["organization_names"]
        if ends_here(scan, terms, end) and (starts_here(scan, start, end) or end - start > LONG_NAME)
    ]
    sure = {position for span in spans if text[slice(*span)] not in terms.brands for position in span}
    asking = {name for span in spans if terms.brands.get(name := text[slice(*span)]) in ASKING}
    acting = {name: acts(scan, terms, name, known=True) for name in asking}
    sure |= {position for span in spans if acting.get(text[slice(*span)]) for position in span}
    for start, end in spans:
        name = text[start:end]
        if text.startswith(COURIERS, end) and text.endswith("快递", 0, end):
            continue  # 甲|快递员乙
        if text[end : end + 1].isascii() and text[end : end + 1].isalpha():
            continue  # 奔驰S级: a product, not its maker
        if _MANY.search(text, max(0, start - 6), start):
            continue  # 部分省市|贸促会
        if text.startswith("制度", end) or (name == "中共" and text.startswith(("党员", "预备党员"), end)):
            continue  # 人民代表大会制度, 中共党员
        if name == "中共" and text[start - 1 : start].isalnum() and TOGETHER.match(text, end):
            continue  # 竞赛中|共获一等奖
        if _in_a_foreign_name(scan, terms, start, end) or (end - start < 4 and STREETS.match(text, end)):
            continue  # 奔驰|广场
        group = terms.brands.get(name, "")
        if group and any(terms.posts.get(text[s:start]) == "post" for s in scan.ending["posts"].get(start, ())):
            continue  # 外交部长阿里: a person's name
        if not _in_context(scan, terms, start, end, group, acting.get(name, False), sure):
            continue
        if text[end - 1] in "报刊" and text.startswith("社", end) and not text.startswith(NO_HOUSE, end):
            end += 1  # 甲时报|社
        if text[end : end + 1] in ("中", "大", "亚") and not text[start:end].endswith(NO_FIRMS):
            end = _abroad(scan, terms, end)
        first = _local(scan, terms, start, end)
        whole = text[first:end]
        value = terms.known.get(whole) or whole if first == start else "local"
        yield as_body(text, first, end, "known", _score(end - first), value)


def _abroad(scan: Scan, terms: Terms, end: int) -> int:
    """Where the name of a firm's daughter in a country ends, if it acts or has a post behind it; else ``end``."""
    found = ABROAD.match(scan.text, end)
    if found is None or not scan.is_boundary(found.end()):
        return end
    behind = found.end()
    word = scan.word(behind)
    acting = acts_at(scan, terms, behind) or bool(scan.starting["posts"].get(behind))
    return behind if acting or not word.isalnum() else end


def _score(length: int) -> float:
    """A little more for longer names: 三井住友 is one bank, though 三井 and 住友 are firms too."""
    return 1.8 + 0.005 * length


def _in_context(
    scan: Scan, terms: Terms, start: int, end: int, group: str, acting: bool, sure: AbstractSet[int]
) -> bool:
    """Does a name that is other things too mean the body here? ``sure`` are where unmistakable names begin and end."""
    text = scan.text
    if end - start <= LONGEST_MAKE and VEHICLE.match(text, end):
        return False
    if not group:
        return True
    if group == "club":
        return not HELD_IN.match(text, end) and bool(terms.games(text[max(0, start - AROUND) : end + AROUND]))
    if group == "service":
        ends = scan.starting["posts"].get(end, ())
        return any(terms.posts.get(text[end:e]) == "post" and scan.is_boundary(e) for e in ends)
    if is_product(scan, terms, start, end):
        return False
    if group == "industry":
        owner = text.startswith(("旗下", "下属", "所属", "控股"), end)
        return owner or scan.tag(end) not in NOUNS or bool(scan.starting["posts"].get(end))
    if group == "listed" and _branch(scan, terms, start, end):
        return True
    if group in ("word", "platform", "listed"):
        behind = text[start - 1 : start] in JOINED and start - 1 in sure
        before = text[end : end + 1] in JOINED and end + 1 in sure
        return behind or before or (acting and group != "listed")
    return True


def _branch(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Is it a firm's branch: a place before the short name and no noun behind it (甲市联通, 甲省移动公司)?"""
    placed = bool(scan.places_before(start))
    described = scan.tag(end)[:1] in DESCRIBED and scan.word(end) not in terms.acts and scan.word(end) not in VISITS
    return placed and not (described and not scan.starting["posts"].get(end))


def _in_a_foreign_name(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Is the firm's name a piece of a transliterated one: 别克 in 别克捷诺夫?"""
    text = scan.text
    if "·" in (text[start - 1 : start], text[end : end + 1]):
        return True
    after, before = text[end : end + 2], text[max(0, start - 2) : start]
    if start - 2 in scan.ending["place"].get(start, ()) and terms.brands.get(text[start:end]) not in TOWNS:
        before = ""  # 美国|甲公司
    return (text[end - 1] in terms.sounds and _sounds(scan, terms, after, end)) or (
        text[start] in terms.sounds and _sounds(scan, terms, before, start - 1)
    )


def _sounds(scan: Scan, terms: Terms, pair: str, at: int) -> bool:
    """Are these two characters beside a name sounds of a foreign one?"""
    return (
        len(pair) == 2
        and all(c in terms.sounds for c in pair)
        and len(scan.word(at)) <= 2
        and scan.word(at) not in terms.posts
    )


def ends_here(scan: Scan, terms: Terms, end: int) -> bool:
    """Can a name end here: at the end of a word, before a post (省委书记) or the 长 of its head (外交部长)?"""
    if scan.is_boundary(end):
        return True
    text = scan.text
    if text[end - 1 : end + 1] == "部门":
        return False  # 教育部门|将, no 门将
    if text[end] in "内外里前" and scan.word(end) == text[end - 1 : end + 1]:
        return True  # 文化宫内, 医院内: words of the dictionary
    if text[end - 1 : end + 1] == "党人":
        return True  # 共产党人
    if text[end - 1 : end + 1] == "委派" or text.startswith(("会同", "下属"), end):
        return True  # 国家卫生健康委派出, 委会同, 部下属: words of the dictionary
    if text[end] == "长":
        return text[end - 1] != "社" and (end + 1 == len(text) or scan.is_boundary(end + 1))
    posts = scan.starting["posts"].get(end, ())
    return any(scan.is_boundary(e) and terms.posts.get(text[end:e]) in ("post", "job", "rank") for e in posts)


def is_product(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Does the brand stand for a thing: 三星手机, 奔驰 E级, 一辆宝马?"""
    text = scan.text
    after = text[end : end + 2].lstrip(" ")[:1]
    if SUM.match(text, end):
        return False  # 甲公司2031年的营收, 甲公司2亿元投资
    if after.isascii() and after.isalnum() and not text[end : end + 3].strip().startswith(("CEO", "CFO", "COO")):
        return True
    if start and scan.word(start - 1)[-1:] in COUNTED and scan.tag(start - 1)[:1] in ("q", "m"):
        return True
    return scan.word(end) in terms.products or any(
        text[end : end + size] in terms.products for size in range(2, terms.longest_product + 1)
    )


def acts(scan: Scan, terms: Terms, name: str, *, known: bool = False) -> bool:
    """Does the article use the name as a body's somewhere: 甲公司, 甲宣布, 甲负责人?"""
    for at, end in spans_of(name, scan.text):
        if scan.is_boundary(end) and (acts_at(scan, terms, end) or (known and OF_PLATFORMS.match(scan.text, end))):
            return True
        if known and scan.is_boundary(at) and len(maker := scan.word(at - 1)) > 1 and maker in terms.makers:
            return True  # 电商巨头甲
    return False


def _local(scan: Scan, terms: Terms, start: int, end: int) -> int:
    """Where a known name begins when one place stands right before it (湖南 + a firm: its branch there)."""
    if scan.text.startswith(NATIONAL, start):
        return start
    if scan.text[start:end] == "志愿军":
        return start  # 在韩|志愿军烈士
    of_state = terms.kinds.get(scan.text[start:end], ("", ""))[0] in ("government", "state", "army", "court")
    for first in scan.ending["place"].get(start, ()):
        if scan.text[first:start] in terms.stop or scan.text[first:start] in NO_PLACES:
            return start
        if start - first == 1 and scan.text[first] not in NO_ABBREVIATION and scan.is_boundary(first) and of_state:
            return first  # 俄央行, 美国防部
        if start - first >= 2 and scan.is_boundary(first) and not scan.ending["place"].get(first):
            return first
    return start
