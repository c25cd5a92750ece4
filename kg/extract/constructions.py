"""Constructions that a rule may name in ``by``: acting together, taking part at an event, posts beside names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kg.extract import apposition
from kg.extract.bodies import of_kind
from kg.extract.chunks import Chunk
from kg.extract.clauses import follows, verb_from
from kg.extract.roles import mood_of, subjects
from kg.extract.signs import HOLE_OF_TYPE, Item
from kg.extract.staff import of_body
from kg.extract.steps import MOST_PARTNERS, Known, Site, Step, not_a_fact, product, relate
from kg.extract.words import TOGETHER
from kg.knowledge.frames import Rule
from kg.model import Entity

_ATTENDING = (
    "参加",
    "出席",
    "见证",
    "观看",
    "参会",
    "列席",
    "聆听",
    "收看",
    "探讨",
    "研讨",
    "商讨",
    "交流",
    "入选",
    "获",
    "荣获",
)
_JOINING = ("联合", "联手", "携手", "会同", "联同", "偕同")
_MANY = re.compile(r"等?(?:\d{2,}|[5-9五六七八九十百])")  # 甲、乙等11个部门联合
_SO_MANY = re.compile("等(?:[5-9五六七八九十]|十[一二三四五六七八九])(?:部委|部门|单位|[家个]|国|省|市)")
_DEPARTMENTS = ("系", "科", "科室", "教研室", "门诊", "病房", "车间", "班组")
_WARDS = ("科", "门诊", "病房")
_BARE_DEPARTMENT = re.compile(
    r"(?:(?:设备|生产|技术|研发|人力资源|财务|市场|销售|采购|质量|质检|安全|运维|检修|信息|工程|行政|客服|品牌|法务|投资|物流)部|[一二三四五六七八九十]?分厂|\w{1,3}车间)?"
    r"(?:\w{1,4}(?<!专家)(?<!调查)(?<!工作)(?<!专案)(?<!督导)(?<!小)(?<!剧)(?<!评审)[组班]|(?<=部)|(?<=厂)|(?<=车间))"
)


def partners(site: Site, rule: Rule) -> Iterator[Step]:
    """甲联合乙、丙: 甲 with each of them; 甲、乙、丙联合: every pair of up to four."""
    chunks = site.clause.chunks
    for n, chunk in enumerate(chunks):
        if not chunk.flags & TOGETHER:
            continue
        verb = verb_from(site.clause, n + 1)
        if verb < len(chunks) and chunks[verb].word.startswith(_ATTENDING):
            continue  # 甲、乙共同参加丙: guests, no partners
        if verb == len(chunks) and (_jointly(chunks, n) or _joined_by_name(chunks, n)):
            verb = n + 1
        elif verb == len(chunks) and (chunk.kind != "PP" or (n + 1 < len(chunks) and chunks[n + 1].word != "，")):
            continue  # 甲携手乙，开行丙：没有认出的动词也算
        if chunk.kind != "PP" and not _straight(chunks, n + 1, verb):
            continue  # 共同的目标、联合站：不是一起做
        at = verb if follows(chunks, verb, "DE") else n  # 丁是甲联合乙发起的
        ones, _ = subjects(site.clause, at, rule.subject.types, site.context)
        others = of_body(chunk, chunk.heads, rule.object.types)
        if chunk.kind == "PP":
            pairs = product([one for one in ones if one not in others][:MOST_PARTNERS], others)
        else:
            text = site.known.reading.text[site.clause.start : chunk.start]
            many = len(ones) > MOST_PARTNERS or _SO_MANY.search(text) is not None
            many = many or any(c.kind == "NUM" and _MANY.match(c.word) for c in chunks[:n])
            pairs = [] if many else [(a.ref, b.ref) for a, b in combinations(ones, 2)]
        # 甲联合乙，计划开行丙：联合是已然的
        mood = mood_of(site.clause, n if chunk.kind == "PP" else verb, site.context)
        if pairs and mood:
            yield not_a_fact(site.span, rule, chunk.word, mood)
        elif pairs:
            yield relate(site.span, rule, chunk.word, pairs)


def _straight(chunks: Sequence[Chunk], start: int, verb: int) -> bool:
    """Do only adverbs, times and those whom it is done for stand before the verb: 联合向全国青少年推荐?"""
    return all(
        c.kind in ("ADV", "TIME", "PP")
        or c.word in ("对外", "面向社会")
        or (c.kind == "NP" and all(i.group for i in c.heads) and start < n)
        for n, c in enumerate(chunks[start:verb], start)
    )


def _joined_by_name(chunks: Sequence[Chunk], n: int) -> bool:
    """Does a predicate that we do not know stand behind 联合甲: 乙又联合甲共同抵制盗版?"""
    return (
        chunks[n].kind == "PP"
        and chunks[n].word in _JOINING
        and any(c.kind == "TEXT" and len(c.word) > 1 for c in chunks[n + 1 :])
        and chunks[n + 1].kind in ("ADV", "TEXT")
        and chunks[n + 1].word[:1] not in ("的", "上", "体")
    )


def _jointly(chunks: Sequence[Chunk], n: int) -> bool:
    """Does a verb that we do not know stand behind 联合, at the end of its clause: 由甲、乙联合承销?"""
    return (
        chunks[n].kind == "ADV"
        and chunks[n].word in ("联合", "联手", "携手", "联袂")
        and n + 2 == len(chunks)
        and chunks[n + 1].kind == "TEXT"
        and n > 0
        and chunks[n - 1].kind in ("NP", "PP", "TIME", "ADV")
    )


def _around(known: Known, body: Item) -> Item | None:
    """The hospital or university of a department (甲大学历史系), the firm of a bare one (电气组): its people are theirs."""
    if _BARE_DEPARTMENT.fullmatch(body.text):
        return of_kind(known.reading, known.reading.place(body.start), "董事长")
    if not body.text.endswith(_DEPARTMENTS):
        return None
    names = {
        form: e.id
        for e in known.entities
        if e.type == "Organization"
        for form in (e.name, *e.aliases)
        if e.id != body.ref
    }
    outer = max((form for form in names if body.text.startswith(form)), key=len, default="")
    if not outer and body.text.endswith(_WARDS):
        return of_kind(known.reading, known.reading.place(body.start), "科主任")
    return body._replace(ref=names[outer], text=outer) if outer else None


def held(known: Known, start: int, end: int, span: tuple[int, int]) -> Iterator[Step]:
    """Posts and bodies beside names, in the sentence at ``start:end`` of the rules' text."""
    found = apposition.holdings(known.reading, start, end)
    found += [replace(h, body=outer, post="") for h in found if h.body and (outer := _around(known, h.body))]
    for rule in known.rules("同位"):
        for h in found:
            value = h.post if rule.property == "holdsPost" else h.body.ref if h.body else ""
            if value and not (rule.unless and h.post.endswith(rule.unless)):
                yield relate(span, rule, h.trigger, [(h.person.ref, value)])


