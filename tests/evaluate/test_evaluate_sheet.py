import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate.sheet import Amount, Moment, Name, Triple, read_sheets, sheet

EXTRACTED = {
    "entities": [
        {"id": "e1", "name": "甲市总工会", "type": "Organization", "aliases": [], "mentions": [[9, 14], [2, 7]]},
        {"id": "e2", "name": "护薪行动", "type": "Programme", "aliases": ["“护薪”"], "mentions": []},
    ],
    "relations": [{"subject": "e1", "predicate": "launches", "object": "e2", "start": 2, "end": 20}],
    "quantities": [{"about": None, "text": "近4位", "value": 4, "unit": "位", "bound": "approx", "start": 5}],
    "times": [{"about": "ARTICLE", "text": "近日", "value": None, "start": 0, "end": 2}],
}


def test_output_and_gold_become_the_same_rows() -> None:
    read = sheet(EXTRACTED, "x")
    assert read.names == (
        Name("甲市总工会", "Organization", start=2),
        Name("护薪行动", "Programme", aliases=("“护薪”",)),
    )
    assert read.triples == (Triple("甲市总工会", "launches", "护薪行动", 2),)
    assert read.amounts == (Amount("", "近4位", 4, "位", "approx", 5),)
    assert read.moments == (Moment("ARTICLE", "近日", None, 0),)
    gold = {"relations": [["甲市总工会", "launches", "护薪行动", 3]], "times": [["ARTICLE", "近日", None]]}
    assert sheet(gold, "x").triples == (Triple("甲市总工会", "launches", "护薪行动"),)
    assert sheet(gold, "x").moments == (Moment("ARTICLE", "近日", None),)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ([], "x 是"),
        ({"entities": {}}, None),  # nothing there
        ({"entities": "甲"}, "x entities"),
        ({"entities": [{"name": "甲"}]}, "x entities[0]"),
        ({"entities": ["甲"]}, "x entities[0]"),
        ({"relations": [["甲", "launches", "乙"], ["甲", "launches"]]}, "x relations[1]"),
        ({"relations": [["甲", "launches", None]]}, "x relations[0]"),
        ({"quantities": [["甲", "三位", "三", "位", "exact"]]}, "x quantities[0]"),
        ({"times": [["甲", 2025, "2025"]]}, "x times[0]"),
    ],
)
def test_wrong_shapes_are_named(data: object, where: str | None) -> None:
    if where is None:
        sheet(data, "x")
        return
    with pytest.raises(InputError) as caught:
        sheet(data, "x")
    assert caught.value.message.startswith(where)
    assert caught.value.hint


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(json.dumps(EXTRACTED), encoding="utf-8")
    (tmp_path / "a.json").write_text("\ufeff{}", encoding="utf-8")
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    assert list(read_sheets(tmp_path)) == ["a", "b"]


@pytest.mark.parametrize("data", [b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_wrong_file_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.json").write_bytes(data)
    with pytest.raises(InputError, match=r"a\.json"):
        read_sheets(tmp_path)
