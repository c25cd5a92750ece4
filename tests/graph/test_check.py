"""SHACL: a built graph keeps to its shapes, and a broken one is told where."""

from __future__ import annotations

import pytest

from kg.errors import KnowledgeError
from kg.graph import Quad, Store, fill
from kg.graph.check import Violation, check
from kg.knowledge import builtin

pytest.importorskip("pyshacl", reason="kg check needs pySHACL: pip install 'baotu[check]'")


def severe(store: Store) -> list[Violation]:
    return [violation for violation in check(store, [builtin()]) if violation.severe]


def test_a_built_graph_is_sound(store: Store) -> None:
    assert severe(store) == []


def test_articles_are_sound(articles: Store) -> None:
    assert severe(articles) == []


@pytest.mark.parametrize(
    ("lost", "constraint", "message"),
    [
        ("wasDerivedFrom", "MinCount", "出处"),
        ("kg#rule", "MinCount", "规则"),
        ("oa#exact", "MinCount", "原文"),
        ("subject", "Evidence", "依据"),
        ("headline", "MinCount", "标题"),
        ("onPage", "MinCount", "版面"),
    ],
)
def test_a_loss_is_told(quads: list[Quad], lost: str, constraint: str, message: str) -> None:
    honest = [quad for quad in quads if "article/one" in str(quad.graph_name) or "run/" in str(quad.subject)]
    found = severe(fill(quad for quad in honest if not quad.predicate.value.endswith(lost)))
    told = [v for v in found if v.constraint == constraint and message in v.message]
    assert told
    assert {v.article.page for v in told if v.article} <= {"one", ""}


def test_wrong_ends_are_warnings(quads: list[Quad]) -> None:
    other = [q for q in quads if not (q.predicate.value.endswith("#type") and q.object.value.endswith("kg#Award"))]  # type: ignore[union-attr]
    found = check(fill(other), [builtin()])
    assert any(not v.severe and "奖项" in v.message and v.name == "甲市工匠" for v in found)


def test_own_shapes(store: Store, tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "shapes.ttl").write_text("no turtle", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"shapes\.ttl"):
        check(store, [builtin(), folder])
