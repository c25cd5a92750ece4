"""Teams and groups that letters name: ABC团队, X-Lab实验室."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

_TEAM = re.compile(
    r"[A-Z](?<![A-Za-z0-9-][A-Z])[A-Za-z0-9-]{1,15} ?(?:团队|战队|乐队|组合|车队|研究组|合作组|俱乐部)(?![员长友赛伍])"
)
SCORE = 1.6


def latin_names(scan: Scan) -> Iterator[Candidate]:
    """The bodies, which begin where their letters do."""
    for match in _TEAM.finditer(scan.text):
        name = match.group()
        yield Candidate(Mention(*match.span(), "Organization", name, "organization:letters", name), SCORE)
