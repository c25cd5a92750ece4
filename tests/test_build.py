"""A graph kept up to date is, byte for byte, the graph that a build from scratch gives."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.build import Built, build_graph
from kg.errors import GraphError, InputError, KgError
from kg.graph import dump, open_graph
from kg.graph.query import ask
from kg.knowledge import Knowledge, load
from kg.knowledge.lexicon import Lexicon
from kg.knowledge.parts import difference, parts
from kg.model import Page
from kg.pipeline import Reader

SIGNED = "（记者安文远）"
VERSIONS = {
    "2025-11-03-01": (
        f"江苏省总工会推出“护薪”行动\n\n本报讯{SIGNED}江苏省总工会与省司法厅联手推出“护薪”行动，为职工提供法律服务。"
        "江苏省总工会主席丁大勇介绍，已服务职工近千人次。\n",
        "江苏省总工会“护薪”行动收官\n\n本报讯（记者司马青）江苏省总工会副主席丁大勇说，“护薪”行动服务职工2000人次。\n",
    ),
    "2025-11-04-02": (
        f"护薪行动走进南京\n\n本报讯{SIGNED}11月3日，“护薪”行动在南京市举行。南京市总工会主席丁大勇出席。\n",
        "两家工会签约\n\n本报讯 南京市总工会与苏州市总工会联合主办职工运动会。\n\n"
        "钢铁厂职工丁大勇\n获全国劳动模范称号\n\n本报讯 2024年，南京钢铁厂职工丁大勇荣获“全国劳动模范”称号。\n",
    ),
    "2025-11-05-03": (
        "和平区的工会\n\n本报讯 11月4日，天津市和平区总工会启动“暖心”项目，职工丁大勇参加。\n",
        "和平区的工会\n\n本报讯 11月4日，沈阳市和平区总工会启动“暖心”项目，面向快递员。\n",
        "   \n",  # nothing to read any more
    ),
    "2025-11-06-04": (f"职工运动会闭幕\n\n本报讯{SIGNED}江苏省总工会主席丁大勇在南京为职工运动会颁奖。\n",),
}
"""Pages by name, each in the versions that it goes through."""

Step = tuple[str, int | None]
"""A page and the version that is added, or None where it is removed."""


def page(name: str, version: int) -> Page:
    text = VERSIONS[name][version]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Page(uri=f"{name}.txt", name=name, sha256=digest, text=text, published=name[:10])


def bare(file: Path) -> bytes:
    """The content of a file of a build; of the report without its times and the problems of that run."""
    if file.name != "report.json":
        return file.read_bytes()
    report = json.loads(file.read_text(encoding="utf-8"))
    return json.dumps({key: report[key] for key in report if key not in ("timings", "problems")}).encode()


def contents(directory: Path) -> dict[str, bytes]:
    """The files of a build by path, the store as sorted quads."""
    files = [file for file in directory.rglob("*") if file.is_file() and "store" not in file.parts]
    return {str(f.relative_to(directory)): bare(f) for f in files} | {"store": dump(open_graph(directory))}


Build = Callable[..., tuple[Built, list[KgError]]]


def build(knowledge: Knowledge, pages: Sequence[Page], directory: Path, **more: Any) -> tuple[Built, list[KgError]]:
    failed: list[KgError] = []
    built = build_graph(pages, directory, knowledge=knowledge, problems=failed, on_error=failed.append, **more)
    return built, failed


Building = Callable[..., tuple[Built, list[KgError]]]


@pytest.fixture
def building(knowledge: Knowledge) -> Building:
    """``build`` by the built-in knowledge, which as an argument of its own Hypothesis would write out, all of it."""

    def by_the_built_in(pages: Sequence[Page], directory: Path, **more: Any) -> tuple[Built, list[KgError]]:
        return build(knowledge, pages, directory, **more)

    return by_the_built_in


@pytest.fixture
def one_reader(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """All builds of a test read with one reader, since making one takes longer than all the rest."""
    monkeypatch.setattr("kg.workers.build_reader", lambda knowledge: read)


NEWEST = "2025-11-06-04"
steps = st.sampled_from([(name, v) for name in VERSIONS for v in (*range(len(VERSIONS[name])), None)])


@pytest.mark.usefixtures("one_reader")
@settings(max_examples=8)
@given(order=st.lists(steps, min_size=4, max_size=8))
@example(order=[("2025-11-05-03", 0), ("2025-11-05-03", 2)])  # a page changes into one that cannot be read
@example(order=[("2025-11-04-02", 0), (NEWEST, None), (NEWEST, 0), ("2025-11-04-02", 1), ("2025-11-04-02", 0)])
def test_any_order_of_additions_changes_and_removals(building: Building, order: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept, scratch = Path(folder, "kept"), Path(folder, "scratch")
        held = {NEWEST: page(NEWEST, 0)}
        building(list(held.values()), kept)
        for name, version in order:
            if version is not None:
                try:
                    built, failed = building([page(name, version)], kept, keep=True)
                except InputError:  # the only page became unreadable: the graph stays as it was
                    assert set(held) == {name}
                    continue
                assert built.read == (held.get(name) != page(name, version)) or failed
                held[name] = page(name, version)
                if failed:
                    del held[name]
            elif name in held and len(held) > 1:
                building([], kept, keep=True, without=frozenset({name}))
                del held[name]
        building(list(held.values())[::-1], scratch)
        one, other = contents(kept), contents(scratch)
        assert one.keys() == other.keys()
        assert [name for name in one if one[name] != other[name]] == []


RULE = """property: launches
rules:
  - id: 91
    note: 机构认领项目
    triggers: [认领]
    subject: [机构]
    object: [项目]
    examples:
      - "[机构:甲市总工会]认领“[项目:暖心行动]”。 -> 甲市总工会 launches 暖心行动"
      - "[机构:乙县总工会]认领“[项目:护薪行动]”。 -> 乙县总工会 launches 护薪行动"
    nothing: ["[机构:甲市总工会]计划认领“[项目:暖心行动]”。"]
