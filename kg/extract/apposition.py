"""Names beside posts and bodies: 甲省总工会党组书记、主席乙; 乙，某厂电工; 乙主席; 某台甲、乙、丙."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.extract.bodies import bodies_before, firm_of_board, generic, meant, of_kind
from kg.extract.bodies_told import NO_FIRM
from kg.extract.posts import (
    MOD,
    NOBODYS,
    ORG,
    PART,
    PERSON,
    PLACE,
    POST,
    SEP,
    careers,
    items_in,
    not_a_noun,
    posts,
    stacked,
)
from kg.extract.signs import OTHERS_OF, SIGNS, Item, Reading
from kg.extract.words import MOOD

_HONOUR = rf"{SIGNS['奖项']}(?:荣誉)?(?:称号)?(?:获得者|获奖者|得主)?"
_HONOURS = rf"(?:、{_HONOUR})*"  # among the posts: 甲厂焊工、全国劳动模范乙
_HELD_BY = "".join(rf"(?<!{PERSON}{verb})" for verb in ("", *"任为担兼", "担任", "兼任"))  # 乙任|组长、县长丙
BEFORE = re.compile(rf"(?:{_HELD_BY}{PART}(?:{_HONOURS}{SEP}{PART})*|{PART})(?:——)?(?P<honours>{_HONOURS}){PERSON}")
_VITA = rf"(?>，(?:男|女|[^，。；\n]{{0,6}}族|[^，。；\n]{{0,8}}(?:生|人|岁|党员|学历|学位|毕业|文化|入党)|{SIGNS['数量']}|{PLACE}+(?:人|籍)?|[^，。；\n]{{0,11}}(?:参加革命|参加工作|入伍|参军|参加八路军|参加新四军)|{_HONOUR}(?:、{_HONOUR})*)(?=，|系[{ORG}]))*"
"""What a short biography says between the name and the post: 乙，男，汉族，1978年出生，中共党员，某厂电工."""
AFTER = re.compile(
    rf"{PERSON}[男女]?{_VITA}(?:，(?:现任|系|是|现为|时任|曾任|任)?|系(?=[{ORG}]))({PART}(?:{SEP}{PART})*)(?=[，。；\n]|$)"
)
VITA = re.compile(
    rf"{PERSON}，(?:[男女]|[^，。；\n]{{0,8}}(?:族|出生|生于|岁|生))，[^。\n{PERSON}]{{0,240}}?[，；。](?:现任|现为|历任|曾任)({PART}(?:{SEP}{PART})*)"
)
"""What a long biography comes to: 乙，男，汉族，籍贯丙县，…，高级经济师，现任甲公司总经理."""
TITLE = re.compile(rf"{PERSON}({POST})(?![{PERSON}{POST}])")
WORKER = re.compile(
    rf"{ORG}[^{ORG}{PERSON}{POST}{SIGNS['活动']}{SIGNS['项目']}，。；：、！？“”\n]{{1,14}}的({MOD}{POST}){PERSON}"
)
_POSTS = rf"(?P<post>{PART}(?:{SEP}{PART})*)"
APPOINTED = re.compile(
    rf"(?:聘任|续聘|选聘|聘请|任命|委任|选举|选举产生|推选|推举|增补|增选)了?原?(?:{PART})?(?P<who>{PERSON}(?:(?:、|和|与){PERSON})*)"
    rf"(?:等?(?:同志|先生|女士)|等人?)?(?:接替[^，。；]{{1,16}}?，?)?(?:分别)?(?:为|担任|出任|任|兼任){_POSTS}"
)
FILLED = re.compile(
    rf"{_POSTS}(?:一职|职务|之职)?(?:，(?:该职|其职务|职务|改)?)?(?:[则仍暂后改均]|分别)?由[^，。；：！？\n{PERSON}]{{0,24}}"
    rf"(?P<who>{PERSON})(?:同志|先生|女士)?(?:兼任|担任|出任|接任|继任|接替|代理|接棒|兼)(?=[，。；、）\n]|$)"
)
ALSO = re.compile(
    rf"[，、；](?P<who>{PERSON}(?:(?:、|和|与){PERSON})*)(?:等?同志|等人?)?(?:分别)?(?:为|任|担任|当选为?){_POSTS}"
)
"""The next ones chosen: 选举乙为主席，丙、丁为副主席."""
_BOARD_DECIDES = re.compile(
    "(?:第[一二三四五六七八九十]+届)?董事会(?:审议|研究|会议|一致|全票|已经?)*(?:同意|决定|通过)?$"
)
_FIRM_NOUNS = ("", "公司", "集团", "企业", "集团公司", "总公司", "行")
_OPENS = re.compile("(?:公告|公告称|公布|宣布|披露|经|[，：。])$")
_POSTED = re.compile(rf"{ORG}{POST}+(?:、{POST}+)*[，、]$")
AS = re.compile(rf"(?:作为|身为){_POSTS}，(?P<who>{PERSON})(?![{POST}])")
_AT_WORK = (
    r"(?:车间|班组|现场|工地|生产线|项目部|病房|实验室|办公室|厂区|指挥部|调度室|一线|工作站|窗口|门口)[里内中上]?"
)
AT = re.compile(
    rf"(?:(?:在|走进|来到){ORG}[^，。；：！？\n{ORG}{PERSON}]{{0,10}}|{ORG}[^，。；：！？\n{ORG}{PERSON}]{{0,6}}{_AT_WORK})"
    rf"，({MOD}{POST})(?P<who>{PERSON})(?![{POST}])"
)
_AT_POSTS = re.compile(
    r"(?:工|[班队组站所院厂矿车校馆店园社行护士]长|师|医生|护士|司机|员(?<!议员)(?<!委员)(?<!专员)(?<!通讯员)(?<!党员)|教授|教练|总监|主任|经理)$"
)
"""Posts that are held where their holder is met (在甲公司，司机乙…); a patient or visitor belongs elsewhere."""
_ANYBODY = ("职工", "员工", "农民工", "女工", "环卫工", "司机", "快递员", "外卖员", "配送员", "送餐员")
"""Posts of guests at a union or a clinic (在甲县总工会服务站，农民工乙…), though of workers in a factory."""
OWNED = re.compile(
    rf"{ORG}的?(?:{SIGNS['数量']}的?(?:参赛|获奖|青年|一线|女|年轻|优秀)?(?:选手|{POST}|[^，。；：、{ORG}{PERSON}]{{1,3}}[工员师手])(?={PERSON})|组合|(?:青年|一线|普通|年轻|基层|优秀|骨干|技术|女|老|新)*(?:职工|工人|员工|教师|教职工|学生|干部|党员|骨干|青工))?{PERSON}"
)
"""A body right before a name, or before what groups of its people are called by (甲厂青年职工乙)."""
_PUPIL = re.compile(
    rf"(?:[初高][一二三]|[一二三四五六]年级)(?:[\d一二三四五六七八九十]{{1,2}})?班?的?(?:学生|同学|男生|女生|{POST})?(?P<who>{PERSON})"
)
"""A pupil by the class: 高二（3）班的乙, whose number in brackets does not stand in the rules' text."""
_AND_NEXT = ("，", "、", "和", "及", "与", "以及")
"""Between two people of a list, the second without a body of their own."""
_NEXT = re.compile(rf"(?:[、/／]|和|及|以及){PERSON}(?![{POST}式])")
_TITLED_NEXT = re.compile(rf"{POST}[、和]{PERSON}(?={POST})")
"""甲府乙市长、丙副市长."""
_FREE = ("学者", "家", "诗人", "传承人", "策展人")
"""What somebody is without a body: behind the head of one in a list they are none of its people."""
_DUTIES = ("负责", "主管", "分管")
"""What someone in charge does: 甲会负责教育事务的副秘书长乙."""
_FIELDS = ("专业的", "学院的", "系的", "班的", "级的", "车间的", "项目部的", "科的")
"""What the parts of a school or firm end in, whatever verb their name holds: 甲大学工商管理专业的博士乙."""
_VERBAL = ("代表", "领导", "指导", "编辑", "主持", *OTHERS_OF)
"""Posts that are verbs behind a name (乙代表甲致辞), or someone else's (乙特使)."""
_HEADS = re.compile("(?:董事长|总经理|总裁|书记|主席|主任|[省市县区州镇校院局厅部处会行所厂]长)$")
"""What somebody is called by before what is theirs: 乙董事长的问候."""
_CREDITS = ("监制", "导演", "编剧", "作曲", "作词", "主编", "总导演", "指挥", "领衔主演", "主演")
"""What makers of a work do, as verbs: 乙监制、丙导演的《丁》."""
_COUNSEL_OF = re.compile(rf"{ORG}的?$")
_COUNSEL = re.compile("介绍|作[了专主]|讲解|主讲|授课|解读|提醒|围绕|结合|认为|为[^，。]{1,12}(?:讲|作|解|授|普)")
"""A lawyer named by title (甲会乙律师, 乙律师介绍), not the lawyer of somebody (乙律师称)."""
_SHARED = re.compile(
    r"^副|^常务副|^第.副|(?:常委|委员|代表|院士|专家|选手|队员|运动员|教练员|学生|大学生|研究生|员工|职工|工人|[^民职]工|司机|骑手|技师|工程师|分析师|教师|老师|记者|演员|教授|研究员|医生|护士|民警|战士|嘉宾"
    r"|理事|会员|党员|成员|议员|法官|律师|设计师|航天员|飞行员|艺术家|作家|画家|歌手|主持人|志愿者|宇航员|球员|秘书|同志)$"
)
"""Posts that several hold at once: 甲会副主席乙、丙、丁 are all of them."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A person, the post (words, or '') and the body that it is held in (or None)."""

    person: Item
    post: str
    body: Item | None
    start: int
    end: int
    trigger: str


