"""Programmes: with and without quotes, instances, lists, aliases, and quoted words that name nothing."""

import pytest

from kg.knowledge import load
from kg.recognize.named import find_named
from kg.recognize.scan import build_scanner

KNOWLEDGE = load()
SCAN = build_scanner(KNOWLEDGE)


def read(text: str) -> set[str]:
    return {c.mention.name for c in find_named(SCAN(text), KNOWLEDGE.lexicon) if c.mention.type == "Programme"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市总工会启动“船舶交通”专利导航项目。", {"“船舶交通”专利导航项目"}),
        ("“灯塔行动”启动仪式暨船员服务活动在大连举行。", set()),
        ("“灯塔之友”荣获年度船模奖。", {"灯塔之友"}),
        ("甲市总工会与市司法局联手推出“护薪行动”，帮助农民工。", {"护薪行动"}),
        ("县总工会推出“千里同行”法律服务工程，惠及船员。", {"“千里同行”法律服务工程"}),
        ("区总工会启动“暖秋助老”爱心公益项目，计划服务百人。", {"“暖秋助老”爱心公益项目"}),
        ("各单位组织的“船坞老故事”青年宣讲活动，在各地开展。", {"“船坞老故事”青年宣讲活动"}),
        ("由航运协会开通的“港口天气之窗”，方便船员查询。", {"港口天气之窗"}),
        ("2018年全国船员读书活动近日开始。", {"2018年全国船员读书活动"}),
        ("工会启动2019年中秋国庆“送月饼活动”。", {"2019年中秋国庆“送月饼活动”"}),
        ("青年们参与“夏夜纳凉”“冬日暖阳”等志愿活动。", {"夏夜纳凉", "冬日暖阳"}),
        ("河北省“金秋”驿站投入使用。", {"河北省“金秋”驿站", "“金秋”驿站"}),
        ("希望工程运行多年。", {"希望工程"}),
        ("医院开展了“灯塔”“爱童心”“归航的礼物”等一系列救助儿童的爱心行动。", {"灯塔", "爱童心", "归航的礼物"}),
        ("公司打造“云上船坞”“智慧班组”等品牌。", {"云上船坞", "智慧班组"}),
        ("“灯塔”困境儿童救助项目第三期在大连启动。", {"“灯塔”困境儿童救助项目第三期", "“灯塔”困境儿童救助项目"}),
        ("“灯塔”困境儿童救助项目第三期工程款已到账。", {"“灯塔”困境儿童救助项目"}),
        ("中国春节灯塔活动近日在法国巴黎举行。", {"中国春节灯塔活动"}),
        ("广播台发起“灯塔有‘光’——2016渔民夜航公益行动”以来", {"灯塔有‘光’——2016渔民夜航公益行动"}),
        # verbs inside the name, since a verb of carrying out governs it
        ("港口自十月开展船舶锅炉大检修大清点大练兵活动以来，", {"船舶锅炉大检修大清点大练兵活动"}),
        ("开展打击海上走私等违法犯罪专项行动。", {"打击海上走私等违法犯罪专项行动"}),
        ("深入实施提振航运专项行动。", {"提振航运专项行动"}),
        # a word that points, a row of its like, a thing that there is once
        ("这些船员都参加了此次免费体检活动。", {"免费体检活动"}),
        ("实施渔港安澜工程、海岛育才工程。", {"渔港安澜工程", "海岛育才工程"}),
        ("委员们在全国海员协会会员远程议事平台上发言。", {"全国海员协会会员远程议事平台"}),
        ("县里又搞起灯塔故事大讲堂。", {"灯塔故事大讲堂"}),
        # broadcasts, lines and craft
        ("《灯塔回声》栏目采访了他。", {"《灯塔回声》栏目"}),
        ("纪录片《灯塔人家》今晚播出。", {"灯塔人家"}),
        ("沈阳至长春高速铁路和京沈高铁通车。", {"沈阳至长春高速铁路", "京沈高铁"}),
        ("神舟十三号载人飞船升空。", {"神舟十三号载人飞船"}),
        # what goes on behind it, or 自…以来 and 在…中 around it, says that it is one
        ("海员素质提升工程由航运协会发起。", {"海员素质提升工程"}),
        ("自渔村危房改造行动开展以来，三百户受益。", {"渔村危房改造行动"}),
        ("在推广“潮声”小程序中，各地加重了负担。", {"“潮声”小程序"}),
        # words between quotes and kind that are verbs elsewhere
        ("局长说，“灯塔回家”关爱行动是一项长期工作。", {"“灯塔回家”关爱行动"}),
        ("“潮声”渔民子女暑期托管计划由县总工会发起。", {"“潮声”渔民子女暑期托管计划"}),
        ("在“灯塔回家”专列启动仪式上，主席讲话。", {"“灯塔回家”专列"}),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "各地开展了一系列活动。",
        "此次活动吸引了多方关注。",
        "开展形式多样的主题活动、志愿服务活动。",
        "打通服务群众“最后一公里”。",
        "工会干部是职工的“娘家人”。",
        "他说：“感谢大家的帮助。”",
        "论坛以“同看海 共听潮”为主题。",
        "发扬“老黄牛”精神。",
        "他被誉为“山城铁人”。",
        "坚持“两个毫不动摇”。",
        "他坐在活动室里，工程师在旁边。",
        "俄罗斯按计划退出。",
        "港口提供“一站式”服务。",
        "以军展开打击行动。",
        "以实际行动迎接会议。",
        "探索“公司+码头+渔户”的模式。",
        "开展基础设施建设项目和相关项目。",
        "船模展等系列活动同步开展，水网绿化等七大灯塔工程开工。",
        "全国首档船舶品牌“灯塔号”。",
        "遏制任何形式的“潮独”分裂活动。",
        "列车驶过这条铁路。",
    ],
)
def test_no_names(text: str) -> None:
    assert read(text) == set()


def test_a_shorter_form_stands_for_the_full_name() -> None:
    text = "县总工会推出“千里同行”法律服务工程。目前，“千里同行”已开展百场活动。“千里同行”法律服务走进车间。"
    full = "“千里同行”法律服务工程"
    mentions = [c.mention for c in find_named(SCAN(text), KNOWLEDGE.lexicon)]
    assert [(m.text, m.name) for m in mentions] == [
        (full, full),
        ("千里同行", full),
        ("“千里同行”法律服务", full),
    ]
    assert [m.by.endswith(":alias") for m in mentions] == [False, True, True]
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_an_instance_keeps_its_own_name_beside_the_brand() -> None:
    text = "乙市总工会打造造船产业“暖心小屋”。目前建成9处“暖心小屋”。"
    assert read(text) == {"造船产业“暖心小屋”", "暖心小屋"}
