"""Lines that belong to the page and not to the text: continuation, source, editors, masthead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.layout.credits import BULLET, Credits, read_credits
from kg.layout.words import Words

PAGE_DATE = re.compile(r"(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?")
WHEN = re.compile(rf"^{PAGE_DATE.pattern}(?:\s*\d{{1,2}}[：:]\d{{2}}(?:[：:]\d{{2}})?)?|^(?:发布)?时间[：:]")
# What else stands beside a masthead or over a page.
FURNITURE = re.compile(
    r"星期[一二三四五六日天]|周[一二三四五六日]|(?:农历|乙|甲|丙|丁|戊|己|庚|辛|壬|癸)\S{1,8}[年月初十廿][^\s，。]{0,6}"
    r"|第?\s*[A-Z]?\d{1,3}\s*版(?:[：·\s]*\S{1,8})?|第?[一二三四五六七八九十]{1,3}版|今日\S{1,3}版"
    r"|总?第\s*\d+\s*期|\d{1,2}[：:]\d{2}(?:[：:]\d{2})?|CN\s*[\d\-/]+|国内统一\S*刊号|邮发代号|代号\S{0,8}"
    r"|(?:网址|邮箱|电话|热线|传真|地址)[：:]?\s*[\x21-\x7e]*|(?:https?|www)\S+|\S+@\S+|要闻|版面|导读"
)
SPARE = re.compile(r"[\s\d（）()【】\[\]|/：:、，\-—·《》.]+")
PART = re.compile(r"\s+(?=[^\s：]{2,6}：)")
# What every note has at least one of.
HINT = re.compile("[版：编期@/.年月]|星期|[导看目]")
GUIDE = re.compile("(?:今日|本期|本报|版面)?(?:导读|导览|看点|目录)")
LONGEST_HEADER, MOST_PARTS = 90, 6
TIME_LABEL = re.compile("^(?:发布|发表|更新|发稿)?(?:时间|日期)：\\s*")
COUNTED = re.compile("(?:浏览|点击|阅读|访问|人气|字号|字体|分类|栏目|评论)[^：]{0,3}：")
"""What else a site writes over its articles."""
DAY = re.compile(r"\d{1,2}月\d{1,2}日")
PAGE_NUMBER = re.compile(
    r"https?:|www\.|第?\s*[A-Z]?\d{1,3}\s*版|第[一二三四五六七八九十]{1,3}版|总?第\s*\d+\s*期|星期[一二三四五六日天]"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the page; at most one of its fields is set, none for editors and the like."""

    continued_on: str | None = None
    continued_from: str | None = None
    source: str | None = None
    date: str | None = None


def read_note(text: str, words: Words) -> Note | None:
    """What a line is as a whole: 下转第2版, 来源：甲报, 责任编辑：甲乙, 《甲报》（2025年11月3日 2版); else None."""
    text = BULLET.sub("", text).strip()
    if not 1 < len(text) <= 90 or not HINT.search(text):
        return None
    leads = words.continuation.fullmatch(text)
    if leads:
        target = re.sub(r"\s", "", leads["target"])
        on = words.continuations[leads["word"]] == "to"
        return Note(continued_on=target) if on else Note(continued_from=target)
    source = words.source.fullmatch(WHEN.sub("", text).strip())
    if source:
        return Note(source=source["medium"], date=_date(text))
    parts = PART.split(text)
    if len(parts) > 1:
        notes = [read_note(part, words) for part in parts]
        return next((note for note in notes if note and note.source), notes[0]) if all(notes) else None
    names = read_credits(text.strip("（）"), words)
    if names and names.editors:
        return Note()
    return _masthead(text, words)


def read_header(text: str, words: Words) -> tuple[Note, Credits] | None:
    """What a line says that has a source or a date and who wrote it: 2025年11月3日 来源：甲报 作者：乙丙."""
    parts = PART.split(BULLET.sub("", text).strip()) if len(text) <= LONGEST_HEADER and "：" in text else ()
    if not 1 < len(parts) < MOST_PARTS:
        return None
    notes = [_of_header(TIME_LABEL.sub("", part), words) for part in parts]
    credits = [None if note else read_credits(part, words) for note, part in zip(notes, parts, strict=True)]
    told = [note for note in notes if note]
    named = [names for names in credits if names and names.reporters]
    if not told or len(named) != 1 or len(told) + len(named) < len(parts):
        return None
    source = next((note.source for note in told if note.source), None)
    return Note(source=source, date=next((note.date for note in told if note.date), None)), named[0]


def _of_header(part: str, words: Words) -> Note | None:
    """What a piece of such a line says: a source, a date, how often it was read."""
    if COUNTED.match(part) or WHEN.fullmatch(part):
        return Note(date=_date(part))
    return read_note(part, words)


def _masthead(text: str, words: Words) -> Note | None:
    """A line of a date, a page number or a paper's name, with nothing else that says something."""
    date = PAGE_DATE.search(text)
    if DAY.fullmatch(text) or GUIDE.fullmatch(text):
        return Note()
    if not date and not PAGE_NUMBER.search(text):
        return None
    rest = SPARE.sub(" ", FURNITURE.sub(" ", PAGE_DATE.sub(" ", text))).strip()
    if not rest or words.medium.fullmatch(rest):
        return Note(date=_date(text))
    return None


def _date(text: str) -> str | None:
    found = PAGE_DATE.search(text)
    if not found:
        return None
    year, month, day = map(int, found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None
