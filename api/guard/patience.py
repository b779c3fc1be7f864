"""How long the server waits for a client: for its headers, its body, its reading of the answer."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_TOO_LONG = b"Request headers too long"
_REFUSED = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain\r\n"
    b"content-length: %d\r\nconnection: close\r\n\r\n%b" % (len(_TOO_LONG), _TOO_LONG)
)


@dataclass(frozen=True, slots=True)
class Patience:
    """Bounds of a connection, in seconds, bytes and connections.

    `headers`: from the first byte of a request, or from the connection, to the end of its headers.
    `body`: from there to the end of the request. `reading`: how long an answer may wait for a
    client that does not read. `head`: bytes of request line and headers. `connections`: open at
    once, in all; `per_client`: from one address.
    """

    headers: float = 10.0
    body: float = 60.0
    reading: float = 30.0
    head: int = 65_536
    connections: int = 800
    per_client: int = 400


class PatientProtocol(HttpToolsProtocol):
    """HTTP/1.1 with a clock: uvicorn itself waits for as long as a client likes."""

    #: The bounds, and the connections held by each address: of a server, not of a connection.
    patience = Patience()
    held: ClassVar[Counter[str]] = Counter()
    _clock: asyncio.TimerHandle | None = None
    _drain: asyncio.TimerHandle | None = None
    _head = 0
    _in_head = True
    _address = ""

    # asyncio tells of any transport; uvicorn's own method takes the one of streams.
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Takes the connection, unless there are too many."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self.held[self._address] += 1
        crowded = len(self.connections) > self.patience.connections
        if crowded or self.held[self._address] > self.patience.per_client:
            transport.abort()
            return
        self._wait(self.patience.headers)

    def connection_lost(self, exc: Exception | None) -> None:
        """Lets go of all that was waited for."""
        self.held[self._address] -= 1
        if not self.held[self._address]:
            del self.held[self._address]
        self._rest()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Bytes of a request; headers that never end are refused."""
        if self._in_head and not self._head:
            self._wait(self.patience.headers)
        self._head += len(data)
        super().data_received(data)
        if self._in_head and self._head > self.patience.head and not self.transport.is_closing():
            self.transport.write(_REFUSED)
            self.transport.close()

    def on_headers_complete(self) -> None:
        """Now the body has its time."""
        self._in_head = False
        self._wait(self.patience.body)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is whole: how long the answer takes is the business of the server."""
        self._in_head, self._head = True, 0
        self._rest()
        super().on_message_complete()

    def pause_writing(self) -> None:
        """The client does not read as fast as it is answered."""
        self._drain = self.loop.call_later(self.patience.reading, self.transport.abort)
        super().pause_writing()

    def resume_writing(self) -> None:
        """The client reads again."""
        if self._drain is not None:
            self._drain.cancel()
            self._drain = None
        super().resume_writing()

    def timeout_keep_alive_handler(self) -> None:
        """An idle connection is closed; one whose answer is never fetched, too."""
        self.loop.call_later(self.patience.reading, self.transport.abort)
        super().timeout_keep_alive_handler()

    def _wait(self, seconds: float) -> None:
        self._rest()
        self._clock = self.loop.call_later(seconds, self.transport.abort)

    def _rest(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None


def patient_protocol(patience: Patience) -> type[PatientProtocol]:
    """The protocol of a server whose connections keep to these bounds."""

    class Patient(PatientProtocol):
        """The protocol with the bounds of one server."""

    Patient.patience, Patient.held = patience, Counter()
    return Patient
