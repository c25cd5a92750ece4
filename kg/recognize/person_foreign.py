"""Names written by sound: 奥巴马, 希拉里·克林顿, 买买提·艾力.

Runs of characters that transliterations use are cut where an ordinary word begins; a middle dot joins two runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.recognize.person_chinese import Span
from kg.recognize.person_context import STANDING_FOR
from kg.recognize.person_names import Names
from kg.recognize.scan import Scan

LONGEST = 8
"""The most characters of one part of a foreign name."""

LONGEST_TOLD = 5
"""From this length on names are alike."""

DOTS = frozenset("·•・‧∙")
DOT = re.compile("[·•・‧∙]")
ENDS = ("、", "，", "。", "；")
"""What stands behind a name whose end is a word of the dictionary too: 众议长穆拉多|利萨、."""
LAST = ("地", "得", "都")
"""Particles that end a name where a mark stands behind them: 买买提·瓦尔|地、."""
QUOTES, UNQUOTES = ("“", "‘"), ("”", "’")
DASH = re.compile("(?<=[一-龥])[-－—–](?=[一-龥])")
NOT_BEHIND_DASH = re.compile(
    r"[法市省州县区镇段线路站港号](?!长)|高速|铁路|公路|高铁|航线|班列|管道|航班|方向|地区|机场|战役|雪山|海峡|边境|走廊|自治|指数|公司|合资|联合|合作|两地|等地|等多"
)
"""What makes a pair of two names joined by a dash: an act of two authors, a line, a firm, a province."""
MOST_OTHERS = 2
"""How many characters of other words a name joined by a dash may have."""
NAME_TAGS = ("nr", "ns", "nz", "nt", "ng", "g", "j", "x", "zg", "o")
"""Words of these tags may be a piece of a name that the dictionary does not know."""


SIDE = 2
PLACES = re.compile(
    "[市县](?![长委政区场里面上内民议])|(?:[、和及与][\u4e00-\u9fff·、]{2,54}?)?等(?:多[地国]|地(?![方区位图])|城市|[州县镇省岛](?![长委]))"
)
"""Behind a name of places: 利摩日市, 甲和乙等地."""


def foreign_spans(scan: Scan, names: Names) -> Iterator[Span]:
    """Runs without a dot, and names of two parts or more joined by dots or dashes."""
    for match in names.foreign.finditer(scan.text):
        for start, end in _segments(scan, names, match.start(), match.end()):
            if (end - start == SIDE and scan.text[end - 1] == "方") or PLACES.match(scan.text, end):
                continue  # 斯方: the side of a country; 梅罗和吉尔斯等地
            yield from _with_trims(scan, names, start, end)
    yield from _dotted(scan, names)


def _segments(scan: Scan, names: Names, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a run that no ordinary word, place or body interrupts."""
    words, word_at, text = scan.words, scan.word_at, scan.text
    posts = scan.ending["posts"]
    places = scan.starting["place"]
    bodies = scan.starting["organization_names"]
    position = begin = start
    while position < end:
        word_start, word_end, tag = words[word_at[position]]
        word = text[word_start:word_end]
        foreign = (
            word_end - word_start == 1
            or word in names.famous
            or (word_end == end and text[end : end + 1] in ENDS and word_start > begin and _titled(scan, begin))
            or (
                word_end <= end
                and word_start == position
                and (tag.startswith(NAME_TAGS) or word_start in posts)
                and word not in names.not_names
                and (_titled(scan, begin) or not _of_places(places, word_start, word_end))
                and word_end not in bodies.get(word_start, ())
            )
        )
        if not foreign:
            if position - begin > 1:
                yield begin, position
            begin = word_end
        position = word_end
    if end - begin > 1:
        yield begin, end


def _titled(scan: Scan, begin: int) -> bool:
    """Does a post stand before it, one that is no verb: 代表沙特 speaks for a country?"""
    return begin in scan.ending["posts"] and not scan.text.endswith(STANDING_FOR, 0, begin)


def _of_places(places: Mapping[int, Sequence[int]], start: int, end: int) -> bool:
    """Is the word a place, or two of them: 法国巴黎?"""
    if end - start < 4:
        return end in places.get(start, ())
    return any(stop == end or (stop - start > 1 and end in places.get(stop, ())) for stop in places.get(start, ()))


def _with_trims(scan: Scan, names: Names, start: int, end: int) -> Iterator[Span]:
    """The stretch, and the stretch without a single character at either end, which may be a word of its own."""
    if end - start > LONGEST:
        return
    yield from _span(scan, names, start, end)
    if end - start > 2:
        if scan.is_boundary(start + 1):
            yield from _span(scan, names, start + 1, end, cut=start)
        if scan.is_boundary(end - 1):
            yield from _span(scan, names, start, end - 1, cut=end - 1)


