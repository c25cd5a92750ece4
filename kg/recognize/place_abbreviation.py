"""Places of one character: in a row of such (中美, 粤港澳) or behind 在, 赴, 访 … (在京, 访华)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognize.place_atlas import WORLDWIDE, Atlas, Span
from kg.recognize.place_names import FREE
from kg.recognize.scan import Scan

BEFORE = frozenset("在赴抵来访驻离进返援对出入旅")
"""在京, 赴沪, 访华, 援藏: what stands before an abbreviated place that is alone."""

OPENING = frozenset("在赴访驻抵涉")
"""These make one word of the dictionary with the place: 在京, 访华."""

COMING = frozenset("访驻赴抵")
GUESTS = frozenset("华京沪渝穗港澳")
"""Where people come to: 邀请来华访问, whatever words the dictionary sees."""

ORDINARY = frozenset("云中新以老黑吉青海江希比加意赞蒙马西汉尼亚非哥宁塔土保深荷波丹莞厦榕")
"""Abbreviations that are everyday words: behind 在 or 对 they are no places (在新时代)."""

BETWEEN = re.compile(
    "[两三四]国|双方|关系|边境|边界|贸易|经贸|合作|友好|建交|交流|[两三四]地|往来|双边|战争|首脑|领导人|会谈|协定|条约|"
    "联合(?:声明|公报|军演)|自贸|高层|对话|峰会|冲突|停火|和谈|谈判|局势|人民|元首|等[地国]|之间|间的|企业家"
)
"""Behind a row of abbreviated places: 中美关系, 粤港两地."""

OFFICES = re.compile("(?:副?总[统理]|首相|外长|防长|财长|国防部|外交部|议会|政府|军方|当局|国内|媒体|驻华|参议|众议)")
"""Behind one abbreviated country: 俄总统."""

SURE_LETTERS = frozenset("俄菲")
"""Countries' letters that stand for nothing else as words of their own."""

LIKELY_LETTERS = SURE_LETTERS | frozenset("墨美日英德巴澳韩泰印伊叙缅柬匈葡埃")
"""Countries' letters that may be other words: only a noun or an adverb behind them makes them countries."""

UNLIKE = frozenset("年月的得地之")
LONGEST_ROW = 5
WORDS = frozenset("vad")
"""The first letters of jieba's tags of ordinary words: 加深合作 is no row of places."""

ZONES = re.compile(
    "[\u4e00-\u9fff]{0,9}?(?:产业园区?|工业园区?|科技园区?|科学园|合作区|示范区|试验区|创新区|合作城|生态城|产业城|科技城|新城|大厦)"
)
"""Behind a row of abbreviated places they make it a site's name: 粤澳合作产业园."""

LINES = re.compile("线|高铁|铁路|高速公路|高速|公路|客专|城际")


