"""Where a surname is an ordinary word (由, 曾, 向) and where what might end a name begins the next word."""

from __future__ import annotations

import re

from kg.recognize.person_names import Names
from kg.recognize.scan import Scan

ADVERBS = "亦曾将"
ADVERBIAL = "dva"
"""The first letters of jieba's tags of what stands behind the adverb 曾."""
ACTS = tuple(
    "任 获 荣获 在 被 是 经 担任 参加 参与 就读 获得 因 以 与 多次 先后 表示 两次 三次 四次 两度 三度 数次 连续 一度 代表 夺得 摘得 入选 当选 出任 主持 率领 带领 出席".split()
)
"""Behind 曾 they make it an adverb, whatever word the dictionary cuts: 甲乙|曾|荣获."""
OFFICERS = frozenset("长军警教法检武文")
"""Characters that make one word with 官, which is no surname behind them."""
REPORTS = re.compile(
    "(?:了)?(?:题为|主题|专题|典型|交流|经验|先进|事迹|示范|重要|表态|大会|工作|总结|情况)*(?:报告|发言|讲话|分享|介绍|演讲|宣讲|讲座|汇报|致辞|致词|致谢|动员|部署|点评|说明|解读|推介|“)|(?:主旨|专题)"
)
FOR = re.compile(
    "[^，。；：、！？\\s]{1,14}(?:颁奖|颁发|授牌|授旗|揭牌|揭幕|剪彩|送行|壮行|加油|点赞|佩戴|颁授|开奖|主持)"
)
"""为 behind a name, for whom something is done."""
ONSETS = tuple(
    "出生于 出生在 出任 现为 现任 现是 现居 领投 领衔 领跑 领先 领取 领到 领走 调到 调任 调入 调往 调离 入职 入选 入狱 入伍 投了 当上 当选 家有 家里 家住 家中 历任 宣讲 宣读 夺得 夺冠 夺魁 夺下 夺取 "
    "笑着 哭着 含着 流着 红着眼 红着脸 望着 看着 指着 握着 拉着 捧着 抱着 拿着 带着 擦着 抹着 挥着 站着 坐着 领着 跟着 忙着 等着 翻着 举着 扶着 骑着 开着 戴着 摸着 哼着".split()
)
"""Words that begin with what might be a name's last character."""
BEGINNING = frozenset(word[0] for word in ONSETS)
PRONOUNS = ("他", "她")
HELD = ("posts", "place", "organization_names")
HOLDING = "任兼"
"""Verbs of holding a post, right before it."""
WORDS = frozenset("由官和曾向" + HOLDING)
"""Surnames that are everyday words too."""
NEXT = BEGINNING | frozenset(HOLDING + ADVERBS + "和为作自")
"""What may be the last character of a name or the first behind it."""
_TURNING = re.compile(
    "[\u4e00-\u9fff]{2,3}(?:[、和等][\u4e00-\u9fff]{1,12}?)?(?:颁|授予|致[以敬谢]|赠|献|介绍|汇报|表示|转达|递交|通报|宣读|报告|说明|讲解|提出|发放|送)"
)
"""主席|向|乙颁授勋章: the word that it is elsewhere."""


def is_word(scan: Scan, names: Names, start: int, named: bool) -> bool:
    """Is the surname an ordinary word here?"""
    text, end = scan.text, start + 1
    match text[start]:
        case "由":
            return text[end] in names.surnames and not named  # 由|师甲、丙乙组成的队
        case "官":
            return text[start - 1 : start] in OFFICERS  # 外交部长官|康甲
        case "和":
            return end in scan.starting["person_famous"]  # 甲主席|和|普京总统
        case "向":
            return named and text[end] in names.surnames and _TURNING.match(text, end) is not None
        case "曾":
            return named and _tells(scan, end)  # 总书记|曾|明确指出
    return end in scan.starting["posts"]  # 乙任总经理


def begins_next(scan: Scan, at: int) -> bool:
    """Does the character begin what stands behind the name?"""
    text, char, end = scan.text, scan.text[at], at + 1
    if char in HOLDING and any(end in scan.starting[category] for category in HELD):
        return True  # 张伟任总经理, 张伟任甲市乙局局长
    if char in BEGINNING and text.startswith(ONSETS, at):
        return True  # 张伟|出生于
    if char in ADVERBS and (text.startswith(ACTS, end) or (is_alone(scan, at) and scan.tag(end)[:1] in "vp")):
        return True  # 张伟亦表示, 张伟曾在甲厂工作
    if char == "自" and text[end : end + 1].isdigit():
        return True  # 张伟|自2015年担任
    if char == "和":
        return text[end : end + 1] in PRONOUNS  # 张嘉|和他的团队
    after = FOR if char == "为" else REPORTS if char == "作" else None
    return after is not None and after.match(text, end) is not None  # 王晶|为获奖球队颁奖, 王晶|作报告


def _tells(scan: Scan, at: int) -> bool:
    """Is it a verb or an adverb behind 曾, or a phrase longer than a given name?"""
    size = len(scan.word(at))
    return size > 2 or (size == 2 and scan.tag(at)[:1] in ADVERBIAL)


def is_alone(scan: Scan, position: int) -> bool:
    """Is the character a word of its own?"""
    start, end, _ = scan.words[scan.word_at[position]]
    return end - start == 1
