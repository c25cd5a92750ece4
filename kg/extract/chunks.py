"""A stretch of text cut into chunks: noun phrases, prepositional phrases, verbs, moods, the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.coordination import (
    LISTED,
    by_trade,
    close,
    listed,
    others,
    so_often,
    tailed,
    wins_next,
    without_group,
)
from kg.extract.signs import Item, Mark, Reading
from kg.extract.where import COUNTED, held_by, part_end, plain_future, where
from kg.extract.words import ADVERB, LATER, MOOD, PREPOSITION, PREPOSITIONS, PRONOUN, TAKING, TOGETHER, VERB

_UNREAD = re.compile(r"(?:(?:、|和|以及|及)[^，。；：、！？“”‘’（）\s的]{2,12})+")
"""The rest of a list whose last names were not recognised, up to its verb: 甲、□□□荣获."""
_UNDER = re.compile(
    r"的?(?:大力|共同|悉心|坚强)?(?:指导|支持|帮助|领导|见证|带领|推动|陪同|引导|影响|努力|关怀|倡议|组织|带动)+下"
)
_RESULT = re.compile(
    "放[在到]|送[到往进入上]|带[到进]|搬[到进]|开[到进]|作为|[造建变]成|[变转列视称定评]为|化为|纳入|列入|融入|延伸|推向|拓展到|贯穿|写[入进]|落[到实]"
)
_CONCERNING = re.compile(
    r"[^，。；]{2,50}(?=向|发表|答|回答|接受|致信|致电)|[^，。；]{2,50}?(?=作出|作了|进行|举行|召开|交换|达成|表明|听取|展开)"
)
"""就…发表谈话: what is spoken of, verbs and all."""
_THEME = re.compile(r"以[^，。；]{1,40}?为[\u4e00-\u9fff]{1,4}(?<![的了])(?=的)")
"""以“创新”为主题的 before a name."""
_DURING = ("期间", "之际", "后", "时", "前", "之前", "以来")
_WHEN = ("前夕", "期间", "之际", "前后", "来临", "当天", "到来")
_WINNER = re.compile("(?:荣誉)?(?:称号)?(?:获得者|得主)")
_QUALIFIER = re.compile(r"[^，。；：、！？“”‘’（）\s的和与及在是等派]{1,8}")
_ASKED = re.compile(r"应[^，。；]{1,24}?(?:邀请|之邀|之请|要求|请求|号召)")
_TAKING_PART = ("参展", "参赛", "参演", "参会", "与会", "参训", "获奖", "出战")
"""Verbs that say of what kind somebody is, right before what he is: 参展艺术家乙."""
_ETC = re.compile(
    r"等?[两二三四五六七八九十]{1,2}(?:大|个|家)?(?:部委局?|部门|单位|机构|企业|公司|高校|院校|学会|协会|省份|市县)"
    r"|等[\u4e00-\u9fff]{0,6}(?:代表|负责人|嘉宾|专家|学者|人士)(?=[\d近共约]|[一二两三四五六七八九十百]+余?[名人位])"
    r"|等(?:(?:公益|慈善|社会|爱心|会员|成员|金融|行业|相关|有关)?(?:单位|部门|机构|企业|团体|公司|银行)|(?:公益|慈善|社会|行业)组织|人|地|地区|城市|省份)?"
)
"""What closes a list of names: 甲、乙、丙等单位, 甲、乙两部门."""


class Chunk(NamedTuple):
    """A piece of a clause. ``kind``: NP, PP, V, ADV, MOOD, TIME, NUM, DE, TEXT.

    ``heads`` are the items that a phrase is about, ``owners`` those that stand right before a head (甲公司经理乙:
    甲公司 owns 乙); ``place`` is where the roles of rules find a prepositional phrase.
    """

    kind: str
    start: int
    end: int
    word: str = ""
    heads: tuple[Item, ...] = ()
    owners: tuple[Item, ...] = ()
    place: str = ""
    flags: int = 0


def chunks(reading: Reading, start: int, end: int) -> list[Chunk]:
    """The chunks of one stretch of text without clause marks."""
    marks = where(reading.within(start, end))
    result: list[Chunk] = []
    at, n = start, 0
    last = max((k for k, mark in enumerate(marks) if mark.flags & VERB), default=-1)
    while n < len(marks):
        mark = marks[n]
        if mark.start < at:
            n += 1
            continue
        if mark.start > at:
            result += _text(reading, at, mark.start)
        asked = _ASKED.match(reading.text, mark.start, end) if mark.word == "应" else None
        if asked:
            result.append(Chunk("PP", mark.start, asked.end(), mark.word))
            at = asked.end()
        elif mark.flags & PREPOSITION and (phrase := _phrase(reading, marks, n, end, last)):
            result.append(phrase)
            at = phrase.end
        elif mark.word in _TAKING_PART and _titled(marks, n):
            result.append(Chunk("TEXT", mark.start, mark.end, mark.word))
            at = mark.end
        elif mark.item is not None:
            chunk = _item(reading, marks, n, end)
            result.append(chunk)
            at = chunk.end
        else:
            result.append(_word(mark))
            at = mark.end
        n += 1
    if at < end:
        result += _text(reading, at, end)
    if len(result) > 1 and result[0].kind == "NP" and result[1].word == "以来":
        result[0] = result[0]._replace(kind="TIME")  # 第三届甲会以来，…
    return [_occasion(c, result[n + 1] if n + 1 < len(result) else None) for n, c in enumerate(result)]


def _titled(marks: Sequence[Mark], n: int) -> bool:
    """Does the post or the group of a person stand right behind the ``n``th mark: 参展|艺术家|乙?"""
    behind = [mark.item.hole if mark.item else "" for mark in marks[n : n + 3]]
    joined = len(behind) == 3 and all(a.end == b.start for a, b in zip(marks[n:], marks[n + 1 : n + 3], strict=False))
    return joined and behind[1] in ("职务", "人群") and behind[2] == "人物"


def _occasion(chunk: Chunk, behind: Chunk | None) -> Chunk:
    """春节前夕 is a time, and 大赛上 at the end of its stretch is a place like 在大赛上."""
    if chunk.kind != "NP" or behind is None or behind.kind != "TEXT":
        return chunk
    if behind.word.startswith(_WHEN):
        return chunk._replace(kind="TIME")
    if behind.word in ("上", "中", "现场") and any(i.hole in ("活动", "项目") for i in chunk.heads):
        return chunk._replace(kind="PP", word="在", place="在", end=behind.end)
    return chunk


def _text(reading: Reading, start: int, end: int) -> list[Chunk]:
    """Other words; 的 at either end stands apart, for it says what modifies what."""
    text = reading.text[start:end]
    result = []
    if text.startswith("的"):
        result.append(Chunk("DE", start, start + 1, "的"))
        start += 1
    tail = text.endswith("的") and start < end
    stop = end - 1 if tail else end
    if start < stop:
        result.append(Chunk("TEXT", start, stop, reading.text[start:stop]))
    if tail:
        result.append(Chunk("DE", stop, end, "的"))
    return result


def _word(mark: Mark) -> Chunk:
    if mark.flags & PRONOUN:
        return Chunk("NP", mark.start, mark.end, mark.word, flags=mark.flags)
    kind = "V" if mark.flags & VERB else "MOOD" if mark.flags & MOOD else "ADV" if mark.flags & ADVERB else "TEXT"
    return Chunk(kind, mark.start, mark.end, mark.word, flags=mark.flags)


def _item(reading: Reading, marks: Sequence[Mark], n: int, end: int) -> Chunk:
    item = marks[n].item
    if item is None or item.hole in ("时间", "数量"):
        kind = "TIME" if item is not None and item.hole == "时间" else "NUM"
        return Chunk(kind, marks[n].start, marks[n].end, item.text if item else "")
    return noun_phrase(reading, marks, n, end)


def noun_phrase(reading: Reading, marks: Sequence[Mark], n: int, end: int, *, where: bool = False) -> Chunk:
    """The coordinated names from the ``n``th mark on: 甲、乙和丙; of names side by side the last is the head.

    Where they say ``where`` something happens, 与 before a body goes with the act: 在甲国|与乙公司合作.
    """
    heads: list[Item] = []
    owners: list[Item] = []
    run: list[Item] = []
    start = at = marks[n].start
    joined = ""
    while n < len(marks):
        mark = marks[n]
        if mark.item is None and mark.flags & PREPOSITION and mark.word in ("与", "同") and n + 1 < len(marks):
            n += 1  # 名单里的“与”，下一个记号紧接着才算
            other = marks[n].item
            if marks[n].start != mark.end or mark.start != at or other is None:
                break
            if where and run and run[-1].hole == "地点" and other.hole == "机构":
                break
            continue
        if n + 1 < len(marks) and by_trade(at, mark, marks[n + 1], run):
            at = mark.end
            n += 1
            mark = marks[n]
        if (tail := tailed(reading, at, run, marks, n)) > at:
            n += next((k for k, later in enumerate(marks[n:]) if later.start >= tail), 0)
            at, mark = tail, marks[n]
        if n + 1 < len(marks) and so_often(reading, at, mark, marks[n + 1], run):
            at = mark.end
            n += 1
            continue
        if mark.item is None or mark.item.hole in ("时间", "数量"):
            break
        between = reading.text[at : mark.start]
        qualified = bool(between and run) and (
            bool(_WINNER.fullmatch(between)) or (between == "长" and run[-1].hole == "机构")  # 甲县公安局|长|乙
            if mark.item.hole == "人物"
            else mark.item.hole == "职务" and bool(_QUALIFIER.fullmatch(between))
        )
        if between and not qualified and (not listed(between, run, mark.item) or wins_next(run, marks, n)):
            break
        if between and not qualified:
            close(run, heads, owners)
            run = []
            joined = between
        run.append(mark.item)
        at = mark.end
        at = part_end(reading.text, at, end) if mark.item.hole == "地点" else at
        n += 1
    together = COUNTED.match(reading.text, at, end) is not None
    close(without_group(reading, at, run), heads, owners, together=together)
    verb = n < len(marks) and marks[n].flags & VERB and heads[-1].hole in ("机构", "人物", "地点")
    if verb and _UNREAD.fullmatch(reading.text, at, marks[n].start):
        at = marks[n].start
    etc = _ETC.match(reading.text, at, end)
    return Chunk("NP", start, etc.end() if etc else at, joined, tuple(heads), tuple(owners))


def _phrase(reading: Reading, marks: Sequence[Mark], n: int, end: int, last: int) -> Chunk | None:
    """The prepositional phrase that the ``n``th mark opens, or None where it opens none; the ``last`` verb is where it is."""
    mark = marks[n]
    place = PREPOSITIONS[mark.word]
    if mark.word == "就":
        said = _CONCERNING.match(reading.text, mark.end, end)
        return Chunk("PP", mark.start, said.end(), mark.word, (), (), place, mark.flags) if said else None
    if mark.word == "以" and (theme := _THEME.match(reading.text, mark.start, end)):
        return Chunk("TEXT", mark.start, theme.end(), theme[0])  # 以“创新”为主题|的|甲论坛: it only describes
    if mark.word == "为" and reading.text[max(0, mark.start - 1) : mark.start] == "图":
        return None  # 图为甲推出的乙
    if mark.word == "通过" and reading.text.startswith(("与", "和", "同", "联合"), mark.end):
        return None  # 甲通过|与乙合作
    if mark.word == "将" and plain_future(marks, n) and not _RESULT.search(reading.text, mark.end, end):
        return Chunk("MOOD", mark.start, mark.end, mark.word, flags=MOOD | LATER)
    if mark.word == "在":
        under = _UNDER.search(reading.text, mark.end, min(end, mark.end + 40))
        if under:
            held = [m.item for m in reading.within(mark.end, under.start()) if m.item]
            return Chunk("PP", mark.start, under.end(), under[0], tuple(held), (), "下")
    acts = n < last
    if mark.word == "在" and acts and reading.text.endswith(_DURING, mark.end, end):
        return Chunk("TEXT", mark.start, mark.end, mark.word)  # 在甲举办大赛期间：甲是主语
    if mark.word == "在" and acts and held_by(reading, marks, n):
        return Chunk("TEXT", mark.start, mark.end, mark.word)  # 在甲主办的大赛上：甲是主语
    heads: list[Item] = []
    owners: list[Item] = []
    some = False
    at = mark.end
    k = n + 1
    if place == "在" and k < len(marks) and marks[k].flags & PRONOUN:
        k += 1  # 在我校|学术报告厅
    while k < len(marks) and (item := marks[k].item):
        gap = reading.text[at : marks[k].start]
        if heads and heads[-1].hole == "活动" and gap[:1] in ("上", "中"):
            break  # 在大赛中|独进2球
        if item.hole in ("时间", "数量"):
            if len(gap) > 6:
                break
            some = mark.word in ("由", "被") and gap in ("", "的") and item.text.endswith(("名", "位"))
            at, k = marks[k].end, k + 1
            continue
        if not heads and mark.flags & TOGETHER and (len(gap) > 2 or item.hole not in ("机构", "人物")):
            break
        near = len(gap) <= 8 and (place == "在" or (place == "为" and item.hole == "人群"))
        if heads and gap and not LISTED.fullmatch(gap) and not near:
            break
        phrase = noun_phrase(reading, marks, k, end, where=place == "在")
        if some and all(i.hole == "机构" for i in heads) and any(i.hole == "人物" for i in phrase.heads):
            owners += heads  # 由甲公司|两名|选手乙、丙获得
            heads = []
        heads += phrase.heads
        owners += phrase.owners
        at = phrase.end
        while k < len(marks) and marks[k].start < at:
            k += 1
        if place == "与" and reading.text[at : at + 1] == "的":
            at += 1
    if not heads:
        if mark.flags & TOGETHER:
            stop = others(reading.text, mark.end, end, marks[n + 1] if n + 1 < len(marks) else None)
            return Chunk("PP", mark.start, stop, mark.word, (), (), place) if stop else None
        done = k < len(marks) and marks[k].start == at and marks[k].flags & (VERB | ADVERB)
        if at > mark.end and (mark.word == "于" or (mark.word == "在" and done)):
            return Chunk("TIME", mark.start, at, mark.word)  # 于9月26日在甲市落幕, 在2021年推出
        # 没有名称的介词短语到下一个动词、副词为止
        stop = next((m.start for m in marks[n + 1 :] if m.flags & (VERB | ADVERB)), end)
        if stop == end and mark.word not in ("在", "通过", "从", "自"):
            return None
        at = max(at, stop)
    elif place == "在":
        stop = marks[k].start if k < len(marks) else end
        if heads[-1].hole == "活动" and reading.text[at : at + 1] in ("上", "中") and stop > at + 1:
            stop = at + 1  # 在大赛中|独中两元: a verb that we do not know
        if stop - at <= 12 and reading.text[at : at + 1] != "的":
            at = stop
    return Chunk("PP", mark.start, at, mark.word, tuple(heads), tuple(owners), place, mark.flags)


def takes_deed(chunks: Sequence[Chunk], n: int) -> bool:
    """Is what stands behind the verb its object, and nothing behind that: 抓住|发展|的机遇，…?"""
    return chunks[n].word in TAKING and not any(c.kind in ("V", "NP") for c in chunks[n + 2 :])
