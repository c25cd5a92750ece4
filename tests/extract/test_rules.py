"""The shipped rules keep their own promises: every example, every counter-example, and no rule without need."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.engine import prepare, without
from kg.extract.examples import check_example, check_examples, facts_of, marked, why
from kg.extract.patterns import build_pattern, compiled
from kg.extract.signs import SIGNS
from kg.extract.steps import Engine
from kg.knowledge.frames import PROPERTIES, Example, Frames, Rule
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
    assert "没有读出（not read） 甲市总工会 launches 别的行动" in failure.problem


def test_every_rule_has_two_examples_and_a_counter_example(frames: Frames) -> None:
    lacking = [r.id for r in frames.rules if len(r.examples) < 2 or not r.nothing]
    assert lacking == []


def test_an_engine_without_a_rule_is_that_of_the_other_rules(frames: Frames, lexicon: Lexicon, engine: Engine) -> None:
    for rule in frames.rules[::12]:
        others = prepare(replace(frames, rules=tuple(r for r in frames.rules if r is not rule)), lexicon)
        for example in rule.examples:
            found = without(engine, rule, frames, lexicon, marked(example.text).article.text)
            assert facts_of(example.text, found) == facts_of(example.text, others), rule.id
            assert (found.patterns, found.constructions) == (others.patterns, others.constructions)
            assert (found.words.flags, found.words.rules) == (others.words.flags, others.words.rules)


WHY = [
    ("[机构:甲会]计划推出“[项目:乙行动]”。", "有“计划”，不是已然的事"),
    ("[机构:甲会]认领“[项目:乙行动]”。", "句中没有它的动词"),
    ("[机构:甲会]推出[人物:丙某]。", "宾语不是项目"),
]


@pytest.mark.parametrize(("text", "reason"), WHY)
def test_an_example_that_fails_says_why_its_rule_was_silent(
    frames: Frames, engine: Engine, text: str, reason: str
) -> None:
    rule = next(r for r in frames.rules if r.id == "launches#1")
    failure = check_example(rule, Example(text, (("甲会", "launches", "乙行动"),), 7), engine)
    assert failure is not None
    assert reason in failure.hint


def test_a_fact_too_many_names_the_rule_that_read_it(frames: Frames, engine: Engine) -> None:
    rule = next(r for r in frames.rules if r.id == "organizes#1")
    failure = check_example(rule, Example("[机构:甲会]承办[活动:乙大赛]。", (), 7), engine)
    assert failure is not None
    assert "由 organizes#2" in failure.problem


def test_a_formula_that_does_not_fit_shows_the_sentence_as_the_rules_see_it(lexicon: Lexicon) -> None:
    rule = Rule("launches#9", "launches", "", "x.yaml", 1, patterns=("{主:机构}有员工{宾:数量}",))
    assert "{机构}有{职务}{数量}" in why(rule, "[机构:甲厂]有员工[数量:3个]。", prepare(Frames((rule,)), lexicon))


def test_a_rule_that_nothing_needs_is_told(frames: Frames, lexicon: Lexicon) -> None:
    rule = next(r for r in frames.rules if r.id == "launches#1")
    twin = replace(rule, id="launches#99")
    failures = check_examples(replace(frames, rules=(*frames.rules, twin)), lexicon, only=[twin.id])
    assert [f.problem[:4] for f in failures] == ["没有这条"]


def test_a_list_in_a_formula_has_an_end(frames: Frames, lexicon: Lexicon) -> None:
    """Else every name of a long roll would be tried from all before it."""
    rule = next(r for r in frames.rules if r.patterns)
    words = prepare(frames, lexicon).words
    for hole in ("人物", "机构"):
        listed = build_pattern(rule, f"{{主:{hole}+}}到场", words)
        match = compiled(listed.expression).search("、".join([SIGNS[hole]] * 300) + "到场")
        assert match is not None
        assert 2 < match["subject"].count(SIGNS[hole]) < 100
