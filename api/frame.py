"""What every answer gets on its way out, whatever route it took."""

from __future__ import annotations

import time
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.evaluator import TRUNCATED
from api.methods import Methods
from api.watch import Counters, Log, request_id

#: No page of ours needs more; a page that loads files of the server says so itself.
POLICY = "default-src 'none'; frame-ancestors 'none'"
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_EXPOSED = f"Link, ETag, Content-Language, Retry-After, X-Request-ID, {TRUNCATED}"


class Frame:
    """Adds safety and sharing headers, answers HEAD and preflights, counts and takes notes."""

    def __init__(self, app: ASGIApp, counters: Counters, log: Log, methods: Methods) -> None:
        self._app = app
        self._counters = counters
        self._log = log
        self._methods = methods

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or another message of the server, which passes through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked: MutableMapping[str, Any] = dict(scope)
        if scope["method"] == "HEAD":
            asked["method"] = "GET"
        elif scope["method"] == "OPTIONS" and (allowed := self._methods.of(scope["path"])):
            await _options(send, ", ".join(allowed))
            return
        name = request_id(scope)
        began, status = time.perf_counter(), 500

        async def passing(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = name
                _complete(headers)
                if status == 405:
                    headers["Allow"] = ", ".join(self._methods.of(scope["path"]))
            elif message["type"] == "http.response.body" and scope["method"] == "HEAD":
                message = {**message, "body": b""}
            await send(message)

        try:
            with self._counters.open.track_inprogress():
                await self._app(asked, receive, passing)
        finally:
            asked["method"] = scope["method"]
            seconds = time.perf_counter() - began
            self._counters.count(asked, status, seconds)
            self._log.note(asked, name, status, seconds)


def _complete(headers: MutableHeaders) -> None:
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = _EXPOSED
    headers["X-Content-Type-Options"] = "nosniff"
    headers.setdefault("Content-Security-Policy", POLICY)


async def _options(send: Send, allowed: str) -> None:
    """What a path takes; any site may read it: nothing that is read here needs credentials."""
    said = {"Access-Control-Allow-Origin": "*", "Allow": allowed, **_PREFLIGHT}
    headers = [(name.lower().encode(), value.encode()) for name, value in said.items()]
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
