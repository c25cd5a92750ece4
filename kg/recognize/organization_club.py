"""Clubs that a match report calls by their town and sponsor: 甲市金鑫 0-6 输给乙省地龙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_unit import FUNCTION
from kg.recognize.scan import Scan
from kg.text import spans_of

BEATEN = "负于|战平|战胜|击败|不敌|力克|横扫|逼平|大胜|小胜|完胜|惜败|迎战|对阵|连扳|险胜|客胜|主胜"
BEFORE = re.compile(f"(?:{BEATEN}|输给|迎接|做客挑战)了?$")
AFTER = re.compile(
    f"(?:同样|则|也|却|队|俱乐部|本轮|首轮|此役)*(?:在?[主客]场|[0-9]+[-:：比][0-9]+|{BEATEN}|输给|吞下|主帅|主教练|门将|外援|"
    "与[\u4e00-\u9fff]{2,6}的比赛)"
)
SPONSOR = 2
WINDOW = 6
NAMES = ("nr", "nz", "nt")


def club_names(scan: Scan, terms: Terms) -> Iterator[Candidate]:
    """The clubs, wherever their names stand once a score or a verb of matches stands beside one."""
    text = scan.text
    if not terms.games(text):
        return
    names = {text[start:end] for start, end in _spans(scan, terms) if _plays(text, start, end)}
    for name in sorted(names):
        for start, end in spans_of(name, text):
            if scan.is_boundary(start) and scan.is_boundary(end):
                yield as_body(text, start, end, "club", 1.9, "club")


def _spans(scan: Scan, terms: Terms) -> Iterator[tuple[int, int]]:
    """A place and two characters that are no word of the dictionary, or a name."""
    for start, end in scan.terms["place"]:
        stop = end + SPONSOR
        if end - start < SPONSOR or not (scan.is_boundary(start) and scan.is_boundary(end) and scan.is_boundary(stop)):
            continue
        name = scan.text[end:stop]
        if (
            len(name) < SPONSOR
            or not all("一" <= c <= "龥" for c in name)
            or name in terms.kinds
            or set(name) & FUNCTION
            or name[0] == "队"
        ):
            continue
        first, last, tag = scan.words[scan.word_at[end]]
        word = last - first == SPONSOR
        if (word and tag.startswith(NAMES)) or (not word and name not in terms.predicates and "的" not in name):
            yield start, stop


def _plays(text: str, start: int, end: int) -> bool:
    return AFTER.match(text, end) is not None or BEFORE.search(text, max(0, start - WINDOW), start) is not None
