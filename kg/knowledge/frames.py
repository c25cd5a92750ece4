"""Relation rules: ``ontology/frames/*.yaml`` read, checked and frozen.

A file holds the rules of one property. A rule is read in one of three ways: ``triggers`` (verbs; the engine finds
the roles by grammar), ``patterns`` (a formula with typed holes), or ``by`` (a construction that the engine knows).
Every mistake of every file is collected and reported at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from importlib.resources.abc import Traversable

from kg.errors import KnowledgeError
from kg.knowledge.frame_file import RuleFile, read_rule_file
from kg.knowledge.frame_model import (
    CONSTRUCTIONS,
    ENTITY_HOLES,
    HOLE,
    HOLES,
    PLACES,
    PROPERTIES,
    Example,
    Frames,
    Role,
    Rule,
)

__all__ = [
    "CONSTRUCTIONS",
    "ENTITY_HOLES",
    "HOLE",
    "HOLES",
    "PLACES",
    "PROPERTIES",
    "Example",
    "Frames",
    "Role",
    "Rule",
    "load_frames",
]


def load_frames(folders: Iterable[Traversable], properties: Collection[str] = PROPERTIES) -> Frames:
    """Reads every ``*.yaml`` of the folders; a rule of a later folder replaces the one of the same id before it.

    ``properties`` are those the ontology declares. Raises one KnowledgeError that lists every mistake found with
    its file and line, what was found and what to type, in Chinese and English.
    """
    errors: list[str] = []
    rules: dict[str, Rule] = {}
    words: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        own: dict[str, Rule] = {}
        files = [f for f in folder.iterdir() if f.name.endswith((".yaml", ".yml"))] if folder.is_dir() else []
        for source in sorted(files, key=lambda f: f.name):
            file = RuleFile(source.name, errors)
            found, more = read_rule_file(file, source.read_text(encoding="utf-8"), properties)
            words |= more
            for rule in found:
                other = own.setdefault(rule.id, rule)
                if other is not rule:
                    file.wrong(
                        rule.line,
                        f"规则号 {rule.id} 重复，{other.file} 第 {other.line} 行已用（duplicate id）",
                        "换一个没有用过的号（give it a number of its own）",
                    )
        rules |= own
    if errors:
        raise KnowledgeError(
            f"规则文件有 {len(errors)} 处错误（{len(errors)} mistakes in rule files）：\n" + "\n".join(errors),
            hint="改好后运行 kg rules test（correct them, then run kg rules test）",
        )
    return Frames(tuple(rules.values()), words)
