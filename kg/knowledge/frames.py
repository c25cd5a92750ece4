"""Relation rules: ``ontology/frames/*.yaml`` read, checked and frozen.

A file holds rules of one property; a long one may be parted by theme into several, whose rules go by their numbers as
if they stood in one. A rule is read in one of three ways: ``triggers`` (verbs; the engine finds the roles by grammar),
``patterns`` (a formula with typed holes), or ``by`` (a construction that the engine knows). Every mistake of every file
is collected and reported at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.frame_example import MARK
from kg.knowledge.frame_file import read_rule_file
from kg.knowledge.frame_mistakes import Mistake, RuleFile
from kg.knowledge.frame_model import (
    CONSTRUCTIONS,
    ENTITY_HOLES,
    HOLE,
    HOLES,
    MEASURED,
    PLACES,
    PROPERTIES,
    WORD_HOLES,
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
    "MARK",
    "MEASURED",
    "PLACES",
    "PROPERTIES",
    "WORD_HOLES",
    "Example",
    "Frames",
    "Role",
    "Rule",
    "load_frames",
]

_ENDINGS = (".yaml", ".yml")
_HOME = str(Path(__file__).resolve().parents[2])
"""Where the files stand that ship with kg, in a checkout or in a wheel."""


def load_frames(folders: Iterable[Traversable], properties: Collection[str] = PROPERTIES) -> Frames:
    """Reads every ``*.yaml`` of the folders; a rule of a later folder replaces the one of the same id before it.

    ``properties`` are those the ontology declares. Raises one KnowledgeError that lists every mistake found with
    its file and line, what was found and what to type, in Chinese and English.
    """
    mistakes: list[Mistake] = []
    rules: dict[str, Rule] = {}
    words: dict[str, tuple[str, ...]] = {}
    for number, folder in enumerate(folders):
        own: dict[str, Rule] = {}
        for source in sorted(folder.iterdir(), key=lambda f: f.name) if folder.is_dir() else ():
            found: list[Mistake] = []
            file = RuleFile(_shown(source, number), found)
            if source.is_dir() and any(f.name.lower().endswith(_ENDINGS) for f in source.iterdir()):
                hint = f"把里面的规则文件移到 frames/（move its rule files up to frames/）: {source.name}/*.yaml"
                file.wrong(1, f"frames/ 里的目录 {source.name} 不会被读（a folder in it is not read）", hint)
            elif source.name.lower().endswith(".txt"):
                what = f"frames/ 里的 {source.name} 不会被读（is not read）"
                file.wrong(1, what, f"规则文件以 .yaml 结尾（rename it）: {source.name.split('.')[0]}.yaml")
            elif source.name.lower().endswith(_ENDINGS) and not source.name.startswith("."):
                read = read_rule_file(file, source.read_bytes(), properties, folder=number)
                words |= read.words
                for rule in read.rules:
                    _once(file, own, rule)
            mistakes += sorted(found, key=lambda mistake: mistake.line)
        rules |= sorted(own.items(), key=lambda item: _turn(item[1]))
    if mistakes:
        listed = "\n".join(map(str, mistakes))
        raise KnowledgeError(
            f"规则文件有 {len(mistakes)} 处错误（mistakes in rule files: {len(mistakes)}）：\n{listed}",
            hint="改好后运行（correct them, then run）: kg rules test",
        )
    return Frames(tuple(rules.values()), words)


def _turn(rule: Rule) -> tuple[str, float]:
    """The rules of a property by number, wherever they stand; those with a word for one behind them, as they stand."""
    number = rule.id.rpartition("#")[2]
    return rule.property, int(number) if number.isdecimal() else float("inf")


def _once(file: RuleFile, own: dict[str, Rule], rule: Rule) -> None:
    """Keeps the rule by its id, which no other rule of its folder may have."""
    other = own.setdefault(rule.id, rule)
    if other is not rule and not rule.id.endswith("#?"):
        hint = "换一个没有用过的（give it an id of its own）"
        where = "本文件" if other.file == rule.file else other.file
        what = f"规则号 {rule.id} 重复，{where} 第 {other.line} 行已用（duplicate id）"
        file.wrong(rule.line, what, f"{hint}: id: {_free(own)}")


def _free(own: Collection[str]) -> int:
    """A number that no rule of the folder has."""
    taken = {rule.rpartition("#")[2] for rule in own}
    return next(n for n in range(1, len(taken) + 2) if str(n) not in taken)


def _shown(source: Traversable, folder: int) -> str:
    """How messages name a file: what ships with kg by its name, a user's own by its path."""
    return source.name if folder == 0 and str(source).startswith(_HOME) else str(source)
