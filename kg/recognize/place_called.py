"""Places whose name the text introduces (一个名为安多塔的小村庄), provinces abroad that a direction names (加纳|中部省)."""

from __future__ import annotations

import re

from kg.recognize.place_atlas import WORLDWIDE, Atlas, Span
from kg.recognize.scan import Scan

_CALLED = re.compile(
    "(?:名为|名叫|叫做|叫作|取名|名字叫)“?(?P<name>[\u4e00-\u9fff·]{2,8}?)”?的(?:偏远|边远|偏僻|山区|沿海|边境|小|古老|美丽)*"
    "(?:村庄|村落|村子|山村|渔村|小村|城镇|城市|小城|小镇|古镇|集镇|定居点|居民点|岛屿|小岛|山口|山谷|峡谷|地方)"
)
_OFF = re.compile(
    "以[东南西北]{1,2}(?:方向)?(?:大约|约|近)?[0-9.]+多?公里(?:处|外)?的(?P<name>[\u4e00-\u9fff·]{2,6})(?=[，。、；]|附近|举行|发生)"
)
"""A foreign town by how far off it lies: 甲城以西大约50公里的|乙丙."""
_REPUBLIC = re.compile("(?:自治)?共和国")
_NO_PLACE = re.compile("[的了在是和与及这那某]")
_DIRECTION = re.compile("(?:[东南西北中]{1,2}(?:部|方|边境|沿海)?)(?:省(?![份内外市])|大区|州(?![长府]))")

_MARKET = re.compile(
    "(?P<name>[一-鿿]{2,4}?)(?:农贸|农批|批发|水果|蔬菜|果菜|果品|建材|装饰|家具|家居|小商品|服装|水产|海鲜|花卉|旧货|粮油|副食|食品|五金|汽配|茶叶|药材|"
    "农副产品|农产品|综合|集贸|钢材|木材|石材|电子|图书|玩具|皮革)+(?:市场|商城)"
)
"""A market behind its town: 甲市乙区|丙丁水果市场."""
_JAPANESE = re.compile("[\u4e00-\u9fff]{2,3}?(?:市|町|村)(?![民场长委])")
"""A town of a Japanese prefecture: 福岛县|甲乙市."""
_SIDES = frozenset("东南西北中")
LEAST = 3
"""Characters of sounds before 共和国."""


def called_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Adds the places that the text calls by their name, and draws countries out to the provinces a direction names."""
    for match in _CALLED.finditer(scan.text) if "名" in scan.text or "叫" in scan.text else ():
        start, end = match.span("name")
        if not _NO_PLACE.search(match["name"]) and (start not in spans or spans[start].end < end):
            spans[start] = Span(end, 1.6, "called")
    for match in _OFF.finditer(scan.text) if "公里" in scan.text else ():
        if all(char in atlas.foreign for char in match["name"]) and match.start("name") not in spans:
            spans[match.start("name")] = Span(match.end("name"), 1.6, "called")
    for match in _REPUBLIC.finditer(scan.text) if "共和国" in scan.text else ():
        start = match.start()
        while start and (scan.text[start - 1] in atlas.foreign or scan.text[start - 1] in "-－"):
            start -= 1
        if match.start() - start >= LEAST and start not in spans and scan.text[start] not in "-－":
            spans[start] = Span(match.end(), 3.6, "republic")
    traded = "市场" in scan.text or "商城" in scan.text
    for start, span in list(spans.items()):
        market = _MARKET.match(scan.text, span.end) if traded else None
        if (
            market
            and scan.is_boundary(market.end())
            and scan.is_boundary(span.end)
            and not _NO_PLACE.search(market["name"])
        ):
            outer = next((at for at, around in spans.items() if around.end == start), start)
            del spans[start]
            spans[outer] = Span(market.end(), span.score, "market")
            continue
        town = _JAPANESE.match(scan.text, span.end) if scan.text[span.end - 1] in "县府都道" else None
        if town and atlas.has_level(scan.text[start : span.end], ("foreign",)):
            spans[start] = Span(town.end(), span.score, "town")
            continue
        found = _DIRECTION.match(scan.text, span.end) if scan.text[span.end : span.end + 1] in _SIDES else None
        abroad = atlas.has_level(scan.text[start : span.end], WORLDWIDE) and not scan.text.startswith("中国", start)
        if found is not None and abroad and scan.is_boundary(found.end()):
            spans[start] = Span(found.end(), span.score, span.reason)
