"""What a clause's subject means where it is not a name that stands before the verb: 该项目, 我国, 距甲市3公里的乙厂."""

from __future__ import annotations

import re

from kg.extract.chunks import Chunk
from kg.extract.clauses import Clause, follows, modifies
from kg.extract.context import Context, Items, heads, of_types
from kg.extract.signs import COUNTRY, ENDING, Item, Reading
from kg.model import ARTICLE

NATION = ("我国", "全国共", "全国已", "全国有", "国内")
"""How a clause about the whole country begins."""
_POINTING = re.compile("^(?:这|该|此|本|整)(?:[一两])?(?:项|个|次|届|场|家|支|条|座|部|所|艘|架|起|类|套)?")
_LONGEST = 5
"""Characters of the longest noun that means a name by its end."""
_SHORTENED = 7
_ACCORDING = ("据", "根据", "按", "按照", "依据")
_FIGURES = re.compile(
    "(?:最新|近日|日前|今天|昨[天日]|发布|公布|提供|披露|的|初步)*(?:统计|数据|测算|监测|调查|显示|通报|估算|普查)"
)
_HAPPENING = ("发生", "发生了", "突发", "遭遇", "举行", "举行了", "举办", "召开")


def subject_of(reading: Reading, clause: Clause, context: Context) -> Items:
    """The subject; the last of a list that begins with what is no name (31个省和甲团) is none."""
    if clause.opening is None:
        return ()
    listed = clause.opening.start > clause.start and reading.text[clause.opening.start - 1] in "和与及、"
    return () if listed else heads(clause.opening, context)


def described(clause: Clause) -> Items:
    """What a place before its verb only describes: 距乙城3公里的丙社, 甲镇某村的村民乙."""
    if clause.opening is None or any(i.hole != "地点" for i in clause.opening.heads):
        return ()
    chunks = clause.chunks
    verb = next((n for n, c in enumerate(chunks) if c.kind == "V" and not modifies(chunks, n)), len(chunks))
    for n in range(verb - 1, 1, -1):
        if chunks[n].kind == "NP" and chunks[n - 1].kind == "DE" and not follows(chunks, n, "DE"):
            return chunks[n].heads if chunks[n].start > clause.opening.start else ()
    return ()


def source(reading: Reading, clause: Clause) -> Items:
    """Whose figures a clause gives that names nobody else: 据甲局统计，全年…"""
    for chunk in clause.chunks:
        if chunk.kind == "PP" and chunk.word in _ACCORDING:
            figures = _FIGURES.match(reading.text, reading.place(chunk.heads[-1].end) if chunk.heads else chunk.end)
            return of_types(chunk.heads, ("机构",))[-1:] if figures else ()
    return ()


def happened(reading: Reading, clause: Clause) -> Items:
    """The event told of before that a clause tells again by its kind: 甲县发生地震."""
    for n, chunk in enumerate(clause.chunks):
        if chunk.kind != "V" or chunk.word not in _HAPPENING:
            continue
        for told in clause.chunks[n + 1 : n + 4]:
            sizes = range(min(_LONGEST, len(told.word)), 1, -1) if told.kind == "TEXT" else ()
            found = next((i for size in sizes if (i := reading.called(told.word[-size:], clause.start))), None)
            if found is not None and found.hole == "活动" and found.text[-2:] == told.word[-2:]:
                return (found,)
    return ()


def called(reading: Reading, chunk: Chunk) -> Item | None:
    """What is named last by a name that the words at the beginning of a chunk end: 工作室完成…, 此项行动惠及…"""
    if chunk.kind != "TEXT":
        return None
    words = _POINTING.sub("", chunk.word)
    sizes = range(min(_LONGEST, len(words)), 1, -1)
    whole = next((found for size in sizes if (found := reading.called(words[:size], chunk.start))), None)
    return whole or next(
        (i for size in range(_SHORTENED, 3, -1) if (i := _shortened(reading, words[:size], chunk.start))), None
    )


def _shortened(reading: Reading, words: str, at: int) -> Item | None:
    """What the words shorten: 东湖项目 for 甲市东湖污水处理厂项目, 甲城长跑赛 for 甲城地区第三届长跑赛."""
    for noun in (words[-2:], ENDING + words[-1:]) if len(words) > 2 else ():
        found = reading.called(noun, at)
        if found is not None and len(found.text) > len(words):
            rest = iter(found.text)
            if all(char in rest for char in words):
                return found
    return None


def shortened_behind(reading: Reading, place: Chunk, behind: Chunk) -> Item | None:
    """The event whose name a place and the words right behind it shorten: 甲城|环城赛."""
    if place.kind != "NP" or behind.kind != "TEXT" or len(place.heads) != 1 or place.heads[0].hole != "地点":
        return None
    words = place.heads[0].text + behind.word
    first = len(place.heads[0].text)
    sizes = range(min(len(words), first + _SHORTENED), first + 1, -1)
    return next((i for size in sizes if (i := _shortened(reading, words[:size], place.start))), None)


def nation(reading: Reading, clause: Clause) -> Items:
    """The country of 我国目前…, 全国共有…: the article itself where it is not named."""
    first = next((c for c in clause.chunks if c.kind not in ("ADV", "TIME") and c.word != "，"), None)
    if first is None or first.kind != "TEXT" or not first.word.startswith(NATION):
        return ()
    named = reading.called(COUNTRY, len(reading.text))
    return (named or Item("", ARTICLE, *reading.span(first.start, first.end), first.word),)
