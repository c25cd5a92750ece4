"""The road of a rule author who writes no code, on the command line: list, show, new, test, stats, explain, build."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.authoring import WORD
from kg.cli import app
from kg.knowledge.frames import PROPERTIES

ARTICLES = Path(__file__).resolve().parents[1] / "articles"

GOOD = """\
property: launches
rules:
  - id: 我的1
    note: 机构认领项目
    triggers: [认领]
    subject: [机构]
    object: [项目]
    examples:
      - "[机构:甲会]认领“[项目:乙行动]”。 -> 甲会 launches 乙行动"
      - "[机构:丙会]认领“[项目:丁行动]”。 -> 丙会 launches 丁行动"
    nothing:
      - "[机构:甲会]计划认领“[项目:乙行动]”。"
"""
PAGE = "基金会获捐资\n\n本报讯　11月3日，江苏省总工会捐资中国青少年发展基金会。\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def kg(*arguments: str, code: int = 0) -> Result:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == code, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def own(text: str, name: str = "launches.yaml", folder: str = "my-rules") -> Path:
    file = Path(folder) / "frames" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


PLANTED = [
    (
        "unknown type",
        "subject: [机构]",
        "subject: [机够]",
        6,
        "没有“机够”这个类型（unknown type）",
        "可以写（allowed）: 机构",
    ),
    ("unknown property", "property: launches", "property: lauches", 1, "unknown property", "did you mean） launches？"),
    (
        "bad hole",
        "triggers: [认领]",
        'patterns: ["{主:机构}认领{宾：项目}"]',
        5,
        "full-width colon in a hole",
        "{宾:项目}",
    ),
    ("missing example", GOOD.splitlines()[9] + "\n", "", 3, "needs two examples, has 1", "-> 主语 属性 宾语"),
    ("wrong YAML", "[认领]", "[认领", 6, "bad YAML", "close brackets"),
    ("tab", "    note", "\tnote", 4, "行首有制表符（tab）", "indent with spaces"),
    ("duplicate id", "rules:\n", "rules:\n" + GOOD.split("rules:\n")[1], 13, "我的1 重复", "give it an id of its own"),
    ("full-width colon", "note: ", "note：", 4, "full-width colon", "type an ASCII colon"),
    ("empty trigger", "[认领]", "[]", 5, "triggers 是空的（empty）", "triggers: [词, 词]"),
]


@pytest.mark.parametrize(("old", "new", "line", "found", "hint"), [p[1:] for p in PLANTED], ids=[p[0] for p in PLANTED])
def test_a_planted_mistake_is_named_with_file_line_and_what_to_type(
    old: str, new: str, line: int, found: str, hint: str
) -> None:
    file = own(GOOD.replace(old, new, 1))
    done = kg("rules", "test", "--ontology", "my-rules", code=4)
    told = next(part for part in done.stderr.split(f"{file} ") if found in part)
    assert told.startswith(f"第 {line} 行（line {line}）：")
    assert hint in told
    assert "Traceback" not in done.stderr


def test_an_example_that_fails_is_named_with_file_line_and_the_reason() -> None:
    file = own(GOOD.replace("[机构:丙会]认领", "[机构:丙会]拟认领"))
    done = kg("rules", "test", str(file), code=7)
    assert f"{file} 第 10 行（line 10），规则（rule） launches#我的1" in done.stderr
    assert "没有读出（not read） 丙会 launches 丁行动" in done.stderr
    assert "有“拟”，不是已然的事" in done.stderr
    assert "1 条规则，3 个例句，1 个不符" in done.stderr


def test_all_mistakes_of_a_folder_are_told_at_once() -> None:
    own(GOOD.replace("[机构]", "[机够]").replace("[认领]", "[]"))
    own("property: organises\nrules: []\n", "organizes.yaml")
    done = kg("build", "nowhere.txt", "--ontology", "my-rules", code=4)
    assert done.stderr.count(" 行（line ") == 4


def test_a_rule_is_shown_as_its_author_wrote_it_with_the_outcome_of_its_examples() -> None:
    own(GOOD.replace("[机构:丙会]认领", "[机构:丙会]拟认领"))
    said = kg("rules", "show", "launches#我的1", "--ontology", "my-rules").stdout
    assert "推出 launches（launches）" in said
    assert "triggers: [认领]" in said
    marks = {line.split(" │")[0].split()[1]: line[0] for line in said.splitlines() if line[:1] in ("✓", "✗")}
    assert marks == {"9": "✓", "10": "✗", "12": "✓"}
    assert "有“拟”" in said


def test_show_takes_a_property_and_its_chinese_name_and_asks_back_for_others() -> None:
    assert kg("rules", "show", "推出").stdout == kg("rules", "show", "launches").stdout
    assert "launches" in kg("rules", "show", "lanches#1", code=2).stderr


def test_the_list_is_grouped_by_property_with_chinese_names() -> None:
    lines = kg("rules", "list").stdout.splitlines()
    heads = [line for line in lines if not line.startswith(" ")]
    assert len(heads) == len(PROPERTIES)
    assert any(line.startswith("推出 launches") for line in heads)


def test_a_template_overwrites_nothing_and_refuses_names_in_use() -> None:
    kg("rules", "new", "launches")
    before = Path("my-rules/frames/launches.yaml").read_bytes()
    assert "nothing was written" in kg("rules", "new", "launches", code=4).stderr
    assert Path("my-rules/frames/launches.yaml").read_bytes() == before
    assert "role: 主办" in kg("rules", "new", "hosts", code=2).stderr
    assert "donatesTo" in kg("rules", "new", "mentions", code=2).stderr
    assert "--label 捐资给" in kg("rules", "new", "捐给", code=2).stderr
    assert "--label" in kg("rules", "new", "donatesTo", code=2).stderr


def test_a_new_property_is_declared_beside_its_template() -> None:
    kg("rules", "new", "donatesTo", "--label", "捐资给")
    assert '"捐资给"@zh, "donates to"@en' in Path("my-rules/kg.ttl").read_text(encoding="utf-8")
    assert "1 条规则，3 个例句，0 个不符" in kg("rules", "test", "my-rules/frames/donatesTo.yaml").stderr


def test_paths_that_lead_nowhere_are_answered() -> None:
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    assert "page.txt" in kg("rules", "new", "launches", "--ontology", "page.txt", code=1).stderr
    assert "no such file" in kg("rules", "test", "missing.yaml", code=4).stderr
    Path("loose.yaml").write_text(GOOD, encoding="utf-8")
    assert "frames/loose.yaml" in kg("rules", "test", "loose.yaml", code=4).stderr
    done = kg("rules", "stats", "missing", code=3)
    assert done.stdout == ""
    assert "missing" in done.stderr


def test_a_second_new_property_joins_the_declarations() -> None:
    kg("rules", "new", "donatesTo", "--label", "捐资给")
    kg("rules", "new", "visits", "--label", "走访")
    kg("rules", "test", "my-rules/frames/visits.yaml")
    assert Path("my-rules/kg.ttl").read_text(encoding="utf-8").count("kg:Relation") == 2


def test_a_new_property_reaches_the_turtle_with_its_evidence_and_no_code() -> None:
    kg("rules", "new", "donatesTo", "--label", "捐资给", "--ontology", "我的规则")
    rules = Path("我的规则/frames/donatesTo.yaml")
    rules.write_text(rules.read_text(encoding="utf-8").replace(WORD, "捐资"), encoding="utf-8")
    Path("pyproject.toml").write_text('[tool.kg]\nontology = ["我的规则"]\n', encoding="utf-8")
    Path("2025-11-04-01.txt").write_text(PAGE, encoding="utf-8")
    kg("build", "2025-11-04-01.txt")
    facts = Path("output/graph.ttl").read_text(encoding="utf-8")
    assert "kg:donatesTo organization:中国青少年发展基金会" in facts
    evidence = Path("output/graph.trig").read_text(encoding="utf-8")
    assert 'kg:rule "donatesTo#我的1"' in evidence
    assert 'oa:exact "11月3日，江苏省总工会捐资中国青少年发展基金会。"' in evidence
    assert "kg:confidence 0.85" in evidence
    assert "捐资给 donates to" in kg("show", "江苏省总工会").stdout
    said = kg("rules", "show", "donatesTo", "-g", "output").stdout
    assert "1 次 times" in said


def test_words_of_the_text_may_be_the_object_of_a_new_property() -> None:
    kg("rules", "new", "employs", "--label", "员工数", "--object", "数量")
    rules = Path("my-rules/frames/employs.yaml")
    rules.write_text(rules.read_text(encoding="utf-8").replace(WORD, "已建成岗位"), encoding="utf-8")
    Path("2025-11-04-01.txt").write_text("要闻\n\n江苏省总工会已建成岗位200个。\n", encoding="utf-8")
    kg("build", "2025-11-04-01.txt", "--ontology", "my-rules")
    assert 'kg:employs "200个"@zh' in Path("output/graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[tool.kg]\nontolgy = ["a"]\n', "unknown key"),
        ('[tool.kg]\nontology = ["nowhere"]\n', "no such folder"),
        ("[tool.kg]\nontology = [1]\n", "no list of folders"),
        ("[tool.kg\n", "is no TOML"),
    ],
)
def test_a_wrong_pyproject_is_answered(content: str, said: str) -> None:
    Path("pyproject.toml").write_text(content, encoding="utf-8")
    assert said in kg("rules", "list", code=4).stderr


def test_the_command_line_goes_before_the_pyproject() -> None:
    own(GOOD)
    Path("pyproject.toml").write_text('[tool.kg]\nontology = ["nowhere"]\n', encoding="utf-8")
    assert "launches#我的1" in kg("rules", "list", "--ontology", "my-rules").stdout


@pytest.fixture
def gold() -> Path:
    """Three sample pages and their gold facts."""
    (Path("pages")).mkdir()
    for file in sorted((ARTICLES / "gold").glob("*.json")):
        shutil.copy(ARTICLES / f"{file.stem}.txt", "pages")
    return ARTICLES / "gold"


def test_rules_are_counted_and_judged_by_gold(gold: Path) -> None:
    done = kg("rules", "stats", "pages", "--gold", str(gold), "-f", "json", "--write", "confidence.tsv")
    data = json.loads(done.stdout)
    byline = next(row for row in data["rules"] if row["rule"] == "reportedBy#1")
    assert byline["facts"] >= byline["right"] >= 5
    assert byline["precision"] == byline["right"] / (byline["right"] + byline["wrong"])
    assert data["judged_pages"] == 3
    judged = sum(row["right"] + row["wrong"] for row in data["rules"])
    assert judged == sum(row["right"] + row["wrong"] for row in data["levels"].values())
    rows = {
        line.split("\t")[0]: line.split("\t")[1:]
        for line in Path("confidence.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("# ")
    }
    assert rows["reportedBy#1"] == [str(byline["right"]), str(byline["wrong"])]


def test_counts_without_gold_as_table_and_csv(gold: Path) -> None:
    table = kg("rules", "stats", "pages").stdout
    silent = [line.split()[0] for line in table.split("从未触发 never spoke")[1].splitlines()[1:]]
    assert len(set(silent)) == len(silent) > 0, "a property has one line"
    rows = list(csv.DictReader(io.StringIO(kg("rules", "stats", "pages", "-f", "csv").stdout)))
    assert {row["property"] for row in rows} == set(PROPERTIES)
    assert all(row["precision"] == "" for row in rows)
    assert "--gold" in kg("rules", "stats", "pages", "--write", "x.tsv", code=2).stderr


def test_a_floor_leaves_out_what_is_less_sure_and_the_report_counts_it(gold: Path) -> None:
    kg("build", "pages", "-o", "all")
    kg("build", "pages", "-o", "sure", "--floor", "high")
    report = json.loads(Path("sure/report.json").read_text(encoding="utf-8"))
    before = json.loads(Path("all/report.json").read_text(encoding="utf-8"))
    assert before["left_out"] == {"floor": 0.0, "relations": 0, "by_rule": {}}
    assert report["left_out"]["floor"] == 0.85
    assert report["left_out"]["relations"] == sum(report["left_out"]["by_rule"].values()) > 0
    assert sum(report["counts"]["relations"].values()) < sum(before["counts"]["relations"].values())
    evidence = Path("sure/graph.trig").read_text(encoding="utf-8")
    sure = {line.split()[1] for line in evidence.splitlines() if "kg:confidence" in line}
    assert sure
    assert min(map(float, sure)) >= 0.85
    name = min(Path("pages").iterdir()).stem
    kg("add", f"pages/{name}.txt", "-g", "sure")
    again = json.loads(Path("sure/report.json").read_text(encoding="utf-8"))
    assert again["left_out"] == report["left_out"]
    assert "--floor" in kg("build", "pages", "--floor", "hi", code=2).stderr


def test_the_confidence_of_every_relation_is_in_the_json(gold: Path) -> None:
    for line in kg("extract", "pages").stdout.splitlines():
        assert all(0 <= r["confidence"] <= 1 for r in json.loads(line)["relations"])


def test_explain_tells_a_plan_a_repetition_and_verbs_that_no_rule_has() -> None:
    said = kg("explain", "江苏省总工会拟启动“护薪”工程。").stdout
    assert "✗ launches#1（启动）　主=江苏省总工会，宾=“护薪”工程　有“拟”" in said
    assert "没有认出名称" in kg("explain", "昨日天晴。").stdout
    assert "没有规则用的动词（verbs of no rule）: 说" in kg("explain", "江苏省总工会说很好。").stdout


def test_explain_takes_the_marked_sentences_of_rule_files() -> None:
    data = json.loads(kg("explain", "[机构:甲会]推出“[项目:乙行动]”。", "--json").stdout)[0]
    assert [e["name"] for e in data["entities"]] == ["甲会", "乙行动"]
    facts = [f for step in data["sentences"][0]["steps"] for f in step["facts"]]
    assert [(f["subject"], f["predicate"], f["object"], f["confidence"]) for f in facts] == [
        ("甲会", "launches", "乙行动", 0.85)
    ]
    assert "机构" in kg("explain", "[机够:甲会]推出。", code=2).stderr


def test_explain_of_a_page_keeps_to_one_name() -> None:
    Path("2025-11-04-01.txt").write_text(PAGE + "浙江省总工会开会。\n", encoding="utf-8")
    said = kg("explain", "2025-11-04-01.txt", "--entity", "江苏省总工会").stdout
    assert "江苏省总工会" in said
    assert "浙江省总工会" not in said
    assert "江苏省总工会" in kg("explain", "2025-11-04-01.txt", "--entity", "甲会", code=3).stderr
    assert "missing.txt" in kg("explain", "missing.txt", code=3).stderr
