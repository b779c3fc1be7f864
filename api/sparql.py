"""The SPARQL 1.1 Protocol: queries by GET, by form, and as they are; updates are refused."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response

from api.answers import CACHE, etag, unchanged
from api.describe import service_description
from api.evaluator import Query, while_there
from api.linked import rdf
from api.negotiation import RDF_FORMS, RESULT_FORMS, choose, wants_page
from api.pages.routes import editor, results
from api.problems import RefusalError
from api.question import served

router = APIRouter(tags=["SPARQL"])
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
UPDATE = "application/sparql-update"
#: Bytes of a request body that are read at most.
LARGEST = 1_000_000
_MOST_FIELDS = 100
Fields = Mapping[str, list[str]]
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
    fields = _fields(request.url.query)
    if "query" not in fields and "update" not in fields:
        return await _without_query(request)
    query, accept = _query(fields), request.headers.get("accept")
    if wants_page(accept, (*RESULT_FORMS, *RDF_FORMS)):
        return await results(request, query)
    held = served(request)
    request.state.query = query.text
    media = held.evaluator.check(query, accept)
    tag = etag(held.name, str(request.url), media)
    headers = {"ETag": tag, "Cache-Control": CACHE, "Vary": "Accept"}
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    answer = await while_there(request, held.evaluator.run(query, media))
    return answer.response(headers)


async def _without_query(request: Request) -> Response:
    accept = request.headers.get("accept")
    if wants_page(accept, tuple(RDF_FORMS)):
        return editor(request)
    media = choose(accept, tuple(RDF_FORMS))
    return rdf(request, service_description(request), media)


@router.post("/sparql", responses={200: _RESULTS})
async def query_by_post(request: Request) -> Response:
    """A query in the body: `application/sparql-query`, or a form with the field `query`."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise RefusalError(403, "a query: this endpoint is read-only", kind, "Content-Type")
    if kind not in (FORM, DIRECT):
        raise RefusalError(415, f"{DIRECT} or {FORM}", kind, "Content-Type")
    body = await read_body(request, LARGEST)
    fields = _fields(request.url.query)
    query = _query(_fields(body)) if kind == FORM else _direct(body, fields)
    held = served(request)
    request.state.query = query.text
    media = held.evaluator.check(query, request.headers.get("accept"))
    headers = {"Vary": "Accept", "Cache-Control": "no-store"}
    answer = await while_there(request, held.evaluator.run(query, media))
    return answer.response(headers)


def _direct(body: bytes, fields: Fields) -> Query:
    if "query" in fields:
        raise RefusalError(400, "the query in the body alone", "a second one", "query")
    return _put(_text(body), fields)


def _query(fields: Fields) -> Query:
    """The one query of the fields; those that clients add (format, output, results) are no harm."""
    if "update" in fields:
        raise RefusalError(403, "a query: this endpoint is read-only", "update", "update")
    queries = fields.get("query", [])
    if len(queries) != 1:
        raise RefusalError(400, "one query", f"{len(queries)}", "query")
    return _put(queries[0], fields)


def _put(text: str, fields: Fields) -> Query:
    default, named = (fields.get(f"{kind}-graph-uri", []) for kind in ("default", "named"))
    return Query(text, tuple(default), tuple(named))


def _fields(encoded: str | bytes) -> Fields:
    """Form fields in order; RefusalError 400 for what is no UTF-8, or for too many."""
    written = encoded if isinstance(encoded, str) else _text(encoded)
    try:
        pairs = parse_qsl(
            written, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except UnicodeDecodeError as error:
        raise RefusalError(400, "percent-encoded UTF-8", str(error), "query") from None
    except ValueError as error:
        raise RefusalError(400, f"at most {_MOST_FIELDS} fields", str(error), "query") from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusalError(400, "UTF-8", str(error), "body") from None


async def read_body(request: Request, largest: int) -> bytes:
    """The body of a request; RefusalError 413 as soon as it is larger than that."""
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > largest:
            raise RefusalError(413, f"at most {largest} bytes", "more", "body")
    return bytes(read)
