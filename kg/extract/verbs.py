"""A rule on a verb: its roles are filled, its conditions asked, and it speaks or says why not."""

from __future__ import annotations

import re
from itertools import combinations

from kg.extract import posts
from kg.extract.biography import told_of_one
from kg.extract.bodies import bodies_before
from kg.extract.clauses import LYING, Clause, within_relative
from kg.extract.context import Items, of_types
from kg.extract.dating import dated
from kg.extract.phrases import acts_itself
from kg.extract.roles import find, mood_of, relative, subjects
from kg.extract.shares import is_rank, one_each, respectively
from kg.extract.signs import SIGNS, Item
from kg.extract.steps import MOST_PARTNERS, Site, Step, failed, not_a_fact, product, relate
from kg.extract.words import BOTH, FROM, VERB
from kg.knowledge.frames import Rule

_ANNIVERSARY = re.compile(r"(?:\d+|[一二三四五六七八九十百]+)周年")
_HAPPENING = ("举行", "召开")
"""Verbs of what takes place: without a subject in their sentence they do not say who held it."""
_BESIDES = ("还", "同", "另")
"""What is held besides is part of the event, whoever holds it."""
_VAGUE = ("合作", "开展合作", "展开合作", "深化合作")
_FOUNDING = ("发起", "创办", "创立", "创设", "首创", "设立")
_EDITION = re.compile(r"“?(?:第(?!一届|1届)[一二三四五六七八九十百\d]+[届次]|[12]\d{3}年)")
_JOINTLY = ("organizes", "launches")
_SO_MANY = re.compile(rf"{SIGNS['数量']}(?:人|名|位|个)?[^，。；{SIGNS['机构']}]{{0,4}}$")
_COVERING = tuple("新闻报道 报道 新闻宣传 宣传报道 转播 直播 安保 保障 服务保障 筹备 建设 设计".split())
"""What those do who do not take part themselves: 参加甲大会|新闻报道."""
_HOSTED = ("launches", "organizes")
_TELLING = re.compile("(?:介绍|表示|透露|记者|指出|坦言|谈到|解释|[^传据听小]说|称|道)[，：,“]+$")
_NEAR = 6
_JOINED = tuple("来到 进入 加入 入职 走进 考入 调入 调至 调到 调往 调回 加盟 转战 转投 空降 赴 进".split())


