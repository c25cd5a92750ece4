"""Names of a roster: behind 县领导 all the items up to the verb are people, whatever their characters mean elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.person_names import Names
from kg.recognize.scan import Scan

LEAST = 3
"""Items of a roster."""
FULL = 3
"""Characters of most names."""
RARE = -3.0
"""The weight of a character that is hardly ever a surname."""
USUAL = -1.5
SHARE = 0.5
"""So many of the items begin with a usual surname."""

_ROSTER = re.compile(
    "(?:[省市县区州旗镇乡院校局厂]|班子|公司|集团|老)领导(?:同志|班子成员|干部)?(?:有|包括)?[：:]?"
    "(?P<names>(?:[\u4e00-\u9fff]{2,4}、){2,}[\u4e00-\u9fff]{2,4}?)"
    "(?=[，。；及等和与（(]|出席|参加|陪同|到会|参会|列席|见证|分别|一同|一起|共同|带队|率|深入|走访|调研|参与|先后|为|在|到|也|现场|观看|检查|慰问)"
)
_NO_NAME = re.compile("[的了是等及和与各]|[部局委办厅处室院校会]$|书记|主任|主席|领导|代表|同志|市长|县长|区长")


def roster_spans(scan: Scan, names: Names) -> Iterator[tuple[int, int]]:
    """The people of such a roster."""
    for match in _ROSTER.finditer(scan.text) if "领导" in scan.text else ():
        items = match["names"].split("、")
        if len(items) < LEAST or any(_NO_NAME.search(item) for item in items):
            continue
        usual = sum(names.surnames.get(item[0], RARE) > USUAL for item in items)
        if usual < len(items) * SHARE:
            continue
        at = match.start("names")
        for item in items:
            whole = len(item) < 4 or item[:2] in names.surnames
            if whole and (item[0] in names.surnames or len(item) == FULL):
                yield at, at + len(item)
            at += len(item) + 1
