"""The gazetteer: its file, its names, and the choice between places of one name."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.base import builtin
from kg.knowledge.gazetteer import LEVELS, Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return load_gazetteer([builtin()])


def codes(gazetteer: Gazetteer, name: str, *context: str) -> list[str]:
    return [place.code for place in gazetteer.resolve(name, context=context)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("中国", "CN"),
        ("山东", "370000"),
        ("鲁", "370000"),
        ("乌", "UA"),
        ("内蒙古", "150000"),
        ("潍坊", "370700"),
        ("恩施", "422800"),
        ("恩施州", "422800"),
        ("延边", "222400"),
        ("海盐", "330424"),
        ("忠县", "500233"),
        ("积石山", "622927"),
        ("雄安新区", "130680"),
        ("襄樊", "420600"),
        ("思茅市", "530800"),
        ("香港", "810000"),
        ("台北", "710100"),
        ("美国", "US"),
        ("苏联", "SU"),
        ("日内瓦", "F-日内瓦"),
        ("加州", "F-加利福尼亚州"),
        ("长江", "N-长江"),
        ("京津冀", "R-京津冀"),
        ("人民大会堂", "S-人民大会堂"),
    ],
)
def test_a_name_finds_its_place(places: Gazetteer, name: str, code: str) -> None:
    assert codes(places, name) == [code]


@pytest.mark.parametrize("name", ["市中", "城东", "忠", "甲乙丙"])
def test_what_is_no_name_is_unknown(places: Gazetteer, name: str) -> None:
    assert places.resolve(name) == ()


@pytest.mark.parametrize(
    ("name", "context", "code"),
    [
        ("朝阳", [], "211300"),  # the city before the districts
        ("朝阳", ["海淀区"], "110105"),  # a sibling
        ("朝阳", ["北京"], "110105"),  # an ancestor
        ("朝阳", ["110000"], "110105"),  # a code
        ("朝阳", ["北票"], "211300"),  # a descendant
        ("新华区", ["石家庄市"], "130105"),
        ("新华区", ["平顶山市"], "410402"),
        ("吉林", ["长春"], "220000"),  # the province, though 吉林市 is as near
        ("海南", ["青海"], "460000"),  # lists of provinces
        ("海南州", ["青海"], "632500"),
        ("泰山", [], "N-泰山"),
        ("泰山区", [], "370902"),
        ("黑山", [], "ME"),
        ("黑山", ["锦州"], "210726"),
        ("圣何塞", ["哥斯达黎加"], "F-圣何塞-CR"),
    ],
)
def test_the_context_tells_places_apart(places: Gazetteer, name: str, context: list[str], code: str) -> None:
    assert codes(places, name, *context) == [code]


def test_without_context_homonyms_stay_ambiguous(places: Gazetteer) -> None:
    assert len(places.resolve("新华区")) > 1


@pytest.mark.parametrize(
    ("stack", "code"),
    [
        (["山东省", "潍坊市", "奎文区"], "370705"),
        (["山东", "奎文区"], "370705"),
        (["北京市", "朝阳区"], "110105"),
        (["辽宁省", "朝阳"], "211300"),
        (["中国", "台湾省", "高雄市"], "710200"),
        (["美国", "加利福尼亚州", "洛杉矶"], "F-洛杉矶"),
    ],
)
def test_a_stack_of_names_is_one_place(places: Gazetteer, stack: list[str], code: str) -> None:
    assert [place.code for place in places.resolve_stack(stack)] == [code]


@pytest.mark.parametrize("stack", [[], ["江苏省", "潍坊市"], ["山东省", "甲乙丙"]])
def test_a_stack_that_does_not_hold_together_is_nothing(places: Gazetteer, stack: list[str]) -> None:
    assert places.resolve_stack(stack) == ()


def test_ancestors_go_up_to_the_country(places: Gazetteer) -> None:
    assert [place.name for place in places.ancestors("370705")] == ["潍坊市", "山东省", "中国"]
    assert places.ancestors("CN") == ()
    assert places.ancestors("unknown") == ()


@pytest.mark.parametrize("name", ["和平", "朝阳", "大理", "粤", "美"])
def test_a_name_that_is_a_word_too_is_risky(places: Gazetteer, name: str) -> None:
    assert all(name in place.risky for place in places.by_name[name])


@pytest.mark.parametrize("name", ["潍坊", "山东", "和平区", "萧山", "美国"])
def test_a_name_that_is_only_a_place_is_not_risky(places: Gazetteer, name: str) -> None:
    assert not any(name in place.risky for place in places.by_name[name])


def test_the_file_is_whole(places: Gazetteer) -> None:
    levels = Counter(place.level for place in places.by_code.values())
    assert levels["province"] == 34
    assert levels["town"] > 40_000
    assert levels["county"] > 3_000
    assert levels["foreign"] > 1_000
    assert set(levels) == set(LEVELS)
    for place in places.by_code.values():
        assert place.name not in place.aliases, place
        assert set(place.risky) <= {place.name, *place.aliases}, place
        assert (place.lon is None) == (place.lat is None), place
        if place.lon is not None and place.lat is not None:
            assert -180 <= place.lon <= 180, place
            assert -90 <= place.lat <= 90, place


def test_towns_go_by_their_full_name_only(places: Gazetteer) -> None:
    assert not any(place.aliases for place in places.by_code.values() if place.level == "town")


def test_loading_is_fast() -> None:
    start = time.process_time()
    load_gazetteer([builtin()])
    assert time.process_time() - start < 1.5  # 0.25 s on a quiet core; the bound leaves room for a busy one


ROW = "X-甲\t甲市\t\tcity\t120.5\t30.5\t甲\tw:甲\n"


def test_a_folder_of_ones_own_adds_and_replaces(tmp_path: Path) -> None:
    (one := tmp_path / "one").mkdir()
    (two := tmp_path / "two").mkdir()
    (one / "places.tsv").write_text("# head\n" + ROW, encoding="utf-8")
    (two / "places.tsv").write_text(
        "X-甲\t甲城市\t\tcity\t\t\t甲|甲市\t\nX-乙\t乙县\tX-甲\tcounty\t\t\t乙\t\n", encoding="utf-8"
    )
    both = load_gazetteer([one, two, tmp_path / "none"])
    assert [place.name for place in both.by_name["甲市"]] == ["甲城市"]
    assert [place.code for place in both.ancestors("X-乙")] == ["X-甲"]
    alone = load_gazetteer([one]).by_code["X-甲"]
    assert (alone.lon, alone.lat, alone.aliases, alone.risky) == (120.5, 30.5, ("甲",), ("甲",))


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("甲\t乙\n", 1, "8"),
        (ROW + ROW, 2, "X-甲"),
        (ROW.replace("city", "planet"), 1, "planet"),
        (ROW.replace("30.5", "north"), 1, "north"),
        ("# head\n" + ROW.replace("\t\tcity", "\tX-丙\tcity"), 2, "X-丙"),
    ],
)
def test_a_mistake_is_reported_with_its_line(tmp_path: Path, text: str, line: int, word: str) -> None:
    (tmp_path / "places.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_gazetteer([tmp_path])
    assert f"places.tsv 第 {line} 行" in str(caught.value)
    assert word in str(caught.value)
