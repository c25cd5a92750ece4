"""Bodies of which a town has one, told without the town: 甲旗总工会…，|总工会|副主席乙; 在|工人文化宫|开展丙."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.scan import Scan

SCORE = 1.6
_UNION = re.compile("(?:(?<=[、，。；：\n])|^)总工会")
_PALACE = re.compile("(?:(?<=[、，。；：\n在和与及由到于据进该])|^)(?:劳动人民文化宫|工人文化宫)(?![员处区站路])")


def bare_bodies(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """总工会 before a post, 工人文化宫 behind a preposition: under the name of the only one that the text names.

    Without one a 工人文化宫 is called as it is; 总工会 may be any then.
    """
    text = scan.text
    if "总工会" in text and (name := _only(found, "总工会")):
        for match in _UNION.finditer(text):
            if match.end() in scan.starting["posts"]:
                yield as_body(text, *match.span(), "bare", SCORE, name=name)
    for match in _PALACE.finditer(text) if "文化宫" in text else ():
        if match.end() not in scan.ending["place"]:
            yield as_body(text, *match.span(), "bare", SCORE, name=_only(found, "文化宫"))


def _only(found: Sequence[Candidate], ending: str) -> str:
    """The one name that ends so and is longer, '' where there are several or none."""
    names = {c.mention.text for c in found if c.mention.text.endswith(ending) and len(c.mention.text) > len(ending) + 2}
    whole = {n for n in names if not any(n != m and m.endswith(n) for m in names)}
    return min(whole) if len(whole) == 1 else ""
