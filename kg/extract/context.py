"""What goes on from clause to clause: the topic, the person and the events spoken of, who speaks, the mood."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.extract.chunks import Chunk
from kg.extract.clauses import LYING, Clause, follows, modifies
from kg.extract.signs import SIGNS, Item, Reading
from kg.extract.words import BOTH, LATER, MOOD, PLURALS, PRONOUN, TOGETHER
from kg.knowledge.frames import ENTITY_HOLES

Items = tuple[Item, ...]
_EVENTS = ("活动", "项目")
_HOLDING = tuple("举行 举办 召开 举行了 举办了 召开了 开展 启动 迎来 上演 拉开 发生 突发 遭遇".split())
_ONCE = ("召开后", "召开以来", "举行后", "举行以来", "之际", "前夕")
"""Ends of clauses that tell when: 甲大会召开后，我…; the event they name is not the one that goes on."""
_KIN = re.compile("^[^，]{0,3}(?:[爷奶姥爸妈父母哥弟姐妹叔伯姑舅姨]|妻子|丈夫|爱人|儿子|女儿|孙[子女]|徒弟|师傅|同事)")
_VISITS = ("到访", "拜访", "走访", "来访", "造访", "考察", "到", "来到", "赴", "前往", "会见", "会晤")
_TALKS = ("会谈", "会晤", "磋商", "谈判", "通话", "会见", "对话")
DEMANDED = "要求"
_PLANS = re.compile("(?:意见|方案|通知|规划|纲要|办法|计划|条例)》?$")
_KEPT = 6
_CITED = re.compile(
    r"在[^，。；]{1,24}?(?:上的?[^，。；]{0,6}?(?:讲话|指示|报告|批示)精神|上的(?:重要|系列)*(?:讲话|指示|报告|批示|演讲))"
    r"|(?:学习|贯彻|落实|宣传|宣讲|领会)[^，。；]{1,24}?会精神"
)
"""贯彻乙在甲大会上的讲话精神, 学习贯彻甲全会精神: the meeting is not what the article tells of."""
_WINNER = re.compile(
    rf"[^，。；的]{{0,8}}?(?:得主|冠军|亚军|季军|获得者|保持者|{SIGNS['奖项']}|{SIGNS['职务']})[^，。；的]{{0,2}}{SIGNS['人物']}"
)
_DATELINE = ("讯", "消息", "电）", "报道）", "电)", "报道)")
_SPOKE = "(?:说|表示|介绍|坦言|回忆|告诉|感慨|道)"
_BEHIND = re.compile(rf"[，。！？…]?”[^“”。，]{{0,20}}?({SIGNS['人物']})[^“”。，]{{0,10}}?{_SPOKE}")
_BEFORE = re.compile(rf"({SIGNS['人物']})[^“”。，]{{0,12}}{_SPOKE}[^“”。，]{{0,6}}[：，]$")
_REPORTS = tuple(f"{word}，" for word in "报警 报案 接警 电话 命令 指令 警情 求助 通知 报告 举报".split())
"""Ends of clauses that somebody got word: 甲大队接到报警，位于乙服务区的…"""
_SAYING = re.compile(
    "(?:介绍|表示|透露|告诉记者|告诉(?:《[^《》]{2,8}》|本报)记者|指出|坦言|谈到|解释|[^传据听小]说|称)(?:说|道|称)?[，：]?$"
)
"""Ends of clauses behind which somebody tells of the body that he speaks for."""
_LEADERS = tuple("主席 主任 书记 局长 厅长 部长 会长 总经理 董事长 院长 校长 负责人 秘书长 理事长 总裁 馆长".split())
_NEAR = 24
"""No less than the longest match of ``_BEFORE``."""


class Context(NamedTuple):
    """What a clause inherits.

    ``topic`` is the subject that goes on, ``events`` are those told of so far, ``fresh`` those of this paragraph,
    ``spoken`` what the last clause was about, ``mood`` the plan or wish that still reaches this clause,
    ``agent`` who is said to have done what the topic is (该项目由甲发起，联合乙…),
    ``joined`` the topic with those whom it acts jointly with (甲联合乙调研，推出丙),
    ``lead`` the event that the article told of first, ``both`` the bodies last said to act together (双方), ``people`` the persons last named together (姐妹俩).
    """

    topic: Items = ()
    speaker: Items = ()
    person: Items = ()
    events: Items = ()
    fresh: Items = ()
    spoken: Items = ()
    mood: str = ""
    agent: Items = ()
    lead: Items = ()
    both: Items = ()
    people: Items = ()
    joined: Items = ()


def paragraph(context: Context) -> Context:
    """The context at the beginning of a paragraph: persons and events stay, topics do not.

    An article that tells of one event only still tells of it in the next paragraph.
    """
    fresh = context.events if len(context.events) == 1 else ()
    return Context(
        person=context.person,
        events=context.events,
        fresh=fresh,
        lead=context.lead,
        both=context.both,
        people=context.people,
    )


def of_types(found: Iterable[Item], types: Sequence[str]) -> Items:
    """The items that a role may take; a profession (司机) is a group too."""
    return tuple(item for item in found if item.hole in types or (item.group and "人群" in types))


def heads(chunk: Chunk, context: Context) -> Items:
    """The items that a phrase is about, a pronoun resolved to the person last spoken of, or to the speaker."""
    if chunk.word in BOTH and chunk.flags & PRONOUN:
        return context.both if len(context.both) == BOTH[chunk.word] else ()
    if chunk.flags & PRONOUN and chunk.word in PLURALS:
        return context.people
    if chunk.flags & PRONOUN:
        return {"我": context.speaker, "他": context.person, "她": context.person}.get(chunk.word, ())
    return chunk.heads


def entering(reading: Reading, clause: Clause, behind: Clause | None, context: Context, mood: str) -> Context:
    """The context that the clause is read in: the speaker inside a quotation, the next subject in 当了厂长后，乙…"""
    topic, speaker = context.topic, _speaker(reading, clause.start)
    if speaker and speaker != context.speaker:
        topic = speaker
    if behind is not None and behind.opening is not None:
        topic = heads(behind.opening, context)
    if _is_reported(reading, clause):
        topic = ()
    return context._replace(topic=topic, speaker=speaker, mood=mood)


def _is_reported(reading: Reading, clause: Clause) -> bool:
    """Does it begin what was reported with 位于 (甲支队接到报警：|位于乙路的一家店起火), which is not said of who got it?"""
    text, start = reading.text, clause.start
    named = text[start - 2 : start - 1] in SIGNS.values()  # 甲公司：位于乙市
    told = (text[start - 1 : start] == "：" and not named) or text.endswith(_REPORTS, 0, start)
    return told and text.startswith(LYING, start)


def leaving(reading: Reading, clause: Clause, context: Context, told: set[str], spoken: Items) -> Context:
    """The context behind a clause: its subject becomes the topic, the events it told of the events spoken of."""
    chunk = clause.opening
    if described := _described(clause):
        topic = described
    elif any(i.hole in _EVENTS and i.ref in told for i in context.topic) and not _has_object(clause):
        topic = context.topic  # 大赛由甲主办，乙承办，丙协办：说的一直是大赛
    elif chunk is not None:
        dateline = reading.text.startswith(_DATELINE, chunk.end)  # 甲社讯: who tells is not told of
        topic = tuple(i for i in heads(chunk, context) if i.hole in ENTITY_HOLES and not dateline)
        if topic and _titled(reading, clause, topic[-1]):
            topic = topic[:-1]
        topic = _spoken_for(reading, clause, chunk) or topic
    else:
        topic = _possessor(clause) or (context.topic if clause.subjectless else ())
    items = [m.item for m in reading.within(clause.start, clause.end) if m.item is not None]
    persons = of_types(topic, ("人物",)) or tuple({i.ref: i for i in items if i.hole == "人物"}.values())
    past = reading.text.endswith(_ONCE, clause.start, clause.end)
    cited = _CITED.search(reading.text, clause.start, clause.end) is not None
    items = [] if cited else [i for i in items if not _titled(reading, clause, i)]
    events = tuple(i for i in items if i.ref in told and i.hole in _EVENTS) if told else ()
    events = events or of_types(topic, _EVENTS)[:1] or (() if cited else _scene(clause) or held_in(clause))
    events = tuple(e for e in events if not past or e in context.events)
    return Context(
        topic,
        context.speaker,
        persons if len(persons) == 1 else context.person,
        _appended(context.events, events),
        _appended(context.fresh, events),
        spoken,
        agent=_agents(clause) or (context.agent if clause.subjectless else ()),
        lead=context.lead or of_types(events or items, ("活动",))[:1],
        both=_both(clause) or context.both,
        people=persons if len(persons) > 1 else context.people,
        joined=_together(clause, topic) or (context.joined if clause.subjectless else ()),
    )


def _spoken_for(reading: Reading, clause: Clause, chunk: Chunk) -> Items:
    """The body whose head tells of it at the end of the clause: 甲会主席乙介绍，…, but not 甲厂电工乙介绍，…"""
    items = [m.item for m in reading.within(chunk.start, chunk.end) if m.item is not None]
    posts = of_types(items, ("职务",))
    leads = bool(posts) and all(post.text.endswith(_LEADERS) for post in posts)
    persons = bool(of_types(chunk.heads, ("人物",))) and all(i.hole in ("人物", "职务") for i in chunk.heads)
    if not (leads and persons and _SAYING.search(reading.text, clause.start, clause.end)):
        return ()
    return of_types(chunk.owners, ("机构",)) or of_types(items, ("机构",))[-1:]


def _titled(reading: Reading, clause: Clause, event: Item) -> bool:
    """Is the event only told in somebody's title, so that it is not what goes on: 甲奥运会三金得主|乙?"""
    if event.hole != "活动":
        return False
    mark = next((m for m in reading.within(clause.start, clause.end) if m.item is event), None)
    return mark is not None and _WINNER.match(reading.text, mark.end, clause.end) is not None


