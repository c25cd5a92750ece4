"""How far a name reaches to the left of its last word: the hard border of names without quotes."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Literal

from kg.recognize.named_view import STOP_TAGS, View, is_name_like
from kg.recognize.quotes import OPENING
from kg.recognize.scan import Scan

Mode = Literal["free", "strict", "awarded"]
"""strict: only years, ordinals, levels, places (第三届奥运会); awarded: only these before quotes, since the winner
may stand there with nothing between (授予甲乙“某某”称号)."""

LONGEST = 42
"""No name is longer; a longer run is a clause."""

PROPER_TAGS = frozenset(("nr", "nrt", "nrfg", "nz", "nt", "eng"))

PLACE_TAGS = frozenset(("nr", "nrt", "nz", "nt", "zg", "j", "x"))
PLACE_ENDS = "省市县区州盟旗乡镇村"
"""Many a town is called like a common word (和平, 创新): such a word is a place only with its suffix."""

DOER_TAGS = frozenset(("v", "vg", "nt", "nr", "nrt", "nrfg"))
"""Before quotes these words are who does it, not what it is called."""

OPENERS = frozenset(("year", "ordinal", "level"))
"""Marks that open a name for sure: what stands behind them belongs to it, even a verb."""

LONE_VERBS = "学送爱讲树创促护泛"
"""Verbs of one character that open names: 学雷锋, 送温暖."""

_YEAR = re.compile(r"(?:(?:19|20)\d\d(?:[-—至](?:19|20)?\d\d)?年?度?|(?:19|20)\d\d[-—/]\d{4}赛季)$")
_ORDINAL = re.compile(
    r"(?:(?:第[一二三四五六七八九十百零\d]+|首)(?:届|次|期|批|季|轮|场|站|阶段)|第\d+个|[二三四五六七八九十]{1,3}届)$"
)
_AMOUNT = re.compile(
    r"(?:(?:成立|诞辰|逝世|建交|发表|回归祖国|回归|胜利|创刊|建校|建军|颁布|实施|设立|签署|建立|开通|通车|爆发|公布)?"
    r"(?:\d+|[一二三四五六七八九十百]+)周年|(?:\d[\d.×]*|[一二三四五六七八九十百千]+)(?:级|米|公里|强|号|人制|公斤级))$"
)
_SESSION = re.compile(r"[一二三四五六七]次$")
_COUNTED_ENDS = frozenset("年度届次期批季轮场站个段级里米强号制0123456789")
_LEADS = re.compile(r"^(?:[了着过等的之其各该本此多余两届次暨好]|一[个场次项届种批]|首批|首个|年(?!度))")
_LEADS_AFTER_NUMBER = re.compile(r"^(?:[个名位场次项家届批种人余多]|年(?!度))")
_NUMERALS = "一二三四五六七八九十两几多数余0123456789"


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a name starts and what makes it specific.

    ``marks``: year, ordinal, amount, place, level, proper, org, quote, book. ``words`` counts the modifiers that are
    not generic. ``core`` is where the quoted core begins, else ``start``. ``stop`` is the word or character before
    the name, '' at the start of a line.
    """

    start: int
    core: int
    marks: frozenset[str]
    words: int
    stop: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A modifier: where it starts, its mark ('' for none), is it specific, could it rather be the clause's verb?"""

    start: int
    mark: str = ""
    specific: bool = False
    verb: bool = False


def reach_left(view: View, head: int, mode: Mode = "free") -> Reach:
    """Reads modifiers to the left of ``head`` until a word comes that no name holds."""
    position = core = head
    words = 0
    marks: set[str] = set()
    before_verb: Reach | None = None
    while position > max(0, head - LONGEST):
        piece = _piece_before(view, position, mode, marks)
        if piece is None:
            break
        if piece.verb and before_verb is None:
            stop = view.scan.text[piece.start : position]
            before_verb = Reach(position, min(core, position), frozenset(marks), words, stop)
        if piece.mark:
            marks.add(piece.mark)
        if piece.mark in ("quote", "book"):
            core = piece.start
        words += piece.specific
        position = piece.start
    stop = _stop_word(view.scan, position)
    if before_verb is not None:
        gained = marks - before_verb.marks
        launched = "quote" in gained and view.verbs.get(stop) in ("launch", "hold")
        if not launched and not gained & (OPENERS | {"place"} if mode == "awarded" else OPENERS):
            start = _trim(view.scan.text, before_verb.start, head, "")
            return replace(before_verb, start=start, core=max(start, before_verb.core))
    start = _trim(view.scan.text, position, head, stop)
    if start < core < head and not _is_specific(view, start, core):
        start = core  # only generic words before the quotes: 教育“甲乙”活动
    return Reach(start, max(core, start) if core < head else start, frozenset(marks), words, stop)


