"""Whose numbers and times are: names near by, nouns that mean a name, and what the article is about."""

from __future__ import annotations

import pytest

from kg.extract.engine import extract
from kg.extract.examples import marked
from kg.extract.steps import Engine


def _abouts(engine: Engine, text: str) -> list[str]:
    got = marked(text)
    names = {e.id: e.name for e in got.entities}
    found = extract(got.article, got.entities, got.times, got.quantities, engine)
    told = sorted((x.start, x.about or "") for x in (*found.quantities, *found.times))
    return [names.get(ref, ref) for _, ref in told]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("据介绍，新机器在[地点:丙园]月销量就超过[数量:300台]。", "丙园"),
        ("[机构:甲厂]停工。新机器在[地点:乙市]、[地点:丙市]等[数量:46个]城市都有。", "甲厂"),
        ("[机构:甲厂]建成。[机构:乙厂]投产。这里不少工人离开，少了[数量:300人]。", "乙厂"),
        ("[人物:丙某]解释，机器旧了。新的只有[数量:3台]。", "丙某"),
    ],
)
def test_a_clause_without_a_topic_is_about_what_is_near(engine: Engine, text: str, about: str) -> None:
    assert _abouts(engine, text)[-1] == about


def test_a_fire_goes_on_though_a_body_was_spoken_of_last(engine: Engine) -> None:
    text = "[活动:甲厂火灾]。[活动:甲厂火灾]突发。[机构:乙队]赶到。明火扑灭，过火面积[数量:300平方米]。"
    assert _abouts(engine, text) == ["甲厂火灾"]


def test_an_article_that_names_the_committee_most_is_about_its_event(engine: Engine) -> None:
    text = "[活动:甲运动会]快到了。\n[机构:甲运动会组委会]很忙。\n[机构:甲运动会组委会]很忙。\n[机构:甲运动会组委会]很忙。\n共设[数量:33个]大项。"
    assert _abouts(engine, text)[-1] == "甲运动会"


def test_an_award_is_not_what_an_article_is_about(engine: Engine) -> None:
    text = "[奖项:甲奖]、[奖项:甲奖]、[奖项:甲奖]。\n这里新买了[数量:300台]机器。"
    assert _abouts(engine, text) == ["ARTICLE"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("[人物:丁某]的[机构:甲乙创新工作室]挂牌。[人物:丁某]很忙。工作室完成课题[数量:64项]。", "甲乙创新工作室"),
        ("[机构:甲厂]办了[活动:乙丙展示赛]。[机构:甲厂]很忙。这项赛事已征集成果[数量:940项]。", "乙丙展示赛"),
        ("[项目:甲市东山污水处理厂项目]动工。[机构:乙厂]很忙。东山项目投资[数量:3亿元]。", "甲市东山污水处理厂项目"),
        (
            "[活动:西山地区第三届元旦长跑赛]举行。[机构:乙厂]很忙。[地点:西山]长跑赛的主题是健康，共有[数量:300名]选手。",
            "西山地区第三届元旦长跑赛",
        ),
        ("[机构:甲快递]到了。[机构:乙局]很忙。快递业务量达[数量:3亿件]。", "乙局"),
        ("[活动:甲县地震]。[机构:乙台]测定。[地点:丙县]发生地震，震源深[数量:12公里]。", "甲县地震"),
        ("[机构:甲厂]很忙。我国工人已有[数量:3亿人]。", "ARTICLE"),
        ("[地点:中国]很大。[机构:甲厂]很忙。我国工人已有[数量:3亿人]。", "中国"),
        ("[地点:甲省]等地停工。根据[机构:乙协会]公布的数据，产量下降[数量:47%]。", "乙协会"),
        ("[机构:甲厂]很忙。[奖项:乙奖][时间:昨晚]揭晓。", "乙奖"),
        ("[机构:甲局]通报。[数量:31个]省和[机构:乙团]报告病例[数量:8例]。", "甲局"),
    ],
)
def test_nouns_and_figures_have_the_topic_that_they_mean(engine: Engine, text: str, about: str) -> None:
    assert _abouts(engine, text)[-1] == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("位于[地点:甲园]畔的[地点:乙公园]，面积[数量:300亩]。", "乙公园"),
        ("[地点:甲镇]某村的村支书[人物:丙某]，[时间:今年四月]当选。", "丙某"),
        ("[机构:甲队]一路在前，[机构:乙队]最后获得[数量:80分]。", "乙队"),
        ("在[地点:甲县]，降雨量一度超过[数量:300毫米]，[机构:乙台]发布预警。", "甲县"),
        ("[机构:甲网]消息，[机构:乙公司][时间:周一]宣布停产。", "乙公司"),
        ("宣讲团由[时间:去年6月]成立的[机构:甲协会]组建。", "甲协会"),
        ("[机构:甲局][时间:昨日]举行[活动:乙发布会]。", "乙发布会"),
        ("[机构:甲队]赶来，[机构:乙研究院]的[数量:两名]专家也来了。", "乙研究院"),
        ("[机构:甲厂]举办[活动:乙赛]。来自[机构:丙校]的[数量:150名]学生将争先。", "乙赛"),
        ("来自[机构:丙校]的[数量:150名]学生到了。", "丙校"),
        ("[机构:甲校]到了，[数量:14岁]的姐姐[人物:丙某]也来了。", "丙某"),
        ("[活动:甲赛]开幕，年龄最小的[人物:丙某]只有[数量:20岁]。", "丙某"),
        ("[机构:甲厂]举办[活动:乙赛]。[人物:丙某]致辞，职工和[数量:150名]学生参会。", "乙赛"),
        ("[地点:甲县]突发[活动:乙火灾]。[地点:丙镇]很乱，火中[数量:5人]受伤。", "乙火灾"),
        ("[地点:甲县]突发[活动:乙火灾]。[机构:丙医院]收治受伤[数量:5人]。", "丙医院"),
        ("[人物:丙某]等[数量:10人]被授予[奖项:甲奖]称号。", "甲奖"),
    ],
)
def test_single_numbers_and_times_have_owners_of_their_own(engine: Engine, text: str, about: str) -> None:
    assert _abouts(engine, text)[-1] == about