def act(site: Site, rule: Rule, n: int) -> Step:
    """A rule whose trigger is the verb at ``n``; the first condition that fails is the step's reason."""
    if rule.by == "任职":
        return career(site, rule, n)
    clause, trigger = site.clause, site.clause.chunks[n].word
    if n and clause.chunks[n - 1].kind == "DE":
        return failed(site.span, rule, trigger, "前面是“的”，是名词")
    at = site.known.reading.at[clause.chunks[n].end]
    if _ANNIVERSARY.match(site.known.article.text, at):
        return failed(site.span, rule, trigger, "是周年")
    inside = within_relative(clause.chunks, n)
    inner = None
    if inside or not any(c.kind in ("NP", "PP") for c in clause.chunks[:n]):
        inner = (
            relative(clause.chunks, n, rule.subject, rule.object, site.context) if "主语" in rule.subject.at else None
        )
    if inner is not None:
        ones, others = inner
    elif inside:
        return failed(site.span, rule, trigger, "在定语里，说的是“的”后面的")
    else:
        others, reason = find(rule.object, clause, n, site.context)
        if rule.role and others and all(o.hole == "奖项" and is_rank(o.text) for o in others):
            others, reason = (), "名次不是谁办的"
        if not others:
            return failed(site.span, rule, trigger, reason)
        ones, reason = find(rule.subject, clause, n, site.context, ("话题",))
        if not ones:
            return failed(site.span, rule, trigger, reason, (), others)
        if trigger in _HAPPENING and "主语" in rule.subject.at and ones[-1].end <= site.span[0]:
            return failed(site.span, rule, trigger, "谁办的没有说（随后举行丙）", (), others)
        if rule.property in _JOINTLY and ones == of_types(site.context.topic, rule.subject.types):
            ones = (*ones, *(i for i in site.context.joined if ones[0] in site.context.joined and i not in ones))
        if "与" in rule.object.at:
            ones = tuple(one for one in ones if one not in others) or ones
            ones = ones[:1] if _told_with(site, ones) else ones
    if rule.property == "organizes" and ones[-1].end <= at and _attended(clause, n):
        return failed(site.span, rule, trigger, "办的人没有说（出席昨天举行的丙）", ones, others)
    if rule.subject.types == ("地点",) and _listed_with_people(clause, ones):
        return failed(site.span, rule, trigger, "是人名（乙、徐州、丙获得）", ones, others)
    if trigger.startswith("落户") and ones[-1].hole == "地点":
        return failed(site.span, rule, trigger, "地方不会落户", ones, others)
    modifier = trigger in FROM and ones[-1].end <= at and "DE" in [c.kind for c in clause.chunks[n:]]
    if modifier:  # 来自甲店的骑手乙: no matter who was told of
        return failed(site.span, rule, trigger, "在定语里，说的是“的”后面的", ones, others)
    if trigger in LYING and _apart(site, ones, n):
        return failed(site.span, rule, trigger, "在那里的不是它，是后面说的", ones, others)
    far = others[-1].end <= site.span[0] or not trigger.startswith(_BESIDES)
    if rule.property == "partOf" and far and (acts_itself(clause, site.context) or _earlier(site, others)):
        return failed(site.span, rule, trigger, "从句另有主语", ones, others)
    if rule.property == "partnerOf" and trigger in _VAGUE and any(c.word in BOTH for c in clause.chunks[:n]):
        return failed(site.span, rule, trigger, "双方合作是表态", ones, others)
    if rule.property == "targets" and _told_before(site, ones):
        return failed(site.span, rule, trigger, "项目是前面的句子说的", ones, others)
    if rule.property == "participatesIn" and site.known.article.text.startswith(_COVERING, others[-1].end):
        return failed(site.span, rule, trigger, "参加的是报道、服务，不是活动本身", ones, others)
    if rule.property in _HOSTED and _only_tells(site, ones):
        return failed(site.span, rule, trigger, "说的人不是办的人", ones, others)
    if rule.property == "launches" and {o.ref for o in others} <= {o.ref for o in ones}:
        return failed(site.span, rule, trigger, "自己不推出自己", ones, others)
    if rule.property == "launches":
        others = tuple(o for o in others if not _one_of_a_series(site, o, trigger))
        if not others:
            return failed(site.span, rule, trigger, "发起的是整个系列，不是这一届", ones)
    text = site.known.reading.text
    stopped = next((word for word in rule.unless if text.find(word, clause.start, clause.end) >= 0), None)
    if stopped:
        return failed(site.span, rule, trigger, f"有“{stopped}”", ones, others, refused=True)
    if rule.words and not _says(site, rule, n):
        return failed(site.span, rule, trigger, f"动词后没有{'、'.join(rule.words)}", ones, others)
    mood = mood_of(clause, n, site.context)
    if mood and not rule.counts(mood):
        return not_a_fact(site.span, rule, trigger, mood, ones, others)
    pairs = product(ones, others)
    if rule.subject == rule.object:
        if len(ones) > MOST_PARTNERS or any(chunk.place == "与" for chunk in clause.chunks[:n]):
            return failed(site.span, rule, trigger, f"不是并列的两家到{MOST_PARTNERS}家", ones, others)
        joined = site.known.article.text[ones[0].end : ones[-1].start]
        alone = trigger.startswith("签") and "等" in site.known.article.text[ones[-1].end : at]
        if alone and not set("与和同跟") & set(joined):
            return failed(site.span, rule, trigger, "各自签约（甲、乙等企业签约）", ones, others)
        pairs = [(a.ref, b.ref) for a, b in combinations(ones, 2)]
        if joined.startswith(("与", "同")):
            pairs = [(ones[0].ref, other.ref) for other in ones[1:]]  # 甲与乙、丙签约：乙、丙之间没有说
    elif len(others) > 1 and respectively(clause, n, others):
        each = one_each(clause, ones, others, site.known.article.text)
        if (
            each is None
            and len(ones) < len(others)
            and (trigger.startswith("分") or (trigger == "包揽" and len(ones) > 1))
        ):
            return failed(site.span, rule, trigger, "主语没有认全", ones, others)
        if each is None and len(ones) > 1 and trigger.startswith("分"):
            return failed(site.span, rule, trigger, "人数和奖数不合", ones, others)
        pairs = each if each is not None else pairs
    return relate(site.span, rule, trigger, pairs, dated(site.known.reading, clause, n, site.when))


