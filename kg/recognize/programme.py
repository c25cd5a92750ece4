"""Programmes: activities, projects, services and brands that end in such a word."""

from __future__ import annotations

import re

from kg.recognize.named_heads import NOUN_PLAN
from kg.recognize.named_reach import Reach
from kg.recognize.named_view import VAGUE_KINDS, Head, View

KIND_SCORES = {
    "project": -0.15,
    "activity": -0.4,
    "occasion": 0.0,
    "series": 0.0,
    "service": -0.9,
    "site": -0.9,
    "brand": -0.9,
    "method": -1.0,
    "survey": -0.2,
    "system": -0.9,
    "name": 1.6,
}
MARK_SCORES = {
    "quote": 1.9,
    "book": 1.0,
    "year": 0.8,
    "ordinal": 0.6,
    "turn": 0.3,
    "place": 0.5,
    "level": 0.3,
    "league": 0.4,
    "proper": 0.5,
    "org": 0.3,
    "amount": 0.2,
    "measure": 0.3,
}
VERB_BEFORE = 0.4
SET_GOING, SHORTEST_SET_GOING, SURE_TO_GO = ("启动", "发起", "推出"), 4, 0.5
"""What is set going is one activity, what is 开展 may be any."""
HELD = 0.2
"""The clause goes on with where it was held: 甲国春节巡游活动在乙城举行."""
CARRIED_OUT, CARRIED_WORDS = 0.1, 2.0
LISTED = 0.5
COLUMN = 1.2
"""《甲乙》栏目."""
LIST_REACH = 12
LEAST_WORDS = 1.1
SHORT_NAME = 7
LONG_OCCASION = 6
"""An occasion's kind of so many characters says what it is for."""
WORD = 0.15
MOST_WORDS = 4
NOUN_AFTER = 0.5
UNQUOTED = 0.4
LONG_NAME = 9
LONG = 0.35
TITLED = 0.5
COLUMNS = ("栏目", "专栏", "节目", "特别节目")
POINTED = 0.65  # 此次甲乙活动
FOUNDED = 1.0
"""发起设立甲江青年创业基金."""
NATIONAL = 1.1
"""全国…平台, …系统: there is one of them."""
SHORTEST_METHOD = 3
NATIONAL_WORDS = 1.5
NOUN_TAGS = ("n", "nz", "nt", "ng")
CARING = 0.35
_CARING = re.compile(
    "(?:慰问|关爱|关心|帮扶|资助|救助|救治|帮助|扶助|走访|看望|寻访|寻找|致敬|礼赞|评选|选树|争当|争做|创建|学习|宣传|服务)"
    "[^，。；、的]{0,10}?(?:职工|工人|劳模|模范|标兵|工匠|英雄|好人|烈属|烈士|儿童|少年|学生|学子|妇女|母亲|女性|老人|老兵|老党员|残疾人"
    "|农民工|官兵|军人|军属|教师|医生|护士|医护人员|人员|群众|家庭|家属|患者|青年|青少年|居民|村民|企业|司机|骑手|快递员|小哥|单位|集体|城市|社区|校园)"
)
"""开展慰问困难职工活动 says what is done and for whom."""
_PERIOD = ("周", "月", "季")
"""推出职业技能提升月: such weeks and months are names."""


