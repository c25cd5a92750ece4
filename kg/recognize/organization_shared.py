"""Organs listed behind one that bears the place of all: 甲市人社局、总工会、工商联."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Mention
from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

HEADING = frozenset(
    "省长 副省长 市长 副市长 县长 副县长 区长 副区长 州长 副州长 旗长 副旗长 主任 副主任 主席 副主席 常务副主席 常委".split()
)
"""Posts of those who head an organ of the same place as well."""
LEVELS = frozenset("省市县区州旗镇乡")
JOINTS = ("、", "和", "与", "及", "以及", "，", "联合", "会同", "携手", "联手")
ORGANS = frozenset(
    ("union", "women", "youth", "society", "party", "government", "police", "court", "state", "hospital")
)
"""Families of which every place has one of its own."""

OPENING = frozenset(f"organization:{by}" for by in ("place+head", "anchor+verb+head", "known", "body+head"))
OF_A_LEVEL = frozenset(("organization:head", "organization:level+head"))
FIELD = "organization:field+head"
STRICT = ("", "organ")
SHORTEST_PLACE = 2
LONGEST, LONGEST_LIST = 12, 144
"""Characters of an organ's name without its place, and of a list of them."""
SCORE = 1.6
HEADED = 0.2
"""The post before tells more surely whose organ it is than that the text names only one (甲省总工会)."""
INNER_TAGS = frozenset(("n", "v", "j", "a", "b", "l", "i", "m", "x"))
"""First letters of the tags of what stands before an organ's head."""

_ZONE = re.compile("(?:党|中共)?(?:工委|工作委员会)$")
_BOARD = re.compile(
    "(?:常务)?副?书记(?:、[^，。；、]{2,6})?(?:[一-鿿]{2,4})?[、，](?P<organ>管委会|管理委员会)(?=(?:常务)?副?主任)"
)
"""甲新区党工委|书记、|管委会|主任: the board of the same zone."""
_DEPARTMENT = re.compile(
    "(?:党组|机关)?(?:书记|成员|委员|主席|副主席|常务副主席|主任|副主任)(?:、[^，。；、]{2,6})*[一-鿿·]{2,4}(?:、|和|以及)"
    "(?P<organ>女工部|女职工部|女职委|组织部|宣教部|宣传教育部|权益保障部|经济技术部|经济工作部|法律工作部|法律部|财务部|基层工作部|网络工作部|保障部|保障工作部|宣传部|资产部|办公室)"
    "(?=副?部长|副?主任)"
)
"""甲总工会|副主席乙、|女工部|部长丙: the department of the same union."""
_WITH_ORGANS = ("工委", "工作委员会", "总工会", *(f"{level}委" for level in "省市县区州旗"))
_PARTY = re.compile("[省市县区州旗]委$")
_ORGAN = re.compile(
    "(?:(?:常委|副书记)(?:、[^，。；、]{2,8})?|常委兼)、?(?P<organ>政法委|组织部|宣传部|统战部|纪委)(?=(?:常务)?副?(?:书记|部长))"
)
"""甲市委|常委、|宣传部|部长: the department of the same committee."""

CLOSING = frozenset("、，。；：）(（和与及等的等在将")
ACTING = frozenset("vdpc")
OTHERS = ("该", "各", "本", "某", "其他", "相关", "有关")


