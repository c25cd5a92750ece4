"""How long a page with a large graph takes to be ready and to follow a drag, in a browser that draws in software.

Usage: python bench/browse.py GRAPH [--nodes 10000] [--edges 15000]

GRAPH is the directory of a built graph of a large archive. Compared are its graph.html, the explorer of ``kg serve``,
and what plain pyvis writes for the best linked ``--nodes`` nodes and ``--edges`` edges of the same graph (vis-network
taken from the package, its physics off and on). Ready: the first frame after the nodes are on the canvas. Drag: from a
move of the mouse with the button down to the frame that shows it.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import TimeoutError as TooLong
from playwright.sync_api import sync_playwright

from kg.graph.store import open_graph
from kg.knowledge import load
from kg.serve.site import open_site

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 60.0
"""Seconds after which a page counts as never ready."""

# a canvas with more than a few colours on it has been drawn
DRAWN = """() => [...document.querySelectorAll("canvas")].some((canvas) => {
  if (!canvas.width || canvas.width < 200) return false;
  const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data, seen = new Set();
  for (let i = 0; i < dots.length; i += 16) if (dots[i + 3] > 200) seen.add(dots[i] << 16 | dots[i + 1] << 8 | dots[i + 2]);
  return seen.size > 8;
})"""
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main() -> None:
    """Prints a line of figures for each page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("graph", type=Path)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--edges", type=int, default=15_000)
    asked = parser.parse_args()
    print(f"{'page':44}{'MB':>7}{'ready s':>9}{'drag ms':>9}{'worst':>7}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        html = asked.graph / "graph.html"
        if html.is_file():
            measure(browser, "kg graph.html", html.resolve().as_uri(), html.stat().st_size)
        explorer(browser, asked.graph)
        for physics in (False, True):
            plain, counted = pyvis_page(asked.graph, Path(folder), asked.nodes, asked.edges, physics=physics)
            name = f"pyvis, {counted}, physics {'on' if physics else 'off'}"
            measure(browser, name, plain.as_uri(), plain.stat().st_size)
        browser.close()


def measure(browser: Any, name: str, address: str, size: int) -> None:
    """Opens a page, waits until its graph is drawn, drags the canvas, prints the figures."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    began = time.perf_counter()
    ready = worst = middle = float("nan")
    with suppress(TooLong):
        page.goto(address, timeout=PATIENCE * 1000)
        while not page.evaluate(DRAWN):  # a page may forbid Playwright's own way of waiting
            if time.perf_counter() - began > PATIENCE:
                raise TooLong("never drawn")
            page.wait_for_timeout(20)
        ready = time.perf_counter() - began
        page.wait_for_timeout(1500)
        taken = sorted(drags(page))
        middle, worst = taken[len(taken) // 2] * 1000, taken[-1] * 1000
    print(f"{name:44}{size / 1e6:7.1f}{ready:9.1f}{middle:9.0f}{worst:7.0f}", flush=True)
    page.close()


def drags(page: Any) -> list[float]:
    """Seconds from a move of the mouse to the frame after it, for twenty moves of one drag or half a minute of it."""
    end = time.monotonic() + 30
    page.mouse.move(400, 420)
    page.mouse.down()
    taken = []
    for step in range(20):
        began = time.perf_counter()
        page.mouse.move(400 + 8 * step, 420 + 3 * step)
        page.evaluate(FRAME)
        taken.append(time.perf_counter() - began)
        if time.monotonic() > end:
            return taken
    page.mouse.up()
    return taken


def explorer(browser: Any, graph: Path) -> None:
    """Measures the explorer of the site over the graph."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "kg", "serve", "-g", str(graph), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, text=True) as process:  # noqa: S603
        found = re.search(r"http://\S+:\d+", process.stderr.readline())  # type: ignore[union-attr]
        try:
            if found:
                measure(browser, "kg serve, explorer", f"{found[0]}/explore", 0)
        finally:
            process.terminate()


def pyvis_page(graph: Path, folder: Path, nodes: int, edges: int, *, physics: bool) -> tuple[Path, str]:
    """The best linked part of the graph as pyvis writes it by itself, everything in one file."""
    from pyvis.network import Network

    open_graph(graph)
    site = open_site(graph, knowledge=load())
    best = sorted(site.near, key=lambda iri: (-len(site.near[iri]), iri))[:nodes]
    chosen = set(best) | set(sorted(site.things)[: max(0, nodes - len(best))])
    links = [link for link in site.links if {link.s, link.o} <= chosen][:edges]
    network = Network(height="900px", width="100%", cdn_resources="in_line")
    for iri in sorted(chosen):
        network.add_node(iri, label=site.things[iri].label)
    for link in links:
        network.add_edge(link.s, link.o)
    network.toggle_physics(physics)
    file = folder / f"pyvis-{physics}.html"
    file.write_text(network.generate_html(), encoding="utf-8")
    return file, f"{len(chosen)} nodes {len(links)} edges"


if __name__ == "__main__":
    main()
