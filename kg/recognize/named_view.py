"""What the recognisers of programmes, events, awards and policies share: quotes, heads, and the reach of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.knowledge.lexicon import Lexicon
from kg.model import EntityType, Mention
from kg.recognize.candidate import Candidate
from kg.recognize.quotes import OPENING, SENTENCE_MARKS, Quote, find_quotes
from kg.recognize.scan import Scan

HEADS: Mapping[str, EntityType] = {
    "programme_kinds": "Programme",
    "event_kinds": "Event",
    "award_kinds": "Award",
    "policy_kinds": "Policy",
}
"""The lexicon of the last words of names, and the type that they make a name."""

LONGEST = 42
"""No name is longer; a longer run is a clause."""

LONGEST_QUOTE = 24

LONGEST_HEADLINE = 60

STOP_TAGS = frozenset("p c d ad r u ud ug uj ul uv uz y e o f w q df mq".split())
"""Words of these tags of jieba's stand in no name (the exceptions are read before tags are asked)."""

PROPER_TAGS = frozenset("nr nrt nrfg nz nt eng".split())

QUOTED_STOP_TAGS = frozenset("v vg nt nr nrt nrfg".split())
"""Before quotes these words are who does it, not what it is called."""

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
_TAILS = frozenset("年度届次期批季轮场站个回段级米里强号制日月") | frozenset("0123456789")
_LEADS = re.compile(r"^(?:[了着过等的之其各该本此多余两届次]|一[个场次项届种批]|首批|首个|年(?!度)|暨)")
_LEADS_AFTER_NUMBER = re.compile(r"^(?:[个名位场次项家届批种人余多]|年(?!度))")


