"""The formulas of the rules on a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from kg.extract.context import Context, of_types
from kg.extract.dating import stated
from kg.extract.games import GAMES
from kg.extract.patterns import Items, matches
from kg.extract.phrases import ending
from kg.extract.signs import SIGNS, Item
from kg.extract.steps import Known, Step, failed, not_a_fact, product, relate
from kg.extract.words import MOOD
from kg.knowledge.frames import Role, Rule
from kg.model import ARTICLE

_MOST_PAIRED = 4
_GIVING = ("颁奖", "颁授", "授奖", "颁发", "表彰", "命名", "发布", "揭晓", "授牌")
"""In the names of ceremonies at which awards are given."""
_FAR = 300
"""An award further back is hardly the one that is given."""
_SIGNS = frozenset(SIGNS.values())
_ENDS = ("。", "！", "？", "”", "…", "；", "：")
"""How a line ends that is no title."""
_RESPECTIVELY = re.compile("分[别属]")
_MARK = re.compile("[，。；：！？\n]")


def formulas(known: Known, start: int, end: int, span: tuple[int, int], context: Context) -> Iterator[Step]:
    """A pattern without a subject hole speaks of the article, one without an object hole of every pair.

    Without an object hole it speaks of what was told of last where the rule says 承前 (与会的甲).
    """
    text = known.reading.text[start:end]
    present = _SIGNS.intersection(text)
    for pattern in known.engine.patterns:
        if not pattern.signs <= present or pattern.literal not in text:
            continue
        if pattern.choices and not any(word in text for word in pattern.choices):
            continue
        for at, last, ones, others in matches(pattern, known.reading, start, end):
            told = "承前" in pattern.rule.object.at
            if told:
                others = _told(known, at, context, pattern.rule, pattern.rule.object, ones)
            if "承前" in pattern.rule.subject.at:
                ones = _told(known, at, context, pattern.rule, pattern.rule.subject, others)
            ones, others = ending(ones, pattern.rule.subject), ending(others, pattern.rule.object)
            others = tuple(o for o in others if o.hole != "职务" or not o.text.endswith(pattern.rule.unless))
            if not (ones or others):
                continue
            begin = max(start, _clause_start(known.reading.text, at))
            refusal = _refusal(known, pattern.rule, begin, last, span, (ones, others))
            if refusal is not None:
                yield refusal
                continue
            roles = [role for role, _ in pattern.holes] + ["subject"] * ("承前" in pattern.rule.subject.at)
            if "object" not in roles and not told:
                pairs = [(a.ref, b.ref) for a, b in combinations(ones[:_MOST_PAIRED], 2)]
            else:
                pairs = product(ones, others) if "subject" in roles else [(ARTICLE, other.ref) for other in others]
            if len(ones) == len(others) > 1 and _RESPECTIVELY.search(known.reading.text, begin, last):
                pairs = [(a.ref, b.ref) for a, b in zip(ones, others, strict=True)]
            yield relate(span, pattern.rule, pattern.source, pairs, stated(known.reading, begin, last + 1))


def _told(known: Known, at: int, context: Context, rule: Rule, role: Role, ones: Items) -> Items:
    """What was told of last, beside what the formula itself names: an event, or the award named before in the paragraph."""
    if role.types != ("奖项",):
        own = {one.ref for one in ones}
        here = known.reading.at[at]
        lead, fresh, events = (
            tuple(one for one in of_types(told, role.types) if one.start < here)
            for told in (context.lead, context.fresh, context.events)
        )
        fresh = tuple(one for one in fresh if one.ref not in own)
        if "话题" in role.at:  # what the article tells of, whatever was named since
            lead = lead if _same_story(known, lead, at) else ()
            return ending(lead, role) or ending(fresh, role)[-1:]
        if not role.ends and (fresh or rule.property != "participatesIn"):
            return fresh[-1:]
        last = ending((*lead, *events), role)[-1:]
        last = ending(fresh, role)[-1:] or last
        return last if _same_story(known, last, at) else ()
    items = known.reading.items
    paragraph = known.reading.text.rfind("\n", 0, at) + 1
    before = (i for i in range(at - 1, max(paragraph, at - _FAR) - 1, -1) if i in items)
    text = known.reading.text
    nearest = next((i for i in before if items[i].hole == "奖项" and not text.endswith("授予", 0, i)), None)
    if nearest is not None:
        return (items[nearest],)
    earlier = [items[i] for i in range(at - 1, paragraph - 1, -1) if i in items]
    return _given_at(known, (*earlier, *context.lead))


def _given_at(known: Known, told: Items) -> Items:
    """The award in the name of the ceremony that is told of: 甲奖颁奖大会, “乙”发布仪式."""
    awards = [one for one in known.entities if one.type == "Award"]
    for event in of_types(told, ("活动", "项目")):
        given = (one for one in awards if any(name in event.text for name in (one.name, *one.aliases)))
        if any(word in event.text for word in _GIVING) and (one := next(given, None)):
            return (Item("奖项", one.id, event.start, event.end, one.name),)
    return ()


def _same_story(known: Known, event: Items, at: int) -> bool:
    """Is an event of another paragraph still told of here: the games of the day, or no line of a title since?"""
    if not event or event[-1].text.endswith(GAMES):
        return True
    lines = known.article.text[event[-1].end : known.reading.at[at]].split("\n")[1:-1]
    return all(line.endswith(_ENDS) for line in lines if line.strip())


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "，。；：！？\n") + 1


def _clause_end(text: str, at: int) -> int:
    found = _MARK.search(text, at)
    return found.start() if found else len(text)


_ASKED = re.compile("(?:按照?|依照|根据|遵照|符合|达到|满足)[^，。；]{0,16}要求$")
"""按照“甲乙”要求打造: the noun."""


_MISSED = re.compile(
    rf"(?:等?{SIGNS['数量']}?(?:家|个|名|位|人)?(?:单位|企业|集体|公司|班组|选手|职工)?)"
    r"(?:均|都|也|却|则|最终|此次|这次|今年|遗憾|遗憾地)*(?P<word>未能|未曾|并未|没有|没能|无缘|无一|落选|未(?=获|入|上|当))"
)
"""Behind who might have won, where the verb stands last: 公布甲奖，乙公司未能入选."""


def _refusal(
    known: Known, rule: Rule, start: int, stop: int, span: tuple[int, int], roles: tuple[Items, Items]
) -> Step | None:
    """The step that a word between the beginning of the clause and the formula's last role forbids, if any."""
    text = known.reading.text
    reach = _clause_end(text, stop) if rule.property == "partnerOf" else stop  # 甲与乙达成|收购协议
    word = next((word for word in rule.unless if text.find(word, start, reach) >= 0), None)
    if word:
        return failed(span, rule, word, f"有“{word}”", *roles, refused=True)
    behind = known.reading.place(roles[0][-1].end) if roles[0] else stop
    if rule.property == "receives" and (missed := _MISSED.match(text, behind)):
        return not_a_fact(span, rule, missed["word"], missed["word"], *roles)
    moods = (m for m in known.reading.within(start, stop) if m.flags & MOOD and not rule.counts(m.word))
    moods = (
        m for m in moods if text.rfind("《", start, m.start) <= text.rfind("》", start, m.start)
    )  # 《假如…》: a title
    mood = next((m.word for m in moods if not _ASKED.search(text, start, m.end)), None)
    return not_a_fact(span, rule, mood, mood, *roles) if mood else None
