"""Finds ``ontology/`` (in a checkout or in the wheel) and reads all of it once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from kg.errors import KnowledgeError
from kg.knowledge.confidence import load_confidence
from kg.knowledge.frames import PROPERTIES, Frames, load_frames
from kg.knowledge.gazetteer import Gazetteer, load_gazetteer
from kg.knowledge.lexicon import Lexicon, load_lexicon
from kg.knowledge.ontology import load_ontology

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that kg knows of the language and the world.

    ``folders`` are where it was read from; ``digest`` names the version of its rules, lexicons and places.
    ``precision`` is that of rules by id, where it was measured.
    """

    folders: tuple[Traversable, ...]
    digest: str
    lexicon: Lexicon
    gazetteer: Gazetteer
    frames: Frames
    precision: Mapping[str, float]


def builtin() -> Traversable:
    """The folder ``ontology/`` that ships with kg.

    Raises KnowledgeError when the installation is broken.
    """
    shipped = files("kg") / "ontology"
    if shipped.is_dir():
        return shipped
    checkout = Path(__file__).resolve().parents[2] / "ontology"
    if checkout.is_dir():
        return checkout
    raise KnowledgeError(
        "找不到 ontology/（the folder ontology/ is missing）", hint="重新安装（install it again）: pip install baotu"
    )


def load(*extra: Path) -> Knowledge:
    """Reads the built-in ontology and then the user's folders, which add to it or override it.

    Raises one KnowledgeError that names every file, item, what was found and what is allowed.
    """
    for folder in extra:
        check_folder(folder)
    folders = (builtin(), *extra)
    mistakes: list[str] = []

    def read(reader: Callable[[], T]) -> T | None:
        try:
            return reader()
        except KnowledgeError as error:
            mistakes.append(str(error))
            return None

    lexicon = read(lambda: load_lexicon([f / "lexicons" for f in folders]))
    declared = read(lambda: _declared(extra))
    properties = (*PROPERTIES, *(declared or ()))
    frames = read(lambda: load_frames([f / "frames" for f in folders], properties)) if declared is not None else None
    if lexicon is None or frames is None:
        raise KnowledgeError("\n".join(mistakes))
    precision = load_confidence(folders, frames.rules)
    return Knowledge(folders, _digest(folders), lexicon, load_gazetteer(folders), frames, precision)


KNOWN_FOLDERS = ("frames", "lexicons")
KNOWN_FILES = ("kg.ttl", "confidence.tsv", "places.tsv", "shapes.ttl")
"""What kg reads of a folder of the user's."""
_PARTS = "frames/（规则 rules）、lexicons/（词表 word lists）、kg.ttl（新属性 new properties）"


def holds_knowledge(folder: Path) -> bool:
    """Has the folder anything that kg reads?"""
    return any((folder / part).is_dir() for part in KNOWN_FOLDERS) or any(
        (folder / part).is_file() for part in KNOWN_FILES
    )


def check_folder(folder: Path) -> None:
    """Raises KnowledgeError for a folder of the user's that is none, or that holds nothing kg reads."""
    if not folder.is_dir():
        what = "是文件，不是目录（is a file, not a folder）" if folder.exists() else "没有这个目录（no such folder）"
        raise KnowledgeError(f"{folder}：{what}", hint=f"给出目录，里面有（give a folder with）: {_PARTS}")
    for child in sorted(folder.iterdir()):
        near = get_close_matches(child.name.lower(), (*KNOWN_FOLDERS, *KNOWN_FILES), n=1, cutoff=0.75)
        if near and child.name not in (*KNOWN_FOLDERS, *KNOWN_FILES):
            what = f"{child} 不会被读（is not read）"
            raise KnowledgeError(what, hint=f"是不是要叫（should it be called） {folder / near[0]}？")
    if holds_knowledge(folder):
        return
    rules = sorted(f.name for f in folder.iterdir() if f.suffix in (".yaml", ".yml"))
    if rules:
        hint = f"规则文件移到（move rule files to） {folder / 'frames'}/: {'、'.join(rules)}"
    elif folder.name in ("frames", "lexicons"):
        hint = f"给出上一级目录（give the folder above it）: {folder.parent}"
    else:
        hint = f"里面要有（it must hold）: {_PARTS}；新写一份（to begin）: kg rules new launches --ontology {folder}"
    raise KnowledgeError(f"{folder} 里没有 kg 能读的东西（nothing that kg reads）", hint=hint)


def _declared(folders: tuple[Path, ...]) -> list[str]:
    """The properties that the user's folders declare as ``kg:Relation`` in a ``kg.ttl`` of their own."""
    own = [folder for folder in folders if (folder / "kg.ttl").is_file()]
    if not own:
        return []  # reading Turtle takes longer than reading all else
    found = load_ontology((builtin(), *own))
    for prop in found.properties.values():
        folder = _with_rules(own, prop.name)
        if folder is None:
            continue
        where = f"{folder / 'kg.ttl'}：kg:{prop.name}"
        if not prop.relation:
            hint = f"改成（write）: kg:{prop.name} a kg:Relation, owl:ObjectProperty ;"
            raise KnowledgeError(f"{where} 没有写 a kg:Relation（is not declared as a relation）", hint=hint)
        for key, name in (("domain", prop.domain), ("range", prop.range)):
            if name and name not in found.classes:
                hint = f"可以写（allowed）: {'、'.join(f'kg:{kind}' for kind in sorted(found.classes))}"
                raise KnowledgeError(f"{where} 的 rdfs:{key} kg:{name}：没有这个类（unknown class）", hint=hint)
    return [name for name, prop in found.properties.items() if prop.relation and name not in PROPERTIES]


def _with_rules(folders: Iterable[Path], name: str) -> Path | None:
    """The folder that has a rule file of the property's name, if any."""
    return next((folder for folder in folders if (folder / "frames" / f"{name}.yaml").is_file()), None)


def _digest(folders: tuple[Traversable, ...]) -> str:
    """A short hash over names and contents of all knowledge files."""
    total = sha256()
    for folder in folders:
        for part in (folder, folder / "frames", folder / "lexicons"):
            if part.is_dir():
                for file in sorted((f for f in part.iterdir() if f.is_file()), key=lambda f: f.name):
                    total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:16]
