"""Linked data: every IRI leads to a page or to data, ontology and shapes are served."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated
from urllib.parse import quote

import orjson
import pyoxigraph as ox
from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import RedirectResponse

from api.answers import CACHE, etag, unchanged
from api.evaluator import triples_bytes
from api.negotiation import ENDINGS, RDF_FORMS, choose, wants_page
from api.question import served
from api.served import Served
from graph.errors import UnknownThingError
from ontology import context
from shapes import load_shapes

router = APIRouter(tags=["linked data"])
ThingPath = Annotated[str, Path(description="What an IRI has after the base.", max_length=1000)]
Name = ox.NamedNode
_PAGE: dict[int | str, dict[str, object]] = {303: {"description": "The page for readers."}}


@router.get("/id/{path:path}", status_code=303, response_class=Response)
async def identify(request: Request, path: ThingPath) -> Response:
    """Leads to the page of a thing or to its data, by `Accept`; ended things answer too."""
    iri = _known(served(request), path)
    kept = served(request).hierarchy.became(iri)
    if kept is not None:
        place = f"/id/{quote(served(request).hierarchy.record.path(kept), safe='/-_~.')}"
        return RedirectResponse(_asked(request, place), 308, {"Cache-Control": CACHE})
    accept = request.headers.get("accept")
    headers = {"Vary": "Accept", "Cache-Control": CACHE}
    place, page = quote(path, safe="/-_~."), page_of(path)
    if page and wants_page(accept, tuple(RDF_FORMS)):
        return RedirectResponse(_asked(request, page), 303, headers)
    if iri in served(request).generation.manifest.graphs:
        return RedirectResponse(f"/data?graph={quote(iri, safe='')}", 303, headers)
    media = "text/turtle" if wants_page(accept, ()) else choose(accept, tuple(RDF_FORMS))
    ending = next((e for e, held in ENDINGS.items() if held == media), "nt")
    if media == "application/json":
        ending = "jsonld"
    return RedirectResponse(f"/data/{place}.{ending}", 303, headers)


def _asked(request: Request, place: str) -> str:
    """Another place, asked in the same language and for the same day: before a clause of it."""
    path, sign, clause = place.partition("#")
    return f"{path}?{request.url.query}{sign}{clause}" if request.url.query else place


def page_of(path: str) -> str | None:
    """The page about a thing; a clause is shown in its act. None for a graph: it has no page."""
    kind, _, rest = path.partition("/")
    key, _, clause = rest.partition("/")
    if kind == "act" and clause:
        return f"/act/{quote(key)}#{quote(clause, safe='-_~.')}"
    if kind in ("body", "act", "service") and key:
        return f"/{kind}/{quote(key)}"
    return None if kind == "graph" else f"/doc/{quote(path, safe='/-_~.')}"


@router.get("/data/{path:path}.{ending}", response_class=Response)
async def data(request: Request, path: ThingPath, ending: str) -> Response:
    """All triples about a thing: what it says, and what the view says of it."""
    if ending not in ENDINGS:
        raise UnknownThingError("file", f"{path}.{ending}"[:200])
    iri = _known(served(request), path)
    triples = describe(served(request), iri)
    page = page_of(path)
    links = {"Link": f'<{page}>; rel="alternate"; type="text/html"'} if page else {}
    return rdf(request, triples, ENDINGS[ending], links)


def is_document(held: Served, path: str) -> bool:
    """Whether what follows `/data/` is a document or a dump of the generation."""
    name, _, ending = path.rpartition(".")
    iri = held.hierarchy.record.iri(name)
    told = held.generation.store.quads_for_pattern(Name(iri), None, None)
    return name.startswith("dump") or (ending in ENDINGS and next(told, None) is not None)


def _known(held: Served, path: str) -> str:
    iri = held.hierarchy.record.iri(path)
    store = held.generation.store
    try:
        named = Name(iri)
    except ValueError:
        raise UnknownThingError("thing", path[:200]) from None
    if iri in held.generation.manifest.graphs:
        return iri
    if next(store.quads_for_pattern(named, None, None), None) is None:
        raise UnknownThingError("thing", path[:200])
    return iri


def describe(held: Served, iri: str) -> list[ox.Triple]:
    """What any graph says of a thing and of its parts after `#`, and what the view ties to it."""
    store, named = held.generation.store, Name(iri)
    own = [quad.triple for quad in store.quads_for_pattern(named, None, None)]
    parts = {t.object for t in own if isinstance(t.object, Name) and _is_part(t.object, iri)}
    inner = [q.triple for part in parts for q in store.quads_for_pattern(part, None, None)]
    view = store.quads_for_pattern(None, None, named, ox.DefaultGraph())
    return _unique([*own, *inner, *(quad.triple for quad in view)])


def _is_part(node: ox.NamedNode, iri: str) -> bool:
    return node.value.startswith(f"{iri}#")


def _unique(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    return sorted(set(triples), key=str)


def rdf(
    request: Request,
    triples: Iterable[ox.Triple],
    media: str,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Triples in a form, with their tag."""
    tag = etag(served(request).name, str(request.url), media)
    said = {"ETag": tag, "Cache-Control": CACHE, "Vary": "Accept", **(headers or {})}
    if unchanged(request, tag):
        return Response(status_code=304, headers=said)
    return Response(triples_bytes(triples, media), headers=said, media_type=media)


@router.get("/ns", response_class=Response, responses=_PAGE)
async def ontology(request: Request) -> Response:
    """The vocabulary: own terms, their alignments, the code lists; readers get a page."""
    if wants_page(request.headers.get("accept"), tuple(RDF_FORMS)):
        return RedirectResponse(_asked(request, "/vocabulary"), 303, {"Vary": "Accept"})
    media = choose(request.headers.get("accept"), tuple(RDF_FORMS))
    held = served(request)
    graph = Name(f"{held.base}graph/vocabulary")
    found = held.generation.store.quads_for_pattern(None, None, None, graph)
    return rdf(request, _unique(quad.triple for quad in found), media)


@router.get("/shapes", response_class=Response)
async def shapes(request: Request) -> Response:
    """What data must satisfy: SHACL shapes."""
    media = choose(request.headers.get("accept"), tuple(RDF_FORMS))
    return rdf(request, _shapes(), media)


@cache
def _shapes() -> list[ox.Triple]:
    written = load_shapes().serialize(format="nt", encoding="utf-8")
    return _unique(quad.triple for quad in ox.parse(written, format=ox.RdfFormat.N_TRIPLES))


@router.get("/context.jsonld", response_class=Response)
async def json_context(request: Request) -> Response:
    """The JSON-LD context of every answer."""
    tag = etag(served(request).name, "context")
    return Response(
        orjson.dumps(context()),
        headers={"ETag": tag, "Cache-Control": CACHE},
        media_type="application/ld+json",
    )