_CLOSING_LIST = re.compile(
    r"(?<![”』])等(?:丰富|精彩|特色|多彩)*(?:活动|系列|配套|主题|各类|重点|重大|多项|[一二两三四五六七八九十\d]+[大项个场类])"
)
_ONE_OF = re.compile("等(?:一系列|系列|重大|重点|惠民|国家|民生|扶贫)*(?:政策|项目|工程|措施|举措|计划|行动|品牌)")
"""在甲乙工程等政策帮扶下: one of several of which each has a name."""
_OF_A_SEASON = re.compile(
    r"(?:\d{4}年)?(?:度|第?[一二三四]季度|[上下]半年)?(?:全[市省县区]|[省市县]级)?(?:首批|第[一二三四五六]批)?(?:重大|重点|产业|建设|民生|投资)*(?:项目|工程)"
)
"""2024年第二季度重大项目: all that a town builds."""
_OF_A_FIRM = re.compile(r"[^“”，。]{2,10}(?:集团|公司|股份)项目")
"""参与到甲集团项目建设中: whatever works the firm has."""
_GREATEST = re.compile(
    "(?:国内|国际|世界|全球|亚洲|全国|我国|全省|全市|目前|单体|规模|同类|迄今)*(?:最[大高长早深快新先]|首单)"
)
"""世界最大输电工程: how it ranks, no name."""
_BATCH = ("重点项目", "重大项目", "招商项目", "产业项目")
"""2024年三季度重点项目|集中开工: many that begin together."""
_OF_A_KIND = re.compile(
    "(?:国内|全国|全省|全市|全县|我国)?(?:首[个场次项批]|第一[个场次项批])?(?:的)?(?:(?:全[国省市]|区域|地区|标志|示范|综合|公益|群众|开放|实践)性|大型|重大|重点|系列|专项|主打)+(?:公益|慈善|惠民|合作|投资|产业)?"
    "(?:项目|工程|活动|行动)"
)
"""首个全国性大型公益项目: of what kind it is."""
_WITH_OTHERS = re.compile(
    "(?:协会|学会|商会|基金会|联合会|总工会|[局委厅院署]|公司|银行|集团|中心|大学|学校|政府|证券|保险)(?:共同|积极)?(?:联合|携手|联手|会同|协同|牵手)"
)
"""甲协会联合|乙基地: a clause, no name."""
_FIRST_OF_ALL = re.compile(
    r"(?:国内|全国|全省|全市|全县|全区|我国|我省|我市|世界|全球|亚洲|行业|业内)(?:首|第一)[个场次项批家期](?![届])"
    r"|[近约超逾达上]+[\d一两几多百千万]+[余多]?[项场个次种]|[\d一二两三四五六七八九十几]+[余多]?[项场个次种期批]"
)
"""国内第一场集体接待活动, 近百场活动, 三期活动: how it ranks or how many there are, no name; but 百场宣讲活动."""
_SINCE = re.compile("(?:正式|全面)?(?:实施|开展|启动|推出|运行|推行|开通|上线|建设)(?:至今|以来|后)")
_OF_A_YEAR = re.compile(r"自(?:\d{4}年(?:\d{1,2}月)?)(?=[^，。；\n]{2,30}$)")
_MANY = re.compile(r"^[两二三四五六七八九十百几\d]*[两二三四五六七八九十百几\d余多][条座]$")
_SERVING = ("主要", "累计", "总计", "持续", "精准", "更好", "更好地", "全力", "主动", "已")
"""甲项目累计|服务职工: there it is a verb."""
_FIRM = (
    "技术部",
    "管理部",
    "建设部",
    "质量部",
    "造价部",
    "部、",
    "部（",
    "有限",
    "股份有限",
    "集团有限",
    "公司",
    "集团",
    "建设有限",
    "技术有限",
    "咨询有限",
)
_HOW_PAID = ("PPP", "EPC", "BOT", "BOO", "TOT")
_ON_SITE = re.compile("(?:施工|建设|作业|签约|开工)?(?:现场|工地)|建设者|(?:总)?(?:负责人|指挥部|承包商|业主|团队)")
"""Where a project is built and who builds it."""
_SPORTS = ("赛", "比赛", "奥运会", "运动会", "亚运会", "田径", "体育", "竞技", "运动", "单项")
_MANNER = re.compile(r"(?:[式型化性般]|一条龙|零距离|面对面|点对点|点到点|门到门|上门)$")
"""“一站式”服务 is a way to serve, not a service's name."""


_MEETINGS = ("论坛", "峰会", "博览会", "大会", "大赛", "进博会", "艺术节", "文化节")


BUILDING = tuple(f"{verb}“" for verb in "建设 创建 打造 创办 推广 应用 使用 提供 实施 开展 组织 改造 升级 落实".split())
"""Verbs that another governs right before a name: 推动建设“甲乙”."""


