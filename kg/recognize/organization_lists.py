"""Lists of bodies: items that share a head (青岛、烟台市总工会), a place (甲省委、省政府) or a noun (甲、乙等公司)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Mention
from kg.recognize.candidate import Candidate, as_body
from kg.recognize.chains import chained
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_unit import FUNCTION, PROPER_TAGS
from kg.recognize.scan import Scan

LEVELS = frozenset("省市县区州旗镇乡")
SUFFIXES = LEVELS | frozenset("道村社园港")
_BEHIND = frozenset("了出有到括进入引自为的育")
BETWEEN = frozenset("、和与及")
SHARED_SCORE = 2.4
"""More than a place's, which the item of a list that shares its head seems to be."""

OF_A_LEVEL = ("organization:head", "organization:level+head")
SHARING = frozenset(("union", "party", "government", "state", "youth", "women", "court", "society"))
"""Families of bodies that every place has: only their names are shared in lists of places."""

CLOSING = re.compile(
    "(?:等(?:[^，。；：、]{0,8}?(?:公司|企业|厂商|银行|券商|集团|电商|机构|单位|巨头|网站|基金|车企|药企|出版社)"
    "|(?:[共联参]同?[同合与]|继续|多家)?(?:跟投|领投|投资|参投|出资|入股)|(?P<bare>(?=在|的|与|均|都|共|也|纷纷|[，。；])))"
    "|[\\d两三四五六七八九十]+余?家(?:公司|企业|机构|单位|银行|券商|高校|媒体)"
    "|(?:联合|共同|携手)?(?:主办|承办|协办|赞助|冠名)(?=[，。；、的]))"
)
"""How a list of firms ends; texts without it, and that is most, are not searched for lists."""
LISTED = re.compile(r"(?:[^，。；：、\s“”]{2,12}、)+")
ITEMS = re.compile(
    rf"({LISTED.pattern}"
    rf"[^，。；：、\s“”]{{2,12}}?){CLOSING.pattern}"
)
ITEM_JOINT = re.compile("、|以及")
LAST_JOINT = re.compile("([^和与及]{2,8})[和与及]([^和与及]{2,8})")
LED = re.compile(".*(?:[与同向对由]|包括|其中有|分别是)(?=[^，。；：、]{2,})")
"""What stands before the first item: 甲分行还与|乙高速、丙集团等4家企业签约."""
HEADED = re.compile(
    rf"(?:企业|公司|厂商|[车药房]企|券商)[^，。；：、\n]{{0,8}}?(?:包括|分别为|分别是|主要有|有|：)({LISTED.pattern}[^，。；：、\s“”]{{2,12}}?)(?=等?[，。；])"
)
"""签约企业包括甲乙、丙丁和戊己，…: a list of firms whose noun stands before it."""
LONGEST_ITEM = 6
LONGEST_PLACED = 12
SURE_OF_BARE = 3
"""So many bodies must stand in a list that no noun closes."""
NAMED_SHARE, SURE = 0.5, 2
"""So many of a list that a noun closes are names already: half of them, or two."""
COMMITTEES = tuple(f"{level}委" for level in LEVELS)
_GOVERNMENT = re.compile("[、和](人民政府|政府)(?![部机职各工采网投间令办债补])")


