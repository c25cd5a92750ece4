"""The lines of a page, and which of them a layout had cut and must be joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.layout.heads import read_head
from kg.layout.words import Words

LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
NARROW = re.compile("[\x21-\x7e]")
ENDED = re.compile(r"(?:[。！？!?…；;：:]|——|\.{3,}|[。！？]（[^（）]{1,20}）)[”’』」》）)】\]]*$")
COUNTED = re.compile("[0-9年月日时分个名位人家项万亿千百多余号岁米元]")
ITEMS = re.compile("：[^、]+、[^、]+、")
CLOSING = re.compile("[，。、；：！？）”’》』」】]")
OPENING = re.compile("[“‘《『「（【]")
PAIRS = (("“", "”"), ("‘", "’"), ("『", "』"), ("「", "」"), ("（", "）"), ("《", "》"), ("【", "】"))
NEAR = 20_000
"""How far around a cut its two characters are looked for; a whole archive in one file stays linear."""

JOIN = 2.0
"""Two lines are one when what speaks for it weighs this much."""
UNCLOSED, FUNCTION, SHORT_FUNCTION, PUNCTUATED, WORD, PAIR = 3.0, 3.0, 1.5, 3.0, 2.5, 1.5
LONG, SHORT, COMMA, SENTENCES, ENDS = 1.0, -1.0, 1.0, 1.0, 0.5
OPENS, QUOTES, HEADS, RECORD, FULL = -1.5, -1.0, -1.0, -1.0, 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its margins; ``blank`` counts the empty lines before it beyond what is usual on the page."""

    start: int
    end: int
    text: str
    blank: int
    indented: bool

    @property
    def width(self) -> int:
        """The room it takes, in Chinese characters."""
        return len(self.text) - len(NARROW.findall(self.text)) // 2


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, in page offsets."""
    found: list[tuple[int, str, int, bool]] = []
    behind = 0
    for match in LINE.finditer(text):
        raw = match.group()
        kept = raw.strip()
        if not kept:
            continue
        start = match.start() + raw.index(kept)
        blank = max(len(BREAK.findall(text, behind, match.start())) - 1, 0) if found else 0
        found.append((start, kept, blank, start - match.start() >= 2))
        behind = start + len(kept)
    blanks = Counter(blank for _, _, blank, _ in found[1:])
    usual = max(blanks, key=lambda n: (blanks[n], -n), default=0)
    return [Line(start, start + len(kept), kept, max(blank - usual, 0), far) for start, kept, blank, far in found]


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which a page's lines were broken by force, 0 when each line is a paragraph."""
    if len(lines) < 6:
        return 0
    widths = Counter(line.width for line in lines)
    width = max(widths, key=lambda n: (widths[n - 1] + widths[n] + widths[n + 1], n))
    full = sum(widths[n] for n in (width - 1, width, width + 1))
    longer = sum(count for n, count in widths.items() if n > width + 2)
    return width if 10 <= width <= 60 and full * 5 >= len(lines) * 2 and longer * 20 <= len(lines) else 0


def looks_short(text: str) -> bool:
    """Could the line be a headline, a label or a sub-heading: short, no sentence, nothing left open?"""
    if "。" in text or not 2 <= len(text) <= 80 or CLOSING.match(text) or text[-1] in "，、；：":
        return False
    if unclosed(text) or text.count("、") > 3 or text.count("，") > 2 or ITEMS.search(text):
        return False
    return max(map(len, text.split())) <= 36


def unclosed(text: str) -> bool:
    """Is a quote or bracket still open at the end?"""
    return OPENING.search(text) is not None and any(text.count(left) > text.count(right) for left, right in PAIRS)


def goes_on(before: str, line: Line, after: Line, page: str, words: Words, *, width: int, single: bool) -> bool:
    """Does ``after`` go on with the paragraph ``before``, whose last line is ``line``?"""
    full = bool(width) and line.width >= width - 2 and not after.blank
    if after.indented and not line.indented and full:
        return False
    if ENDED.search(before):
        return full and line.width >= width - 1 and not after.indented and "：" not in before[-1:]
    left, right = before[-1], after.text[0]
    score = FULL if full else 0.0
    score += UNCLOSED if unclosed(before) else 0.0
    score += PUNCTUATED if CLOSING.match(right) else 0.0
    score += cohesion(left, right, page, line.end, words)
    short = looks_short(before) and not read_head(before, words)
    if before.endswith(words.continues):
        score += SHORT_FUNCTION if short else FUNCTION
    if short:
        score += SHORT
    elif len(before) >= 30:
        score += LONG
    score += COMMA if "，" in before else 0.0
    score += SENTENCES if "。" in before else 0.0
    score += ENDS if ENDED.search(after.text) else 0.0
    score += OPENS if words.opening.match(after.text) else 0.0
    score += QUOTES if OPENING.match(right) else 0.0
    score += HEADS if looks_short(after.text) else 0.0
    score += RECORD if single else 0.0
    return score >= JOIN


def cohesion(left: str, right: str, page: str, at: int, words: Words) -> float:
    """Do the two characters belong together: a common word, a number and what it counts, or a pair the page repeats?"""
    if not (left.isalnum() and right.isalnum()):
        return 0.0
    if left + right in words.pairs or (left.isdigit() and COUNTED.match(right)):
        return WORD
    low, high = max(at - NEAR, 0), at + NEAR
    together = page.count(left + right, low, high)
    if together >= 2 and together * 4 >= page.count(left, low, high):
        return WORD
    return PAIR if together else 0.0
