"""Where the name of an award begins: behind its winner, its count, the field that it is one of."""

from __future__ import annotations

import re

from kg.recognize.named_reach import Reach, reach_left
from kg.recognize.named_view import Head, View
from kg.recognize.winning import GETTING

LEVELLED = tuple("全国 全省 全市 全区 全县 全州 全军 全校 全系统 全行业 国家 中国 省级 市级 区级 县级 和谐".split())
GIVING = frozenset(("授予", "追授", "颁给", "授", "追授予", "颁发给"))
_RECIPIENT = re.compile(
    r"(?:([一-龥]{2,14}?(?:公司|集团|厂|学校|医院|大学|局|协会|学院|村|镇|县|市|区|队|班组|车间|中心|所))|[一-龥]{2,3}(?:主席|总统|总理|同志|先生|女士|教授|院士|部长|书记|将军)?)"
    r"(?=\d{4}年|全国|国家|最|优秀|杰出|先进|年度|十大|十佳|[特一二三]等)"
)
"""Who gets it between 授予 and an award without quotes."""
_COUNTED_TRADES = re.compile(r"(?:[\d两二三四五六七八九十各][个大]|[该本各])(?:赛项|项目|工种|组别|单项)的?$")
OF_THIS = re.compile(
    "(?:[该此本]项(?:目的?)?|(?:本|此|该|这|当)[次届场站](?:比赛|大赛|赛事|竞赛|联赛|锦标赛|角逐)?的?)$"
)
"""刘某获得该项目|铜牌."""
_FIRST = re.compile(r"(?:首|第[一二三四五六七八九十百\d]+)[枚块座个项]")
_BEST_OPENS = re.compile(r"(?:最佳|最具|最受|最美|十佳)[一-鿿]{1,10}$")
"""What a prize for the best opens with, whatever verbs stand between: 最佳|试听|效果奖."""
_CREW = re.compile(
    "(?:男子|女子|混合)[^，。；、“”的得获了]{0,6}?[两三四五六七八九]人(?:男子|女子)?$"
    "|(?<=[得获下揽取])(?:[A-Z][A-Za-z0-9]*[-—])?(?:男子|女子|混合|男单|女单|男双|女双)[^，。；、“”的得获了和与及本届首第]{1,20}$"
)
"""How the disciplines of crews begin (男子四人|雪车冠军), and any right behind the verb of getting (夺得|混合50米手枪慢射…金牌)."""
_FIGURES = "0123456789一二两三四五六七八九十首这那每几"


_GROUP = re.compile("[\\d一二三四五六七八九十百余多](?:名|位|个|家|支|人)$")
"""Behind it the word for those who get it stands, before the award itself."""
LONGEST_GROUP = 8


def field_reach(view: View, head: Head) -> Reach:
    """As far as the level or the place of the trade that gives a known honour: 全国金融|五一劳动奖状, 授予乙|甲省金融|五一劳动奖章."""
    reach = reach_left(view, head, "awarded")
    if "level" in reach.marks or "place" not in reach.marks:
        return reach if "level" in reach.marks else reach._replace(start=head.start)
    places = view.scan.starting["place"]
    first = next(
        (at for at in range(reach.start, head.start) if at in places and view.scan.is_boundary(at)), head.start
    )
    return reach._replace(start=first, core=first)


def own_start(view: View, head: Head, reach: Reach) -> int:
    """Where an award begins: behind the winner of 授予甲乙优秀奖; 焊工、电工两个赛项第一名 is a 第一名."""
    text, start = view.scan.text, reach.start
    for first in _FIRST.finditer(text, start, head.start):
        if first.start() == start or first.start() in view.scan.ending["event_kinds"]:
            start = first.end()  # 首枚|羽毛球金牌, 本届亚运会首枚|金牌
    start += 4 * text.startswith(("（追授）", "（授予）"), start)
    giving = reach.stop in GIVING and not text.endswith("被" + reach.stop, 0, reach.start)
    if giving or "工作室" in text[start : head.start]:
        start = _behind_body(view, start, head.start)
    levelled = start > reach.start or text.startswith(LEVELLED, start)  # 授予|全国优秀教师
    if not levelled and giving and (winner := _RECIPIENT.match(text, start, head.end)):
        body = winner[1] is not None
        if body or text[start] in view.lexicon["surnames"] or text[start : start + 2] in view.lexicon["surnames"]:
            start = winner.end()
    start += 3 * text.startswith("相当于", start)
    if head.kind in ("medal", "rank") and OF_THIS.search(text, max(0, head.start - 10), head.start):
        return head.start
    counted = head.kind in ("rank", "medal") and _COUNTED_TRADES.search(
        view.scan.text, max(0, head.start - 6), head.start
    )
    places = view.scan.starting["place"].get(start, ())
    if head.kind == "medal" and places and "世界" in view.scan.text[places[0] : head.end]:
        start = places[0]  # 丙国围棋世界冠军乙: the place is whose he is
    if text[start] == "为" and start < head.start and not view.scan.is_boundary(start):
        start += 1  # 评选出甲等12人|为第三届道德模范: the dictionary has 人为
    if start and text[start] in "枚块座" and text[start - 1] in _FIGURES:
        start += 1  # 收获1枚|铜牌, 这枚|银牌
    if _GROUP.search(text, max(0, start - 6), start) and not _opens(view, start):
        behind = range(start + 2, min(start + LONGEST_GROUP, head.start))
        start = next((at for at in behind if _opens(view, at)), start)  # 授予乙等50名职工|甲市五一劳动奖章
    torn = view.scan.text[start : head.start] == "赛"  # 五百米直道|赛冠军
    return max(start, head.start) if counted or torn else start


