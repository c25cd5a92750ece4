"""What answers at the address of a thing: its page, or the thing as RDF or JSON, as the client wants it."""

from __future__ import annotations

from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.graph.iris import DATA
from kg.graph.readback import kind
from kg.model import ENTITY_TYPES
from kg.serve import maps, resource
from kg.serve.addresses import place_of
from kg.serve.api import article_json, entity_json
from kg.serve.facts import Group, facts_about
from kg.serve.formats import GRAPHS, SHORT
from kg.serve.negotiate import best
from kg.serve.page import iri_of, number_of, render, site_of
from kg.serve.reading import passage_at, reading_of
from kg.serve.site import Site
from kg.serve.taken import TAKEN, taken
from kg.serve.times import within

_REACH = 30.0
"""How near on the small map two places share one dot."""
_HTML, _JSON = "text/html", "application/json"
_ENDINGS = {SHORT[short]: short for short in ("ttl", "jsonld", "nt", "rdf", "trig", "nq", "n3")}


def thing(request: Request) -> Response:
    """The thing that the path (or ``?iri=``) names, as HTML, RDF or JSON."""
    site = site_of(request)
    iri = _asked(request, site)
    form = request.query_params.get("format", "")
    if form in TAKEN:
        media, ending = TAKEN[form]
        return _attached(Response(taken(site, iri, form), media_type=media), iri, ending)
    media = _wanted(request)
    if media == _HTML:
        return _page(request, site, iri)
    if media == _JSON:
        return _attached(JSONResponse(as_json(site, iri)), iri, "json")
    body = resource.rdf(site.store, iri, media)
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return _attached(Response(body, media_type=media + charset), iri, _ENDINGS.get(media, "rdf"))


def as_json(site: Site, iri: str) -> dict[str, object]:
    """The thing as the JSON API tells it."""
    if iri in site.things and kind(site.things[iri]) == "Article":
        return article_json(site, iri)
    return entity_json(site, iri)


def _asked(request: Request, site: Site) -> str:
    """The IRI; raises a 404 where the graph says nothing of it."""
    asked = request.path_params.get("place") or request.query_params.get("iri", "")
    if iri := iri_of(site, asked):
        return iri
    for iri in (asked, DATA + asked):
        if resource.known(site.store, iri):
            return iri
    raise HTTPException(404, f"图谱里没有 {asked[:200]}（not in the graph）")


def _wanted(request: Request) -> str:
    """The media type by ``?format=``, else by Accept, else HTML."""
    short = request.query_params.get("format", "")
    if short == "json":
        return _JSON
    if short in SHORT and SHORT[short] in GRAPHS:
        return SHORT[short]
    rdf = [media for media in GRAPHS if media not in ("application/json", "application/xml", "text/plain")]
    return best(request.headers.get("accept", ""), [_HTML, *rdf, _JSON]) or _HTML


def _attached(response: Response, iri: str, ending: str) -> Response:
    """The response under a file's name that any header can hold."""
    name = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in place_of(iri))[-60:]
    response.headers["Content-Disposition"] = f'inline; filename="{name.strip("_") or "thing"}.{ending}"'
    response.headers["Vary"] = "Accept"
    return response


def _page(request: Request, site: Site, iri: str) -> Response:
    node = site.things.get(iri)
    kind_ = kind(node) if node else ""
    if kind_ == "Article":
        at = number_of(request, "at", 0, least=0, most=100_000_000) if "at" in request.query_params else -1
        reading = reading_of(site, iri)
        return render(request, "article.html", iri=iri, reading=reading, marked=passage_at(reading, at))
    if kind_ == "Page":
        return render(request, "newspage.html", iri=iri, articles=_articles(site, iri))
    if kind_ in (*ENTITY_TYPES, "Post"):
        groups = facts_about(site, iri)
        spots = maps.spots(site, _places(site, iri, groups))
        outline = request.app.state.outlines[0]
        inside = partial(_in_china, site)
        telling = next((group for group in groups if group.name == "mentions-of"), None)
        return render(
            request,
            "entity.html",
            iri=iri,
            node=node,
            groups=[group for group in groups if group is not telling],
            telling=telling,
            moments=within(site.moments, about=iri),
            spots=spots,
            outline=outline,
            dots=maps.clustered((spot for spot in spots if inside(spot.iri)), outline.project, _REACH)[:30],
            merged=site.merged.get(place_of(iri), ()),
        )
    out, into = resource.table(site.store, iri)
    return render(request, "resource.html", iri=iri, out=out, into=into[:500], total=len(into))


def _in_china(site: Site, iri: str) -> bool:
    return maps.in_china(site.knowledge.gazetteer, site.things[iri].code)


def _places(site: Site, iri: str, groups: list[Group]) -> list[str]:
    """The thing itself if it is a place, and the places that facts about it name."""
    told = (fact.other for group in groups for fact in group.facts if fact.kind == "Place")
    return list(dict.fromkeys([iri, *told]))


def _articles(site: Site, page: str) -> list[str]:
    """The articles of a page in their order."""
    name = place_of(page).removeprefix("page/")
    found = [(i, iri) for i in range(1, 1000) if (iri := site.places.get(f"article/{name}.{i}"))]
    return [iri for _, iri in sorted(found)]
