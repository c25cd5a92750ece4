"""Chinese text primitives; every function that rewrites text keeps its length, so offsets never move."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final
from unicodedata import east_asian_width

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_KEPT = "！（），：；？"
_FOLD: Final = {
    **{code: plain for code, plain in _WIDE.items() if chr(code) not in _KEPT},
    0x3000: 0x20,  # ideographic space
    0x00A0: 0x20,  # no-break space
    0x2022: 0xB7,  # • as the dot inside a name
    0x30FB: 0xB7,  # ・ likewise
    0xFF65: 0xB7,  # ･ likewise
}
_MARKS: Final = {"(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_HALF_MARK = re.compile(r"(?<=[㐀-鿿”’》）」』])[(),:;?!]|[(),:;?!](?=[㐀-鿿“‘《（「『])|(?<=[)(])[,:;?!]")

_CJK = re.compile("[㐀-䶿一-鿿〇豈-﫿\U00020000-\U0003ffff]")
_OUTER = {"“": "”", "‘": "’", '"': '"', "'": "'", "《": "》", "〈": "〉", "『": "』", "「": "」"}

_SENTENCE_END = re.compile(r"[。！？!?…]+[”’』」》）)]*(?:\s*\n\s*)?|\n\s*")
_QUOTE = re.compile("[“『「《]|[”』」》]|\n")
_CLOSING = {"”", "’", "』", "」"}
_SPEAKER = re.compile(
    "[^，。！？；：“”\n]{0,24}(?:说|道|表示|介绍|坦言|感慨|感叹|回忆|称|指出|强调|认为|解释|透露|补充|告诉[^，。：]{1,8})[道说着]?[。，：！？…]"
)
_CLAUSE_MARK = re.compile("[，；：。！？…,;:!?\n]+[”’』」》）)]*|——")
_ATOMIC = re.compile(
    "（[^（）\n]*）|\\([^()\n]*\\)|《[^《》\n]*》|“[^“”\n]{0,20}”|『[^『』\n]{0,20}』|「[^「」\n]{0,20}」"
)

# GB 2312 sorts its 3,755 commonest characters by pinyin: where in it each initial begins
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_INITIALS = "abcdefghjklmnopqrstwxyz"
_STARTS = tuple(int.from_bytes(c.encode("gb2312"), "big") for c in _FIRST)
_LAST = int.from_bytes("座".encode("gb2312"), "big")


def fold(text: str) -> str:
    """Full-width digits, letters, % and signs to half-width, one code point for one.

    Chinese punctuation (，。：；？！（）“”《》、) stays as it is: it is what the rules read. Half-width marks stay
    too, because a comma or colon may stand in a number; ``fold_marks`` turns those that belong to Chinese.

    >>> fold("８日１４时，占６．５％（约）")
    '8日14时，占6.5%（约）'
    """
    return text.translate(_FOLD)


def fold_marks(text: str) -> str:
    """Half-width ( ) , : ; ? ! beside a Chinese character to the Chinese mark; those inside numbers stay.

    >>> fold_marks("本报讯(记者 甲乙):共1,000人,9:30出发")
    '本报讯（记者 甲乙）：共1,000人，9:30出发'
    """
    return _HALF_MARK.sub(lambda m: _MARKS[m[0]], _HALF_MARK.sub(lambda m: _MARKS[m[0]], text))


def spans_of(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in the text, none within another.

    >>> list(spans_of("甲乙", "甲乙和甲乙"))
    [(0, 2), (3, 5)]
    """
    at = text.find(words) if words else -1
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))


def is_cjk(char: str) -> bool:
    """Is it one Chinese character (〇 included, punctuation not)?"""
    return _CJK.fullmatch(char) is not None


def strip_quotes(name: str) -> str:
    """The name without the quotes or book marks around all of it.

    >>> strip_quotes("“暖心行动”"), strip_quotes("“暖心”行动"), strip_quotes("《“甲”与“乙”》")
    ('暖心行动', '“暖心”行动', '“甲”与“乙”')
    """
    while len(name) >= 2 and _OUTER.get(name[0]) == name[-1] and _encloses(name):
        name = name[1:-1]
    return name


def _encloses(name: str) -> bool:
    """Does the first mark close only at the last character?"""
    left, right = name[0], name[-1]
    if left == right:
        return left not in name[1:-1]
    depth = 0
    for char in name[:-1]:
        depth += (char == left) - (char == right)
        if depth == 0:
            return False
    return True


def sentence_ends(text: str) -> list[int]:
    """Offsets behind each sentence, ascending, the end of the text always the last (none for an empty text).

    A sentence ends after 。！？… with the closing marks attached, and at a newline (which belongs to it, with the
    white space behind). Inside quotes nothing ends; a quote that closes with 。” ends one, unless its
    speaker follows (“……。”甲乙说。). A ； ends none. A quote that its line never closes counts as no quote.
    """
    if not text:
        return []
    quotes = _quoted(text)
    ends: list[int] = []
    index = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        while index < len(quotes) and quotes[index][1] < end:
            index += 1
        inside = index < len(quotes) and quotes[index][0] < match.start() and end < quotes[index][1]
        if "\n" not in match[0] and (inside or (match[0].rstrip()[-1:] in _CLOSING and _SPEAKER.match(text, end))):
            continue
        if match[0][0] in "!?" and end < len(text) and text[end].isascii() and text[end].isalnum():
            continue  # the query of a web address
        ends.append(end)
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


def _quoted(text: str) -> list[tuple[int, int]]:
    """Outermost quotes and titles that close on their own line: from the opening mark to behind the closing one.

    A title (《走吧！》) closes only with its own mark, a quote with none of a title's.
    """
    spans: list[tuple[int, int]] = []
    start = -1
    for match in _QUOTE.finditer(text):
        mark = match[0]
        if mark == "\n":
            start = -1
        elif mark in "“『「《":
            start = match.start() if start < 0 else start
        elif start >= 0 and (mark == "》") == (text[start] == "《"):
            spans.append((start, match.end()))
            start = -1
    return spans


def clauses(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The spans of ``text[start:end]`` between ，；：。！？ and ——, closing mark included; they join to the whole.

    A bracket, a title in book marks and a short quote are never cut.
    """
    stop = len(text) if end is None else end
    whole = [m.span() for m in _ATOMIC.finditer(text, start, stop)]
    spans: list[tuple[int, int]] = []
    begin, index = start, 0
    for mark in _CLAUSE_MARK.finditer(text, start, stop):
        while index < len(whole) and whole[index][1] <= mark.start():
            index += 1
        if index < len(whole) and whole[index][0] < mark.start() and mark.end() <= whole[index][1]:
            continue
        if mark[0] in ",:" and text[mark.end() : mark.end() + 1].isdigit():
            continue  # 1,000 and 9:30
        spans.append((begin, mark.end()))
        begin = mark.end()
    if begin < stop:
        spans.append((begin, stop))
    return spans


def width(text: str) -> int:
    """Columns that the text takes on a terminal: wide characters count two.

    >>> width("总工会 ok")
    9
    """
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def initials(text: str) -> str:
    """The initials of the pinyin of common characters; letters and digits as they are, '?' for what is rare.

    >>> initials("市总工会A座")
    'szghaz'
    """
    return "".join(map(_initial, text))


def _initial(c: str) -> str:
    if c.isascii():
        return c.lower() if c.isalnum() else ""
    try:
        code = int.from_bytes(c.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return "?"
    if not _STARTS[0] <= code <= _LAST:
        return "" if code < _STARTS[0] else "?"
    return _INITIALS[bisect_right(_STARTS, code) - 1]
