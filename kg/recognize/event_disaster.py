"""Disasters and accidents: told in a headline, said to have happened, called by their place or by their day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.recognize.candidate import Candidate
from kg.recognize.event_judged import (
    ARRIVALS,
    DENIALS,
    FAILURES,
    GRADES,
    LONGEST_REPORT,
    OWNERS,
    SITES,
    TOLD_SO,
    UNHAPPENING,
    begins_site,
    caused,
    found_to_be,
)
from kg.recognize.named_heads import UNHAPPENED
from kg.recognize.named_piece import PROPER_TAGS
from kg.recognize.named_view import Head, View, propose

DISASTERS = ("disaster", "quake")
HAPPENING = ("发生", "遭遇", "出现", "引发", "造成", "导致", "遭受", "被", "从", "在", "有", "到")
COMMON = ("余震", "事件", "突发事件", "公共卫生事件")
"""What happens all the time and has no name."""
SHORTEST_HEADLINE, LONGEST_PLACED = 5, 30
FAR_BEHIND = 6
MOST_SENTENCES = 1
BODIES = ("会", "局", "部", "厅", "办", "政府")
BORDERS = frozenset(("p", "c", "t", "u", "uj", "ul", "uz", "ud", "r", "y", "x", "f"))
"""Tags of the words that stand before the name of a disaster, never in it."""
WITHIN = ("某", "境内", "辖区", "市区", "城区", "境")
"""Words with such a tag that may stand in it: 甲市某中学食物中毒事件."""

_DISASTER = "(?:事故|事件|专案|案件|灾害|惨案|(?:地震|火灾|爆炸|坍塌|沉船|空难|矿难|洪灾|泥石流|踩踏)(?:(?:(?:特别)?重大|较大|一般|特大)?(?:安全|责任)*(?:事故|事件|灾害))?)"
_DATED = re.compile(
    rf"“\d{{1,2}}[·.]\d{{1,2}}”?[^，。；：、！？“”\n]{{0,26}}?(?:{_DISASTER}|(?<![今昨当明同次近])日(?![前后报常子]))”?"
    rf"|(?<![\d“.·])\d{{1,2}}[·.]\d{{1,2}}(?![级\d.%个万亿名人起公厘米])[^，。；：、！？“”\n的在发]{{0,16}}?{_DISASTER}"
)
_FELL = re.compile(
    "(?:翻入|坠入|坠下|坠落|冲入|冲进|掉入|落入|撞上|撞入|撞向|滑入|跌入|侧翻入)[\u4e00-\u9fff]{1,5}?(?=[ ，：\n]|[已致]|造成|\\d|$)"
)
"""A mishap with what it ends in: 甲市校车|坠入河谷."""
_AFTER_A_MISHAP = re.compile(
    "(?:泄漏|泄露|起火|失火|着火|破裂|坍塌|燃烧|自燃|失控|侧翻|相撞|追尾)(?:后|，)?(?:并|随即|随后|继而|进而|接着)?$"
)
_ON_A_ROAD = re.compile("(?:段|高速|公路|国道|省道|路口|隧道|大桥)[仅就又共已再连续先后]{0,3}$")
_DAY = re.compile(r"[·.]\d")
"""Without it nothing is called by its day."""
_YEAR = re.compile(r"(?:19|20)\d\d年$")
_OF_ANOTHER_YEAR = re.compile(r"(?:19|20)\d\d年")
"""2008年甲地震 is what the article compares its own with."""
_HAPPENED = re.compile(
    r"(?:发生[在于][^，。；]{2,24}的|(?:发生|普降|连降|突降|遭遇|爆发|酿成|突发|燃起|蹿起)了?(?:一起|一场|一次|一宗|一例|两起)?(?:熊熊(?=$))?)([^，。；：！？“”\n、]{0,14})$"
)
_WHERE_IT_HAPPENED = re.compile(r"([^，。；：、！？“”\n的起次场日时晨午晚天]{0,8})$")
"""The words of a disaster whose place follows: 这起|化学品泄漏|事故发生在甲县."""
_USUAL = re.compile("多数|大多|部分|大部|所有|一些|不少|许多|每|历|各|其他|以往|类似|近年")
"""Before what happens all the time."""
_IN_GENERAL = re.compile("的?(?:气象)?(?:风险|概率|可能|隐患|预警)|的(?!$)")
"""Behind what may happen: 发生地质灾害的气象风险, 发生事故的车辆."""
_MANY = re.compile("一系列|一连串|接连|多[处起次场]|数[处起次]|[两三四五六七八九十]+[处起次场]")
"""How many there are is no part of what they are called."""
IMAGINED = re.compile(
    "(?:事故|灾害)?(?:应急|疏散|抢险|救援|处置|综合|实战|模拟|桌面|联合|避险|逃生|灭火)*(?:演练|演习|推演|拉练|预案|知识|科普)"
)
"""Behind a disaster: it is only drilled or taught."""
_HARM = re.compile(
    "群体|聚集|集体|中毒|腹泻|呕吐|感染|泄漏|泄露|自燃|坠|溺|踩踏|枪击|冲突|伤亡|伤人|起火|失火|倒塌|垮塌|失联|伤人|行凶|劫持|绑架"
)
_SAID = re.compile("[。！？]$|(?<![\u4e00-\u9fff]{2})”$|[^“]{9}”$")
"""Ends of a headline that is what somebody said; one word may stand in quotes (一辆罐车“自燃”)."""
_MARKS = re.compile(r"[“”‘’《》【】]")
_TOLD = ("event:headline", "event:placed", "event:dated", "event:reported")
_OPENING_MARKS = "，。：；）\n 讯电时许晨日分前夜午晚间"
"""Marks and ends of times and datelines, behind which a sentence begins to tell what happened."""
TELLING = re.compile("发生|突发|出现|遭遇|引发|普降|连降|突降")
_ONE = re.compile(
    r"$|[ ，。；：、！？”）》\n]|救援|现场|遇难|调查|造成|致|发生(?!的[^，。]{0,4}(?:次|率|数|概率|风险)|率|频)|救治|处置|善后|原因|伤员|搜救|抢险|死亡|死者|已|中|后|时|导致|被困|应急|直接|责任"
    r"|失联|通报|情况|涉事|受伤|灾区|周年|是|于|系|以来|当[日天]|及|和|与|共|目前|的|信息|处理|专家|指挥部|新闻|再|又|进展|遇险|警示|案"
)
"""Behind the name of one disaster; 事故隐患, 火灾保险 are no disasters."""


def find_dated(view: View) -> Iterator[Candidate]:
    """What is called by its day: “4·20”地震, 4·20地震."""
    for match in _DATED.finditer(view.scan.text) if _DAY.search(view.scan.text) else ():
        start = match.start()
        closed = match.group().endswith("”")
        if closed and match.group().count("”") > 1:
            continue
        year = _YEAR.search(view.scan.text, max(0, start - 5), start)
        if year is not None:
            start = year.start()
        elif not closed:
            sited = view.scan.text.endswith(OWNERS, 0, start)  # its name may hold any word: 甲达商贸有限公司“4·20”火灾
            start = _placed_from(view, max(0, start - LONGEST_PLACED), start, verbs=sited)
        yield propose(view, start, match.end(), "Event", "event:dated", 2.0)


def find_headline_disaster(view: View, heads: Sequence[Head]) -> Iterator[Candidate]:
    """In a headline the words up to the disaster are its name: 甲市一仓库发生火灾."""
    scan, text = view.scan, view.scan.text
    begin = len(text) - len(text.lstrip())
    line_end = begin + len(view.headline)
    if not view.headline or text[line_end : line_end + 1] not in ("\n", "") or _SAID.search(view.headline):
        return
    told = [(h.start, h.end) for h in heads if h.end <= line_end and h.kind in (*DISASTERS, "mishap")]
    told += [m.span() for m in _FELL.finditer(text, begin, line_end)]
    for what, end in sorted(told):
        start = max(begin, *(text.rfind(mark, begin, what) + 1 for mark in " ，：；！？】—"))
        for index in range(scan.word_at[start], scan.word_at[what]):
            begin_word, end_word, tag = scan.words[index]
            word = text[begin_word:end_word]
            if (tag == "p" and word[0] in "对就关向") or word == "就" or (word in view.verbs and word not in HAPPENING):
                start = end_word  # 某某对甲县地震作出指示, 甲省通报乙县地震
        quoted = text[what - 1] == "“" and text[end : end + 1] == "”"  # 一辆罐车“自燃”
        words = text[start : what - quoted]
        end += quoted
        inside = [scan.words[i] for i in range(scan.word_at[start], scan.word_at[what])]
        placed = any(tag == "ns" for _, _, tag in inside)
        placed = placed or any(stop - start > 1 for stop in scan.starting["place"].get(start, ()) if stop <= what)
        if end - start >= SHORTEST_HEADLINE and placed and not _MARKS.search(words):
            yield propose(view, start, end, "Event", "event:headline", 1.6)
            return


def find_placed_disasters(view: View) -> Iterator[Candidate]:
    """Accidents called by where they happened: 甲市乙煤矿透水事故, 甲高速乙段追尾事故, 甲市某中学食物中毒事件."""
    text, kinds = view.scan.text, view.lexicon["event_kinds"]
    done = 0
    for end in sorted(view.scan.ending["event_kinds"]):
        start = view.scan.ending["event_kinds"][end][0]
        wreck = text.startswith("古沉船", start - 1) or text[end : end + 1] == "》"  # a find, a film: no disaster
        if kinds[text[start:end]] not in DISASTERS or wreck or not _ONE.match(text, end):
            continue
        end += text.startswith("案", end) and view.scan.is_boundary(end + 1)  # 甲体育场爆炸|案
        begin = _placed_from(view, max(done, start - LONGEST_PLACED), start, end)
        words = text[begin:start]
        if begin == start or (text[start:end] in COMMON and not _HARM.search(words)):
            continue
        if (start - begin > 2 or end - start > 2) and not UNHAPPENED.search(text, max(0, begin - 24), begin):
            yield propose(view, begin, end, "Event", "event:placed", 2.2)
            done = end


def find_told_mishap(view: View, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The accident that an article's first sentences tell by a verb (甲县一辆校车侧翻，…), if it names none otherwise."""
    if any(c.mention.by.startswith(_TOLD) for c in found):
        return
    text, kinds = view.scan.text, view.lexicon["event_kinds"]
    for end in sorted(view.scan.ending["event_kinds"]):
        if text.count("。", 0, end) > MOST_SENTENCES:
            return
        start = view.scan.ending["event_kinds"][end][0]
        if kinds[text[start:end]] not in (*DISASTERS, "mishap") or text[end : end + 1] not in "，。":
            continue
        begin = _placed_from(view, max(0, start - LONGEST_PLACED), start)
        if TELLING.search(text, begin, start) or UNHAPPENING.search(text, begin, start):
            continue
        if start - begin > 2 and text[begin - 1 : begin] in _OPENING_MARKS:
            yield propose(view, begin, end, "Event", "event:told", 1.6)
            return


