"""Which entities of an archive are one, by evidence and by the user's decisions, and under which IRI."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kg.cli import app
from kg.graph.iris import DATA
from kg.identity import Identity, identify
from kg.knowledge import Knowledge
from kg.model import Document, Page
from kg.pipeline import Reader
from kg.resolve.decisions import Decision

TEXTS = {
    "2025-11-03-01": "劳模故事\n\n本报讯 江苏省总工会主席丁大勇荣获“全国劳动模范”称号。\n",
    "2025-11-04-01": "劳模宣讲\n\n本报讯 11月3日，江苏省总工会主席丁大勇走进校园。\n",
    "2025-11-05-01": "志愿者的一天\n\n本报讯 社区志愿者丁大勇清晨出门。\n",
    "2025-11-06-01": "和平区动态\n\n本报讯 天津市和平区启动“暖心”行动。\n\n沈阳动态\n\n本报讯 沈阳市和平区举行运动会。\n",
}
WORKER, VOLUNTEER = "person/丁大勇（江苏省总工会）", "person/丁大勇（2025-11-05-01.1）"


@pytest.fixture(scope="module")
def documents(read: Reader) -> list[Document]:
    return [read(Page(f"{name}.txt", name, "", text, name[:10])) for name, text in TEXTS.items()]


@pytest.fixture(scope="module")
def resolved(documents: list[Document], knowledge: Knowledge) -> Identity:
    return identify(documents, knowledge)


def people(identity: Identity) -> dict[str, set[str]]:
    """The pages of everybody called 丁大勇, by short name."""
    return {
        short: {page for page, _ in cluster.members}
        for short, cluster in identity.clusters.items()
        if "丁大勇" in short
    }


def test_one_employer_makes_one_person_and_a_code_one_place(resolved: Identity) -> None:
    assert people(resolved) == {WORKER: {"2025-11-03-01", "2025-11-04-01"}, VOLUNTEER: {"2025-11-05-01"}}
    assert {"place/120101", "place/210102"} <= resolved.clusters.keys()  # two 和平区
    assert [(one, other) for one, other, _ in resolved.open] == [(WORKER, VOLUNTEER)]
    told = next(item for item in resolved.merges()["merged"] if item["name"] == WORKER)
    assert told["because"] == ["same employer", "same post", "rare name"]
    assert told["label"] == "丁大勇"


def test_short_and_full_names_of_a_place_are_one(read: Reader, knowledge: Knowledge) -> None:
    texts = ("本报讯 11月3日，北京举行运动会。\n", "本报讯 11月4日，北京市举行运动会。\n")
    pages = [Page(f"{n}.txt", str(n), "", f"运动会\n\n{text}", "2025-11-05") for n, text in enumerate(texts)]
    found = identify(map(read, pages), knowledge)
    assert [len(c.members) for short, c in found.clusters.items() if short.startswith("place/110000")] == [2]


@pytest.mark.parametrize("name", [VOLUNTEER, VOLUNTEER.replace("/", ":"), "person/丁大勇（2025-11-05-01）"])
def test_accept(documents: list[Document], knowledge: Knowledge, name: str) -> None:
    found = identify(documents, knowledge, (Decision("same", (WORKER, name)),))
    assert people(found) == {WORKER: {"2025-11-03-01", "2025-11-04-01", "2025-11-05-01"}}
    assert not found.open
    assert not found.unused
    assert len({iri for key, iri in found.iris.items() if iri.startswith(f"{DATA}person/丁大勇")}) == 1


def test_a_decision_that_names_what_was_joined_goes_on_with_the_whole(
    documents: list[Document], knowledge: Knowledge
) -> None:
    decisions = (Decision("same", (WORKER, VOLUNTEER)), Decision("split", (VOLUNTEER,)))
    found = identify(documents, knowledge, decisions)
    assert len(people(found)) == 3
    assert all(len(pages) == 1 for pages in people(found).values())


def test_reject_ends_the_question(documents: list[Document], knowledge: Knowledge) -> None:
    found = identify(documents, knowledge, (Decision("different", (VOLUNTEER, WORKER)),))
    assert not found.open
    assert len(people(found)) == 2


def test_split_and_undo(documents: list[Document], knowledge: Knowledge, resolved: Identity) -> None:
    found = identify(documents, knowledge, (Decision("split", (WORKER,)),))
    assert len(people(found)) == 3
    assert identify(documents, knowledge, ()) == resolved


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision("same", (WORKER, "person/无此人（甲厂）"), 7), "无此人"),
        (Decision("split", ("organization/无此厂",), 7), "无此厂"),
        (Decision("split", ("person/丁大勇",), 7), "person/丁大勇"),  # two of that name
        (Decision("different", (WORKER, WORKER), 7), "kg merge split"),
    ],
)
def test_what_does_not_apply_is_told_and_stops_nothing(
    documents: list[Document], knowledge: Knowledge, resolved: Identity, decision: Decision, said: str
) -> None:
    found = identify(documents, knowledge, (decision,))
    assert "第 7 行" in found.unused[0]
    assert said in found.unused[0]
    assert found.iris == resolved.iris


def test_the_order_of_documents_does_not_matter(
    documents: list[Document], knowledge: Knowledge, resolved: Identity
) -> None:
    assert identify(documents[::-1], knowledge).merges() == resolved.merges()


def kg(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_commands(tmp_path: Path) -> None:
    graph, merges = tmp_path / "graph", tmp_path / "kg-merges.tsv"
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    pages = sorted(tmp_path.glob("*.txt"))
    assert kg("build", *pages, "-o", graph, "--merges", merges).exit_code == 0
    listed = kg("merge", "list", "-g", graph).stdout
    assert (
        f"同一 same  {WORKER}　2 版 pages　同一单位 same employer +2.5；职务相同 same post +1；名字少见 rare name +0.5"
        in listed
    )
    assert f"未定 open  {WORKER}\t{VOLUNTEER}" in listed
    ambiguous = kg("merge", "split", "丁大勇", "-g", graph, "--merges", merges)
    assert ambiguous.exit_code == 5
    assert "person:丁大勇（江苏省总工会）" in ambiguous.output
    assert kg("merge", "reject", WORKER, WORKER, "-g", graph, "--merges", merges).exit_code == 5
    assert kg("merge", "accept", "无此人", WORKER, "-g", graph, "--merges", merges).exit_code == 5
    assert not merges.exists()
    assert kg("merge", "accept", WORKER, VOLUNTEER, "-g", graph, "--merges", merges).exit_code == 0
    assert merges.read_text(encoding="utf-8").splitlines()[1:] == [f"same\t{WORKER}\t{VOLUNTEER}"]
    assert kg("merge", "apply", "-g", graph, "--merges", merges).exit_code == 0
    assert (
        "3 版 pages　同一单位 same employer +2.5；职务相同 same post +1；名字少见 rare name +0.5；用户合并 accepted"
        in kg("merge", "list", "-g", graph).stdout
    )
    removed = kg("remove", "2025-11-05-01", "-g", graph, "--merges", merges)
    assert removed.exit_code == 0  # the decision does not apply any more, and applies again when the page is back
    assert "第 2 行" in removed.stderr
    assert "不适用 unused" in kg("merge", "list", "-g", graph).stdout
    assert kg("add", tmp_path / "2025-11-05-01.txt", "-g", graph, "--merges", merges).exit_code == 0
    assert "3 版 pages" in kg("merge", "list", "-g", graph).stdout
    merges.write_text("same\tonly one\n", encoding="utf-8")
    assert kg("merge", "apply", "-g", graph, "--merges", merges).exit_code == 3
