"""Units into articles: reading order, page offsets, sentences, and the facts about the article itself."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace

from kg.errors import InputError
from kg.knowledge.lexicon import Lexicon
from kg.layout.credits import Credits
from kg.layout.cut import articles_of
from kg.layout.headline import Role, roles_of
from kg.layout.units import Unit, units_of
from kg.layout.words import Words, words_of
from kg.model import Article, Block, BlockKind, Page, Sentence
from kg.text import fold, fold_marks, sentence_ends

WORDS = re.compile(r"\w")
KINDS: dict[Role, BlockKind] = {
    "title": "headline",
    "headline": "headline",
    "label": "label",
    "subhead": "subhead",
    "note": "note",
}
ORDER: dict[BlockKind, int] = {"headline": 0, "label": 1}


def layout(page: Page, lexicon: Lexicon | Words) -> tuple[Article, ...]:
    """The articles of a page, in page order; a single page is exactly one.

    Who lays out many pages hands over ``words_of(lexicon)``, made once, in the place of the lexicon.

    Every character of an article but the newlines between blocks stands, folded, at its page offset; a newline
    carries the offset of the character before it. Raises InputError when the page holds no text.
    """
    words = lexicon if isinstance(lexicon, Words) else words_of(lexicon)
    folded = fold(page.text)
    units = _with_text(units_of(fold_marks(folded), words, single=page.single), single=page.single)
    if not units:
        raise InputError(
            f"{page.uri} 里没有文章（no article on the page）",
            hint="页面应有正文段落（a page needs at least one line of text）",
        )
    groups = [units] if page.single else articles_of(units, words)
    printed = next((unit.note.date for unit in units if unit.note.date), None)
    return tuple(_article(index, group, page, folded, words, printed) for index, group in enumerate(groups))


def _with_text(units: Sequence[Unit], *, single: bool) -> list[Unit]:
    """The units; where all is short lines, those behind the first count as the body. None without any text."""
    units = [unit for unit in units if unit.text]
    if any(unit.matter for unit in units):
        return units
    short = [index for index, unit in enumerate(units) if unit.kind == "short"]
    lines = short or ([index for index, unit in enumerate(units) if WORDS.search(unit.text)] if single else [])
    body = lines[1:] or lines
    return [replace(u, kind="body") if i in body else u for i, u in enumerate(units)] if lines else []


def _article(index: int, units: Sequence[Unit], page: Page, folded: str, words: Words, printed: str | None) -> Article:
    units, roles = roles_of(units, words, single=page.single)
    kinds = [_kind(unit, roles.get(i)) for i, unit in enumerate(units)]
    order = sorted(range(len(units)), key=lambda i: (ORDER.get(kinds[i], 2), i))
    text, offsets, blocks = _reading([(kinds[i], units[i]) for i in order], folded)
    title = next((units[i].text for i in order if roles.get(i) == "title"), "")
    reporters, photographers, agency = _names(units, words)
    date = next((unit.note.date for unit in units if unit.note.date), printed)

    def texts(kind: BlockKind) -> tuple[str, ...]:
        return tuple(text[block.start : block.end] for block in blocks if block.kind == kind)

    return Article(
        index=index,
        text=text,
        offsets=offsets,
        blocks=blocks,
        sentences=tuple(_sentences(text, blocks)),
        title=page.title or title,
        headline_lines=texts("headline"),
        labels=texts("label"),
        subheads=texts("subhead"),
        reporters=reporters,
        photographers=photographers,
        agency=agency,
        continued_on=next((unit.note.continued_on for unit in units if unit.note.continued_on), None),
        continued_from=next((unit.note.continued_from for unit in units if unit.note.continued_from), None),
        start=min(unit.spans[0][0] for unit in units),
        end=max(unit.spans[-1][1] for unit in units),
        published=page.published or date,
    )


def _kind(unit: Unit, role: Role | None) -> BlockKind:
    if unit.kind == "short":
        return KINDS[role or "subhead"]
    return unit.kind


def _reading(parts: Sequence[tuple[BlockKind, Unit]], folded: str) -> tuple[str, array[int], tuple[Block, ...]]:
    """The reading text, its page offsets and its blocks."""
    offsets = array("I")
    texts: list[str] = []
    blocks: list[Block] = []
    for kind, unit in parts:
        if offsets:
            offsets.append(offsets[-1])
        start = len(offsets)
        for low, high in unit.spans:
            offsets.extend(range(low, high))
        blocks.append(Block(kind, start, len(offsets)))
        texts.append("".join(folded[low:high] for low, high in unit.spans))
    return "\n".join(texts), offsets, tuple(blocks)


def _sentences(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    found: list[Sentence] = []
    for block in blocks:
        said = text[block.start : block.end]
        start = 0
        for end in sentence_ends(said):
            kept = said[start:end]
            margin = len(kept) - len(kept.lstrip())
            if kept.strip():
                found.append(
                    Sentence(block.start + start + margin, block.start + start + len(kept.rstrip()), block.kind)
                )
            start = end
    return found


def _names(units: Sequence[Unit], words: Words) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """Reporters, photographers and the medium that the article comes from.

    A picture's agency is the article's only where no reporter signs it: a paper illustrates its own texts.
    """
    names = Credits()
    for unit in units:
        if not unit.credits.editors:
            names += replace(unit.credits, agency=None)
    written = [unit.credits.agency for unit in units if unit.kind == "byline"]
    sources = [unit.note.source for unit in units]
    pictures = [] if names.reporters else [unit.credits.agency for unit in units if unit.kind == "credit"]
    own = tuple(words.own_media)
    agency = next((name for name in (*written, *sources, *pictures) if name and not name.startswith(own)), None)
    return names.reporters, names.photographers, agency
