"""What the names themselves say: 甲大学附属医院 is of 甲大学, 甲杯竞赛总决赛 is part of 甲杯竞赛."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.signs import HOLE_OF_TYPE
from kg.extract.words import PIVOT, PREPOSITION, TOGETHER, Vocabulary
from kg.knowledge.frames import Rule
from kg.model import Entity

_MARKS = re.compile(r"[“”‘’『』「」《》\"\s]")
_YEAR = re.compile(r"^(?:第[一二三四五六七八九十百\d]+届|\d{2,4}(?:年度?|年?)|[12]\d{3}-\d{4}年?度?)+")
_SAME = re.compile(
    r"(?:学会|协会|研究会|部门)$|(?:胜利|结束|爆发|发生|逝世|诞辰)?\d+周年|[业与及暨的（(]|和(?!田|平|县|顺|龙|静|硕|政|布)|国家|监委|片区|(?:集团|股份|控股|总|有限|责任)*公司$|[省市县区](?:委|政府|人大|政协)|.{0,8}自治[区州县]$|特别行政区|公路|世界|地区$|党组$|监察部$|监察委$|.{0,3}国$"
    r"|(?:仪式|典礼|活动|大会|竞赛|比赛|展演|展演活动|项目|工程|频道|部队|盆地|高原|平原)$"
)
"""Rests that make no part: 甲博物馆学会 joins many such bodies, 甲省委省政府 is two, 甲维吾尔自治区 is 甲 itself."""
_BESIDE = re.compile("海峡|水系|经济带|流域|市场|沿岸|沿线|周边|附近|海域|空域|边境|边界|界河|方向")
"""Places named after another without lying in it."""
_CALLED_AFTER = ("协会", "学会", "研究会", "纪念馆")
"""What is called after a body without being a part of it."""
_JOINT = ("学会", "协会", "联合会")
_SHOWS = ("节", "会", "展", "赛")
"""Ends of events that a country shows elsewhere."""
_MINISTRIES = ("大学", "科学院", "部", "委", "局", "署", "委员会")
"""Bodies with institutes that bear the country's name."""
_FORCES = ("海军", "空军", "陆军", "军事", "驻")
_WATERS = re.compile(r"(?:河(?:谷|口|流域|[东西南北两]岸)?|海?湾|海峡)$")
_HOUSES = ("馆", "院", "校", "学", "店", "路", "街", "厂", "三角洲")
"""Places that are called after a river but do not lie in it."""
_OWNERS = ("集团", "公司", "局", "院", "所", "厂")
"""Bodies that own firms; before 销售有限公司 a brand's name (甲汽车) is the firm's own."""
_STOP = re.compile(r"[一-龥]{2,6}(?<![驿车服务小点加油])站(?:系列)?(?:活动|巡演|巡讲|宣讲会?|招聘会|比赛)?")
"""The stop of a tour by its town."""
_TAIL = re.compile(r"^(?:—+|-+|·|、)")


