"""Firms that no word of their own tells, by what stands beside: a stock code, what makes them a maker, their shares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.organization_acting import ADVERBIAL, right_behind
from kg.recognize.organization_terms import Terms
from kg.recognize.organization_titled import PROPER, SHORTEST, is_no_common_name, may_be_firm, run_before
from kg.recognize.scan import Scan

CODE = re.compile(
    r"[（(](?:(?:股票|证券)?代码|股票|[AH]股)?[:：]?\s?"
    r"(?:(?:60[0135]|688|00[0-3]|30[01])\d{3}(?:[.．][A-Z]{2})?|\d{4,5}[.．-]HK|0\d{4}(?=[）)])|(?:SH|SZ|HK)[:：. ]?\d{4,6}"
    r"|(?:NYSE|NASDAQ|Nasdaq|纽交所|纳斯达克|港交所|纽约证券交易所)(?:代码|股票代码|上市代码)?[:：]\s?[A-Z]{1,5})"
    r"[^（）()\n]{0,16}[）)]"
)
"""The number under which the shares of the firm before it are sold."""

CALLED = re.compile(
    "“(?:(?<=[厂开服运制供零出发代提承电券经][商者]“)|(?<=厂家“|公司“|企业“|车企“|药企“|房企“|网企“|巨头“)|(?<=独角兽“)|(?<=[商企]——“)|(?<=(?:企业|公司|品牌)——“))([^“”，。、；：\\s]{2,8})”"
)
"""芯片厂商“甲芯”: quotes around what may be a firm's name, behind what it is."""

OF_SHARES = frozenset(
    "股价 市值 财报 年报 季报 中报 半年报 招股书 招股说明书 创始人 联合创始人 首席执行官 CEO 估值".split()
)
"""What firms alone have."""
_OF_SHARES = re.compile("|".join(sorted(OF_SHARES, key=len, reverse=True)))

OWNING = re.compile(
    "(?<=[\u4e00-\u9fffA-Za-z]{2})旗下(?=[\u4e00-\u9fffA-Za-z]{1,8}(?:网|公司|平台|品牌|科技|集团|银行|证券|基金|汽车|游戏|影业|文学|酒店|商城|工作室|子公司))"
)
"""Between a firm and what it owns."""

SAID_TO_BE = re.compile(
    "(?:^|(?<=[。！？；\n，：]))([\u4e00-\u9fffA-Za-z]{2,6})(?=(?:是|系|为)[^，。；\n]{2,16}?"
    "(?:(?:全资|控股)(?:子|孙)公司|(?:旗下|控股|下属|所属)的?[^，。；、\n]{0,8}?(?:公司|企业))(?:之一)?[，。；）]"
    "|(?:是|系|为|还|也|近日|日前|先后|成功|再次|顺利|正式|被[^，。；]{0,8}?)*(?:是|系|为|(?:认|评|确)定为|获评|荣获|入选|获批|晋级)"
    "[^，。；\n]{0,20}?(?:高新技术|“?小巨人”?|瞪羚|单项冠军|龙头|优势|标杆|科技型中小)(?:示范|培育)?企业)"
)
"""甲科技|是乙集团旗下企业, 甲科技|获评国家知识产权优势企业: what is said to be a firm."""

ABROAD = re.compile(r"[（(]([A-Z][A-Za-z0-9&.,'’ -]{1,50})[）)]")
"""How a foreign firm writes itself, behind its Chinese name: 咨询公司麦斯顿（McStone）."""

BODIES = re.compile(
    r"\b(?:Inc|Ltd|Co|Corp|Corporation|Group|Bank|Company|Holdings|Capital|LLC|AG|SA|Plc|PLC|GmbH|Partners)\b"
)

_MAKERS = ("车企", "药企", "房企", "酒企", "网企", "钢企", "煤企", "险企")
_WORKER = re.compile("[\u4e00-\u9fff]{0,4}?[铣车钳焊电瓦木镗磨刨铆锻铸管线探探化调绘技]工[\u4e00-\u9fff]{2,4}$")
_WITH_PEOPLE = frozenset(
    "公司 集团 企业 机构 组织 银行 基金 媒体 电视台 俱乐部 单位 平台 投资方 东家 母公司 子公司".split()
)
"""Behind these a name may as well be a person's: 公司|李明|宣布."""

LONGEST_CODED, LONGEST_WHOLE = 4, 6
"""The exchanges of the mainland give short forms of four characters; between two marks a longer one is a name too."""

NEVER = frozenset("p c u uj ul ug r y d".split())
"""Tags of the words that no short form holds."""

RIGHT_BEHIND = re.compile("”?(?:（[^（）]{1,20}）)?")


