"""Posts as they are written: 甲省总工会党组书记、主席, each with the body that it is held in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.bodies import generic, home_of_union, meant, of_kind, possessor, whose_term
from kg.extract.signs import SIGNS, Item, Reading
from kg.extract.words import ADVERB, MOOD, PREPOSITION, VERB

ORG, PERSON, PLACE, POST, GROUP, COUNT, TIME = (
    SIGNS[hole] for hole in ("机构", "人物", "地点", "职务", "人群", "数量", "时间")
)
_WORK = SIGNS["活动"] + SIGNS["项目"]
_OTHER = "".join(sign for hole, sign in SIGNS.items())
_NOUN = rf"[^{_OTHER}，。；：、！？“”‘’《》（）()@＠\s的和与及在是年月日]"
_TWOFOLD = rf"(?<={ORG}){_NOUN}{{1,7}}[与和及]{_NOUN}{{1,9}}(?:科|部|中心|室|处|系|学院|医学|工程|研究|管理|事务|合作|战略|政策|营销|传播|技术|法律|维权|安全)(?={POST})"
"""A part or field of two, right behind its body: 甲医院|呼吸与危重症医学科|护士长."""
_TWO_OFFICES = rf"(?:(?<={PERSON}、)|(?<={PLACE})){_NOUN}{{2,6}}[与和]{_NOUN}{{2,5}}(?={POST}{PERSON})"
"""The field of a minister, named by two, in a list of them: 、港口和机场|部长乙."""
_TEAM = rf"{_NOUN}{{2,12}}{POST}?(?:小组|组委会|委员会|指挥部|工作专班)"
"""A body that was not read, in the posts of one person: 甲会主席、劳动竞赛活动领导小组|组长乙."""
_OF_A_UNIT = rf"(?<={ORG}){_NOUN}{{2,10}}(?:车间|产线|线|班组|班|工段|工区|机组|组|队|部|厂|站){_NOUN}{{1,6}}(?={POST})"
"""A unit that was not read and a trade in it, right behind the firm: 甲公司|总装车间二线钳|工."""
_CREWS = "(?:车间|产线|班组|工段|工区|机组|作业区|基地|[班组队厂值])"
_IN_CREWS = rf"(?<={ORG}){_NOUN}{{1,18}}(?:(?:车间|分厂|工段){_NOUN}{{0,4}}{COUNT}|{_CREWS}){_NOUN}{{0,6}}(?={POST})"
"""Units within units that were not read, right behind the firm: 甲集团|容器车间自动焊接班|班长, 乙厂|三车间机加二组|车工."""
MOD = rf"(?:{_TWOFOLD}|{_TWO_OFFICES}|{_TEAM}|{_OF_A_UNIT}|{_IN_CREWS}|{_NOUN}{{0,8}})"
_BODY = rf"(?:[{ORG}{PLACE}](?:的{COUNT}?|原|兼(?={ORG})|驻(?={PLACE})|首席(?={PLACE}{POST})|{POST}(?={PLACE}问题))?(?:[{_WORK}](?={ORG}|事务))?)*"
PART = rf"{_BODY}(?:{MOD}{POST}+|长(?=[{PERSON}、兼]))"
_CHAIN = re.compile(
    rf".{{2,}}?(?:车间|工段|作业区|分厂|中心|部|厂).{{2,}}(?:{_CREWS}|{COUNT})|.{{2,}}[车机工焊钳修]班$"
)
"""Crews of a firm, whatever words their names hold: 容器车间|自动焊接班."""
_PART = re.compile(rf"({_BODY})({MOD})({POST}+|长(?=[{PERSON}、兼]))")
SEP = rf"(?:、|兼(?![职任])|和|以及|暨|及(?={POST})|、?原)"
_UNREAD = rf"(?:[^{_OTHER}，。；：、！？“”的和与及\s]{{1,4}}(?={ORG}))?"
"""The first characters of a body that was not read whole, in a list of posts: 、资产|风险管理部总经理."""
CAREER = re.compile(
    rf"(?:了|过|为)?[^，；。！？\n]{{0,12}}?({PART}(?:{SEP}{_UNREAD}{PART})*)(?=[，。；！？”）、\n]|$|[的等]?职务|等[^，。；、]{{0,6}}(?:职务|{POST}|职位|头衔)|等职|一职|职责|职权|后|时|期间|以来|并|之[前一]|[及和](?={PERSON}(?:接任|出任|担任|任)))"
)
_STACK = re.compile(rf"(?:^|(?<=[。；：！？\n，]))(原?(?={ORG}){PART}(?:{SEP}{PART})*)，$")
_STACKED_ON = re.compile(rf"(?:原|前)?(?:{ORG}|[省市县区州](?:局|厅|委|院|校|行|公司|总队))")
MORE = re.compile(rf"[，；](?:兼任?|现任|现为|系|任|是)?({PART}(?:{SEP}{PART})*)(?=等?(?:[，。；！？\n]|$))")
"""The next posts of a career: 现为甲院院长，乙会顾问，丙社理事等."""
_BODYLIKE = re.compile(r"[部会局厅院处室厂校社委办组队所司团站店行]$|公司|中心|集团|.{5}")
_INSIDE = re.compile(
    r"^(?:工会|团委|纪委|党委|党总支|党支部|机关党委|妇委会|[^，、]{0,5}(?:车间|班组|分厂|事业部|[^干队俱]部|科室))$"
)
"""Parts that every body has: in a list of its people they are parts of the body just named."""
_LEADING = re.compile(
    r"(?:[^家队船班组村]长|书记|主席|主任|总裁|经理|总监|官|创始人|合伙人|发言人|负责人|代表人|主教练|C[EFTO]O)$"
)
_WORKSHOP = re.compile(r"\w{0,4}(?:车间|分厂|工段|班组|生产部|设备部|研发部|项目部)")
"""Parts of a firm: 装配车间焊工乙 in a text about 甲公司 is its man."""
_PRAISE = re.compile("好(?!莱坞)[一-鿿]{1,3}$")
_RETIRED = ("退休", "离休", "离退休", "下岗")
_DONE_TO = tuple(
    "支持 反对 拥护 呼吁 敦促 推翻 弹劾 罢免 质疑 审理 审判 判处 传唤 通缉 押解 授予 追授 表彰 奖励 慰问 看望 会见 接见 邀请 聘请 特邀 推荐 采访 走访 抓获 逮捕 拘留 起诉 指控 处罚 免去 感谢 祝贺 批评 资助 救助".split()
)
"""What a body does to somebody, right behind its name."""
NOBODYS = tuple(
    "居民 市民 患者 病人 伤者 伤员 顾客 乘客 旅客 游客 读者 观众 消费者 用户 储户 股民 投资者 家长 家属 球迷 歌迷 嫌疑人 被告人 报案人 报警人 受害人 被害人 当事人 求助者".split()
)
"""What nobody is of the body that has to do with them."""
_FOR_OTHERS = re.compile(
    rf"(?:集体|个人|单位|班组|职工|工人|农民工|员工|劳模|工匠|模范|获得者|得主|获奖者|先进|学员|选手|志愿者|群众|{SIGNS['奖项']}|{GROUP})$"
)
"""Before 代表 they say for whom somebody stands, which is no post: 获奖集体|代表乙."""
_BRIGADES = ("大队", "支队", "中队", "总队", "分队", "小组")
"""甲县消防大队|长乙 is the 大队长, 甲县公安局|长 the 局长."""
_JOINT = re.compile("[与和及]")
_TENURE = ("", "已故", "已故前", "前任", "现任", "曾任", "兼任", "前", "原", "首任", "新任", "时任", "代")
_COUNT = re.compile(
    r"^(?:[本这此该][届次场](?:大赛|比赛|竞赛|赛事|活动|论坛|会议|大会|展会|博览会)的?|(?:还|也|就|共|主要|其中|分别)有|还?包括|裔|级(?=.)|问题(?=特使|特别代表|高级代表|代表|专家)|[美俄英法德日韩朝印巴土伊叙乌以埃波意西葡希泰越缅老柬菲马新澳加墨智阿秘委古约黎也利突苏厄](?=前?副?(?:总统|总理|首相|外长|防长|国王|女王|议长|外交部长|国防部长)$)|国(?=前?副?(?:总[理统]|首相|外长|议长|国王|女王))|某[^，、]{0,6}?(?:公司|单位|医院|支队|大队|中队|部队|企业|银行|机构|[部厂局校村镇店院社])|一[名位个]|[首新]一?[任位]|第[一二三四五六七八九十\d]+任|第[一二三四五六七八九十\d]+届(?:[董监理]事会|委员会|执委会))"
)
_ALSO_IN = re.compile("^兼(?!职)任?")
_OF_A_REGION = re.compile("(?:地区|大区|区)(?!长|委|县)")
_OF_PARTY = re.compile(r"^[^，、]{0,7}(?<![户学书典古史])籍(?=..)")
"""甲党籍前议长: of what party or country the holder is."""
_CLOSING = ("”", "》", "’", "』", *_WORK)
_UNREAD_BODY = re.compile(
    "^(?:分支(?=头目|领导|首领)|[\u4e00-\u9fffA-Za-z]{1,10}(?:公司|企业|集团|协会|学会|医院|委员会|[审纪团党]委|网(?![络球点格红约店友民吧管上]))(?!员|家|化|界)|由)(?=.{2,}$)"
)
"""A body that was not read, or a preposition, before a post is none of its words: 发审委|副处长, 由|牧师."""
_LEADERS = tuple(f"{level}领导" for level in "省市县区州旗镇乡校院")
_FIRMS_HEADS = ("董事长", "总经理", "总裁", "行长", "创始人")
_OF_A_FIRM = re.compile("(?:C[A-Z]O|创始人|总裁)$")
_UNREAD_FIRM = re.compile(
    "(?!.*(?:集团|公司|全球|中国|亚太|大区|区域|联席|联合|首席|执行|高级|代理|现任|前任|原|前|副|任|的|兼|共同|本|该|其|品牌|事业|部|区))[\u4e00-\u9fffA-Za-z]{2,6}"
)
"""What stands right before a firm's post and is none of its qualifiers: the name of a firm."""
SHORTEST_TRADE, LONGEST_WORD = 3, 5
_LONGEST_STACK = 40
_HEADS = re.compile(
    r"^(?:大赛|竞赛|赛事|比赛|活动|本次|本届)|(?:常务)?[副代]?[省市县区州镇乡旗]长$|^[前原]?(?:国务委员|国务部长|国家|总书记|副?总理|副?委员长|总统|首相)"
)
"""Posts that say themselves whose they are: they take no body from the post before (外交部长甲、国务委员乙)."""


