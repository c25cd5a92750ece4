"""Ceremonies that a clause opens with, whole, whatever bodies and works they are for: 甲市政府与乙集团战略合作签约仪式在丙市举行."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import EntityType
from kg.recognize.candidate import Candidate
from kg.recognize.event_rows import find_event_rows, holds_function_word
from kg.recognize.named_quoted_around import begins_of
from kg.recognize.named_reach import reach_left
from kg.recognize.named_view import Head, View, propose

_TIME = r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:[上下]午|傍晚|晚上?|早上|清晨)?(?:\d{1,2}[时点]\d{0,2}分?许?)?"
_HELD = r"(?=(?:(?:\d{1,2}月)?\d{1,2}[日号](?:[上下]午|晚)?|今[天日]|昨[天日]|近日|日前|正式|隆重|盛大|成功|圆满|顺利)*(?:[在于][^，,。；\n]{1,24}?)?(?:举行|举办|召开))"
_CEREMONY = re.compile(
    rf"(?:^|(?<=[。！？；\n，,]))(?:{_TIME}|近日|日前|今[天日]|昨[天日]|当[天日]|同日|随后)[ ，,]?"
    r"(?:我国(?!驻)|我[省市县区])?((?:[^，,。；：:！？\n（）()的了]|（[\u4e00-\u9fff]{2,4}）){4,60}?[\u4e00-\u9fff]{2}(?:（[\u4e00-\u9fff]{2}）)?(?:仪式|典礼)(?:暨[^，,。；：:！？\n]{2,40}?)?)"
    + _HELD
)
_HOSTED = re.compile(
    r"((?<=[办持导]的)[^，,。；：:！？\n（）()的了]{4,60}?[\u4e00-\u9fff]{2}(?:仪式|典礼)暨[^，,。；：:！？\n的了]{2,40}?"
    r"|(?<=[设资建造施发产进]的)[^，,。；：:！？\n（）()的了和与]{4,40}?(?:开工|奠基|签约|投产|竣工|揭牌|启动|封顶|点火|启用|通车|落成)(?:仪式|典礼))"
    + _HELD
)
"""由甲主办、乙承办的|“丙”活动启动仪式暨首场演出|在丁举行; 由甲建设的|乙项目开工仪式|在丁举行."""
_BEHIND_BRACKETS = re.compile(
    r"(?<=[）)])([^，,。；：:！？\n（）()“”的了和与及]{2,20}?(?:签约|签字|签署|揭牌|启动|成立|开工|奠基|颁奖|授牌|挂牌|交接|捐赠)仪式)"
    + _HELD
)
"""甲院与乙公会（以下简称丙）|战略合作签约仪式|在丁举行."""
_SCENE = re.compile(
    r"(?:^|(?<=[。！？；\n，,]))在((?:“[^“”\n]{2,24}”)?[^，,。；：:！？\n（）()“”的了在]{3,40}?(?:仪式|典礼))(?=[上中]，)"
)
"""在|“甲”乙区招商大使聘任暨项目集中签约仪式|上，丙…."""
_SCENE_HELD = re.compile(
    r"(?<=[举召]行的|举办的|召开的)([^，,。；：:！？\n（）()“”的了在]{3,30}?(?:仪式|典礼)暨[^，,。；：:！？\n（）()“”的了在]{3,30}?(?:仪式|典礼)"
    r"|[^，,。；：:！？\n（）()“”的了在]{2,20}暨[^，,。；：:！？\n（）()“”的了在]{3,20}?(?:座谈会|推介会|交流会|恳谈会|洽谈会|对接会))(?=[上中]，)"
)
"""在丙区举行的|甲宣传月启动仪式暨重点项目签约仪式|上，丁…."""
_CLAUSE = re.compile(
    "举行|举办|召开|出席|参加|参与|主持|宣布|表示|见证|观看|期间|为期|旨在|标志|随着|为了|作为|前来|来到|一起|正式|隆重|[本此这该]次|^[该本此这]|^[与和及、]"
)
"""What makes a stretch a clause, or a name that points back."""
_CAMPAIGN = re.compile(
    rf"(?:^|(?<=[。！？；\n，,]))(?:{_TIME}|近日|日前|今[天日]|昨[天日]|当[天日]|同日|随后)[ ，,]?"
    r"(?:我国(?!驻)|我[省市县区])?([^，,。；：:！？\n（）()“”《》的了]{4,40}?(?:集中|联合)?(?:开工|竣工|投产|签约|揭牌|奠基|推介|路演|对接|洽谈|接待日|观摩|开放日|云签约)活动)"
    + _HELD
)
_TWOFOLD = re.compile(
    r"(?:(?<=[，。！？；\n：的日])|^)(?:近日|日前|今[天日]|昨[天日]|同日)?((?:“[^“”\n]{2,20}”)?[^，,。；：:！？\n（）()“”《》的了在]{2,24}暨[^，,。；：:！？\n（）()“”《》的了在]{2,24}(?:活动|行动))"
    r"(?=(?:近日|日前|今[天日]|昨[天日]|正式|隆重|盛大|成功|圆满|顺利|如期|火热|\d{1,2}[日号])*[在于][^，,。；\n]{1,36}?(?:举行|举办|启动|开展|开幕|开启|拉开))"
)
"""乡村儿童甲发放暨爱心捐赠活动|在乙学院举行: two things in one name."""
_FAR = 100
_YEAR = re.compile(r"[12][90]\d\d年")
_OPENED = re.compile(
    rf"(?:^|(?<=[。！？；\n，,]))(?:{_TIME}|近日|日前|今[天日]|昨[天日]|当[天日]|同日)[ ，,]?"
    r"((?:(?:19|20)\d\d年度?|首届|第[一二三四五六七八九十\d]+届)[^，,。；：:！？\n（）()的了]{6,50})"
    r"(?=(?:近日|日前|正式|隆重|顺利|成功)*[在于][^，,。；\n]{1,24}?(?:举行|举办|召开|启动|开幕|开赛|落幕|闭幕))"
)
"""2024年甲地区工会促进就业系列活动暨乙招聘会|在丙市举办: a year or an edition opens it, 在 ends it, whatever verbs it holds."""
_RITE = re.compile(
    r"(?:举行|举办)(?:了)?((?![本此该]次)[^，,。；：:！？\n（）()《》“”的了和与及]{2,30}“[^“”]{2,16}”[^，,。；：:！？\n（）()《》“”的了和与及]{0,12}?(?:仪式|典礼))"
    r"(?=[，。；\n、]|$)"
)
"""举行|甲中心乙服务区“司机之家”揭牌仪式: whatever stands before the quotes."""
_CONVENED = re.compile(
    r"(?:召开|举行|举办|主办|承办)(?:了)?(?:一[场次个]|[两三四五六七八九十\d]+[场次]|隆重|大型|盛大|热烈|专题|首场)?"
    r"((?![本此该这]|以|主题)[^，,。；：:！？\n（）()《》“”、的了和与及]{4,44}?)(?=[，。；\n]|并|$)"
)
"""召开|船员大慰问大走访工作座谈会: right behind the verb, to the end of the clause."""
_ATTENDED = re.compile(
    r"(?:参加|出席|见证|主持)了?(?:[中双我]方)?((?![本此该这]|以|主题)[^，,。；：:！？\n（）()《》“”、的了和与及]{4,30}?(?:仪式|典礼))(?=[，。；\n]|并|$)"
)
"""出席|校企合作捐赠签约仪式: right behind the verb, to the end of the clause."""
_DONE = "竣工|完工|移交|交接|投产|投运|并网|发电|合龙|封顶|通车|通航|落成|开工|动工|奠基|破土|揭牌|揭幕|下水|首航|点火|启用|开业|挂牌|签约|交付|验收|剪彩|开通|运营|试运行"
_BUILT = re.compile(rf"(?:举行|举办)(?:了)?((?:{_DONE}){{2,3}}仪式)")
SCORE = 2.0
CONVENED = ("meeting", "forum", "show", "contest", "ceremony", "festival")
_HEADS: tuple[tuple[str, EntityType], ...] = (("event_kinds", "Event"), ("programme_kinds", "Programme"))


def find_ceremonies(view: View) -> Iterator[Candidate]:
    """A ceremony from the start of its clause on, where it is held; a stretch with a verb of holding is no name."""
    text = view.scan.text
    rites = "仪式" in text or "典礼" in text or "会上，" in text
    told = (_CEREMONY, _HOSTED, _BEHIND_BRACKETS, _SCENE, _SCENE_HELD)
    for match in (match for one in told for match in one.finditer(text)) if rites else ():
        start, end = match.span(1)
        dash = text.rfind("——", start, end)
        start = start if dash < 0 else dash + 2  # 甲集团子公司——|乙公司丙项目奠基仪式
        whole = match[1].count("“") == match[1].count("”") and match[1].count("《") == match[1].count("》")
        if (
            whole
            and not _CLAUSE.search(match[1])
            and not holds_function_word(view, start, end)
            and view.scan.is_boundary(start)
        ):
            yield propose(view, start, end, "Event", "event:ceremony:whole", SCORE)


def find_opened(view: View) -> Iterator[Candidate]:
    """Events and activities that a year or an edition opens, from the start of their clause to 在, with 暨 or a verb inside."""
    scan, text = view.scan, view.scan.text
    for match in _OPENED.finditer(text) if "届" in text or _YEAR.search(text) else ():
        start, end = match.span(1)
        kind = next((t for c, t in _HEADS if scan.ending[c].get(end)), None)
        verbal = "暨" in match[1] or any(scan.tag(i) == "v" for i in range(start, end))
        if (
            kind is not None
            and verbal
            and scan.is_boundary(end)
            and not _CLAUSE.search(match[1])
            and not holds_function_word(view, start, end)
        ):
            yield propose(view, start, end, kind, f"{kind.lower()}:opened", SCORE)


def find_quoted_rites(view: View) -> Iterator[Candidate]:
    """Ceremonies for what is named in quotes, whole, right behind the verb of holding them."""
    for match in _RITE.finditer(view.scan.text) if "”" in view.scan.text else ():
        start, end = match.span(1)
        if not _CLAUSE.search(match[1]) and view.scan.is_boundary(start):
            yield propose(view, start, end, "Event", "event:ceremony:whole", SCORE)


def find_convened(view: View) -> Iterator[Candidate]:
    """Meetings and shows whose names hold verbs, between the verb of holding and the end of the clause."""
    scan, text = view.scan, view.scan.text
    attended = _ATTENDED.finditer(text) if "仪式" in text or "典礼" in text else ()
    for match in (*_CONVENED.finditer(text), *attended):
        start, end = match.span(1)
        heads = [s for s in scan.ending["event_kinds"].get(end, ()) if end - s > 1]
        if (
            not heads
            or view.lexicon["event_kinds"][text[heads[0] : end]] not in CONVENED
            or not scan.is_boundary(start)
        ):
            continue
        verbal = any(scan.tag(i) == "v" or view.verbs.get(scan.word(i)) for i in range(start, heads[0]))
        if (
            verbal
            and not holds_function_word(view, start, end)
            and heads[0] - start > 3
            and not _CLAUSE.search(match[1])
        ):
            yield propose(view, start, end, "Event", "event:convened", SCORE)


def find_built(view: View) -> Iterator[Candidate]:
    """A ceremony told by what was done to the work, where the works themselves hold it: 举行|竣工移交仪式."""
    text = view.scan.text
    for match in _BUILT.finditer(text) if "仪式" in text else ():
        yield propose(view, match.start(1), match.end(1), "Event", "event:ceremony:built", SCORE)


def find_campaigns(view: View) -> Iterator[Candidate]:
    """What is begun or signed together, called an activity, from the start of its clause on: 甲市春季重点工程集中开工活动."""
    text = view.scan.text
    joints = (match.start() for match in re.finditer("暨", text))
    twofold = (_TWOFOLD.search(text, max(0, at - _FAR), at + _FAR) for at in joints)
    told = (*_CAMPAIGN.finditer(text), *(match for match in twofold if match))
    for match in told if "活动" in text or "行动" in text else ():
        start, end = match.span(1)
        if not _CLAUSE.search(match[1]) and not holds_function_word(view, start, end) and view.scan.is_boundary(start):
            yield propose(view, start, end, "Programme", "programme:campaign", SCORE)


_PRIZED = re.compile(
    "[\u4e00-\u9fff]{0,6}?(?:颁奖|表彰|颁授|发布|授牌|揭牌|揭晓|命名|首发|启动|颁证|挂牌|授旗|宣讲|推介|成果)(?:暨[\u4e00-\u9fff]{2,12}?)?"
    "(?:典礼|仪式|大会|盛典|晚会|礼|发布会|推介会|会)(?![议员长])"
)


def find_prized(view: View) -> Iterator[Candidate]:
    """Ceremonies of several honours or works, each in quotes: 2018甲市“十佳企业”“十大人物”颁奖典礼.

    They begin with what stands before the first of the quotes.
    """
    text = view.scan.text
    if "”" not in text:
        return
    begins = begins_of(view)
    firsts = {quote.start: quote for quote in view.quotes}
    for quote in view.quotes:
        first = firsts.get(begins[quote.end])
        if first is None or first is quote or quote.mark in "《〈" or first.mark in "《〈":
            continue
        rite = _PRIZED.match(text, quote.end)
        if rite is not None and view.scan.is_boundary(rite.end()):
            reach = reach_left(view, Head(first.end, first.end, "Event", "ceremony"))
            yield propose(view, reach.start, rite.end(), "Event", "event:ceremony:prized", 2.4)


def find_rites(view: View) -> Iterator[Candidate]:
    """All of them."""
    yield from find_ceremonies(view)
    yield from find_campaigns(view)
    yield from find_built(view)
    yield from find_opened(view)
    yield from find_quoted_rites(view)
    yield from find_event_rows(view)
    yield from find_prized(view)
    yield from find_convened(view)
