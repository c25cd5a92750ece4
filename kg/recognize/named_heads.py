"""Where the last words of names stand: the heads of programmes, events, awards and policies, none cut from a longer word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from kg.recognize.named_view import HEADS, LONGEST_QUOTE, STOP_TAGS, Head, View, is_name_like
from kg.recognize.quotes import OPENING
from kg.recognize.scan import Scan

WHOLES = {
    "event_kinds": ("contest", "show", "forum", "meeting", "festival"),
    "programme_kinds": ("activity",),
}
"""Kinds that make names by themselves."""
BODIES = ("政治协商会议", "贸易和发展会议", "信任措施会议", "合作与发展会议")
"""Bodies that are called like meetings."""
NOT_BEHIND = (
    "面积",
    "规模",
    "制度",
    "中心",
    "展示中心",
    "展示馆",
    "之旅",
    "之行",
    "常委",
    "常务委员",
    "法律委",
    "法律和",
    "起来",
    "招生",
    "行业",
    "秘书",
    "长",
)
"""Words behind a head that show it to be part of something else: 人民代表大会制度."""
LONE_VERBS_OF_SHOWS = tuple("布参撤策开备办观看首")
GAMES = ("运会", "奥会", "世界杯", "锦标赛", "世锦赛", "公开赛", "联赛", "亚洲杯")
"""Contests that one travels through: 奥运会|之旅."""
DEEDS = ("服务", "帮扶", "关爱", "救助", "慰问", "培训", "宣传")
"""What is done to people rather than a kind: “甲乙”服务农民工行动."""
ROUNDS = ("决赛", "总决赛", "半决赛", "预赛", "初赛", "复赛", "比赛", "选拔赛")
RACE = re.compile("(?<=马拉松)(?!.?[总半预初复]?决赛|预赛)[^，。；]{0,6}赛")
"""甲马拉松越野赛 is one race, not a part of a 甲马拉松."""
CUP_GOES_ON = re.compile("杯[^，。；：、的在由将]{1,14}赛")
"""“甲杯”乙赛 is one name."""
_EDITIONS = re.compile("(?<![第十百])[两三四五六七八九十几多]届$")
NOT_BEFORE = ("相关", "有关", "其他", "其它", "各类", "各种", "多项", "多个", "一些", "这些", "那些", "全部", "所有")
"""Words before a head that make it many or any."""
SPECIAL = re.compile(
    "(?:参观|招聘|演出|推介|发布|宣讲|慰问|体验|展示|对接|促销|新闻|网络|线上|直播|路演|辅导|培训)*(?:活动|发布会|招聘会|推介会|对接会|双选会|宣讲会|座谈会|演出|讲座|音乐会)"
)
"""Behind 专场 they end the name."""
MEMORIAL = re.compile("(?:烈士|英烈|革命|遗址|主题)*(?:陵园|纪念[馆碑塔堂园地]|博物馆|展览馆|旧址|遗址|公园|广场)")
"""Behind a war's name it is the name of a site."""
VERBAL = ("了", "着", "过", "起")
LONGEST_SUFFIX = 4
"""How far a head may be prolonged and still be another head: 活动 in 活动周."""


def find_heads(view: View) -> list[Head]:
    """The heads by end, the last first; of those that end together only the longest, and none cut from a word.

    The last word between quotes is no head: there the quotes bound the name.
    """
    scan = view.scan
    longest: dict[int, Head] = {}
    marked = [q for q in view.quotes if q.mark not in "《〈" and is_name_like(scan.text, q)]
    begun = [q.start for q in marked]
    quoted = {q.end - 1: q.start + 1 for q in view.quotes if q.mark not in "《〈"}
    for category, type_ in HEADS.items():
        kinds = view.lexicon[category]
        for end, starts in scan.ending[category].items():
            start = starts[0]
            old = longest.get(end)
            if (old is not None and old.start <= start) or quoted.get(end, start) < start:
                continue
            if type_ == "Award" and quoted.get(end) == start:
                continue  # “全国劳动模范”: the quotes bound it
            around = marked[bisect_right(begun, end - LONGEST_QUOTE - 2) : bisect_left(begun, start)]
            if type_ == "Award" and any(end < q.end - 1 for q in around):
                continue  # “全国模范职工之家”: the quotes bound more than the head
            known = type_ == "Programme" and kinds[scan.text[start:end]] == "name"
            if known and any(end < q.end - 1 and scan.ending[category].get(q.end - 1) for q in around):
                continue  # “甲工程服务平台” is more than the known 甲工程
            held = type_ == "Event" or (type_ == "Policy" and kinds[scan.text[start:end]] == "name")
            if held and any(end < q.end - 1 and _is_whole(view, q.end - 1) for q in around):
                continue  # “甲大会·乙论坛” is one event, “甲展暨乙活动” one activity, “一带一路甲论坛” one forum
            if not _is_head(scan, start, end, category):
                continue
            longest[end] = Head(start, end, type_, kinds[scan.text[start:end]])
    return [longest[end] for end in sorted(longest, reverse=True) if not _goes_on(longest, longest[end])]


def _is_whole(view: View, end: int) -> bool:
    """Does the last word of an event or activity end here, one that makes names by itself?"""
    return any(
        end - start > 1 and view.lexicon[category][view.scan.text[start:end]] in classes
        for category, classes in WHOLES.items()
        for start in view.scan.ending[category].get(end, ())
    )


