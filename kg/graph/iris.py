"""Stable IRIs: the same thing gets the same name in every build, whatever else the archive holds.

An IRI is made from content only. Organisations, places, programmes, events, awards and policies of one name are
one entity of the archive. A person is not: two people share a name easily, so the name is joined with the first
affiliation that the article gives, or with 记者 for those who sign articles; where there is neither, the person
belongs to that article alone. (The room that compares people across articles may join what is kept apart here.)
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import quote

KG = "https://w3id.org/baotu/kg#"
DATA = "https://w3id.org/baotu/id/"

PREFIXES: dict[str, str] = {
    "kg": KG,
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "unit": "http://qudt.org/vocab/unit/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    # one namespace a kind of thing, so that Turtle reads organization:甲市总工会 kg:launches programme:乙行动
    "organization": DATA + "organization/",
    "programme": DATA + "programme/",
    "event": DATA + "event/",
    "person": DATA + "person/",
    "place": DATA + "place/",
    "award": DATA + "award/",
    "policy": DATA + "policy/",
    "post": DATA + "post/",
    "membership": DATA + "membership/",
    "grant": DATA + "grant/",
    "quantity": DATA + "quantity/",
    "when": DATA + "when/",
    "article": DATA + "article/",
    "page": DATA + "page/",
    "span": DATA + "span/",
    "statement": DATA + "statement/",
    "run": DATA + "run/",
}
"""Every prefix of the graph's files; queries get them for free."""

_MARKS = re.compile(r"[\s“”‘’「」『』\"']+")
_UNFIT = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_CODE = re.compile(r"\d{6}|\d{9}|\d{12}")
_ENCODED = re.compile(r"[^\w.~·—《》（）、-]|[\U00010000-\U0010ffff]")
"""What does not stand in an IRI as it is: all but letters and digits, and the marks of Chinese names."""

_LONGEST = 80


def clean(text: str) -> str:
    """``text`` as RDF and XML can hold it: controls and surrogates become U+FFFD, one for one.

    Length and offsets stay. Tab, line feed and carriage return are kept.

    >>> clean("甲\\x00乙")
    '甲\\ufffd乙'
    """
    return _UNFIT.sub("\ufffd", text)


def same_name(name: str) -> str:
    """What two writings of one name share: no quotation marks, no white space, one Unicode form.

    >>> same_name("甲市 “护薪”行动")
    '甲市护薪行动'
    """
    bare = unicodedata.normalize("NFC", clean(name))
    return _MARKS.sub("", bare) or bare


def local(text: str) -> str:
    """``text`` as the last part of an IRI: letters and digits of any script stay, the rest is percent-encoded.

    A text of more than 80 characters is cut and told apart by a digest of all of it.

    >>> local("甲市(乙)/丙")
    '甲市%28乙%29%2F丙'
    """
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}-{digest(text)}"
    return _ENCODED.sub(lambda found: quote(found[0], safe=""), clean(text))


def digest(*parts: str) -> str:
    """Twenty hexadecimal digits that stand for the parts, in their order."""
    joined = "\x1f".join(clean(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:20]


def kg(name: str) -> str:
    """The IRI of a class or property of the ontology."""
    return KG + name


def data(kind: str, name: str) -> str:
    """The IRI of the thing ``name`` of the kind (``organization``, ``span`` …)."""
    return f"{DATA}{kind}/{local(name)}"


def entity(type_: str, name: str, *, code: str | None = None) -> str:
    """The IRI of a named entity of the archive; a place with an administrative ``code`` goes by its code.

    >>> entity("Place", "北京", code="110000")
    'https://w3id.org/baotu/id/place/110000'
    """
    if type_ == "Place" and is_code(code):
        return data("place", code or "")
    return data(type_.lower(), same_name(name))


def person(name: str, *, context: str) -> str:
    """The IRI of a person: ``context`` is an affiliation, 记者, or the article, and tells namesakes apart.

    >>> person("甲乙", context="丙厂").rsplit("/", 1)[1]
    '甲乙（丙厂）'
    """
    return data("person", f"{same_name(name)}（{same_name(context)}）")


def article(page: str, index: int) -> str:
    """The IRI of the article ``index`` (from 0) of the page named ``page``, which is its graph's too."""
    return data("article", f"{page}.{index + 1}")


def page(name: str) -> str:
    """The IRI of a page by its name, which is unique in an archive."""
    return data("page", name)


def span(page_iri: str, start: int, end: int) -> str:
    """The IRI of the words ``start:end`` of a page, in code points."""
    return f"{DATA}span/{page_iri.removeprefix(DATA + 'page/')}.{start}-{end}"


def is_code(value: str | None) -> bool:
    """True for an administrative code: 6, 9 or 12 digits (GB/T 2260 and its towns and villages)."""
    return value is not None and _CODE.fullmatch(value) is not None


def short(iri: str) -> str:
    """The IRI behind one of the house's prefixes, or as it is.

    >>> short("https://w3id.org/baotu/id/place/110000")
    'place:110000'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
