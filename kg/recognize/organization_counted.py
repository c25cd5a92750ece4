"""Bodies of several places told at once: 青州、寿光两市总工会, 川渝两地工会, 北京、天津、河北三省市总工会."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

SCORE = 2.6
_COUNTED = re.compile("(?P<count>[两二三四五六七八九])(?P<level>省区市|省市|省区|市县|市州|地市|[地省市县区州旗镇乡])")
NUMBER = {sign: number for number, sign in enumerate("二三四五六七八九", 2)} | {"两": 2}
SHARING = frozenset(("union", "party", "government", "state", "youth", "women", "court"))
"""Families of which every place has a body of its own; 两地商会 may be of any."""
SOCIETIES = ("科协", "文联", "残联", "侨联", "作协", "工商联", "社科联", "红十字会")
SUFFIXES = tuple("省市县区州旗镇乡")
JOINTS = "、和与及"
PORTS = "海关"
"""These are called after the port alone."""
PROVINCES = {
    **dict(zip("京津沪渝", ("北京市", "天津市", "上海市", "重庆市"), strict=True)),
    **dict(
        zip(
            "冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵云陕甘青",
            "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海".split(),
            strict=True,
        )
    ),
    **dict(
        zip(
            "蒙桂藏宁新",
            ("内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区"),
            strict=True,
        )
    ),
}
"""By its letter, the province with the suffix that its bodies bear; 省 where none is given here."""
SHORT = {name.removesuffix("市")[:2]: name for name in PROVINCES.values()} | {
    "黑龙江": "黑龙江",
    "内蒙古": "内蒙古自治区",
}


def with_counted(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that begin at such a count, and with the bodies of the places counted."""
    counted = list(_counted(scan, terms))
    inside = {at for start, end, _ in counted for at in range(start, end)}
    return [c for c in found if c.mention.start not in inside] + [body for *_, body in counted]


def _counted(scan: Scan, terms: Terms) -> Iterator[tuple[int, int, Candidate]]:
    """Where the count and its head stand, and the body of each of the places before it; as many as are counted."""
    text = scan.text
    for match in _COUNTED.finditer(text):
        head = _head(scan, terms, match.end())
        places = _places(scan, match.start())
        if not head or len(places) != NUMBER[match["count"]]:
            continue
        rest = text[match.end() : head]
        family = terms.kinds[rest][0]
        for start, end in places:
            place = text[start:end]
            name = (place if rest == PORTS else _full(place, match["level"])) + rest
            yield match.start(), head, as_body(text, start, end, "counted", SCORE, family, name)


def _head(scan: Scan, terms: Terms, start: int) -> int:
    """Where the kind of body that begins here ends, 0 where it is none that every place has."""
    for end in scan.starting["organization_kinds"].get(start, ()):
        family, strength = terms.kinds[scan.text[start:end]]
        if (
            (family in SHARING or scan.text.startswith(SOCIETIES, start))
            and strength in ("", "organ", "bare", "weak")
            and end - start > 1
        ):
            return end
    return 0


def _places(scan: Scan, end: int) -> Sequence[tuple[int, int]]:
    """The places of the list that ends here; the letters of 京津冀 are three."""
    found: list[tuple[int, int]] = []
    while True:
        starts = [s for s in scan.ending["place"].get(end, ()) if scan.is_boundary(s)]
        if not starts:
            return found if not found or scan.text[found[0][0] - 1 : found[0][0]] not in tuple(JOINTS) else ()
        start = starts[0]
        if not found and all(char in PROVINCES for char in scan.text[start:end]):
            return [(at, at + 1) for at in range(start, end)]
        found.insert(0, (start, end))
        if scan.text[start - 1 : start] not in tuple(JOINTS):
            return found
        end = start - 1


def _full(place: str, level: str) -> str:
    """The place with its suffix: the one counted, or the province's own."""
    if place.endswith(level) or (len(place) > 2 and place.endswith(SUFFIXES)):
        return place
    if level in SUFFIXES:
        return place + level
    province = PROVINCES.get(place) or SHORT.get(place)
    if province is None:
        return place + "市"
    return province if province.endswith(("市", "区")) else province + "省"
