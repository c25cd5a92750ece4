"""报图 kg: Chinese newspaper pages into a knowledge graph, by rule and offline.

>>> import kg
>>> sorted(kg.__all__)
['Document', 'KgError', 'Page', 'build_reader', 'load', 'open']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.knowledge import load
    from kg.library import open_built as open
    from kg.model import Document, Page
    from kg.pipeline import build_reader

__all__ = ["Document", "KgError", "Page", "build_reader", "load", "open"]

_HOMES = {
    "Document": ("kg.model", "Document"),
    "KgError": ("kg.errors", "KgError"),
    "Page": ("kg.model", "Page"),
    "build_reader": ("kg.pipeline", "build_reader"),
    "load": ("kg.knowledge", "load"),
    "open": ("kg.library", "open_built"),
}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first asked for: importing kg does no work."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
