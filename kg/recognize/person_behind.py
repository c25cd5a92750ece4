"""What stands behind a would-be name, as the name of one piece of evidence: ``>speech`` for a verb of speech."""

from __future__ import annotations

import re

from kg.recognize.person_borders import ONSETS
from kg.recognize.person_names import Names
from kg.recognize.scan import Scan

SIGNS_BEFORE = {
    **dict.fromkeys("\n。！？；!?;…", "<edge"),
    **dict.fromkeys("，,", "<comma"),
    "、": "<list",
    **dict.fromkeys("（([【［", "<open"),
    **dict.fromkeys("）)]】］", "<close"),
    **dict.fromkeys("“‘「『\"'", "<quote"),
    **dict.fromkeys("”’」』", "<unquote"),
    **dict.fromkeys("：:", "<colon"),
    **dict.fromkeys(" \u3000\t", "<space"),
    **dict.fromkeys("《〈", "<book"),
    **dict.fromkeys("》〉", "<unbook"),
    **dict.fromkeys("·•・‧", "<dot"),
    **dict.fromkeys("—-－–／/", "<dash"),
}
SIGNS_AFTER = {
    **{sign: ">" + piece[1:] for sign, piece in SIGNS_BEFORE.items()},
    **dict.fromkeys("\"'", ">unquote"),
}
ABOUT_A_PERSON = re.compile(
    r"[（(，,][^）)，。]{0,4}(?:\d{1,3}岁|[一二三四五六七八九十]{2,3}岁|[男女][，,、）)]|饰|[一-龥]{1,3}族)"
    r"|[（(，,]?(?:今年|现年|时年|享年|年仅|年近|年过)[\d一二三四五六七八九十]"
    r"|[（(，,](?:18|19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生|[－—\-~至])"
    r"|[（(，,][一-龥]{2,6}人[，,）)]"
    r"|[（(][^（）()，。；、]{2,40}?(?:[工员师手士授警]|[队班组厂校院所站段社部处科局会]长|主任|书记|经理|主席|总监|总裁|司机|医生)[）)]"
    r"|来自[^，。；]{2,36}，(?:现)?[是为系](?:一?[名位])"
    r"|进入[^，。；]{2,36}(?:工作(?!组|室|站|队)|，(?:成为|成了|当上?了?|从事|担任|做起?了?)(?:一?[名位])?)"
)
"""Age, birth, home, sex, post or work right behind the name: （37岁）, 今年52岁, ，1903年生, ，女，, （甲厂焊工）, 进入甲厂工作."""

GRADUATED = re.compile("(?:大学|高中|初中|中学|小学|中专|大专|技校|研究生|本科|博士|硕士)(?:刚)?(?:一)?毕业")
"""甲乙大学毕业: no university of that name."""
GRADES = frozenset("大高初中小专技研本博硕")
"""So it begins."""

ADVERBS = frozenset("还也都均已将曾仍亦则又")
"""The end of a word of the dictionary that may be an adverb behind a name: 李长生|还, not 生还."""

TODAY = frozenset("今昨明")
DATE = re.compile(r"\d{1,2}(?:月\d{1,2})?[日号]")
ABOUTS = frozenset("今现时享年来进")

TORN = {"等": ">etc", "和": ">and", "分": ">verb"}
"""What the dictionary may join to the name's last character: 平等, 民和."""

AT_THE_TIME = ("时，", "时,")
TEAMS = ("团队", "课题组", "研究组")
"""What is called by the name of its leader."""
TELLING = frozenset(word[0] for word in (*AT_THE_TIME, "系", *TEAMS, *ONSETS))
"""So begin the words that are sought behind a name whatever the dictionary's words are."""


def _told(scan: Scan, end: int, word_end: int) -> str:
    """The evidence of words behind the name that the dictionary may have joined to others, '' without one."""
    text = scan.text
    if text.startswith(AT_THE_TIME, end) and word_end == end + 1:
        return ">verb"  # 记者见到李少超|时，
    if text[end] == "系" and any(end + 1 in scan.starting[at] for at in ("place", "organization_names")):
        return ">verb"  # 李方明|系|甲市人
    if text.startswith(TEAMS, end):
        return ">of"
    return ">verb" if text.startswith(ONSETS, end) else ""


def after(scan: Scan, names: Names, end: int) -> str:
    """The one piece of evidence that stands behind ``end``."""
    text = scan.text
    if end >= len(text):
        return ">edge"
    char = text[end]
    sign = SIGNS_AFTER.get(char)
    if sign is not None:
        if (sign == ">open" or sign == ">comma") and ABOUT_A_PERSON.match(text, end):
            return ">age"
        return sign
    if char in ABOUTS and ABOUT_A_PERSON.match(text, end):
        return ">age"
    titles = scan.starting["person_titles"].get(end)
    if titles is not None and titles[0] - end > 1:
        return ">title"
    if char == "摄":
        return ">photo"
    if end in scan.starting["posts"]:
        return ">post"
    if char in TODAY or (char.isdigit() and DATE.match(text, end)):
        return ">t"
    if char in GRADES and GRADUATED.match(text, end):
        return ">verb"
    word_start, word_end, tag = scan.words[scan.word_at[end]]
    if word_start != end and text[end:word_end] in TORN and end not in scan.ending["posts"]:
        return TORN[text[end:word_end]]
    if char in TELLING and (told := _told(scan, end, word_end)):
        return told
    if word_start != end:
        rest = text[end:word_end]
        if rest in names.speech:
            return ">speech"
        return ">d" if rest in ADVERBS and word_end - word_start == 2 else ">cut"
    word = text[end:word_end]
    if len(word) == 1 and text[end : end + 2] in names.verbs and scan.is_boundary(end + 2):
        return ">verb"  # 入|职: no word of the dictionary
    kinds = scan.starting["organization_kinds"].get(end)
    if kinds and kinds[0] >= word_end:  # no 组|成
        return ">body"
    begun = word[:2] if len(word) > 3 else word  # 主持会议, 表示满意: phrases that the dictionary has as words
    if begun in names.speech:
        return ">speech"
    if begun in names.verbs:
        return ">verb"
    if word == "的":
        return ">of"
    if word == "等":
        return ">etc"
    if word == "和" or word == "与" or word == "及":
        return ">and"
    return f">{'nr' if tag.startswith('nr') else tag[:1]}"
