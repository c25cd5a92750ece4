"""An article read by its words: a sign for every name, time and number, a mark for every word that the rules know."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.anaphors import resolved
from kg.extract.signs import COUNTRY, ENDING, HOLE_OF_TYPE, SIGNS, Item, Mark, Reading
from kg.extract.words import GROUP, NONE, POST, VERB, Vocabulary
from kg.model import Article, Entity, Quantity, Time

_SPACES = " 　\t"
_SPACE = re.compile(f"[{_SPACES}]")
_PAIRS = {"“": "”", "《": "》", "‘": "’", "『": "』", "「": "」", '"': '"'}
ASIDE = re.compile(
    r"[（(](?![^（）()]*(?:记者|通讯员|摄)|[\u4e00-\u9fff]{2,8}/[\u4e00-\u9fff、]{2,12}[）)]\s*(?:\n|$))[^（）()。\n]{1,40}[）)]"
)
"""Brackets that say something beside the sentence; those of a byline stay."""

_THEME = re.compile(
    "(?:以|主题[为是：:]?)?“[^“”\n]{1,24}[，；。！？][^“”\n]{1,40}”(?:为(?:活动)?(?:主题|主旨|题|口号)的?|(?=主题))"
    "|主题[为是：:]?“[^“”\n]{1,24}[，；。！？][^“”\n]{1,40}”的?"
)
"""What an event is about, with marks that end no clause of the sentence: 以“甲，乙”为主题."""

_TERM = re.compile(r"[“『‘「]([^“”‘’『』「」，。；：！？\n]{1,16})[”』’」]")


def read(
    article: Article,
    entities: Sequence[Entity],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    words: Vocabulary,
) -> Reading:
    """Puts a sign for every name, time and number, drops asides in brackets and spaces, and finds the words.

    A noun that means an event told of before (出席会议) gets the sign of that event.
    """
    text, at, items = _signs(article, _items(entities, times, quantities))
    contests = {name: e.id for e in entities if e.type == "Event" for name in (e.name, *e.aliases)}
    bodies = {name: e.id for e in entities if e.type == "Organization" for name in (e.name, *e.aliases)}
    text, at, items = resolved(text, at, items, words.anaphors, contests, bodies)
    return replace(worded(text, at, items, words), bodies=bodies)


def _items(entities: Sequence[Entity], times: Sequence[Time], quantities: Sequence[Quantity]) -> list[Item]:
    found = [
        Item(HOLE_OF_TYPE[entity.type], entity.id, start, end, "")
        for entity in entities
        for start, end in entity.mentions
    ]
    found += [Item("时间", t.value or "", t.start, t.end, t.text) for t in times]
    found += [Item("数量", q.text, q.start, q.end, q.text) for q in quantities]
    # 名称先于时间、数量；长的先于短的
    rank = {"时间": 1, "数量": 2}
    found.sort(key=lambda i: (rank.get(i.hole, 0), i.start - i.end, i.start, i.ref))
    taken: list[Item] = []
    used: set[int] = set()
    for item in found:
        if used.isdisjoint(span := range(item.start, item.end)):
            used.update(span)
            taken.append(item)
    return sorted(taken, key=lambda i: i.start)


def _signs(article: Article, found: Sequence[Item]) -> tuple[str, list[int], dict[int, Item]]:
    """The text with a sign for each item; quotes right around a name go with it."""
    source = article.text
    headlines = {i for b in article.blocks if b.kind in ("headline", "subhead") for i in range(b.start, b.end)}
    asides = [m.span() for m in ASIDE.finditer(source)]
    if "主题" in source:
        asides = sorted([*asides, *(m.span() for m in _THEME.finditer(source))])
    chars: list[str] = []
    at: list[int] = []
    items: dict[int, Item] = {}

    def plain(start: int, end: int) -> None:
        piece = source[start:end]
        if _SPACE.search(piece) is None:
            chars.extend(piece)
            at.extend(range(start, end))
            return
        for i in range(start, end):
            if source[i] not in _SPACES:
                chars.append(source[i])
                at.append(i)
            elif i in headlines:
                chars.append("，")  # 标题里空格是停顿
                at.append(i)

    cuts = _without_asides(found, asides, len(source))
    done = 0
    for start, end, item in cuts:
        plain(done, start)
        done = end
        if item is None:
            continue
        if item.hole == "人物" and _in_title(source, start):
            plain(start, end)
            continue
        closing = _PAIRS.get(chars[-1]) if chars else None
        if closing and end < len(source) and source[end] == closing and at[-1] == start - 1:
            chars.pop()
            at.pop()
            done = end + 1
        items[len(chars)] = Item(item.hole, item.ref, start, end, source[start:end])
        chars.append(SIGNS[item.hole])
        at.append(start)
    plain(done, len(source))
    at.append(len(source))
    return "".join(chars), at, items


def _in_title(source: str, start: int) -> bool:
    """Is the name a word of a work's title (《乙传》等获奖), so that the work is spoken of?"""
    begun = source.rfind("《", max(0, start - _LONGEST_TITLE), start)
    closed = source.find("》", start, begun + _LONGEST_TITLE + 2) if begun >= 0 else -1
    return closed >= 0 and "》" not in source[begun:start]


