"""Events: contests, exhibitions, meetings, ceremonies, disasters, congresses and days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.recognize.candidate import Candidate
from kg.recognize.named_reach import GOVERNORS, Reach, is_held
from kg.recognize.named_view import Head, View, propose

KIND_SCORES = {
    "contest": 0.2,
    "round": -0.3,
    "show": 0.0,
    "forum": 0.1,
    "meeting": 0.0,
    "session": 0.3,
    "vote": -0.1,
    "ceremony": 0.05,
    "festival": 0.2,
    "training": -0.4,
    "disaster": -0.2,
    "quake": 0.0,  # named by its place alone: 唐山地震
    "mishap": -9.0,  # only in headlines
    "history": -0.7,
    "movement": -0.7,
    "name": 1.6,
}
MARK_SCORES = {
    "ordinal": 1.1,
    "turn": 0.2,
    "inner": 0.3,
    "year": 0.8,
    "quote": 1.2,
    "book": 1.0,
    "place": 0.6,
    "level": 0.5,
    "league": 0.6,
    "proper": 0.4,
    "org": 0.5,
    "amount": 0.3,
}
HAPPENING = ("发生", "遭遇", "出现", "引发", "造成", "导致", "遭受", "被", "从", "在", "有", "到")
EDITIONS = frozenset(("year", "ordinal", "quote", "book", "inner"))
COMMON = ("余震", "事件", "突发事件", "公共卫生事件")
"""What happens all the time and has no name."""
DISASTERS = ("disaster", "quake")
OCCASION = 1.0
"""国庆招待会 says by itself which one it is, where it is held or attended."""
VERB_BEFORE = 0.35
VERB_AFTER = 0.3
TITLED = 0.4
WORD = 0.15
MOST_WORDS = 5
LONG_KIND = 3
LONG_HEAD = 5
SHORT_NAME = 6
LONG_NAME = 7
SHORTEST_HEADLINE = 5
LONGEST_REPORT = 24

_NUMBER = "[一二三四五六七八九十]"
_CONGRESS = re.compile(
    rf"(?:党的|中共|中国共产党(?:第)?)(?!十大)(?:{_NUMBER}{{1,4}}届(?:{_NUMBER}{{1,2}}中全会|中央委员会第{_NUMBER}{{1,2}}次全体会议)"
    rf"|{_NUMBER}{{1,4}}大(?![量型幅力小学会]|会址|纪念馆|旧址|展览))|(?<![第\d一二三四五六七八九十]){_NUMBER}{{2,4}}届{_NUMBER}{{1,2}}中全会"
)
_DAY = re.compile(
    r"(?:世界|国际|全国|全民|中国)(?!各地|人民|青年们|乃至)[\u4e00-\u9fff]{2,7}?(?:日|节)"
    r"(?![\u4e00-\u9fff]?[前后]?[报益子常程期元本军])"
)
_NO_DAY = re.compile(
    r"(?:佳节|春节|元宵节|清明节|端午节|中秋节|国庆节|生日|节日|工作日|假日|交易日|[昨今次当每近某同明即中韩美对赴访驻抗侵在]日)$"
)
_DATED = re.compile(
    r"“\d{1,2}[·.]\d{1,2}”[^，。；：、！？“”\n]{0,26}?(?:事故|事件|专案|案件|地震|火灾|爆炸|坍塌|灾害|沉船|空难|矿难|日(?![前后报常子]))"
)
_HAPPENED = re.compile(r"(?:发生|遭遇|爆发|酿成|突发)了?(?:一起|一场|一次|两起)?([^，。；：！？“”\n、]{0,14})$")
_UNHAPPENED = re.compile(r"(?:避免|防止|预防|可能|若|如果|一旦|未|没有|不|易|曾|再次?|又)$")
_MARKS = re.compile(r"[“”‘’《》【】]")
_TYPHOON = re.compile(r"(?:今年第\d{1,2}号)?(?:超强|强)?台风“[\u4e00-\u9fff]{2,5}”")


def score_event(view: View, head: Head, reach: Reach) -> float:
    """How sure it is that head and reach name one event; see the tables above."""
    score = KIND_SCORES.get(head.kind, 0.0)
    score += sum(MARK_SCORES.get(mark, 0.0) for mark in reach.marks)
    score += WORD * min(reach.words, MOST_WORDS)
    governed = reach.governor in GOVERNORS["Event"]
    if head.kind == "occasion":
        return OCCASION if governed or reach.marks or head.start == 0 else 0.0
    if head.kind != "name" and reach.words < _least_words(head, reach) and not reach.marks:
        return 0.0
    if head.kind == "history" and reach.words > 1 and not reach.marks & {"quote", "year", "ordinal"}:
        return 0.0
    book = view.closing.get(head.end + 1)
    if book is not None and book.mark == "《" and book.start + 1 >= reach.start and head.kind not in ("show", "name"):
        return 0.0  # 《中国某某大会》 is a book or a broadcast
    if head.kind == "ceremony" and reach.marks == {"proper"} and not governed:
        return 0.0  # 基督教仪式
    if head.kind == "movement" and "quote" not in reach.marks:
        return 0.0
    if head.end - head.start == 1 and not reach.marks & EDITIONS | {"level", "league"} & reach.marks:
        return 0.0  # 三日赛
    if head.kind == "round" and not reach.marks & EDITIONS:
        return 0.0  # 女子单打决赛
    plain = head.kind not in ("session", "name") and head.end - head.start < LONG_HEAD
    if reach.marks <= {"ordinal", "turn"} and not reach.words and plain:
        return 0.0  # 第二次会议
    if head.kind in DISASTERS and not reach.marks - {"level", "league", "year", "ordinal", "turn", "org"}:
        return 0.0
    if reach.marks == {"level"} and not reach.words and head.kind != "session" and head.end - head.start < LONG_KIND:
        return 0.0  # 全国比赛, 世界大会
    if reach.governor in ("hold", "join", "in"):
        score += VERB_BEFORE
    if is_held(view, head.end):
        score += VERB_AFTER
    if view.in_headline(reach.start, head.start):
        score += TITLED
    return score


def _least_words(head: Head, reach: Reach) -> float:
    """How much the modifiers must say where no mark makes the name specific."""
    if reach.governor not in GOVERNORS["Event"]:
        return 2.0
    return 0.6 if head.end - reach.start >= LONG_NAME else 1.0


def find_congresses(view: View) -> Iterator[Candidate]:
    """Congresses and plenary sessions of the party, what is called by its day (“4·20”地震), and typhoons by name."""
    for match in _CONGRESS.finditer(view.scan.text):
        yield propose(view, match.start(), match.end(), "Event", "event:congress", 2.2)
    for match in _DATED.finditer(view.scan.text):
        start = match.start()
        while places := view.scan.ending["place"].get(start):
            start = places[0]
        yield propose(view, start, match.end(), "Event", "event:dated", 2.0)
    for match in _TYPHOON.finditer(view.scan.text):
        yield propose(view, match.start(), match.end(), "Event", "event:typhoon", 1.2)


def find_days(view: View) -> Iterator[Candidate]:
    """World and national days."""
    scan = view.scan
    for match in _DAY.finditer(scan.text):
        start, end = match.span()
        if not _NO_DAY.search(match.group()) and scan.is_boundary(end) and scan.is_boundary(start):
            yield propose(view, start, end, "Event", "event:day", 1.2)


def find_headline_disaster(view: View, heads: Sequence[Head]) -> Iterator[Candidate]:
    """In a headline the words up to the disaster are its name: 甲市一仓库发生火灾."""
    scan, text = view.scan, view.scan.text
    begin = len(text) - len(text.lstrip())
    line_end = begin + len(view.headline)
    if not view.headline or text[line_end : line_end + 1] not in ("\n", "") or view.headline[-1] in "。！？”":
        return
    for head in reversed(heads):
        if head.end > line_end:
            return
        if head.kind not in (*DISASTERS, "mishap"):
            continue
        start = max(begin, *(text.rfind(mark, begin, head.start) + 1 for mark in " ，：；！？】"))
        for index in range(scan.word_at[start], scan.word_at[head.start]):
            begin_word, end_word, tag = scan.words[index]
            word = text[begin_word:end_word]
            if (tag == "p" and word[0] in "对就关向") or (word in view.verbs and word not in HAPPENING):
                start = end_word  # 某某对甲县地震作出指示, 甲省通报乙县地震
        words = text[start : head.end]
        tags = {scan.words[i][2] for i in range(scan.word_at[start], scan.word_at[head.start])}
        if len(words) >= SHORTEST_HEADLINE and "ns" in tags and not _MARKS.search(words):
            yield propose(view, start, head.end, "Event", "event:headline", 1.6)
            return


def find_reported_disasters(view: View, heads: Sequence[Head], names: Iterable[str]) -> Iterator[Candidate]:
    """Disasters that a sentence says to have happened at a place (甲县发生一起交通事故), the first of each kind.

    ``names`` are the events found before; a disaster that one of them names is not told again.
    """
    text = view.scan.text
    known = set(names)
    for head in reversed(heads):
        word = text[head.start : head.end]
        if head.kind not in DISASTERS or any(name.endswith(word[-2:]) for name in known):
            continue
        match = _HAPPENED.search(text, max(0, head.start - LONGEST_REPORT), head.start)
        if match is None or _UNHAPPENED.search(text, max(0, match.start() - 6), match.start()):
            continue
        words = match.group(1)
        start = head.start - len(words) + max(words.rfind("的"), words.rfind("起")) + 1
        if (
            not set(words) & {"被", "把", "过", "并"}
            and word not in COMMON
            and (head.start > start or _has_place(view, match.start()))
        ):
            yield propose(view, start, head.end, "Event", "event:reported", 0.8)
            known.add(word)


def _has_place(view: View, position: int) -> bool:
    """Does a place stand in the sentence before the position?"""
    return any(view.scan.tag(position - 1 - back) == "ns" for back in range(LONGEST_REPORT) if position - 1 - back >= 0)
