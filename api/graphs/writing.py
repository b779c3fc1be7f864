"""Graphs as they are written: put, added to, removed, in the working copy of the generation."""

from __future__ import annotations

from secrets import token_hex

from fastapi import APIRouter, Request, Response

from api.graphs.names import asked_graph, own_address
from api.graphs.reading import written_graph
from api.graphs.sent import read_condition, read_parts
from api.linked import data, is_document
from api.problems import RefusalError
from api.question import counted, served
from api.sparql.fields import read_fields
from api.writing import Writer, permit
from graph.errors import UnknownThingError

router = APIRouter(tags=["dataset"], default_response_class=Response)
_BYTES = 12
_MADE: dict[int | str, dict[str, str]] = {201: {"description": "The graph was made."}}


@router.put("/data", status_code=204, responses=_MADE)
async def put(request: Request) -> Response:
    """Replaces a graph, or makes it."""
    return await _write(request, _writer(request), asked_graph(request), replace=True)


@router.post("/data", status_code=204, responses=_MADE)
async def post(request: Request) -> Response:
    """Adds to a graph, or makes it; without a name one with a new name, told by `Location`."""
    writer = _writer(request)
    if request.url.query:
        return await _write(request, writer, asked_graph(request), replace=False)
    made = f"{request.base_url}data/{token_hex(_BYTES)}"
    answer = await _write(request, writer, made, replace=False)
    answer.headers["Location"] = made
    return answer


@router.delete("/data", status_code=204)
async def delete(request: Request) -> Response:
    """Removes a graph; the default graph is emptied."""
    return await _remove(request, _writer(request), asked_graph(request))


@router.put("/data/{path:path}", status_code=204, responses=_MADE)
async def put_here(request: Request, path: str) -> Response:
    """Replaces the graph of this very address, or makes it."""
    return await _write(request, _writer(request), _here(request, path), replace=True)


@router.post("/data/{path:path}", status_code=204, responses=_MADE)
async def post_here(request: Request, path: str) -> Response:
    """Adds to the graph of this very address, or makes it."""
    return await _write(request, _writer(request), _here(request, path), replace=False)


@router.delete("/data/{path:path}", status_code=204)
async def delete_here(request: Request, path: str) -> Response:
    """Removes the graph of this very address."""
    return await _remove(request, _writer(request), _here(request, path))


@router.get("/data/{path:path}", include_in_schema=False)
async def get_here(request: Request, path: str) -> Response:
    """The graph of this very address where one was written, else the document of that name."""
    if served(request).writer is not None:
        found = await written_graph(request, own_address(request))
        if found is not None:
            return found
    return await data(request, *path.rpartition(".")[::2])


def _writer(request: Request) -> Writer:
    return permit(request, read_fields(request.url.query), served(request).writer)


def _here(request: Request, path: str) -> str:
    """The address asked; RefusalError 409 where the generation has a document of its own."""
    if is_document(served(request), path):
        raise RefusalError(409, "an address that the generation does not use", path, "path")
    return own_address(request)


async def _write(request: Request, writer: Writer, name: str | None, replace: bool) -> Response:
    parts = await read_parts(request, name or f"{request.base_url}data")
    with counted(request).run("change"):
        done = await writer.write(name, parts, replace, read_condition(request))
    return _done(request, done)


async def _remove(request: Request, writer: Writer, name: str | None) -> Response:
    with counted(request).run("change"):
        done = await writer.remove(name, read_condition(request))
    if done == "missing":
        raise UnknownThingError("graph", str(name)[:200])
    return _done(request, done)


def _done(request: Request, done: str) -> Response:
    counted(request).end("change", "refused" if done == "refused" else "answered")
    if done == "refused":
        raise RefusalError(412, "a graph as the condition says", "another", "If-Match")
    return Response(status_code=201 if done == "created" else 204, headers=served(request).marks)