def _opens(view: View, at: int) -> bool:
    """Does a place, a level or a quotation open the award here?"""
    return at in view.scan.starting["place"] or view.scan.text.startswith((*LEVELLED, "“"), at)


_GROUPED = re.compile(
    rf"(?:{GETTING}|获)了?(?:[本此该这][次届](?:比赛|大赛|竞赛|赛事|活动)?)?"
    r"(?P<name>[^，。；：、“”\s的得获了和与及等本届首第]{1,14})$"
)
_OF_GROUP = re.compile(
    r"[\u4e00-\u9fff]{0,8}[工员师手匠]$|(?:比赛|竞赛|项目|赛项|工种|单项)?(?:[\u4e00-\u9fff]{0,4}(?:组|单项|赛项|工种)|系统|团体|个人|单项|全能|类|比赛|竞赛|赛项|项目)(?:团体|个人|总分|综合)*$"
)
"""What ends the words between the verb and a rank where they say in which group it was won: 企事业单位|组|第一名."""


_LISTED = re.compile(
    r"(?<=[奖名军牌])、((?:(?!荣获|获得|获评|夺得|摘得|斩获|勇夺|喜获)[^，。；、：“”\s的了第等特一二三0-9]){2,10}(?:单项|个人|项目|赛项|工种|全能|组|类))$"
)
"""What says, in a list of prizes, for what the next one is, whatever verbs it holds."""
_THIS = ("本次", "此次", "这次", "本届", "该届", "该次")
_CONTEST = ("比赛", "大赛", "竞赛", "赛事")


_EDITION = re.compile(r"(?:第[一二三四五六七八九十百\d]+届|首届|[一二三四五]星级)$")
LONGEST_EDITION = 7


def best_start(view: View, head: Head, start: int) -> int:
    """As far back as the edition of an honour (第七届|全国道德模范), the 最佳, the crew or the group that the prize opens with."""
    start = _opened(view, head, start)
    edition = _EDITION.search(view.scan.text, max(0, start - LONGEST_EDITION), start)
    return edition.start() if edition and head.kind in ("name", "honour") else start


def _opened(view: View, head: Head, start: int) -> int:
    text = view.scan.text
    if head.kind in ("rank", "prize", "medal") and (
        listed := _LISTED.search(text, max(0, head.start - 14), head.start)
    ):
        return min(start, listed.start(1))  # 理论单项三等奖、|测速单项三等奖
    if text.endswith(_THIS, 0, start) and text.startswith(_CONTEST, start) and start + 2 < head.start:
        start += 2  # 本次比赛|竹编比赛一等奖
    if start < head.start and _OF_GROUP.match(view.scan.text, start, head.start):
        grouped = _GROUPED.search(text, max(0, start - 30), start)
        if grouped and not _COUNTED_TRADES.search(view.scan.text, max(0, head.start - 6), head.start):
            return grouped.start("name")
    trades = view.scan.ending["posts"].get(start, ())
    if trades and head.kind in ("medal", "rank") and view.scan.text.startswith(("组", "赛项", "工种"), start):
        return trades[0]  # 焊工|组冠军由乙摘得
    opens = {"prize": _BEST_OPENS, "medal": _CREW}.get(head.kind)
    best = opens and opens.search(view.scan.text, max(0, start - 30), start)
    return best.start() if best else start


def _behind_body(view: View, start: int, stop: int) -> int:
    """Behind the body that gets it: 授予|团省委|全国五一劳动奖状; at ``start`` where none stands before a level."""
    text, bodies = view.scan.text, view.scan.ending["organization_kinds"]
    return next(
        (at for at in range(stop, start + 2, -1) if at in bodies and text.startswith((*LEVELLED, "“"), at)), start
    )


_STATES = ("中华人民共和国", "共和国", "联合国", "国务院", "中央", "人民")
"""In whose name an honour is given: 联合国“甲勋章”."""
_GIVEN_TO = re.compile("(?:授予|追授|追授予|颁给|颁授)[^，。；：“”]{1,40}$")


def is_given_to(view: View, start: int, quote: int) -> bool:
    """Is what stands before the quotes who gets it (授予|王大川|“甲”称号), no level of the title (授予|全省|“甲”)?"""
    text = view.scan.text
    if start >= quote or text.startswith((*LEVELLED, *_STATES, "第"), start) or text[start].isdigit():
        return False
    return _GIVEN_TO.search(text, max(0, start - 40), start + 1) is not None
