import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

PAGE = "甲市总工会启动护薪行动\n\n本报讯（记者 李小明）11月3日，甲市总工会在北京市启动护薪行动。共有30名职工参加。\n"
GOLD = {
    "entities": [
        {"name": "甲市总工会", "type": "Organization"},
        {"name": "李小明", "type": "Person"},
        {"name": "北京市", "type": "Place"},
        {"name": "丁戊己", "type": "Policy"},
    ],
    "relations": [["ARTICLE", "reportedBy", "李小明"]],
    "quantities": [["甲市总工会", "30名职工", 30, "人", "exact"], ["甲市总工会", "9场", 9, "场", "exact"]],
    "times": [["甲市总工会", "11月3日", "2025-11-03"]],
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["eval", *map(str, arguments)])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "2025-11-17-01.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in ("01", "02"):
        (folder / f"2025-11-17-{number}.txt").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    said = {
        "entities": [
            {"id": "e1", "name": "甲市总工会", "type": "Organization", "mentions": [[0, 5]]},
            {"id": "e2", "name": "职工", "type": "Person", "mentions": [[55, 57]]},
        ],
        "times": [{"about": "e2", "text": "11月3日", "value": "2024-11-03", "start": 25}],
    }
    (folder / "2025-11-17-01.json").write_text(json.dumps(said), encoding="utf-8")
    return folder


def test_pages_are_read_and_scored(gold: Path, pages: Path) -> None:
    result = run(gold, "--pages", pages, "--json")
    assert result.exit_code == 0, result.output
    scores = json.loads(result.stdout)
    assert scores["documents"] == 1
    assert scores["entities"]["Person"] == {
        "P": 1.0,
        "R": 1.0,
        "F1": 1.0,
        "gold": 1,
        "system": 1,
        "found": 1,
        "right": 1,
    }
    assert scores["relations"]["reportedBy"]["F1"] == 1
    assert scores["quantities"]["recall"] == 1 / 2
    assert scores["times"]["value"] == 1
    assert "errors" not in scores


def test_output_is_scored_and_mistakes_are_quoted(gold: Path, pages: Path, output: Path) -> None:
    result = run(gold, "--system", output, "--pages", pages, "--errors")
    assert result.exit_code == 0, result.output
    assert "实体 Entities" in result.stdout
    lines = [line.split("\t")[1:] for line in result.stdout.splitlines() if "\t" in line]
    sentence = "11月3日，甲市总工会在北京市启动护薪行动。"
    assert ["误 false", "Person", "职工", "共有30名职工参加。"] in lines
    assert ["漏 miss", "Place", "北京市", sentence] in lines
    assert ["漏 miss", "Policy", "丁戊己", ""] in lines
    assert ["漏 miss", "reportedBy", "ARTICLE → 李小明", "本报讯（记者 李小明）"] in lines
    assert ["漏 miss", "Quantity", "30名职工 = 30 人 exact（甲市总工会）", "共有30名职工参加。"] in lines
    assert ["错 wrong", "Time", "11月3日 = 2024-11-03 ≠ 2025-11-03（职工 ≠ 甲市总工会）", sentence] in lines


def test_without_pages_mistakes_have_no_sentence(gold: Path, output: Path) -> None:
    result = run(gold, "--system", output, "--errors", "--json")
    errors = json.loads(result.stdout)["errors"]
    assert {"document": "2025-11-17-01", "mark": "false", "kind": "Person", "words": "职工", "sentence": ""} in errors


def test_gold_without_output_counts_as_empty_and_is_told(gold: Path, output: Path) -> None:
    (gold / "z.json").write_text(json.dumps(GOLD), encoding="utf-8")
    result = run(gold, "--system", output, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["entities"]["ALL"]["gold"] == 8
    assert "z" in result.stderr


def test_a_page_without_an_article_counts_as_empty(gold: Path, pages: Path) -> None:
    (pages / "2025-11-17-01.txt").write_text("（下转第2版）\n", encoding="utf-8")
    result = run(gold, "--pages", pages, "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["entities"]["ALL"]["F1"] == 0
    assert "2025-11-17-01.txt" in result.stderr


def test_slips_in_the_gold_are_told(gold: Path, output: Path) -> None:
    slips = {
        "entities": [{"name": "甲市总工会", "type": "Organisation"}],
        "relations": [["甲市总工会", "launches", "护薪行动"], ["甲市总工会", "targets", "职工"]],
        "quantities": [["甲市总工会", "近30名", 30, "人", "about"]],
    }
    (gold / "2025-11-17-01.json").write_text(json.dumps(slips), encoding="utf-8")
    result = run(gold, "--system", output)
    assert result.exit_code == 0
    told = result.stderr.splitlines()
    assert len(told) == 3
    assert "Organisation" in told[0]
    assert "护薪行动" in told[1]
    assert "approx" in told[2]


def test_names(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    rows = [
        {"text": "李小明说，北京市很大。", "spans": [[0, 3, "PER"], [5, 8, "LOC"]]},
        {"text": "今天下雨。北京市没有雨。", "spans": [[0, 2, "ORG"], [5, 8, "LOC"], [0, 1, "TITLE"]]},
        {"text": "，。", "spans": []},
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    result = run("--ner", file, "--errors", "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert list(found["names"]) == ["ALL", "PER", "LOC", "ORG"]
    assert found["names"]["LOC"]["F1"] == found["names"]["PER"]["F1"] == 1
    assert found["names"]["ALL"]["R"] == 3 / 4
    assert found["errors"] == [
        {"document": "2", "mark": "miss", "kind": "ORG", "words": "今天", "sentence": "今天下雨。"}
    ]
    assert "名称 Names" in run("--ner", file).stdout


@pytest.mark.parametrize(
    "row", ["{", "[]", '{"text": "甲"}', '{"text": "甲", "spans": [[0, 2, "PER"]]}', '{"text": 1, "spans": []}', ""]
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(row, encoding="utf-8")
    result = run("--ner", file)
    assert result.exit_code == 3
    assert "set.jsonl" in result.stderr
    assert "→" in result.stderr


def test_what_cannot_be_scored(tmp_path: Path, gold: Path, pages: Path, output: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.json").write_text("{}", encoding="utf-8")
    for arguments, named in (
        ((tmp_path / "none", "--pages", pages), "none"),
        ((empty, "--pages", pages), "empty"),
        ((gold, "--system", tmp_path / "none"), "none"),
        ((gold, "--system", other), "2025-11-17-01"),
        ((other, "--pages", pages), "2025-11-17-02"),
        ((gold, "--pages", tmp_path / "none"), "none"),
        (("--ner", tmp_path / "none.jsonl"), "none.jsonl"),
    ):
        result = run(*arguments)
        assert result.exit_code == 3, arguments
        assert named in result.stderr
        assert "→" in result.stderr
        assert not result.stdout
    (other / "x.json").write_text("{", encoding="utf-8")
    assert run(other, "--pages", pages).exit_code == 3


@pytest.mark.parametrize("arguments", [(), ("gold",), ("gold", "--ner", "set.jsonl")])
def test_wrong_calls(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2
