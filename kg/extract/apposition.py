"""Names beside posts and bodies: 甲省总工会党组书记、主席乙; 乙，某厂电工; 乙主席; 某台甲、乙、丙."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.bodies import bodies_before, generic, meant, of_kind, possessor
from kg.extract.signs import OTHERS_OF, SIGNS, Item, Reading
from kg.extract.words import ADVERB, MOOD, PREPOSITION, VERB

ORG, PERSON, PLACE, POST, GROUP = (SIGNS[hole] for hole in ("机构", "人物", "地点", "职务", "人群"))
_OTHER = "".join(sign for hole, sign in SIGNS.items())
_MOD = rf"[^{_OTHER}，。；：、！？“”‘’《》（）()\s的和与及在是年月日]{{0,8}}"
_BODY = rf"(?:[{ORG}{PLACE}](?:的|原|驻(?={PLACE}))?)*"
PART = rf"{_BODY}(?:{_MOD}{POST}+|长(?=[{PERSON}、兼]))"
_PART = re.compile(rf"({_BODY})({_MOD})({POST}+|长(?=[{PERSON}、兼]))")
_SEP = "(?:、|兼(?![职任])|和|以及|暨|、?原)"
BEFORE = re.compile(rf"(?:(?<!{PERSON}){PART}(?:{_SEP}{PART})*|{PART}){PERSON}")
_VITA = rf"(?:，(?:男|女|[^，。；\n]{{0,6}}族|[^，。；\n]{{0,8}}(?:生|出生|人|岁|党员|学历|学位|毕业|文化|入党)|{SIGNS['数量']}))*"
"""What a short biography says between the name and the post: 乙，男，汉族，1978年出生，中共党员，某厂电工."""
AFTER = re.compile(
    rf"{PERSON}{_VITA}(?:，(?:现任|系|是|现为|时任|曾任|任)?|系(?=[{ORG}]))({PART}(?:{_SEP}{PART})*)(?=[，。；\n]|$)"
)
CAREER = re.compile(
    rf"(?:了|过|为)?[^，；。！？\n]{{0,12}}?({PART}(?:{_SEP}{PART})*)(?=[，。；！？”）、\n]|$|的?职务|一职|后|时|期间|以来|并|之前)"
)
MORE = re.compile(rf"[，；](?:兼任?|现任|现为|系|任|是)?({PART}(?:{_SEP}{PART})*)(?=等?(?:[，。；！？\n]|$))")
"""The next posts of a career: 现为甲院院长，乙会顾问，丙社理事等."""
TITLE = re.compile(rf"{PERSON}({POST})(?![{PERSON}{POST}])")
WORKER = re.compile(
    rf"{ORG}[^{ORG}{PERSON}{POST}{SIGNS['活动']}{SIGNS['项目']}，。；：、！？“”\n]{{1,14}}的({_MOD}{POST}){PERSON}"
)
_POSTS = rf"(?P<post>{PART}(?:{_SEP}{PART})*)"
APPOINTED = re.compile(
    rf"(?:聘任|续聘|选聘|聘请|任命|委任|选举|选举产生|推选|推举|增补|增选)了?(?:{PART})?(?P<who>{PERSON}(?:(?:、|和|与){PERSON})*)"
    rf"(?:同志|先生|女士)?(?:等人?)?(?:分别)?(?:为|担任|出任|任|兼任){_POSTS}"
)
FILLED = re.compile(
    rf"{_POSTS}(?:一职|职务|之职)?(?:，(?:该职|其职务|职务|改)?)?(?:[则仍暂后改均]|分别)?由[^，。；：！？\n{PERSON}]{{0,24}}"
    rf"(?P<who>{PERSON})(?:同志|先生|女士)?(?:兼任|担任|出任|接任|继任|接替|代理|接棒|兼)(?=[，。；、）\n]|$)"
)
ALSO = re.compile(
    rf"[，、；](?P<who>{PERSON}(?:(?:、|和|与){PERSON})*)(?:同志)?(?:等人?)?(?:分别)?(?:为|任|担任|当选为?){_POSTS}"
)
"""The next ones chosen: 选举乙为主席，丙、丁为副主席."""
_POSTED = re.compile(rf"{ORG}{POST}+(?:、{POST}+)*[，、]$")
AS = re.compile(rf"(?:作为|身为){_POSTS}，(?P<who>{PERSON})(?![{POST}])")
_AT_WORK = (
    r"(?:车间|班组|现场|工地|生产线|项目部|病房|实验室|办公室|厂区|指挥部|调度室|一线|工作站|窗口|门口)[里内中上]?"
)
AT = re.compile(
    rf"(?:(?:在|走进|来到){ORG}[^，。；：！？\n{ORG}{PERSON}]{{0,10}}|{ORG}[^，。；：！？\n{ORG}{PERSON}]{{0,6}}{_AT_WORK})"
    rf"，({_MOD}{POST})(?P<who>{PERSON})(?![{POST}])"
)
_AT_POSTS = re.compile(
    r"(?:工|[班队组站所院厂矿车]长|师|医生|护士|司机|技术员|操作员|调度员|巡检员|驾驶员|乘务员|主任|经理)$"
)
"""Posts that are held where their holder is met (在甲公司，司机乙…); a patient or visitor belongs elsewhere."""
OWNED = re.compile(rf"{ORG}(?:的)?{PERSON}")
_NEXT = re.compile(rf"(?:、|和|及|以及){PERSON}(?![{POST}])")
_BODYLIKE = re.compile(r"[部会局院处室厂校社委办组队所司团站店行]$|公司|中心|集团|.{5}")
_INSIDE = re.compile(
    r"^(?:工会|团委|纪委|党委|党总支|党支部|机关党委|妇委会|[^，、]{0,5}(?:车间|班组|分厂|事业部|[^干队俱]部|科室))$"
)
"""Parts that every body has: in a list of its people they are parts of the body just named."""
_LEADING = re.compile(
    r"(?:[^家队船班组村]长|书记|主席|主任|总裁|经理|总监|官|创始人|合伙人|发言人|负责人|代表人|主教练|C[EFTO]O)$"
)
_FREE = ("学者", "家", "诗人", "传承人", "策展人")
"""What somebody is without a body: behind the head of one in a list they are none of its people."""
_WORKSHOP = re.compile(r"\w{0,4}(?:车间|分厂|工段|班组|生产部|设备部|研发部|项目部)")
"""Parts of a firm: 装配车间焊工乙 in a text about 甲公司 is its man."""
_DUTIES = ("负责", "主管", "分管")
"""What someone in charge does: 甲会负责教育事务的副秘书长乙."""
_RETIRED = ("退休", "离休", "离退休", "下岗")
_DONE_TO = tuple(
    "支持 反对 拥护 呼吁 敦促 推翻 弹劾 罢免 质疑 授予 追授 表彰 奖励 慰问 看望 会见 接见 邀请 聘请 特邀 推荐 采访 走访 抓获 逮捕 拘留 起诉 指控 处罚 免去 感谢 祝贺 批评 资助 救助".split()
)
"""What a body does to somebody, right behind its name."""
_VERBAL = ("代表", "领导", "指导", "编辑", "主持", *OTHERS_OF)
"""Posts that are verbs behind a name (乙代表甲致辞), or someone else's (乙特使)."""
_SHARED = re.compile(
    r"^副|^常务副|^第.副|(?:常委|委员|代表|院士|专家|选手|队员|运动员|教练员|学生|大学生|研究生|员工|职工|工人|[^民职]工|司机|骑手|技师|工程师|分析师|教师|老师|记者|演员|教授|研究员|医生|护士|民警|战士|嘉宾"
    r"|理事|会员|党员|成员|议员|法官|律师|设计师|航天员|飞行员|艺术家|作家|画家|歌手|主持人|志愿者|宇航员|球员|秘书|同志)$"
)
"""Posts that several hold at once: 甲会副主席乙、丙、丁 are all of them."""
_TENURE = ("", "现任", "曾任", "兼任", "前", "原", "首任", "新任", "时任", "代")
_COUNT = re.compile(
    r"^(?:裔|国(?=前?副?(?:总[理统]|首相|外长|议长|国王|女王))|某[^，、]{0,6}?(?:公司|单位|医院|支队|大队|中队|部队|企业|银行|机构|[部厂局校村镇店院社])|一[名位个]|[首新]一?[任位]|第[一二三四五六七八九十\d]+任)"
)
_ALSO_IN = re.compile("^兼(?!职)任?")
_OF_PARTY = re.compile(r"^[^，、]{0,7}(?<![户学书典古史])籍(?=..)")
"""甲党籍前议长: of what party or country the holder is."""
SHORTEST_TRADE, LONGEST_WORD = 3, 5
_HEADS = re.compile(
    r"^(?:大赛|竞赛|赛事|比赛|活动|本次|本届)|(?:常务)?[副代]?[省市县区州镇乡旗]长$|^[前原]?(?:国务委员|国务部长|国家|总书记|副?总理|副?委员长|总统|首相)"
)
"""Posts that say themselves whose they are: they take no body from the post before (外交部长甲、国务委员乙)."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A person, the post (words, or '') and the body that it is held in (or None)."""

    person: Item
    post: str
    body: Item | None
    start: int
    end: int
    trigger: str


