"""How sure a fact is: by where its two ends stand, or by the measured precision of its rule."""

from __future__ import annotations

import pytest

from kg.extract.confidence import rated
from kg.extract.examples import marked
from kg.model import ARTICLE, Entity, Relation

FOUND = [
    ("[机构:甲会]推出“[项目:乙行动]”。", "甲会", "乙行动", 0.85),
    ("[机构:甲会]创新机制，推出“[项目:乙行动]”。", "甲会", "乙行动", 0.7),
    ("由[机构:甲会]主办、[机构:丙会]承办的[活动:乙大赛]开幕。", "甲会", "乙大赛", 0.85),
    ("[机构:甲会]开会。会后推出“[项目:乙行动]”。", "甲会", "乙行动", 0.5),
    ("[机构:甲会]开会。该[机构:会]推出“[项目:乙行动]”。", "甲会", "乙行动", 0.5),
    ("[人物:乙某]进厂，当上厂长。", "乙某", "厂长", 0.7),
    ("[人物:乙某]当上厂长。", "乙某", "厂长", 0.85),
    ("厂长说，[人物:乙某]是厂长。", "乙某", "厂长", 0.85),
    ("记者[人物:乙某]报道。", ARTICLE, "乙某", 0.85),
]


def confidence(text: str, subject: str, target: str, precision: dict[str, float]) -> float:
    """The confidence of a fact that the last sentence says."""
    given = marked(text)
    ids = {e.name: e.id for e in given.entities}
    last = given.article.sentences[-1]
    fact = Relation(ids.get(subject, subject), "p", ids.get(target, target), "p#1", last.start, last.end)
    (found,) = rated(given.article, given.entities, [fact], precision)
    return found.confidence


@pytest.mark.parametrize(("text", "subject", "target", "level"), FOUND)
def test_the_level_says_where_the_ends_stand(text: str, subject: str, target: str, level: float) -> None:
    assert confidence(text, subject, target, {}) == level


def test_words_that_only_mean_the_subject_are_not_its_name() -> None:
    text = "该公司推出“乙行动”。"
    article = marked(text).article
    programme = Entity("e2", "Programme", "乙行动", (), ((6, 9),))
    fact = Relation("e1", "launches", "e2", "p#1", 0, len(text))
    for name, level in (("甲公司", 0.5), ("该公司", 0.85)):
        body = Entity("e1", "Organization", name, ("该公司",), ((0, 3),))
        assert rated(article, [body, programme], [fact], {})[0].confidence == level


def test_a_fact_in_a_name_itself_is_sure() -> None:
    given = marked("[项目:乙行动甲站]开放。[项目:乙行动]多年。")
    whole, part = given.entities
    fact = Relation(whole.id, "partOf", part.id, "partOf#1", *whole.mentions[0])
    assert rated(given.article, given.entities, [fact], {})[0].confidence == 0.85


def test_a_measured_rule_has_its_precision_wherever_the_ends_stand() -> None:
    assert {confidence(*row[:3], {"p#1": 0.93}) for row in FOUND} == {0.93}
