"""Where one article of a page ends and the next begins.

Between two pieces of text stands a gap of short lines, bylines, credits and notes (often of nothing). Each gap can
be crossed (the text goes on: its short lines are sub-headings) or cut at any place: what stands before the cut
belongs to the article before, the rest to the next. The choice with the highest score wins, and the weights
below are the whole of the judgement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.layout.headline import NUMBERED, label_likeness
from kg.layout.kinship import Pairs, akin, covered, pairs_of, weights_of
from kg.layout.units import Unit
from kg.layout.words import Words

LEAD_IN = re.compile(r"(?:今天|昨天|今日|昨日|日前|近日|连日来|当地时间|\d{1,2}月\d{1,2}日|\d{1,2}日)")
NEXT_UNITS = 4
"""How many paragraphs behind a gap stand for the text that follows."""
LAST_UNITS = 6
"""How many before it stand for the article so far."""

NEUTRAL_KINSHIP = 0.03
KINSHIP, KINSHIP_MOST = 50.0, 2.0
COVERED = 3.0
# crossing
SECOND_SHORT, LONG_SHORT, SUBHEAD_LENGTH, KICKER, BEATS, LEAD = -2.0, -0.1, 12, -2.0, -1.0, -0.5
BYLINE_INSIDE, SIGNED_OFF, NOTE_INSIDE, BLANK = -3.0, -2.0, -3.0, -0.6
CREDIT_INSIDE, NEXT_PICTURE = -0.5, -1.5
# cutting
HEADLINE_BEHIND, FIRST_HEADLINE, NO_HEADLINE = -1.0, 1.5, -1.5
HEADLINE_AHEAD, NO_HEADLINE_AHEAD, NOTHING_AHEAD, UNSIGNED, LIST_AHEAD = 1.0, -1.5, -1.0, -1.5, -1.5
LATE_BYLINE, FIRST_BYLINE, BYLINE_ABOVE, CREDIT_AHEAD, MISPLACED = -1.5, -0.3, -1.5, -3.0, -10.0


@dataclass(frozen=True, slots=True)
class _Gap:
    """What lies between two pieces of text, and what is known of both sides."""

    units: Sequence[Unit]
    behind: Sequence[float]
    """How much of each short line the text before repeats; 0 for other units."""
    onward: Sequence[float]
    kinship: float
    lead: bool
    listed: bool
    """Does the text behind begin as news does, with a time? Is it a list, without a sentence?"""
    blank: int
    headed: bool
    """Has the article before a headline, a byline at its head, any names?"""
    signed: bool
    named: bool
    sign_ahead: bool
    picture_ahead: bool
    """Is the text behind the gap signed, has it a picture, before the next short line?"""


def articles_of(units: Sequence[Unit], words: Words) -> list[list[Unit]]:
    """The units of each article, in page order; units without any text make one article."""
    matter = [index for index, unit in enumerate(units) if unit.matter]
    pairs = {index: pairs_of(unit.text) for index, unit in enumerate(units) if unit.matter or unit.kind == "short"}
    shorts = (pairs[index] for index, unit in enumerate(units) if unit.kind == "short")
    weights = weights_of((pairs[index] for index in matter), shorts)
    articles: list[list[Unit]] = []
    start = 0
    for number, (here, there) in enumerate(pairwise(matter), 1):
        bare = not any(unit.kind == "short" for unit in units[here + 1 : there])
        if bare and (units[there].kind == "caption" or (there == here + 1 and units[there].blank <= 1)):
            continue  # a picture of the text before, or its next paragraph
        if all(unit.kind in ("caption", "credit") for unit in units[start : here + 1]):
            continue  # a picture that stands before its article
        last = [index for index in matter[max(number - LAST_UNITS, 0) : number] if index >= start]
        before: set[str] = set().union(*(pairs[index] for index in last))
        gap = _gap(units, start, here, there, before, _ahead(units, pairs, matter[number:]), pairs, weights, words)
        at = _choose(gap, words)
        if at is not None:
            articles.append(list(units[start : here + 1 + at]))
            start = here + 1 + at
    return [*articles, list(units[start:])]


def _ahead(units: Sequence[Unit], pairs: Mapping[int, Pairs], matter: Sequence[int]) -> Pairs:
    """The pairs of the text that follows, up to the next byline or note."""
    found: set[str] = set()
    last = matter[0]
    for index in matter[:NEXT_UNITS]:
        if any(unit.kind in ("byline", "note") for unit in units[last:index]):
            break
        found |= pairs[index]
        last = index
    return found


def _gap(
    units: Sequence[Unit],
    start: int,
    here: int,
    there: int,
    before: Pairs,
    ahead: Pairs,
    pairs: Mapping[int, Pairs],
    weights: Mapping[str, int],
    words: Words,
) -> _Gap:
    """The gap between the texts ``here`` and ``there``; ``start`` is where the article before begins."""
    between = range(here + 1, there)
    short = {index for index in between if units[index].kind == "short"}
    follows = there + 1
    while follows < len(units) and units[follows].kind != "short":
        follows += 1
    return _Gap(
        units=units[here + 1 : there],
        behind=[covered(pairs[i], before, weights) if i in short else 0.0 for i in between],
        onward=[covered(pairs[i], ahead, weights) if i in short else 0.0 for i in between],
        kinship=akin(before, ahead, weights),
        lead=LEAD_IN.match(units[there].text) is not None,
        listed="。" not in units[there].text,
        blank=max(units[index].blank for index in range(here + 1, there + 1)),
        headed=any(u.kind == "short" and not label_likeness(u.text, before, words) for u in units[start:here]),
        signed=any(unit.kind == "byline" and unit.side != "tail" for unit in units[start:here]),
        named=any(unit.credits.reporters for unit in units[start:here]),
        sign_ahead=any(unit.kind == "byline" for unit in units[there:follows])
        or any(unit.kind == "byline" and unit.side != "tail" for unit in units[here + 1 : there]),
        picture_ahead=any(unit.kind == "credit" for unit in units[there:follows]),
    )


def _choose(gap: _Gap, words: Words) -> int | None:
    """Where to cut the gap, None to cross it."""
    best = _cross(gap, words)
    chosen: int | None = None
    for at in range(len(gap.units) + 1):
        score = _behind(gap, at) + _before(gap, at)
        if (
            0 < at < len(gap.units)
            and gap.units[at].kind == "short"
            and gap.units[at - 1].text.endswith(words.kicker_endings)
        ):
            score += MISPLACED
        if score > best:
            best, chosen = score, at
    return chosen


def _cross(gap: _Gap, words: Words) -> float:
    """What speaks for one article on both sides of the gap."""
    score = max(-KINSHIP_MOST, min(KINSHIP_MOST, (gap.kinship - NEUTRAL_KINSHIP) * KINSHIP))
    score += COVERED * sum(map(max, gap.behind, gap.onward))
    short = [unit for unit in gap.units if unit.kind == "short"]
    score += SECOND_SHORT * max(len(short) - 1, 0) * gap.headed
    for unit in short:
        score += LONG_SHORT * max(len(unit.text) - SUBHEAD_LENGTH, 0)
        score += KICKER if unit.text.endswith(words.kicker_endings) else 0.0
        score += BEATS if " " in unit.text else 0.0
    score += LEAD if short and gap.lead else 0.0
    for unit in gap.units:
        if unit.kind == "byline":
            score += SIGNED_OFF if unit.side == "tail" else BYLINE_INSIDE
        elif unit.kind == "note":
            score += NOTE_INSIDE
        elif unit.kind == "credit":
            score += CREDIT_INSIDE + (NEXT_PICTURE if gap.picture_ahead and not gap.signed else 0.0)
    return score + BLANK * min(gap.blank, 3)


def _behind(gap: _Gap, at: int) -> float:
    """What speaks for the units before ``at`` as the end of the article before."""
    units = gap.units[:at]
    score = COVERED * sum(gap.behind[:at])
    for unit in units:
        if unit.kind == "short":
            score += HEADLINE_BEHIND
        elif unit.side == "head":
            score += MISPLACED
        elif unit.kind == "byline" and unit.side != "tail":
            score += LATE_BYLINE if gap.named else FIRST_BYLINE
    if not gap.headed:
        score += FIRST_HEADLINE if any(unit.kind == "short" for unit in units) else NO_HEADLINE
    return score


def _before(gap: _Gap, at: int) -> float:
    """What speaks for the units from ``at`` on as the beginning of the next article."""
    units = gap.units[at:]
    score = COVERED * sum(gap.onward[at:])
    headline = byline = False
    for unit in units:
        if unit.side == "tail" or unit.note.continued_on:
            score += MISPLACED
        elif unit.kind == "credit":
            score += CREDIT_AHEAD
        elif unit.kind == "short":
            score += MISPLACED if not headline and NUMBERED.match(unit.text) else BYLINE_ABOVE if byline else 0.0
            headline = True
        byline = byline or unit.kind == "byline"
    if gap.signed and not gap.sign_ahead:
        score += UNSIGNED + (LIST_AHEAD if gap.listed else 0.0)
    if any(unit.note.continued_from for unit in units):
        return score
    if headline:
        return score + HEADLINE_AHEAD
    return score + NO_HEADLINE_AHEAD + (0.0 if byline else NOTHING_AHEAD)