@dataclass(frozen=True, slots=True)
class Head:
    """The last word of a name: where it stands, what type it makes, and its class in the lexicon."""

    start: int
    end: int
    type: EntityType
    kind: str


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a name reaches to the left of its head.

    ``marks`` say what makes it specific: year, ordinal, place, level, proper, org, quote, book. ``words`` counts
    the modifiers that are not generic. ``core`` is where the quoted core begins, else ``start``. ``stop`` is the
    word or character before the name, '' at the start of a line.
    """

    start: int
    core: int
    marks: frozenset[str]
    words: int
    stop: str


@dataclass(frozen=True, slots=True)
class View:
    """A scan with its quotes and the vocabulary that bounds names."""

    scan: Scan
    lexicon: Lexicon
    quotes: Sequence[Quote]
    closing: Mapping[int, Quote]
    verbs: Mapping[str, str]
    levels: Mapping[str, str]
    generic: Mapping[str, str]
    times: Mapping[str, str]
    award_verbs: Mapping[str, str]
    headline: str

    def line_start(self, position: int) -> int:
        """Where the line of this position begins."""
        return self.scan.text.rfind("\n", 0, position) + 1

    def next_word(self, position: int) -> str:
        """The word that begins here (or covers the position)."""
        return self.scan.word(position)

    def words_before(self, position: int, most: int) -> Iterator[str]:
        """Up to ``most`` words to the left of the position, nearest first, not beyond the sentence."""
        scan = self.scan
        while position > 0 and most > 0 and not SENTENCE_MARKS.match(scan.text[position - 1]):
            start, end, _ = scan.words[scan.word_at[position - 1]]
            yield scan.text[start:end]
            position = start
            most -= 1


def make_view(scan: Scan, lexicon: Lexicon) -> View:
    """The view of a scan; the vocabulary is only looked up, so that a view costs little."""
    quotes = find_quotes(scan.text)
    return View(
        scan,
        lexicon,
        quotes,
        {q.end: q for q in quotes},
        lexicon["named_verbs"],
        lexicon["named_levels"],
        lexicon["named_generic"],
        lexicon["named_times"],
        lexicon["award_verbs"],
        scan.text.lstrip().split("\n", 1)[0][:LONGEST_HEADLINE],
    )


def find_heads(view: View) -> list[Head]:
    """The heads by end, the last first; of those that end together only the longest, and none cut from a word.

    The last word between quotes is no head: there the quotes bound the name.
    """
    scan = view.scan
    longest: dict[int, Head] = {}
    quoted = {q.end - 1: q.start + 1 for q in view.quotes if q.mark not in "《〈"}
    for category, type_ in HEADS.items():
        values = view.lexicon[category]
        for end, starts in scan.ending[category].items():
            old = longest.get(end)
            if old is not None and old.start <= starts[0]:
                continue
            if quoted.get(end, starts[0]) < starts[0]:
                continue  # the quoted words are the name: “甲乙行动”
            if end - starts[0] == 1 and category == "policy_kinds":
                continue  # 法, 令: only between book marks
            if not scan.is_boundary(starts[0]) and scan.tag(starts[0]) in STOP_TAGS:
                continue  # 按计划
            bodies = scan.ending["organization_names"].get(end)
            if bodies and bodies[0] < starts[0]:
                continue  # 中国人民政治协商会议 is a body
            if scan.is_boundary(end) or scan.text[end] in OPENING:
                longest[end] = Head(starts[0], end, type_, values[scan.text[starts[0] : end]])
    heads = [longest[end] for end in sorted(longest, reverse=True)]
    return [h for h in heads if not any(longest[e].start < h.end for e in range(h.end + 1, h.end + 5) if e in longest)]


def reach_left(view: View, head: int, *, strict: bool = False, awarded: bool = False) -> Reach:
    """Reads modifiers to the left of ``head`` until a word comes that no name holds.

    ``strict`` allows only years, ordinals, levels and places (第三届奥运会); ``awarded`` allows only these before
    quotes, since the winner may stand there with nothing between.
    """
    scan, text = view.scan, view.scan.text
    position = core = head
    words = 0
    marks: set[str] = set()
    soft: Reach | None = None
    stop = ""
    lowest = max(0, head - LONGEST)
    while position > lowest:
        stop = last = text[position - 1]
        quote = view.closing.get(position)
        if quote is not None:
            if "quote" in marks or strict or not is_name_like(text, quote):
                break
            marks.add("book" if quote.mark in "《〈" else "quote")
            position = core = quote.start
            continue
        if last in "·-/" and position - 1 > lowest:
            position -= 1
            continue
        if last == "—":
            before = _before_dash(view, position)
            if before is None:
                break
            marks.add("proper")
            position = before
            continue
        if last in _TAILS:
            found, mark = _counted(text, position)
            if found is not None:
                marks.add(mark)
                position = found
                continue
        level = _level_before(view, position)
        if level:
            marks.add("level")
            position -= level
            continue
        inner = _head_before(view, position)
        if inner and not strict:
            words += position - inner > 2  # a long one says something: 技能大赛决赛, 奥运会冠军
            position = inner
            continue
        bodies = scan.ending["organization_names"].get(position)
        if bodies and not strict:
            if "quote" in marks:
                break
            marks.add("org")
            position = bodies[0]
            continue
        start, end, tag = scan.words[scan.word_at[position - 1]]
        stop = word = text[start:position]
        if not last.isalnum() or tag in STOP_TAGS or tag == "m" or word in view.times:
            break
        generic = word in view.generic
        if not generic and (word in view.verbs or _holds_verb(view, word, tag)):
            break
        if awarded and word in view.award_verbs:
            break
        place = tag == "ns" or position in scan.ending["place"]
        quoted = "quote" in marks
        if (strict or (quoted and awarded)) and not place:
            break
        if quoted and (tag in QUOTED_STOP_TAGS or _is_body_end(scan, position)) and not place:
            break
        if tag in ("v", "vg") and not generic:
            if len(word) == 1 and word not in LONE_VERBS and position == end:
                break
            if len(word) > 1 and soft is None:
                soft = Reach(position, min(core, position), frozenset(marks), words, word)
        if place:
            marks.add("place")
        elif tag in PROPER_TAGS and len(word) > 1:
            marks.add("proper")
        if _is_body_end(scan, position):
            marks.add("org")
        if not generic and not place:
            words += 1
        position = start
    else:
        stop = text[position - 1] if position else ""
    if soft is not None:
        gained = marks - soft.marks
        led = "quote" in gained and view.verbs.get(stop) in ("launch", "hold")
        if not led and not gained & {"year", "ordinal", "level"}:
            return soft
    start = _trim(text, position, head, after_number=stop[-1:].isdigit() or stop in "一二三四五六七八九十两几多数余")
    if start < core < head and not words_between(view, start, core):
        start = core  # only generic words before the quotes: 教育“甲乙”活动
    return Reach(start, max(core, start) if core < head else start, frozenset(marks), words, stop.strip())


def is_name_like(text: str, quote: Quote) -> bool:
    """Could the quoted words be (the core of) a name: 2 to 24 characters, no sentence in them?"""
    size = quote.end - quote.start - 2
    return 2 <= size <= LONGEST_QUOTE and not SENTENCE_MARKS.search(text, quote.start, quote.end)


def in_headline(view: View, start: int, end: int) -> bool:
    """Does the headline say these words (at least two characters), while they stand elsewhere?"""
    return end - start >= 2 and start >= len(view.headline) and view.scan.text[start:end] in view.headline


def words_between(view: View, start: int, end: int) -> bool:
    """Is there a word in the span that is not generic?"""
    position = start
    while position < end:
        _, stop, _ = view.scan.words[view.scan.word_at[position]]
        word = view.scan.text[position:stop]
        if word not in view.generic or word in view.levels:
            return True
        position = stop
    return False


def _holds_verb(view: View, word: str, tag: str) -> bool:
    """Is the word a compound of a governing verb: 培育出, 扎实开展?"""
    return len(word) > 2 and (word[-2:] in view.verbs or (tag == "v" and word[:2] in view.verbs))


def _level_before(view: View, position: int) -> int:
    """The length of the word of level that ends here, 0 if none."""
    text = view.scan.text
    for size in (6, 5, 4, 3, 2, 1):
        if size <= position and text[position - size : position] in view.levels:
            if size > 1 or view.scan.is_boundary(position - 1):
                return size
    return 0


def _head_before(view: View, position: int) -> int | None:
    """The start of the longest head of a name that ends here: an inner name, or a word such as 年会."""
    for category in ("event_kinds", "programme_kinds"):
        starts = view.scan.ending[category].get(position)
        if starts and position - starts[0] > 1:
            return starts[0]
    return None


def _before_dash(view: View, position: int) -> int | None:
    """Where the words before a dash begin to be read, when the dash joins a main title and its subtitle."""
    text = view.scan.text
    before = position
    while before > 0 and text[before - 1] == "—":
        before -= 1
    if before == 0:
        return None
    if any(before in view.scan.ending[category] for category in ("event_kinds", "programme_kinds")):
        return before
    if text[before - 1] in OPENING or view.scan.tag(before - 1) == "ns" or _level_before(view, before):
        return before
    return None


def _counted(text: str, position: int) -> tuple[int | None, str]:
    """The start of a year, ordinal or amount that ends here, and its mark; None for dates and plain numbers."""
    piece = text[max(0, position - 14) : position]
    for pattern, mark in ((_YEAR, "year"), (_ORDINAL, "ordinal"), (_AMOUNT, "amount")):
        match = pattern.search(piece)
        if match:
            return position - len(match.group()), mark
    if text.startswith("会议", position) and _SESSION.search(piece):
        return position - 2, "ordinal"  # 全国人大一次会议
    return None, ""


def _is_body_end(scan: Scan, position: int) -> bool:
    return position in scan.ending["organization_names"] or position in scan.ending["organization_kinds"]


def _trim(text: str, start: int, head: int, *, after_number: bool) -> int:
    """Drops what may precede a name but never begins it: 了, a measure word, 等."""
    leads = _LEADS_AFTER_NUMBER if after_number else _LEADS
    while start < head:
        match = leads.match(text[start:head])
        if match is None:
            break
        start += len(match.group())
    return start


def plain_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without quotes when all of it stands in one pair of quotes."""
    opening = text[start]
    if opening in OPENING.values() and text[end - 1] in OPENING and not any(
        mark in OPENING or mark in OPENING.values() for mark in text[start + 1 : end - 1] if mark not in "‘’"
    ):
        return start + 1, end - 1
    return start, end


def propose(view: View, start: int, end: int, type_: EntityType, by: str, score: float, name: str = "") -> Candidate:
    """A candidate for the span; a span that is all quoted is named without its quotes."""
    text = view.scan.text
    start, end = plain_name(text, start, end)
    words = text[start:end]
    return Candidate(Mention(start, end, type_, words, by, name or words), round(score, 3))
