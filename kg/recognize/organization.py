"""Organisations: known names, and names composed over characters up to a head such as 总工会 or 有限公司.

A name is read from its head to the left, unit by unit (places, known bodies, field words, ordinals, words of the
dictionary, single characters that no word claims), until a word comes that no name holds. Then the best left border
is chosen: a place, a prefix such as 中国, an inner body, or the first proper piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.knowledge.lexicon import Lexicon
from kg.model import Mention
from kg.recognize.candidate import Candidate, as_body
from kg.recognize.organization_bare import bare_bodies, short_societies, steering_groups
from kg.recognize.organization_border import compose
from kg.recognize.organization_club import club_names
from kg.recognize.organization_collective import collective_names
from kg.recognize.organization_counted import with_counted
from kg.recognize.organization_crew import fire_stations
from kg.recognize.organization_dept import department_names, siblings
from kg.recognize.organization_groups import group_names
from kg.recognize.organization_head import TRADES
from kg.recognize.organization_known import ends_here, known_names
from kg.recognize.organization_lab import college_names, lab_names
from kg.recognize.organization_learnt import learnt_names
from kg.recognize.organization_lists import branded_names, legal_items, listed_names, shared_names
from kg.recognize.organization_numbered import numbered_bodies, numbered_works
from kg.recognize.organization_posted import posted_names
from kg.recognize.organization_press import press_names
from kg.recognize.organization_shared import organs_beside
from kg.recognize.organization_shop import couriers_stations, quoted_shops
from kg.recognize.organization_teams import founded_names, latin_names, studio_names, team_names, troop_names
from kg.recognize.organization_terms import Terms, read_terms
from kg.recognize.organization_winning import acting_zones, hosting_names, winning_names
from kg.recognize.scan import Scan

SHORTEST_OF_DICTIONARY = 4
SURE = 1.6
"""A known name that opens a composed one this sure is a part of its name (国网 + 甲省电力公司)."""

BRANCHES = ("分公司", "支公司", "分行", "支行", "分社", "子公司", "分店", "办事处", "代表处", "营业部", "项目部")
"""Ends of the names of branches; what stands before such a word and its place is the parent."""
SHORTEST_PARENT = 3
SCHOOLS = ("大学", "学院")
OFFICES = ("部", "局", "司", "厅", "室", "党委", "研究所", "研究院", "研究中心")
"""Ends of the names of offices that a well-known body has."""
OPENING = re.compile(
    "[\u4e00-\u9fff]{2,10}?(?:"
    "(?:大学|科学院)(?=[\u4e00-\u9fff]{2,}(?:学院|研究院|研究所|医院|系|中学|小学|校区|出版社)$)"
    "|(?:证券|期货|信托)(?=(?:研究所|研究院|研究中心|研究部)$))"
)
"""A university, an academy or a broker that opens the name of one of its own."""

BOARD = re.compile("第[一二三四五六七八九十]+届(?:工会|执行|常务|经费审查|女职工|职工)?(?:委员会|理事会|董事会|监事会)")
"""选举产生第一届委员会: whose board it is the text knows."""

OF_EACH = re.compile("各[省市县区旗州盟、]{1,5}$")
OF_A_PROVINCE = re.compile(
    "(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)医院"
)
"""Any of the hospitals there."""
OF_A_SCHOOL = frozenset("长车门园服友庆舍区医规史歌训")
"""What makes another word of the 校 before it."""
NAMES_TOO = "科厂军队部处室团组社院所营连"
"""Heads of one character that end the names of people too."""

HOLDING = re.compile("(?:举办|举行|主办|承办|开展|组织|参加)[^，。；：、]{0,5}$")
"""Verbs whose object is an event."""

ORDINARY = TRADES | {"generic", "none"}
"""Strengths of heads that make no name of a dictionary's compound (网上银行)."""


