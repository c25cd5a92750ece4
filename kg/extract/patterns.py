"""Formulas with typed holes, compiled to expressions over the rules' text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.joining import one_side
from kg.extract.signs import OTHERS_OF, SIGNS, Item, Reading
from kg.extract.words import POST, Vocabulary
from kg.knowledge.frames import HOLE, Rule

Items = tuple[Item, ...]

_LIST = f"(?:同志|{SIGNS['职务']})?(?:（[^（）。]{{1,20}}）)?(?:、|/|和|与|及|以及|,|，|；)?(?:追授|授予)?"
_LONGEST_TITLE = 20
_MOST_LISTED = 60
"""No list of a sentence has more names; without an end each of them would be tried from all before it."""
_BESIDE_HOLES = ("机构", "地点", "职务", "数量", "人群")
_BESIDE = "".join(SIGNS[hole] for hole in _BESIDE_HOLES)
_TRADE = rf"[^{''.join(SIGNS.values())}，。；：、！？“”\s的]{{1,8}}(?={SIGNS['职务']})"
_WORK = r"(?:电影|影片|电视剧|话剧|歌曲|小说|歌剧)?《[^《》\n]{1,20}》(?:中|里)?(?:的|主演|主创|饰演者|扮演者|作者)?"
"""The work by which somebody is known, before the name: 《甲河》的导演乙, 《甲河》主演丙."""
_POSTS = rf"{SIGNS['职务']}、(?={SIGNS['职务']})"
_MODIFIERS = f"(?:[{_BESIDE}的名位]|{_POSTS}|{_TRADE}|{_WORK})*"
_UNREAD = rf"[、；][^{''.join(SIGNS.values())}，。；：、！？“”\s]{{1,14}}(?={SIGNS['机构']})"
"""The beginning of a body that was not read whole, behind a name of a list: 、远帆|凤凰公司总经理丁."""
_HONOURED = (
    rf"(?:(?<=[、，；和与及]){SIGNS['奖项']}(?:称号)?(?:获得者|得主|获奖者|获奖集体|获奖单位)?{SIGNS['职务']}?、?"
    rf"|(?:[{_BESIDE}]|{_TRADE})*{SIGNS['职务']}、)*"
)
"""An honour before the name of one in a list, and his posts but the last: 、全国劳模、甲厂焊工、|技师乙."""
_LEADING = f"(?:(?:[{_BESIDE}的名位、]|{_TRADE})*[{_BESIDE}的名位]|{_WORK}{SIGNS['职务']}?)?"
"""What may stand before a name in a list, and before its first name: 甲大学教授、乙院院士丙."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A formula of a rule: its expression, a literal that must occur for it to match, the types of its role holes."""

    rule: Rule
    source: str
    regex: re.Pattern[str]
    literal: str
    signs: frozenset[str]
    holes: tuple[tuple[str, str], ...]
    posts: frozenset[str]


def compile_pattern(rule: Rule, source: str, words: Vocabulary) -> Pattern:
    """``{人物}`` one name, ``{人物+}`` a list, ``{时间?}`` perhaps; ``主:``/``宾:`` say which role the hole fills.

    ``{人物#}`` is a list of persons each of whom may have an honour before the name: 全国劳模乙、甲省工匠丙.

    ``…`` is a few other characters of the clause, ``……`` of the sentence with no person among them; (甲|乙) and (甲)? as in expressions;
    ``^`` the beginning of the sentence, ``＊`` what a long list goes on with, marks and all.
    """
    out: list[str] = []
    at = 0
    for hole in HOLE.finditer(source):
        out.append(_plain(source[at : hole.start()], words))
        out.append(_hole(hole, words))
        at = hole.end()
    out.append(_plain(source[at:], words))
    signs = frozenset(SIGNS[hole[2]] for hole in HOLE.finditer(source) if hole[1] and hole[2] != "人群")
    roles = {"主": "subject", "宾": "object"}
    holes = tuple((roles[hole[1]], hole[2]) for hole in HOLE.finditer(source) if hole[1])
    plain = HOLE.sub("|", source)
    posts = frozenset(w for w in _WORDS.findall(plain) if words.flags.get(w, 0) & POST and not {"…", "＊"} & set(plain))
    posts = posts if "{职务" not in source else frozenset()
    return Pattern(rule, source, re.compile("".join(out)), _literal(source, words), signs, holes, posts)


