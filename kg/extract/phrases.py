"""What a phrase is in its clause, so that it can or cannot be the subject of a verb behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kg.extract.chunks import Chunk
from kg.extract.clauses import PAIRS, Clause, follows
from kg.extract.context import Context, Items, heads, of_types
from kg.extract.signs import Item
from kg.extract.staff import of_body
from kg.extract.words import PRONOUN, TOGETHER
from kg.knowledge.frames import Role

_HEAD = re.compile(
    "^(?:问题|附件|仪式|典礼|发布会|推介会|路演|倒计时|筹备|文件|动员|预热|汇报|方案|通知|工作|情况|精神|报告(?!会)|成果|研制|庆祝|招商|开幕式|闭幕式|年会|周年|会场|现场|门票|比赛项目)"
    "|^所[在属率持](?:.{0,8}的|$)|^所[在属][^，的]{1,4}$|^(?:特刊|专刊|专栏|专题|节目|报道|直播|储备库|数据库|项目库)|^(?:会徽|标识|标志|吉祥物|主题曲|主题歌|海报|口号|邮票|纪念币)|^新闻中心|^组委会|^筹委会|^主席团|^秘书处"
    "|(?:仪式|典礼|会|周年|宣传片|展|展览|论坛|大赛|比赛|竞赛|演出|巡演|周|书|片|奖|团|组|队|馆|站|村|群体|集体)$|(?:发布会|新闻发布会|通气会|吹风会|座谈会|研讨会|推介会|仪式|典礼)上$"
)
_ABOUT = re.compile(
    "(?:精神)?(?:宣讲|宣传|学习|培训|研讨|征集|筹备|服务|保障|接待|安保|报道|选拔|志愿服务)(?:活动|工作|报告|会|团|班|任务)"
)
"""Behind a meeting: what is done about it (五中全会|宣讲活动)."""
_QUOTES = "”》"
_KINDS = re.compile(
    "(双[项料重]|三料|[多数]项|两大)?(重[磅要]|最高)?(大?奖项|大奖|荣誉|殊荣|称号)|(先进|优秀)?(班组|集体|团队)(荣誉|称号)*"
)
_LAUNCH = re.compile(
    "[\u4e00-\u9fff]{0,4}(?:开播|首播|首映|开机|首发|介绍|推介|宣介)(?:发布)?(?:会|仪式|典礼)|(?:废止|修改|修订|修正)的?决定"
)
_BEING = ("是", "包括", "参加", "参与", "参观", "走进", "来到", "加入", "成为", "入选", "依托", "利用", "使用")
"""Verbs whose object may be a name with its own modifier (参加去年举办的大赛); their subject is not the modifier's."""
_ATTENDING = ("出席", "参加", "亮相", "参展", "参会", "列席", "见证", "角逐")
"""So ends 应邀出席; what is held in 应邀出席于甲地召开的大会 others hold."""
_MET = ("会见", "接见", "会晤")
_JOINED = ("和", "与", "及", "以及", "、")
_CROWD = re.compile("(?:[数余多几百千万]人|等人|员工|观众|来宾)$")
_ACTOR = re.compile("[方府院校团队厂司局会部委办员者里地]$")
"""Ends of words for bodies and people that no name calls."""

_DEEDS = frozenset(
    "援助 宣传 宣讲 培训 教育 慰问 关爱 帮扶 救助 整治 巡查 巡讲 服务 普法 招聘 招募 竞赛 托管 义诊".split()
)
"""Verbs that tell, right before the name of an activity, what sort it is."""

_DOERS_COUNTED = ("人", "名", "位", "户", "家", "支", "队", "人次", "个", "所")
"""Units of those who do something themselves: 志愿者300人，参加…, but 修理家电4000余件，荣获…."""
_SUBJECT = 4
"""So many other characters at the beginning of a clause are its subject."""

_BUILDS = tuple("打造 建成 建设 建立 建起 搭建 设立 开设 创办 创建 推出 开发 组建 成立".split())
_BEFORE_NOUNS = ("在", "于", "据", "根据", "从", "到", "经", "对")
"""Prepositions whose noun may stand behind a modifier: 在甲与乙共同开设的丙."""

_PASSED = re.compile("(?:等)?(?:称号|荣誉称号|荣誉)|一[枚项个块座份届次等]")
"""Words between the verb, its object and 的 that change nothing: 获得|一枚|银牌, 标兵|称号|的乙."""

_SHORTEST_DOER = 3
"""由 and fewer characters may be an adverb's (由此)."""

