"""Titles of any wording behind a verb of designating: 被评为国家级甲项目, 被认定为2010中国年度乙产品."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.award_of_firms import find_of_firms
from kg.recognize.award_titles import find_listed_titles
from kg.recognize.candidate import Candidate
from kg.recognize.named_view import View, propose

SCORE = 2.4
LEAST = 6
"""A shorter phrase is what somebody is, not a title: 被认定为国家公园."""

_DESIGNATED = re.compile(
    r"(?:评为|认定为|命名为|评定为|评选为)(?:了)?(?:首批|第[一二三四五六七八九十]批)?"
    r"(?P<name>[^，。；：、！？“”《》\s并和的]{4,26}?"
    r"(?:项目|产品|企业|基地|单位|品牌|工程|学校|社区|园区|景区|商标|平台|课程|团队|班组|车间|实验室|示范点|机构|公司|城市|村|镇|县|区))"
    r"(?=称号|荣誉|[，。；、！？\s并和]|$)"
)
_HONOURED = re.compile(
    r"(?:获评|荣获|荣膺|喜获|被授予|被颁授|获授|入选|获选)(?:了)?(?:首批|第[一二三四五六七八九十]批)?(?P<name>[^，。；：、！？“”《》\s并和的]{4,26}?"
    r"(?:法庭|法院|派出所|书屋|驿站|服务站点|服务站|站点|之家|小家|职工书屋|图书馆|文化宫|俱乐部|学院|街区|工会|班组|窗口|展馆|食堂|民警|医院|教师|校园|学校|矿山|家庭|组织|集体|社区|园区|企业|单位|工程|案例|成果|项目|产品|团队|中心|品牌|基地|景区|城市|村|镇|县|区|场景|案例集?|供应商|银行|机构))"
    r"(?=称号|荣誉|[，。；、！？\s]|$)"
)
_BEST = re.compile(
    r"(?:荣获|获得|获评|获颁|荣膺|喜获|斩获|摘得|被授予|被颁授|当选为?|评为|获选|入选|，获|分获|同获|(?<=[\u4e00-\u9fff])(?<![摘荣斩喜])获(?=\d{4}|最|中国|全国|年度|行业))(?:了)?(?P<name>(?:(?:19|20)\d\d年?度?)?(?:中国|全国|全球|年度|行业|亚洲|亚太|世界|国际|A股|港股|全省|全市)?最(?:佳|具|受|美)[^，。；：、！？“”《》\s的]{2,20}?"
    r"(?<![绩果态机径局式量])(?<!提名)(?:的(?:品牌|企业|产品|公司|作家|演员|导演|歌手|主播|教师|球员|运动员))?)(?=称号|荣誉|奖项|大奖$|[，。；、！？（\s\d]|等|$)"
)
"""获最具匠心物流公司: the best of any kind, up to a mark; 最佳成绩 and 最佳状态 are none."""
_OF_YEAR = re.compile(
    r"(?:荣获|获得|获评|获颁|荣膺|喜获|斩获|摘得|当选为?|评为|获选|入选|(?<![摘荣斩])获(?![得评颁选])|授予)(?:了)?(?P<name>(?:(?:19|20)\d\d年?)?(?:中国|全国|全球|行业)?"
    r"年度(?:中国|全国|全球|行业)?(?:卓越|杰出|优秀|领先|领军|标杆|先锋|创新|责任|影响力|成长|价值|科技|数字|绿色|新锐|突出|十大|普惠|金融|财富|私人|品牌|诚信|公益|爱心|社会)[^，。；：、！？“”《》\s的]{0,12}?"
    r"(?:银行|公司|企业|机构|品牌|券商|基金|保险|产品|案例|项目|平台|团队|人物|企业家|投资人|雇主|集团|供应商|服务商|经销商|合作伙伴|单位|奖))(?=称号|荣誉|奖项|[，。；、！？（\s”]|等|$)"
)
"""荣获年度卓越银行: what a year's best are called."""
_CASE = re.compile(
    r"(?:评为|评定为|确定为|列为|选为)(?:了)?(?:首批|第[一二三四五六七八九十]批)?(?P<name>[^，。；：、！？“”《》\s并和的]{2,26}?(?:典型|优秀|示范|精品|十佳|十大|最佳)(?:案例|成果|项目|工程))(?=[，。；、！？\s]|$)"
)
_TOP_TEN = re.compile(
    r"(?:(?P<won>入选|获评|当选|荣获|获得|喜获|斩获|荣膺|摘得|被授予|被颁授|评为|荣登|位列|跻身|评出|评选出)(?:了)?“?)?(?P<name>(?:(?:19|20)\d\d年?度?)?(?:中国|全国|世界|国际|全球|全省|全市|年度|央视)?十[大佳](?!问题|措施|举措|领域|任务|类|项|股东|流通|方面|产业|行动)[一-龥]{2,10}?)"
    r"(?=”?(?:(?:评选|推选|评选活动)?(?:结果)?(?:正式|今[天日晚]|昨[天日晚]|近日|日前|已经|已|隆重|在京)*(?P<told>揭晓|出炉|榜单|名单|称号)|[，。；、！？\s”]|$))"
)
"""入选2020年度全国十大桥梁新闻, 十大桥梁新闻揭晓."""
_STUDIO = re.compile(
    r"(?:[评定命]名?为|授予|命名|获[评颁批得]|荣获|入选)(?:了)?(?:首批|第[一二三四五六七八九十]批)?“?"
    r"(?P<name>[^，。；：、！？“”《》\s的]{2,20}?(?:劳模|工匠|示范性?|创新|技能大师|[省市区县]级)[^，。；：、！？“”《》\s的]{0,10}?工作室"
    r"|(?<=“)(?:全国|国家|行业|自治区|[省市区县州盟旗])[^，。；：、！？“”《》\s的]{2,12}?工作室(?=”))"
    r"(?=”|称号|荣誉|等(?![\d一两二三四五六七八九十百余多几]+[个家])|[，。；、！？\s]|$)"
)
"""被命名为甲省劳模和工匠人才创新工作室; 甲某劳模工作室 without a level is somebody's own."""
_NEXT = re.compile(
    r"”?(?:称号|荣誉)?(?:、|和|及|以及|“){1,2}(?P<name>[^，。；：、！？“”《》\s并和的]{4,26}?"
    r"(?:工作室|项目|产品|企业|基地|单位|集体|品牌|工程|学校|社区|园区|团队|班组|车间|实验室|示范点|组织|家庭|中心|医院|城市|村|镇|县|区))"
    r"(?=”|称号|荣誉|等|[，。；、！？\s和及以]|$)"
)
"""The next title of a list: 、全国示范性创新工作室."""
_TITLE = (
    r"(?P<name>[^，。；：、！？“”《》\s并和的]{4,26}?(?:集体|个人|单位|企业|基地|(?:示范|试验|实验|先行)[区点县市校]|试点|项目|学校|班组|车间|团队|工作者"
    "|能手|工匠|标兵|模范|社区|园区|景区|村|镇|城市|人物|品牌|书屋|驿站|站点|服务站|工作室|中心|工厂|实验室|案例|产品|工程|成果|家庭|医院|街区|遗址|遗产))"
)
_LISTED = "(?:入选|上榜|榜上有名|在列|位列其中|名列其中|获此殊荣)"
_ANNOUNCED = re.compile(
    rf"(?:公布|发布|公示|揭晓|下发|印发)(?:了)?(?:首批|第[一二三四五六七八九十]批)?{_TITLE}"
    rf"(?:拟)?(?:获评|入选|认定|获奖|表彰|推荐)?[名榜]单(?=[^。；！？\n]{{2,60}}{_LISTED})"
)
"""公布全省先进集体名单，甲队榜上有名: a title, for somebody named is on the list."""
_PUBLISHED = re.compile(
    rf"(?:^|(?<=[，。；：\s]))(?:今天|昨天|日前|近日)?(?:，)?(?:首批|第[一二三四五六七八九十]+批)?{_TITLE}"
    rf"(?:获评|入选|认定|获奖|表彰|评选)?[名榜]单[^，。；“”]{{0,12}}?(?:公布|发布|揭晓|出炉)(?=[^。！？\n]{{2,60}}{_LISTED})"
)
"""全国旅游重点村名单公布，甲村上榜."""
_PRIZE_FOR = re.compile(
    r"(?:荣获|获颁|荣膺|喜获|斩获|获评|分获|获得|摘得|[，、]获)(?:了)?(?P<name>(?![^奖]*(?:[届赛节展会]|论坛|评选|等奖))"
    r"[^，。；：、！？“”《》\s的和\d]{2,10}?(?:贡献|组织|服务|创意|策划|风尚|进步|奉献|合作|支持|协作|推广|传播|参与|表现|成就|精神文明)奖)(?=[，。；、！？\s和等]|称号|$)"
)
"""荣获特别贡献奖, 荣获筹备工作优秀贡献奖: all that stands between the verb and the prize is its name."""
_LISTS = ("名单", "榜单")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_ENDS = re.compile(r"(?:19|20)\d\d年?度?$")
_OPENERS = (
    "国家",
    "全国",
    "全省",
    "全市",
    "全县",
    "全区",
    "省级",
    "市级",
    "区级",
    "县级",
    "自治区",
    "“省",
    "“市",
    "“县",
    "“区",
    "中国",
    "世界",
    "国际",
    "全球",
    "亚洲",
    "行业",
    *(
        f"{trade}业"
        for trade in (
            "银行",
            "保险",
            "证券",
            "金融",
            "制造",
            "建筑",
            "物流",
            "旅游",
            "服务",
            "钢铁",
            "煤炭",
            "汽车",
            "纺织",
        )
    ),
)


