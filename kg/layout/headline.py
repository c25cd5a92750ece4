"""Title, kicker and sub-title, column label, sub-heading: which short line of an article is which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from kg.layout.kinship import Pairs, pairs_of
from kg.layout.lines import unclosed
from kg.layout.units import Unit, cut_unit
from kg.layout.words import Words

Role = Literal["title", "headline", "label", "subhead", "note"]

LONGEST_LINE = 26
"""A printed headline line is seldom longer; one that is, with a space inside, is a kicker and a title."""
COUPLET, LONGEST_COUPLET = 2, 30
"""… unless its halves are of one length, this apart: then it may be one line of two beats."""
LONG_LINE, LONGER_LEFT = 20, 6
"""A shorter line is both too where its left half is longer by as much as no couplet's is."""

NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}(?:[.、]|\s)\s*(?!\d)")
COLUMN = re.compile(r"【[^【】]{2,20}】\s*")
SERIES = re.compile(
    r"^【.*】$|^\w{2,8}·\w{2,6}$|[①-⑳]|（[\d一二三四五六七八九十]+）$|之[一二三四五六七八九十]$|[丨|｜]"
)
QUOTES = re.compile(r"[\s“”‘’『』「」《》—]")
SUBTITLE = re.compile(r"——|—")

RELATED, FITTING, TINY, AFTER_KICKER, IS_KICKER, IS_SUBTITLE, IS_LABEL = 2.0, 0.5, -2.0, 2.0, -2.0, -2.0, -1.5
BELOW_LONGER, BELOW_SHORTER, FIRST_OF_RECORD = 0.5, -0.5, 1.0
COUNTS = -1.0
"""A line below another that begins with a number tells how many it was of, as sub-titles do: 1.2万名老人受益."""
LABEL_LENGTH, LABEL_SHARE, LABEL_RELATED = 8, 0.75, 0.34
NAMED_LABEL_LENGTH, NAMED_LABEL_SHORT, NAMED_LABEL_RELATED = 18, 10, 0.5


def roles_of(units: Sequence[Unit], words: Words, *, single: bool) -> tuple[list[Unit], dict[int, Role]]:
    """The units of an article, long headline lines split in two, and the role of each short one by its index."""
    units = list(units) if single else [part for unit in units for part in _split(unit)]
    if not any(unit.kind == "short" for unit in units):
        return units, {}
    body = pairs_of("\n".join(unit.text for unit in units if unit.matter))
    heading, inside = _places(units, body, single)
    roles: dict[int, Role] = dict.fromkeys(inside, "subhead")
    if not heading:
        return units, roles
    lines = [units[index].text for index in heading]
    label = [label_likeness(line, body, words) for line in lines]
    scores = [_title_score(lines, i, label[i], body, words, single) for i in range(len(lines))]
    title = max(range(len(lines)), key=lambda i: (scores[i], i))
    matter = [index for index, unit in enumerate(units) if unit.matter]
    for i, index in enumerate(heading):
        if i == title:
            roles[index] = "title"
        elif label[i] or (not units[index].side and _beside(lines[i], lines[title], body)):
            roles[index] = "label"
        elif matter and index > matter[-1] > heading[title]:
            roles[index] = "note"  # behind a text that has its title: a teaser, a signature with its post
        else:
            roles[index] = "headline"
    return units, roles


def _places(units: Sequence[Unit], body: Pairs, single: bool) -> tuple[list[int], list[int]]:
    """The short lines that stand around the text, and those within it.

    An article whose headline a layout set in the midst of its text has none around it: the short lines of the one
    gap that the text repeats most are the headline then.
    """
    matter = [index for index, unit in enumerate(units) if unit.matter]
    matter = [index for index in matter if units[index].kind == "body"] or matter
    short = [index for index, unit in enumerate(units) if unit.kind == "short"]
    dateline = next((i for i, unit in enumerate(units) if unit.side == "head" and unit.kind != "short"), len(units))
    first = min(dateline, matter[0]) if matter else len(units)
    around = [index for index in short if index < first or (index > matter[-1] and not single)]
    around = [index for index in around if not NUMBERED.match(units[index].text)] or around
    inside = [index for index in short if index not in around]
    if around or single or not inside:
        return around, inside
    gaps: dict[int, list[int]] = {}
    for index in inside:
        gaps.setdefault(sum(m < index for m in matter), []).append(index)
    best = max(gaps.values(), key=lambda gap: (len(gap), max(related(units[i].text, body) for i in gap), -gap[0]))
    return best, [index for index in inside if index not in best]