_BARE_GAMES = re.compile(
    "(?:夏季|冬季)?(?:奥运会|冬奥会|残奥会|冬残奥会|亚运会|亚冬会|全运会|青奥会|大运会|世界杯|亚洲杯|世锦赛|运动会)"
)
"""What these games are called in every year: who won 奥运会 may have won those of another."""


def _called(contest: Entity) -> tuple[str, ...]:
    return (contest.name, *(name for name in contest.aliases if not _BARE_GAMES.fullmatch(name)))


def winners(known: Known, steps: Sequence[Step], span: tuple[int, int]) -> Iterator[Step]:
    """Who gets a prize that is called by a contest (甲大赛电工项目银牌) took part in the contest."""
    won = [fact for step in steps for fact in step.facts if fact.predicate == "receives"]
    if not won:
        return
    named = {e.id: e for e in known.entities}
    for rule in known.rules("获奖"):
        contests = [
            e for e in known.entities if HOLE_OF_TYPE[e.type] in rule.object.types and e.name.endswith(rule.object.ends)
        ]
        for fact in won:
            winner, prize = named.get(fact.subject), named[fact.object].name
            if winner is not None and HOLE_OF_TYPE[winner.type] in rule.subject.types:
                pairs = [(winner.id, e.id) for e in contests if prize.startswith(_called(e))]
                if pairs:
                    yield relate(span, rule, fact.trigger, pairs[:1])
