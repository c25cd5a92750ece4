"""Makes kg/serve/assets/outlines.json: China's provinces and the coasts of the world, simplified.

Usage: python scripts/build_outlines.py ECHARTS_4.9.0_DIR WORLD_ATLAS_2.0.2_DIR > kg/serve/assets/outlines.json
(the unpacked npm packages echarts 4.9.0, Apache-2.0, and world-atlas 2.0.2, ISC, from Natural Earth, public domain).

A drawing aid for points on a map; it says nothing about boundaries. Rings are [longitude, latitude, longitude, …].
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Point = tuple[float, float]
FINE, COARSE = 0.04, 0.35
SMALLEST = 0.004
"""Islands of fewer square degrees are left out, unless they are all that a region has."""


def provinces(folder: Path) -> dict[str, list[list[float]]]:
    """The rings of every province by its short name."""
    data = json.loads((folder / "map/json/china.json").read_text(encoding="utf-8"))
    found = {}
    for feature in data["features"]:
        rings = sorted(_rings(feature["geometry"]), key=_area, reverse=True)
        kept = [ring for ring in rings if _area(ring) > SMALLEST] or rings[:1]
        found[feature["properties"]["name"]] = [_flat(simplified(ring, FINE)) for ring in kept]
    return found


def south_sea(folder: Path) -> list[list[float]]:
    """The framed inset of the South China Sea islands as ECharts draws it, in units of its own frame."""
    code = (folder / "lib/coord/geo/fix/nanhai.js").read_text(encoding="utf-8")
    found = re.search(r"var points = (\[\[\[.*?\]\]\]);", code, re.DOTALL)
    return [[number for point in ring for number in point] for ring in json.loads(found[1] if found else "[]")]


def coasts(folder: Path) -> list[list[float]]:
    """The coasts of the world from the TopoJSON of land."""
    data = json.loads((folder / "land-110m.json").read_text(encoding="utf-8"))
    (sx, sy), (tx, ty) = data["transform"]["scale"], data["transform"]["translate"]
    arcs = []
    for arc in data["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    rings = []
    for shape in data["objects"]["land"]["geometries"][0]["arcs"]:
        for ring in shape:
            points = [p for index in ring for p in (arcs[index] if index >= 0 else arcs[~index][::-1])]
            if max(y for _, y in points) > -60:  # no Antarctica
                rings.append(_flat(simplified(_unbroken(points), COARSE)))
    return rings


def _unbroken(ring: Sequence[Point]) -> list[Point]:
    """The ring without a jump at the antimeridian: its longitudes run on beyond 180."""
    found = [ring[0]]
    for lon, lat in ring[1:]:
        found.append((lon - 360 * round((lon - found[-1][0]) / 360), lat))
    return found


def simplified(points: Sequence[Point], reach: float) -> list[Point]:
    """The line without the points that lie less than ``reach`` degrees off it (Douglas and Peucker)."""
    if len(points) < 3:
        return list(points)
    (ax, ay), (bx, by) = points[0], points[-1]
    long = math.hypot(bx - ax, by - ay)

    def off(p: Point) -> float:
        if not long:
            return math.hypot(p[0] - ax, p[1] - ay)
        return abs((bx - ax) * (ay - p[1]) - (ax - p[0]) * (by - ay)) / long

    at = max(range(1, len(points) - 1), key=lambda i: off(points[i]))
    if off(points[at]) < reach:
        return [points[0], points[-1]]
    return simplified(points[: at + 1], reach)[:-1] + simplified(points[at:], reach)


def _rings(geometry: dict[str, Any]) -> Iterator[list[Point]]:
    many = geometry["type"] == "MultiPolygon"
    shapes = geometry["coordinates"] if many else [geometry["coordinates"]]
    offsets = geometry["encodeOffsets"] if many else [geometry["encodeOffsets"]]
    for shape, starts in zip(shapes, offsets, strict=True):
        for code, start in zip(shape, starts, strict=True):
            yield _decoded(code, start)


def _decoded(code: str, start: Sequence[int]) -> list[Point]:
    """ECharts packs a ring as zigzag differences of 1/1024 degree, a character each."""
    x, y = start
    points = []
    for one, other in zip(code[::2], code[1::2], strict=True):
        dx, dy = ord(one) - 64, ord(other) - 64
        x += (dx >> 1) ^ -(dx & 1)
        y += (dy >> 1) ^ -(dy & 1)
        points.append((x / 1024, y / 1024))
    return points


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _flat(ring: Sequence[Point]) -> list[float]:
    return [round(number, 2) for point in ring for number in point]


if __name__ == "__main__":
    echarts, atlas = Path(sys.argv[1]), Path(sys.argv[2])
    outlines = {"provinces": provinces(echarts), "southSea": south_sea(echarts), "coasts": coasts(atlas)}
    sys.stdout.write(json.dumps(outlines, ensure_ascii=False, separators=(",", ":")) + "\n")
