"""Names that a surname leads: 王小明, 欧阳某某, 安倍晋三.

A span is proposed wherever a surname stands, with each length that a name can have; what speaks for it is
listed as pieces of evidence. Nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from kg.recognize.person_borders import NEXT, WORDS, begins_next, is_alone, is_word
from kg.recognize.person_names import UNKNOWN, Names
from kg.recognize.scan import Scan

HOPELESS = -7.0
"""Surname and given name together weigh so little that no context makes them a person."""

SURELY = 1.0
"""A surname of more weight is hardly the end of a given name."""

LIMIT = 4.0
"""No more than so much do the characters behind a short name speak against it."""


SPACES = frozenset(" \u3000")
SIDES = frozenset(
    "沙卢吉巴文古秘厄希荷比奥芬丹冰爱波斯罗保塞格亚突摩利苏莫赞津纳南博安尼加喀科多贝几布瓦萨汤库密帕基欧韩朝印伊土叙卡约黎肯"
    "哈乌塔蒙越老柬缅泰菲马新澳墨智哥委阿埃美英法德俄日中以"
)
"""Surnames that countries begin with: 卢方 is the side of a country."""

SIDES_HAVE = tuple("方 政府 军方 警方 外长 外交部 总统 总理 首相 媒体 议会 央行 国防部 当局".split())
"""What is a country's behind its short name."""

STREETS = frozenset("路街道区市县镇村")
"""中山北路 is no Japanese name."""

HALLS = frozenset("堂陵装舰")
"""中山堂 is called after somebody."""

ROSTER_SIGNS = frozenset("、，,（）() \u3000\n。；;")
JAPANESE_ENDS = frozenset("郎助子雄夫美江奈香斗介哉彦树翔辅佑菜织惠")
"""The last characters of given names of three: 龙太郎, 幸之助."""


FUNCTION_TAGS = "dcpr"
"""The first letters of jieba's tags of adverbs and the like: 居然 is no given name."""


NEVER = "never"
"""The value of words that are no names even behind a post."""

SHARED = re.compile("分(?:获|别|列|享|摘|夺|居)")
"""What several do, behind the last of them: 周立平|分获, whatever word the dictionary cuts."""


TITLES = ("烈士", "老人", "老师", "同志", "先生", "女士", "院士", "教授", "大夫", "医生")
"""Behind a name, though the dictionary has its last character and theirs as one word: 张志强|烈士."""

TRADE = ("小哥", "小妹")
"""What couriers are called, in the names of services for them: 暖小哥."""


_CLOSED = ("，", "。", "；", "、", "（")


class Span(NamedTuple):
    """A would-be name and what its characters say.

    ``shape`` is how the words cut it; ``worth`` is what evidence with a size adds up to, in this order: the weight of
    the surname (family), of the given name (given), how much better the name is with one character more (longer).
    """

    start: int
    end: int
    shape: str
    worth: tuple[float, ...]


def spans(scan: Scan, names: Names) -> Iterator[Span]:
    """Every span that starts with a surname, in order of its start; several lengths for one start."""
    text, begun, surnames, given = scan.text, scan.begun, names.surnames, names.given
    posts = scan.ending["posts"]
    titles = scan.starting["person_titles"]
    endings, speech, japan = names.endings, names.speech, names.japanese
    of_family, of_given, of_longer = (names.weights.get(name, 0.0) for name in ("family", "given", "longer"))
    size = len(text)
    for first_start, family_end, _ in names.leading(text):
        start = first_start
        while start < family_end and not begun[start] and start not in posts:
            start += 1  # 部长|孙甲: no 长孙
        if start == family_end or family_end >= size:
            continue
        if family_end - start > 1 and text[start] == "长" and start + 1 in posts:
            start += 1  # 理事长|孙甲
        family = text[start:family_end]
        if start > first_start and family not in surnames:
            continue
        named = start in posts
        if family in WORDS and is_word(scan, names, start, named):
            continue
        weight = surnames[family]
        japanese = family in japan
        if japanese:
            yield Span(start, family_end, "japanese", ())
        first = text[family_end]
        if first in SPACES:
            yield from _spaced(scan, names, start, family_end)
            continue
        if not "一" <= first <= "龥" or (family_end in titles and titles[family_end][0] - family_end > 1):
            continue
        if (family in SIDES and text.startswith(SIDES_HAVE, family_end)) or (japanese and first in HALLS):
            continue
        one = given.get(first, UNKNOWN)
        second = text[family_end + 1] if family_end + 1 < size else ""
        two = one[0] + given.get(second, UNKNOWN)[1] if "一" <= second <= "龥" else None
        end = family_end + 1
        joined = second == "和" and named
        closed = joined and text.startswith(_CLOSED, end + 1)
        if closed or (joined and scan.tag(end)[:1] == "c" and _is_verb(scan, names, end + 1)):
            yield Span(start, end + 1, "1.1.1", (of_family * weight, of_given * LIMIT))
            continue  # 副主席林永和主持大会, 董事长林永和，…: no verb or mark is joined to a name
        likely = weight + one[2] > HOPELESS and first not in endings and not (named and _is_adverb(scan, start, end))
        if likely and _may_be(names, text[start:end], named, speech):
            longer = -LIMIT
            if two is not None and begun[end] and begun[end + 1]:
                longer = max(longer, min(LIMIT, two - one[2]))
            worth = of_family * weight, of_given * one[2], of_longer * longer
            yield Span(start, end, _shape(scan, names, start, end), worth)
        if two is None:
            continue
        end += 1
        if first == "和" and is_alone(scan, family_end) and (surnames.get(second, 0.0) > SURELY or family == second):
            continue  # 张和罗: two surnames
        if family == "和" and first == second:
            continue  # 和丽丽: the word before a doubled name
        if second in NEXT and begins_next(scan, end - 1):
            continue
        if japanese and text[family_end:end] == "政权":
            continue
        ends = second not in endings or (japanese and second in JAPANESE_ENDS)
        if weight + two > HOPELESS and ends and _may_be(names, text[start:end], named):
            shape = _shape(scan, names, start, end)
            if japanese and (shape.endswith("2w") or second in STREETS):
                continue
            if shape == "3r" and weight + two < 0:
                shape = "3odd"  # the dictionary calls many a phrase a name; the characters disagree
            yield Span(start, end, shape, (of_family * weight, of_given * two))
        if japanese and text[end : end + 1] in JAPANESE_ENDS:
            yield Span(start, end + 1, "japanese3", (of_family * weight, of_given * two))


