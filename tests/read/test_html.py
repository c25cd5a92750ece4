"""HTML pages of the usual e-papers, with invented texts."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import InputError, KgError
from kg.model import Page
from kg.read import read_paths
from kg.read.decode import decode
from kg.read.html import read_html

pytest.importorskip("trafilatura", reason="the input extra is not installed")

BODY = "<p>　　甲市总工会推出“护薪行动”，<br>服务职工。</p><script>var a = '脚本。'</script><p>乙县也来了。</p>"
PARAGRAPHS = "甲市总工会推出“护薪行动”，\n\n服务职工。\n\n乙县也来了。"

FOUNDER = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>甲报</title></head>
<body><div><h2>版面导航</h2><a href="node_2.htm">上一版。</a></div>
<!--enpproperty <articleid>1</articleid><date>2025-11-16 08:00:00:000</date><author>安文远</author><title><p>甲市推出行动</p></title>
<keyword></keyword><subtitle>副题在下</subtitle><introtitle><p>肩题在上</p></introtitle><nodename>要闻</nodename>/enpproperty-->
<!--enpcontent--><founder-content>{BODY}</founder-content><!--/enpcontent--><table><tr><td>上一篇，下一篇。</td></tr></table></body></html>"""

PEOPLE = f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>甲报</title></head><body>
<ul class="nav"><li><h3>第01版：要闻，甲。</h3></li></ul>
<div class="article"><h3>肩题在上</h3><h1>甲市推出<br>行动</h1><h2>——副题在下</h2>
<p class="sec">本报记者　安文远<span class="date">《甲报》（2025年11月16日　第 01 版）</span></p>
<div id="ozoom">{BODY}<table><tr><td><img src="a.jpg"></td></tr><tr><td>图为现场。方知行摄</td></tr></table></div></div>
<div>版权所有，不得转载。</div></body></html>"""

MARKED = f"""<!DOCTYPE html><meta charset="utf-8"><meta property="article:published_time" content="2025-11-16T08:00:00+08:00">
<h1>甲报</h1><main><article><header><h2>第一题</h2><p>记者 安文远</p></header>{BODY}<h3>小标题</h3><p>又一段。</p></article>
<article><h2>第二题</h2><p>乙县总工会，另一篇。</p></article><article><h2>没有正文的</h2></article></main><footer>版权所有。</footer>"""

PLAIN = f"""<html><head><meta charset="utf-8"><title>甲市推出行动_甲报网</title><meta name="source" content="甲报">
<meta name="author" content="方知行"><meta name="publishdate" content="2025-11-16"></head>
<body><div class="menu"><ul><li><a href="/">首页</a></li><li><a href="/b">新闻</a></li></ul></div>
<div class="main"><h1>甲市推出行动</h1><div class="text">{"".join(f"<p>第{n}段，甲市总工会联合市司法局推出“护薪行动”，为外来务工者提供法律服务，覆盖各个县区。</p>" for n in "一二三四")}</div></div>
<div class="foot"><a href="/c">关于我们</a></div></body></html>"""


def read(tmp_path: Path, html: str | bytes, name: str = "a.html") -> tuple[list[Page], list[str]]:
    file = tmp_path / name
    file.write_bytes(html if isinstance(html, bytes) else html.encode())
    errors: list[KgError] = []
    pages = list(read_paths([file], date="2020-01", on_error=errors.append))
    assert all(isinstance(error, InputError) and error.hint for error in errors)
    return pages, [str(error) for error in errors]


def test_a_page_of_the_founder_system(tmp_path: Path) -> None:
    pages, errors = read(tmp_path, FOUNDER.encode("gb18030"))
    assert not errors
    assert [(p.uri, p.name, p.published, p.title, p.single) for p in pages] == [
        ("a.html", "a", "2025-11-16", "甲市推出行动", True)
    ]
    assert pages[0].text == f"肩题在上\n甲市推出行动\n副题在下\n作者：安文远\n\n{PARAGRAPHS}"


def test_a_page_whose_header_is_printed(tmp_path: Path) -> None:
    pages, errors = read(tmp_path, PEOPLE, "a.htm")
    assert not errors
    assert pages[0].published == "2025-11-16"
    assert pages[0].title == "甲市推出 行动"
    head = "肩题在上\n甲市推出 行动\n——副题在下\n本报记者 安文远《甲报》（2025年11月16日 第 01 版）"
    assert pages[0].text == f"{head}\n\n{PARAGRAPHS}\n\n图为现场。方知行摄"


def test_several_articles_are_several_pages(tmp_path: Path) -> None:
    pages, errors = read(tmp_path, MARKED)
    assert not errors
    assert [(p.uri, p.name, p.published, p.title) for p in pages] == [
        ("a.html#1", "a-1", "2025-11-16", None),
        ("a.html#2", "a-2", "2025-11-16", None),
    ]
    assert pages[0].text == f"第一题\n\n记者 安文远\n\n{PARAGRAPHS}\n\n小标题\n\n又一段。"
    assert pages[1].text == "第二题\n\n乙县总工会，另一篇。"


def test_a_page_with_nothing_but_headings_and_paragraphs(tmp_path: Path) -> None:
    pages, errors = read(tmp_path, '<meta charset="utf-8"><h1>甲</h1><p>一，<p>二。<h1>乙</h1><p>三。')
    assert not errors
    assert [page.text for page in pages] == ["甲\n\n一，\n\n二。", "乙\n\n三。"]
    assert [page.published for page in pages] == ["2020-01", "2020-01"]


def test_a_page_without_the_marks_of_an_e_paper(tmp_path: Path) -> None:
    pages, errors = read(tmp_path, PLAIN)
    assert not errors
    lines = pages[0].text.split("\n")
    assert lines[:3] == ["甲市推出行动", "来源：甲报", "作者：方知行"]
    assert [line[:3] for line in lines[4::2]] == ["第一段", "第二段", "第三段", "第四段"]
    assert "首页" not in pages[0].text
    assert "关于我们" not in pages[0].text
    assert pages[0].published == "2025-11-16"


def test_the_title_of_the_page_stands_in_for_a_missing_heading(tmp_path: Path) -> None:
    pages, _ = read(tmp_path, "<title>甲市推出行动_甲报网</title><p>甲市总工会推出“护薪行动”。</p>")
    assert pages[0].text == "甲市推出行动\n\n甲市总工会推出“护薪行动”。"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<!-- 甲。 -->",
        "<frameset><frame src='a.htm'></frameset>",
        "<script>document.write('甲。')</script><a>首页</a>",
        "<p hidden>甲。</p><p style='display: none'>乙。</p>",
    ],
)
def test_a_page_without_text_is_told(tmp_path: Path, html: str) -> None:
    pages, errors = read(tmp_path, html or " ")
    assert not pages
    assert len(errors) == 1
    assert "a.html" in errors[0]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("gb2312", "utf-8"), ("utf-8", "gb18030"), ("big5", "big5"), ("none", "utf-16")],
)
def test_encodings(tmp_path: Path, declared: str, encoding: str) -> None:
    html = f'<meta charset="{declared}"><article><p>甲市工人，乙市工人。</p></article>'
    pages, errors = read(tmp_path, html.encode(encoding))
    assert not errors
    assert pages[0].text == "甲市工人，乙市工人。"


def test_a_declared_encoding_that_is_none() -> None:
    assert decode("甲。".encode("gb18030"), "a", declared="no-such-thing") == "甲。"
    assert decode("甲。".encode("gb18030"), "a", declared="hex") == "甲。"


def test_what_nests_deep_does_not_break(tmp_path: Path) -> None:
    pages, errors = read(tmp_path, "<div>" * 1000 + "<p>正文，甲。</p>" + "</div>" * 1000)
    assert not errors
    assert [page.text for page in pages] == ["正文，甲。"]


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    html = "<link rel=stylesheet href='http://192.0.2.1/a.css'><img src='http://192.0.2.1/a.png'><p>正文，甲。</p>"
    dtd = '<!DOCTYPE html SYSTEM "http://192.0.2.1/a.dtd">'
    assert read(tmp_path, dtd + html)[0][0].text == "正文，甲。"


@pytest.mark.parametrize("module", ["lxml.html", "trafilatura"])
def test_without_the_extra_it_says_what_to_type(module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    pages, errors = read(tmp_path, PLAIN)
    assert not pages
    assert 'pip install "baotu[input]"' in errors[0]


TAGS = "html head body title div p br h1 h2 h3 span table tr td article script style pre ul li founder-content section".split()
ATTRIBUTES = ("", " id='ozoom'", " class='title sec'", " hidden", " style='display:none'", " itemprop='articleBody'")
PIECES = st.one_of(
    st.sampled_from([f"<{tag}{attribute}>" for tag in TAGS for attribute in ATTRIBUTES]),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.sampled_from(
        [
            "甲市总工会，",
            "推出行动。",
            "<!-- enpcontent -->",
            "<!--/enpcontent-->",
            "<!--",
            "-->",
            "&#0;",
            "&nbsp;",
            "<?x",
            "<",
        ]
    ),
    st.text(max_size=4),
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=30))
@example(["<body class='title'>", "<article style='display:none'>", "</article>", "\x08"])
@example(["<body class='title'>", "<article style='display:none'>", "</article>", "&#8;"])
def test_any_markup_gives_text_or_says_why_not(pieces: list[str]) -> None:
    with suppress(InputError):
        for article in read_html("".join(pieces).encode("utf-8", "replace"), "a.html"):
            assert article.text.strip()
            assert "\n\n\n" not in article.text
            assert article.text == article.text.strip()
