"""Rows of programmes that each end in the same word: 甲乙工程、丙丁工程、戊己工程; 甲乙计划、丙丁月等专项活动."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE, SURER = 1.6, 2.6
SHORTEST, SHORTEST_BUILT = 6, 4
"""道路工程、桥梁工程 are kinds of work; what is told to be built is not."""
LEAST = 3

_WORD = r"[^，。；：、！？“”‘’《》\s的了和与及等\d]"
_ROW = re.compile(rf"{_WORD}{{4,12}}(?P<kind>工程|行动|计划)(?:、{_WORD}{{2,10}}(?P=kind)){{2,}}")
_PROJECT = r"[^，。；：、！？“”‘’《》\s的了]{4,30}?(?:项目|工程)"
_PROJECTS = re.compile(rf"{_PROJECT}(?:、{_PROJECT}){{2,}}(?=[，。；等共和])")
_CLOSING = re.compile(r"等(?:[\d.]+万?多?|多|一系列|系列)?[项场个次]*(?:系列|专项|主题|重点)?活动")
"""How a row of activities ends; few texts have it."""
_CLOSED = re.compile(
    rf"(?P<one>{_WORD}{{2,8}}(?:计划|行动|工程|月|周))、(?P<two>{_WORD}{{2,8}}(?:计划|行动|工程|月|周)){_CLOSING.pattern}"
)
_LEAD = re.compile(
    "^(?:分别|主要|其中|本次|此次|是|有|包括|包含|涉及|涵盖|建设|新建|签约|开工|落户|引进|开展|实施|推进|推出|启动|落实|抓好|为|重点|先后|大力|深入|组织|继续|全面)+"
)


_OWNED = re.compile("[^，。；]{2,12}?(?:集团|公司|股份)(?:旗下|下属|所属|控股)的?(?=[^，。；]{6})")
"""Whose the firm is that builds it: 甲集团旗下|乙公司芯片生产项目."""
_SUM = r"(?:总|计划|估算|概算|固定资产|累计|静态总)?投资(?:额|规模)?(?:约|近|超|超过|达|逾|为)?[\d.,]+多?(?:万|亿|千万)?(?:元|人民币|美元|欧元|港元)(?:人民币)?"
_INVESTED = re.compile(
    rf"{_SUM}的(?:[\u4e00-\u9fff]{{2,8}}?——)?([^，。；：！？“”‘’《》\s的了]{{4,40}}?(?:项目|工程)(?:[一二三四五]期)?)"
    r"(?=[，。；、！\n等和及与于在将已]|[今昨]天|日前|近日|正式|开工|竣工|投产|落户|签约|启动|建成|奠基|顺利|举行|集中|$)"
)
_NO_NAME_OPENS = "所有|全部|这|该|此|本|上述|以上|整个|目前|各|每|首|自|从|随着|国内|新建|签约|开工|招商|产业|重[点大]|建设|投资|其[他余]|[一二两三四五六七八九十几多\\d]"
_MAKES = re.compile(
    rf"(?:^|(?<=[。；！\n])|(?<=其中，)|(?<=[说示道绍]，))(?!其中)((?!{_NO_NAME_OPENS})"
    r"[^，。；：！？、“”‘’《》\s的了为是将由在使让把被对]{4,30}?项目)"
    r"(?=(?:主要)?(?:生产|从事|建设内容)|(?:计划)?(?:总投资|占地|用地)|建成(?:后|投产)|(?:全部|整体)?(?:达产|投产)后|投资[商方人]"
    r"|位于|坐落|选址|由[^，。；]{2,20}?(?:投资|承建|建设|实施|开发)|以[^，。；]{2,8}(?:模式|方式)|是[^，。；]{2,30}?(?:的|之一)"
    r"|(?:日前|近日|正式|顺利|成功|已|于|[今昨]天)*(?:开工|竣工|投产|落户|落地|封顶|奠基|并网|签约|通过[^，。；]{0,10}(?:验收|评审)))"
)
"""甲车用钢管及零部件项目|主要生产, |建成后, |投资商: what only a work does, at the start of a sentence."""
_BEGUN = re.compile(
    rf"(?:^|(?<=[。；！\n])|(?<=近日，)|(?<=日前，)|(?<=[今昨]天，)|(?<=日，)|(?<=其中，)|(?<=据悉，)|(?<=目前，)|(?<=[获得]悉，)|(?<=[说示道绍]，)|(?<=[承投]建的)|(?<=[建开]设的)|(?<=开发的)|(?<=实施的)|(?<=宣布)|(?:位于|坐落于|坐落在|地处)[^，。；\n的]{{2,20}}的)((?!{_NO_NAME_OPENS})"
    r"(?:(?!——|共同|出席|宣布|部分|有的|一些|灾后|下达|批准|对|加快|推进)[^，。；：！？、“”‘’《》\s的了是将使让把被在为]){6,34}?(?:项目|工程)(?:[一二三四五]期(?:工程)?)?)"
    r"(?=(?:今天|昨天|日前|近日|已|正式|全面|顺利|成功|同步|全线|如期|提前|建成)*(?:开工|动工|竣工|投产|投运|投用|通车|封顶|奠基|并网|贯通|试车|(?:加快|加速|有序|稳步)推进|进展顺利|总投资|计划总投资)(?![^，。；]{0,6}(?:仪式|典礼|活动|大会)))"
)
"""甲福至乙塘大桥拓宽改建工程|正式开工: whatever words stand between the clause's start and what only works do."""
_PROPER = frozenset("nz nr nt ns nrt nrfg j x eng".split())
_WON = re.compile(
    r"(?:(?<!候)(?:中标|预中标)|承建|承揽|总承包)(?:了|的)?(?:[近约超逾]?过?[\d.,]+(?:亿|万)元?(?:的)?)?(?:[^，。；：！？“”\s]{2,16}?——)?((?![的了后人价率单通金额方公])[^，。；：！？“”‘’《》\s的了为是将由]{6,45}?(?:项目|工程)(?:[一二三四五]期)?)"
    r"(?=[，。；、！\n等和及与于在]|中标|建设|施工|[今昨]天|日前|近日|$)"
)
_BUILT_BY = re.compile(
    r"(?:承建|参建|承揽|总承包|投资建设|开发建设|承担建设|施工建设)的((?![一两三四五六七八九十几多数首该本])[^，。；：！？“”‘’《》\s的了为是将由]{4,40}?(?:项目|工程))"
    r"(?!公司|部|局|师|技术|量|款|质量|造价|进度|建设|负责|经理|[中里]|之一|机械)"
)
_ERECTS = re.compile(
    r"(?:(?:投资|合作|计划|规划|联合|共同|拟|将)(?:建设|新建|兴建|投建)|(?<![待续共筹创在])(?:新建|兴建|投建|参建|承建|承揽|中标|签约|引进)|[在于](?P<where>[^，。；：“”\s]{2,14}?)(?:建设|建成|建起|打造|布局))了?"
    r"(?P<name>(?![的了后人价率单通金额方公近约超逾一两三四五六七八九十几多数首该本这此各全重大更\d])[^，。；：！？“”‘’《》\s、的了为是将由在并与]{6,40}?项目(?:[一二三四五]期)?)"
    r"(?=[，。；、！\n等和及与]|[今昨]天|日前|近日|$)"
)
"""中标|搬迁技改项目, 在甲区建设|乙钢丝生产线改造项目: whatever words stand between the verb of building and 项目."""
_GENERIC = re.compile(
    "^(?:[\\d一二三四五六七八九十两几多余]+[个项大]|重大|重点|建设|投资|产业|该|此|这|上述|首批|一批|[^\\W\\d类]?类)*(?:项目|工程)$"
    "|等[\\d一二两三四五六七八九十多余]*[个项]?[\u4e00-\u9fff]{0,4}(?:项目|工程)$"
    "|(?:重点|重大|民生|标志性|示范|一号|样板|精品|代表性|基础设施)(?:民生|建设|基建)?(?:项目|工程)$"
)


