"""What a formula needs to stand in a sentence, so that it is tried nowhere else."""

from __future__ import annotations

import pytest

from kg.extract.patterns import build_pattern, compiled
from kg.extract.signs import SIGNS
from kg.extract.steps import Engine


@pytest.mark.parametrize(
    ("source", "choices"),
    [
        ("{主:人物}(共同)?…(揭牌|剪彩)(了)?{宾:活动}", {"揭牌", "剪彩"}),
        ("{主:人物}(为|给)…(揭牌|剪彩)", {"揭牌", "剪彩"}),
        ("{主:人物}(在(会上|现场)|也)", set()),
        ("({主:人物}|甲)(揭牌)?", set()),
        ("{主:人物}(揭牌|…典礼)", set()),
        ("{主:人物}(主席|揭牌)", set()),  # a post stands as a sign in the rules' text
    ],
)
def test_one_of_the_words_must_stand(engine: Engine, source: str, choices: set[str]) -> None:
    rule = engine.patterns[0].rule
    assert set(build_pattern(rule, source, engine.words).choices) == choices


def test_a_list_that_fails_is_read_in_one_way(engine: Engine) -> None:
    """In all ways that its posts and honours could be read it would take hours."""
    award, post, body, person = (SIGNS[hole] for hole in ("奖项", "职务", "机构", "人物"))
    for source, unit in (
        ("{主:人物#}讲述", f"{award}{post}、{body}{post}、{post}{person}、"),
        ("{主:机构+}主办", f"{body}{post}"),
    ):
        pattern = build_pattern(engine.patterns[0].rule, source, engine.words)
        assert compiled(pattern.expression).search(unit * 50) is None
