"""How far a name reaches to the left of its last word: the hard border of names without quotes."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.recognize.named_piece import NUMERALS, OCCASIONS, Mode, piece_before
from kg.recognize.named_view import BUILT, Head, View, behind_owner, built_there, contest_at, is_contest, is_event
from kg.recognize.scan import Scan

LONGEST, LONGEST_DOUBLE = 42, 64
"""No name is longer; a longer run is a clause."""

LONGEST_BEHIND_QUOTES = 12
LISTING = frozenset("等、和与及的")

STATES = frozenset("美英法德俄日韩欧非印巴越泰缅朝澳加新")
_OPENING = re.compile(r"[^\w]|[届年日号行办席加出]")
"""What may stand before 中 where it is a country: a mark, 第三届, 举行, 举办, 出席, 参加."""

_EDITION = re.compile(r"(?:\d{4}年?)?(?:第[一二三四五六七八九十\d]+[届次轮]|(?<=\d)年)$|首届$")
_WHOLE_EDITION = re.compile(
    r"(?<![^\s，。；：！？、日的])(?:(?:(?:19|20)\d\d年?度?)?[（(]?第[一二三四五六七八九十百\d]+届[）)]?|(?:19|20)\d\d(?![\d年]))(?:(?!召开|举行|举办|开幕|闭幕|期间|会议|大会|委员会|宣布|决定|审议|选举|启动)"
    r"[^，。；：、“”《》的了在于由将为至从以\s]){2,30}$"
)
_OF_OWN = ("ceremony", "meeting", "forum", "show", "contest", "festival")
_CALLED_BY_DAY = re.compile(r"(?<![\d·.])\d{1,2}[·•.]\d{1,2}$")
"""The day that opens a name: 5·12|国际护士节表彰大会."""
LONGEST_DAY = 6
RANKS = ("rank", "medal")

OPENERS = frozenset(("year", "ordinal", "turn", "level", "league", "measure"))
"""Marks that open a name for sure: what stands behind them belongs to it, even a verb."""

GOVERNORS = {
    "Event": frozenset(("hold", "join", "launch", "in", "subject", "this")),
    "Programme": frozenset(("hold", "join", "launch", "in", "subject", "this", "built")),
    "Policy": frozenset(("issue", "obey", "launch", "hold", "advance")),
    "Award": frozenset(("award",)),
}
"""What says, before a name of the type, that the name begins here; see ``_governor``."""

_LEADS = re.compile(
    r"^(?:—+|份(?=[“《])|[了着过等的之其各该本此多余届次暨好及与、式]|和(?!谐)|赛季|月(?!度)|盛大(?!游戏|网络|集团)|隆重|左右|[上本下历]届|[一二三四五六七八九十]大(?=重)|两(?![院会岸国江湖])|方(?=[“《])|一[个场次项届种批]|[多数][场起]|首批|首个|首[趟列班架]|首次(?=[^，。；]{6})|年(?![度俗货味夜画会鉴终末轻青产处加])|两国|三国|我国|为期|有关|相关)"
)
_LEADS_AFTER_NUMBER = re.compile(r"^(?:[个名位场次项家届批种人余多月日号]|年(?!度))")
_MADE = tuple(f"做{how}" for how in "大强优精实细")
"""做大做|强|甲论坛: the last character of what is done is no part of a name."""
_BUILDS = re.compile(
    "(?:计划|拟|联合|共同|合作)?(?:投资|规划|开工|启动)?(?:建设|兴建|新建|投建|建成|打造|实施|开展|推进)(?!的)"
)
"""在甲市|投资建设|乙项目: behind the place where, the verb of it."""
_LIGHT = re.compile(r"(?:(?:[一两三四五六七八九十\d数几]+|首|每)(?:场|次|个|项|届|批|枚|系列)|[了着过]|主题为|以)$")
_IN = re.compile(r"(?:开幕式|闭幕式|期间|上|中|间隙|召开|举行|现场|会场|开幕)")
_SITE = re.compile("(?:施工|建设|作业|签约|开工)?(?:现场|工地)")
_CRIME = re.compile("分裂|犯罪|违法|恐怖|非法|走私|诈骗|破坏|盗窃|赌博|间谍|渗透")
_LONGEST_JOINED = 6
_LASTING = re.compile("为期[^，。；]{1,6}的$")
_SINCE = re.compile("(?:实施|开展|启动|推出|运行|推行|开通|上线)(?:至今|以来|后|的第)")
_CARRIED = re.compile(
    "(?:自(?:(?:19|20)?\\d\\d年|去年|今年|前年)[^，。；]{0,8}?(?:启动|实施|开展|推出|推行|上线|发起|运行)(?:以来|至今)|暨[^，。；：]{2,24}?(?:正式|全面|同步)*(?:启动|开展|举行|展开)|是[^，。；]{2,20}?(?:推出|打造|发起|实施|创办|设立)的|在[^，。；]{1,16}?展开|由[^，。；]{2,30}?(?:发起|实施|主办|承办|组织|资助|牵头|支持|推出)|(?:实施|开展|启动|推行|运行|推出|开通|上线)(?:至今|以来|后|的)|已累计|累计|已惠及|惠及|旨在|(?:主要|重点|专门)*(?:面向|针对|聚焦|帮助|资助|救助)|已连续|已投入|已覆盖|已资助|共资助|计划资助|(?:在[^，。；]{1,16}?)?(?:成功|获批|正式|顺利)(?:发行|设立|成立|落地|挂牌|获批|签约))"
)
_HELD = re.compile(
    r"(?:\d{1,2}[月日号]|今[天日晚]|昨[天日晚]|（[^（）]{2,8}）|日前|近日|将|已|正在?|正式|隆重|[上下]午|晚|于|再次"
    r"|即|分别|先后|陆续|定|拟定|[明后今]年|[下本]月|年底|[上下]半年|[一二三四]季度|\d{4}年|[上中下]旬|同期|同步|如期)*"
    r"(?:在[^，。；]{1,36}?)?"
    r"(?:由[^，。；]{2,30}?(?:主办|承办|举办|组织|发起|协办)|举行|举办|召开|开幕|闭幕|启动|落幕|开赛|开讲|揭幕|揭晓|开班|结业|结束|收官|开启|鸣枪|起跑|开跑|开打|收兵|战罢|拉开|打响|火热|上演|圆满|激战|鏖战|正酣|如火如荼|火爆|落下帷幕)"
)


RITES = ("启动仪式", "开幕式", "开幕仪式", "闭幕式", "颁奖仪式", "启动会", "启动活动")
_OPENED = re.compile(
    r"(?:以(?:“[^“”\n]{1,40}”|[^，。；\n]{1,30})为(?:主题|主旨|题|口号)|主题[为是](?:“[^“”\n]{1,40}”|[^，。；\n]{1,30})"
    r"|(?:(?:形式|内容|主题|题材|类型|亮点)(?:多样|丰富|新颖|各异|鲜明|突出|纷呈|多彩|活泼|多元)[、，]?)+"
    r"|由[^。；\n]{2,60}(?:主办|承办|举办|组织|发起|协办|指导|支持)|(?:位于|坐落于|坐落在|地处)[^，。；\n]{2,20}|[^，。；\n]{2,20}(?:投资|开发|承|援|参|合作|联合|共同)(?:建设|建|投建|打造))的$"
)
"""Clauses before a name that say what it is about or who holds it: 以“甲”为主题的, 由甲局主办的."""
_LONGEST_OPENED = 70


class Reach(NamedTuple):
    """Where a name starts and what makes it specific.

    ``marks``: year, ordinal, amount, place, level, proper, org, quote, book. ``words`` weighs the modifiers that are
    not generic. ``core`` is where the quoted core begins, else ``start``. ``stop`` is the word or character before
    the name, '' at the start of a line; ``governor`` says what stands there if it opens names: the class of a verb,
    "in" for 在…上, "subject" for the start of a clause that goes on with 举行.
    """

    start: int
    core: int
    marks: frozenset[str]
    words: float
    stop: str
    governor: str = ""


def reach_left(view: View, head: Head, mode: Mode = "free") -> Reach:
    """Reads modifiers to the left of the head until a word comes that no name holds.

    A verb or 和 on the way ends the name, unless the year, ordinal or level that opens names stands before it, or
    what governs names of this type.
    """
    position = core = head.start
    words = 0.0
    marks: set[str] = set()
    cuts: dict[str, Reach] = {}
    double = head.type == "Event" and view.scan.text.find("暨", max(0, head.start - LONGEST), head.start) >= 0
    while mode != "whole" and position > max(0, head.start - (LONGEST_DOUBLE if double else LONGEST)):
        piece = piece_before(view, position, mode, marks)
        if piece is not None and piece.mark == "inner" and head.kind in RANKS and is_contest(view, position):
            cuts.setdefault("contest", Reach(position, min(core, position), frozenset((*marks, "inner")), words, ""))
        apart = head.type == "Programme" or view.scan.text.startswith(RITES, head.end)
        if apart and view.scan.text[position - 1] == "暨" and is_event(view, position - 1):
            break  # 甲启动仪式暨乙活动, 甲汇演暨乙文化月|启动仪式: two
        if piece is None or (position == head.start and piece.mark == "quote" and view.scan.text[position - 1] == " "):
            break
        if piece.risk:
            stop = view.scan.text[piece.start : position]
            risk = "second" if "clause" in cuts else piece.risk
            cuts.setdefault(risk, Reach(position, min(core, position), frozenset(marks), words, stop))
        if piece.mark:
            marks.add(piece.mark)
        if piece.mark in ("quote", "book"):
            core = piece.start
        words += piece.weight
        within = head.kind == "prize" or (head.type == "Programme" and "quote" in marks)  # 甲大赛“乙”活动
        contest = contest_at(view, piece.start, position) if within else None
        position = piece.start
        if contest is not None:
            whole = reach_left(view, contest)  # 2011甲杯位置应用大赛|最具价值奖: as far as the contest's own name
            position, words = min(position, whole.start), words + whole.words
            marks |= whole.marks
    if head.type in ("Event", "Programme") and (
        day := _CALLED_BY_DAY.search(view.scan.text, max(0, position - LONGEST_DAY), position)
    ):
        position = day.start()
        marks.add("ordinal")
    edition = _whole_edition(view, head, position) if mode == "free" else position
    if edition < position:
        marks.add("ordinal")
        position, words = edition, words + 1
    reach = Reach(position, core, frozenset(marks), words, _stop_word(view.scan, position))
    cut = cuts.get("contest")
    if cut and ((reach.marks - cut.marks) & {"year", "ordinal", "quote"} or reach.stop in view.determiners):
        return _trimmed(view, cut, head)  # 夺得第二届甲大赛乙组冠军: the contest is no part of the prize
    cuts.pop("contest", None)
    if head.type in ("Programme", "Event") and "quote" in reach.marks and _is_named_by(view, core, head):
        cuts = {risk: cut for risk, cut in cuts.items() if cut.start <= core}
    governor = governor_of(view, position, head)
    if "joint" in cuts and not _is_joined(view, head, reach, cuts["joint"], governor):
        cuts["clause"] = max(cuts["joint"], cuts.get("clause", cuts["joint"]), key=lambda cut: cut.start)
    cuts.pop("joint", None)
    plain = view.scan.text[head.start : head.end] == "项目" and "clause" in cuts  # 甲、乙等项目: not one name
    if governor == "in" and "quote" in reach.marks:
        reach = next((cut for cut in cuts.values() if cut.start == core < head.start), reach)  # 在推广“甲乙”小程序中
    if governor and not plain and (governor in GOVERNORS[head.type] or not cuts):
        return _trimmed(view, reach._replace(governor=governor), head)
    if "second" in cuts and not (reach.marks - cuts["second"].marks) & {"ordinal", "year"}:
        reach = cuts["second"]
    opened = {"year", "ordinal", "turn"}
    firm = opened | {"place", "level", "league"} if head.type == "Policy" else opened
    if "clause" in cuts and (
        plain or "quote" in cuts["clause"].marks or not (reach.marks - cuts["clause"].marks) & firm
    ):
        reach = cuts["clause"]
    if "verb" in cuts and reach.start < cuts["verb"].start:
        openers = OPENERS | {"place"} if mode == "awarded" else OPENERS
        if not (reach.marks - cuts["verb"].marks) & openers:
            reach = cuts["verb"]
    if reach.start > position:
        reach = reach._replace(governor=view.verbs.get(reach.stop, ""))
    return _trimmed(view, reach, head)


def _is_joined(view: View, head: Head, reach: Reach, cut: Reach, governor: str) -> bool:
    """Is 与 or 和 inside of one name: 甲国商务|与|投资峰会, “甲进程”和平|与|安全会议?"""
    opens = bool((reach.marks - cut.marks) & {"year", "ordinal", "level", "league", "quote", "place"})
    named = head.kind in ("forum", "meeting", "show", "contest", "festival") and not cut.marks
    listed = view.scan.text[reach.start - 1 : reach.start] in ("和", "与", "、") and is_event(view, reach.start - 1)
    said = listed or governor in GOVERNORS["Event"] or is_held(view, head.end)
    return head.type == "Event" and opens and named and said and head.start - cut.start <= _LONGEST_JOINED


def _whole_edition(view: View, head: Head, position: int) -> int:
    """Where 第三届…现场会 begins, whatever words stand between: a clause's first words, one name up to its kind."""
    text = view.scan.text
    if head.type != "Event" or head.kind not in ("contest", "show", "forum", "meeting", "festival"):
        return position
    match = _WHOLE_EDITION.search(text, max(0, head.start - LONGEST), head.start)
    if match and any(text[at] in "和与及" and is_event(view, at, _OF_OWN) for at in range(match.start(), head.start)):
        return position  # 第三届甲博览会|和乙峰会
    return match.start() if match and is_held(view, head.end) else position


