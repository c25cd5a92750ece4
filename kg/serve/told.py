"""Statements of one article in a single question, as fast as the store can tell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kg.graph.iris import PREFIXES
from kg.graph.parts import Evidence, Statement
from kg.graph.readback import value_of

_TOLD = """SELECT ?id ?s ?p ?o ?rule ?trigger ?because ?time ?source ?start ?end ?quote ?prefix ?suffix WHERE {
  GRAPH <%s> {
    ?id rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:rule ?rule ; prov:wasDerivedFrom ?from .
    OPTIONAL { ?id kg:trigger ?trigger }
    OPTIONAL { ?id kg:because ?because }
    OPTIONAL { ?id kg:time ?time }
    OPTIONAL {
      ?from oa:hasSource ?source ; oa:hasSelector ?at, ?words .
      ?at oa:start ?start ; oa:end ?end .
      ?words oa:exact ?quote ; oa:prefix ?prefix ; oa:suffix ?suffix .
    }
  }
}"""


def told_by(store: Store, article: str) -> list[Statement]:
    """All that an article says, in the order of the text; ``article`` is an IRI of the graph, never a user's text."""
    told = [_statement(row, article) for row in rows(store, _TOLD % article)]
    return sorted(told, key=lambda s: (s.evidence.start or 0, -(s.evidence.end or 0), s.id))


def rows(store: Store, query: str) -> Iterator[Mapping[str, object]]:
    """The rows of a question of the site's own, by the names of their variables."""
    result = store.query(query, prefixes=PREFIXES)
    if isinstance(result, QuerySolutions):
        names = [variable.value for variable in result.variables]
        for row in result:
            yield dict(zip(names, row, strict=True))


def text_of(term: object) -> str:
    """The IRI or text of a term, '' for none."""
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _statement(row: Mapping[str, object], article: str) -> Statement:
    told = {name: text_of(term) for name, term in row.items()}
    placed = row["start"] is not None
    return Statement(
        id=told["id"],
        s=told["s"],
        p=told["p"],
        o=value_of(row["o"]),
        graph=article,
        page=told["source"],
        evidence=Evidence(
            rule=told["rule"],
            start=int(told["start"]) if placed else None,
            end=int(told["end"]) if placed else None,
            quote=told["quote"],
            prefix=told["prefix"],
            suffix=told["suffix"],
            trigger=told["trigger"],
            because=told["because"],
            time=told["time"],
        ),
    )