def _placed_from(view: View, least: int, start: int, reach: int = 0, *, verbs: bool = True) -> int:
    """Where the run of words before a disaster begins with a place or a mine, road or plant, else ``start``.

    The site may be part of the disaster's own kind, up to ``reach``: 甲岭|煤矿透水事故. ``verbs`` lets verbs stand
    between, for many disasters are called by one (甲煤矿|透水|事故).
    """
    scan, text = view.scan, view.scan.text
    found = position = start
    while position > least:
        begin, end, tag = scan.words[scan.word_at[position - 1]]
        word = text[begin:end]
        border = (tag in BORDERS and word not in WITHIN) or TELLING.match(word) is not None
        border = (
            border
            or (tag == "v" and not verbs)
            or word in DENIALS
            or word in ARRIVALS
            or word in view.lexicon["speech_verbs"]
        )
        if border or (word in view.verbs and word not in WITHIN) or not word[-1].isalnum() or begin < least:
            break
        named = (
            found == start and tag in PROPER_TAGS and not word.isascii() and _holds_site(view, begin, reach or start)
        )
        if named or _is_place(view, begin, start, tag):
            found = begin
        position = begin
        if found == begin and scan.text.endswith(BODIES, 0, begin) and begin in scan.ending["organization_kinds"]:
            break  # 甲总会|乙县地震
    return found


