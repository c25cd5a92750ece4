"""Firms whose brand is an ordinary word or a place: 宏远证券, 长江医药, told by what a firm does or has."""

from __future__ import annotations

from collections.abc import Mapping

from kg.recognize.candidate import Candidate
from kg.recognize.organization_acting import HOLDING, acts_at, beside_a_firm, is_owned, is_seated
from kg.recognize.organization_gap import Border
from kg.recognize.organization_head import TRADES, Head
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_titled import POSTS
from kg.recognize.organization_unit import Unit
from kg.recognize.scan import Scan

SHORTEST, LONGEST = 2, 3
GROUPS = ("集团", "公司")
"""Forms behind the trade of a firm."""

UNLIKE_GOODS = frozenset(("a", "an", "nz", "nr", "z", "i"))
"""Words of these tags are no goods: 石斛种植公司 may be any."""

NAMES = frozenset(("nz", "nr", "nrt"))
"""jieba's tags of words that are names."""

OF_A_BODY = ("工会", "党委", "团委", "纪委", "党支部", "党总支", "董事会", "监事会", "职代会")
"""What is one body's own: 宏远公司|工会."""

MOST_TRADES, LONGEST_TRADE = 3, 4
BRANDABLE = frozenset("a an ad n nz nr nrt ns s v vn z i j l m g vg".split())
"""jieba's tags of the words that firms are named with; attributes (国产/b) and times (现代/t) rather qualify a trade."""

DIRECTIONS = frozenset("东方 南方 北方 西部 东部".split())

OPENERS = frozenset("pcvdt")
"""The first letters of jieba's tags of the words a clause or its object may begin behind."""

OF_FIRMS = POSTS | {"研究员", "分析师", "首席分析师", "首席经济学家", "研究总监", "实际控制人", "董事", "监事"}
"""Posts behind which a person of a firm is named."""

DONE_WITH = tuple(
    "合作 合资 联营 重组 合并 签约 签署 签订 获悉 获知 得知 了解到 采访到 主办 承办 牵头 工作 任职 就职 供职 实习 上班 担任 "
    "借款 贷款 融资 采购 购买 购入 订购 出售 转让 支付 索赔 追偿 供货 注资 增资 捐款 捐赠 求证 核实 投诉".split()
)
"""Behind 与, 由, 从, 在 or 向 and a name, whatever words the dictionary cuts."""

BODY_TRADES = frozenset(
    "人力 物业 资本 创投 战投 产业基金 信托 租赁 汽车 财经 体育 科技 娱乐 房产 影业 影视 金融 地产 商城 网 电子 通讯 重工 物流 航空".split()
)
"""Trades that a firm of its own bears behind a firm's name: 某网财经."""

ORGANS_OF_STATE = frozenset(("government", "party", "court", "police", "union", "state"))

LONGEST_KNOWN_BRAND = 3
ORIGINS = frozenset(("来自", "作为"))

BROKERS = frozenset(("证券", "财险", "人寿"))
"""Trades that hardly any word but a firm's brand stands right before."""

COUNTED = frozenset("一二两三四五六七八九十几多数各每该此某")


def common_brand(scan: Scan, terms: Terms, head: Head, done: Mapping[int, Candidate]) -> Border | None:
    """The word right before the trade, where a border is before it and what firms do or have is behind it."""
    grouped = head.word.endswith(GROUPS) and not head.formal
    if head.strength not in TRADES and not grouped:
        return None
    broker = head.word in BROKERS
    at = _before_trades(scan, terms, head) if grouped or broker else head.start
    start, end, tag = scan.words[scan.word_at[at - 1]] if at else (0, 0, "")
    word = scan.text[start:end]
    bare = grouped and at == head.start and len(head.word) < 4
    within = scan.text.startswith(OF_A_BODY, head.end)
    if bare and (tag not in UNLIKE_GOODS or not (head.word == "集团" or (within and tag in NAMES))):
        return None  # 经济集团, 大成公司: told by more than a common word; but 宏远集团董事长, 宏远公司工会
    if end != at or not SHORTEST <= len(word) <= LONGEST or (tag not in BRANDABLE and word not in DIRECTIONS):
        return None
    owned = is_owned(scan, start)
    if not owned and not _opens(scan, start):
        return None
    if not word.isalpha() or word.isascii() or word[0] in COUNTED or word in terms.predicates:
        return None
    ordinary = (terms.qualifiers, terms.stop, terms.prefixes, terms.kinds, terms.fields, terms.inner, terms.letters)
    if any(word in words for words in ordinary):
        return None
    whole = grouped and at < head.start and ("集团" in head.word or tag in UNLIKE_GOODS)
    whole = whole or (broker and (tag != "n" or at < head.start))  # 东江财富证券
    told = whole or owned or (bare and within) or beside_a_firm(scan, start, done) or _acts(scan, terms, start, head)
    return (start, "brand+trade", 1.0) if told else None


def of_a_brand(scan: Scan, terms: Terms, body: Unit, head: Head) -> bool:
    """Is it a firm of its own, with the name of another: 谷歌医药宣布? Short names that end in no kind of body are brands."""
    if head.word in BODY_TRADES:
        return True
    ordinary = scan.word(body.start) == scan.text[body.start : body.end] and scan.tag(body.start) in ("v", "vn", "n")
    brand = body.end - body.start <= LONGEST_KNOWN_BRAND and body.end not in scan.ending["organization_kinds"]
    return brand and not ordinary and head.strength == "brand" and _acts(scan, terms, body.start, head)


def owned_by_state(scan: Scan, terms: Terms, body: Unit) -> bool:
    """Is the body an organ of state, which bears no trade: 国家发改委|能源研究所?"""
    heads = scan.ending["organization_kinds"].get(body.end, ())
    return any(terms.kinds[scan.text[head : body.end]][0] in ORGANS_OF_STATE for head in heads)


def _before_trades(scan: Scan, terms: Terms, head: Head) -> int:
    """Where what a group does begins, whatever the dictionary cuts: 大成|建筑集团, 宏远|网络科技公司."""
    text, at = scan.text, head.start
    for _ in range(MOST_TRADES):
        sizes = range(min(LONGEST_TRADE, at), 1, -1)
        trades = (text[at - size : at] for size in sizes)
        trade = next((t for t in trades if t in terms.kinds or t in terms.fields or t in terms.inner), "")
        if not trade:
            break
        at -= len(trade)
    return at


def _acts(scan: Scan, terms: Terms, start: int, head: Head) -> bool:
    """Behind ordinary words only what firms do or have counts, not 公司 or a verb that may be a noun (投资)."""
    if scan.text.startswith(DONE_WITH, head.end) and scan.tag(start - 1) == "p":
        return True
    word = scan.word(head.end)
    if scan.text.startswith("的", head.end) and scan.word(start - 1) in ORIGINS:
        return True  # 来自宏远证券的, 作为宏远证券的
    posts = scan.starting["posts"].get(head.end, ())
    if any(scan.text[head.end : e] in OF_FIRMS for e in posts) or is_seated(scan, terms, start, head.end):
        return True
    return terms.acts.get(word) != "" and word != "的" and acts_at(scan, terms, head.end)


def _opens(scan: Scan, start: int) -> bool:
    """Can a name begin here: behind a mark, a preposition, a verb, an adverb or a time?"""
    before = scan.text[start - 1 : start]
    return not before.isalnum() or scan.tag(start - 1)[:1] in OPENERS or scan.word(start - 1) in HOLDING
