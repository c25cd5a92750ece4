"""Events: contests, exhibitions, meetings, ceremonies, disasters, congresses and days."""

from __future__ import annotations

import re

from kg.recognize.event_disaster import DISASTERS, IMAGINED
from kg.recognize.named_piece import TOPIC
from kg.recognize.named_reach import GOVERNORS, Reach, is_held
from kg.recognize.named_view import Head, View, level_before

KIND_SCORES = {
    "contest": 0.2,
    "round": -0.3,
    "show": 0.0,
    "forum": 0.1,
    "meeting": 0.0,
    "session": 0.3,
    "vote": -0.1,
    "talks": -0.6,
    "ceremony": 0.05,
    "festival": 0.2,
    "training": -0.4,
    "drill": 0.0,
    "disaster": -0.2,
    "quake": 0.0,  # named by its place alone: 唐山地震
    "mishap": -9.0,  # only in headlines
    "history": -0.7,
    "movement": -0.7,
    "name": 1.6,
}
MARK_SCORES = {
    "ordinal": 1.1,
    "turn": 0.2,
    "inner": 0.3,
    "year": 0.8,
    "quote": 1.2,
    "book": 1.0,
    "place": 0.6,
    "level": 0.5,
    "league": 0.6,
    "proper": 0.4,
    "org": 0.5,
    "amount": 0.3,
}
BEHIND_LONE = "在于将由和与及暨上中里后前由的是已又还也吸以从为共现分设为"
VERBAL = ("会晤", "集训", "巡游", "首映", "首演", "展映", "演练", "演习", "会演", "汇演", "阅兵", "公祭", "首发")
"""Events that are verbs as well."""
ORGANS = ("执委会", "全委会", "理事会", "常务理事会", "监事会", "董事会")
EDITIONS = frozenset(("year", "ordinal", "quote", "book", "inner"))
HELD = ("举行的", "召开的")
BROADCAST_KINDS = ("show", "name", "ceremony")
"""What is called between book marks where it is broadcast: 《某某颁奖盛典》今晚播出."""
OCCASION = 1.0
"""国庆招待会 says by itself which one it is, where it is held or attended."""
VERB_BEFORE = 0.35
VERB_ALONE = 0.5  # the verb is all that makes 举办中秋联欢会 an event
VERB_AFTER = 0.3
COURSE = 0.35
"""举办消防安全知识讲座 says what it teaches."""
TITLED = 0.4
TURN = 0.6
NUMBERED = ("show", "meeting", "forum", "contest", "festival")
OF_A_NAME = 0.3
ARTIST = 0.6
WORD = 0.15
MOST_WORDS = 5
LONG_RITE = 6
"""A ceremony's kind of so many characters says what it is for."""
LONG_KIND = 3
LONG_HEAD = 5
BODIES, BODY_MEETS = ("联席会议", "联席会"), 0.8
"""Bodies elsewhere; where they are held they are meetings."""
SHORT_NAME = 6
LONG_NAME = 7

_STAGE = re.compile(
    r"(?:理论|实操|实际操作|技能操作|现场操作|操作技能|笔试|上机|实作)(?:知识|技能)?(?:竞赛|比赛|决赛|考试|考核|测试)"
    r"|(?:全?[国省市区县]|国家级|省级|市级|县级)?[一二三]类(?:竞赛|大赛|比赛|赛事)"
)
"""A part of any contest, and no contest of its own."""
_ANY = re.compile(
    r"(?:岗位练兵|技术比武|技能比武|岗位比武|劳动竞赛|技术革新|技术攻关|岗位创新|练兵比武)(?:[、和]|等).*"
)
"""What every union does: 岗位练兵、技能竞赛."""
_JOINT = re.compile("(?:、|以及|和|及)$")
_JOINING = re.compile("(?:联合(?!国)|携手|会同|联手)[^“”《》]*、")
_RANKED = re.compile("第[一二三四五六七八九十]大$")
_AT = re.compile("[上中]，|现场")


_SPOKEN_FOR = re.compile("代表(?:大会|会议)(?:主办|承办|组委|主席团|全体|向|致|宣布|发言|作)")
_OPENED = re.compile(
    "(?:今[天日晨晚]|昨[天日晚]|日前|近日|当[天日]|正式|盛大|隆重|圆满)*(?:开幕|启幕|闭幕|落幕|开锣|拉开帷幕|举行|举办)"
)
_THEMED = re.compile("以“[^“”\n]{2,40}”为(?:主题|题|主旨|主线)的$")
_SHOWN = re.compile("(?<=展)(?:[^，。；]{0,2}在[^，。；]{1,20}?)?(?:正式|隆重|如期)*(?:开展|展出)(?=[，。；！])")
THEMED = 0.8
"""以“甲乙”为主题的|书画展: the theme says which."""
_ARTIST = re.compile(
    "[\u4e00-\u9fff]{2,3}(?:个人|书法|书画|国画|中国画|油画|水墨|摄影|美术|艺术|雕塑|绘画|版画|作品|精品)+(?:巡|回顾)?展"
)


