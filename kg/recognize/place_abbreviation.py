"""Places of one character: in a row of such (中美, 粤港澳) or behind 在, 赴, 访 … (在京, 访华)."""

from __future__ import annotations

from kg.recognize.place_atlas import Atlas, Span
from kg.recognize.scan import Scan

BEFORE = frozenset("在赴抵来访驻离进返援对出入旅留居")
"""在京, 赴沪, 访华, 援藏: what stands before an abbreviated place that is alone."""

OPENING = frozenset("在赴访驻抵涉")
"""These make one word of the dictionary with the place: 在京, 访华."""

ORDINARY = frozenset("中新以老黑吉青海江希比加意赞蒙马西汉尼亚非哥宁")
"""Abbreviations that are everyday words: behind 在 or 对 they are no places (在新时代)."""

BETWEEN = frozenset(
    "两国 双方 关系 边境 边界 贸易 经贸 合作 友好 建交 交流 两地 三地 往来 双边 战争 首脑 领导人 会谈".split()
)
"""Behind a row of abbreviated places: 中美关系, 粤港两地."""


def abbreviation_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Adds the abbreviated places to ``spans``."""
    for start in [i for i, char in enumerate(scan.text) if char in atlas.letters]:
        if start not in spans and (score := _score(scan, atlas, start)):
            spans[start] = Span(start + 1, score, "abbreviation")


def _score(scan: Scan, atlas: Atlas, at: int) -> float:
    text = scan.text
    first, last, _ = scan.words[scan.word_at[at]]
    word = text[first:last]
    if len(word) > 1:
        if len(word) == 2 and at == last - 1 and (word[0] in OPENING or word in atlas.arrivals):
            return 1.0
        row = all(char in atlas.letters for char in word) and scan.word(last) in BETWEEN
        return 0.9 if word in atlas.pairs or row else 0.0
    char = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before in BEFORE and char not in ORDINARY:
        return 1.0 if scan.is_boundary(at - 1) or before == "访" else 0.0
    row_text = before + char if before in atlas.letters and len(scan.word(at - 1)) == 1 else ""
    row_text = row_text or (char + after if after in atlas.letters and len(scan.word(at + 1)) == 1 else "")
    if row_text and (row_text in atlas.pairs or scan.word(at + (2 if row_text[0] == char else 1)) in BETWEEN):
        return 0.8
    return 0.0
