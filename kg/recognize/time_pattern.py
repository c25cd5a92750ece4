"""The grammar of time expressions as regular expressions: fragments, one for each part of a written time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.recognize.numeral import DIGITS, NUMERAL

_ONES = DIGITS[2:]  # 一 to 九
_YEAR = rf"(?:(?:1[5-9]|20|21)\d\d|[一二][{DIGITS}○]{{3}})"
_SHORT_YEAR = r"(?<![近约了过达满])[09]\d(?=年(?![来前后间多以历的余内级代期]))"  # 08年, 98年
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元(?=月))"
_DAY = rf"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[{_ONES}]?|[{_ONES}])"
_HOUR = rf"(?:1\d|2[0-4]|0?\d|二十[一二三四]?|十[{_ONES}]?|[零两{_ONES}](?:[{_ONES}](?=点))?)"
_MINUTE = rf"(?:[0-5]?\d|[二三四五]?十[{_ONES}]?|零?[{_ONES}])"
_LINK = r"\s?(?:至|到|—{1,2}|-{1,2}|–|~|、|和|或)\s?"  # the first of two points may leave its unit to the second

# 初, 底 and 末 end a month or year only where they begin no other word
_TURN = "[初底末](?![中步级次始心衷诊审赛段端层一二三])"
_YEAR_OF = (
    rf"(?:(?P<year>(?<![\d.近约逾超{DIGITS}])(?:{_YEAR}|{_SHORT_YEAR}))"
    rf"(?:\s?年(?![级代版期货终]|度(?![，。、；以的末底内财净营]|业绩|利润|实现))|(?={_LINK}{_YEAR}\s?年))"
    "|(?P<relative>今年|(?<!日)本年(?![度轻级])|去年|上年(?!度|纪)|上一年(?!度)|明年|来年|大?(?<![以之])前年|(?<!以)后年"
    "|同年(?!级|龄)|次年|翌年"
    rf"|当年(?=年?[初底末]|[上下]半年|{_MONTH}月)))\s?"
)
_PART_OF_YEAR = (
    r"(?:(?P<half>[上下]半年|(?<=年)[前后]半年|(?<![^，。；在为\n])前半年(?![来之以]))|(?<![之以目此日])前(?P<quarters>[一二三四两1234])个?季度|第?(?P<quarter>[一二三四1234])季度"
    rf"|(?<![之以目此日])前(?P<months>{_MONTH})个?月(?!份)"
    "|(?P<season>(?<=[今去明年])[春夏秋冬](?:天|季(?!度|节性|[^，。、以的到至])|(?=[，。、以到至])))"
    rf"|(?P<turn>(?<![\d个同本{DIGITS}])年(?:[初底末](?!班)|中(?=[，。、以前期]))|(?<=年){_TURN}))"
)
_MONTH_OF = (
    rf"(?:(?P<month>(?<![\d.第])(?<!农历){_MONTH})(?:\s?月份?(?![球亮饼])(?!革命)|(?={_LINK}{_MONTH}\s?月))"
    "|(?P<monthword>(?<!日)本月(?!球)|上个?月(?!球)|下个月|下月|当月|同月|(?<![本首])次月|这个月))"
)
_DAY_OF = (
    rf"(?:(?P<part>(?:[上中下]|中下|上中)旬|(?<=[月份])月?{_TURN})"
    rf"|(?P<day>(?<![\d.第]){_DAY})(?:\s?日(?!本(?!报|台|社|刊|网)|元(?![宵旦])|[均内游照常程子])"
    r"|(?<!\d\d\d)\s?号(?![楼线院机店门井矿馆厅车台舱桥令文柜房仓船轮舰艇卫星洪台]|战袍|球衣|选手|球员|队员|种子|运动员)"
    rf"|(?={_LINK}{_DAY}\s?[日号])))(?:\s?[（(]?(?:星期|周)[一二三四五六日天][）)]?)?"
)
_NAMED_DAY = (
    "(?P<dayword>[今昨](?=起[^来到])|(?<![光文发说证表声阐])[今昨明](?:天|日(?!头条|俄罗斯)|晚|晨|夜|早)"
    "|大?(?<![以之此])前天|(?<![以之此生目日])前日(?=[上下中晚凌清傍夜深早，在从向至0-9])|前晚|大?(?<![以之先])后天(?!性)|即日"
    "|当[天日晚夜]|同日(?!期)|同一天|次日|翌日|隔日|第二天|次晨|前一[天日])"
    rf"(?:[（(](?:{_YEAR}年)?(?:(?P<glossmonth>{_MONTH})月)?(?P<glossday>{_DAY})[日号][^（）()\n]{{0,12}}[）)])?"
)
_WEEK = (
    "(?P<week>(?:[本这上下]|上上)个?(?:周|星期)(?!边|期|岁|年|围|转))(?P<weekday>[一二三四五六日天末])?"
    r"|(?<![一两三每\d几年多零半周])(?:周|星期|礼拜)(?P<plain>[一二三四五六日天])"
    "(?=[，。、（(上下晚早在的起至到举开]|宣布|公布|发布|公告|表示|透露|称|收[盘涨跌报于]|报收|盘[前中后]|美股|股价|召开|与|对|向)"
)
_ISO = (
    r"(?P<iso>(?<![\d./-])(?:19|20)\d\d(?P<dash>[-/.])(?:1[0-2]|0?[1-9])(?P=dash)(?:[12]\d|3[01]|0?[1-9])(?![\d./-]))"
)
_DAYPART = (
    "(?:凌晨|清晨|清早|早晨|早上|一早|上午|中午|正午|午间|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|半夜|午夜"
    "|晚(?![会宴餐期报点年于些辈婚])|早(?![已就在期报些日餐间前盘市])|夜(?![间班市经校景晚]))"
)
_CLOCK = (
    rf"(?P<hour>(?<![\d.:]){_HOUR})"
    "(?:(?P<mark>时(?![间期代候刻常隔段效速尚装而政评差])|点(?![意建要体希个位击评滴子心火燃亮]))"
    rf"(?:(?P<minute>[0-5]?\d|{_MINUTE}(?=分)|半(?![年个])|[一三]刻)分?(?![钟之])(?:\d{{1,2}}秒)?)?"
    r"|[:：](?P<colon>[0-5]\d)(?![\d:：.])"
    rf"|(?={_LINK}{_DAYPART}?{_HOUR}[时点]))(?P<tail>多?(?:钟|许|整|左右)*)"
)
# every part of a point is optional: the conditions at the end ask for at least one that makes a point
_WEIGHTY = (
    "iso year relative half quarters quarter months season turn month monthword day dayword week plain hour daypart"
)
_NOT_EMPTY = "".join(f"(?({name})|" for name in _WEIGHTY.split()) + "(?!)" + ")" * len(_WEIGHTY.split())
_POINT = (
    rf"(?:{_ISO}|{_NAMED_DAY}|{_WEEK}|(?:{_YEAR_OF})?(?:{_PART_OF_YEAR}|(?:{_MONTH_OF})?\s?(?:{_DAY_OF})?))"
    rf"(?:\s?(?P<daypart>{_DAYPART}))?(?:\s?{_CLOCK})?{_NOT_EMPTY}"
)

_SPAN = (
    rf"(?P<spanpre>(?<![附最邻靠])近|(?<!将)过去|最近|未来|今后|接下来)?的?(?P<count>半|{NUMERAL})"
    r"(?P<spanunit>年|个?月|个?星期|周|天|日|个?小时|分钟)(?P<more>多|余|半)?"
    "(?P<spanpost>以?来(?![到自源说看往访])|(?:之|以)?前(?![后三两提往来沿线景途])|(?:之|以)?后(?![续备期方勤卫台者])"
    "|间(?![隔接])|内(?!部)|里(?![程约]))?"
)
_DECADE = (
    r"(?P<century>上个?世纪|本世纪|(?:1\d|20|21|十九|二十一?)世纪|1[5-9]|20)?"
    rf"(?P<decade>(?<!\d\d\d)[0-9]0|[{_ONES}]?十)年代(?P<stage>[初中末后前]期?)?"
)
_PLAN = (
    r"[“\"]?(?P<plan>十[一二三四五六七八九]?|[一二三四五六七八九])五[”\"]?(?:规划)?"
    "(?P<planpost>期间|时期|以来|初期?|末期?|收官之年|开局之年)"
)
_FEAST_POST = (
    "期间|小?长假|假期|假日|黄金周|前夕|前后|当[天日晚]|之?夜|将至|来临|临近|过后|前(?![三五十提])|后(?=[，的])"
    "|(?=[，、](?!“))"
)
_FEAST = (
    r"(?P<ofyear>(?<=年)|(?<=年的))?[“\"]?(?P<feast>%s)[”\"]?"
    rf"(?(ofyear)(?P<feastpost>{_FEAST_POST})?(?![“\"届月日号])|(?P<barepost>{_FEAST_POST}))"
)

_LUNAR = f"农历[^，。；]{{2,6}}?(?=[，。、；（）是的为])|(?:正月|腊月|冬月)(?:初[{_ONES}十]|廿?[{_ONES}十]{{1,3}})?"

AFTER: Final = re.compile(
    "(?P<since>以来|起(?![诉来草火重降飞源到义步点])|开始|至今|到现在)|(?P<until>(?:之|以)?前(?![后往来提期三两四\\d]))"
    "|(?P<later>(?:之|以)后|后(?![续备期方勤卫台者来]))|之?前后|左右|许|期间|间(?![隔接])"
)
"""What may stand behind a time and change its bounds."""

BEFORE: Final = re.compile(
    "(?:(?P<until>截至|截止到?)|(?P<since>自从|(?<![来各独亲])自|始于|(?<![服顺遵听])从)"
    "|(?<![^，。；、（\\s])(?:直到|直至|至|到))\\s?$"
)
"""What may stand before a time and change its bounds."""

FEAST_YEAR: Final = re.compile(r"(?:(?:19|20)\d\d年|今年|去年|明年)的?$")
"""The year before a feast."""

RANGE: Final = re.compile(r"\s?(?:起|开始)?(?:至|到|—{1,2}|-{1,2}|–|~|直至|一直到)\s?")
"""What joins the two ends of a range."""

# how every expression begins: cheap looks, at one character and then at more, that spare most the whole grammar
_FIRST = rf'[0-9〇零两半十百千几余○{DIGITS}“"近最过未今接昨明去来前年大后当同即次翌隔第元本这上下中春夏秋冬周星礼凌清早正午傍晚夜深]'
_UNIT = "年月日号时点天周个星小分多余世半至到、和或—~"
_HEADS = (
    rf"(?<![0-9.])[0-9]{{1,4}}\s?[{_UNIT}:：./–-]|[〇零两半十百千几余○{DIGITS}]{{1,5}}[{_UNIT}季旬五]"
    rf'|[“"]?(?:十[{_ONES}]?|[{_ONES}])五|近[0-9{DIGITS}两十百半]|最近|过去|未来|今后|接下'
    "|[今昨明][天日年晚晨夜早起]|[今去][冬春夏秋]|[去来前后]年|大[前后]|前[天晚日一两二三四十半0-9]|后天"
    "|当[天日晚夜年月]|同[年月日一]|即日|次[日年月晨]|翌[日年]|隔日|第[一二三四1-4][季天]|一季|元月"
    "|[本这](?:周|月|年|个|星期|世纪)|上(?:[半旬周个月年午上世星]|一年)|下[半旬周个月午星]|中[旬午下]"
    "|年[初底末中]|[春夏秋冬][天季]?|[周星礼][期拜一二三四五六日天]"
    "|凌晨|清[晨早]|早[晨上]|一早|正午|午[间后夜]|傍晚|晚[上间]|夜[间里]|深夜|半夜"
)


def compile_times(vague: Iterable[str], feasts: Iterable[str]) -> re.Pattern[str]:
    """One pattern for everything that names a time; its group names say what was found."""
    vague_words, feast_names = (sorted(words, key=lambda word: (-len(word), word)) for words in (vague, feasts))
    names, words = ("|".join(map(re.escape, terms)) or "(?!)" for terms in (feast_names, vague_words))
    heads = "".join(sorted({*"最至农正腊冬", *(word[0] for word in vague_words)}))
    feast_heads = "".join(sorted({"“", *(name[0] for name in feast_names)}))
    every = _FIRST[1:-1] + heads + feast_heads
    return re.compile(
        rf"(?=[\"{every}])(?:"  # one look at a character that no time begins with
        rf"(?=[\"{feast_heads}])(?:{_FEAST % names})"
        rf"|(?={_FIRST})(?={_HEADS})(?:{_PLAN}|{_DECADE}|{_POINT}|{_SPAN})"
        rf"|(?=[{heads}])(?<![目此以之最几数十百0-9])(?<![出表体呈再发实浮重涌展](?=现在))(?P<vague>至今|最近(?!的)|{_LUNAR}|{words})"
        "(?:(?<!今)|(?![日天年晚夜晨早后])))"  # 至今 and 如今, but not 至今日 and 如今年
    )