def _told_with(site: Site, ones: Items) -> bool:
    """甲与乙签订丙，与丁签订戊: of the two that an earlier clause joined, the first signs with 丁."""
    between = site.known.article.text[ones[0].end : ones[-1].start]
    here = site.known.reading.at[site.clause.start]
    return len(ones) == 2 and ones[-1].end <= here and between.startswith(("与", "和", "同"))


def _attended(clause: Clause, n: int) -> bool:
    """Does the verb at ``n`` only say when or where what another verb has for object is held: 出席昨晚在乙市举行的丙?"""
    chunks = clause.chunks
    if n + 1 >= len(chunks) or chunks[n + 1].kind != "DE":
        return False
    k = n - 1
    while k >= 0 and (
        chunks[k].kind in ("TIME", "ADV")
        or chunks[k].word in ("了", "过")
        or (chunks[k].word == "在" and chunks[k].kind == "PP")
    ):
        k -= 1
    return k >= 0 and chunks[k].kind == "V"


def _listed_with_people(clause: Clause, ones: Items) -> bool:
    """Does what is read as a place stand in a list of people?"""
    chunk = next((c for c in clause.chunks if ones[-1] in c.heads), None)
    return chunk is not None and any(i.hole == "人物" for i in chunk.heads)


def _apart(site: Site, ones: Items, n: int) -> bool:
    """Does another noun stand between the name and the verb: 甲大学首个科创中心|落户乙市, 甲军的基地|位于丙岛?"""
    chunks = site.clause.chunks
    k = next((k for k in range(n - 1, -1, -1) if chunks[k].kind == "NP" and ones[-1] in chunks[k].heads), -1)
    between = chunks[k + 1 : n]
    if k < 0 or any(c.word == "，" for c in between):
        return False
    inside = any(
        c.place == "在" and any(i.hole != "地点" for i in c.heads) for c in between
    )  # 在国内首个丙中心落户乙市
    return inside or any(c.kind == "DE" or (c.kind == "TEXT" and c.end - c.start > 2) for c in between)


def _earlier(site: Site, whole: Items) -> bool:
    """Was the whole told of only in a paragraph before this one, or are there several that it may be?"""
    known = site.known
    return len(whole) > 1 or "\n" in known.article.text[whole[-1].end : known.reading.at[site.clause.start]].rstrip()


def _only_tells(site: Site, ones: Items) -> bool:
    """Is it a person who only tells of it in the clause before: 乙表示，发起“甲活动”，就是要…?"""
    start = site.known.reading.at[site.clause.start]
    spoken = _TELLING.search(site.known.article.text, max(0, start - _NEAR), start) is not None
    return spoken and all(i.hole == "人物" and i.end <= start for i in ones)


def _told_before(site: Site, ones: Items) -> bool:
    """Is the subject that of an earlier sentence, while this one speaks of something else: 在乙市，志愿者帮助学生?"""
    if ones[-1].end > site.span[0]:
        return False
    topic = site.context.topic
    goes_on = bool(topic) and all(i.end <= site.span[0] and i.hole in ("机构", "项目") for i in topic)
    return not (site.clause.subjectless and goes_on)


def _one_of_a_series(site: Site, event: Item, trigger: str) -> bool:
    """Is it the tenth of its kind, which nobody founds: 由甲协会发起的|第十届论坛?"""
    if event.hole != "奖项" and not (event.hole == "活动" and trigger.endswith(_FOUNDING)):
        return False
    names = (e.name for e in site.known.entities if e.id == event.ref)
    return any(_EDITION.match(name) for name in (event.text, *names))


def _says(site: Site, rule: Rule, n: int) -> bool:
    """Does one of the rule's words stand behind the verb, as a name's end or by itself (担任…评委, 举行|签约仪式)?"""
    reading, verb = site.known.reading, site.clause.chunks[n]
    marks = reading.within(verb.end, site.clause.end)
    named = any(mark.item is not None and mark.item.text.endswith(rule.words) for mark in marks)
    return named or reading.text.startswith(rule.words, verb.end)


_SECOND = re.compile(rf"{SIGNS['职务']}[及和]{SIGNS['人物']}$")
"""甲任董事长及|乙|任总经理."""


