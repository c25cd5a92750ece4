"""Alliances, teams and groups whose name quotes open, whatever words follow: 成立“甲乙”城市职工就业和维权联盟."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

SCORE = 2.4
_NAMED = re.compile(
    r"“[^“”\n]{2,24}”[\u4e00-\u9fff]{2,18}?(?:联盟|共同体|联合体|志愿服务队|志愿服务团|志愿服务总队|志愿队|服务队|宣讲团|宣讲队|讲师团|服务团|导师团|突击队|调解委员会)"
    r"(?=[，。；、（\s在于由将和与]|正式|成立|揭牌|挂牌|授旗|启动|$)"
)
_CLAUSE = re.compile("[的了是为将由被把在从]|等|建立|成立|组建|推出|打造|举办|参加")


def founded_names(scan: Scan) -> Iterator[Candidate]:
    """The whole names; a clause between quotes and kind makes none."""
    for match in _NAMED.finditer(scan.text) if "”" in scan.text else ():
        start, end = match.span()
        behind = scan.text[scan.text.index("”", start) + 1 : end]
        if scan.is_boundary(end) and not _CLAUSE.search(behind):
            name = match[0]
            yield Candidate(
                Mention(start, end, "Organization", name, "organization:quoted+kind", name, "society"), SCORE
            )
