"""Names by their place alone: between a post and a verb of speech (副主席|巴特尔|介绍), between a post and a mark, in a roster (县领导甲、乙、丙)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.person_context import STANDING_FOR
from kg.recognize.person_names import Names
from kg.recognize.scan import Scan

SCORE = 1.2
LONGEST = 6
SHORTEST = 2
SOUNDING = 3
"""From this length on characters of transliterations may be whatever the dictionary takes them for."""
NAMES = ("nr", "x")
"""Tags of words of the dictionary that may be a name."""
NOUNS = ("n", "a", "j", "b", "z", "g", "x", "i")
"""First letters of the tags of characters that a name may consist of."""
ADDRESSES = ("总", "某", "姐", "哥", "叔", "嫂", "姨", "爷", "们", "者", "员", "长", "方", "家")
FULL = 3
MARKS = ("，", "、", "。", "；")
LEADERS = ("主席", "书记", "主任", "组长", "部长", "局长", "院长", "校长", "会长", "秘书长", "董事长", "经理", "总裁")
LEAST = -2.0
FAMILIAR = ("小", "老")


def told_spans(scan: Scan, names: Names) -> Iterator[tuple[int, int]]:
    """What stands alone between a post and a verb of speech, if it is no word of the dictionary but a name."""
    text = scan.text
    for start in scan.ending["posts"]:
        if text.endswith(STANDING_FOR, 0, start) or start in scan.starting["place"]:
            continue  # 代表甲国表示
        if _is_listed(scan, names, start):
            yield start, start + FULL
            continue
        for end in range(start + SHORTEST, start + LONGEST + 1):
            if _speaks(scan, names, end):
                if text[start:end].isalpha() and _is_name(scan, names, start, end):
                    yield start, end
                break
            if not text[end - 1 : end].isalpha():
                break


def _is_listed(scan: Scan, names: Names, start: int) -> bool:
    """Do a surname and two characters that make no word stand between a leader's post and a mark: 组长|李安镇，?"""
    text, end = scan.text, start + FULL
    if text[end : end + 1] not in MARKS or not text.endswith(LEADERS, 0, start) or not text[start:end].isalpha():
        return False
    if names.surnames.get(text[start : start + 1], LEAST) <= LEAST or not (
        scan.is_boundary(start) and scan.is_boundary(end)
    ):
        return False
    given = {scan.words[scan.word_at[i]][:2] for i in range(start + 1, end)}
    lone = all(last - first == 1 for first, last in given)
    return lone and not any(scan.tag(i)[:1] in "pcudrmtqfy" for i in range(start + 1, end))


def _speaks(scan: Scan, names: Names, at: int) -> bool:
    """Does a verb of speech begin here, and end where a clause or what is said may begin?"""
    start, end, _ = scan.words[scan.word_at[at]] if at < len(scan.text) else (0, 0, "")
    return start == at and scan.text[at:end] in names.speech


def _is_name(scan: Scan, names: Names, start: int, end: int) -> bool:
    word = scan.text[start:end]
    if (
        not scan.is_boundary(start)
        or word in names.not_names
        or word in names.verbs
        or word.startswith(FAMILIAR)
        or word.endswith(ADDRESSES)
    ):
        return False
    others = sum(char not in names.sounds for char in word)
    sounds = end - start >= SOUNDING and others <= (end - start > SOUNDING)
    at = start
    while at < end:
        _, stop, tag = scan.words[scan.word_at[at]]
        fits = tag.startswith(NAMES) if stop - at > 1 else sounds or tag.startswith(NOUNS)
        if not fits:
            return False
        at = stop
    return True


LEAST_ITEMS = 3
RARE = -3.0
"""The weight of a character that is hardly ever a surname."""
USUAL = -1.5
SHARE = 0.5
"""So many of the items begin with a usual surname."""

_ROSTER = re.compile(
    "(?:[省市县区州旗镇乡院校局厂]|班子|公司|集团|老)领导(?:同志|班子成员|干部)?(?:有|包括)?[：:]?"
    "(?P<names>(?:[\u4e00-\u9fff]{2,4}、){2,}[\u4e00-\u9fff]{2,4}?)"
    "(?=[，。；及等和与（(]|出席|参加|陪同|到会|参会|列席|见证|分别|一同|一起|共同|带队|率|深入|走访|调研|参与|先后|为|在|到|也|现场|观看|检查|慰问)"
)
_NO_NAME = re.compile("[的了是等及和与各]|[部局委办厅处室院校会]$|书记|主任|主席|领导|代表|同志|市长|县长|区长")


def roster_spans(scan: Scan, names: Names) -> Iterator[tuple[int, int]]:
    """The people of a roster: behind 县领导 all the items up to the verb, whatever their characters mean elsewhere."""
    for match in _ROSTER.finditer(scan.text) if "领导" in scan.text else ():
        items = match["names"].split("、")
        if len(items) < LEAST_ITEMS or any(_NO_NAME.search(item) for item in items):
            continue
        usual = sum(names.surnames.get(item[0], RARE) > USUAL for item in items)
        if usual < len(items) * SHARE:
            continue
        at = match.start("names")
        for item in items:
            whole = len(item) < 4 or item[:2] in names.surnames
            if whole and (item[0] in names.surnames or len(item) == FULL):
                yield at, at + len(item)
            at += len(item) + 1
