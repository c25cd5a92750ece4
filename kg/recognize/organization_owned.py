"""Firms whose brand is an ordinary word, told by whose they are (旗下宏远证券) and by who works there (任宏远证券党委书记)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.recognize.candidate import Candidate
from kg.recognize.organization_terms import Terms
from kg.recognize.scan import Scan

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
