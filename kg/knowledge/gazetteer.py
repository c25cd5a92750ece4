"""The gazetteer: places of ``ontology/places.tsv``, found by any of their names and told apart by context.

A row has eight columns: code, name, parent, level, longitude, latitude, aliases (``|`` between them) and a note.
The note ``w:和平|平安`` lists the names that are ordinary words or personal names too: a reader should believe
them only when the context speaks for a place. Names of one character (粤, 美) always ask for context.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import takewhile
from typing import NamedTuple

from kg.errors import KnowledgeError

LEVELS: tuple[str, ...] = ("country", "province", "city", "county", "region", "nature", "foreign", "site", "town")
"""The levels in the order of preference between places of one name that the context cannot tell apart."""

_RANK = {level: float(rank) for rank, level in enumerate(LEVELS)}
_RANK_OF_SHORT_COUNTY = _RANK["nature"] + 0.5
"""泰山 alone is the mountain, 泰山区 the district; but 大田 is the county at home before the city abroad."""

COLUMNS = 8
HOME = "CN"
"""Being in China together says nothing: kinship counts from the province down."""


class Place(NamedTuple):
    """A place; ``risky`` are those of its names that are ordinary words too, ``lon``/``lat`` are WGS 84 degrees.

    A named tuple, since seventy thousand of them are made whenever kg starts.
    """

    code: str
    name: str
    parent: str
    level: str
    lon: float | None
    lat: float | None
    aliases: tuple[str, ...]
    risky: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places, by every name they go under (in file order) and by code."""

    by_name: Mapping[str, tuple[Place, ...]]
    by_code: Mapping[str, Place]

    def ancestors(self, code: str) -> tuple[Place, ...]:
        """The places that hold this one, the nearest first; empty for an unknown code."""
        found: list[Place] = []
        place = self.by_code.get(code)
        while place is not None and place.parent:
            place = self.by_code.get(place.parent)
            if place is None or place in found:
                break
            found.append(place)
        return tuple(found)

    def resolve(self, name: str, *, context: Sequence[str] = ()) -> tuple[Place, ...]:
        """The best candidates for a name among the other places (codes or names) of its article.

        A province wins over its smaller namesakes (海南, 吉林); else the candidate nearest in kin to a place of the
        context, then the higher level; of several countries with one letter (乌) the first. Several mean: ambiguous.
        None means: unknown.
        """
        candidates = self.by_name.get(name, ())
        if len(candidates) < 2:
            return candidates
        if provinces := tuple(place for place in candidates if place.level == "province"):
            return provinces
        known = [self._path(place) for word in context if word != name for place in self._named(word)]

        def rank(place: Place) -> tuple[int, float]:
            path = self._path(place)
            return -max((_kinship(path, other) for other in known), default=0), _rank(place, name)

        best = min(map(rank, candidates))
        found = tuple(place for place in candidates if rank(place) == best)
        return found[:1] if len(name) == 1 and found[0].level == "country" else found

    def resolve_stack(self, names: Sequence[str]) -> tuple[Place, ...]:
        """The places that a stack of names, the outermost first, can mean: 山东省, 潍坊市, 奎文区.

        Levels may be left out (山东省, 奎文区). Empty when a name is unknown or lies outside the one before it.
        """
        if not names:
            return ()
        found = self.by_name.get(names[0], ())
        for name in names[1:]:
            outer = {place.code for place in found}
            found = tuple(
                place
                for place in self.by_name.get(name, ())
                if not outer.isdisjoint(above.code for above in self.ancestors(place.code))
            )
        return _highest(found, names[-1])

    def _named(self, word: str) -> tuple[Place, ...]:
        """The place of a code, or the foremost places of a name (吉林 is the province)."""
        if place := self.by_code.get(word):
            return (place,)
        return _highest(self.by_name.get(word, ()), word)

    def _path(self, place: Place) -> tuple[str, ...]:
        """The codes from the outermost down to the place itself; China is left out."""
        path = (*(above.code for above in reversed(self.ancestors(place.code))), place.code)
        return path[1:] if path[0] == HOME else path


def load_gazetteer(folders: Iterable[Traversable]) -> Gazetteer:
    """Reads ``places.tsv`` of the folders; a later folder adds places and replaces those of the same code.

    Raises KnowledgeError with file and line when a row has other than eight columns, an unknown level, a
    coordinate that is no number, a code twice over, or a parent that no file has.
    """
    by_code: dict[str, Place] = {}
    for folder in folders:
        file = folder / "places.tsv"
        if file.is_file():
            by_code.update(_read(file))
            _check_parents(file, by_code)
    by_name: dict[str, tuple[Place, ...]] = {}
    for place in by_code.values():
        for name in (place.name, *place.aliases):
            others = by_name.get(name)
            by_name[name] = (place,) if others is None else (*others, place)
    return Gazetteer(by_name=by_name, by_code=by_code)


def _read(file: Traversable) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line[0] == "#":
            continue
        columns = line.split("\t")
        if len(columns) != COLUMNS:
            raise _mistake(file, number, f"{len(columns)} 列，应为 {COLUMNS} 列（columns）")
        code, name, parent, level, lon, lat, aliases, note = columns
        if level not in _RANK:
            raise _mistake(
                file, number, f"没有级别 {level!r}（unknown level）", "可写（allowed）: " + "、".join(LEVELS)
            )
        if code in places or not code or not name:
            raise _mistake(file, number, f"代码 {code!r} 重复，或代码、名称为空（code twice over, or empty）")
        try:
            places[code] = Place(
                code,
                name,
                parent,
                level,
                float(lon) if lon else None,
                float(lat) if lat else None,
                tuple(aliases.split("|")) if aliases else (),
                tuple(note[2:].split("|")) if note.startswith("w:") else (),
            )
        except ValueError:
            raise _mistake(file, number, f"经纬度不是数字（no number）: {lon!r}, {lat!r}") from None
    return places


def _check_parents(file: Traversable, places: Mapping[str, Place]) -> None:
    orphans = {place.code for place in places.values() if place.parent and place.parent not in places}
    if not orphans:
        return
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        code = line.split("\t", 1)[0]
        if code in orphans:
            raise _mistake(file, number, f"{code} 的上级 {places[code].parent!r} 不存在（no such parent）")


def _mistake(file: Traversable, number: int, what: str, hint: str = "") -> KnowledgeError:
    return KnowledgeError(
        f"{file.name} 第 {number} 行：{what}",
        hint=hint or "看 ontology/places.tsv 开头的说明（see the head of ontology/places.tsv）",
    )


def _kinship(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many steps from the province down two paths share."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _rank(place: Place, name: str) -> float:
    """The place's turn among the places that ``name`` can mean, 0 the first."""
    return _RANK_OF_SHORT_COUNTY if place.level == "county" and name != place.name else _RANK[place.level]


def _highest(places: tuple[Place, ...], name: str) -> tuple[Place, ...]:
    """The foremost of the places that ``name`` can mean, several if they are on a par."""
    best = min((_rank(place, name) for place in places), default=0.0)
    return tuple(place for place in places if _rank(place, name) == best)
