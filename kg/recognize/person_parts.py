"""Names of the peoples that have no Han surnames, by the parts they are made of: 宝音朝克, 旺堆次仁, 卓玛央宗."""

from __future__ import annotations

from collections.abc import Iterator

from kg.recognize.person_chinese import Span
from kg.recognize.person_names import Names
from kg.recognize.scan import Scan

MOST_PARTS = 3
"""No name has more parts."""

SHORTEST = 3
"""A name of fewer characters says too little without a post before it."""

FOLLOWING = frozenset("、，。；：,;:!！?？）) \u3000\n")
"""Signs behind which or before which a name told by one part only can stand."""

CLOSING = ("等", "和", "说", "表示", "介绍", "出席", "主持", "告诉", "同志", "今年", "在", "及", "与", "率", "带领")
"""What may follow such a name at once."""


def part_spans(scan: Scan, names: Names) -> Iterator[Span]:
    """Two parts or more in a row, or one right behind a post with the end of a phrase behind it."""
    posts = scan.ending["posts"]
    run: list[tuple[int, int]] = []
    for start, end, _ in (*names.parts(scan.text), (-1, -1, 0)):
        if run and run[-1][1] != start:
            yield from _name(scan, run, names.weights.get("weak", 0.0), posted=run[0][0] in posts)
            run = []
        run.append((start, end))


def _name(scan: Scan, run: list[tuple[int, int]], weak: float, *, posted: bool) -> Iterator[Span]:
    start, end = run[0][0], run[-1][1]
    if len(run) > MOST_PARTS:
        return
    several = len(run) > 1 and end - start >= SHORTEST
    alone = posted and (scan.text[end : end + 1] in FOLLOWING or scan.text.startswith(CLOSING, end))
    if several or alone:
        yield Span(start, end, "f:parts", (weak * (end - start),))
