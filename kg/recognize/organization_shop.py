"""Shops, inns and small works by a quoted name or behind their town: “甲乙”快餐店, “丙丁”鞭炮厂, 戊市己庚酒吧."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan, longest_terms

LONGEST = 6
"""Characters of the kind of a shop."""

_QUOTED = re.compile(r"“[\u4e00-\u9fffA-Za-z·]{2,8}”(?=[\u4e00-\u9fffKk])")
_AIMS = re.compile(
    "爱心|积分|暖|红色|惠民|幸福|孝|德|工会|职工|慈善|共享|诚信|文明|公益|扶贫|助农|星级|放心|绿色|示范|黑|无证"
)
"""What a shop is for or like is no name: “爱心”超市, “放心”餐馆, “黑”诊所."""

_heads = longest_terms(
    "酒吧 KTV 网吧 歌厅 歌舞厅 歌城 夜总会 舞厅 浴池 浴场 洗浴中心 足浴城 足浴店 火锅店 快餐店 小吃店 面包店 面馆 餐馆 酒楼 酒家 茶楼 旅馆 旅社 招待所 药店 诊所 加油站".split()
)
_NAMED = re.compile("(?<=[省市县区旗镇乡村街道路号])[一-鿿]{2,4}$")
_NO_NAME = re.compile(
    "[一二两三四五六七八九十几多各某每该此这那其的了在和与及或等被有是内外里旁边侧上下对前后近]|全[国市县区]|大型|小型|高档|知名|特色|连锁|主题|农村|露天|地下|"
    "商业|居民|部分|所有|许多|不少|无证|违规|非法|地方|公共|学校|公司|海鲜|社区|中心|五星|星级|周围|沿线|临街"
)
"""Words of shops of any name."""
_SERVICES = ("外卖", "配送", "快递", "速运", "出行")
_STATION = re.compile("(?:配送|服务)?站点?(?![台在])")


def couriers_stations(scan: Scan, terms: Terms) -> Iterator[Candidate]:
    """The stations that firms of couriers have in towns: a known firm, its service, the town, 站 (甲外卖乙市站)."""
    text = scan.text
    for start, end in scan.terms["place"] if "站" in text else ():
        station = _STATION.match(text, end)
        service = 2 if text.endswith(_SERVICES, 0, start) else 0
        firms = scan.ending["organization_names"].get(start) or scan.ending["organization_names"].get(start - service)
        if station and firms and end - start > 1 and text.startswith(terms.couriers, firms[0]):
            yield as_body(text, firms[0], station.end(), "station", 1.9, "company")


def quoted_shops(scan: Scan, terms: Terms) -> Iterator[Candidate]:
    """The candidates for shops with a quoted name, then for those behind their town."""
    for match in _QUOTED.finditer(scan.text):
        kind = next(
            (k for n in range(LONGEST, 1, -1) if (k := scan.text[match.end() : match.end() + n]) in terms.shops), ""
        )
        end = match.end() + len(kind)
        if kind and scan.is_boundary(end) and not _AIMS.search(match[0]):
            yield as_body(scan.text, match.start(), end, "shop", 1.8, "company")
    for head, end, _ in _heads(scan.text):
        named = _NAMED.search(scan.text, max(0, head - 5), head)
        start = named.start() if named else head
        if named and scan.is_boundary(start) and scan.is_boundary(end) and not _NO_NAME.search(named[0]):
            yield as_body(scan.text, scan.before_places(start), end, "shop", 1.5, "company")