def posts(reading: Reading, start: int, end: int, inherited: Item | None = None) -> Iterator[tuple[str, Item | None]]:
    """The posts written at ``start:end``, each with its body; a post after 、 shares the body before it."""
    body, unknown = inherited, False
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
            if reading.text.endswith("常驻", 0, match.start(1)):
                words = f"常驻{bodies[-1].text}{words}"
            own, body, bodies = None, None, []  # 甲国常驻乙组织代表 speaks for 甲国
        if not bodies and words.removeprefix("我") in _LEADERS:
            own = None  # 市委书记甲，市领导乙: of the town, not of its committee
        if match[2].startswith(_RETIRED) or _PRAISE.match(words):
            continue  # 退休政法干警乙 is none now; 好干部乙 is praised
        if (match[2].startswith(_DONE_TO) or "了" in match[2]) and not bodies[1:]:
            own, body, bodies = None, None, []  # 甲部授予优秀干部乙: whom it is done to is no man of theirs
        elif (
            match[2] not in _TENURE
            and not _JOINT.search(match[2])
            and not (bodies and _CHAIN.match(match[2]))
            and not_a_noun(reading, *match.span(2), ADVERB | MOOD | PREPOSITION)
        ):
            own, body, bodies = None, None, []  # 法院签发针对前总统乙的逮捕令
        noun = generic(match[2]) if not bodies else ""
        term = whose_term(reading, match.start(2), match[2]) if not bodies else None
        if term is not None:
            own = body = term
            words = words.removeprefix(match[2])
        elif noun:
            own = body = meant(reading, match.start(2), noun)
            unknown = body is None  # 集团公司书记、董事长乙, 集团 being none that was named before
            words = words.removeprefix(noun)
        elif match[2].startswith("其") and not bodies and _LEADING.search(words):
            own = body = possessor(reading, match.start(2))
            words = words[1:]
        elif not bodies and body is None and match[2] == "工会" and (home := home_of_union(reading, match.start(2))):
            own = body = home
            words = words.removeprefix("工会") if home.text.endswith("工会") else words
        elif not bodies and body is not None and _INSIDE.search(match[2]):
            own = body  # 甲公司总经理乙、工会主席丙：也是甲公司的
        elif not bodies and match[2] and _inside_a_word(reading, match.start(2)):
            words = words[len(match[2]) :]  # 战|胜头号种子
        elif _JOINT.search(match[2]):
            pass
        elif match[2] and (
            not_a_noun(reading, match.start(2), match.end(2))
            or (_BODYLIKE.search(match[2]) and not bodies)
            or match[2] in _DONE_TO
            or match[2] in ("本", "该", "各", "其", "委", "局", "部", "会", "院", "办")
        ):
            rest = words[len(match[2]) :]
            words = words if rest == "人员" else words[-SHORTEST_TRADE:] if len(rest) == 1 else rest  # 抢修人员, 观测员
        unread = not bodies and _UNREAD_FIRM.fullmatch(match[2]) is not None and _OF_A_FIRM.search(words) is not None
        unread = unread and not not_a_noun(reading, *match.span(2))  # 收到|副总裁乙
        unread = unread or (not bodies and match[2].isascii() and match[2].isupper() and words.endswith(_FIRMS_HEADS))
        if unread:
            own, words = None, words.removeprefix(match[2])  # 甲乙CEO丙: a firm that was not read
        if (
            own is None
            and not bodies
            and body is None
            and not unread
            and not (noun or unknown)
            and not match[2].startswith("其")
            and not _of_unread(reading, match)
        ):
            own = of_kind(reading, match.start(3), "董事长" if _WORKSHOP.match(words) else words)
        if (
            words == "代表"
            and body is None
            and reading.text[match.start() - 1 : match.start()] in ("，", "并", "。", "\n")
        ):
            continue  # 发来贺信，|代表|乙: the verb
        if words.endswith("代表") and _FOR_OTHERS.search(reading.text, max(0, match.start(3) - 4), match.start(3)):
            words = ""
        if words.endswith(NOBODYS):
            own = None  # 甲局接|居民|乙报案
        words = words.rsplit(COUNT, 1)[-1]  # 三车间机加二组|车工
        words = _regional(reading, match, bodies, _UNREAD_BODY.sub("", words))
        words = _OF_PARTY.sub("", _ALSO_IN.sub("", _COUNT.sub("", words))).rsplit("著名", 1)[-1].rsplit("知名", 1)[-1]
        if words.startswith("常委") and len(words) > len("常委") and words[2] != "会":
            yield "常委", own if own is None or own.hole == "机构" else None  # 常委宣传部长: two posts
            words = words[len("常委") :]
        yield words, own if own is None or own.hole == "机构" else None
        for outer in bodies[:-1]:
            if outer.hole == "机构" and own is not None:
                yield words, outer  # 甲公司乙班班长：班、公司都是他的


