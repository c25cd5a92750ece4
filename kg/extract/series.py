"""The other names of a series whose last name the chunks show: 甲厂厂长乙，丙厂厂长丁等出席; 甲厂的乙、丙厂的丁分获冠亚军."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.chunks import Chunk
from kg.extract.context import Context, Items, of_types
from kg.extract.signs import Item
from kg.extract.words import FROM

_NUMBERS = "两三四五六七八九"
_SO_MANY = tuple(number + "人" for number in _NUMBERS)
_LISTED = ("、", "和", "以及", "，")
_FURTHER = ("以及", "及", "，以及")
_WINNING = tuple("获评 荣获 获得 获 被评为 被授予 被颁授 当选 入选 喜获 斩获 摘得 夺得".split())
_CLOSING = 4
"""So many phrases may say what those listed before are."""
_OWNED = ("旗下", "下属", "所属")


def series(chunks: Sequence[Chunk], k: int, types: Sequence[str]) -> Items:
    """Names before the phrase at ``k`` in a series: 甲厂厂长乙，丙厂厂长丁等出席; 甲厂的乙、丙厂的丁分获冠亚军."""
    owned = k - 1 if k and chunks[k - 1].kind == "DE" else k - 2  # 甲、乙队的小将丙
    if owned > 0 and chunks[owned].kind == "DE" and chunks[owned - 1].kind == "NP" and "人物" in types:
        heads = chunks[owned - 1].heads
        if len(heads) > 1 and heads[-1].hole in ("机构", "地点") and heads[-2].hole == "人物":
            return (*series(chunks, owned - 1, types), *(i for i in heads if i.hole == "人物"))
    from_each = k - 4 if k >= 5 and [c.kind for c in chunks[k - 4 : k]] == ["TEXT", "V", "NP", "DE"] else -1
    if from_each > 0 and chunks[from_each].word in _LISTED and chunks[from_each + 1].word in FROM:
        found = of_types(chunks[from_each - 1].heads, types)  # 来自甲厂的乙、来自丙厂的丁
        return (*series(chunks, from_each - 1, types), *found) if found else ()
    if each := _of_each(chunks, k, types):
        return each
    if more := _unread_list(chunks, k, types):
        return more
    if more := _officials(chunks, k, types):
        return more
    comma = (
        k - 2 if k > 1 and chunks[k].owners and chunks[k - 1].kind == "TEXT" and chunks[k - 1].word != "，" else k - 1
    )
    unread = k > 2 and chunks[k - 1].kind == "TEXT" and chunks[k - 2].kind == "NP"
    if unread and all(i.hole == "机构" for i in chunks[k - 2].heads):
        comma = k - 3  # 甲厂电工乙，丙公司|总装二线冷作钣金|工丁
    if comma > 0 and chunks[comma].word == "，" and chunks[comma - 1].kind == "NP" and chunks[comma - 1].owners:
        found = tuple(i for i in of_types(chunks[comma - 1].heads, types) if i.hole == "人物")
        posts = all(i.hole == "职务" for i in chunks[comma - 1].heads)  # 甲局局长乙，丙局成员、处长，丁馆馆长戊
        if found or posts:
            return (*series(chunks, comma - 1, types), *found)
    return _delegations(chunks, k, types)


def _delegations(chunks: Sequence[Chunk], k: int, types: Sequence[str]) -> Items:
    """The bodies before a comma whose people come as well: 甲市政府相关领导，|乙公司、丙银行负责人出席."""
    start = k - 2 if k > 1 and chunks[k - 1].word in _OWNED else k  # 甲集团|旗下|乙公司
    if start < 2 or "人物" not in types or chunks[start - 1].word != "，":
        return ()
    before = chunks[start - 2]
    return (*series(chunks, start - 2, types), *before.heads) if _sends(before) and _sends(chunks[k]) else ()


def _sends(chunk: Chunk) -> bool:
    """Do words like 相关负责人 stand behind the last body of the phrase? Each name is one character, and each joint."""
    names = 2 * len(chunk.heads) - 1 + len(chunk.owners)
    bodies = bool(chunk.heads) and all(i.hole == "机构" for i in chunk.heads)
    return chunk.kind == "NP" and bodies and chunk.end - chunk.start > names


def _officials(chunks: Sequence[Chunk], k: int, types: Sequence[str]) -> Items:
    """The persons of a list that its kind closes: 甲局局长乙、丙县县长丁等有关领导，以及戊公司经理己出席."""
    if "人物" not in types or k < 3 or chunks[k - 1].word not in _FURTHER:
        return ()
    for j in range(k - 2, max(-1, k - 2 - _CLOSING), -1):
        chunk = chunks[j]
        if chunk.kind == "NP" and (found := of_types(chunk.heads, ("人物",))):
            return (*series(chunks, j, types), *found)
        if chunk.kind not in ("NP", "TEXT"):
            return ()
    return ()


def _of_each(chunks: Sequence[Chunk], k: int, types: Sequence[str]) -> Items:
    """The names before 丁厂的丁 in 甲厂的甲、乙，丙厂的丙，丁厂的丁获得…: in each stretch of the list a body and its people."""
    if "人物" not in types or k < 4 or chunks[k - 1].kind != "DE" or chunks[k - 2].kind not in ("NP", "TEXT"):
        return ()
    before = k - 3
    if (
        chunks[k - 2].kind == "TEXT"
        and chunks[k - 3].kind == "NP"
        and chunks[k - 3].heads[-1:]
        and chunks[k - 3].heads[-1].hole != "人物"
    ):
        before = k - 4  # 甲镇中的乙
    if before > 0 and chunks[before].word == "，":
        before -= 1
    if before < 1 or chunks[before].kind != "NP":
        return ()
    found = of_types(chunks[before].heads, ("人物",))
    return (*series(chunks, before, types), *found) if found and len(found) == len(chunks[before].heads) else ()


def _unread_list(chunks: Sequence[Chunk], k: int, types: Sequence[str]) -> Items:
    """The other names of the list that ends at ``k``, where some of its names were not recognised (甲、□□、乙)."""
    hole = chunks[k].heads[-1].hole if chunks[k].heads else ""
    found: list[Item] = []
    comma = False
    before: Items = ()
    for n, chunk in reversed(list(enumerate(chunks[:k]))):
        if chunk.kind not in ("NP", "TEXT") or chunk.word == "，":
            people = n > 0 and hole == "机构" and chunks[n - 1].kind == "NP" and "人物" in types
            if people and found and (ones := of_types(chunks[n - 1].heads, ("人物",))):
                before = (*series(chunks, n - 1, types), *ones)  # 甲厂厂长乙，丙局、□□、丁局等单位的人
            break
        comma = comma or (chunk.kind == "TEXT" and "、" in chunk.word)
        if comma and chunk.kind == "NP" and (hole == "人物" or (chunk.heads[-1:] and chunk.heads[-1].hole == hole)):
            found[:0] = [item for item in chunk.heads if item.hole == hole]
    return (*before, *found) if hole in types and hole in ("人物", "机构") else ()


def unread_agents(chunks: Sequence[Chunk], agent: int, n: int, types: Sequence[str]) -> Items:
    """The other bodies of a list behind 由 of which some were not recognised: 由甲会、□□、乙网联合发起."""
    found: list[Item] = []
    for chunk in chunks[agent + 1 : n]:
        if chunk.kind == "TEXT" and chunk.word.startswith("、") and chunk.word.endswith("、"):
            continue
        if chunk.kind != "NP":
            break
        found += of_types(chunk.heads, types)
    return tuple(found)


def so_many(chunks: Sequence[Chunk], n: int, context: Context) -> Items:
    """三人获得…: the persons last spoken of, if they are so many."""
    last = next((c for c in reversed(chunks[:n]) if c.kind != "ADV"), None)
    size = _NUMBERS.find(last.word[:1]) + 2 if last is not None and last.word in _SO_MANY else 0
    persons = of_types(context.topic, ("人物",))
    return persons if size and len(persons) == size else ()


def some_of_it(chunks: Sequence[Chunk], k: int, n: int) -> bool:
    """Do some of a body's people win, told by number and what they are: 甲公司|两位|职工|获评?"""
    people = bool(chunks[k].heads) and all(i.hole in ("人群", "职务") for i in chunks[k].heads)
    if not people or k < 2 or chunks[k - 1].kind != "NUM" or n >= len(chunks) or chunks[n].word not in _WINNING:
        return False
    before = next((c for c in reversed(chunks[: k - 1]) if c.kind != "ADV"), None)
    return before is not None and before.kind == "NP" and bool(of_types(before.heads[-1:], ("机构",)))
