"""Names in a formula that only say whose something is: 甲市所在的乙岛, 甲厂的电工乙, 甲医院“乙工作室”, 丙的妻子."""

from __future__ import annotations

import re

from kg.extract.signs import OTHERS_OF, SIGNS, Item, Reading

TRADE = rf"[^{''.join(SIGNS.values())}，。；：、！？“”\s的]{{1,8}}(?={SIGNS['职务']})"
"""A word before a post that says of what trade: 采购|专家."""
_LONGEST_TITLE = 20

_ROUTE = re.compile(rf"{SIGNS['地点']}(?:至|到|直达|通往|开往|与|—+|-)$")
_NEAR_IT = re.compile("(?:靠近|毗邻|邻近|紧邻|临近|接近|远离|通往|前往|[向经从由往])$")
"""Before a place they say that something is near it, or goes there or from there."""
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
_WORKER = re.compile(rf"(?:{TRADE}|{SIGNS['职务']})*{SIGNS['职务']}{SIGNS['人物']}")

_EMPLOYED = re.compile(rf"的(?:{TRADE}|{SIGNS['职务']}){{0,3}}{SIGNS['人物']}")

_UNITS = (
    "工作室",
    "班组",
    "车间",
    "团队",
    "突击队",
    "服务队",
    "攻关组",
    "小组",
    "项目部",
    "调解室",
    "服务站",
    "驿站",
    "站点",
)
"""What a body has, right behind its name."""
_KIN = frozenset(
    "儿子 女儿 大儿子 小儿子 大女儿 小女儿 父亲 母亲 爸爸 妈妈 父母 妻子 丈夫 爱人 老伴 哥哥 姐姐 弟弟 妹妹 爷爷 奶奶 孙子 孙女 "
    "岳父 岳母 女婿 儿媳 侄子 外甥 前夫 前妻 男友 女友 家人 家属 亲戚 亲属 同学 朋友 好友 同事 战友 徒弟 邻居 老师 师傅".split()
)
"""Behind a name and 的: what is told is told of another."""


def is_owner(reading: Reading, i: int, end: int) -> bool:
    """Is the name at ``i`` only whose envoy or wife someone is (乙特使), or whose worker (甲厂电工乙)?

    A place may only say of another what lies there (甲市所在的乙岛), or be the end of a road (丙市至甲市的高铁).
    """
    if reading.items[i].hole == "地点" and of_another(reading.text, i):
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


def of_another(text: str, i: int) -> bool:
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


def employs(reading: Reading, item: Item, match: re.Match[str]) -> bool:
    """来自甲厂的电工乙上榜: what is told is told of 乙."""
    at = next((i for i in range(*match.span()) if reading.items.get(i) is item), -1)
    team = item.text.endswith("队")  # plays with its players
    return (
        item.hole == "机构" and not team and at >= 0 and _EMPLOYED.match(reading.text, at + 1, match.end()) is not None
    )


def has_unit(reading: Reading, item: Item, match: re.Match[str]) -> bool:
    """甲医院“乙工作室”入选: what is told is told of the studio, not of whose it is."""
    own = next((reading.items.get(i + 1) for i in range(*match.span()) if reading.items.get(i) is item), None)
    return item.hole == "机构" and own is not None and own.hole == "机构" and own.text.endswith(_UNITS)


def in_title(text: str, i: int) -> bool:
    """Is the name part of a work's title (《乙传》)?"""
    begun = text.rfind("《", max(0, i - _LONGEST_TITLE), i)
    return begun >= 0 and "》" not in text[begun:i]