def career(site: Site, rule: Rule, n: int) -> Step:
    """甲任乙厂厂长、党委书记: the posts behind the verb, or the bodies they are held in."""
    reading, clause, chunk = site.known.reading, site.clause, site.clause.chunks[n]
    match = posts.CAREER.match(reading.text, chunk.end, clause.end)
    if match is None or any(m.flags & VERB for m in reading.within(chunk.end, match.start(1))):
        return failed(site.span, rule, chunk.word, "动词后没有职务")
    if SIGNS["人物"] in reading.text[chunk.end : match.start(1)]:
        return failed(site.span, rule, chunk.word, "职务是别人的（是解除丙总统职务以来首位…）")
    before = reading.text[clause.start : chunk.start].rpartition("，")[2]
    if SIGNS["人物"] not in before and _SO_MANY.search(before):
        return failed(site.span, rule, chunk.word, "说的是多少人（其中6人成长为技师）")
    if chunk.word.endswith("是") and not posts.is_one_of(match[0]):
        return failed(site.span, rule, chunk.word, "“是”后没有机构，也没有“一名”")
    who, reason = subjects(clause, n, ("人物",), site.context)
    second = _SECOND.search(reading.text, clause.start, chunk.start)
    who = (reading.items[second.end() - 1],) if second else who or told_of_one(reading, clause, n)
    if not who:
        return failed(site.span, rule, chunk.word, reason)
    mood = mood_of(clause, n, site.context) or _denied(site, n)
    if mood and not rule.counts(mood):
        return not_a_fact(site.span, rule, chunk.word, mood, who)
    joined = _joined_bodies(clause, n)
    if not joined and chunk.word.startswith("当选"):  # 乙当选甲会主席，丙当选副主席
        here = (b for b in bodies_before(reading, clause.start) if b.start >= site.span[0])
        joined = tuple(here)[:1] or _electing(site)
    held = [
        (post, (body,) if body else joined)
        for post, body in posts.careers(reading, match, len(reading.text))
        if not (rule.unless and post.endswith(rule.unless))
    ]
    bodies = [body.ref for _, found in held for body in found]
    values = [post for post, _ in held] if rule.property == "holdsPost" else bodies
    pairs = [(person.ref, value) for person in who for value in values]
    return relate(site.span, rule, chunk.word, pairs, dated(reading, clause, n, site.when))


def _denied(site: Site, n: int) -> str:
    """The denial inside a phrase before the verb at ``n`` (在过去三年内并无在其他公司任职), or ''."""
    phrases = [c for c in site.clause.chunks[:n] if c.kind == "PP" and not c.heads]
    marks = (m for c in phrases for m in site.known.reading.within(c.start, c.end))
    return next((m.word for m in marks if site.known.engine.words.moods.get(m.word) == "negation"), "")


def _electing(site: Site) -> Items:
    """The body whose meeting the sentence tells of before the clause: 甲会三届一次执委会议举行，乙当选主席."""
    items = [m.item for m in site.known.reading.within(*_before(site)) if m.item is not None and m.item.hole == "活动"]
    bodies = {name: e for e in site.known.entities if e.type == "Organization" for name in (e.name, *e.aliases)}
    for item in reversed(items):
        held_by = max((name for name in bodies if item.text.startswith(name)), key=len, default=None)
        if held_by is not None:
            return (Item("机构", bodies[held_by].id, item.start, item.end, held_by),)
    return ()


def _before(site: Site) -> tuple[int, int]:
    """The sentence up to the clause, as offsets of the rules' text."""
    start = site.known.reading.text.rfind("。", 0, site.clause.start) + 1
    return max(start, site.known.reading.text.rfind("\n", 0, site.clause.start) + 1), site.clause.start


def _joined_bodies(clause: Clause, n: int) -> Items:
    """The bodies entered before the post was taken: 来到甲厂成为一名电工; 先后在甲厂、乙厂任技术员."""
    sworn = clause.chunks[n].word in ("就任", "就职", "宣誓就任", "宣誓就职")  # 在甲使馆宣誓就任
    for k in range(n - 1, -1, -1):
        chunk = clause.chunks[k]
        if chunk.kind == "PP" and chunk.word == "在":
            return () if sworn else of_types(chunk.heads, ("机构",))
        if k and chunk.kind == "NP" and clause.chunks[k - 1].word in _JOINED:
            return of_types(chunk.heads, ("机构",))[:1]
    return ()
