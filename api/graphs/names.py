"""Which graph a request means: named in its query string, or by its own address."""

from __future__ import annotations

from fastapi import Request

from api.problems import RefusalError
from api.question import served
from api.sparql.fields import graph_name, read_fields
from api.writing import refuse_shown


def asked_graph(request: Request) -> str | None:
    """The graph of `?graph=` and its IRI; None for `?default`; RefusalError 400 for all else."""
    fields = read_fields(request.url.query)
    refuse_shown(fields, served(request).writer)
    given = [(name, value) for name, values in fields.items() for value in values]
    if len(given) != 1 or given[0][0] not in ("default", "graph"):
        raise RefusalError(400, "?default or ?graph=<IRI>", request.url.query, "graph")
    name, value = given[0]
    if name == "default":
        return None
    return graph_name(value, "graph")


def own_address(request: Request) -> str:
    """The address that was asked, as it was written: the name of a graph under `/data/`."""
    fields = read_fields(request.url.query)
    refuse_shown(fields, served(request).writer)
    if fields:
        raise RefusalError(400, "the address of a graph alone", request.url.query, "query")
    path = request.scope.get("raw_path", b"").decode("ascii", "replace").partition("?")[0]
    return graph_name(f"{request.url.scheme}://{request.url.netloc}{path}", "path")
