"""Units of the army that are named without their number (陆军某旅三营五连), and bodies that quotes name where they are honoured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

SURE = 2.4
_PART = "[\u4e00-\u9fff]{0,6}?[一二三四五六七八九十\\d]{1,3}(?:营|连|排|班|中队|大队|分队|支队|站)"
_TROOP = re.compile(
    "(?:(?:中国人民)?解放军|(?:[东西南北中]部战区)?(?:陆军|海军|空军|火箭军)|战略支援部队|联勤保障部队|武警(?:部队|[\u4e00-\u9fff]{2,6}?总队)?|[东西南北中]部战区|第?[\\d一二三四五六七八九十]+集团军)+"
    f"(?:第?[\\d一二三四五六七八九十]+集团军)?某[\u4e00-\u9fff]{{0,4}}?(?:旅|团|师|营|连|基地|支队|大队|总队|部队|舰队|部)(?:{_PART})+(?:（“[^“”（）]{{2,8}}”）)?"
)
_HONOURED = re.compile(
    "(?:授予|追授|记|命名)(?P<where>[^，。；：“”、]{0,8})“(?P<name>[^“”，。]{2,12})”[ 、]?“[^“”]{2,16}”(?:荣誉)?(?:称号|奖章|奖状)"
)


def troop_names(scan: Scan) -> Iterator[Candidate]:
    """The army units of a text, and whom quotes name before those of the honour: 授予甲省“乙班” “时代楷模”称号."""
    text = scan.text
    for match in _TROOP.finditer(text) if "某" in text else ():
        yield _body(match.start(), match[0], "army")
    for match in _HONOURED.finditer(text) if "”“" in text or "” “" in text else ():
        start = match.start("name")
        where = match.end("where")
        placed = (
            where == match.start("where") or where in scan.ending["place"] or where in scan.ending["organization_kinds"]
        )
        if placed and match.end("name") not in scan.ending["award_kinds"]:
            yield _body(start, match["name"], "team")


def _body(start: int, name: str, family: str) -> Candidate:
    return Candidate(Mention(start, start + len(name), "Organization", name, "organization:told", name, family), SURE)
