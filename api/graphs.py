"""The graphs of the dataset: SPARQL 1.1 Graph Store Protocol for reading, and the dump."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from api.answers import CACHE, etag, unchanged
from api.evaluator import triples_bytes
from api.negotiation import ENDINGS, RDF_FORMS, choose
from api.problems import RefusalError
from api.question import served
from api.served import Served
from graph.errors import UnknownThingError

router = APIRouter(tags=["dataset"])
DUMP = "dump.nq.gz"


@router.get("/data", response_class=Response)
def graph(request: Request) -> Response:
    """One graph: `?default`, or `?graph=` and its IRI."""
    held, asked = served(request), request.query_params
    if ("default" in asked) == ("graph" in asked) or len(asked.multi_items()) != 1:
        raise RefusalError(400, "?default or ?graph=<IRI>", str(request.url.query), "graph")
    name = _named(held, asked["graph"]) if "graph" in asked else ox.DefaultGraph()
    media = choose(request.headers.get("accept"), tuple(RDF_FORMS))
    return _written(request, _triples(held, name), media)


def _named(held: Served, iri: str) -> ox.NamedNode:
    if iri not in held.generation.manifest.graphs or iri == "default":
        raise UnknownThingError("graph", iri[:200])
    return ox.NamedNode(iri)


def _triples(held: Served, graph: ox.NamedNode | ox.DefaultGraph) -> Iterable[ox.Triple]:
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