def score_event(view: View, head: Head, reach: Reach) -> float:
    """How sure it is that head and reach name one event; see the tables above."""
    if not reach.governor and _is_listed(view, head, reach):
        reach = reach._replace(governor="join")
    score = KIND_SCORES.get(head.kind, 0.0)
    score += sum(MARK_SCORES.get(mark, 0.0) for mark in reach.marks)
    score += WORD * min(reach.words, MOST_WORDS)
    governed = reach.governor in GOVERNORS["Event"]
    themed = head.kind in (*NUMBERED, "round") and _THEMED.search(view.scan.text, max(0, reach.start - 52), reach.start)
    if (
        themed
        and head.end - head.start > 1
        and (governed or is_held(view, head.end) or _SHOWN.match(view.scan.text, head.end))
    ):
        return THEMED
    if head.kind == "occasion":
        return OCCASION if governed or reach.marks or head.start == 0 else 0.0
    drilled = head.kind == "drill" and governed and head.start - reach.start > 1  # 地震应急演练
    if head.kind != "name" and not drilled and reach.words < _least_words(view, head, reach) and not reach.marks:
        return 0.0
    if (
        reach.start in view.scan.ending["organization_names"].get(head.end, ())
        and head.end in view.scan.starting["posts"]
    ):
        return 0.0  # 甲论坛秘书长: a body of that name
    if view.scan.text.startswith(ORGANS, head.start) and view.scan.text[head.start - 1] != "次":
        return 0.0  # 甲会第三届执委会 is a body, 甲会三届二次执委会 its meeting
    if head.kind == "history" and reach.words > 1 and not reach.marks & {"quote", "year", "ordinal"}:
        return 0.0
    book = view.closing.get(head.end + 1)
    broadcast = head.kind in BROADCAST_KINDS
    if book is not None and book.mark == "《" and book.start + 1 >= reach.start and not broadcast:
        return 0.0  # 《中国某某大会》 is a book or a broadcast
    if reach.stop.isalnum() and len(reach.stop) == 1 == head.start - reach.start == len(reach.marks & {"place"}):
        return 0.0  # 入|藏|仪式: a piece of a word that the dictionary does not know
    if reach.stop == "在" and not governed and view.scan.text.endswith(VERBAL, head.start, head.end):
        return 0.0  # 在甲市会晤
    if head.kind == "ceremony" and reach.marks == {"proper"} and not governed:
        return 0.0  # 基督教仪式
    if head.kind == "talks" and not reach.marks & {"ordinal", "turn"}:
        return 0.0  # 举行会谈, 经贸磋商; but 第三轮甲乙经贸磋商
    if head.kind == "movement" and "quote" not in reach.marks:
        return 0.0
    opened = "place" in reach.marks and reach.words and _OPENED.match(view.scan.text, head.end)
    if head.end - head.start == 1 and not (opened or reach.marks & EDITIONS | {"level", "league"} & reach.marks):
        return 0.0  # 三日赛, but 甲县会船节开幕
    if head.end - head.start == 1 and _is_broken_off(view, head.end):
        return 0.0  # 西爪哇省展|玉
    if _RANKED.search(view.scan.text, max(0, reach.start - 4), reach.start + 1):
        return 0.0  # 世界第二|大博览会
    if _JOINING.search(view.scan.text, reach.start, head.start):
        return 0.0  # 联合甲联盟、乙联盟推介晚会
    if _SPOKEN_FOR.match(view.scan.text, head.start) and view.scan.ending["posts"].keys() & {
        head.start - 2,
        head.start - 3,
    }:
        return 0.0  # 总编辑甲|代表|会议主办方
    if view.scan.text.endswith("军备", 0, head.start):
        return 0.0  # 军备竞赛 is no contest
    if _STAGE.fullmatch(view.scan.text, reach.start, head.end) or _ANY.match(view.scan.text, reach.start, head.end):
        return 0.0  # 设理论知识竞赛和实际操作竞赛, 开展岗位练兵、技能竞赛
    described = ("首次", "首个", "第一个", "国家级", "省级", "市级", "县级", "一类", "二类", "三类")
    if view.scan.text[reach.start - 1 : reach.start] == "的" and view.scan.text.startswith(described, reach.start):
        return 0.0  # 是甲会举办的首次大规模技能大赛
    if head.kind == "round" and view.scan.text[head.end : head.end + 1] == "日" and view.scan.word(head.end) != "日前":
        return 0.0  # 第七个比赛|日
    local = view.scan.text[head.start : head.end] == "比赛" and reach.marks & {"place", "org", "level"}
    if head.kind == "round" and not reach.marks & EDITIONS and not (local and governed and reach.words >= TOPIC * 2):
        return 0.0  # 女子单打决赛
    plain = head.kind not in ("session", "name") and head.end - head.start < LONG_HEAD
    if reach.marks <= {"ordinal", "turn"} and not reach.words and plain:
        return TURN if reach.marks and _is_told(view, head, reach) else 0.0  # 第二次会议
    if head.kind in DISASTERS and IMAGINED.match(view.scan.text, head.end):
        return 0.0  # 2024年地震|应急演练
    if head.kind in DISASTERS and not reach.marks - {"level", "league", "year", "ordinal", "turn", "org"}:
        return 0.0
    if reach.marks == {"level"} and not reach.words and head.kind != "session" and head.end - head.start < LONG_KIND:
        named = level_before(view, head.start) < head.start - reach.start and head.kind in NUMBERED
        if not named or not (governed or is_held(view, head.end)):
            return 0.0  # 全国比赛, 世界大会; but 中国企业论坛开幕
    if _is_round_of_a_name(view, head, reach):
        score += OF_A_NAME
    if head.kind == "show" and not reach.marks and _is_an_artists(view, head, reach):
        score += ARTIST
    if reach.governor in ("hold", "join", "in") or (governed and head.kind in ("drill", "festival")):
        score += VERB_BEFORE if reach.marks or reach.words >= 1 else VERB_ALONE
    if head.kind == "training" and reach.governor == "hold" and reach.words >= TOPIC * 2:
        score += COURSE
    if is_held(view, head.end):
        score += VERB_AFTER + BODY_MEETS * view.scan.text.endswith(BODIES, head.start, head.end)
    if view.in_headline(reach.start, head.start):
        score += TITLED
    return score


