"""Composes the name that ends in a head (总工会, 有限公司): chooses its left border among the pieces before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_units import ANCHORS, Unit, read_units
from kg.recognize.scan import Scan

FORMAL = ("有限公司", "有限责任公司", "股份公司", "律师事务所", "会计师事务所")
"""Heads that only full legal names have: all the words before them belong to the name."""

LONGEST_VERBAL = 14
"""How far from its head a place still opens a name that holds a verb (哈尔滨市排水集团)."""

LONGEST_DEPARTMENT = 14

JOINABLE = frozenset("学院 研究所 研究院 研究中心 学会 协会 研究会 促进会 联合会 委员会 专业委员会 实验室 系".split())
"""Heads whose names hold 和 though they are ordinary nouns too; every strong head may."""

TRADES = frozenset(("brand", "firm"))
"""Heads that are trades: no name when they only describe the noun behind them (汽车销售)."""

SMALL = frozenset(("organ", "part", "dept"))
CONTENT_OF_A_PART = frozenset(("word", "field", "proper", "place", "letter", "ordinal"))
NO_ORGANS = {
    "部": "东西南北中内外上下全局干党副",
    "局": "格结布大全时当僵残战骗",
    "处": "好坏深到各何用高长",
    "系": "关体派联谱",
}
"""What makes a direction or another ordinary noun of a head of one character: 北部, 格局, 好处, 关系."""

BEFORE_ORGAN = ("管理", "服务", "监督", "经营", "管理服务")
BEHIND_TRADE = frozenset("公司 集团 旗下 方面 有限 股份 总部 相关 官方 总裁 副总裁 董事长 联合 创始人".split())

Border = tuple[int, str, float]
"""Where a name begins, why, and how sure that is."""


def compose(scan: Scan, terms: Terms, head: int, end: int, done: Mapping[int, Candidate]) -> Candidate | None:
    """The name that ends in this head, if enough of a name stands before it."""
    text = scan.text
    word = text[head:end]
    family, strength = terms.kinds[word]
    if not _stands(scan, terms, head, end, strength):
        return None
    if strength == "bare" and head in done:
        return _candidate(scan, head, end, family, (head, "head", 1.5))  # 甲省委省政府
    formal = word.endswith(FORMAL)
    joins = strength in ("", "organ") or word in JOINABLE
    units = read_units(scan, terms, head, end, done, joins=joins, formal=formal)
    border = _border(scan, terms, units, head, strength)
    if border is None and strength not in TRADES:
        border = _quoted_whole(text, units[0].start if units else head, end) if units else None
    if units and (border is None or border[1] == "proper+head") and strength not in TRADES:
        border = _before_post(scan, terms, units, head, end) or border
    if border is not None and border[1] in ("proper+head", "field+head") and formal:
        border = min(u.start for u in units if u.kind != "verb"), "formal+head", 1.6
    return _candidate(scan, head, end, family, border) if border else None


def _candidate(scan: Scan, head: int, end: int, family: str, border: Border) -> Candidate:
    start, reason, score = border
    name = scan.text[start:end]
    return Candidate(Mention(start, end, "Organization", name, f"organization:{reason}", name, family), score)


def _stands(scan: Scan, terms: Terms, head: int, end: int, strength: str) -> bool:
    """Is the head a head here, and no piece of a longer word or phrase?"""
    text = scan.text
    after = text[end : end + 1]
    if after == "长" and head and text[head - 1] == text[end - 1]:
        return False  # 甲厂厂长: the second 厂 is the post's
    if text[head:end] == "投资" and after.isdigit():
        return False  # 甲公司投资3亿元: the verb
    if text[head:end] == "党":
        return scan.is_boundary(end) and after not in "的和员内史建课、"
    if strength in TRADES:
        if not scan.is_boundary(head) and scan.tag(head) not in ("nt", "nz"):
            return False
        return not _describes(scan, terms, end)
    return end - head > 1 or _head_of_its_own(scan, terms, head)


def _describes(scan: Scan, terms: Terms, end: int) -> bool:
    """Does a noun behind the trade make it an attribute: 汽车销售, 网络传销?"""
    word = scan.word(end)
    if not word or word in BEHIND_TRADE or word in terms.acts or scan.starting["posts"].get(end):
        return False
    return scan.tag(end) in ("n", "vn", "an", "l", "b", "j", "ng") or scan.text[end : end + 1].isdigit()


def _head_of_its_own(scan: Scan, terms: Terms, head: int) -> bool:
    """Is a head of one character (局, 队) one here, and no piece of a word such as 局势, 北部, 社会?"""
    start, _, tag = scan.words[scan.word_at[head]]
    before = scan.text[start:head]
    if (head and scan.text[head - 1] in NO_ORGANS.get(scan.text[head], "")) or tag in ("f", "s"):
        return False
    return (
        head == start
        or tag == "nt"
        or before in terms.fields
        or before in BEFORE_ORGAN
        or start in scan.ending["place"].get(head, ())
    )


def _border(scan: Scan, terms: Terms, units: Sequence[Unit], head: int, strength: str) -> Border | None:
    """The left border of a name whose pieces are these, the leftmost first."""
    verb = max((i for i, u in enumerate(units) if u.kind == "verb"), default=-1)
    if verb < 0:
        return _whole(scan, terms, units, head, strength)
    right = _whole(scan, terms, units[verb + 1 :], head, strength)
    if right is not None:
        return right
    first = next((u for u in units if u.kind in ANCHORS), None)
    if first is None or first.kind != "place" or strength in TRADES or head - first.start > LONGEST_VERBAL:
        return None
    if strength == "bare" or strength in SMALL:
        return None
    return first.start, "anchor+verb+head", 1.2


def _whole(scan: Scan, terms: Terms, units: Sequence[Unit], head: int, strength: str) -> Border | None:
    """The left border where no verb is among the pieces."""
    last = units[-1].kind if units else ""
    anchors = [u for u in units if u.kind in ANCHORS]
    if not _enough(scan, terms, units, anchors, strength):
        return None
    if anchors and (strength != "brand" or last in ("body", "proper")):
        first = anchors[0]
        if first.kind == "letter":
            weak = strength in ("weak", "generic", "brand", "firm") and scan.text[head] not in "军海空陆警使领"
            return None if weak else (first.start, "letter+head", 1.6)
        if first.kind in ("level", "prefix") and units[-1] is first and strength in ("weak", "generic"):
            return None
        return first.start, f"{first.kind}+head", 1.6 if first.kind in ("prefix", "level") else 2.0
    if strength == "bare":
        return head, "head", 1.5
    if strength in ("part", "dept"):
        return None
    run = _proper_run(units)
    if not run:
        return None
    start = run[-1].start
    found = {unit.kind for unit in run}
    size = sum(u.end - u.start for u in run if u.kind == "proper")
    if "proper" in found and size >= 2:
        if strength in TRADES and scan.text[start:head].isascii():
            return None  # 4G网络, CR网络
        return start, "proper+head", 1.0 if strength in ("weak", "generic", "brand", "firm") else 1.6
    if "quoted" in found and strength not in ("weak", "generic"):
        return start, "quoted+head", 1.0
    if run[0].kind == "field" and strength in ("organ", ""):
        return start, "field+head", 1.2
    if "ordinal" in found and strength not in TRADES:
        return start, "ordinal+head", 1.0
    if last == "number" and strength in ("team", "army"):
        return start, "number+head", 0.8
    return None


def _enough(scan: Scan, terms: Terms, units: Sequence[Unit], anchors: Sequence[Unit], strength: str) -> bool:
    """Does so much of a name stand before a head of this strength?"""
    last = units[-1].kind if units else ""
    text = scan.text
    if strength == "brand":
        return last in ("proper", "quoted", "ordinal", "body")
    if strength == "firm":
        return last in ("proper", "body") or (last == "place" and not _country(text, terms, units[-1]))
    if strength == "organ":
        return last in ("field", "place", "level") or (last in ("word", "proper") and bool(anchors))
    if strength == "part":
        return any(u.kind == "body" for u in anchors) and last in CONTENT_OF_A_PART
    if strength == "dept":
        return last == "field" and bool(anchors)
    if strength == "police":
        return last in ("place", "letter")
    if strength == "unit":
        return last == "ordinal" or (last == "number" and (len(units) > 1 or units[0].end - units[0].start > 1))
    if strength == "generic" and anchors and _country(text, terms, anchors[0]):
        return any(u.kind in ("proper", "prefix", "ordinal", "quoted", "body") for u in units[1:])
    return True


def _country(text: str, terms: Terms, unit: Unit) -> bool:
    return terms.prefixes.get(text[unit.start : unit.end]) == "country"


def _proper_run(units: Sequence[Unit]) -> list[Unit]:
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


def _quoted_whole(text: str, start: int, end: int) -> Border | None:
    """“劳模志愿服务队”: quotes around the whole make it a name."""
    if start and text[start - 1] in "“『「" and text[end : end + 1] in ("”", "』", "」"):
        return start, "in-quotes", 1.4
    return None


def _before_post(scan: Scan, terms: Terms, units: Sequence[Unit], head: int, end: int) -> Border | None:
    """综合管理部主任: a department is a name where a post follows it."""
    if not any(terms.posts.get(scan.text[end:e]) == "post" for e in scan.starting["posts"].get(end, ())):
        return None
    run: list[Unit] = []
    for unit in reversed(units):
        if unit.kind not in ("word", "field", "proper", "ordinal") or end - unit.start > LONGEST_DEPARTMENT:
            break
        run.append(unit)
    if not run or scan.text[run[-1].start : end] in terms.kinds:
        return None
    return run[-1].start, "post-behind", 1.0
