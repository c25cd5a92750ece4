"""Numbers that belong to a term and count nothing: 二次污染, 十大品牌, 200米自由泳, 高分03组, 15分钟生活圈, 这5家."""

from __future__ import annotations

import re

_BEHIND = re.compile(
    "大(?![类块项型小步])|次(?:污染|元|利用|开发|供水|创业|函数|曲线|装修|感染|产业)|字(?:基金|路口|架|绣|街|会)"
    "|周年(?:纪念|庆|主题|特别|文艺|交响|大会|音乐|活动|系列|晚会|展|招待|座谈)"
    r"|[多余]?级(?:台阶|产业|市场|企业|公司|园区|项目)"
    r"|(?:米|公里)[^，。；、的\d]{0,6}?(?:赛(?![道程])|跑(?![道了出完])|栏|接力[赛决]|泳(?![池馆道])|集体出发|手枪|步枪|跳[台板])"
    r"|(?:分钟|公里|小时)[^，。；、“”]{0,8}圈(?![内里子])"
)
_BEGINNING = frozenset("大次字周多余级米公分小")
"""So it begins."""
_TEN = "十"
_BEFORE_THOUSANDS = re.compile("[成数][千百]上?$")
_ORDINAL = "次期级本手维轮"
"""What 二 stands before as an ordinal; what is counted is 两次, 两期."""
_FEW = "一二三"


def is_part_of_term(text: str, start: int, end: int) -> bool:
    """Is the number at ``start:end`` part of a term?"""
    written = text[start:end]
    if written[0] == "0" and written[1:2].isdigit():
        return True  # a code: 高分03组
    if written == "二" and text[end : end + 1] in _ORDINAL:
        return True
    if text[start - 1 : start] == "这" and text[end : end + 1] != "年":
        return True  # 这5家 have been counted before
    if written[0] in "千万" and _BEFORE_THOUSANDS.search(text, max(0, start - 3), start):
        return True  # 成千上万
    behind = _BEHIND.match(text, end) if text[end : end + 1] in _BEGINNING else None
    if behind is None:
        return False
    kind = behind[0].lstrip("多余")[0]
    if kind in "大字":
        return written == _TEN
    if kind == "级":
        return written[-1] in "万亿千百"
    return kind != "次" or written in _FEW
