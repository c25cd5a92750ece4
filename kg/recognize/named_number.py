"""Years, ordinals, amounts and round numbers before the head of a name: 2014届, 第六届, 70周年, 百万."""

from __future__ import annotations

import re

from kg.recognize.named_view import View, level_before

TURNS = "批季轮场站段个"
"""Measure words of a part (第二轮), not of an edition (第二届)."""

_YEAR = re.compile(r"(?:(?:19|20)\d\d(?:[-—至](?:19|20)?\d\d)?(?:年?度?|届)|(?:19|20)\d\d[-—/]\d{4}赛季)$")
_ORDINAL = re.compile(
    r"(?:(?:第[一二三四五六七八九十百零\d]+|首)(?:届|次|期|批|季|轮|场|站|任|阶段)|第[\d一二三四五六七八九十]+个|(?<![连续历近前过去往上几余多])[一二三四五六七八九十]{1,3}届)$"
)
_AMOUNT = re.compile(
    r"(?:(?:成立|诞辰|逝世|建交|发表|回归祖国|回归|胜利|创刊|建校|建军|颁布|实施|设立|签署|建立|开通|通车|爆发|公布|独立"
    r"|起义|解放|出版|创建|建城|殉难|牺牲|遇难|正常化|创立|开放|登陆|授权)?"
    r"(?:\d+|[一二三四五六七八九十百]+)周年|(?:[A-F](?=级)|[A-Z]{1,2}\d+[至—–~-][A-Z]{0,2}\d+(?=级)|\d[\d.×]*|[一二三四五六七八九十百千]+)(?:公里级|公斤以[上下]级|公斤级以上|公斤级|级|米[台板]?|米跳[台板]|公里|强|人制)|第[一二三四五六七八九十\d]+号)$"
)
_SESSIONS = tuple(
    "会议 全体 全会 全委 执委 常委 理事会 职代会 工代会 团代会 职工代表大会 会员代表大会 代表大会".split()
)
_OF_A_TERM = tuple("常务理事 理事 监事会 董事会 党代会 妇代会 教代会 职工 教职工 会员 党员 团员 妇女 股东".split())
"""Sessions only behind the term of office: 三届二次|会员大会, but 开了三次|职工大会."""
_SESSION = re.compile(r"[一二三四五六七八九十]{1,2}次$")


def counted_before(text: str, position: int) -> tuple[int, str] | None:
    """Where the year, ordinal or amount that ends here begins, and its mark; None for dates and plain numbers."""
    before = text[max(0, position - 14) : position]
    for pattern, mark in ((_YEAR, "year"), (_ORDINAL, "ordinal"), (_AMOUNT, "amount")):
        match = pattern.search(before)
        if match:
            turn = mark == "ordinal" and before[-1] in TURNS
            return position - len(match.group()), "turn" if turn else mark
    session = _SESSION.search(before)
    termed = session is not None and before[: session.start()].endswith("届")
    if session and text.startswith((*_SESSIONS, *_OF_A_TERM) if termed else _SESSIONS, position):
        return position - len(session.group()), "ordinal"  # 全国人大一次会议
    return None


_ROUND = re.compile(
    "(?:[百千万]|[十百千]万|双[百千]|十百千|百千万|[百千万]{2,3})[名家企村镇校场师匠人支所户店社园项条部岗班组]?$|十[大项佳行]$"
)
"""Round numbers that a name is called by: 甲省|百万|职工技能大赛, 甲省|十项|工程劳动竞赛."""


def _called(text: str, position: int) -> int:
    """Where the round number of a name that ends here begins, -1 if none does."""
    match = _ROUND.search(text, max(0, position - 5), position)
    return match.start() if match else -1


_HUNDRED = re.compile("(?<![几数上成近百千万亿余多两三四五六七八九十\\d])[百千万双][\u4e00-\u9fff]?$")


def _hundred(text: str, position: int) -> int:
    """Where the round number that ends here begins (启动|百部|甲工程), 0 if none does."""
    match = _HUNDRED.search(text, max(0, position - 3), position)
    return match.start() if match else 0


def round_opens(view: View, position: int) -> int:
    """Where the round number that ends here begins, behind a place, a level, an edition or 启动; 0 if none does."""
    scan, many = view.scan, _hundred(view.scan.text, position)
    if many and "launch" in {view.verbs.get(before) for before in view.words_before(many, 2)}:
        return many
    called = _called(scan.text, position)
    opened = called > 0 and (
        called in scan.ending["place"] or scan.text[called - 1] in "届”" or level_before(view, called)
    )
    return called if opened else 0


_MADE_A_YEAR = r"(?:年|日|月)(?:产|处理|加工|出栏|屠宰|吞吐|开采|供气|供水|产能)(?:约|近|超)?\d[\d.,]*[百千万亿]*(?:[\u4e00-\u9fff]{1,3}|[A-Za-z]{1,3})"
_MEASURE = re.compile(
    rf"(?:{_MADE_A_YEAR}|±?\d[\d.,]*[百千万亿]*(?:千瓦时?|兆瓦时?|吉瓦时?|[MGk]Wh?级?|[kK]V|英寸|纳米|千伏|吨级?|标?立方米|平方米|(?<=[万亿])方)|第[\d一二三四五六七八九十.]+[百千万亿]*[辆台架艘列套件单颗座条户])"
    "(?:/[年日天])?$"
)
_ZONE = re.compile("(?:经开|高新|自贸|保税|综保|经济开发)区$")
_PHASE = re.compile("(?<=[\u4e00-\u9fff])(?<![第学为分每])[一二三四五六七]期$")
"""What works make or hold, within their name: 甲县|年产5万吨|锂盐项目, 甲市|50兆瓦|风电项目."""
_BETWEEN = re.compile("[—–-][\u4e00-\u9fff]{2,4}$")
"""甲县—乙岭|1000千伏: the second end of a line."""
MEASURES = frozenset("辆台架艘列件单颗座条户区吨伏瓦时级寸米方辆台套件片头只羽箱瓶支盒块张册条根颗粒剂份平期VWh")
"""Their last characters."""
_NOUNS = frozenset("n nz nt ns nr nrt j x l".split())


def measured_before(view: View, position: int) -> int:
    """Where the measure that ends here begins, 0 if it is no part of a name: 建设|120万千瓦|光伏项目."""
    scan = view.scan
    if zone := _ZONE.search(scan.text, max(0, position - 4), position):
        return zone.start()  # 甲市|经开区|企业家年会
    if phase := _PHASE.search(scan.text, max(0, position - 3), position):
        return phase.start()  # 甲区海上风电|二期|工程
    match = _MEASURE.search(scan.text, max(0, position - 18), position)
    if match is None:
        return 0
    start = match.start()
    named = match[0][0] in "年日月±第" or start in scan.ending["place"] or start in scan.ending["organization_names"]
    named = named or _BETWEEN.search(scan.text, max(0, start - 5), start) is not None
    return start if named or (start > 0 and scan.tag(start - 1) in _NOUNS) else 0
