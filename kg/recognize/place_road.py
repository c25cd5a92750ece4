"""Numbered roads (省道219线, 318国道), sections of roads, railways and rivers (甲乙高速丙丁段), crossings, as one name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognize.place_atlas import Atlas, Span
from kg.recognize.place_names import ends_of
from kg.recognize.scan import Scan

NUMBERED = re.compile(
    "(?<![0-9A-Za-z])(?:[GSXY]?[0-9]{1,4}(?:国道|省道|县道|乡道)|(?:国道|省道|县道|乡道)[GSXY]?(?:[0-9]{1,4}线|[0-9]{3})"
    "|[GS][0-9]{1,4}线|[一二三四五六内外]环[东南西北]{1,2}[一二三四五六]?路(?:[一二三四]段)?)"
    "(?:[\u4e00-\u9fff]{2,4}(?:服务区|停车区|收费站))?"
)
"""With what is named on the road: 省道219线甲乙服务区."""
NAMED_BY_NUMBER = re.compile("[国省县乡0-9环][道线东南西北]")
"""Without it there is no numbered road."""

LETTERED = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[在从沿经至到往上入和与及]))([\u4e00-\u9fff]{2,3})高速(?:公路)?(?=[\u4e00-\u9fff]{2,6}段|K?[0-9]|[、，。上往由北南东西仅]|[就共已又再曾先后]{0,2}发生)"
)
"""A motorway by the letters of its towns, which no dictionary has: 锦承高速."""

CODED = re.compile("(?<![0-9A-Za-z])[GS][0-9]{1,4}$")
"""The number before the name of a road: G4京港澳高速."""

LONGEST_CODE = 5

WAYS = ("高速", "公路", "国道", "省道", "县道", "铁路", "高铁", "线", "路", "大道", "江", "河", "长城", "道", "峡")
"""How the names of roads, railways and rivers end, which run through several places."""

CROSSING = re.compile(
    "(?:(?:与|和|、|-)[\u4e00-\u9fff]{2,6}?(?:[路街巷]|大道|大街|国道|省道))?(?:路口|道口|口)?的?(?:交叉路?口|[交丁十]字?路?口|交[汇会]处|路口|口(?=[，。、；附处时等的）\n]))"
)
"""What makes a crossing of the street before it: 与乙街交叉口, 十字路口."""

SECTION = re.compile("(?<=[\u4e00-\u9fff])段")
NO_LETTERS = frozenset("vpdcurmqfa")
NO_LONE_LETTER = NO_LETTERS - frozenset("vqa")
"""Tags of the words that are no letters of towns; a lone character may be one whatever its tag: 大 of 大广, 集 of 呼集."""
NO_FIRST_LETTERS = frozenset("全各该这那每两条跑上下进出驶走过修建本我新")
STRETCH = frozenset("至到—-～")
MOST = 5
"""Places in the name of a section: 丙省丁市至戊市段."""

NAMES = ("ns", "nr", "nz")
SHORT = 2


def road_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Adds the numbered roads to ``spans``, and draws roads and rivers out to their sections."""
    text = scan.text
    for match in NUMBERED.finditer(text) if NAMED_BY_NUMBER.search(text) else ():
        known = spans.get(match.start())
        if known is None or known.end < match.end():
            spans[match.start()] = Span(match.end(), 1.4, "road")
    for match in LETTERED.finditer(text) if "高速" in text else ():
        known = spans.get(match.start(1))
        if (
            (known is None or known.end < match.end(1))
            and match.end() not in ends_of(spans)
            and _is_lettered(scan, match)
        ):
            spans[match.start()] = Span(match.end(), 1.4, "road")
    for start, span in list(spans.items()):
        if text.endswith(("高速", "高速公路"), start, span.end):
            _whole_line(scan, atlas, spans, start)
    if "段" in text:
        _sections(scan, atlas, spans)
    if "口" in text or "处" in text:
        _crossings(text, spans)


def _crossings(text: str, spans: dict[int, Span]) -> None:
    """Draws a street out to where it meets another: 甲路与乙街交叉口."""
    for start, span in list(spans.items()):
        if text[span.end - 1] in "路街道巷线" and (crossing := CROSSING.match(text, span.end)):
            spans[start] = Span(crossing.end(), max(span.score, 1.5), "crossing")


def _is_lettered(scan: Scan, match: re.Match[str]) -> bool:
    """Is what stands before 高速 the letters of the towns that it joins, not words of the sentence?"""
    start, end = match.span(1)
    words = scan.words_of(start, end)
    whole = words[0][0] == start and words[-1][1] == end
    named = len(words) > 1 or words[0][2][:1] in ("n", "j")
    return (
        whole
        and named
        and scan.text[start] not in NO_FIRST_LETTERS
        and all(tag[:1] not in (NO_LONE_LETTER if b - a == 1 else NO_LETTERS) for a, b, tag in words)
    )


def _whole_line(scan: Scan, atlas: Atlas, spans: dict[int, Span], start: int) -> None:
    """京港澳高速 where only 港澳 is a word of the dictionary, and the number before it."""
    text, span = scan.text, spans[start]
    first = start
    while first and text[start] in atlas.letters and text[first - 1] in atlas.letters and scan.is_boundary(first - 1):
        if len(scan.word(first - 1)) > 1:
            break
        first -= 1
    if code := CODED.search(text, max(0, first - LONGEST_CODE - 1), first):
        first = code.start()
    if first < start:
        del spans[start]
        spans[first] = Span(span.end, max(span.score, 1.4), span.reason)


def _sections(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Draws the ways out: a section is one place, the places that bound it are parts of its name."""
    ends = ends_of(spans)
    for match in SECTION.finditer(scan.text):
        if (way := _way(scan, atlas, ends, match.start())) is not None:
            known = spans[way]
            spans[way] = Span(match.end(), max(known.score, 1.4), known.reason)
            ends[match.end()] = way


def _way(scan: Scan, atlas: Atlas, ends: Mapping[int, int], end: int) -> int | None:
    """Where the way begins whose section ends here, None where no way is before the places that bound it."""
    text, at = scan.text, end
    for _ in range(MOST):
        start = ends.get(at)
        if start is not None and at < end and text.endswith(WAYS, start, at):
            return start
        start = _bound(scan, atlas, at) if start is None else start
        if start is None:
            return None
        at = start - 1 if text[start - 1 : start] in STRETCH else start
    return None


def _bound(scan: Scan, atlas: Atlas, end: int) -> int | None:
    """Where a short name begins that only its section makes a place: 甲乙高速丙丁段."""
    start = end - SHORT
    if start <= 0 or not scan.is_boundary(start):
        return None
    named = scan.tag(start)[:2] in NAMES and len(scan.word(start)) == SHORT
    name = scan.text[start:end]
    lettered = all(atlas.lines.get(char) == "letter" for char in name)  # 甲乙高速|临岳|段
    return start if named or lettered or name in atlas.gazetteer.by_name else None
