"""What a paragraph carries at its two ends: dateline and byline in front, signatures and notes behind."""

from __future__ import annotations

import re

from kg.layout.credits import Credits, is_name, read_credits, read_names
from kg.layout.notes import Note, read_note
from kg.layout.words import CJK, Words

BRACKET = re.compile(r"\s*（([^（）]{1,90})）")
HEAD, TAIL = 80, 110
"""How far into a paragraph, from either end, its head and its tail can reach."""
# What every head has at least one of.
HINT = re.compile("讯|电|消息|信息|记者|通讯员|实习生|）：|^[（【]|日 ?/")
LAST_BRACKET = re.compile(r"[（【]([^（）【】]{2,90})[）】][。\s]*$")
BEHIND = re.compile(r"(?<=[。！？”…）])[\s—]*([^。！？”…]{2,60})$")
REPORTED = re.compile(r"\s*([^，。：；（）“”]{0,60}?(?:记者|通讯员|实习生)[^，。：；（）“”]{1,60}?报道)[：，。\s]")
UNTITLED = re.compile(rf"\s*([{CJK}]{{2,4}}(?:[、\s]+[{CJK}]{{2,4}}){{0,4}}\s*(?:摄影)?报道)(?=[：，。\s])")
"""Names alone behind the dateline: 甲报讯 乙丙、丁戊报道."""
DAY = re.compile(r"(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日")
"""The day between the names and 报道: 甲网记者乙丙4月9日报道."""
# 记者 甲乙 昨日…: each name ends at a space, or nothing would tell where the sentence begins.
SPACED = re.compile(rf"\s*((?:(?:本报)?(?:记者|通讯员|实习生)\s*[{CJK}]{{2,4}}(?:、[{CJK}]{{2,4}})*[\s、]+)+)")
SQUARE = re.compile(
    rf"\s*【(?P<medium>[{CJK}A-Za-z0-9·]{{2,12}}?)?(?:讯|报道)?[\s/|，、]*(?P<names>(?:见习|首席|特约)?(?:记者|通讯员)[^【】]{{1,50}})】"
)
"""【甲财经 记者 乙丙 丁戊】: the medium, whatever it is called, and its reporters."""
BOXED = re.compile(rf"\s*【(?P<medium>[{CJK}A-Za-z0-9·]{{2,12}}?)(?:讯|消息|(?:综合)?报道)】")
"""【甲日报讯】 before the byline."""
RELEASED = re.compile(
    rf"\s*[{CJK}、]{{2,16}}\s*(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?:电|讯)?\s*/(?:[A-Za-z]+[-—])?(?P<medium>[{CJK}]{{2,8}}|[A-Z][A-Za-z]+)(?:[-—][A-Za-z]+)?/\s*[-—]*\s*"
)
"""甲市1月2日电 /乙社/ --: how a service that spreads what firms announce puts its name."""
LEAD_MARK = re.compile(r"\s*(?:：|(?<=讯)，)?\s*")


def read_head(text: str, words: Words) -> tuple[int, Credits] | None:
    """Length and names of the dateline and byline that a paragraph begins with.

    本报讯（记者甲乙） · 甲社某市11月3日电 记者乙丙报道： · 甲网消息（新闻）： · （记者 甲乙） · 本报记者甲乙报道：
    """
    if not HINT.search(text, 0, HEAD):
        return None
    found = Credits()
    end = 0
    squared = SQUARE.match(text)
    if squared and (squared_names := read_credits(squared["names"], words)) and not squared_names.editors:
        medium = squared["medium"]
        own = medium is None or medium in words.own_media or medium in words.no_media
        return squared.end(), squared_names + Credits(agency=None if own else medium)
    if released := RELEASED.match(text):
        return released.end(), Credits(agency=released["medium"])
    dateline = words.dateline.match(text)
    if dateline:
        medium = dateline["medium"] or dateline["own"] or dateline["unknown"]
        if dateline["unknown"] in words.no_media:
            return None
        end = dateline.end()
        found = Credits(agency=None if medium in words.own_media else medium)
    elif (boxed := BOXED.match(text)) and words.medium.fullmatch(boxed["medium"]):
        end = boxed.end()
        found = Credits(agency=None if boxed["medium"] in words.own_media else boxed["medium"])
    while True:
        step = _byline(text, end, words, dateline=end > 0)
        if step is None:
            break
        end, names = step
        found += names
    if not end:
        return None
    mark = LEAD_MARK.match(text, end)
    return (mark.end() if mark else end), found


def _byline(text: str, start: int, words: Words, *, dateline: bool) -> tuple[int, Credits] | None:
    """The next bracket or row of names behind ``start``, its end and its names."""
    position = LEAD_MARK.match(text, start).end() if dateline else start  # type: ignore[union-attr]
    bracket = BRACKET.match(text, position)
    if bracket:
        names = read_credits(bracket[1], words) or (
            _signed(bracket[1], words) if dateline else _writer(bracket[1], words)
        )
        if names and not names.editors:
            return bracket.end(), names
        # The name of the programme: 消息（新闻）：
        if dateline and len(bracket[1]) <= 12 and text[bracket.end() : bracket.end() + 1] == "：":
            return bracket.end(), Credits()
        return None
    for pattern in (REPORTED, *((UNTITLED,) if dateline else ()), SPACED):
        row = pattern.match(text, position)
        names = read_credits(DAY.sub("", row[1]), words) if row else None
        if row and names and not names.editors:
            return row.end(1), names
    return None


def read_tail(text: str, words: Words) -> tuple[int, Credits | Note] | None:
    """Where the last note, signature or credit behind a paragraph's last sentence begins, and what it says."""
    behind = BEHIND.search(text, max(len(text) - TAIL, 0))
    if behind:
        said = read_note(behind[1].strip(), words) or read_credits(behind[1], words)
        # Names alone sign an article only where white space sets them apart from the sentence.
        if said is None and behind.start(1) > behind.start():
            said = _signed(behind[1], words)
        if said:
            return behind.start(1), said
    bracket = LAST_BRACKET.search(text, max(len(text) - TAIL, 0))
    if bracket:
        inner = bracket[1]
        said = read_note(bracket[0].strip(), words) or read_credits(inner, words) or _agency(inner, words)
        said = said or _signed(inner, words)
        if said:
            return bracket.start(), said
    return None


def _writer(text: str, words: Words) -> Credits | None:
    """（甲乙丙）3月16日，…: names alone that open a paragraph must all be likely."""
    names = read_names(text, words)
    sure = names and all(len(name) == 3 and is_name(name, words, alone=True) for name in names)
    return Credits(reporters=names) if sure else None


def _signed(text: str, words: Words) -> Credits | None:
    """Names alone; a single one of two characters could be any word (展示) and must be likely."""
    names = read_names(text, words)
    short = len(names) == 1 and len(names[0]) == 2
    return Credits(reporters=names) if names and (not short or is_name(names[0], words, alone=True)) else None


def _agency(text: str, words: Words) -> Credits | None:
    """（据新华社电）, （新华社）: the agency that a text in brackets names and nothing else."""
    medium = text.removeprefix("据").removesuffix("电").removesuffix("报道").strip()
    known = words.medium.fullmatch(medium) is not None and (medium in words.agencies or medium != text)
    return Credits(agency=medium.strip("《》")) if known and medium not in words.own_media else None
