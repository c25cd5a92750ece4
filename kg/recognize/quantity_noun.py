"""What a quantity counts: the noun behind its measure word, or the topic before its number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

Words = Sequence[tuple[int, int, str]]
"""Words of the text in order: start, end, tag of jieba's dictionary."""

_REACH = 30  # characters behind the measure word within which a clause before the noun must end
_PAUSE = re.compile("[，。；、：！？“（(\n]")
_ATTRIBUTE = ("n", "a", "b", "j", "vn", "eng", "l", "f", "s", "q", "m", "z", "nz", "ns", "nr", "nt", "i")
_HEAD = ("n", "vn", "j", "l", "eng", "an")
_TOWN = re.compile("[省市县区州旗镇乡]$")
_COUNTED = re.compile(r"[\d一二两三四五六七八九十百千万几数]+[个年月天日名家场次位]")
"""A phrase with a number of its own is not what is counted: 三年内培训5000人."""
_COMPARING = {"同比", "环比", "时隔"}  # nouns to jieba's dictionary
_SKIPPED_LEFT = ("v", "d", "p", "u", "c", "m", "r")

_RIGHT = re.compile("\\s?(?:以上|以下|左右)?的?([㐀-鿿·A-Za-z]{1,16})")
_LEFT = re.compile(
    "([㐀-鿿]{2,8}?)(?:已|共|总计|合计|累计|高|仅|只|已经|分别|增至|增加|有|达到?|为|约|超过?|近|[，：])*$"
)
STOP = re.compile("[在将被把是为和与及等从对到已获得参受来向由以让使并都均也还于就]")


def counted_noun(text: str, start: int, end: int, words: Words = ()) -> str:
    """The noun that the quantity at ``start:end`` counts, '' where there is none.

    With the words of the text it is a noun phrase; without them the characters up to the next function word.
    """
    if words:
        return _phrase_behind(text, end, words) or _phrase_before(text, start, words)
    right = _RIGHT.match(text, end)
    noun = STOP.split(right[1], maxsplit=1)[0] if right else ""
    if noun:
        return noun
    left = _LEFT.search(text, max(0, start - 10), start)
    return STOP.split(left[1])[-1] if left else ""


def _phrase_behind(text: str, end: int, words: Words) -> str:
    """The noun phrase that begins behind the measure word, or behind the clause that describes it (考入…的学生)."""
    pause = _PAUSE.search(text, end, end + _REACH)
    stop = pause.start() if pause else min(end + _REACH, len(text))
    begin = end + (text[end : end + 1] == "的")
    first = bisect_left(words, (begin, -1, ""))
    noun = _run(text, words, first, stop)
    if noun or first == len(words) or not words[first][2].startswith(("v", "p", "d")):
        return noun
    of = text.rfind("的", begin, stop)
    return _run(text, words, bisect_left(words, (of + 1, -1, "")), stop) if of >= 0 else ""


def _run(text: str, words: Words, first: int, stop: int) -> str:
    """The words from ``first`` on that may stand in a noun phrase, up to its last noun."""
    whole = _is_compound(words, first)
    index = last = first + 2 * whole if whole and words[first + 1][1] <= stop else first
    while index < len(words) and words[index][1] <= stop and words[index][2].startswith(_ATTRIBUTE):
        index += 1
        if words[index - 1][2].startswith(_HEAD):
            last = index
    return text[words[first][0] : words[last - 1][1]] if last > first else ""


def _is_compound(words: Words, at: int) -> bool:
    """Does a verb of two characters open a noun here: 阅读|点, 培训|班?"""
    if at + 1 >= len(words) or words[at][2] != "v":
        return False
    (start, end, _), (_, stop, tag) = words[at : at + 2]
    return end - start == 2 and stop - end == 1 and tag.startswith((*_HEAD, "k", "q", "m"))


def _phrase_before(text: str, start: int, words: Words) -> str:
    """The noun phrase before the number, over its verb and adverbs: 员工 in 员工85人, 成果 in 成果达75万项."""
    index = bisect_left(words, (start, -1, "")) - 1
    skipped = 0
    while index >= 0 and skipped < 3 and _is_skipped(text, words[index]):
        index -= 1
        skipped += 1
    last = index
    while index >= 0 and words[index][2].startswith(_ATTRIBUTE) and last - index < 4:
        index -= 1
    if last < 0 or index == last or not words[last][2].startswith(_HEAD):
        return ""
    phrase = text[words[index + 1][0] : words[last][1]]
    town = words[last][2] == "ns" and _TOWN.search(phrase) is not None
    if town or _COUNTED.match(phrase) or text[start - 1] == "的":
        return ""  # 甲区设立|36个点; 28个省份的|1500名选手: what is counted stands behind
    return phrase


def _is_skipped(text: str, word: tuple[int, int, str]) -> bool:
    """May the word stand between the topic and its number? Punctuation may not."""
    start, end, tag = word
    return text[start:end] in _COMPARING or tag.startswith(_SKIPPED_LEFT)
