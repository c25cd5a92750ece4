"""Awards: honours and titles, prizes, and ranks where a winner receives them."""

from __future__ import annotations

import re

from kg.recognize.award_borne import TITLES, is_borne, is_last, is_winner_of_many, names_holder, works_there
from kg.recognize.award_start import LEVELLED, OF_THIS
from kg.recognize.named_reach import Reach
from kg.recognize.named_view import Head, View

LONGEST_PEOPLE = 2
"""A word for those who bear the honour is no longer: 劳模, 标兵."""
_FOR = re.compile(
    "(?:(?<![评选称荣名作成认定誉])为|给|向|对|让|慰问|看望|走访|组织|举办|召开|举行|开办|邀请|关心|关爱|服务|[一二三四五六七八九十百\\d][余多]?[名位])(?:了)?$"
)

KIND_SCORES = {"listing": -0.6, "honour": -0.2, "prize": -0.1, "rank": -0.6, "medal": -0.6, "title": 0.0, "name": 1.6}
MARK_SCORES = {
    "quote": 1.2,
    "book": 0.5,
    "level": 0.8,
    "league": 0.7,
    "place": 0.7,
    "proper": 0.5,
    "year": 0.3,
    "ordinal": 0.3,
    "org": 0.2,
    "amount": 0.1,
}
NAMED = 1.2
VERB_BEFORE = 1.2
WINNER_AFTER = 0.8
LISTED = 0.6
NOUN_AFTER = 0.7
WORD = 0.1
MOST_WORDS = 4
VERB_REACH, LIST_REACH = 14, 60
WINNER_REACH = 30
WINNER_TAGS = ("nr", "nrt", "nrfg", "nt")
CONTESTS = frozenset(("inner", "level", "amount"))
GAMES = ("奥运", "亚运", "冬奥", "残奥", "全运")
EVENTS_OF = ("男子", "女子", "男女", "混合", "男单", "女单", "男双", "女双", "混双")
"""How a discipline begins: 女子太极剑冠军乙."""
WON = ("奥运冠军", "世界冠军", "亚运冠军", "全国冠军")
LONG_HEAD = 5
"""最佳影片奖 says enough by itself, 大奖 does not."""
AWARD_ENDS = tuple("奖章状者范手匠兵号人体位岗家范星模名军牌杯次功臣”")
"""The last character of the item before in a list of awards."""

HOLDERS = ("得主", "获得者", "荣获者")
"""Between a prize and the name of who has it."""
GIVEN_OUT = re.compile("(?:今日|昨日|今天|昨天|日前|近日|正式|隆重)?(?:颁发|颁出|揭晓|颁奖|开评)")

PAPERS = ("奖项", "荣誉证书")
BECOMES = ("成为", "成就", "加冕", "实现")
"""Verbs that bring a rank, though other things as well: 成为“双冠王”, 加冕女子全能冠军."""

BORNE = 0.6
_WINNER = re.compile(
    r"[”’」』]?(?:荣誉)?(?:称号|获得者|得主|获奖者|(?:获奖|入选|评选结果)?(?:名单|榜单)|奖牌|奖杯|证书|牌匾)"
)
_COUNTED_WINNERS = re.compile(
    r"(?<![等”\d一二两三四五六七八九十百余多])[\d一二两三四五六七八九十百余多]+(?:项|件|个|家|支|篇|部|名|人|位)(?!等)[^、，]{0,8}$"
)
_COUNTED_PRIZES = re.compile(r"[\u4e00-\u9fff]{1,4}?(?![一1]枚)[\d一二两三四五六七八九十]+[枚块个项座]")  # 摘得金牌36枚
ONE, MANY = ("一枚", "1枚", "首枚"), tuple("第十百几,.0123456789二三四五六七八九两")
"""甲夺得一枚金牌: somebody's own; 十一枚, 第一枚 are counts."""
GOT_BEHIND = 0.8
_ROLL = re.compile(r"(?:获得者|荣获者|得主|获奖者|获奖单位|获得单位)?[：:](?![\d《“一二两三四五六七八九十各共若])")
"""Before the list of who got it: 一等奖：甲厂、乙厂."""
_HELD_BY = re.compile(
    "(?:获得者|得主|获奖(?:者|作家|选手|作者|演员))(?:、[^，。；、]{4,24}(?:[说道]|表示|介绍|坦言|感慨)|是|为|分别)"
)
"""一等奖获得者、甲学院教师乙说; 最佳导演得主是乙."""
_HOLDER_IS = ("是", "为", "系")
"""Before 一等奖获得者 they say that somebody is one."""
GOT = re.compile(
    r"(?:称号|奖项|大奖)?(?:则|均|都|分别|最终|也)*(?:[由归被][^，。；]{2,60}?(?:获得|摘得|夺得|赢得|斩获|获|包揽|收入囊中|分享|所有|摘取|取得|所夺|夺走|捧走|拿下|摘走|捧得|捧回)|(?:授予|颁给|颁发给|花落|分属|属于|归属|归于)|[也还更]?是[^，。；“”]{2,30}?(?:获得|夺得|收获|摘得|赢得|斩获|拿到|拿下|夺取|获|捧得)的[^，。；]{0,8}?(?:首|第|唯一|又一|最后一)[^，。；]{0,6}?[枚块个项座])"
)
"""What says behind a prize that somebody gets it: 冠军由甲夺得, 一等奖授予乙."""