def told_firms(scan: Scan, terms: Terms, ends: frozenset[int]) -> Iterator[str]:
    """The names so told; ``ends`` are where names end that are known already."""
    text = scan.text
    if "（" in text or "(" in text:
        for match in CODE.finditer(text):
            start = match.start()
            if name := _before_code(scan, start - text[start - 1 : start].isspace()):
                yield name
        yield from _abroad(scan, terms, ends)
    for name in {match[1]: None for match in CALLED.finditer(text)}:
        if is_no_common_name(terms, name) and any(
            _acts(scan, terms, at.end()) for at in re.finditer(re.escape(name), text)
        ):
            yield name
    yield from _made(scan, terms, ends)
    for match in OWNING.finditer(text) if "旗下" in text else ():
        verbal = scan.tag(match.start() - 1)[:1] in ("v", "a", "d", "p")  # 将调高旗下甲公司的工资
        if match.start() not in ends and not verbal and (name := _before_shares(scan, terms, match.start())):
            yield name
    for match in SAID_TO_BE.finditer(text) if "公司" in text or "企业" in text else ():
        start, end = match.span(1)
        if end not in ends and run_before(scan, terms, end)[0] == start and may_be_firm(scan, terms, start, end):
            yield match[1]
    for match in _OF_SHARES.finditer(text):
        start = match.start()
        if (
            start
            and start not in ends
            and scan.word(start) in OF_SHARES
            and (name := _before_shares(scan, terms, start))
        ):
            yield name


def _made(scan: Scan, terms: Terms, ends: frozenset[int]) -> Iterator[str]:
    """The names between what a firm is and what it does: 手机厂商|飞驼|近日发布."""
    acts = terms.acts
    for n in [n for n, word in enumerate(scan.cut) if word in acts]:
        while n and (scan.tags[n - 1][:1] in ("d", "t") or scan.cut[n - 1] in ADVERBIAL):
            n -= 1
        end = scan.words[n][0]
        at, proper = run_before(scan, terms, end) if end and end not in ends else (end, False)
        before = scan.word(at - 1) if proper and at else ""
        made = (before in terms.makers or before.endswith(_MAKERS)) and _is_brand(scan, terms, at, end)
        man = end - at < 4 and scan.text[at] in terms.surnames and before in _WITH_PEOPLE
        if made and not man and may_be_firm(scan, terms, at, end):
            yield scan.text[at:end]


def _is_brand(scan: Scan, terms: Terms, start: int, end: int) -> bool:
    """Are these all characters that make no word (飞驼), or is a proper name among words of no body (not 有限公司乙某)?"""
    words = scan.words_of(start, end)
    if any(
        scan.text[first:last] in terms.kinds or scan.text[first:last] in terms.posts or "公司" in scan.text[first:last]
        for first, last, _ in words
    ):
        return False  # 甲公司|电工乙
    if any(scan.text[first:last].startswith(("所属", "旗下", "下属")) for first, last, _ in words):
        return False
    if _WORKER.match(scan.text, start, end):
        return False  # 公司|数控铣工乙
    lone = all(last - first == 1 for first, last, _ in words)
    man = end - start < 4 and scan.text[start] in terms.surnames
    return (lone and not man) or any(tag in PROPER and not tag.startswith("nr") for _, _, tag in words)


def _abroad(scan: Scan, terms: Terms, ends: frozenset[int]) -> Iterator[str]:
    """The names before their foreign form, where a maker's noun stands before them or the form is a firm's."""
    for match in ABROAD.finditer(scan.text):
        end = match.start()
        at, proper = run_before(scan, terms, end)
        told = BODIES.search(match[1]) is not None or scan.word(at - 1) in terms.makers
        if told and proper and end not in ends and may_be_firm(scan, terms, at, end):
            yield scan.text[at:end]


def _acts(scan: Scan, terms: Terms, end: int) -> bool:
    """Does a word of what firms do or have stand behind?"""
    found = RIGHT_BEHIND.match(scan.text, end)
    return found is not None and right_behind(scan, terms, found.end())


def _before_code(scan: Scan, end: int) -> str:
    """The short form before a stock code: all words up to a mark where they are few, else the last few characters."""
    text, at, short = scan.text, end, end
    while at > 0 and end - at <= LONGEST_WHOLE:
        start, stop, tag = scan.words[scan.word_at[at - 1]]
        if not text[start:at].isalnum() or tag in NEVER or stop != at:
            break
        at = start
        short = start if end - start <= LONGEST_CODED else short
    if end - at <= LONGEST_WHOLE and (not at or not text[at - 1].isalnum()):
        short = at
    elif end - short <= SHORTEST:
        return ""
    return text[short:end] if end - short >= SHORTEST and scan.word(short) != text[short:end] else ""


def _before_shares(scan: Scan, terms: Terms, end: int) -> str:
    """The firm's name before a word of shares, '' where none of its words is proper."""
    at, proper = run_before(scan, terms, end)
    return scan.text[at:end] if proper and may_be_firm(scan, terms, at, end) else ""
