"""Resolution inside an article: which names become one entity, written as the article's own words."""

from __future__ import annotations

import pytest

from kg.model import Page
from kg.pipeline import Reader

SAME = [
    # text, one name, another name of the same entity
    ("山西省总工会近日启动行动。山西省科协、省总工会共同参加。", "山西省总工会", "省总工会"),
    ("全国总工会在北京开会。全总要求各地落实。", "全国总工会", "全总"),
    ("记者从甘肃省民乐县总工会获悉，活动启动。民乐县总工会负责人介绍了情况。", "甘肃省民乐县总工会", "民乐县总工会"),
    ("山东省潍坊市出台政策。潍坊职工受益。", "山东省潍坊市", "潍坊"),
    ("巴勒斯坦伊斯兰圣战组织（杰哈德）发表声明。", "巴勒斯坦伊斯兰圣战组织", "杰哈德"),
    (
        "杰哈德宣布停火。巴勒斯坦伊斯兰圣战组织（杰哈德）称，甲国和巴勒斯坦伊斯兰圣战组织（杰哈德）谈判。",
        "巴勒斯坦伊斯兰圣战组织",
        "杰哈德",
    ),
    ("甲泉科技大学附属人民医院（泉科大附院）开诊。", "泉科大附院", "泉科大附院"),
    ("公司总裁大卫·科恩（David J. Cohen）到场。大卫·科恩很忙。", "大卫·科恩", "David J. Cohen"),
    ("十四运会开幕式在西安举行，第十四届全国运动会开幕式盛大。", "十四运会开幕式", "第十四届全国运动会开幕式"),
    ("第六届消博会落幕。第六届中国国际消费品博览会在海口举行。", "第六届消博会", "第六届中国国际消费品博览会"),
    (
        "大连市船员心理健康促进行动启动，区总工会启动船员心理健康促进行动。",
        "大连市船员心理健康促进行动",
        "船员心理健康促进行动",
    ),
    ("大连市举行仪式，市委副书记王小明出席。", "大连市委", "市委"),
    (
        "大连市政协副主席王小明会见了李大海率领的杭州市“船员考察团”一行。市委副部长赵平主持。",
        "大连市委",
        "市委",
    ),
    ("大连市举行仪式。杭州市余杭区经贸考察团赴我市考察，市委副书记王小明出席。", "大连市委", "市委"),
    ("工业和信息化部发布通知。工信部表示将抓好落实。", "工业和信息化部", "工信部"),
]

APART = [
    ("新华社（人民日报社供图）发了照片。", "新华社", "人民日报社"),
    ("山西省总工会与河北省总工会座谈。", "山西省总工会", "河北省总工会"),
    (
        "湖南省总工会副主席余小河，长沙市总工会汤小辉，长沙市人大常委会副主任、总工会主席王小海参加了活动。",
        "湖南省总工会",
        "长沙市总工会",
    ),
    ("湖南省总工会副主席余小河，长沙市人大常委会副主任、总工会主席王小海到场。", "湖南省总工会", "长沙市总工会"),
    ("国行行长到大连联想医院，联想副总裁陪同。", "大连联想", "联想"),
    ("“灯塔”助学项目第三期在大连启动。", "“灯塔”助学项目第三期", "“灯塔”助学项目"),
    ("第七届服贸会开幕，第六届中国国际服务贸易交易会已在北京落幕。", "第七届服贸会", "第六届中国国际服务贸易交易会"),
    ("大连市“灯塔”船员服务行动启动，“灯塔”船员服务行动见效。", "大连市“灯塔”船员服务行动", "“灯塔”船员服务行动"),
    ("总工会开设“灯塔”云课堂，“灯塔”船员提升行动见效。", "“灯塔”云课堂", "“灯塔”船员提升行动"),
    ("授予王小明“船城工匠”称号，授予李大山“船城工匠”提名奖。", "船城工匠", "“船城工匠”提名奖"),
    ("苏宁与中国移动签约。北京苏宁工作人员表示，苏宁还将扩大门店。", "苏宁", "北京苏宁"),
    ("北京市朝阳区和吉林省长春市朝阳区开展交流。", "北京市朝阳区", "吉林省长春市朝阳区"),
]


def entities(read: Reader, text: str) -> list[set[str]]:
    page = Page("p", "p", "", "工会新闻\n\n" + text, published="2025-11-17", single=True)
    return [{e.name, *e.aliases} for f in read(page).facts for e in f.entities]


@pytest.mark.parametrize(("text", "one", "other"), SAME)
def test_one_entity(read: Reader, text: str, one: str, other: str) -> None:
    assert any({one, other} <= names for names in entities(read, text)), entities(read, text)


@pytest.mark.parametrize(("text", "one", "other"), APART)
def test_two_entities(read: Reader, text: str, one: str, other: str) -> None:
    found = entities(read, text)
    assert not any({one, other} <= names for names in found)
    assert any(one in names for names in found)
    assert any(other in names for names in found)


def test_a_doctrine_names_nobody(read: Reader) -> None:
    """Who is named in a doctrine's name alone is no entity; who is named elsewhere too is."""
    assert not entities(read, "会议要求学习马克思列宁主义、邓小平理论。")
    assert {"邓小平"} in entities(read, "会议要求学习邓小平理论。邓小平到深圳。")


def test_a_country_named_in_passing_is_listed_and_no_entity(read: Reader) -> None:
    """中国速度 and 中巴合作 tell of no country, but what was passed over can be read."""
    text = "中国速度举世瞩目，印巴关系缓和。"
    assert not entities(read, text)
    (facts,) = read(Page("p", "p", "", "工会新闻\n\n" + text, published="2025-11-17", single=True)).facts
    assert [r.text for r in facts.refusals if r.rule == "place:attribute"] == ["中国", "印", "巴"]
    assert {"中国"} in entities(read, text + "他从中国出发。")
