"""Places that stand together: stacks are one mention (广东省深圳市南山区), lists share the kind behind their number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.chains import chained
from kg.recognize.place_atlas import Atlas, Span
from kg.recognize.scan import Scan

FULL = ("市", "县", "区", "旗", "镇", "乡", "街道")
TOWNS = ("镇", "乡", "街道")
HILLS = ("山", "岭", "峰", "湖", "岛")
"""Natural sites that lie in one place; a river runs through many."""

HOLDING = ("province", "city", "county", "town")
"""Levels of places that hold a site."""

MOST = 5
"""Names in a stack."""

COUNTED = re.compile(  # a number is tried from its first digit only: from the others it ends the same
    "等?[近约共超逾]?(?:(?<![0-9])[0-9]+|(?<![二两三四五六七八九十几数百])[二两三四五六七八九十]+)个?"
    "(?:行政村|社区|村|乡镇|镇|街道|县市区|市县区|县区|市区|市县|县|区|地市|市|省区市|省区|省份|省|园区|景区|口岸|国家)"
)
COUNTING = re.compile(
    "[等近约共超逾0-9二两三四五六七八九十](?=[近约共超逾0-9二两三四五六七八九十]*个?[行社村乡镇街县市区地省园景口国])"
)
"""What ``COUNTED`` begins with, where the kind stands behind the number."""

ITEM = re.compile("(?!.*[等的和与及])[\u4e00-\u9fff]{2,12}")
WORDS = frozenset("n v vn a d s f r m t b l c i".split())
LONGEST = 13
SHORT = 6
"""An item of a list is a name as a whole if it has so few characters or ends in the head of a place."""


def list_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Adds the items of a list whose kind stands behind its number: 甲屯、乙叶、丙街等3个社区."""
    for match in chained(scan.text, COUNTING, COUNTED):
        if not scan.is_boundary(match.end()):
            continue
        end = match.start()
        while (start := _item_start(scan, atlas, spans, end)) is not None:
            known = spans.get(start)
            if known is None or known.end < end:
                spans[start] = Span(end, 1.0, "list")
            if start == 0 or scan.text[start - 1] != "、":
                break
            end = start - 1


def _item_start(scan: Scan, atlas: Atlas, spans: Mapping[int, Span], end: int) -> int | None:
    """Where the item begins that ends here, None where no name does."""
    text = scan.text
    mark = max(text.rfind(mark, max(0, end - LONGEST), end) for mark in "、，。；：“”\n")
    start = mark + 1
    if text[mark : mark + 1] != "、":
        if text[end : end + 1] != "、":
            return None
        known = (at for at in range(start, end) if at in spans and spans[at].end == end)
        start = next(known, _behind_border(scan, atlas, start, end))
    if not ITEM.fullmatch(text, start, end) or (
        start not in spans and scan.tag(start) in WORDS and len(scan.word(start)) == end - start
    ):
        return None
    named = end - start <= SHORT or any(at in spans or at in scan.ending["place_site_kinds"] for at in (start, end))
    return start if named else None


def _behind_border(scan: Scan, atlas: Atlas, start: int, end: int) -> int:
    """The end of the last word before ``end`` that no name holds, ``start`` where there is none."""
    at = end
    while at > start:
        first, _, tag = scan.words[scan.word_at[at - 1]]
        if tag[:1] in "pcudr" or scan.text[first:at] in atlas.borders:
            return at
        at = first
    return start


def stacked(scan: Scan, atlas: Atlas, spans: Mapping[int, Span]) -> list[Candidate]:
    """The places as mentions: a stack is one, and a name inside another goes."""
    text = scan.text
    results: list[Candidate] = []
    done = 0
    for start in sorted(spans):
        if start < done:
            continue
        span = spans[start]
        end, score, reason = span.end, span.score, span.reason
        names = [text[start:end]]
        while end in spans and len(names) < MOST and end - start > 1:
            further = spans[end]
            name = text[end : further.end]
            if len(name) == 1 or not (further.composed or _goes_on(atlas, names[-1], name)):
                break
            names.append(name)
            end, score = further.end, max(score, further.score)
        done = end
        mention = Mention(start, end, "Place", text[start:end], f"place:{reason}", text[start:end], _code(atlas, names))
        results.append(Candidate(mention, score))
    return results


def _goes_on(atlas: Atlas, outer: str, name: str) -> bool:
    """Is the second name what lies in the first: a place of it, a town or site wherever the registers have it?"""
    name = name.removesuffix("畔")
    if atlas.inside(outer, name):
        return True
    levels = {place.level for place in atlas.gazetteer.by_name.get(name, ())}
    if levels == {"town"}:
        return outer.endswith(FULL) or (name.endswith(TOWNS) and atlas.has_level(outer, HOLDING))
    if levels == {"nature"}:
        return (outer.endswith(FULL) or atlas.has_level(outer, HOLDING)) and name.endswith(HILLS)
    return levels == {"site"} and (outer[-1] == "号" or atlas.has_level(outer, HOLDING))


def _code(atlas: Atlas, names: list[str]) -> str | None:
    """The code of the place that the names mean, None when it is unknown or ambiguous."""
    places = atlas.gazetteer.resolve_stack(names) if len(names) > 1 else atlas.gazetteer.by_name.get(names[0], ())
    return places[0].code if len(places) == 1 else None