def _is_place(view: View, begin: int, least: int, tag: str) -> bool:
    """Does a place begin here that ends before the disaster?"""
    if view.scan.text[begin] in "日月" and view.scan.text[begin - 1 : begin].isdigit():
        return False  # 26日土耳其: not 日土
    letter = tag[:1] in "nj"  # 沪昆高速, but not 深 in 深孔
    known = any(begin + 1 + (not letter) <= end <= least for end in view.scan.starting["place"].get(begin, ()))
    return known or (tag == "ns" and not view.scan.word(begin).endswith(GRADES))


def _holds_site(view: View, begin: int, end: int) -> bool:
    """Does the kind of a plant, mine, school or road end in the span, behind a name: 甲煤矿?"""
    return any(
        start > begin
        for position in range(begin + 2, end + 1)
        for category in ("organization_kinds", "place_site_kinds")
        for start in view.scan.ending[category].get(position, ())
    )


def find_reported_disasters(view: View, heads: Sequence[Head], names: Iterable[str]) -> Iterator[Candidate]:
    """Disasters that a sentence says to have happened at a place (甲县发生一起交通事故), the first of each kind.

    ``names`` are the events found before; a disaster that one of them names is not told again.
    """
    text = view.scan.text
    known = {name for name in names if not _OF_ANOTHER_YEAR.match(name)}
    for head in reversed(heads):
        word = text[head.start : head.end]
        mishap = head.kind == "mishap" and TOLD_SO.match(text, head.end) is not None
        if not (head.kind in DISASTERS or mishap) or any(name.endswith(word[-2:]) for name in known):
            continue
        if not known and word not in COMMON and text.startswith(("发生在", "发生于"), head.end):
            start = _told_with_its_place(view, head)
            if start >= 0:
                yield propose(view, start, head.end, "Event", "event:reported", 0.8)
                known.add(word)
            continue
        if (judged := found_to_be(view, head)) >= 0:
            if not UNHAPPENING.search(text, max(0, judged - 6), judged):
                yield propose(view, head.start, head.end, "Event", "event:reported", 0.8)
                known.add(word)
            continue
        if not known and word not in COMMON and caused(view, head):
            yield propose(view, head.start, head.end, "Event", "event:reported", 0.8)
            known.add(word)
            continue
        match = _HAPPENED.search(text, max(0, head.start - LONGEST_REPORT), head.start)
        struck = text.startswith("的", head.end) and begins_site(view, head.end + 1)  # 发生爆炸的|甲县乙公司
        general = "一" not in match[0] and "了" not in match[0] if match is not None else False
        if general and not struck and _IN_GENERAL.match(text, head.end):
            continue
        if mishap and match is not None and not match[0].startswith("发生"):
            continue  # 遭遇暴雨袭击
        if match is None or UNHAPPENING.search(text, max(0, match.start() - 6), match.start()):
            continue
        words = match.group(1)
        start = head.start - len(words) + max(words.rfind(mark) for mark in "的起宗") + 1
        many = _MANY.match(text, start, head.start)
        begin = many.end() if many else start
        placed = struck or _has_place(view, begin) or _has_site(view, match.start())
        if (
            not set(words) & {"被", "把", "过", "并", "等", " "}
            and (word not in COMMON or _HARM.search(words))
            and (head.start > start or (placed and (not mishap or word in FAILURES)))
        ):
            yield propose(view, begin, head.end, "Event", "event:reported", 0.8)
            known.add(word)


