"""Organisations: their borders, their short forms, and what is none. The names are invented or known to everybody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.knowledge import Knowledge
from kg.model import Mention
from kg.recognize.organization import organization_finder
from kg.recognize.overlaps import settle
from kg.recognize.place import place_finder
from kg.recognize.scan import build_scanner


@pytest.fixture(scope="module")
def read(knowledge: Knowledge):  # type: ignore[no-untyped-def]
    """The organisations of a text, settled against its places."""
    scanner = build_scanner(knowledge)
    organizations, places = organization_finder(knowledge.lexicon), place_finder(knowledge)

    def mentions(text: str) -> list[Mention]:
        scan = scanner(text)
        found = settle([*organizations(scan), *places(scan)])
        return [m for m in found if m.type == "Organization"]

    return mentions


def marked(text: str, mentions: list[Mention]) -> str:
    for mention in reversed(mentions):
        text = f"{text[: mention.start]}[{mention.text}]{text[mention.end :]}"
    return text


COMPOSED = """
[美中青少年科技交流协会]与[中国驻非盟使团]座谈，[加纳新灯塔党]领袖到场，媒体建立了“[温暖中国媒体联盟]”。
[中国常驻联合国日内瓦代表团]举办会议，俄罗斯籍[国际泳联]官员到场。
[甲县海正兴（集团）企业投资有限责任公司]董事长与[长云凤凰股份有限公司]总经理到场。
[大连理工大学新能源智能装备与材料研究中心]、[厦门大学中国海洋发展研究院]发布报告。
[中国科协科普部]部长、[甲省广播电视电影局]局长、[灯塔集团公共事务部]人士到会，[自治区政协]机关干部参加。
支持[东盟]中心地位，庆祝活动领导小组开会，[巴西总统府]首席部长到场，[正英公益基金会]捐款，[长海集团]将调高旗下工厂的工资。
[甲县河口镇银石完小]停课，[省军区]出动官兵，宣传部长讲话，[美国移民与海关执法局]回应。
[中国科学院国家授时中心]发布消息，[贝宁大学孔子学院]开学，[长河证券研究所]总监点评。
近日，[云帆科金]旗下科技平台上线，汽车厂商旗下的品牌热卖。
[云山集团]声明，[云山公共事务部]有关人士说，[云山集团]相关部门正在核查，部门经理到场。
[明河电子公司设备开发部门]高级副总裁表示，[沃尔玛]将设立[沃尔玛电子商务中国区总部]。
联赛首轮，[重庆泓岭]在主场1-2负于[大连英茁]，[重庆泓岭]排名下降。
[共产党]人的初心，[立法院]长表示。
此次行动由[圣保罗市政府]牵头。
[财政部]会同[水利部]下达资金，大力发展政府支持的担保机构。
民警来自[台州上桐派出所]。
[海军]副司令员到场，[俄央行]宣布降息。
[北京甲伦文化艺术公司]与[中国戏曲学院]举办演出。
[山东省青岛市崂山区总工会]在[崂山区人民医院]慰问职工。
[国网湖北省电力有限公司宜昌供电公司工会]联合[宜昌市总工会]举办竞赛。
[仓前街道快递行业工会联合会]成立。
[宁夏回族自治区固原市原州区中河乡硝口村党支部]召开会议。
[西安市雁塔区人力资源和社会保障局劳动保障监察大队]上门服务。
[北京协和医学院护理学院]与[北京大学第三医院]签约。
[南京东山精密仪器（集团）股份有限公司]和[格力电器（合肥）有限公司]中标。
[中国石化胜利油田石油化工总厂工会]的代表发言。
[青海省海北藏族自治州门源回族自治县公安局交警大队]通报案情。
[民革上海市委]、[共青团浙江省委]参加座谈。
[新疆生产建设兵团]组织招聘。
[中国铁路上海局集团有限公司南京站党委]书记讲话。
[内蒙古自治区总工会]、[自治区人民政府]印发通知。
[上海市浦东新区外高桥保税区总工会]举办活动。
[乔治·华盛顿大学]的教授发表论文。
[陆军第八十集团军]某旅开展训练。
[衡岭职工关爱基金会]出资，由[伟岭保安公司]、[天晟客运公司]协助。
[岭中矿业集团救护大队]下井，他现任[兴岭杂志社]副社长。
[中国民营医院协会]与[元晟食品]签约，[晟达教育]宣布上市。
他研究仰韶文化，不看李明教育孩子。
[新华社]莫斯科电。
[国家卫生健康委]派出专家，[国家发展改革委]会同[财政部]下达资金，[柳州机床厂]复产。
[保定市中心血站采血组]、[保定市热电公司检修班]和[宁波石化公司乙烯车间丙班]获奖，[县回族中学]校长到场。
[灵江学区]举行比赛，[荆州高新区总工会]和[荆州经开区总工会]联合举办，[湖北省总工会干部学校]承办，[荆州市总工会]工会干部到场。
[甲市轴承研究所]隶属于[山东大学]，[甲市科协]控股子公司[苏州银行]中标。
""".strip().splitlines()

BORDERS = """
记者从[河北省保定市总工会]获悉，活动由[保定市总工会]主办。
[甲市总工会]会同[市公安局]、[市应急管理局]开展检查。
[中铁十二局集团第三工程有限公司]由[北京市住建局]监管。
去年[江西省教育厅]对[江西师范大学]进行评估。
[中国外交部]应强烈声讨[俄罗斯边防部队]的罪行。
[北京市纺织厂]厂长和[城关中队]中队长来了。
[美国国务院]官员5日与[以色列国防军]通话。
[泰国国家银行]和[中国全国政协]签署文件。
[北京市委]书记、[江苏省委][省政府]高度重视。
[全国人大常委会]副委员长、[最高人民法院]院长出席。
[南方科技大学海洋科学与工程系]招生，[卡塔尔经济和贸易部]发表声明。
[中国驻芝加哥总领事馆]和[美国驻波黑大使馆]提醒侨民。
[俄国防部]称，[乌空军]出动战机，[叙外交部]回应。
""".strip().splitlines()

KNOWN = """
[世卫组织]、[国际货币基金组织]和[欧盟委员会]发布报告。
[中宣部]、[人社部]、[全总]和[团中央]联合印发文件。
[北师大]、[哈工大]的学生参赛。
[工行]、[建行]、[中行]下调利率。
[香港文汇报]和[新华社]报道了此事。
[德国西门子公司]与[上海电气]合作。
[皇马]客场3比1击败[佛罗伦萨]，[湖人]主场取胜。
据[新华社]电，[世界银行]上调预期。
[北京联通]回应说，[广东移动]的资费下降，但浙江电信诈骗案减少，上海移动支付普及。
[特斯拉中国]宣布降价，[辉瑞中国]总裁辞职，[辉瑞]中国市场份额下降。
[小米]的营收增长，电商巨头[亚马逊]降价，[三井住友]与[瑞穗]合并，[联想创投]宣布投资。
""".strip().splitlines()

NOT_NAMES = """
高管两次增持股份，归属于公司股东的净利润，苹果已上市。
机器人（300024）涨停，公司股价下跌，白酒股股价走高，其ADR股价翻番，这车宜商宜家。
球队在北京苦练，联赛下周开赛，北京则有雨。
用英特尔 Core处理器，进口沃尔沃XC90，海尔吸尘器。
控股子公司数量增加，全资子公司经营情况良好，全资子公司收购的资产已交割。
各县市区总工会参加会议。
发电公司检修三班班长和中共党员到场，社区工会驿站建成。
各级工会、有关部门和相关单位要加强领导。
上市公司和商业银行的网上银行业务增长。
许多美国公司和英国大学来华招聘。
他买了一台三星手机，开着奔驰E级去机场。
在佛罗伦萨旅游的人很多，苹果和香蕉都便宜。
叙利亚东北部和中国西南部下雨。
萨拉热窝市中心的交通网恢复了。
要构建人类命运共同体，坚持党的领导，从严治党。
朴女士被送进医院，他要考大学。
推动中美关系健康发展，形成旅游新格局。
物联网、车联网和4G网络建设加快。
哈萨克斯坦总理别克捷诺夫到访。
两国政府和三国警方加强合作，企业投资3亿元。
""".strip().splitlines()

SHARED = [
    ("青州、寿光市总工会", {"青州": "青州市总工会", "寿光市总工会": "寿光市总工会"}),
    ("青岛、烟台两市总工会", {"青岛": "青岛市总工会", "烟台两市总工会": "烟台市总工会"}),
    ("浙江省委、省政府、省总工会", {"浙江省委": "浙江省委", "省政府": "浙江省政府", "省总工会": "浙江省总工会"}),
]

LEARNT = """
[鼎盛股份]公告，控股子公司[鼎盛新能源]收到中标通知书。
拟借设在新加坡的全资子公司[晟海国际]，买下一座码头。
[杭州星禾软件有限公司]（以下简称“[星禾]”）宣布，[星禾]去年盈利。
[昆明市公安局治安管理支队]副支队长周某介绍，[北江化工集团有限公司]（[北化工]）已复产。
[中国农业技术推广协会]（[ATPA]）成立，[ATPA]的会员来自各地。
云存储服务商[Cloudnest]融资，[Cloudnest]首席执行官说。
[深圳朗德环境集团]投产。[朗德集团]的员工说，[朗德]还要招人。
[华为]、[中兴]、[禾禾通]等公司参展。
我驻外使馆开放，[恒乙空调]总经理查晓明说，[恒乙空调]今年扩产；公司总经理王明、项目总经理张三也到场。
[白巨星]总经理何凯明捐款，中国区总裁李华参加。
[甲市人工智能研究院]和[浙江省都市建筑设计研究院]签约，中国[全国人大]愿同各方合作，他介绍了人民代表大会制度。
[甲省台州市公安局警务督察支队]副支队长到场，[东风—本田联合研发中心]投用。
[清河县川北中学]和[清河县乙丙乡东青阳庄村小学]的学生，[安平县中心小学]的老师。
昨日，[宏远达股份](600331)公告，重仓股[恒岭科工]（300456.SZ）、[奇云]（NASDAQ：QIYN）上涨。[宏远达股份]停牌。
芯片厂商“[白芸豆智能]”宣布融资，[白芸豆智能]成立于2015年。企业“走出去”步伐加快，企业“走出去”发布会召开。
[尚客优]估值上升，[尚客优]创始人说，平台[蜂途]CEO王明到场。
由[闻泰战投]、[武岳峰资本]、[天元资本]、[临芯资本]等跟投，[中国一汽]、[博世]、[上汽]、[东风悦享]等均参展。
[杭州云澜机器人科技有限公司]融资。[云澜机器人]成立于2015年。
[一汽丰田汽车销售有限公司]开会，[东风本田汽车有限公司]参加。
[上海市商务委]和[上海口岸办]负责，[中央电视台戏曲频道]播出，[惠普电子商务中国区总部]开业。
[乙市技术交易有限公司]成立。技术交易十分活跃，技术交易额增长。
[滨州大学]教授王立群到场，[滨州飞虎队]夺冠，[甲市消防支队]共出动7部消防车。
受[青禾制药公司]产品影响，[中国雕塑院]研究员说，[江苏省人力资源市场]今天开放。
江苏省第三届青少年科技创新大赛落幕，[北京冬奥组委新闻宣传部]部长到场。
[华南师范大学]张明远团队联合[甲市海洋研究所]提出算法。
[南昌大学附属青山医院]院长到场，[塞尔维亚队]以105比63大胜[中国队]。
李明带领的[QUARK团队]联合[甲市海洋研究所]测试了量子比特。
[世界卫生组织驻华代表处]和[欧盟驻华代表团]参加，[食品药品监管总局]表示欢迎。
""".strip().splitlines()


@pytest.mark.parametrize("line", [*COMPOSED, *BORDERS, *KNOWN, *LEARNT])
def test_names(read, line: str) -> None:  # type: ignore[no-untyped-def]
    text = line.replace("[", "").replace("]", "")
    assert marked(text, read(text)) == line


@pytest.mark.parametrize("text", NOT_NAMES)
def test_no_names(read, text: str) -> None:  # type: ignore[no-untyped-def]
    assert marked(text, read(text)) == text


@pytest.mark.parametrize(("text", "names"), SHARED)
def test_lists_that_share(read, text: str, names: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    assert {m.text: m.name for m in read(f"昨天，{text}发出倡议。")} == names


def test_brands_are_known_names(knowledge: Knowledge) -> None:
    assert set(knowledge.lexicon["organization_brands"]) <= set(knowledge.lexicon["organization_names"])


PIECES = "甲市 北京 总工会 公司 和 、 （ ） “ ” · — 局 党 长 一 23 第 NATO 的 省委 大学 在 驻 ABC 新 \n".split(" ")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text(read, text: str) -> None:  # type: ignore[no-untyped-def]
    end = 0
    for mention in read(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end
