"""Where the nodes of a network stand: near what they are linked to, never on top of each other's names.

Stress majorisation by stochastic gradient descent (Zheng, Pawar, Goodman: Graph Drawing by Stochastic Gradient
Descent, 2018): the distance on paper follows the number of links between two nodes. In plain Python with a seeded
generator, since networkx's own layouts ask for numpy, whose last digits differ from machine to machine.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

Point = tuple[float, float]
Size = tuple[float, float]
Box = tuple[float, float, float, float]

_SEED = 20
_ROUNDS = 30
_STEP = 92.0
_ASPECT = 1.2
_MARGIN = 36.0


def positions(
    names: Iterable[str], links: Iterable[tuple[str, str]], *, sizes: Mapping[str, Size]
) -> dict[str, tuple[int, int]]:
    """Whole coordinates for every name; ``sizes`` are the widths and heights of node and label together.

    Connected groups are drawn each for itself and set side by side, the largest first. The same names, links and
    sizes give the same places, in whatever order they come.
    """
    import networkx as nx  # here, since only those who draw need it

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(names))
    graph.add_edges_from(sorted(links))
    groups = sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda g: (-len(g), g))
    drawn = [_separated(_turned(_drawn(graph, group)), sizes) for group in groups]
    placed = _packed(drawn, sizes)
    return {name: (round(x), round(y)) for name, (x, y) in placed.items()}


def _drawn(graph: nx.Graph[str], group: Sequence[str]) -> dict[str, Point]:
    """One connected group, its distances on paper as close to its distances in links as the plane allows."""
    import networkx as nx

    dice = random.Random(_SEED)  # noqa: S311 - a layout, no secret
    at = {name: [dice.random(), dice.random()] for name in group}
    pairs = []
    for i, name in enumerate(group):
        reach = nx.single_source_shortest_path_length(graph, name)
        pairs += [(at[name], at[other], float(reach[other])) for other in group[i + 1 :]]
    longest = max((distance for *_, distance in pairs), default=1.0)
    rate, decay = longest**2, (0.1 / longest**2) ** (1 / _ROUNDS)
    for _ in range(_ROUNDS):
        dice.shuffle(pairs)
        for one, other, distance in pairs:
            dx, dy = one[0] - other[0], one[1] - other[1]
            length = math.sqrt(dx * dx + dy * dy) or 1e-6
            move = min(1.0, rate / (distance * distance)) * (length - distance) / 2 / length
            one[0] -= move * dx
            one[1] -= move * dy
            other[0] += move * dx
            other[1] += move * dy
        rate *= decay
    return {name: (x * _STEP, y * _STEP) for name, (x, y) in at.items()}


def _turned(at: Mapping[str, Point]) -> dict[str, Point]:
    """The drawing about its centre, turned so that its long side lies flat."""
    cx = math.fsum(x for x, _ in at.values()) / len(at)
    cy = math.fsum(y for _, y in at.values()) / len(at)
    centred = {name: (x - cx, y - cy) for name, (x, y) in at.items()}
    xx = math.fsum(x * x for x, _ in centred.values())
    yy = math.fsum(y * y for _, y in centred.values())
    xy = math.fsum(x * y for x, y in centred.values())
    angle = math.atan2(2 * xy, xx - yy) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return {name: (x * cos + y * sin, y * cos - x * sin) for name, (x, y) in centred.items()}


def _separated(at: Mapping[str, Point], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """The drawing with no box on another: first spread as a whole while it is crowded, then pushed apart in places.

    Each push goes along the axis that takes the smaller one, until nothing overlaps or time is up.
    """
    moved = {name: [x, y] for name, (x, y) in at.items()}
    for _ in range(6):
        over = sum(_overlap(moved[a], moved[b], sizes[a], sizes[b]) is not None for a, b in _close(moved, sizes))
        if over < len(at):
            break
        for point in moved.values():
            point[0], point[1] = point[0] * 1.14, point[1] * 1.14
    for _ in range(80):
        clear = True
        for name, other in _close(moved, sizes):
            clear &= not _pushed(moved[name], moved[other], sizes[name], sizes[other])
        if clear:
            break
    return {name: (x, y) for name, (x, y) in moved.items()}


def _close(at: Mapping[str, Sequence[float]], sizes: Mapping[str, Size]) -> Iterator[tuple[str, str]]:
    """Pairs of names near enough on the x axis to overlap, from left to right."""
    order = sorted(at, key=lambda name: (at[name][0], name))
    widest = max(sizes[name][0] for name in order)
    for i, name in enumerate(order):
        for other in order[i + 1 :]:
            if at[other][0] - at[name][0] >= widest:
                break
            yield name, other


def _overlap(one: Sequence[float], other: Sequence[float], size: Size, other_size: Size) -> Point | None:
    """How far two boxes reach into each other along both axes, None when they do not."""
    over_x = (size[0] + other_size[0]) / 2 - abs(other[0] - one[0])
    over_y = (size[1] + other_size[1]) / 2 - abs(other[1] - one[1])
    return None if over_x <= 0.5 or over_y <= 0.5 else (over_x, over_y)


def _pushed(one: list[float], other: list[float], size: Size, other_size: Size) -> bool:
    over = _overlap(one, other, size, other_size)
    if over is None:
        return False
    axis = 0 if over[0] < over[1] else 1
    push = math.copysign(over[axis] / 2, other[axis] - one[axis])
    one[axis] -= push
    other[axis] += push
    return True


def _packed(drawings: Sequence[Mapping[str, Point]], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """The drawings side by side, the largest first, each at the free corner that lets the whole appear largest."""
    boxes = [_box(drawing, sizes) for drawing in drawings]
    taken: list[Box] = []
    placed: dict[str, Point] = {}
    for i in sorted(range(len(boxes)), key=lambda i: (-_width(boxes[i]) * _height(boxes[i]), i)):
        left, top, _, _ = boxes[i]
        x, y = _corner(taken, _width(boxes[i]), _height(boxes[i]))
        taken.append((x, y, x + _width(boxes[i]) + _MARGIN, y + _height(boxes[i]) + _MARGIN))
        for name, (px, py) in drawings[i].items():
            placed[name] = (px - left + x, py - top + y)
    return placed


def _corner(taken: Sequence[Box], width: float, height: float) -> Point:
    """Where a box of this size goes: the least growth of the screen, then the top, then the left."""
    right = max((box[2] for box in taken), default=0.0)
    low = max((box[3] for box in taken), default=0.0)
    corners = {(0.0, 0.0)}
    for box in taken:
        corners |= {(box[2], box[1]), (box[0], box[3]), (box[2], 0.0), (0.0, box[3])}

    def cost(corner: Point) -> tuple[float, float, float]:
        x, y = corner
        return max(max(right, x + width) / _ASPECT, max(low, y + height)), y, x

    for x, y in sorted(corners, key=cost):
        if all(x >= r or x + width <= a or y >= b or y + height <= t for a, t, r, b in taken):
            return x, y
    return 0.0, low


def _width(box: Box) -> float:
    return box[2] - box[0]


def _height(box: Box) -> float:
    return box[3] - box[1]


def _box(drawing: Mapping[str, Point], sizes: Mapping[str, Size]) -> Box:
    return (
        min(x - sizes[name][0] / 2 for name, (x, _) in drawing.items()),
        min(y - sizes[name][1] / 2 for name, (_, y) in drawing.items()),
        max(x + sizes[name][0] / 2 for name, (x, _) in drawing.items()),
        max(y + sizes[name][1] / 2 for name, (_, y) in drawing.items()),
    )
