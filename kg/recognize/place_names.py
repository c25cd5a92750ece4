"""Names of the gazetteer in the text: which of them stand there as places."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognize.place_atlas import ABROAD, WORLDWIDE, Atlas, Span
from kg.recognize.scan import Scan

BEFORE_PLACE = frozenset("在于到赴抵往从至由离驻经自")
"""A place stands behind these."""

MOTION = frozenset(
    "离开 抵达 来到 前往 返回 飞抵 飞往 访问 走进 位于 途经 地处 赶赴 奔赴 回到 坐落于 家住 来自".split()
)
"""Verbs that a place follows."""

INTRODUCED = re.compile("(?:城市|首都|首府|省会|小镇|重镇|城镇|港口|村庄|小城|古城|港城|名城|海港)$")
"""What introduces a place by its kind: 首都金边."""

NOMINAL = frozenset("n nz vn a ad".split())
"""Behind a risky name these make it an ordinary word of a longer phrase (在和平年代)."""

ORDINARY = frozenset("n v vn a ad d i l t".split())

FREE = ("", *"pcuvwxdrt")
"""Behind words of these tags a name may begin."""

OF_A_PLACE = re.compile("[两二三四五多]地|等地|一带|境内|附近|籍|市民|[东西南北中]+部|方向|市区|城区|县城|地区")
"""What only a place has behind it."""

BEARER = re.compile("[舰杯牌店]|[”’][号舰杯牌]")
"""南昌舰, 丰田杯: a thing that bears the place's name."""

NAMESAKE = re.compile(BEARER.pattern + "|时间[0-9上下凌今昨]|在线|网讯|网[0-9]|卫视|[都城]市[报网]|[日晚晨早商]报")
"""The same, 北京时间8时, and media."""

COMPASS = re.compile("[东西][南北]|[东西南北]部")
SIDE = re.compile("方向|[侧角隅面郊]|门户|[一二三四五六]环|约?[0-9]+多?(?:公里|千米|海里|米)")
"""Behind a region they make it a side of something: 西南五环, 东北约10公里."""

NUMBERED = re.compile("[0-9一二三四五六七八九十]+号|号[”’』」》]")
ROADS = ("路", "街", "道", "巷", "弄", "里", "胡同")
"""A number behind another place is one of a series (黄河3号), a lone 号 makes the name a ship's or train's (“甲山号”)."""

BEARING = frozenset("舰杯牌店”’时在网卫都城日晚晨早商0123456789一二三四五六七八九十号")
"""So what bears the place's name goes on."""

REGION = "地区"
AFTER_STEM = ("人", "人民", "市民", "居民", "籍", "各地", "各界", "境内", "全境", "沿海", "各国", "各地区", REGION)
"""Words such as 福建人 and 北京地区 are one in the dictionary."""

HOME = "中国"
"""In one word with a noun or right before one it says only whose (中国企业, 中国速度)."""
OFFICES_OF_STATE = ("国家", "国务", "外长", "外交部", "国防部", "总理")
"""What a country has: 中国国家主席."""
MOTTOS = frozenset(
    "新 数字 美丽 健康 平安 法治 创新 文化 科技 质量 智造 绿色 开放 信用 活力 幸福 书香 温暖 感动 最美 网络 海洋 清洁 生态".split()
)
"""Words before it that make a motto of both (数字中国)."""

_NUMBER = re.compile(r"[^。；：“”！？\n]{2,40}?\d[\d.]*[万亿余多]*(?![\d月日号年时点分])[%％\u4e00-\u9fff]")
COUNTING = frozenset("各几两三四五六七八九十")
CURRENCIES = frozenset("克朗 马克 法郎 比索 卢比 卢布 里拉 先令 英镑 货币".split())
"""挪威克朗 names no country; the other words that the dictionary has with a country (法国总理) do."""

FOREIGN_LETTERS = 2
"""A character of this weight in the lexicon of transliteration is hardly ever a word of its own."""

ENOUGH = 1.0
"""The score of a risky name that the context believes."""


def gazetteer_spans(scan: Scan, atlas: Atlas) -> dict[int, Span]:
    """The names of the gazetteer by their start, the longest that stands there; risky ones only in context."""
    spans: dict[int, Span] = {}
    doubtful: list[tuple[int, int]] = []
    told: dict[str, bool] = {}
    for start, end in scan.terms["place"]:
        if end - start == 1 or not _stands(scan, atlas, start, end):
            continue
        stem = _stem(scan, atlas, start, end)
        name = scan.text[start:stem]
        if name not in atlas.risky or stem < end or (len(name) > 2 and atlas.has_level(name, ("country",))):
            score = 1.8
        else:
            score = _believed(scan, atlas, start, end, told)
            plain = _ordinary(scan, atlas, name, start) or scan.tag(start) in ORDINARY
            if not score and (not plain or (LISTED.match(scan.text, end) and name[-1] != "部")):
                doubtful.append((start, end))
        if score and (start not in spans or spans[start].end < stem):
            spans[start] = Span(_county_town(scan, stem), score, "gazetteer")
    if doubtful:
        _neighbours(scan.text, spans, doubtful)
    return spans


