"""The JSON of facts as flat tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

TABLES = {
    "articles": "title string, headline_lines array<string>, labels array<string>, subheads array<string>, "
    "reporters array<string>, photographers array<string>, agency string, start int, `end` int, continued_on string",
    "entities": "id string, type string, name string, aliases array<string>, article int, mentions array<array<int>>, "
    "because string",
    "relations": "subject string, predicate string, object string, role string, article int, rule string, start int, "
    "`end` int, confidence double",
    "quantities": "about string, text string, value double, unit string, bound string, start int, `end` int",
    "times": "about string, text string, value string, start int, `end` int",
}
"""The columns of each flat table besides ``document`` and ``date``; those of articles have an ``article`` too."""


def tables(facts: DataFrame) -> dict[str, DataFrame]:
    """The facts as flat tables: articles, entities, relations, quantities, times.

    ``document`` and ``date`` stand in every row; ``subject``, ``object`` and ``about`` are ids of entities of the
    same document (or ARTICLE, or words), as in the JSON.
    """
    from pyspark.sql import functions as f

    parts = ", ".join(f"{name}: array<struct<{columns}>>" for name, columns in TABLES.items())
    read = facts.where("facts is not null").select(
        f.from_json("facts", f"struct<document: string, date: string, {parts}>").alias("page")
    )
    found = {}
    for name in TABLES:
        rows = read.select("page.document", "page.date", f.posexplode(f"page.{name}").alias("article_", "row"))
        index = [f.col("article_").alias("article")] if name == "articles" else []
        found[name] = rows.select("document", "date", *index, "row.*")
    return found
