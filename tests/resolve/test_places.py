"""When names of places are one place, which code it has, and where an article is at home."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kg.knowledge import Knowledge, load
from kg.resolve.names import Names
from kg.resolve.places import home_places, own_city_first, place_code, place_rule, split_stack


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("name", "pieces"),
    [
        ("山东省潍坊市奎文区", ["山东省", "潍坊市", "奎文区"]),
        ("浙江绍兴", ["浙江", "绍兴"]),
        ("潍坊", ["潍坊"]),
        ("潍坊某某大桥", []),
        ("", []),
    ],
)
def test_a_stack_is_cut_into_known_names(knowledge: Knowledge, name: str, pieces: Sequence[str]) -> None:
    assert list(split_stack(name, knowledge.gazetteer)) == pieces


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("潍坊", "潍坊市"),
        ("潍坊", "山东省潍坊市"),
        ("山东潍坊", "山东省潍坊市"),
        ("鲁", "山东省"),
        ("津", "天津"),
        ("奎文区", "潍坊市奎文区"),
        ("恩施州", "恩施土家族苗族自治州"),
        ("丁家大桥", "甘肃省兰州市丁家大桥"),
        ("巴", "巴西"),
        ("乌", "乌兹别克斯坦"),
        ("新", "新加坡"),
    ],
)
def test_one_place(knowledge: Knowledge, short: str, full: str) -> None:
    assert place_rule(Names(knowledge))(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("青岛市", "山东省潍坊市"),
        ("山东省", "山东省潍坊市"),
        ("北京市朝阳区", "吉林省长春市朝阳区"),
        ("丁家大桥", "戊家大桥"),
        ("乌", "乌鲁木齐"),
        ("京", "京山"),
    ],
)
def test_two_places(knowledge: Knowledge, short: str, full: str) -> None:
    assert place_rule(Names(knowledge))(short, full) is None


@pytest.mark.parametrize(
    ("names", "context", "code"),
    [
        (["朝阳区"], ["北京市"], "110105"),
        (["朝阳区"], ["220100"], "220104"),
        (["朝阳区"], [], None),
        (["朝阳区", "北京市朝阳区"], [], "110105"),
        (["潍坊"], [], "370700"),
        (["某某大桥"], ["北京"], None),
    ],
)
def test_the_code_by_the_other_places(
    knowledge: Knowledge, names: Sequence[str], context: Sequence[str], code: str | None
) -> None:
    assert place_code(names, context, knowledge.gazetteer) == code


@pytest.mark.parametrize(
    ("groups", "home"),
    [
        ([["山东省潍坊市奎文区"]], ("山东省", "潍坊市", "奎文区")),
        ([["潍坊"], ["山东"]], ("山东省", "潍坊市")),
        ([["潍坊市"], ["青岛市"]], ()),
        ([["潍坊市"], ["青岛市"], ["山东"]], ("山东省",)),
        ([["山东省"], ["河北省"]], ()),
        ([["美国"], ["某某大桥"]], ()),
        ([["大连市"], ["瓦房店市"], ["长海"], ["武功县"]], ("大连市",)),
        ([["大连市"], ["瓦房店市"], ["武功县"]], ("大连市", "瓦房店市")),
    ],
)
def test_where_an_article_is_at_home(
    knowledge: Knowledge, groups: Sequence[Sequence[str]], home: tuple[str, ...]
) -> None:
    assert home_places(groups, knowledge.gazetteer) == home


@pytest.mark.parametrize(
    ("owners", "first"),
    [(["辽宁省大连瓦房店市"], "瓦房店市"), (["大连市", "瓦房店市"], "大连市"), ([], "大连市")],
)
def test_which_city_is_meant(knowledge: Knowledge, owners: Sequence[str], first: str) -> None:
    home = ("辽宁省", "大连市", "瓦房店市")
    cities = [place for place in own_city_first(home, owners, knowledge.gazetteer) if place.endswith("市")]
    assert cities[0] == first


def test_a_stack_of_cities_tells_of_the_lower_one(knowledge: Knowledge) -> None:
    home, text = ("辽宁省", "大连市", "瓦房店市"), "辽宁省大连瓦房店市总工会举办比赛，大连工会派人来。"
    assert own_city_first(home, ["大连"], knowledge.gazetteer, text)[0] == "瓦房店市"
