"""Names by their place alone: between a post and a verb of speech (副主席|巴特尔|介绍), between a post and a mark."""

from __future__ import annotations

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