def _piece_before(view: View, position: int, mode: Mode, marks: Set[str]) -> Piece | None:
    """The modifier that ends here, or None at the border of the name."""
    scan, text = view.scan, view.scan.text
    last = text[position - 1]
    quote = view.closing.get(position)
    if quote is not None:
        if "quote" in marks or mode == "strict" or not is_name_like(text, quote):
            return None
        return Piece(quote.start, "book" if quote.mark in "《〈" else "quote")
    if last in "·-/":
        return Piece(position - 1)
    if last == "—":
        return _dash_before(view, position)
    if last in "）)":
        return _bracket_before(scan, position)
    if last in _COUNTED_ENDS:
        counted = _counted_before(text, position)
        if counted is not None:
            return counted
    level = _level_before(view, position)
    if level:
        return Piece(position - level, "level")
    if mode != "strict":
        inner = head_before(scan, position)
        if inner is not None:  # a long one says something: 技能大赛决赛, 奥运会冠军
            return Piece(inner, specific=position - inner > 2)
        bodies = scan.ending["organization_names"].get(position)
        if bodies:
            return None if "quote" in marks else Piece(bodies[0], "org")
    return _word_before(view, position, mode, quoted="quote" in marks)


def _word_before(view: View, position: int, mode: Mode, *, quoted: bool) -> Piece | None:
    """The word of the dictionary that ends here as a modifier."""
    scan = view.scan
    start, end, tag = scan.words[scan.word_at[position - 1]]
    word = scan.text[start:position]
    if word == "日" and scan.text[start - 1 : start] not in _NUMERALS:
        return Piece(start)  # 读书日论坛
    if not word[-1].isalnum() or tag in STOP_TAGS or tag == "m" or word in view.times:
        return None
    generic = word in view.generic
    if not generic and (word in view.verbs or _holds_verb(view, word, tag)):
        return None
    if mode == "awarded" and word in view.award_verbs:
        return None
    if tag == "ns" or (
        not generic and position in scan.ending["place"] and (tag in PLACE_TAGS or word[-1] in PLACE_ENDS)
    ):
        return Piece(start, "place")
    body = position in scan.ending["organization_kinds"]
    if mode == "strict" or (quoted and (mode == "awarded" or tag in DOER_TAGS or body)):
        return None
    verb = tag in ("v", "vg") and not generic
    if verb and len(word) == 1 and word not in LONE_VERBS and position == end:
        return None
    proper = tag in PROPER_TAGS and len(word) > 1
    mark = "org" if body else "proper" if proper else ""
    return Piece(start, mark, specific=not generic, verb=verb and len(word) > 1)


def _dash_before(view: View, position: int) -> Piece | None:
    """A dash between a main title and its subtitle, or between two places."""
    before = len(view.scan.text[:position].rstrip("—"))
    if before == 0:
        return None
    joined = (
        head_before(view.scan, before) is not None
        or view.scan.text[before - 1] in OPENING
        or view.scan.tag(before - 1) == "ns"
        or _level_before(view, before) > 0
    )
    return Piece(before, "proper") if joined else None


def _bracket_before(scan: Scan, position: int) -> Piece | None:
    """A place in brackets within a name: 中国（甲市）国际博览会."""
    start = max(scan.text.rfind(mark, max(0, position - 8), position) for mark in "（(")
    return Piece(start, "place") if start >= 0 and scan.tag(start + 1) == "ns" else None


def _counted_before(text: str, position: int) -> Piece | None:
    """The year, ordinal or amount that ends here; None for dates and plain numbers."""
    before = text[max(0, position - 14) : position]
    for pattern, mark in ((_YEAR, "year"), (_ORDINAL, "ordinal"), (_AMOUNT, "amount")):
        match = pattern.search(before)
        if match:
            return Piece(position - len(match.group()), mark)
    if text.startswith("会议", position) and _SESSION.search(before):
        return Piece(position - 2, "ordinal")  # 全国人大一次会议
    return None


def _level_before(view: View, position: int) -> int:
    """The length of the word of level that ends here, 0 if none."""
    text = view.scan.text
    for size in (6, 5, 4, 3, 2):
        if size <= position and text[position - size : position] in view.levels:
            return size
    return int(text[position - 1] in view.levels and view.scan.is_boundary(position - 1))


def head_before(scan: Scan, position: int) -> int | None:
    """The start of the longest head of a name that ends here: an inner name, or a word such as 年会."""
    for category in ("event_kinds", "programme_kinds"):
        starts = scan.ending[category].get(position)
        if starts and position - starts[0] > 1:
            return starts[0]
    return None


def _holds_verb(view: View, word: str, tag: str) -> bool:
    """Is the word a compound of a governing verb: 培育出, 扎实开展?"""
    return len(word) > 2 and (word[-2:] in view.verbs or (tag == "v" and word[:2] in view.verbs))


def _is_specific(view: View, start: int, end: int) -> bool:
    """Is there a word in the span that is not generic?"""
    scan = view.scan
    while start < end:
        stop = scan.words[scan.word_at[start]][1]
        word = scan.text[start:stop]
        if word not in view.generic or word in view.levels:
            return True
        start = stop
    return False


def _stop_word(scan: Scan, position: int) -> str:
    """The word or mark before the position, '' at the start of a line."""
    if position == 0:
        return ""
    start, _, _ = scan.words[scan.word_at[position - 1]]
    return scan.text[start:position].strip()


def _trim(text: str, start: int, head: int, stop: str) -> int:
    """Drops what may precede a name but never begins it: 了, 等, a measure word behind a number."""
    leads = _LEADS_AFTER_NUMBER if stop[-1:] and stop[-1] in _NUMERALS else _LEADS
    match = leads.match(text[start:head])
    while match is not None:
        start += len(match.group())
        match = _LEADS.match(text[start:head])
    return start