def organization_finder(lexicon: Lexicon) -> Callable[[Scan], list[Candidate]]:
    """A function from a scan to the candidates of type Organization."""
    terms = read_terms(lexicon)
    surnames = frozenset(lexicon["surnames"])

    def find(scan: Scan) -> list[Candidate]:
        done: dict[int, Candidate] = {}
        kinds, trades = scan.ending["organization_kinds"], scan.ending["organization_trades"]
        for end in sorted({*kinds, *trades}):
            if not ends_here(scan, terms, end) or _of_a_post(scan, end, done):
                continue
            for head in (*kinds.get(end, ()), *trades.get(end, ())):
                candidate = compose(scan, terms, head, end, done)
                if candidate is not None and _is_no_body(scan, candidate.mention, surnames):
                    break
                if candidate is not None:
                    done[end] = _bordered(scan, candidate)
                if candidate is not None or terms.kinds[scan.text[head:end]][1] == "none":
                    break
        composed = {c.mention.start: c for c in done.values() if c.score >= SURE}  # the longest of each start
        known = [c for c in known_names(scan, terms) if not _opens_another(terms, c.mention, composed)]
        found = [*done.values(), *_of_dictionary(scan, terms, done), *known]
        found.extend(fire_stations(scan, done))
        found.extend([*posted_names(scan, found)])
        found.extend(numbered_bodies(scan, done))
        found.extend([*numbered_works(scan, found)])
        found.extend(club_names(scan, terms))
        found.extend(latin_names(scan))
        found.extend(quoted_shops(scan, terms))
        found.extend(couriers_stations(scan, terms))
        found.extend([*founded_names(scan), *steering_groups(scan)])
        found.extend(bare_bodies(scan, found))
        found.extend(press_names(scan))
        found.extend(team_names(scan))
        found.extend([*studio_names(scan, surnames, found)])
        found.extend(troop_names(scan))
        found.extend(_parents(scan, terms, found))
        named, shared = shared_names(scan, with_counted(scan, terms, found))
        named.extend(listed_names(scan, terms, named))
        named.extend(branded_names(scan, named))
        named.extend(group_names(scan, terms, named))
        shared.extend(organs_beside(scan, terms, named))
        named.extend(hosting_names(scan, named))
        named.extend([*acting_zones(scan), *short_societies(scan), *legal_items(scan)])
        named.extend(winning_names(scan, surnames, named))
        named.extend([*collective_names(scan, named)])
        named.extend(learnt_names(scan, terms, named))
        named.extend([*lab_names(scan, terms, named)])
        named.extend([*college_names(scan, terms, named)])
        return [*named, *shared, *department_names(scan, terms, named), *siblings(scan, named)]

    return find


def _is_no_body(scan: Scan, body: Mention, surnames: Container[str]) -> bool:
    """Is it a gathering, a board that is someone's, one of many, or a person by a post (甲市政协副主席李军科)?"""
    text = scan.text
    if body.text[0] == "各" or _gathers(scan, body) or BOARD.fullmatch(body.text):
        return True
    if OF_A_PROVINCE.fullmatch(body.text):
        return True
    if body.text.endswith("小学校") and text[body.end : body.end + 1] in OF_A_SCHOOL:
        return True  # 甲镇小学|校长
    if OF_EACH.search(text, max(0, body.start - 6), body.start):
        return True
    if scan.word(body.end - 1) == body.text[-2:] or body.text[-1] not in NAMES_TOO:
        return False
    if len(scan.word(body.end - 1)) > 2 and scan.tag(body.end - 1) == "n":
        return False  # 甲市劳模|宣讲团
    starts = (at for at in (body.end - 2, body.end - 3) if at > body.start and scan.is_boundary(at))
    named = (at for at in starts if text[at] in surnames)
    return any(at in scan.ending["posts"] for at in named)


def _gathers(scan: Scan, body: Mention) -> bool:
    """Is it held, not founded: 举办职工联谊会?"""
    return body.text.endswith("联谊会") and HOLDING.search(scan.text, max(0, body.start - 8), body.start) is not None


def _bordered(scan: Scan, candidate: Candidate) -> Candidate:
    """Without the event before 暨 (甲表彰大会暨|乙工会), with the place before 中华 (甲省|中华文化促进会)."""
    mention = candidate.mention
    start = mention.start
    joint = mention.text.rfind("暨")
    if joint >= 0 and not mention.text.startswith("暨南", joint):
        start += joint + 1
    if mention.text.startswith("中华"):
        start = next((at for at in scan.ending["place"].get(start, ()) if start - at > 1), start)
    if start == mention.start:
        return candidate
    text = scan.text[start : mention.end]
    return candidate._replace(mention=replace(mention, start=start, text=text, name=text))


