"""Who does what: the roles around a verb, read from the chunks of its clause and the topic carried to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.extract.chunks import Chunk, Clause
from kg.extract.reading import Item
from kg.extract.words import ADVERB, LATER, MOOD, PIVOT, PRONOUN, SPEECH, TOGETHER, VERB

Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What the clause inherits: the topic, the event last spoken of, who speaks, the mood of the clause before.

    ``events`` are those told of so far, ``fresh`` those of this paragraph, ``spoken`` what the last clause was about.
    """

    topic: Items = ()
    speaker: Items = ()
    person: Items = ()
    events: Items = ()
    fresh: Items = ()
    spoken: Items = ()
    mood: str = ""


def heads(chunk: Chunk, context: Context) -> Items:
    """The items that a phrase is about, a pronoun resolved to the person last spoken of, or to the speaker."""
    if chunk.flags & PRONOUN:
        return {"我": context.speaker, "他": context.person, "她": context.person}.get(chunk.word, ())
    return chunk.heads


def subject_chunk(clause: Clause) -> Chunk | None:
    """The noun phrase that opens the clause, before its first verb: its topic."""
    chunks = clause.chunks
    for n, chunk in enumerate(chunks):
        if chunk.kind == "NP":
            kinds = [c.kind for c in chunks[n + 1 : n + 3]]
            if kinds[:1] == ["DE"] or kinds == ["V", "DE"]:
                continue  # 甲的…、甲组建的…：说的是后面的
            return chunk
        if chunk.kind == "V" and not modifies(chunks, n):
            return None
    return None


def within_relative(chunks: Sequence[Chunk], n: int) -> bool:
    """Is the verb inside V + object + 的 + N, with no subject of its own before it?"""
    if not modifies(chunks, n) or (n + 1 < len(chunks) and chunks[n + 1].kind == "DE"):
        return False
    for chunk in reversed(chunks[:n]):
        if chunk.kind in ("NP", "V", "PP"):
            return chunk.kind != "NP" and chunk.place not in ("由", "与", "在", "下")
        if chunk.kind == "TEXT" and chunk.word != "，":
            return True
    return False


def relative(
    chunks: Sequence[Chunk], n: int, object_types: Sequence[str], subject_types: Sequence[str]
) -> tuple[Items, Items] | None:
    """Object and subject of 位于乙市的甲厂, 获得金奖的甲: the subject stands behind 的."""
    rest = [c for c in chunks[n + 1 :] if c.kind not in ("NUM", "ADV")]
    if len(rest) > 2 and [c.kind for c in rest[:3]] == ["NP", "DE", "NP"]:
        objects_found = of_types(rest[0].heads, object_types)
        subjects_found = of_types(rest[2].heads, subject_types)
        if objects_found and subjects_found:
            return objects_found, subjects_found
    return None


def possessor(clause: Clause) -> Items:
    """The person of 乙的肩上…, whom the clauses behind it go on to speak of."""
    for n, chunk in enumerate(clause.chunks[:-2]):
        if chunk.kind == "NP" and clause.chunks[n + 1].kind == "DE" and clause.chunks[n + 2].kind != "NP":
            return of_types(chunk.heads, ("人物",))
        if chunk.kind == "V":
            break
    return ()


def modifies(chunks: Sequence[Chunk], n: int) -> bool:
    """Is the verb at ``n`` inside a modifier: V的N, or V + object + 的 + N?"""
    for follower in chunks[n + 1 : n + 4]:
        if follower.kind == "DE":
            return True
        if follower.kind in ("V", "MOOD", "PP"):
            return False
    return False


def subjectless(clause: Clause) -> bool:
    """Does the clause begin with its verb, so that the topic before it goes on?"""
    for n, chunk in enumerate(clause.chunks):
        if chunk.kind == "V":
            return True
        if chunk.kind == "NP" and not (n + 1 < len(clause.chunks) and clause.chunks[n + 1].kind == "DE"):
            return False
        if chunk.kind == "TEXT" and (chunk.end - chunk.start > 3 or clause.chunks[max(n - 1, 0)].kind == "DE"):
            return False
    return True


def of_types(found: Items, types: Sequence[str]) -> Items:
    """The items that a role may take; a profession (司机) is a group too."""
    return tuple(item for item in found if item.hole in types or (item.group and "人群" in types))


