"""Rows of events behind a verb of holding, whatever verbs an item holds: 举办甲招聘会、|工会促进就业论坛|及|校企对接签约仪式."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 1.8
FUNCTION = frozenset("将是由对被把在向从给让使为的了")
"""Words of one character that no such name holds."""
SHORTEST = 5
LONGEST = 24
KINDS = ("contest", "show", "forum", "festival", "ceremony", "training")
_HOLDING = re.compile("(?:举办|举行|召开|承办|主办|组织|开展|组织开展)(?:了)?")
_ROW = re.compile(r"[^，。；：！？\n（）()]{6,120}")
_JOINT = re.compile("、|以及|及|和|与")
_MANY = re.compile(r"[\d一二三四五六七八九十两多几各首系等]|综合性|大型|专项|专场|相关|有关|其他")


def find_event_rows(view: View) -> Iterator[Candidate]:
    """The items behind the first, each up to its last head; the first of the row must end in such a head as well."""
    text = view.scan.text
    for verb in _HOLDING.finditer(text) if "、" in text else ():
        row = _ROW.match(text, verb.end())
        if row is None or not _JOINT.search(row[0]):
            continue
        at = verb.end()
        joints = [j for j in _JOINT.finditer(text, at, row.end()) if _ends_event(view, at, j.start())]
        for n, joint in enumerate(joints):
            begin = joint.end()
            last = joints[n + 1].start() if n + 1 < len(joints) else _last_head(view, begin, row.end())
            if _is_item(view, begin, last):
                yield propose(view, begin, last, "Event", "event:row", SCORE)


def _ends_event(view: View, begin: int, end: int) -> bool:
    """Does the head of an event, one that makes names by itself, end here?"""
    kinds, text = view.lexicon["event_kinds"], view.scan.text
    starts = view.scan.ending["event_kinds"].get(end, ())
    return any(end - s > 1 and s >= begin and kinds[text[s:end]] in KINDS for s in starts)


def _last_head(view: View, begin: int, stop: int) -> int:
    """Where the last item ends: with the first head that no head goes on from, or at ``begin`` without one."""
    ends = [e for e in range(begin + 2, min(stop, begin + LONGEST) + 1) if _ends_event(view, begin, e)]
    return next((e for e in ends if view.scan.is_boundary(e) and e + 2 not in ends), begin)


def _is_item(view: View, begin: int, end: int) -> bool:
    text = view.scan.text
    name = text[begin:end]
    lone = any(text[i] in FUNCTION and view.scan.word(i) == text[i] for i in range(begin, end))
    return (
        SHORTEST <= end - begin <= LONGEST
        and not lone
        and not _MANY.match(name)
        and "等" not in name
        and name.count("“") == name.count("”")
        and view.scan.is_boundary(begin)
    )
