"""The SPARQL 1.1 Protocol, its query part: GET, POST of a form, POST of the query itself; updates are refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.serve.formats import GRAPHS, RESULTS, SHORT, TRUTHS
from kg.serve.negotiate import best
from kg.serve.workers import Workers, ask

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
LONGEST = 1024 * 1024
"""How many bytes a question may have."""


class RefusedError(Exception):
    """A request that is none: its HTTP status and what is wrong with it."""

    def __init__(self, status: int, what: str) -> None:
        super().__init__(what)
        self.status = status
        self.what = what


Pairs = Sequence[tuple[str, str]]


async def sparql(request: Request) -> Response:
    """Answers a request of the protocol."""
    crew: Workers = request.app.state.workers
    try:
        pairs = await parameters(request)
        job = job_of(pairs, request.headers.get("accept", ""), base=str(request.url.replace(query="")))
    except RefusedError as refused:
        return PlainTextResponse(refused.what + "\n", refused.status)
    reply = await ask(crew, job)
    headers = {"Vary": "Accept"}
    if reply.status == 503:
        headers["Retry-After"] = "5"
    if name := dict(pairs).get("download"):
        headers["Content-Disposition"] = f'attachment; filename="{_plain(name)}"'
    return Response(reply.body, reply.status, headers, _with_charset(reply.media))


async def parameters(request: Request) -> Pairs:
    """The parameters of the request, those of a POST with the query in its body too; raises RefusedError."""
    pairs = _pairs(request.url.query)
    if request.method != "POST":
        return pairs
    media, _, rest = request.headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    if "charset" in rest.lower() and "utf-8" not in rest.lower():
        raise RefusedError(415, "请用 UTF-8（the query must be UTF-8）")
    if media not in (FORM, DIRECT):
        raise RefusedError(415, f"POST 的 Content-Type 应为 {FORM} 或（or）{DIRECT}")
    text = await _body(request)
    if media == DIRECT:
        if any(name == "query" for name, _ in pairs):
            raise RefusedError(400, "查询只能有一个（the query is given twice）")
        return [*pairs, ("query", text)]
    return [*pairs, *_pairs(text)]


def job_of(pairs: Pairs, accept: str, *, base: str) -> dict[str, object]:
    """What a worker is asked to do; raises RefusedError where there is not exactly one query or no format fits."""
    queries = [value for name, value in pairs if name == "query"]
    if any(name == "update" for name, _ in pairs):
        raise RefusedError(403, "只能查询，不能改动（queries only: this graph is read-only）")
    if len(queries) != 1:
        raise RefusedError(400, "要有且只有一个 query 参数（exactly one parameter query）")
    wanted = next((SHORT[value] for name, value in pairs if name == "format" and value in SHORT), "")
    header = wanted or accept
    results, graph = best(header, [*RESULTS]), best(header, [*GRAPHS])
    if results is None and graph is None:
        raise RefusedError(406, f"给不出这种格式；可给（on offer）: {', '.join([*RESULTS, *GRAPHS])}")
    truth = best(header, TRUTHS) or TRUTHS[0]  # CSV and TSV have no form for yes and no
    return {
        "query": queries[0],
        "base": base,
        "default": _iris(pairs, "default-graph-uri"),
        "named": _iris(pairs, "named-graph-uri"),
        "results": results or next(iter(RESULTS)),
        "truth": truth,
        "graph": graph or next(iter(GRAPHS)),
    }


def description(base: str) -> str:
    """What the endpoint can do, as SPARQL 1.1 Service Description in Turtle."""
    formats: Mapping[str, None] = dict.fromkeys(
        form.iri for forms in (RESULTS.values(), GRAPHS.values()) for form in forms
    )
    told = " ,\n        ".join(f"<{iri}>" for iri in formats)
    return (
        "@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .\n\n"
        f"<{base}> a sd:Service ;\n    sd:endpoint <{base}> ;\n"
        "    sd:supportedLanguage sd:SPARQL11Query ;\n"
        f"    sd:resultFormat {told} .\n"
    )


def _iris(pairs: Pairs, name: str) -> list[str] | None:
    found = [value for key, value in pairs if key == name]
    return found or None


def _pairs(text: str) -> Pairs:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError:  # UnicodeDecodeError is one
        raise RefusedError(400, "参数不是 UTF-8（the parameters are not UTF-8）") from None


async def _body(request: Request) -> str:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            raise RefusedError(413, f"查询超过 {LONGEST} 字节（the query is too long）")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedError(400, "查询不是 UTF-8（the query is not UTF-8）") from None


def _with_charset(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") and "charset" not in media else media


def _plain(name: str) -> str:
    """A name for a file that any header can hold."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in name)[:80] or "answer"
