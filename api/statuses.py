"""What a status means here, for OpenAPI: every answer but 200 says so in a problem document."""

from __future__ import annotations

from typing import Any

#: Answers by their status, as FastAPI takes them.
Told = dict[int | str, dict[str, Any]]
_PROBLEM = {"$ref": "#/components/schemas/Problem"}
_MEANING = {
    400: "A parameter or a query that cannot be read, or whose answer would be too large.",
    401: "No token, or a wrong one.",
    403: "What only who has the token may do, on a server started with one.",
    404: "No such thing on record.",
    405: "A method that is not served here.",
    406: "None of the forms accepted can be served.",
    408: "The request, or the query in it, took too long.",
    409: "What is asked for stands against what is held.",
    412: "The graph has changed since it was read.",
    413: "A body that is too large.",
    414: "An address that is too long.",
    415: "A body in a form that is not read here, or a packed one.",
    429: "The client has spent its budget; `Retry-After` says when it has one again.",
    502: "An endpoint that the query asks by SERVICE does not answer as it should.",
    503: "The query met a limit, or no worker is free; `Retry-After` says when to try again.",
}
_WAITING = (408, 429, 503)
#: What any route may answer, whatever it does.
ANYWHERE = (408, 413, 415, 429)


def told(*statuses: int) -> Told:
    """The answers of a route other than 200; 304 has no body."""
    return {status: _told(status) for status in sorted(statuses)}


def _told(status: int) -> dict[str, Any]:
    if status == 304:
        return {"description": "The client holds this answer."}
    headers = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}}
    return {
        "description": _MEANING[status],
        "content": {"application/problem+json": {"schema": _PROBLEM}},
        **({"headers": headers} if status in _WAITING else {}),
    }