def shared_names(scan: Scan, found: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates with their full names where a list tells them, and those that only a list shows."""
    named: list[Candidate] = []
    places: dict[int, str] = {}
    for candidate in sorted(found, key=lambda c: (c.mention.end, c.mention.start)):
        mention = candidate.mention
        before = mention.start - 1
        listed = before > 0 and scan.text[before] in BETWEEN
        place = places.get(before if listed else mention.start, "")
        if mention.by in OF_A_LEVEL and place.endswith(mention.text[0]):
            candidate = candidate._replace(mention=replace(mention, name=place[:-1] + mention.text))
            places[mention.end] = place
        else:
            places[mention.end] = _place_in(scan, mention) or places.get(mention.end, "")
        named.append(candidate)
    shares = (_sharing_head, _sharing_place)
    return named, [item for candidate in found for share in shares for item in share(scan, candidate)]


def _place_in(scan: Scan, mention: Mention) -> str:
    """The last place with its level in a body's name: 乙县 in 甲省乙县总工会."""
    for end in range(mention.end - 1, mention.start + 1, -1):
        if scan.text[end - 1] in LEVELS:
            starts = [s for s in scan.ending["place"].get(end, ()) if mention.start <= s < end - 1]
            if starts:
                return scan.text[starts[0] : end]
    return ""


def _sharing_head(scan: Scan, candidate: Candidate) -> Iterator[Candidate]:
    """The places before the last one stand for bodies of the same head: 青岛、烟台市总工会."""
    mention = candidate.mention
    text = scan.text
    if mention.value not in SHARING or mention.by != "organization:place+head":
        return
    at = mention.start
    ends = [e for e in scan.starting["place"].get(at, ()) if e < mention.end]
    if ends and text[ends[0] - 1] in LEVELS and _place_in(scan, mention) in ("", text[at : ends[0]]):
        level, rest = text[ends[0] - 1], text[ends[0] : mention.end]
    else:
        return
    while at > 2 and text[at - 1] in BETWEEN:
        end = at - 1
        start = scan.before_places(end)
        body = scan.ending["organization_names"].get(end)  # 中国平安|与甲市政府
        if start == end or body or _of_another_level(text[start:end], level) or scan.tag(start - 1) == "p":
            return
        yield _item(scan, start, end, text[start:end], level, rest, mention)
        at = start


def _sharing_place(scan: Scan, candidate: Candidate) -> Iterator[Candidate]:
    """甲县委、政府: the government of the place whose party committee stands before it."""
    mention = candidate.mention
    beside = _GOVERNMENT.match(scan.text, mention.end)
    if beside is None or not mention.text.endswith(COMMITTEES) or mention.by != "organization:place+head":
        return
    name = mention.text[:-1].removeprefix("中共") + beside[1]
    yield as_body(scan.text, *beside.span(1), "shares-place", SHARED_SCORE, "government", name)


def _of_another_level(place: str, level: str) -> bool:
    """Does the place bear another suffix than the last one's (广州 bears none)?"""
    return len(place) > 2 and place[-1] in SUFFIXES and place[-1] != level


def _item(scan: Scan, start: int, end: int, place: str, level: str, rest: str, last: Mention) -> Candidate:
    name = place + ("" if place[-1:] == level else level) + rest
    return as_body(scan.text, start, end, "shares-head", SHARED_SCORE, last.value, name)


def listed_names(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """甲、乙、丙等公司: when half of the items are names, the others are too."""
    closed = chained(scan.text, LISTED, ITEMS) if CLOSING.search(scan.text) is not None else ()
    spans = {(c.mention.start, c.mention.end) for c in found}
    opening: dict[int, list[int]] = {}  # 乙与|甲、丙、丁等: where the first item's name begins
    for candidate in found:
        opening.setdefault(candidate.mention.end, []).append(candidate.mention.start)
    for match in (*closed, *HEADED.finditer(scan.text)):
        at = match.start(1)
        items = []
        for joint in ITEM_JOINT.finditer(scan.text, *match.span(1)):
            items.append((at, joint.start()))
            at = joint.end()
        items.extend(_last_two(scan.text, at, match.end(1)))
        items[0] = next(((start, items[0][1]) for start in opening.get(items[0][1], ())), items[0])
        led = LED.search(scan.text, *items[0])
        items[0] = (led.end(), items[0][1]) if led and items[0] not in spans else items[0]
        items[0] = items[0] if items[0] in spans else (_town_in(scan, terms, *items[0]), items[0][1])
        sure = [span in spans or scan.text[slice(*span)] in terms.known for span in items]
        firms = match.groupdict().get("bare") is None
        placed = [
            firms and not known and _is_placed(scan, terms, *span) for span, known in zip(items, sure, strict=True)
        ]
        least = min(len(items) * NAMED_SHARE, SURE) if firms else SURE_OF_BARE
        told = match.re is HEADED and sum(sure) >= least  # 入选的公司包括甲能源、探路者
        rest = [
            span
            for span, known, town in zip(items, sure, placed, strict=True)
            if not known and (town or _is_name(scan, terms, *span, told=told))
        ]
        coined = sum(town and _is_coined(scan, *span) for span, town in zip(items, placed, strict=True))
        towns = (
            len(items) > 2 and sum(sure) + sum(placed) == len(items) and sum(sure) + coined >= least
        )  # 江苏甲乙、福建丙丁
        if sum(sure) + len(rest) < 2 or (sum(sure) < least and not towns):
            continue
        for start, end in [span for span, known in zip(items, sure, strict=True) if known and span not in spans] + rest:
            yield as_body(scan.text, start, end, "listed", 1.4)


_LEGAL_ITEM = re.compile(
    "(?<=[、：])([^，。；：、的\\s“”《》]{6,26}?(?:有限(?:责任)?公司|律师事务所|会计师事务所))(?=[、，。；等和及])"
)


def legal_items(scan: Scan) -> Iterator[Candidate]:
    """The items of a list that open with a town and end as firms by law do, whatever stands between."""
    for match in _LEGAL_ITEM.finditer(scan.text) if "、" in scan.text else ():
        start, end = match.span(1)
        town = any(stop - start > 1 for stop in scan.starting["place"].get(start, ()))
        if town and match[1].count("公司") == 1:
            yield Candidate(
                Mention(start, end, "Organization", match[1], "organization:legal-item", match[1], "company"), 2.6
            )


BRANDED = re.compile(
    "(?P<brand>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2,6}(?:[、和与及](?P=brand)(?:(?![、和与及](?P=brand))[\u4e00-\u9fff]){2,6}?)+(?=等|、|，|。|；|的|均|都|也|已|为|将|在|共|分别|先后|相继|纷纷|同时|全部|参|获|联合)"
)
"""甲乙金属、甲乙国贸和甲乙化工."""
HOSTING = ("指导", "主办", "承办", "协办", "支持", "主管", "牵头", "监制", "出品")
OF_FIRMS = re.compile("等[^，。；：、]{0,10}?(?:公司|企业|银行|子公司|集团|板块|成员单位)")
OWNER = re.compile("旗下|下属|所属|子公司|成员企业|成员公司|关联企业")
OWNED = re.compile(f"(?:{OWNER.pattern})[的有：]?(?:包括|分别是|分别为)?$")


def branded_names(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The firms of a list that share their brand, where it is said that they are firms or whose they are."""
    if not (OF_FIRMS.search(scan.text) or OWNER.search(scan.text)):
        return
    spans = {(c.mention.start, c.mention.end) for c in found}
    for match in BRANDED.finditer(scan.text):
        owned = OWNED.search(scan.text, max(0, match.start() - 10), match.start())
        if not (owned or OF_FIRMS.match(scan.text, match.end())) or not scan.is_boundary(match.start()):
            continue
        at = match.start()
        for item in re.split(f"[、和与及](?={match['brand']})", match[0]):
            span = (at, at + len(item))
            if span not in spans and scan.is_boundary(span[1]):
                yield as_body(scan.text, *span, "branded", 2.4, "company")
            at += len(item) + 1


def _last_two(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The last item of a list, or the two that 和 joins: 恒得利电子|和|海天精工等企业."""
    joint = LAST_JOINT.fullmatch(text, start, end)
    return [joint.span(1), joint.span(2)] if joint else [(start, end)]


def _town_in(scan: Scan, terms: Terms, start: int, end: int) -> int:
    """Where the town of the first item stands behind a verb (先后引进了|江苏甲乙、…), else its start."""
    towns = (at for at in range(start + 2, end - 2) if at in scan.starting["place"])
    return next((at for at in towns if scan.text[at - 1] in _BEHIND and _is_placed(scan, terms, at, end)), start)


def _is_placed(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Does the item of a list of firms open with a town and go on with words of names: 中山白云石日用制品?"""
    if end - start > LONGEST_PLACED or not (scan.is_boundary(start) and scan.is_boundary(end)):
        return False
    rest = next((stop for stop in scan.starting["place"].get(start, ()) if 1 < stop - start < end - start - 1), 0)
    at = rest or end
    while at < end:
        word = scan.word(at)
        if word in terms.predicates or word in terms.stop or word in FUNCTION or not word.isalnum():
            return False
        at += len(word)
    return bool(rest)


def _is_coined(scan: Scan, start: int, end: int) -> bool:
    """Is what stands behind the town no word of the dictionary but a name's: 江苏甲乙, not 江苏企业?"""
    rest = max(stop for stop in scan.starting["place"].get(start, ()) if stop < end - 1)
    if end in scan.starting["place"].get(rest, ()):
        return False  # 甘肃兰州
    return scan.word(rest) != scan.text[rest:end] or scan.tag(rest) in PROPER_TAGS


def _is_name(scan: Scan, terms: Terms, start: int, end: int, *, told: bool = False) -> bool:
    """Is the item of a list short and no phrase of ordinary words, unless it is ``told`` that all items are firms?"""
    if scan.text.endswith(HOSTING, start, end):
        return False  # 由甲部指导、乙会主办
    if end - start > LONGEST_ITEM or not (scan.is_boundary(start) and scan.is_boundary(end)):
        return False
    at, proper = start, 0
    while at < end:
        word = scan.word(at)
        if word in terms.predicates or word in terms.stop or word in FUNCTION:
            return False
        headed = at > start and at + len(word) == end and word in terms.kinds  # 天元资本
        proper += len(word) if headed or scan.tag(at) in PROPER_TAGS or len(word) == 1 else 0
        at += len(word)
    return proper > 1 or told
