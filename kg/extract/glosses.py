"""What brackets say of the name before them: 乙（甲公司董事长）, 乙（甲大学）, 丙公司（系甲集团子公司）."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.constructions import held
from kg.extract.context import Context
from kg.extract.formulas import formulas
from kg.extract.reading import ASIDE, worded
from kg.extract.signs import HOLE_OF_TYPE, SIGNS, Item
from kg.extract.steps import Known, Step, relate

_SAID = ("系", "为", "是", "隶属", "由", "原名")
"""Verbs that open what the brackets say; anything else stands in apposition."""
_OF = {"人物": SIGNS["机构"] + SIGNS["地点"], "机构": SIGNS["机构"], "奖项": SIGNS["人物"] + SIGNS["机构"]}
"""Names that brackets behind such a name must hold to say anything of it."""
_HOLDER = "获得者："
"""What the brackets behind a prize mean: 最佳导演奖（乙）."""
_CREDIT = ("摄", "图", "供图", "记者", "通讯员", "文", "颁发", "主办", "设立", "授予", "提名")
"""In brackets behind a prize they say that it is not theirs who are named there."""


def glossed(known: Known) -> Iterator[Step]:
    """The formulas and posts on each name with brackets right behind it, read as a sentence of their own."""
    text = known.article.text
    if "（" not in text and "(" not in text:
        return
    mentions = sorted(
        (
            Item(HOLE_OF_TYPE[e.type], e.id, start, end, text[start:end])
            for e in known.entities
            for start, end in e.mentions
        ),
        key=lambda item: item.start,
    )
    ends = {item.end: item for item in mentions if item.hole in _OF}
    for aside in ASIDE.finditer(text):
        owner = ends.get(aside.start())
        if owner is None:
            continue
        inside = [i for i in mentions if aside.start() < i.start and i.end < aside.end()]
        if owner.hole == "奖项" and any(word in aside[0] for word in _CREDIT):
            continue
        if any(SIGNS[i.hole] in _OF[owner.hole] for i in inside):
            yield from _read(known, owner, inside, aside.end())


def _read(known: Known, owner: Item, inside: list[Item], end: int) -> Iterator[Step]:
    """Reads 乙，甲公司董事长， as it stands in brackets."""
    text, span = known.article.text, (owner.start, end)
    body = inside[0]
    if owner.hole == "人物" and body.hole == "机构" and (body.start - 1, body.end + 1) == (owner.end, end):
        for rule in known.rules("同位"):
            if rule.property == "affiliatedWith":
                yield relate(span, rule, body.text, [(owner.ref, body.ref)])
        return
    chars, at, items = [SIGNS[owner.hole]], [owner.start], {0: owner}
    if owner.hole == "奖项":
        chars.extend(_HOLDER)
        at.extend([owner.end] * len(_HOLDER))
    elif not text.startswith(_SAID, owner.end + 1):
        chars.append("，")
        at.append(owner.end)
    done = owner.end + 1
    for item in inside:
        chars.extend(text[done : item.start])
        at.extend(range(done, item.start))
        items[len(chars)] = item
        chars.append(SIGNS[item.hole])
        at.append(item.start)
        done = item.end
    chars.extend((*text[done : end - 1], "。" if owner.hole == "奖项" else "，"))
    at.extend((*range(done, end), end))
    alone = Known(known.article, known.entities, known.engine, worded("".join(chars), at, items, known.engine.words))
    stop = len(alone.reading.text)
    yield from formulas(alone, 0, stop, span, Context())
    yield from held(alone, 0, stop, span)
