"""Events: contests, exhibitions, meetings, ceremonies, disasters, congresses; their borders and their parts."""

import pytest

from kg.knowledge import load
from kg.recognize.named import find_named
from kg.recognize.scan import build_scanner

KNOWLEDGE = load()
SCAN = build_scanner(KNOWLEDGE)


def read(text: str) -> set[str]:
    return {c.mention.name for c in find_named(SCAN(text), KNOWLEDGE.lexicon) if c.mention.type == "Event"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "由省科协主办的2021年江苏省“金钥匙”发明大赛获奖作品展在南京开幕。",
            {"2021年江苏省“金钥匙”发明大赛获奖作品展", "2021年江苏省“金钥匙”发明大赛"},
        ),
        (
            "第三届全国水运行业职业技能竞赛总决赛在广州举行。",
            {"第三届全国水运行业职业技能竞赛总决赛", "第三届全国水运行业职业技能竞赛"},
        ),
        ("第38届国际船模锦标赛中国选拔赛落幕。", {"第38届国际船模锦标赛中国选拔赛", "第38届国际船模锦标赛"}),
        ("海事局召开了2018年度河北渔港安全管理工作座谈会。", {"2018年度河北渔港安全管理工作座谈会"}),
        ("国际绿色论坛昨日在杭州开幕。", {"国际绿色论坛"}),
        ("党的二十届三中全会提出新的要求。", {"党的二十届三中全会"}),
        ("中共十九大胜利召开。", {"中共十九大"}),
        ("十三届全国人大二次会议闭幕。", {"十三届全国人大二次会议"}),
        ("为迎接世界读书日，各地举行活动。", {"世界读书日"}),
        ("汶川地震发生后，各地驰援。", {"汶川地震"}),
        ("庆祝中国共产党成立95周年大会在京举行。", {"庆祝中国共产党成立95周年大会"}),
        ("海事局在大连举行“8·12”海上救援表彰大会。", {"“8·12”海上救援表彰大会"}),
        ("《公约》第九次缔约方大会开幕。", {"《公约》第九次缔约方大会"}),
        ("山东省甲县一仓库发生火灾\n本报讯 昨日18时，火灾被扑灭。", {"山东省甲县一仓库发生火灾"}),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "会议指出，要抓好落实。",
        "大会主席作了发言，大家一起比赛。",
        "他在会议室里。",
        "全国比赛很多。",
        "中国人民政治协商会议是统一战线组织。",
    ],
)
def test_no_names(text: str) -> None:
    assert read(text) == set()


def test_later_words_point_back() -> None:
    text = "第四届全国瓦工技能大赛在长春启动。本届技能大赛设七个工种，此次大赛历时一月。"
    mentions = [c.mention for c in find_named(SCAN(text), KNOWLEDGE.lexicon)]
    assert {m.name for m in mentions} == {"第四届全国瓦工技能大赛"}
    assert [m.text for m in mentions] == ["第四届全国瓦工技能大赛", "技能大赛", "大赛"]