def find_designated(view: View) -> Iterator[Candidate]:
    """What begins with a level, a place or a year and ends as things are called that bear titles."""
    text = view.scan.text
    yield from find_rankings(view)
    yield from find_of_firms(view)
    yield from find_listed_titles(view)
    if "最" in text:
        yield from _named(view, _BEST)
    if "年度" in text:
        yield from _named(view, _OF_YEAR)
    if "奖" in text:
        yield from _named(view, _PRIZE_FOR)
    if "案例" in text or "成果" in text or "项目" in text or "工程" in text:
        yield from _named(view, _CASE)
    if "十大" in text or "十佳" in text:
        yield from _named(view, _TOP_TEN, ("won", "told"))
    if "工作室" in text:
        yield from _titled(view, _STUDIO)
    if "名单" in text or "榜单" in text:
        yield from _titled(view, _ANNOUNCED)
        yield from _titled(view, _PUBLISHED)
    if "获" in text or "授" in text or "荣" in text or "入选" in text:
        yield from _titled(view, _HONOURED)
    if "评为" not in text and "定为" not in text and "名为" not in text and "选为" not in text:
        return
    yield from _titled(view, _DESIGNATED)


def _named(view: View, expression: re.Pattern[str], said: tuple[str, ...] = ()) -> Iterator[Candidate]:
    """What the expression calls a name; one of the groups ``said`` must have matched, if there are any."""
    for match in expression.finditer(view.scan.text):
        start, end = match.span("name")
        if expression is _TOP_TEN and (places := view.scan.ending["place"].get(start)):
            year = _YEAR_ENDS.search(view.scan.text, max(0, places[0] - 6), places[0])
            start = year.start() if year else places[0]
        if view.scan.is_boundary(end) and (not said or any(match[group] for group in said)):
            yield propose(view, start, end, "Award", "award:designated", SCORE)


