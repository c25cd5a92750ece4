"""Housing estates under any words (丽江锦绣小区, 甲厂家属院), railways and motorways by letters (甲乙铁路)."""

from __future__ import annotations

import re

from kg.recognize.place_atlas import Atlas, Span
from kg.recognize.place_names import ends_of
from kg.recognize.scan import Scan

_ESTATE = re.compile("(?:小区|家属院|家属楼|家属区|宿舍院|宿舍区|宿舍楼|宿舍小区)(?![域间块别长物])")
_GENERIC = re.compile(
    "老旧|老式|住宅|居民|居住|封闭|开放|高档|高端|中档|普通|安置|回迁|拆迁|商品房|经适房|廉租|公租|保障|多个|整个|各个|智慧|样板|示范|无人|新建|在建|城市|大型|小型|"
    "周边|附近|邻近|相邻|涉疫|涉事|事发|起火|出事|失事|受灾|同一|部分|全部|所有|一些|某些|有的|其他|其它|另一|原|该|本|此|每|全|老|新|旧|现代|标准|花园式|电梯|高层|多层|别墅|"
    "物业|平安|文明|无物业|散居|商住|单位|企业|学校|机关|员工|职工|学生|教师|工人|女生|男生|集体|自己|我们|他们|你们|家|分离|网格|二级|一级|三级|试点|改造|达标|绿色|美丽|和谐|幸福|宜居|重点|困难|片区"
)
_ENDS_BEFORE = re.compile(
    "(?:^|[，。；：、“（\\n\\s]|[在到至往赴从由于进离距向和与及为是去]|位于|走进|来到|前往|赶到|入住|家住|住在|记者|居住|坐落|对|将|市民|附近的|里的|街道|社区|村|镇|区|市|县|路|街)$"
)
_LED = re.compile(
    "(?:位于|坐落于|坐落在|走进|来到|家住|住在|入住)([^的了和与及或某该这那各每一两几多个里内外，。、；：“”《》\\s\\d省市县区镇乡村街路]{2,6})$"
)
"""Verbs that a place follows, and any words between them and 小区."""
_TAGS = frozenset("n nr ns nz nt nrt ng a b s j l i z zg ag g f vn tg o nrfg".split())
MOST, LEAST = 7, 2
SCORE, LINE = 1.6, 0.7
"""A line that is being built is a project first."""

_LINES = re.compile(
    "(?:高速铁路|城际铁路|客运专线|铁路复线|高速公路|铁路|高铁|客专|高速)(?![增发运率度行转旋站局公总分系工职部口])"
)
_LINE = re.compile("线(?![索程民性条缆圈])")


def estate_spans(scan: Scan, spans: dict[int, Span]) -> None:
    """Adds estates and the lodgings of bodies to ``spans``."""
    text = scan.text
    ends = ends_of(spans)
    for match in _ESTATE.finditer(text) if "小区" in text or "家属" in text or "宿舍" in text else ():
        start = _estate(scan, ends, match.start())
        if start is not None and not any(at <= start and span.end >= match.end() for at, span in spans.items()):
            spans[start] = Span(match.end(), SCORE, "head:小区")


def line_spans(scan: Scan, atlas: Atlas, spans: dict[int, Span]) -> None:
    """Adds railways and motorways that the letters of their towns name."""
    text, letters = scan.text, atlas.lines
    for match in _LINES.finditer(text) if "铁" in text or "高速" in text or "客专" in text else ():
        head = match.start()
        for start in (head - 2, head - 3):
            name = text[max(0, start) : head]
            if start < 0 or any(letters.get(char) != "letter" for char in name) or not scan.is_boundary(start):
                continue
            if name in letters or name not in atlas.gazetteer.by_name:
                _add(spans, start, match.end())
                break
    for match in _LINE.finditer(text) if "线" in text else ():
        start = match.start() - 2
        if letters.get(text[max(0, start) : match.start()]) == "railway" and scan.is_boundary(start):
            _add(spans, start, match.end())


def _add(spans: dict[int, Span], start: int, end: int) -> None:
    known = spans.get(start)
    if known is None or known.end < end:
        spans[start] = Span(end, LINE, "road")


def _estate(scan: Scan, ends: dict[int, int], head: int) -> int | None:
    """Where the words begin that name the estate, None where they only say what kind of one it is."""
    text, at = scan.text, head
    if (led := _LED.search(text, max(0, head - 11), head)) and not _GENERIC.search(led[1]):
        return led.start(1)
    while at > 0 and head - at < MOST and at not in ends:
        start, stop, tag = scan.words[scan.word_at[at - 1]]
        if stop > at or tag not in _TAGS or not text[start:at].isalpha():
            break
        at = start
    name = text[at:head]
    whole = at in ends or _ENDS_BEFORE.search(text, max(0, at - 3), at) is not None
    if not whole or not LEAST <= len(name) <= MOST or _GENERIC.search(name):
        return None
    return at
