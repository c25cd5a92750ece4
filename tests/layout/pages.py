"""Whole pages of many layouts, and the articles they hold. All names and events are invented."""

from layout.pages_short import (
    BRIEFS,
    BRIEFS_WANT,
    COLUMN,
    COLUMN_WANT,
    CONTINUED,
    CONTINUED_WANT,
    MIDDLE,
    MIDDLE_WANT,
    PHOTOS,
    PHOTOS_WANT,
)
from layout.want import Want

FRONT = """《甲市工人报》（2031年4月6日 第1版）

甲市总工会为新就业群体铺设安心路 “小哥食堂”端出暖心饭
奋进新征程·一线故事

本报讯（记者王明远 李禾）4月上旬，甲市总工会在东湖区开办第10家“小哥食堂”。副主席周衡说，今年再办5家“小哥食堂”。
“以前送餐送到下午两点还吃不上饭。”外卖员赵越说，“小哥食堂”离他的站点只有300米。（下转第2版）
丙县建成百里果蔬冷链

新华社丙县4月5日电（记者孙立言）丙县5日宣布，全长108公里的果蔬冷链运输网全线建成。丙县供销社负责人介绍，冷链建成后，果蔬损耗率由两成降到半成。"""

FRONT_WANT = [
    Want(
        "“小哥食堂”端出暖心饭",
        "4月上旬，甲市总工会在东湖区",
        "只有300米。",
        lines=("甲市总工会为新就业群体铺设安心路", "“小哥食堂”端出暖心饭"),
        labels=("奋进新征程·一线故事",),
        reporters="王明远 李禾",
        on="第2版",
    ),
    Want("丙县建成百里果蔬冷链", "丙县5日宣布", "降到半成。", reporters="孙立言", agency="新华社"),
]

# The headline stands behind its body; paragraphs are cut inside words by blank lines.
BEHIND = """匠心故事

本报记者 郑书远 本报通讯员 何以安

丁厂的老钳工高树声退休那天，把用了三十年的锉刀交给了徒弟。他说，锉刀认得手，手认得铁，丁厂的每一台机床他都

摸过。

徒弟马小川接过锉刀，也接过了“高树声工作室”。三年里，工作室解决技术难题46项，带出徒弟19名，丁厂把其中12项写进了操作规

程。

（下转第3版）

老钳工退休前传下一把锉刀和三十年手艺 『高树声工作室』的故事在丁厂延续

乙市地铁五号线今日开通

乙市地铁五号线今日10时开通运营。乙市地铁集团介绍，五号线全长31公里，设站22座，从北站到机场只要半小时。

图为乘客在五号线车厢内合影。

吴桐 摄"""

BEHIND_WANT = [
    Want(
        "『高树声工作室』的故事在丁厂延续",
        "丁厂的老钳工高树声",
        "写进了操作规程。",
        lines=("老钳工退休前传下一把锉刀和三十年手艺", "『高树声工作室』的故事在丁厂延续"),
        labels=("匠心故事",),
        reporters="郑书远 何以安",
        on="第3版",
    ),
    Want("乙市地铁五号线今日开通", "乙市地铁五号线今日10时", "车厢内合影。", photographers="吴桐"),
]

# A feature whose sub-headings must not be taken for headlines.
FEATURE = """他在高原守了二十年灯塔——
守塔人罗青山

本报记者 沈一诺

清晨五点，罗青山爬上188级台阶，给高原湖边的灯塔擦玻璃。这是他守塔的第二十年。灯塔归戊湖航道处管，罗青山是那里的高级工。

一个人的岛

2011年，罗青山上岛。岛上没有电，他用柴油机发电；没有菜，他在石缝里种菜。航道处的同事每半个月来一次，给罗青山送米送面。

“灯亮着，船就知道家在哪儿。”罗青山说。他把每一艘过往的船记在本子上，二十年记了61本。

一座塔的家

2019年，罗青山的妻子也上了岛。夫妻俩轮流值夜，灯塔没有灭过一次。戊湖航道处授予他们“最美守塔人”称号。

明年罗青山就要退休了。他说，想在岛上再种一棵树。"""

FEATURE_WANT = [
    Want(
        "守塔人罗青山",
        "清晨五点",
        "再种一棵树。",
        lines=("他在高原守了二十年灯塔——", "守塔人罗青山"),
        subheads=("一个人的岛", "一座塔的家"),
        reporters="沈一诺",
    )
]

# Sub-title with dashes, byline at the end on its own line, a picture inside, a source line.
SUBTITLE = """让老手艺活起来
——卯县竹编走出大山纪实
文/王明远 图/李禾
卯县的竹子长在云里。今年三月，卯县竹编合作社的第一批订单坐上中欧班列，运往欧洲。
合作社社长苏竹青今年56岁，编了四十年竹篮。她说，从前竹篮只能卖给赶集的人，如今一只竹篮能卖800元。
图为苏竹青教村民编竹篮。
李禾 摄
卯县文旅局给合作社搭起网店，全县有1300名村民学会了竹编，户均增收1.1万元。
来源：卯县融媒体中心"""

