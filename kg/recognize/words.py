"""The one door to jieba: words with dictionary tags, as hints for boundaries and never as the law.

rjieba holds the same dictionary and cuts the same words (without the hidden Markov model, which invents
words); jieba itself serves where no rjieba wheel fits the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

Tagger = Callable[[str], tuple[Sequence[str], Sequence[str]]]
"""From a text to its words, which join to the text again, and the tag of each."""

OPENING = ("从", "由", "但")
"""Words that the dictionary has joined to names (从金华, 由崇明) and calls people."""

BEHIND_A_VERB = "于"
"""So joined (于云浮), but a surname too: the preposition behind a verb (坐落|于|云浮)."""

ABROAD = ("对华", "访华")
"""对华|为, 对华|盛|银行, 到访华|盛|银行: towards 华为, 华盛银行."""
ABOUT_CHINA = frozenset(
    "的和与及、，。；：！？“”《》（）()\n 在有是不未更后时前并就将已也还又团之行期间上中但而再曾共以由向从到"
)

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
    "总裁兼": 2,
    "社长兼": 2,
    "工会组织": 2,
    "获最佳": 1,
    **dict.fromkeys("隆重召开 隆重举行 隆重开幕 隆重闭幕 隆重推出 紧急召开 联合推出 盛大举行 如期举行".split(), 2),
    **dict.fromkeys("在京举行 在京开幕 意外获得 重新夺得 高票当选 蝉联冠军 颁发奖牌 颁发奖状 颁发奖杯".split(), 2),
    **dict.fromkeys("应邀出席 应邀参加 派员参加 派团参加 派人参加 率团参加 率队参加 带团参加".split(), 2),
    **dict.fromkeys("带队参加 组队参加 亲自参加 全程参加 全体出席 准时出席".split(), 2),
    **dict.fromkeys("受表彰 夺冠军 夺金牌 拿大奖 赢大奖".split(), 1),
}
"""Phrases that the dictionary has as words, and where their first word ends."""

UNION = "工会组织"
OF_ANY = frozenset("级 各级 基层 企业 各 的 等 工会 成立 建立 组建 单位 行业 非公企业 加入".split())
GATHERED = frozenset(
    "职工 女职工 员工 会员 工友 骑手 司机 干部 党员 全体 全 广大 部分 开展 举办 召开 实施 参观 参加 观看 专家 志愿者 劳模 了 各 青年 优秀 一线 进行 慰问 学习 人员 教职工 教师 医护人员 青年职工 困难职工 选手 代表".split()
)
"""Behind 甲公司|工会|组织 it is the verb; 各级|工会组织 are bodies."""

TORN = {
    ("网", "约", "车"): (("网约车", "n"),),
    ("网", "约"): (("网约", "vn"),),
    ("在校", "长"): (("在", "p"), ("校长", "n")),
    ("对", "标"): (("对标", "v"),),
    ("辖", "内"): (("辖内", "f"),),
    ("和", "美", "乡村"): (("和美", "a"), ("乡村", "n")),
    ("明日", "前"): (("明", "nr"), ("日前", "t")),
    ("荣获", "得"): (("荣", "nr"), ("获得", "v")),
    ("荣获", "评"): (("荣", "nr"), ("获评", "v")),
    ("荣获", "授"): (("荣", "nr"), ("获授", "v")),
}
"""What the dictionary cuts wrongly: the pieces that it makes, and the words with their tags."""
TEARABLE = ("网约", "在校长", "明日前", "辖内", "对标", "和美乡村", "荣获得", "荣获评", "荣获授")
"""Without them no word is torn."""


def load_tagger() -> Tagger:
    """A function from text to its words and their tags.

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


def _parting(tag: Callable[[str], list[tuple[str, str]]]) -> Tagger:
    """The same words, but for the phrases among them, which are cut into theirs."""
    phrases = frozenset((*JOINED, *ABROAD))

    def words(text: str) -> tuple[Sequence[str], Sequence[str]]:
        pairs = tag(text)
        if not pairs:
            return (), ()
        if any(word in text for word in TEARABLE):
            pairs = _rejoined(pairs)
        found, tags = zip(*pairs, strict=True)
        odd = [n for n in tagged(tags, "nr") if _is_joined(found[n], tags[n - 1 : n])]
        if not phrases.isdisjoint(found):
            odd += [n for n, word in enumerate(found) if word in phrases and _is_phrase(found, tags, n)]
        if not odd:
            return found, tags
        parted: list[tuple[str, str]] = []
        at = 0
        for n in sorted(odd):
            word = found[n]
            size = JOINED.get(word, 1)
            brand = word in ABROAD and f"华{found[n + 1]}"
            pieces = [*tag(word[0]), (brand, "nz")] if brand else [*tag(word[:size]), *tag(word[size:])]
            parted += [*pairs[at:n], *pieces]
            at = n + 1 + (word in ABROAD)
        parted += pairs[at:]
        return [word for word, _ in parted], [kind for _, kind in parted]

    return words


def _rejoined(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same words, those that were torn made whole, those that were joined cut."""
    whole: list[tuple[str, str]] = []
    at = 0
    while at < len(pairs):
        pieces = next((p for p in TORN if tuple(word for word, _ in pairs[at : at + len(p)]) == p), None)
        whole += TORN[pieces] if pieces else (pairs[at],)
        at += len(pieces) if pieces else 1
    return whole


def tagged(tags: Sequence[str], tag: str) -> Iterator[int]:
    """Where the tag stands among the tags."""
    at = -1
    for _ in range(tags.count(tag)):
        at = tags.index(tag, at + 1)
        yield at


def _is_joined(word: str, before: Sequence[str]) -> bool:
    """Has the dictionary joined a preposition to the name?"""
    return len(word) > 2 and (word.startswith(OPENING) or (word[0] == BEHIND_A_VERB and before[:1] == ("v",)))


def _is_phrase(found: Sequence[str], tags: Sequence[str], n: int) -> bool:
    if found[n] in ABROAD:
        return len(found[n + 1 : n + 2] and found[n + 1]) == 1 and found[n + 1] not in ABOUT_CHINA
    if found[n] == UNION:
        here = n > 0 and found[n - 1].isalnum() and found[n - 1] not in OF_ANY
        return here and n + 1 < len(found) and found[n + 1] in GATHERED
    return not _is_joined(found[n], tags[n - 1 : n])  # that one is parted already
