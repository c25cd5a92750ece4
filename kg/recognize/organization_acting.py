"""Signs that a name is a firm's: what it does or has (甲宣布, 甲的营收), whose it is (旗下甲), who works there (任甲党委书记)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognize.candidate import Candidate
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

ADVERBIAL = frozenset("原 近日 日前 昨日 今日 昨天 今天 正 将 正式 首次 率先 计划 拟 曾 已 方面 目前 上周 本周".split())
MOST_ADVERBS = 8
SIZES = (2, 3, 4, 5, 6)
"""Lengths of the words of acts; the dictionary may have one with its object as a word (发布公告)."""


WITH = re.compile(
    "(?:与|同|携手|牵手|联手)[^，。；：、！？\\n]{2,20}?(?:签署|签订|签约|达成|共同|联合|合作|合资|举办|主办|推出|发布|成立)"
    "|[和及][^，。；：、！？\\n]{2,20}?(?:联合|共同)(?:开展|举办|主办|推出|发布|启动|完成|打造|成立)"
    r"|\d[\d.]*%的?(?:股权|股份)"
    r"|\d[\d.,]*(?:亿|万)(?:元|美元|港元|欧元|人民币)*的?[^，。；、]{0,6}?(?:投资|融资|入股|领投|收购|注资|增资)"
)
"""What firms do with another, and what share of them is held."""


PASSIVE = frozenset(("发布", "公布", "推出", "披露"))
OPENING = ("“", "《", "‘")
"""An object may open so."""
NOUNS = ("会", "体")
"""Ends of nouns that begin with what firms do: 发布会, 联合体."""

BOTH = ("act", "own")


def acts_at(scan: Scan, terms: Terms, end: int) -> bool:
    """Does what firms do or have stand behind the name that ends here?"""
    return right_behind(scan, terms, end) or does(scan, terms, end)


def right_behind(scan: Scan, terms: Terms, end: int) -> bool:
    """Does it stand right behind?"""
    value = terms.acts.get(scan.word(end))
    if value is not None:
        return value != "of"
    if scan.word(end).endswith(NOUNS) or scan.word(end) in terms.kinds or scan.tag(end)[:1] not in "nv":
        return False
    if scan.text[end : end + 1] not in terms.acting:
        return False
    return any(terms.acts.get(scan.text[end : end + n]) in BOTH for n in SIZES)


def does(scan: Scan, terms: Terms, end: int) -> bool:
    """Does the firm do something behind a time and adverbs (甲近日正式宣布), or is something its own (甲的营收)?"""
    if scan.text.startswith("的", end):
        return any(terms.acts.get(scan.text[end + 1 : end + 1 + n]) in ("own", "of") for n in SIZES)
    if WITH.match(scan.text, end):
        return True
    at = end
    for _ in range(MOST_ADVERBS):
        word = scan.word(at)
        value = terms.acts.get(word) or _begins(terms, word) or _suffers(scan, terms, at, word)
        if (value == "act" and not _told_of_it(scan, at, word)) or (value == "own" and at > end):
            return True
        if scan.tag(at)[:1] not in ("d", "t", "m") and word not in ADVERBIAL:
            return False
        at += len(word)
    return False


def _begins(terms: Terms, word: str) -> str:
    """What the beginning of the dictionary's word says, as ``acts`` has it: 发布公告."""
    if len(word) <= SIZES[0] or word.endswith(NOUNS) or word in terms.kinds:
        return ""
    return next((value for size in SIZES if (value := terms.acts.get(word[:size]))), "")


def _suffers(scan: Scan, terms: Terms, at: int, word: str) -> str:
    """What 被 and the verb behind it say together: 被|授予."""
    return terms.acts.get(word + scan.word(at + 1), "") if word == "被" else ""


def _told_of_it(scan: Scan, at: int, word: str) -> bool:
    """礼仪服装正式发布。: without an object it is what is published."""
    after = scan.text[at + len(word) : at + len(word) + 1]
    return word in PASSIVE and not (after.isalnum() or after in OPENING)


POST_OF_A_FIRM = re.compile(
    "(?!股份|有限|集团|公司|控股)[\u4e00-\u9fff]{0,6}?(?:[高区产客]?[域品户级]?经理|首席[\u4e00-\u9fff]{2,4}|分析师|策略师|研究员|经济学家|独立董事|董秘|法定代表人|大股东|"
    "控股股东|实控人|合伙人|总监|投资顾问|监事|员工|职工|总工程师)"
)
"""The posts of firms, behind what part or field they are held in: 宏远证券|宏观|分析师."""

HEADED = ("长", "书记", "主席", "主任", "经理", "总监", "总裁", "董事", "监事", "秘书", "负责人")
"""Ends of the posts of those who lead a body."""

OF_THE_OWNER = frozenset(
    "旗下 下属 下辖 所属 麾下 子公司 全资子公司 控股子公司 分公司 母公司 控股股东 大股东 股东 成员企业 成员单位 孙公司 上市公司 收购 控股 入股 参股".split()
)
"""Nouns and verbs right before the name of a firm that belongs to another or has it."""

LINKING = "的为是有系："

HOLDING = frozenset("任 担任 出任 兼任 接任 当选 历任 曾任 现任 时任 就任 调任 升任".split())
"""Verbs of those who take a post."""

JOINING = frozenset("入职 加盟 就职于 供职于 任职于 效力于 受聘于 就职 供职 任职".split())
"""Verbs of those who enter a body."""

JOINED = "、和与及"


def is_owned(scan: Scan, start: int) -> bool:
    """Does a word stand before it that only the names of firms stand behind: 旗下|宏远证券, 子公司为|宏远证券, 入职|宏远证券?"""
    at = start
    while at and scan.text[at - 1] in LINKING:
        at -= 1
    word = scan.word(at - 1) if at else ""
    return word in OF_THE_OWNER or (at == start and word in JOINING)


def beside_a_firm(scan: Scan, start: int, done: Mapping[int, Candidate]) -> bool:
    """Is it the next one of a list of firms: 天诚生物|、|宏远证券?"""
    before = done.get(start - 1) if start and scan.text[start - 1] in JOINED else None
    return before is not None and before.mention.value == "company"


def is_seated(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Does a post of firms stand behind it, or somebody's who is named as its head or becomes it: 任|宏远证券|党委书记?"""
    if POST_OF_A_FIRM.match(scan.text, end):
        return True
    becoming = scan.word(start - 1) in HOLDING if start else False
    for stop in scan.starting["posts"].get(end, ()):
        post = scan.text[end:stop]
        if terms.posts.get(post) == "post" and post.endswith(HEADED):
            return becoming or scan.text[stop : stop + 1] in terms.surnames
    return False
