"""Whose a quantity or a time is: what the clause that says it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.bodies import generic, meant
from kg.extract.clauses import BYLINE, Clause, follows, has_byline
from kg.extract.context import Context, Items, held_in, of_types
from kg.extract.meaning import called, described, happened, nation, shortened_behind, source, subject_of
from kg.extract.owners import owned, stretches
from kg.extract.signs import SIGNS, Reading
from kg.extract.words import SPEECH
from kg.knowledge.frames import ENTITY_HOLES
from kg.model import ARTICLE

_THINGS = ("项目", "活动", "奖项", "政策")
_IN_BRACKETS = re.compile(r"[（(][^（）()\n]{1,40}[）)]")
_DATELINE = re.compile(rf"{SIGNS['机构']}?{SIGNS['地点']}?{SIGNS['时间']}(?=电|讯|信息|消息)")
_COUNT = (
    "收入|利润|资产|收益|产值|产量|销量|销售额|成交额|总额|金额|市值|股价|负债|亏损|增幅|增速|占比|比重|比例|[率额值]"
)
_CHANGE = rf"[约近达超为]|同比|环比|增|减|上升|下降|分别|已|由|从|突破|超过|[\d{SIGNS['数量']}]"
_HAS = rf"(?:目前|现在|如今|现|已|截至目前|[，\s{SIGNS['时间']}])*(?:共有|现有|拥有|设有|共设|另有|还有|共计|有)"
_FIGURE = re.compile(rf"{_HAS}|(?:[^，。；：]{{0,8}}，)?[^，。；：]{{0,12}}?(?:{_COUNT})(?:{_CHANGE})")
"""A clause whose subject is a figure: 全年营业收入达, 净利润同比增长; or that only says how many there are: 目前共有."""
_REPORTS = ("显示", "表明", "获悉", "了解", "了解到", "据悉", "介绍")
_LOOSE = ("单位", "中心")
_WHOLES = {
    **dict.fromkeys("校", ("学校", "中学", "小学", "大学", "学院")),
    **{kind: (kind,) for kind in "村镇乡县区市省院厂局队社馆"},
}
"""How the names of bodies and places end that 全校, 全村 mean."""
_WHOLE = re.compile(f"全([{''.join(_WHOLES)}])")


class About(NamedTuple):
    """What the words at reading offsets ``start:end`` are about."""

    start: int
    end: int
    topic: str


def spoken_of(reading: Reading, clause: Clause, context: Context, told: set[str], *, first: bool) -> Items:
    """What a clause is about: its event or programme as subject or as what its verb asserts, else its subject.

    A clause that opens with 在某地 and has no named subject is about the place; 公司总资产 is about the firm told of
    last; one that names nothing goes on with what was spoken of before, but the first of a sentence, when it has a
    subject of its own that is no figure (净利润), only with an event or programme.
    """
    subject = described(clause) or subject_of(reading, clause, context) or _of_the_year(clause)
    things = tuple(i for i in of_types(subject, _THINGS) if i.hole != "奖项" or i.ref in told or i is subject[0])
    if things:
        return things[:1]
    named = [i for c in clause.chunks if c.kind == "NP" for i in of_types(c.heads, _THINGS)]
    things = tuple(i for i in named if i.ref in told and i.hole != "奖项")[-1:] or of_types(held_in(clause), ("活动",))
    things = things or happened(reading, clause)
    going_on = of_types(context.spoken, _THINGS)
    if not things and going_on and going_on[0].ref in told:
        return going_on  # 大赛由甲主办，乙承办，历时三天
    actors = of_types(subject, ("机构", "人物"))
    if things or actors:
        return things or actors[:1]
    if context.speaker:
        return context.speaker
    again = _named_by_kind(reading, clause)
    if again:
        return again
    figures = source(reading, clause)
    if figures:
        return figures
    at = tuple(i for c in clause.chunks if c.kind == "PP" and c.place == "在" for i in of_types(c.heads, _THINGS))
    if at:
        return at[:1]  # 孩子们在活动中画画
    if going_on and clause.subjectless and not first:
        return going_on  # 打造“甲驿站”，提供“乙服务”
    things = of_types(tuple(named), ("项目", "活动", "政策"))[:1] or _opening_place(clause, subject)
    figure = _FIGURE.match(reading.text, clause.start, clause.end) is not None
    spoken = (
        context.spoken if clause.subjectless or not first or figure else of_types(context.spoken, (*_THINGS, "地点"))
    )
    if going_on and not first:
        return things or going_on
    return things or _of_a_place(clause) or spoken or of_types(subject, ("地点",))[:1] or nation(reading, clause)


def _named_by_kind(reading: Reading, clause: Clause) -> Items:
    """The body or place that a clause begins with by its kind only: 公司总资产, 学校账目, 全校, 全村."""
    for n, chunk in enumerate(clause.chunks):
        if chunk.kind == "NP" and n + 1 < len(clause.chunks):
            told = shortened_behind(reading, chunk, clause.chunks[n + 1])
            return (told,) if told is not None else ()
        if chunk.kind not in ("TIME", "ADV", "TEXT"):
            return ()
        noun = generic(chunk.word)
        if noun == chunk.word and follows(clause.chunks, n, "DE"):
            return ()  # 公司的子公司乙
        body = meant(reading, chunk.start, noun) if noun and noun not in _LOOSE else None
        if body is not None:
            return (body,)
        told = called(reading, chunk)
        if told is not None:
            return (told,)
        whole = _WHOLE.match(chunk.word)
        if whole is not None:
            named = reading.before(chunk.start)
            return next(((i,) for i in named if i.text.endswith(_WHOLES[whole[1]])), ())
        if chunk.kind == "TEXT" and chunk.word != "，":
            return ()
    return ()


def passed_on(reading: Reading, clause: Clause, spoken: Items, before: Items) -> Items:
    """What the next clauses go on to speak of: behind 甲公司经理乙说 it is 甲公司, behind 年报显示 what it was before."""
    last = next((c for c in reversed(clause.chunks) if c.kind == "V"), None)
    if clause.opening is None and reading.text.endswith(_REPORTS, clause.start, clause.end):
        return spoken or before
    if last is None or not last.flags & SPEECH or clause.opening is None:
        return spoken
    speaks = of_types(clause.opening.heads, ("人物",))
    return (of_types(clause.opening.owners, ("机构",)) if speaks else ()) or spoken


def _of_the_year(clause: Clause) -> Items:
    """Whose year it is: 今年是甲成立50周年."""
    kinds = [c.kind for c in clause.chunks[:3]]
    if kinds == ["TIME", "V", "NP"] and clause.chunks[1].word == "是":
        return of_types(clause.chunks[2].heads, tuple(ENTITY_HOLES))[:1]
    return ()


def _of_a_place(clause: Clause) -> Items:
    """The place that a clause opens with, as its subject or whose its subject is: 甲省城乡居民收入翻了一番."""
    first = next((c for c in clause.chunks if c.kind not in ("ADV", "TIME") and c.word != "，"), None)
    if first is None or first.kind != "NP" or first is not clause.opening:
        return ()
    return of_types(first.heads, ("地点",))[:1] or of_types(first.owners, ("地点",))[:1]


def _opening_place(clause: Clause, subject: Items) -> Items:
    """The place or body of the 在 that a clause without a named subject opens with."""
    first = next((c for c in clause.chunks if c.kind != "ADV" and c.word != "，"), None)
    if first is None or first.kind != "PP" or first.word != "在" or of_types(subject, ("地点",)):
        return ()
    return of_types(first.heads, ("机构", "地点"))[:1]


def abouts(reading: Reading, clause: Clause, topic: Items, scene: Items) -> Iterator[About]:
    """The clause's topic over all of it, those of its later stretches over them, then whose single numbers and times are.

    ``scene`` are the events told of so far.
    """
    if topic:
        yield About(*reading.span(clause.start, clause.end), topic[0].ref)
    for start, end, items in stretches(clause):
        yield About(*reading.span(start, end), items[0].ref)
    for chunk, item in owned(reading, clause, topic, scene):
        yield About(*reading.span(chunk.start, chunk.end), item.ref)


def bracketed(text: str, reading: Reading, start: int, end: int) -> Iterator[About]:
    """What brackets in the article's ``text`` say of the name before them: 甲大厦（25层）."""
    for mark in reading.within(start, end):
        item = mark.item
        if item is not None and item.hole in ENTITY_HOLES and (match := _IN_BRACKETS.match(text, item.end)):
            yield About(*match.span(), item.ref)


def datelines(reading: Reading, start: int, end: int) -> Iterator[About]:
    """Bylines and datelines are about the article."""
    text = reading.text[start:end]
    expressions = (*((BYLINE,) if has_byline(text) else ()), *((_DATELINE,) if SIGNS["时间"] in text else ()))
    for expression in expressions:
        for match in expression.finditer(reading.text, start, end):
            yield About(*reading.span(*match.span()), ARTICLE)
