"""Reads the pieces of a body's name from its head to the left: places, bodies, fields, ordinals, words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.recognize.candidate import Candidate
from kg.recognize.organization_head import Head
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_unit import JOINTS, ORDINALS, Unit, unit_before
from kg.recognize.scan import Scan

LONGEST = 30
"""No name of a body in a newspaper is longer; a longer run is a list or a slip."""

FARTHEST = 2 * LONGEST
"""A body within the name may make it longer, but not without an end (甲公司乙公司丙公司…)."""

OPENING = frozenset(("中国", "中华", "中央", "中共", "全国", "国家"))
"""Nothing but a country stands before these in a name (泰国国家银行)."""

ACADEMIES = ("大学", "科学院", "学院", "研究院", "工程院")
"""Bodies whose own institutes may bear the country's name."""

MINISTRIES = (*ACADEMIES, "部", "委", "局", "署", "委员会")
"""They have institutes that are called the country's too: 甲部国家乙中心."""

OPENING_INSTITUTES = ("国家", "中国")
OWN_OF_A_COUNTRY = frozenset(("国家", "中央", "全国"))
EMBASSIES = frozenset(("大使馆", "使馆", "总领事馆", "领事馆", "总领馆", "办事处", "代表处", "记者站", "使团"))
"""What one place has in another: 甲国驻乙市总领事馆."""

OFFICES = frozenset(("办公室", "办", "府", "办公厅"))
STATE_FIRMS = ("中国石", "中石", "中海油", "中国海油", "国家电网", "国网", "中国航发", "中国一汽", "中国兵器")
"""Firms whose name stands before those of their firms: 中国石化胜利油田."""

YOUNG = frozenset("新大小老中正同众")
"""Adjectives that open a brand before another lone character (新矿集团)."""

JOINABLE = frozenset(
    "学院 研究所 研究院 研究中心 学会 协会 研究会 促进会 联合会 联盟 委员会 专业委员会 实验室 系".split()
)
"""Heads whose names hold 和 though they are ordinary nouns too; every strong head may, and any behind a body."""

LONGEST_JOINED = 12
SHORTEST_JOINED = 4
"""Of the work before 和 where only a place stands before it."""
DAYS = ("今天", "昨天", "明天", "今日", "昨日", "今晨", "昨晚")
CHOSEN = tuple("选 评 评比 推 派 涌现 诞生 培育 孵化 分拆 剥离 走".split())
"""Verbs whose 出 stands before those that come out."""
ZONES = frozenset("业林矿牧景城社校厂园灾库")
"""Before 区 they make another word of it than a district: 施业区, 矿区."""

OF_SEVERAL = ("各", "部分", "有关", "多个", "不少", "许多", "一些")
"""Before the place of a body they tell of several: 部分省|北京商会."""

ANCHORS = frozenset(("place", "body", "prefix", "level", "letter"))
_COUNTED = re.compile(r"[\d一二两三四五六七八九十几多余]个?$")
_COUNTED_OUT = re.compile(r"[\d一二两三四五六七八九十几多数余][多余]?[个家所支]$")
OWNERS = ("集团", "集团公司", "总公司")
"""Behind these the name of a daughter goes on that is a known name itself."""
LINKED = frozenset(("proper", "word", "place", "body"))
CONTENT = frozenset(("word", "field", "proper"))


def read_units(scan: Scan, terms: Terms, head: Head, done: Mapping[int, Candidate]) -> list[Unit]:
    """The pieces before the head, the leftmost first."""
    text = scan.text
    abroad = head.family == "army" or head.word in EMBASSIES
    peace = head.word.startswith("维和")
    units: list[Unit] = []
    at = head.start
    while at > 0 and head.end - at < LONGEST:
        unit = unit_before(scan, terms, at, done, head)
        if unit is None and units and _in_a_brand(scan, at, units[-1]):
            unit = Unit(at - 1, at, "proper")
        if unit is None and not units and head.strength == "part" and (work := _work_of_a_crew(scan, at, done)):
            unit = work
        if unit is None and abroad and units and (text[at - 1] == "驻" or (text[at - 1] == "赴" and peace)):
            unit = Unit(at - 1, at, "link")
        if unit is None and text[at - 1] in JOINTS and _joins(scan, terms, head, units, done):
            unit = Unit(at - 1, at, "joint")
        if unit is not None and unit.kind == "level" and text[at - 1] == "区" and text[at - 2 : at - 1] in ZONES:
            break  # 甲林业局施业|区
        if unit is not None and text.startswith(DAYS, unit.start):
            break  # 今天下午|公安部: a name to the dictionary
        if unit is not None and text[unit.start : unit.end] == "出" and text.endswith(CHOSEN, 0, unit.start):
            break  # 评选|出|甲公司
        if unit is None or (units and not _continues(scan, terms, unit, units[-1], formal=head.formal)):
            break
        if head.end - unit.start > FARTHEST:
            break
        if unit.kind == "word" and _post_of_a_body(scan, terms, unit, head, done):
            break
        held = unit.kind == "word" and terms.posts.get(text[unit.start : unit.end]) in ("post", "job", "rank")
        if held and any(u.kind in ("place", "body") for u in units):
            break  # 书画评论员姚甲到访|北京电视台
        units.append(unit)
        at = unit.start
    units.reverse()
    return units


def _work_of_a_crew(scan: Scan, at: int, done: Mapping[int, Candidate]) -> Unit | None:
    """采血 in 甲医院采血组: a word that names no body otherwise, between a body and its crew."""
    start = scan.words[scan.word_at[at - 1]][0]
    return Unit(start, at, "verb") if start in done and at - start == 2 and scan.tag(start)[0] == "v" else None