def subjects(clause: Clause, n: int, types: Sequence[str], context: Context) -> tuple[Items, str]:
    """The subject of the verb at ``n`` and its partners, or nothing and the reason why not."""
    chunks = clause.chunks
    agent = _agent(chunks, n)
    if agent >= 0 and (found := of_types(chunks[agent].heads, types)):
        return found, ""
    partners: list[Item] = []
    for k in range(n - 1, -1, -1):
        chunk = chunks[k]
        if chunk.kind == "PP" and chunk.place == "与":
            partners[:0] = of_types(chunk.heads, types)
        if chunk.kind != "NP":
            continue
        if k + 1 < len(chunks) and chunks[k + 1].kind == "DE" and k + 1 != n:
            continue
        if _object_of_verb(chunks, k):
            verb = _verb_before(chunks, k)
            if not chunks[verb].flags & PIVOT:
                continue
            if "人物" in types and chunks[verb].word in ("组织", "带领", "率领"):
                leaders, _ = subjects(clause, verb, ("人物",), context)
                partners[:0] = leaders
        here = heads(chunk, context)
        if chunk.flags & PRONOUN and not here:
            return (), f"不知“{chunk.word}”是谁"
        if _far(chunks, k, n):
            continue
        found = of_types(here, types)
        if found:
            found = (*_series(chunks, k, types), *found)
            return (*found, *(p for p in partners if p not in found)), ""
        if any(i.hole in ("机构", "人物") for i in here):
            return (), f"主语不是{'、'.join(types)}"
    if not subjectless(clause):
        return (), "从句另有主语，不是名称"
    if _counted(chunks, n):
        return (), "主语是数量"
    found = of_types(context.topic, types)
    if found:
        return (*found, *(p for p in partners if p not in found)), ""
    return (), "没有主语"


def _agent(chunks: Sequence[Chunk], n: int) -> int:
    """The 由 phrase that says who does the verb at ``n``, or -1; in 由甲…的丁 it reaches every verb before 的."""
    relative = n + 1 < len(chunks) and chunks[n + 1].kind == "DE"
    for k in range(n - 1, -1, -1):
        if chunks[k].kind == "V" and not relative:
            return -1
        if chunks[k].kind == "NP" and k > 0 and chunks[k - 1].word == "、":
            return -1
        if chunks[k].kind == "PP" and chunks[k].place == "由":
            return k
    return -1


def _far(chunks: Sequence[Chunk], k: int, n: int) -> bool:
    """Is the phrase at ``k`` rather the object of a verb that we do not know: …力克乙队，夺得…?"""
    unknown = k > 0 and chunks[k - 1].kind == "TEXT" and chunks[k - 1].end - chunks[k - 1].start > 1
    return unknown and any(c.word == "，" for c in chunks[k + 1 : n])


def _counted(chunks: Sequence[Chunk], n: int) -> bool:
    """Is a number the subject: 已有两万人次参加?"""
    for chunk in reversed(chunks[:n]):
        if chunk.kind == "NUM":
            return True
        if chunk.kind not in ("ADV", "TEXT"):
            return False
    return False


def _series(chunks: Sequence[Chunk], k: int, types: Sequence[str]) -> Items:
    """Names before the phrase at ``k`` in a series parted by commas: 甲厂厂长乙，丙厂厂长丁等出席."""
    if k >= 2 and chunks[k - 1].word == "，" and chunks[k - 2].kind == "NP" and chunks[k - 2].owners:
        found = tuple(i for i in of_types(chunks[k - 2].heads, types) if i.hole == "人物")
        return (*_series(chunks, k - 2, types), *found) if found else ()
    return ()


def _verb_before(chunks: Sequence[Chunk], k: int) -> int:
    """The verb whose object the phrase at ``k`` would be, or -1."""
    for j in range(k - 1, -1, -1):
        kind = chunks[j].kind
        if kind == "V":
            return j
        if kind in ("NP", "PP", "MOOD") or (kind == "TEXT" and chunks[j].word in ("，", "、")):
            return -1
    return -1


def _object_of_verb(chunks: Sequence[Chunk], k: int) -> bool:
    j = _verb_before(chunks, k)
    return j >= 0 and not modifies(chunks, j)


def objects(clause: Clause, n: int, types: Sequence[str], context: Context) -> tuple[Items, str]:
    """The object of the verb at ``n``: the first noun phrase behind it that is no modifier.

    Where nothing stands behind the verb, 丁由甲主办 has its object before 由, and 丁由甲主办，乙承办 in the topic.
    """
    chunks = clause.chunks
    found, why = _behind(clause, n, types, context)
    if found:
        return found, why
    agent = _agent(chunks, n)
    for k in range(agent - 1, -1, -1):
        if chunks[k].kind == "NP" and (found := of_types(chunks[k].heads, types)):
            return found, ""
    if any(c.kind == "NP" and of_types(c.heads, types) for c in chunks[:n]):
        return (), why
    if agent >= 0 or not any(c.kind in ("NP", "V", "TEXT") for c in chunks[n + 1 :]):
        found = of_types(context.topic, types)
    return found, "" if found else why