_WORDS = re.compile("[^()|?^…＊]+")
_SYNTAX = {
    "＊": r"[^。！？\n]{0,160}?",
    "……": rf"[^。！？；\n{SIGNS['人物']}]{{0,60}}?",
    "…": r"[^，。；：！？\n]{0,14}?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "?": "?",
    "^": r"(?<![^\n。！？])",
}


def _plain(text: str, words: Vocabulary) -> str:
    """The expression of a formula's own words; a post among them stands as a sign in the rules' text."""

    def word(match: re.Match[str]) -> str:
        found = match[0]
        escaped = _SYNTAX.get(found) or re.escape(found)
        return f"(?:{escaped}|{SIGNS['职务']})" if words.flags.get(found, 0) & POST else escaped

    return re.sub(r"……|…|[()|?^＊]|[^()|?^…＊]+", word, text)


def _literal(source: str, words: Vocabulary) -> str:
    """The longest run of plain characters outside brackets: without it the formula cannot match."""
    text = HOLE.sub("…", source)
    while "(" in text:
        text = re.sub(r"\([^()]*\)\??", "…", text)
    pieces = re.split(r"…+|＊|\^|.\?", text)
    return max((p for p in pieces if not words.flags.get(p, 0) & POST), key=len, default="")


def _hole(hole: re.Match[str], words: Vocabulary) -> str:
    role, name, count = hole.groups()
    sign = f"(?:{words.groups}|{SIGNS['职务']})" if name == "人群" else SIGNS[name]
    rest = rf"[^。\n{sign}]*" if name == "人物" else "等?"  # the last of a list may be no person: …甲、乙，勇敢的丙队
    inner = {
        "+": _people(sign) if name == "人物" else f"{sign}(?:{_LIST}{_modifiers(name)}{sign}){{0,{_MOST_LISTED}}}",
        "#": _people(sign, _HONOURED),
        "*": rf"[^。\n]*?{sign}(?={rest}(?:[。\n]|$))",
    }.get(count, sign)
    label = {"主": "(?P<subject>", "宾": "(?P<object>", None: "(?:"}[role]
    return f"{label}{inner})" + ("?" if count == "?" else "")


def _modifiers(name: str) -> str:
    """What may stand before a name of a list, but no name of its own kind, which would be read in two ways."""
    others = "".join(SIGNS[hole] for hole in _BESIDE_HOLES if hole != name)
    return f"(?:[{others}的名位]|{_TRADE})*"


def _people(sign: str, honoured: str = "") -> str:
    """A list of persons, each with what stands before the name."""
    return f"{_LEADING}{sign}(?:(?:{_UNREAD}|{_LIST}){honoured}{_MODIFIERS}{sign}){{0,{_MOST_LISTED}}}"


_ROUTE = re.compile(rf"{SIGNS['地点']}(?:至|到|直达|通往|开往|与|—+|-)$")
_NEAR_IT = re.compile("(?:靠近|毗邻|邻近|紧邻|临近|接近|远离|通往|前往|[向经从由往])$")
"""Before a place they say that something is near it, or goes there or from there."""
_AIMED = ("针对", "对", "以", "涉及")
"""Before a place they say that it is struck or meant (针对甲国游客的爆炸), not where."""
_TOWN_OF = re.compile(
    "首都|首府|省会|(?:[东南西北中]{1,2}部)?(?:沿海|边境|内陆)?(?:第[一二三四五]大|最大)?的?(?:港口|海滨|沿海|边境)?(?:城市|港口|海港)"
)
"""Between a country and a town of it: 甲国第二大城市乙城."""
_HOSTING = re.compile("[^，。；]{0,20}?(?:承办|主办|举办|接办)")
"""Behind it they make it a host: 由甲县、乙县承办."""
_VISITING = re.compile("，?(?:集体|共同|一同|现场)?(?:参[加观]|出席|观[看摩展]|主持|开展|举[办行])")
"""Behind it they tell what is there for those who go: 前往甲馆，参观乙展."""
_SOME_OF = re.compile(rf"(?!等)[^{''.join(SIGNS.values())}，。；：、“”\s]{{1,14}}(?:群体|集体|小组|车组|班组|团队)")
"""Behind a body: the honour is that of some of its people (甲大学某教官群体)."""
_WORKER = re.compile(rf"(?:{_TRADE}|{SIGNS['职务']})*{SIGNS['职务']}{SIGNS['人物']}")

