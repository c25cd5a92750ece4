"""Addresses: what stands between a town and a house number is a street, whatever its words are (甲区柳林子北沿8号院), groups of villages."""

from __future__ import annotations

import re

from kg.recognize.place_atlas import Span
from kg.recognize.place_names import ends_of
from kg.recognize.scan import Scan

HOUSE = re.compile(
    "[0-9]{1,4}(?:[-－至、][0-9]{1,4}|弄[0-9]+)?号(?:院|楼|大院|平房|民房|门(?![前口外内旁诊]))?(?:[甲乙丙丁]?[0-9]+(?:号楼|号|栋|幢|单元|座|室))*"
    "(?!线|台风|文件?|公告|令|井|机组|选手|种子|煤|矿|车|船|轮|卫星|火箭|站|候选|专[线机列]|议案|建议|提案|决议|通知|文|泊位|馆|高炉|展)"
)
STREET = re.compile("[\u4e00-\u9fff]{2,9}$")
ENDS = "路街巷胡同里园区沿条道弄村苑庄坊桥口大院寨屯营坡弯湾楼河塘井"
"""Last characters of streets and quarters that have houses with numbers."""
SIDES = "东南西北中甲乙丙丁"
TOWNS = ("区", "县", "市", "镇", "乡", "街道", "村")
INTRODUCING = ("位于", "家住", "住在", "地处", "坐落于", "坐落在")
NO_STREET = frozenset("pcudrmqxe")
"""The first letters of jieba's tags of words that no street holds, unless they are lone characters."""
NOT_HELD = frozenset("的了是和与及被把将从向对等其该此")

_GROUP = re.compile("(?:第?[一二三四五六七八九十0-9]{1,2})?(?:村民小组|村民组|组|社)(?![长织建成区会员团保])")
_VILLAGE = ("村", "社区")


def address_spans(scan: Scan, spans: dict[int, Span]) -> None:
    """Adds streets with a house number behind a town to ``spans``, without the names that lie within them."""
    text = scan.text
    if "号" in text:
        ends = ends_of(spans)
        for match in HOUSE.finditer(text):
            start = _street(scan, ends, match.start())
            if start is None or any(at < match.start() and span.end >= match.end() for at, span in spans.items()):
                continue
            for inner in [at for at in spans if start <= at < match.end()]:
                del spans[inner]
            spans[ends.get(start, start)] = Span(match.end(), 1.8, "head:号")
    if "组" in text or "社" in text:
        for start, span in list(spans.items()):
            group = _GROUP.match(text, span.end)
            if group and "村" in text[max(0, start - 1) : span.end] and _of_a_village(text, start, span.end, group[0]):
                spans[start] = Span(group.end(), span.score, span.reason)


def _street(scan: Scan, ends: dict[int, int], end: int) -> int | None:
    """Where the street begins whose house number begins at ``end``, behind a town or a word for where something lies."""
    text = scan.text
    run = STREET.search(text, max(0, end - 10), end)
    if run is None or text[end - 1] not in ENDS + SIDES or (text[end - 1] in SIDES and text[end - 2] not in ENDS):
        return None
    for start in range(end - 2, max(run.start(), end - 9) - 1, -1):
        behind = start in ends and text.endswith(TOWNS, 0, start) and start - ends[start] > 1
        if (behind or text.endswith(INTRODUCING, 0, start)) and _is_street(scan, start, end):
            return start
    return None


def _is_street(scan: Scan, start: int, end: int) -> bool:
    if not NOT_HELD.isdisjoint(scan.text[start:end]):
        return False
    words = scan.words_of(start, end)
    return all(last - first == 1 or tag[:1] not in NO_STREET for first, last, tag in words)


def _of_a_village(text: str, start: int, end: int, group: str) -> bool:
    """Is it a group of the village: 甲村|三组, 甲村新寨|组?"""
    if text.endswith(_VILLAGE, start, end):
        return len(group) > 1
    return group[0] not in "第一二三四五六七八九十0123456789社" and text[end - 3] == "村"
