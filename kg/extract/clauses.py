"""A sentence cut into clauses, and what can be asked of a clause before any rule is tried."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.chunks import Chunk, chunks, takes_deed
from kg.extract.joining import joined_later
from kg.extract.signs import Reading
from kg.extract.words import FROM

BYLINE = re.compile(r"[^，。；\n]{0,12}[（(][^（）()\n]{0,8}(?:记者|通讯员)[^（）()\n]*[）)]")
"""A byline in brackets with the dateline before it; it belongs to no clause."""

_CUT = re.compile(r"[，；。！？…\n;!?]+[，；。！？：…\n,;!?:]*|(?<!\d)[：:,]+|[：:,]+(?!\d)|——(?![^“”，。；\n]{1,30}”)")
"""What parts clauses; nothing in 以6:2战胜, no dash inside quotes."""
_CUT_BYLINE = re.compile(rf"{BYLINE.pattern}|{_CUT.pattern}")
_HOLDS = "主办|承办|协办|支持|举办|组织|指导|发起|推出|执行|实施|冠名|赞助|出品|联办|参与|参加"
_HELD_BY = re.compile(rf"(?:[^，。；]|(?<={_HOLDS})，){{3,120}}?(?<={_HOLDS})，?的")
_MEETING = tuple("会见 接见 看望 慰问 采访 祝贺 感谢 表彰 会晤 分别会见 亲切会见 问候 迎接 招待".split())
"""Verbs of meeting people: a verb right behind one with 的 to follow says who they are."""
_WITH = ("在", "同", "与", "和", "跟", "向", "对", "据", "由", "为", "给")
LYING = ("位于", "坐落于", "坐落在", "地处", "设在", "设于", "总部设在", "总部位于", "落户")
_HOLDING = ("主办", "承办", "协办", "指导", "支持")
_COMING = ("来华", "前来", "应邀", "应邀来华", "专程", "来京", "赴京")
_ACT = "[摸建搭筑强促保稳抓补优破解送访问听办助帮扶护聚汇引育树提增降扩拓创打练查改治管控防][^，、一二三四五六七八九十]{1,4}"
_ACTIONS = re.compile(rf"{_ACT}(?:、{_ACT})+")
"""摸底数、建台账、搭平台: what someone does, told in short."""
_SOMEBODY = re.compile(
    "[各该本某每这那其人员者们家方厂校院局部委办所站队组班团会社司店村镇县市省区国]|工会|平台|项目|活动|企业|干部|职工|群众|代表|记者|民警|学生|全国|当地"
)
"""Characters of nouns that may act: a stretch with one may have its own subject."""
_SERVED = frozenset(
    "从业 从教 从医 从警 从军 从艺 从检 从政 执教 任教 任职 入行 入职 工作 扎根 坚守 驾龄 教龄 工龄 党龄 今年 现年 年仅".split()
)
"""How long somebody has been at it is told of him; it is no new subject."""
_FREELY = frozenset("义务 无偿 免费 自费 默默 无私".split())
"""How somebody does it, before what he does."""
PAIRS = ("组合", "搭档", "队友", "兄弟", "姐妹")
"""What two are who play together: 甲国组合乙/丙."""
_OF_PLACE = re.compile("[^，的]{0,3}(?:商(?![务量议])|企业|人员|专家|民众|代表团?|观众|选手|机构|公司)")
_OF = re.compile("所[在属率持](?:.{0,8}的|$)|所[在属][^，的]{1,4}$")
"""乙所在的村: what is spoken of is the village."""
_ASIDE = ("TIME", "TEXT", "ADV")  # so may a clause open: 据甲公司消息，|在…大会上
_MOST_BEFORE, _LONGEST_TITLE = 1, 30  # other characters that may open a clause without being its subject
_MOST_CHUNKS = 300  # more chunks are a text without stops; every verb would ask all of them
_FRAME_ENDS = ("中", "上", "里", "期间", "当中", "之中")
_EVERYWHERE = ("全国", "全省", "全市", "全县", "全区")
_GENERALLY = ("继续", "将", "都", "均", "也", "广泛", "陆续", "普遍", "统一", "全面", "深入", "持续", "各地")
_OF_EACH = re.compile(r"[^，。；的]{1,20}的[^，。；的]{1,16}(?:，|分别|[获荣夺摘斩])")
"""The next stretch of a list of winners: 乙厂的乙、丙，丁厂的丁获得…"""
_TIME_CLAUSE = ("后", "时", "之后", "以后", "以来", "期间", "之际")


class Clause(NamedTuple):
    """Chunks up to a comma or stop; a stretch without a verb is read as the opening of the next one.

    A comma inside the clause stands among its chunks as an empty TEXT with the word ，. ``opening`` is the noun phrase
    before its first verb, its subject; ``subjectless`` says that it begins with its verb, so that the topic goes on.
    """

    start: int
    end: int
    chunks: tuple[Chunk, ...]
    opening: Chunk | None
    subjectless: bool


def has_byline(text: str) -> bool:
    """Can a byline stand in the text at all?"""
    return "记者" in text or "通讯员" in text


def clauses(reading: Reading, start: int, end: int) -> list[Clause]:
    """The clauses of the sentence at ``start:end`` of the rules' text."""
    result: list[Clause] = []
    opened = at = start
    waiting: list[Chunk] = []
    expression = _CUT_BYLINE if has_byline(reading.text[start:end]) else _CUT
    while at < end:
        cut = _next_cut(expression, reading.text, at, end)
        stop, behind = cut.span() if cut else (end, end)
        if stop > at:
            waiting += joined_later(chunks(reading, at, stop))
            comma = cut is not None and (cut[0][-1] in "，," or (cut[0][-1] in "；;" and _is_roll(waiting)))
            if (
                comma
                and len(waiting) < _MOST_CHUNKS
                and (_opens(reading, waiting, behind, end) or _goes_on(reading, waiting, behind, end))
            ):
                waiting.append(Chunk("TEXT", stop, stop, "，"))
            else:
                result += _parted(opened, stop, waiting)
                opened, waiting = behind, []
        elif not waiting:
            opened = behind
        at = behind
    if waiting:
        result += _parted(opened, end, waiting)
    return result


