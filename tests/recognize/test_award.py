"""Awards: national honours, lists, titles, prizes, and ranks behind an award verb."""

import pytest

from kg.knowledge import load
from kg.recognize.named import find_named
from kg.recognize.scan import build_scanner

KNOWLEDGE = load()
SCAN = build_scanner(KNOWLEDGE)


def read(text: str) -> set[str]:
    return {c.mention.name for c in find_named(SCAN(text), KNOWLEDGE.lexicon) if c.mention.type == "Award"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他是全国五一劳动奖章获得者。", {"全国五一劳动奖章"}),
        ("“全国劳动模范”甲乙、“中国青年五四奖章”获得者丙丁", {"全国劳动模范", "中国青年五四奖章"}),
        ("授予6人全国三八红旗手荣誉称号。", {"全国三八红旗手"}),
        (
            "江苏省青年岗位能手、江苏省焊接技术能手、南京市“最美船工”、江宁区“百佳工匠”，都是他的名片。",
            {"江苏省青年岗位能手", "江苏省焊接技术能手", "南京市“最美船工”", "江宁区“百佳工匠”"},
        ),
        ("来自甲公司的乙丙荣获钳工职业一等奖。", {"钳工职业一等奖"}),
        ("“灯塔工程”奖获得者发言。", {"“灯塔工程”奖"}),
        ("授予船长甲乙“中国海上救助卫士”荣誉称号；", {"中国海上救助卫士"}),
        ("他被评为“平民之光”。", {"平民之光"}),
        ("为船长等分别记个人二等功。", {"个人二等功"}),
        ("获得船模作品奖。", {"船模作品奖"}),
        ("王小明夺得冠军。", {"冠军"}),
        ("影片获最佳影片奖、最佳导演奖。", {"最佳影片奖", "最佳导演奖"}),
        ("她摘得女子跳台滑雪银牌。", {"女子跳台滑雪银牌"}),
        ("荣获省五一劳动奖章、山东省五一劳动奖章。", {"省五一劳动奖章", "山东省五一劳动奖章"}),
        ("荣获2013年度甲公司先进工作者、劳动模范。", {"2013年度甲公司先进工作者", "劳动模范"}),
        ("获中国船模金锚奖最佳船长奖。", {"中国船模金锚奖最佳船长奖"}),
        ("授予大连市“国家森林城市”称号。", {"国家森林城市"}),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "大会为获奖代表颁奖，发放奖金。",
        "各地劳动模范齐聚一堂。",
        "中国队再添金牌。",
        "中国队夺得第十枚金牌。",
        "向人民英雄敬献花篮。",
        "袭击发生在“北岸之星”酒店。",
        "金牌的突破来之不易。",
        "党和国家功勋荣誉表彰工作委员会",
    ],
)
def test_no_names(text: str) -> None:
    assert read(text) == set()