_SORT = re.compile(
    r"宣布|见证|出席|——|来|督查|调研|考察|视察|检查|进驻|再添|走访|参观|[\d一二两三四五六七八九十]+个|首[个座批例]|最[大高长早]|^(?:随着|到\d|平均)|(?:重大|重点|优质|各类|多个|一批|相关|产业|基础设施|配套|民生|扶贫|高质量|招商|类)(?:建设|投资|产业|合作|工业)?项目"
)
"""What sort of works they are, no one's name."""
_NAMED = r"[^，。；：、！？“”‘’《》\s了]{4,30}?(?:项目|工程|基地|园区?|中心|平台|综合体|生产线|工厂|产业城|科技城|小镇|枢纽|电站|研究院|总部|港)(?:[一二三四五]期)?"
_TOLD = re.compile(
    rf"项目(?:主要|分别|还|中)*(?:包括|包含|有|为|是|涉及|涵盖)[：:]?(?P<items>{_NAMED}(?:、{_NAMED}){{1,12}}(?:[和及]{_NAMED})?)(?=等|[。；，])"
)
"""签约项目包括：甲产业园、乙制造基地、丙平台."""
_WORKS = r"[^，。；：！？“”‘’《》\s的了等、]{4,30}"
_COUNTED_WORKS = re.compile(
    rf"(?:承建|参建|承揽|总承包|施工|承担|建设|监理|设计|勘察|开发|申报|选送|报送)的(?P<items>{_WORKS}(?:、{_WORKS}){{1,12}}?)"
    r"等[\d一二两三四五六七八九十多]+[个项](?:[\u4e00-\u9fff]{2,4})?(?:工程|项目)"
)
"""承建的甲大桥、乙隧道等5项工程."""
_PAID = re.compile(r"PPP|EPC|EPCO|EPC\+O|BOT|BOO|TOT|ROT|特许经营")
_CONCESSION = re.compile(
    rf"[^，。；：！？“”‘’《》\s]{{4,60}}?(?:{_PAID.pattern})[\u4e00-\u9fff]{{0,8}}?(?:项目|工程)(?![\u4e00-\u9fff]{{0,2}}(?:公司|部))"
)