def _next_cut(expression: re.Pattern[str], text: str, at: int, end: int) -> re.Match[str] | None:
    """The next mark that ends a clause; one inside a title (《走吧！》) ends none."""
    cut = expression.search(text, at, end)
    while cut is not None:
        begun = text.rfind("《", max(at, cut.start() - _LONGEST_TITLE), cut.start())
        closed = text.find("》", cut.end(), min(end, cut.end() + _LONGEST_TITLE)) if begun >= 0 else -1
        if closed < 0 or "》" in text[begun : cut.start()] or "《" in text[cut.end() : closed]:
            return cut
        cut = expression.search(text, closed, end)
    return None


def _is_roll(chunks: Sequence[Chunk]) -> bool:
    """Is the stretch only people with their posts: 甲厂厂长乙、丙厂厂长丁；戊厂厂长己等出席?"""
    last = chunks[-1]
    people = last.kind == "NP" and bool(last.heads) and last.heads[-1].hole == "人物"
    return people and not any(c.kind == "V" for c in chunks)


def _parted(start: int, end: int, found: Sequence[Chunk]) -> Iterator[Clause]:
    """The clause of the chunks, or several where they are more than any sentence has."""
    for n in range(0, len(found), _MOST_CHUNKS):
        stop = found[n + _MOST_CHUNKS].start if n + _MOST_CHUNKS < len(found) else end
        yield _clause(start, stop, found[n : n + _MOST_CHUNKS])
        start = stop


def _opens(reading: Reading, chunks: Sequence[Chunk], behind: int, end: int) -> bool:
    """Has the stretch no verb of its own, or is it 昨天，在甲举办的大会上?"""
    if chunks[0].word == "系":
        return False  # 系代表人物之一，现为…
    last = next((k for k in range(len(chunks) - 1, -1, -1) if chunks[k].kind == "V"), -1)
    opener = next((c for c in chunks if (c.kind not in _ASIDE and c.word != "据") or c.word in ("在", "从")), chunks[0])
    if last == 0 and chunks[0].word in FROM and [c.kind for c in chunks[-2:]] == ["DE", "NP"]:
        return _OF_EACH.match(reading.text, behind, end) is not None  # 来自甲厂的甲，乙厂的乙获得…
    return last < 0 or (opener.word in ("在", "从") and follows(chunks, last, "DE"))


def _goes_on(reading: Reading, chunks: Sequence[Chunk], behind: int, end: int) -> bool:
    """Does the stretch go on in a modifier: 由甲主办，乙承办的大赛; 甲主办，乙承办的大赛?"""
    nouns = [c for c in chunks if c.kind in ("NP", "PP")]
    if not nouns or chunks[-1].kind != "V" or (nouns[0].place != "由" and chunks[-1].word not in _HOLDING):
        return False
    return _HELD_BY.match(reading.text, behind, end) is not None


