"""Partners told behind the time of what they do: 甲公司4日和乙公司共同启动丙."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.chunks import Chunk
from kg.extract.words import TOGETHER

_AND = ("和", "及", "与", "同")
_TOWARDS = ("与", "同")
_JOINT = re.compile(
    "(?:正式|共同|今日|近日|日前|双方)*(?:签|联合|联手|携手|共同|合资|合作|达成|作为联合体|组成|组建|结成|缔结|设立合资)"
)
"""Behind the last of two bodies: they stand on two sides."""
_LISTED = ("和", "及", "与", "等", "、", "以及", "多家", "多个", "有关", "相关")
_BETWEEN = ("TIME", "ADV")


def joined_later(chunks: Sequence[Chunk]) -> list[Chunk]:
    """和乙 behind a body and a time is read as 与乙: a preposition, not the end of a list."""
    result: list[Chunk] = []
    n = 0
    while n < len(chunks):
        chunk = chunks[n]
        if chunk.kind == "TEXT" and chunk.word in _AND and _is_partner(chunks, n):
            behind = chunks[n + 1]
            result.append(Chunk("PP", chunk.start, behind.end, "与", behind.heads, behind.owners, "与", chunk.flags))
            n += 2
        elif chunk.kind == "PP" and chunk.flags & TOGETHER and (rest := _rest_of_list(chunks, n + 1)) > n + 1:
            more = tuple(i for c in chunks[n + 1 : rest] for i in c.heads if i.hole == "机构")
            result.append(chunk._replace(end=chunks[rest - 1].end, heads=(*chunk.heads, *more)))
            n = rest
        else:
            result.append(chunk)
            n += 1
    return result


def _rest_of_list(chunks: Sequence[Chunk], start: int) -> int:
    """Where the partners end that are only counted or called by their kind: 联合甲银行|和首批93家商户、600个网点，共同…"""
    n = start
    while n < len(chunks) and (
        chunks[n].kind == "NUM"
        or (chunks[n].kind == "TEXT" and chunks[n].word not in ("，", "的"))
        or (chunks[n].kind == "NP" and n > start)
    ):
        n += 1
    if n == start:
        return start
    listed = any(c.kind == "NUM" or c.word.startswith(_LISTED) for c in chunks[start:n])
    closed = n == len(chunks) or chunks[n].word == "，"
    together = n < len(chunks) and bool(chunks[n].flags & TOGETHER)
    return n if together or (listed and closed) else start


def _is_partner(chunks: Sequence[Chunk], n: int) -> bool:
    """Do bodies stand on both sides of the word at ``n``, with a time before it and an act behind?"""
    k = n - 1
    while k > 0 and chunks[k].kind in _BETWEEN:
        k -= 1
    bodies = 0 <= k < n - 1 and n + 1 < len(chunks) and _acts(chunks[k]) and _acts(chunks[n + 1])
    return bodies and any(c.kind == "TIME" for c in chunks[k + 1 : n]) and _goes_on(chunks, n + 2)


def _acts(chunk: Chunk) -> bool:
    return chunk.kind == "NP" and bool(chunk.heads) and all(i.hole == "机构" for i in chunk.heads)


def _goes_on(chunks: Sequence[Chunk], n: int) -> bool:
    """Does a verb, or 共同 and the like, stand at ``n``?"""
    return n < len(chunks) and (chunks[n].kind == "V" or bool(chunks[n].flags & TOGETHER))


def one_side(text: str, begin: int, end: int) -> int:
    """Where the bodies of one side end in the list at ``begin:end``: 子公司甲公司|与乙集团签署协议."""
    for at in range(begin + 1, end):
        if text.startswith(_TOWARDS, at) or (text[at] == "和" and _JOINT.match(text, end)):
            return at
    return end
