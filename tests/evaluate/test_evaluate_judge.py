import pytest

from kg.evaluate.entities import judge_entities, names_found
from kg.evaluate.key import answer_key, plain
from kg.evaluate.measures import judge_amounts, judge_moments
from kg.evaluate.relations import judge_relations
from kg.evaluate.score import MERGED, judge, score, tallies
from kg.evaluate.sheet import Amount, Moment, Name, Sheet, Triple
from kg.evaluate.verdict import Verdict

UNION = Name("甲市总工会", "Organization", aliases=("市总工会",))
BUREAU = Name("甲市司法局", "Organization")
WINGS = Name("“护薪”行动", "Programme", aliases=("护薪行动",))
STATION = Name("乙驿站", "Programme", alt_types=("Place",))
LEAGUE = Name("甲团市委", "Organization")
SLOGAN = Name("暖心到家", "Programme", optional=True)
PERSON = Name("李某某", "Person")
GOLD = (UNION, BUREAU, WINGS, STATION, LEAGUE, SLOGAN, PERSON)
KEY = answer_key(GOLD)


def counts(verdicts: list[Verdict]) -> tuple[int, int, int, int]:
    """Gold, found, system, right."""
    tally = tallies(verdicts, ())["ALL"]
    return tally.gold, tally.found, tally.system, tally.right


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“护薪”行动", "护薪行动"),
        ("２０２５年 大赛", "2025年大赛"),
        ("竞赛——决赛", "竞赛--决赛"),
        ("甲•乙", "甲·乙"),
        ("《甲报》", "甲报"),
    ],
)
def test_what_compares_equal(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("system", "found", "of", "right"),
    [
        ([], 0, 0, 0),
        ([("甲市总工会", "Organization")], 1, 1, 1),
        ([("市总工会", "Organization")], 1, 1, 1),
        ([("市总工会", "Organization"), ("甲市总工会", "Organization")], 1, 2, 2),  # two forms of one: both right
        ([("甲市总工会", "Organization"), ("“甲市”总工会", "Organization")], 1, 1, 1),  # one form twice
        ([("护薪行动", "Programme")], 1, 1, 1),
        ([("护薪行动", "Event")], 0, 1, 0),
        ([("乙驿站", "Place")], 1, 1, 1),
        ([("暖心到家", "Programme"), ("暖心到家", "Event")], 0, 0, 0),  # optional: not judged
        ([("丙", "Place")], 0, 1, 0),
    ],
)
def test_entities(system: list[tuple[str, str]], found: int, of: int, right: int) -> None:
    names = [Name(name, kind) for name, kind in system]
    assert counts(judge_entities(KEY, names)) == (6, found, of, right)


def test_names_of_any_type() -> None:
    assert names_found(KEY, [Name("护薪行动", "Event"), Name("暖心到家", "Event")]) == (1, 6)


def test_an_entity_of_two_articles_is_one() -> None:
    key = answer_key([Name("甲", "Person", optional=True), Name("甲", "Person", aliases=("老甲",))])
    assert counts(judge_entities(key, [Name("老甲", "Person")])) == (1, 1, 1, 1)


RELATIONS = (
    Triple("甲市总工会", "launches", "护薪行动"),
    Triple("甲市司法局", "launches", "护薪行动"),
    Triple("甲市总工会", "partnerOf", "甲团市委"),
    Triple("李某某", "holdsPost", "副主席|市总工会副主席"),
    Triple("护薪行动", "targets", "职工|快递员"),
    Triple("ARTICLE", "reportedBy", "李某某"),
)
OPTIONAL = (Triple("李某某", "affiliatedWith", "甲市总工会"),)


@pytest.mark.parametrize(
    ("system", "found", "of", "right"),
    [
        ([("市总工会", "launches", "“护薪”行动")], 1, 1, 1),
        ([("市总工会", "organizes", "护薪行动")], 0, 1, 0),
        ([("护薪行动", "launches", "市总工会")], 0, 1, 0),
        ([("甲团市委", "partnerOf", "甲市总工会")], 1, 1, 1),
        ([("甲团市委", "partnerOf", "甲市总工会"), ("甲市总工会", "partnerOf", "甲团市委")], 1, 1, 1),
        ([("甲市总工会", "partnerOf", "甲市司法局")], 0, 0, 0),  # they launch the same: not judged
        ([("甲市司法局", "partnerOf", "甲团市委")], 0, 1, 0),
        ([("李某某", "affiliatedWith", "市总工会")], 0, 0, 0),  # optional
        ([("甲市总工会", "launches", "暖心到家")], 0, 0, 0),  # of an optional entity
        ([("李某某", "holdsPost", "副主席")], 1, 1, 1),
        ([("李某某", "holdsPost", "主席")], 0, 1, 0),  # a deputy is not the head
        ([("李某某", "holdsPost", "党组成员、副主席")], 1, 1, 1),
        ([("护薪行动", "targets", "一线职工")], 1, 1, 1),
        ([("护薪行动", "targets", "学生")], 0, 1, 0),
        ([("ARTICLE", "reportedBy", "李某某")], 1, 1, 1),
    ],
)
def test_relations(system: list[tuple[str, str, str]], found: int, of: int, right: int) -> None:
    said = [Triple(*row) for row in system]
    assert counts(judge_relations(KEY, RELATIONS, OPTIONAL, said)) == (6, found, of, right)