_ROW_GOT = re.compile(
    r"(?:[、和及与][^，。；、和及与“”]{2,12}?[奖员者角演军牌剧手名家片]){1,4}(?:则|均|都|最终|也)*"
    r"(?:分属|分别[由被归属授颁花]|授予|颁给|花落|[由归被][^，。；]{2,40}?(?:获得|摘得|夺得|斩获|包揽|收入囊中|分享|捧走|拿下|捧得))"
)
"""最佳男运动员|和最佳女运动员分属甲和乙."""
_ROW = re.compile(
    r"[奖章状号者人体位岗](?:[、和及与]|以及)[\d一二两三四五六七八九十百余多]+[个名位家支项](?:先进)?(?:单位|集体|班组|职工|个人|企业|团队)?$"
)
"""Before one of several honours, each with how many get it: 20个五一劳动奖状、30个|甲市工人先锋号."""
_TABLE = re.compile("[和与、]?(?:奖牌榜?|榜|总数|数)")
"""名列金牌和奖牌榜首位: what is counted, and nobody's."""
_PLACES = (
    "工作站",
    "工作室",
    "基地",
    "中心",
    "驿站",
    "示范点",
    "示范区",
    "园区",
    "实验室",
    "研究院",
    "单位",
    "企业",
    "学校",
    "社区",
    "服务站",
    "联络点",
)
"""院士工作站|铜牌: the plate at a door, which no race is won for."""
_AS = re.compile("(?:作为|身为)[^，。；]{0,26}$")
_STUDIO = re.compile("(?:[（(][^（）()]{1,4}[）)])?(?:和工匠人才|工匠人才|和工匠|、工匠)?(?:创新)?工作室")
_DEAR = re.compile("(?:一|1|首|这)枚(?:宝贵|珍贵|难得|沉甸甸|来之不易|历史性)的$")
_AND_HOLDER = re.compile("、[^，。；、]{2,20}?(?:获得者|得主|组合|名将|老将|小将|选手|队员|教练)(?=[\u4e00-\u9fff])")
"""甲奥运会冠军、乙奖章获得者丙: both are hers."""
_COUNTED = re.compile(
    r"[\d一二两三四五六七八九十百余多数几首]+(?:[枚块个次座]|项(?!目))$"
)  # 十枚金牌, but not 单项金牌
_WON_IN = re.compile(
    "(?:获得|夺得|摘得|斩获|赢得|夺取|摘取|勇夺|拿下|收获|捧得|夺下|获|问鼎)了?(?:[^，。；：“”的]{2,40}等?[一二两三四五六七八九十\\d]+[个项大]|[^，。；：、“”的]{2,20})(?:赛|项目|级|单打|双打|全能|接力|单人|双人|团体|米)的$"
)
_OTHER_WORD = re.compile(r"[受颁获嘉得评领授中抽发夸褒兑设]奖|奖[项金励学杯牌台品券池状惩]")
"""奖 as a part of other words: 颁奖, 获奖, 奖金."""

_ANNOUNCED = re.compile(
    r"[”’]?(?:称号)?(?:入选|获奖|评选结果|评选|推选)?(?:[名榜]单|结果)[^，。；、“”]{0,10}?(?:公布|发布|揭晓|出炉)"
)
"""最美乡村名单公布: whose list is announced is what is given."""
_CLEFT = re.compile("(?:获得|荣获|夺得|摘得|捧回|拿到|得到|斩获|拿下|收获)的[则也便就正均都还]?是$")
"""甲获得的是|一等奖."""
_NOUN_TAGS = ("n", "nz", "nt", "ng")