_IN_A_CLAUSE = re.compile("[的了为]|中标|承建|签[订署约]|收到|发布|确定|通过|[亿万]元|公司")


def find_concessions(view: View) -> Iterator[Candidate]:
    """Works by how they are paid for, from the place that opens their name on: 甲县河堤（乙段）加固及码头工程PPP项目."""
    scan = view.scan
    for match in _CONCESSION.finditer(scan.text) if _PAID.search(scan.text) else ():
        starts = (at for at in range(match.start(), match.end() - SHORTEST) if _opens_place(view, at, match.start()))
        start = next((at for at in starts if _is_whole(scan.text[at : match.end()])), None)
        if start is not None:
            yield propose(view, start, match.end(), "Programme", "programme:concession", SCORE)


def _is_whole(name: str) -> bool:
    """Is it one name, with its brackets, and no clause: who won it for how much is none of it?"""
    return name.count("（") == name.count("）") and _IN_A_CLAUSE.search(name) is None


def _opens_place(view: View, at: int, first: int) -> bool:
    """Does a place begin here, behind a mark, a verb or a particle?"""
    scan = view.scan
    places = scan.starting["place"].get(at, ())
    if not any(end - at > 1 for end in places) or not scan.is_boundary(at):
        return False
    return at == first or not scan.text[at - 1].isalnum() or scan.tag(at - 1)[:1] in ("v", "u", "p", "c")


def find_invested(view: View) -> Iterator[Candidate]:
    """What so much is invested in or a tender was won for, however it is called: 总投资6亿元的|甲集团机床厂改造项目."""
    text = view.scan.text
    found = [*_INVESTED.finditer(text)] if "投资" in text else []
    made = _MAKES.finditer(text) if "项目" in text else ()
    found += [match for match in made if not _SORT.search(match[1])]
    won = _WON.finditer(text) if "中标" in text or "承" in text else ()
    built = _BUILT_BY.finditer(text) if "建的" in text or "设的" in text or "包的" in text else ()
    found += [match for match in (*won, *built) if match.start(1) in view.scan.starting["place"]]
    for match in found:
        if not _GENERIC.search(match[1]) and view.scan.is_boundary(match.start(1)):
            yield propose(view, match.start(1), match.end(1), "Programme", "programme:invested", SCORE)
    for match in _BEGUN.finditer(text) if "项目" in text or "工程" in text else ():
        start = match.start(1)
        known = start in view.scan.starting["place"] or start in view.scan.starting["organization_names"]
        named = known or view.scan.tag(start) in _PROPER or len(view.scan.word(start)) == 1
        if named and not _GENERIC.search(match[1]) and not _SORT.search(match[1]) and view.scan.is_boundary(start):
            yield propose(view, *match.span(1), "Programme", "programme:invested", SURER)
    for match in _ERECTS.finditer(text) if "项目" in text else ():
        there = match["where"] is None or match.start("where") in view.scan.starting["place"]
        if there and not _GENERIC.search(match["name"]) and not _SORT.search(match["name"]):
            yield propose(view, *match.span("name"), "Programme", "programme:invested", SCORE)


def find_programme_rows(view: View) -> Iterator[Candidate]:
    """Every item of such a row under its own name."""
    text = view.scan.text
    if "程、" in text or "动、" in text or "划、" in text:
        for match in _ROW.finditer(text):
            yield from _items(view, match.start(), match.end(), least=LEAST)
    if "项目、" in text:
        for match in _PROJECTS.finditer(text):
            yield from _items(view, match.start(), match.end(), least=LEAST)
    for match in _TOLD.finditer(text) if "项目" in text else ():
        yield from _items(view, *match.span("items"), least=1, score=SURER)
    for match in _COUNTED_WORKS.finditer(text) if "程" in text or "项目" in text else ():
        yield from _items(view, *match.span("items"), least=1, shortest=SHORTEST_BUILT, score=SURER)
    if _CLOSING.search(text):
        for match in _CLOSED.finditer(text):
            yield from _items(view, match.start("one"), match.end("two"), least=1)


def _items(
    view: View, start: int, end: int, least: int, shortest: int = SHORTEST, score: float = SCORE
) -> Iterator[Candidate]:
    """The items between 、, the first without the verb before it."""
    text = view.scan.text
    lead = _LEAD.match(text[start:end])
    spans = []
    at = start + (lead.end() if lead else 0)
    for item in text[at:end].split("、"):
        owned = _OWNED.match(item)
        spans.append((at + (owned.end() if owned else 0), at + len(item)))
        at += len(item) + 1
    if len([1 for a, b in spans if b - a >= shortest]) >= least:
        for a, b in spans:
            if b - a >= shortest - 1:
                yield propose(view, a, b, "Programme", "programme:row", score)
