"""How long a page with a large graph takes to be ready and to follow a drag, in a browser that draws in software.

Usage: python bench/browse.py NEWS.jsonl [--records 2200] [--nodes 10000] [--edges 15000]
       python bench/browse.py GRAPH

NEWS.jsonl holds articles, one a line, of which the first ``--records`` are built into a graph (some minutes); GRAPH is
the directory of a graph that is built already. Compared are its graph.html, the explorer of ``kg serve``, and what
plain pyvis writes for the nodes and lines that graph.html holds (vis-network taken from the package, its physics off
and on). Ready: the first frame after the nodes are on the canvas. Drag: from a move of the mouse with the button down
to the frame that shows it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import TimeoutError as TooLong
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 60.0
"""Seconds after which a page counts as never ready."""

# a canvas with more than a few colours on it has been drawn
DRAWN = """() => [...document.querySelectorAll("canvas")].some((canvas) => {
  if (!canvas.width || canvas.width < 200) return false;
  const x = canvas.width / 2 - 300, y = canvas.height / 2 - 200; // the middle is enough, and quick to read
  const dots = canvas.getContext("2d").getImageData(x, y, 600, 400).data, seen = new Set();
  for (let i = 0; i < dots.length; i += 16) if (dots[i + 3] > 200) seen.add(dots[i] << 16 | dots[i + 1] << 8 | dots[i + 2]);
  return seen.size > 8;
})"""
FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main() -> None:
    """Prints a line of figures for each page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--records", type=int, default=2200)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--edges", type=int, default=15_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        graph = asked.source if asked.source.is_dir() else built(asked.source, asked.records, Path(folder))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        html = graph / "graph.html"
        names, lines = held(html)
        print(f"{'page':52}{'MB':>7}{'ready s':>9}{'drag ms':>9}{'worst':>7}")
        name = f"kg graph.html, {len(names)} nodes {len(lines)} edges"
        measure(browser, name, html.resolve().as_uri(), html.stat().st_size)
        explorer(browser, graph)
        lines = lines[: asked.edges]
        names = names[: asked.nodes]
        for physics in (False, True):
            plain = pyvis_page(names, lines, Path(folder), physics=physics)
            name = f"pyvis, {len(names)} nodes {len(lines)} edges, physics {'on' if physics else 'off'}"
            measure(browser, name, plain.as_uri(), plain.stat().st_size)
        browser.close()


def built(source: Path, records: int, folder: Path) -> Path:
    """The graph of the first records of a .jsonl file."""
    part = folder / "news.jsonl"
    with source.open(encoding="utf-8") as file:
        part.write_text("".join(islice(file, records)), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "kg", "build", str(part), "-o", str(folder / "graph")]
    subprocess.run(command, env=environment, check=True)  # noqa: S603
    return folder / "graph"


def held(page: Path) -> tuple[list[str], list[tuple[int, int]]]:
    """The names of the nodes that the page holds, and the pairs of them that facts join."""
    found = re.search(r'id="data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    if found is None:
        sys.exit(f"{page} holds no data")
    data = json.loads(found[1])
    pairs = {(min(s, o), max(s, o)) for s, _, o, *_ in data["facts"] if o >= 0 and s != o}
    return [item[0] for item in data["info"]], sorted(pairs)


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
    print(f"{name:52}{size / 1e6:7.1f}{ready:9.1f}{middle:9.0f}{worst:7.0f}", flush=True)
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


def pyvis_page(names: list[str], lines: list[tuple[int, int]], folder: Path, *, physics: bool) -> Path:
    """The same nodes and lines as pyvis writes them by itself, everything in one file."""
    from pyvis.network import Network

    network = Network(height="900px", width="100%", cdn_resources="in_line")
    for number, name in enumerate(names):
        network.add_node(number, label=name)
    for one, other in lines:
        if other < len(names):
            # what add_edge does, without its search through all lines for the same one
            network.edges.append({"from": one, "to": other})
    network.toggle_physics(physics)
    file = folder / f"pyvis-{physics}.html"
    file.write_text(network.generate_html(), encoding="utf-8")
    return file


if __name__ == "__main__":
    main()
