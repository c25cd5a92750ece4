"""Whose single numbers and times are, whatever their clause is about: 甲省21家、乙省17家; 34岁的乙; 去年成立的丙."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.chunks import Chunk
from kg.extract.clauses import Clause, follows, modifies
from kg.extract.context import Items, of_types
from kg.extract.signs import Item, Reading
from kg.extract.words import FROM

_THINGS = ("项目", "活动")
_ACTORS = ("机构", "人物", "项目", "活动")
_AT_MOST = 6
"""Characters that may stand between 34岁的 and the name: 老船工."""
_TAKING_PART = (
    *(
        "参加",
        "参与",
        "参赛",
        "参会",
        "参展",
        "参训",
        "出席",
        "到场",
        "到会",
        "观看",
        "观摩",
        "报名",
        "旁听",
        "与会",
        "列席",
        "角逐",
    ),
)
_DATELINE = ("讯", "电", "消息", "报道")
_PLANNED = ("会", "会议", "赛", "节", "展", "仪式", "论坛", "典礼", "周", "日", "行动", "活动")
"""How events are called that people hold; others befall them."""
_BEFALLEN = "遇难|死亡|受伤|获救|被困|失踪|轻伤|重伤|身亡|丧生|遇险|生还|伤亡|罹难|被埋|溺亡|中毒|送医|伤势"
_HARM = re.compile(rf"[^，。；]{{0,6}}?(?:{_BEFALLEN})")
_HARMED = re.compile(rf"(?:造成|致使|导致|{_BEFALLEN}|伤者|[已共]致)[^，。；]{{0,4}}$")
_FEW = "两二三四五六七八九"
_GOT = ("获", "荣获", "被授予", "被颁授", "被评", "入选", "当选", "摘得", "夺得", "喜获", "斩获")
_BRINGING = ("举行", "举办", "召开", "主办", "启动", "开展", "印发", "发布", "出台", "推出")
"""Verbs whose object the time is about rather than their subject."""
_NEAR = 8
_JOINED = "共有和及与等、"
"""What stands before a number that joins a list or sums it up."""


def stretches(clause: Clause) -> Iterator[tuple[int, int, Items]]:
    """The stretches behind a comma of a clause that begin with a name of their own, and that name: …，乙公司在最后."""
    commas = [n for n, c in enumerate(clause.chunks) if c.word == "，"]
    if commas and clause.opening is not None and clause.opening.start > clause.chunks[commas[0]].start:
        first = clause.chunks[: commas[0]]
        where = next((of_types(c.heads, ("地点", "机构")) for c in first if c.kind == "PP" and c.word == "在"), ())
        if where and commas[0] + 1 < len(clause.chunks):
            inside = [c for c in clause.chunks[: clause.chunks.index(clause.opening)] if c.word != "，"]
            yield inside[0].start, inside[-1].end, where[-1:]
    for n, following in zip(commas, [*commas[1:], len(clause.chunks)], strict=False):
        stretch = clause.chunks[n + 1 : following]
        if not stretch or clause.opening in stretch:
            continue
        subject = next((k for k, c in enumerate(stretch) if c.kind not in ("TIME", "ADV")), -1)
        if subject < 0 or stretch[subject].kind != "NP" or follows(stretch, subject, "DE"):
            continue
        names = of_types(stretch[subject].heads, _ACTORS)
        if names and any(c.kind == "V" and not modifies(stretch, k) for k, c in enumerate(stretch)):
            yield stretch[0].start, stretch[-1].end, names


def owned(reading: Reading, clause: Clause, topic: Items, scene: Items) -> Iterator[tuple[Chunk, Item]]:
    """The numbers and times of a clause that are someone's or something's of their own."""
    chunks = clause.chunks
    shares = [n for n, c in enumerate(chunks[:-1]) if c.kind == "NP" and chunks[n + 1].kind == "NUM"]
    for n in shares if len(shares) > 1 else ():  # 甲省21家、乙省17家
        owner = of_types(chunks[n].heads, ("地点", "机构"))[-1:]
        if owner:
            yield chunks[n + 1], owner[0]
    for n, chunk in enumerate(chunks):
        found = _of_time(reading, chunks, n, topic) if _tells_when(reading, chunk) else ()
        if chunk.kind == "NUM":
            found = (
                _counted(chunks[n + 1 : n + 4])
                or _attended(reading, chunks, n, () if of_types(topic[:1], _THINGS) else scene)
                or _possessed(chunks, n, scene)
                or _aged(chunks, n)
                or _harmed(reading, clause, chunk, topic, scene)
                or _honoured(chunks, n)
            )
        if found:
            yield chunk, found[0]


def _tells_when(reading: Reading, chunk: Chunk) -> bool:
    """Is it a time, or 在13日, which is none but a time?"""
    if chunk.kind == "TIME":
        return True
    marks = reading.within(chunk.start, chunk.end)
    return chunk.kind == "PP" and not chunk.heads and any(m.item is not None and m.item.hole == "时间" for m in marks)


def _of_time(reading: Reading, chunks: Sequence[Chunk], n: int, topic: Items) -> Items:
    """Whose the time at ``n`` is: 乙公司昨日宣布; 去年成立的丙协会. 乙局昨日举行丁大会 tells of the meeting."""
    before = chunks[n - 1] if n else None
    if before is not None and before.kind == "NP" and before.end == chunks[n].start:
        dateline = reading.text.startswith(_DATELINE, chunks[n].end)
        act = next((c.word for c in chunks[n + 1 :] if c.kind == "V"), "")
        held = of_types(topic, (*_THINGS, "政策")) and act.startswith(_BRINGING) and not of_types(before.heads, _THINGS)
        return () if dateline or held else of_types(before.heads, _ACTORS)[:1]
    verb = next((k for k in range(n + 1, len(chunks)) if chunks[k].kind not in ("ADV", "PP")), len(chunks))
    if verb + 2 < len(chunks) and chunks[verb].kind == "V" and follows(chunks, verb, "DE"):
        return of_types(chunks[verb + 2].heads, (*_ACTORS, "政策"))[:1]
    return ()


def _harmed(reading: Reading, clause: Clause, number: Chunk, topic: Items, scene: Items) -> Items:
    """9人遇难, 造成3人受伤: of what happened, unless a body or person that is spoken of had them."""
    text = reading.text
    hurt = _HARM.match(text, number.end, clause.end) or _HARMED.search(
        text, max(clause.start, number.start - _NEAR), number.start
    )
    opening = clause.opening
    acts = clause.subjectless or (opening is not None and opening.end <= number.start)
    if hurt is None or (acts and of_types(topic, ("机构", "人物"))):
        return ()
    return tuple(i for i in of_types(scene, ("活动",)) if not i.text.rstrip("”").endswith(_PLANNED))[-1:]


def _possessed(chunks: Sequence[Chunk], n: int, scene: Items) -> Items:
    """甲研究院的两名专家: the institute's; 来自甲厂的300名选手: of the event told of, if there is one."""
    if n < 2 or chunks[n - 1].kind != "DE" or chunks[n - 2].kind != "NP":
        return ()
    if any(c.word in FROM for c in chunks[: n - 2]):
        return of_types(scene, ("活动",))[-1:] or of_types(chunks[n - 2].heads, _ACTORS)[-1:]
    return (
        () if n > 2 and chunks[n - 3].kind == "V" else of_types(chunks[n - 2].heads, _ACTORS)[-1:]
    )  # 任甲厂厂长的15年


