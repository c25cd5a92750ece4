"""Positions: the same for the same graph, no two boxes on each other, groups apart."""

from __future__ import annotations

import random
from itertools import combinations

from kg.export.layout import positions
from kg.export.network import wrapped


def made(count: int) -> tuple[list[str], list[tuple[str, str]]]:
    dice = random.Random(3)  # noqa: S311
    names = [f"n{i:03}" for i in range(count)]
    links = [(name, names[dice.randrange(max(1, i))]) for i, name in enumerate(names) if i % 9]
    return names, links


def test_order_does_not_matter() -> None:
    names, links = made(60)
    sizes = dict.fromkeys(names, (80.0, 50.0))
    assert positions(names, links, sizes=sizes) == positions(names[::-1], links[::-1], sizes=sizes)


def test_no_box_lies_on_another() -> None:
    names, links = made(150)
    at = positions(names, links, sizes=dict.fromkeys(names, (80.0, 50.0)))
    over = [
        (one, other)
        for one, other in combinations(names, 2)
        if abs(at[one][0] - at[other][0]) < 77 and abs(at[one][1] - at[other][1]) < 47
    ]
    assert not over


def test_links_are_short() -> None:
    names, links = made(150)
    at = positions(names, links, sizes=dict.fromkeys(names, (10.0, 10.0)))

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(abs(at[a][0] - at[b][0]) + abs(at[a][1] - at[b][1]) for a, b in pairs) / len(pairs)

    assert mean(links) * 3 < mean(list(combinations(names, 2)))


def test_nothing_to_place() -> None:
    assert positions([], [], sizes={}) == {}
    assert positions(["a"], [("a", "a")], sizes={"a": (9.0, 9.0)})


def test_labels_have_two_even_lines() -> None:
    assert wrapped("甲市总工会") == "甲市总工会"
    assert wrapped("甲市总工会职工之家") == "甲市总工会职工之家"
    assert wrapped("甲市总工会推出护薪“行动”") == "甲市总工会推出\n护薪“行动”"
    assert wrapped("甲市总工会的“护薪行动”") == "甲市总工会的\n“护薪行动”"
    assert wrapped("长" * 40).count("\n") == 1
    assert wrapped("长" * 40).endswith("…")
    assert wrapped("  ") == ""
