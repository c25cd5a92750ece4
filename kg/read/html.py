"""HTML pages into articles: the marks of e-papers first, trafilatura where there are none.

E-papers mark the text of an article (``founder-content``, the comment ``enpcontent``, the id ``ozoom``, schema.org's
``articleBody``, HTML's ``article``), so nothing has to be guessed. Elsewhere a page with several ``h1`` is cut at
them, and trafilatura finds the text of any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile
from typing import Any

from kg.errors import InputError
from kg.read.decode import decode
from kg.read.extras import library
from kg.read.header import Header, read_header
from kg.read.markup import Line, elements, is_hidden, lines, parse, squeeze

DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE
)
HEAD_BYTES = 4096
ENP = (re.compile(r"<!--\s*enpcontent\s*-->", re.IGNORECASE), re.compile(r"<!--\s*/enpcontent\s*-->", re.IGNORECASE))
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|&#(?:x0*(?:1?[0-8bcef]|19|1[ad])|0*(?:[0-8]|1[1246-9]|15|2\d|3[01]));",
    re.IGNORECASE,
)
"""Control characters, themselves or by number: no tree of XML holds them."""
MARKS = (
    "//founder-content[not(.//founder-content)]",
    "//*[@id='ozoom']",
    "//*[@itemprop='articleBody']",
    "//article[not(ancestor::article)]",
)
"""What holds an article's text, the surest first."""
CELL = re.compile(r"^\||\|$|(?<= )\|(?= )")
"""How trafilatura writes the cells of a table."""
SENTENCE = re.compile("[。！？，；]")
"""What every text has; menus, lists of titles and notices of a script have none."""
FIRST_PIECES = 8
"""How many pieces of text tell what an element begins with."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a file: its text, headline included, and its own title and date where it tells them."""

    text: str
    title: str = ""
    date: str | None = None


def read_html(data: bytes, where: str) -> list[Article]:
    """The articles of a page in their order: headlines and bylines on lines of their own, a blank line, paragraphs.

    The encoding is that of the byte order mark, else UTF-8, else the declared one, else GB18030. Scripts, styles,
    menus and hidden elements are left out, and nothing is fetched. Raises InputError, which names ``where``, for a
    page without text, for what ``decode`` refuses, and when the extra is not installed.
    """
    declared = DECLARED.search(data, 0, HEAD_BYTES)
    text = decode(data, where, declared=declared[1].decode("ascii") if declared else "")
    text = FORBIDDEN.sub(" ", text)
    root = parse(ENP[1].sub("</founder-content>", ENP[0].sub("<founder-content>", text)), where)
    found = _marked(root) or _headed(root) or _searched(root, where)
    if not found:
        raise InputError(
            f"{where} 里没有正文（no text of an article in the page）",
            hint="正文若由脚本载入，请在浏览器里打开后另存，或复制成 .txt（if scripts load it, save the page"
            " from a browser that shows it, or copy the text into a .txt file）",
        )
    return found


def _marked(root: Any) -> list[Article]:
    """The articles of a page that marks them."""
    for mark in MARKS:
        bodies = [body for body in root.xpath(mark) if _is_text(lines(body))]
        if bodies:
            return [_article(_scope(body, bodies), body, list(lines(body))) for body in bodies]
    return []


def _headed(root: Any) -> list[Article]:
    """The articles of a page with several first headings, each followed by text."""
    found = [line for line in lines(root) if line.text]
    starts = [i for i, line in enumerate(found) if line.heading == "h1"]
    parts = [found[start:end] for start, end in pairwise([*starts, len(found)])]
    parts = [part for part in parts if _is_text(part[1:])]
    return [_composed(Header(title=part[0].text), part[1:]) for part in parts] if len(parts) > 1 else []


def _searched(root: Any, where: str) -> list[Article]:
    """The one article that trafilatura finds; where a page is too plain for it, all that is no menu."""
    extract = library("trafilatura", where, "网页").extract
    shown = deepcopy(root)
    for element in [e for e in shown.iter() if isinstance(e.tag, str) and is_hidden(e) and e is not shown]:
        element.drop_tree()
    text = extract(shown, include_comments=False, include_tables=True, with_metadata=False) or ""
    found = [Line(squeeze(CELL.sub(" ", line))) for line in text.split("\n")]
    found = [line for line in found if line.text]
    found = found if _is_text(found) else list(lines(root))
    return [_article(root, _home(root, found), found)] if _is_text(found) else []


def _home(root: Any, found: Sequence[Line]) -> Any | None:
    """The innermost element that begins with the first paragraph of the text, None when nothing does."""
    first = next(line.text for line in found if _is_text((line,)))[:12]
    home = None
    for element in elements(root):
        if squeeze("".join(islice(element.itertext(), FIRST_PIECES))).startswith(first):
            home = element
    return home


def _scope(body: Any, bodies: Sequence[Any]) -> Any:
    """The largest element around a body that holds no other."""
    scope = body
    for parent in body.iterancestors():
        if any(other is not body and parent in other.iterancestors() for other in bodies):
            break
        scope = parent
    return scope


def _article(scope: Any, body: Any, found: list[Line]) -> Article:
    """The article of the lines; a body that begins with its own headings needs no others."""
    header = read_header(scope, body, "\n".join(line.text for line in found))
    own = list(takewhile(lambda line: line.heading, found))
    if own:
        title = next((line.text for line in own if line.heading == "h1"), own[0].text)
        before = tuple(line.text for line in takewhile(lambda line: line.text != title, own))
        after = tuple(line.text for line in own[len(before) + 1 :])
        header = Header(before, title, after, (), header.date)
    return _composed(header, found[len(own) :])


def _composed(header: Header, found: Sequence[Line]) -> Article:
    over = "\n".join((*header.headlines, *header.bylines))
    shown = [line.text for line in found]
    while shown and shown[0] in header.headlines:
        shown = shown[1:]
    return Article("\n\n".join(filter(None, (over, *shown))), header.title, header.date)


def _is_text(found: Iterable[Line]) -> bool:
    return any(SENTENCE.search(line.text) for line in found)
