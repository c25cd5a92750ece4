"""Persons: every span that may be a name is weighed by its characters and by what stands around it.

Then the article speaks as a whole: a name met elsewhere in it, or beside another name of a list, gains; and a name
once found is a name wherever its characters stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from math import inf

from kg.knowledge.lexicon import Lexicon
from kg.model import Mention
from kg.recognize.candidate import DROPPED, Candidate
from kg.recognize.person_article import (
    FAMILIAR,
    LATIN,
    SURE,
    Weighed,
    beside,
    covered,
    disjoint,
    echoed,
    repeated,
    shortened,
    whole,
)
from kg.recognize.person_chinese import spans
from kg.recognize.person_context import before, evidence
from kg.recognize.person_familiar import familiar_spans
from kg.recognize.person_foreign import DOTS, count_strong, foreign_spans
from kg.recognize.person_latin import latin_spans
from kg.recognize.person_names import LIKELY, UNKNOWN, Names, prepare_names
from kg.recognize.person_parts import part_spans
from kg.recognize.person_slots import slot_spans
from kg.recognize.person_told import SCORE, roster_spans, told_spans
from kg.recognize.scan import Scan
from kg.text import spans_of

PersonFinder = Callable[[Scan, Collection[str]], list[Candidate]]

REASONS = {
    "<post": "post-before",
    "<job": "post-before",
    "<reporter": "byline",
    ">post": "post-after",
    ">title": "title-after",
    ">speech": "speech-verb",
    ">age": "age",
}
"""The reasons that people ask for by name; the others go by their name in the table of weights."""

DOCTRINE = re.compile("(?:列宁)?主义|(?:强军|经济|外交|法治|文化|生态文明)?思想|理论|新时代中国特色")
"""A person's name that names a doctrine is marked: it is no entity of the article by itself."""

CONSIDERED = -3.5
"""Below this no other evidence of the article can make a span a name."""

HOPELESS = -5.0
"""Characters that weigh so little are no name whatever stands around them (of 8,463 names in 3,500 texts one was)."""

KNOWN = 4.0
"""What the byline, the caller or fame knows to be a name."""

FAMOUS = 2.0
"""What fame alone counts; 拜登政府 stays a body."""

MOST = 3.0
"""Sure is sure: a higher score would only outweigh the longer names of bodies that hold a person's name."""

NAMED_AFTER = re.compile(
    "[故旧]居|[\u4e00-\u9fff]{0,4}教育基地|纪念[馆园堂碑林]|[陵墓]园?|艺术馆|美术馆|文学馆|图书馆|博物馆|基金会|研究会|工作室|书画院|国际日"
    "|(?:个人|书法|书画|国画|中国画|油画|水墨|摄影|美术|艺术|雕塑|绘画|版画|作品|精品)+展"
    "|公司|集团(?!军)|班[”’组]|岗[”’]|(?:先锋|突击|服务|志愿服务|宣讲)队"
)
SCHOOL = re.compile("(?:职业|医|理工|师范)?(?:学院|学堂|课堂|中学|小学|大学)")
CRAFT = ("”号", "’号")
"""Behind it they make it the name of a ship or a rocket."""
LONG_RUNS = ("f:4", "f:5")
"""Shapes of names written by sound that the dictionary knows only a part of."""
REGNAL = re.compile("[一二三四五六七八九十]{1,3}世(?![纪界代家])")
"""伊丽莎白二世 is one name."""
LESS = 0.9
"""The score of a name before such a word: what is named after somebody outweighs it, if it is a name."""

LEAST_REFUSED = -0.5
"""A refused span from here on is handed on, so that the refusal can be explained."""


def person_finder(lexicon: Lexicon) -> PersonFinder:
    """A finder over this lexicon, called with a scan and the names known beforehand; it reads the tables once."""
    return partial(_find, prepare_names(lexicon))


def find_persons(scan: Scan, lexicon: Lexicon, *, known: Collection[str] = ()) -> list[Candidate]:
    """The persons of one text, disjoint and in its order; for many texts make a ``person_finder`` once instead.

    Candidates below ``DROPPED`` are refusals, there to be explained. 张先生 and its like have the reason
    ``person:familiar`` and stand for somebody whom only the article can tell.
    """
    return _find(prepare_names(lexicon), scan, known)


def _find(names: Names, scan: Scan, known: Collection[str] = ()) -> list[Candidate]:
    text = scan.text
    weighed = whole(text, echoed(text, list(_weigh(scan, names, known))))
    chosen = disjoint(weighed)
    helped = beside(text, weighed, chosen)
    if helped:
        chosen = disjoint(helped)
    chosen += repeated(scan, chosen)
    chosen += shortened(scan, names, chosen)
    taken = covered(chosen)
    refused = [
        w for w in weighed if LEAST_REFUSED < w.score < DROPPED and w.start not in taken and w.end - 1 not in taken
    ]
    return [_candidate(text, item) for item in sorted(chosen + refused, key=lambda w: (w.start, w.end))]