def holdings(reading: Reading, start: int, end: int) -> list[Holding]:
    """All that the sentence says by apposition, in order."""
    result: list[Holding] = []
    last: Item | None = None
    last_end = -1
    titled: dict[int, int] = {}  # where posts begin, and where the person is whose they are
    for match in BEFORE.finditer(reading.text, start, end):
        person = reading.items[match.end() - 1]
        titled[match.start()] = match.end() - 1
        follows = reading.text[max(0, last_end) : match.start()] in _AND_NEXT and not _own_master(reading, match)
        found = list(posts(reading, match.start(), match.start("honours") + 1, last if follows else None))
        bodies = [i for i in items_in(reading, match.start(), match.end()) if i.hole == "机构"]
        for words, body in found:
            result.append(Holding(person, words, body, match.start(), match.end(), words))
        for words, body in stacked(reading, start, match.start()):
            result.append(Holding(person, words, body, match.start(), match.end(), words))
        last = _passed_on(reading, match, found, bodies, last if follows else None)
        last_end = match.end()
        alone = not bodies and reading.items.get(match.start("honours") - 1) is not None
        shared = alone or bool(found and _SHARED.search(found[-1][0]))
        nxt = _NEXT.match(reading.text, match.end(), end)
        several = [*takewhile(lambda post: _SHARED.search(post[0]), reversed(found))] or found[-1:]
        while nxt and shared and found:
            other = reading.items[nxt.end() - 1]
            result += [Holding(other, words, body, match.start(), nxt.end(), words) for words, body in several]
            last_end = nxt.end()
            nxt = _NEXT.match(reading.text, nxt.end(), end)
    known = set(titled.values())
    for match in AFTER.finditer(reading.text, start, end):
        behind = titled.get(match.end() + 1) if match.start() in known else None  # 甲局长乙，丙部成员、处长，丁馆馆长戊
        person = reading.items[match.start() if behind is None else behind]
        for words, body in posts(reading, match.start(1), match.end(1)):
            result.append(Holding(person, words, body, match.start(), match.end(), words))
    for match in VITA.finditer(reading.text, start, end):
        for words, body in careers(reading, match, end):
            result.append(Holding(reading.items[match.start()], words, body, match.start(), match.end(), words))
    for match in TITLE.finditer(reading.text, start, end):
        item = reading.items[match.start(1)]
        if _titled(reading, match, item):
            result.append(Holding(reading.items[match.start()], item.text, None, *match.span(), item.text))
    more = (_owned, _pupils, _workers, _chosen)
    return [*result, *(holding for told in more for holding in told(reading, start, end))]


