"""Places: each row is a text with the places marked by 【】, and what is not marked must not be found."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.knowledge import load
from kg.recognize.candidate import DROPPED
from kg.recognize.place import place_finder
from kg.recognize.scan import build_scanner

Find = Callable[[str], list[tuple[int, int, str | None]]]


@pytest.fixture(scope="module")
def find() -> Find:
    knowledge = load()
    scanner, finder = build_scanner(knowledge), place_finder(knowledge)

    def found(text: str) -> list[tuple[int, int, str | None]]:
        found = [c for c in finder(scanner(text)) if c.score >= DROPPED]
        candidates = [c for c in found if c.mention.by != "place:attribute"]
        for candidate in candidates:
            mention = candidate.mention
            assert mention.text == text[mention.start : mention.end]
        return [(c.mention.start, c.mention.end, c.mention.value) for c in candidates]

    return found


def _unmarked(marked: str) -> tuple[str, list[str]]:
    return re.sub("[【】]", "", marked), re.findall("【(.*?)】", marked)


def _check(find: Find, marked: str) -> None:
    text, names = _unmarked(marked)
    assert [text[start:end] for start, end, _ in find(text)] == names


@pytest.mark.parametrize(
    "marked",
    [
        "招聘会在【江口矿业集团体育馆】举行，县总工会会同县公安局开会。",
        "【苏州工业园区】总工会联合园区卫健委举办活动。",
        "他在【福州】地铁2号线【祥坂站】指路，在美团上点餐。",
        "活动在【山东省潍坊市奎文区】举行。",
        "记者来到【寿光市薛村】采访，【寿光市】新村建设很快。",
        "座谈会在【京】举行，艺术节在【京】开幕。",
        "记者从【浙江绍兴】了解到，【荷兰鹿特丹】的客商也来了。",
        "【北京】、【上海】、【重庆】等地正陆续开展活动。",
        "他在【北京市】工作，【上海】人。",
        "去年【中国】汽车出口400万辆，中国速度举世瞩目，报告【中国】的情况。",
        "10月17日本轮疫情发生，10月17日【日本】发生地震。",
        "对在城镇居住的人，新一轮巅峰之战，【沈阳抗美援朝烈士陵园】。",
        "【吉林】今年丰收，【上海】大力发展社区养老，【湖南岳阳华容县】下了雨。",
        "【美国】和【日本】的游客游览了【长江】、【黄山】。",
        "【长三角】、【京津冀】协同发展，【粤港澳大湾区】也是。",
        "【香港特别行政区】行政长官出席。",
        "【中东】地区局势紧张，【塔城地区】下了大雪。",
        "受其影响，【黄海】海域有大风，【四川】东部有雨。",
        "【以色列特拉维夫】等地拉响警报。",
        "他走遍了【河北】的【平山县城】。",
        "峰会在【意大利埃尔比亚】举行，会议在【越南河内】举行。",
        "论坛在【浙江乌镇】开幕，游客登上【湖北武当山】和【泰山】。",
        "典礼在【东校区海澜体育馆】举行，会议在我校【学术交流中心】报告厅召开。",
        "活动在【新图书馆】一楼大厅正式启动，班子在当地【明泉大厦】6楼会议室开会。",
        "个展在【北京】的【南汀画廊】展出，仪式在【人民大会堂】东门外广场举行。",
        "论坛在【云海大酒店紫金厅】隆重举行，年会在【瑞金国际饭店会议中心】启幕。",
        "团拜会在【北京职工之家】举行，车展移师【大连国际博览城】。",
        "集会在室外大型广场举行，比赛在一家酒店举办，活动在学校礼堂开展。",
        "【甘肃尼尕那村】、【云南阿木克村】入选，走遍【四川】各村。",
        "遗址位于【平山县】，【平山县石人子乡岩人子村】南有河。",
        "车过【长沙市岳麓区干溪村】时，【长沙市岳麓区】下着雨。",
        "在【浙江余杭】的【坞上村】，茶农正忙；【浙江余杭】的贫困村已经脱贫。",
        "在【河南新乡天阙山】，一场比赛举行；【河南新乡】雪山，游人很多。",
        "【泉州惠安县】长林峰和【泉州惠安县长岭镇】镇长通电话。",
        "【密山市兴凯湖畔】游人如织，【哈尔滨太阳岛】也是。",
        "大会在【哈尔滨冰雪大世界】开幕，游客走进【安徽芜湖锦辰欢乐世界】。",
        "【江南】、【华南】等地有雨，其中【江南】东部有大雨。",
        "摊贩聚在【文明路】一带，家住【红星小区】的老人反映，【滨江路】、【学府街】附近也有。",
        "走在文明路上，学习氛围浓厚，在科技路径上前行，也想走创业路。",
        "他走进【甲禾茶餐厅】，学校有学生餐厅。",
        "【俄】总统表示欢迎。",
        "【法国】总理和【日本】首相通话，【拉美】国家关注【南亚】局势。",
        "价格150万挪威克朗的车。",
        "【中国】、【美国】商定，形势表明【中】【美】加强合作很重要，离任驻【华】大使回国，他应邀来【华】访问。",
        "【俄罗斯】总统说，【俄】金融市场不会崩溃。",
        "【上海南京西路】和【人民路】堵车，他走在【武汉市珞喻路】上。",
        "客机停在【西苑机场】。",
        "探测器飞向【月球】和【火星】。",
        "【贵阳北站】、【合肥南站】开通，“庐山号”列车出发，年味充满村头巷尾。",
        "随着【粤澳科技产业园】、【京津合作示范区】建成，发展模式和村镇银行都变了。",
        "【宋庆龄故居】开放，年会在【上海浦东洲际酒店】举行。",
    ],
)
def test_names_of_the_gazetteer(find: Find, marked: str) -> None:
    _check(find, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "人民解放军是和平的力量，要抓住合作的机遇。",
        "双方同意加强合作，携手推动和平与发展。",
        "人民幸福安康。",
        "他在和平年代成长，生活富裕。",
        "公司发展迅速，资源丰富，东方既白。",
        "活动在【天津市和平区】举行，【和平区】各社区参加。",
        "列车从【北京】开往【朝阳】、【锦州】。",
        "客人离开【金边】前往【泰国】。",
        "这是我国最东方的一座城市。",
        "不同的意见，同样的安定。",
    ],
)
def test_names_that_are_words_need_a_context(find: Find, marked: str) -> None:
    _check(find, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "事故发生在【平遥县青古乡】境内。",
        "火灾发生在【云龙山南路】，交警赶去。",
        "一行人到【济宁人力资源服务产业园】调研，全市大力发展产业园，两个园区开工。",
        "昨天，【石坡村】的村民领到了种子。",
        "专家在【湖南新田】的贫困村【乌岭村】回访。",
        "【甲河镇】党委书记说。",
        "走进【弘福社区】，居民正在排练。",
        "志愿者在【红星宾馆】休息。",
        "走访【瓦房店汽车城】、【中俄铁路大桥】和【云山智造园】，工人在汽车城忙碌。",
        "【丁家沟水电站】投产发电，【三里河大桥】通车。",
        "【潍坊市奎文区幸福街道】的居民",
        "他家住【中山路12号】，旁边是【解放路】。",
        "【成都市武侯区建设路35号新业大厦】封顶。",
        "【绍兴火车站】、【郑州机场】客流增加。",
        "【成渝高铁】、【京沪高铁】、【川藏线】和【318国道】都很忙。",
        "【北京人民大会堂】、【天津奥体中心】",
        "在【宁波舟山港】，货轮正在装船。",
        "【贵州赫章县韭菜坪】",
        "【石塘】、【鲁庄】、【丙街】等3个社区参加了活动。",
        "驿站面向【南塘】、【北塘】等5个村开放。",
        "在【机械产业园区】、【城北软件园】两个园区设点。",
        "【青石广场】、【清水火车站】和【桃花山】附近，【三汊大桥】通车，【下坝水库】蓄水。",
        "【杨树镇】、【双溪湖】和【湖北省宜昌市大坪山】",
        "对【华岭镇】的改造已经完成。",
        "客船停靠【黄沙渔港】，【石门客运中心】启用。",
        "【浙江温州凤凰机场】、【成都市武侯区凤凰山】和【温州太平街道】",
        "昨晚，【河北省唐山市纺织品大楼】突发大火，房地产市场发生变化。",
        "昨晚，【武昌区油坊街】发生火灾，【奎文区盐市巷12号】一家商店停业。",
        "事故发生在【加蓬中部省】一个名为【多巴安】的小村庄附近，【二环北路】封闭，堆场的北角起火。",
        "火灾发生在首都以西大约50公里的【巴尔达】，【青森县】和【福岛县丙丁市】有震感。",
        "【潍坊市奎文区星海水果批发市场】起火，调集九台消防车，在【巴什科－塔尔丹共和国】首府宣布。",
        "【保山】、【丽江】、【大理】等多个地区有震感，这家大理石厂停业。",
        "【解放东路88号】与【建设西路】、【学院南路】都在施工。",
        "火灾发生在【起义路217号鸿泰大厦】。",
    ],
)
def test_names_composed_up_to_a_head(find: Find, marked: str) -> None:
    _check(find, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "客车驶到【银山大道与青松路口交汇处】，【人民路与建设街交叉口】拥堵，【解放路口】等车的人多。",
        "【沪昆高速江西段】和【G4京港澳高速湖北段】恢复通行。",
        "在【沈吉高速吉林段】和【锦承高速】上，全市高速公路畅通，省内高速封闭。",
        "【京沪高速无锡至苏州段】封闭，【沈海高速福建宁德霞浦段】缓行。",
        "【长江荆州段】、【京杭大运河苏州段】水质稳定。",
        "【G318国道雅江段】管制，【省道219线】与【县道15线】畅通。",
        "决赛在【开封】落下帷幕，封条已被开封。",
        "驿站设在【省道219线惠民停车区】，【博兴停车区】也在建。",
        "【沪蓉高速】改扩建段今天通车。",
        "【大承高速公路】仅一段就堵了，全省高速公路畅通，他驾车驶入高速公路。",
        "【丰台区柳树庄北沿8号院2号楼】起火，【朝阳区】3号线开通，本市发布2021年第3号文件。",
        "【甲县红旗村三组】停电，【红旗村】村民组织抢修。",
    ],
)
def test_sections_and_numbers_of_roads(find: Find, marked: str) -> None:
    _check(find, marked)


@pytest.mark.parametrize(
    "text",
    [
        "志愿者扎根社区，把服务送进社区。",
        "他们走进农村，来到贫困村，住在村里。",
        "中国市场和欧洲市场都很大。",
        "高速公路、高速铁路和机场同时开工。",
        "要让市场发挥作用，也让家园更美丽。",
        "销售额突破10亿元大关，攀上新高峰。",
        "集成电路、锂电池产量增长。",
        "各省市、各乡镇、各街道要落实责任。",
        "15000名驻村干部，11台稻谷烘干机。",
        "这是一座山水公园，有一条高速公路。",
        "网站开通，工作站挂牌，空间站运行正常。",
        "他坚持正确的安全观，参观了车间。",
        "铺平道路，形成思路，找到出路。",
        "市民广场、人工湖、森林公园、收费站和火车站人都很多。",
        "砂石码头和水泥路都在改造，荷花池里开满了花。",
        "全县共有国道2条、省道5条，村里修了一条东路。",
    ],
)
def test_common_nouns_are_no_places(find: Find, text: str) -> None:
    assert [text[start:end] for start, end, _ in find(text) if text[start:end] not in ("中国", "欧洲")] == []


@pytest.mark.parametrize(
    "marked",
    [
        "大会在【京】闭幕，代表返【沪】。",
        "总统访【华】，随后赴【日】。",
        "他从【中国】来到【美国】，【中】【美】两国关系稳定，【粤】【港】两地往来密切。",
        "印巴两国关系稳定，中欧班列开行，加快数字中国建设，中国速度很快",
        "【俄罗斯】、【巴勒斯坦】、【以色列】来人。【俄】乌冲突持续，【巴】【以】停火。",
        "部队驻【港】二十年，干部援【藏】。",
        "【中缅边境】有一座小镇。",
        "在新时代，对以往的工作，加深合作。",
        "参加城居保和新农合。",
        "现有一座220千伏变电站和119个直报景区，全区所有嘎查村都通电。",
        "击退【基辅】西南方向的进攻，位于西南五环的公园开放。",
    ],
)
def test_abbreviated_places(find: Find, marked: str) -> None:
    _check(find, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "【沃尔涅茨克州】、【塞布维克县】和【捷列夫卡村】",
        "东部城市【捷尔诺夫卡】举行会议。",
        "【加塔里耶油田】附近，【马拉涅岛】以北",
        "【尼·伯尔杜斯库镇】的居民",
    ],
)
def test_foreign_names_that_no_gazetteer_has(find: Find, marked: str) -> None:
    _check(find, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "【寿光市圣城街道和平社区】、【寿光市孙家集街道旧铺社区】受灾，【寿光市稻田镇】组织社区、物业开会。",
        "【寿光市稻田镇长柳湾村】转移群众，【寿光市稻田镇西柳湾村】断电，稻田镇长王海到场。",
        "记者走进【丽江锦绣小区】，他住在【恒通名都小区】，【寿光市圣城街道阳光小区】停电，社区干部走进居民小区，老旧小区改造。",
        "【成昆铁路】中断，【沪昆线】恢复，【包茂高速安康段】、【杭瑞高速临岳段】封闭，通信线中断，在引导高速增长。",
        "据【丽江火车站】介绍，据【南山森林公园】称，替【西河机场】值班。",
        "【锦绣花园】停电，位于【世纪大厦】的仓库起火，星光大道开播，共建金色家园。",
        "演出在【市民广场】举行，位于洪崖小道，【丽江小商品市场】停业。",
        "【前门大街】封闭，向县城发展的大型超市很多。",
    ],
)
def test_places_under_common_words_and_lines_under_letters(find: Find, marked: str) -> None:
    _check(find, marked)


@pytest.mark.parametrize(
    "text",
    ["长白山舰起航。", "“青岛”号驱逐舰到访。", "黄河3号卫星升空。", "丰田杯开赛。", "北京时间8时30分"],
)
def test_things_that_bear_the_name_of_a_place(find: Find, text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("山东省潍坊市奎文区", "370705"),
        ("浙江绍兴", "330600"),
        ("潍坊", "370700"),
        ("伊朗", "IR"),
        ("长江", "N-长江"),
    ],
)
def test_a_place_knows_its_code(find: Find, text: str, code: str) -> None:
    assert find(text) == [(0, len(text), code)]


def test_a_name_of_many_places_has_no_code(find: Find) -> None:
    assert find("记者来到城关镇。") == [(4, 7, None)]


@settings(max_examples=200)
@given(text=st.text(alphabet="北京中美在和的一二3号、，。·“”村市县路山江河大桥甲乙克斯尔\n 华访", max_size=40))
def test_mentions_are_disjoint_pieces_of_any_text(find: Find, text: str) -> None:
    found = find(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