def _is_named_by(view: View, core: int, head: Head) -> bool:
    """Are the words behind the quotes a part of the name, though one may be a verb elsewhere: “甲乙”关爱行动?"""
    end = next((q.end for q in view.quotes if q.start == core), head.start)
    between = view.scan.text[end : head.start]
    named = head.kind != "system" and len(between) <= LONGEST_BEHIND_QUOTES and LISTING.isdisjoint(between)
    return named and not _CRIME.search(between) and not view.scan.text.startswith(("建设", "管理", "审批"), head.end)


def _trimmed(view: View, reach: Reach, head: Head) -> Reach:
    start = _trim(view.scan.text, reach.start, head.start, reach.stop)
    if head.type == "Programme" and view.scan.text[start - 1 : start] in ("在", "于"):
        where = start
        while further := view.scan.starting["place"].get(where):
            where = further[0]
        built = _BUILDS.match(view.scan.text, where, head.start) if where > start else None
        start = built.end() if built else start
    start += view.scan.text.startswith(_MADE, start - 1)
    if head.type == "Programme":
        start = behind_owner(view.scan, start, head.start)
    start = built_there(view.scan, start, head.start)
    if start < reach.core < head.start and not _is_specific(view, start, reach.core):
        start = reach.core  # only generic words before the quotes: 教育“甲乙”活动
    core = max(start, reach.core) if reach.core < head.start else start
    return Reach(start, core, reach.marks, reach.words, reach.stop, reach.governor)


