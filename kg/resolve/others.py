"""When two names of persons, events, programmes, awards or policies are one."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.resolve.names import Names, core, plain

FAMILIAR_BEFORE = ("小", "老", "阿")
LEG = re.compile("(?:”|活动|行动|工程|计划|项目|[节周月季])之(?=[^，。]{3})")
"""What is told behind 之 is a leg of the campaign before it."""
EDITION = re.compile(r"第[一二三四五六七八九十\d]+[期季站讲]$")
ABBREVIATED = re.compile(r"第?([一二三四五六七八九十\d]+)届?([^\W\d]{1,3}?会)(开幕式|闭幕式|组委会|)$")
"""第六届消博会, 十一运会开幕式."""
OFFSHOOTS = ("site", "service")
GROUPS = ("团队", "集体", "单位", "提名", "提名奖", "入围奖", "家庭")
PROGRAMMES = ("行动", "计划", "工程", "项目")
"""A course or station (classes of heads) that bears the name of a programme is not the programme."""

UNDERTAKINGS = (*PROGRAMMES, "活动")
LONG = 7
"""A shorter name without its place (惠民工程) may be another town's."""

YEAR = frozenset("0123456789年度第届首一二三四五六七八九十")


def person_rule(short: str, full: str) -> str | None:
    """小李, 李师傅, 刘总 lead back to the one 李…, 刘… of the article; 克林顿 to 比尔·克林顿."""
    if "·" in full and short == full.rsplit("·", 1)[-1]:
        return "外国人名省去名（given name left out）"
    if len(short) == 1 and 2 <= len(full) <= 4 and full[0] == short:
        return "只写姓（surname alone）"
    if len(short) == 2 and 3 <= len(full) <= 4 and (full[1:] == short or (len(full) == 4 and full.startswith(short))):
        return "只写名或复姓（given name or long surname alone）"
    if short[:1] in FAMILIAR_BEFORE and len(short) == 2 and full.startswith(short[1]) and 2 <= len(full) <= 3:
        return "姓前加“小”“老”（familiar form of the surname）"
    if len(short) >= 2 and 2 <= len(full) <= 4 and short[0] == full[0] and short[1:] in TITLES:
        return "姓加称呼（surname and title）"
    return None


TITLES = frozenset(
    "师傅 老师 医生 大夫 总 局 处 科 队 工 先生 女士 小姐 大姐 大哥 大爷 大妈 阿姨 同志 某 某某 "
    "院士 教授 书记 主任 局长 经理".split()
)


REST = 9
"""Characters from which the rest of a name behind its quotes is a name of its own, and not a mere kind."""
MOTTO = "省去引号中的主题（the motto in quotes left out）"


def event_rule(names: Names) -> Callable[[str, str], str | None]:
    """An event without its year, ordinal or place; the short form of its series; its quoted core; its tail."""
    series = names.knowledge.lexicon["event_series"]

    def rule(short: str, full: str) -> str | None:
        s, f = plain(short), plain(full)
        if len(s) < 3 or len(s) >= len(f):
            return None
        if (edition := ABBREVIATED.match(s)) and f == f"第{edition[1]}届{series.get(edition[2], '')}{edition[3]}":
            return "届会的简称（short form of the series, same edition）"
        if f.endswith(s):
            before = f[: -len(s)]
            rest = before[len(names.leading_place(before)) :]
            while rest and rest[0] in YEAR:
                rest = rest[1:]
                rest = rest[len(names.leading_place(rest)) :]
            if not rest:
                return "省去年份、届次或地名（year, ordinal or place left out）"
        quoted = core(full)
        if _without_motto(s, f, quoted, full):
            return MOTTO
        if (
            quoted
            and quoted == core(short)
            and f[-1] == s[-1]
            and f.endswith(s[len(quoted) :][-1:])
            and short.startswith("“")
        ):
            return "引号中的核心相同（same quoted core）" if _same_head(s, f, quoted) else None
        return None

    return rule


def name_rule(names: Names) -> Callable[[str, str], str | None]:
    """A programme's quoted core alone for its core with a category word, a year or a level."""
    kinds = names.knowledge.lexicon["programme_kinds"]

    def rule(short: str, full: str) -> str | None:
        s, f = plain(short), plain(full)
        quoted = core(full)
        if _without_motto(s, f, quoted, full):
            return MOTTO
        if f.endswith(GROUPS) and not s.endswith(GROUPS):
            return None  # “甲能手”团队 is not the title of one man
        if EDITION.search(f) or LEG.search(full):
            return None  # “甲”项目第三期, “甲”活动之乙讲座 are parts of “甲”项目, “甲”活动
        if quoted and kinds.get(s[len(quoted) :]) in OFFSHOOTS and f.endswith(PROGRAMMES):
            return None  # “甲”课堂 is a part of “甲”行动
        if quoted and (s == plain(quoted) or (core(short) == quoted and short[0] in "“《‘『")):
            before = full[: full.find(quoted) - 1]
            if not before or all(c in YEAR for c in before) or before in ("全国", "中国"):
                return "引号中的名称（the quoted name)"
        if len(s) >= 4 and f.endswith(s):
            before = f[: -len(s)]
            if before and all(c in YEAR for c in before):
                return "省去年份或届次（year or ordinal left out）"
            if len(s) >= LONG and not quoted and s.endswith(UNDERTAKINGS) and names.leading_place(before) == before:
                return "省去地名（place left out）"
        return None

    return rule


def _without_motto(short: str, full: str, quoted: str, written: str) -> bool:
    """Is it the long rest of a name that begins with words in quotes: “甲”|乙村儿童包裹发放暨爱心捐赠活动?"""
    return len(short) >= REST and written[0] in "“《" and full == plain(quoted) + short


def _same_head(short: str, full: str, quoted: str) -> bool:
    """Do both names end in the same kind of event (大赛, 展)?"""
    tail = short[short.find(quoted) + len(quoted) :]
    return bool(tail) and full.endswith(tail[-2:])
