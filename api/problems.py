"""What a client is told when something fails: problem details by RFC 9457."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from graph.errors import CallError, DataError, QueryError, ShezhireError, UnknownThingError

MEDIA = "application/problem+json"
Handler = Callable[[Request, Exception], Awaitable[Response]]
_log = logging.getLogger("shezhire.api")


class RefusalError(CallError):
    """A request that HTTP has a status for: what was expected, what came, and where."""

    def __init__(self, status: int, expected: str, found: str, place: str, **headers: str) -> None:
        self.status = status
        self.expected = expected
        self.found = found
        self.place = place
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        super().__init__(f"{place}: expected {expected}; found {found[:200]!r}")


class LimitError(RefusalError):
    """A query that has reached a limit: which, in one word."""

    def __init__(self, limit: str, status: int, expected: str, found: str, **headers: str) -> None:
        self.limit = limit
        super().__init__(status, expected, found, "query", **headers)


def problem(
    request: Request,
    status: int,
    detail: str,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> Response:
    """A problem document; `more` are its extension members."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
        **more,
    }
    return Response(orjson.dumps(content), status, headers, MEDIA)


async def refused(request: Request, error: Exception) -> Response:
    """A request at fault, with what was expected."""
    assert isinstance(error, RefusalError)
    more = {"expected": error.expected, "found": error.found[:200], "place": error.place}
    return problem(request, error.status, str(error), error.headers, **more)


async def unknown(request: Request, error: Exception) -> Response:
    """Nothing of that name is on record."""
    assert isinstance(error, UnknownThingError)
    return problem(request, 404, str(error), kind=error.kind, key=error.key[:200])


async def malformed_query(request: Request, error: Exception) -> Response:
    """A query that cannot be read, with the line and column where it breaks."""
    assert isinstance(error, QueryError)
    place = position(error)
    return problem(
        request, 400, str(error), None, expected=error.expected, found=error.found, **place
    )


def position(error: QueryError) -> dict[str, int]:
    """Line and column of a query error, counted from 1, where they are known."""
    numbers = str(error.place).removeprefix("query:").split(":")
    if len(numbers) == 2 and all(number.isdecimal() for number in numbers):
        return {"line": int(numbers[0]), "column": int(numbers[1])}
    return {}


async def bad_call(request: Request, error: Exception) -> Response:
    """A parameter that means nothing here."""
    return problem(request, 400, str(error))


async def bad_parameters(request: Request, error: Exception) -> Response:
    """Parameters that cannot be read: each with what was expected."""
    assert isinstance(error, RequestValidationError)
    errors = [
        {
            "parameter": str(one["loc"][-1]),
            "in": str(one["loc"][0]),
            "expected": str(one["msg"]).removeprefix("Value error, "),
            "found": str(one.get("input"))[:200],
        }
        for one in error.errors()
    ]
    said = "; ".join(f"{one['parameter']}: {one['expected']}" for one in errors)
    return problem(request, 400, said, errors=errors)


async def http_problem(request: Request, error: Exception) -> Response:
    """No such path, a method that is not served, and the like."""
    assert isinstance(error, HTTPException)
    return problem(request, error.status_code, str(error.detail), error.headers)


async def bad_data(request: Request, error: Exception) -> Response:
    """The dataset itself cannot be read: said in the log, not to the client."""
    return await broken(request, error)


async def broken(request: Request, error: Exception) -> Response:
    """A mistake of ours: said in the log, not to the client."""
    _log.error("%s %s", request.method, request.url.path, exc_info=error)
    return problem(request, 500, "The server made a mistake; it is in its log.")


async def gone(request: Request, error: Exception) -> Response:
    """A client that went away while it was still to send: nobody is left to be told."""
    return Response(status_code=400)


#: Every error that can leave a route, the most special first.
HANDLERS: dict[type[Exception], Handler] = {
    RefusalError: refused,
    UnknownThingError: unknown,
    QueryError: malformed_query,
    RequestValidationError: bad_parameters,
    CallError: bad_call,
    DataError: bad_data,
    ShezhireError: broken,
    HTTPException: http_problem,
    ClientDisconnect: gone,
    Exception: broken,
}
