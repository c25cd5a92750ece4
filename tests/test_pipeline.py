"""The whole road from page to facts: laws that hold for any text, and the facts of the sample pages."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.export.contract import document_json
from kg.model import Document, Page
from kg.pipeline import Reader
from kg.text import fold

WORDS = (
    "山西省总工会 与 团省委 联合 主办 “匠心” 大赛 在太原举行。 记者 张明 说， 2025年 11月3日 近400名 "
    "职工 （记者|李华） 本报讯 荣获 一等奖 ， 。 ” “ 《 》 甲 · 😀 A ７ 的 和 在 市总工会 京 中美 推出 "
    "“护薪”行动 第 届 万 %"
)
PIECES = [*WORDS.split(), "\n", "\n\n", " ", "\u202e", "\t"]


@settings(max_examples=150)
@given(pieces=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40), single=st.booleans())
def test_any_text_keeps_the_laws(read: Reader, pieces: list[str], single: bool) -> None:
    text = "".join(pieces)
    page = Page(uri="p", name="p", sha256="", text=text, published="2025-11-17", single=single)
    try:
        document = read(page)
    except InputError:
        return
    for facts in document.facts:
        spans = sorted(span for entity in facts.entities for span in entity.mentions)
        assert all(a[1] <= b[0] for a, b in pairwise(spans)), "mentions never overlap"
        article = facts.article
        for entity in facts.entities:
            for start, end in entity.mentions:
                assert 0 <= start < end <= len(text)
        folded = fold(text)
        for item in (*facts.times, *facts.quantities):
            written = "".join(folded[item.start : item.end].split())
            assert "".join(item.text.split()) in written or written.startswith(item.text[:1])
        ids = {entity.id for entity in facts.entities} | {"ARTICLE"}
        for relation in facts.relations:
            assert relation.subject in ids
            assert article.start <= relation.start < relation.end <= len(text)


def test_every_mention_is_one_of_its_entity_s_names(sample: list[Document]) -> None:
    for document in sample:
        folded = fold(document.page.text)
        for facts in document.facts:
            for entity in facts.entities:
                names = {"".join(name.split()) for name in (entity.name, *entity.aliases)}
                for start, end in entity.mentions:
                    assert "".join(folded[start:end].split()) in names, entity


def test_the_contract_of_kg_extract(sample: list[Document]) -> None:
    data = document_json(sample[0])
    assert list(data) == ["document", "date", "articles", "entities", "relations", "quantities", "times"]
    assert set(data["entities"][0]) == {"id", "type", "name", "aliases", "article", "mentions", "because"}
    ids = [entity["id"] for entity in data["entities"]]
    assert len(ids) == len(set(ids))
    for relation in data["relations"]:
        keys = {"subject", "predicate", "object", "role", "article", "rule", "start", "end", "confidence"}
        assert set(relation) == keys
        assert relation["subject"] in {*ids, "ARTICLE"}
        assert relation["predicate"] in {"holdsPost", "targets"} or relation["object"] in ids


def facts(documents: list[Document], predicate: str) -> set[tuple[str, str]]:
    found = set()
    for document in documents:
        for part in document.facts:
            names = {entity.id: entity.name for entity in part.entities}
            for r in part.relations:
                if r.predicate == predicate:
                    found.add((names.get(r.subject, r.subject), names.get(r.object, r.object)))
    return found


def test_the_sample_pages_hold_what_the_project_was_started_for(sample: list[Document]) -> None:
    launches = facts(sample, "launches")
    assert any("民乐县总工会" in a and "百场心愈" in b for a, b in launches), launches
    assert any("总工会" in a and "共享职工之家" in b for a, b in launches), launches
    organizes = facts(sample, "organizes")
    assert any("山西省总工会" in a for a, _ in organizes), organizes
