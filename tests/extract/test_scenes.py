"""Where the opening of an article sets its scene, and 活动 that means the event told of before."""

from __future__ import annotations

import pytest

from kg.extract.examples import facts_of
from kg.extract.steps import Engine


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "[活动:甲省一客车坠河]\n\n一辆从[地点:丙县]开往[地点:丁县]的客车行至[地点:乙大桥]附近时，冲破护栏坠河。",
            ("甲省一客车坠河", "locatedIn", "乙大桥"),
        ),
        (
            "[活动:甲省五人出车祸]\n\n昨天，[地点:甲高速乙服务区]附近，一辆由北向南行驶的面包车撞到护栏上，三人受伤。",
            ("甲省五人出车祸", "locatedIn", "甲高速乙服务区"),
        ),
        (
            "[活动:甲市特大交通事故]\n\n昨天，[地点:丙村]的18名农民在[地点:丁公路]78公里处与对向来车会车时发生侧翻。",
            ("甲市特大交通事故", "locatedIn", "丁公路"),
        ),
        (
            "[活动:甲省一客车坠崖]\n\n原因查明。司机无经验。有人受伤。昨日，大客车行经[地点:丙县丁镇]时坠入河中。",
            ("甲省一客车坠崖", "locatedIn", "丙县丁镇"),
        ),
        ("[活动:甲乙农展会]昨天开幕。活动在[地点:丙市]举行。", ("甲乙农展会", "locatedIn", "丙市")),
        (
            "昨日，[机构:甲镇小学]百余名学生吃过午餐后出现呕吐等症状。卫生院初步判断为[活动:食物中毒]。",
            ("食物中毒", "locatedIn", "甲镇小学"),
        ),
        ("[活动:甲乙农展会]昨天开幕。活动由[机构:丁会]主办。", ("丁会", "organizes", "甲乙农展会")),
    ],
)
def test_the_place_of_what_is_told(engine: Engine, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts_of(text, engine)


@pytest.mark.parametrize(
    "text",
    [
        "[活动:甲省一客车坠河]\n\n一辆从[地点:丙县]出发的客车坠河。",
        "[活动:甲乙农展会]\n\n昨天[人物:丁某]来了。今天没事。后来[地点:丙市]热闹非凡。",
        "[活动:甲乙农展会]昨天开幕。志愿活动在[地点:丙市]举行。",
    ],
)
def test_what_is_not_its_place(engine: Engine, text: str) -> None:
    assert not facts_of(text, engine)