def carried_mood(clause: Clause, before: str) -> str:
    """The plan or wish that the clauses behind this one inherit while they have no subject of their own."""
    if before == DEMANDED or _demands(clause):
        return DEMANDED
    for chunk in reversed(clause.chunks[:-1]):
        if chunk.flags & MOOD and chunk.flags & LATER:
            return chunk.word
    return before if clause.subjectless else ""


def _demands(clause: Clause) -> bool:
    """《方案》提出，…; 会议要求，…: all that the sentence goes on to tell is to be done."""
    said = [c for c in clause.chunks if c.kind not in ("TIME", "ADV") and c.word != "，"]
    if len(said) != 2 or said[1].word not in (DEMANDED, "提出", "明确"):
        return False
    policy = said[0].kind == "NP" and bool(said[0].heads) and said[0].heads[-1].hole == "政策"
    called = said[0].kind == "TEXT" and _PLANS.search(said[0].word) is not None
    return policy or called or (said[1].word == DEMANDED and said[0].word == "会议")


def held_in(clause: Clause) -> Items:
    """The event that is said to be held, whoever holds it: 甲市举行了隆重的庆典."""
    verb = next((n for n, chunk in enumerate(clause.chunks) if chunk.kind == "V" and chunk.word in _HOLDING), None)
    if verb is None:
        return ()
    found = next((c for c in reversed(clause.chunks[verb + 1 :]) if c.kind == "NP"), None)
    return of_types(found.heads, _EVENTS)[-1:] if found is not None else ()


