"""What every answer gets on its way out, whatever route it took."""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: No page of ours needs more; a page that loads files of the server says so itself.
POLICY = "default-src 'none'; frame-ancestors 'none'"
#: The page of the API guide is drawn by a script that is written into it.
GUIDE_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'"
)
_GUIDES = ("/docs", "/redoc")
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_EXPOSED = "Link, ETag, Content-Language, Retry-After"


class Counters:
    """Requests by route, method and status, and how long they took."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self.requests = Counter(
            "shezhire_requests", "Requests answered.", labels, registry=self.registry
        )
        self.seconds = Histogram(
            "shezhire_request_seconds", "Seconds to answer.", ("route",), registry=self.registry
        )

    def count(self, scope: Scope, status: int, seconds: float) -> None:
        """Notes one answer; the route is a template, so that labels stay few."""
        route = getattr(scope.get("route"), "path", "other")
        self.requests.labels(scope["method"], route, status).inc()
        self.seconds.labels(route).observe(seconds)


class Frame:
    """Adds safety and sharing headers, answers HEAD and preflights, counts."""

    def __init__(self, app: ASGIApp, counters: Counters) -> None:
        self._app = app
        self._counters = counters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or another message of the server, which passes through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked: MutableMapping[str, Any] = dict(scope)
        if scope["method"] == "HEAD":
            asked["method"] = "GET"
        elif scope["method"] == "OPTIONS":
            await _preflight(send)
            return
        began, status = time.perf_counter(), 500

        async def passing(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _complete(MutableHeaders(scope=message), scope["path"])
            elif message["type"] == "http.response.body" and scope["method"] == "HEAD":
                message = {**message, "body": b""}
            await send(message)

        try:
            await self._app(asked, receive, passing)
        finally:
            asked["method"] = scope["method"]
            self._counters.count(asked, status, time.perf_counter() - began)


def _complete(headers: MutableHeaders, path: str) -> None:
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = _EXPOSED
    headers["X-Content-Type-Options"] = "nosniff"
    if "Content-Security-Policy" not in headers:
        headers["Content-Security-Policy"] = GUIDE_POLICY if path in _GUIDES else POLICY


async def _preflight(send: Send) -> None:
    """Any site may read: nothing here needs credentials."""
    said = {"Access-Control-Allow-Origin": "*", "Allow": "GET, HEAD, POST, OPTIONS", **_PREFLIGHT}
    headers = [(name.lower().encode(), value.encode()) for name, value in said.items()]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
