"""An answer that is whole before its first byte is sent."""

from __future__ import annotations

import os
import weakref
from collections.abc import AsyncIterator, Callable, Iterator, Mapping

from starlette.responses import Response, StreamingResponse

#: Tells that an answer was limited, and by what: `rows` or `bytes`.
TRUNCATED = "Shezhire-Truncated"
_CHUNK = 256_000


class Spool:
    """A long answer in a file without a name, which goes away with this; `gone` is told then."""

    def __init__(self, file: int, gone: Callable[[], None], first: bytes = b"") -> None:
        self._file = file
        #: What stands in the place of the first byte.
        self._first = first
        self._start = 1 if first else 0
        self.size = len(first) + os.fstat(file).st_size - self._start
        weakref.finalize(self, _let_go, file, gone)

    def chunks(self) -> Iterator[bytes]:
        """The bytes, a chunk at a time."""
        start = self._start
        if self._first:
            yield self._first
        while chunk := os.pread(self._file, _CHUNK, start):
            start += len(chunk)
            yield chunk

    async def sent(self) -> AsyncIterator[bytes]:
        """The same for a response: reading memory needs no thread."""
        for chunk in self.chunks():
            yield chunk


def _let_go(file: int, gone: Callable[[], None]) -> None:
    os.close(file)
    gone()


class Answer:
    """The answer to a query in one media type; `truncated` is `rows`, `bytes` or nothing."""

    def __init__(self, body: bytes | Spool, media: str, truncated: str = "") -> None:
        self._body = body
        self.media = media
        self.truncated = truncated

    @property
    def size(self) -> int:
        """Bytes of the answer."""
        return len(self._body) if isinstance(self._body, bytes) else self._body.size

    def whole(self) -> bytes:
        """All of it in memory; for long answers `response` is better."""
        return self._body if isinstance(self._body, bytes) else b"".join(self._body.chunks())

    def response(self, headers: Mapping[str, str]) -> Response:
        """As it is sent: of known length, so that every client sees when it breaks off."""
        said = dict(headers)
        if self.truncated:
            said[TRUNCATED] = self.truncated
        if isinstance(self._body, bytes):
            return Response(self._body, headers=said, media_type=self.media)
        said["Content-Length"] = str(self._body.size)
        return StreamingResponse(self._body.sent(), headers=said, media_type=self.media)
