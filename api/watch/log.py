"""One line of JSON a request: what kind of question, never by whom, nor its words."""

from __future__ import annotations

import re
import secrets
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Literal

import orjson
from starlette.datastructures import Headers
from starlette.types import Scope

#: Names of requests that a client, or a proxy before us, has given.
_GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
#: `slow`: what took long or went wrong here; `all`: every request; `off`: nothing.
Level = Literal["off", "slow", "all"]
#: Statuses from here on are mistakes of ours, or a server that could not.
_FAILED = 500
#: Where a route leaves the words of a query in the state of its request.
QUERY = "query"
_DIGITS = 16


def request_id(scope: Scope) -> str:
    """The name of a request: the one that came with it, if it is plain, or a new one."""
    given = Headers(scope=scope).get("x-request-id", "")
    return given if _GIVEN.fullmatch(given) else secrets.token_hex(8)


def route_of(scope: Scope) -> str:
    """The template of the route that answered: the path itself may name what someone looks for."""
    return getattr(scope.get("route"), "path", "other")


class Log:
    """Writes requests as lines of JSON; `slow` is in seconds."""

    def __init__(
        self, level: Level = "off", slow: float = 1.0, write: Callable[[str], object] | None = None
    ) -> None:
        self._level = level
        self._slow = slow
        self._write = write or sys.stderr.write

    def note(self, scope: Scope, name: str, status: int, seconds: float) -> None:
        """Write one line about an answered request, if it is one for this log."""
        slow = seconds >= self._slow
        if self._level == "all" or (self._level == "slow" and (slow or status >= _FAILED)):
            self._line(
                id=name,
                method=scope["method"],
                route=route_of(scope),
                status=status,
                milliseconds=round(seconds * 1000, 1),
                slow=slow,
                **_query(scope),
            )

    def _line(self, **fields: object) -> None:
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), **fields}
        self._write(orjson.dumps(line).decode() + "\n")


def _query(scope: Scope) -> dict[str, object]:
    """Of a query its fingerprint and size: its words may hold the name that someone looks for.

    Who has the same query can tell it by its fingerprint, the first digits of its SHA-256.
    """
    words = scope.get("state", {}).get(QUERY)
    if words is None:
        return {}
    return {"query": sha256(words.encode()).hexdigest()[:_DIGITS], "characters": len(words)}
