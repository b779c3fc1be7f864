"""The paths of the protocol: GET, POST of a form, POST of a query or an update as it is."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.answers import CACHE, etag, unchanged
from api.aside import aside
from api.describe import service_description
from api.evaluator import Query, while_there
from api.gate import inspect_update
from api.linked import rdf
from api.negotiation import RDF_FORMS, RESULT_FORMS, choose, wants_page
from api.pages.routes import editor, results
from api.problems import RefusalError
from api.question import counted, served
from api.sparql.fields import (
    FORM,
    QUERY,
    UPDATE,
    Fields,
    graph_names,
    joined,
    media_type,
    read_body,
    read_fields,
    read_text,
)
from api.sparql.using import put_to
from api.writing import permit, refuse_shown

router = APIRouter(tags=["SPARQL"])
#: Bytes of a request body that are read at most.
LARGEST = 1_000_000
_QUERIED = ("default-graph-uri", "named-graph-uri")
_USED = ("using-graph-uri", "using-named-graph-uri")
_RESULTS = {
    "description": "The result, in the form asked for by `Accept`.",
    "content": {
        media: {"schema": {"type": "string"}}
        for media in ("application/sparql-results+json", "text/csv", "text/turtle")
    },
}


@router.get("/sparql", responses={200: _RESULTS})
async def query_by_get(request: Request) -> Response:
    """A query in the address; without one the editor for people, the description for programs."""
    fields = read_fields(request.url.query)
    if "query" not in fields and "update" not in fields:
        return await _without_query(request)
    query, accept = _query(request, fields), request.headers.get("accept")
    if wants_page(accept, (*RESULT_FORMS, *RDF_FORMS)):
        return await results(request, query)
    return await _answer(request, query)


async def _without_query(request: Request) -> Response:
    accept = request.headers.get("accept")
    if wants_page(accept, tuple(RDF_FORMS)):
        return editor(request)
    media = choose(accept, tuple(RDF_FORMS))
    return rdf(request, await service_description(request), media)


@router.post("/sparql", responses={200: _RESULTS, 204: {"description": "The update is done."}})
async def query_by_post(request: Request) -> Response:
    """A query or an update in the body: as it is, or in the field of a form."""
    kind, fields = media_type(request), read_fields(request.url.query)
    if kind not in (FORM, QUERY, UPDATE):
        raise RefusalError(415, f"{QUERY}, {UPDATE} or {FORM}", kind, "Content-Type")
    if kind == UPDATE:
        permit(request, fields, served(request).writer)
    body = await read_body(request, LARGEST)
    if kind == FORM:
        fields = joined(fields, await aside(len(body), read_fields, body))
    else:
        fields = _direct(fields, "query" if kind == QUERY else "update", body)
    if "update" in fields:
        return await _update(request, fields)
    return await _answer(request, _query(request, fields))


def _direct(fields: Fields, name: str, body: bytes) -> Fields:
    for other in ("query", "update"):
        if other in fields:
            raise RefusalError(400, f"the {name} in the body alone", "a second one", other)
    return {**fields, name: [read_text(body)]}


async def _answer(request: Request, query: Query) -> Response:
    """The answer to a query; it has a tag where what was asked never changes."""
    held = served(request)
    request.state.query = query.text
    queries = counted(request)
    with queries.gated("query"):
        accept = request.headers.get("accept")
        media = await aside(len(query.text), held.evaluator.check, query, accept)
    headers = {"Vary": "Accept", "Cache-Control": "no-store", **held.marks}
    if request.method == "GET" and held.fixed:
        tag = etag(held.name, str(request.url), media)
        headers |= {"ETag": tag, "Cache-Control": CACHE}
        if unchanged(request, tag):
            return Response(status_code=304, headers=headers)
    with queries.run("query"):
        answer = await while_there(request, held.evaluator.run(query, media))
    queries.end("query", "cut" if answer.truncated else "answered")
    return answer.response(headers)


def _query(request: Request, fields: Fields) -> Query:
    """The one query of the fields; those that clients add (format, output, results) are no harm."""
    if "update" in fields:
        permit(request, fields, served(request).writer)
        raise RefusalError(400, "an update by POST", request.method, "update")
    refuse_shown(fields, served(request).writer)
    text = _only(fields, "query", _USED)
    default, named = (graph_names(fields, name) for name in _QUERIED)
    return Query(text, default, named, base=_base(request))


async def _update(request: Request, fields: Fields) -> Response:
    held = served(request)
    writer = permit(request, fields, held.writer)
    if "query" in fields or "update" in read_fields(request.url.query):
        raise RefusalError(400, "one update, in the body alone", "a second one", "update")
    queries = counted(request)
    with queries.gated("change"):
        given = _only(fields, "update", _QUERIED)
        text = await aside(len(given), inspect_update, given)
    default, named = (graph_names(fields, name) for name in _USED)
    request.state.query = text
    with queries.run("change"):
        whole = await aside(len(text), put_to, text, default, named)
        await writer.update(whole, _base(request))
    queries.end("change", "answered")
    return Response(status_code=204, headers=held.marks)


def _only(fields: Fields, name: str, others: tuple[str, ...]) -> str:
    """The one value of a field; RefusalError 400 for none, for several, and for misplaced ones."""
    given = fields.get(name, [])
    if len(given) != 1:
        raise RefusalError(400, f"one {name}", f"{len(given)}", name)
    for other in others:
        if other in fields:
            raise RefusalError(400, f"a parameter that goes with a {name}", other, other)
    return given[0]


def _base(request: Request) -> str:
    return f"{request.base_url}sparql"
