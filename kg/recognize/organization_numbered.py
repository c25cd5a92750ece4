"""Brigades and hospitals that a number names in everyday short forms: 交警四大队, 特勤二中队, 大医附二院, 市一院."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.scan import Scan

_NUMBER = "(?:[一二三四五六七八九]|十[一二三四五六]?|[1-9][0-9]?)"
_BRIGADE = re.compile(rf"(?:交警|特警|巡警|刑警|消防|特勤|高速|治安|巡特警){_NUMBER}(?:支队|大队|中队)")
_HOSPITAL = re.compile(
    "(?<=[，。、；（在到往至入于从由据和被了])"
    "(?:[\u4e00-\u9fff]{1,3}医(?:大|院)?(?:附属?)[一二三四五六]院|[\u4e00-\u9fff]{1,2}医大?[一二三四五六]院|[省市县区州][一二三四五六]院)"
    "(?![长校系所])"
)
"""Behind a border, for the dictionary knows none of the short forms of medical schools."""
_WORKS = re.compile(
    rf"(?:第?{_NUMBER}研?究?院)?第?(?:[0-9]{{2,4}}|[一二三四五六七八九〇○]{{2,4}})(?:厂|所|院)(?![长区])"
    rf"|第?{_NUMBER}院(?![长区士])"
    rf"|(?:采油|采气|炼油|炼铁|炼钢|轧钢|焦化|化工|化肥|烯烃|纺织|水泥|发电|热电|机械|选煤|洗煤){_NUMBER}厂(?!长)"
)
"""Behind a group of industry its works and institutes go by numbers: 甲集团|一院211厂."""
_COMMAND = re.compile(
    r"“\d{1,2}[·.•・]\d{1,2}”"
    "(?:(?:抢险|救援|灭火|扑火|抗洪|防汛|抗震|救灾|搜救|救治|医疗|处置|应急|善后|处理|前线|现场|联合|调查|专项|工作|指挥)+"
    "(?:指挥部|领导小组|调查组|工作组)|专案组)"
)
"""A body called by the day of what it is there for; where the accident stands in the name, that is the name."""

_SCHOOL = re.compile(
    "(?:[一二三四五六七八九]|十[一二三四五六七八九]?)(?:职专|职高|职中|技校|完小|实小|中(?![队国央学心型小年月线方级期级层间路])|小(?![队学时区组型人])|幼(?![儿]))"
)
"""Behind its place: 甲市一中, 乙市一职专."""
SCORE = 1.6


def numbered_bodies(scan: Scan, done: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """The brigades and hospitals that no longer name in ``done`` ends in."""
    text = scan.text
    for match in _BRIGADE.finditer(text) if "队" in text else ():
        if match.end() not in done:
            yield as_body(text, *match.span(), "numbered", SCORE, "army")
    for match in _COMMAND.finditer(text) if "”" in text else ():
        yield as_body(text, *match.span(), "numbered", SCORE, "government")
    for match in _SCHOOL.finditer(text):
        starts = scan.ending["place"].get(match.start())
        if starts and match.end() not in done and scan.is_boundary(match.end()):
            yield as_body(text, min(starts), match.end(), "numbered", SCORE, "school")
    for match in _HOSPITAL.finditer(text) if "院" in text else ():
        if match.end() not in done:
            yield as_body(text, *match.span(), "numbered", SCORE, "hospital")


def numbered_works(scan: Scan, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The works and institutes of the groups among ``found``, with the group's name before them."""
    groups = {
        c.mention.end: c.mention
        for c in found
        if c.mention.text.endswith(("集团", "公司", "油田", "石化", "电科", "中核"))
    }
    for end, group in groups.items():
        if works := _WORKS.match(scan.text, end):
            yield as_body(scan.text, group.start, works.end(), "numbered", 2.0, group.value)
