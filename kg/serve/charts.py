"""Tables that are easier to see than to read: facts by month, reach by programme, who is busiest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.serve.explore import best_linked
from kg.serve.site import Site
from kg.serve.times import Moment
from kg.serve.told import rows, text_of

_SPAN = 200
_REACH = """SELECT ?programme (SAMPLE(?words) AS ?said) (MAX(?value) AS ?most) WHERE {
  ?programme a kg:Programme ; kg:quantity ?q .
  ?q schema:value ?value ; kg:text ?words ; schema:unitText ?unit .
  FILTER(?unit IN ("人", "名", "位", "人次", "户"))
} GROUP BY ?programme ORDER BY DESC(?most) ?programme LIMIT 15"""


def months(site: Site) -> list[tuple[str, int]]:
    """How many facts the articles of each month tell, by the month of publication; by year where it is many months."""
    dates = {source.iri: source.date for source in site.sources.values()}
    told: Counter[str] = Counter()
    for article, count in site.facts.items():
        if date := dates.get(article):
            told[date[:7]] += count
    if len(told) > 36:
        yearly: Counter[str] = Counter()
        for month, count in told.items():
            yearly[month[:4]] += count
        told = yearly
    return sorted(told.items())


def years(moments: Iterable[Moment]) -> list[tuple[str, int]]:
    """How many moments lie in each year of the common era, the years between them included."""
    told = Counter(int(moment.year) for moment in moments if moment.year.isdecimal())
    if not told or max(told) - min(told) > _SPAN:
        return [(str(year), told[year]) for year in sorted(told)]
    return [(str(year), told[year]) for year in range(min(told), max(told) + 1)]


def reach(site: Site) -> list[tuple[str, int]]:
    """The largest number of people that is told of each programme."""
    found = []
    for row in rows(site.store, _REACH):
        iri = text_of(row["programme"])
        if iri in site.things:
            found.append((site.things[iri].label, round(float(text_of(row["most"])))))
    return found


def active(site: Site) -> list[tuple[str, int]]:
    """The bodies with the most facts."""
    return [(site.things[iri].label, len(site.near[iri])) for iri in best_linked(site, kinds=("Organization",))[:15]]
