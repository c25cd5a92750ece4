"""What all pages share: the site behind a request, its parameters, templates in both languages."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.graph.iris import DATA
from kg.graph.readback import kind
from kg.serve import rules
from kg.serve.addresses import address, place_of
from kg.serve.columns import heading
from kg.serve.language import COOKIE, language_of, many, side, speaker
from kg.serve.site import SHOWN, Site
from kg.serve.taken import TAKEN

DOWNLOADS = ("ttl", "jsonld", "rdf", "nt", "n3", "trig", "nq", *TAKEN, "json")
"""The formats in which a thing can be taken home."""


def templates() -> Environment:
    """The templates; every text in them is escaped."""
    return Environment(
        loader=PackageLoader("kg.serve"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def site_of(request: Request) -> Site:
    """The graph that the site shows."""
    site: Site = request.app.state.site
    return site


def iri_of(site: Site, value: str) -> str | None:
    """The thing that a parameter names by its IRI or by its place (``organization/甲市总工会``), if there is one."""
    return value if value in site.things else site.places.get(value.removeprefix(DATA).removeprefix("/id/"))


def asked_kinds(request: Request) -> tuple[str, ...]:
    """The types that ``?type=`` asks for; unknown ones count as not asked."""
    return tuple(dict.fromkeys(value for value in request.query_params.getlist("type") if value in SHOWN))


def number_of(request: Request, name: str, default: int, *, least: int = 1, most: int = 100_000) -> int:
    """A whole number of the parameters, the default where it is none."""
    value = request.query_params.get(name, "")
    return min(most, max(least, int(value))) if value.isdecimal() and len(value) < 10 else default


def render(request: Request, template: str, *, code: int = 200, **context: Any) -> Response:
    """The page in the reader's language, which a cookie keeps when ``?lang=`` asked for it."""
    site, language = site_of(request), language_of(request)
    html = request.app.state.templates.get_template(template).render(
        **context,
        site=site,
        lang=language,
        t=speaker(language),
        many=many,
        address=address,
        place_of=place_of,
        kind=kind,
        name=partial(name_of, site),
        type_name=partial(type_name, site, language),
        property_name=partial(property_name, site, language),
        notes=request.app.state.notes,
        words=rules.words,
        downloads=DOWNLOADS,
        only=partial(side, language=language),
        heading=partial(heading, language=language),
        here=request.url.path,
        query=request.query_params,
        other_language=_other(request, language),
        with_parameters=partial(_with, request),
    )
    response = HTMLResponse(html, code)
    response.headers["Content-Language"] = "en" if language == "en" else "zh-CN"
    response.headers["Vary"] = "Accept, Cookie"
    if request.query_params.get("lang") in ("zh", "en"):
        response.set_cookie(COOKIE, language, max_age=365 * 24 * 3600, samesite="lax", httponly=True)
    return response


def name_of(site: Site, iri: str) -> str:
    """What a thing is called, or the end of its IRI."""
    node = site.things.get(iri)
    if node is None:
        return place_of(iri).rsplit("/", 1)[-1]
    source = site.sources.get(iri)
    untitled = source is not None and node.label == source.page
    return place_of(iri).removeprefix("article/").replace(".", " · ") if untitled else node.label


def type_name(site: Site, language: str, kind_: str) -> str:
    """What a class is called in the reader's language."""
    known = site.ontology.classes.get(kind_)
    return (known.en if language == "en" else known.zh) if known else kind_


def property_name(site: Site, language: str, name: str) -> str:
    """What a property is called in the reader's language."""
    known = site.ontology.properties.get(name)
    return (known.en if language == "en" else known.zh) if known else name


def _other(request: Request, language: str) -> str:
    return _with(request, lang="zh" if language == "en" else "en")


def _with(request: Request, **changed: str) -> str:
    """The address of this page with other parameters; '' takes one away."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in changed]
    pairs = [*kept, *((name, value) for name, value in changed.items() if value)]
    return request.url.path + ("?" + urlencode(pairs) if pairs else "")