def posts(reading: Reading, start: int, end: int, inherited: Item | None = None) -> Iterator[tuple[str, Item | None]]:
    """The posts written at ``start:end``, each with its body; a post after 、 shares the body before it."""
    body = inherited
    for match in _PART.finditer(reading.text, start, end):
        bodies = [reading.items[i] for i in range(*match.span(1)) if i in reading.items]
        posted = bool(bodies) and reading.text.endswith("驻", 0, match.start(1))
        for item in bodies:
            body = item
        if not bodies and body is inherited and _BODYLIKE.search(match[2]) and not _INSIDE.search(match[2]):
            body = None  # 没有认出的机构也是机构，不沿用前一个人的
        own = body if not _HEADS.search(item_words(reading, match)) or bodies else None
        words = item_words(reading, match)
        if posted:
            own, body, bodies = None, None, []  # 甲国常驻乙组织代表 speaks for 甲国
        if match[2].startswith(_RETIRED):
            continue  # 退休政法干警乙 is none now
        if match[2].startswith(_DONE_TO) and not bodies[1:]:
            own, body, bodies = None, None, []  # 甲部授予优秀干部乙: whom it is done to is no man of theirs
        elif match[2] not in _TENURE and _not_a_noun(reading, *match.span(2), ADVERB | MOOD | PREPOSITION):
            own, body, bodies = None, None, []  # 法院签发针对前总统乙的逮捕令
        noun = generic(match[2]) if not bodies else ""
        if noun:
            own = body = meant(reading, match.start(2), noun)
            words = words.removeprefix(noun)
        elif match[2].startswith("其") and not bodies and _LEADING.search(words):
            own = body = possessor(reading, match.start(2))
            words = words[1:]
        elif not bodies and body is not None and _INSIDE.search(match[2]):
            own = body  # 甲公司总经理乙、工会主席丙：也是甲公司的
        elif not bodies and match[2] and _inside_a_word(reading, match.start(2)):
            words = words[len(match[2]) :]  # 战|胜头号种子
        elif match[2] and (
            _not_a_noun(reading, match.start(2), match.end(2))
            or (_BODYLIKE.search(match[2]) and not bodies)
            or match[2] in _DONE_TO
            or match[2] in ("本", "该", "各", "其", "委", "局", "部", "会", "院", "办")
        ):
            rest = words[len(match[2]) :]
            words = words if rest == "人员" else words[-SHORTEST_TRADE:] if len(rest) == 1 else rest  # 抢修人员, 观测员
        if own is None and not bodies and body is None and not match[2].startswith("其"):
            own = of_kind(reading, match.start(3), "董事长" if _WORKSHOP.match(words) else words)
        words = _OF_PARTY.sub("", _ALSO_IN.sub("", _COUNT.sub("", words))).rsplit("著名", 1)[-1].rsplit("知名", 1)[-1]
        yield words, own if own is None or own.hole == "机构" else None
        for outer in bodies[:-1]:
            if outer.hole == "机构" and own is not None:
                yield words, outer  # 甲公司乙班班长：班、公司都是他的


