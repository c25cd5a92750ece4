"""Who takes part in an event by what is said of the event itself: 会上，甲…; 甲在丁中…; 选手甲; 甲公司的展台."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.chunks import Chunk
from kg.extract.clauses import Clause, follows, verb_from, within_relative
from kg.extract.context import Context, Items, of_types
from kg.extract.phrases import ending
from kg.extract.roles import mood_of, subjects
from kg.extract.steps import Known, Site, Step, not_a_fact, product, relate
from kg.extract.where import HOSTS
from kg.knowledge.frames import Rule

_APPOSED = re.compile(r"、[^，。；：、]{2,14}的$")
_OTHER_GAMES = re.compile(r"世界杯|锦标赛|公开赛|联赛|巡回赛|大奖赛|邀请赛|运动会|奥运会|残奥会|冬奥会")
_LEARNING = ("了解", "了解到", "获悉", "得知", "看到", "看见")
_FAR = 24
_SCENES = ("赛场上", "舞台上", "现场", "会场上", "会场", "赛场", "讲台上", "领奖台上", "会场内")
_LONGEST_AT = 8  # 首场宣讲会上
_LONGEST_BEFORE = 12  # 甲学院原副院长: what is not known of the one who acts
_PARTICULAR = ("记者会上", "吹风会上", "听证会上", "招待会上", "见面会上", "公听会上", "新闻发布会上")
"""They are named for what they are, and mean no other event."""
_LAUNCHING = ("启动仪式", "签约仪式", "签字仪式", "揭牌仪式", "开工仪式", "授牌仪式", "合作仪式")
_CONTESTS = ("赛", "杯", "运动会", "奥运会", "亚运会", "全运会")
"""Nothing is launched or signed at a contest told of before: there 启动仪式上 means a ceremony without a name."""
_BUILT = ("项目", "工程", "系统", "平台", "基地", "中心")
"""Nobody is present at a work: 活动中 means the ceremony for it."""
_HELD = ("活动", "行动", "课堂", "讲座", "沙龙", "路演", "培训", "集市", "宣讲", "比赛", "赛", "节目", "专场")
"""Programmes that are held, so that somebody can do something in them (not 在该项目上)."""


def attending(site: Site, rule: Rule) -> Iterator[Step]:
    """会上，甲…; 甲在丁中…: whoever acts at an event takes part in it."""
    chunks = site.clause.chunks
    for n, chunk in enumerate(chunks):
        event: Items = ()
        during = False
        place = _place(site, chunk, n)
        if place.endswith(rule.words) and len(place) <= _LONGEST_AT:
            event = _called(place, of_types(site.context.events, rule.object.types), site.context.lead)
            if not place.endswith(("活动中", "活动上", "活动现场", "现场会上")):
                event = tuple(e for e in event if e.hole != "项目" or e.text.endswith(_HELD))
            event = tuple(e for e in event if e.hole != "项目" or not e.text.endswith(_BUILT))
        elif (chunk.kind == "PP" and chunk.word == "在" and _acts_in(site, n)) or (during := _during(chunks, n)):
            event = of_types(chunk.heads[-1:], rule.object.types)
            event = tuple(
                e for e in event if e.hole != "项目" or (e.text.endswith(_HELD) and not e.text.endswith("专项行动"))
            )
        event = ending(event, rule.object)
        if not event:
            continue
        verb = _own_verb(site.clause, n + 1)
        if verb < len(chunks) and chunks[verb].word in _LEARNING:
            continue  # 从甲举行的会上了解到: who learns it is not told
        who, _ = subjects(site.clause, verb, rule.subject.types, site.context)
        if any(_only_agent(chunks, k) and set(chunks[k].heads) & set(who) for k in range(n + 1, len(chunks))):
            continue  # 会上，乙被甲局聘为顾问, 由甲会推荐的乙受表彰: who chose is not said to be there
        if during:
            who = of_types(who, ("人物",))
        if n and chunks[n - 1].kind == "DE":  # 在甲会主办的大会上: who holds it does not act there
            opened = max(
                (k for k, c in enumerate(chunks[: n - 1]) if c.word.startswith("在") or c.place in ("在", "由")),
                default=0,
            )
            hosts = {host.ref for c in chunks[opened : n - 1] for host in c.heads}
            hosts.update(i.ref for a, b in pairwise(chunks[:n]) if b.word in HOSTS for i in a.heads)  # 乙主办的丙和丁
            before = next((c.heads for c in reversed(chunks[:opened]) if c.kind == "NP"), ())  # 乙在甲会主办的大会上
            who = tuple(one for one in who if one.ref not in hosts) or of_types(before, rule.subject.types)
        mood = mood_of(site.clause, verb, site.context)
        if who and mood and site.known.engine.words.moods.get(mood) != "hope":  # who asks for something there is there
            yield not_a_fact(site.span, rule, chunk.word, mood)
        elif who:
            yield relate(site.span, rule, chunk.word, product(who, event))


def _only_agent(chunks: Sequence[Chunk], k: int) -> bool:
    """Is it 被甲局, or 由甲会 in front of a verb and its 的?"""
    if chunks[k].kind != "PP" or chunks[k].word not in ("被", "由"):
        return False
    return chunks[k].word == "被" or any(
        chunks[j].kind == "V" and follows(chunks, j, "DE") for j in range(k + 1, len(chunks))
    )


def _place(site: Site, chunk: Chunk, n: int) -> str:
    """The words of a chunk that may say where: 会上 at the beginning of a clause, 在会上 anywhere."""
    if chunk.kind == "TEXT" and n <= 1:
        return chunk.word
    if chunk.kind == "PP" and chunk.word == "在" and not chunk.heads:
        return site.known.reading.text[chunk.start + 1 : chunk.end]
    return ""


def present(known: Known, start: int, end: int, span: tuple[int, int], context: Context) -> Iterator[Step]:
    """选手甲, 甲公司的展台: whom such words show to be at the contest or the fair that the article tells of."""
    reading = known.reading
    for rule in known.rules("现场"):
        told = of_types((*context.lead, *context.events, *context.fresh), rule.object.types)
        event = next((e for e in reversed(told) if not rule.object.ends or e.text.endswith(rule.object.ends)), None)
        if event is None:
            continue
        games = _OTHER_GAMES.search(reading.text, start, end)
        if games and (event not in context.fresh or (games[0] not in event.text and event.end <= span[0])):
            continue  # 世界杯某站: another contest, whose name was not read
        for i in range(start, end):
            item = reading.items.get(i)
            if item is not None and item.hole in rule.subject.types:
                word = _beside(known, i, rule)
                if word:
                    yield relate(span, rule, word, [(item.ref, event.ref)])


def _beside(known: Known, i: int, rule: Rule) -> str:
    """The word of the rule that stands before a person (选手甲) or behind a body (甲公司的展台), or ''."""
    text, items = known.reading.text, known.reading.items
    if items[i].hole == "人物":
        apposed = _APPOSED.search(text, max(0, i - _FAR), i)  # 最年轻的选手、来自甲市的乙
        end = apposed.start() if apposed else i
        before = items.get(end - 1)
        words = before.text if before is not None and before.hole == "职务" else text[max(0, end - 6) : end]
        return next((word for word in rule.words if words.endswith(word)), "")
    behind = i + 1 + text.startswith("的", i + 1)
    return next((word for word in rule.words if text.startswith(word, behind)), "")


def _own_verb(clause: Clause, n: int) -> int:
    """The first verb from ``n`` on that opens no modifier: in 大会上，来自甲市的乙展示… it is 展示."""
    verb = verb_from(clause, n)
    while verb < len(clause.chunks) and within_relative(clause.chunks, verb):
        verb = verb_from(clause, verb + 1)
    return verb


def _during(chunks: Sequence[Chunk], n: int) -> bool:
    """博览会期间，甲…: a person who acts while it lasts; a body has other things to do as well."""
    return n <= 1 and chunks[n].kind == "NP" and n + 1 < len(chunks) and chunks[n + 1].word == "期间"


def _acts_in(site: Site, n: int) -> bool:
    """Is the phrase at ``n`` 在…上 or 在…中, said of the clause itself: only subject, time, adverbs before it?"""
    chunks: Sequence[Chunk] = site.clause.chunks
    if n + 1 == len(chunks):
        return False
    scene = chunks[n + 1].word == "现场" or (
        follows(chunks, n, "DE") and chunks[n + 2 :] and chunks[n + 2].word in _SCENES
    )
    inside = site.known.reading.text[chunks[n].end - 1] in "上中" and not follows(chunks, n, "DE")
    if not scene and not inside:
        return False
    if n and chunks[n - 1].kind == "DE":
        return True  # 在甲会召开的大会上
    if site.known.reading.text[chunks[n].start - 1 : chunks[n].start] == "，":
        return True  # 甲传出喜讯，在大会上，乙…
    return all(
        c.kind in ("NP", "TIME", "ADV", "DE")
        or c.end - c.start <= 3
        or (c.kind == "TEXT" and follows(chunks, k, "NP") and c.end - c.start <= _LONGEST_BEFORE and c.word != "，")
        for k, c in enumerate(chunks[:n])
    )


def _called(word: str, events: Items, lead: Items) -> Items:
    """The event that 会上, 活动中 or 仪式上 speaks of: the last one so called, else the last one if the word is general.

    闭幕会上 speaks of the meeting that the article tells of, 记者会上 of no election that was told of.
    """
    noun = word[:-1][-3:]
    called = tuple(e for e in events if e.text.endswith(noun))[-1:]
    if not called and word.startswith(("开幕会", "闭幕会", "开幕大会", "闭幕大会")):
        return lead
    other = word.startswith(_LAUNCHING) and bool(events) and events[-1].text.endswith(_CONTESTS)
    return called or (events[-1:] if not word.endswith(_PARTICULAR) and not other else ())
