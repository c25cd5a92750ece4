"""Firms that are said to be owned without saying by whom: 公司控股子公司乙公司 is that of the firm that the article is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import of_types
from kg.extract.signs import SIGNS
from kg.extract.steps import Site, Step, failed, relate
from kg.knowledge.frames import Rule
from kg.model import Entity

_BODY = SIGNS["机构"]
_FIRM = ("公司", "集团", "股份", "控股", "银行", "证券", "科技", "企业")
_ANNOUNCED = re.compile(rf"{_BODY}[^，。；：、\n{_BODY}]{{0,10}}?(?:公告|披露|公布|宣布|透露)称?[，：]?")
_LOOSE = ("旗下", "下属")
_OPENED = ("，", "。", "：", "称", "其", "司", "团", "\n")
"""What stands before 旗下 where it is the subject's own: behind another noun it is that of a firm that was not read."""
_LEAST = 2
_SHORTEST = 3
"""A shorter name is but the brand that the subsidiary's own name begins with."""


def owned(site: Site, rule: Rule) -> Iterator[Step]:
    """全资子公司乙、丙 behind no body: of the firm that the clause or else the article is about."""
    reading, clause = site.known.reading, site.clause
    for word in rule.words:
        expression = re.compile(rf"(?<![{_BODY}的]){re.escape(word)}({_BODY}(?:[、和及与]{_BODY})*)")
        for match in expression.finditer(reading.text, clause.start, clause.end):
            before = reading.text[max(clause.start, match.start() - 4) : match.start()]
            if _BODY in before and not before.endswith(_OPENED):
                continue  # 甲公司境外全资子公司乙: another rule's
            if word in _LOOSE and not reading.text.endswith(_OPENED, 0, match.start()):
                continue  # 某网旗下乙: of a firm that was not read
            firms = tuple(reading.items[n] for n in range(*match.span(1)) if n in reading.items)
            firms = tuple(firm for firm in firms if len(firm.text) >= _SHORTEST)
            owned_ones = {firm.ref for firm in firms}
            owner = _announcing(site, owned_ones, match.start()) or _owner(site, owned_ones, reading.at[match.start()])
            if owner:
                yield relate(site.span, rule, word, [(firm.ref, owner) for firm in firms])
            else:
                yield failed(site.span, rule, word, "不知是谁的子公司", firms)


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
    return best.id if best is not None and sure else ""


def _is_firm(entity: Entity) -> bool:
    names = (entity.name, *entity.aliases)
    return entity.type == "Organization" and bool(entity.mentions) and any(n.endswith(_FIRM) for n in names)
