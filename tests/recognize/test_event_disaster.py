"""Disasters and accidents: called by where they happened or by their day, told by a verb only at the article's head."""

from __future__ import annotations

import pytest

from kg.recognize.named import find_named

from .test_event import KNOWLEDGE, SCAN, read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # disasters called by where they happened or by their day, told by a verb only at the article's beginning
        ("烟台蓬莱沙河煤矿透水事故救援进入第三天。", {"烟台蓬莱沙河煤矿透水事故"}),
        ("水库开启深孔下泄洪水，群众走进沈阳抗美援朝烈士陵园。", set()),
        ("青银高速潍坊段连环追尾事故现场，交警疏导车辆。", {"青银高速潍坊段连环追尾事故"}),
        ("大连某中学群体性食物中毒事件调查结果公布。", {"大连某中学群体性食物中毒事件"}),
        ("7·16地震十周年之际，7.16火灾事故调查组进驻。", {"7·16地震", "7.16火灾事故"}),
        ("“7·16”爆炸事故发生后，大连港恢复作业。", {"“7·16”爆炸事故"}),
        ("蓬莱中学发生学生集体腹泻事件，18人就医。", {"学生集体腹泻事件"}),
        ("昨日16时许，山东烟台一艘渔船侧翻，船员获救。随后渔船被拖回。", {"山东烟台一艘渔船侧翻"}),
        ("印尼西爪哇省展玉发生5.6级地震。", {"5.6级地震"}),
        ("长江证券策略会近日在武汉召开。", {"长江证券策略会"}),
        ("2011年7.16追尾事故发生后，线路停运。", {"2011年7.16追尾事故"}),
        ("两座廊桥被台风“灯塔”损毁。", {"台风“灯塔”"}),
        ("县应急局组织开展防汛抢险应急演练，一中举行地震应急疏散演练。", {"防汛抢险应急演练", "地震应急疏散演练"}),
        ("发生在泰国清迈的火灾已造成5人遇难。", {"火灾"}),
        ("这起化学品泄漏事故发生在四川雅安境内。", {"化学品泄漏事故"}),
        ("甲市2024年地震应急综合演练在船厂举行。", {"甲市2024年地震应急综合演练"}),
        ("发生爆炸的唐山市丰南区宏源化工厂已停产，乙县领导亲赴事故现场。", {"爆炸"}),
        ("唐山市丰南区一居民楼因液化气泄漏引发爆炸，致1人遇难，电动车充电易引发火灾。", {"爆炸"}),
        ("丙县境内发生4.5级地震。丙县是2008年汶川特大地震灾害中受灾的县。", {"4.5级地震", "2008年汶川特大地震"}),
        ("学生们上吐下泻，卫生部门初步判断为食物中毒。", {"食物中毒"}),
        ("四川地震灾后恢复重建总结表彰大会14日在京召开。", {"四川地震灾后恢复重建总结表彰大会", "四川地震"}),
        ("救援中没有发生坍塌等次生灾害事故，甲市交警大队事故股说。", set()),
        ("甲市南山路一在建楼房突然发生坍塌事故，三人受伤。", {"坍塌事故"}),
        ("王大山称，四名男子煤气中毒身亡；每年煤气中毒死亡人数不少。", {"煤气中毒"}),
        ("王大山称，约40名学生出现食物中毒症状。", {"食物中毒"}),
        ("巴士车违章停车。追尾事故发生后，交警到场；安全事故发生后要上报。", {"追尾事故"}),
        ("大连一旅游大巴坠入河谷 11人遇难", {"大连一旅游大巴坠入河谷"}),
        ("王小明就大连山体滑坡致慰问电", {"大连山体滑坡"}),
        ("记者在大连氢氟酸泄漏事故现场看到，工厂已关闭。", {"大连氢氟酸泄漏事故"}),
        ("大连足浴店火灾 18人死亡", {"大连足浴店火灾"}),
        ("汶川地震发生后，各地驰援。", {"汶川地震"}),
        ("山东省甲县一仓库发生火灾\n本报讯 昨日18时，火灾被扑灭。", {"山东省甲县一仓库发生火灾"}),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert read(text) == names


def test_what_happened_is_what_the_headline_names() -> None:
    text = "大连市地震造成三人受伤\n\n旅顺口区昨晚发生里氏4.2级地震。旅顺口区又发生地震。烟台市也发生地震。"
    found = [c.mention for c in find_named(SCAN(text), KNOWLEDGE.lexicon) if c.mention.by.endswith("tail:alias")]
    assert [(m.text, m.name) for m in found] == [("地震", "大连市地震")]


def test_what_is_only_planned_for_did_not_happen() -> None:
    text = "大连市发生重大交通事故\n\n交警启动重大交通事故处置应急预案。事故发生在旅顺口区。"
    found = [c.mention for c in find_named(SCAN(text), KNOWLEDGE.lexicon) if c.mention.by.endswith("tail:alias")]
    assert [m.text for m in found] == ["事故"]
