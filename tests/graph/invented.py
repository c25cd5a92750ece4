"""A small archive of invented articles, with everything that a graph can hold."""

from __future__ import annotations

import hashlib

from kg.model import Article, Block, Document, Entity, EntityType, Facts, Page, Quantity, Relation, Time

PAGE_ONE = """甲市总工会联手司法局推出“护薪行动”
本报讯（记者某甲 某乙）11月3日，由甲市总工会主办、甲市职工服务中心承办的“护薪行动”启动仪式在丙区举行。\
甲市总工会与甲市司法局联手推出“护薪行动”，面向公交司机，服务近400名职工，讨薪12.5万余元。
甲市总工会主席丁一介绍，今年8月以来，市总已建成服务点。
戊己获“甲市工匠”称号
本报记者 某甲 2024年，丙厂职工戊己荣获“甲市工匠”称号。"""

PAGE_TWO = """甲市总工会“护薪行动”走进丙区
甲市总工会主席丁一来到丙区，“护薪行动”服务公交司机。记者某甲 摄"""


def span(text: str, words: str, after: int = 0) -> tuple[int, int]:
    """Offsets of the first ``words`` at or behind ``after``."""
    start = text.index(words, after)
    return start, start + len(words)


def spans(text: str, *names: str, within: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Offsets of all the names inside a part of the text."""
    found = set()
    for name in names:
        start = text.find(name, within[0], within[1])
        while start >= 0:
            found.add((start, start + len(name)))
            start = text.find(name, start + 1, within[1])
    return tuple(sorted(found))


def page(name: str, text: str, published: str | None) -> Page:
    """A page of the archive, its digest that of its text."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Page(uri=f"2025/{name}.txt", name=name, sha256=digest, text=text, published=published)


def article(text: str, index: int, start: int, end: int, title: str, **more: object) -> Article:
    """An article whose reading text is its part of the page."""
    blocks = (Block("headline", 0, len(title)),)
    return Article(index, text[start:end], range(start, end), blocks, (), title, start=start, end=end, **more)  # type: ignore[arg-type]


def documents() -> list[Document]:
    """Two pages, three articles: programmes, roles, partners, posts, awards, targets, quantities, times, bylines."""
    return [first(), second()]


def first() -> Document:
    text, cut = PAGE_ONE, PAGE_ONE.index("戊己获")
    one, two = (0, cut - 1), (cut, len(text))

    def entity(id_: str, type_: EntityType, name: str, *aliases: str, part: int = 0, code: str | None = None) -> Entity:
        where = spans(text, name, *aliases, within=two if part else one)
        return Entity(id_, type_, name, aliases, where, "同名", code, part)

    def relation(subject: str, predicate: str, object_: str, words: str, **more: str) -> Relation:
        return Relation(subject, predicate, object_, f"{predicate}#1", *span(text, words), **more)  # type: ignore[arg-type]

    opening = "由甲市总工会主办、甲市职工服务中心承办的“护薪行动”启动仪式在丙区举行。"
    joint = "甲市总工会与甲市司法局联手推出“护薪行动”，面向公交司机"
    post = "甲市总工会主席丁一介绍"
    award = "2024年，丙厂职工戊己荣获“甲市工匠”称号。"
    start_article = article(
        text, 0, *one, text.split("\n")[0], reporters=("某甲", "某乙"), labels=("本报讯",), continued_on="第2版"
    )
    first_facts = Facts(
        start_article,
        entities=(
            entity("e1", "Organization", "甲市总工会", "市总"),
            entity("e2", "Organization", "甲市司法局", "司法局"),
            entity("e3", "Organization", "甲市职工服务中心"),
            entity("e4", "Programme", "护薪行动"),
            entity("e5", "Event", "“护薪行动”启动仪式"),
            entity("e6", "Place", "丙区", code="999901"),
            entity("e7", "Person", "丁一"),
            entity("e8", "Person", "某甲"),
        ),
        relations=(
            relation("e1", "organizes", "e5", opening, role="主办", time="2025-11-03", trigger="主办"),
            relation("e3", "organizes", "e5", opening, role="承办", time="2025-11-03", trigger="承办"),
            relation("e5", "locatedIn", "e6", opening, trigger="在…举行"),
            relation("e1", "launches", "e4", joint, trigger="推出"),
            relation("e2", "launches", "e4", joint, trigger="推出"),
            relation("e2", "partnerOf", "e1", joint, trigger="联手"),
            relation("e4", "targets", "公交司机", joint, trigger="面向"),
            relation("e5", "partOf", "e4", opening),
            relation("e7", "affiliatedWith", "e1", post),
            relation("e7", "holdsPost", "主席", post, time="2025-08/.."),
            relation("ARTICLE", "reportedBy", "e8", "（记者某甲 某乙）", trigger="记者"),
        ),
        quantities=(
            Quantity(*span(text, "近400名"), "近400名", 400.0, "人", "approx", "职工", "e4"),
            Quantity(*span(text, "12.5万余元"), "12.5万余元", 125000.0, "元", "at_least", "", "e4"),
        ),
        times=(
            Time(*span(text, "11月3日"), "11月3日", "2025-11-03", "2025-11-03", "2025-11-03", "e5"),
            Time(*span(text, "今年8月以来"), "今年8月以来", "2025-08/..", "2025-08-01", None, None),
        ),
    )
    second_facts = Facts(
        article(text, 1, *two, "戊己获“甲市工匠”称号", reporters=("某甲",)),
        entities=(
            entity("e9", "Person", "戊己", part=1),
            entity("e10", "Organization", "丙厂", part=1),
            entity("e11", "Award", "甲市工匠", part=1),
        ),
        relations=(
            relation("e9", "affiliatedWith", "e10", award),
            relation("e9", "holdsPost", "职工", award),
            relation("e9", "receives", "e11", award, time="2024", trigger="荣获"),
        ),
        times=(Time(*span(text, "2024年"), "2024年", "2024", "2024-01-01", "2024-12-31", "e9"),),
    )
    return Document(page("one", text, "2025-11-04"), (first_facts, second_facts))


def second() -> Document:
    text = PAGE_TWO

    def entity(id_: str, type_: EntityType, name: str, code: str | None = None) -> Entity:
        return Entity(id_, type_, name, (), spans(text, name, within=(0, len(text))), "", code)

    facts = Facts(
        article(text, 0, 0, len(text), text.split("\n")[0], photographers=("某甲",), agency="丁报"),
        entities=(
            entity("e1", "Organization", "甲市总工会"),
            entity("e2", "Programme", "“护薪行动”"),
            entity("e3", "Person", "丁一"),
            entity("e4", "Place", "丙区", "999901"),
        ),
        relations=(
            Relation("e3", "affiliatedWith", "e1", "affiliatedWith#1", *span(text, "甲市总工会主席丁一")),
            Relation("e3", "holdsPost", "主席", "holdsPost#1", *span(text, "甲市总工会主席丁一")),
            Relation("e2", "targets", "公交司机", "targets#1", *span(text, "“护薪行动”服务公交司机")),
            Relation("e2", "locatedIn", "e4", "locatedIn#1", *span(text, "来到丙区")),
        ),
    )
    return Document(page("two", text, "2025-11"), (facts,))


def hostile() -> Document:
    """A page whose words try to break a file: controls, surrogates, quotes, markup, bidi marks, line separators."""
    bad = (
        "甲\x00乙\x1b[31m",
        "\ud800断\udfff",
        "</script><script>alert(1)</script>",
        '"引"号\'与\\反斜线\n换行"""',
        "<!-- --> ]]> &amp; {{data}} {{vis}}",
        "\u202e倒写\u2028行\u2029段\ufeff\ufffe\uffff",
        "https://w3id.org/<x> {} | ^ `",
        "\U0001f600" + "长" * 300,
        "%00%ff 100%",
        " ",
    )
    text = "。".join(bad) + "。"
    types: tuple[EntityType, ...] = ("Organization", "Programme", "Event", "Person", "Place", "Award", "Policy")
    entities = tuple(
        Entity(f"e{i}", types[i % 7], name, (name + "二", ""), (span(text, name),), name, name, 0)
        for i, name in enumerate(bad)
    )
    relations = [
        Relation(f"e{i}", "partOf", f"e{i + 1}", name, *span(text, name), name, name, name)
        for i, name in enumerate(bad[:-1])
    ]
    relations += [Relation("e3", "holdsPost", name, name, 0, len(text)) for name in bad]
    relations += [Relation("e1", "targets", name, name, *span(text, name)) for name in bad]
    quantities = tuple(
        Quantity(*span(text, name), name, value, name, "exact", name, "e0")
        for name, value in zip(bad, (float("inf"), float("nan"), 1e300, -0.1, 1e-7, 3.5, 0, 2, 7, 8), strict=True)
    )
    times = tuple(Time(*span(text, name), name, name, name, name, "e0") for name in bad)
    item = article(
        text, 0, 0, len(text), bad[2], labels=bad, reporters=bad, photographers=bad, agency=bad[0], continued_on=bad[3]
    )
    facts = Facts(item, entities, tuple(relations), quantities, times)
    return Document(Page(bad[3], bad[2], bad[0], text, bad[4], bad[5]), (facts,))
