"""The body that is meant where none is named: 公司, 该院, or the post itself (行长, 法官)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extract.bodies_told import NO_FIRM, announces, body_beside, body_inside
from kg.extract.signs import SIGNS, Item, Reading

_FIRMS = ("公司", "集团", "银行", "股份", "控股", "企业", "科技", "厂")
_SCHOOLS = ("学校", "中学", "小学", "大学", "学院", "幼儿园")
_KINDS = {
    **dict.fromkeys(("董事长", "总经理", "总裁", "董事", "监事", "财务总监", "董事会秘书", "董秘"), _FIRMS),
    **dict.fromkeys(("首席执行官", "首席财务官", "CEO", "CFO", "COO", "CTO"), _FIRMS),
    **dict.fromkeys(("队长", "副队长", "队员", "主教练"), ("队",)),
    "局长": ("局",),
    "厅长": ("厅",),
    **dict.fromkeys(("会长", "副会长"), ("会",)),
    **dict.fromkeys(("理事长", "副理事长"), ("会", "合作社")),
    **dict.fromkeys(("科主任", "科副主任", "科护士长", "主治医师", "主任医师"), ("医院",)),
    **dict.fromkeys(("系教授", "系副教授", "系主任", "系讲师"), ("大学", "学院")),
    "法官": ("法院",),
    **dict.fromkeys(("参赞", "武官", "随员"), ("使馆",)),
    "检察官": ("检察院",),
    "民警": ("派出所", "公安局", "分局", "支队", "大队"),
    "律师": ("律师事务所",),
    "行长": ("行",),
    "校长": _SCHOOLS,
    "院长": ("院",),
    "厂长": ("厂",),
    "所长": ("所",),
    "馆长": ("馆",),
    "台长": ("台",),
    "社长": ("社",),
    "站长": ("站",),
}
"""Posts that name the kind of their body: 行长甲 in a text about 乙银行 is its head."""

_HEADED = ("大学", "学校", "中学", "小学", "中专", "技校")
"""Schools whose head is a 校长; a 学院 of a university beside it has none."""

_BOARDS = ("董事会", "监事会", "股东大会", "股东会", "理事会")
_TERM = re.compile("(?:公司)?(?:第[一二三四五六七八九十]+|新一|本)届(?P<board>理事会|监事会|董事会)")
_NOUNS = {
    **dict.fromkeys(("公司", "集团", "企业", "集团公司", "总公司", "股份公司"), ()),
    **dict.fromkeys(("学校", "校"), _SCHOOLS),
    **dict.fromkeys(("医院", "院"), ("院",)),
    "厂": ("厂", "公司"),
    "矿": ("矿",),
    "行": ("行",),
    "队": ("队",),
    "所": ("所",),
    "会": ("会",),
    "局": ("局",),
    "学院": ("学院",),
    "协会": ("协会",),
    "基金会": ("基金会",),
    "合作社": ("合作社",),
    "银行": ("银行",),
    **{
        noun: (noun,) for noun in ("总队", "支队", "大队", "中队", "分局", "检察院", "法院", "派出所", "卫生院", "海关")
    },
    **{
        noun: (noun,)
        for noun in ("研究院", "研究所", "商会", "学会", "联盟", "实验室", "工作站", "事务所", "俱乐部", "交易所")
    },
    **{
        noun: (noun,) for noun in ("分公司", "子公司", "支公司", "分行", "支行", "分会", "事业部", "研究中心", "工作室")
    },
    **dict.fromkeys(("管委会", "管理委员会"), ("管委会", "管理委员会")),
    **{noun: (noun,) for noun in ("总工会", "工商联", "妇联", "科协", "残联", "文联", "侨联", "红十字会", "慈善总会")},
    **dict.fromkeys(("单位", "中心"), None),
    **dict.fromkeys(("新公司", "合资公司"), ("公司",)),
}
"""Nouns that mean a body told of before, and how its name ends: () for firms, whose names end in anything."""

_UNIONS_OF_TOWNS = ("总工会", "工会联合会")
_WITH_UNIONS = (
    *_FIRMS,
    *_SCHOOLS,
    "工会",
    "矿",
    "医院",
    "研究院",
    "研究所",
    "设计院",
    "油田",
    "车站",
    "车间",
    "港",
    "局",
)

_HOST = re.compile(rf"(?:集团|公司|我司)[^。；\n{SIGNS['机构']}]{{0,40}}?(?:赴|前往|走访|拜访|走进|到访)了?$")
_CALLED_ON = re.compile("[^，。；]{0,4}?(?:考察|调研|交流|座谈|参观|访问|拜访|洽谈|学习)")
"""集团领导赴|甲集团|考察: whom 集团公司 visits is another."""
_BOUGHT = re.compile("(?:收购|并购|控股|参股|入股|增持|受让|认购|拿下|起诉|状告)了?$")
"""Before a firm that another does this to: 甲集团收购乙公司，董事长丙出席 is of 甲集团."""
_VISITED = re.compile(
    "(?:来|来到|来访|到|到访|赴|莅临|走进)(?:我|本)?(?:集团|公司|集团公司|我司)[^，。；]{0,6}?(?:交流|座谈|考察|调研|参观|访问|洽谈|拜访|指导)"
)
"""Whoever comes to 集团 is another firm."""

_NEWS = re.compile(rf"(?:{SIGNS['地点']}{{0,2}}{SIGNS['时间']}?|网|客户端)(?:消息|[讯电](?=[（( \n　，：]))")
"""Behind a body it makes it the one that brings the news: 甲社消息, 甲网|乙市|7月2日|讯."""

_NEVER_BARE = ("银行", "协会", "学院", "基金会", "联盟", "俱乐部", "事务所", "交易所", "学会", "商会", "分会", "子公司")
"""Nouns that mean a body told of before only behind 该 or 本."""

_GENERIC = {
    **{f"{this}{noun}": noun for noun in _NOUNS for this in ("该", "本")},
    **{noun: noun for noun in _NOUNS if len(noun) > 1 and noun not in _NEVER_BARE},
}


def generic(words: str) -> str:
    """The noun at the start of the words that means the body last named (该公司)."""
    return max((noun for noun in _GENERIC if words.startswith(noun)), key=len, default="")


def meant(reading: Reading, at: int, noun: str) -> Item | None:
    """The body that 公司, 该校 mean at ``at``: the last one of that kind, in the paragraph or before it."""
    kinds = _NOUNS[_GENERIC[noun]]
    for body in bodies_before(reading, at):
        if kinds == () and _VISITED.search(reading.text, reading.place(body.end), at):
            continue  # 甲公司一行来集团交流。集团公司董事长乙…
        if kinds == () and _calls_on(reading, body):
            continue  # 集团领导赴甲集团考察。集团公司董事长乙…
        if kinds is None or (body.text.endswith(kinds) if kinds else not body.text.endswith(NO_FIRM)):
            return _first_of_two(reading, body) if kinds == () else body
    return _around(reading, at, _GENERIC[noun])


def _calls_on(reading: Reading, body: Item) -> bool:
    at = reading.place(body.start)
    opened = _HOST.search(reading.text, max(0, at - 48), at) is not None
    return opened and _CALLED_ON.match(reading.text, at + 1) is not None


def _first_of_two(reading: Reading, body: Item) -> Item:
    """甲公司与乙公司签约。公司董事长丙…: of two that act together the one that opens the sentence is told of."""
    at = reading.place(body.start)
    before = reading.items.get(at - 2)
    joined = at > 1 and reading.text[at - 1] in "与和同" and before is not None and before.hole == "机构"
    opens = joined and reading.text[at - 3 : at - 2] in ("", *"，。！？；：\n", SIGNS["时间"])
    return before if before is not None and opens and not before.text.endswith(NO_FIRM) else body


def _around(reading: Reading, at: int, noun: str) -> Item | None:
    """集团 where only a longer name holds it: 甲集团 of 甲集团研究院成立仪式; 学院 in 甲公司与乙学院基地揭牌仪式."""
    if not any(name.endswith(noun) for name in reading.bodies):
        return None
    longer = [reading.items[n] for n in sorted(reading.items, reverse=True) if n < at]
    opened = next((body for item in longer if (body := body_inside(item, (noun,), reading.bodies))), None)
    return opened or next((body for item in longer if (body := body_beside(item, noun, reading.bodies))), None)


def firm_of_board(reading: Reading, body: Item) -> Item:
    """甲公司 for 甲公司董事会: whom a board appoints works for the firm."""
    board = next((board for board in _BOARDS if body.text.endswith(board)), "")
    name = body.text.removesuffix(board)
    ref = reading.bodies.get(name, "") if board else ""
    return body._replace(ref=ref, end=body.start + len(name), text=name) if ref else body


def whose_term(reading: Reading, at: int, words: str) -> Item | None:
    """The society or firm told of before ``at`` whose board by its term the words are: 当选|第二届理事会|会长."""
    term = _TERM.fullmatch(words)
    if term is None:
        return None
    if term["board"] == "董事会":
        return meant(reading, at, "公司")
    named = (b for b in bodies_before(reading, at) if not b.text.endswith(_BOARDS))
    return next((b for b in named if b.text.endswith(("会", "联盟"))), None)


def of_kind(reading: Reading, at: int, post: str) -> Item | None:
    """The body of the kind that a bare post says (行长, 法官): the last one in the sentence, else the one that the
    paragraph, or the article up to here, names most.

    Any of its names may tell its kind.
    """
    kinds = next((kinds for word, kinds in _KINDS.items() if post.endswith(word)), None)
    if kinds is None:
        return None
    told = {item.ref for item in reading.items.values() if item.hole == "机构" and item.text.endswith(kinds)}
    if kinds == _FIRMS:
        told |= {
            item.ref for n, item in reading.items.items() if item.hole == "机构" and announces(reading.text, item, n)
        }
    found = [body for body in bodies_before(reading, at) if body.ref in told]
    if kinds == _SCHOOLS:
        headed = [body for body in found if body.text.endswith(_HEADED)]
        inner = None if headed else next((b for noun in _HEADED if (b := _around(reading, at, noun))), None)
        if inner is not None:
            return inner  # 甲集团与乙大学签约仪式举行，校长丙…
        found = headed or found
    if kinds == _FIRMS:
        found = [body for body in found if not _VISITED.search(reading.text, reading.place(body.end), at)]
        found = [body for body in found if not _calls_on(reading, body)]
        found = [body for body in found if not _is_bought(reading, reading.place(body.start))] or found
    if not found:
        ends = ("集团", "公司") if kinds == _FIRMS else kinds
        return next((body for end in ends if (body := _around(reading, at, end))), None)
    start = reading.at[max(reading.text.rfind(mark, 0, at) for mark in "。！？\n") + 1]
    if not found or found[0].start >= start:
        return found[0] if found else None
    paragraph = reading.at[reading.text.rfind("\n", 0, at) + 1]
    found = [body for body in found if body.start >= paragraph] or found
    times = Counter(body.ref for body in found)
    return max(found, key=lambda body: times[body.ref])


def _is_bought(reading: Reading, at: int) -> bool:
    return _BOUGHT.search(reading.text, max(0, at - 4), at) is not None


def home_of_union(reading: Reading, at: int) -> Item | None:
    """Whose 工会主席 is named at ``at`` without more: of the only union, firm, works, school or hospital told of.

    Where several are told of, only one of the same paragraph is meant, the last.
    """
    told = (body for body in bodies_before(reading, at) if not body.text.endswith(_UNIONS_OF_TOWNS))
    homes = [body for body in told if body.text.endswith(_WITH_UNIONS)]
    paragraph = reading.at[reading.text.rfind("\n", 0, at) + 1]
    alone = len({body.ref for body in homes}) == 1
    return next((body for body in homes if alone or body.start >= paragraph), None)


def possessor(reading: Reading, at: int) -> Item | None:
    """Whose 其董事长 at ``at`` is: the last body of the sentence; where it opens one, the first of the one before."""
    text = reading.text
    start = max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1
    here = next((body for body in bodies_before(reading, at) if body.start >= reading.at[start]), None)
    if here is not None or start < at or start < 1 or text[start - 1] == "\n":
        return here
    before = max(text.rfind(mark, 0, start - 1) for mark in "。！？\n") + 1
    return next((i for n, i in sorted(reading.items.items()) if before <= n < start and i.hole == "机构"), None)


def bodies_before(reading: Reading, at: int) -> Iterator[Item]:
    """The bodies named before ``at``, the last one first, but for who only brings the news (甲社消息)."""
    text = reading.text
    named = (item for item in reading.before(at) if item.hole == "机构")
    return (item for item in named if not _NEWS.match(text, reading.place(item.end)))
