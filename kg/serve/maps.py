"""Places on paper: outlines that ship with kg, and the coordinates of the gazetteer; no tiles from anywhere."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from kg.graph.readback import kind
from kg.knowledge.gazetteer import Gazetteer
from kg.serve.site import Site

Projection = Callable[[float, float], tuple[float, float]]

_WIDE = 1000.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A map to draw points on: its size, the path of each named region, and of what is only drawn."""

    width: float
    height: float
    regions: tuple[tuple[str, str], ...]
    aside: str
    project: Projection


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the graph on paper; ``weight`` counts the articles that name it and the facts about it."""

    iri: str
    name: str
    lon: float
    lat: float
    articles: int
    facts: int

    @property
    def radius(self) -> float:
        """The radius of its dot: the area follows the number of articles."""
        return 4.5 + 2.6 * math.sqrt(self.articles)


def albers(lon: float, lat: float) -> tuple[float, float]:
    """The equal-area cone on which maps of China are drawn (25° and 47° north, 105° east), y pointing down."""
    south, north, origin = math.radians(25), math.radians(47), math.radians(12)
    n = (math.sin(south) + math.sin(north)) / 2
    c = math.cos(south) ** 2 + 2 * n * math.sin(south)

    def rho(angle: float) -> float:
        return math.sqrt(c - 2 * n * math.sin(angle)) / n

    theta = n * math.radians(lon - 105)
    r = rho(math.radians(lat))
    return r * math.sin(theta), r * math.cos(theta) - rho(origin)


def plain(lon: float, lat: float) -> tuple[float, float]:
    """Longitude and latitude as they are, the scale true at 35°, y pointing down."""
    return math.radians(lon) * math.cos(math.radians(35)), -math.radians(lat)


WEST = -28.0
"""Where the map of the world begins: the Pacific in its middle, as maps in China have it."""


def outlines() -> tuple[Outline, Outline]:
    """The outlines of China, by province, and of the world, by its coasts."""
    data = json.loads((files("kg.serve") / "assets" / "outlines.json").read_text(encoding="utf-8"))
    china, world = _china(data["provinces"], data["southSea"]), _world(data["coasts"])
    return china, world


def spots(site: Site, only: Iterable[str] | None = None) -> list[Spot]:
    """The places of the graph whose coordinates the gazetteer knows, the largest first so that none hides another."""
    found = []
    for iri in site.things if only is None else only:
        node = site.things.get(iri)
        place = site.knowledge.gazetteer.by_code.get(node.code) if node and kind(node) == "Place" else None
        if node is None or place is None or place.lon is None or place.lat is None:
            continue
        if place.level == "country":
            continue  # a country is no dot
        near = site.near.get(iri, ())
        found.append(Spot(iri, node.label, place.lon, place.lat, site.told.get(iri, 0), len(near)))
    return sorted(found, key=lambda spot: (-spot.articles, -spot.facts, spot.iri))


def unplaced(site: Site) -> list[str]:
    """The places of the graph that no map shows, the best known first."""
    placed = {spot.iri for spot in spots(site)}
    others = [iri for iri, node in site.things.items() if kind(node) == "Place" and iri not in placed]
    return sorted(others, key=lambda iri: (-site.told.get(iri, 0), site.things[iri].label, iri))


def in_china(gazetteer: Gazetteer, code: str) -> bool:
    """True for a place inside China, by its code."""
    return any(place.code == "CN" for place in gazetteer.ancestors(code))


def by_province(site: Site) -> list[tuple[str, int]]:
    """How many facts are told of each province and what lies in it, the busiest first."""
    gazetteer = site.knowledge.gazetteer
    busy: Counter[str] = Counter()
    for iri, node in site.things.items():
        if kind(node) != "Place" or node.code not in gazetteer.by_code:
            continue
        path = [gazetteer.by_code[node.code], *gazetteer.ancestors(node.code)]
        if province := next((place for place in path if place.level == "province"), None):
            busy[province.name] += len(site.near.get(iri, ())) + site.told.get(iri, 0)
    return sorted(((name, n) for name, n in busy.items() if n), key=lambda item: (-item[1], item[0]))


def _china(provinces: Mapping[str, Sequence[Sequence[float]]], inset: Sequence[Sequence[float]]) -> Outline:
    edge = [albers(lon, lat) for rings in provinces.values() for ring in rings for lon, lat in _pairs(ring)]
    left, right = min(x for x, _ in edge), max(x for x, _ in edge)
    top, low = min(y for _, y in edge), max(y for _, y in edge)
    scale = _WIDE / (right - left)
    height = (low - top) * scale + 20

    def project(lon: float, lat: float) -> tuple[float, float]:
        x, y = albers(lon, lat)
        return (x - left) * scale, (y - top) * scale + 10

    regions = tuple((name, _path(rings, project)) for name, rings in sorted(provinces.items()))
    # the inset keeps its own frame of 64 by 93, set into the empty corner of the sea
    size = 1.55
    corner_x, corner_y = _WIDE - 64 * size - 8, height - 93.1 * size - 8
    aside = _path(inset, lambda x, y: (corner_x + x * size, corner_y + y * size))
    return Outline(_WIDE, round(height), regions, aside, project)


def _world(coasts: Sequence[Sequence[float]]) -> Outline:
    (left, top), (right, low) = plain(WEST, 78), plain(WEST + 360, -57)
    scale = _WIDE / (right - left)

    def there(lon: float, lat: float) -> tuple[float, float]:
        x, y = plain(lon, lat)
        return (x - left) * scale, (y - top) * scale

    def project(lon: float, lat: float) -> tuple[float, float]:
        return there((lon - WEST) % 360 + WEST, lat)

    # what crosses the edge is drawn on both sides of it; the frame cuts off the rest
    twice = [[n + turn * (i % 2 == 0) for i, n in enumerate(ring)] for ring in coasts for turn in (0, 360)]
    inside = [ring for ring in twice if max(ring[::2]) > WEST and min(ring[::2]) < WEST + 360]
    return Outline(_WIDE, round((low - top) * scale), (), _path(inside, there), project)


def _path(rings: Iterable[Sequence[float]], project: Projection) -> str:
    """Rings as the path of an SVG, whole tenths."""
    parts = []
    for ring in rings:
        points = [project(lon, lat) for lon, lat in _pairs(ring)]
        parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
    return "".join(parts)


def _pairs(flat: Sequence[float]) -> Iterable[tuple[float, float]]:
    return zip(flat[::2], flat[1::2], strict=True)


Box = tuple[float, float, float, float]
Group = tuple[float, float, list[Spot], str]
"""Spots drawn as one dot, where, and whether there is room for its name: ``major`` on a phone too, ``minor``, or ''."""


def clustered(found: Iterable[Spot], project: Projection, reach: float) -> list[Group]:
    """Spots whose middles would lie within ``reach`` of a larger one, joined to it, the largest first."""
    homes: list[tuple[float, float, list[Spot]]] = []
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for spot in found:
        x, y = project(spot.lon, spot.lat)
        cell = int(x // reach), int(y // reach)
        near = (i for dx in (-1, 0, 1) for dy in (-1, 0, 1) for i in cells[cell[0] + dx, cell[1] + dy])
        home = next((i for i in near if math.hypot(homes[i][0] - x, homes[i][1] - y) < reach), None)
        if home is None:
            cells[cell].append(len(homes))
            homes.append((x, y, [spot]))
        else:
            homes[home][2].append(spot)
    large, small = _with_room(homes, 34.0), _with_room(homes, 15.0)
    return [
        (x, y, spots, "major" if i in large else "minor" if i in small else "") for i, (x, y, spots) in enumerate(homes)
    ]


def _with_room(homes: Sequence[tuple[float, float, list[Spot]]], size: float) -> set[int]:
    """The dots whose names fit beside them at this size of type, with no name on another or on another dot."""
    taken: list[Box] = []
    dots = [(x - (r := spots[0].radius * 0.7), y - r, x + r, y + r) for x, y, spots in homes]
    found = set()
    for i, (x, y, spots) in enumerate(homes):
        left = x + spots[0].radius
        box = left, y - size * 0.6, left + size * (min(8, len(spots[0].name)) + 0.5), y + size * 0.6
        others = (*taken, *dots[:i], *dots[i + 1 :])
        if box[2] < _WIDE and not any(_crossed(box, other) for other in others):
            taken.append(box)
            found.add(i)
    return found


def _crossed(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