def related(line: str, body: Pairs) -> float:
    """The share of a line's character pairs that the body repeats."""
    pairs = pairs_of(line)
    return len(pairs & body) / len(pairs) if pairs else 0.0


def _split(unit: Unit) -> list[Unit]:
    """Kicker and title on one line, apart: 甲甲甲 乙乙乙; a column's name in front of both: 【丙】甲甲甲."""
    column = COLUMN.match(unit.text) if unit.kind == "short" else None
    if column and column.end() < len(unit.text):
        left, right = cut_unit(unit, column.end())
        return [left, *_split(right)]
    if unit.kind != "short" or size_of(unit.text) < LONG_LINE or " " not in unit.text:
        return [unit]
    spaces = [m.start() for m in re.finditer(r"\s+", unit.text) if not unclosed(unit.text[: m.start()])]
    if not spaces:
        return [unit]
    at = min(spaces, key=lambda i: abs(2 * i - len(unit.text)))
    left, right = cut_unit(unit, at)
    sizes = size_of(left.text), size_of(right.text)
    couplet = abs(sizes[0] - sizes[1]) <= COUPLET and sum(sizes) <= LONGEST_COUPLET
    long = sum(sizes) > LONGEST_LINE and not couplet
    if min(sizes) < 5 or not (long or sizes[0] - sizes[1] >= LONGER_LEFT):
        return [unit]
    return [replace(left, side="head"), right]


def label_likeness(line: str, body: Pairs, words: Words) -> int:
    """Do a line's own words make it the name of a column or series: 2 surely, 1 perhaps, 0 no."""
    if len(line) > NAMED_LABEL_LENGTH or "，" in line or SUBTITLE.search(line):
        return 0
    opens, ends = words.label_opening.match(line), line.endswith(words.label_endings)
    if (opens and ends) or SERIES.search(line):
        return 2
    return int(
        bool(opens or ends) and (size_of(line) <= NAMED_LABEL_SHORT or related(line, body) < NAMED_LABEL_RELATED)
    )


def _beside(line: str, title: str, body: Pairs) -> bool:
    """Is it a label by its place: a few words beside a longer title, which the body hardly takes up?"""
    plain = "，" not in line and not SUBTITLE.search(line)
    short = size_of(line) <= min(LABEL_LENGTH, size_of(title) * LABEL_SHARE)
    return plain and short and related(line, body) < LABEL_RELATED


def size_of(line: str) -> int:
    """The length of a line as it is set: quotes and spaces take little room."""
    return len(QUOTES.sub("", line))


def _title_score(lines: Sequence[str], i: int, label: int, body: Pairs, words: Words, single: bool) -> float:
    """What speaks for a line as the title among the lines around the text."""
    line, size = lines[i], size_of(lines[i])
    score = RELATED * related(line, body)
    score += TINY if size < 4 else FITTING if size <= 22 else -FITTING if size > LONGEST_LINE else 0.0
    score += IS_LABEL * label
    score += IS_KICKER if line.endswith(words.kicker_endings) else 0.0
    score += IS_SUBTITLE if SUBTITLE.match(line) else 0.0
    score += FIRST_OF_RECORD if single and i == 0 else 0.0
    if i:
        above = size_of(lines[i - 1])
        score += AFTER_KICKER if lines[i - 1].endswith(words.kicker_endings) else 0.0
        score += COUNTS if line[0].isdigit() and not lines[i - 1].endswith(words.kicker_endings) else 0.0
        score += BELOW_LONGER if size < above * 0.8 else BELOW_SHORTER if size > above * 1.3 else 0.0
    return score