HELD_HERE = re.compile(
    "(?:隆重|正式|成功|圆满)?(?:举行|举办|召开|开幕|闭幕|落幕|开赛|启幕|落下帷幕|拉开帷幕|揭幕|收官)"
)
LISTED = re.compile(
    "等?(?:多|[两三四五六七八九十\\d]+)?个?(?:地区|[地省市县州区](?=[也均都有的，。受]|震感|境内|交界))"
)
"""Behind the last of a list of places: 甲、大理|等多个地区, 乙和永胜|两个县."""
MACHINES = re.compile(
    "消防车|水罐车|救护车|挖掘机|吊车|起重机|车辆|[车机]|设备|机械|电脑|电视|空调|水泵|[^，。]{0,3}消防车"
)


def _stem(scan: Scan, atlas: Atlas, start: int, end: int) -> int:
    """The end of 中东 in 中东地区: the word is no part of the name, but for prefectures (塔城地区)."""
    text = scan.text
    if not text.endswith(REGION, start, end) or atlas.has_level(text[start:end], ("city", "county", "town")):
        return end
    stem = end - len(REGION)
    name = text[start:stem]
    return end if name not in atlas.gazetteer.by_name or name in atlas.ordinary else stem


def _county_town(scan: Scan, end: int) -> int:
    """The end of 平山县城, 明月湖畔 where a county's name is followed by its town, a water's by its shore."""
    text = scan.text
    if text[end : end + 1] == "畔" and text[end - 1] in "湖江河海溪":
        return end + 1
    return end + 1 if text[end - 1 : end + 1] == "县城" and scan.is_boundary(end + 1) else end


def _stands(scan: Scan, atlas: Atlas, start: int, end: int) -> bool:
    """Is the name more than a piece of other words?"""
    text = scan.text
    if text[start] == "大" and text[start - 1 : start] in COUNTING and start:
        return False  # 各大港区
    if text[start] == "长" and start > 1 and text[start - 1] == text[start - 2]:
        return False  # 甲局局|长沙明远
    if text[end - 1 : end + 1] == "省会" and end + 1 in scan.starting["place"]:
        return False  # 云南|省会昆明
    if text[end - 1] == "台" and MACHINES.match(text, end):
        return False  # 九台|消防车
    if text[end - 1] == "角" and text[start] in "东南西北" and text[start - 1 : start] == "的":
        return False  # 堆场的北角
    if text[start] == "于" and not scan.is_boundary(start):
        return False  # 位于|洪崖洞
    if text[start] == "日" and text[start - 1 : start].isdigit() and start:
        return False  # 17日|本轮
    if text[start] == "和" and text[start - 1 : start].isalnum() and scan.word(start) == "和":
        return False  # 模式和村镇银行
    bears = text[end : end + 1] in BEARING and (
        NAMESAKE.match(text, end) or (NUMBERED.match(text, end) and not text.endswith(ROADS, start, end))
    )
    if bears:
        return False
    if COMPASS.match(text, start) and end - start == 2 and _points(scan, start, end):
        return False
    before = scan.ending["place"].get(start)
    if before and any(start - s > 1 and atlas.inside(text[s:start], text[start:end]) for s in before):
        return True
    if text[start + 1 : start + 2] == "和" and not scan.is_boundary(start):
        return False  # 公安|和镇领导
    if text[start:end] in ("会同", "会同县") and text[start - 1 : start].isalnum() and start:
        return False  # 甲市总工会|会同|县公安局
    if not scan.is_boundary(start):
        first, last, _ = scan.words[scan.word_at[start]]
        parted = before is not None and first in before
        if (last > start + 1 or last - first > 2) and not parted and (end - start < 4 or first < start - 2):
            return False
    if not scan.is_boundary(end) and end - start < 4:
        first, last, _ = scan.words[scan.word_at[end]]
        rest = text[end:last]
        further = scan.starting["place"].get(end, ())
        known = rest in AFTER_STEM or rest in atlas.heads or last in further
        foreign = atlas.has_level(text[start:end], WORLDWIDE)
        known = known or (foreign and text[start:end] != HOME and len(rest) > 1 and rest not in CURRENCIES)
        holds = any(e - end > 1 and atlas.inside(text[start:end], text[end:e]) for e in further)  # 湖|南岳|阳
        if (first != start or not known or BEARER.match(text, last)) and not (
            holds and not foreign and scan.is_boundary(start)
        ):
            return False
    return not _within_foreign_name(scan, atlas, start, end)


def _points(scan: Scan, start: int, end: int) -> bool:
    """Is 西南 a side of something (甲城西南, 鄂西北, 西南五环) and no region?"""
    before = scan.ending["place"].get(start, ())
    return SIDE.match(scan.text, end) is not None or any(scan.text[s:start] not in (HOME, "我国") for s in before)


