"""Who does what: the roles around a verb, read from the chunks of its clause and the topic carried to it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract import phrases
from kg.extract.chunks import Chunk
from kg.extract.clauses import Clause, follows, modifies
from kg.extract.context import DEMANDED, Context, Items, heads, of_types
from kg.extract.coordination import beside
from kg.extract.games import of_the_games
from kg.extract.series import series, so_many, some_of_it, unread_agents
from kg.extract.staff import of_body, sides, signers
from kg.extract.where import is_place
from kg.extract.words import BOTH, MOOD, PIVOT, PRONOUN, SPEECH
from kg.knowledge.frames import Role

Found = tuple[Items, str]
"""Items for a role, or nothing and the reason why."""

_JUDGED = ("给予", "表示", "予以", "作出", "提出", "表达")
_NAMING = ("评为", "命名为", "认定为", "确定为", "评选为")
_DELEGATING = tuple("感谢 授权 委托 指派 协助 资助 赞助 配合 督促 祝贺 协调 扶持 选择 出席 见证".split())
"""Verbs behind whose object someone else's act may stand."""
_DOERS = ("人物", "机构")
_SINCE = ("后", "之后", "以后", "以来", "之初", "之际", "初期")
"""Behind a verb they say when: what stands behind 成立后 is not what was founded."""
_THIS = ("本次", "此次", "这次", "本届", "该届", "该次")
_YOU = ("你", "你们", "谁", "有人")
_ASIDE = ("主题为", "主题是", "主旨为", "为期", "历时", "展期", "会期")
"""What is told of an event in passing: it stays what the sentence speaks of."""
_DONE = ("成功", "圆满", "已", "已经", "转任", "改任", "调任")
_ALSO_HOLDING = ("承办", "协办")
_OWNED = tuple("旗下 下属 所属 直属 辖下 子公司 全资子公司 控股子公司".split())
_LEADING = ("组织", "带领", "率领")
_ROOM, _ROOM_IN_RELATIVE = 18, 24  # how many other characters may stand between a verb and its object


def find(role: Role, clause: Clause, n: int, context: Context, own: Sequence[str] = ()) -> Found:
    """The items of a role for the verb at ``n``: its places are tried in order, the first reason is given.

    ``own`` are the places that only a clause without a subject of its own has (甲院为学生提供…: not the
    project told of before).
    """
    found: Items
    reason = ""
    for place in role.at:
        if place == "主语" and reason.startswith("宾语不是"):
            found, why = (), reason  # 甲号升空，在乙市举行丙成果介绍会: what is held is said
        elif place == "主语":
            found, why = subjects(clause, n, role.types, context)
        elif place == "宾语":
            found, why = objects(clause, n, role.types, context)
        elif place == "受事":
            agent = _agent(clause.chunks, n)
            passive = agent >= 0 and clause.chunks[agent].word == "被"
            found, why = subjects(clause, n, role.types, context) if passive else ((), "没有“被”")
        elif place == "定语":
            found, why = phrases.owners(clause, n, role.types), "宾语没有定语"
        elif place == "话题" and place in own and phrases.acts_itself(clause, context):
            found, why = (), "从句另有主语"
        elif place == "话题":
            found = phrases.announced(clause.chunks[:n], role.types)
            found = found or of_types(context.topic, role.types)
            if not found and not (place in own and phrases.opens_anew(clause)):
                found = of_types(context.fresh, role.types)[-1:]
            found = found or (of_types(context.lead, role.types) if role.ends else ())  # a contest's winners took part
            found = of_the_games(found, clause, n, context) if role.ends else found
            why = "没有话题"
        elif place == "承前":
            found = of_types(context.fresh, role.types)[-1:] if phrases.dropped(clause.chunks, n) else ()
            why = "没有省略宾语，或前文没有"
        else:
            found, why = phrases.adverbial(clause, n, place, role.types), f"没有“{place}”短语"
        if found and (role.ends or role.never):
            found, why = phrases.ending(found, role), f"不以{'、'.join(role.ends)}结尾"
        if found:
            return found, ""
        reason = reason or why
    return (), reason