def follows(chunks: Sequence[Chunk], n: int, kind: str) -> bool:
    """Is the chunk behind the ``n``th of this kind?"""
    return n + 1 < len(chunks) and chunks[n + 1].kind == kind


def _clause(start: int, end: int, found: Sequence[Chunk]) -> Clause:
    if found[0].word == "系" and follows(found, 0, "NP"):
        return Clause(start, end, tuple(found), None, True)  # 系甲国书法家: 是
    return Clause(start, end, tuple(found), _opening(found), _subjectless(found))


def _opening(chunks: Sequence[Chunk]) -> Chunk | None:
    """The noun phrase before the first verb; a modifier (甲的…, 甲组建的…) is none."""
    framed = _framed(chunks)
    for n, chunk in enumerate(chunks[framed:], framed):
        if chunk.kind == "NP":
            kinds = [c.kind for c in chunks[n + 1 : n + 4]]
            kinds = kinds[kinds == ["V", "V", "DE"] and not takes_deed(chunks, n + 1) :][:2]  # 甲公司|参与|完成|的
            if _pair_of(chunks, n) or [i.text for i in chunk.heads] in (["男子"], ["女子"]):  # 男子铅球决赛，甲…
                continue
            if _people_of(chunks, n):
                return None  # 甲国出版商参展：说的不是甲国
            if kinds == ["TEXT", "DE"] and all(i.hole in ("职务", "人群") for i in chunk.heads):
                continue  # 矿工出身的乙
            if kinds[:1] != ["DE"] and kinds != ["V", "DE"] and not _OF.match(chunks[n + 1].word if kinds else ""):
                return chunk
        elif chunk.kind == "V" and not modifies(chunks, n):
            return None
    return None


def _framed(chunks: Sequence[Chunk]) -> int:
    """Where the clause proper begins behind 在昨晚进行的男子百米决赛中，: nobody in that phrase is its subject."""
    opener = next((n for n, c in enumerate(chunks[:4]) if c.kind == "PP"), -1)
    if opener < 0 or chunks[opener].word != "在":
        return 0
    for n in range(opener + 1, len(chunks)):
        if chunks[n].word == "，":
            return n + 1 if chunks[n - 1].kind == "TEXT" and chunks[n - 1].word.endswith(_FRAME_ENDS) else 0
    return 0


def _pair_of(chunks: Sequence[Chunk], n: int) -> bool:
    """Does the place at ``n`` only say where those are from who play together: 甲国|组合|乙/丙?"""
    named = n + 2 < len(chunks) and chunks[n + 1].word.endswith(PAIRS) and chunks[n + 2].kind == "NP"
    return named and all(i.hole == "地点" for i in chunks[n].heads)


def _people_of(chunks: Sequence[Chunk], n: int) -> bool:
    """Does the place at ``n`` only say where the people or firms behind it are from?"""
    heads = chunks[n].heads
    behind = "".join(c.word for c in chunks[n + 1 : n + 3] if c.kind in ("V", "TEXT"))
    return bool(heads) and all(i.hole == "地点" for i in heads) and _OF_PLACE.match(behind) is not None


def _subjectless(chunks: Sequence[Chunk]) -> bool:
    first = next((n for n, c in enumerate(chunks) if c.kind != "TIME" and c.word != "，"), len(chunks))
    if first + 1 < len(chunks) and chunks[first].word in _EVERYWHERE and chunks[first + 1].word in _GENERALLY:
        return False  # 全国继续开展丙: not what was spoken of
    for n, chunk in enumerate(chunks):
        if chunk.kind == "V" and not (n and follows(chunks, n, "DE")):
            return True
        if chunk.kind == "NP" and not follows(chunks, n, "DE"):
            return False
        if chunk.kind == "TEXT" and n and chunks[n - 1].kind == "DE":
            return False
        if chunk.kind == "TEXT" and _ACTIONS.fullmatch(chunk.word):
            return True
        if (
            chunk.kind == "TEXT"
            and n + 1 < len(chunks)
            and chunks[n + 1].word == "，"
            and not _SOMEBODY.search(chunk.word)
        ):
            continue  # 线上线下齐发力，打造丙
        if chunk.word in _FREELY:
            continue  # 义务为居民修理家电
        if chunk.word in _SERVED and n + 1 < len(chunks) and chunks[n + 1].kind == "NUM":
            continue  # 从业23年，荣获丙
        counted = [c.kind if c.word != "，" else "，" for c in chunks[n + 1 : n + 3]] == ["NUM", "，"]
        if chunk.kind == "TEXT" and counted and not _SOMEBODY.fullmatch(chunk.word[-1:]):
            continue  # 修理家电4000余件，荣获丙
        # 介词短语后面的几个字属于它（对区域性职工服务阵地…）
        if chunk.kind == "TEXT" and chunk.end - chunk.start > _MOST_BEFORE and not (n and chunks[n - 1].kind == "PP"):
            return False
    return True


