"""What tells a body where its own name does not: a firm by what it announces, a body inside a longer name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extract.signs import SIGNS, Item

NO_FIRM = (
    *"局部委厅署会院校学队办所馆台社府县省市区法庭党处站宫",
    *("代表团", "兵团", "剧团", "舞团", "乐团", "艺术团", "志愿团", "宣讲团", "调查团", "使团", "师团", "合唱团"),
    *("中心", "院士", "科协", "文联", "妇联", "残联", "工商联", "政协", "人大"),
    *("幼儿园", "日报", "晚报", "时报", "商报", "早报", "晨报", "新闻网"),
)
"""How the names of bodies end that are no firms; a firm's own name ends in anything else."""

_WHEN = (
    rf"(?:\s|[今昨当][日天晚]|近日|日前|随后|同日|晚间?|午间|盘[前后]|方面|正式|对外|官方|[也在于则]|{SIGNS['时间']})*"
)
_ANNOUNCES = re.compile(
    rf"{_WHEN}(?:公告|宣布|披露|公布|(?:发布|发出|公布|披露)[^，。；：\n]{{0,24}}?(?:公告|消息|声明|内部信))"
)


def announces(text: str, body: Item, n: int) -> bool:
    """Does the body whose sign stands at ``n`` do what only firms do? Whoever announces so is one, however it is called."""
    return not body.text.endswith(NO_FIRM) and _ANNOUNCES.match(text, n + 1) is not None


def body_beside(item: Item, kind: str, bodies: Mapping[str, str]) -> Item | None:
    """The body of the kind that the item's name joins to the one it opens with: 甲公司与|乙学院|合作签约仪式."""
    for name, ref in bodies.items():
        at = item.text.find(name)
        if at > 0 and item.text[at - 1] in "与和同、" and name.endswith(kind):
            return item._replace(
                hole="机构", ref=ref, start=item.start + at, end=item.start + at + len(name), text=name
            )
    return None


def body_inside(item: Item, kinds: tuple[str, ...], bodies: Mapping[str, str]) -> Item | None:
    """The body of one of the kinds whose name the item's longer one opens with: 甲公司 of 甲公司工会.

    ``bodies`` are the ids of bodies by their names; of several such names the longest is meant.
    """
    for size in range(len(item.text) - 1, 2, -1):
        name = item.text[:size]
        if name.endswith(kinds) and name in bodies:
            return item._replace(hole="机构", ref=bodies[name], end=item.start + size, text=name)
    return None