def subjects(clause: Clause, n: int, types: Sequence[str], context: Context) -> Found:
    """The subject of the verb at ``n`` with its partners: 由甲, 甲(与乙), 甲组织乙, or the topic carried here."""
    chunks = clause.chunks
    agent = _agent(chunks, n)
    # 甲被乙评为丙：有宾语时，得到的是甲
    passive = agent >= 0 and chunks[agent].word == "被" and any(c.kind == "NP" for c in chunks[n + 1 :])
    owned = agent >= 0 and follows(chunks, agent, "TEXT") and chunks[agent + 1].word.startswith(_OWNED)
    if owned or (agent >= 0 and follows(chunks, agent, "DE")):  # 由甲厂的乙获得, 由甲集团旗下乙公司承办
        last = next((k for k in range(n - 1, agent + 1, -1) if chunks[k].kind == "NP"), -1)
        if last > 0 and (found := of_types(chunks[last].heads, types)):
            return (*series(chunks, last, types), *found), ""
    if agent >= 0 and not passive and (found := of_types(chunks[agent].heads, types)):
        if chunks[agent].word == "被" and tuple(types) == ("地点",) and follows(chunks, agent, "TEXT"):
            return (), "不是地方得的（被甲国组合乙获得）"
        with_it = [c for c in chunks[agent + 1 : n] if c.kind == "PP" and c.place == "与"]
        found = (*found, *unread_agents(chunks, agent, n, types))
        return _joined(found, tuple(i for c in with_it for i in of_types(c.heads, types))), ""
    if found := of_types(phrases.joint(chunks, n), types):
        return found, ""
    if agent >= 0 and phrases.unread(chunks[agent]):
        return (), "由谁做的没有认出"
    if n < len(chunks) and chunks[n].word in _NAMING and (named := of_types(phrases.handed(chunks, n), types)):
        return named, ""
    if n and chunks[n - 1].word == "对" and any(c.word.startswith(_JUDGED) for c in chunks[n + 1 :]):
        return (), "说的是对这件事的看法（对甲国参加丙给予肯定）"
    partners: Items = ()
    for k in range(n - 1, -1, -1):
        chunk = chunks[k]
        if chunk.place == "与" and chunk.kind == "PP":
            partners = (*of_body(chunk, chunk.heads, types), *partners)
        if chunk.kind != "NP" or (k + 1 < n and chunks[k + 1].kind == "DE") or phrases.made(chunks, k, n):
            continue
        if chunk.flags & PRONOUN and chunk.word in _YOU and not any(c.word == "，" for c in chunks[k:n]):
            return (), f"不知“{chunk.word}”是谁"
        verb = -1 if phrases.adjacent(chunks, k, n) or phrases.described(chunks, k) else _governor(chunks, k)
        if verb >= 0:
            if not chunks[verb].flags & PIVOT:
                if chunks[verb].word in _DELEGATING and not any(c.word == "，" for c in chunks[k:n]):
                    return (), "不知是谁办的（甲协助乙举办丙）"
                continue
            if "人物" in types and chunks[verb].word in _LEADING:
                partners = (*subjects(clause, verb, ("人物",), context)[0], *partners)
        if chunk.word in BOTH and any(c.word == "代表" for c in chunks[max(0, k - 2) : k]):
            continue  # 乙代表双方发言
        if chunk.word in BOTH and (found := sides(chunks, k, types)):
            return found, ""
        here = heads(chunk, context)
        if (chunk.flags & PRONOUN and not here) or some_of_it(chunks, k, n):
            return (), f"不知“{chunk.word}”是谁"
        if (
            (phrases.far(chunks, k, n) and not phrases.described(chunks, k))
            or phrases.headed(chunks, k)
            or phrases.address(chunks, k)
            or phrases.parted(chunks, k, n)
            or phrases.done_to(chunks, k)
        ):
            continue
        if found := of_body(chunk, here, types) or signers(chunk, chunks[n].word if n < len(chunks) else "", types):
            return _joined((*series(chunks, k, types), *found), partners), ""
        if of_types(here, ("机构", "人物")) or (k and phrases.adjacent(chunks, k, n) and chunks[k - 1].kind != "PP"):
            return (), f"主语不是{'、'.join(types)}"
    if (behind := phrases.described_behind(chunks, n)) and (ones := of_types(heads(behind[2], context), _DOERS)):
        return of_types(ones, types), "" if of_types(ones, types) else "的字后面的名称不合"
    # 联合乙，为丙提供…：前面没有主语
    first = n < len(chunks) and chunks[n].kind == "PP" and all(c.kind in ("ADV", "TIME", "MOOD") for c in chunks[:n])
    if not clause.subjectless and not first:
        return (), "从句另有主语，不是名称"
    if "人物" in types and (all_of_them := so_many(chunks, n, context)):
        return all_of_them, ""
    if phrases.counted(chunks, n):
        return (), "主语是数量"
    found = of_types(context.topic, types) or of_types(context.agent, types)
    return (_joined(found, partners), "") if found else ((), "没有主语")