_EMPLOYED = re.compile(rf"的(?:{_TRADE}|{SIGNS['职务']}){{0,3}}{SIGNS['人物']}")

_UNITS = ("工作室", "班组", "车间", "团队", "突击队", "服务队", "攻关组", "小组", "项目部", "调解室", "服务站", "驿站", "站点")
"""What a body has, right behind its name."""
_KIN = frozenset(
    "儿子 女儿 大儿子 小儿子 大女儿 小女儿 父亲 母亲 爸爸 妈妈 父母 妻子 丈夫 爱人 老伴 哥哥 姐姐 弟弟 妹妹 爷爷 奶奶 孙子 孙女 "
    "岳父 岳母 女婿 儿媳 侄子 外甥 前夫 前妻 男友 女友 家人 家属 亲戚 亲属 同学 朋友 好友 同事 战友 徒弟 邻居 老师 师傅".split()
)
"""Behind a name and 的: what is told is told of another."""


def _owner(reading: Reading, i: int, end: int) -> bool:
    """Is the name at ``i`` only whose envoy or wife someone is (乙特使), or whose worker (甲厂电工乙)?

    A place may only say of another what lies there (甲市所在的乙岛), or be the end of a road (丙市至甲市的高铁).
    """
    if reading.items[i].hole == "地点" and _of_another(reading.text, i):
        return True
    if reading.items[i].hole == "机构" and _SOME_OF.match(reading.text, i + 1, end):
        return True
    if reading.items[i].hole == "机构" and _WORKER.match(reading.text, i + 1, end):
        return True
    if reading.items[i].hole == "人物" and reading.text.startswith(("式的", "式"), i + 1):
        return True  # 乙式的好干部丙: only likened to
    if reading.items[i].hole == "人物" and _has_kin(reading, i + 1):
        return True
    behind = reading.items.get(i + 1)
    return behind is not None and reading.items[i].hole == "人物" and behind.text in OTHERS_OF


def _has_kin(reading: Reading, at: int) -> bool:
    """甲的儿子, 甲的同学: who is spoken of is not 甲."""
    if not reading.text.startswith("的", at):
        return False
    kin = reading.items.get(at + 1)
    words = kin.text if kin is not None else reading.text[at + 1 : at + 3]
    return words in _KIN


def _of_another(text: str, i: int) -> bool:
    """Is the place at ``i`` inside what qualifies the noun behind 的: where it lies, or from where to where it leads?"""
    if text.startswith(("所在的", "所属的"), i + 1):
        return True
    near = _NEAR_IT.search(text, max(0, i - 2), i) and not (text[i - 1] == "由" and _HOSTING.match(text, i + 1))
    town = _TOWN_OF.match(text, i + 1) is not None
    near = near and not (text[i - 1] == "往" and _VISITING.match(text, i + 1))
    if near and not town:
        return True
    if (
        not town
        and text[i - 1] != "是"
        and text.startswith(("首艘", "首个", "首座", "首条", "首家", "第一", "最大", "唯一"), i + 1)
    ):
        return True  # 位于丙海的甲洲首艘乙船
    return text.startswith("的", i + 1) and _ROUTE.search(text, max(0, i - 4), i) is not None


def _fills(item: Item, hole: str) -> bool:
    """May the item stand in the hole? A trade (环卫工人) is a group as well."""
    return item.hole == hole or (hole == "人群" and bool(item.group))


