"""The words that the engine reads by: prepositions and the like in code, verbs and moods from the lexicons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.anaphors import Anaphors
from kg.knowledge.frames import Frames, Rule
from kg.knowledge.lexicon import Lexicon

VERB, PIVOT, SPEECH, ADVERB, NONE, MOOD, PREPOSITION, TRIGGER, TOGETHER, PRONOUN, POST, GROUP, LATER = (
    1 << bit for bit in range(13)
)
"""What a word may be; one word may be several. LATER: its mood reaches the verbs of the clauses that follow."""

PREPOSITIONS: Mapping[str, str] = {
    **dict.fromkeys(("在", "于"), "在"),
    **dict.fromkeys(("由", "经由", "被"), "由"),
    **dict.fromkeys(("为", "向", "面向", "针对", "给", "对", "替", "围绕", "专为"), "为"),
    **dict.fromkeys(("与", "同", "跟"), "与"),
    **dict.fromkeys(("联合", "携手", "会同", "联手", "协同", "偕同", "连同", "联同", "牵手", "携同"), "与"),
    **dict.fromkeys(("从", "自", "以", "按", "按照", "根据", "依托", "通过", "沿", "随", "借助", "作为"), "以"),
    **dict.fromkeys(("把", "将", "受", "据", "经", "随着", "除了", "除", "比", "经过", "依据", "凭借", "就"), "把"),
}
"""A preposition and the place of a role (``frames.PLACES``) that its phrase may fill."""

TOGETHER_WORDS = (
    *("联合", "携手", "会同", "联手", "协同", "共同", "偕同", "连同", "联同", "牵手", "携同"),
    *("联袂", "合资", "共同出资"),
)
PRONOUNS = ("他", "她", "我")
TAKING = frozenset(
    "抓住 抢抓 把握 总结 加强 加大 加快 克服 获得 取得 赢得 夺得 迎来 面临 面对 实现 满足 回应 响应 落实 提升 提高 扩大 坚持 结合 利用 发挥 承担 履行 完成 "
    "遵循 突破 破解 解决 化解 应对 紧扣 聚焦 立足 着眼 借助 依托 顺应 增强 拓展 创新 延续 打破 改变 强化 优化 完善 深化 推动 推进 经过 经历 历经".split()
)
"""Verbs whose object may be what is done with something of it: 抓住|发展的机遇, 取得|比赛的胜利; no modifier of a name."""
FROM = ("来自", "来自于", "出自")
"""Verbs behind which somebody's body or place stands."""
BOTH: Mapping[str, int] = {"双方": 2, "两家公司": 2, "两家单位": 2, "三方": 3, "三家单位": 3, "四方": 4}
"""Nouns that mean the bodies last said to act together, and how many they are."""
PLURALS = (
    *(
        "他们俩",
        "她们俩",
        "他俩",
        "她俩",
        "姐妹俩",
        "两姐妹",
        "姐弟俩",
        "兄弟俩",
        "两兄弟",
        "兄妹俩",
        "夫妻俩",
        "夫妇俩",
    ),
    *("夫妻二人", "夫妇二人", "父子俩", "父女俩", "母子俩", "母女俩", "师徒俩", "师徒二人", "小两口", "老两口"),
)
"""They mean the persons that were last named together."""
OTHERS = (
    *BOTH,
    "他们",
    "她们",
    *PLURALS,
    "我们",
    "你们",
    "大家",
    "人们",
    "各方",
    "有人",
    "众人",
    "谁",
    "你",
    "它",
    "它们",
    "这是",
    "这也是",
    "这就是",
    "那是",
    "此举",
)
"""Subjects that name nobody: a clause that has one is not the topic's."""
EDITORS = ("总编辑", "主任编辑", "高级编辑", "首席编辑")
"""Posts, though they end like bylines."""

BYLINES = ("记者", "通讯员", "实习生", "编辑", "责编", "摄影", "主播", "获得者", "得主", "党员")
"""Ends of words that stand beside names without being their posts: bylines, winners of an award, party members."""

MOODS = ("plan", "hope", "negation", "condition", "report")