"""
CLAIMED = "工会认领心愿\n\n本报讯 11月3日，江苏省总工会认领“微心愿”行动。\n"


def test_a_new_rule_has_those_pages_read_that_it_could_touch(tmp_path: Path, knowledge: Knowledge) -> None:
    own = tmp_path / "rules"
    (own / "frames").mkdir(parents=True)
    (own / "frames" / "claims.yaml").write_text(RULE, encoding="utf-8")
    claimed = Page("claimed.txt", "claimed", "", CLAIMED, "2025-11-04")
    pages = [claimed, *(page(name, 0) for name in VERSIONS)]
    build(knowledge, pages, tmp_path / "graph")
    assert "微心愿" not in launched(tmp_path / "graph")
    more = load(own)
    built, _ = build(more, [], tmp_path / "graph", keep=True)
    assert built.read == 1
    assert "微心愿" in launched(tmp_path / "graph")
    build(more, pages, tmp_path / "scratch")
    assert contents(tmp_path / "graph") == contents(tmp_path / "scratch")
    built, _ = build(knowledge, [], tmp_path / "graph", keep=True)  # and back again
    assert built.read == 1
    assert "微心愿" not in launched(tmp_path / "graph")


def launched(directory: Path) -> str:
    """What the graph says is launched, as a text."""
    answer = ask(open_graph(directory), "SELECT ?name { ?s kg:launches/rdfs:label ?name }")
    return " ".join(row[0].value for row in answer.rows if row[0])


@pytest.mark.usefixtures("one_reader")
def test_what_was_read_by_other_code_or_is_damaged_is_read_again(tmp_path: Path, knowledge: Knowledge) -> None:
    pages = [page(name, 0) for name in VERSIONS]
    build(knowledge, pages, tmp_path)
    before = contents(tmp_path)
    assert build(knowledge, pages, tmp_path)[0].read == 0
    file = tmp_path / "pages" / f"{NEWEST}.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"reader": "', '"reader": "other'), encoding="utf-8")
    assert build(knowledge, [], tmp_path, keep=True)[0].read == 1
    file.write_text("{", encoding="utf-8")
    assert build(knowledge, pages, tmp_path)[0].read == 1
    (tmp_path / "knowledge.json").unlink()
    assert build(replace(knowledge, digest="other"), pages, tmp_path)[0].read == len(pages)
    assert build(knowledge, pages, tmp_path)[0].read == 0  # the same parts under another digest
    assert contents(tmp_path) == before


@pytest.mark.usefixtures("one_reader")
def test_mistakes_change_nothing(tmp_path: Path, knowledge: Knowledge) -> None:
    build(knowledge, [page(NEWEST, 0)], tmp_path)
    before = contents(tmp_path)
    with pytest.raises(GraphError, match="2025-11-06-05") as error:
        build(knowledge, [], tmp_path, keep=True, without=frozenset({"2025-11-06-05"}))
    assert NEWEST in error.value.hint
    with pytest.raises(InputError):
        build(knowledge, [], tmp_path, keep=True, without=frozenset({NEWEST}))
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("lexicon", "term", "text", "touched"),
    [
        ("event_kinds", "运动会", "职工运动会闭幕。", True),
        ("event_kinds", "运动会", "职工大会闭幕。", False),
        ("organization_names", "甲市总工会", "甲、乙市总工会联合行动。", True),
        ("person_weights", "given", "甲。", True),
    ],
)
def test_a_word_touches_the_pages_that_have_its_characters(
    knowledge: Knowledge, lexicon: str, term: str, text: str, touched: bool
) -> None:
    known = parts(knowledge)
    values = {name: {**terms} for name, terms in knowledge.lexicon.values.items()}
    values[lexicon][term] = "9" if term in values[lexicon] else ""
    change = difference(known, parts(replace(knowledge, lexicon=Lexicon(values), digest="x")))
    assert change.touches(text) is touched
    assert not difference(known, known).touches(text)
