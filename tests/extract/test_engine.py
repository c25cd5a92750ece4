"""What holds for any text: evidence in place, topics of numbers and times, refusals with reasons, one reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.engine import extract, trace
from kg.extract.examples import marked
from kg.extract.reading import read
from kg.extract.steps import Engine

TEXT = (
    "[机构:甲会]创新机制，打造“[项目:乙站]”，服务[数量:300名]职工。"
    "[时间:今年8月]，[活动:大赛]在[地点:丙市]举行。[人物:丁某]计划出席[活动:大赛]。"
)


def test_evidence_is_the_sentence_and_the_trigger_stands_in_it(engine: Engine) -> None:
    got = marked(TEXT)
    for fact in extract(got.article, got.entities, got.times, got.quantities, engine).relations:
        sentence = got.article.text[fact.start : fact.end]
        assert sentence.endswith("。")
        assert fact.trigger in sentence


def test_a_country_lies_in_no_other_place(engine: Engine) -> None:
    got = marked("[地点:甲国]位于[地点:乙国]边境的飞地举行演习，[地点:丙城]位于[地点:乙国]。")
    entities = [replace(e, value="RU") if e.name == "甲国" else e for e in got.entities]
    names = {e.id: e.name for e in entities}
    found = extract(got.article, entities, got.times, got.quantities, engine).relations
    assert [(names[r.subject], names[r.object]) for r in found] == [("丙城", "乙国")]


def test_numbers_and_times_are_about_what_their_clause_is_about(engine: Engine) -> None:
    got = marked(TEXT)
    names = {e.id: e.name for e in got.entities}
    found = extract(got.article, got.entities, got.times, got.quantities, engine)
    assert [names[q.about or ""] for q in found.quantities] == ["乙站"]
    assert [names[t.about or ""] for t in found.times] == ["大赛"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("[活动:大赛]由[机构:甲会]主办，[机构:乙局]承办，来自各地的[数量:300名]选手参加。", ["大赛"]),
        ("[机构:甲厂]举办[活动:大赛]。“我一练就是[数量:4个月]。”[人物:丙某]说。", ["丙某"]),
        ("[机构:甲厂]经理[人物:丙某]介绍，累计培训[数量:4000人]。", ["甲厂"]),
        ("[机构:甲厂]开放，[数量:34岁]的[人物:丙某]赶来。", ["丙某"]),
        ("[人物:丙某]在[地点:甲大厦]（[数量:25层]）上班。", ["甲大厦"]),
        (
            "[机构:甲局]举行[活动:发布会]。[时间:十年来]，[地点:乙省]城乡居民收入增长[数量:3倍]。改革深化，推出[数量:40个]办法。",
            ["乙省", "乙省", "乙省"],
        ),
        ("[人物:丙某]获得[奖项:技术能手]称号。[时间:去年]他带徒[数量:3人]。", ["丙某", "丙某"]),
        ("据[机构:甲台]测定，[时间:今天]，[地点:丙县]发生[活动:地震]。[机构:乙队][数量:9人]赶到。", ["乙队", "地震"]),
        ("[人物:丙某]指出，[时间:今年]是[机构:甲会]成立[数量:50周年]。", ["甲会", "甲会"]),
        (
            "[机构:甲公司]披露了年报。年报显示，总资产达[数量:3亿元]。报告期内，公司净利润[数量:2亿元]。",
            ["甲公司", "甲公司"],
        ),
        (
            "[机构:甲小学]创办于[时间:1956年]。[时间:2008年]，[人物:王一]到了[地点:乙市]。全校有[数量:46名]教师。",
            ["甲小学", "甲小学", "王一"],
        ),
    ],
)
def test_whose_a_number_is(engine: Engine, text: str, about: list[str]) -> None:
    got = marked(text)
    names = {e.id: e.name for e in got.entities}
    found = extract(got.article, got.entities, got.times, got.quantities, engine)
    assert [names.get(x.about or "") for x in (*found.quantities, *found.times)] == about


def test_a_plan_is_refused_and_said_so(engine: Engine) -> None:
    got = marked(TEXT)
    (refusal,) = extract(got.article, got.entities, got.times, got.quantities, engine).refusals
    assert refusal.rule == "participatesIn#1"
    assert "计划" in refusal.reason


def test_the_trace_has_every_sentence_with_its_clauses_and_steps(engine: Engine) -> None:
    got = marked(TEXT)
    whole, first, *_ = trace(got.article, got.entities, got.times, got.quantities, engine)
    assert whole.clauses == ()
    assert ("V", "打造") in [chunk for clause in first.clauses for chunk in clause]
    assert "launches#1" in [step.rule for step in first.steps if step.facts]
    silent = [step for step in first.steps if not step.facts]
    assert silent
    assert all(step.reason for step in silent)


def test_the_trace_is_the_same_reading(engine: Engine) -> None:
    got = marked(TEXT)
    found = extract(got.article, got.entities, got.times, got.quantities, engine).relations
    traced = trace(got.article, got.entities, got.times, got.quantities, engine)
    told = {(f.subject, f.predicate, f.object) for one in traced for step in one.steps for f in step.facts}
    assert {(f.subject, f.predicate, f.object) for f in found} == told  # two rules may tell one fact


@pytest.mark.parametrize("text", [TEXT, "“[项目:乙站]”（以下简称乙站）由 [机构:甲会] 打造。", "", "。", "[机构:甲会]"])
def test_every_character_of_the_reading_leads_back_to_the_text(engine: Engine, text: str) -> None:
    got = marked(text)
    reading = read(got.article, got.entities, got.times, got.quantities, engine.words)
    assert len(reading.at) == len(reading.text) + 1
    for n, char in enumerate(reading.text):
        item = reading.items.get(n)
        if item is None:
            assert got.article.text[reading.at[n]] in (char, " ")
        else:
            assert got.article.text[item.start : item.end].endswith(item.text)


def test_an_empty_article_says_nothing(engine: Engine) -> None:
    got = marked("")
    assert extract(got.article, (), (), (), engine).relations == ()
