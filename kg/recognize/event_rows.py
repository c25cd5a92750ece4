"""Rows of events and programmes behind a verb, whatever verbs an item holds: 举办甲招聘会、|工会促进就业论坛|及|校企对接签约仪式."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import EntityType
from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 1.8
FUNCTION = frozenset("将是由对被把在向从给让使为的了")
"""Words of one character that no such name holds."""
SHORTEST = 4
LONGEST = 34
EVENTS = ("contest", "show", "forum", "festival", "ceremony", "training")
PROGRAMMES = ("project", "activity")
_LISTING = re.compile(
    "(?:举办|举行|召开|承办|主办|组织|开展|组织开展|包括|包含|涵盖|推出|实施|启动|安排|设有)(?:了)?(?:[:：]|以下|如下)?"
)
_ROW = re.compile(r"[^，。；：！？\n（）()]{6,200}")
_JOINT = re.compile("、|以及|及|和|与")
_MANY = re.compile(r"[\d一二三四五六七八九十两多几各系等]|首场|综合性|大型|专项|专场|相关|有关|其他")
LEAST = 3


def find_event_rows(view: View) -> Iterator[Candidate]:
    """The items of a row in which the first ends in such a head as well; programmes where several do."""
    text = view.scan.text
    for verb in _LISTING.finditer(text) if "、" in text else ():
        row = _ROW.match(text, verb.end())
        if row is None or "、" not in row[0]:
            continue
        items = [(a, b, kind) for a, b in _items(view, verb.end(), row.end()) if (kind := _kind(view, a, b))]
        if not items or items[0][0] != verb.end():
            continue
        many = len(items) >= LEAST
        for start, end, kind in items[1:] if items[0][2] == "Event" and not many else items:
            if (kind == "Event" or many) and _is_item(view, start, end):
                yield propose(view, start, end, kind, f"{kind.lower()}:row", SCORE)


def _items(view: View, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """The pieces between 、, and between 和 and the like where a head ends before it; the last up to its head."""
    text, at, depth = view.scan.text, begin, 0
    for i in range(begin, stop):
        depth += (text[i] == "“") - (text[i] == "”")
        joint = _JOINT.match(text, i) if not depth else None
        if joint is not None and i >= at and (joint[0] == "、" or _kind(view, at, i)):
            yield at, i
            at = joint.end()
    ends = [e for e in range(at + 2, min(stop, at + LONGEST) + 1) if _kind(view, at, e)]
    last = next((e for e in ends if view.scan.is_boundary(e) and e + 2 not in ends), at)
    yield at, last


def _kind(view: View, begin: int, end: int) -> EntityType | None:
    """What the head that ends here makes of the piece, one that makes names by itself."""
    text, scan = view.scan.text, view.scan
    heads: tuple[tuple[str, EntityType, tuple[str, ...]], ...] = (
        ("event_kinds", "Event", EVENTS),
        ("programme_kinds", "Programme", PROGRAMMES),
    )
    for category, type_, kinds in heads:
        starts = scan.ending[category].get(end, ())
        if any(end - s > 1 and s > begin and view.lexicon[category][text[s:end]] in kinds for s in starts):
            return type_
    return None


def _is_item(view: View, begin: int, end: int) -> bool:
    text = view.scan.text
    name = text[begin:end]
    return (
        SHORTEST <= end - begin <= LONGEST
        and not holds_function_word(view, begin, end)
        and not _MANY.match(name)
        and name.count("“") == name.count("”")
        and view.scan.is_boundary(begin)
    )


def holds_function_word(view: View, begin: int, end: int) -> bool:
    """Does a word of one character stand here that no such name holds?"""
    text = view.scan.text
    return any(text[i] in FUNCTION and view.scan.word(i) == text[i] for i in range(begin, end))