THEMED = re.compile("以.+为(?:活动)?(?:主题|主旨|宗旨|口号|目标|主线|内容|载体|抓手|重点)")
"""What stands between a verb and its object without making it far: 举办|以“甲”为主题的|乙大赛."""


def adjacent(chunks: Sequence[Chunk], k: int, n: int) -> bool:
    """Is the phrase at ``k`` the subject inside 参加[甲主办]的大赛, right before a verb with 的 behind it?"""
    return follows(chunks, n, "DE") and all(c.kind in ("ADV", "TIME", "PP") for c in chunks[k + 1 : n])


_DESCRIBED = (
    "企业",
    "品牌",
    "公司",
    "机构",
    "平台",
    "网站",
    "厂商",
    "服务商",
    "运营商",
    "制造商",
    "集团",
    "媒体",
    "社区",
    "院校",
)


def described(chunks: Sequence[Chunk], k: int) -> bool:
    """Is the verb before the phrase at ``k`` part of a descriptor that opens the clause: 国内出版领军企业|甲公司?"""
    owners = chunks[k].owners
    before = chunks[k - 1].word if k else ""
    noun = (bool(owners) and owners[0].text.endswith(_DESCRIBED)) or before.endswith(_DESCRIBED)
    return noun and all(c.kind in ("TEXT", "V", "ADV", "TIME") and c.word != "，" for c in chunks[:k])


def far(chunks: Sequence[Chunk], k: int, n: int) -> bool:
    """Is the phrase at ``k`` rather the object of a verb that we do not know: …力克乙队，夺得…?"""
    unknown = k > 0 and chunks[k - 1].kind == "TEXT" and chunks[k - 1].end - chunks[k - 1].start > 1
    unknown = unknown and not chunks[k - 1].word.endswith(PAIRS)
    return unknown and any(c.word == "，" for c in chunks[k + 1 : n])


def done_to(chunks: Sequence[Chunk], k: int) -> bool:
    """Is the phrase at ``k`` the object of a verb that we do not know: 回顾了乙的业绩?"""
    return k > 0 and chunks[k - 1].kind == "TEXT" and chunks[k - 1].word.endswith("了") and len(chunks[k - 1].word) > 2


def parted(chunks: Sequence[Chunk], k: int, n: int) -> bool:
    """Does another verb stand between the phrase at ``k`` and the verb of a modifier: 甲是1958年创办的学校?"""
    if not follows(chunks, n, "DE"):
        return False
    if follows(chunks, k, "TEXT") and chunks[k + 1].word in _JOINED:
        return True  # 甲团和1962年成立的乙团
    return any(chunks[j].word in _BEING or chunks[j].word.endswith(_ATTENDING) for j in range(k + 1, n))


def headed(chunks: Sequence[Chunk], k: int) -> bool:
    """Does a noun behind the name say what is really meant: 大赛招商路演, 大赛倒计时?

    What is counted behind a list (甲校、乙校等20支队伍) says only what they are.
    """
    if follows(chunks, k, "NUM") and all(i.hole in ("机构", "人物", "项目") for i in chunks[k].heads):
        return False
    behind = next((c for c in chunks[k + 1 : k + 3] if c.kind != "NUM"), None)
    if chunks[k].heads and chunks[k].heads[-1].hole in ("项目", "政策", "活动"):
        rest = takewhile(lambda c: c.kind in ("V", "TEXT") and c.word != "，", chunks[k + 1 :])
        meant = _ABOUT if chunks[k].heads[-1].hole == "活动" else _LAUNCH
        if meant.match("".join(c.word for c in rest)):
            return True  # 电视剧《甲》开播发布会
    if chunks[k].heads and chunks[k].heads[-1].hole == "奖项" and behind is not None and _KINDS.fullmatch(behind.word):
        return False  # “甲”“乙”两项|大奖
    return behind is not None and behind.kind == "TEXT" and bool(_HEAD.search(behind.word))


def plan(chunks: Sequence[Chunk], k: int) -> bool:
    """Is the word at ``k`` part of the noun before a name: 启动|人才招募计划|“甲”, 开展|农民工法律援助|“甲”?"""
    at = k + (chunks[k].kind == "V")
    if at < len(chunks) and chunks[at].word == "计划" and follows(chunks, at, "NP"):
        return True
    if k == 0 or chunks[k].word not in _DEEDS or chunks[k - 1].kind != "TEXT" or not follows(chunks, k, "NP"):
        return False
    return bool(of_types(chunks[k + 1].heads[:1], ("项目", "活动")))


