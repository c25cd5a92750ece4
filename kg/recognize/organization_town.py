"""Bodies of a town that no gazetteer has: 卡罗克|镇中学 is 卡罗克镇中学, 竹河|镇政府 is 竹河镇政府."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.recognize.candidate import Candidate
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

LEVELS = "镇乡村市县州旗省"
_OWN = "镇乡"
_TOWN = re.compile(
    r"(?<![^，。、；：\n与和及在到市县区旗由对向往赴])(?![^，。]?[全各本我该两多几每某此邻])[\u4e00-\u9fff]{2}$"
)
"""Two characters between a border and the level, which the name of a town mostly has."""
_NAMING = ("n", "j", "z", "x", "g", "a", "v", "f", "s", "b", "t", "m")
_NO_TOWN = frozenset(
    "当地 所在 附近 周边 有关 相关 部分 其他 许多 不少 一些 邻近 基层 农村 城乡 乡镇 各个 联合 组织 协调 会同 依托 指导 要求 市县 区县".split()
)


_NUMBERED = re.compile(
    "[一二三四五六七八九十百千双][^个座名位户处片些批种级类项家条大小届期次年月日岁元人余多一二三四五六七八九十百千两]"
)


def called_so(terms: Terms, text: str, start: int, end: int) -> bool:
    """Do shops bear the word for a name (锦绣|酒店), or a village though it is a number: 五里|村党支部, 九湾|社区党委?"""
    if text[start:end] in terms.called:
        return True
    behind = text.startswith(("村", "镇", "乡", "屯", "社区", "街道"), end)
    return behind and end - start == 2 and _NUMBERED.fullmatch(text, start, end) is not None


def of_their_town(scan: Scan, bodies: Sequence[Candidate], places: Sequence[Candidate]) -> Iterator[Candidate]:
    """The bodies whose name begins with the last character of a place, under the whole name."""
    towns = {c.mention.end: c.mention for c in places if c.mention.text[-1] in LEVELS}
    for body in bodies:
        mention = body.mention
        town = towns.get(mention.start + 1)
        if town is not None and town.start < mention.start and mention.text == mention.name:
            name = town.text + mention.text[1:]
            yield Candidate(replace(mention, start=town.start, text=name, name=name), body.score)
        elif town is None and mention.text[0] in _OWN and len(mention.text) > 2 and mention.text == mention.name:
            yield from _unknown(scan, body)


def _unknown(scan: Scan, body: Candidate) -> Iterator[Candidate]:
    """The body under the name of a town that no list has, from the border before it."""
    mention = body.mention
    town = _TOWN.search(scan.text, max(0, mention.start - 3), mention.start)
    if town is None or town[0] in _NO_TOWN or not scan.is_boundary(town.start()):
        return
    span = range(town.start(), mention.start)
    torn = all(len(scan.word(at)) == 1 for at in span)  # 竹|口: no word of the dictionary
    if not torn and any(scan.tag(at)[:1] not in _NAMING for at in span):
        return
    start = min(scan.ending["place"].get(town.start(), ()), default=town.start())  # 甲县|竹河镇政府
    name = scan.text[start : mention.end]
    yield Candidate(replace(mention, start=start, text=name, name=name), body.score)
