"""What stands before and around a would-be name, as the names of pieces of evidence.

``<post`` reads: a post ends where the name would start; ``>speech``: a verb of speech follows it. What each piece
counts stands in ``ontology/lexicons/person_weights.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognize.person_behind import SIGNS_BEFORE, after
from kg.recognize.person_chinese import Span
from kg.recognize.person_names import Names
from kg.recognize.scan import Scan
from kg.recognize.winning import GETTING, TITLED

AGED = re.compile(r"[\d一二三四五六七八九十]岁的?$")
"""Age right before the name: 43岁的."""

OF_AGE = frozenset("岁的")

LISTED_AFTER = frozenset((">list", ">edge", ">and", ">etc"))
LISTED_BODY = re.compile(
    r"(?:[：、]|分?别?[是为有]：?)[^，。；：、]{2,18}(?:公司|集团|大学|学院|协会|中心|医院|学校|总厂|局|院|所|队|站)$"
)
"""荣获标兵的是：甲公司乙、丙大学丁: bodies with their people, one after the other."""

WINNING = re.compile(
    rf"(?:[、，和][^。；：“”的]{{2,100}}?)?(?:分别|双双|最终|一举|也|均)?(?:{GETTING}|获)了?[^，。；！？\n]{{0,14}}?"
    r"(?:[特一二三]等奖|第[一二三四五六]|[冠亚季]军|[金银铜优]奖|[金银铜]牌|桂冠|前[三六八]名)"
    rf"|(?:分别|双双|最终|一举|也|均|还|曾|先后|光荣)*(?:{GETTING}|{TITLED})[^，。；！？\n]{{0,24}}?"
    r"(?:奖章|奖状|称号|工匠|能手|标兵|劳动模范|劳模|先进个人|先进工作者|红旗手|状元)"
)
WINNERS_BODY = re.compile(
    r"(?:公司|集团|厂|煤矿|医院|局|学院|大学|学校|[一二三四五]中|车间|分厂|供电所|支队|大队|[车机电工供务]段|车站|站|电厂|分行|支行)$"
)
"""甲公司乙获一等奖: a body's man who wins."""

STRONG_BEFORE = frozenset(("<post", "<job", "<reporter"))
STRONG_AFTER = frozenset((">speech", ">title", ">post", ">age"))
"""These say more of some shapes than of others: a post before a run of foreign sounds makes it a name."""

WON_BY = frozenset(("<body", "<n", "<cut", "<v", "<place", "<s", "<ns"))
LEADING = STRONG_BEFORE | {"<body", "<open"}
FOLLOWED = STRONG_AFTER | {">open"}
"""With one of these there may be more evidence than what takes the span for itself."""

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
ENCLOSING = frozenset((">comma", ">list", ">edge", ">etc"))
HOLDERS = (
    *"长 书记 主席 主任 总理 经理 总裁 总监 董事 监事 委员 参赞 教练 院士 教授 研究员 顾问 总师".split(),
    *"工程师 技师 医师 律师 焊工 电工 车工 钳工 司机".split(),
)
"""Ends of posts that one person holds: between such a post and a mark (副会长|袁一旦|、) stands whatever is a name by its surname."""
KINDS = "organization_kinds"
"""With a body or a place and a post before it and one of these behind, a word of the dictionary is a name all the same."""

REPORTERS = ("记者", "通讯员", "实习生", "编辑", "责编", "摄影")
"""Bylines: nothing but a name follows."""

ROLES = frozenset("儿家员长师手者士将星官兵童女男人生帅匠商汉友爷娘妈爸哥弟姐妹妻夫子工民客")
"""Nouns that end so are mostly what somebody is: 剧作家, 守门员, 少女."""

TRADES = frozenset("工员师匠手家")
"""Characters that make a trade of any word before them: 采气工, 调度员, 叶雕师."""

CONTENT = frozenset("nvajbgz")

GLOSSED = re.compile(r"[（(][A-Z][A-Za-zÀ-ÿ.'’ -]{2,30}[)）]")
"""A name in its own letters, in brackets behind its transliteration: 大卫·科（David Ko）."""

SIGNED = re.compile(r"[ \t\u3000]*(?:\n|$)")
"""The writer's name in brackets of its own ends the text or the paragraph."""

