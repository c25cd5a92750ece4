"""Newspapers and magazines that no list knows, told by 《…报》 and what stands around it: 据甲国《新光报》报道."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.recognize.candidate import Candidate
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

SURE = 1.2


def press_names(scan: Scan) -> Iterator[Candidate]:
    """The papers of a text; who quotes, prints or writes stands beside them, or the country that they appear in."""
    if "报》" not in scan.text and "刊》" not in scan.text:
        return
    for match in TITLE.finditer(scan.text):
        told = BEFORE.search(scan.text, max(0, match.start() - 6), match.start()) or BEHIND.match(
            scan.text, match.end()
        )
        if told or match.start() in scan.ending["place"]:
            name = match[1]
            yield Candidate(
                Mention(match.start(1), match.end(1), "Organization", name, "organization:press", name, "media"), SURE
            )
