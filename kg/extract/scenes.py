"""Where the opening of an article sets its scene: 甲广场人头攒动, 甲市|乙路一仓库起火."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.signs import SIGNS, Item
from kg.extract.steps import Known, Step, failed, relate
from kg.knowledge.frames import Rule

_OPENING = 2
"""Sentences of the body that may set the scene."""
_NEAR = 16
"""Characters between the site and what is seen there."""
_BEFORE = 50
"""Characters between the site and what happens there to a car: 甲服务区附近，一辆由北向南行驶的面包车|撞上护栏."""
_ELSEWHERE = re.compile("(?:往|至|到|向|来自|从|由|自|籍|与|返回|据|隶属于?|属于)$")
"""Before the place that a car comes from or goes to."""
_BOUND = re.compile("[开驶飞发]往[^，。；]{0,8}$")
"""Some words before it: 开往甲国中部的|乙市."""
_OWNED = re.compile("籍|牌照|号牌|方向|开往|驶往|发往|(?:至|往|到)(?![^，。]{0,8}方向)")
"""Behind the place of those to whom it happens."""
_PASSING = "(?:行至|行经|行驶至|行驶到|行进至|驶至|开至|开到|途经|途径|路过)到?"
_UNDERWAY = 40
"""Characters between the place that a car had come to and what befell it there."""
_FAR = 160
"""Characters to the event that is told behind the scene."""
_ASIDE = ("时间", "数量", "人群", "职务")
"""What may stand between: 甲小区一栋居民楼."""
_STOPS = "。！？\n"
_TALK = re.compile("[：“”]|" + SIGNS["人物"])
"""What stands between a place and another story: somebody, somebody's words."""


def scenes(known: Known) -> Iterator[Step]:
    """What happens on the scene that the first sentences set, and the accident that they tell by a verb."""
    text = known.reading.text
    opening = _opening(text)
    for rule in (*known.rules("场景"), *known.rules("事发")):
        for match in re.compile("|".join(rule.words)).finditer(text, 0, opening):
            begin = max(text.rfind(stop, 0, match.start()) for stop in _STOPS) + 1
            event = (
                _headline_event(known, rule, begin) or _named_later(known, rule, match.end())
                if rule.by == "事发"
                else _event_behind(known, rule, match.end())
            )
            near = _BEFORE if rule.by == "事发" else _NEAR
            site = _site(known, rule, max(begin, match.start() - near), match.start())
            if event is not None and site is not None and (begin > 0 or "\n" not in text):
                yield _told(known, rule, event, site, match)
                if rule.by == "场景" or known.reading.items[site].text.rstrip("省市县区") not in event.text:
                    break  # else the headline has the place, and a nearer one may follow


def on_the_way(known: Known) -> Iterator[Step]:
    """Where the car was that the headline's accident befell, however far behind: 客车行至乙镇时|坠河."""
    text, items = known.reading.text, known.reading.items
    for rule in known.rules("途中"):
        verbs = "|".join(rule.words)
        for match in re.finditer(f"{_PASSING}({SIGNS['地点']})[^。！？\n]{{0,{_UNDERWAY}}}?(?:{verbs})", text):
            event = _headline_event(known, rule, len(text))
            if event is not None and match.start(1) in items:
                yield _told(known, rule, event, match.start(1), match)
                break


def _opening(text: str) -> int:
    """The end of the sentences of the body that may set the scene."""
    end = text.find("\n")
    for _ in range(_OPENING):
        end = text.find("。", end + 1)
        if end < 0:
            return len(text)
    return end


def _site(known: Known, rule: Rule, begin: int, end: int) -> int | None:
    """Where the last name of a place or body stands that may be the scene: 甲市体育馆|内人头攒动."""
    reading = known.reading
    for at in range(end - 1, begin - 1, -1):
        item = reading.items.get(at)
        if item is None or item.hole in _ASIDE or (rule.by == "事发" and _is_elsewhere(item, reading.text, at)):
            continue
        fit = item.hole in rule.object.types and not item.text.endswith(rule.object.never)
        return at if fit and not _TALK.search(reading.text, at + 1, end) else None
    return None


def _is_elsewhere(item: Item, text: str, at: int) -> bool:
    """Is it the accident itself, or the place where somebody comes from or goes to?"""
    return (
        item.hole == "活动"
        or _ELSEWHERE.search(text, max(0, at - 2), at) is not None
        or _BOUND.search(text, max(0, at - 12), at) is not None
        or _OWNED.match(text, at + 1) is not None
    )


def _headline_event(known: Known, rule: Rule, begin: int) -> Item | None:
    """The event of the headline that is called by a verb (甲县一仓库|起火), else the one told of in sentences before."""
    text, items = known.reading.text, known.reading.items
    told = [n for n in sorted(items) if n < begin and items[n].hole in rule.subject.types]
    told.sort(key=lambda n: n > text.find("\n"))
    return next((items[n] for n in told if items[n].text.rstrip("”").endswith(rule.subject.ends)), None)


def _named_later(known: Known, rule: Rule, end: int) -> Item | None:
    """The accident that is called by its kind behind the verb that tells it: 甲仓库起火，…火灾造成."""
    items = known.reading.items
    behind = (items[n] for n in range(end, min(len(known.reading.text), end + _FAR)) if n in items)
    told = (item for item in behind if item.hole in rule.subject.types)
    return next((item for item in told if item.text.rstrip("”").endswith(rule.subject.ends)), None)


def _event_behind(known: Known, rule: Rule, end: int) -> Item | None:
    """The first event that is told of behind the scene, else that of the headline."""
    text, items = known.reading.text, known.reading.items
    stop = text.find("\n", end)
    stop = min(len(text) if stop < 0 else stop, end + _FAR)
    behind = (items[n] for n in range(end, stop) if n in items and items[n].hole in rule.subject.types)
    line = text.find("\n")
    headline = (items[n] for n in sorted(items) if n < line and items[n].hole in rule.subject.types)
    return next(behind, None) or next(headline, None)


def _told(known: Known, rule: Rule, event: Item, site: int, match: re.Match[str]) -> Step:
    reading = known.reading
    span = reading.span(site, match.end())
    place = reading.items[site]
    clause = max(reading.text.rfind(stop, 0, site) for stop in f"，；{_STOPS}{SIGNS['地点']}") + 1  # 从甲县开往|乙县的
    word = next((word for word in rule.unless if reading.text.find(word, clause, match.start()) >= 0), None)
    if word:
        return failed(span, rule, match[0], f"有“{word}”", (event,), (place,), refused=True)
    return relate(span, rule, match[0], [(event.ref, place.ref)])
