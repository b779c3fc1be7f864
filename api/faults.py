"""Who is told how: programs get problem details, readers of pages get a page."""

from __future__ import annotations

import orjson
from fastapi import Request, Response
from starlette.types import ExceptionHandler

from api.pages.routes import fault_page, wants_html
from api.problems import HANDLERS, Handler

#: Where programs ask: there a reader with a browser gets the problem document too.
_MACHINES = ("/api/", "/sparql", "/data", "/health", "/ready", "/metrics", "/openapi.json")


def handlers() -> dict[int | type[Exception], ExceptionHandler]:
    """The handlers of all errors, each with a page for people."""
    return {error: _for_people(handler) for error, handler in HANDLERS.items()}


def _for_people(handler: Handler) -> ExceptionHandler:
    async def handle(request: Request, error: Exception) -> Response:
        told = await handler(request, error)
        if not wants_html(request) or request.url.path.startswith(_MACHINES):
            return told
        detail = orjson.loads(bytes(told.body))["detail"]
        return fault_page(request, told.status_code, detail)

    return handle