def objects(clause: Clause, n: int, types: Sequence[str], context: Context) -> Found:
    """The object of the verb at ``n``: the first noun phrase behind it that is no modifier.

    Where nothing stands behind the verb, 丁由甲主办 has its object before 由, and 丁由甲主办，乙承办 in the topic.
    """
    chunks = clause.chunks
    found, why = _behind(chunks, n, types, context)
    if found:
        return found, ""
    if found := _equated(chunks, n, types):
        return found, ""
    agent = _agent(chunks, n)
    if agent < 0 and chunks[n].word in _ALSO_HOLDING:  # 丁由甲主办、乙承办
        agent = next((k for k in range(n - 1, -1, -1) if chunks[k].kind == "PP" and chunks[k].place == "由"), -1)
    for k in range(agent - 1, -1, -1):
        owner = follows(chunks, k, "DE")  # 作为甲活动的一部分，由乙主办的丙展
        if chunks[k].kind == "NP" and not owner and (found := of_types(chunks[k].heads, types)):
            return found, ""
    if any(c.kind == "NP" and of_types(c.heads, types) for c in chunks[:n]):
        return (), why
    # 下届大赛由甲主办; but 主题为“丙”，由甲主办 goes on
    aside = (c for c in chunks[: max(agent, 0)] if c.kind == "TEXT" and c.end - c.start > 2)
    other = any(not c.word.startswith(_ASIDE) for c in aside) or "地点" in types  # 该行动已在丙落地
    if not other and (agent >= 0 or not any(c.kind in ("NP", "V", "TEXT") for c in chunks[n + 1 :])):
        found = of_types(context.topic, types)
    return found, "" if found else why


def _equated(chunks: Sequence[Chunk], n: int, types: Sequence[str]) -> Items:
    """What 丁是甲推出的一项服务 says was launched: the name before 是, with no other name behind 的."""
    if not follows(chunks, n, "DE") or any(
        c.kind == "NP" and c.heads and not c.heads[0].group for c in chunks[n + 1 :]
    ):
        return ()
    verbs = [j for j in range(n) if chunks[j].kind == "V" and not modifies(chunks, j)]  # 位于甲路的丁是…
    if len(verbs) != 1 or not chunks[verbs[0]].word.endswith("是") or not verbs[0]:
        return ()
    before = chunks[verbs[0] - 1]
    return of_types(before.heads, types) if before.kind == "NP" else ()


def relative(
    chunks: Sequence[Chunk], n: int, subject: Role, target: Role, context: Context
) -> tuple[Items, Items] | None:
    """Subject and object of 位于乙市的甲厂, 获得金奖的甲, 获得标兵称号的他: the subject stands behind 的."""
    rest = phrases.described_behind(chunks, n)
    if not rest:
        return None
    ones = tuple(i for i in of_types(heads(rest[2], context), subject.types) if i.hole != "地点" or len(i.text) > 1)
    others = of_types(rest[0].heads, target.types)
    return (beside(ones), others) if ones and others else None


def mood_of(clause: Clause, n: int, context: Context) -> str:
    """The word that keeps the verb at ``n`` from being a fact: 未 拟 将 计划 希望 …, or ''."""
    if any(c.word in _DONE for c in clause.chunks[max(n - 1, 0) : n + 1]):
        return ""  # 积极筹备，成功承办丙; 不再担任丙，转任丁
    behind = False  # 支持的大赛在甲市开赛: what stands before 的 is another clause
    for k, chunk in reversed(list(enumerate(clause.chunks[:n]))):
        behind = behind or (chunk.kind == "DE" and follows(clause.chunks, k, "NP"))
        if chunk.flags & MOOD and not behind:
            return chunk.word
        if chunk.kind == "V" and chunk.flags & SPEECH:
            break
    ended = any(c.word.startswith("了") for c in clause.chunks[n + 1 : n + 2])  # 号召企业参与，为丙增加了岗位
    return context.mood if (clause.subjectless and not ended) or context.mood == DEMANDED else ""


