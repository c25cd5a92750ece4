"""The named questions as forms, and the SPARQL editor."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.graph.iris import DATA, PREFIXES
from kg.serve.addresses import address
from kg.serve.api import query_of
from kg.serve.formats import RESULTS
from kg.serve.negotiate import accepted, best
from kg.serve.page import render, site_of
from kg.serve.site import Site
from kg.serve.sparql import description, job_of, sparql
from kg.serve.workers import Workers, ask

_JSON = "application/sparql-results+json"


async def queries(request: Request) -> Response:
    """The named questions; ``/queries/NAME`` asks one with the values of the form."""
    site = site_of(request)
    name = request.path_params.get("name", "")
    if not name:
        return render(request, "queries.html", asked=None)
    text = query_of(site, name, request.query_params.multi_items())
    crew: Workers = request.app.state.workers
    job = job_of([("query", text)], _JSON, base=str(request.url.replace(query="")))
    reply = await ask(crew, job)
    columns: list[str] = []
    rows: list[list[tuple[str, str]]] = []
    if reply.status == 200 and reply.media == _JSON:
        told = json.loads(reply.body)
        columns = told["head"].get("vars", [])
        bindings = told.get("results", {}).get("bindings", [])
        rows = [[_cell(row.get(column), site) for column in columns] for row in bindings]
    problem = reply.body.decode() if reply.status != 200 else ""
    code = 200 if reply.status == 200 else reply.status
    return render(
        request, "queries.html", code=code, asked=name, text=text, columns=columns, rows=rows, problem=problem
    )


async def editor(request: Request) -> Response:
    """``/sparql``: the protocol where a query comes, else the editor for people and the description for programs."""
    if request.method == "POST" or any(name in request.query_params for name in ("query", "update")):
        return await sparql(request)
    header = request.headers.get("accept", "")
    if best(header, ["text/html", "text/turtle"]) == "text/html" and any("html" in m for m, _ in accepted(header)):
        return render(request, "sparql.html", examples=site_of(request).queries.values(), prefixes=PREFIXES)
    if best(header, ["text/turtle", *RESULTS]) == "text/turtle" and header:
        return PlainTextResponse(description(str(request.url)), media_type="text/turtle")
    return await sparql(request)


def _cell(term: dict[str, str] | None, site: Site) -> tuple[str, str]:
    """The text of a cell, and the page of what it names."""
    if term is None:
        return "", ""
    value = term["value"]
    iri = value if term["type"] == "uri" and value.startswith(DATA) else site.called.get(value, "")
    return value, address(iri) if iri else ""