def _is_verb(scan: Scan, names: Names, at: int) -> bool:
    return scan.tag(at)[:1] == "v" and scan.word(at) in names.verbs


def _is_adverb(scan: Scan, start: int, end: int) -> bool:
    """Is it an adverb of the dictionary that a surname begins (家属|陆续|到达)?"""
    return scan.words[scan.word_at[start]] == (start, end, "d")


def _may_be(names: Names, word: str, named: bool, speech: Container[str] = ()) -> bool:
    """Is the span no word that never is a name (烈士|纪念日), nor a verb of speech (土总统|宣布)?"""
    known = names.not_names.get(word)
    return (known is None or (named and known != NEVER)) and word not in speech and not word.endswith(TRADE)


def _spaced(scan: Scan, names: Names, start: int, family_end: int) -> Iterator[Span]:
    """王 伟: a roster sets the two characters of a short name apart."""
    text = scan.text
    end = family_end + 2
    opened = start == 0 or text[start - 1] in ROSTER_SIGNS or start in scan.ending["posts"]
    roster = opened and (end >= len(text) or text[end] in ROSTER_SIGNS)
    if roster and end <= len(text) and "一" <= text[end - 1] <= "龥":
        only = names.given.get(text[end - 1], UNKNOWN)[2]
        family = names.weights.get("family", 0.0) * names.surnames[text[start:family_end]]
        yield Span(start, end, "spaced", (family, names.weights.get("given", 0.0) * only))


def _shape(scan: Scan, names: Names, start: int, end: int) -> str:
    """How the words cut the span: ``1.2r`` is one character and a word of two tagged as a name.

    ``g`` is a word that is a given name too, ``s`` a place, ``w`` any other word, ``x`` one that reaches over the end,
    ``m`` first of all says that the span starts inside a word.
    """
    words, index = scan.words, scan.word_at[start]
    begun = scan.begun[start]
    if words[index][1] > end > start + 1:
        return "x" if begun else "m.x"
    parts: list[str] = [] if begun else ["m"]
    position = start
    while position < end:
        _, word_end, tag = words[index]
        if word_end - position == 1:
            parts.append("1")
        elif word_end > end:  # 刘燕平等, 张建民和: the dictionary's 平等 and 民和 are none of the name's words
            parts.append("1" if word_end - end == 1 == end - position and _is_torn(scan, end) else "x")
        else:
            word = scan.text[position:word_end]
            if parts == ["1"] and tag[0] in FUNCTION_TAGS and word not in names.given_words:
                kind = "f"
            elif word in names.not_names:
                kind = "w"
            elif tag.startswith("nr"):
                kind = "r"
            elif position > start and word in names.given_words:
                kind = "g"
            else:
                kind = "s" if tag == "ns" else "w"
            parts.append(f"{word_end - position}{kind}")
        position = word_end
        index += 1
    return ".".join(parts)


def _is_torn(scan: Scan, end: int) -> bool:
    """Does what follows the name begin with the last character of the dictionary's word: 等, 和, 分获, 烈士?"""
    follows = scan.text[end]
    split = follows in "等和" or (follows == "分" and SHARED.match(scan.text, end) is not None)
    return (split or scan.text.startswith(TITLES, end)) and end not in scan.ending["posts"]
