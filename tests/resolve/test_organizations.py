"""Short forms of bodies lead back to their full names, and to no others."""

from __future__ import annotations

import pytest

from kg.knowledge import Knowledge
from kg.resolve.names import Names
from kg.resolve.organizations import organization_rules


@pytest.fixture(scope="module")
def same(knowledge: Knowledge):  # type: ignore[no-untyped-def]
    """Does a rule join the two names in an article about Weifang in Shandong?"""
    rules = organization_rules(Names(knowledge, ("山东省", "潍坊市")))

    def joined(short: str, full: str) -> bool:
        return any(rule(short, full) for rule in rules)

    return joined


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("全总", "中华全国总工会"),
        ("工行", "中国工商银行"),
        ("省总工会", "山东省总工会"),
        ("市总", "潍坊市总工会"),
        ("市人社局", "潍坊市人力资源和社会保障局"),
        ("市法院", "潍坊市人民法院"),
        ("应急部", "应急管理部"),
        ("自治区总工会", "内蒙古自治区总工会"),
        ("真主党", "黎巴嫩真主党"),
        ("星禾", "杭州星禾软件有限公司"),
        ("星禾股份", "杭州星禾软件股份有限公司"),
        ("星禾软件", "杭州星禾软件有限公司"),
        ("俄外交部", "俄罗斯外交部"),
        ("深高速", "深圳高速公路集团股份有限公司"),
        ("中建三局", "中国建筑第三工程局有限公司"),
    ],
)
def test_one_body(same, short: str, full: str) -> None:  # type: ignore[no-untyped-def]
    assert same(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("国网", "国网湖北省电力有限公司"),
        ("中科院", "中国科学院大连化学物理研究所"),
        ("央视频", "央视科教频道"),
        ("北京大学", "北京大学第三医院"),
        ("上海合作组织", "上海合作组织大学"),
        ("市公安局", "广州市公安局天河区分局"),
        ("县总工会", "山东省总工会"),
        ("县委", "团县委"),
        ("星禾股份", "杭州星禾软件有限公司"),
        ("星禾快运", "星禾快运洛阳分公司"),
    ],
)
def test_two_bodies(same, short: str, full: str) -> None:  # type: ignore[no-untyped-def]
    assert not same(short, full)


@pytest.mark.parametrize(
    ("home", "full"),
    [
        (("内蒙古自治区", "呼和浩特市", "赛罕区"), "赛罕区妇联"),
        (("内蒙古自治区", "呼和浩特市"), "内蒙古自治区妇联"),
    ],
)
def test_district_before_region(knowledge: Knowledge, home: tuple[str, ...], full: str) -> None:
    assert Names(knowledge, home).expanded("区妇联") == full


def test_region_by_its_level(knowledge: Knowledge) -> None:
    home = ("宁夏回族自治区", "银川市")
    assert Names(knowledge, home).expanded("自治区人社厅") == "宁夏回族自治区人社厅"
    assert Names(knowledge, ("山东省",)).expanded("自治区人社厅") == "自治区人社厅"