def test_organizes_may_count_as_launches() -> None:
    said = [Triple("市总工会", "organizes", "护薪行动")]
    assert counts(judge_relations(KEY, RELATIONS, OPTIONAL, said, merged=MERGED)) == (6, 1, 1, 1)


AMOUNT = Amount("护薪行动|甲市总工会", "近60位职工", 60, "人", "approx|less_than")


@pytest.mark.parametrize(
    ("said", "near", "found", "read", "about"),
    [
        (Amount("护薪行动", "近60位", 60, "位", "approx"), True, True, True, True),
        (Amount("市总工会", "60", 60.0, "名", "less_than"), True, True, True, True),
        (Amount("李某某", "近60位", 60, "位", "exact"), True, True, False, False),
        (Amount("护薪行动", "60场", 60, "场", "exact"), True, False, False, False),
        (Amount("护薪行动", "61位", 61, "位", "approx"), False, False, False, False),
        (Amount("护薪行动", "许多位", None, "位", "approx"), False, False, False, False),
    ],
)
def test_quantities(said: Amount, near: bool, found: bool, read: bool, about: bool) -> None:
    paired = judge_amounts(KEY, [AMOUNT], [said])
    (pair,) = paired.pairs
    assert (pair.near, pair.found is not None, pair.read, pair.about) == (near, found, read, about)
    assert len(paired.left) == (not found)


def test_a_quantity_is_taken_once_and_the_best_first() -> None:
    other = Amount("李某某", "整整60人", 60, "人", "exact")
    same = Amount("护薪行动", "近60位", 60, "位", "approx")
    paired = judge_amounts(KEY, [AMOUNT, AMOUNT, AMOUNT], [other, same])
    assert [pair.found for pair in paired.pairs] == [same, other, None]


@pytest.mark.parametrize(
    ("gold", "said", "found", "read"),
    [
        (("今年6月", "2025-06"), ("6月", "2025-06"), True, True),
        (("6月1日9时", "2025-06-01T09:00|2025-06-01"), ("6月1日9时", "2025-06-01T09:00:00"), True, True),
        (("6月", "2025-06"), ("6月", None), True, False),
        (("近日", None), ("近日", None), True, True),
        (("近日", None), ("近日", "2025"), True, False),
        (("今年6月", "2025-06"), ("去年", "2024"), False, False),
        (("今年6月", "2025-06"), ("月", "2025-06"), False, False),  # one character proves nothing
    ],
)
def test_times(gold: tuple[str, str | None], said: tuple[str, str | None], found: bool, read: bool) -> None:
    paired = judge_moments(KEY, [Moment("护薪行动", *gold)], [Moment("护薪行动", *said)])
    (pair,) = paired.pairs
    assert (pair.found is not None, pair.read) == (found, read)


def test_scores_of_documents_add_up() -> None:
    gold = Sheet(names=GOLD, triples=RELATIONS, amounts=(AMOUNT,), moments=(Moment("", "近日", None),))
    said = Sheet(
        names=(UNION, Name("丙", "Thing")),
        triples=(RELATIONS[0], Triple("甲", "knows", "乙")),
        amounts=(Amount("护薪行动", "近60位", 60, "位", "approx"), Amount("", "3场", 3, "场", "exact")),
    )
    scores = score([judge("一", gold, said), judge("二", gold, Sheet())])
    assert scores.documents == 2
    assert list(scores.entities) == ["ALL", "Organization", "Programme", "Person", "Thing"]
    assert scores.entities["ALL"].precision == 1 / 2
    assert scores.entities["ALL"].recall == 1 / 12
    assert scores.entities["ALL"].f1 == pytest.approx(1 / 7)
    assert scores.entities["Organization"].precision == 1
    assert scores.relations["launches"].recall == 1 / 4
    assert scores.unscored == 1
    assert (scores.amounts.gold, scores.amounts.system, scores.amounts.found, scores.amounts.whole) == (2, 2, 1, 1)
    assert (scores.moments.gold, scores.moments.valued, scores.moments.found) == (2, 0, 0)


def test_predicates_of_the_gold_are_judged_when_named() -> None:
    gold = Sheet(names=GOLD, triples=(Triple("甲市总工会", "sponsors", "护薪行动"),))
    judged = judge("一", gold, gold, predicates=["sponsors"])
    assert counts(list(judged.relations)) == (1, 1, 1, 1)


def test_gold_against_itself_is_perfect_and_nothing_is_nought() -> None:
    gold = Sheet(names=GOLD, triples=RELATIONS)
    full, none = score([judge("一", gold, gold)]), score([judge("一", gold, Sheet())])
    assert full.entities["ALL"].f1 == full.relations["ALL"].f1 == 1
    assert none.entities["ALL"].f1 == none.relations["ALL"].f1 == 0
    assert score([]).entities["ALL"].f1 == 0