def _behind(clause: Clause, n: int, types: Sequence[str], context: Context) -> tuple[Items, str]:
    chunks = clause.chunks
    if n + 2 < len(chunks) and chunks[n + 1].kind == "TEXT" and chunks[n + 1].word == "、":
        # 由甲主办、乙承办的丁：主办的宾语就是承办的宾语
        later = next((k for k in range(n + 2, len(chunks)) if chunks[k].kind == "V"), -1)
        if later >= 0:
            return _behind(clause, later, types, context)
    relative = n + 1 < len(chunks) and chunks[n + 1].kind == "DE"
    room = 24 if relative else 18
    k = n + 1
    while k < len(chunks):
        chunk = chunks[k]
        if chunk.kind == "V":
            if modifies(chunks, k):
                k += 1
                continue
            return (), "宾语前另有动词"
        if chunk.kind == "MOOD" and not relative:
            return (), "宾语前有情态词"
        if chunk.kind == "TEXT":
            if chunk.word == "、":
                k += 1
                continue
            room -= chunk.end - chunk.start
            if room < 0:
                return (), "宾语太远"
        if chunk.kind == "NP":
            if k + 1 < len(chunks) and chunks[k + 1].kind == "DE":
                k += 2
                continue
            found = of_types(chunk.heads, types)
            if found:
                return found, ""
            if not all(i.hole in ("地点", "人群", "职务") for i in chunk.heads):
                return (), f"宾语不是{'、'.join(types)}"
        k += 1
    return (), "没有宾语"


def adverbial(clause: Clause, n: int, places: str, types: Sequence[str]) -> Items:
    """The items of a prepositional phrase of this place, before the verb at ``n`` or right behind it."""
    chunks = clause.chunks
    for k in range(n, -1, -1):
        if chunks[k].kind == "PP" and chunks[k].place == places and (found := of_types(chunks[k].heads, types)):
            return found
    if n + 1 < len(chunks):
        chunk = chunks[n + 1]
        if chunk.kind == "PP" and chunk.place == places:
            return of_types(chunk.heads, types)
    return ()


def mood_of(clause: Clause, n: int, context: Context) -> str:
    """The word that keeps the verb at ``n`` from being a fact: 未 拟 将 计划 希望 …, or ''."""
    chunks = clause.chunks
    for k in range(n - 1, -1, -1):
        if chunks[k].flags & MOOD:
            return chunks[k].word
        if chunks[k].kind == "V" and chunks[k].flags & SPEECH:
            break
    return context.mood if subjectless(clause) else ""


def carried_mood(clause: Clause, before: str) -> str:
    """The mood that the clauses behind this one inherit while they have no subject of their own."""
    for chunk in reversed(clause.chunks):
        if chunk.flags & MOOD and chunk.flags & LATER and chunk is not clause.chunks[-1]:
            return chunk.word
    return before if subjectless(clause) else ""


def together(clause: Clause) -> Chunk | None:
    """The word that says that the subjects act together (联合 携手 共同 …), if there is one."""
    return next((c for c in clause.chunks if c.flags & TOGETHER), None)


Find = Callable[[str, Sequence[str]], tuple[Items, str]]


def finder(clause: Clause, n: int, context: Context) -> Find:
    """A function from a role's place and types to its items, for the verb at ``n``."""

    def find(place: str, types: Sequence[str]) -> tuple[Items, str]:
        if place == "主语":
            return subjects(clause, n, types, context)
        if place == "宾语":
            return objects(clause, n, types, context)
        if place == "定语":
            owned = next((c for c in clause.chunks[n + 1 :] if c.kind in ("NP", "V")), None)
            found = of_types(owned.owners, types) if owned else ()
            return found, "" if found else "宾语没有定语"
        if place == "话题":
            found = of_types(context.topic, types) or of_types(context.fresh, types)[-1:]
            return found, "" if found else "没有话题"
        found = adverbial(clause, n, place, types)
        return found, "" if found else f"没有“{place}”短语"

    return find


__all__ = ["ADVERB", "VERB", "Context", "Find", "Items", "adverbial", "carried_mood", "finder", "heads", "mood_of"]