def _parents(scan: Scan, terms: Terms, found: Sequence[Candidate]) -> list[Candidate]:
    """The firms and banks that the names of their branches open with: 甲联通|乙市|分公司."""
    taken = {(c.mention.start, c.mention.end) for c in found}
    parents = []
    for candidate in found:
        mention = candidate.mention
        if not mention.text.endswith(BRANCHES):
            continue
        branch = next(b for b in BRANCHES if mention.text.endswith(b))
        end = mention.end - len(branch)
        while places := [start for start in scan.ending["place"].get(end, ()) if start > mention.start]:
            end = places[0]  # 甲银行|乙市|丙区|支行
        end -= scan.text.endswith("驻", 0, end)  # 甲银行|驻|华|代表处
        if mention.by == "organization:bank+branch":
            end = next((e for e in scan.starting["organization_names"].get(mention.start, ()) if e < end), end)
        name = scan.text[mention.start : end]
        long = len(name) >= SHORTEST_PARENT or _is_told_of(scan, terms, name)
        whole = long and end < mention.end - len(branch)
        if whole and (mention.start, end) not in taken and end not in scan.starting["place"].get(mention.start, ()):
            full = terms.known.get(name) or name
            parents.append(as_body(scan.text, mention.start, end, "parent", 1.0, mention.value, full))
            taken.add((mention.start, end))
    return [*parents, *_openings(found, taken)]


def _is_told_of(scan: Scan, terms: Terms, name: str) -> bool:
    """Is it the short form of a body that the text names in full: 农行 of 中国农业银行?"""
    full = terms.known.get(name)
    return full is not None and full != "" and full in scan.text


def _openings(found: Sequence[Candidate], taken: set[tuple[int, int]]) -> Iterator[Candidate]:
    """甲国大学 of 甲国大学乙学院, 甲证券 of 甲证券研究所: bodies that no other reading has found."""
    for candidate in found:
        mention = candidate.mention
        match = OPENING.match(mention.text)
        if match is None or (mention.start, mention.start + match.end()) in taken:
            continue
        span = mention.start, mention.start + match.end()
        if any((span[0], end) in taken for end in range(span[0] + 1, span[1])):
            continue  # 甲组织|国际乙教育研究所
        taken.add(span)
        yield Candidate(Mention(*span, "Organization", match[0], "organization:parent", match[0], mention.value), 1.0)


def _opens_another(terms: Terms, mention: Mention, composed: Mapping[int, Candidate]) -> bool:
    """Is the name a brand or a short form in another's name (国网 + 甲省电力公司), which names no parent of its own?"""
    outer = composed.get(mention.start)
    if outer is None or outer.mention.end <= mention.end:
        return False
    if mention.text.endswith("银行") and outer.mention.value in ("government", "state", "court"):
        return True  # 中国银行|保险监督管理委员会
    office = outer.mention.text.endswith(OFFICES) and mention.value != "company" and mention.text not in terms.brands
    if office and len(mention.text) >= SHORTEST_PARENT:
        return False  # 团中央|青年发展部
    return bool(terms.known.get(mention.text)) or mention.text in terms.brands or outer.mention.value == "company"


def _of_a_post(scan: Scan, end: int, done: Mapping[int, Candidate]) -> bool:
    """Is the head that ends here the first part of a post behind a body: 甲厂厂长, 乙中队中队长?"""
    if not scan.text.startswith("长", end):
        return False
    if scan.text[end - 1] == scan.text[end - 2 : end - 1]:
        return True  # 工作部部长
    if scan.text[end - 1] == "院" and end - 1 in done and scan.text.endswith(SCHOOLS, 0, end - 1):
        return True  # 甲师范大学|院长
    start = scan.words[scan.word_at[end]][0]
    return start in done and scan.text[start - 1] == scan.text[end - 1]


def _of_dictionary(scan: Scan, terms: Terms, done: dict[int, Candidate]) -> Iterator[Candidate]:
    """Bodies that jieba's dictionary has whole."""
    text = scan.text
    for start, end, _ in scan.tagged("nt"):
        if end - start < SHORTEST_OF_DICTIONARY or end in done:
            continue
        head = next(iter(scan.ending["organization_kinds"].get(end, ())), end)
        ordinary = end - head < 2 or terms.kinds[text[head:end]][1] in ORDINARY
        if ordinary or text[start:head] in terms.stop or text.startswith("制度", end):
            continue
        yield as_body(text, start, end, "dictionary", 1.4)
