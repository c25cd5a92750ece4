"""What holds for every text: no other error than InputError, and offsets that lead back to the page."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.knowledge.lexicon import Lexicon
from kg.layout import layout
from kg.model import Article, Page
from kg.text import fold

PIECES = [
    "本报讯（记者王明远 李禾）",
    "本报记者 王明远",
    "新华社北京11月3日电",
    "（下转第2版）",
    "（上接第1版）",
    "来源：甲乙网",
    "责任编辑：王明远",
    "新华社发（李禾 摄）",
    "图为甲市总工会",
    "王明远 李禾",
    "甲市总工会推出“暖心”行动",
    "一线故事——",
    "【一线】",
    "“",
    "”",
    "（",
    "）",
    "，",
    "。",
    "：",
    "、",
    " ",
    "　",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "２０２５年１１月３日",
    "第1版",
    "记者",
    "摄",
    "甲",
    "乙丙丁戊己庚辛壬癸子丑寅卯",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def check(article: Article, page: Page) -> None:
    """Offsets, blocks and sentences of an article agree with its page."""
    folded = fold(page.text)
    assert len(article.offsets) == len(article.text)
    assert article.blocks
    covered: list[int] = []
    for before, block in zip((None, *article.blocks), article.blocks, strict=False):
        assert block.start == (before.end + 1 if before else 0) < block.end
        assert (
            "".join(folded[i] for i in article.offsets[block.start : block.end])
            == article.text[block.start : block.end]
        )
        covered.extend(article.offsets[block.start : block.end])
        if before:
            assert article.text[before.end] == "\n"
            assert article.offsets[before.end] == article.offsets[before.end - 1]
    assert article.blocks[-1].end == len(article.text)
    assert len(set(covered)) == len(covered)
    assert (article.start, article.end) == (min(covered), max(covered) + 1)
    assert article.sentences
    for sentence in article.sentences:
        said = article.text[sentence.start : sentence.end]
        assert said == said.strip() != ""
        assert any(
            b.start <= sentence.start < sentence.end <= b.end and b.kind == sentence.kind for b in article.blocks
        )


@settings(max_examples=200)
@given(text=TEXTS, single=st.booleans())
def test_any_text(text: str, single: bool, lexicon: Lexicon) -> None:
    page = Page("a.txt", "a", "0" * 64, text, single=single)
    try:
        articles = layout(page, lexicon)
    except InputError:
        return
    assert not single or len(articles) == 1
    assert [article.index for article in articles] == list(range(len(articles)))
    ends = [0, *(article.end for article in articles)]
    assert all(end <= article.start for end, article in zip(ends, articles, strict=False))
    for article in articles:
        check(article, page)
    assert articles == layout(page, lexicon)
