"""Which numbers and times of an article tell something: none in names, each of the headline's once."""

from __future__ import annotations

from kg.model import Article, Block, Mention, Quantity, Time
from kg.recognize.quantity_told import counted, dated


def _article(headline: str, body: str) -> Article:
    text = f"{headline}\n{body}"
    blocks = (Block("headline", 0, len(headline)), Block("paragraph", len(headline) + 1, len(text)))
    return Article(index=0, text=text, offsets=range(len(text)), blocks=blocks, sentences=(), title=headline)


def _quantity(article: Article, written: str, value: float, *, last: bool = False) -> Quantity:
    start = article.text.rfind(written) if last else article.text.find(written)
    return Quantity(start, start + len(written), written, value, "名", "exact")


def _name(article: Article, text: str, kind: str, by: str) -> Mention:
    start = article.text.find(text)
    return Mention(start, start + len(text), kind, text, by)


def test_a_number_of_the_headline_is_told_once() -> None:
    article = _article("甲会组织300名劳模休养", "甲会组织300名劳模休养，另有20名职工。")
    found = [
        _quantity(article, "300名", 300),
        _quantity(article, "300名", 300, last=True),
        _quantity(article, "20名", 20),
    ]
    assert [q.start for q in counted(article, found, ())] == [found[1].start, found[2].start]


def test_a_number_that_only_the_headline_tells_stays() -> None:
    article = _article("甲会组织300名劳模休养", "甲会组织劳模休养。")
    found = [_quantity(article, "300名", 300)]
    assert counted(article, found, ()) == tuple(found)


def test_numbers_in_names_count_nothing_but_those_of_what_befell_do() -> None:
    article = _article("甲会启动", "“30名工匠进校园”活动开始。甲校20名学生中毒。")
    activity = _name(article, "“30名工匠进校园”活动", "Programme", "programme:quoted+kind")
    poisoned = _name(article, "甲校20名学生中毒", "Event", "event:headline")
    found = [_quantity(article, "30名", 30), _quantity(article, "20名", 20)]
    assert [q.text for q in counted(article, found, (activity, poisoned))] == ["20名"]


def test_words_of_time_in_names_are_none_but_years_are() -> None:
    article = _article("甲会启动", "明天计划和2025年甲大赛开始。")
    names = (
        _name(article, "明天计划", "Programme", "programme"),
        _name(article, "2025年甲大赛", "Event", "event:contest"),
    )
    times = [Time(s, s + len(t), t, None) for t in ("明天", "2025年") if (s := article.text.find(t)) >= 0]
    assert [t.text for t in dated(times, names)] == ["2025年"]