def _without_asides(
    found: Sequence[Item], asides: Sequence[tuple[int, int]], size: int
) -> Iterator[tuple[int, int, Item | None]]:
    """Items, which stand apart, and bracketed asides in order; what stands inside an aside goes with it, what spans one wins."""
    spans: list[tuple[int, int, Item | None]] = [(i.start, i.end, i) for i in found]
    starts = [i.start for i in found]
    for a, b in asides:
        before = bisect_right(starts, a)
        if not before or found[before - 1].end < b:
            spans.append((a, b, None))
    spans.sort(key=lambda s: (s[0], -s[1]))
    done = 0
    for start, end, item in spans:
        if start >= done and end <= size:
            yield start, end, item
            done = end


def worded(text: str, at: list[int], items: dict[int, Item], words: Vocabulary) -> Reading:
    """Finds the words between the signs; posts become signs of their own, groups keep their words."""
    terms = {i for term in _TERM.finditer(text) for i in range(*term.span(1))}
    out: list[str] = []
    new_at: list[int] = []
    marks: list[Mark] = []
    kept: dict[int, Item] = {}
    places = sorted(items)
    size = done = passed = 0  # characters written, characters read, items passed

    def copy(end: int) -> None:
        nonlocal size, done, passed
        while passed < len(places) and places[passed] < end:
            start = size + places[passed] - done
            kept[start] = items[places[passed]]
            marks.append(Mark(start, start + 1, 0, "", kept[start]))
            passed += 1
        out.append(text[done:end])
        new_at.extend(at[done:end])
        size += end - done
        done = end

    for start, end, flags in _known(text, words):
        word = text[start:end]
        works = flags & POST and word[-1] == "工" and text[end : end + 1] in _WORKS
        if flags == NONE or start in terms or works or (flags & POST and _TEAM.match(text, end)):
            continue
        if word == "代表" and _STANDING_FOR.match(text, max(0, start - 1)):
            flags = VERB  # 乙代表甲公司参加: no post of 乙
        clear = max(done, start - _MOST_QUALIFYING)
        copy(start)
        item: Item | None = None
        sign = word
        if flags & (POST | GROUP):
            people = flags & GROUP or any(words.flags.get(word[-n:], 0) & GROUP for n in (2, 3))  # 外卖骑手 are 骑手
            group = _qualified(text, clear, start) + word if people else ""
            item = Item("职务" if flags & POST else "人群", word, at[start], at[end - 1] + 1, word, group)
            kept[size] = item
            if flags & POST:
                sign = SIGNS["职务"]
        marks.append(Mark(size, size + len(sign), flags, word, item))
        out.append(sign)
        new_at.extend(at[start : start + len(sign)])
        size += len(sign)
        done = end
    copy(len(text))
    new_at.append(at[-1])
    named = sorted(n for n, item in kept.items() if item.hole in ("机构", "地点"))
    ends = _ends(kept, words)
    return Reading("".join(out), new_at, marks, [m.start for m in marks], kept, named, ends)


def _ends(items: Mapping[int, Item], words: Vocabulary) -> dict[str, list[int]]:
    """Where the names stand that end in a noun, or, for what happens and is done, in an ending that the noun means."""
    meaning: dict[str, list[str]] = {}
    for noun, endings in words.anaphors.endings.items():
        for ending in endings:
            meaning.setdefault(ending, []).append(noun)
    ends: dict[str, list[int]] = {}
    for n in sorted(n for n, item in items.items() if item.hole in _NAMED):
        name = items[n].text.rstrip("”』」")
        tails = [name[-size:] for size in range(1, min(_LONGEST_NOUN, len(name) - 1) + 1)]
        called = {tail for tail in tails if len(tail) > 1 and tail not in words.trades}
        if items[n].hole in ("活动", "项目"):
            called.update(noun for tail in ("*", *tails) for noun in meaning.get(tail, ()))
            called.add(ENDING + name[-1])
        if name == COUNTRY:
            called.add(COUNTRY)
        for noun in sorted(called):
            ends.setdefault(noun, []).append(n)
    return ends


