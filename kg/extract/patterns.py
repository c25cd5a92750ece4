"""Formulas with typed holes, written as expressions over the rules' text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.joining import one_side
from kg.extract.signs import SIGNS, Item, Reading
from kg.extract.told_of import TRADE, employs, has_unit, in_title, is_owner, of_another
from kg.extract.words import POST, Vocabulary
from kg.knowledge.frames import HOLE, Rule

Items = tuple[Item, ...]

_LIST = f"(?:同志|{SIGNS['职务']})?(?:（[^（）。]{{1,20}}）)?(?:、|/|和|与|及|以及|,|，|；)?(?:追授|授予)?"
_AIMED = ("针对", "对", "以", "涉及")
"""Before a place they say that it is struck or meant (针对甲国游客的爆炸), not where."""
_MOST_LISTED = 60
"""No list of a sentence has more names; without an end each of them would be tried from all before it."""
_BESIDE_HOLES = ("机构", "地点", "职务", "数量", "人群")
_BESIDE = "".join(SIGNS[hole] for hole in _BESIDE_HOLES)
_WORK = r"(?:电影|影片|电视剧|话剧|歌曲|小说|歌剧)?《[^《》\n]{1,20}》(?:中|里)?(?:的|主演|主创|饰演者|扮演者|作者)?"
"""The work by which somebody is known, before the name: 《甲河》的导演乙, 《甲河》主演丙."""
_POSTS = rf"{SIGNS['职务']}、(?={SIGNS['职务']})"
_TRADE = f"(?![名位]){TRADE}"  # beside 名 and 位 these would be read in two ways
_MODIFIERS = f"(?:[{_BESIDE}的名位]|{_POSTS}|{_TRADE}|{_WORK})*"
_UNREAD = rf"[、；][^{''.join(SIGNS.values())}，。；：、！？“”\s]{{1,14}}(?={SIGNS['机构']})"
"""The beginning of a body that was not read whole, behind a name of a list: 、远帆|凤凰公司总经理丁."""
_HONOURED = (
    rf"(?:(?<=[、，；和与及]){SIGNS['奖项']}(?:称号)?(?:获得者|得主|获奖者|获奖集体|获奖单位)?{SIGNS['职务']}?、?"
    rf"|(?:[{_BESIDE}]|{TRADE})*{SIGNS['职务']}、)*"
)
"""An honour before the name of one in a list, and his posts but the last: 、全国劳模、甲厂焊工、|技师乙."""
_LEADING = f"(?:(?:[{_BESIDE}的名位、]|{_TRADE})*[{_BESIDE}的名位]|{_WORK}{SIGNS['职务']}?)?"
"""What may stand before a name in a list, and before its first name: 甲大学教授、乙院院士丙."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A formula of a rule: its expression, what must occur for it to match, the types of its role holes.

    ``literal`` must occur, and one of ``choices``, if there are any.
    """

    rule: Rule
    source: str
    expression: str
    literal: str
    signs: frozenset[str]
    holes: tuple[tuple[str, str], ...]
    posts: frozenset[str]
    choices: tuple[str, ...] = ()


compiled = cache(re.compile)
"""An expression is compiled when it is first asked: a page asks a few of the hundreds, which take a second to compile."""


def build_pattern(rule: Rule, source: str, words: Vocabulary) -> Pattern:
    """``{人物}`` one name, ``{人物+}`` a list, ``{时间?}`` perhaps; ``主:``/``宾:`` say which role the hole fills.

    ``{人物#}`` is a list of persons each of whom may have an honour before the name: 全国劳模乙、甲省工匠丙.

    ``…`` is a few other characters of the clause, ``……`` of the sentence with no person among them; (甲|乙) and (甲)? as in expressions;
    ``^`` the beginning of the sentence, ``$`` its end or that of the line, ``＊`` what a long list goes on with, marks and all;
    what stands behind ``〉`` is only looked at, so that each of a list is read with it: 甲选送的《丙》、乙选送的《丁》获奖.
    """
    out: list[str] = []
    at = 0
    for hole in HOLE.finditer(source):
        out.append(_plain(source[at : hole.start()], words))
        out.append(_hole(hole, words))
        at = hole.end()
    out.append(_plain(source[at:], words))
    signs = frozenset(SIGNS[hole[2]] for hole in HOLE.finditer(source) if hole[1] and hole[2] != "人群")
    roles = {"主": "subject", "宾": "object"}
    holes = tuple((roles[hole[1]], hole[2]) for hole in HOLE.finditer(source) if hole[1])
    plain = HOLE.sub("|", source)
    posts = frozenset(w for w in _WORDS.findall(plain) if words.flags.get(w, 0) & POST and not {"…", "＊"} & set(plain))
    posts = posts if "{职务" not in source else frozenset()
    literal, choices = _literal(source, words), _choices(source, words)
    return Pattern(rule, source, _ahead("".join(out)), literal, signs, holes, posts, choices)


def _ahead(expression: str) -> str:
    """The expression with what stands behind 〉 as looked at only."""
    read, mark, seen = expression.partition("〉")
    return f"{read}(?={seen})" if mark else read


_WORDS = re.compile("[^()|?^…＊〉]+")
_OPTIONAL = re.compile(r"\([^()]*\)\?")
_WORDS_ONLY = re.compile("[^()…?^$＊〉]+")
_SYNTAX = {
    "＊": r"[^。！？\n]{0,160}?",
    "〉": "〉",
    "……": rf"[^。！？；\n{SIGNS['人物']}]{{0,60}}?",
    "…": r"[^，。；：！？\n]{0,14}?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "?": "?",
    "^": r"(?<![^\n。！？])",
    "$": r"(?![^\n。！？])",
}


def _plain(text: str, words: Vocabulary) -> str:
    """The expression of a formula's own words; a post among them stands as a sign in the rules' text."""

    def word(match: re.Match[str]) -> str:
        found = match[0]
        escaped = _SYNTAX.get(found) or re.escape(found)
        return f"(?:{escaped}|{SIGNS['职务']})" if words.flags.get(found, 0) & POST else escaped

    return re.sub(r"……|…|[()|?^$＊〉]|[^()|?^$…＊〉]+", word, text)


def _literal(source: str, words: Vocabulary) -> str:
    """The longest run of plain characters outside brackets: without it the formula cannot match."""
    text = HOLE.sub("…", source)
    while "(" in text:
        text = re.sub(r"\([^()]*\)\??", "…", text)
    pieces = re.split(r"…+|＊|〉|\^|\$|.\?", text)
    return max((p for p in pieces if not words.flags.get(p, 0) & POST), key=len, default="")


def _choices(source: str, words: Vocabulary) -> tuple[str, ...]:
    """The words in brackets one of which the formula needs: those of the brackets whose shortest word is the longest.

    A post stands as a sign in the rules' text, so that brackets with one in them tell nothing.
    """
    text = HOLE.sub("…", source)
    while (rest := _OPTIONAL.sub("…", text)) != text:
        text = rest
    groups = [group.split("|") for group in _brackets(text) if _WORDS_ONLY.fullmatch(group)]
    plain = [group for group in groups if not any(words.flags.get(word, 0) & POST for word in group)]
    best = max(plain, key=lambda group: (min(map(len, group)), -len(group)), default=[])
    return tuple(best)


def _brackets(text: str) -> Iterator[str]:
    """What stands in brackets that stand in no others."""
    depth = start = 0
    for at, char in enumerate(text):
        if char == "(":
            start = start if depth else at + 1
            depth += 1
        elif char == ")":
            depth -= 1
            if not depth:
                yield text[start:at]


def _hole(hole: re.Match[str], words: Vocabulary) -> str:
    role, name, count = hole.groups()
    sign = f"(?:{words.groups}|{SIGNS['职务']})" if name == "人群" else SIGNS[name]
    rest = rf"[^。\n{sign}]*" if name == "人物" else "等?"  # the last of a list may be no person: …甲、乙，勇敢的丙队
    inner = {
        "+": _people(sign) if name == "人物" else f"{sign}(?>{_LIST}{_modifiers(name)}{sign}){{0,{_MOST_LISTED}}}",
        "#": _people(sign, _HONOURED),
        "*": rf"[^。\n]*?{sign}(?={rest}(?:[。\n]|$))",
    }.get(count, sign)
    label = {"主": "(?P<subject>", "宾": "(?P<object>", None: "(?:"}[role]
    return f"{label}{inner})" + ("?" if count == "?" else "")


def _modifiers(name: str) -> str:
    """What may stand before a name of a list, but no name of its own kind, which would be read in two ways."""
    others = "".join(SIGNS[hole] for hole in _BESIDE_HOLES if hole != name)
    return f"(?:[{others}的名位]|{_TRADE})*"


def _people(sign: str, honoured: str = "") -> str:
    """A list of persons, each with what stands before the name; what has been read up to one is not read in other ways."""
    return f"{_LEADING}{sign}(?>(?:{_UNREAD}|{_LIST}){honoured}{_MODIFIERS}{sign}){{0,{_MOST_LISTED}}}"


def _fills(item: Item, hole: str) -> bool:
    """May the item stand in the hole? A trade (环卫工人) is a group as well."""
    return item.hole == hole or (hole == "人群" and bool(item.group))


def matches(pattern: Pattern, reading: Reading, start: int, end: int) -> Iterator[tuple[int, int, Items, Items]]:
    """Where the formula stands within a sentence, up to where it tells its fact, and the items of both roles."""
    at = start
    search = compiled(pattern.expression).search
    while match := search(reading.text, at, end):
        at = max(match.end(), match.start() + 1)
        if pattern.posts and not _says_post(pattern, reading, match):
            continue
        found: dict[str, Items] = {"subject": (), "object": ()} | {
            role: _items(reading, *match.span(role), hole, match.end()) for role, hole in pattern.holes
        }
        if "subject" in dict(pattern.holes) and not found["subject"]:
            at = match.start() + 1  # 甲的妻子|乙在丙厂工作
        found["subject"] = tuple(i for i in found["subject"] if not employs(reading, i, match))
        if pattern.rule.property != "subOrganizationOf":
            found["subject"] = tuple(i for i in found["subject"] if not has_unit(reading, i, match))
        elif len(found["subject"]) > 1:
            stop = one_side(reading.text, *match.span("subject"))
            found["subject"] = tuple(
                i for n in range(match.start("subject"), stop) if (i := reading.items.get(n)) in found["subject"] and i
            )
        nearer = _nearer(pattern, reading, match)
        if nearer is not None:
            found["object"] = (reading.items[nearer],) if not of_another(reading.text, nearer) else ()
        # its verb stands behind its last role (甲|曾参加…), if that is no list up to the end of the sentence
        told = "承前" in pattern.rule.object.at and "*}" not in pattern.source
        last = match.end() if told else max((match.start(role) for role, _ in pattern.holes), default=match.end())
        yield match.start(), last, found["subject"], found["object"]


def _items(reading: Reading, start: int, end: int, hole: str, stop: int) -> Items:
    """The items in a role's hole."""
    return tuple(
        reading.items[i]
        for i in range(start, end)
        if i in reading.items
        and _fills(reading.items[i], hole)
        and not is_owner(reading, i, stop)
        and not (reading.items[i].hole == "地点" and len(reading.items[i].text) == 1)  # 中意直升机项目
        and not (reading.items[i].hole == "人物" and in_title(reading.text, i))
    )


def _says_post(pattern: Pattern, reading: Reading, match: re.Match[str]) -> bool:
    """Is every post outside of the roles one that the formula names: 评委 in 大赛评委乙, not 副主席 in 大会副主席乙?"""
    roles = {i for role, _ in pattern.holes for i in range(*match.span(role))}
    said = [reading.items[i] for i in range(*match.span()) if i in reading.items and i not in roles]
    return all(item.text.endswith(tuple(pattern.posts)) for item in said if item.hole == "职务")


def _nearer(pattern: Pattern, reading: Reading, match: re.Match[str]) -> int | None:
    """Of what stands before the subject where the last one is that can be its place: 甲台网测定[乙县]发生地震."""
    if (
        pattern.rule.property != "locatedIn"
        or not pattern.source.startswith("{宾")
        or [role for role, _ in pattern.holes] != ["object", "subject"]
    ):
        return None
    between = range(match.end("object"), match.start("subject"))
    types = pattern.rule.object.types
    nearer = (i for i in reversed(between) if i in reading.items and reading.items[i].hole in types)
    return next(
        (i for i in nearer if not reading.text.endswith(_AIMED, 0, i) and reading.text[i + 1] not in "人籍"), None
    )