def plain(name: str) -> str:
    return _MARKS.sub("", name)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its forms as written and without quotes; ``starts`` also without the year or 第…届 before them."""

    entity: Entity
    forms: tuple[str, ...]
    plain: tuple[str, ...]
    starts: tuple[str, ...]


def named_forms(entities: Sequence[Entity]) -> list[Named]:
    """The entities with their forms made comparable, once an article."""
    result = []
    for entity in entities:
        forms = (entity.name, *entity.aliases)
        names = tuple(dict.fromkeys(plain(form) for form in forms))
        second = (n.split("暨", 1)[1] for n in names if "暨" in n)  # 甲汇演暨|乙文化月启动仪式
        starts = tuple(dict.fromkeys((*names, *(_YEAR.sub("", n) for n in names), *second)))
        result.append(Named(entity, forms, names, starts))
    return result


def nested(rule: Rule, entities: Sequence[Named], words: Vocabulary) -> Iterator[tuple[Entity, Entity]]:
    """Pairs (whole name, name within it) of the rule's types, nested as the rule's ``words`` say.

    ``head``: the longer name begins with the shorter and goes on at a word; ``tail``: it ends with the shorter one
    in quotes, a brand; ``turn``: it is 首场 or 第二场 of what the other one is called (首场宣讲会, 甲宣讲活动);
    ``core``: both begin with the same quoted words (“甲”课堂, “甲”行动). Other words of the rule are such as the rest of the longer name must hold (决赛, 仪式 …), and
    at its end where it names a body (附属医院).
    """
    rests = tuple(word for word in rule.words if word not in ("head", "tail", "turn", "core"))
    longer = [
        e
        for e in entities
        if (e.entity.mentions or e.entity.type == "Organization")
        and HOLE_OF_TYPE[e.entity.type] in rule.subject.types
        and (not rule.subject.ends or e.plain[0].endswith(rule.subject.ends))
        and not e.plain[0].endswith(rule.subject.never)
    ]
    shorter = [
        e
        for e in entities
        if HOLE_OF_TYPE[e.entity.type] in rule.object.types
        and not e.plain[0].endswith(rule.unless)
        and not e.plain[0].endswith(rule.object.never)
    ]
    for whole in longer:
        for part in shorter:
            if whole.entity.id == part.entity.id:
                continue
            if whole.entity.type == "Event" and whole.entity.name.startswith("《") and part.entity.type == "Programme":
                continue  # 《甲》研讨会 is about the film 甲
            within = (
                ("head" in rule.words and _head(whole, part, rests, words))
                or ("tail" in rule.words and _tail(whole, part))
                or ("turn" in rule.words and _turn(whole, part))
                or ("core" in rule.words and _cored(whole, part, rests, rule.object.ends))
            )
            if within and not any(b.startswith(a) for a in whole.plain for b in part.plain):
                yield whole.entity, part.entity


def _head(whole: Named, part: Named, rests: tuple[str, ...], words: Vocabulary) -> bool:
    for name in whole.starts:
        for short in part.plain:
            if not name.startswith(short) or len(short) < 2:
                continue
            rest = _TAIL.sub("", name[len(short) :])
            of_academy = short == "联合国" or (
                short.endswith(_MINISTRIES) and rest.startswith("国家") and not rest.startswith("国家监")
            )  # 甲科学院国家天文台, 甲部国家乙中心
            if (
                len(rest) < 2
                or (_SAME.match(rest) and not of_academy)
                or (_is_firm(rest) and not short.endswith(_OWNERS))
            ):
                continue
            if part.entity.type == "Place" and (_of_its_own(whole, name) or not _place_within(short, part, whole)):
                continue
            joint = short.endswith(_JOINT) and rest.endswith("研究会")  # 甲学会乙研究会
            if part.entity.type == "Organization" and rest.endswith(_CALLED_AFTER) and not joint:
                continue  # 甲宫记者协会, 甲军纪念馆
            follower = words.regex.match(rest)
            if follower and words.flags[follower[0]] & (PIVOT | TOGETHER | PREPOSITION):
                continue
            leg = rest.startswith("之") or (whole.entity.type == "Event" and _STOP.fullmatch(rest) is not None)
            if rests and leg and part.entity.type in ("Programme", "Event"):
                return True  # “甲”系列活动|之乙讲座, “甲计划”|江苏站
            if not rests or (rest.endswith(rests) if part.entity.type == "Organization" else _holds(rest, rests)):
                return True
    return False


_OF_A_REGION = re.compile(
    "(?:[东南西北中华]{2}|[一二三四五六七八九十]|北京|上海|天津|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    "|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)(?:省|市)?公司"
)
"""The rest of a firm's name that only says where its daughter works: 甲电信|北京公司, 甲建三局|一公司."""


def _is_firm(rest: str) -> bool:
    """Does the rest make a name that of a firm of its own, not of a branch: 销售有限公司, but not 乙市分公司?"""
    if _OF_A_REGION.fullmatch(rest):
        return False
    return rest.endswith(("公司", "集团")) and not rest.endswith(("分公司", "支公司"))


def _holds(rest: str, words: Sequence[str]) -> bool:
    return any(word in rest for word in words)


def _place_within(short: str, part: Named, whole: Named) -> bool:
    """Is the shorter name a place that the longer one lies in?

    A short one that no gazetteer knows may be half of another word (粤港 of 粤港澳); a programme's quoted name may
    begin with any place, so only a written address before it counts (甲县乙镇“丙驿站”).
    """
    if whole.entity.type == "Place":
        rest = whole.plain[0][len(short) :]
        if rest.endswith("段") or (rest.startswith(_FORCES) and len(part.entity.value or "") == 2):
            return False  # a stretch of a road does not lie in the road; 甲国海军基地 may be anywhere
        if _WATERS.match(rest):
            return False  # 约旦河西岸, 杭州湾: waters called like a country or town go beyond it
        if rest == "半岛" or ((short[-1] in "江河" or short == "中国") and rest.endswith(_HOUSES)):
            return False  # 朝鲜半岛 is more than 朝鲜; 湘江纪念馆 and 中国农业博物馆 only are called after it
        if _BESIDE.search(rest) or (short[-1] in "江河湖海山" and part.entity.value is None):
            return False
        return len(short) > 2 or short[-1] in "省市县区州镇乡村" or part.entity.value is not None
    if whole.entity.type == "Event":
        if _is_wide(part) and whole.plain[0].endswith(_SHOWS):
            return False  # 甲国文化节, 非洲博览会: they may be anywhere
        address = len(short) > 5 or short[-1] in "省市县区州镇乡村路速道桥站港园街矿滩组屯寨沟坪坝庄湾"
        return part.entity.value is not None or address
    address = short[-1] in "省市县区州镇乡村街园场馆站楼校院" and not short.endswith("片区")
    return address and any(form.startswith(short) for form in whole.forms)


