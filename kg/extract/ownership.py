"""Firms that are said to be owned without saying by whom: 公司控股子公司乙公司 is that of the firm that the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.bodies import meant, possessor
from kg.extract.bodies_told import body_inside
from kg.extract.context import of_types
from kg.extract.joining import one_side
from kg.extract.signs import SIGNS
from kg.extract.steps import Site, Step, failed, relate
from kg.knowledge.frames import Rule
from kg.model import Entity

_BODY = SIGNS["机构"]
_FIRM = ("公司", "集团", "股份", "控股", "银行", "证券", "科技", "企业")
_ANNOUNCED = re.compile(rf"{_BODY}[^，。；：、\n{_BODY}]{{0,10}}?(?:公告|披露|公布|宣布|透露)称?[，：]?")
_LOOSE = ("旗下", "下属", "下属公司", "下属企业", "下属单位", "所属企业", "公司控股", "公司全资控股")
_OWNED_WORK = {word: re.compile(rf"({_BODY}){word}的?({SIGNS['项目']})") for word in _LOOSE}
_OPENED = ("，", "。", "：", "称", "其", "司", "团", "\n")
"""What stands before 旗下 where it is the subject's own: behind another noun it is that of a firm that was not read."""
_DONE_TO = re.compile(
    "(?:[将把以由对与和及携为向给从让令使在]|通过|利用|依托|出售|收购|剥离|整合|关闭|重组|分拆|转让|转[出让]|注入|[调提]高|下调|调整|推动|成立|拥有|要求"
    "|联合|携手|合并|注销|处置|减持|增资|停止|暂停|接管|入股|控股|推出|发展|打造|借助|凭借|支持)$"
)
"""What the subject does to its own: 甲集团将调高|旗下乙公司员工的工资."""
_ITS = re.compile("其(?:全资|控股|间接|直接|境外|海外)*$")
_LEAST = 2
_SHORTEST = 3
"""A shorter name is but the brand that the subsidiary's own name begins with."""


def owned(site: Site, rule: Rule) -> Iterator[Step]:
    """全资子公司乙、丙 behind no body: of the firm that the clause or else the article is about."""
    reading, clause = site.known.reading, site.clause
    for word in rule.words:
        expression = re.compile(rf"(?<![{_BODY}的]){re.escape(word)}的?({_BODY}(?:[、和及与]{_BODY})*)")
        for match in expression.finditer(reading.text, clause.start, clause.end):
            before = reading.text[max(clause.start, match.start() - 4) : match.start()]
            if _BODY in before and not before.endswith(_OPENED):
                continue  # 甲公司境外全资子公司乙: another rule's
            if word in _LOOSE and not _its_own(reading.text, match.start()):
                continue  # 某网旗下乙: of a firm that was not read
            listed = range(match.start(1), one_side(reading.text, *match.span(1)))
            firms = tuple(reading.items[n] for n in listed if n in reading.items)
            firms = tuple(firm for firm in firms if len(firm.text) >= _SHORTEST)
            owned_ones = {firm.ref for firm in firms}
            its = _ITS.search(reading.text, max(0, match.start() - 6), match.start()) and possessor(
                reading, match.start()
            )
            owner = its.ref if its and its.ref not in owned_ones else _announcing(site, owned_ones, match.start())
            owner = owner or _owner(site, owned_ones, reading.at[match.start()])
            bare = word.startswith("公司") or reading.text.endswith("公司", 0, match.start())
            last = meant(reading, match.start(), "公司") if bare and not owner else None  # 甲船舶获奖。公司控股乙船厂
            owner = last.ref if last is not None and last.ref not in owned_ones else owner
            if owner:
                yield relate(site.span, rule, word, [(firm.ref, owner) for firm in firms])
            else:
                yield failed(site.span, rule, word, "不知是谁的子公司", firms)
        if word in _LOOSE:
            yield from _builders(site, rule, word)


def _builders(site: Site, rule: Rule, word: str) -> Iterator[Step]:
    """甲集团旗下|乙公司芯片项目: the firm that the work's name opens with."""
    reading, clause = site.known.reading, site.clause
    for match in _OWNED_WORK[word].finditer(reading.text, clause.start, clause.end):
        owner, work = (reading.items[match.start(n)] for n in (1, 2))
        builder = body_inside(work, _FIRM, reading.bodies)
        if builder is not None and builder.ref != owner.ref:
            yield relate(site.span, rule, word, [(builder.ref, owner.ref)])


def _its_own(text: str, at: int) -> bool:
    """Is what stands at ``at`` the subject's own, and not that of a body right before it which was not read?"""
    return text.endswith(_OPENED, 0, at) or _DONE_TO.search(text, max(0, at - 4), at) is not None


def _announcing(site: Site, owned_ones: set[str], at: int) -> str:
    """The firm that the sentence says announces it: 甲公司晚间公告，子公司乙…."""
    reading = site.known.reading
    start = max(reading.text.rfind(mark, 0, at) for mark in "。！？\n") + 1
    said = list(_ANNOUNCED.finditer(reading.text, start, at))
    ref = reading.items[said[-1].start()].ref if said else ""
    return "" if ref in owned_ones else ref


def _owner(site: Site, owned_ones: set[str], at: int) -> str:
    """The firm that the clause goes on to speak of, else the one that the article names most.

    ``at`` is where the phrase stands; a firm that is named only behind it owns nothing yet.
    """
    topic = [i for i in of_types(site.context.topic, ("机构",)) if i.ref not in owned_ones]
    if len(topic) == 1 and topic[0].text.endswith(_FIRM):
        return topic[0].ref
    firms = [e for e in site.known.entities if _is_firm(e) and e.id not in owned_ones and e.mentions[0][0] < at]
    best = max(firms, key=lambda e: (len(e.mentions), -e.mentions[0][0]), default=None)
    sure = best is not None and (len(best.mentions) >= _LEAST or len(firms) == 1)
    return best.id if best is not None and sure else _only_one_to_announce(site, owned_ones, at)


def _only_one_to_announce(site: Site, owned_ones: set[str], at: int) -> str:
    """The one firm that the article has announce something before ``at``: 甲股份日前公布…。公司全资子公司乙…."""
    reading = site.known.reading
    said = {reading.items[m.start()].ref for m in _ANNOUNCED.finditer(reading.text, 0, reading.place(at))}
    return next(iter(said)) if len(said - owned_ones) == 1 and not said & owned_ones else ""


def _is_firm(entity: Entity) -> bool:
    names = (entity.name, *entity.aliases)
    return entity.type == "Organization" and bool(entity.mentions) and any(n.endswith(_FIRM) for n in names)