def _titled(view: View, expression: re.Pattern[str]) -> Iterator[Candidate]:
    text = view.scan.text
    for first in expression.finditer(text):
        match: re.Match[str] | None = first
        while match:
            start, end = match.span("name")
            levelled = text.startswith(_OPENERS, start) or text.startswith(_OPENERS, start - 1)
            opened = levelled or _YEAR.match(text, start) or start in view.scan.starting["place"]
            if not opened or end - start < LEAST or not (view.scan.is_boundary(end) or text.startswith(_LISTS, end)):
                break
            yield propose(view, start, end, "Award", "award:designated", SCORE)
            match = _NEXT.match(text, end)


_LIST_KIND = r"(?:\d{2,4}强|百强|千强)(?:企业)?"
_QUOTED_LIST = re.compile(
    rf"(?<![届度年])“(?P<name>[^“”《》，。；\n]{{3,24}}?(?:{_LIST_KIND}(?:榜单?|排行榜|排名)?|(?:品牌|企业|公司|富豪|财富|价值|创新力?|影响力|竞争力)(?:榜单?|排行榜)))”"
)
_LIST_NAME = rf"(?P<name>(?:(?:19|20)\d\d年?度?)?[^，。；：、“”《》\s的了在\d]{{2,14}}?{_LIST_KIND})"
_LIST = "(?:榜单?|名单|排行榜|排名)"
_LIST_PUBLISHED = re.compile(rf"(?:发布|公布|揭晓|推出)(?:了|的)?{_LIST_NAME}(?={_LIST})")
_ON = re.compile(rf"(?:在|据|根据){_LIST_NAME}(?={_LIST}[中里上，]|[中里上][，位排名居列])")
_RANKED = re.compile("位列|位居|名列|排名|分列|上榜|入榜|登榜|入围|入选|跻身|进入前|挺进|榜上有名")
"""Of a text that tells who stands where on it."""


def find_rankings(view: View) -> Iterator[Candidate]:
    """Rankings that somebody publishes, of a text that says who stands on them: 发布“2019甲行业100强榜单”."""
    text = view.scan.text
    if ("强" not in text and "榜" not in text) or not _RANKED.search(text):
        return
    for expression in (_QUOTED_LIST, _LIST_PUBLISHED, _ON):
        for match in expression.finditer(text):
            yield propose(view, *match.span("name"), "Award", "award:ranked", 2.6)
