"""Traditional characters into simplified ones, character for character.

The rules read simplified characters, so a page in traditional ones would tell next to nothing. Such a page is known
by its most frequent characters and is converted without being asked for: offsets stay, simplified pages are never
touched, and there is nothing to choose, since the other way to read it is not to read it. Only the script changes
(OpenCC's ``tw2s``). Its ``tw2sp`` would also put mainland words for Taiwan's: it turns 文件 into 文档 and 程序員 into
进程员, in names too, and 記憶體 into the shorter 内存; a quote of the page has to keep the page's words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from kg.model import Page
from kg.read.extras import library

TRADITIONAL = "們個來這國會對說發學產業員機區縣廣東華總實現將進為開關時經動務設師歲萬報記協聯環術資導際領顯飛車馬門書長見問電樂團圖"
SIMPLIFIED = "们个来这国会对说发学产业员机区县广东华总实现将进为开关时经动务设师岁万报记协联环术资导际领显飞车马门书长见问电乐团图"
FEW = 2
"""A title or a quote in traditional characters makes no traditional page."""


def is_traditional(text: str) -> bool:
    """Is the text written in traditional characters for the greater part?

    >>> is_traditional("縣總工會聯手推出"), is_traditional("县总工会联手推出"), is_traditional("匾上写着“縣總工會”，县里的报纸说")
    (True, False, False)
    """
    found = sum(map(text.count, TRADITIONAL))
    return found > FEW and found > sum(map(text.count, SIMPLIFIED))


def simplified(page: Page) -> Page:
    """The page with simplified characters if it is traditional, else as it is; its text keeps its length.

    Raises InputError when OpenCC is needed and not installed.
    """
    if not is_traditional(page.text):
        return page
    convert = _converter(library("opencc", page.uri, "繁体版面").OpenCC)
    return replace(page, text=_kept(page.text, convert), title=page.title and _kept(page.title, convert))


def _kept(text: str, convert: Callable[[str], str]) -> str:
    """The text converted; by single characters where a phrase would change its length."""
    converted = convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(new if len(new) == 1 else old for old, new in zip(text, map(convert, text), strict=True))


@cache
def _converter(opencc: Any) -> Callable[[str], str]:
    """Loading the dictionaries takes longer than converting a page."""
    converter: Callable[[str], str] = opencc("tw2s").convert
    return converter
