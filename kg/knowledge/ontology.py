"""``ontology/kg.ttl`` as plain data: the classes, properties and units of the graph, with their labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from kg.errors import KnowledgeError

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

KG = "https://w3id.org/baotu/kg#"


@dataclass(frozen=True, slots=True)
class OntologyClass:
    """A class of ``kg:``; ``parents`` are classes of ``kg:``, ``endings`` the ends of names that belong to it."""

    name: str
    zh: str
    en: str
    comment: str = ""
    parents: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OntologyProperty:
    """A property of ``kg:``.

    ``domain``/``range`` are names of classes of ``kg:``, or '' where it has none or a literal's type.
    ``parent`` is the property of ``kg:`` that it specialises, ``role`` the Chinese word for that role.
    ``relation`` says that it belongs to the closed set of facts that rules may read from a text, ``literal`` that its
    objects are words of that text.
    ``inverse_zh``/``inverse_en`` name it as seen from its object, '' where nobody looks from there.
    """

    name: str
    zh: str
    en: str
    inverse_zh: str = ""
    inverse_en: str = ""
    comment: str = ""
    domain: str = ""
    range: str = ""
    parent: str = ""
    role: str = ""
    symmetric: bool = False
    relation: bool = False
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Ontology:
    """All classes and properties by name, and QUDT units by the way that newspapers write them."""

    classes: Mapping[str, OntologyClass] = field(default_factory=dict)
    properties: Mapping[str, OntologyProperty] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)

    def is_a(self, name: str, ancestor: str) -> bool:
        """True when the class ``name`` is ``ancestor`` or lies below it; unknown names have no ancestors."""
        if name == ancestor:
            return True
        known = self.classes.get(name)
        return known is not None and any(self.is_a(parent, ancestor) for parent in known.parents)


def load_ontology(folders: Iterable[Traversable]) -> Ontology:
    """Reads ``kg.ttl`` of every folder that has one; a later folder adds to an earlier.

    Raises KnowledgeError that names file and place when a file is no Turtle or a term lacks a label.
    """
    from rdflib import Graph  # here, since rdflib takes longer to import than most commands take to run

    graph = Graph()
    for folder in folders:
        file = folder / "kg.ttl"
        if not file.is_file():
            continue
        try:
            graph.parse(data=file.read_text(encoding="utf-8-sig"), format="turtle")
        except Exception as error:  # rdflib raises many kinds
            raise _no_turtle(file, error) from None
    return _read(graph)


_WIDE = re.compile("[，；。：“”（）【】]")
_QUOTED = re.compile(r'"[^"]*"|#.*|<[^>]*>')


def _no_turtle(file: Traversable, error: Exception) -> KnowledgeError:
    """What is wrong with a file: its encoding, a full-width mark outside of quotes, or what the parser says."""
    if isinstance(error, UnicodeDecodeError):
        return KnowledgeError(
            f"{file} 不是 UTF-8，像是 GBK（not UTF-8, perhaps GBK）", hint="另存为 UTF-8（save it as UTF-8）"
        )
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1):
        if wide := _WIDE.search(_QUOTED.sub("", line)):
            what = f"{file} 第 {number} 行（line {number}）：有全角标点 {wide[0]}（full-width mark）"
            return KnowledgeError(what, hint='改成半角（type in ASCII）: , ; . : "')
    place = re.search(r"line (\d+)", str(error))
    where = f"{file} 第 {place[1]} 行（line {place[1]}）" if place else str(file)
    said = next((part for part in str(error).splitlines()[1:] if part), str(error)).split(" at ^")[0]
    hint = "每条声明以半角句点结束，各项用分号隔开（end with a full stop, part by semicolons）；可用（or use） kg rules new"
    return KnowledgeError(f"{where}：不是合法的 Turtle（is no Turtle）: {said}", hint=hint)


def _read(graph: Graph) -> Ontology:
    from rdflib import OWL, RDF, RDFS, Namespace

    kg = Namespace(KG)
    classes: dict[str, OntologyClass] = {}
    properties: dict[str, OntologyProperty] = {}

    def names(subject: Node, predicate: Node) -> tuple[str, ...]:
        values = sorted(str(value) for value in graph.objects(subject, predicate))
        return tuple(value.removeprefix(KG) for value in values if value.startswith(KG))

    def texts(subject: Node, predicate: Node) -> tuple[str, ...]:
        return tuple(sorted(str(value) for value in graph.objects(subject, predicate)))

    for subject in sorted(set(graph.subjects(RDF.type, OWL.Class)), key=str):
        name = str(subject).removeprefix(KG)
        zh, en = _labels(graph, subject)
        classes[name] = OntologyClass(
            name=name,
            zh=zh,
            en=en,
            comment=_text(graph, subject, RDFS.comment, "zh"),
            parents=names(subject, RDFS.subClassOf),
            endings=texts(subject, kg.nameEnding),
        )
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, kg.Relation):
        for subject in sorted(set(graph.subjects(RDF.type, kind)), key=str):
            name = str(subject).removeprefix(KG)
            zh, en = _labels(graph, subject)
            properties[name] = OntologyProperty(
                name=name,
                zh=zh,
                en=en,
                inverse_zh=_text(graph, subject, kg.inverseLabel, "zh"),
                inverse_en=_text(graph, subject, kg.inverseLabel, "en"),
                comment=_text(graph, subject, RDFS.comment, "zh"),
                domain=next(iter(names(subject, RDFS.domain)), ""),
                range=next(iter(names(subject, RDFS.range)), ""),
                parent=next(iter(names(subject, RDFS.subPropertyOf)), ""),
                role=next(iter(texts(subject, kg.role)), ""),
                relation=(subject, RDF.type, kg.Relation) in graph,
                literal=(subject, RDF.type, OWL.DatatypeProperty) in graph,
                symmetric=(subject, RDF.type, OWL.SymmetricProperty) in graph,
            )
    units = sorted((str(word), str(unit)) for unit, word in graph.subject_objects(kg.measureWord))
    return Ontology(classes=classes, properties=properties, units=dict(units))


def _labels(graph: Graph, subject: Node) -> tuple[str, str]:
    from rdflib import RDFS

    zh, en = _text(graph, subject, RDFS.label, "zh"), _text(graph, subject, RDFS.label, "en")
    if not zh or not en:
        raise KnowledgeError(
            f"kg.ttl：{str(subject).replace(KG, 'kg:')} 缺中文或英文名称（lacks a zh or en label）",
            hint='加上（add）: rdfs:label "中文"@zh, "English"@en ;',
        )
    return zh, en


def _text(graph: Graph, subject: Node, predicate: Node, language: str) -> str:
    found = (value for value in graph.objects(subject, predicate) if getattr(value, "language", None) == language)
    return min((str(value) for value in found), default="")