def matches(pattern: Pattern, reading: Reading, start: int, end: int) -> Iterator[tuple[int, int, Items, Items]]:
    """Where the formula stands within a sentence, up to where it tells its fact, and the items of both roles."""
    at = start
    while match := pattern.regex.search(reading.text, at, end):
        at = max(match.end(), match.start() + 1)
        if pattern.posts and not _says_post(pattern, reading, match):
            continue
        found: dict[str, Items] = {"subject": (), "object": ()} | {
            role: _items(reading, *match.span(role), hole, match.end()) for role, hole in pattern.holes
        }
        if "subject" in dict(pattern.holes) and not found["subject"]:
            at = match.start() + 1  # 甲的妻子|乙在丙厂工作
        found["subject"] = tuple(i for i in found["subject"] if not _employs(reading, i, match))
        if pattern.rule.property != "subOrganizationOf":
            found["subject"] = tuple(i for i in found["subject"] if not _has_unit(reading, i, match))
        elif len(found["subject"]) > 1:
            stop = one_side(reading.text, *match.span("subject"))
            found["subject"] = tuple(
                i for n in range(match.start("subject"), stop) if (i := reading.items.get(n)) in found["subject"] and i
            )
        nearer = _nearer(pattern, reading, match)
        if nearer is not None:
            found["object"] = (reading.items[nearer],) if not _of_another(reading.text, nearer) else ()
        # its verb stands behind its last role (甲|曾参加…), if that is no list up to the end of the sentence
        told = "承前" in pattern.rule.object.at and "*}" not in pattern.source
        last = match.end() if told else max((match.start(role) for role, _ in pattern.holes), default=match.end())
        yield match.start(), last, found["subject"], found["object"]


def _employs(reading: Reading, item: Item, match: re.Match[str]) -> bool:
    """来自甲厂的电工乙上榜: what is told is told of 乙."""
    at = next((i for i in range(*match.span()) if reading.items.get(i) is item), -1)
    team = item.text.endswith("队")  # plays with its players
    return (
        item.hole == "机构" and not team and at >= 0 and _EMPLOYED.match(reading.text, at + 1, match.end()) is not None
    )


def _has_unit(reading: Reading, item: Item, match: re.Match[str]) -> bool:
    """甲医院“乙工作室”入选: what is told is told of the studio, not of whose it is."""
    own = next((reading.items.get(i + 1) for i in range(*match.span()) if reading.items.get(i) is item), None)
    return item.hole == "机构" and own is not None and own.hole == "机构" and own.text.endswith(_UNITS)


def _items(reading: Reading, start: int, end: int, hole: str, stop: int) -> Items:
    """The items in a role's hole."""
    return tuple(
        reading.items[i]
        for i in range(start, end)
        if i in reading.items
        and _fills(reading.items[i], hole)
        and not _owner(reading, i, stop)
        and not (reading.items[i].hole == "地点" and len(reading.items[i].text) == 1)  # 中意直升机项目
        and not (reading.items[i].hole == "人物" and _in_title(reading.text, i))
    )


def _in_title(text: str, i: int) -> bool:
    """Is the name part of a work's title (《乙传》)?"""
    begun = text.rfind("《", max(0, i - _LONGEST_TITLE), i)
    return begun >= 0 and "》" not in text[begun:i]


def _says_post(pattern: Pattern, reading: Reading, match: re.Match[str]) -> bool:
    """Is every post outside of the roles one that the formula names: 评委 in 大赛评委乙, not 副主席 in 大会副主席乙?"""
    roles = {i for role, _ in pattern.holes for i in range(*match.span(role))}
    said = [reading.items[i] for i in range(*match.span()) if i in reading.items and i not in roles]
    return all(item.text.endswith(tuple(pattern.posts)) for item in said if item.hole == "职务")


def _nearer(pattern: Pattern, reading: Reading, match: re.Match[str]) -> int | None:
    """Of what stands before the subject where the last one is that can be its place: 甲台网测定[乙县]发生地震."""
    if (
        pattern.rule.property != "locatedIn"
        or not pattern.source.startswith("{宾")
        or [role for role, _ in pattern.holes] != ["object", "subject"]
    ):
        return None
    between = range(match.end("object"), match.start("subject"))
    types = pattern.rule.object.types
    nearer = (i for i in reversed(between) if i in reading.items and reading.items[i].hole in types)
    return next(
        (i for i in nearer if not reading.text.endswith(_AIMED, 0, i) and reading.text[i + 1] not in "人籍"), None
    )
