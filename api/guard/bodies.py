"""Bodies of requests: bounded in bytes and in time, and never unpacked; whose host is certain."""

from __future__ import annotations

import asyncio
import re

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import RefusalError, refused

#: A name or an address with a port: what an address in an answer can be made of.
_HOST = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?")


class Bodies:
    """Refuses bodies that are too large, too slow or packed, before a route has them whole.

    `largest` is in bytes, `seconds` is the time that a client may take for a whole body. Routes
    may set bounds of their own below these.
    """

    def __init__(self, app: ASGIApp, largest: int, seconds: float) -> None:
        self._app = app
        self._largest = largest
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what its headers tell is refused at once."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await (await refused(Request(scope), refusal))(scope, receive, send)
            return
        await self._app(scope, self._bounded(receive), send)

    def _refusal(self, scope: Scope) -> RefusalError | None:
        headers = Request(scope).headers
        hosts = headers.getlist("host")
        if hosts != [host for host in hosts[:1] if _HOST.fullmatch(host)] or (
            not hosts and scope["http_version"] != "1.0"
        ):
            # RFC 9112, 3.2: another server on the way may have read another one.
            return RefusalError(400, "one host", ", ".join(hosts), "Host", Connection="close")
        coding = headers.get("transfer-encoding", "chunked").strip().lower()
        if coding != "chunked":
            return RefusalError(400, "chunked", coding, "Transfer-Encoding", Connection="close")
        packed = headers.get("content-encoding", "identity").strip().lower()
        if packed not in ("", "identity"):
            # A packed body may hold a thousand times what it weighs.
            place, more = "Content-Encoding", {"Accept_Encoding": "identity"}
            return RefusalError(415, "a body that is not packed", packed, place, **more)
        told = headers.get("content-length", "0")
        if told.isdecimal() and int(told) > self._largest:
            return self._too_large(told)
        return None

    def _too_large(self, found: str) -> RefusalError:
        expected = f"at most {self._largest} bytes"
        return RefusalError(413, expected, found, "body", Connection="close")

    def _bounded(self, receive: Receive) -> Receive:
        """What the client sends, counted; its time begins when a route first asks for it."""
        read, deadline = 0, 0.0

        async def bounded() -> Message:
            nonlocal read, deadline
            now = asyncio.get_running_loop().time()
            deadline = deadline or now + self._seconds
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError:
                expected = f"a body within {self._seconds:g} s"
                raise RefusalError(408, expected, "a slower one", "body") from None
            if message["type"] == "http.request":
                read += len(message.get("body", b""))
                if read > self._largest:
                    raise self._too_large("more")
                if not message.get("more_body"):
                    # What is awaited from here on is the end of the connection.
                    deadline = float("inf")
            return message

        return bounded