def organs_beside(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> list[Candidate]:
    """The organs named without their place behind one named with it; they get its place."""
    known = {c.mention.start: c for c in found}
    beside: list[Candidate] = []
    for candidate in found:
        place = _place_of(scan, candidate.mention)
        if place:
            beside.extend(_listed(scan, terms, candidate.mention, place, known))
        beside.extend(_held_too(scan, candidate.mention))
    beside.extend(_headed_too(scan, terms, {c.mention.end: c.mention for c in found}, known))
    return beside


def _headed_too(
    scan: Scan, terms: Terms, ended: dict[int, Mention], known: dict[int, Candidate]
) -> Iterator[Candidate]:
    """The organ of the same place that somebody with a post there heads as well: 甲市副市长、|公安局|局长."""
    for start, end in scan.terms["posts"]:
        if scan.text[end : end + 1] != "、":
            continue
        if scan.text[start:end] not in HEADING or (start in ended and ended[start].text.endswith("委")):
            continue  # 甲市委常委、|宣传部|部长 is of the committee
        places = scan.ending["place"].get(start)
        place = _place_of(scan, ended[start]) if start in ended else scan.text[places[0] : start] if places else ""
        if len(place) < SHORTEST_PLACE or place[-1] not in LEVELS:
            continue
        for stop in scan.starting["organization_kinds"].get(end + 1, ()):
            name = scan.text[end + 1 : stop]
            family, strength = terms.kinds[name]
            organ = family in ORGANS - {"hospital"} and strength in STRICT and len(name) > 1
            organ = organ and not name.endswith(("委", "派出所"))
            alone = end + 1 not in known or known[end + 1].mention.end <= stop
            if organ and alone and stop in scan.starting["posts"]:
                yield as_body(scan.text, end + 1, stop, "shares-place", SCORE + HEADED, family, place + name)
                break


def _held_too(scan: Scan, committee: Mention) -> Iterator[Candidate]:
    """The organ of the same zone or committee that its secretary heads as well."""
    if not committee.text.endswith(_WITH_ORGANS):
        return
    zone, party = _ZONE.search(committee.text), _PARTY.search(committee.text)
    expression = _BOARD if zone else _ORGAN if party else _DEPARTMENT if committee.text.endswith("总工会") else None
    match = expression.match(scan.text, committee.end) if expression else None
    if match is None:
        return
    owner = committee.text[: zone.start()] if zone else committee.text
    organ = match["organ"]
    name = owner.removesuffix("委") + organ if organ == "纪委" else owner + organ
    yield as_body(scan.text, *match.span("organ"), "shares-place", SCORE, "government", name)


def _place_of(scan: Scan, mention: Mention) -> str:
    """The place with its level, or the level alone, that the organ's name begins with."""
    if mention.value not in ORGANS:
        return ""
    if mention.by in OF_A_LEVEL:
        return mention.text[0] if mention.text[0] in LEVELS else ""
    if mention.by not in OPENING:
        return ""
    end = mention.start
    while further := [e for e in scan.starting["place"].get(end, ()) if e < mention.end and scan.text[e - 1] in LEVELS]:
        end = max(further)
    return scan.text[mention.start : end]


def _listed(scan: Scan, terms: Terms, first: Mention, place: str, known: dict[int, Candidate]) -> Iterator[Candidate]:
    at = first.end
    while (joint := next((j for j in JOINTS if scan.text.startswith(j, at)), "")) and at - first.end < LONGEST_LIST:
        start = at + len(joint)
        end = _organ_end(scan, terms, start, place)
        other = known.get(start)
        if other is not None and other.mention.by == FIELD and other.mention.value in ORGANS:
            end = max(end, other.mention.end)
        if not end or (other is not None and (other.mention.end > end or other.mention.by in OF_A_LEVEL)):
            return
        name = scan.text[start:end]
        family = terms.kinds[next(name[i:] for i in range(len(name)) if name[i:] in terms.kinds)][0]
        yield as_body(scan.text, start, end, "shares-place", SCORE, family, place + name)
        at = end


def _organ_end(scan: Scan, terms: Terms, start: int, place: str) -> int:
    """Where the organ that begins here ends, 0 where none does; a school is one where the text names it with the place."""
    text = scan.text
    if text.startswith(OTHERS, start) or not scan.is_boundary(start):
        return 0
    for at in range(start, min(start + LONGEST, len(text))):
        for end in sorted(scan.starting["organization_kinds"].get(at, ()), reverse=True):
            family, strength = terms.kinds[text[at:end]]
            strict = strength in STRICT or (family == "court" and at == start)
            strict = strict or (family == "union" and at > start and text[start:at] in terms.fields)  # 财贸|工会
            sized = end - at > 1 or text[start:at] in terms.fields
            told = family == "school" and f"{place}{text[start:end]}" in text
            if (told or (family in ORGANS and strict)) and sized and _is_closed(scan, terms, end):
                return 0 if text[start:end] in terms.known else end
        if text[at] in CLOSING or scan.starting["place"].get(at):
            return 0
        if scan.is_boundary(at) and scan.tag(at)[:1] not in INNER_TAGS:
            return 0
    return 0


def _is_closed(scan: Scan, terms: Terms, end: int) -> bool:
    """Does no noun go on with the name (卫生局|局长)?"""
    after = scan.text[end : end + 1]
    if not after or after in CLOSING:
        return True
    return scan.is_boundary(end) and (scan.tag(end)[:1] in ACTING or scan.word(end) in terms.predicates)