def _titled(reading: Reading, match: re.Match[str], post: Item) -> bool:
    """Is the post behind a name its own: 乙教授, 甲会乙律师; not that of another (乙特使) or what one does (乙导演的丙)?"""
    if post.text == "律师":
        return bool(_COUNSEL_OF.search(reading.text, max(0, match.start() - 2), match.start())) or bool(
            _COUNSEL.match(reading.text, match.end())
        )
    if post.text in _CREDITS and reading.text.startswith(("、", "，", "的"), match.end()):
        return False
    own = reading.text[match.end() : match.end() + 1] != "的" or _HEADS.search(post.text) is not None
    return post.text not in _VERBAL and own


def _passed_on(
    reading: Reading,
    match: re.Match[str],
    found: Sequence[tuple[str, Item | None]],
    bodies: Sequence[Item],
    inherited: Item | None,
) -> Item | None:
    """The body that the next one of a list shares: not the one that somebody heads besides (副总经理兼乙部经理丙)."""
    also = reading.text.find("兼", *match.span())
    if also >= 0 and bodies:
        own = [body for body in bodies if body.start < reading.at[also]]
        return own[-1] if own else inherited
    return bodies[-1] if bodies else next((b for _, b in found if b), None)


def _own_master(reading: Reading, match: re.Match[str]) -> bool:
    """Is the next one of a list what nobody is of a body: 甲学院院长乙、民俗学者丙?"""
    post = reading.items.get(match.start("honours") - 1)
    return post is not None and post.text.endswith(_FREE)


