"""The library of questions: every one answers rightly, and no value of a parameter is read as SPARQL."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib

from kg.errors import QueryError
from kg.graph import Quad, Store
from kg.graph.iris import PREFIXES
from kg.graph.query import Answer, ask
from kg.graph.query_named import bound, named_queries, query_text
from kg.knowledge import builtin
from kg.knowledge.ontology import Ontology

QUERIES = named_queries([builtin()])

# query, its parameters, cells of one row of the answer on the invented archive
INVENTED = [
    ("articles", {"since": ["2025-11-04"]}, ("2025-11-04", "one", "甲市总工会联手司法局推出“护薪行动”", "本报讯")),
    ("awards", {}, ("戊己", "甲市工匠", "2024年", "2024年，丙厂职工戊己荣获“甲市工匠”称号。")),
    ("careers", {"person": ["丁一"]}, ("丁一", "甲市总工会", "主席", "今年8月以来", "2025-08-01")),
    ("counts", {}, ("推出 launches", "2", "2")),
    ("entities", {"type": ["Union"]}, ("甲市总工会", "Organization", "2")),
    ("events", {"place": ["丙区"]}, ("“护薪行动”启动仪式", "甲市总工会", "甲市职工服务中心", "丙区", "11月3日")),
    ("mentions", {"name": ["市总"]}, ("甲市总工会", "甲市总工会联手司法局推出“护薪行动”", "one")),
    ("page", {"page": ["one"]}, ("戊己", "获得 receives", "甲市工匠")),
    (
        "partners",
        {"body": ["市总"]},
        ("甲市司法局", "甲市总工会", "甲市总工会与甲市司法局联手推出“护薪行动”，面向公交司机"),
    ),
    ("places", {"place": ["丙区"]}, ("丙区", "999901", "“护薪行动”启动仪式", "活动")),
    ("posts", {"organization": ["甲市总工会"]}, ("丁一", "甲市总工会", "主席", "今年8月以来")),
    ("programme_targets", {"word": ["公交"]}, ("“护薪行动”", "公交司机", "甲市司法局、甲市总工会")),
    ("reach", {"programme": ["护薪行动"]}, ("护薪行动", "近400名", "400", "人", "职工", "approx", "2025-11-04")),
    ("reporters", {"reporter": ["某乙"]}, ("某乙", "甲市总工会联手司法局推出“护薪行动”", "2025-11-04", "one")),
    ("rules", {"word": ["launches"]}, ("launches#1", "2")),
    (
        "timeline",
        {"body": ["甲市总工会"]},
        ("甲市总工会", "2025-11-03", "主办 hosts", "“护薪行动”启动仪式", "11月3日"),
    ),
    ("unions_programmes", {"union": ["市总"]}, ("甲市总工会", "“护薪行动”", "丙区", "公交司机", "甲市司法局")),
]

# the same on articles/
ARTICLES = [
    ("articles", {"word": ["港珠澳"]}, ("2018-10-25", "2018-10-25-01", "港珠澳大桥正式通车")),
    ("awards", {"name": ["林新征"]}, ("林新征", "湖南省快递技术能手")),
    ("careers", {"person": ["林新征"]}, ("林新征", "网格长", "2024年，他成为中通在长沙县片区的网格长。")),
    ("counts", {}, ("推出 launches",)),
    ("entities", {"type": ["Union"], "word": ["全国"]}, ("全国总工会", "Organization")),
    ("events", {}, ("2025年度“五小”创新大赛优秀成果展",)),
    ("hierarchy", {"body": ["国务院"]}, ("国务院", "国务院国资委")),
    ("mentions", {"name": ["林新征"]}, ("林新征", "2025-11-19", "从快递员到网格长", "2025-11-19-03")),
    ("page", {"page": ["2025-11-19-03"]}, ("林新征", "获得 receives", "湖南省快递技术能手")),
    ("participants", {}, ("林新征", "第五届全国邮政业职业技能竞赛总决赛")),
    ("partners", {"body": ["全国妇联"]}, ("全国妇联", "中央电视台")),
    ("places", {}, ("中国劳动组合书记部", "机构")),
    ("policies", {}, ("中华人民共和国工会法",)),
    ("posts", {}, ("林新征", "网格长")),
    ("programme_spread", {}, ("共享职工之家", "1", "山东")),
    ("programme_targets", {}, ("希望工程", "贫困地区失学少年儿童")),
    ("reach", {}, ("“送温暖”行动", "507万人次", "5070000", "人次")),
    ("reporters", {"reporter": ["凌一舟"]}, ("凌一舟", "港珠澳大桥正式通车", "2018-10-25")),
    ("rules", {}, ("reportedBy#1",)),
    ("timeline", {"body": ["林新征"]}, ("林新征", "获得 receives", "→", "湖南省快递技术能手")),
    ("together", {"body": ["山西省总工会"]}, ("山西省总工会", "山西省科协", "2")),
    ("unions_programmes", {"union": ["全国总工会"]}, ("全国总工会", "“工会爱心互献”行动")),
]


def texts(answer: Answer) -> list[tuple[str, ...]]:
    """The rows as texts; a list in one cell in the order of its parts."""
    return [tuple("、".join(sorted(cell.value.split("、"))) if cell else "" for cell in row) for row in answer.rows]


@pytest.mark.parametrize(("name", "values", "cells"), INVENTED, ids=[case[0] for case in INVENTED])
def test_invented(store: Store, name: str, values: dict[str, list[str]], cells: tuple[str, ...]) -> None:
    rows = texts(ask(store, bound(QUERIES[name], values)))
    assert any(set(cells) <= set(row) for row in rows), rows


@pytest.mark.parametrize(("name", "values", "cells"), ARTICLES, ids=[case[0] for case in ARTICLES])
def test_articles(articles: Store, name: str, values: dict[str, list[str]], cells: tuple[str, ...]) -> None:
    rows = texts(ask(articles, bound(QUERIES[name], values)))
    assert any(set(cells) <= set(row) for row in rows), rows


def test_namesakes(articles: Store) -> None:
    rows = texts(ask(articles, QUERIES["namesakes"].text))
    assert {"许振超", "南仁东"} <= {row[0] for row in rows}
    assert all(int(row[1]) > 1 and len(row[2].split()) == int(row[1]) for row in rows)


def test_every_query_has_titles_and_a_test() -> None:
    assert len(QUERIES) >= 15
    assert {*QUERIES} == {name for name, *_ in ARTICLES} | {"namesakes"}
    for query in QUERIES.values():
        assert query.title != query.name != query.title_en
        assert all(f"VALUES ?{name} {{ UNDEF }}" in query.text for name in query.parameters), query.name


def test_times_of_statements_are_not_counted_as_facts(store: Store) -> None:
    rows = {row[0]: row[1:] for row in texts(ask(store, QUERIES["counts"].text))}
    about = ask(store, "SELECT ?s ?o { ?s kg:time ?o FILTER NOT EXISTS { ?s a rdf:Statement } }").rows
    assert rows["时间 time"][0] == str(len(about))


def test_who_hosts_an_event_is_not_told_twice(store: Store) -> None:
    told = {row[2] for row in texts(ask(store, bound(QUERIES["page"], {"page": ["one"]})))}
    assert "主办 hosts" in told
    assert "举办 organizes" not in told


def test_properties_are_called_what_the_ontology_calls_them(ontology: Ontology) -> None:
    named = [pair for query in QUERIES.values() for pair in re.findall(r'\(kg:(\w+) "([^"]+)"\)', query.text)]
    properties = [(name, words) for name, words in named if name in ontology.properties]
    assert len(properties) > 40
    assert {words for _, words in properties} == {f"{ontology.properties[name].zh} {name}" for name, _ in properties}


@pytest.fixture(scope="module")
def merged(quads: list[Quad]) -> rdflib.Graph:
    """The default graph of the store in rdflib."""
    triples = "".join(f"{quad.triple} .\n" for quad in quads)
    return rdflib.Graph().parse(data=triples, format="nt")


# rdflib 7 cannot join the texts of a group that has none, and knows no merged graph beside the named ones
_UNFIT = ("articles", "policies", "programme_targets", "reach")


@pytest.mark.parametrize("name", [name for name in QUERIES if name not in _UNFIT])
def test_rdflib_gives_as_many_rows(store: Store, merged: rdflib.Graph, name: str) -> None:
    """The queries are plain SPARQL 1.1, which another engine answers too."""
    theirs = [row for row in merged.query(QUERIES[name].text, initNs=PREFIXES) if any(map(_told, row))]  # type: ignore[arg-type]
    assert len(theirs) == len(ask(store, QUERIES[name].text).rows)


def _told(term: object) -> bool:
    """rdflib makes one empty row of a group without members."""
    return term is not None and str(term) not in ("", "0")


@pytest.mark.parametrize(
    "value",
    [
        '" } DROP ALL #',
        "'); LOAD <http://x>",
        "\\",
        '"""',
        "甲\n乙",
        "?person",
        "UNDEF",
        "\\u0041",
        "}",
        "$1 \\1 \\g<1>",
        "",
    ],
)
def test_a_value_is_never_read_as_sparql(store: Store, value: str) -> None:
    before = len(store)
    try:
        answer = ask(store, bound(QUERIES["careers"], {"person": [value]}))
    except QueryError as error:
        assert "u" in value or "SERVICE" in value, error  # noqa: PT017 refused, as an escape is anywhere
    else:
        assert answer.rows == ()
    assert len(store) == before


def test_several_values_mean_any_of_them(store: Store) -> None:
    rows = texts(ask(store, bound(QUERIES["careers"], {"person": ["丁一", "戊己", "无人"]})))
    assert {row[0] for row in rows} == {"丁一", "戊己"}


def test_files_names_and_parameters(tmp_path: Path) -> None:
    file = tmp_path / "my.rq"
    file.write_text("# param who: 谁 who\nASK { VALUES ?who { UNDEF } }", encoding="utf-8")
    assert query_text(file) == query_text(str(file))
    assert query_text(file, values={"who": ['甲"']}).endswith('VALUES ?who { "甲\\"" } }')
    with pytest.raises(QueryError, match="partners"):
        query_text("nothing", [builtin()])
    with pytest.raises(QueryError, match=r"missing\.rq"):
        query_text(tmp_path / "missing.rq")
    with pytest.raises(QueryError, match="--who"):
        query_text(file, values={"other": ["x"]})
    with pytest.raises(QueryError, match="--page"):
        query_text("page", [builtin()])
