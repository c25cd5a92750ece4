"""Two mentions in two articles: one thing or two, or not to be told; by the hand-made pairs of pairs.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.compare import Record, compare
from kg.resolve.corpus import resolve_corpus

SETS = {"body": "bodies", "post": "posts", "home": "home", "years": "years", "company": "company"}


def record(side: str, key: str) -> Record:
    head, _, told = side.partition(";")
    kind, name = head.split()
    fields: dict[str, object] = {}
    for item in told.split():
        field, _, value = item.partition("=")
        if field in SETS:
            fields[SETS[field]] = frozenset({value})
        else:
            fields[field] = value or True
    return Record(key=(key, "e1"), type=kind, name=name, names=frozenset({name}), **fields)  # type: ignore[arg-type]


def pairs() -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines()
    rows = [re.split(r"\s*\|\s*", line.strip()) for line in lines if line and not line.startswith("#")]
    return [(verdict, one, other) for verdict, one, other in rows]


@pytest.mark.parametrize(("verdict", "one", "other"), pairs())
def test_pair(verdict: str, one: str, other: str) -> None:
    judgement = compare(record(one, "a"), record(other, "b"))
    assert judgement.verdict == verdict, judgement
    assert judgement.reasons


def test_precision_and_recall_of_merging() -> None:
    rows = pairs()
    judged = [(verdict, compare(record(one, "a"), record(other, "b")).verdict) for verdict, one, other in rows]
    merged = [wanted for wanted, found in judged if found == "same"]
    wanted = [found for wanted, found in judged if wanted == "same"]
    assert len(rows) >= 60
    assert merged.count("same") / len(merged) >= 0.97
    assert wanted.count("same") / len(wanted) >= 0.85


@pytest.mark.parametrize(("verdict", "one", "other"), pairs())
def test_a_comparison_is_symmetric(verdict: str, one: str, other: str) -> None:
    a, b = record(one, "a"), record(other, "b")
    assert compare(a, b).score == compare(b, a).score


@given(order=st.permutations(range(12)))
def test_the_order_of_an_archive_does_not_matter(order: list[int]) -> None:
    sides = [side for _, one, other in pairs()[:6] for side in (one, other)]
    records = [record(side, f"p{n}") for n, side in enumerate(sides)]
    assert resolve_corpus(records[n] for n in order) == resolve_corpus(records)
