"""Persons named by half: 张先生, 李师傅, 刘总, 老王, 小李, 陈某. Who they are is for the resolve room to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.person_behind import after
from kg.recognize.person_borders import HOLDING
from kg.recognize.person_context import before
from kg.recognize.person_names import LIKELY, UNKNOWN, Names
from kg.recognize.scan import Scan

ADDRESSED = 1.5
"""Surname and title: sure enough to stand, weaker than any full name."""

NICKED = 0.3
"""老王 and the like may be a word's beginning; the context has to add to it."""

MASKED = 2.0
"""陈某 is nobody else."""

AMBIGUOUS = -2.2
"""Surnames of less weight are ordinary words before a title: 向记者, 原局长."""

ADDRESSES = frozenset(("先生", "女士", "小姐", "师傅", "大爷", "大妈", "大姐", "太太", "老师", "同学"))
ADDRESS_LEAST = -4.2
"""Before a pure form of address more characters are surnames: 于先生."""

SURNAME_BEFORE = -2.0
"""白林同志 is no 林同志: from this weight on the character before is taken for the surname."""

TO_POST = frozenset("候并后曾被将继兼续")
"""候任议员, 并任主席: the verb, no surname."""

FOND = -1.0
SIDES_OF_A = frozenset("方国军")
"""阿方, 阿军: the side and the army of a country."""

OF_STATES = frozenset("乌俄美法德英日伊叙埃土巴阿秘智菲塞波以")
STATE_POSTS = frozenset("总统 总理 首相 外长 防长 议长 副总统 副总理 国王 女王".split())
"""乌总统: of what country."""

NAME_TAGS = ("nr", "nz", "a")

PREFIXES = re.compile("[小老阿]")
MASK = "某"


def familiar_spans(scan: Scan, names: Names) -> Iterator[tuple[int, int, float]]:
    """``(start, end, score)`` of every surname with a title, a prefix or a mask."""
    text = scan.text
    for start, ends in scan.starting["person_titles"].items():
        for length in (1, 2):
            begin = start - length
            family = text[max(0, begin) : start]
            weight = min(2.0, names.surnames.get(family, -9.0))
            if begin < 0 or weight < ADDRESS_LEAST:
                continue
            end = ends[0]
            least = ADDRESS_LEAST if text[start:end] in ADDRESSES or _listed(text, begin, start) else AMBIGUOUS
            if ends[0] in scan.starting["organization_names"].get(begin, ()):
                continue  # 康师傅, the firm
            if weight < least or family in names.japanese or not _opens(scan, names, begin, start):
                continue
            if text[begin:end] in names.not_names or (family in OF_STATES and text[start:end] in STATE_POSTS):
                continue  # 何处, 乌总统
            if text[start] == MASK:
                yield begin, _masked_end(scan, names, start), MASKED
            elif end - start > 1:
                if scan.is_boundary(end):
                    yield begin, end, ADDRESSED + 0.3 * max(0.0, weight) + 0.3 * _context(scan, names, begin, end)
            elif weight > 0:
                yield begin, end, NICKED + _context(scan, names, begin, end)
    yield from _nicknames(scan, names)
    for match in PREFIXES.finditer(text):
        begin, end = match.start(), match.start() + 2
        if names.surnames.get(text[begin + 1 : end], -9.0) > -0.5 and scan.words[scan.word_at[begin]][0] == begin:
            word_end = scan.words[scan.word_at[begin]][1]
            if word_end == begin + 1 or word_end == end:
                yield begin, end, NICKED + _context(scan, names, begin, end)


def _nicknames(scan: Scan, names: Names) -> Iterator[tuple[int, int, float]]:
    """小梅, 阿鸣, 浩浩: said more than once, of characters of names, and beside words of persons somewhere."""
    text = scan.text
    for match in names.nicknames.finditer(text):
        start, end = match.span()
        name = text[start:end]
        if name[1] in "小阿" or name in names.not_names or text.count(name) < 2:
            continue
        if name[0] == "阿" and name[1] in SIDES_OF_A:
            continue
        first, last, tag = scan.words[scan.word_at[start]]
        whole = last == end and tag.startswith(NAME_TAGS)
        apart = last == start + 1 and scan.is_boundary(start + 1)
        if first == start and scan.is_boundary(end) and (whole or apart):
            yield start, end, FOND + _context(scan, names, start, end)


def _listed(text: str, begin: int, mask: int) -> bool:
    """Does 某 follow a surname in a list of such (张某、南某)?"""
    return text[mask] == MASK and text[begin - 1 : begin] == "、"


def _context(scan: Scan, names: Names, start: int, end: int) -> float:
    """What stands around counts as it does for full names."""
    weights = names.weights
    return weights.get(before(scan, names, start), 0.0) + weights.get(after(scan, names, end), 0.0)


def _opens(scan: Scan, names: Names, start: int, title: int) -> bool:
    """Is this a lone surname, or the surname of a word that is a name with its title, and no end of a name?"""
    word_start, word_end, tag = scan.words[scan.word_at[start]]
    whole = word_end in scan.starting["person_titles"].get(title, ())  # 毛主席: one word of the dictionary
    if word_start != start or not (word_end == title or whole or tag.startswith("nr")):
        return False
    if scan.text[start] == "任" and start and scan.text[start - 1] in TO_POST:
        return False
    if start == 0 or start in scan.ending["posts"]:
        return True
    if scan.text[start - 1] == "驻":
        return False  # 驻伊代表
    if scan.text[start] in HOLDING and scan.text[start - 1].isalnum():
        return False  # 乙任总经理
    if scan.text[title] == MASK and names.surnames[scan.text[start:title]] > 0:
        return True  # 博兴薛某
    left_start, left_end, left_tag = scan.words[scan.word_at[start - 1]]
    if left_tag.startswith("nr") or left_tag[0] in "mq":
        return False
    return left_end - left_start > 1 or names.surnames.get(scan.text[start - 1], -9.0) < SURNAME_BEFORE


def _masked_end(scan: Scan, names: Names, start: int) -> int:
    """Behind 某, 某某, or the last character of a given name whose first one is masked: 王某明."""
    text, end = scan.text, start
    while end < len(text) and text[end] == MASK:
        end += 1
    given = end - start == 1 and names.given.get(text[end : end + 1], UNKNOWN)[1] > LIKELY
    lone = given and scan.is_boundary(end) and scan.is_boundary(end + 1)
    return end + 1 if lone and scan.tag(end)[:1] not in "pvdcu" else end