def careers(reading: Reading, match: re.Match[str], end: int) -> Iterator[tuple[str, Item | None]]:
    """The posts that ``CAREER`` found, and those of the stretches behind that each open with a body of their own."""
    yield from posts(reading, match.start(1), match.end(1))
    more = MORE.match(reading.text, match.end(), end)
    while more and ORG in more[1]:
        yield from posts(reading, more.start(1), more.end(1))
        more = MORE.match(reading.text, more.end(), end)


def is_one_of(text: str) -> bool:
    """Does what follows 是 name a body or count the person (是某厂的一名电工), so that it is no mere remark?"""
    return ORG in text or any(word in text for word in ("一名", "一位"))


def item_words(reading: Reading, match: re.Match[str]) -> str:
    """The post as written, its qualifier included; 长 behind a body takes the body's last character."""
    if match[3] == "长":
        before = reading.items.get(match.end(1) - 1)
        return (before.text[-1] if before else "") + "长"
    return match[2] + "".join(item.text for item in _items(reading, *match.span(3)))


def _inside_a_word(reading: Reading, at: int) -> bool:
    """Does a word begin before ``at`` and reach beyond it?"""
    return any(m.end > at for m in reading.within(max(0, at - LONGEST_WORD), at))


def _not_a_noun(reading: Reading, start: int, end: int, flags: int = VERB | ADVERB | MOOD | PREPOSITION) -> bool:
    return any(m.flags & flags for m in reading.within(start, end))