def _told_with_its_place(view: View, head: Head) -> int:
    """Where the words of a disaster begin that 发生在 and a place follow, -1 where no place does or many are meant."""
    scan = view.scan
    behind = range(head.end + 3, head.end + 3 + FAR_BEHIND)
    if not any(at in scan.starting["place"] and scan.tag(at) == "ns" for at in behind):
        return -1
    words = _WHERE_IT_HAPPENED.search(scan.text, max(0, head.start - LONGEST_REPORT), head.start)
    start = words.start(1) if words else head.start
    return -1 if _USUAL.match(scan.text, start) else start


def _has_place(view: View, position: int) -> bool:
    """Does a place stand in the sentence before the position?"""
    return any(view.scan.tag(position - 1 - back) == "ns" for back in range(LONGEST_REPORT) if position - 1 - back >= 0)


def _has_site(view: View, position: int) -> bool:
    """Does the name of a plant, mine or school end here: 甲煤矿|突发冲击地压?"""
    position -= 2 * view.scan.text.endswith(("突然", "再次", "昨日", "昨晚", "今晨"), 0, position)
    if view.scan.text.endswith(SITES, 0, position) or _ON_A_ROAD.search(view.scan.text, max(0, position - 8), position):
        return True
    if _AFTER_A_MISHAP.search(view.scan.text, max(0, position - 8), position):
        return True  # 突然泄漏并|发生爆炸
    return any(view.scan.ending[category].get(position) for category in ("organization_kinds", "place_site_kinds"))