def abbreviation_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Adds the abbreviated places to ``spans``, and the lines that they name (京沪高铁)."""
    text, letters, size = scan.text, atlas.letters, len(scan.text)
    named: frozenset[str] | None = None
    at = 0
    for match in atlas.letter.finditer(text):
        start = match.start()
        if start < at or start in spans:
            continue
        at = start + 1
        while at < size and text[at] in letters and at not in spans and at - start < LONGEST_ROW:
            at += 1
        while at - start > 2 and not scan.is_boundary(at):
            at -= 1  # 中美加强合作: the last belongs to the next word
        if at - start > 1 and (end := _line(scan, start, at)):
            spans[start] = Span(end, 1.2, "line")
        elif at - start > 1 and (end := _zone(scan, start, at)):
            spans[start] = Span(end, 1.2, "zone")
        elif at - start > 1 and (score := _row(scan, atlas, start, at)):
            named = _countries(scan, atlas, spans) if named is None else named
            for i in range(start, at):
                said = _at_home(atlas, text[i]) or _is_named(atlas, text[i], named)
                spans[i] = Span(i + 1, score, "abbreviation" if said else "attribute")
        else:
            at = start + 1
            if score := _alone(scan, atlas, start):
                spans[start] = Span(at, score, "abbreviation")
            elif text[start] in LIKELY_LETTERS and _of_its_own(scan, start):
                named = _countries(scan, atlas, spans) if named is None else named
                if text[start] in SURE_LETTERS or _is_named(atlas, text[start], named):
                    spans[start] = Span(at, 0.8, "abbreviation")


def _line(scan: Scan, start: int, end: int) -> int:
    """The end of a railway or road that two or three places name, 0 where there is none."""
    match = LINES.match(scan.text, end)
    return match.end() if match and scan.is_boundary(start) and scan.is_boundary(match.end()) else 0


def _zone(scan: Scan, start: int, end: int) -> int:
    """The end of a park or zone that two or three places share, 0 where there is none."""
    match = ZONES.match(scan.text, end)
    if match is None or not (scan.is_boundary(start) and scan.is_boundary(match.end())):
        return 0
    tags = (tag for _, _, tag in scan.words_of(end, match.end()))
    return match.end() if all(tag[:1] == "n" or tag in ("vn", "b", "j") for tag in tags) else 0


def _row(scan: Scan, atlas: Atlas, start: int, end: int) -> float:
    """The score of several abbreviated places side by side, 0 where they are pieces of words."""
    text = scan.text
    row = text[start:end]
    if text.startswith(("通”", "通’", "通》"), end):
        return 0.0  # “沪港通”
    if row in atlas.gazetteer.by_name and row not in atlas.pairs:
        return 0.0  # 苏丹
    if not scan.is_boundary(start) or (not scan.is_boundary(end) and not BETWEEN.match(text, end)):
        return 0.0
    between = BETWEEN.match(text, end) is not None and not ORDINARY.issuperset(row)
    pairs = sum(text[i : i + 2] in atlas.pairs for i in range(start, end - 1))
    at = start
    while at < end:
        _, last, tag = scan.words[scan.word_at[at]]
        if last - at > 1 and text[at:last] not in atlas.pairs and (not between or tag[:1] in WORDS):
            return 0.0
        at = last
    if pairs or between:
        return 0.9
    return 0.8 if end - start > 2 and ORDINARY.isdisjoint(row) else 0.0


def _alone(scan: Scan, atlas: Atlas, at: int) -> float:
    """The score of one abbreviated place as a word of its own, or as the end of 在京, 访华."""
    text = scan.text
    first, last, _ = scan.words[scan.word_at[at]]
    if at and text[at - 1] in COMING and text[at] in GUESTS:
        return 1.0
    if first == at and _office_word(scan, atlas, at, last):
        return 0.8
    if last - first > 1:
        if at != first + 1 or not (text[first] in OPENING or text[first : at + 1] in atlas.arrivals):
            return 0.0
        whole = text[first] in "来驻访赴" or (
            text[first] == "在" and text[at] in GUESTS
        )  # 驻华大使, 在京举行 are one word
        return 1.0 if last == at + 1 or whole else 0.0
    before = text[at - 1 : at]
    if before == "来" and text[at] in GUESTS:
        return 1.0
    if before in BEFORE and text[at] not in ORDINARY and not scan.starting["organization_names"].get(at):  # 在美团
        return 1.0 if scan.is_boundary(at - 1) or before == "访" else 0.0
    office = text[at] not in ORDINARY and OFFICES.match(text, at + 1)
    return 0.8 if office and scan.tag(at - 1)[:1] in FREE and atlas.has_level(text[at], ("country",)) else 0.0


def _office_word(scan: Scan, atlas: Atlas, at: int, end: int) -> bool:
    """俄总统, 美国会: a country's letter and its office in one word of the dictionary."""
    if end == at + 1 or scan.text[at] in ORDINARY:
        return False
    office = OFFICES.match(scan.text, at + 1)
    return office is not None and office.end() == end and atlas.has_level(scan.text[at], ("country",))


def _of_its_own(scan: Scan, at: int) -> bool:
    """Is the letter a word where a name may stand (俄金融市场, 促使俄宣布)?"""
    first, last, _ = scan.words[scan.word_at[at]]
    if last - first > 1 or scan.text[at + 1 : at + 2] in UNLIKE:
        return False
    before, after = scan.tag(at - 1)[:1], scan.tag(at + 1)[:1]
    if scan.text[at] in SURE_LETTERS:
        return before in FREE and after in ("n", "v", "d", "a", "p", "b", "j")
    return (
        before in FREE
        and before not in ("d", "r", "u")
        and after in ("n", "d", "b", "j")
        and len(scan.word(at + 1)) > 1
    )


def _at_home(atlas: Atlas, letter: str) -> bool:
    """Is it a province or city: 粤港澳, 川渝? 中巴合作 is between two and in neither, unless they are named as well."""
    return not atlas.has_level(letter, WORLDWIDE)


def _is_named(atlas: Atlas, letter: str, named: frozenset[str]) -> bool:
    return any(place.code in named for place in atlas.gazetteer.by_name[letter])


def _countries(scan: Scan, atlas: Atlas, spans: Mapping[int, Span]) -> frozenset[str]:
    """The codes of the countries and continents that the article names in full."""
    full = ((start, span.end) for start, span in spans.items() if span.reason != "attribute")
    names = {scan.text[start:end] for start, end in full if end - start > 1}
    found = (place for name in names for place in atlas.gazetteer.by_name.get(name, ()) if place.level in WORLDWIDE)
    return frozenset(place.code for place in found)
