"""Shops, inns and small works by a quoted name: “甲乙”快餐店, “丙丁”鞭炮厂."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

LONGEST = 6
"""Characters of the kind of a shop."""

_QUOTED = re.compile(r"“[\u4e00-\u9fffA-Za-z·]{2,8}”(?=[\u4e00-\u9fffKk])")
_AIMS = re.compile(
    "爱心|积分|暖|红色|惠民|幸福|孝|德|工会|职工|慈善|共享|诚信|文明|公益|扶贫|助农|星级|放心|绿色|示范|黑|无证"
)
"""What a shop is for or like is no name: “爱心”超市, “放心”餐馆, “黑”诊所."""


def quoted_shops(scan: Scan, terms: Terms) -> Iterator[Candidate]:
    """The candidates for shops with a quoted name, in text order."""
    for match in _QUOTED.finditer(scan.text):
        kind = next(
            (k for n in range(LONGEST, 1, -1) if (k := scan.text[match.end() : match.end() + n]) in terms.shops), ""
        )
        end = match.end() + len(kind)
        if kind and scan.is_boundary(end) and not _AIMS.search(match[0]):
            name = scan.text[match.start() : end]
            mention = Mention(match.start(), end, "Organization", name, "organization:shop", name, "company")
            yield Candidate(mention, 1.8)
