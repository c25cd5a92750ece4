"""What stands before and after a would-be name, as the names of pieces of evidence.

``<post`` reads: a post ends where the name would start; ``>speech``: a verb of speech follows it. What each piece
counts stands in ``ontology/lexicons/person_weights.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.person_chinese import ONSETS, Span
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
    **dict.fromkeys("\n。！？；!?;…", ">edge"),
    **dict.fromkeys("，,", ">comma"),
    "、": ">list",
    **dict.fromkeys("（([【［", ">open"),
    **dict.fromkeys("）)]】］", ">close"),
    **dict.fromkeys("“‘「『", ">quote"),
    **dict.fromkeys("”’」』\"'", ">unquote"),
    **dict.fromkeys("：:", ">colon"),
    **dict.fromkeys(" \u3000\t", ">space"),
    **dict.fromkeys("《〈", ">book"),
    **dict.fromkeys("》〉", ">unbook"),
    **dict.fromkeys("·•・‧", ">dot"),
    **dict.fromkeys("—-－–／/", ">dash"),
}
ABOUT_A_PERSON = re.compile(
    r"[（(，,][^）)，。]{0,4}(?:\d{1,3}岁|[一二三四五六七八九十]{2,3}岁|[男女][，,、）)]|饰|[一-龥]{1,3}族)"
    r"|[（(，,]?(?:今年|现年|时年|享年|年仅|年近|年过)[\d一二三四五六七八九十]"
    r"|[（(，,](?:18|19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生|[－—\-~至])"
    r"|[（(，,][一-龥]{2,6}人[，,）)]"
)
"""Age, birth, home, sex or role right behind the name: （37岁）, 今年52岁, ，1903年生, ，甲县人，, ，女，."""

AGED = re.compile(r"[\d一二三四五六七八九十]岁的?$")
"""Age right before the name: 43岁的."""

LISTED_AFTER = frozenset((">list", ">edge", ">and", ">etc"))
LISTED_BODY = re.compile(
    r"(?:[：、]|分?别?[是为有]：?)[^，。；：、]{2,18}(?:公司|集团|大学|学院|协会|中心|医院|学校|总厂|局|院|所|队|站)$"
)
"""荣获标兵的是：甲公司乙、丙大学丁: bodies with their people, one after the other."""

STRONG_BEFORE = frozenset(("<post", "<job", "<reporter"))
STRONG_AFTER = frozenset((">speech", ">title", ">post", ">age"))
"""These say more of some shapes than of others: a post before a run of foreign sounds makes it a name."""

FRAMING = frozenset(
    (">t", ">speech", ">comma", ">colon", ">list", ">edge", ">etc", ">verb", ">age", ">photo", ">close")
)
"""With a post before it, what stands between the two can hardly be anything but a name."""

JOINED, WHOLE = frozenset((">and", ">c")), frozenset(("1.1", "1.1.1", "1.2r", "3r"))
"""So does what joins it to the next name (副主席于甲清以及…), if no word of the dictionary makes the name an ordinary one."""

SEATED_AFTER = frozenset(
    (">t", ">speech", ">comma", ">list", ">edge", ">etc", ">and", ">p", ">verb", ">v", ">d", ">close")
)
CROWDS = ("职工", "员工", "工人", "干部", "学生", "代表", "人员", "队员", "成员", "领导")
"""Posts of many, whose nouns may follow: 甲厂职工|安全."""
KINDS = "organization_kinds"
"""With a body or a place and a post before it and one of these behind, a word of the dictionary is a name all the same."""

REPORTERS = ("记者", "通讯员", "实习生", "编辑", "责编", "摄影")
"""Bylines: nothing but a name follows."""

ROLES = frozenset("儿家员长师手者士将星官兵童女男人生帅匠商汉友爷娘妈爸哥弟姐妹妻夫子工民客")
"""Nouns that end so are mostly what somebody is: 剧作家, 守门员, 少女."""

TRADES = frozenset("工员师匠手家")
"""Characters that make a trade of any word before them: 采气工, 调度员, 叶雕师."""

CONTENT = frozenset("nvajbgz")

GRADUATED = re.compile("(?:大学|高中|初中|中学|小学|中专|大专|技校|研究生|本科|博士|硕士)(?:刚)?(?:一)?毕业")
"""甲乙大学毕业: no university of that name."""
GRADES = frozenset("大高初中小专技研本博硕")
"""So it begins."""

GLOSSED = re.compile(r"[（(][A-Z][A-Za-zÀ-ÿ.'’ -]{2,30}[)）]")
"""A name in its own letters, in brackets behind its transliteration: 大卫·科（David Ko）."""

SIGNED = re.compile(r"[ \t\u3000]*(?:\n|$)")
"""The writer's name in brackets of its own ends the text or the paragraph."""