def _regional(reading: Reading, match: re.Match[str], bodies: Sequence[Item], words: str) -> str:
    """The post with the region that it is for: 甲公司|中国|区总裁, 乙银行首席|中国|经济学家."""
    if not bodies or bodies[-1].hole != "地点":
        return words
    chief = "首席" if match[1].endswith("首席", 0, -1) else ""
    return chief + bodies[-1].text + words if chief or _OF_A_REGION.match(words) else words


def stacked(reading: Reading, start: int, at: int) -> Iterator[tuple[str, Item | None]]:
    """The posts that commas set apart from those before a name at ``at``: 甲部部长，乙公司总经理丙; 丁是丙的, 不是前一个人的."""
    if not _STACKED_ON.match(reading.text, at):
        return
    if at and reading.text[at - 1] in "原前":
        at -= 1
    while match := _STACK.search(reading.text, max(start, at - _LONGEST_STACK), at):
        if reading.text[max(0, match.start(1) - 2) : match.start(1)].startswith(PERSON):
            return  # 乙，甲部部长，丙公司总经理丁
        yield from posts(reading, match.start(1), match.end(1))
        at = match.start(1)


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
        ends = before.text if before else ""
        return (ends[-2:] if ends.endswith(_BRIGADES) else ends[-1:]) + "长"
    return match[2] + "".join(item.text for item in items_in(reading, *match.span(3)))


def _of_unread(reading: Reading, match: re.Match[str]) -> bool:
    """Does the post stand behind a quoted or other name that is no body we know: “甲社”社长?"""
    before = reading.text[match.start() - 1 : match.start()] if match.start() else ""
    return before in _CLOSING


def _inside_a_word(reading: Reading, at: int) -> bool:
    """Does a word begin before ``at`` and reach beyond it?"""
    return any(m.end > at for m in reading.within(max(0, at - LONGEST_WORD), at))


def not_a_noun(reading: Reading, start: int, end: int, flags: int = VERB | ADVERB | MOOD | PREPOSITION) -> bool:
    return any(m.flags & flags for m in reading.within(start, end))


def items_in(reading: Reading, start: int, end: int) -> Sequence[Item]:
    return [reading.items[i] for i in range(start, end) if i in reading.items]
