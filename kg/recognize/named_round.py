"""Round numbers that names are called by: 启动|百部|甲工程, 甲省|百万|职工技能大赛."""

from __future__ import annotations

import re

from kg.recognize.named_view import View, level_before

_ROUND = re.compile(
    "(?:[百千万]|[十百千]万|双[百千]|十百千|百千万|[百千万]{2,3})[名家企村镇校场师匠人支所户店社园项条部岗班组]?$|十[大项佳行]$"
)
"""Round numbers that a name is called by: 甲省|百万|职工技能大赛, 甲省|十项|工程劳动竞赛."""


def _called(text: str, position: int) -> int:
    """Where the round number of a name that ends here begins, -1 if none does."""
    match = _ROUND.search(text, max(0, position - 5), position)
    return match.start() if match else -1


_HUNDRED = re.compile("(?<![几数上成近百千万亿余多两三四五六七八九十\\d])[百千万双][\u4e00-\u9fff]?$")


def _hundred(text: str, position: int) -> int:
    """Where the round number that ends here begins (启动|百部|甲工程), 0 if none does."""
    match = _HUNDRED.search(text, max(0, position - 3), position)
    return match.start() if match else 0


def round_opens(view: View, position: int) -> int:
    """Where the round number that ends here begins, behind a place, a level, an edition or 启动; 0 if none does."""
    scan, many = view.scan, _hundred(view.scan.text, position)
    if many and "launch" in {view.verbs.get(before) for before in view.words_before(many, 2)}:
        return many
    called = _called(scan.text, position)
    opened = called > 0 and (
        called in scan.ending["place"] or scan.text[called - 1] in "届”" or level_before(view, called)
    )
    return called if opened else 0