def holdings(reading: Reading, start: int, end: int) -> list[Holding]:
    """All that the sentence says by apposition, in order."""
    result: list[Holding] = []
    last: Item | None = None
    last_end = -1
    titled: dict[int, int] = {}  # where posts begin, and where the person is whose they are
    for match in BEFORE.finditer(reading.text, start, end):
        person = reading.items[match.end() - 1]
        titled[match.start()] = match.end() - 1
        follows = (
            match.start() == last_end + 1 and reading.text[last_end] in "，、和及" and not _own_master(reading, match)
        )
        found = list(posts(reading, match.start(), match.end(), last if follows else None))
        bodies = [i for i in _items(reading, match.start(), match.end()) if i.hole == "机构"]
        for words, body in found:
            result.append(Holding(person, words, body, match.start(), match.end(), words))
        last = bodies[-1] if bodies else next((b for _, b in found if b), None)
        last_end = match.end()
        alone = not bodies and reading.items.get(match.end() - 2) is not None
        shared = alone or bool(found and _SHARED.search(found[-1][0]))
        nxt = _NEXT.match(reading.text, match.end(), end)
        while nxt and shared and found:
            other = reading.items[nxt.end() - 1]
            result.append(Holding(other, found[-1][0], found[-1][1], match.start(), nxt.end(), found[-1][0]))
            last_end = nxt.end()
            nxt = _NEXT.match(reading.text, nxt.end(), end)
    known = set(titled.values())
    for match in AFTER.finditer(reading.text, start, end):
        behind = titled.get(match.end() + 1) if match.start() in known else None  # 甲局长乙，丙部成员、处长，丁馆馆长戊
        person = reading.items[match.start() if behind is None else behind]
        for words, body in posts(reading, match.start(1), match.end(1)):
            result.append(Holding(person, words, body, match.start(), match.end(), words))
    for match in TITLE.finditer(reading.text, start, end):
        item = reading.items[match.start(1)]
        if item.text not in _VERBAL and reading.text[match.end() : match.end() + 1] != "的":
            result.append(Holding(reading.items[match.start()], item.text, None, *match.span(), item.text))
    return [*result, *_owned(reading, start, end), *_workers(reading, start, end), *_chosen(reading, start, end)]