ADVERBS = frozenset("还也都均已将曾仍亦则又")
"""The end of a word of the dictionary that may be an adverb behind a name: 李长生|还, not 生还."""

TODAY = frozenset("今昨明")
DATE = re.compile(r"\d{1,2}(?:月\d{1,2})?[日号]")
AGES = frozenset("今现时享年")
PREPOSITIONS = frozenset("以用从对向于与在把被给为")
"""The end of a word of the dictionary that may be a preposition behind a full name: 王海军|用, not 军用."""

STANDING_FOR = ("代表", "领导", "指导")
"""Posts that are verbs before the name of a country: 代表沙特."""

PAIRING = frozenset("/／")

TORN = {"等": ">etc", "和": ">and", "分": ">verb"}
"""What the dictionary may join to the name's last character: 平等, 民和."""

AT_THE_TIME = ("时，", "时,")
TEAMS = ("团队", "课题组", "研究组")
"""What is called by the name of its leader."""
TELLING = frozenset(word[0] for word in (*AT_THE_TIME, "系", *TEAMS, *ONSETS))
"""So begin the words that are sought behind a name whatever the dictionary's words are."""

POSTS = {"post": "<post", "rank": "<post", "job": "<job"}


def evidence(scan: Scan, names: Names, span: Span) -> list[str]:
    """All pieces of evidence around a span; how words cut it (its shape) and what has a size is known before."""
    start, end = span.start, span.end
    found = [before(scan, names, start), after(scan, names, end)]
    found += _collisions(scan, start, end)
    if end in scan.starting["place"].get(start, ()) and scan.text.endswith(STANDING_FOR, 0, start):
        found.append("!place3")
    if found[0] == "<open" and found[1] == ">close" and SIGNED.match(scan.text, end + 1):
        found.append("signed")
    if found[1] == ">open" and span.shape == "f:dot" and GLOSSED.match(scan.text, end):
        found.append("glossed")
    if found[0] in STRONG_BEFORE:
        found.append("<strong " + span.shape)
        if found[1] == ">cut" and end - start > 2 and _precedes_preposition(scan, end):
            found[1] = ">p"
        if found[1] in FRAMING or (found[1] in JOINED and span.shape in WHOLE):
            found.append("framed")
        if span.shape == "2w" and found[1] in SEATED_AFTER and _is_seated(scan, names, start):
            found.append("seated")
    if found[0] == "<body" and found[1] in LISTED_AFTER and LISTED_BODY.search(scan.text, max(0, start - 24), start):
        found.append("listed")
    if _is_paired(scan, names, start, end):
        found.append("paired")
    if found[1] in STRONG_AFTER:
        found.append(">strong " + span.shape)
    return found


def _precedes_preposition(scan: Scan, end: int) -> bool:
    """Does the dictionary join the name's last character with a preposition (王海军|用)?"""
    start, stop, _ = scan.words[scan.word_at[end]]
    return stop == end + 1 == start + 2 and scan.text[end] in PREPOSITIONS


def _is_paired(scan: Scan, names: Names, start: int, end: int) -> bool:
    """Is it one of two who play together: 组合甲乙|/|丙丁?"""
    text = scan.text
    if text[end : end + 1] in PAIRING:
        return text[end + 1 : end + 2] in names.surnames
    return text[start - 1 : start] in PAIRING and any(text[start - n : start - n + 1] in names.surnames for n in (3, 4))


def _is_seated(scan: Scan, names: Names, start: int) -> bool:
    """Does a body or a place stand before the post (甲局副局长|方圆), so that an ordinary noun behind it names somebody?"""
    posts = scan.ending["posts"].get(start)
    if posts is None or scan.text.endswith(CROWDS, 0, start):
        return False
    placed = any(posts[0] - first > 1 for first in scan.ending["place"].get(posts[0], ()))
    if not placed and posts[0] not in scan.ending[KINDS]:
        return False
    return scan.tag(start)[:1] in "naz" and scan.tag(start) not in ("ad", "an")


