"""The JSON API: what the pages show, as data."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import QueryError
from kg.graph.query_named import bound
from kg.graph.readback import kind
from kg.serve import charts, explore, maps
from kg.serve.addresses import address, place_of
from kg.serve.facts import Quote, Told, facts_about
from kg.serve.page import asked_kinds, iri_of, number_of, site_of
from kg.serve.reading import Line, reading_of
from kg.serve.search import Hit, search
from kg.serve.site import Site
from kg.serve.times import within


def suggest(request: Request) -> Response:
    """``/api/suggest?q=``: the eight best names, for a search box."""
    site = site_of(request)
    hits = search(site.names, request.query_params.get("q", "")[:200], kinds=asked_kinds(request), limit=8)
    return JSONResponse([_hit(site, hit) for hit in hits])


def find(request: Request) -> Response:
    """``/api/search?q=&type=&limit=``: things by name."""
    site = site_of(request)
    limit = number_of(request, "limit", 50, most=1000)
    hits = search(site.names, request.query_params.get("q", "")[:200], kinds=asked_kinds(request), limit=limit)
    return JSONResponse({"hits": [_hit(site, hit) for hit in hits]})


def statistics(request: Request) -> Response:
    """``/api/stats``: how much of everything."""
    site = site_of(request)
    return JSONResponse(
        {
            "things": dict(Counter(kind(node) for node in site.things.values()).most_common()),
            "facts": dict(Counter(link.p for link in site.links).most_common()),
            "rules": dict(sorted(site.fired.items(), key=lambda item: (-item[1], item[0]))),
            "months": dict(charts.months(site)),
            "report": site.report.get("counts", {}),
        }
    )


def entity(request: Request) -> Response:
    """``/api/entity?node=``: names, facts, quotes of a thing."""
    site = site_of(request)
    return JSONResponse(entity_json(site, _asked(request, site)))


def article(request: Request) -> Response:
    """``/api/article?node=``: an article's sentences, mentions and facts."""
    site = site_of(request)
    iri = _asked(request, site)
    if kind(site.things[iri]) != "Article":
        raise HTTPException(404, "不是文章（no article）")
    return JSONResponse(article_json(site, iri))


def graph(request: Request) -> Response:
    """``/api/graph?node=…&type=…&most=``: things, their neighbours, and the links between them."""
    site = site_of(request)
    nodes = [iri for value in request.query_params.getlist("node") if (iri := iri_of(site, value))]
    most = number_of(request, "most", explore.MOST, most=3000)
    return JSONResponse(explore.around(site, nodes, kinds=asked_kinds(request), most=most))


def moments(request: Request) -> Response:
    """``/api/timeline?since=&until=&node=&type=``: dated facts and things."""
    site, asked = site_of(request), request.query_params
    kinds = {iri: kind(node) for iri, node in site.things.items()}
    about = iri_of(site, asked.get("node", "")) or ""
    found = within(
        site.moments,
        since=asked.get("since", "")[:10],
        until=asked.get("until", "")[:10],
        about=about,
        kinds=kinds,
        wanted=asked_kinds(request),
    )
    names = ("start", "end", "words", "edtf", "s", "p", "o", "article")
    return JSONResponse([{name: getattr(moment, name) for name in names} for moment in found])


def places(request: Request) -> Response:
    """``/api/map``: the places with coordinates as GeoJSON."""
    site = site_of(request)
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [spot.lon, spot.lat]},
            "properties": {
                "iri": spot.iri,
                "name": spot.name,
                "code": site.things[spot.iri].code,
                "articles": spot.articles,
                "facts": spot.facts,
            },
        }
        for spot in maps.spots(site)
    ]
    return JSONResponse({"type": "FeatureCollection", "features": features}, media_type="application/geo+json")


