"""Brigades and hospitals that a number names in everyday short forms: 交警四大队, 特勤二中队, 大医附二院, 市一院."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.model import Mention
from kg.recognize.candidate import Candidate
from kg.recognize.scan import Scan

_NUMBER = "(?:[一二三四五六七八九]|十[一二三四五六]?|[1-9][0-9]?)"
_BRIGADE = re.compile(rf"(?:交警|特警|巡警|刑警|消防|特勤|高速|治安|巡特警){_NUMBER}(?:支队|大队|中队)")
_HOSPITAL = re.compile(
    "(?<=[，。、；（在到往至入于从由据和被了])"
    "(?:[\u4e00-\u9fff]{1,3}医(?:大|院)?(?:附属?)[一二三四五六]院|[\u4e00-\u9fff]{1,2}医大?[一二三四五六]院|[省市县区州][一二三四五六]院)"
    "(?![长校系所])"
)
"""Behind a border, for the dictionary knows none of the short forms of medical schools."""


def numbered_bodies(scan: Scan, done: Mapping[int, Candidate]) -> Iterator[Candidate]:
    """The brigades and hospitals that no longer name in ``done`` ends in."""
    text = scan.text
    for match in _BRIGADE.finditer(text) if "队" in text else ():
        if match.end() not in done:
            yield _candidate(match, "army")
    for match in _HOSPITAL.finditer(text) if "院" in text else ():
        if match.end() not in done:
            yield _candidate(match, "hospital")


def _candidate(match: re.Match[str], family: str) -> Candidate:
    name = match[0]
    return Candidate(
        Mention(match.start(), match.end(), "Organization", name, "organization:numbered", name, family), 1.6
    )
