"""Names that consist of quoted words alone: “甲乙丙丁”, told from terms, mottos, nicknames and speech by evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from kg.model import EntityType
from kg.recognize.award_start import is_given_to
from kg.recognize.candidate import Candidate
from kg.recognize.named_piece import head_before
from kg.recognize.named_quoted_around import (
    ASPECTS,
    CHOOSING,
    SOLD_NAME,
    WINS,
    begins_of,
    is_broadcast,
    is_honoured,
    is_ranking,
    list_type,
    runs_of,
    word_before,
)
from kg.recognize.named_reach import is_held, reach_left
from kg.recognize.named_view import HEADS, VAGUE_KINDS, Head, View, is_name_like, propose
from kg.recognize.programme import NOUN_TAGS, is_instance
from kg.recognize.quotes import Quote

LEAST_QUOTED = 0.5
MODIFIED = 1.5
LONGEST_THING = 14
LONGEST_PERSON = 6
BROADCAST = 1.6
_OPENS = "开张 开业 落户 揭牌 挂牌 开通 上线 投用 启用 投入使用 投入运营 开门迎客"
OPENED = tuple(f"{adverb}{verb}" for adverb in ("", "正式", "刚刚", "日前", "近日", "全面") for verb in _OPENS.split())
GIVING = ("提供", "享受", "享受到", "获得", "送上", "送来")
"""Before “甲乙服务” they say what sort of service people get."""
SOLD = tuple("APP App 客户端 车型 大模型 机器人 芯片 应用 产品 业务 新品 套餐 理财产品 系列产品 保险产品".split())
"""What firms launch by name: 推出“甲乙贷”产品."""
SET_UP = tuple(
    "列车 餐厅 公寓 空间 地图 课程 菜单 体检 健康 托育 乐园 小镇 港湾 工坊 阵地 矩阵 专区 专窗 大集 茶座 书吧 综合体 疗休养 卡 保险 微信群".split()
)
"""What towns and unions set up by name: 打造“甲乙”书吧."""
HONOURING = tuple(
    "荣获 喜获 荣膺 获评 获颁 评为 评选为 授予 命名为 认定为 蝉联 摘得 斩获 捧得 捧回 喜提 获封 荣登 登榜 上榜 跻身 入选 位居 位列 名列".split()
)
STRIVING = ("争创", "争当", "争做", "勇当", "誓夺", "创建")
"""So begin mottos: “争创先锋号”."""
CHOSEN = ("揭晓", "评选", "获得者", "称号", "名单", "颁奖", "榜单", "颁给", "授予", "花落")
COUNTED = "两双三四五六七八"
SHOWN = ("contest", "round", "show", "forum", "festival")
"""Kinds of events that stay events in a list that closes with 等活动."""
AT_EVENTS = ("上", "中", "期间", "现场", "开幕", "闭幕")
"""Behind the name of an event they say what happened there: 在“甲论坛”上."""
HOLDERS = ("获得者", "得主", "称号")

QUOTE_SCORES = {
    "launched": 1.0,  # 推出“甲乙丙丁”
    "made": 0.8,  # 上线“甲乙家”: a thing, whatever it is called
    "advanced": 0.4,  # 推进“甲乙丙丁”
    "awarded": 1.3,  # 被评为“甲乙丙丁”
    "titled": 1.0,  # the same right before it, so that no body “全国甲乙医院” stands there
    "listed": 1.2,  # “甲乙”“丙丁”等活动
    "known": 1.7,  # “全国劳动模范”
    "headed": 0.9,  # “甲乙护薪行动”
    "topped": 0.5,  # the same with a vaguer word: “甲乙服务”
    "repeated": 0.3,
    "held": 0.6,  # “甲乙”今天在京启动
    "attended": 1.0,  # 出席“甲乙论坛”
    "modifier": -0.6,  # “甲乙”企业
    "unproven": -0.8,  # “甲乙之星”, behind no verb of awarding
    "idle": -0.4,  # “甲乙清单”, behind no verb of issuing
    "wins": 0.7,  # “甲乙”荣获某奖
    "named": 0.8,  # 名为“甲乙”
    "nick": -1.5,  # 被誉为“甲乙”
    "term": -1.5,  # “甲乙”精神
    "bound": -0.5,  # “甲乙”的
    "word": -1.0,  # an ordinary word of the dictionary
    "short": -0.6,
    "counted": -0.8,  # “四个方面”
    "body": -0.8,  # “甲乙军”, “甲乙队”
    "person": -0.8,  # “甲乙之父”
    "stops": -2.0,  # a comma inside
}
QUOTE_BASE = 0.1

_DATE_LIKE = re.compile(r"[\d.·]+|十[一二三四五六]五")
_PERSON = re.compile(
    r"(?:之父|之母|之王|人员|姐妹|兄弟|大王|达人|爷爷|奶奶|妈妈|爸爸|书记|医生|老师|[者员师哥姐]|(?<![小之新大为回到])家)$"
)
_SPOKEN = re.compile("[我你咱您吗呢吧]")
LONGEST_SPOKEN = 10
"""A longer phrase with 我 or 你 is a call, whatever it is named for: 把游行命名为“…”."""
_PREMISES = tuple("工厂 医院 银行 学校 学院 大学 法院 法庭 车间 餐厅 食堂 超市 诊所 药房".split())
"""What a service is likened to: 推出“数智工厂”."""
_CALLED = re.compile("的[^，。；]{0,6}?(?:产品|服务|项目|活动|计划|平台|行动|品牌|工程|课程|栏目|系统|模式)")
"""What is called so: 名为“甲乙”的新产品."""
_DASHED = re.compile("(?:产品|服务|品牌|平台|项目|计划|系统|课程|工程)——$")
"""推出一项新服务——“甲乙”."""
_MADE = re.compile("(?:推出|上线|打造|发布|开通|开设|首创|首推|研发|开发|推广|创建|建成)[了出]?的?$")
_TITLE_LIST = re.compile(
    "(?:获奖|入选|称号)?(?:名单|榜单|称号)|获得者|得主|(?:授予|颁给|颁发给|花落)[^，。；]{2}|颁奖(?![词典])|颁证|授牌|授奖"
)
_BATCH = re.compile("首批|第[一二三四五六七八九十]批")
LONGEST_NAMED = 60
_NAMED_AS = re.compile(
    "(?:评选|评选出|评选产生|命名|认定|评定|确定|产生|评出)[^，。；\n]{2,50}为(?:首批|第[一二三四五六七八九十]批|[^，。；\n]{2,6}级)?$"
)
"""评选产生甲院等20家为第三批“甲市科普基地”."""
_SEASON = re.compile(r"第[一二三四五六七八九十\d]+[季期](?![度间])")
_ONE_OF = re.compile(
    "(?:[首两一新]+[款台颗艘架辆部批枚座条只][\u4e00-\u9fff]{1,10}|(?:首|第[一二三四五六七八九十]+)[家个座条所间])$"
)
"""首款智能手表“甲”: the thing that is called so; 甲市首家“乙”: how many there are of it."""
_ONE = re.compile("一[\u4e00-\u9fff]{2}")
"""“一平台”、“一小镇”."""
_COUNTED = re.compile(r"[一二两三四五六七八九十\d]+[个大项种条类]")
_BEST = re.compile(
    r"(?:20\d\d年?度?)?(?:中国|全国|[\u4e00-\u9fff]{2,3}[省市县区])?(?:最美|最佳|最具|最受|十佳|十大)[\u4e00-\u9fff]{1,10}$"
)


def find_quoted(view: View, covered: list[int]) -> Iterator[Candidate]:
    """Names that consist of quoted words alone; ``covered`` are the characters of names found before."""
    text = view.scan.text
    if not view.quotes:
        return
    counts = Counter(q.words(text) for q in view.quotes)
    runs, begins = runs_of(view), begins_of(view)
    for quote in view.quotes:
        words = quote.words(text)
        if (
            quote.mark == "《"
            and is_name_like(text, quote)
            and not covered[quote.start + 1]
            and is_broadcast(view, quote)
        ):
            yield propose(view, quote.start, quote.end, "Programme", "programme:broadcast", BROADCAST)
        if quote.mark == "《" and is_ranking(view, quote):
            yield propose(view, quote.start, quote.end, "Award", "award:ranking", BROADCAST)
        if quote.mark in "《〈" or quote.depth or covered[quote.start + 1] or not is_name_like(text, quote):
            continue
        if _DATE_LIKE.fullmatch(words) or is_honoured(view, quote):
            continue
        if ASPECTS.match(text, runs[quote.end]) or _ONE.fullmatch(words):
            continue
        type_, evidence = _evidence(view, quote, words, counts, runs, begins)
        score = QUOTE_BASE + sum(QUOTE_SCORES[e] for e in evidence)
        if score < LEAST_QUOTED:
            continue
        by = f"{type_.lower()}:quoted+{evidence[0]}"
        end = Head(quote.end, quote.end, type_, "")
        reach = reach_left(view, end, "awarded" if type_ == "Award" else "free")
        apposed = head_before(view.scan, quote.start) is not None  # 公益项目“甲乙”
        apposed = apposed or (type_ == "Award" and _BATCH.fullmatch(text, reach.start, quote.start) is not None)
        apposed = apposed or (type_ == "Award" and is_given_to(view, reach.start, quote.start))
        apposed = apposed or _ONE_OF.search(text, max(0, quote.start - LONGEST_THING), quote.start) is not None
        if reach.start < quote.start and not apposed and (type_ != "Programme" or is_instance(view, reach)):
            yield propose(view, reach.start, quote.end, type_, by, score)
            if reach.words < MODIFIED and not reach.marks & {"place", "level", "league"}:
                continue  # a year or season alone makes no instance
            by += ":inner"
        yield propose(view, quote.start, quote.end, type_, by, score)


def _evidence(
    view: View,
    quote: Quote,
    words: str,
    counts: Counter[str],
    runs: Mapping[int, int],
    begins: Mapping[int, int],
) -> tuple[EntityType, list[str]]:
    """What speaks for and against a name in these quotes, and the type that it would have."""
    scan, text = view.scan, view.scan.text
    evidence: list[str] = []
    type_: EntityType = "Programme"
    listed = list_type(view, quote, runs[quote.end])
    headed = _headed(view, quote)
    before = word_before(view, begins[quote.end])
    made = _MADE.search(text, max(0, begins[quote.end] - 6), begins[quote.end]) is not None
    naming = view.lexicon["quote_naming"].get(before)
    if headed and headed[1] in ("name", "epithet"):
        type_ = headed[0]
        evidence.append("known")
    elif _BEST.match(words) and not (headed and headed[0] == "Event"):
        type_ = "Award"
        evidence += ["headed", "awarded"] if before in view.lexicon["award_verbs"] else ["headed"]
    elif "命名" in before and words.endswith(("小组", "班组", "工作室")):
        evidence.append("body")  # 被命名为“甲某小组”: so it is called
    elif before in view.lexicon["award_verbs"] and (before not in view.verbs or before in HONOURING):
        type_ = "Award"
        evidence.append("awarded")
    elif headed:
        type_ = headed[0]
        evidence.append("topped" if headed[1] in VAGUE_KINDS else "headed")
        if evidence[-1] == "topped" and "的" in words:
            evidence.append("idle")
    if type_ in ("Programme", "Award") and _NAMED_AS.search(text, max(0, quote.start - LONGEST_NAMED), quote.start):
        type_ = "Award"
        evidence = ["awarded", "titled"]
    if type_ == "Award" and text.endswith(HONOURING, 0, quote.start):
        evidence.append("titled")
    if type_ in ("Programme", "Award") and not evidence.count("awarded") and _TITLE_LIST.match(text, quote.end):
        type_ = "Award"
        evidence.append("awarded")
    if listed and not (headed and headed[0] == "Event" and listed == "Programme" and headed[1] in SHOWN):
        type_ = "Award" if listed == "Programme" and text.endswith(CHOOSING, 0, begins[quote.end]) else listed
    if listed:
        evidence.append("listed")
    verb = view.verbs.get(before)
    if verb in ("launch", "advance"):
        evidence.append("launched" if verb == "launch" else "advanced")
    held = type_ == "Award" and text.startswith(HOLDERS, quote.end)  # 是“甲奖章”获得者
    if type_ == "Programme" and not naming and _DASHED.search(text, max(0, quote.start - 4), quote.start):
        evidence.append("named")
    if naming and not held:
        evidence.append("named" if naming == "name" else "nick")
    if type_ == "Programme" and not headed and WINS.match(text, runs[quote.end]):
        evidence.append("wins")
    if type_ == "Programme" and not headed and _SEASON.match(text, quote.end):
        evidence.append("named")
    if is_held(view, quote.end) or text.startswith(OPENED, quote.end):
        evidence.append("held")
    if counts[words] > 1:
        evidence.append("repeated")
    given = next(view.words_before(quote.start, 1), "") in GIVING
    shown = type_ == "Event" and headed is not None and headed[1] in (*SHOWN, "meeting", "ceremony")
    met = shown and text.startswith(AT_EVENTS, quote.end)
    met = met or (verb == "launch" and scan.word(quote.end) in ("里", "内"))  # 工会建成的“甲之家”里
    if (scan.word(quote.end) in view.lexicon["quote_terms"] and not met) or (given and "topped" in evidence):
        evidence.append("term")
    elif shown and verb in ("join", "hold"):
        evidence.append("attended")
    elif text[quote.end : quote.end + 1] in ("的", "地") and not (naming == "name" and _CALLED.match(text, quote.end)):
        evidence.append("bound")
    elif type_ == "Programme" and not listed and scan.tag(quote.end) in NOUN_TAGS and not _followed(view, quote.end):
        evidence.append("modifier")
    if (
        type_ == "Award"
        and headed
        and headed[1] == "listing"
        and "titled" not in evidence
        and before not in view.lexicon["award_verbs"]
        and not text.startswith(CHOSEN, quote.end)
    ):
        evidence.append("unproven")
    if type_ == "Event" and len(words) == 2 and words[0] in COUNTED:
        evidence.append("word")  # “两赛”
    if (type_ == "Award" and words.startswith(STRIVING)) or (type_ != "Programme" and _SPOKEN.search(words)):
        evidence += ["nick", "stops"] if len(words) > LONGEST_SPOKEN else ["nick"]
    if type_ == "Policy" and "known" not in evidence and verb not in ("issue", "obey"):
        evidence.append("idle")
    if "，" in words or ("、" in words and listed != "Programme"):
        evidence.append("stops")
    vague = headed is None or headed[1] in VAGUE_KINDS
    prize = "awarded" in evidence and words.endswith("奖")  # 摘得“金花奖”
    honour = prize or ("awarded" in evidence and words in view.lexicon["award_kinds"])  # 被评为“先进集体”
    if vague and not honour and scan.word_at[quote.start + 1] == scan.word_at[quote.end - 2]:
        evidence.append("word")
    course = words.endswith("班")  # “工匠班”
    titled = before.removeprefix("被") in HONOURING  # 获评“枫桥式人民法庭”
    metaphor = made and words.endswith(_PREMISES)
    if not (headed or listed or course or titled or metaphor) and quote.end - 1 in scan.ending["organization_kinds"]:
        evidence.append("body")
    told = listed and len(words) > LONGEST_PERSON  # “百名局长访恩师”等活动
    if type_ == "Programme" and not (headed or told or made) and _PERSON.search(words):
        evidence.append("person")
    if made and type_ == "Programme" and len(words) > 3 and not {"modifier", "word", "bound"} & set(evidence):
        evidence.append("made")
    if sold := type_ == "Programme" and SOLD_NAME.fullmatch(words) is not None:
        evidence.append("launched")
    if _COUNTED.match(words) and not (headed and headed[0] == "Award"):
        evidence.append("counted")
    if len(words) < 4 and not (prize or sold) and not (naming == "name" and _CALLED.match(text, quote.end)):
        evidence.append("short")
    return type_, evidence


def _followed(view: View, position: int) -> bool:
    """Does a head of a name begin here, or what is sold under the name?"""
    return view.scan.text.startswith((*SOLD, *SET_UP), position) or any(
        position in view.scan.starting[category] for category in HEADS
    )


def _headed(view: View, quote: Quote) -> tuple[EntityType, str] | None:
    """The type that the last quoted word makes, the longest that ends there, and its class; a known name must be whole."""
    best: tuple[int, EntityType, str] | None = None
    for category, type_ in HEADS.items():
        for start in view.scan.ending[category].get(quote.end - 1, ()):
            kind = view.lexicon[category][view.scan.text[start : quote.end - 1]]
            if kind == "mishap" or view.scan.text[start : quote.end - 1] == "杯":
                continue  # “甲杯” is short for the contest that is called by it
            lone = quote.end - 1 - start == 1 and not view.scan.is_boundary(start)
            if kind in ("name", "epithet") or (start > quote.start + 1 and not lone):
                best = (start, type_, kind) if best is None or start < best[0] else best
    return best and best[1:]
