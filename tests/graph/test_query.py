"""Questions: named ones answer, and none changes the graph or leaves the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.graph import Quad, Store, fill
from kg.graph.query import Answer, ask
from kg.graph.query_named import named_queries, query_text
from kg.knowledge import builtin


@pytest.fixture(scope="module")
def store(quads: list[Quad]) -> Store:
    return fill(quads)


def texts(answer: Answer) -> list[tuple[str, ...]]:
    return [tuple(cell.value if cell else "" for cell in row) for row in answer.rows]


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("unions_programmes", ("甲市总工会", "“护薪行动”", "丙区", "甲市司法局")),
        ("posts", ("丁一", "甲市总工会", "主席", "今年8月以来")),
        ("reporters", ("某乙", "甲市总工会联手司法局推出“护薪行动”", "2025-11-04", "one")),
        ("partners", ("甲市司法局", "甲市总工会", "甲市总工会与甲市司法局联手推出“护薪行动”，面向公交司机")),
        ("awards", ("戊己", "甲市工匠", "2024年", "2024年，丙厂职工戊己荣获“甲市工匠”称号。")),
        ("programme_targets", ("“护薪行动”", "公交司机", "甲市总工会、甲市司法局")),
    ],
)
def test_named_queries(store: Store, name: str, row: tuple[str, ...]) -> None:
    found = [tuple("、".join(sorted(cell.split("、"))) for cell in line) for line in texts(ask(store, query(name)))]
    assert tuple("、".join(sorted(cell.split("、"))) for cell in row) in found


def test_every_named_query_has_titles() -> None:
    for named in named_queries([builtin()]).values():
        assert named.title != named.name != named.title_en


def query(name: str) -> str:
    return query_text(name, [builtin()])


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE<http://x>{} }",
        "SELECT * { ?s ?p 1SERVICE#{\n<http://x>#\n{} }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "PREFIX ex: <http://x/> SELECT * { SERVICE ex:y { ?s ?p ?o } }",
        "SELECT * { FILTER(?a<'&&?b>') SERVICE <http://x> { ?s ?p ?o } FILTER('x'='x') }",
        "SELECT * { ?s ?p kg:a\\# . SERVICE <http://x> { ?a ?b ?c }\n}",
        "SELECT * { \\u0053ERVICE <http://x> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/hostname> { ?s ?p ?o }",
        "BASE <file:///etc/> SELECT * FROM <hostname> { ?s ?p ?o }",
        "PREFIX f: <file:///etc/> SELECT * FROM f:hostname { ?s ?p ?o }",
        "LOAD <http://x>",
        "INSERT DATA { kg:a kg:b kg:c }",
        "# a comment\nPREFIX ex: <http://x/> DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "SELECT * {",
        "no question at all",
    ],
)
def test_refused(store: Store, text: str) -> None:
    before = len(store)
    with pytest.raises(QueryError):
        ask(store, text)
    assert len(store) == before


@pytest.mark.parametrize("text", ["SELECT ?service { ?service kg:launches ?o }", "ASK { ?s rdfs:label 'SERVICE' }"])
def test_words_that_only_look_dangerous(store: Store, text: str) -> None:
    ask(store, text)


def test_forms_of_answers(store: Store) -> None:
    assert ask(store, "ASK { ?u a kg:Union }").truth is True
    built = ask(store, "CONSTRUCT { ?p kg:x ?u } WHERE { ?u kg:launches ?p }")
    assert built.variables == ("subject", "predicate", "object")
    assert len(built.rows) == 2
    few = ask(store, "SELECT ?s { ?s a kg:Organization }", limit=2)
    assert len(few.rows) == 2
    assert few.truncated
    unbound = ask(store, "SELECT ?s ?x { ?s a kg:Union OPTIONAL { ?s kg:nothing ?x } }")
    assert unbound.rows[0][1] is None


def test_a_named_graph_can_be_chosen(store: Store) -> None:
    one = ask(store, "SELECT ?p FROM article:one.2 { ?s kg:launches ?p }")
    assert one.rows == ()


def test_files_and_unknown_names(tmp_path: Path) -> None:
    file = tmp_path / "my.rq"
    file.write_text("ASK {}", encoding="utf-8")
    assert query_text(file) == query_text(str(file)) == "ASK {}"
    with pytest.raises(QueryError, match="partners"):
        query_text("nothing", [builtin()])
    with pytest.raises(QueryError, match=r"missing\.rq"):
        query_text(tmp_path / "missing.rq")
