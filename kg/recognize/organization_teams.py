"""Teams, units and studios that an expression tells whole: by letters, quotes, their number or who leads or founds them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.scan import Scan
from kg.text import spans_of

_OF_LETTERS = re.compile(
    r"[A-Z](?<![A-Za-z0-9-][A-Z])[A-Za-z0-9-]{1,15} ?(?:团队|战队|乐队|组合|车队|研究组|合作组|俱乐部)(?![员长友赛伍])"
)


def latin_names(scan: Scan) -> Iterator[Candidate]:
    """Teams and groups that letters name, from the letters on: ABC团队, X-Lab实验室."""
    for match in _OF_LETTERS.finditer(scan.text):
        yield as_body(scan.text, *match.span(), "letters", 1.6)


_NAMED = re.compile(
    r"“[^“”\n]{2,24}”[\u4e00-\u9fff]{2,18}?(?:联盟|共同体|联合体|志愿服务队|志愿服务团|志愿服务总队|志愿队|服务队|宣讲团|宣讲队|讲师团|服务团|导师团|突击队|调解委员会)"
    r"(?=[，。；、（\s在于由将和与]|正式|成立|揭牌|挂牌|授旗|启动|$)"
)
_CLAUSE = re.compile("[的了是为将由被把在从]|等|建立|成立|组建|推出|打造|举办|参加")


def founded_names(scan: Scan) -> Iterator[Candidate]:
    """Alliances and teams whose name quotes open, whatever words follow: “甲乙”城市职工就业和维权联盟.

    A clause between quotes and kind makes none.
    """
    for match in _NAMED.finditer(scan.text) if "”" in scan.text else ():
        start, end = match.span()
        behind = scan.text[scan.text.index("”", start) + 1 : end]
        if scan.is_boundary(end) and not _CLAUSE.search(behind):
            yield as_body(scan.text, start, end, "quoted+kind", 2.4, "society")


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


def team_names(scan: Scan) -> Iterator[Candidate]:
    """Teams and corps of helpers in the list of who founds or joins them: 成立志愿服务队, 组建劳模宣讲团、百姓宣讲团."""
    text = scan.text
    if "队" not in text and "团" not in text:
        return
    for match in _FOUNDED.finditer(text):
        for team in _ONE.finditer(text, *match.span("teams")):
            start, end = team.span()
            if scan.is_boundary(end):
                yield as_body(text, start, end, "team", 2.2, "team")


_PART = "[\u4e00-\u9fff]{0,6}?[一二三四五六七八九十\\d]{1,3}(?:营|连|排|班|中队|大队|分队|支队|站)"
_TROOP = re.compile(
    "(?:(?:中国人民)?解放军|陆军|海军|空军|火箭军|战略支援部队|联勤保障部队|武警(?:部队|[\u4e00-\u9fff]{2,6}?总队)?|[东西南北中]部战区|第?[\\d一二三四五六七八九十]+集团军)+"
    f"(?:第?[\\d一二三四五六七八九十]+集团军)?某[\u4e00-\u9fff]{{0,4}}?(?:旅|团|师|营|连|基地|支队|大队|总队|部队|舰队|部)(?:{_PART})+(?:（“[^“”（）]{{2,8}}”）)?"
)
_HONOURED = re.compile(
    "(?:授予|追授|记|命名)(?P<where>[^，。；：“”、]{0,8})“(?P<name>[^“”，。]{2,12})”[ 、]?“[^“”]{2,16}”(?:荣誉)?(?:称号|奖章|奖状)"
)


def troop_names(scan: Scan) -> Iterator[Candidate]:
    """The army units of a text, and whom quotes name before those of the honour: 授予甲省“乙班” “时代楷模”称号."""
    text = scan.text
    for match in _TROOP.finditer(text) if "某" in text else ():
        yield as_body(text, *match.span(), "told", 2.4, "army")
    for match in _HONOURED.finditer(text) if "”“" in text or "” “" in text else ():
        where = match.end("where")
        placed = (
            where == match.start("where") or where in scan.ending["place"] or where in scan.ending["organization_kinds"]
        )
        if placed and match.end("name") not in scan.ending["award_kinds"]:
            yield as_body(text, *match.span("name"), "told", 2.4, "team")


_STUDIO = re.compile(
    r"(?P<name>(?P<surname>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,2})"
    r"(?:全国|国家级|省级|市级)?(?:(?:劳模|劳动模范|工匠|职工|首席技师|首席|技能大师|大师|名师|名匠|党员|青年|巾帼|科技|技术|创新|工匠人才|和|传统工艺|手艺|非遗|[（(][\u4e00-\u9fff]{2,4}[）)])+)工作室"
)
_LEADER_BEFORE = re.compile(
    r"(?:^|[，。、；：“（\n]|[为是有由以和与及了的在到对把将给]|命名|授予|成立|走进|参观|来到|创建|建立|表彰|授牌|模范|劳模|能手|工匠|标兵|先进工作者|大师|技师|奖章获得者|获得者|公司|集团|厂|矿|学校|学院|医院|局|所|站|段|队|中心)$"
)
"""What stands before the name of who leads the studio."""
_NO_LEADERS = frozenset(
    "荣获 省级 市级 国家级 示范性 一批 部分 各级 多个 全国 全省 全市 优秀 新建 共建 重点 特色".split()
)


def studio_names(scan: Scan, surnames: Collection[str], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Studios under the name of who leads them: 甲某劳模创新工作室, with the body right before it: 丙公司乙某创新工作室."""
    text = scan.text
    if "工作室" not in text:
        return
    owners: dict[int, int] = {}
    for mention in (c.mention for c in found if c.mention.type == "Organization" and len(c.mention.text) > 2):
        owners[mention.end] = min(mention.start, owners.get(mention.end, mention.start))
    for at, stop in spans_of("工作室", text):
        for start in range(max(0, at - 14), at - 2):
            match = _STUDIO.fullmatch(text, start, stop)
            if match is None or match["surname"] not in surnames or match["name"][:2] in _NO_LEADERS:
                continue
            if match["name"].endswith(tuple("省市县区州")) and start in scan.starting["place"]:
                continue  # 命名为|江西省劳模创新工作室
            if _LEADER_BEFORE.search(text, max(0, start - 5), start):
                yield as_body(text, owners.get(start, start), stop, "studio", 2.6, "team")
                break