def score_programme(view: View, head: Head, reach: Reach) -> float:
    """How sure it is that head and reach name one programme; see the tables above."""
    score, text = KIND_SCORES.get(head.kind, 0.0), view.scan.text
    score += sum(MARK_SCORES.get(mark, 0.0) for mark in reach.marks)
    score += WORD * min(reach.words, MOST_WORDS)
    plan = view.scan.text[head.start : head.end] == "计划" and "quote" not in reach.marks
    verbal = plan and view.scan.tag(head.end) == "v"
    if verbal and reach.governor != "launch" and not NOUN_PLAN.match(text, head.end):
        return 0.0  # 全省计划种植
    if head.kind == "service" and (text.endswith(_SERVING, 0, head.start) or text.startswith("保障", head.end)):
        return 0.0
    sport = head.kind == "project" and "quote" not in reach.marks and text.endswith(_SPORTS, 0, head.start)
    if sport and text.startswith("项目", head.start):
        return 0.0  # 冬季奥运会项目: a discipline
    quoted = "quote" in reach.marks and text[head.start - 1 : head.start] == "”"
    if quoted and text[head.start : head.end] == "平台" and text.endswith(_MEETINGS, 0, head.start - 1):
        return 0.0  # “甲论坛”平台: what the forum is
    if text.startswith(_FIRM, head.end) and "quote" not in reach.marks:
        return 0.0  # 甲市政工程|有限责任公司
    if text.startswith(_HOW_PAID, reach.start):
        return 0.0  # …（乙片区）|PPP项目: the end of a name that was not read
    if head.kind == "survey" and not _is_survey(head, reach):
        return 0.0
    if (
        _is_listing(view, head, reach)
        or _is_many(view, reach)
        or _OF_A_SEASON.fullmatch(view.scan.text, reach.start, head.end)
        or _OF_A_KIND.fullmatch(view.scan.text, reach.start, head.end)
        or _GREATEST.match(view.scan.text, reach.start, head.start)
        or _OF_A_FIRM.fullmatch(view.scan.text, reach.start, head.end)
        or (text.startswith("集中", head.end) and text.endswith(_BATCH, 0, head.end))
        or _WITH_OTHERS.search(view.scan.text, reach.start, head.start)
        or (head.kind == "activity" and "quote" not in reach.marks and _FIRST_OF_ALL.match(text, reach.start))
    ):
        return 0.0
    least = LEAST_WORDS if head.end - reach.start < SHORT_NAME else 0.1
    set_going = reach.stop in SET_GOING and not text.startswith(("线", "仪式", "会"), reach.start)
    if head.kind == "activity" and set_going and head.start - reach.start >= SHORTEST_SET_GOING:
        least, score = 0.1, score + SURE_TO_GO  # 启动创业服务活动
    if head.kind == "occasion" and head.end - head.start >= LONG_OCCASION and reach.governor in ("hold", "launch"):
        least, score = 0.0, score + HELD  # 举行集中开工活动
    if head.kind != "name" and not reach.marks and reach.words < least:
        return 0.0
    core = _core(view, reach) if "quote" in reach.marks and head.kind in VAGUE_KINDS else ""
    if core and (_MANNER.search(core) or (head.kind == "method" and len(core) < SHORTEST_METHOD)):
        return 0.0
    if reach.governor in ("launch", "advance", "hold", "join", "subject", "in"):
        score += VERB_BEFORE + CARRIED_OUT * (head.kind == "project")
        if head.end - reach.start >= LONG_NAME:
            score += LONG
        if head.kind in ("activity", "project") and reach.governor in ("launch", "hold"):
            caring = _CARING.fullmatch(text, reach.start, head.start) is not None
            score += CARING * (caring or text.endswith(_PERIOD, 0, head.end))
    if reach.governor == "built" and head.end - reach.start >= LONG_NAME:
        score += VERB_BEFORE
    carried = reach.governor in ("hold", "subject") and reach.words >= CARRIED_WORDS
    if head.kind == "activity" and (carried or (reach.governor == "subject" and reach.marks)):
        score += HELD
    founded = text.endswith("基金", head.start, head.end) and reach.governor == "launch"
    if founded and reach.marks & {"place", "level", "league", "proper"} and reach.words >= 1:
        score += FOUNDED
    if head.kind in ("brand", "system", "site") and reach.words >= NATIONAL_WORDS:
        national = reach.marks & {"level", "league"} and not (head.kind == "system" and "org" in reach.marks)
        proper = {"place", "org"} if head.kind == "brand" else {"proper"} if head.kind == "system" else set()
        own = reach.words > NATIONAL_WORDS and reach.marks & proper and reach.governor not in ("launch", "advance")
        score += NATIONAL if national or own else 0.0
    if head.kind == "project" and (_is_listed(view, head, reach) or _ONE_OF.match(text, head.end)):
        score += LISTED
    if "book" in reach.marks and view.scan.text[head.start : head.end] in COLUMNS:
        score += COLUMN
    if reach.governor == "this" and reach.words >= MOST_WORDS / 2:
        score += POINTED
    if view.in_headline(reach.start, head.start):
        score += TITLED
    if "quote" not in reach.marks:
        if head.kind in VAGUE_KINDS:
            if head.kind == "method" or not reach.marks & {"level", "league", "place", "org", "book"}:
                return 0.0
            score -= UNQUOTED
        if view.scan.tag(head.end) in NOUN_TAGS and not (head.kind == "project" and _ON_SITE.match(text, head.end)):
            score -= NOUN_AFTER
    return score


