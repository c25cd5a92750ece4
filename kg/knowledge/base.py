"""Finds ``ontology/`` (in a checkout or in the wheel) and reads all of it once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.errors import KnowledgeError
from kg.knowledge.frames import PROPERTIES, Frames, load_frames
from kg.knowledge.gazetteer import Gazetteer, load_gazetteer
from kg.knowledge.lexicon import Lexicon, load_lexicon
from kg.knowledge.ontology import load_ontology


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that kg knows of the language and the world.

    ``folders`` are where it was read from; ``digest`` names the version of its rules, lexicons and places.
    """

    folders: tuple[Traversable, ...]
    digest: str
    lexicon: Lexicon
    gazetteer: Gazetteer
    frames: Frames


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
    raise KnowledgeError("找不到 ontology/（the folder ontology/ is missing）", hint="reinstall: pip install baotu")


def load(*extra: Path) -> Knowledge:
    """Reads the built-in ontology and then the user's folders, which add to it or override it.

    Raises KnowledgeError that names file, item, what was found and what is allowed.
    """
    folders = (builtin(), *extra)
    return Knowledge(
        folders=folders,
        digest=_digest(folders),
        lexicon=load_lexicon([f / "lexicons" for f in folders]),
        gazetteer=load_gazetteer(folders),
        frames=load_frames([f / "frames" for f in folders], properties=(*PROPERTIES, *_declared(extra))),
    )


def _declared(folders: tuple[Path, ...]) -> list[str]:
    """The properties that the user's folders declare as ``kg:Relation`` in a ``kg.ttl`` of their own."""
    own = [folder for folder in folders if (folder / "kg.ttl").is_file()]
    if not own:
        return []  # reading Turtle takes longer than reading all else
    return [name for name, prop in load_ontology(own).properties.items() if prop.relation and name not in PROPERTIES]


def _digest(folders: tuple[Traversable, ...]) -> str:
    """A short hash over names and contents of all knowledge files."""
    total = sha256()
    for folder in folders:
        for part in (folder, folder / "frames", folder / "lexicons"):
            if part.is_dir():
                for file in sorted((f for f in part.iterdir() if f.is_file()), key=lambda f: f.name):
                    total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:16]
