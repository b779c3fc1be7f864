"""Answers that are kept: a generation never changes, so neither does what was once answered."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Bytes that are kept at most, in all and of one answer.
ROOM, LARGEST = 32_000_000, 1_000_000
#: What makes an answer another one, beside the address.
_HEADERS = ("host", "accept", "accept-language", "accept-encoding")
Key = tuple[object, ...]


@dataclass(slots=True)
class Kept:
    """An answer as it was sent: its messages, its tag, the route that made it."""

    messages: list[Message] = field(default_factory=list)
    tag: str = ""
    route: object = None
    size: int = 0


class Keep:
    """Answers GET from memory where the same was asked before; the oldest answers give way.

    `edition` tells the generation and the day: answers without a day of their own are about the
    day of the request. Only answers that carry a tag are kept.
    """

    def __init__(self, app: ASGIApp, edition: Callable[[], Key]) -> None:
        self._app = app
        self._edition = edition
        self._held: OrderedDict[Key, Kept] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; what cannot be kept passes through."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        key = self._key(scope, headers)
        kept = self._held.get(key)
        if kept is None or "if-none-match" in headers:
            await self._ask(key, scope, receive, send)
            return
        self._held.move_to_end(key)
        scope["route"] = kept.route
        for message in kept.messages:
            await send(_copy(message))

    def _key(self, scope: Scope, headers: Headers) -> Key:
        asked = (scope["scheme"], scope["path"], scope["query_string"])
        return *self._edition(), *asked, *(headers.get(name) for name in _HEADERS)

    async def _ask(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        kept = Kept()

        async def passing(message: Message) -> None:
            _note(kept, message)
            await send(message)

        await self._app(scope, receive, passing)
        kept.route = scope.get("route")
        if kept.tag and kept.size <= LARGEST and key not in self._held:
            self._put(key, kept)

    def _put(self, key: Key, kept: Kept) -> None:
        self._held[key] = kept
        self._size += kept.size
        while self._size > ROOM:
            _, oldest = self._held.popitem(last=False)
            self._size -= oldest.size


def _note(kept: Kept, message: Message) -> None:
    """Takes down a message; an answer that is not whole and well keeps no tag."""
    if message["type"] == "http.response.start":
        tag = Headers(raw=message["headers"]).get("etag")
        kept.tag = tag or "" if message["status"] == 200 else ""
    elif message["type"] != "http.response.body":
        kept.tag = ""
    kept.size += len(message.get("body", b""))
    if kept.size <= LARGEST:
        kept.messages.append(_copy(message))


def _copy(message: Message) -> Message:
    """Headers are added to on the way out: each answer gets a list of its own."""
    if "headers" in message:
        return {**message, "headers": list(message["headers"])}
    return dict(message)
