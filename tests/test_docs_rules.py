"""The chapter for rule authors keeps its word: its files load, its examples hold, its messages are the real ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import KnowledgeError
from kg.explain import as_data, explain_sentence
from kg.extract.examples import check_examples
from kg.knowledge import load

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "rules.zh.md").read_text(encoding="utf-8")
VERB, RELATION = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
(KINDS,) = re.findall(r"```\n([^`]*\t[^`]*)```", TEXT)
(TERMS,) = re.findall(r"```turtle\n(.*?)```", TEXT, re.DOTALL)
PREFIXES = (
    "@prefix kg: <https://w3id.org/baotu/kg#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that a reader of the chapter has at its end."""
    files = {
        "frames/launches.yaml": VERB,
        "frames/donatesTo.yaml": RELATION,
        "lexicons/organization_kinds.txt": KINDS,
        "kg.ttl": PREFIXES + TERMS,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_three_lessons_work(folder: Path) -> None:
    own = load(folder)
    ids = [rule.id for rule in own.frames.rules if rule.folder]
    assert ids == ["donatesTo#1", "launches#认领"]
    assert check_examples(own.frames, own.lexicon, ids) == []
    said = set()
    for sentence in re.findall(r"kg explain '([^'\[…]+)' --ontology", TEXT):
        data = as_data(explain_sentence(sentence, date=None, knowledge=own))
        said |= {
            (f["subject"], f["predicate"], f["object"])
            for one in data["sentences"]
            for step in one["steps"]
            for f in step["facts"]
        }
    assert said == {
        ("江苏省总工会", "launches", "暖心行动"),
        ("苏州市零工驿站", "launches", "暖心行动"),
    }


def test_the_message_of_the_chapter_is_the_real_one(folder: Path) -> None:
    (folder / "frames" / "launches.yaml").write_text(VERB.replace("[机构]", "[机够]", 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load(folder)
    told = str(error.value).replace(str(folder), "我的规则")
    (shown,) = re.findall(r"```\n(我的规则/frames/launches\.yaml 第.*?)```", TEXT, re.DOTALL)
    assert shown.strip() in told