def rule_list(request: Request) -> Response:
    """``/api/rules``: the rules, and how often each spoke."""
    site = site_of(request)
    return JSONResponse(
        [
            {
                "id": rule.id,
                "property": rule.property,
                "note": rule.note,
                "triggers": list(rule.triggers),
                "patterns": list(rule.patterns),
                "examples": [example.text for example in rule.examples],
                "nothing": [example.text for example in rule.nothing],
                "fired": site.fired.get(rule.id, 0),
            }
            for rule in site.knowledge.frames.rules
        ]
    )


def query_list(request: Request) -> Response:
    """``/api/queries``: the named questions; with ``?name=`` and values, the SPARQL of one."""
    site, asked = site_of(request), request.query_params
    if "name" in asked:
        return JSONResponse({"query": query_of(site, asked["name"], asked.multi_items())})
    return JSONResponse(
        [
            {"name": q.name, "title": q.title, "title_en": q.title_en, "parameters": dict(q.parameters)}
            for q in site.queries.values()
        ]
    )


def query_of(site: Site, name: str, given: list[tuple[str, str]]) -> str:
    """The SPARQL of a named question with the values of its parameters; raises a 404 for an unknown name."""
    known = site.queries.get(name)
    if known is None:
        raise HTTPException(404, f"没有名为 {name[:80]} 的查询（no query of this name）")
    values: dict[str, list[str]] = {}
    for key, value in given:
        if key in known.parameters and value.strip():
            values.setdefault(key, []).append(value.strip()[:1000])
    try:
        return bound(known, values)
    except QueryError as error:
        raise HTTPException(400, str(error)) from error


def entity_json(site: Site, iri: str) -> dict[str, Any]:
    """A thing with all that is said of it."""
    node = site.things.get(iri)
    head = explore.node_json(site, iri) if node else {"iri": iri, "id": place_of(iri), "href": address(iri)}
    return {
        **head,
        "code": node.code if node else "",
        "facts": [
            {"property": group.name, "zh": group.zh, "en": group.en, "facts": [_told(told) for told in group.facts]}
            for group in facts_about(site, iri)
        ],
    }


def article_json(site: Site, iri: str) -> dict[str, Any]:
    """An article with its sentences, what is marked in them, and the facts that each says."""
    reading = reading_of(site, iri)
    return {
        "iri": iri,
        "href": address(iri),
        "title": reading.source.title,
        "page": reading.source.page,
        "date": reading.source.date,
        "blocks": [
            {
                "kind": part.kind,
                "sentences": [
                    {
                        "start": passage.start,
                        "pieces": [[piece.text, piece.kind, piece.iri] for piece in passage.pieces],
                        "facts": [_line(line) for line in passage.facts],
                    }
                    for passage in part.passages
                ],
            }
            for part in reading.parts
        ],
        "facts": [_line(line) for line in reading.rest],
    }


def _asked(request: Request, site: Site) -> str:
    value = request.query_params.get("node") or request.query_params.get("iri", "")
    iri = iri_of(site, value)
    if iri is None:
        raise HTTPException(404, f"图谱里没有 {value[:200]}（not in the graph）")
    return iri


def _hit(site: Site, hit: Hit) -> dict[str, Any]:
    return {**explore.node_json(site, hit.iri), "via": hit.via}


def _told(told: Told) -> dict[str, Any]:
    return {
        "other": told.other,
        "href": address(told.other) if told.other else "",
        "type": told.kind,
        "text": told.text,
        "time": told.time,
        "quotes": [_quote(quote) for quote in told.quotes],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "subjects": [list(end) for end in line.subjects],
        "property": line.zh,
        "property_en": line.en,
        "objects": [list(end) for end in line.objects],
        "time": line.time,
        "rule": line.quote.rule,
        "trigger": line.quote.trigger,
        "statement": line.quote.id,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "statement": quote.id,
        "article": quote.source.iri,
        "href": address(quote.source.iri, at=str(quote.start) if quote.start is not None else ""),
        "title": quote.source.title,
        "page": quote.source.page,
        "date": quote.source.date,
        "prefix": quote.prefix,
        "text": quote.text,
        "suffix": quote.suffix,
        "start": quote.start,
        "rule": quote.rule,
        "trigger": quote.trigger,
        "because": quote.because,
    }
