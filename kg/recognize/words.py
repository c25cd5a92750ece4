"""The one door to jieba: words with dictionary tags, as hints for boundaries and never as the law.

rjieba holds the same dictionary and cuts the same words (without the hidden Markov model, which invents
words); jieba itself serves where no rjieba wheel fits the machine.
"""

from __future__ import annotations

from collections.abc import Callable

Tagger = Callable[[str], list[tuple[str, str]]]


def load_tagger() -> Tagger:
    """A function from text to ``(word, tag)`` pairs that join to the text again.

    The object behind it does not pickle: load one in every worker.
    """
    try:
        import rjieba
    except ImportError:
        return _plain_jieba()
    cutter = rjieba.Jieba()
    return lambda text: cutter.tag(text, False)


def _plain_jieba() -> Tagger:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)  # else it writes to stderr when it loads its dictionary
    tokenizer = jieba.Tokenizer()
    tags = jieba.posseg.POSTokenizer(tokenizer)
    tokenizer.initialize()
    return lambda text: [(word, tags.word_tag_tab.get(word, "x")) for word in tokenizer.cut(text, HMM=False)]
