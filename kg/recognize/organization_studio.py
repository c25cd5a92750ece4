"""Studios of model workers under the name of who leads them: 甲某劳模创新工作室, 乙某技能大师工作室."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

SCORE = 2.6
_STUDIO = re.compile(
    r"(?P<name>(?P<surname>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,2})"
    r"(?:全国|国家级|省级|市级)?(?:(?:劳模|劳动模范|工匠|职工|首席技师|首席|技能大师|大师|名师|名匠|党员|青年|巾帼|科技|技术|创新|工匠人才|和)+)工作室"
)
_OPENS = re.compile(
    r"(?:^|[，。、；：“（\n]|[为是有由以和与及了的在到对把将给]|命名|授予|成立|走进|参观|来到|创建|建立|表彰|授牌|模范|劳模|能手|工匠|标兵|先进工作者|大师|技师|奖章获得者|获得者|公司|集团|厂|矿|学校|学院|医院|局|所|站|段|队|中心)$"
)
"""What stands before the name of who leads the studio."""
_NO_NAMES = frozenset("省级 市级 国家级 示范性 一批 部分 各级 多个 全国 全省 全市 优秀 新建 共建 重点 特色".split())


def studio_names(scan: Scan, surnames: Collection[str]) -> Iterator[Candidate]:
    """Every studio so named, from the surname on."""
    text = scan.text
    at = text.find("工作室")
    while at >= 0:
        stop = at + 3
        for start in range(max(0, at - 14), at - 2):
            match = _STUDIO.fullmatch(text, start, stop)
            if match is None or match["surname"] not in surnames or match["name"][:2] in _NO_NAMES:
                continue
            if _OPENS.search(text, max(0, start - 5), start):
                name = match[0]
                yield Candidate(Mention(start, stop, "Organization", name, "organization:studio", name, "team"), SCORE)
                break
        at = text.find("工作室", stop)