SUBTITLE_WANT = [
    Want(
        "让老手艺活起来",
        "卯县的竹子长在云里",
        "户均增收1.1万元。",
        lines=("让老手艺活起来", "——卯县竹编走出大山纪实"),
        reporters="王明远",
        photographers="李禾",
        agency="卯县融媒体中心",
    )
]

# Unsigned pieces that nothing but their words keeps apart.
UNSIGNED = """辰市港口集装箱吞吐量创新高

辰市港口集团昨日发布数据，一季度集装箱吞吐量达到260万标箱，创历史新高。集装箱航线增至41条。

辰市港口集团表示，今年将新增集装箱航线5条，港口的自动化码头也将在年底投产。

巳市大熊猫双胞胎满月

昨日，巳市动物园的大熊猫双胞胎满月。饲养员说，两只大熊猫幼崽体重都超过了一公斤，吃奶很有力气。

游客可以在巳市动物园的网站上给大熊猫双胞胎投票起名。"""

UNSIGNED_WANT = [
    Want("辰市港口集装箱吞吐量创新高", "辰市港口集团昨日", "年底投产。"),
    Want("巳市大熊猫双胞胎满月", "巳市动物园的大熊猫", "投票起名。"),
]

# Masthead over several lines at the top, teasers for other pages at the bottom.
FURNITURE = """甲市日报
2031年4月6日
星期日
第1版
乙县新增三所小学
本报讯 记者王明远报道：乙县今年新增三所小学，可提供学位4200个，乙县教育局说，三所小学9月开学。
老城区有了24小时书店
本报讯 记者李禾报道：老城区的首家24小时书店昨日开业，书店有图书6万册，老城区居民可打八折。
导读
丙县果农卖果不愁 详见2版"""

FURNITURE_WANT = [
    Want("乙县新增三所小学", "乙县今年新增", "9月开学。", reporters="王明远"),
    Want("老城区有了24小时书店", "老城区的首家", "打八折。", reporters="李禾"),
]

# The picture and its words stand before the headline.
PICTURE_FIRST = """图为甲市医疗队在乙村义诊。
王明远 摄
把专家请到家门口
——甲市医疗队义诊纪实
□ 李禾
一大早，乙村卫生室门口排起长队。甲市医疗队的六名医生正在给村民义诊。
“不用跑县城了。”村民老赵说。甲市医疗队三个月走了41个村，义诊9000人次。
一张方子
医生周衡给老赵开了方子，叮嘱他少吃盐。甲市医疗队还给乙村留下了血压计。"""

PICTURE_FIRST_WANT = [
    Want(
        "把专家请到家门口",
        "乙村卫生室门口",
        "留下了血压计。",
        lines=("把专家请到家门口", "——甲市医疗队义诊纪实"),
        subheads=("一张方子",),
        reporters="李禾",
        photographers="王明远",
    )
]

# Numbered sections are no articles.
NUMBERED = """甲市总工会2031年工作要点
一、深化产业工人队伍建设改革
全年培训产业工人3万名，新增高技能人才2000名，建设创新工作室50家。
二、做实维权服务
全年建设户外劳动者服务站点100家，开展法律援助1200件。
（一）推进集体协商
全市百人以上企业集体协商建制率保持在95%以上。"""

NUMBERED_WANT = [
    Want(
        "甲市总工会2031年工作要点",
        "全年培训产业工人",
        "保持在95%以上。",
        subheads=("一、深化产业工人队伍建设改革", "二、做实维权服务", "（一）推进集体协商"),
    )
]

# Three lines of headline: kicker, title, sub-title.
THREE_LINES = """甲市召开产业工人队伍建设改革座谈会强调
让工匠有地位得实惠受尊重
市总工会作汇报 六名工匠发言
本报讯（记者王明远）11月3日，甲市召开产业工人队伍建设改革座谈会。会议强调，要让工匠有地位、得实惠、受尊重。
会议听取了市总工会的汇报。甲市工匠代表周衡等6人发言。"""

THREE_LINES_WANT = [
    Want(
        "让工匠有地位得实惠受尊重",
        "11月3日，甲市召开",
        "6人发言。",
        lines=("甲市召开产业工人队伍建设改革座谈会强调", "让工匠有地位得实惠受尊重", "市总工会作汇报 六名工匠发言"),
        reporters="王明远",
    )
]

PAGES = {
    "furniture": (FURNITURE, FURNITURE_WANT),
    "picture first": (PICTURE_FIRST, PICTURE_FIRST_WANT),
    "numbered": (NUMBERED, NUMBERED_WANT),
    "three lines": (THREE_LINES, THREE_LINES_WANT),
    "front": (FRONT, FRONT_WANT),
    "behind": (BEHIND, BEHIND_WANT),
    "feature": (FEATURE, FEATURE_WANT),
    "briefs": (BRIEFS, BRIEFS_WANT),
    "middle": (MIDDLE, MIDDLE_WANT),
    "photos": (PHOTOS, PHOTOS_WANT),
    "continued": (CONTINUED, CONTINUED_WANT),
    "column": (COLUMN, COLUMN_WANT),
    "subtitle": (SUBTITLE, SUBTITLE_WANT),
    "unsigned": (UNSIGNED, UNSIGNED_WANT),
}
