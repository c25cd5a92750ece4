"""Heads of the names of bodies (总工会, 局, 有限公司): which stand in the text as heads, and what each asks for."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.recognize.organization_acting import acts_at
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

FORMAL = tuple("有限公司 有限责任公司 股份公司 株式会社 律师事务所 会计师事务所 有限合伙） 普通合伙）".split())
"""Heads that only full legal names have: all the words before them belong to the name."""

ITS_OFFICE = re.compile("[\u4e00-\u9fff]{2,8}?(?:部|中心|办公室|营业部)")
PARTNERS = ("（有限合伙）", "（普通合伙）", "（特殊普通合伙）")

COMMON_NOUNS = frozenset(("weak", "generic"))
"""Strengths of heads that are ordinary nouns too: more of a name must stand before them."""

BRANDED = frozenset(("brand", "noun"))
"""Trades that ask for a proper piece right before them."""

TRADES = BRANDED | {"firm"}
"""Heads that are trades: no name when they only describe the noun behind them (汽车销售)."""

FOUNDING = frozenset("开办教读念")
TRADED = tuple("增持 减持 回购 持有 转让 质押 认购 收购 出售 限售 流通 买入 卖出 受让 出让 发行".split())
"""What is done with shares."""

BOARDS = ("董事会", "监事会", "董事局")
OWNED = ("股东", "权", "子公司", "孙公司", "企业", "方", "地位")
"""Behind 控股 they are what somebody owns or the owner."""

BROKERS = ("证券", "期货", "基金", "信托")
ANALYST = re.compile("[\u4e00-\u9fff]{2,8}?(?:分析师|研究员|策略师|经济学家|交易员)")
"""What someone of a firm looks after, and what he is."""

LOCAL = frozenset(
    "分公司 分行 支行 支公司 中心支公司 中心支行 分厂 分社 营业部 代表处 办事处 事业部 基地 网点 营业厅 研发中心 运营中心 "
    "数据中心 物流中心 客服中心 结算中心 区域总部 研究院 生产基地 制造基地 研发基地 旗舰店 体验店 体验中心 工厂".split()
)
"""Heads that a firm has in every place: the place stands right before them and the firm before the place."""

NO_PARTIES = "治管建入全我各本该政反敌同护爱两多"
NO_ORGANS = {
    "部": "东西南北中内外上下全局干党副方各两本",
    "局": "格结布大全时当僵残战骗",
    "处": "好坏深到各何用高长判惩汇界叉",
    "厅": "星大餐客舞歌音展",
    "系": "关体派联谱",
}
"""What makes a direction or another ordinary noun of a head of one character: 北部, 格局, 好处, 关系."""

HALL = re.compile("(?:酒店|饭店|宾馆|大厦|楼|会堂|礼堂|山庄|剧院|中心)[\u4e00-\u9fff·]{1,5}$")
LONGEST_HALL = 7
"""A hall in a house: 国宾酒店|紫金厅."""

UNIONS = ("省总", "市总", "县总", "区总", "州总")
"""What papers of unions write for 省总工会; only where the text has a 总工会."""

OF_A_BANK = re.compile("(?:业务|金融|银行)(?:一|二|三)?[部处科]")
AMBIGUOUS = frozenset(("投资", "控股", "基金", "股份", "公司", "党", "工会", "中心", "政府", "处", *BOARDS, *UNIONS))
"""Heads that are told apart from other words one by one."""

NO_UNIONS = frozenset("量数额体计部裁经监长值产面人公会成规工参评决共")
"""总量, 总经理: behind 省 or 市 another word."""

ZONES = tuple("经开 高新 开发 保税 示范 功能 管理 园 合作 试验 度假 集聚 实验 风景名胜 新 景 综保".split())
"""With 区 behind them a zone, whose bodies are called by it."""

OF_A_SECTOR = tuple(
    "卫生院 完全小学 完小 初中 中学 初级中学 小学 医院 学校 校 幼儿园 支行 支公司 血站 供销社 粮站 敬老院 派出所 法庭 供电所".split()
)
"""Bodies of a sector with 中心 before them are those of its central town."""

ONE_OF_A_LEVEL = frozenset(
    "法院 医院 图书馆 博物馆 博物院 美术馆 文化馆 展览馆 科技馆 档案馆 福利院 社会福利院 少年宫 幼儿园 特校 体校 电视台 话剧团 歌舞团 画院 供销社".split()
)
"""Ordinary nouns of which a county or town has one, so that its level names it: 县法院."""

MANY_OF_A_LEVEL = frozenset("全各我本该两多外邻同跨每大小老新原")
OF_A_FIELD = tuple(
    "事务 管理 监督 服务 救援 资源 建设 规划 保障 安全 投资 发展 拓展 营销 开发 业务 合作 运营 技术 财务 宣传 人事 信息".split()
)
OFFICE_HEADS = ("处长", "处处长", "处副处长", "科长", "科科长", "部部长", "部副部长", "局长", "厅长")
BEFORE_ORGAN = ("管理", "服务", "监督", "经营", "管理服务", "工作")
BEHIND_TRADE = frozenset(
    "公司 集团 旗下 方面 有限 股份 总部 相关 官方 总裁 副总裁 董事长 联合 创始人 工作 任职 实习 打工 上班 就职 供职 融资 估值 获投".split()
)


_EACH_OF = re.compile("各[^，。；、]{0,4}[（(][^（）()]{1,6}[）)][省市县区州]?$")


class Head(NamedTuple):
    """A head at ``start:end`` with its family (union, company …) and what must stand before it (``strength``).

    ``formal`` heads are those of full legal names, ``common`` ones are ordinary nouns or trades too.
    """

    start: int
    end: int
    word: str
    family: str
    strength: str
    formal: bool
    common: bool


def read_head(scan: Scan, terms: Terms, start: int, end: int) -> Head | None:
    """The head that stands here, None where it is a piece of a longer word or phrase."""
    text = scan.text
    word = text[start:end]
    family, strength = terms.kinds[word]
    after = text[end : end + 1]
    if strength == "none" or (word in AMBIGUOUS and _is_other(scan, start, end, word, after)):
        return None
    if word == "总行" and ITS_OFFICE.match(text, end):
        return None  # 甲银行|总行财务管理部: an office of the bank
    if text.startswith(PARTNERS, end):
        return None  # 甲中心|（有限合伙）: another head
    if start and strength in COMMON_NOUNS and text[start - 1] in FOUNDING and scan.is_boundary(start - 1):
        return None  # 开饭店, 办厂, 教高中
    if text[start - 2 : start].rstrip("省市县区州").endswith(("）", ")")) and _EACH_OF.search(
        text, max(0, start - 16), start
    ):
        return None  # 各区（市）县|总工会
    if strength == "police" and (
        text.startswith(("救援", "总队", "支队", "大队", "中队"), end) or (after and after in "街路巷局")
    ):
        return None
    if (after == "制" and text.startswith("制度", end)) or text.startswith(("街道", "示范点"), end):
        return None  # 书院|街道, 职工书屋|示范点
    if after == "长" and (_is_of_a_post(text, start, end, word) or text.startswith("会总会长", start - 1)):
        return None  # 甲省商会|总会长
    if after == "门" and word[-1] == "部" and not scan.is_boundary(end):
        return None  # 教育部门
    if strength == "bare":
        if word[0] == "区" and text.endswith(ZONES, 0, start):
            return None  # 甲市经开|区总工会
        if not (scan.is_boundary(start) or scan.ending["place"].get(start)):
            return None  # 保税区总工会 is none of a 区
    common = strength in COMMON_NOUNS or strength in TRADES
    head = Head(start, end, word, family, strength, word.endswith(FORMAL), common)
    if strength in TRADES and text.startswith(OFFICE_HEADS, end):
        return None  # 甲学院|科技处长
    if strength in TRADES:
        whole = scan.is_boundary(start) or scan.tag(start) in ("nt", "nz")
        if strength == "noun" and (not _acts(scan, terms, end) or _told_of(text, end)):
            return None
        return head if whole and not _describes(scan, terms, end) else None
    return head if end - start > 1 or _of_its_own(scan, terms, start, strength) else None


def _is_other(scan: Scan, start: int, end: int, word: str, after: str) -> bool:
    """Is the ambiguous word a verb, a post or another noun here?"""
    text = scan.text
    if word == "投资" and (after.isdigit() or scan.tag(end) == "v"):
        return True  # 甲公司投资3亿元, 甲集团投资组建: the verb
    if word == "控股" and (text.startswith(OWNED, end) or text.endswith(("公司", "集团"), 0, start)):
        return True  # 甲公司控股股东, 由甲集团控股: the verb
    if word in BOARDS and any(stop > end for stop in scan.starting["posts"].get(start, ())):
        return True  # 甲公司|董事会秘书: the post
    if word == "基金" and text.endswith("基金", 0, start):
        return True  # 甲基金|基金经理
    if word in ("股份", "公司") and text.endswith(TRADED, 0, start):
        return True  # 两次增持股份, 增持公司股份
    if word == "公司" and OF_A_BANK.match(text, end) and text.endswith("行", 0, start):
        return True  # 甲银行|公司业务部
    if word == "党" and (
        not scan.is_boundary(end) or after in "的和员内史建课、" or text[start - 1 : start] in NO_PARTIES
    ):
        return True
    if word == "工会" and (text.startswith("驿站", end) or text.endswith("总工会", 0, start)):
        return True  # 甲社区|工会驿站, 甲市总工会|工会干部
    if word == "中心" and text.startswith(
        ("地位", "环节", "任务", "思想", "位置", "议题", "内容", "主题", "城市", "城区", "城镇"), end
    ):
        return True  # 东盟|中心地位
    if word == "中心" and text.startswith(OF_A_SECTOR, end):
        return True  # 柳集|中心卫生院
    if (word == "政府" and after == "间") or (word == "疾控" and after in "局处科司系部队人专机"):
        return True
    if word == "处" and (text[start - 1 : start].isdigit() or LEARNT_FROM.match(text, end)):
        return True  # K95处; 从甲经销商处了解到
    whole = scan.is_boundary(start) or start + 1 in scan.ending["place"]  # 甲市|总
    return word in UNIONS and ("总工会" not in text or after in NO_UNIONS or not whole)


def _is_of_a_post(text: str, start: int, end: int, word: str) -> bool:
    """Does the 长 behind make it a part of a post: 宣传部部长, 副署长, 副支队长, 甲中学|校长, 校长们?"""
    before = text[start - 1 : start]
    if word == "学校" and before in ("中", "小", "大"):
        return True
    return text.startswith("长们", end) or before == "副" or (start > 0 and end - start == 1 and before == word)


def one_of_a_level(scan: Scan, start: int, head: Head) -> bool:
    """Is a level right before the noun enough of a name: 市博物馆, but not 全市法院, 我县医院?"""
    return head.word in ONE_OF_A_LEVEL and scan.text[start - 1 : start] not in MANY_OF_A_LEVEL


LEARNT_FROM = re.compile("了解|获悉|得知|获知|听说|购|买|借|获得|取得|得到")
DEAL = re.compile(r"(?:借款|贷款|融资|采购|转让|注资|增资|索赔|供货|捐款|捐赠|订购)(?:了|约|近|超|逾|人民币)*\d")
"""What is done with a firm and how much of it."""


def _describes(scan: Scan, terms: Terms, end: int) -> bool:
    """Does a noun behind the trade make it an attribute: 汽车销售, 网络传销?"""
    word = scan.word(end)
    if scan.text.endswith(BROKERS, 0, end) and ANALYST.match(scan.text, end):
        return False  # 甲证券电子行业分析师
    if scan.text.startswith("行业", end):
        return True  # 甲证券|电子|行业分析师
    if DEAL.match(scan.text, end):
        return False  # 向甲信托借款2亿元
    if word in ("合作", "合资", "联营") and (scan.text.startswith("的", end + 2) or scan.tag(end + 2) == "v"):
        return False  # 与甲生物合作的, 与乙电子合作开发
    if not word or word in BEHIND_TRADE or acts_at(scan, terms, end) or scan.starting["posts"].get(end):
        return False
    return scan.tag(end) in ("n", "vn", "an", "l", "b", "j", "ng") or scan.text[end : end + 1].isdigit()


def _acts(scan: Scan, terms: Terms, end: int) -> bool:
    """Does a post or what a firm does stand right behind: 甲教育董事长, 甲文化宣布?"""
    posts = scan.starting["posts"].get(end, ())
    return any(scan.text[end] not in "部局厅司处" for _ in posts) or acts_at(scan, terms, end)


def _ends_a_field(scan: Scan, terms: Terms, end: int) -> bool:
    """Does a field word longer than the last word end here: 退役军人|事务?"""
    return any(scan.text[end - size : end] in terms.fields for size in range(4, terms.longest_field + 1))


def _behind_a_place(scan: Scan, start: int) -> bool:
    """Does one word stand between a place and the last word of a field: 甲国|环境|事务部?"""
    first = scan.words[scan.word_at[start - 1]][0] if start else 0
    return start - first > 1 and bool(scan.ending["place"].get(first))


def _told_of(text: str, end: int) -> bool:
    """信息披露的, 数据分析的: what is done with the noun."""
    return text.startswith(("披露", "发布", "分析", "预测"), end) and not text[end + 2 : end + 3].strip("，。；、的")


def _of_its_own(scan: Scan, terms: Terms, head: int, strength: str) -> bool:
    """Is a head of one character (局, 队) one here, and no piece of a word such as 局势, 北部, 社会?"""
    start, _, tag = scan.words[scan.word_at[head]]
    before = scan.text[start:head]
    if head + 1 in scan.starting["place"].get(start, ()) and head - start > 1:
        return False  # 莫斯科, no 科 of a body
    if (head and scan.text[head - 1] in NO_ORGANS.get(scan.text[head], "")) or tag in ("f", "s"):
        return False
    if scan.text[head] == "厅" and HALL.search(scan.text, max(0, head - LONGEST_HALL), head):
        return False
    return (
        head == start
        or tag == "nt"
        or before in terms.fields
        or (before in OF_A_FIELD and (_ends_a_field(scan, terms, head) or _behind_a_place(scan, start)))
        or before in BEFORE_ORGAN
        or (strength == "part" and len(before) > 1)
        or (scan.text[head] in "厂矿" and len(before) > 1 and start in scan.ending["place"])  # 甲市机床厂: one word
        or (scan.text[head] == "队" and len(before) == 2 and start in scan.ending["place"])  # 甲市|飞虎队
        or (scan.text[head] == "队" and (before in terms.inner or (len(before) > 2 and start in scan.ending["place"])))
        or start in scan.ending["place"].get(head, ())
    )
