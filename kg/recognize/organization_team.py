"""Teams and corps of helpers, told by who founds or joins them: 成立党员船员志愿服务队, 组建劳模宣讲团、百姓宣讲团."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

SURE = 2.2
_KINDS = (
    "(?:志愿者?)?(?:服务|宣讲|帮扶|巡护|巡逻|突击|攻坚|先锋|应急|救援|抢险|护林|护河|护水|护学|调解|义诊|维修|修理|护理|陪护|支教|助耕|助农|清洁|保洁|劝导|播种|筑路)(?:小分队|分队|队|团)"
    "|(?:宣讲|讲师|巡讲|服务|合唱|艺术)团|志愿队|小分队|义工队|秧歌队|锣鼓队|舞蹈队"
)
_PLAIN = "志愿 青年 党员 专业 专家 应急 医疗 文艺 特色 基层 驻村 流动 联合 各级 专门 相应 相关 地方 民兵 抢险 骨干 群众 干部 工作 技术 一线 前线".split()
"""With no more than such a word a team is called what there are many of: 青年突击队."""
_TEAM = (
    rf"(?!(?:{'|'.join(_PLAIN)})(?:{_KINDS}))(?![\d一两三四五六七八九十百千几多数各该本这那首余]+[支个批名]|各|多|由|以|当地|自己|全[国省市县]各)"
    rf"[^\W\da-zA-Z的了各由等多支名个与及和或为在将把被还又也并]{{2,10}}?(?:{_KINDS})"
)
_FOUNDED = re.compile(
    rf"(?:成立|组建|组成|建立|建起|创建|加入|参加|牵头|打造)了?(?P<teams>{_TEAM}(?:[、和]{_TEAM}){{0,5}})(?=[，。；！？\n）]|等|$)"
)
_ONE = re.compile(_TEAM)
_SIGNS = ("队", "团")


def team_names(scan: Scan) -> Iterator[Candidate]:
    """Every team of such a list under the name that it is given there."""
    text = scan.text
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _FOUNDED.finditer(text):
        for team in _ONE.finditer(text, *match.span("teams")):
            start, end = team.span()
            if scan.is_boundary(end):
                name = team[0]
                yield Candidate(Mention(start, end, "Organization", name, "organization:team", name, "team"), SURE)