def modifies(chunks: Sequence[Chunk], n: int) -> bool:
    """Is the verb at ``n`` inside a modifier: V的N, or V + object + 的 + N? 是甲厂的骨干 is none."""
    if chunks[n].word.endswith("是") and not follows(chunks, n, "DE"):
        return False
    for chunk in chunks[n + 1 : n + 5]:
        if chunk.kind == "DE":
            return True
        if chunk.kind in ("V", "MOOD", "PP") or chunk.word == "为期":
            return False  # 开展为期一年的丙：开展的是丙
    return False


def within_relative(chunks: Sequence[Chunk], n: int) -> bool:
    """Is the verb inside V + object + 的 + N with no subject of its own before it (位于乙市的甲厂)?"""
    before = chunks[n - 1] if n and chunks[n - 1].kind != "TIME" else None
    if before and before.word in _WITH and not before.heads and before.end - before.start <= 2:
        return True  # 同出席大会的乙：介词管着整个定语
    if _met_here(chunks, n) and any(c.kind == "DE" for c in chunks[n:]):
        return True  # 会见来华出席大会的乙
    if n and chunks[n - 1].place == "与" and _abroad(chunks[n - 1]) and any(c.kind == "DE" for c in chunks[n:]):
        return True  # 同来华出席大会的乙举行会谈
    if n > 1 and chunks[n - 1].word in _COMING and chunks[n - 2].kind in ("PP", "V") and modifies(chunks, n):
        return True  # 同来华出席大会的乙会谈
    if n and chunks[n - 1].word in _MEETING and any(c.kind == "DE" for c in chunks[n + 1 :]):
        return True  # 看望参加大会的乙
    if chunks[n].word in LYING and (modifies(chunks, n) or any("的" in c.word for c in chunks[n + 1 : n + 4])):
        return True  # 位于甲省中部的乙县，甲国位于乙市的基地：在那里的是“的”后面的
    if chunks[-1].kind == "DE" and modifies(chunks, n):
        return True  # 获得金奖的，是乙
    if follows(chunks, n, "DE") or not modifies(chunks, n):
        return chunks[n].kind == "PP" and follows(chunks, n, "DE")  # 面向农户的乙
    for chunk in reversed(chunks[:n]):
        if chunk.kind == "NP":
            return False
        if chunk.word == "以" and chunk.kind == "PP":
            continue  # 乙以98分摘得大赛的桂冠
        if chunk.kind in ("V", "PP"):
            return chunk.place not in ("由", "与", "在", "下")
        if chunk.kind == "TEXT":
            return True
    return False


def _met_here(chunks: Sequence[Chunk], n: int) -> bool:
    """Does the verb at ``n`` stand behind 会见来甲国: what those came for whom someone meets?"""
    if n < 3 or chunks[n - 1].kind != "NP" or not all(i.hole == "地点" for i in chunks[n - 1].heads):
        return False
    return chunks[n - 2].word in ("来", "赴", "抵") and chunks[n - 3].word in _MEETING


def _abroad(chunk: Chunk) -> bool:
    return chunk.kind == "PP" and bool(chunk.heads) and all(i.hole == "地点" for i in chunk.heads)


def time_clause(reading: Reading, clause: Clause) -> bool:
    """当了厂长后，乙…: is it an opening clause of time, whose subject is that of the clause behind it?"""
    return reading.text.endswith(_TIME_CLAUSE, clause.start, clause.end) and clause.subjectless


def verb_from(clause: Clause, n: int) -> int:
    """The first verb from the ``n``th chunk on, or the number of chunks."""
    return next((k for k in range(n, len(clause.chunks)) if clause.chunks[k].kind == "V"), len(clause.chunks))
