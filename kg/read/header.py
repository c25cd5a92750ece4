"""What stands over an article in HTML: kicker, title, subtitle, source and author, date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from kg.read.dates import written_date
from kg.read.markup import HEADINGS, elements, squeeze, text_of

BESIDE_TITLE = ("founder-introtitle", "founder-subtitle", *HEADINGS)
TITLE_CLASS = re.compile(r"(?:art|article|news)?[-_]?(?:title|headline)|font01", re.I)
BYLINE_TAGS = ("founder-author",)
BYLINE_CLASS = re.compile(
    r"sec|(?:art|article|news)?[-_]?(?:author|source|info|byline|meta)|newsarticle(?:author|source)", re.I
)
DATE_CLASS = re.compile(r"(?:art|article|news|pub)?[-_]?(?:date|time)|newsarticlepubday", re.I)
LONGEST_BYLINE = 100
NAMED = re.compile("[\u3400-\u9fff]")
TAG = re.compile(r"<[^>]*>")
SITE = re.compile(r"[_|｜]|--| [-–—] ")
"""What parts an article's title from the site's name in the title of a page."""
META = {
    "title": ("og:title", "articletitle", "title"),
    "date": (
        "article:published_time",
        "og:release_date",
        "publishdate",
        "pubdate",
        "contentdate",
        "date",
        "datepublished",
    ),
    "author": ("article:author", "author", "og:article:author"),
    "source": ("source", "mediaid", "article:source", "contentsource"),
}
"""Names (or properties) of meta tags in lower case, the surest first."""
LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{1,40})"')


@dataclass(frozen=True, slots=True)
class Header:
    """The lines over an article in page order; ``bylines`` hold source, author and date as the page prints them."""

    kickers: tuple[str, ...] = ()
    title: str = ""
    subtitles: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    date: str | None = None

    @property
    def headlines(self) -> tuple[str, ...]:
        return (*self.kickers, *filter(None, (self.title,)), *self.subtitles)


def read_header(scope: Any, body: Any, text: str) -> Header:
    """The header of the article whose text is ``text`` in the element ``body``.

    ``scope`` is the element that holds this article and no other. What a page prints comes first, then what the
    comment ``enpproperty`` says, then the meta tags (of the date; of the rest only where the scope is the whole page);
    a source or author that only these name stands as a line of its own: 来源：甲报.
    """
    said = _properties(scope)
    meta = _meta(scope.getroottree().getroot())
    alone = meta if scope.getparent() is None else {}
    over = list(takewhile(lambda element: element is not body, elements(scope)))
    told = said.get("title") or alone.get("title") or ""
    title = _title(over, told)
    kickers, subtitles = _beside(over, title)
    bylines = _bylines(over[over.index(title) + 1 :] if title is not None else over)
    name = (text_of(title) if title is not None else told) or _page_title(scope)
    if not kickers and not subtitles:
        kickers, subtitles = _told(said, "introtitle", name), _told(said, "subtitle", name)
    if not bylines:
        bylines = tuple(_unprinted(said.get("author") or alone.get("author"), alone.get("source"), text))
    dates = (said.get("date"), meta["date"], *(_date_of(e) for e in over), *bylines)
    return Header(kickers, name, subtitles, bylines, next(filter(None, (written_date(d) for d in dates if d)), None))


def _title(over: Sequence[Any], told: str) -> Any | None:
    """The last title before the text; a heading of lower rank is one only where the page tells no title at all."""
    tests: tuple[Callable[[Any], bool], ...] = (
        lambda e: e.tag == "founder-title",
        lambda e: e.tag == "h1",
        lambda e: _is(e, TITLE_CLASS),
        lambda e: e.tag in HEADINGS and (not told or text_of(e) == told),
    )
    for test in tests:
        found = [e for e in over if test(e) and text_of(e)]
        if found:
            return found[-1]
    return None


def _beside(over: Sequence[Any], title: Any | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The headings of the title's own parent before and behind it."""
    if title is None:
        return (), ()
    at = over.index(title)
    near = [(i, e) for i, e in enumerate(over) if e is not title and e.tag in BESIDE_TITLE]
    near = [(i, e) for i, e in near if e.getparent() is title.getparent() or e.tag.startswith("founder-")]
    texts = [(i, text_of(e)) for i, e in near]
    return tuple(t for i, t in texts if t and i < at), tuple(t for i, t in texts if t and i > at)


def _bylines(over: Sequence[Any]) -> tuple[str, ...]:
    taken: list[Any] = []
    for element in over:
        if any(parent in taken for parent in element.iterancestors()):
            continue
        if element.tag in BYLINE_TAGS or _is(element, BYLINE_CLASS):
            taken.append(element)
    texts = (text_of(element) for element in taken)
    return tuple(text for text in texts if text and len(text) <= LONGEST_BYLINE)


def _unprinted(author: str | None, source: str | None, text: str) -> Iterator[str]:
    """Lines for what only the properties of a page name, and its text does not."""
    for label, name in (("来源", source), ("作者", author)):
        if name and name not in text and len(name) <= LONGEST_BYLINE and NAMED.search(name):
            yield f"{label}：{name}"


def _date_of(element: Any) -> str | None:
    if element.tag == "time":
        return element.get("datetime") or text_of(element)
    return text_of(element) if element.tag == "founder-date" or _is(element, DATE_CLASS) else None


def _is(element: Any, pattern: re.Pattern[str]) -> bool:
    """Does the id or one of the classes of an element say so?"""
    names = (element.get("id", ""), *element.get("class", "").split())
    return any(pattern.fullmatch(name) for name in names)


def _properties(scope: Any) -> dict[str, str]:
    """The fields of Founder's comment: <title>…</title>, <author>…</author> …"""
    for comment in scope.xpath(".//comment()"):
        if comment.text and "enpproperty" in comment.text:
            pairs = re.findall(r"<(\w+)>(.*?)</\1>", comment.text, re.DOTALL)
            return {key.lower(): squeeze(TAG.sub("", value)) for key, value in pairs}
    return {}


def _told(said: dict[str, str], key: str, title: str) -> tuple[str, ...]:
    return (said[key],) if said.get(key) and said[key] != title else ()


def _meta(root: Any) -> dict[str, str]:
    given: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        given.setdefault(name.lower(), squeeze(element.get("content", "")))
    found = {key: next((given[n] for n in names if given.get(n)), "") for key, names in META.items()}
    linked = LINKED_DATE.search(" ".join(root.xpath("//script[@type='application/ld+json']/text()")))
    found["date"] = found["date"] or (linked[1] if linked else "")
    return found


def _page_title(scope: Any) -> str:
    for title in scope.getroottree().iter("title"):
        return next((part.strip() for part in SITE.split(squeeze(title.text or "")) if part.strip()), "")
    return ""