def address(chunks: Sequence[Chunk], k: int) -> bool:
    """Does the phrase at ``k`` only say where what stands behind it is: 甲沙漠新能源基地项目?"""
    places = chunks[k].heads and all(i.hole == "地点" for i in chunks[k].heads)
    return bool(places) and follows(chunks, k, "TEXT") and chunks[k + 1].end - chunks[k + 1].start > 1


def counted(chunks: Sequence[Chunk], n: int) -> bool:
    """Is a number the subject: 已有两万人次参加?"""
    for k, chunk in reversed(list(enumerate(chunks[:n]))):
        if chunk.kind == "PP" and chunk.word == "被":
            continue  # 11人|被甲会|授予
        done = chunk.kind == "NUM" and k and chunks[k - 1].kind == "TEXT" and k + 1 < len(chunks)
        if done and chunks[k + 1].word == "，" and not chunk.word.endswith(_DOERS_COUNTED):
            return False  # 修理家电4000余件，荣获丙
        if chunk.kind == "NUM" or (chunk.kind == "TEXT" and _CROWD.search(chunk.word)):
            return True
        people = chunk.kind == "NP" and bool(chunk.heads) and all(i.hole in ("职务", "人群") for i in chunk.heads)
        if chunk.kind not in ("ADV", "TEXT") and not people:
            return False
    return False


def acts_itself(clause: Clause, context: Context) -> bool:
    """Is the subject of the clause a body or person that is not what it goes on to speak of: 法方, 甲院?"""
    opening = heads(clause.opening, context) if clause.opening is not None else ()
    if any(i.hole in ("机构", "人物") and i not in context.topic for i in opening):
        return True
    first = next((c for c in clause.chunks if c.kind not in ("ADV", "TIME")), None)
    return first is not None and first.kind == "TEXT" and _ACTOR.search(first.word) is not None


def opens_anew(clause: Clause) -> bool:
    """Does the clause speak of something new, a name or words that no name calls: 交通运输服务群众, 甲村帮助农民?"""
    if clause.opening is not None and not clause.opening.flags & PRONOUN:
        return True
    first = next((c for c in clause.chunks if c.kind not in ("ADV", "TIME")), None)
    return first is not None and first.kind == "TEXT" and first.end - first.start >= _SUBJECT


def described_behind(chunks: Sequence[Chunk], n: int) -> Sequence[Chunk]:
    """The object, 的 and the name that the verb at ``n`` and its object describe (获得一枚银牌的|乙), nothing elsewhere."""
    rest = [c for c in chunks[n + 1 :] if c.kind not in ("NUM", "ADV") and not _PASSED.fullmatch(c.word)][:3]
    return rest if [c.kind for c in rest] == ["NP", "DE", "NP"] else ()


def joint(chunks: Sequence[Chunk], n: int) -> Items:
    """The bodies in 在甲与乙共同开设的丙, that act together though they stand behind a preposition."""
    if not follows(chunks, n, "DE"):
        return ()
    k = n - 1
    while k > 0 and chunks[k].kind in ("ADV", "TIME"):
        k -= 1
    together = any(c.flags & TOGETHER for c in chunks[k + 1 : n])
    return chunks[k].heads if together and chunks[k].kind == "PP" and chunks[k].word in _BEFORE_NOUNS else ()


def made(chunks: Sequence[Chunk], k: int, n: int) -> bool:
    """Does the phrase at ``k`` only say who made the subject: 甲厂研发的新材料获奖, 乙领衔的创新小组获奖?"""
    rest = [c for c in chunks[k + 1 : n] if c.word != "同志"]
    most = 3 if any(i.hole != "人物" for i in chunks[k].heads) else len(rest)
    behind = [c.kind in ("TEXT", "V") and c.word != "，" for c in rest[2:]]
    return 0 < len(behind) <= most - 2 and all(behind) and [c.kind for c in rest[:2]] == ["V", "DE"]


def ending(found: Items, role: Role) -> Items:
    """The items whose words end as the role asks; in a list the last speaks for those before it (甲、乙集团).

    What ends as the role forbids is dropped whatever the list (nobody takes part in an 地震).
    """
    found = tuple(i for i in found if not i.text.endswith(role.never)) if role.never else found
    if not role.ends or (found and found[-1].text.rstrip(_QUOTES).endswith(role.ends)):
        return found
    return tuple(i for i in found if i.text.rstrip(_QUOTES).endswith(role.ends))