def _scene(clause: Clause) -> Items:
    """The event in which the clause takes place (在…举行的大会上)."""
    return next((found for c in clause.chunks if c.word == "在" and (found := of_types(c.heads[-1:], ("活动",)))), ())


def _agents(clause: Clause) -> Items:
    """The bodies behind 由."""
    return next((of_types(c.heads, ("机构",)) for c in clause.chunks if c.kind == "PP" and c.word == "由"), ())


def _both(clause: Clause) -> Items:
    """The bodies of 甲与乙签约, 甲联合乙、丙推出: those before the verb, where there are several.

    Their heads meet for them: 甲厂厂长乙与丙厂厂长丁会谈, 甲厂厂长乙到访丙厂.
    """
    met = [c for c in clause.chunks if c.kind == "NP" or c.place == "与"]
    envoys = [c for c in met if c.heads and all(i.hole == "人物" for i in c.heads)]
    visited = next((b for a, b in itertools.pairwise(clause.chunks) if a.word in _VISITS), None)
    sent = [i for c in envoys for i in of_types(c.owners, ("机构",))]
    sent += of_types(visited.heads, ("机构",)) if visited is not None and sent else ()
    if len(sides := {i.ref: i for i in sent}) == 2 and sum(len(c.heads) for c in envoys) < 3:
        return tuple(sides.values())
    if any(c.word.endswith(_TALKS) for c in clause.chunks):
        return ()  # 甲部与乙部会谈，双方表示…: they talk, nothing joins them yet
    verb = next((n for n, chunk in enumerate(clause.chunks) if chunk.kind == "V"), len(clause.chunks))
    before = [c for c in clause.chunks[:verb] if c.kind == "NP" or c.place in ("与", "由")]
    found = {i.ref: i for c in before for i in of_types(c.heads, ("机构",))}
    return tuple(found.values()) if len(found) > 1 else ()


