"""Two mentions in two articles: one thing or two, or not to be told; by the hand-made pairs of pairs.txt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.compare import EVIDENCE, compare
from kg.resolve.corpus import resolve_corpus
from resolve.pairs import judged, main, pairs, record, scores


@pytest.mark.parametrize(("verdict", "one", "other"), pairs())
def test_pair(verdict: str, one: str, other: str) -> None:
    judgement = compare(record(one, "a"), record(other, "b"))
    assert judgement.verdict == verdict, judgement
    assert judgement.reasons


def test_precision_and_recall_of_merging(capsys: pytest.CaptureFixture[str]) -> None:
    precision, recall = scores()
    assert len(pairs()) >= 60
    assert precision >= 0.97
    assert recall >= 0.85
    main()
    printed = capsys.readouterr().out
    assert printed.count("\n") == 2 * len(pairs()) + 1
    assert "单位不同 other employer -0.5" in printed


def test_every_piece_of_evidence_decides_in_some_pair() -> None:
    assert {reason for *_, judgement in judged() for reason in judgement.reasons} == set(EVIDENCE)


@pytest.mark.parametrize(("verdict", "one", "other"), pairs())
def test_a_comparison_is_symmetric(verdict: str, one: str, other: str) -> None:
    a, b = record(one, "a"), record(other, "b")
    assert compare(a, b).score == compare(b, a).score


@given(order=st.permutations(range(12)))
def test_the_order_of_an_archive_does_not_matter(order: list[int]) -> None:
    sides = [side for _, one, other in pairs()[:6] for side in (one, other)]
    records = [record(side, f"p{n}") for n, side in enumerate(sides)]
    assert resolve_corpus(records[n] for n in order) == resolve_corpus(records)