def _is_wide(place: Named) -> bool:
    """Is it a country or a region of many?"""
    return _is_country(place) or (place.entity.value or "").startswith("R-")


def _is_country(place: Named) -> bool:
    code = place.entity.value or ""
    return len(code) == 2 and code.isalpha()


def _of_its_own(place: Named, name: str) -> bool:
    """Is it a country (几内亚比绍) or a city abroad by one name, which says nothing of another that it begins like?"""
    code = place.entity.value or ""
    return place.entity.type == "Place" and (_is_country(place) or code.removeprefix("F-") == name)


_QUOTES = (("“", "”"), ("‘", "’"), ("『", "』"), ("「", "」"))


def _tail(whole: Named, part: Named) -> bool:
    """Does a name end with the other in quotes: 甲县“乙驿站”?"""
    shorts = [short for short in part.plain if len(short) > 3 and _WHOLE.fullmatch(part.plain[0].removeprefix(short))]
    ends = tuple(f"{a}{short}{b}" for short in shorts for a, b in _QUOTES)
    return any(form.endswith(ends) and not _SAME_THING.fullmatch(_QUOTED.sub("", form)) for form in whole.forms)


_QUOTED = re.compile(r"[“‘『「][^“‘『「]*[”’』」]$")
_WHOLE = re.compile("(?:服务)?(?:品牌|项目|工程|计划|行动|活动|服务)?")
"""What may stand behind the short form in the whole name: a brand, not something done in its name (甲工程|发布活动)."""
_SAME_THING = re.compile(
    r"|国家|全国|总台|\d{4}年?"
    r"|(?:.*(?:首[个条家座次届项]|第[一二三四五六七八九十\d]+[个条家座项]|设施|项目|工程|品牌|活动|计划|行动|模式|节目|产品|网络|平台|系统|栏目|系列))[—－-]*"
)
"""What stands before the quotes may only say what the same thing is: 重大基础设施“甲工程”, 全国首个“甲示范区”."""
_TURN = re.compile(r"^(?:首|第[一二三四五六七八九十\d]+|最后一)[场站期季轮批](?:专场)?(.{2,4}?)(?:会|活动|仪式|讲座)?$")


def _turn(whole: Named, part: Named) -> bool:
    """Is the one a turn of the other, which is called by the same word and told of before: 首场|宣讲|会?"""
    match = _TURN.match(whole.plain[0])
    before = part.entity.mentions and part.entity.mentions[0] < whole.entity.mentions[0]
    return bool(match and before and match[1] in part.plain[0] and not _TURN.match(part.plain[0]))


_CORE = re.compile(r"[“‘『「]([^”’』」]+)[”’』」]")


def _cored(whole: Named, part: Named, kinds: tuple[str, ...], ends: tuple[str, ...]) -> bool:
    """Do both names begin with the same quoted words, the one a place or means (课堂), the other a programme?"""
    one, other = _CORE.match(whole.entity.name), _CORE.match(part.entity.name)
    alike = one is not None and other is not None and one[1] == other[1]
    return alike and whole.entity.name.endswith(kinds) and part.entity.name.endswith(ends)


_SIDES = "与和同、"
_MOST_SIDES = 4


def sides(name: str, bodies: Sequence[Named]) -> list[Entity]:
    """The bodies that open the name of what they do together: 甲市政府|与|乙集团|战略合作签约仪式."""
    found: list[Entity] = []
    rest = plain(name)
    while rest:
        fits = [(len(form), b.entity) for b in bodies for form in b.plain if rest.startswith(form)]
        if not fits:
            return []
        size, body = max(fits, key=lambda one: one[0])
        found.append(body)
        rest = rest[size:]
        if rest[:1] not in _SIDES:
            break
        rest = rest[1:]
    return found if 1 < len(found) <= _MOST_SIDES else []


def closest(pairs: Sequence[tuple[Entity, Entity]]) -> list[tuple[Entity, Entity]]:
    """Of several names that a name nests only the longest: a bureau's office is the bureau's, not the province's."""
    best: dict[str, tuple[Entity, Entity]] = {}
    for whole, part in pairs:
        if whole.id not in best or len(part.name) > len(best[whole.id][1].name):
            best[whole.id] = (whole, part)
    return list(best.values())