def _within_foreign_name(scan: Scan, atlas: Atlas, start: int, end: int) -> bool:
    """Is a short name the piece of a longer foreign one: 图拉 in 卡图拉斯, 德州 in 甲格罗德州?"""
    text, foreign = scan.text, atlas.foreign

    def weight(at: int) -> int:
        """How foreign the character is, if no word but itself claims it."""
        if not 0 <= at < len(text):
            return 0
        first, last, _ = scan.words[scan.word_at[at]]
        return foreign.get(text[at], 0) if last - first == 1 else 0

    if end - start > 3 or text[start] not in foreign:
        return False
    before, further = weight(start - 1), weight(start - 2)
    if before and before + further > FOREIGN_LETTERS and (further or before == FOREIGN_LETTERS):
        return foreign[text[start]] == FOREIGN_LETTERS
    whole = all(char in foreign for char in text[start:end]) and atlas.has_level(text[start:end], ABROAD)
    return whole and FOREIGN_LETTERS in (before, weight(end))


def _believed(scan: Scan, atlas: Atlas, start: int, end: int, told: dict[str, bool]) -> float:
    """The score of a name that is an ordinary word too; 0 where nothing speaks for a place.

    ``told`` remembers which names the text also says in full, so that it is searched once for each.
    """
    text = scan.text
    name = text[start:end]
    if name not in told:
        told[name] = any(place.name in text for place in atlas.gazetteer.by_name[name] if place.name != name)
    if told[name]:
        return 1.2
    word = scan.tag(start) in ORDINARY
    named = scan.tag(start) == "ns"
    before = [s for s in scan.ending["place"].get(start, ()) if start - s > 1]
    if any(
        atlas.inside(text[s:start], name)
        and (named or text[s - 1 : s] in BEFORE_PLACE or not atlas.has_level(text[s:start], WORLDWIDE))
        for s in before
    ):
        return 1.2  # 在越南|河内, though 河内 may be within a river
    if any(e - end > 1 and atlas.inside(name, text[end:e]) for e in scan.starting["place"].get(end, ())):
        return 1.2
    if text[start - 1 : start] == "在" and HELD_HERE.match(text, end) and atlas.has_level(name, ("city",)):
        return ENOUGH  # 在开封举行
    if _ordinary(scan, atlas, name, start):
        return 0.0
    led = INTRODUCED.search(text, max(0, start - 2), start) or scan.word(start - 1) in MOTION
    if word or led:
        return ENOUGH if led and scan.tag(start)[:1] == "n" else 0.0
    if text[start - 1 : start] in BEFORE_PLACE and scan.tag(end) not in NOMINAL:
        return ENOUGH
    free = scan.tag(start - 1)[:1] in FREE
    return ENOUGH if free and OF_A_PLACE.match(text, end) else 0.0


def _ordinary(scan: Scan, atlas: Atlas, name: str, start: int) -> bool:
    """Is it an ordinary word, and not only one that is no person's name (江南)?"""
    return name in atlas.common or (name in atlas.ordinary and scan.tag(start) != "ns")


def _neighbours(text: str, spans: dict[int, Span], doubtful: list[tuple[int, int]]) -> None:
    """Adds the doubtful names of a list of places (甲市、朝阳、乙市), but no piece of a site's name (甲市|北站)."""
    ends = {span.end for span in spans.values()}
    for start, end in doubtful:
        if start in ends:
            continue
        joined = "、和与及" if LISTED.match(text, end) else "、"
        follows = start > 1 and text[start - 1] in joined and start - 1 in ends
        leads = text[end : end + 1] == "、" and end + 1 in spans
        if (follows or leads) and start not in spans:
            spans[start] = Span(end, ENOUGH, "gazetteer")
            ends.add(end)


def mark_attributes(scan: Scan, spans: dict[int, Span]) -> None:
    """Marks 中国 where it only says of a noun whose it is (中国|速度), or is half of a motto (数字|中国).

    It is a name there, but the article tells nothing of the country if it names it nowhere else.
    """
    for start in [s for s, span in spans.items() if scan.text[s : span.end] == HOME]:
        end = spans[start].end
        office = scan.text.startswith(OFFICES_OF_STATE, end)
        if end not in spans and not office and scan.is_boundary(start) and _attributive(scan, start, end):
            if _measured(scan, start, end):
                continue
            spans[start] = spans[start]._replace(reason="attribute")


def _measured(scan: Scan, start: int, end: int) -> bool:
    """Does the clause open with the country and tell a number of it: 中国汽车出口400万辆?"""
    before = scan.text[start - 1 : start]
    opens = not before.isalnum() or scan.tag(start - 1) in ("t", "v", "p", "c")
    return opens and _NUMBER.match(scan.text, end) is not None


def _attributive(scan: Scan, start: int, end: int) -> bool:
    tag = scan.tag(end)
    if tag[:1] == "n" and tag not in ("ns", "nr", "nt"):
        return True
    return start > 0 and scan.word(start - 1) in MOTTOS


def ends_of(spans: Mapping[int, Span]) -> dict[int, int]:
    """Where the place begins that ends at a position, the longest one."""
    found: dict[int, int] = {}
    for start in sorted(spans):
        found.setdefault(spans[start].end, start)
    return found