def _candidate(text: str, item: Weighed) -> Candidate:
    if regnal := REGNAL.match(text, item.end):
        item = item._replace(end=regnal.end())
    word = text[item.start : item.end]
    name = word if item.by == LATIN else word.replace(" ", "").replace("\u3000", "")
    by = "person:doctrine" if DOCTRINE.match(text, item.end) else item.by
    most = LESS if NAMED_AFTER.match(text, item.end) else MOST
    return Candidate(Mention(item.start, item.end, "Person", word, by, name), min(item.score, most))


def _weigh(scan: Scan, names: Names, known: Collection[str]) -> Iterator[Weighed]:
    """Every span with a chance, weighed on its own."""
    text, weights, shapes, fame = scan.text, names.weights, names.shapes, names.famous
    base = weights["bias"] + DROPPED
    known_names = scan.starting["person_famous"]
    foreign = list(foreign_spans(scan, names))
    runs = {
        (s.start, s.end) for s in foreign if s.shape in LONG_RUNS and count_strong(names, text[s.start : s.end]) > 1
    }
    at, left = -1, ""
    for span in chain(spans(scan, names), foreign, part_spans(scan, names)):
        start, end, shape, worth = span
        score = base + shapes.get(shape, 0.0)
        for amount in worth:
            score += amount
        famous = text[start:end] in fame and not _goes_on(scan, names, end, start)
        if score < HOPELESS and not famous:
            continue
        if shape == "3r" and (start, end + 1) in runs and names.sounds.get(text[end]):
            continue  # 布莱尔|顿: the name goes on
        if start in known_names and known_names[start][0] > end:
            continue  # 陈冯富 in 陈冯富珍
        if text.startswith(CRAFT, end) or (text[start - 1 : start] == "《" and text[end : end + 1] == "》"):
            continue  # “罗山”号, 《孟子》
        if start != at:
            at, left = start, before(scan, names, start)
        pieces = evidence(scan, names, span, left, -inf if famous else CONSIDERED - score)
        for piece in pieces:
            if piece in weights:
                score += weights[piece]
        if not (famous or score > CONSIDERED) or _ends_a_noun(scan, start, end):
            continue
        if famous and SCHOOL.match(text, end):
            continue  # 孔子学院
        if famous:
            yield Weighed(start, end, max(score + KNOWN, SURE), "person:famous")
        else:
            yield Weighed(start, end, score, "person:" + _reason((*pieces, "=" + shape), weights))
    yield from _famous(scan, names)
    for start, end, score in familiar_spans(scan, names):
        yield Weighed(start, end, score, FAMILIAR)
    for start, end in (*told_spans(scan, names), *roster_spans(scan, names), *slot_spans(scan, names)):
        yield Weighed(start, end, SCORE, "person:post-before")
    for start, end, score in latin_spans(scan, names):
        yield Weighed(start, end, score, LATIN)
    for name in known:
        for start, end in spans_of(name, text):
            yield Weighed(start, end, KNOWN, "person:known")


def _ends_a_noun(scan: Scan, start: int, end: int) -> bool:
    """Is the span the end of a noun of the dictionary: 班子 in 领导班子?"""
    first, last, tag = scan.words[scan.word_at[start]]
    return first < start and last == end and tag == "n"


def _goes_on(scan: Scan, names: Names, end: int, start: int) -> bool:
    """Is the name the beginning of a longer one: 刘秀 in 刘秀清, 马克思 in 马克思·甲?"""
    if scan.text[end : end + 1] in DOTS:
        return True
    if end - start > 2 or end >= len(scan.text):
        return False
    first, last, _ = scan.words[scan.word_at[end]]
    return last - first == 1 and names.given.get(scan.text[end], UNKNOWN)[1] > LIKELY


def _famous(scan: Scan, names: Names) -> Iterator[Weighed]:
    """Names that all the world knows and no surname leads, unless a longer word or name holds them."""
    text, sounds = scan.text, names.sounds
    for start, end in scan.terms["person_famous"]:
        first, last, _ = scan.words[scan.word_at[start]]
        joined = first == start - 1 and text[first] == "和"  # 甲主席|和普京|总统: one word of the dictionary
        if end - start == 2 and text[start] in names.surnames and not joined:
            continue  # 李鹏 in 李鹏程: weighed with the other spans
        longer = SCHOOL.match(text, end) is not None or any(
            stop > end for at in ("place", "organization_names") for stop in scan.starting[at].get(start, ())
        )
        titled = text[start - 1 : start] == "《" and text[end : end + 1] == "》"
        if longer or titled or not (start == first or joined) or not (scan.is_boundary(end) or last > end):
            continue
        beside = (text[start - 1 : start], text[end : end + 1])
        if not any(sounds.get(char) == "2" or char == "·" for char in beside):
            named_after = end in scan.starting["organization_kinds"]
            yield Weighed(start, end, DROPPED if named_after else FAMOUS, "person:famous")


def _reason(pieces: Sequence[str], weights: Mapping[str, float]) -> str:
    """The word before or behind the name when it says much, else whatever counts most."""
    told = [piece for piece in pieces[:2] if piece in REASONS]
    strongest = max(told or pieces, key=lambda piece: weights.get(piece, 0.0))
    return REASONS.get(strongest, strongest)