def announced(chunks: Sequence[Chunk], types: Sequence[str]) -> Items:
    """What a clause is put under: 甲国大奖赛丙市站，乙夺冠; 北京时间昨晚，甲联赛第6轮，乙队取胜."""
    stretch: list[Chunk] = []
    for chunk in chunks:
        if chunk.word != "，":
            stretch.append(chunk)
            continue
        named = [c for c in stretch if c.kind not in ("TIME", "ADV", "TEXT", "NUM")]
        if named and named[0].kind == "NP":
            return of_types(named[0].heads, types)[-1:]
        if named:
            return ()
        stretch = []
    return ()


def dropped(chunks: Sequence[Chunk], n: int) -> bool:
    """Has the verb no object of its own: 甲出席。 甲出席并讲话; but not 参与了从设计到建设的每一步?"""
    at = n + 1 + (n + 1 < len(chunks) and chunks[n + 1].word == "了")
    return at >= len(chunks) or chunks[at].word in ("并", "，", "并且", "并作")


def owners(clause: Clause, n: int, types: Sequence[str]) -> Items:
    """What stands right before the object (担任大赛评委: 大赛)."""
    phrase = next((c for c in clause.chunks[n + 1 :] if c.kind in ("NP", "V")), None)
    return of_types(phrase.owners, types) if phrase is not None else ()


def _in_town(chunks: Sequence[Chunk], k: int) -> bool:
    """Is the phrase at ``k`` 在京 right before those who are there: whom it tells of, not where they do something?"""
    return (
        len(chunks[k].heads[-1].text) == 1 and follows(chunks, k, "NP") and not any(c.kind == "NP" for c in chunks[:k])
    )


def adverbial(clause: Clause, n: int, place: str, types: Sequence[str]) -> Items:
    """The items of the nearest prepositional phrase of this place, before the verb at ``n`` or right behind it."""
    chunks = clause.chunks
    several = any(len(c.heads) > 1 for c in chunks[n + 2 : n + 6])  # 推出|面向农户的|甲、面向商户的乙
    for k in (*range(n, -1, -1), *(() if several and place == "为" else (n + 1,))):
        if k < len(chunks) and chunks[k].kind == "PP" and chunks[k].place == place:
            met = any(c.word in _MET for c in chunks[k + 1 : n])  # 在甲市会见来华出席丙峰会的乙：丙不在甲市
            if place == "在" and (met or (chunks[k].heads and _in_town(chunks, k))):
                return ()  # 在京委员出席丙会
            builds = k + 1 == n and chunks[n].word.startswith(_BUILDS) and acts_before(chunks, k)
            if place == "在" and builds and not any(c.kind == "NP" for c in chunks[:k]):
                return ()  # 在甲总工会打造的“丙之家”里：甲是打造的，不是所在
            if place == "与" and any(c.kind in ("NP", "V", "TEXT", "DE") for c in chunks[k + 1 : n]):
                return ()
            found: tuple[Item, ...] = of_body(chunks[k], chunks[k].heads, types)
            if place == "为" and found and found[-1].group:
                later = [of_types(c.heads, types) for c in chunks[k + 1 : n] if c.kind == "NP"]
                found = next((items for items in reversed(later) if items), found)  # 为贫困家庭的先心病患儿
            if found:
                return found
    return ()


def acts_before(chunks: Sequence[Chunk], k: int) -> bool:
    """Does the phrase at ``k`` open a relative clause (出席甲会|援建的|丁仪式): who does it, not what is attended?"""
    if k + 1 >= len(chunks) or not any(i.hole in ("机构", "人物") for i in chunks[k].heads):
        return False
    return chunks[k + 1].kind == "V" and follows(chunks, k + 1, "DE")


def handed(chunks: Sequence[Chunk], n: int) -> Items:
    """What 将 or 把 puts before the verb at ``n``: 将甲命名为乙."""
    return next((c.heads for c in chunks[:n] if c.word in ("将", "把") and c.heads), ())


def unread(agent: Chunk) -> bool:
    """Does 由 stand before a doer whose name was not read: 甲出席由某某会主办的丙?"""
    return agent.place == "由" and not agent.heads and agent.end - agent.start > _SHORTEST_DOER


def named(chunks: Sequence[Chunk], k: int) -> bool:
    """推出名为“甲”的工程: the phrase at ``k`` is the name of what stands behind its 的."""
    return chunks[k - 1].kind == "TEXT" and chunks[k - 1].word.endswith(("名为", "名叫", "题为", "叫做", "称为"))
