"""When two names of places are one, and which places an article is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from kg.knowledge.gazetteer import Gazetteer, Place
from kg.resolve.names import LEVELS, Names, plain


def home_places(groups: Iterable[Iterable[str]], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Full names of the provinces, cities and counties that the article names, only where a level has just one.

    A level with two names says nothing of what 省 or 市 alone means; a province above the county that the article
    tells of, but that it never names, is not written into its bodies' names.
    """
    every = [name for names in groups for name in names]
    written = "\n".join(every)
    found: dict[str, dict[str, Place]] = {}
    for name in every:
        place = _last(name, gazetteer)
        if place is None:
            continue
        for unit in (place, *gazetteer.ancestors(place.code)):
            named = any(form in written for form in (unit.name, *unit.aliases) if len(form) > 1)
            if unit.level in ("province", "city", "county") and unit.name[-1] in LEVELS and named:
                found.setdefault(unit.level, {}).setdefault(unit.name, unit)
    cities = list(found.get("city", {}).values())
    if len(cities) == 1 and len(found.get("county", {})) > 1:  # of two counties the one that lies in the city
        inside = {name: unit for name, unit in found["county"].items() if cities[0] in gazetteer.ancestors(unit.code)}
        found["county"] = inside or found["county"]
    elif len(cities) == 1:  # 甲市|乙城集团 is of no 乙城市
        found["county"] = {
            name: unit
            for name, unit in found.get("county", {}).items()
            if name in written or cities[0] in gazetteer.ancestors(unit.code)
        }
    return tuple(
        next(iter(names)) for level in ("province", "city", "county") if len(names := found.get(level, {})) == 1
    )


def own_city_first(home: Sequence[str], owners: Iterable[str], gazetteer: Gazetteer, text: str = "") -> tuple[str, ...]:
    """The home places with a city of a county's rank before the city above it, where that is the one told of.

    市教育局 beside 甲市乙市总工会 is that of 乙市: bodies are of the lower one alone, or the ``text`` names it first.
    """
    held = {pieces[-1] for owner in owners if (pieces := split_stack(owner, gazetteer))}
    cities = [place for place in home if place.endswith("市")]
    if len(cities) < 2:
        return tuple(home)
    above, below = cities[0].removesuffix("市"), cities[-1].removesuffix("市")
    lower = text.find(below)
    stacked = re.search(rf"{above}(?!市?{below})", text)  # 大连瓦房店市 is told of the lower one
    upper = stacked.start() if stacked else len(text)
    alone = cities[-1] in held and cities[0] not in held and cities[0].removesuffix("市") not in held
    if not alone and not 0 <= lower < upper:
        return tuple(home)
    return (cities[-1], *(place for place in home if place != cities[-1]))


_GUESTS = re.compile(
    "(?P<who>[\u4e00-\u9fff]{2,24}?)(?:考察团|代表团|访问团|经贸团|调研组|考察组|参访团|客商|客人|企业家|商会|一行){1,2}"
    "[\u4e00-\u9fff]{0,6}?(?:[赴来到抵]|莅临?|走进)(?:访|临)?我[省市县区州旗]"
)

_RECEIVED = re.compile(
    "(?:会见|接待|欢迎|迎来|陪同)了?[^。；\n]{0,40}?(?P<who>[一-鿿]{2,12})“?[一-鿿]{0,8}(?:考察团|代表团|访问团|经贸团|考察组|参访团)”?一行"
)
"""会见了甲公司董事长丙率领的|乙市“丁考察团”一行."""


def guests_of(text: str) -> str:
    """The names of those who come to 我市, or whom the article's own receive: their places are not the article's."""
    ours = _GUESTS.finditer(text) if "我" in text else ()
    return "，".join(match["who"] for match in (*ours, *(_RECEIVED.finditer(text) if "团" in text else ())))


def _last(name: str, gazetteer: Gazetteer) -> Place | None:
    """The place that a stack of names means, None when it is unknown or ambiguous."""
    pieces = split_stack(name, gazetteer)
    found = gazetteer.resolve_stack(pieces) if pieces else ()
    return found[0] if len(found) == 1 else None


def place_code(names: Iterable[str], context: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """The code of the place that the names mean among the other places of its article, by their codes or names.

    None when the names are unknown, or when several places of one name remain.
    """
    for name in sorted(names, key=lambda n: (-len(n), n)):
        pieces = split_stack(plain(name), gazetteer)
        found = gazetteer.resolve_stack(pieces) if len(pieces) > 1 else gazetteer.resolve(plain(name), context=context)
        if len(found) == 1:
            return found[0].code
    return None


def split_stack(name: str, gazetteer: Gazetteer) -> Sequence[str]:
    """广东省深圳市 as its pieces, () when a piece is unknown.

    The longest known piece is taken each time.
    """
    pieces: list[str] = []
    at = 0
    while at < len(name):
        end = next((e for e in range(len(name), at + 1, -1) if name[at:e] in gazetteer.by_name), 0)
        if not end:
            return ()
        pieces.append(name[at:end])
        at = end
    return pieces


def place_rule(names: Names) -> Callable[[str, str], str | None]:
    """Short and full forms of one place: 深圳, 深圳市, 广东深圳, 广东省深圳市; 鲁, 山东; 巴 beside 巴西."""
    gazetteer = names.knowledge.gazetteer

    def lettered(short: str, full: str) -> bool:
        """May the letter of a country stand for any country that begins with it: 中巴 beside 巴西, 巴基斯坦?"""
        return (
            len(short) == 1
            and full.startswith(short)
            and any(place.level == "country" for place in gazetteer.by_name.get(short, ()))
            and any(place.level == "country" for place in gazetteer.by_name.get(full, ()))
        )

    def rule(short: str, full: str) -> str | None:
        s, f = plain(short), plain(full)
        pieces = split_stack(f, gazetteer)
        if pieces:
            places = gazetteer.resolve_stack(pieces)
            mine = split_stack(s, gazetteer)
            same = {p.code for p in (*gazetteer.resolve_stack(mine), *gazetteer.by_name.get(s, ()))}
            if (places and places[0].code in same) or lettered(s, f):
                return "同一地方的简称与全称（short and full form of one place）"
            return None
        if len(s) >= 2 and f.endswith(s) and names.leading_place(f[: -len(s)]) == f[: -len(s)]:
            return "省去上级地名（the place around it left out）"
        return None

    return rule
