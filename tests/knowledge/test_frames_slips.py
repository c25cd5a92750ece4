"""What a tired editor brings into a rule file, and the answer: where it stands and what to type."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.frames import load_frames
from knowledge.test_frames import GOOD

LAST = '"[机构:丙会]推出“[项目:丁行动]”。 -> 丙会 launches 丁行动"'
PATTERN = 'patterns: ["{主:机构}推出{宾:项目}"]'

SLIPS = [
    ("too little indent", "    note: 推出", "   note: 推出", 4, "note 前有 3 个空格", "应有 4 个"),
    ("too much indent", "    note: 推出", "      note: 推出", 4, "note 前有 6 个空格", "应有 4 个"),
    ("a list at the wrong depth", "    examples:", "  examples:", 8, "examples 前有 2 个空格", "应有 4 个"),
    ("words glued by 、", "[推出]", "推出、启动", 5, "不是一个词", "triggers: [推出, 启动]"),
    ("full-width comma", "[推出]", "[推出，启动]", 5, "不是一个词", "triggers: [推出, 启动]"),
    ("full-width brackets", "[推出]", "［推出，启动］", 5, "不是一个词", "triggers: [推出, 启动]"),
    ("full-width braces", "{type: [项目], at: [宾语]}", "｛type: [项目]｝", 7, "全角括号", "[ ]"),
    ("types glued by 、", "subject: [机构]", "subject: [机构、人物]", 6, "机构、人物", "[机构, 人物]"),
    ("a type in English", "subject: [机构]", "subject: [Organization]", 6, "Organization", ": 机构"),
    ("a time for a verb", "{type: [项目], at: [宾语]}", "[时间]", 7, "不能是时间", "patterns"),
    ("a role misspelt", "subject:", "sbject:", 6, "sbject", "subject？"),
    ("no role at all", "    subject: [机构]\n", "", 3, "subject", "subject: [机构]"),
    ("a role without types", "{type: [项目], at: [宾语]}", "{at: [宾语]}", 7, "没有 type", "{type: [机构]"),
    ("a key twice", "    note: 推出", "    note: 推出\n    note: 推出", 5, "写了两次", "只留一个"),
    ("no space behind a colon", "note: 推出", "note:推出", 4, "冒号后没有空格", "空格"),
    ("no space behind a dash", "  - id: 1", "  -id: 1", 3, "“-”后没有空格", "空格"),
    ("no id", "  - id: 1\n    note: 推出", "  - note: 推出", 3, "没有 id", "id: 1"),
    ("a space in an id", "id: 1", "id: 1 2", 3, "空格或标点", "id: 1"),
    ("two ways to read", "triggers: [推出]", "triggers: [推出]\n    by: 同位", 3, "triggers、by", "只留一种"),
    ("neither yes nor no", "    note: 推出", "    moods: 也许", 4, "也许", "moods: yes"),
    ("a rule that is no list item", "  - id: 1", "    id: 1", 3, "rules 是", "- id: 1"),
    ("no property", "property: launches\n", "", 1, "property 没有写", "property: "),
    ("a sentence without marks", LAST, '"丙会推出丁行动。 -> 丙会 launches 丁行动"', 10, "没有标出类型", "[机构:丙会]"),
    ("a name not in the sentence", "丙会 launches", "戊会 launches", 10, "“戊会”不在句中", "丙会、丁行动"),
    ("a property misspelt", "丙会 launches", "丙会 lanches", 10, "lanches", "launches？"),
    ("a fact in one word", "丙会 launches 丁行动", "丙会推出丁行动", 10, "不是事实", "用空格隔开"),
    (
        "a full-width semicolon",
        "丙会 launches 丁行动",
        "丙会 launches 丁行动；甲 launches 乙",
        10,
        "全角分号",
        "半角分号",
    ),
    ("another arrow", "-> 丙会", "→ 丙会", 10, "→", ": ->"),
    ("no facts", " -> 丙会 launches 丁行动", "", 10, "没有写出 launches 的事实", "-> 主语 launches 宾语"),
    ("a full-width mark", "[机构:丙会]", "[机构：丙会]", 10, "全角符号", "[机构:丙会]"),
    ("lenticular brackets", "[机构:丙会]", "【机构:丙会】", 10, "全角符号", "[机构:丙会]"),
    ("an open mark", "[机构:丙会]", "[机构:丙会", 10, "不成对", "[机构:甲会]"),
    ("no quotes", LAST, LAST.strip('"'), 10, "没有引号", "半角双引号"),
    ("quotes in quotes", "“[项目:丁行动]”", '"[项目:丁行动]"', 10, "引号里又有半角引号", "中文引号"),
    ("quotes left open", '丁行动"\n', "丁行动\n", 10, "引号没有闭上", "半角双引号"),
    ("a mapping for a sentence", LAST, "例: 丙会推出", 10, "不是一句话", "半角双引号"),
    ("no role in a formula", "triggers: [推出]", 'patterns: ["{机构}推出"]', 5, "没有标出主、宾", "{主:机构}"),
    ("a role twice", "triggers: [推出]", PATTERN.replace("宾", "主"), 5, "标了两个“主:”", "{主:机构+}"),
    ("an unknown role", "triggers: [推出]", PATTERN.replace("主:", "主语:"), 5, "角色不对", "{主:机构}"),
    (
        "brackets of the keyboard",
        "triggers: [推出]",
        PATTERN.replace("推出", "（推出|启动）"),
        5,
        "“|”不在半角括号里",
        "(甲|乙)",
    ),
    ("an open bracket", "triggers: [推出]", PATTERN.replace("推出", "(推出|启动"), 5, "括号不成对", "(甲|乙)"),
    ("? behind nothing", "triggers: [推出]", PATTERN.replace("推出", "(?推出)"), 5, "“?”前面没有东西", "(甲)?"),
    ("two documents", "rules:", "---\nrules:", 2, "分成了两份", "删去"),
    ("a control character", "[推出]", "[推出\x07]", 5, "U+0007", "删去"),
    ("an unknown construction", "triggers: [推出]", "by: 同味", 5, "同味", "同位？"),
]


def mistakes_of(folder: Path, content: bytes, name: str = "launches.yaml") -> str:
    (folder / name).write_bytes(content)
    with pytest.raises(KnowledgeError) as error:
        load_frames([folder])
    return str(error.value)


@pytest.mark.parametrize(("old", "new", "line", "found", "hint"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_a_slip_is_answered_at_its_line(tmp_path: Path, old: str, new: str, line: int, found: str, hint: str) -> None:
    assert old in GOOD
    said = mistakes_of(tmp_path, GOOD.replace(old, new).encode())
    told = next((part for part in said.split(f"{tmp_path / 'launches.yaml'} ") if found in part), "")
    assert told.startswith(f"第 {line} 行（line {line}）：")
    assert hint in told


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(tmp_path: Path, content: bytes) -> None:
    assert "empty file" in mistakes_of(tmp_path, content)


def test_a_file_in_gbk_is_told_with_its_line(tmp_path: Path) -> None:
    assert "第 4 行（line 4）：文件不是 UTF-8" in mistakes_of(tmp_path, GOOD.encode("gbk"))


def test_a_file_with_another_ending_is_not_passed_over(tmp_path: Path) -> None:
    assert "launches.yaml" in mistakes_of(tmp_path, GOOD.encode(), "launches.yaml.txt")


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()])
def test_marks_and_line_ends_of_windows_are_no_mistake(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "launches.yaml").write_bytes(content)
    (rule,) = load_frames([tmp_path]).rules
    assert rule.triggers == ("推出",)
    assert rule.text.splitlines()[0] == "  - id: 1"


def test_an_unknown_property_is_told_once_and_not_again_in_every_example(tmp_path: Path) -> None:
    said = mistakes_of(tmp_path, GOOD.replace("launches", "lauches").encode())
    assert said.startswith("规则文件有 1 处错误")


def test_a_rule_keeps_the_words_of_its_author(tmp_path: Path) -> None:
    (tmp_path / "launches.yaml").write_text(GOOD + "\n# 说明\n\n", encoding="utf-8")
    (rule,) = load_frames([tmp_path]).rules
    assert rule.text == GOOD.split("rules:\n")[1].rstrip("\n")
