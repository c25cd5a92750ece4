"""Museums, halls and hotels: a body where it acts in the article, else the place that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Mention
from kg.recognize.scan import Scan

ACTS = re.compile(
    "(?:[曾已还]?(?:于|在)?(?:\\d{4}|[今去前]|当)年(?:\\d{1,2}月)?(?:\\d{1,2}日)?)?[^，。；：、\n]{0,6}?(?:主办|承办|举办|协办|联合|共同|合作|牵头|发起|推出|宣布|发布|公布|表示|介绍|透露|称|说|签署|签约|"
    "捐赠|征集|推荐|推介|收到|成立|争取|需要|收藏|藏有|招募|组织|开展|启动|负责人|工作人员|有限公司)"
)
"""Behind a body that acts, at most a short phrase away."""

JOINED = re.compile(
    "(?:、[^，。；：\n]{2,40}?)(?:主办|承办|协办|举办|联合)"
    "|[与和同及][^，。；：\n]{2,40}?(?:主办|承办|协办|举办|联合|共同|携手|合作|签署|签订|签约)"
)
"""Behind the first of several bodies that act together: 甲博物院、乙博物馆共同承办, 甲图书馆与乙公司联合举办."""

LED = re.compile("(?:由|联合|会同|携手|依托|经|受|据|来自|记者从|属于|任职于|就职于|供职于|[、和与及])$")
"""Before a body that acts or speaks, or that stands among others."""

LOCAL = re.compile(
    "(?:在|到|去|赴|至|往|走进|参观|来到|前往|前来|抵达|位于|游览|探访|踏访|入住|走出|离开|途经|建设|新建|改建)$"
)
"""Before a building where something is or happens."""

INSIDE = re.compile("[里内外旁]|开幕|闭幕|落幕|开馆|落成|展出|上演|门[口前]|附近|广场|大厅|展厅|序厅")
"""Behind such a building."""


PARKS = (
    "产业园",
    "科技园",
    "工业园",
    "软件园",
    "创业园",
    "园区",
    "景区",
    "度假村",
    "农庄",
    "庄园",
    "种植园",
    "养殖场",
    "乐园",
)
"""Places that are firms where a firm's head follows: 甲产业园董事长乙."""

STORES = ("超市", "商场", "市场", "商店", "商行", "书店", "药房", "饭庄", "菜馆", "客栈", "农家乐", "餐厅", "食府")
KEPT = re.compile("(?:的)?(?:老板|店主|店长|店员|经理|副经理|掌柜|业主)")
"""Shops are bodies where whose they are follows: 甲超市|老板乙."""

STATIONS = (
    "火车站",
    "汽车站",
    "客运站",
    "客运总站",
    "汽车总站",
    "公交总站",
    "高铁站",
    "车站",
    "收费站",
    "服务区",
    "动车所",
)
STAFFED = re.compile("(?:副|值班)?站长|客运(?:值班)?员|值班员|售票员|收费员|党(?:委|总支|支部)?书记")
"""Stations are bodies where their staff follow: 甲火车站|客运员乙."""

HEADED = re.compile("(?:党委书记、|执行|副)?(?:董事长|总经理|总裁|CEO|创始人|首席执行官|运营总监)")


def as_premises(scan: Scan, mentions: Sequence[Mention], houses: tuple[str, ...]) -> list[Mention]:
    """The mentions in their order, bodies that only house something as places; one name is one thing in an article.

    ``houses`` are the heads of bodies that are buildings first.
    """
    run = {m.text for m in mentions if m.type == "Place" and _is_run(scan, m)}
    if run:
        mentions = [
            replace(m, type="Organization", by="organization:park", value="company") if m.text in run else m
            for m in mentions
        ]
    acting: dict[str, bool] = {}
    for mention in mentions:
        if _houses(mention, houses):
            acting[mention.text] = acting.get(mention.text, False) or _acts(scan, mention)
    if not acting:
        return list(mentions)
    housed = {name for name, acts in acting.items() if not acts}
    return [
        replace(m, type="Place", by="place:premises", value=None) if m.text in housed and _houses(m, houses) else m
        for m in mentions
    ]


def _is_run(scan: Scan, mention: Mention) -> bool:
    """Does the head of a park, the keeper of a shop, or the staff of a station follow?"""
    for kinds, behind in ((PARKS, HEADED), (STORES, KEPT), (STATIONS, STAFFED)):
        if mention.text.endswith(kinds) and behind.match(scan.text, mention.end):
            return True
    return False


def _houses(mention: Mention, houses: tuple[str, ...]) -> bool:
    return mention.type == "Organization" and mention.text.endswith(houses)


def _acts(scan: Scan, mention: Mention) -> bool:
    """Does the body act or speak here, rather than house what happens?"""
    text = scan.text
    before = text[max(0, mention.start - 4) : mention.start]
    if LOCAL.search(before) or INSIDE.match(text, mention.end):
        return False
    if mention.end in scan.starting["posts"] or LED.search(before):
        return True
    return (ACTS.match(text, mention.end) or JOINED.match(text, mention.end)) is not None
