"""Addresses of things: where on the site an IRI of the graph answers.

``https://w3id.org/baotu/id/organization/甲市总工会`` answers at ``/id/organization/甲市总工会``. Names in IRIs are
percent-encoded and a server hands paths over decoded, so both are compared decoded.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote, urlencode

from kg.graph.iris import DATA

_SAFE = "/~!$&'()*+,;=:@"


def place_of(iri: str) -> str:
    """What stands behind ``/id/`` for the IRI, decoded; two IRIs of a graph never share it."""
    return unquote(iri.removeprefix(DATA))


def places(iris: Iterable[str]) -> dict[str, str]:
    """IRIs of the graph by their places."""
    return {place_of(iri): iri for iri in iris if iri.startswith(DATA)}


def address(iri: str, **parameters: str) -> str:
    """The path of the page about an IRI, with parameters that are not empty.

    A name that a browser would take for a step up (``..``) and IRIs of other namespaces go by ``/id?iri=``.

    >>> address("https://w3id.org/baotu/id/place/110000", format="ttl")
    '/id/place/110000?format=ttl'
    >>> address("https://schema.org/Person")
    '/id?iri=https%3A%2F%2Fschema.org%2FPerson'
    """
    place = place_of(iri)
    asked = {name: value for name, value in parameters.items() if value}
    if not iri.startswith(DATA) or {".", "..", ""} & set(place.split("/")):
        return "/id?" + urlencode({"iri": iri, **asked})
    path = "/id/" + quote(place, safe=_SAFE)
    return f"{path}?{urlencode(asked)}" if asked else path
