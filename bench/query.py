"""How fast are the named questions on a built graph, and the slowest beside rdflib in the same run? See README.md."""

from __future__ import annotations

import argparse
import signal
import time
from pathlib import Path

import rdflib
from pyoxigraph import DefaultGraph, RdfFormat, Store, serialize

from kg.graph.iris import PREFIXES
from kg.graph.query import ask
from kg.graph.query_named import NamedQuery, bound, named_queries
from kg.graph.store import open_graph
from kg.knowledge import builtin


def main() -> None:
    """Prints CPU seconds and rows of every named question, then the slowest in rdflib on the same merged triples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path, nargs="?", default=Path("output"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rdflib-seconds", type=int, default=300, help="0: without rdflib")
    options = parser.parse_args()
    store = open_graph(options.graph)
    count = ask(store, "SELECT (COUNT(?s) AS ?n) { ?s a rdf:Statement }").rows[0][0]
    print(f"{count.value if count else 0} statements, {len(store)} quads in the store\n")
    texts = {named.name: _about_something(named, store) for named in named_queries([builtin()]).values()}
    seconds = {}
    for name, text in texts.items():
        rows, seconds[name] = _best(store, text, options.rounds)
        print(f"{name:20}{rows:8} rows{seconds[name]:9.3f} s")
    slowest = max(seconds, key=lambda name: seconds[name])
    print(f"\nslowest: {slowest}, {seconds[slowest]:.3f} s")
    if options.rdflib_seconds:
        print(_in_rdflib(store, texts[slowest], options.rdflib_seconds))


def _about_something(named: NamedQuery, store: Store) -> str:
    """The question as it stands, or about the best known entity or a page where it needs a name."""
    known = ask(store, "SELECT ?x { ?x a kg:Page } ORDER BY ?x LIMIT 1" if "page" in named.needed else _BEST).rows
    found = known[0][0] if known else None
    cell = ask(store, f"SELECT ?name {{ <{found.value}> rdfs:label ?name }}").rows[0][0] if found else None
    return bound(named, {name: [cell.value if cell else ""] for name in named.needed})


_BEST = "SELECT ?x { ?a kg:mentions ?x . ?x a kg:Organization } GROUP BY ?x ORDER BY DESC(COUNT(*)) ?x LIMIT 1"


def _best(store: Store, text: str, rounds: int) -> tuple[int, float]:
    times = []
    rows = 0
    for _ in range(rounds):
        begun = time.process_time()
        rows = len(ask(store, text).rows)
        times.append(time.process_time() - begun)
    return rows, min(times)


def _in_rdflib(store: Store, text: str, limit: int) -> str:
    """What rdflib needs to load the merged triples and to answer, the answer being stopped at the limit."""
    triples = serialize(
        (quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())), format=RdfFormat.N_TRIPLES
    )
    begun = time.process_time()
    graph = rdflib.Graph().parse(data=(triples or b"").decode(), format="nt")
    loaded = time.process_time() - begun

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(limit)
    begun = time.process_time()
    try:
        rows = len(graph.query(text, initNs=PREFIXES))
    except TimeoutError:
        return f"rdflib: loaded in {loaded:.1f} s, no answer in {limit} s"
    return f"rdflib: loaded in {loaded:.1f} s, {rows} rows in {time.process_time() - begun:.3f} s"


if __name__ == "__main__":
    main()