def _collisions(scan: Scan, start: int, end: int) -> Iterator[str]:
    """Names of places and bodies that take the span, or a part of it, for themselves."""
    held = range(start, end)
    for category in ("place", "organization_names"):
        starting = scan.starting[category]
        if starting.keys().isdisjoint(held):
            continue
        ends = starting.get(start)
        if ends is not None:
            longest = ends[0]
            if longest == end:
                yield f"!{category}{min(end - start, 3)}"
            elif longest > end:
                yield f"!{category}-longer"
        for inside in range(start + 1, end):
            ends = starting.get(inside)
            if ends is not None:
                if ends[0] == end:
                    yield f"!{category}-inside"
                    break
                if ends[0] > end and scan.text[end : ends[0]] != "和":  # 张建|民和|…: no county
                    yield f"!{category}-across"
                    break


def before(scan: Scan, names: Names, start: int) -> str:
    """The one piece of evidence that stands before ``start``; a post may be set apart by a space."""
    if start == 0:
        return "<edge"
    text = scan.text
    sign = SIGNS_BEFORE.get(text[start - 1])
    if post := _post_before(scan, names, start - 1 if sign == "<space" else start):
        return post
    if sign is not None:
        return sign
    word_start, word_end, tag = scan.words[scan.word_at[start - 1]]
    if word_end != start:
        return "<cut"
    word = text[word_start:start]
    if word in "岁的" and AGED.search(text, max(0, start - 4), start):
        return "<job"
    if tag[0] == "n" and AGED.search(text, max(0, word_start - 4), word_start):
        return "<job"  # 56岁的羊倌甲乙
    if word == "的" and word_start in scan.ending["organization_kinds"] and word_start - 1 != start:
        return "<ofbody"
    kind = names.before.get(word)
    if kind is not None:
        return f"<{kind}"
    if word in names.speech:
        return "<speech"
    if word in TRADES and word_start and scan.tag(word_start - 1)[:1] in CONTENT:
        return "<trade"
    if start in scan.ending["organization_kinds"] or start in scan.ending["organization_names"]:
        return "<body"
    if start in scan.ending["place"]:
        return "<place"
    if tag.startswith("n") and len(word) > 2 and word[-1] == "者":
        return "<job"  # 救人者
    if tag.startswith("n") and len(word) > 1 and word[-1] in ROLES:
        return "<role"
    return f"<{'nr' if tag.startswith('nr') else tag[:1]}"


def _post_before(scan: Scan, names: Names, end: int) -> str:
    """The evidence of the longest post that ends here, '' without one."""
    starts = scan.ending["posts"].get(end)
    if starts is None:
        return ""
    post = scan.text[starts[0] : end]
    return "<reporter" if post.endswith(REPORTERS) else POSTS[names.posts[post]]


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
    sign = SIGNS_AFTER.get(text[end])
    if sign is not None:
        if (sign == ">open" or sign == ">comma") and ABOUT_A_PERSON.match(text, end):
            return ">age"
        return sign
    if text[end] in AGES and ABOUT_A_PERSON.match(text, end):
        return ">age"
    titles = scan.starting["person_titles"].get(end)
    if titles is not None and titles[0] - end > 1:
        return ">title"
    if text[end] == "摄":
        return ">photo"
    if end in scan.starting["posts"]:
        return ">post"
    if text[end] in TODAY or DATE.match(text, end):
        return ">t"
    if text[end] in GRADES and GRADUATED.match(text, end):
        return ">verb"
    word_start, word_end, tag = scan.words[scan.word_at[end]]
    if word_start != end and text[end:word_end] in TORN and end not in scan.ending["posts"]:
        return TORN[text[end:word_end]]
    if text[end] in TELLING and (told := _told(scan, end, word_end)):
        return told
    if word_start != end:
        rest = text[end:word_end]
        if rest in names.speech:
            return ">speech"
        return ">d" if rest in ADVERBS and word_end - word_start == 2 else ">cut"
    word = text[end:word_end]
    if len(word) == 1 and text[end : end + 2] in names.verbs and scan.is_boundary(end + 2):
        return ">verb"  # 入|职: no word of the dictionary
    if end in scan.starting["organization_kinds"]:
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
