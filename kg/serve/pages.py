"""The pages of the site: each handler picks what a page tells and hands it to its template."""

from __future__ import annotations

from collections import Counter

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from kg.graph.iris import DATA
from kg.graph.readback import kind
from kg.model import ENTITY_TYPES
from kg.serve import charts, explore, maps, rules
from kg.serve.addresses import address
from kg.serve.page import asked_kinds, iri_of, number_of, render, site_of
from kg.serve.search import Hit, search
from kg.serve.site import Site
from kg.serve.taken import TAKEN
from kg.serve.times import within

PAGE = 50
"""How many hits stand on one page."""
MOMENTS = 400
"""How many moments one timeline shows."""


def home(request: Request) -> Response:
    """What there is, who is busiest, what is newest."""
    site = site_of(request)
    counts = Counter(kind(node) for node in site.things.values())
    active = explore.best_linked(site, kinds=("Organization",))[:10]
    newest = sorted(site.sources.values(), key=lambda source: (source.date, source.iri), reverse=True)[:10]
    return render(
        request,
        "home.html",
        counts=counts,
        facts=sum(site.facts.values()),
        active=active,
        programmes=explore.best_linked(site, kinds=("Programme", "Event"))[:8],
        newest=newest,
        months=charts.months(site),
    )


def found(request: Request) -> Response:
    """Hits of a search; without words the things of a type, the best known first."""
    site = site_of(request)
    wanted, kinds = request.query_params.get("q", "")[:200], asked_kinds(request)
    hits = search(site.names, wanted, kinds=kinds, limit=1000) if wanted.strip() else _listed(site, kinds)
    page = number_of(request, "page", 1)
    first = (page - 1) * PAGE
    return render(
        request,
        "search.html",
        wanted=wanted,
        kinds=kinds,
        hits=hits[first : first + PAGE],
        total=len(hits),
        page=page,
        pages=-(-len(hits) // PAGE),
        counts=Counter(kind(node) for node in site.things.values()),
    )


def explorer(request: Request) -> Response:
    """The graph to walk in; the same as a table for who draws nothing."""
    site = site_of(request)
    nodes = [iri for value in request.query_params.getlist("node") if (iri := iri_of(site, value))]
    return render(request, "explore.html", nodes=nodes, drawn=explore.around(site, nodes))


def timeline(request: Request) -> Response:
    """What happened when, as the articles say."""
    site = site_of(request)
    asked = request.query_params
    about = iri_of(site, asked.get("node", "")) or ""
    kinds = {iri: kind(node) for iri, node in site.things.items()}
    since, until = asked.get("since", "")[:10], asked.get("until", "")[:10]
    chosen = within(site.moments, since=since, until=until, about=about, kinds=kinds, wanted=asked_kinds(request))
    chosen.reverse()
    return render(
        request,
        "timeline.html",
        moments=chosen[:MOMENTS],
        total=len(chosen),
        years=charts.years(chosen),
        about=about,
        since=since,
        until=until,
        kinds=asked_kinds(request),
    )


def chart_room(request: Request) -> Response:
    """Charts, each over the table that it draws."""
    site = site_of(request)
    return render(
        request,
        "charts.html",
        months=charts.months(site),
        provinces=maps.by_province(site)[:20],
        reach=charts.reach(site),
        active=charts.active(site),
    )


def atlas(request: Request) -> Response:
    """The places of the graph on the outlines of China or the world."""
    site = site_of(request)
    world = request.query_params.get("view") == "world"
    outline = request.app.state.outlines[world]
    gazetteer = site.knowledge.gazetteer
    shown = [s for s in maps.spots(site) if world or maps.in_china(gazetteer, site.things[s.iri].code)]
    return render(
        request,
        "map.html",
        outline=outline,
        world=world,
        groups=maps.clustered(shown, outline.project, 14 if world else 9),
        spots=shown,
        unplaced=maps.unplaced(site),
        abroad=sum(not maps.in_china(gazetteer, site.things[s.iri].code) for s in maps.spots(site)),
        chosen=request.query_params.get("place", ""),
    )


def rule_book(request: Request) -> Response:
    """Every rule with its examples, and how often it spoke in this graph."""
    site = site_of(request)
    shown = rules.rules_shown(site)
    return render(
        request,
        "rules.html",
        shown=shown,
        count=sum(map(len, shown.values())),
        examples=rules.examples(rule.rule for group in shown.values() for rule in group),
        fired=sum(rule.fired for group in shown.values() for rule in group),
    )


def interface(request: Request) -> Response:
    """The JSON API, documented."""
    return render(request, "api.html", base=str(request.base_url).rstrip("/"), taken=TAKEN)


def old_address(request: Request) -> Response:
    """IRIs by their own path (``/baotu/id/…``) go to the page of the thing."""
    place = request.path_params["place"]
    return RedirectResponse(address(DATA + place, **dict(request.query_params)), 308)


def missing(request: Request, error: Exception) -> Response:
    """What stands where nothing is, with a way on."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": detail or "internal error"}, status)
    guess = request.url.path.rsplit("/", 1)[-1][:80]
    near: list[Hit] = search(site_of(request).names, guess, limit=8) if status == 404 else []
    return render(request, "error.html", status=status, detail=detail, near=near, code=status)


def _listed(site: Site, kinds: tuple[str, ...]) -> list[Hit]:
    """All things of the kinds: articles by date, the others by how many articles name them."""
    if kinds == ("Article",):
        newest = sorted(site.sources.values(), key=lambda source: (source.date, source.iri), reverse=True)
        return [Hit(source.iri, "Article", "") for source in newest]
    wanted = kinds or ENTITY_TYPES
    nodes = [node for node in site.things.values() if kind(node) in wanted]
    nodes.sort(key=lambda node: (-site.told.get(node.iri, 0), -len(site.near.get(node.iri, ())), node.label, node.iri))
    return [Hit(node.iri, kind(node), "") for node in nodes]
