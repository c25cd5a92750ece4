"""An HTML element into lines of text, the way a browser would break them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.read.extras import library

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "founder-author founder-content founder-date founder-introtitle founder-subtitle founder-title h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
"""What stands on lines of its own; ``br`` ends a line too."""
CELLS = frozenset(("td", "th"))
DROPPED = frozenset(
    "aside audio button canvas embed footer head iframe input label map math nav noscript object option rp rt "
    "script select style svg template textarea video".split()
)
"""What is no text of an article."""
HEADINGS = ("h1", "h2", "h3", "h4")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
IGNORED = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
CJK = "\u3000-\u303f\u3400-\u9fff\uff01-\uff60“”‘’—…·"
BROKEN = re.compile(rf"(?<=[{CJK}])[ \t]*[\r\n]\s*(?=[{CJK}])")
"""A line end of the source between two Chinese characters is no space."""
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the heading (h1 … h4) that it stands in, '' for none."""

    text: str
    heading: str = ""


def parse(text: str, where: str) -> Any:
    """The root element of a page, nothing fetched; raises InputError when lxml is not installed."""
    html = library("lxml.html", where, "网页")
    etree = library("lxml.etree", where, "网页")
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_pis=True)
    try:
        return html.document_fromstring(DECLARATION.sub("", text), parser=parser)
    except etree.ParserError:  # nothing but comments
        return html.document_fromstring("<p></p>")


def squeeze(text: str) -> str:
    """The text with its white space as a browser shows it, invisible characters left out.

    >>> squeeze(" 甲市\\n  总工会　推出\\u200b ")
    '甲市总工会 推出'
    """
    return " ".join(BROKEN.sub("", IGNORED.sub("", text)).split())


def lines(root: Any) -> Iterator[Line]:
    """The lines of an element in document order, empty ones left out; what is dropped or hidden has none."""
    pieces: list[str] = []
    headings: list[str] = []

    def flush() -> Iterator[Line]:
        text = squeeze("".join(pieces))
        pieces.clear()
        if text:
            yield Line(text, headings[-1] if headings else "")

    # by hand and not by recursion: a page may nest deeper than the stack of Python
    road: list[tuple[Any, bool]] = [(root, True)]
    while road:
        element, opens = road.pop()
        tag = element.tag if isinstance(element.tag, str) else ""  # comments have none
        kept = bool(tag) and tag not in DROPPED and not is_hidden(element)
        if opens and kept:
            if tag in BLOCKS or tag == "br":
                yield from flush()
            if tag in HEADINGS:
                headings.append(tag)
            pieces.append(element.text or "")
            road.append((element, False))
            road.extend((child, True) for child in reversed(element))
            continue
        if kept:
            if tag in BLOCKS:
                yield from flush()
            elif tag in CELLS:
                pieces.append(" ")
            if tag in HEADINGS:
                headings.pop()
        if element is not root:
            pieces.append(element.tail or "")
    yield from flush()


def elements(root: Any) -> Iterator[Any]:
    """The elements in document order, without those that are dropped or hidden and what is in them."""
    road = [root]
    while road:
        element = road.pop()
        if isinstance(element.tag, str) and element.tag not in DROPPED and not is_hidden(element):
            yield element
            road.extend(reversed(element))


def text_of(element: Any) -> str:
    """All text of an element on one line."""
    return " ".join(line.text for line in lines(element))


def is_hidden(element: Any) -> bool:
    """Does a browser leave the element out, by its own attributes?"""
    return "hidden" in element.attrib or HIDDEN.search(element.get("style", "")) is not None
