"""The one door to jieba: words with dictionary tags, as hints for boundaries and never as the law.

rjieba holds the same dictionary and cuts the same words (without the hidden Markov model, which invents
words); jieba itself serves where no rjieba wheel fits the machine.
"""

from __future__ import annotations

from collections.abc import Callable

Tagger = Callable[[str], tuple[list[str], list[str]]]
"""From a text to its words, which join to the text again, and the tag of each."""

Cutter = Callable[[str], list[str]]

OPENING = ("从", "由", "但")
"""Words that the dictionary has joined to names (从金华, 由崇明) and calls people."""

BEHIND_A_VERB = "于"
"""So joined (于云浮), but a surname too: the preposition behind a verb (坐落|于|云浮)."""

ABROAD = "对华"
"""对华|为: towards 华为."""

JOINED = {
    **dict.fromkeys(
        "公司员工 公司总裁 公司总部 公司老总 公司股票 公司财务 公司党委 公司公告 公司业绩 公司律师".split(), 2
    ),
    **dict.fromkeys("获得最佳 获得理想 荣获冠军 发布公告 发布新闻 举办活动 宣布免除 宣布独立 宣告成立".split(), 2),
    **dict.fromkeys(
        "银行存款 银行贷款 银行借款 银行利息 银行职员 银行担保 大学女生 大学校园 大学毕业 大学老师".split(), 2
    ),
    **dict.fromkeys(
        "医院地址 学校食堂 学校后勤 协会会员 协会理事 政府公告 工厂倒闭 工厂破产 汽车销量 电子公告".split(), 2
    ),
    "明说": 1,
    **dict.fromkeys("隆重召开 隆重举行 隆重推出 紧急召开 联合推出".split(), 2),
}
"""Phrases that the dictionary has as words, and where their first word ends."""


MOST_TAGS = 200_000
"""So many words are remembered with their tags: more than the news of a year have, fewer than would fill the memory."""


def load_tagger() -> Tagger:
    """A function from text to its words and their tags.

    The object behind it does not pickle: load one in every worker.
    """
    try:
        import rjieba
    except ImportError:
        return _plain_jieba()
    cutter = rjieba.Jieba()
    return _parting(lambda text: cutter.cut(text, False), lambda word: cutter.tag(word, False)[0][1])


def _plain_jieba() -> Tagger:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)  # else it writes to stderr when it loads its dictionary
    tokenizer = jieba.Tokenizer()
    tags = jieba.posseg.POSTokenizer(tokenizer)
    tokenizer.initialize()
    return _parting(
        lambda text: list(tokenizer.cut(text, HMM=False)), lambda word: str(tags.word_tag_tab.get(word, "x"))
    )


class _Tags(dict[str, str]):
    """The tags of the words met so far, each asked of the dictionary once; ``odd`` are those that may be phrases."""

    def __init__(self, tag: Callable[[str], str]) -> None:
        self.tag = tag
        self.odd = {*JOINED, ABROAD}

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_TAGS:
            self.clear()
        tag = self[word] = self.tag(word)
        if tag == "nr" and len(word) > 2 and word.startswith((*OPENING, BEHIND_A_VERB)):
            self.odd.add(word)
        return tag


def _parting(cut: Cutter, tag: Callable[[str], str]) -> Tagger:
    """Words with their tags; the phrases among them are cut into theirs."""
    tags = _Tags(tag)

    def words(text: str) -> tuple[list[str], list[str]]:
        found = cut(text)
        known = list(map(tags.__getitem__, found))
        if tags.odd.isdisjoint(found):
            return found, known
        parted: list[str] = []
        kinds: list[str] = []
        at = 0
        for n in [n for n, word in enumerate(found) if word in tags.odd and _is_phrase(found, known, n)]:
            word = found[n]
            size = JOINED.get(word, 1)
            if word == ABROAD:
                pieces = ["对", "华为"]
                told = ["p", "nz"]
            else:
                pieces = [*cut(word[:size]), *cut(word[size:])]
                told = [tags[piece] for piece in pieces]
            parted += [*found[at:n], *pieces]
            kinds += [*known[at:n], *told]
            at = n + 1 + (word == ABROAD)
        return parted + found[at:], kinds + known[at:]

    return words


def _is_phrase(found: list[str], known: list[str], n: int) -> bool:
    word = found[n]
    if word == ABROAD:
        return found[n + 1 : n + 2] == ["为"] and known[n + 1] == "p"
    if known[n] == "nr" and len(word) > 2:
        return word.startswith(OPENING) or (word[0] == BEHIND_A_VERB and n > 0 and known[n - 1] == "v")
    return word in JOINED
