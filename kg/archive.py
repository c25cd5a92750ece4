"""The pages of a built graph with what was read from them, kept so that unchanged pages are not read again.

``DIR/pages/NAME.json`` holds one document: the page's text, its facts, and the key of the reading (the page's bytes,
its date, the version of kg and the digest of its knowledge). A file that does not fit is read again, never trusted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.model import (
    Article,
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


def page_key(page: Page, reading: str) -> str:
    """What a reading depends on: the page itself, and ``reading``, the version of code and knowledge."""
    return "\t".join((page.uri, page.sha256, page.published or "", page.title or "", reading))


def code_digest() -> str:
    """A short hash over kg's own source: a reading made by other code is not kept."""
    total = sha256()
    root = Path(__file__).parent
    for file in sorted(root.rglob("*.py")):
        total.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def dump_document(document: Document, key: str) -> str:
    """The document as JSON; reading offsets are left out, nothing needs them once a page is read."""
    facts = []
    for part in document.facts:
        data = asdict(part)
        for name in ("text", "offsets", "blocks", "sentences"):
            del data["article"][name]
        facts.append(data)
    return json.dumps({"key": key, "page": asdict(document.page), "facts": facts}, ensure_ascii=False) + "\n"


def load_document(text: str) -> tuple[str, Document]:
    """The key and the document of a file; raises ValueError, KeyError or TypeError for any other text."""
    data = json.loads(text)
    return str(data["key"]), Document(Page(**data["page"]), tuple(_facts(part) for part in data["facts"]))


def cached(directory: Path, name: str, key: str) -> Document | None:
    """The document of that page if it was read by the same code and knowledge, else None."""
    file = directory / PAGES / f"{name}.json"
    try:
        found, document = load_document(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return document if found == key else None


def kept(directory: Path) -> Iterator[tuple[str, Document]]:
    """All documents of a built graph with their keys, by page name; files that are damaged are passed over."""
    for file in sorted((directory / PAGES).glob("*.json")):
        try:
            yield load_document(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError):
            continue


def _facts(data: dict[str, Any]) -> Facts:
    article = _tuples(data["article"])
    return Facts(
        article=Article(**article, text="", offsets=(), blocks=(), sentences=()),
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
