"""Texts made fit for the cells and attributes of other programs' files."""

from __future__ import annotations

from kg.graph.iris import clean

LONGEST = 32_000
"""How long a text may be in a table or a network: a spreadsheet's cell holds 32,767 characters."""

LABEL = 120
"""How long a name may be where it is drawn."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def fit(text: str | None, longest: int = LONGEST) -> str:
    """The text without controls and line breaks, cut with an ellipsis; '' for None.

    >>> fit("甲\\x00市\\n总工会", 4)
    '甲\\ufffd市…'
    """
    whole = " ".join(clean(text or "").split())
    return whole if len(whole) <= longest else whole[: longest - 1] + "…"


def guarded(text: str) -> str:
    """The text as a spreadsheet takes it for a text: an apostrophe before what would be a formula.

    >>> guarded("=1+1"), guarded("甲市总工会")
    ("'=1+1", '甲市总工会')
    """
    return "'" + text if text.startswith(_FORMULA) else text
