"""Who speaks a quotation: the name before 说：“ or behind ”."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.reading import SIGNS
from kg.extract.roles import Context
from kg.extract.steps import Known

_PERSON = SIGNS["人物"]
_BEHIND = re.compile(rf"[，。！？…]?”[^“”。，]{{0,20}}?({_PERSON})[^“”。，]{{0,10}}?(?:说|表示|介绍|坦言|回忆|告诉|感慨|道)")
_BEFORE = re.compile(rf"({_PERSON})[^“”。，]{{0,12}}(?:说|表示|介绍|坦言|回忆|告诉|感慨|道)[^“”。，]{{0,6}}[：，]$")


def speaker_at(known: Known, at: int, context: Context) -> Context:
    """The context with the speaker as topic where ``at`` stands inside a quotation of the paragraph."""
    text = known.reading.text
    paragraph = text.rfind("\n", 0, at) + 1
    opened = text.rfind("“", paragraph, at + 1)
    if opened < 0 or "”" in text[opened:at]:
        return context
    closed = text.find("”", at)
    if closed < 0:
        return context
    before = _BEFORE.search(text, paragraph, opened)
    match = before or _BEHIND.match(text, closed)
    if not match:
        return context
    speaker = known.reading.items[match.start(1)]
    fresh = at == opened or opened == at - 1
    return replace(context, speaker=(speaker,), topic=(speaker,) if fresh or not context.speaker else context.topic)