def _in_a_brand(scan: Scan, at: int, right: Unit) -> bool:
    """Is the character before ``at`` a piece of a name though it is an adjective or a measure: 新矿集团, 硝口村?"""
    if not scan.is_boundary(at - 1):
        return False
    if right.kind == "level":
        return scan.tag(at - 1) == "q" and scan.text[at - 2 : at - 1] not in ORDINALS
    return scan.text[at - 1] in YOUNG and right.kind == "proper" and right.end - right.start == 1


def _continues(scan: Scan, terms: Terms, unit: Unit, right: Unit, *, formal: bool) -> bool:
    """Can a name hold this piece to the left of the other? ``formal`` names are those of joint ventures too (甲汽乙田有限公司)."""
    text = scan.text
    if right.kind == "body":
        if unit.kind == "body":
            institute = text.startswith(OPENING_INSTITUTES, right.start) and _has_institutes(text, unit, right)
            owned = text.endswith(OWNERS, unit.start, unit.end)  # 甲集团|唐钢|公司
            return owned or text.startswith(STATE_FIRMS, unit.start) or formal or institute
        return unit.kind in ("place", "letter") or (unit.kind == "link" and text[unit.start] in "驻—-–")
    word = text[right.start : right.end]
    if word in OPENING:
        if unit.kind == "body" and (word == "全国" or _has_institutes(text, unit, right)):
            return True  # 政协全国委员会, 中国科学院国家天文台, 甲大学中国乙研究院
        country = terms.prefixes.get(text[unit.start : unit.end]) == "country" or unit.kind == "letter"
        return country and word in OWN_OF_A_COUNTRY
    if right.kind == "level":
        return unit.kind in ("place", "body", "proper", "level")
    return right.kind != "link" or text[right.start] == "驻" or unit.kind in LINKED


def _has_institutes(text: str, unit: Unit, right: Unit) -> bool:
    """Has the body institutes that bear the country's name: 甲科学院中国乙所, 甲部国家乙中心?"""
    own = text.startswith("国家", right.start)
    return text.endswith(MINISTRIES if own else ACADEMIES, unit.start, unit.end)


def _post_of_a_body(scan: Scan, terms: Terms, unit: Unit, head: Head, done: Mapping[int, Candidate]) -> bool:
    """甲舰队司令乙海军: a post right behind a body ends what is before; its office (总经理办公室) does not."""
    word = scan.text[unit.start : unit.end]
    if terms.posts.get(word) != "post" or head.word in OFFICES:
        return False
    return unit.start in done or bool(scan.ending["organization_names"].get(unit.start))


def _joins(scan: Scan, terms: Terms, head: Head, units: list[Unit], done: Mapping[int, Candidate]) -> bool:
    """Does 和 before the units stand inside a name: [place or body] + field words + 和 + field words + head?

    Where the head is an ordinary noun, only a body before it tells.
    """
    if not units or any(u.kind not in CONTENT for u in units) or units[-1].start - 1 in done:
        return False
    strict = head.strength in ("", "organ") or head.word in JOINABLE
    at = units[-1].start
    left = at - 1
    if scan.text.endswith(("报社", "电视台", "出版社", "公司", "大学", "总工会"), 0, left):
        return False  # 甲报社和乙报社
    content = 0
    while left > 0 and at - left < LONGEST_JOINED:
        unit = unit_before(scan, terms, left, done, head)
        if unit is None:
            return False
        if unit.kind in ANCHORS:
            return content > 0 and (
                strict or unit.kind == "body" or _both_work(scan, terms, at, head, at - 1 - unit.end)
            )
        post = (unit.kind != "field" or not content) and _is_post(scan, terms, unit)  # 学生|服务与就业指导中心
        if unit.kind not in CONTENT or post or scan.text.endswith("单位", unit.start, unit.end):
            return False
        content += 1
        left = unit.start
    return False


def _both_work(scan: Scan, terms: Terms, at: int, head: Head, size: int) -> bool:
    """Does work that bodies do stand on both sides: 就业|服务|与人才|交流|中心?"""
    text = scan.text
    sides = text[at - 3 : at - 1], text[head.start - 2 : head.start]
    return size >= SHORTEST_JOINED and all(side in terms.inner for side in sides)


def _is_post(scan: Scan, terms: Terms, unit: Unit) -> bool:
    return any(unit.start <= s < unit.end for s in scan.ending["posts"].get(unit.end, ()))


def proper_run(units: Sequence[Unit]) -> list[Unit]:
    """The pieces before the head, nearest first, back to the farthest proper one that nothing ordinary parts."""
    run: list[Unit] = []
    for unit in reversed(units):
        ordinary = unit.kind in ("word", "verb", "joint")
        if ordinary and any(u.kind in ("proper", "ordinal") for u in run):
            break
        run.append(unit)
    while run and run[-1].kind in ("word", "verb", "bracket", "number", "link", "joint"):
        run.pop()
    return run


def place_behind_a_word(units: Sequence[Unit], body: int, text: str) -> Unit | None:
    """The place behind a body that an ordinary word parts from it: another name begins there, but for 甲大学|附属|乙山医院."""
    for n, unit in enumerate(units[body + 2 :], start=body + 2):
        before = units[n - 1]
        if unit.kind == "place" and before.kind in ("word", "verb") and text[before.start : before.end] != "附属":
            return unit
    return None


def is_counted(text: str, first: Unit) -> bool:
    """Does a number say that many are meant: 8个省产业工会, 18个铁路局集团公司?"""
    counted = _COUNTED if first.kind in ("level", "prefix") else _COUNTED_OUT if first.kind not in ANCHORS else None
    return counted is not None and counted.search(text, max(0, first.start - 6), first.start) is not None
