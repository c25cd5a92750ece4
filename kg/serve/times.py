"""When things happened, as the articles say: facts with a valid time, and things with a date of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from kg.graph.iris import KG
from kg.knowledge.ontology import Ontology
from kg.serve.told import rows, text_of

_TIMES = """SELECT ?t (MIN(?label) AS ?words) (MIN(?value) AS ?edtf) (MIN(?from) AS ?start) (MAX(?to) AS ?end) WHERE {
  ?t a kg:Time ; rdfs:label ?label .
  OPTIONAL { ?t kg:edtf ?value } OPTIONAL { ?t kg:earliest ?from } OPTIONAL { ?t kg:latest ?to }
} GROUP BY ?t"""
_DATED = """SELECT DISTINCT ?g ?id ?s ?p ?o ?t WHERE { GRAPH ?g {
  { ?id kg:time ?t ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
  UNION { ?s kg:time ?t . ?id rdf:object ?t ; rdf:subject ?s ; rdf:predicate kg:time BIND(kg:time AS ?p) }
} }"""


@dataclass(frozen=True, slots=True)
class Moment:
    """Something with a valid time: a fact ``s p o``, or only ``s`` (then ``p`` is ``time`` and ``o`` '').

    ``start``/``end`` are ISO days, one of them may be ''; ``words`` are those of the text, ``edtf`` their value.
    """

    start: str
    end: str
    words: str
    edtf: str
    s: str
    p: str
    o: str
    article: str

    @property
    def day(self) -> str:
        """The day to sort by: the first, else the last."""
        return self.start or self.end

    @property
    def year(self) -> str:
        """The year of that day."""
        return self.day[:4]


def moments(store: Store, ontology: Ontology) -> tuple[Moment, ...]:
    """All dated facts of relations and dated things, in the order of their days; vague times are left out."""
    times = {text_of(row["t"]): {name: text_of(term) for name, term in row.items()} for row in rows(store, _TIMES)}
    found: set[Moment] = set()
    for row in rows(store, _DATED):
        when = times.get(text_of(row["t"]))
        if when is None or not (when["start"] or when["end"]):
            continue
        s, p = text_of(row["s"]), text_of(row["p"]).removeprefix(KG)
        if p == "time":
            o = ""
        elif p in ontology.properties and ontology.properties[p].relation:
            o = text_of(row["o"])
        else:
            continue
        found.add(Moment(when["start"], when["end"], when["words"], when["edtf"], s, p, o, text_of(row["g"])))
    closer = {(m.s, ontology.properties[m.p].parent, m.o, m.article) for m in found}
    kept = [m for m in found if (m.s, m.p, m.o, m.article) not in closer]
    return tuple(sorted(kept, key=lambda m: (m.day, m.end, m.s, m.p, m.o, m.article, m.words)))


def within(
    all_: Iterable[Moment],
    *,
    since: str = "",
    until: str = "",
    about: str = "",
    kinds: Mapping[str, str] | None = None,
    wanted: Sequence[str] = (),
) -> list[Moment]:
    """The moments that touch the days, the thing ``about`` and the ``wanted`` kinds (``kinds`` tells each IRI's)."""
    return [
        m
        for m in all_
        if (not since or (m.end or m.start) >= since)
        and (not until or m.day[: len(until)] <= until)
        and (not about or about in (m.s, m.o, m.article))
        and (not wanted or kinds is None or kinds.get(m.s) in wanted or kinds.get(m.o) in wanted)
    ]