def _together(clause: Clause, topic: Items) -> Items:
    """The bodies of 甲联合乙、丙…: the subject and those behind 联合, not those behind a mere 与."""
    verb = next((n for n, chunk in enumerate(clause.chunks) if chunk.kind == "V"), len(clause.chunks))
    joining = (c for c in clause.chunks[:verb] if c.kind == "PP" and c.place == "与" and c.flags & TOGETHER)
    partners = tuple(i for c in joining for i in of_types(c.heads, ("机构",)))
    ones = of_types(topic, ("机构",))
    return (*ones, *(p for p in partners if p not in ones)) if ones and partners else ()


def _has_object(clause: Clause) -> bool:
    """Does a name stand behind a verb of the clause: 甲队战胜乙队?"""
    verb = next((n for n, chunk in enumerate(clause.chunks) if chunk.kind == "V"), len(clause.chunks))
    return any(chunk.kind == "NP" for chunk in clause.chunks[verb + 1 :])


def _appended(events: Items, more: Items) -> Items:
    if not more:
        return events
    refs = {item.ref for item in more}
    return (*(item for item in events if item.ref not in refs), *more)[-_KEPT:]


def _described(clause: Clause) -> Items:
    """What a whole stretch only describes, so that it is spoken of behind the comma: 我校联合多家单位发起的“甲行动”，…"""
    chunks = [c for c in clause.chunks if c.word != "，"]
    verbs = [n for n, c in enumerate(chunks) if c.kind == "V"]
    if not verbs or chunks[-1].kind != "NP" or not follows(chunks, verbs[-1], "DE"):
        return ()
    if not all(modifies(chunks, n) for n in verbs) or not any(c.kind in ("NP", "PP") for c in chunks[: verbs[-1]]):
        return ()
    return of_types(chunks[-1].heads, _EVENTS)


def _possessor(clause: Clause) -> Items:
    """The person of 乙的肩上…, whom the clauses behind it go on to speak of."""
    for n, chunk in enumerate(clause.chunks[:-2]):
        if chunk.kind == "NP" and follows(clause.chunks, n, "DE") and clause.chunks[n + 2].kind != "NP":
            if _KIN.search(clause.chunks[n + 2].word):
                return ()  # 乙的父亲: the father is spoken of
            return of_types(chunk.heads, ("人物",))
        if chunk.kind == "V":
            break
    return ()


def _speaker(reading: Reading, at: int) -> Items:
    """Who speaks the quotation around ``at`` (the name before 说：“ or behind ”), or nobody."""
    text = reading.text
    start = text.rfind("\n", 0, at) + 1
    opened = text.rfind("“", start, at + 1)
    if opened < 0 or text.find("”", opened, at) >= 0:
        return ()
    closed = text.find("”", at)
    if closed < 0:
        return ()
    match = _BEFORE.search(text, max(start, opened - _NEAR), opened) or _BEHIND.match(text, closed)
    return (reading.items[match.start(1)],) if match else ()
