"""Whole pages of many layouts: what `layout` makes of them."""

import pytest

from kg.errors import InputError
from kg.knowledge.lexicon import Lexicon
from kg.layout import layout
from kg.model import Article, Page
from layout.pages import FRONT, PAGES
from layout.pages_short import CONTINUED


def page(text: str, **more: object) -> Page:
    return Page("page.txt", "page", "0" * 64, text, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str, lexicon: Lexicon) -> None:
    text, wanted = PAGES[name]
    articles = layout(page(text), lexicon)
    assert [article.title for article in articles] == [want.title for want in wanted]
    for article, want in zip(articles, wanted, strict=True):
        assert article.headline_lines == (want.lines if want.lines is not None else (want.title,))
        assert article.labels == want.labels
        assert article.subheads == want.subheads
        assert " ".join(article.reporters) == want.reporters
        assert " ".join(article.photographers) == want.photographers
        assert article.agency == want.agency
        assert article.continued_on == want.on
        assert want.last in article.text
        assert [other.first for other in wanted if other.first in article.text] == [want.first]


def test_facts_of_the_page_itself(lexicon: Lexicon) -> None:
    front = layout(page(FRONT), lexicon)
    assert [article.published for article in front] == ["2031-04-06"] * 2
    assert layout(page(FRONT, published="2031-04"), lexicon)[0].published == "2031-04"
    assert layout(page(CONTINUED), lexicon)[0].continued_from == "第1版"


def test_reading_order_and_offsets(lexicon: Lexicon) -> None:
    text, _ = PAGES["behind"]
    article = layout(page(text), lexicon)[0]
    lines = article.text.split("\n")
    assert lines[:4] == [
        "老钳工退休前传下一把锉刀和三十年手艺",
        "『高树声工作室』的故事在丁厂延续",
        "匠心故事",
        "本报记者 郑书远 本报通讯员 何以安",
    ]
    start = article.text.index("他都摸过")
    assert article.page_span(start, start + 4) == (text.index("他都"), text.index("摸过") + 2)


def test_a_number_opens_the_subtitle(lexicon: Lexicon) -> None:
    text = """川东日报
2031年4月6日 星期日 第03版

壬市图书馆推出“夜读”行动
1.2万名读者受益

本报讯（记者田雨）壬市图书馆昨日推出“夜读”行动，闭馆推迟到零点，1.2万名读者受益。"""
    article = layout(page(text), lexicon)[0]
    assert (article.title, article.published) == ("壬市图书馆推出“夜读”行动", "2031-04-06")


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


RECORD = """甲县举办春季招聘会 百家企业揽才

甲乙网消息(新闻早知道)：4月3日，甲县举办春季招聘会，提供岗位3100个。
服务送到村口
甲县人社局开出12趟“就业专车”，把村民接到会场。（文字编辑：王明远）
"""


def test_a_record_is_one_article(lexicon: Lexicon) -> None:
    (article,) = layout(page(RECORD, single=True), lexicon)
    assert article.title == "甲县举办春季招聘会 百家企业揽才"
    assert article.subheads == ("服务送到村口",)
    assert article.agency == "甲乙网"
    assert article.reporters == ()
    assert kinds(article) == [
        ("headline", "甲县举办春季招聘会 百家企业揽才"),
        ("byline", "甲乙网消息(新闻早知道)："),
        ("body", "4月3日，甲县举办春季招聘会，提供岗位3100个。"),
        ("subhead", "服务送到村口"),
        ("body", "甲县人社局开出12趟“就业专车”，把村民接到会场。"),
        ("note", "（文字编辑：王明远）"),
    ]


def test_a_record_keeps_its_own_title(lexicon: Lexicon) -> None:
    (article,) = layout(page("甲县举办招聘会。", single=True, title="岗位三千"), lexicon)
    assert (article.title, article.headline_lines) == ("岗位三千", ())


@pytest.mark.parametrize("single", [False, True])
def test_a_line_without_a_stop_is_an_article(single: bool, lexicon: Lexicon) -> None:
    (article,) = layout(page("甲市总工会推出“护薪行动”", single=single), lexicon)
    assert [sentence.kind for sentence in article.sentences] == ["body"]


@pytest.mark.parametrize("text", ["", " \n\n", "《甲市报》（2031年4月6日 第1版）"])
def test_a_page_without_an_article(text: str, lexicon: Lexicon) -> None:
    with pytest.raises(InputError, match=r"page\.txt"):
        layout(page(text), lexicon)
