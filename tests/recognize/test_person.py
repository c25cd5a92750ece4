"""Persons: each row is a text with the names marked by 【】, and what is not marked must not be found."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from kg.knowledge import load
from kg.recognize.candidate import DROPPED, Candidate
from kg.recognize.person import find_persons, person_finder
from kg.recognize.scan import Scanner, build_scanner

Find = Callable[..., list[Candidate]]


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return build_scanner(load())


@pytest.fixture(scope="module")
def find(scanner: Scanner) -> Find:
    finder = person_finder(load().lexicon)

    def found(text: str, known: tuple[str, ...] = ()) -> list[Candidate]:
        return [c for c in finder(scanner(text), known) if c.score >= DROPPED]

    return found


def _unmarked(marked: str) -> tuple[str, list[str]]:
    return re.sub("[【】]", "", marked), re.findall("【(.*?)】", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "焊工【吴勇】夺得一等奖。",
        "2010年，【艾建平】进入大江钢铁有限公司，成为一名焊工；【付远山】来自大江公司，是一名技师。",
        "获奖的有【司献平】（大江传媒有限公司培训师），列车进入灯塔站工作区。",
        "劳模【李国荣】获评标兵，工人【陈大荣】获得奖章。",
        "劳模【刘丽】宣讲党的政策，260余名董监高参加培训。",
        "灯塔镇书屋建设领导小组组长【李安镇】，副主席【林扑河】、主任【王小明】出席，局长严要求，书记于日前到场。",
        "港务局副主任【浩岩】表示，船厂工会主席【赫买提】介绍，主任笑着说，书记分析说，主任补充介绍。",
        "劳模【赵亮】作报告，工匠【王刚】作主题发言。",
        "外交部长官【康明】表示，船员【王芳】曾两次获奖。",
        "宪法历史陈列馆开馆。",
        "组合【卢青】/【张家齐】夺得冠军。",
        "甲市总工会主席【王小明】表示，今年将继续服务职工。",
        "中央统战部部长【孙春梅】出席，校长【孙明】主持，国际组织驻伊代表到场。",
        "女王【伊丽莎白二世】出席，队员们结束了四届全运会之旅。",
        "该厂电工【李建国】告诉记者，他每天早晨6点到岗。",
        "【赵文涛】局长出席会议并讲话，会长【王强】亦表示支持。",
        "【张建民】和【李国强】分别发言。",
        "【王强】主席和【普京】总统会面。",
        "职工【李春】笑着说，司机【王强】红着眼眶说，“暖小哥”品牌启动。",
        "【刘伟】出生于甲县，【李才】全票当选会长，【王志】任中国银行副行长，【彭新全】历任处长、局长。",
        "【林海】入职甲公司，记者见到【李少超】时，冠军【黄娜】表示满意，【张一山】主持会议，其母公司停产。",
        "【李方明】系中国银行职员，救人者【欧辉】受到表彰，【张嘉】和他的同事领奖，【周立功】团队取得进展。",
        "总书记曾明确指出，主席曾多次强调，县委书记【曾立红】到场，局长【曾伟】在会上发言。",
        "乘客家属陆续来到，普惠托育服务增加。",
        "“罗林斯”号起航，火箭“罗山”号升空。",
        "省政协主席【方圆】24日在南京会见客人，印度总理【辛格】。同【普京】总统商定，双方要扩大合作。",
        "融资中心主任【李卫军】用公款旅游，县体育协会副主席【于清明】以及运动员代表到场，技术军用转民用。",
        "县住建局副局长【方圆】在会上介绍，县医院医生【高原】、护士【周立平】分获一、二等奖，职工安全、健康。",
        "副市长【王晶】为获奖球队颁奖，县长【李志】为优秀教师授牌。",
        "由【徐海明】、【孙江】、【李广平】组成的船队获胜，熊猫馆室内很暖。",
        "【吕丫丫】收获银牌，大家看望了【赵志强】烈士的家属。",
        "【王劼】曾荣获奖章，土总统宣布提前大选，学生走近烈士纪念碑。",
        "工程师【王强】曾在研究所工作，教师【赵曾】在会上发言。",
        "【陈秀兰】，女，42岁，某厂缝纫工。",
        "获奖者【刘志强】、【孙丽华】和【周伟】上台领奖。",
        "本报讯（记者【吴海涛】 通讯员【郑晓燕】）昨天，甲县举办招聘会。",
        "【欧阳明辉】说，这项工作很重要。",
        "日本首相【安倍晋三】当天抵达。",
        "美国前国务卿【希拉里·克林顿】发表演讲。",
        "牧民【买买提·艾力】今年养了200只羊。",
        "【艾力义·买买提瓦尔地】、【王建国】到场，【买买提·艾力】地里的活不多。",
        "副国务卿【威廉-史密斯】抵达，议长【马尼萨-恩古拉】、委员【艾力更·买买提】和总理【阿迪勒·阿卜杜勒-马赫迪】出席。",
        "参议长【马库鲁】和众议长【穆拉多利萨】、市长【埃托罗】出席。",
        "副市长【柳林】，会长【张勇】自2015年起任职。",
        "副会长【林永和】、秘书长【赵平】，董事长【林光和】，都出席。",
        "常务副主席【林永和】主持大会，主席【林富明】和主持人都来了。",
        "石油部长【布莱尔顿】的信到了，地方孔子学院也收到了书。",
        "外交大臣【费南尔】代表沙特讲话，总理【哈桑·贾迪卜】说，应尽快谈判。",
        "公司宣布，负责研发的【肖恩·甘宁】（【Sean Ganning】）已经离职。",
        "俄罗斯总统【普京】会见了来访的客人。",
        "荣获标兵的是：甲市大学【王小花】、乙县科学技术协会【张月霞】。",
        "【张伟民】同志生前是乡村医生。",
        "快递员【林小军】每天送200件快递。",
        "甲厂职工【高 亮】、【马小龙】分获一、二等奖。",
        "班长【韩来福】带领大家抢修设备。",
        "【何伯青】、【刘燕平】等亲属代表受邀出席。",
        "被告人【王某明】与【李某】发生冲突，【陈某】说。",
        "甲市残联理事长【孙明海】参加，【赖小东】到场。",
        "现年43岁的【王长学】来自甲县，住在甲县的【石兰芳】今年52岁。",
        "乙国总理【孔德拉季耶夫】2日说，情况稳定。",
        "乙市市长【多里亚】当天表示，政府将提供帮助。",
        "以【黄帝】和【蚩尤】为代表的先民，【慈禧】太后也说过。",
        "【刘秀】做了皇帝，而【刘秀清】只是老师。",
        "美国副总统【拜登】出席并致辞。",
        "2012年，【李梅】大学毕业后进入甲公司工作。",
        "副司令【马克思·卢卡】到场，【马克思】主义者【莱·万多夫斯基】在座。",
        "领导班子不再满足于过去。",
        "省委书记【宝音朝鲁】批示，牧民【多布杰旺姆】和【扎西央金】到场。",
        "司机【热合曼·萨德尔】和【奥斯曼·阿卜来提】到场。",
        "村支书【多杰】说，日子好了，扎西德勒。",
        "县长【林长生】还互通电话，在总监【向文达】看来，还要改革。",
        "甲公司【吴豪】获二等奖、【李煜】荣获电工第一名，大连机械厂【汪萌】最终被授予五一劳动奖章。",
        "神经外科主任 【钟凯旋】：先天性心脏病是严重疾病。",
        "县领导【江海斌】、【邹江生】、【丁海述】、【操江峰】、【向海】及相关部门负责人参加，县领导干部、职工、群众出席。",
        "副会长【袁一旦】、副会长【王强】到场，总裁【关长吉】；会议由【张力】主持，任命【吴勇】为经理。",
        "【李江胜】任甲公司党委书记，授予【高远】等10名同志奖章，来自山东的【叶创】获得银牌，职工【徐健】在车间工作。",
        "甲国连任总统发言，由党委主持，由项目主持人介绍，会长单位、书记包村。",
        "市卫生局局长【沙宜江】坐镇指挥。",
    ],
)
def test_finds_names_and_nothing_else(find: Find, marked: str) -> None:
    text, names = _unmarked(marked)
    assert [c.mention.text for c in find(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "在工人文化宫开展职工文化月活动。",
        "推动高质量发展，加强安全管理。",
        "发展滑雪、敬老等活动，支持小岛屿国家，宣传周开幕，林火、余震和山洪不断，我们从何处来？",
        "感谢斯方支持，乌总统表示，安倍政权推动修宪，中山堂前很热闹。",
        "勒瓦尔-佩雷市附近、迈阿密-卡德等多个县、“克拉纳亚-波良纳”雪山都很冷。",
        "街头张贴了许多标语，这已成为常态。",
        "于是各方面成员都表示满意，时任领导作了说明。",
        "安阳和江门的经济平稳增长。",
        "向记者介绍情况，和老师交流。",
        "石油和黄金价格上涨，农民工返乡创业。",
        "乌克兰和莫斯科之间的航班恢复。",
        "卢方愿同中方加强合作，希望吉方为企业提供便利，莫方坚定支持。",
        "他当选后并任主席，候任议员表示祝贺。",
        "这里是法国巴黎的广场，美国纽约下了雪。",
        "气旋“弗雷迪”登陆，“福尔图娜”号船只停航。",
        "中山北路与解放大道交叉口车多。",
        "驾驶桑塔纳轿车前往石家庄。",
        "",
    ],
)
def test_ordinary_words_are_nobody(find: Find, text: str) -> None:
    assert find(text) == []


def test_a_name_once_found_is_found_everywhere(find: Find) -> None:
    text = "车间主任王小明说，要提高质量。\n会后，大家围着王小明的图纸讨论。在王小明看来，这不难。"
    assert [c.mention.text for c in find(text)] == ["王小明"] * 3


def test_known_names_need_no_evidence(find: Find) -> None:
    text = "甲乙丙的画挂在墙上。"
    assert find(text) == []
    (candidate,) = find(text, ("甲乙丙",))
    assert (candidate.mention.start, candidate.mention.end, candidate.mention.by) == (0, 3, "person:known")


@pytest.mark.parametrize(
    "marked",
    [
        "【李师傅】笑着说没事，康师傅公司也说没事。",
        "【张女士】说，服务很好。",
        "嫌疑人【陈某】被抓获。",
        "“【老刘】”说，他来了。",
    ],
)
def test_half_names_are_familiar(find: Find, marked: str) -> None:
    text, names = _unmarked(marked.replace("“", "").replace("”", ""))
    found = find(text)
    assert [c.mention.text for c in found] == names
    assert {c.mention.by for c in found} == {"person:familiar"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("甲县县长王小明", "person:post-before"),
        ("本报记者 王小明", "person:byline"),
        ("他的老师毛泽东思想", "person:doctrine"),
        ("鲁迅的小说", "person:famous"),
    ],
)
def test_the_reason_is_told(find: Find, text: str, reason: str) -> None:
    assert [c.mention.by for c in find(text)] == [reason]


def test_the_name_of_a_spaced_mention_has_no_space(find: Find) -> None:
    (first, _) = find("甲厂职工高 亮、马小龙分获一、二等奖。")
    assert (first.mention.text, first.mention.name) == ("高 亮", "高亮")


@pytest.mark.parametrize(
    "marked",
    [
        "【郑某】持刀伤人。警方将【郑】抓获，【郑】供认不讳。",
        "据【郭大明】说，【罗福生】到了。第二天，【罗】打来电话，与【郭】、【罗】二人会面。",
        "【刘秀英】走后，“【秀英】，你在哪里”，母亲喊道。",
        "【田中雄介】是赞助商邀请的选手，但【田中】没有出场。",
        "教练【维克托·索科洛夫】接受采访，【索科洛夫】的话引来掌声。",
        "他喊【阿敏】，【阿敏】说没事。",
        "【小梅】说自己是甲县人，【小梅】想回家。",
        "【浩浩】说想家，【浩浩】哭了。",
        "（记者【王小明】）昨天，【毛主席】点点头。",
        "在逃的【张某】、【南某】被抓。",
        "主席【Anna-Maria Weber】表示欢迎。",
        "当天有两场演出。（【于静】）",
        "律师【Edward Brown Jr】表示，【Brown】称没有这事。",
        "【张某】报警，通知【张】和【罗】，【罗某】赶到。",
        "得知【丽丽】走了，【丽丽】说不回来，【丽丽】哭了。",
        "工艺家【阿尼多】主持修建，副总经理 【王琅】上台领奖。",
    ],
)
def test_short_forms_and_nicknames(find: Find, marked: str) -> None:
    text, names = _unmarked(marked)
    assert [c.mention.text for c in find(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("郑某、郑大明、郑小明都到了，郑说不知道。", ["郑某", "郑大明", "郑小明"]),  # whose surname?
        ("何大明说，何来此事？", ["何大明"]),
        ("张大明说，张姓男子答应了。", ["张大明"]),
        ("王建国说，建国以来变化很大。", ["王建国"]),
        ("阿方表示欢迎，阿方愿意合作。", []),
        ("小河边有人说，小河很美。", []),
        ("蒋居然说，没有办法。", []),
    ],
)
def test_ordinary_words_are_no_short_forms(find: Find, text: str, names: list[str]) -> None:
    assert [c.mention.text for c in find(text)] == names


def test_text_is_what_stands_at_the_offsets_and_spans_are_disjoint(scanner: Scanner) -> None:
    text = "主席王小明、书记李建国和约翰·史密斯（John Smith）出席。张女士说，王小明很忙。"
    found = find_persons(scanner(text), load().lexicon)
    assert all(text[c.mention.start : c.mention.end] == c.mention.text for c in found)
    assert all(a.mention.end <= b.mention.start for a, b in pairwise(found))
    assert "John Smith" in [c.mention.text for c in found]