_LONGEST_TITLE = 14
_NAMED = ("机构", "项目", "活动", "地点", "政策")
_LONGEST_NOUN = 5


_STANDING_FOR = re.compile(rf"[{SIGNS['人物']}\n，。、将曾已并均也]代表(?:[本我]?{SIGNS['机构']}|{SIGNS['地点']})")

_WORKS = tuple("程艺业厂")
"""Behind 工 they make another word: 变电|工程公司."""
_TEAM = re.compile(
    r"(?:班(?!子)|组(?![成织建团])|处|室|团(?![结员长队])|队(?![员长友伍])|陵园|纪念[馆园碑堂塔林]|公墓|墓(?!志)|故居|[塑雕铜]像)"
)
"""Behind a post it is a unit (司机班班长 is the head of the drivers) or a site: 乙烈士陵园."""
_OTHER = rf"[^{''.join(SIGNS.values())}，。、；：！？“”‘’（）\s的]"
_TRADE = re.compile(
    rf"(?<=[\u4e00-\u9fff])(?:人员|(?<!通讯)(?<!选)(?<!成)(?<!党)(?<!队)(?<!人)[工员师手匠])(?={SIGNS['人物']})"
    rf"|(?:{SIGNS['机构']}|一[名位])(?:{_OTHER}{{1,7}}|(?:(?![和与及]){_OTHER}){{8,12}})(?<!党)[工员师手匠](?=[，。；、\n]|$)"
)
"""A trade that no lexicon has (采气工): before a name, behind a body, or behind 一名."""


def _known(text: str, words: Vocabulary) -> Iterator[tuple[int, int, int]]:
    """The words that the rules know, with their flags, and the last character of any other trade as a post."""
    trades = [(match.end() - (2 if match[0] == "人员" else 1), match.end()) for match in _TRADE.finditer(text)]
    done = 0
    for start, end in _spans(text, words):
        while trades and trades[0][1] <= start:
            if trades[0][0] >= done:
                yield *trades[0], POST
            del trades[0]
        done = end
        flags = words.flags.get(text[start:end], NONE)
        if trades and trades[0] == (start, end) and not flags & (POST | GROUP):
            yield start, end, POST
            continue
        yield start, end, flags
    yield from ((start, end, POST) for start, end in trades if start >= done)


def _spans(text: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Where the words stand; one that names nothing (为首) gives way to a post that begins within it (为/首席代表)."""
    at = 0
    while match := words.regex.search(text, at):
        start, end = match.span()
        if match[0] == "上演" and text[end : end + 1] in _PERFORMED:
            at = start + 1  # 晚会上|演唱
            continue
        if words.flags[match[0]] == NONE and end - start > 1:
            inner = words.regex.match(text, end - 1)
            if (
                inner
                and inner.end() > end + 1
                and words.flags[inner[0]] & POST
                and text[start : end - 1] in words.flags
            ):
                end -= 1
        if match[0][0] in _COUNTING and start and text[start - 1] in _NUMBERS and end - start > 1:
            at = start + 1  # 一名|医生, no 名医
            continue
        yield start, end
        at = end


_COUNTING = "名位"
_NUMBERS = "一两三四五六七八九十几多数余0123456789"
_PERFORMED = tuple("唱奏讲")
_MOST_QUALIFYING = 10
_QUALIFIER = re.compile(rf"[^{''.join(SIGNS.values())}，。、；：！？“”‘’（）\s的了和与及或为向等到把让使给被由]*$")

_HOW_MANY = re.compile(
    r"^.*(?:[一二两三四五六七八九十几多数\d](?:省区|省份|省|市|县|区|地|名|位|个|户|家|类|所|万)|更多|广大|众多|部分|全体|所有|各类|各地|当地|(?:辖区|区域|园区|社区|街道|行业|企业|全市|全区|全县|系统|本地)内|辖区|这些|那些|每个|每位)"
)
"""How many and where they are is no part of what a group is called: 四省区|贫困学生."""


def _qualified(text: str, clear: int, start: int) -> str:
    """What qualifies a group right before its noun: 贫困 in 贫困学生."""
    found = _QUALIFIER.search(text, clear, start)
    return _HOW_MANY.sub("", found[0]) if found else ""