def score_award(view: View, head: Head, reach: Reach) -> float:
    """How sure it is that head and reach name one award; ranks count only behind an award verb."""
    text = view.scan.text
    if text.startswith(("这位", "那位", "这名", "一位", "一名"), reach.start):
        return 0.0  # 这位大奖得主
    if head.end - head.start == 1 and _OTHER_WORD.search(text[head.end - 2 : head.end + 1]):
        return 0.0
    score = KIND_SCORES.get(head.kind, 0.0)
    if head.kind == "name":
        return score
    count = _COUNTED.search(text, max(0, head.start - 4), head.start) if head.kind == "medal" else None
    if count is not None and (count[0] not in ONE or text[count.start() - 1 : count.start()] in MANY):
        return 0.0
    plaque = text.endswith(_PLACES, 0, head.start)
    if head.kind == "medal" and (plaque or _TABLE.match(text, head.end)):
        return 0.0
    if (head.kind in ("honour", "listing") and _STUDIO.match(text, head.end)) or is_winner_of_many(text, head.end):
        return 0.0  # 省级劳模|创新工作室
    if text.startswith(("以上", "及以上"), head.end) or text.startswith("最高奖“", head.end - 3):
        return 0.0  # 荣立三等功以上的军人, 甲年度最高奖“乙”
    direct = _is_direct(view, head, reach, count.start() if count is not None else reach.start)
    verb = direct or has_award_verb(view, reach.start) or _is_winner(view, head, reach)
    verb = verb or (head.kind == "medal" and _AS.search(text, max(0, reach.start - 30), reach.start) is not None)
    got = GOT.match(text, head.end) or _ROLL.match(text, head.end) or _ROW_GOT.match(text, head.end)
    verb = verb or (head.kind != "listing" and got is not None)
    if head.kind == "epithet":
        return NAMED if verb or text[head.start - 1 : head.start] in tuple("“‘") else 0.0
    if (
        head.kind == "honour"
        and not direct
        and "org" in reach.marks
        and not text.startswith(LEVELLED, reach.start)
        and text[head.start : head.end] in view.lexicon["posts"]
    ):
        return 0.0  # 甲集团首席技师乙: what he is there
    if head.kind in ("medal", "rank") and (of_this := OF_THIS.search(text, max(0, head.start - 10), head.start)):
        return GOT_BEHIND if has_award_verb(view, of_this.start()) else 0.0
    borne = head.kind == "honour" and is_borne(view, reach.start, head.end)
    if borne and text[head.start : head.end] in TITLES:
        return NAMED
    bare = not reach.marks and not reach.words and head.end - head.start < LONG_HEAD
    behind = text.startswith(HOLDERS, head.end)
    if behind and head.kind in ("honour", "listing", "epithet") and head.end - reach.start >= LONG_HEAD - 1:
        return NAMED  # 甲省大工匠获得者
    told = _ROLL.match(text, head.end) or is_last(text, reach.start, head.end)
    named = behind and (reach.stop in _HOLDER_IS or told)
    held = (
        named
        or names_holder(view, head.end)
        or _HELD_BY.match(text, head.end)
        or (text.startswith(HOLDERS, head.end) and _is_winner(view, head, reach))
    )
    verb = verb or bool(held)
    ranked = head.kind in ("rank", "medal") or (head.kind == "prize" and head.end - head.start > 2)
    ranked = ranked or (head.kind == "honour" and head.end - reach.start >= LONG_HEAD)
    if bare and ranked and (got or held):
        return GOT_BEHIND
    if (
        bare
        and head.kind == "medal"
        and reach.stop == "的"
        and _WON_IN.search(text, max(0, reach.start - 50), reach.start)
    ):
        return GOT_BEHIND  # 夺得男子双人赛的冠军
    if bare and head.kind == "medal" and _DEAR.search(text, max(0, reach.start - 8), reach.start):
        return GOT_BEHIND if has_award_verb(view, max(0, reach.start - 4)) else 0.0
    if (head.kind in ("rank", "medal") and not verb) or (head.kind == "listing" and not direct):
        return 0.0
    if view.scan.text[head.start : head.end] in PAPERS and "quote" not in reach.marks:
        return 0.0
    if head.kind == "title" and not reach.words and reach.marks <= {"level", "league"}:
        return 0.0  # 国家荣誉称号
    told = (got or held) and reach.start < head.start  # 诗歌奖被乙摘取, 散文奖得主为乙
    if bare and not (direct and _is_won(view, reach.start)) and not told:
        return 0.0
    if head.kind == "honour" and not verb and not reach.marks:
        return 0.0
    if (
        head.end - head.start <= LONGEST_PEOPLE
        and not (verb or reach.words or borne)
        and _FOR.search(text, max(0, reach.start - 8), reach.start)
    ):
        return 0.0  # 为全省劳模提供疗休养: the people
    score += sum(MARK_SCORES.get(mark, 0.0) for mark in reach.marks)
    score += WORD * min(reach.words, MOST_WORDS)
    score += VERB_BEFORE * verb
    score += BORNE * (borne and bool(reach.marks & {"place", "level", "league"}))
    winner = bool(_WINNER.match(text, head.end))
    edition = head.kind == "prize" and reach.marks & {"ordinal", "year"} and GIVEN_OUT.match(text, head.end)
    score += WINNER_AFTER * bool(winner or edition)
    listed = "、" in (text[reach.start - 1 : reach.start], text[head.end : head.end + 1])
    listed = listed or _ROW.search(text, max(0, reach.start - 14), reach.start) is not None
    score += LISTED * (not bare and listed)
    if head.kind in ("honour", "prize") and not (winner or got or borne) and view.scan.tag(head.end) in _NOUN_TAGS:
        score -= NOUN_AFTER
    return score


