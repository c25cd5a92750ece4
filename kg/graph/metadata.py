"""What is known of an article as an article: headline, date, page, column, who signed and published it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph import iris
from kg.graph.iris import PREFIXES, kg
from kg.graph.parts import Evidence, Node, Part, Scene, chinese, found, plain, quoted, say
from kg.graph.qualified import day_value

SCHEMA = PREFIXES["schema"]

SIGNED_BY = "记者"
"""The context of people who sign articles: within one archive a byline of the same name is the same person."""


def article_parts(scene: Scene) -> Iterator[Part]:
    """The article's own node and metadata.

    Reporters, photographers and agency that relations already name are not said again here.
    """
    article = scene.facts.article
    title = article.title or scene.page.title or scene.page.name
    yield Node(scene.graph, (kg("Article"),), iris.clean(title))
    yield say(scene, scene.graph, kg("onPage"), iris.page(scene.page.name), Evidence(rule="page"))
    yield say(scene, scene.graph, SCHEMA + "headline", chinese(title), _headline(scene, title))
    if published := article.published or scene.page.published:
        yield say(scene, scene.graph, SCHEMA + "datePublished", day_value(published), Evidence(rule="page"))
    for label in article.labels:
        yield say(scene, scene.graph, SCHEMA + "articleSection", chinese(label), found(scene, label, rule="label"))
    if article.continued_on:
        there = found(scene, article.continued_on, rule="continued")
        yield say(scene, scene.graph, kg("continuedOn"), plain(article.continued_on), there)
    yield from _people(scene)
    if article.agency and not _named(scene, "publishedBy", article.agency):
        agency = iris.entity("Organization", article.agency)
        yield Node(agency, (kg("Organization"),), iris.clean(article.agency))
        yield say(scene, scene.graph, kg("publishedBy"), agency, found(scene, article.agency, rule="agency"))


def _people(scene: Scene) -> Iterator[Part]:
    article = scene.facts.article
    for predicate, names in (("reportedBy", article.reporters), ("photographedBy", article.photographers)):
        for name in names:
            if not name or _named(scene, predicate, name):
                continue
            person = iris.person(name, context=SIGNED_BY)
            yield Node(person, (kg("Person"),), iris.clean(name))
            yield say(scene, scene.graph, kg(predicate), person, found(scene, name, rule="byline"))


def _named(scene: Scene, predicate: str, name: str) -> bool:
    """True when a relation of the article says ``predicate`` of an entity called ``name``."""
    wanted = iris.same_name(name)
    entities = (
        scene.entities[relation.object]
        for relation in scene.facts.relations
        if relation.predicate == predicate and relation.object in scene.entities
    )
    return any(wanted in map(iris.same_name, (entity.name, *entity.aliases)) for entity in entities)


def _headline(scene: Scene, title: str) -> Evidence:
    """The title where the article writes it in one piece, else its first headline block, else the page."""
    evidence = found(scene, title, rule="headline")
    article = scene.facts.article
    if evidence.start is not None or not article.offsets:
        return evidence
    for block in article.blocks:
        if block.kind == "headline" and block.start < block.end:
            return quoted(scene, *article.page_span(block.start, block.end), rule="headline")
    return evidence
