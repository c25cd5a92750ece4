"""Rows of programmes that each end in the same word: 甲乙工程、丙丁工程、戊己工程; 甲乙计划、丙丁月等专项活动."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 1.6
SHORTEST = 6
"""道路工程、桥梁工程 are kinds of work."""
LEAST = 3

_WORD = r"[^，。；：、！？“”‘’《》\s的了和与及等\d]"
_ROW = re.compile(rf"{_WORD}{{4,12}}(?P<kind>工程|行动|计划)(?:、{_WORD}{{2,10}}(?P=kind)){{2,}}")
_CLOSED = re.compile(
    rf"(?P<one>{_WORD}{{2,8}}(?:计划|行动|工程|月|周))、(?P<two>{_WORD}{{2,8}}(?:计划|行动|工程|月|周))"
    r"等(?:[\d.]+万?多?|多|一系列|系列)?[项场个次]*(?:系列|专项|主题|重点)?活动"
)
_LEAD = re.compile("^(?:是|有|包括|开展|实施|推进|推出|启动|落实|抓好|为|重点|先后|大力|深入|组织|继续|全面)+")


def find_programme_rows(view: View) -> Iterator[Candidate]:
    """Every item of such a row under its own name."""
    text = view.scan.text
    if "程、" in text or "动、" in text or "划、" in text:
        for match in _ROW.finditer(text):
            yield from _items(view, match.start(), match.end(), least=LEAST)
    if "活动" in text and "等" in text:
        for match in _CLOSED.finditer(text):
            yield from _items(view, match.start("one"), match.end("two"), least=1)


def _items(view: View, start: int, end: int, least: int) -> Iterator[Candidate]:
    """The items between 、, the first without the verb before it."""
    text = view.scan.text
    lead = _LEAD.match(text[start:end])
    spans = []
    at = start + (lead.end() if lead else 0)
    for item in text[at:end].split("、"):
        spans.append((at, at + len(item)))
        at += len(item) + 1
    if len([1 for a, b in spans if b - a >= SHORTEST]) >= least:
        for a, b in spans:
            if b - a >= SHORTEST - 1:
                yield propose(view, a, b, "Programme", "programme:row", SCORE)