def _span(scan: Scan, names: Names, start: int, end: int, *, cut: int = -1) -> Iterator[Span]:
    sounds, text = names.sounds, scan.text
    if text[start:end] in names.not_names or text[end : end + 1] in DOTS or (start and text[start - 1] in DOTS):
        return
    if text[max(0, start - 1) : start] in QUOTES and text[end : end + 1] in UNQUOTES:
        return  # a rocket, a storm, a ship
    strong = count_strong(names, text[start:end])
    _, word_end, tag = scan.words[scan.word_at[start]]
    size = min(end - start, LONGEST_TOLD)
    named = word_end == end and tag.startswith("nr")
    shape = f"f:nr{size}" if named else "f:word" if word_end == end else f"f:{size}"
    if strong == 0 and not named and (end - start < 3 or start not in scan.ending["posts"]):
        return
    weigh = names.weights.get
    worth = [weigh("strong", 0.0) * strong, weigh("weak", 0.0) * (end - start - strong)]
    if cut >= 0:
        worth.append(weigh("cut-left" if cut < start else "cut-right", 0.0) * float(sounds[text[cut]]))
    yield Span(start, end, shape, tuple(worth))


def count_strong(names: Names, word: str) -> int:
    """How many of the characters stand in hardly anything but transliterations?"""
    return [names.sounds.get(character) for character in word].count("2")


def _dotted(scan: Scan, names: Names) -> Iterator[Span]:
    """Names with dots: the words next to the outer dots, grown while words of transliteration adjoin."""
    text = scan.text
    joints = [m.start() for m in DOT.finditer(text)]
    if "-" in text or "—" in text or "－" in text or "–" in text:
        joints = sorted(joints + [m.start() for m in DASH.finditer(text)])
    done = -1
    parts = {start: end for start, end, _ in names.parts(text)} if joints else {}
    ends = {end: start for start, end in parts.items()}
    for number, joint in enumerate(joints):
        if joint <= done:
            continue
        start = min(_grow_left(scan, names, joint), ends.get(joint, joint))
        end = max(_grow_right(scan, names, joint + 1), parts.get(joint + 1, 0))
        for following in joints[number + 1 :]:
            if following != end:
                break
            end = _grow_right(scan, names, following + 1)
            done = following
        if start == joint or end == joint + 1:
            continue
        end += text.startswith(LAST, end) and text[end - 1] in names.sounds and text[end + 1 : end + 2] in ENDS
        kind = "dot" if text[joint] in DOTS else "dash"
        quoted = text[max(0, start - 1) : start] in QUOTES and text[end : end + 1] in UNQUOTES
        if kind == "dash" and (quoted or NOT_BEHIND_DASH.match(text, end)):
            continue
        letters = [c for c in text[start:end] if c in names.sounds]
        strong = sum(names.sounds[c] == "2" for c in letters)
        others = sum("一" <= c <= "龥" for c in text[start:end]) - len(letters)
        if kind == "dash" and others > MOST_OTHERS:
            continue  # 自行车赛-女子组
        weigh = names.weights.get
        worth = weigh("dotted-strong", 0.0) * min(4.0, strong), weigh("dotted-other", 0.0) * others
        yield Span(start, end, f"f:{kind}", worth)


def _grow_left(scan: Scan, names: Names, joint: int) -> int:
    start = joint
    while start > 0 and joint - start < LONGEST:
        word_start, _, tag = scan.words[scan.word_at[start - 1]]
        word = scan.text[word_start:start]
        if not "一" <= word[-1] <= "龥" or start in scan.ending["posts"]:
            break
        sounding = all(character in names.sounds for character in word)
        # 更 in 艾力更·甲 ends a name: right before a dot it is no adverb
        inner = len(word) == 1 and start == joint and scan.text[word_start - 1 : word_start] in names.sounds
        if not sounding and not inner and (start < joint or tag[:1] in "pcudrvm"):
            break
        titled = word_start in scan.ending["posts"]  # 议长|马尼萨-甲: what stands behind a post is a name
        if start < joint and len(word) > 1 and not tag.startswith(NAME_TAGS) and not titled:
            break
        start = word_start
    return start


def _grow_right(scan: Scan, names: Names, begin: int) -> int:
    end = begin
    text, size = scan.text, len(scan.text)
    while end < size and end - begin < LONGEST:
        _, word_end, tag = scan.words[scan.word_at[end]]
        word = text[end:word_end]
        if not word or not "一" <= word[0] <= "龥":
            break
        sounding = all(character in names.sounds for character in word)
        single = (
            end > begin
            and len(word) == 1
            and tag[:1] not in "pcudrvm"
            and text[word_end : word_end + 1] in names.sounds
        )
        if not sounding and not single and (end > begin or len(word) > 3):
            break
        sounds_on = sounding and names.sounds.get(text[word_end : word_end + 1]) == "2"  # 万多 in 莱万多夫斯基
        if end > begin and len(word) > 1 and not tag.startswith(NAME_TAGS) and not sounds_on:
            break
        end = word_end
    return end