def column_start(view: View, head: Head) -> int:
    """Where the book marks of a column open, 0 at any other head: 甲台|《乙》栏目 goes without the body.

    Behind 自 the year is the time, no part of the name: 自2008年|甲工程启动以来.
    """
    since = _SINCE.match(view.scan.text, head.end) and _OF_A_YEAR.search(view.scan.text, 0, head.start)
    if since:
        return since.end()
    book = view.closing.get(head.start)
    column = book is not None and book.mark == "《" and view.scan.text[head.start : head.end] in COLUMNS
    return book.start if book is not None and column else 0


def _is_survey(head: Head, reach: Reach) -> bool:
    """Is it counted or of a level, and says what is asked: 第五次全国航运普查, but not 第二次调查?"""
    told = head.end - head.start >= SHORTEST_METHOD or {"ordinal", "level"} <= reach.marks
    return told and ("ordinal" in reach.marks or {"year", "level"} <= reach.marks)


def _is_listing(view: View, head: Head, reach: Reach) -> bool:
    """Is it the noun that closes a list or stands before a name: 甲展等系列活动, 甲、乙等重点工程, 网络栏目《丙》?"""
    text = view.scan.text
    named = reach.marks & {"year", "ordinal", "book"}
    if _CLOSING_LIST.search(text, reach.start, head.end):
        return True
    if "quote" in reach.marks:
        return False
    if text[head.start - 1] == "等" and head.start > reach.start:
        return True  # 甲、乙、丙等活动
    if text[head.end : head.end + 1] in ("《", "“") and not named and head.kind in ("brand", "activity", "project"):
        return True
    return text[reach.start - 1 : reach.start] == "等" and not named


def _is_many(view: View, reach: Reach) -> bool:
    """Is it said to be many: 多种形式关爱活动, 十几条国家重点工程?"""
    text = view.scan.text
    if text.startswith(("部分", "有的", "一些"), reach.start):
        return True
    if text[reach.start - 1 : reach.start] in ("多", "各") and text[reach.start] in "种项个场类次":
        return True
    return not reach.marks & {"quote", "book"} and _MANY.search(reach.stop) is not None


def _is_listed(view: View, head: Head, reach: Reach) -> bool:
    """Does it stand in a row of its like: 甲乙工程、丙丁工程?"""
    text = view.scan.text
    word = text[head.start : head.end]
    after = text[head.end + 1 : head.end + LIST_REACH] if text[head.end : head.end + 1] == "、" else ""
    return text.endswith(word + "、", 0, reach.start) or word in after.split("，")[0].split("。")[0]


def _core(view: View, reach: Reach) -> str:
    """The quoted words of a name."""
    return next((q.words(view.scan.text) for q in view.quotes if q.start == reach.core), "")


VISITING = ("调研", "考察", "视察", "参观", "走访", "督导", "检查", "指导", "慰问", "开展", "举办", "建设")


def is_instance(view: View, reach: Reach) -> bool:
    """Do the words before the quotes belong to the name (甲区“乙丙”驿站) rather than to the clause?"""
    if view.scan.text.endswith(VISITING, reach.start, reach.core):
        return False  # 来到甲镇|调研“乙小屋”
    if reach.marks & {"place", "year", "ordinal", "level", "league"}:
        return True
    if view.scan.text.startswith(BUILDING, reach.start):
        return False
    return not reach.stop or reach.stop in view.verbs or not reach.stop[-1].isalnum() or reach.stop in "的在为对是"