def _is_direct(view: View, head: Head, reach: Reach, begin: int) -> bool:
    """Does the verb stand right before the award, or before another one that it is listed with?

    ``begin`` is where its count begins: 获得一枚银牌和|一枚铜牌.
    """
    text = view.scan.text
    if reach.governor == "award" or reach.stop in view.award_verbs:
        return True
    if _ANNOUNCED.match(text, head.end) and reach.start < head.start:
        return True
    if _CLEFT.search(text, max(0, begin - 12), begin) or reach.stop.endswith("获"):  # 甲健康|委获|最佳组织奖
        return True
    if any(text[reach.start - n : reach.start] in view.award_verbs for n in (2, 3)):  # 批准|为, 独|得
        return True
    if head.kind in ("medal", "rank") and (reach.stop in BECOMES or reach.stop in ("作为", "身为")):
        return True
    if begin < reach.start and text[begin - 1 : begin] == "添":
        return True  # 为甲队再添|一枚铜牌
    listed = text[reach.start - 2 : reach.start - 1] in AWARD_ENDS and not works_there(text, reach.start, head.end)
    listed = listed and reach.stop in ("、", "和")
    listed = listed or (begin < reach.start and text[begin - 1 : begin] in ("、", "和"))
    return listed and has_award_verb(view, begin, LIST_REACH)


def _is_won(view: View, position: int) -> bool:
    """Does somebody get it: 某某夺得冠军, 甲队以3比1取胜，夺得冠军; but not 20项成果获银奖, 表彰先进集体?"""
    scan = view.scan
    begin = max(0, position - WINNER_REACH, *(scan.text.rfind(mark, 0, position) + 1 for mark in "。！？；\n"))
    clause = max(begin, scan.text.rfind("，", 0, position) + 1)
    counted = _COUNTED_WINNERS.search(scan.text, clause, position)
    told = counted is not None and scan.tag(counted.start() - 1) in WINNER_TAGS  # 甲、乙、丙三人荣获
    if (counted and not told) or _COUNTED_PRIZES.match(scan.text, position):
        return False
    if any(view.award_verbs.get(word) == "get" for word in view.words_before(position, 3)):
        return True
    bodies = scan.ending["organization_kinds"]
    return any(scan.tag(at) in WINNER_TAGS or at in bodies for at in range(begin, position))


def _is_winner(view: View, head: Head, reach: Reach) -> bool:
    """奥运冠军甲, 东京奥运会冠军甲, 一等奖得主甲: what was won stands before the winner's name."""
    surnames = view.lexicon["surnames"]
    text, end = view.scan.text, head.end
    holder = next((h for h in HOLDERS if text.startswith(h, end)), "")
    won = view.scan.word(head.start) in WON or text.endswith(GAMES, 0, head.start)
    told = reach.marks & CONTESTS or won or text.startswith(EVENTS_OF, reach.start)
    if not holder and (head.kind != "medal" or not told):
        return False
    end += len(holder)
    if text[end : end + 1] in ("和", "与"):
        return False
    if not holder and (other := _AND_HOLDER.match(text, end)):
        end = other.end()
    return text[end : end + 1] in surnames or text[end : end + 2] in surnames or view.scan.tag(end) in WINNER_TAGS[:3]


def has_award_verb(view: View, position: int, reach: int = VERB_REACH) -> bool:
    """Does a verb of giving or getting awards govern the words before the position?"""
    verbs = view.award_verbs
    return any(word in verbs for word in view.words_before(position, reach))
