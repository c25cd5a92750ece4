"""Services and sites without quotes that an article keeps speaking of and somebody sets up: 推出|工会服务卡…, 甲镇|便民食堂…."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose
from kg.recognize.scan import longest_terms

SCORE = 1.3
OFTEN = 4
LONGEST = 8
MOST_WORDS = 3
_kinds = longest_terms(
    "服务卡 快乐驿站 心灵驿站 爱心驿站 暖心驿站 工会驿站 劳动者驿站 母婴室 母婴关爱室 妈妈小屋 健康小屋 职工夜校 工会夜校 职工书屋 职工食堂 爱心食堂 托管班 暑托班 司机之家 骑手之家 职工学堂 工匠学堂 服务大篷车 法律直通车".split()
)
_SET_UP = re.compile(
    "打造|推出|建设|建成|建起|创建|发放|发行|推广|推进|开设|设立|开办|启用|揭牌|投用|创办|新增|首发|力推"
)
_INSIDE = ("n", "a", "j", "b", "z")
_NEAR = 14
QUOTES = ("“", "‘", "『", "「")
"""What is quoted anywhere is left to the quotes."""


def find_repeated(view: View) -> Iterator[Candidate]:
    """Every mention of what is named often enough, once at least behind a verb of setting up."""
    text, scan = view.scan.text, view.scan
    found = [(_start(view, start), end) for start, end, _ in _kinds(text) if scan.is_boundary(end)]
    if len(found) < OFTEN:
        return
    counts = Counter(text[a:b] for a, b in found)
    name, times = max(counts.items(), key=lambda item: (item[1], len(item[0])))
    spans = [(a, b) for a, b in found if text[a:b] == name]
    quoted = any(text[a - 1 : a] in QUOTES for a, _ in spans)
    if times < OFTEN or quoted or not any(_SET_UP.search(text, max(0, a - _NEAR), a) for a, _ in spans):
        return
    for start, end in spans:
        yield propose(view, start, end, "Programme", "programme:repeated", SCORE)


def _start(view: View, position: int) -> int:
    """Where the nouns before the kind begin, no place, verb or number among them."""
    scan, at = view.scan, position
    for _ in range(MOST_WORDS):
        if at == 0 or at in scan.ending["place"] or scan.text[at - 1] in "”）":
            break
        start, _, tag = scan.words[scan.word_at[at - 1]]
        word = scan.text[start:at]
        if len(word) < 2 or tag[:1] not in _INSIDE or word in view.verbs or position - start > LONGEST:
            break
        at = start
    return at
