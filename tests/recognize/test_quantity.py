"""Quantities: value, unit, bound, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.knowledge import load
from kg.recognize.quantity import find_quantities
from kg.recognize.words import load_tagger

LEXICON = load().lexicon
TAGGER = load_tagger()


def read(text: str) -> list[tuple[str, float, str, str]]:
    return [(q.text, q.value, q.unit, q.bound) for q in find_quantities(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("近600位工匠参加", [("近600位", 600, "位", "approx")]),
        ("惠及职工3.2万余人次", [("3.2万余人次", 32000, "人次", "at_least")]),
        ("超过900万人次", [("超过900万人次", 9000000, "人次", "at_least")]),
        ("创造价值8.5亿元", [("8.5亿元", 850000000, "元", "exact")]),
        ("捐款两亿元人民币", [("两亿元人民币", 200000000, "元", "exact")]),
        ("出口12亿美元", [("12亿美元", 1200000000, "美元", "exact")]),
        ("逾三千人次参与", [("逾三千人次", 3000, "人次", "at_least")]),
        ("百余场活动", [("百余场", 100, "场", "at_least")]),
        ("百名志愿者", [("百名", 100, "名", "exact")]),
        ("上千家企业", [("上千家", 1000, "家", "at_least")]),
        ("两个园区、三家医院", [("两个", 2, "个", "exact"), ("三家", 3, "家", "exact")]),
        ("不足500票", [("不足500票", 500, "票", "less_than")]),
        ("40%以上", [("40%以上", 40, "%", "at_least")]),
        ("约4.3亿元左右", [("约4.3亿元左右", 430000000, "元", "approx")]),
        ("超过六成家庭", [("超过六成", 60, "%", "at_least")]),
        ("百分之三十五", [("百分之三十五", 35, "%", "exact")]),
        ("三分之二的职工", [("三分之二", 66.67, "%", "exact")]),
        ("提高2.1和1.7个百分点", [("2.1", 2.1, "个百分点", "exact"), ("1.7个百分点", 1.7, "个百分点", "exact")]),
        ("3至5名代表", [("3", 3, "名", "exact"), ("5名", 5, "名", "exact")]),
        ("6万志愿者将参加", [("6万", 60000, "人", "exact")]),
        ("投入9亿资金", [("9亿", 900000000, "", "exact")]),
        ("造成3死5伤", [("3", 3, "人", "exact"), ("5", 5, "人", "exact")]),
        ("共50户120间", [("50户", 50, "户", "exact"), ("120间", 120, "间", "exact")]),
        ("装机100万千瓦", [("100万千瓦", 1000000, "千瓦", "exact")]),
        ("学了18年", [("18年", 18, "年", "exact")]),
        ("一年半后", [("一年半", 1.5, "年", "exact")]),
        ("用时三个半小时", [("三个半小时", 3.5, "小时", "exact")]),
        ("工作一年多", [("一年多", 1, "年", "at_least")]),
        ("以8分45秒16夺冠", [("8分45秒16", 525.16, "秒", "exact")]),
        ("今年20岁", [("20岁", 20, "岁", "exact")]),
        ("五大板块", [("五大", 5, "大", "exact")]),
        ("处理2,500吨/天", [("2,500吨/天", 2500, "吨/天", "exact")]),
        ("出资 2.5 亿元", [("2.5 亿元", 250000000, "元", "exact")]),
        (
            "买入6000股、2000股，共8000股",
            [("6000股", 6000, "股", "exact"), ("2000股", 2000, "股", "exact"), ("8000股", 8000, "股", "exact")],
        ),
        ("不少于30家", [("不少于30家", 30, "家", "at_least")]),
        ("干了两个多月", [("两个多月", 2, "个月", "at_least")]),
        ("干了一个多小时", [("一个多小时", 1, "小时", "at_least")]),
        ("等了两个半月", [("两个半月", 2.5, "个月", "exact")]),
        ("不到一年", [("不到一年", 1, "年", "less_than")]),
        ("离家只有一公里", [("一公里", 1, "公里", "exact")]),
        ("离家半公里", [("半公里", 0.5, "公里", "exact")]),
        ("气温零下15度", [("零下15度", -15, "度", "exact")]),
        ("以65米40夺冠", [("65米40", 65.4, "米", "exact")]),
        ("救出2男1女", [("2男", 2, "人", "exact"), ("1女", 1, "人", "exact")]),
        ("三部委发文", [("三部委", 3, "部委", "exact")]),
        ("甲、乙两县", [("两县", 2, "县", "exact")]),
        ("400峰骆驼", [("400峰", 400, "峰", "exact")]),
        ("共办39.9万期", [("39.9万期", 399000, "期", "exact")]),
        ("其中十多部已开拍", [("十多部", 10, "部", "at_least")]),
        ("建厂70周年", [("70周年", 70, "周年", "exact")]),
        ("在这6年里", [("6年", 6, "年", "exact")]),
    ],
)
def test_found(text: str, quantities: list[tuple[str, float, str, str]]) -> None:
    assert read(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "一名职工",
        "一个项目、一份报告",
        "第三届、第28个、第306位",
        "前三名",
        "数千人、若干个、几十名",
        "2025年11月15日9时30分",
        "G20峰会 CA1234航班 5G基站",
        "人民路217号3号楼",
        "拨打12345热线",
        "“最美五分钟”",
        "《二十条》",
        "党的二十大",
        "3比2获胜，比分2:1",
        "五年规划、三年行动计划",
        "百年奋斗 千家万户 千头万绪",
        "十分重要",
        "2024世界运动会",
        "十三届三中全会",
        "2030年前",
        "三年前建厂",
        "二次污染 三次产业 二期工程",
        "十大品牌",
        "红十字基金会",
        "远望07组卫星",
        "2013大学生就业行动",
        "男子200米自由泳决赛",
        "15分钟生活圈",
        "万亿级产业",
        "成千上万的人",
        "这5家企业",
        "最后一公里",
        "前五大品牌",
        "沪深两市 两市成交额",
        "建党100周年文艺演出",
    ],
)
def test_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("近600位工匠参加", "工匠"),
        ("其中，新增会员800万人，", "新增会员"),
        ("岗位120名。", "岗位"),
        ("30余名青年职工在一线", "青年职工"),
    ],
)
def test_counted(text: str, counted: str) -> None:
    assert find_quantities(text, LEXICON)[0].counted == counted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("近600位劳模工匠参加活动", "劳模工匠"),
        ("资助两万名考入大学的优秀学生", "优秀学生"),
        ("企业有员工85人。", "员工"),
        ("学了18年。", ""),
        ("在苏州设立36个阅读点。", "阅读点"),
        ("计划两年后培训5000人。", ""),
    ],
)
def test_counted_with_words(text: str, counted: str) -> None:
    words: list[tuple[int, int, str]] = []
    for word, tag in zip(*TAGGER(text), strict=True):
        words.append((words[-1][1] if words else 0, (words[-1][1] if words else 0) + len(word), tag))
    assert find_quantities(text, LEXICON, tagged=words)[0].counted == counted


@given(
    st.one_of(
        st.text(),
        st.text(
            alphabet="0123456789.,%-：“”《》第约近超一二两三十百千万亿半几余多年月日时分秒个名人元成以上至和 ",
            max_size=40,
        ),
    )
)
def test_never_raises_and_quotes_the_text(text: str) -> None:
    end = 0
    for quantity in find_quantities(text, LEXICON):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.start >= end
        end = quantity.end
