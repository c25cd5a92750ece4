"""Characters at their places on a newspaper page into text in reading order.

Glyphs make runs (pieces of a line), runs make regions by the white space between them (a recursive cut, the XY-cut
of page segmentation: columns from left to right, what stands above before what stands below), and the lines of the
regions make paragraphs. A line in larger type belongs to a headline and stays a line of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from unicodedata import east_asian_width

from kg.text import is_cjk

# Lengths are in em, the width of a Chinese character of the type in question.
LINE_GAP, SPACED_GAP = 0.9, 2.2
"""How far apart two characters of a line may stand, without and with a space written between them."""
SPACE, MIXED_SPACE = 0.2, 0.5
"""A gap that is a space; between a Chinese character and a letter or mark a typesetter leaves some anyway."""
STACK = 3
"""As many characters, each below the other, are vertical text."""
GUTTER, ROW, LEADING = 0.8, 0.9, 1.4
"""The least white space between columns, and between what stands above and below (or so many usual line gaps)."""
COLUMNS_FIRST = 2.0
"""A gutter goes before white space above and below of up to so many times its width."""
AS_WIDE = 0.75
"""What is cut together with the widest gap: gaps of at least this share of it."""
INDENT, SHORT = 0.8, 1.7
"""A line that begins as much further in begins a paragraph; one that ends as much earlier ends it."""
NARROWEST = 6.0
"""A shorter line does not run on into the next column."""
LARGER, ALIKE = 1.18, 1.1
"""Type larger than the text by the first is a headline's; sizes that differ by less than the second are one."""
STOPS = ("。", "！", "？", "。”", "！”", "？”")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character (or a space) and its box in points, ``top`` < ``bottom``; ``em`` is the size of its type."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    em: float


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, or a column of stacked characters, and its box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    em: float
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Region:
    """Lines from top to bottom; ``beside`` says that the region before stands to the left of this one."""

    lines: tuple[Run, ...]
    beside: bool

    @property
    def left(self) -> float:
        """Where its lines begin, indented ones apart."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """Where its full lines end."""
        return max(line.right for line in self.lines)

    @property
    def indents(self) -> bool:
        """Do its paragraphs begin further in?"""
        return any(line.left - self.left >= INDENT * line.em for line in self.lines)


def read_boxes(glyphs: Iterable[Glyph]) -> str:
    """The text of a page: a line for each paragraph and each line of a headline, blank lines between its regions.

    ``glyphs`` come in the order of the file, which decides only what touches what within a line.
    """
    runs = list(_runs(glyphs))
    if not runs:
        return ""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.em * 2) / 2] += len(run.text)
    body = max(sizes, key=lambda size: (sizes[size], -size))
    regions = [Region(tuple(_lines(part)), beside) for part, beside in _regions(runs, _row(runs))]
    return _text(regions, body)


def _runs(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """Neighbours in the file that are neighbours on the page."""
    written: list[Glyph] = []
    spaced: list[bool] = []
    space = False
    for glyph in glyphs:
        if not glyph.char.isspace():
            written.append(glyph)
            spaced.append(space)
        space = glyph.char.isspace()
    start = 0
    while start < len(written):
        end = start + 1
        while end < len(written) and _below(written[end - 1], written[end]):
            end += 1
        stacked = end - start >= STACK
        if not stacked:
            end = start + 1
            while end < len(written) and _follows(written[end - 1], written[end], spaced[end]):
                end += 1
        row = written[start:end]
        yield _run(_written(row, spaced[start:end], stacked=stacked), row, stacked=stacked)
        start = end


def _written(row: Sequence[Glyph], spaced: Sequence[bool], *, stacked: bool) -> str:
    """The characters of a row with the spaces that are written or left between them."""
    pairs = list(pairwise(row))
    usual = max(0.0, median((b.left - a.right) / b.em for a, b in pairs)) if pairs else 0.0
    text = row[0].char
    for (a, b), space in zip(pairs, spaced[1:], strict=True):
        gap = (b.left - a.right) / max(a.em, b.em) - usual
        text += (" " if not stacked and (space or _apart(a.char, b.char, gap)) else "") + b.char
    return text


def _run(text: str, parts: Sequence[Glyph] | Sequence[Run], *, stacked: bool = False) -> Run:
    """A box around the parts; Chinese characters tell the size of the type, where there are any."""
    wide = [p.em for p in parts if isinstance(p, Run) or east_asian_width(p.char) in "WF"]
    return Run(
        text,
        min(part.left for part in parts),
        min(part.top for part in parts),
        max(part.right for part in parts),
        max(part.bottom for part in parts),
        median(wide or [part.em for part in parts]),
        stacked,
    )


def _below(a: Glyph, b: Glyph) -> bool:
    """Does b stand right under a, in the same type?"""
    apart = (b.top + b.bottom - a.top - a.bottom) / 2
    aside = abs(a.left + a.right - b.left - b.right) / 2
    return 0.7 * a.em < apart < 2 * a.em and aside < 0.3 * a.em and _alike(a, b)


def _follows(a: Glyph, b: Glyph, spaced: bool) -> bool:
    """Does b go on with the line of a?"""
    em = max(a.em, b.em)
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    gap = b.left - a.right
    return overlap > 0.5 * min(a.em, b.em) and -0.5 * em < gap < (SPACED_GAP if spaced else LINE_GAP) * em


def _apart(left: str, right: str, gap: float) -> bool:
    """Is a gap of so many em between two characters a space?"""
    same = (is_cjk(left) and is_cjk(right)) or (_latin(left) and _latin(right))
    return gap > (SPACE if same else MIXED_SPACE)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _alike(a: Glyph | Run, b: Glyph | Run) -> bool:
    return max(a.em, b.em) < ALIKE * min(a.em, b.em)


def _row(runs: Sequence[Run]) -> float:
    """The white space, in em, that parts what stands above from what stands below: more than lies between lines."""
    gaps = [
        (below.top - above.bottom) / above.em
        for above, below in pairwise(runs)
        if _alike(above, below) and below.top > above.top and below.left < above.right and above.left < below.right
    ]
    return max(ROW, LEADING * median(gaps)) if gaps else ROW


def _regions(runs: Sequence[Run], row: float) -> Iterator[tuple[Sequence[Run], bool]]:
    """The runs of each region in reading order; the second says whether it stands beside the one before."""
    em = median(run.em for run in runs)
    top, bottom = min(run.top for run in runs), max(run.bottom for run in runs)
    gutter, columns = _cut([(run.left, run.right) for run in runs], runs, GUTTER * em)
    white, rows = _cut([(run.top, run.bottom) for run in runs], runs, row * em)
    if bottom - top < 1.6 * em:
        gutter = 0.0  # one line, however widely set
    if not gutter and not white:
        yield runs, False
        return
    beside = gutter > 0 and gutter * COLUMNS_FIRST >= white
    parts = columns if beside else rows
    if beside and all(run.stacked for run in runs):
        parts = parts[::-1]  # vertical text begins at the right
    for index, part in enumerate(parts):
        for number, (region, inner) in enumerate(_regions(part, row)):
            yield region, (beside if index and not number else inner)


def _cut(spans: Sequence[tuple[float, float]], runs: Sequence[Run], least: float) -> tuple[float, list[list[Run]]]:
    """The widest gap between the spans (0 when none is as wide as ``least``), and the runs cut at it and its like."""
    order = sorted(range(len(runs)), key=lambda i: spans[i])
    gaps: list[tuple[float, int]] = []
    reach = spans[order[0]][1]
    for place, index in enumerate(order):
        gap = spans[index][0] - reach
        if gap >= least:
            gaps.append((gap, place))
        reach = max(reach, spans[index][1])
    widest = max((gap for gap, _ in gaps), default=0.0)
    cuts = [place for gap, place in gaps if gap >= AS_WIDE * widest]
    return widest, [[runs[i] for i in order[a:b]] for a, b in pairwise([0, *cuts, len(order)])]


def _lines(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs of a region joined into lines, top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.top if run.stacked else (run.top + run.bottom) / 2, run.left)):
        last = rows[-1][0] if rows else None
        if (
            last
            and not last.stacked
            and not run.stacked
            and abs(run.top + run.bottom - last.top - last.bottom) < min(run.em, last.em)
        ):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda run: run.left)
        text = row[0].text
        for a, b in pairwise(row):
            gap = (b.left - a.right) / max(a.em, b.em)
            text += (" " if _apart(a.text[-1], b.text[0], gap) else "") + b.text
        yield _run(text, row, stacked=row[0].stacked)


def _text(regions: Sequence[Region], body: float) -> str:
    """The lines put together: what goes on is joined, headlines stay as they are set."""
    pieces: list[str] = []
    last: tuple[Region, Run] | None = None
    for region in regions:
        for line in region.lines:
            if last:
                pieces.append(_between(*last, region, line, body))
            pieces.append(line.text)
            last = region, line
    return "".join(pieces)


def _between(before: Region, above: Run, region: Region, line: Run, body: float) -> str:
    """What stands between two lines: nothing or a space where one paragraph goes on, else one or two line ends."""
    larger = above.em > LARGER * body, line.em > LARGER * body
    if larger[0] != larger[1] or (region is not before and not region.beside):
        return "\n\n"
    goes_on = (
        not any(larger)
        and _alike(above, line)
        and line.left - region.left < INDENT * line.em
        and before.right - above.right < SHORT * above.em
        and (region is before or above.right - above.left > NARROWEST * above.em)
        and (not above.text.endswith(STOPS) or (before.indents and region.indents))
    )
    if not goes_on:
        return "\n"
    return " " if _latin(above.text[-1]) and _latin(line.text[0]) else ""
