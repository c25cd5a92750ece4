"""A body that acts by its people: 甲局民警联合乙所, 甲医院专家与乙大学研究人员合作."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.chunks import Chunk
from kg.extract.signs import Item
from kg.extract.words import BOTH

_STAFF = tuple(
    "民警 干警 专家 志愿者 工作人员 研究人员 科研人员 执法人员 技术人员 医护人员 "
    "医务人员 消防员 消防救援人员 负责人 工作者 科学家 研究者 师生 团队 法官 检察官".split()
)
"""Nouns for people who do what their body does; 职工 and 学生 do other things as well."""


def of_body(chunk: Chunk, found: Sequence[Item], types: Sequence[str]) -> tuple[Item, ...]:
    """The items that a role may take; where it takes bodies only, those whose staff the phrase names."""
    taken = tuple(item for item in found if item.hole in types or (item.group and "人群" in types))
    if taken or tuple(types) != ("机构",) or not chunk.owners or not found:
        return taken
    if not all(item.hole in ("职务", "人群") and item.text.endswith(_STAFF) for item in found):
        return ()
    return tuple(item for item in chunk.owners if item.hole == "机构")


def signers(chunk: Chunk, verb: str, types: Sequence[str]) -> tuple[Item, ...]:
    """The bodies whose people sign: 甲厂厂长乙与丙厂厂长丁签署."""
    if not verb.startswith("签") or tuple(types) != ("机构",) or not len(chunk.heads) > 1:
        return ()
    bodies = {i.ref: i for i in chunk.owners if i.hole == "机构"}
    return tuple(bodies.values()) if len(bodies) == len(chunk.heads) and _people(chunk.heads) else ()


def _people(heads: Sequence[Item]) -> bool:
    return all(item.hole == "人物" for item in heads)


def sides(chunks: Sequence[Chunk], k: int, types: Sequence[str]) -> tuple[Item, ...]:
    """The bodies that 双方 at ``k`` are where they stand before it: 甲、乙、丙三方; 甲厂厂长乙和丙厂厂长丁代表双方."""
    j = k - 1
    while j >= 0 and (chunks[j].kind == "ADV" or (chunks[j].heads and all(i.hole == "职务" for i in chunks[j].heads))):
        j -= 1
    if j < 0 or chunks[j].kind != "NP" or "机构" not in types:
        return ()
    envoys = j < k - 1 or chunks[j].heads[-1:] == () or all(i.hole == "人物" for i in chunks[j].heads)
    found = {i.ref: i for i in (chunks[j].owners if envoys else chunks[j].heads) if i.hole == "机构"}
    return tuple(found.values()) if len(found) == BOTH.get(chunks[k].word, 0) else ()
