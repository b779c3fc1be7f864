"""A client that goes away has its query ended."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from fastapi import Request

from api.problems import RefusalError

T = TypeVar("T")


async def while_there(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """What comes of the work, which is cancelled when the client closes its connection.

    The body of the request has to be read before. RefusalError 408, for the log, when it was.
    """
    working = asyncio.ensure_future(work)
    listening = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait((working, listening), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise RefusalError(408, "a client that waits", "a closed connection", "query")
        return working.result()
    finally:
        for task in (working, listening):
            task.cancel()
        await asyncio.wait((working, listening))


async def _gone(request: Request) -> None:
    """Returns when the connection is closed."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
