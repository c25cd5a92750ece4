"""The sentences of a page, to show a mistake where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluate.key import plain
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence at its page offsets, as it reads and as it is compared."""

    start: int
    end: int
    text: str
    plain: str


def lines_of(articles: Iterable[Article]) -> tuple[Line, ...]:
    """Every sentence of the articles, headlines and captions included."""
    lines = []
    for article in articles:
        for sentence in article.sentences:
            start, end = article.page_span(sentence.start, sentence.end)
            text = " ".join(article.text[sentence.start : sentence.end].split())
            lines.append(Line(start, end, text, plain(text)))
    return tuple(lines)


def line_at(lines: Iterable[Line], start: int) -> str:
    """The sentence at a page offset, '' where there is none."""
    return next((line.text for line in lines if line.start <= start < line.end), "")


def line_with(lines: Sequence[Line], names: Sequence[Sequence[str]]) -> str:
    """The first sentence that holds all names, each in one of its forms; else one that holds the first of them.

    '' when no sentence does.
    """
    wanted = [[form for form in map(plain, forms) if form] for forms in names]
    for some in (wanted, *([one] for one in wanted)):
        for line in lines:
            if some and all(any(form in line.plain for form in forms) for forms in some):
                return line.text
    return ""