def _own_master(reading: Reading, match: re.Match[str]) -> bool:
    """Is the next one of a list what nobody is of a body: 甲学院院长乙、民俗学者丙?"""
    post = reading.items.get(match.end() - 2)
    return post is not None and post.text.endswith(_FREE)


def _chosen(reading: Reading, start: int, end: int) -> Iterator[Holding]:
    """聘任乙为总经理; 院长由乙兼任; 作为甲厂的焊工，乙…: the body is that of the post, else the one that appoints."""
    for expression in (APPOINTED, FILLED, AS):
        for match in expression.finditer(reading.text, start, end):
            if _planned(reading, start, match):
                continue
            own = _posted_before(reading, match)
            if own is None and expression is APPOINTED:
                own = next((b for b in bodies_before(reading, match.start()) if b.start >= reading.at[start]), None)
            also: re.Match[str] | None = match
            while also:
                found = list(posts(reading, *also.span("post")))
                for person in _items(reading, *also.span("who")):
                    for words, body in found:
                        yield Holding(person, words, body or own, *also.span(), words)
                own = next((body for _, body in found if body), own)
                also = ALSO.match(reading.text, also.end(), end) if expression is APPOINTED else None


def _posted_before(reading: Reading, match: re.Match[str]) -> Item | None:
    """The body of the post before it: 甲公司董事长，总经理由乙兼任."""
    before = _POSTED.search(reading.text, max(0, match.start() - 12), match.start())
    return reading.items[before.start()] if before else None


def _planned(reading: Reading, start: int, match: re.Match[str]) -> bool:
    """Is the appointment only planned or proposed: a mood between the beginning of its clause and its end?"""
    begin = max(start, *(reading.text.rfind(mark, start, match.start()) + 1 for mark in "，；：。"))
    if match.re is FILLED:
        begin = match.end("post")  # 甲卸任厂长，由乙接任
    return any(m.flags & MOOD or m.word == "将" for m in reading.within(begin, match.end()))


def _workers(reading: Reading, start: int, end: int) -> Iterator[Holding]:
    """来自甲公司生产一线的电工乙: the body some words before 的."""
    for match in WORKER.finditer(reading.text, start, end):
        body, person = reading.items[match.start()], reading.items[match.end() - 1]
        duty = reading.text.startswith(_DUTIES, match.start() + 1)
        if not duty and _not_a_noun(reading, match.start() + 1, match.start(1)):
            continue
        for words, own in posts(reading, *match.span(1)):
            if own is None:
                yield Holding(person, words, body, *match.span(), words)
                nxt = _NEXT.match(reading.text, match.end(), end) if _SHARED.search(words) else None
                while nxt:
                    yield Holding(reading.items[nxt.end() - 1], "", body, match.start(), nxt.end(), words)
                    nxt = _NEXT.match(reading.text, nxt.end(), end)
    for match in AT.finditer(reading.text, start, end):
        body = next(i for i in _items(reading, *match.span()) if i.hole == "机构")
        post = reading.items[match.start("who") - 1]
        if _AT_POSTS.search(post.text):
            yield Holding(reading.items[match.start("who")], "", body, *match.span(), post.text)


def _owned(reading: Reading, start: int, end: int) -> Iterator[Holding]:
    """A body right before a name (某台甲、乙): the name belongs to it, and so do the bare names that follow."""
    for match in OWNED.finditer(reading.text, start, end):
        body = reading.items[match.start()]
        yield Holding(reading.items[match.end() - 1], "", body, *match.span(), body.text)
        nxt = _NEXT.match(reading.text, match.end(), end)
        while nxt:
            yield Holding(reading.items[nxt.end() - 1], "", body, match.start(), nxt.end(), body.text)
            nxt = _NEXT.match(reading.text, nxt.end(), end)


def _items(reading: Reading, start: int, end: int) -> Sequence[Item]:
    return [reading.items[i] for i in range(start, end) if i in reading.items]