def governor_of(view: View, position: int, head: Head) -> str:
    """What stands before the position and opens names, over light words: 举行了一场隆重的, 在…上, a clause's start."""
    scan, text = view.scan, view.scan.text
    if text[position - 1 : position] in ("在", "从") and _IN.match(text, head.end):
        return "in"
    if text[position - 1 : position] == "从" and _SITE.match(text, head.end):
        return "in"  # 从甲扩产项目|现场获悉
    if text[position - 1 : position] in ("自", "从", "由", "是") and _SINCE.match(text, head.end):
        return "in"  # 自甲乙行动开展以来
    beside, before = scan.word(position - 1), text[position - 1 : position]
    if beside in view.determiners or (before == "的" and _LASTING.search(text, max(0, position - 10), position)):
        return "this"
    at = position
    while at > 0:
        start = scan.words[scan.word_at[at - 1]][0]
        word = text[start:at]
        kind = "award" if head.type == "Award" and word in view.award_verbs else view.verbs.get(word)
        if kind is not None:
            return kind
        light = _LIGHT.search(text, max(0, at - 4), at)
        if light:
            at = light.start()
        elif word == "的" and start > 0 and (scan.tag(start - 1) in ("a", "z", "b", "v") or start in view.closing):
            at = scan.words[scan.word_at[start - 1]][0] if start not in view.closing else view.closing[start].start
            if view.verbs.get(text[at:start]) in ("hold", "launch"):
                return view.verbs[text[at:start]]
        elif word == "的" and (opened := _OPENED.search(text, max(0, at - _LONGEST_OPENED), at)):
            at = opened.start()  # 举办了|以“甲”为主题的; 开展|形式多样的
        else:
            break
    before = before or "\n"
    if before == "的" and _OPENED.search(text, max(0, position - _LONGEST_OPENED), position):
        before = "，"
    if (not before.isalnum() and before not in "”》、—·") or beside in view.times:
        carried = head.type == "Programme" and _CARRIED.match(text, head.end)
        if head.type == "Programme" and not carried and BUILT.match(text, head.end):
            return "built"
        return "subject" if carried or _HELD.match(text, head.end) else ""
    return ""