PREPOSITIONS = frozenset("以用从对向于与在把被给为")
"""The end of a word of the dictionary that may be a preposition behind a full name: 王海军|用, not 军用."""

PLACED = "在"
"""Behind a name of two characters as well: 职工张健|在车间, not 健在."""

STANDING_FOR = ("代表", "领导", "指导")
"""Posts that are verbs before the name of a country: 代表沙特."""

PAIRING = frozenset("/／")
CALLED = frozenset(("1.1", "1.1.1", "1.2g", "1.2r", "2r", "3r"))
"""How the words cut a name between its body and its post; 常务, 高级副 are cut otherwise."""

DOUBLED = frozenset(("1.1.1", "1.2g", "1.2r", "1.2w"))
"""How the words cut a name whose given name is one character twice: 吕丹丹, 赵会会."""

POSTS = {"post": "<post", "rank": "<post", "job": "<job"}


def evidence(scan: Scan, names: Names, span: Span, left: str, lacking: float) -> list[str]:
    """All pieces of evidence around a span; how words cut it (its shape) and what has a size is known before.

    ``left`` is the piece before it. Where the piece behind it leaves more ``lacking`` than the others could give,
    they are not sought.
    """
    start, end = span.start, span.end
    right = after(scan, names, end)
    found = [left, right]
    if end - start == 3 and scan.text[end - 2] == scan.text[end - 1] and span.shape in DOUBLED:
        found.append("doubled")
    paired = _is_paired(scan, names, start, end)
    if not paired and left not in LEADING and right not in FOLLOWED:
        lacking -= names.weights.get(left, 0.0) + names.weights.get(right, 0.0)
        if lacking > names.collided:
            return found
    found += _collisions(scan, start, end)
    if end in scan.starting["place"].get(start, ()) and scan.text.endswith(STANDING_FOR, 0, start):
        found.append("!place3")
    if left == "<open" and right == ">close" and SIGNED.match(scan.text, end + 1):
        found.append("signed")
    if right == ">open" and span.shape == "f:dot" and GLOSSED.match(scan.text, end):
        found.append("glossed")
    if left in STRONG_BEFORE:
        found.append("<strong " + span.shape)
        if right == ">cut" and (end - start > 2 or scan.text[end] in PLACED) and _precedes_preposition(scan, end):
            found[1] = right = ">p"
        if right in FRAMING or (right in JOINED and span.shape in WHOLE):
            found.append("framed")
        if (
            right in ENCLOSING
            and span.shape != "2w"
            and span.shape[:2] != "f:"
            and scan.text.endswith(HOLDERS, 0, start)
        ):
            found.append("enclosed")
        if span.shape == "2w" and right in SEATED_AFTER and _is_seated(scan, names, start):
            found.append("seated")
    if left == "<body" and right in (">title", ">post") and span.shape in CALLED:
        found.append("called")  # 甲学院|张直|副院长
    if left == "<body" and right in LISTED_AFTER and LISTED_BODY.search(scan.text, max(0, start - 24), start):
        found.append("listed")
    if left in WON_BY and WINNING.match(scan.text, end) and WINNERS_BODY.search(scan.text, max(0, start - 4), start):
        found.append("won")
    if left in ("<list", "<comma") and WINNING.match(scan.text, end) and end - start > 1:
        found.append("won-too")
    if paired:
        found.append("paired")
    if right in STRONG_AFTER:
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
        rolled = text[start - 1] == "：" and start - 1 in scan.ending["award_kinds"]
        return "<job" if rolled else sign  # 一等奖：乙
    word_start, word_end, tag = scan.words[scan.word_at[start - 1]]
    if word_end != start:
        return "<cut"
    word = text[word_start:start]
    if word in OF_AGE and AGED.search(text, max(0, start - 4), start):
        return "<job"
    if (
        tag[0] == "n"
        and text[word_start - 1 : word_start] in OF_AGE
        and AGED.search(text, max(0, word_start - 4), word_start)
    ):
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
    if starts is None or (scan.text[end - 1] == "工" and scan.text[end] == "程"):
        return ""  # 变电工|程公司: no electrician 程
    post = scan.text[starts[0] : end]
    return "<reporter" if post.endswith(REPORTERS) else POSTS[names.posts[post]]
