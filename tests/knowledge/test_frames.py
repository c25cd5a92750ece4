"""Rule files: what they load to, and the answer to each mistake that a rule author is likely to make."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.frames import Frames, load_frames

GOOD = """\
property: launches
rules:
  - id: 1
    note: 推出
    triggers: [推出]
    subject: [机构]
    object: {type: [项目], at: [宾语]}
    examples:
      - "[机构:甲会]推出“[项目:乙行动]”。 -> 甲会 launches 乙行动"
      - "[机构:丙会]推出“[项目:丁行动]”。 -> 丙会 launches 丁行动"
    nothing:
      - "[机构:甲会]拟推出“[项目:乙行动]”。"
"""


def load(folder: Path, text: str, name: str = "launches.yaml") -> Frames:
    (folder / name).write_text(text, encoding="utf-8")
    return load_frames([folder])


def test_a_rule_is_read_with_its_roles_and_examples(tmp_path: Path) -> None:
    (rule,) = load(tmp_path, GOOD).rules
    assert (rule.id, rule.property, rule.triggers, rule.line) == ("launches#1", "launches", ("推出",), 3)
    assert rule.subject.types == ("机构",)
    assert rule.subject.at == ("主语",)
    assert rule.object.at == ("宾语",)
    assert rule.examples[0].facts == (("甲会", "launches", "乙行动"),)
    assert rule.examples[0].line == 9


MISTAKES = [
    ("unknown type", GOOD.replace("subject: [机构]", "subject: [机够]"), 6, "机够", "机构"),
    ("unknown property", GOOD.replace("property: launches", "property: lauches"), 1, "lauches", "launches"),
    ("bad hole", GOOD.replace("triggers: [推出]", 'patterns: ["{主:机构}推出{宾：项目}"]'), 5, "{宾：项目}", "项目"),
    ("open hole", GOOD.replace("triggers: [推出]", 'patterns: ["{主:机构}推出{宾:项目"]'), 5, "bad hole", "{主:机构}"),
    ("missing example", GOOD.replace(GOOD.splitlines()[9] + "\n", ""), 3, "两个例子", "-> 主语 属性 宾语"),
    ("missing counter-example", GOOD.split("    nothing:")[0], 3, "一个反例", "nothing"),
    ("wrong YAML", GOOD.replace("triggers: [推出]", "triggers: [推出"), 6, "YAML", "缩进"),
    ("tab", GOOD.replace("    note: 推出", "\tnote: 推出"), 4, "tab", "空格"),
    ("full-width colon", GOOD.replace("note: 推出", "note：推出"), 4, "全角冒号", "半角冒号"),
    ("empty trigger", GOOD.replace("[推出]", "[]"), 5, "空", "triggers"),
    ("empty word", GOOD.replace("[推出]", "[推出, '']"), 5, "空项", "triggers"),
    ("unknown key", GOOD.replace("note: 推出", "nota: 推出"), 4, "nota", "note"),
    ("unknown place", GOOD.replace("at: [宾语]", "at: [宾雨]"), 7, "宾雨", "宾语"),
    ("no way to read", GOOD.replace("    triggers: [推出]\n", ""), 3, "triggers、patterns、by", "留一种"),
    ("fact that is none", GOOD.replace("丙会 launches 丁行动", "丙会 推出 丁行动"), 10, "不是事实", "launches"),
]


@pytest.mark.parametrize(("text", "line", "found", "hint"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_answered_with_its_line_and_what_to_type(
    tmp_path: Path, text: str, line: int, found: str, hint: str
) -> None:
    with pytest.raises(KnowledgeError) as error:
        load(tmp_path, text)
    said = str(error.value)
    assert f"launches.yaml 第 {line} 行" in said
    assert found in said
    assert hint in said


def test_a_hole_of_several_types_stands_for_a_formula_of_each(tmp_path: Path) -> None:
    (rule,) = load(
        tmp_path, GOOD.replace("triggers: [推出]", 'patterns: ["{主:机构}在{地点}推出{宾:项目/活动}"]')
    ).rules
    assert rule.patterns == ("{主:机构}在{地点}推出{宾:项目}", "{主:机构}在{地点}推出{宾:活动}")


def test_a_number_used_twice_is_a_mistake_of_the_second(tmp_path: Path) -> None:
    again = GOOD.split("rules:\n")[1]
    with pytest.raises(KnowledgeError, match=r"第 13 行（line 13）：规则号 launches#1 重复，本文件 第 3 行"):
        load(tmp_path, GOOD + again)


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "organizes.yaml").write_text("property: organises\nrules: []\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load(tmp_path, GOOD.replace("[机构]", "[机够]").replace("[推出]", "[]"))
    assert "4 处错误" in str(error.value)


def test_a_long_property_may_be_parted_into_files(tmp_path: Path) -> None:
    other = GOOD.replace("id: 1", "id: 3") + GOOD.split("rules:\n")[1].replace("id: 1", "id: 我的1")
    (tmp_path / "a.yaml").write_text(other, encoding="utf-8")
    rules = load(tmp_path, GOOD.replace("id: 1", "id: 10")).rules
    assert [(rule.id, rule.file.rpartition("/")[2]) for rule in rules] == [
        ("launches#3", "a.yaml"),
        ("launches#10", "launches.yaml"),
        ("launches#我的1", "a.yaml"),
    ]
    with pytest.raises(KnowledgeError, match=r"launches#3 重复，.*a\.yaml 第 3 行"):
        load(tmp_path, GOOD.replace("id: 1", "id: 3"))


def test_a_later_folder_adds_rules_and_replaces_by_number(tmp_path: Path) -> None:
    built_in, own = tmp_path / "a", tmp_path / "b"
    built_in.mkdir()
    own.mkdir()
    (built_in / "launches.yaml").write_text(GOOD, encoding="utf-8")
    more = GOOD.replace("triggers: [推出]", "triggers: [首发]")
    (own / "launches.yaml").write_text(more + more.split("rules:\n")[1].replace("id: 1", "id: 9"), encoding="utf-8")
    frames = load_frames([built_in, own])
    assert [(rule.id, rule.triggers) for rule in frames.rules] == [("launches#1", ("首发",)), ("launches#9", ("首发",))]


def test_a_property_of_ones_own_is_allowed_when_the_ontology_declares_it(tmp_path: Path) -> None:
    text = GOOD.replace("launches", "sponsors")
    (tmp_path / "sponsors.yaml").write_text(text, encoding="utf-8")
    assert load_frames([tmp_path], properties=["sponsors"]).rules[0].id == "sponsors#1"