def _chosen(reading: Reading, start: int, end: int) -> Iterator[Holding]:
    """聘任乙为总经理; 院长由乙兼任; 作为甲厂的焊工，乙…: the body is that of the post, else the one that appoints."""
    for expression in (APPOINTED, FILLED, AS):
        for match in expression.finditer(reading.text, start, end):
            if _planned(reading, start, match):
                continue
            firm, own = None, _posted_before(reading, match)
            if own is None and expression is APPOINTED:
                own = next((b for b in bodies_before(reading, match.start()) if b.start >= reading.at[start]), None)
                firm = _called(reading, match.start())
                own = firm or (own and firm_of_board(reading, own))
            board = _BOARD_DECIDES.search(reading.text, start, match.start()) if expression is APPOINTED else None
            firm = _whose_board(reading, board.start()) if board else firm
            also: re.Match[str] | None = match
            while also:
                found = list(posts(reading, *also.span("post")))
                for person in items_in(reading, *also.span("who")):
                    for words, body in found:
                        at = also.start("post")
                        inner = generic(reading.text[at : at + 6]).removeprefix("该") not in _FIRM_NOUNS
                        stated = body is not None and (body.start >= reading.at[at] or inner)
                        yield Holding(person, words, body if stated else firm or body or own, *also.span(), words)
                own = next((body for _, body in found if body), own)
                also = ALSO.match(reading.text, also.end(), end) if expression is APPOINTED else None


def _called(reading: Reading, at: int) -> Item | None:
    """The body that a noun right before the verb means: 研究院|聘任乙为."""
    noun = next((n for size in (4, 3, 2) if generic(n := reading.text[max(0, at - size) : at]) == n and n), "")
    return meant(reading, at - len(noun), noun) if noun else None


def _whose_board(reading: Reading, at: int) -> Item | None:
    """Whose board, told before ``at``, decides: 甲公司公告称，|董事会同意聘任, 甲银行公告，该行|董事会决定聘任."""
    before = reading.items.get(at - 1)
    if before is not None:
        return before if before.hole == "机构" else None
    opens = _OPENS.search(reading.text[:at]) is not None
    return _called(reading, at) or (next(bodies_before(reading, at), None) if opens else None)


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
        duty = reading.text.startswith(_DUTIES, match.start() + 1) or reading.text.endswith(_FIELDS, 0, match.start(1))
        if not duty and not_a_noun(reading, match.start() + 1, match.start(1)):
            continue
        for words, own in posts(reading, *match.span(1)):
            if own is None and not words.endswith(NOBODYS):
                yield Holding(person, words, body, *match.span(), words)
                nxt = _NEXT.match(reading.text, match.end(), end) if _SHARED.search(words) else None
                while nxt:
                    yield Holding(reading.items[nxt.end() - 1], "", body, match.start(), nxt.end(), words)
                    nxt = _NEXT.match(reading.text, nxt.end(), end)
    for match in AT.finditer(reading.text, start, end):
        body = next(i for i in items_in(reading, *match.span()) if i.hole == "机构")
        post = reading.items[match.start("who") - 1]
        if _AT_POSTS.search(post.text) and not (post.text.endswith(_ANYBODY) and body.text.endswith(NO_FIRM)):
            yield Holding(reading.items[match.start("who")], "", body, *match.span(), post.text)


def _pupils(reading: Reading, start: int, end: int) -> Iterator[Holding]:
    """高一三班的乙、丙: of the school that the text tells of."""
    for match in _PUPIL.finditer(reading.text, start, end):
        school = of_kind(reading, match.start(), "校长")
        nxt: re.Match[str] | None = match
        while school is not None and nxt:
            yield Holding(reading.items[nxt.end() - 1], "", school, match.start(), nxt.end(), school.text)
            nxt = _NEXT.match(reading.text, nxt.end(), end)


def _owned(reading: Reading, start: int, end: int) -> Iterator[Holding]:
    """A body right before a name (某台甲、乙): the name belongs to it, and so do the bare names that follow."""
    for match in OWNED.finditer(reading.text, start, end):
        body = reading.items[match.start()]
        yield Holding(reading.items[match.end() - 1], "", body, *match.span(), body.text)
        following = _TITLED_NEXT if reading.text[match.end() : match.end() + 1] == POST else _NEXT
        nxt = following.match(reading.text, match.end(), end)
        while nxt:
            yield Holding(reading.items[nxt.end() - 1], "", body, match.start(), nxt.end(), body.text)
            nxt = following.match(reading.text, nxt.end(), end)
