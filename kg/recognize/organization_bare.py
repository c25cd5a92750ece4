"""总工会 alone before a post, where the text names but one: 甲旗总工会…，总工会|副主席乙."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

SCORE = 1.6
_BARE = re.compile("(?:(?<=[、，。；：\n])|^)总工会")


def bare_unions(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The bare name under the name of the only one of its kind."""
    text = scan.text
    names = {c.mention.text for c in found if c.mention.text.endswith("总工会") and len(c.mention.text) > 3}
    whole = {n for n in names if not any(n != m and m.endswith(n) for m in names)}
    if len(whole) != 1:
        return
    for match in _BARE.finditer(text):
        if match.end() in scan.starting["posts"]:
            span = match.span()
            yield Candidate(Mention(*span, "Organization", match[0], "organization:bare", min(whole)), SCORE)
