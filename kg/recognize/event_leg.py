"""Legs of a campaign, told behind 之 or by their town: “甲乙”系列活动之|读书分享会, “甲讲堂”之|急救知识讲座, “甲计划”|江苏站."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.model import EntityType
from kg.recognize.candidate import Candidate
from kg.recognize.named_view import STOP_TAGS, VAGUE_KINDS, View, is_name_like, propose
from kg.recognize.quotes import Quote

SCORE = 2.6
"""More than the campaign's and the leg's own names."""
LONGEST = 22
SHORTEST = 4
_GOES_ON = re.compile("”?之(?![一路旅家行间后前上下中内外都乡子夜窗光火星声美争战道年计城恋最歌春冬称誉名]|所以)")
"""So does a leg begin; 之一, 之路, 之家 and the like are words of their own."""
_STOP = re.compile(
    "”?([一-龥]{2,8}?)(?:站|专场|分站)(?!点|长|在|台|口|内|前|式|起)(?:(?:系列)?(?:活动|巡演|巡讲|宣讲会?|招聘会|比赛|培训班?|分享会))?(?!启动仪式)"
)
"""A stop of a campaign behind its name, by its town."""
_LINES = ("铁路", "高铁", "地铁", "城铁", "轻轨", "快线", "专线", "号线", "班列", "专列", "高速", "公交")
"""What has stops of its own."""
_LEG = re.compile(r"[^，。；：、！？\n《》]{2,22}")
_BROKEN = frozenset("的了在将由被把对从到与和及")


def find_legs(view: View, found: Sequence[Candidate]) -> list[Candidate]:
    """The whole names of legs, with the names of their campaigns inside; whatever stood in their place is inner."""
    text = view.scan.text
    if "之" not in text and "站" not in text and "专场" not in text:
        return list(found)
    campaigns = {c.mention.end: c for c in found if c.mention.type in ("Programme", "Event")}
    quotes = {q.end: q for q in view.quotes if q.mark not in "《〈" and is_name_like(text, q)}
    legs = []
    for at in {*campaigns, *quotes}:
        joint = _GOES_ON.match(text, at)
        end = _end(view, joint.end()) if joint is not None else _stop(view, at)
        start = _start(at, campaigns, quotes)
        if end and start >= 0:
            name = propose(view, start, end, _type(view, end) if joint else "Event", "event:leg", SCORE)
            legs.append(name)
            if at not in campaigns:
                legs.append(propose(view, start, at, "Programme", "programme:quoted:inner", SCORE))
    return [_inside(c, legs) for c in found] + legs


def _start(at: int, campaigns: Mapping[int, Candidate], quotes: Mapping[int, Quote]) -> int:
    """Where the name begins: with the campaign's, with its quotes."""
    if at in quotes:
        return quotes[at].start
    campaign = campaigns[at].mention
    quoted = next((q for q in quotes.values() if q.start == campaign.start - 1 and q.end == at + 1), None)
    return quoted.start if quoted is not None else campaign.start


def _stop(view: View, at: int) -> int:
    """Where the name of a stop ends: “甲计划”江苏站活动; 0 without a town before 站."""
    stop = _STOP.match(view.scan.text, at)
    if stop is None or view.scan.text.endswith(_LINES, 0, at):
        return 0
    town = view.scan.ending["place"].get(stop.end(1))
    return stop.end() if town is not None and town[0] == stop.start(1) else 0


def _end(view: View, begin: int) -> int:
    """Where the leg's own name ends, with the last head of its run of nouns; 0 if it is no name."""
    scan = view.scan
    run = _LEG.match(scan.text, begin)
    if run is None:
        return 0
    best = 0
    for end in range(begin + SHORTEST, run.end() + 1):
        word = scan.text[end - 1]
        if word in _BROKEN and scan.word(end - 1) == word:
            break
        if scan.is_boundary(end) and _is_head(view, begin, end):
            best = end
        if scan.tag(end - 1) in STOP_TAGS and scan.is_boundary(end) and scan.is_boundary(end - 1):
            break
    return best


def _is_head(view: View, begin: int, end: int) -> bool:
    """Does a head of names that need no quotes end here?"""
    text = view.scan.text
    return any(
        end - start > 1
        and start >= begin + 2 - (end - start > 2)
        and view.lexicon[category][text[start:end]] not in VAGUE_KINDS
        for category in ("event_kinds", "programme_kinds")
        for start in view.scan.ending[category].get(end, ())
    )


def _type(view: View, end: int) -> EntityType:
    return "Event" if view.scan.ending["event_kinds"].get(end) else "Programme"


def _inside(candidate: Candidate, legs: Sequence[Candidate]) -> Candidate:
    mention = candidate.mention
    held = any(
        leg.mention.start <= mention.start and mention.end <= leg.mention.end and not leg.mention.by.endswith(":inner")
        for leg in legs
    )
    if not held or mention.by.endswith(":inner"):
        return candidate
    return Candidate(replace(mention, by=f"{mention.by}:inner"), candidate.score)
