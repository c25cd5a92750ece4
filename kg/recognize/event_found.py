"""Events that an expression finds whole: congresses, typhoons, leagues, titles between marks, studies, days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import EntityType
from kg.recognize.candidate import Candidate
from kg.recognize.named_reach import is_held
from kg.recognize.named_view import View, is_name_like, is_title, propose
from kg.recognize.quotes import SENTENCE_MARKS

WHOLE = ("contest", "show", "forum", "meeting", "festival", "ceremony")
_NUMBER = "[一二三四五六七八九十]"
_CONGRESS = re.compile(
    rf"(?:党的|中共|中国共产党(?:第)?)(?!十大)(?:{_NUMBER}{{1,4}}届(?:{_NUMBER}{{1,2}}中全会|中央委员会第{_NUMBER}{{1,2}}次全体会议)"
    rf"|{_NUMBER}{{1,4}}大(?![量型幅力小学会]|会址|纪念馆|旧址|展览))|(?<![第\d一二三四五六七八九十]){_NUMBER}{{2,4}}届{_NUMBER}{{1,2}}中(?:[、和]{_NUMBER}{{1,2}}中){{0,6}}全会"
)
_COUNTED = re.compile(f"[的共党]第?{_NUMBER}{{1,4}}[届大]")
"""What a congress is called by; a plenary session is called 全会."""
_DAY = re.compile(
    r"(?:世界|国际|全国|全民|中国|国家(?![\u4e00-\u9fff]{0,6}[部局委院办会团队司]))(?!各地|人民|青年们|乃至|宣布|公告|表示|发布|公布|方面|控股|集团|[将拟已在与及])(?:(?![的及和与])[\u4e00-\u9fff]){2,7}?(?:日|节)"
    r"(?![\u4e00-\u9fff]?[前后]?[报益子常程期元本军])"
)
_NO_DAY = re.compile(
    r"(?:佳节|春节|元宵节|清明节|端午节|中秋节|国庆节|生日|节日|使节|工作日|假日|交易日|[昨今次当每近某同明即中韩美对赴访驻抗侵在]日)$"
)
_STUDIED = re.compile(
    r"(?:省部级主要领导干部|[全各][省市区国县])?(?:深入)?学习(?:宣传)?贯彻(?:(?!学习贯彻)[^，。；！？\n在]){4,60}?"
    r"(?:座谈会|研讨会|研讨班|交流会|报告会|培训班|动员会|推进会|宣讲会|轮训班|部署会|工作会议|理论研讨会)(?!精神|上的)"
)
_MET = "(?:座谈会|大会|研讨会|学术会议|纪念会|报告会|招待会|音乐会|文艺晚会|晚会|交响音乐会|演唱会|论坛|展演|演出|庆典|纪念仪式|庆祝仪式)"
_REMEMBERED = re.compile(
    rf"(?P<name>(?:纪念|庆祝)(?:(?!纪念|庆祝|[，。；：！？“”\n]|今[天日晚]|昨[天日晚]|举行|召开).){{2,44}}?周年(?:优秀|大型|主题|专场|学术|文艺|庆祝|纪念)*(?:剧目|作品)?{_MET})"
)
_FOUNDED = re.compile(
    rf"(?:^|(?<=[\n，。：）；]))(?P<name>(?:(?!纪念|庆祝|[，。；：！？“”《》\n]|今[天日晚年]|昨[天日晚]|举行|召开|出席|在京|迎来|围绕|参加).){{4,40}}?"
    rf"(?:创办|创刊|成立|创建|建立|建[校院社台厂所馆军市县团队]|诞生|开播|开馆|开园|开通|通车|建交|实施|颁布|签署|投产|解放|回归|开工|首航|设立)[\d一二三四五六七八九十百]+周年(?:庆祝|纪念|主题|学术)*{_MET})"
)
"""What is remembered or was founded so many years ago, and the meeting for it."""
_CALLED = re.compile("(?:举行|举办|召开|出席|主持|参加|开办|^|\n)(?:了)?$")
_SHOWN = re.compile(r"《[^《》\n]{2,60}(?:展|展览|音乐会|演唱会)》")
_TITLED_SHOW = re.compile(
    r"《[^《》\n]{2,60}》(?:大型|主题|专题|图片|文物|文献|成就|实物|摄影|书画|特别)*(?:展览|展(?![区厅位出示开现]))"
)
_SIGNING = re.compile(
    r"《[^《》\n]{2,40}》(?:纪录片|影片|电影|新书|图书|丛书|专辑|电视剧|(?:[\u4e00-\u9fff]{1,6}[文语]版?[、和及]?){1,4}版?)?(?:联合)?(?:签署|签字|签约|首发|首播|首映|开播|发布|揭幕|赠书|研讨|出版|交接)(?:仪式|典礼|式|会)"
)
_BROADCAST = re.compile(r"[^《》，。；：“”\n]{0,20}?(?:节目|栏目|专栏|综艺|真人秀)(?P<name>《[^《》\n]{2,16}》)")
_TYPHOON = re.compile(r"(?:(?:今年)?第\d{1,2}号)?(?:超强|强)?(?:台风|飓风|热带风暴|热带气旋)“[\u4e00-\u9fff·]{2,8}”")
_LEAGUE = re.compile(
    r"(?<![A-Za-z])[A-Z]{2,6}(?:常规赛|季后赛|总决赛|全明星赛|全明星周末|揭幕战|联赛|公开赛|锦标赛|大师赛|巡回赛|挑战赛|冠军赛|年终总决赛|世界杯)"
)


def find_congresses(view: View) -> Iterator[Candidate]:
    """Congresses and plenary sessions of the party, and typhoons by name."""
    text = view.scan.text
    for match in _CONGRESS.finditer(text) if "全会" in text or _COUNTED.search(text) else ():
        yield propose(view, match.start(), match.end(), "Event", "event:congress", 2.2)
    for match in _TYPHOON.finditer(text) if "风“" in text or "暴“" in text or "旋“" in text else ():
        yield propose(view, match.start(), match.end(), "Event", "event:typhoon", 2.4)


def find_leagues(view: View) -> Iterator[Candidate]:
    """Rounds and games of what letters name: ABC常规赛."""
    text = view.scan.text
    for match in _LEAGUE.finditer(text) if "赛" in text or "杯" in text else ():
        yield propose(view, match.start(), match.end(), "Event", "event:league", 2.0)


def find_titled_shows(view: View) -> Iterator[Candidate]:
    """Exhibitions by a title of any length: 《甲乙——纪念某某胜利80周年》主题展览; what the title names is no event of theirs."""
    text = view.scan.text
    for match in _TITLED_SHOW.finditer(text) if "展" in text and "《" in text else ():
        yield propose(view, match.start(), match.end(), "Event", "event:titled", 2.0)
    for match in _SHOWN.finditer(text) if "《" in text else ():
        if is_held(view, match.end()):
            yield propose(view, match.start(), match.end(), "Event", "event:titled", 2.0)


def find_studies(view: View) -> Iterator[Candidate]:
    """Meetings for studying what somebody said, however long that is (学习贯彻甲同志重要讲话精神|座谈会), or for an anniversary."""
    yield from _anniversaries(view)
    text = view.scan.text
    for match in _STUDIED.finditer(text) if "贯彻" in text else ():
        start, end = match.span()
        called = _CALLED.search(text, max(0, start - 4), start) is not None or start == 0
        if view.scan.is_boundary(end) and (called or is_held(view, end)):
            yield propose(view, start, end, "Event", "event:studied", 2.4)


def find_long_quotes(view: View) -> Iterator[Candidate]:
    """What quotes bound however long it is, with the kind behind: “第三届甲活动暨乙洽谈会”, “甲乙——庆祝丙成立十周年图片展”."""
    text = view.scan.text
    for quote in view.quotes:
        words = quote.words(text)
        if quote.mark in "《〈" or quote.depth or is_name_like(text, quote) or not is_title(text, quote):
            continue
        if (type_ := _titled_type(view, quote.end - 1)) is not None and not SENTENCE_MARKS.search(words):
            yield propose(view, quote.start, quote.end, type_, f"{type_.lower()}:quotes", 2.2)


def _titled_type(view: View, end: int) -> EntityType | None:
    """What a title names that ends here: an event, a programme, or neither."""
    lexicons: tuple[tuple[str, EntityType, tuple[str, ...]], ...] = (
        ("event_kinds", "Event", WHOLE),
        ("programme_kinds", "Programme", ("project", "activity")),
    )
    for category, type_, classes in lexicons:
        start = next(iter(view.scan.ending[category].get(end, ())), None)
        whole = start is not None and (end - start > 1 or view.scan.is_boundary(start))  # not 发|展
        if start is not None and whole and view.lexicon[category][view.scan.text[start:end]] in classes:
            return type_
    return None


def _anniversaries(view: View) -> Iterator[Candidate]:
    """纪念甲学家、乙学家丙逝世400周年座谈会, 甲节目创办暨乙事业诞生75周年座谈会: whatever words and marks stand between."""
    text = view.scan.text
    for expression in (_REMEMBERED, _FOUNDED) if "周年" in text else ():
        for match in expression.finditer(text):
            start, end = match.span("name")
            called = _CALLED.search(text, max(0, start - 4), start) is not None or start == 0
            if view.scan.is_boundary(end) and (called or is_held(view, end)):
                yield propose(view, start, end, "Event", "event:anniversary", 2.4)


def broadcast_before(view: View, start: int, stop: int) -> list[Candidate]:
    """The broadcast whose final or gala begins at ``start``, behind what kind of broadcast it is: 甲台综艺节目|《乙》年度总决赛."""
    match = _BROADCAST.match(view.scan.text, start, stop)
    if match is None:
        return []
    return [propose(view, *match.span("name"), "Programme", "programme:broadcast:inner", 1.4)]


def find_signings(view: View) -> Iterator[Candidate]:
    """Ceremonies for what stands between book marks: 《甲公约》签署仪式, 《乙》首播式."""
    text = view.scan.text
    for match in _SIGNING.finditer(text) if "《" in text else ():
        yield propose(view, match.start(), match.end(), "Event", "event:signing", 2.0)


def find_days(view: View) -> Iterator[Candidate]:
    """World and national days."""
    scan = view.scan
    for match in _DAY.finditer(scan.text):
        start, end = match.span()
        if not _NO_DAY.search(match.group()) and scan.is_boundary(end) and scan.is_boundary(start):
            yield propose(view, start, end, "Event", "event:day", 1.2)
