"""``ontology/kg.ttl`` as a page to read: every class and property with its labels, its place, and its standards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import KnowledgeError
from kg.graph.iris import KG, PREFIXES, short

_OWL, _RDFS, _SKOS = PREFIXES["owl"], PREFIXES["rdfs"], PREFIXES["skos"]
_KINDS = (
    ("类 Classes", (_OWL + "Class",)),
    ("关系 Relations：规则可从正文读出 what rules read from a text", (KG + "Relation",)),
    ("其他属性 Other properties", (_OWL + "ObjectProperty", _OWL + "DatatypeProperty")),
    ("注记 Annotations", (_OWL + "AnnotationProperty",)),
)
_ABOVE = {_RDFS + "subClassOf": "⊑", _RDFS + "subPropertyOf": "⊑", _SKOS + "closeMatch": "≈"}

_HEAD = """\
# 报图本体 The ontology of baotu

由 `ontology/kg.ttl` 生成，勿手改；`kg vocabulary -o docs/ontology.md` 重新生成。
Made from `ontology/kg.ttl`; do not edit, but run `kg vocabulary -o docs/ontology.md` again.

⊑ 下位于（is a kind of），≈ 近于（close to）。
"""

Description = Mapping[str, tuple[str, ...]]
"""What is said of a term: predicate to objects; a literal has its language behind it, as in 工会@zh."""


def vocabulary(folders: Iterable[Traversable]) -> str:
    """The ontologies of the folders as Markdown, terms in alphabetical order under the heading of their kind.

    Raises KnowledgeError for a kg.ttl that is no Turtle.
    """
    terms = _terms(folders)
    parts, done = [_HEAD], set[str]()
    for heading, types in _KINDS:
        of_kind = [iri for iri in sorted(terms) if iri not in done and set(types) & set(terms[iri].get("type", ()))]
        done.update(of_kind)
        if of_kind:
            parts += [f"\n## {heading}\n", *(_entry(iri, terms[iri]) for iri in of_kind)]
    return "\n".join(parts)


def _terms(folders: Iterable[Traversable]) -> dict[str, Description]:
    """What the files say of the terms of ``kg:``."""
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for folder in folders:
        file = folder / "kg.ttl"
        if not file.is_file():
            continue
        try:
            for triple in parse(file.read_bytes(), format=RdfFormat.TURTLE):
                if isinstance(triple.subject, NamedNode) and triple.subject.value.startswith(KG):
                    name = "type" if triple.predicate.value.endswith("#type") else triple.predicate.value
                    told[triple.subject.value][name].append(_text(triple.object))
        except SyntaxError as error:
            raise KnowledgeError(f"kg.ttl 不是合法的 Turtle（is no Turtle）: {error}", hint=str(file)) from error
    return {iri: {name: tuple(sorted(values)) for name, values in said.items()} for iri, said in told.items()}


def _text(term: object) -> str:
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    return term.value if isinstance(term, NamedNode) else str(term)


def _entry(iri: str, said: Description) -> str:
    """A term as a heading, its comments and what ties it to others."""
    lines = [f"### `{short(iri)}` {_in(said, 'label', 'zh')} {_in(said, 'label', 'en')}", ""]
    lines += [comment for language in ("zh", "en") if (comment := _in(said, "comment", language))]
    ties = [f"{sign} {_code(iri)}" for name, sign in _ABOVE.items() for iri in said.get(name, ())]
    domain, reach = (" ".join(map(_code, said.get(_RDFS + name, ()))) for name in ("domain", "range"))
    if domain or reach:
        ties.append(f"{domain or '·'} → {reach or '·'}")
    if inverse := " ".join(text.partition("@")[0] for text in reversed(said.get(KG + "inverseLabel", ()))):
        ties.append(f"反向 inverse: {inverse}")
    if _OWL + "SymmetricProperty" in said["type"]:
        ties.append("对称 symmetric")
    return "\n".join([*lines, "", "；".join(ties), ""] if ties else [*lines, ""])


def _in(said: Description, name: str, language: str) -> str:
    texts = said.get(_RDFS + name, ())
    return next((text.removesuffix(f"@{language}") for text in texts if text.endswith(f"@{language}")), "")


def _code(iri: str) -> str:
    return f"`{short(iri)}`"
