"""A user's own folder: what it may hold, and the answer to what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import load
from kg.knowledge.base import check_folder
from kg.knowledge.confidence import LEVELS, floor_of, level_of, load_confidence
from kg.knowledge.frames import Rule
from knowledge.own import DONATES, PREFIXES, RULE


def folder(root: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_ttl", ".ttl").replace("_yaml", ".yaml").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def test_a_property_of_ones_own_is_declared_beside_its_rule(tmp_path: Path) -> None:
    own = load(folder(tmp_path, kg_ttl=PREFIXES + DONATES, frames__donatesTo_yaml=RULE))
    assert [(r.id, r.folder) for r in own.frames.rules if r.folder] == [("donatesTo#1", 1)]


TERMS = [
    (DONATES.replace("kg:Relation, ", ""), "没有写 a kg:Relation", "kg:donatesTo a kg:Relation"),
    (DONATES.replace(', "donates to"@en', ""), "缺中文或英文名称", "rdfs:label"),
    (DONATES.replace("@zh,", "@zh，"), "第 4 行（line 4）：有全角标点 ，", "半角"),
    (DONATES.replace(" ; rdfs:label", " rdfs:label"), "第 4 行（line 4）：不是合法的 Turtle", "分号"),
    (DONATES.replace(" .", " ; rdfs:domain kg:Organisation ."), "kg:Organisation：没有这个类", "kg:Organization"),
]


@pytest.mark.parametrize(("terms", "found", "hint"), TERMS)
def test_a_wrong_declaration_is_answered(tmp_path: Path, terms: str, found: str, hint: str) -> None:
    with pytest.raises(KnowledgeError) as error:
        load(folder(tmp_path, kg_ttl=PREFIXES + terms, frames__donatesTo_yaml=RULE))
    assert found in str(error.value)
    assert hint in str(error.value)


def test_a_declaration_in_gbk_is_answered(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="不是 UTF-8"):
        load(folder(tmp_path, kg_ttl=(PREFIXES + DONATES).encode("gbk"), frames__donatesTo_yaml=RULE))


def test_a_term_of_ones_own_joins_its_lexicon(tmp_path: Path) -> None:
    own = load(folder(tmp_path, lexicons__organization_kinds_txt="零工驿站\tunion\n"))
    assert own.lexicon["organization_kinds"]["零工驿站"] == "union"


def test_a_line_with_brackets_stands_for_several_terms(tmp_path: Path) -> None:
    own = load(folder(tmp_path, lexicons__organization_kinds_txt="(零工|骑手)驿站(联盟)?\tunion\n"))
    added = set(own.lexicon["organization_kinds"]) - set(load().lexicon["organization_kinds"])
    assert added == {"零工驿站", "零工驿站联盟", "骑手驿站", "骑手驿站联盟"}


LEXICONS = [
    ("organisation_kinds", "甲坊\tunion\n", 1, "没有 organisation_kinds 这个词表", "organization_kinds.txt？"),
    ("organization_kinds", "# 说明\n甲坊 union\n", 2, "不是制表符", "甲坊<TAB>union"),
    ("organization_kinds", "甲坊\n", 1, "没有写值", "甲坊<TAB>"),
    ("organization_kinds", "甲坊\tunoin\n", 1, "“unoin”不对", "union"),
    ("organization_kinds", "(甲|乙坊\tunion\n", 1, "括号不成对", "(甲|乙)丙"),
    ("posts", "甲长\tpost\t再\n", 1, "应为一个词", "词<TAB>值"),
    ("posts", "甲长\tpost\n".encode("gbk"), 1, "不是 UTF-8", "另存为 UTF-8"),
]


@pytest.mark.parametrize(("name", "content", "line", "found", "hint"), LEXICONS)
def test_a_wrong_term_is_answered(
    tmp_path: Path, name: str, content: str | bytes, line: int, found: str, hint: str
) -> None:
    with pytest.raises(KnowledgeError) as error:
        load(folder(tmp_path, **{f"lexicons__{name}_txt": content}))
    said = str(error.value)
    assert f"{name}.txt 第 {line} 行（line {line}）：" in said
    assert found in said
    assert hint in said


def test_mistakes_of_rules_and_lexicons_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as error:
        load(folder(tmp_path, lexicons__posts_txt="甲长\n", frames__donatesTo_yaml=RULE))
    assert "没有写值" in str(error.value)
    assert "没有 donatesTo 这个属性" in str(error.value)


def test_a_folder_that_holds_nothing_says_what_it_may_hold(tmp_path: Path) -> None:
    (tmp_path / "frames").mkdir()
    (tmp_path / "loose").mkdir()
    (tmp_path / "loose" / "launches.yaml").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    answers = {
        "missing": "没有这个目录",
        "file": "是文件，不是目录",
        "empty": "kg rules new",
        "frames": f"上一级目录（give the folder above it）: {tmp_path}",
        "loose": "frames/: launches.yaml",
        "close": f"{tmp_path / 'close' / 'frames'}？",
    }
    (tmp_path / "close" / "frame").mkdir(parents=True)
    for name, answer in answers.items():
        with pytest.raises(KnowledgeError) as error:
            check_folder(tmp_path / name)
        assert answer in str(error.value)


def test_what_lies_in_the_wrong_place_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError) as error:
        load(folder(tmp_path, **{"frames__mine__donatesTo_yaml": RULE, "lexicons__posts.csv": "甲长,post"}))
    assert "frames/ 里的目录 mine 不会被读" in str(error.value)
    assert "posts.txt" in str(error.value)


def rule(name: str, folder: int) -> Rule:
    return Rule(name, name, "", "", 1, folder=folder)


def test_precision_counts_from_five_facts_on_and_goes_with_the_rule_that_was_measured(tmp_path: Path) -> None:
    shipped, own = tmp_path / "a", tmp_path / "b"
    for place in (shipped, own):
        place.mkdir()
    (shipped / "confidence.tsv").write_text(
        "# 说明\nlaunches#1\t8\t2\npartOf#1\t4\t0\ntargets#1\t9\t0\n", encoding="utf-8"
    )
    rules = [rule("launches#1", 0), rule("partOf#1", 0), rule("targets#1", 1)]
    assert load_confidence([shipped, own], rules) == {"launches#1": 0.75}
    (own / "confidence.tsv").write_text("targets#1\t5\t0\n", encoding="utf-8")
    assert load_confidence([shipped, own], rules) == {"launches#1": 0.75, "targets#1": 0.86}


def test_a_wrong_row_of_confidence_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "confidence.tsv").write_text("# 说明\nlaunches#1\t8\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"confidence\.tsv 第 2 行（line 2）"):
        load_confidence([tmp_path], [])


def test_levels_are_floors(tmp_path: Path) -> None:
    assert [floor_of(name) for name in LEVELS] == list(LEVELS.values())
    assert floor_of("0.8") == 0.8
    assert [level_of(value) for value in (0.99, 0.85, 0.84, 0.7, 0.5, 0.1)] == [
        *("high", "high", "medium", "medium", "low", "low")
    ]
    for wrong in ("hi", "1.2", "-1", "nan"):
        with pytest.raises(ValueError, match=wrong):
            floor_of(wrong)
