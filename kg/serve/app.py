"""The site as an ASGI application: its addresses, its limits, and the headers that keep it harmless."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.errors import KgError
from kg.knowledge import Knowledge, load
from kg.serve import api, pages, questions, rules, things
from kg.serve.maps import outlines
from kg.serve.page import templates
from kg.serve.site import Site, open_site, stamp
from kg.serve.workers import workers

HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names under which the site answers: a page from elsewhere cannot reach it by a name of its own."""

# the style sheets that force-graph writes into the page when it loads (it appends each element empty at first)
_FORCE_GRAPH = (
    "'sha256-jtRRMYY2VbEXuBKbHvqM1/fPT8vazFrEooXdvwUK4y8=' 'sha256-9xjtvxMT1ApHlgn9ohbh2FNfvK5Tqtzy94BjfXBeMSY=' "
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
)
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' {style}; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def create_app(
    directory: Path,
    *,
    knowledge: Knowledge | None = None,
    seconds: float = 10.0,
    count: int = 2,
    megabytes: int = 2048,
) -> ASGIApp:
    """The site over the graph built in ``directory``; ``count`` questions run at once, each for ``seconds`` at most.

    Raises GraphError where no graph is.
    """
    known = knowledge or load()
    seen = stamp(directory)
    site = open_site(directory, knowledge=known)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with workers(directory, count=count, seconds=seconds, megabytes=megabytes) as crew:
            app.state.workers = crew
            app.state.lock = asyncio.Lock()
            yield

    app = Starlette(
        routes=routes(),
        lifespan=lifespan,
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS)),
            Middleware(_fresh),
        ],
        exception_handlers={HTTPException: pages.missing, 500: pages.missing},
    )
    app.state.site = site
    app.state.stamp = seen
    app.state.outlines = outlines()
    app.state.templates = templates()
    app.state.notes = rules.notes(site)
    return _harmless(app)  # from outside, so that the page of an error carries the headers too


def routes() -> list[Route | Mount]:
    """Every address of the site."""
    reading = {
        "/": pages.home,
        "/search": pages.found,
        "/explore": pages.explorer,
        "/timeline": pages.timeline,
        "/map": pages.atlas,
        "/charts": pages.chart_room,
        "/rules": pages.rule_book,
        "/queries": questions.queries,
        "/queries/{name}": questions.queries,
        "/id": things.thing,
        "/id/{place:path}": things.thing,
        "/baotu/id/{place:path}": pages.old_address,
        "/api": pages.interface,
        "/api/suggest": api.suggest,
        "/api/search": api.find,
        "/api/stats": api.statistics,
        "/api/entity": api.entity,
        "/api/article": api.article,
        "/api/graph": api.graph,
        "/api/timeline": api.moments,
        "/api/map": api.places,
        "/api/rules": api.rule_list,
        "/api/queries": api.query_list,
    }
    return [
        *(Route(path, handler) for path, handler in reading.items()),
        *(Route(path, questions.editor, methods=["GET", "POST"]) for path in ("/sparql", "/sparql/")),
        Mount("/static", StaticFiles(directory=str(files("kg.serve") / "assets"))),
    ]


def _fresh(app: ASGIApp) -> ASGIApp:
    """Opens the graph again when it has been built anew, before the next page is shown."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await _renewed(scope["app"])
        await app(scope, receive, send)

    return wrapped


async def _renewed(app: Starlette) -> None:
    old: Site = app.state.site
    if stamp(old.directory) == app.state.stamp:
        return
    async with app.state.lock:
        now = stamp(old.directory)
        if now == app.state.stamp:
            return
        with suppress(KgError):  # in the middle of a build: the old graph stays until the new one is whole
            app.state.site = await run_in_threadpool(open_site, old.directory, knowledge=old.knowledge)
            app.state.stamp = now


def _harmless(app: ASGIApp) -> ASGIApp:
    """Adds to every response the headers that forbid foreign code, frames and requests."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        await app(scope, receive, _with_headers(scope["path"], send))

    return wrapped


def _with_headers(path: str, send: Send) -> Callable[[Message], Awaitable[None]]:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            # the editor sets styles on its own elements; scripts stay those of the site
            style = "'unsafe-inline'" if path.rstrip("/") == "/sparql" else _FORCE_GRAPH
            headers["Content-Security-Policy"] = _POLICY.format(style=style)
            for name, value in _HEADERS.items():
                headers[name] = value
            if path.startswith("/static/"):
                headers["Cache-Control"] = "max-age=3600"
            elif "cache-control" not in headers:
                headers["Cache-Control"] = "no-cache"
        await send(message)

    return sending