_Trie = dict[str, "_Trie"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every word that the engine knows, its flags, the rules it triggers and the mood it carries.

    ``trades`` end the names of firms, ``committees`` those of bodies called after the event that they run.
    """

    regex: re.Pattern[str]
    flags: Mapping[str, int]
    rules: Mapping[str, tuple[Rule, ...]]
    moods: Mapping[str, str]
    anaphors: Anaphors
    groups: str = ""
    trades: frozenset[str] = frozenset()
    committees: tuple[str, ...] = ()


def vocabulary(frames: Frames, lexicon: Lexicon, known: Vocabulary | None = None, text: str = "") -> Vocabulary:
    """Compiles the words of the lexicons and of the rules' triggers into one expression, longest first.

    ``known`` is that of other rules over the same lexicon and groups: what is the same in it is not made again, and
    an expression that is not the same only has the words of ``text``.
    """
    flags: dict[str, int] = {}
    moods: dict[str, str] = {}

    def add(words: Iterable[str], flag: int) -> None:
        for word in words:
            flags[word] = flags.get(word, 0) | flag

    add(lexicon.values.get("verb_common", ()), VERB)
    add(lexicon.values.get("verb_pivot", ()), VERB | PIVOT)
    add(lexicon.values.get("verb_speech", ()), VERB | SPEECH)
    add(lexicon.values.get("verb_adverb", ()), ADVERB)
    for mood in MOODS:
        for word in lexicon.values.get(f"mood_{mood}", ()):
            flags[word] = flags.get(word, 0) | MOOD | (LATER if mood in ("plan", "hope", "condition") else 0)
            moods.setdefault(word, mood)
    add(PREPOSITIONS, PREPOSITION)
    add(TOGETHER_WORDS, TOGETHER | ADVERB)
    add((*PRONOUNS, *OTHERS), PRONOUN)
    add(("是",), VERB)
    add(
        (word for word in lexicon.values.get("posts", ()) if not word.endswith(BYLINES) or word.endswith(EDITORS)), POST
    )
    add(frames.words.get("人群", ()), GROUP)
    rules: dict[str, list[Rule]] = {}
    for rule in frames.rules:
        for word in (*rule.triggers, *(rule.words if rule.by == "任职" else ())):
            rules.setdefault(word, []).append(rule)
            add((word,), TRIGGER | VERB)
    for word, bare in [(w, w[i:]) for w in rules for i in range(1, len(w)) if flags.get(w[:i], 0) & ADVERB]:
        rules[word] += [
            rule for rule in rules.get(bare, ()) if rule not in rules[word]
        ]  # 先后|举办 says what 举办 says
    # 名词性的词（启动仪式、主办单位）后入，盖过其中的动词
    for word in lexicon.values.get("verb_none", ()):
        if not flags.get(word, 0) & (TRIGGER | POST | GROUP | MOOD | ADVERB):
            flags[word] = NONE
    spoken = {word: tuple(found) for word, found in rules.items()}
    if known is not None:
        regex = known.regex
        if known.flags.keys() != flags.keys():
            regex = re.compile(trie_expression(word for word in flags if word in text) or "(?!)")
        return replace(known, regex=regex, flags=flags, rules=spoken)
    pointing = lexicon.values.get("event_anaphors", {"此次活动": "*"})
    return Vocabulary(
        re.compile(trie_expression(flags)),
        flags,
        spoken,
        moods,
        Anaphors(re.compile(trie_expression(pointing)), {word: tuple(ends.split()) for word, ends in pointing.items()}),
        trie_expression(frames.words.get("人群", ("人群",))),
        _trades(lexicon),
        tuple(lexicon.values.get("event_committees", ())),
    )


def _trades(lexicon: Lexicon) -> frozenset[str]:
    """What firms do, by which their names end: 快递 alone does not mean 甲快递."""
    heads = lexicon.values.get("organization_kinds", {})
    return frozenset(
        (*lexicon.values.get("organization_trades", ()), *(w for w, kind in heads.items() if "brand" in kind))
    )


_WIDTH = 6  # an expression tries its branches one after the other, so each level offers only a few


def trie_expression(words: Iterable[str]) -> str:
    """An expression that matches the longest of the words at a place: their common beginnings are shared.

    >>> trie_expression(["主办", "主办方", "承办"])
    '(?:主办(?:方)?|承办)'
    """
    trie: _Trie = {}
    for word in words:
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _split(trie, sorted(trie))


def _split(trie: _Trie, first: Sequence[str]) -> str:
    """The branches of these first characters, grouped behind looks at the next character."""
    if len(first) <= _WIDTH:
        return _branches({char: trie[char] for char in first})
    step = -(-len(first) // _WIDTH)
    groups = [first[i : i + step] for i in range(0, len(first), step)]
    parts = [f"(?=[{re.escape(''.join(group))}]){_split(trie, group)}" for group in groups]
    return "(?:" + "|".join(parts) + ")"


def _branches(node: _Trie) -> str:
    branches = [(char if char.isalnum() else re.escape(char)) + _branches(node[char]) for char in sorted(node) if char]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return "(?:" + "|".join(branches) + ")" + ("?" if "" in node else "")
