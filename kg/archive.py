"""The pages of a built graph with what was read from them, kept so that unchanged pages are not read again.

``DIR/pages/NAME.json`` holds one document: the page's text, its facts, and the digests of the code and the knowledge
that read it. ``DIR/knowledge.json`` holds the parts of that knowledge, from which follows what a change of it could
touch. A file that does not fit is read again, never trusted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import InputError, KgError
from kg.knowledge import Knowledge
from kg.knowledge.parts import Change, Parts, difference, parts, parts_from, parts_json
from kg.model import (
    Article,
    Block,
    Document,
    Entity,
    Facts,
    Page,
    Quantity,
    Refusal,
    Relation,
    Time,
)

PAGES = "pages"
KNOWLEDGE = "knowledge.json"
_DAMAGE = (ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with the digests of the code and of the knowledge that read it."""

    document: Document
    code: str
    knowledge: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What pages are read with now: digests of code and knowledge, and how the knowledge of the last build differed."""

    code: str
    knowledge: Parts
    before: str
    change: Change

    def holds(self, kept: Kept) -> bool:
        """Would the page be read the same today?"""
        if kept.code != self.code:
            return False
        if kept.knowledge == self.knowledge.digest:
            return True
        page = kept.document.page
        return kept.knowledge == self.before and not self.change.touches(page.text + (page.title or ""))

    def keep(self, document: Document) -> Kept:
        """The document as one that is read, or would be read the same, today."""
        return Kept(document, self.code, self.knowledge.digest)


def reading(directory: Path, knowledge: Knowledge) -> Reading:
    """What a build into the directory reads with."""
    now = parts(knowledge)
    try:
        before = parts_from(json.loads((directory / KNOWLEDGE).read_text(encoding="utf-8")))
    except (OSError, *_DAMAGE):
        return Reading(code_digest(), now, "", Change(everything=True))
    return Reading(code_digest(), now, before.digest, difference(before, now))


def code_digest() -> str:
    """A short hash over kg's own source: a reading made by other code is not kept."""
    total = sha256()
    root = Path(__file__).parent
    for file in sorted(root.rglob("*.py")):
        total.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def dump_document(document: Document, reader: str) -> str:
    """The document as JSON; of the reading text and its offsets only the place of the headline is kept, since
    nothing else needs them once a page is read.

    ``reader`` are the digests of code and knowledge, with a space between.
    """
    facts = []
    for part in document.facts:
        data = {name: [_plain(item) for item in items] for name, items in _plain(part).items() if name != "article"}
        told = replace(part.article, text="", offsets=(), blocks=(), sentences=())
        facts.append({"article": _plain(told) | {"headline": _headline(part.article)}} | data)
    return json.dumps({"reader": reader, "page": _plain(document.page), "facts": facts}, ensure_ascii=False) + "\n"


def dump_kept(kept: Kept) -> str:
    """The file of a page."""
    return dump_document(kept.document, f"{kept.code} {kept.knowledge}")


def dump_knowledge(known: Parts) -> str:
    """The file beside the pages."""
    return json.dumps(parts_json(known), ensure_ascii=False) + "\n"


def load_document(text: str) -> tuple[str, Document]:
    """The reader and the document of a file; raises ValueError, KeyError or TypeError for any other text."""
    data = json.loads(text)
    return str(data["reader"]), Document(Page(**data["page"]), tuple(_facts(part) for part in data["facts"]))


def kept_page(directory: Path, name: str) -> Kept | None:
    """What is kept of the page of that name, or None."""
    return _load(directory / PAGES / f"{name}.json")


def kept_pages(directory: Path, on_error: Callable[[KgError], None]) -> Iterator[Kept]:
    """All that a built graph keeps, by page name; a file that is damaged becomes an InputError for ``on_error``."""
    for file in sorted((directory / PAGES).glob("*.json")):
        if kept := _load(file):
            yield kept
        else:
            what = f"{file} 已损坏，版面 {file.stem} 不再在图谱里（damaged: the page leaves the graph）"
            on_error(InputError(what, hint="kg add 再加一次（add the page again）"))


def _load(file: Path) -> Kept | None:
    """What the file holds; only the page, read by nothing, where the facts are of another form; None for neither."""
    try:
        text = file.read_text(encoding="utf-8")
        page = Page(**json.loads(text)["page"])
    except (OSError, *_DAMAGE):
        return None
    try:
        reader, document = load_document(text)
    except _DAMAGE:
        return Kept(Document(page), "", "")
    code, _, knowledge = reader.partition(" ")
    return Kept(document, code, knowledge)


def _plain(item: Any) -> dict[str, Any]:
    """The fields of a flat dataclass; ``asdict`` would copy every value of them, which takes ten times as long."""
    return {field.name: getattr(item, field.name) for field in fields(item)}


def _headline(article: Article) -> tuple[int, int] | None:
    """The page offsets of the first headline."""
    heads = (block for block in article.blocks if block.kind == "headline" and block.start < block.end)
    return next((article.page_span(block.start, block.end) for block in heads if article.offsets), None)


def _facts(data: dict[str, Any]) -> Facts:
    told = _tuples(data["article"])
    if head := told.pop("headline"):
        told |= {"offsets": range(*head), "blocks": (Block("headline", 0, head[1] - head[0]),)}
    return Facts(
        article=Article(**told),
        entities=tuple(
            Entity(**{**_tuples(e), "mentions": tuple((a, b) for a, b in e["mentions"])}) for e in data["entities"]
        ),
        relations=tuple(Relation(**r) for r in data["relations"]),
        quantities=tuple(Quantity(**q) for q in data["quantities"]),
        times=tuple(Time(**t) for t in data["times"]),
        refusals=tuple(Refusal(**r) for r in data["refusals"]),
    )


def _tuples(data: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
