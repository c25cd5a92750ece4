"""Lexicons: plain term lists, one file a category, one term a line.

``ontology/lexicons/organization_kinds.txt`` is the category ``organization_kinds``. ``#`` starts a comment,
blank lines are skipped. A term may carry a value behind a tab (a short form and the name it stands for).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from kg.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Terms by category, and categories by term."""

    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """category -> term -> value ('' where the line gives none)"""

    def __getitem__(self, category: str) -> Mapping[str, str]:
        try:
            return self.values[category]
        except KeyError:
            raise KnowledgeError(
                f"没有词表 {category}（no lexicon {category}）",
                hint=f"现有词表（available）: {'、'.join(sorted(self.values))}",
            ) from None


def load_lexicon(folders: Iterable[Traversable]) -> Lexicon:
    """Reads every ``*.txt`` of the folders; a later folder adds to the categories of an earlier one.

    Raises KnowledgeError with file and line when a line holds a term twice over or more than one tab.
    """
    values: dict[str, dict[str, str]] = {}
    for folder in folders:
        if not folder.is_dir():
            continue
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if not file.name.endswith(".txt"):
                continue
            terms = values.setdefault(file.name[:-4], {})
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                line = line.split("#", 1)[0].rstrip()
                if not line.strip():
                    continue
                term, *rest = line.strip(" ").split("\t")
                if len(rest) > 1 or not term or term != term.strip():
                    raise KnowledgeError(
                        f"{file.name} 第 {number} 行：{line!r} 应为一个词，或“词<TAB>值”",
                        hint="one term a line, optionally a tab and its value",
                    )
                terms[term] = rest[0].strip() if rest else ""
    return Lexicon(values)