def _is_listed(view: View, head: Head, reach: Reach) -> bool:
    """Does it stand in a row of events: 举办甲展、乙博览会以及丙大赛?"""
    text, kinds = view.scan.text, view.lexicon["event_kinds"]
    joint = _JOINT.search(text, max(0, reach.start - 2), reach.start)
    ends = view.scan.ending["event_kinds"].get(joint.start(), ()) if joint else ()
    return (
        head.kind in NUMBERED
        and not text.startswith("等", head.end)
        and any(joint.start() - start > 1 and kinds[text[start : joint.start()]] in NUMBERED for start in ends if joint)
    )


def _is_round_of_a_name(view: View, head: Head, reach: Reach) -> bool:
    """Is it a round of what everybody knows by its name: 温布尔登网球锦标赛女单决赛?"""
    kinds, text = view.lexicon["event_kinds"], view.scan.text
    if head.kind != "round" or "inner" not in reach.marks:
        return False
    ending = view.scan.ending["event_kinds"]
    ends = (e for e in range(reach.start + 2, head.start + 1) if e in ending)
    return any(kinds[text[start:e]] == "name" for e in ends for start in ending[e])


def _is_an_artists(view: View, head: Head, reach: Reach) -> bool:
    """Does a show open with a name of two or three characters: 甲小乙|书法展?"""
    text = view.scan.text
    surname = text[reach.start] in view.lexicon["surnames"]
    return surname and _ARTIST.fullmatch(text, reach.start, head.end) is not None


def _is_broken_off(view: View, end: int) -> bool:
    """Is what stands behind a head of one character a lone character too, so that both may be one unknown word?"""
    behind = view.scan.word(end)
    return len(behind) == 1 and behind.isalpha() and behind not in BEHIND_LONE


def _is_told(view: View, head: Head, reach: Reach) -> bool:
    """Is it said of 首场宣讲会 that it was held, or what was done there: 首场宣讲会上，…?"""
    text = view.scan.text
    opens = (text[reach.start - 1 : reach.start] in "，。；\n" or text.endswith(HELD, 0, reach.start)) and _AT.match(
        text, head.end
    ) is not None
    return head.kind in NUMBERED and (
        opens
        or reach.governor == "in"
        or (reach.governor == "hold" and head.end - head.start == LONG_HEAD - 1)
        or is_held(view, head.end)
    )


def _least_words(view: View, head: Head, reach: Reach) -> float:
    """How much the modifiers must say where no mark makes the name specific."""
    if reach.governor not in GOVERNORS["Event"] and not is_held(view, head.end):
        return 2.0
    if reach.governor == "hold" and head.kind in NUMBERED and head.end - head.start >= LONG_HEAD:
        return 0.0  # 举行新闻发布会, 举行国庆招待会
    if head.kind == "ceremony" and head.end - head.start >= LONG_RITE:
        return 0.0  # 举行战略合作签约仪式
    return TOPIC if head.end - reach.start >= LONG_NAME or reach.governor == "hold" else 1.0
