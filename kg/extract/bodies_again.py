"""公司推出, 该局举办, 校方与…合作: nouns that mean a body told of before, found by the ends of its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.bodies_told import NO_FIRM, announces, body_inside
from kg.extract.signs import SIGNS, Item

_FIRM = ("公司", "集团", "股份", "控股")
_SCHOOL = tuple(
    "学校 中学 小学 大学 学院 完小 完中 附小 附中 一中 二中 三中 四中 一小 二小 三小 职校 技校 中专 职高 职教中心 幼儿园".split()
)
_BARE = {
    "公司": _FIRM,
    "集团": ("集团", "集团公司", "集团有限公司"),
    "学校": _SCHOOL,
    "学院": ("学院",),
    "医院": ("医院",),
    "协会": ("协会",),
    "学会": ("学会",),
    "基金会": ("基金会",),
    "银行": ("银行",),
    "研究院": ("研究院",),
    "研究所": ("研究所",),
    "法院": ("法院",),
    "工厂": ("厂",),
    "企业": (*_FIRM, "厂"),
    "联盟": ("联盟",),
    "书屋": ("书屋",),
    "文化宫": ("文化宫",),
    "合作社": ("合作社",),
    "商会": ("商会",),
    "校方": _SCHOOL,
    "院方": ("医院", "法院", "研究院"),
    "馆方": ("馆",),
    "厂方": ("厂",),
}
"""Nouns that may stand alone, and the ends of the names that they mean."""

_POINTED = {
    **_BARE,
    "局": ("局",),
    "行": ("行",),
    "院": ("院",),
    "校": _SCHOOL,
    "会": ("会",),
    "所": ("所",),
    "社": ("社",),
    "厂": ("厂",),
    "台": ("台",),
    "馆": ("馆",),
    "中心": ("中心",),
    "队": ("队",),
    "工作室": ("工作室",),
    "工会": ("工会",),
    "车间": ("车间",),
    "班组": ("班", "班组"),
    "厅": ("厅",),
    "办": ("办", "办公室"),
    **{
        noun: (noun,)
        for noun in (
            "分局 支局 总队 支队 大队 中队 分行 支行 分公司 支公司 子公司 卫生院 检察院 派出所 供电所 供电公司 司法所 税务所 监狱 海关 "
            "街道办 管委会 村委会 居委会 消防站 救援站 服务站 出版社 报社 电视台 剧团 艺术团 志愿队 服务队 救援队 合唱团 博物馆 图书馆 文化馆 幼儿园"
        ).split()
    },
    "关": ("海关",),
    "机构": ("",),
    "单位": ("",),
}
"""Nouns behind 该 or 本."""


_SAYS = re.compile("[^，。；：]{0,16}(?:称|公告|宣布|表示|披露|透露|介绍|发布|消息|获悉)[^，。；：]{0,8}[，：]")


def _any(nouns: Mapping[str, tuple[str, ...]]) -> str:
    return "|".join(sorted(nouns, key=len, reverse=True))


_ACTS = (
    "推出|启动|开展|举办|举行|召开|开设|开办|接待|组织|设立|成立|建立|联合|携手|联手|打造|实施|发起|承担|获|荣获|被|投入|捐|拟|收购|参加|参与|主办|承办"
    "|创办|创建|建成|发布|印发|出台|上线|开通|投资|计划|宣布|公告|累计|现有|拥有"
)
_BEGINS = rf"(?:(?<=[，。；：“\n{SIGNS['时间']}])|^)"
_BODY = re.compile(
    rf"{_BEGINS}(?P<bare>{_any(_BARE)})(?=[与和同已将还又也先后积极曾于在为从每{SIGNS['时间']}]|(?:{_ACTS}))"
    rf"|(?<![立建设家个的])(?P<new>新公司|合资公司)(?=[，、将已拟的由董总副首财监]|(?:{_ACTS}))"
    rf"|[该本](?P<pointed>{_any(_POINTED)})(?=[，。、与和同已将还又也先后积极曾在对向从于是由自为把被每共以20{SIGNS['时间']}]|(?:{_ACTS})|的[{SIGNS['人物']}{SIGNS['职务']}])"
    rf"|{_BEGINS}(?P<level>[省市县区州])局(?=[与和同已将还又也先后积极曾于在为从每{SIGNS['时间']}]|(?:{_ACTS}))"
    rf"|(?:(?<=[，。、；：\n由与和经在向{SIGNS['时间']}])|^)(?P<union>(?:集团|总?公司|局|厂|矿|院|学?校|医院)工会)(?![会联系干工])"
)


def bodies_again(text: str, items: Mapping[int, Item], bodies: Mapping[str, str]) -> Iterator[tuple[int, int, Item]]:
    """Where such a noun stands, and the last body of its kind before it (校方: the one named most).

    Any of the body's names may tell its kind, and a part of it names it too: 甲公司工会主席说，公司…. ``bodies``
    are the ids of bodies by their names.
    """
    for match in _BODY.finditer(text):
        if match["union"]:
            yield from _union(match, items, bodies)
            continue
        if match["level"]:
            yield from _of_level(match, items)
            continue
        kinds = ("公司",) if match["new"] else _POINTED[match["bare"] or match["pointed"]]
        named = [n for n in items if n < match.start() and items[n].hole == "机构"]
        refs = {items[n].ref for n in named if items[n].text.endswith(kinds) and not items[n].text.endswith("使馆")}
        whole = {n: body_inside(items[n], kinds, bodies) for n in named if items[n].ref not in refs}
        found = sorted((n for n in named if items[n].ref in refs or whole[n] is not None), reverse=True)
        if match[0].endswith("方"):
            found += [
                n for n in items if n < match.start() and items[n].hole == "地点" and items[n].text.endswith(kinds)
            ]
            times = Counter(items[n].ref for n in found)
            found.sort(key=lambda n: (-times[items[n].ref], n))
        if not found and kinds == _FIRM:
            # 甲局工会主席说，公司…: who speaks for its union calls a firm so, however it is named
            whole = {n: body_inside(items[n], ("",), bodies) for n in named if items[n].text.endswith("工会")}
            found = sorted((n for n, body in whole.items() if body), reverse=True)
            found = found or _opening(text, match.start(), named, items) or _announcing(text, named, items)
        if found and items[found[0]].hole == "机构":
            yield match.start(), match.end(), whole.get(found[0]) or items[found[0]]


def _of_level(match: re.Match[str], items: Mapping[int, Item]) -> Iterator[tuple[int, int, Item]]:
    """县局 is the one 局 of a county that was named: 甲县税务局, 县税务局."""
    own = re.compile(rf"(?:[\u4e00-\u9fff]{{1,8}})?{match['level']}[\u4e00-\u9fff]{{2,14}}局")
    named = [i for n, i in items.items() if n < match.start() and i.hole == "机构" and own.fullmatch(i.text)]
    if len({i.ref for i in named}) == 1:
        yield match.start(), match.end(), named[-1]


def _union(
    match: re.Match[str], items: Mapping[int, Item], bodies: Mapping[str, str]
) -> Iterator[tuple[int, int, Item]]:
    """集团工会 is the one union of a group, firm, works or school that the article names, if only in a longer name."""
    refs = {ref: name for name, ref in bodies.items() if name.endswith("工会") and not name.endswith("总工会")}
    owned = {ref: name for ref, name in refs.items() if name.endswith(match["union"]) or len(refs) == 1}
    before = next((items[n] for n in sorted(items, reverse=True) if n < match.start()), None)
    if len(owned) == 1 and before is not None:
        ref, name = next(iter(owned.items()))
        yield match.start(), match.end(), before._replace(hole="机构", ref=ref, text=name, group="")


def _announcing(text: str, named: Sequence[int], items: Mapping[int, Item]) -> list[int]:
    """The one firm of the article that is told to announce something, however it is called."""
    said = [n for n in named if announces(text, items[n], n)]
    return said[:1] if len({items[n].ref for n in said}) == 1 else []


def _opening(text: str, at: int, named: Sequence[int], items: Mapping[int, Item]) -> list[int]:
    """The firm without a firm's ending that the sentence opens with: 甲电子公告称，公司与乙签约."""
    start = max(text.rfind(mark, 0, at) for mark in "。！？\n；") + 1
    first = min((n for n in named if n >= start), default=None)
    if first is None or items[first].text.endswith(NO_FIRM) or not _SAYS.match(text, first + 1):
        return []
    return [first]
