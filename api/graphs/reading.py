"""Graphs as they are read: one by its name, the dumps of the generation."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse

from api.answers import CACHE, etag, unchanged
from api.evaluator import triples_bytes
from api.graphs.names import asked_graph
from api.graphs.sent import tag_of
from api.negotiation import ENDINGS, RDF_FORMS, choose
from api.question import served
from api.served import Served
from api.writing import Readers
from graph.errors import UnknownThingError

router = APIRouter(tags=["dataset"])
DUMP = "dump.nq.gz"
GraphName = ox.NamedNode | ox.DefaultGraph


@router.get("/data", response_class=Response)
async def graph(request: Request) -> Response:
    """One graph: `?default`, or `?graph=` and its IRI."""
    held, name = served(request), asked_graph(request)
    if held.writer is None:
        return await run_in_threadpool(_published, request, _named(held, name))
    found = await written_graph(request, name)
    if found is None:
        raise UnknownThingError("graph", str(name)[:200])
    return found


async def written_graph(request: Request, name: str | None) -> Response | None:
    """A graph of the working copy; None where there is no copy or no such graph."""
    held = served(request)
    if not isinstance(held.evaluator, Readers):
        return None
    media = choose(request.headers.get("accept"), tuple(RDF_FORMS))
    found = await held.evaluator.graph(name, media)
    if found is None:
        return None
    answer, digits = found
    tag = tag_of(digits, media)
    headers = {"ETag": tag, "Cache-Control": CACHE, "Vary": "Accept", **held.marks}
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    return answer.response(headers)


def _named(held: Served, iri: str | None) -> GraphName:
    if iri is None:
        return ox.DefaultGraph()
    if iri not in held.generation.manifest.graphs:
        raise UnknownThingError("graph", iri[:200])
    return ox.NamedNode(iri)


def _published(request: Request, graph: GraphName) -> Response:
    media = choose(request.headers.get("accept"), tuple(RDF_FORMS))
    return _written(request, _triples(served(request), graph), media)


def _triples(held: Served, graph: GraphName) -> Iterable[ox.Triple]:
    found = held.generation.store.quads_for_pattern(None, None, None, graph)
    return (quad.triple for quad in found)


def _written(request: Request, triples: Iterable[ox.Triple], media: str) -> Response:
    tag = etag(served(request).name, str(request.url), media)
    headers = {"ETag": tag, "Cache-Control": CACHE, "Vary": "Accept"}
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(triples_bytes(triples, media), headers=headers, media_type=media)


@router.get("/data/dump.nq.gz", response_class=FileResponse)
async def dump(request: Request) -> Response:
    """The whole generation as N-Quads, as it was built."""
    held = served(request)
    tag = etag(held.name, DUMP)
    headers = {"ETag": tag, "Cache-Control": CACHE}
    if unchanged(request, tag):
        return Response(status_code=304, headers=headers)
    path = held.generation.path / DUMP
    return FileResponse(path, headers=headers, media_type="application/gzip", filename=DUMP)


@router.get("/data/dump.{ending}", response_class=Response)
def dump_of_view(request: Request, ending: str) -> Response:
    """The view and the vocabulary, in one form: ttl, nt, jsonld or rdf."""
    if ending not in ENDINGS:
        raise UnknownThingError("dump", f"dump.{ending}"[:200])
    return _written(request, _triples(served(request), ox.DefaultGraph()), ENDINGS[ending])
