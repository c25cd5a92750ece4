"""The one door to jieba: words with dictionary tags, as hints for boundaries and never as the law.

rjieba holds the same dictionary and cuts the same words (without the hidden Markov model, which invents
words); jieba itself serves where no rjieba wheel fits the machine.
"""

from __future__ import annotations

from collections.abc import Callable

Tagger = Callable[[str], list[tuple[str, str]]]

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


def load_tagger() -> Tagger:
    """A function from text to ``(word, tag)`` pairs that join to the text again.

    The object behind it does not pickle: load one in every worker.
    """
    try:
        import rjieba
    except ImportError:
        return _plain_jieba()
    cutter = rjieba.Jieba()
    return _parting(lambda text: cutter.tag(text, False))


def _plain_jieba() -> Tagger:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)  # else it writes to stderr when it loads its dictionary
    tokenizer = jieba.Tokenizer()
    tags = jieba.posseg.POSTokenizer(tokenizer)
    tokenizer.initialize()
    return _parting(lambda text: [(word, tags.word_tag_tab.get(word, "x")) for word in tokenizer.cut(text, HMM=False)])


def _parting(tag: Tagger) -> Tagger:
    """The same words, but for the phrases among them, which are cut into theirs."""

    def words(text: str) -> list[tuple[str, str]]:
        found = tag(text)
        odd = [n for n, (word, kind) in enumerate(found) if len(word) > 1 and _is_phrase(found, n, word, kind)]
        if not odd:
            return found
        parted: list[tuple[str, str]] = []
        at = 0
        for n in odd:
            parted += found[at:n]
            at = n + 1
            word = found[n][0]
            if word == ABROAD:
                if found[at : at + 1] == [("为", "p")]:
                    parted += [("对", "p"), ("华为", "nz")]
                    at += 1
                else:
                    parted.append(found[n])
                continue
            size = JOINED.get(word, 1)
            parted += [*tag(word[:size]), *tag(word[size:])]
        return parted + found[at:]

    return words


def _is_phrase(found: list[tuple[str, str]], n: int, word: str, kind: str) -> bool:
    if kind == "nr" and len(word) > 2:
        return word.startswith(OPENING) or (word[0] == BEHIND_A_VERB and n > 0 and found[n - 1][1] == "v")
    return word in JOINED or word == ABROAD