def _joined(found: Items, partners: Items) -> Items:
    return (*found, *(p for p in partners if p not in found)) if partners else found


def _agent(chunks: Sequence[Chunk], n: int) -> int:
    """The 由 phrase that says who does the verb at ``n``, or -1; in 由甲…的丁 it reaches every verb before 的."""
    for k in range(n - 1, -1, -1):
        chunk = chunks[k]
        if chunk.kind == "PP" and chunk.place == "由":
            return k
        if chunk.kind == "DE" and _owns(chunks, k):
            continue
        if chunk.kind == "DE" or (chunk.kind == "V" and not follows(chunks, n, "DE")):
            return -1
        if chunk.kind == "NP" and k > 0 and chunks[k - 1].word in ("、", "，"):
            return -1
    return -1


def _owns(chunks: Sequence[Chunk], k: int) -> bool:
    """Does the 的 at ``k`` stand between names behind 由: 由甲厂的乙、丙厂的丁?"""
    while k > 0 and chunks[k].kind in ("NP", "DE"):
        k -= 1
    return chunks[k].place == "由"


def _governor(chunks: Sequence[Chunk], k: int) -> int:
    """The verb whose object the phrase at ``k`` is, or -1."""
    for j in range(k - 1, -1, -1):
        kind = chunks[j].kind
        if kind == "V":
            return -1 if modifies(chunks, j) else j
        if kind in ("NP", "PP", "MOOD") or (kind == "TEXT" and chunks[j].word in ("，", "、", "之")):
            return -1
    return -1


def _behind(chunks: Sequence[Chunk], n: int, types: Sequence[str], context: Context) -> Found:
    if n + 2 < len(chunks) and chunks[n + 1].kind == "TEXT" and chunks[n + 1].word in ("、", "，"):
        # 由甲主办、乙承办的丁：主办的宾语就是承办的宾语
        later = next((k for k in range(n + 2, len(chunks)) if chunks[k].kind == "V"), -1)
        if later >= 0:
            return _behind(chunks, later, types, context)
    after = chunks[n + 1] if n + 1 < len(chunks) else None
    if after and after.kind in ("TEXT", "ADV") and after.word.startswith(_SINCE) and not after.word.startswith("后续"):
        return (), "动词后是时间（成立后）"
    placed = any(c.place == "在" and any(is_place(i) for i in c.heads) for c in chunks[:n])
    room = _ROOM_IN_RELATIVE if follows(chunks, n, "DE") else _ROOM
    for k in range(n + 1, len(chunks)):
        chunk = chunks[k]
        if chunk.kind == "V" and not modifies(chunks, k) and not _noun(chunks, k) and not phrases.plan(chunks, k):
            return (), "宾语前另有动词"
        if chunk.kind == "MOOD" and not phrases.plan(chunks, k) and not follows(chunks, n, "DE"):
            return (), "宾语前有情态词"
        if chunk.kind == "TEXT" and not phrases.THEMED.fullmatch(chunk.word):
            room -= chunk.end - chunk.start
            if room < 0:
                return (), "宾语太远"
        occasion = chunk.place == "在" and chunks[k - 1].kind == "DE" and not placed  # 甲主办的|大赛上
        if (chunk.kind == "NP" or occasion) and (phrases.named(chunks, k) or not follows(chunks, k, "DE")):
            if (found := of_types(heads(chunk, context), types)) and not phrases.headed(chunks, k):
                return found, ""
            other = any(i.hole not in ("地点", "人群", "职务") for i in chunk.heads)
            if tuple(types) == ("奖项",) and all(i.hole == "活动" for i in chunk.heads):
                continue  # 摘得女子举重本届|亚运会|首枚金牌
            if other and not phrases.acts_before(chunks, k):
                return (), f"宾语不是{'、'.join(types)}"
    return (), "没有宾语"


def _noun(chunks: Sequence[Chunk], k: int) -> bool:
    """获评本次比赛“甲”, 荣获今年评选的“甲”: the verb at ``k`` is a noun behind a word that points at it."""
    return chunks[k - 1].kind == "TEXT" and chunks[k - 1].word.endswith(_THIS)