NOUN_PLAN = re.compile(
    r"是[^，。；]{2,20}?(?:推出|打造|发起|实施|创办|设立)的|由[^，。；]{2,24}?(?:主办|发起|实施|承办|组织|牵头|资助|支持)|将(?:持续|惠及|覆盖|为)|已(?:惠及|累计|连续|覆盖|资助|帮助|投入)|自\d"
    r"|(?:实施|开展|启动|推行|运行|推出|开通|上线)(?:至今|以来)|旨在|(?:主要|重点)?面向|重点针对|累计"
)
"""Behind 计划 they say that it is a noun: 甲乙计划|实施以来."""
_BEHIND_QUOTES = re.compile(r"[”』][^，。；、]{0,10}$")


def _is_cut(text: str, end: int) -> bool:
    """Does the head end inside a word that the dictionary has joined: 会上, 调查结果, 事故现场, 文华|奖得主, 金牌|得主?"""
    if text[end] in OPENING:
        return True
    last = text[end - 1]
    if text[end] == "上":
        return last == "会"
    if text[end] == "升":
        return last == "统" and text.startswith("升级", end)  # 系统|升级
    if text[end] == "得":
        return last in "牌奖" and text.startswith("得主", end)
    return (
        (last == "查" and text.startswith("结果", end))
        or (last == "故" and text.startswith("现场", end))
        or (text.startswith("决议", end) and text.endswith("股东大会", 0, end))  # 股东|大会决议
    )


MISHAPS = ("事故", "灾害", "事件", "火灾", "爆炸", "决口", "溃口", "坍塌", "垮塌", "溃坝", "泄漏", "内涝")
UNHAPPENED = re.compile(
    "(?:未|没有|无|避免了?|防止)(?:再次?)?(?:发生|出现|引发|造成)[^，。；]{0,20}$|(?:避免|防止|严防|防范|预防|杜绝)[^，。；、]{0,14}$"
)
"""未发生爆炸等次生事故: nothing that happened."""


def _is_head(scan: Scan, start: int, end: int, category: str) -> bool:
    if scan.text.startswith("古沉船", start - 1):
        return False
    if not scan.is_boundary(end) and not _is_cut(scan.text, end):
        return False  # 活动 in 活动室
    if end - start == 1 and (
        category == "policy_kinds"
        or not (scan.is_boundary(start) or (category == "award_kinds" and len(scan.word(start)) > 2))
        or scan.text[start - 1 : start] in LONE_VERBS_OF_SHOWS
    ):
        return False  # 法 and 令 only between book marks; 赛 in 参赛; but the dictionary has 风尚奖 as one word
    if scan.text.endswith(NOT_BEFORE, 0, start):
        return False
    if scan.text.startswith("主席", end) and scan.text.endswith(("部长会议", "大臣会议"), 0, end):
        return False  # a government
    if scan.text.endswith("专场", 0, end) and SPECIAL.match(scan.text, end):
        return False  # 乙机关专场|参观活动
    if scan.text[start:end] == "计划" and _is_planned(scan, start, end):
        return False
    if scan.text.endswith("活动", 0, end) and scan.text.startswith("日", end) and scan.word(end) != "日前":
        return False  # 企业家活动|日
    places = scan.starting["place"].get(end, ())
    other = scan.text.startswith(NOT_BEHIND, end) and not any(stop - end > 1 for stop in places)  # 大赛|长沙站
    travelled = scan.text.endswith(GAMES, 0, end) and scan.text.startswith(("之旅", "之行"), end)
    other = other and not (travelled and not _EDITIONS.search(scan.text, max(0, start - 3), start))
    if category != "award_kinds" and (scan.word(end) in VERBAL or other):
        return False  # 规划了, 行动起来; not 峰会过程
    if category == "event_kinds" and MEMORIAL.match(scan.text, end):
        return False  # 抗美援朝|烈士陵园
    if scan.text.endswith(MISHAPS, 0, end) and (
        scan.text.startswith(("股", "科", "处"), end) or UNHAPPENED.search(scan.text, max(0, start - 24), start)
    ):
        return False
    if not scan.is_boundary(start) and scan.tag(start) in STOP_TAGS:
        return False  # 按计划
    if scan.text.endswith(BODIES, 0, end):
        return False
    bodies = scan.ending["organization_names"].get(end)
    return not bodies or bodies[0] >= start  # 中国人民政治协商会议 is a body


_ABOUT_TO = re.compile(
    "每年|今年|明年|年内|下一步|下半年|用[\\d一两三]|利用|投入\\d|新建|组织\\d|举办\\d|培训\\d|推出\\d|在\\d|到20"
)
"""What is to be done, right behind 计划: the verb."""


def _is_planned(scan: Scan, start: int, end: int) -> bool:
    """Is 计划 no noun of a name: 计划再次访问, 按计划?"""
    if _ABOUT_TO.match(scan.text, end):
        return True
    if scan.tag(end) not in ("d", "p") and scan.text[start - 1 : start] not in ("按", "照", "原"):
        return False
    noun = NOUN_PLAN.match(scan.text, end) is not None
    return not noun and not _BEHIND_QUOTES.search(scan.text, max(0, start - 12), start)


def _goes_on(heads: Mapping[int, Head], head: Head) -> bool:
    """Does a longer head begin inside of this one: 活动 in 活动周?"""
    ends = range(head.end + 1, head.end + 1 + LONGEST_SUFFIX)
    return any(end in heads and heads[end].start < head.end for end in ends)
