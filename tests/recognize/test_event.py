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
        # verbs inside the name, since what stands before it opens events
        ("他前往大连出席加强海上救援合作研讨会。", {"加强海上救援合作研讨会"}),
        ("在加强海上救援合作座谈会上，甲乙发言。", {"加强海上救援合作座谈会"}),
        ("落实灯塔管理办法推进会8日在烟台召开。", {"落实灯塔管理办法推进会"}),
        ("船东协会举行了隆重的灯塔日庆祝仪式。", {"灯塔日庆祝仪式"}),
        ("会议举办灯塔论坛和东盟船长非正式会议。", {"灯塔论坛", "东盟船长非正式会议"}),
        # abbreviated countries, words that the dictionary takes for adverbs, names joined by 暨
        ("他出席中秘灯塔管理协定签字仪式。", {"中秘灯塔管理协定签字仪式"}),
        ("双方落实俄中船长大连会晤共识。", {"俄中船长大连会晤"}),
        ("全国灯塔立法工作座谈会召开。", {"全国灯塔立法工作座谈会"}),
        ("第六届跨渤海国际帆船极限赛开赛。", {"第六届跨渤海国际帆船极限赛"}),
        (
            "中国国际船员大会暨中国海员协会第三次代表大会在京开幕。",
            {"中国国际船员大会暨中国海员协会第三次代表大会", "中国国际船员大会"},
        ),
        ("举行“灯塔百问”系列主题新闻发布会。", {"“灯塔百问”系列主题新闻发布会"}),
        ("国务院常务会议通过决定。", {"国务院常务会议"}),
        ("法国总统选举投票开始。", {"法国总统选举"}),
        ("纪念甲乙同志诞辰100周年座谈会在京举行。", {"纪念甲乙同志诞辰100周年座谈会"}),
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
        "人民代表大会制度是根本制度。",
        "国内主要网络论坛先后出现帖文。",
        "杜绝重特大运输安全事故的发生。",
        "为避免发生火灾，各地加强检查。",
        "她参加第7个比赛日的女子单打决赛。",
        "参观中共一大纪念馆。",
        "他在船坞布展。",
    ],
)
def test_no_names(text: str) -> None:
    assert read(text) == set()


def test_later_words_point_back() -> None:
    text = "第四届全国瓦工技能大赛在长春启动。本届技能大赛设七个工种，此次大赛历时一月。"
    mentions = [c.mention for c in find_named(SCAN(text), KNOWLEDGE.lexicon)]
    assert {m.name for m in mentions} == {"第四届全国瓦工技能大赛"}
    assert [m.text for m in mentions] == ["第四届全国瓦工技能大赛", "技能大赛", "大赛"]
