"""What symptoms are found to be (初步判断为食物中毒), and whose accident stands before its site (发生爆炸的甲县乙公司)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.recognize.named_view import Head, View

GRADES = ("特大", "重大", "较大")
"""How great a disaster is, which no place says although the dictionary has 重特大 as one."""
ARRIVALS = (
    "到达",
    "抵达",
    "赶赴",
    "亲赴",
    "急赴",
    "飞赴",
    "直奔",
    "奔向",
    "迅速",
    "立即",
    "火速",
    "紧急",
    "第一时间",
    "赶到",
    "赶往",
    "奔赴",
    "前往",
    "驰援",
    "进入",
    "来到",
    "到场",
)
"""Who comes to a disaster is no part of it: 官兵到达|事故现场."""
SITES = tuple(
    "井 井下 采区 工作面 巷道 车间 仓库 库房 厂房 厂区 工地 宿舍 食堂 居民楼 住宅楼 民房 路段 船上 机上 车厢 楼房 房屋 住宅 商铺 店铺 大桥 桥梁 隧道 工棚 脚手架".split()
)
"""Where within a plant or mine it happened: 甲煤矿乙井|发生透水事故."""
OWNERS = ("公司", "集团", "厂", "矿", "项目", "工程", "标段", "场", "段", "医院", "学校", "酒店", "店", "库")
"""What the site of an accident ends in."""
FAILURES = frozenset("塌方 塌陷 爆燃 燃爆 决堤 溃堤 透水 冒顶 脱轨 翻沉".split())
"""Verbs that name an accident alone where the place says where it happened: 国道甲段发生|塌方."""
TOLD_SO = re.compile("[，。；致造、]|后|时")
"""Behind a verb that an accident is told by, where it ends there: 发生客车侧翻，."""
DENIALS = ("尚未", "未", "并未", "没有", "是否", "不", "无")

_FOUND_TO_BE = re.compile(
    "(?:疑似|疑为|疑是|疑|初判|[判诊]断为|[判确]定为|定性为|认定为|确认为|诊断是|怀疑是|怀疑为|怀疑系|可能是|应[为属是]|属|系|为)"
    "(?:一起|一次|一宗|集体|群体性?|细菌性|急性|亚硝酸盐|有机磷|化学性|职业性)*$"
)
_SYMPTOMS = re.compile("(?:症状|反应|现象|迹象|情况)")
_SHOWN = re.compile("(?:出现|有|现)(?:了|明显|集体|群体性?|不同程度的?|轻微|轻度|严重|类似)*$")
"""Whom it befell shows it: 出现食物中毒|症状."""
_BEFELL = re.compile("(?:后|，)?(?:身亡|死亡|昏迷|晕倒|致死|送医|被送)(?!人数|率|者|案|事[故件]|患者|病人)|所致")
"""What it did to them: 三名工人煤气中毒|身亡."""
_POISONING = ("中毒", "中毒事件", "中毒事故")
"""What symptoms are found to be: 初步判断为食物中毒."""
_CAUSED = re.compile("(?:因|由于|系)[^，。；：]{2,20}?(?:引发|引起|导致|酿成|遇明火|遇火)[^，。；：]{0,4}$")
_HARM = re.compile("[^。；]{0,24}?(?:造成|导致|致|死|伤|遇难|坍塌|倒塌|受损|被困)")
_LONGEST_CAUSE = 32
_NEAR = 12
_OPENING = tuple("，。；\n这起次该")
_LEVELS = "省市县区旗镇乡村州"


UNHAPPENING = re.compile(r"(?:避免|防止|预防|可能|若|如果|一旦|未|没有|不|易|曾|再次?|又)$")
_AGAIN = re.compile(
    r"(?:发生|突发|爆发|遭遇|遭受)了?(?:一起|一场|一次|一宗|一例)?(?:里氏)?(?:[\d.]+级)?[^，。；：、的了并被把将\d]{0,8}$"
)
_ANOTHER = re.compile("也|还|先后|相继|接连|分别|均|(?<!首)都|将|预计")
"""Before what happened elsewhere as well, or has not yet."""
_MAGNITUDE = re.compile(r"[\d.]+级")
LONGEST_REPORT = 24


def found_to_be(view: View, head: Head) -> int:
    """Where the words begin that find a poisoning, -1 where none do."""
    if not view.scan.text.endswith(_POISONING, head.start, head.end):
        return -1
    judged = _FOUND_TO_BE.search(view.scan.text, max(0, head.start - _NEAR), head.start)
    if judged is None and _SYMPTOMS.match(view.scan.text, head.end):
        judged = _SHOWN.search(view.scan.text, max(0, head.start - _NEAR), head.start)
    if judged is None and _BEFELL.match(view.scan.text, head.end):
        return head.start
    return judged.start() if judged else -1


def begins_site(view: View, start: int) -> bool:
    """Does a place with its level begin here: 唐山市?"""
    stops = view.scan.starting["place"].get(start, ())
    return any(stop - start > 1 and view.scan.text[stop - 1] in _LEVELS for stop in stops)


def caused(view: View, head: Head) -> bool:
    """Does it say what caused the disaster and whom it harmed (因液化气泄漏引发|爆炸，致1人遇难), or what followed it?"""
    text = view.scan.text
    if (
        text.startswith("发生后", head.end)
        and head.end - head.start > 3
        and text.endswith("事故", head.start, head.end)
    ):
        return text[head.start - 1 : head.start] in _OPENING and not text.startswith(
            "安全", head.start
        )  # 追尾事故|发生后
    cause = _CAUSED.search(text, max(0, head.start - _LONGEST_CAUSE), head.start)
    return cause is not None and _HARM.match(text, head.end) is not None


def happened_again(view: View, head: Head, names: Iterable[str]) -> list[str]:
    """Which of the disasters so named the sentence says to have happened (甲镇昨晚发生里氏6.2级|地震), if any."""
    text = view.scan.text
    match = _AGAIN.search(text, max(0, head.start - LONGEST_REPORT), head.start)
    if match is None or UNHAPPENING.search(text, max(0, match.start() - 6), match.start()):
        return []
    if _ANOTHER.search(text, max(0, match.start() - 8), match.start()):
        return []
    told = {m[0] for m in _MAGNITUDE.finditer(text) if text.startswith("地震", m.end())}
    graded = _MAGNITUDE.search(match[0])
    return [name for name in names if graded is None or len(told) < 2 or graded[0] in name]
