"""The shipped rules keep their own promises: every example, every counter-example, and no rule without need."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.examples import check_examples
from kg.knowledge.frames import PROPERTIES, Frames
from kg.knowledge.lexicon import Lexicon


def test_all_examples_hold_and_every_rule_is_needed(frames: Frames, lexicon: Lexicon) -> None:
    assert check_examples(frames, lexicon) == []


def test_every_property_has_a_rule(frames: Frames) -> None:
    assert {rule.property for rule in frames.rules} == set(PROPERTIES)


def test_an_example_that_fails_is_told_with_its_line(frames: Frames, lexicon: Lexicon) -> None:
    rule = next(r for r in frames.rules if r.id == "launches#1")
    wrong = replace(rule.examples[0], facts=(("甲市总工会", "launches", "别的行动"),))
    broken = replace(frames, rules=tuple(replace(r, examples=(wrong,)) if r is rule else r for r in frames.rules))
    failure = check_examples(broken, lexicon, only=[rule.id])[0]
    assert (failure.rule, failure.file, failure.line) == ("launches#1", "launches.yaml", wrong.line)
    assert "没有读出 甲市总工会 launches 别的行动" in failure.problem


def test_a_rule_that_nothing_needs_is_told(frames: Frames, lexicon: Lexicon) -> None:
    rule = next(r for r in frames.rules if r.id == "launches#1")
    twin = replace(rule, id="launches#99")
    failures = check_examples(replace(frames, rules=(*frames.rules, twin)), lexicon, only=[twin.id])
    assert [f.problem[:4] for f in failures] == ["没有这条"]
