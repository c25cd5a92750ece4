"""Newspapers and magazines that no list knows, told by 《…报》 and what stands around it: 据甲国《新光报》报道."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.candidate import Candidate, as_body
from kg.recognize.scan import Scan

TITLE = re.compile(
    "《([\u4e00-\u9fff·A-Za-z]{2,12}(?<![公战海喜年月季简捷情举预汇通电财墙板申呈填])(?:报|周刊|画报))》"
)
"""No papers: 公报, 战报, 年报, 预报."""

BEFORE = re.compile(
    "(?:据|据悉|媒体|报纸|机关报|大报|党报|记者|刊物|杂志|》[、和及与]?|[在向于])(?:近日|今日|日前|当日)?$"
)
BEHIND = re.compile(
    "(?:网站|网络版|电子版|客户端|官网)?(?:[今昨本当前]?[日天]|近日|日前|\\d{1,2}日|头版|整版)?"
    "(?:报道|报导|刊[登发载文出]|发表|发文|发布|援引|引述|登载|转载|撰文|评论|社论|文章|消息|披露|爆料|称|说|指出|认为|社长|总编|主编|主笔|记者|编辑|专栏|编辑部|创刊)"
)

OUTER = re.compile(
    "《[\u4e00-\u9fff·A-Za-z]{2,12}》(?:(?:英文版|中文版)?(?:杂志社|杂志|周刊社|周刊|月刊|双月刊|编辑部)|(?<=[报刊]》)(?:报社|社(?!会(?!同)|[区论评交]|团)))"
    "(?![上中里内的第封页增专特]|编委|网站上|刊登的|发表的)"
)
"""A magazine or a house told by the word behind its title: 《新茶》杂志."""
OUTER_BEFORE = re.compile("(?:^|[，。；：、！？\\n（由据与和及向对经]|联合|携手|来自|获|被|美国|英国|德国|法国|日本)$")
OUTER_BEHIND = re.compile(
    "(?:[今昨本当前]?[日天]|近日|日前)?(?:联合|共同|携手)?(?:主办|承办|协办|举办|发起|评选|评为|推出|公布|授予|颁发|组织|总裁|总编辑|执行总编|执行主编|副主编|副总编|记者|资深|创始人|出版人)"
)

SURE = 1.2


def press_names(scan: Scan) -> Iterator[Candidate]:
    """The papers of a text; who quotes, prints or writes stands beside them, or the country that they appear in."""
    for match in OUTER.finditer(scan.text) if "》" in scan.text else ():
        behind = OUTER_BEHIND.match(scan.text, match.end()) or BEHIND.match(scan.text, match.end())
        known = scan.ending["organization_names"].get(scan.text.index("》", match.start()), ())
        if scan.text[match.start() - 1 : match.start()] in ("在", "于", "上") or match.start() + 1 in known:
            continue  # 发表在《新茶》杂志
        if behind or OUTER_BEFORE.search(scan.text, max(0, match.start() - 2), match.start()):
            yield as_body(scan.text, *match.span(), "press", SURE, "media")
    if "报》" not in scan.text and "刊》" not in scan.text:
        return
    for match in TITLE.finditer(scan.text):
        told = BEFORE.search(scan.text, max(0, match.start() - 6), match.start()) or BEHIND.match(
            scan.text, match.end()
        )
        if told or match.start() in scan.ending["place"]:
            yield as_body(scan.text, *match.span(1), "press", SURE, "media")
