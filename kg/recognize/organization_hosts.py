"""Bodies that no kind of theirs tells, by what they do in a list of bodies: 由甲商务网、《乙》杂志、丙百人论坛主办."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

_ITEM = r"(?:《[^《》\n]{2,12}》|[^，。；：、！？\s《》“”由])(?:[^，。；：、！？\s“”]){1,18}"
HOSTED = re.compile(
    rf"(?:由|(?<=指导，)|(?<=主办，)|(?<=承办，)|(?<=协办，))({_ITEM}(?:[、，和与及]{_ITEM}){{0,7}}?)(?:等(?:单位|机构|部门)?)?(?:联合|共同|携手)?(?:主办|承办|协办|发起|指导|举办)"
)
HOST_ENDS = re.compile(
    "(?:[^、]{2}(?:开发区|高新区|经开区|新区|保税区|自贸区|功能区|产业园区?|工业园区?|科技园区?|示范区)|网|论坛|杂志|杂志社|智库|周刊|平台|客户端|频道|传媒|联盟|俱乐部|沙龙)$"
)
"""How bodies are called that are media or clubs: elsewhere these words name sites, meetings and things."""
JOINTS = re.compile("[、，和与及]")
SCORE = 2.6


def hosting_names(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The items of 由甲、乙、丙主办 that end as such bodies do and that are not read yet."""
    if "办" not in scan.text or ("由" not in scan.text and "办，" not in scan.text):
        return
    spans = {(c.mention.start, c.mention.end) for c in found if c.mention.type == "Organization"}
    for match in HOSTED.finditer(scan.text):
        at = match.start(1)
        for item in JOINTS.split(match[1]):
            start, end = at, at + len(item)
            at = end + 1
            if HOST_ENDS.search(item) is not None and len(item) > 2 and (start, end) not in spans:
                yield Candidate(Mention(start, end, "Organization", item, "organization:hosts", item), SCORE)