def is_held(view: View, end: int) -> bool:
    """Does the clause go on behind the name as it does behind an event: 8日在甲市举行?"""
    return _HELD.match(view.scan.text, end) is not None


def _is_specific(view: View, start: int, end: int) -> bool:
    """Is there a word in the span that is not generic?"""
    scan = view.scan
    while start < end:
        stop = scan.words[scan.word_at[start]][1]
        word = scan.text[start:stop]
        if word not in view.generic or word in view.levels or word in OCCASIONS:
            return True
        start = stop
    return False


def _stop_word(scan: Scan, position: int) -> str:
    """The word or mark before the position, '' at the start of a line."""
    if position == 0:
        return ""
    start, _, _ = scan.words[scan.word_at[position - 1]]
    return scan.text[start:position].strip()


def _trim(text: str, start: int, head: int, stop: str) -> int:
    """Drops what may precede a name but never begins it: 了, 等, a measure word behind a number."""
    leads = _LEADS_AFTER_NUMBER if stop[-1:] and stop[-1] in NUMERALS else _LEADS
    match = leads.match(text[start:head])
    while match is not None:
        start += len(match.group())
        match = _LEADS.match(text[start:head])
    between = start > 1 and text[start - 1] == "中" and text[start] in STATES  # 中|美媒|体论坛 is held by both
    if not between or not _OPENING.match(text[start - 2]):
        return start
    edition = _EDITION.search(text, max(0, start - 12), start - 1)
    return edition.start() if edition else start - 1