def _aged(chunks: Sequence[Chunk], n: int) -> Items:
    """乙只有20岁: the age of the person last named in the stretch."""
    if not chunks[n].word.endswith("岁"):
        return ()
    for chunk in reversed(chunks[:n]):
        if chunk.word == "，":
            return ()
        if chunk.kind == "NP":
            return of_types(chunk.heads, ("人物",))[-1:]
    return ()


def _honoured(chunks: Sequence[Chunk], n: int) -> Items:
    """39名工人获得甲奖, 甲、乙等10人被授予丙称号: of the award that so many got; not 乙两次获得, 甲、乙二人获得."""
    if chunks[n].word.endswith(("次", "年", "天")) or (n and chunks[n - 1].kind == "NP" and chunks[n].word[0] in _FEW):
        return ()
    behind = next((k for k in range(n, len(chunks)) if chunks[k].word == "，"), len(chunks))
    verb = next((k for k in range(n + 1, behind) if chunks[k].kind == "V"), behind)
    if verb == behind or not chunks[verb].word.startswith(_GOT):
        return ()
    return tuple(i for c in chunks[verb + 1 : behind] if c.kind == "NP" for i in of_types(c.heads, ("奖项",)))[:1]


def _attended(reading: Reading, chunks: Sequence[Chunk], n: int, scene: Items) -> Items:
    """300名选手参加: of the event that they take part in, named behind the verb, else told of last.

    Where the verb has no object of its own, they must be many beside others: 甲、乙及职工300人参加.
    """
    behind = next((k for k in range(n, len(chunks)) if chunks[k].word == "，"), len(chunks))
    verb = next((k for k in range(n + 1, behind) if chunks[k].kind == "V"), behind)
    if verb == behind or not chunks[verb].word.startswith(_TAKING_PART):
        return ()
    named = [i for c in chunks[verb + 1 : behind] if c.kind == "NP" for i in of_types(c.heads, _THINGS)]
    start = chunks[n].start
    joined = n == 0 or chunks[n - 1].word == "，" or reading.text[start - 1] in _JOINED
    if named or not joined or not scene:
        return tuple(named[-1:])
    return of_types(scene, ("活动",))[-1:]


def _counted(behind: Sequence[Chunk]) -> Items:
    """The named thing that a number counts (22处“驿站”) or measures (总面积3700平方米的“驿站”, 34岁的工人乙)."""
    described = bool(behind) and behind[0].kind == "DE"
    rest = [c for c in behind if c.kind != "DE"]
    if described and len(rest) > 1 and rest[0].kind == "TEXT" and rest[0].end - rest[0].start <= _AT_MOST:
        return of_types(rest[1].heads, ("人物",))[:1] if rest[1].kind == "NP" else ()
    if not rest or rest[0].kind != "NP":
        return ()
    return of_types(rest[0].heads, _THINGS) or (of_types(rest[0].heads, ("人物",))[:1] if described else ())
