"""50 readers on the site at once for 30 seconds, while one slow SPARQL query runs into its limit again and again.

Usage: python bench/serve.py [GRAPH] [--readers 50] [--seconds 30]

GRAPH is the directory of a built graph; without it articles/ is built first. Prints requests, errors, and how long
answers took, by kind of page; then when each slow query was stopped. Everything stays on the loopback address.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from urllib.parse import quote

import httpx

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 5.0
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?c) != STR(?f) && ?i != ?c) }"
QUICK = "SELECT ?x ?name WHERE { ?x a kg:Organization ; rdfs:label ?name } LIMIT 20"
WORDS = ("工会", "szgh", "北京", "行动", "大赛")
HTML = {"Accept": "text/html,*/*;q=0.8"}


def main() -> None:
    """Starts the site, reads it, prints the figures; ends with 1 where an answer was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("graph", nargs="?", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        graph = asked.graph or Path(folder) / "graph"
        if asked.graph is None:
            kg("build", str(ROOT / "articles"), "-o", str(graph)).wait()
        began = time.perf_counter()
        process = kg("serve", "-g", str(graph), "--port", "0", "--seconds", str(LIMIT), stderr=subprocess.PIPE)
        try:
            found = re.search(r"http://\S+:\d+", process.stderr.readline())  # type: ignore[union-attr]
            if found is None:
                sys.exit("the site did not start")
            httpx.get(found[0], trust_env=False, timeout=60)
            print(f"first page {time.perf_counter() - began:.1f} s after the start")
            errors = asyncio.run(readers(found[0], asked.readers, asked.seconds))
        finally:
            process.terminate()
            process.wait(10)
    sys.exit(1 if errors else 0)


def kg(*arguments: str, stderr: int | None = subprocess.DEVNULL) -> subprocess.Popen[str]:
    """The command line as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen([sys.executable, "-m", "kg", *arguments], stderr=stderr, env=environment, text=True)  # noqa: S603


async def readers(site: str, count: int, seconds: float) -> int:
    """Runs the readers and the slow asker; prints the figures and gives the number of errors."""
    limits = httpx.Limits(max_connections=count + 1, max_keepalive_connections=count + 1)
    async with httpx.AsyncClient(trust_env=False, timeout=60, limits=limits) as client:
        nodes = (await client.get(f"{site}/api/graph", params={"most": "300"})).json()["nodes"]
        articles = re.findall(r'href="(/id/article/[^"]+)"', (await client.get(f"{site}/search?type=Article")).text)
        paths = {
            "home": ["/"],
            "entity": [node["href"] for node in nodes],
            "article": articles,
            "search": [f"/search?q={quote(word)}" for word in WORDS],
            "suggest": [f"/api/suggest?q={quote(word)}" for word in WORDS],
            "graph": [f"/api/graph?node={quote(node['id'])}" for node in nodes[:20]],
            "pages": ["/timeline", "/map", "/charts", "/rules", "/explore"],
            "rdf": [f"{node['href']}?format=ttl" for node in nodes[:20]],
            "sparql": [f"/sparql?query={quote(QUICK)}"],
        }
        end = time.monotonic() + seconds
        times: dict[str, list[float]] = defaultdict(list)
        errors: list[str] = []
        stopped: list[float] = []
        await asyncio.gather(
            *(read(client, site, paths, end, times, errors, random.Random(i)) for i in range(count)),  # noqa: S311
            slow(client, site, end, stopped, errors),
        )
    total = sum(map(len, times.values()))
    print(f"{count} readers, {seconds:g} s: {total} answers ({total / seconds:.0f} a second), {len(errors)} errors")
    print(f"{'':10}{'answers':>8}{'median':>9}{'95 %':>9}{'longest':>9}  ms")
    for name, taken in times.items():
        taken.sort()
        figures = (taken[len(taken) // 2], taken[int(len(taken) * 0.95)], taken[-1])
        print(f"{name:10}{len(taken):8}" + "".join(f"{figure * 1000:9.0f}" for figure in figures))
    print(f"slow query: limit {LIMIT:g} s, stopped after " + ", ".join(f"{taken:.1f}" for taken in stopped) + " s")
    for error in errors[:10]:
        print(error)
    return len(errors)


async def read(
    client: httpx.AsyncClient,
    site: str,
    paths: dict[str, list[str]],
    end: float,
    times: dict[str, list[float]],
    errors: list[str],
    dice: random.Random,
) -> None:
    """One reader: one page after another, with no rest between them."""
    while time.monotonic() < end:
        name = dice.choice(list(paths))
        path = dice.choice(paths[name])
        began = time.perf_counter()
        try:
            answer = await client.get(site + path, headers={} if name == "sparql" else HTML)
            if answer.status_code != 200:
                errors.append(f"{answer.status_code} {path}")
        except httpx.HTTPError as error:
            errors.append(f"{type(error).__name__} {path}")
        times[name].append(time.perf_counter() - began)


async def slow(client: httpx.AsyncClient, site: str, end: float, stopped: list[float], errors: list[str]) -> None:
    """Asks what takes too long, again and again."""
    while time.monotonic() < end:
        began = time.perf_counter()
        answer = await client.get(f"{site}/sparql", params={"query": SLOW})
        stopped.append(time.perf_counter() - began)
        if answer.status_code != 503:
            errors.append(f"the slow query was answered with {answer.status_code}")


if __name__ == "__main__":
    main()
