"""A process that runs queries over one store until its server is gone; it opens nothing else.

It is started by the path of this file and imports nothing of the project: what it imports is what
each new process waits for. A frame either way is two lengths of four bytes, a JSON head, a body;
a large answer is a file without a name, whose handle goes with the frame.
"""

from __future__ import annotations

import fcntl
import os
import resource
import select
import signal
import socket
import struct
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from typing import IO, Any, cast

import orjson
import pyoxigraph as ox

LENGTHS = struct.Struct(">II")
#: Bytes of an answer that go through the socket; a larger one goes through a file.
INLINE = 64_000
#: The engine walks a query by recursion: whatever the gate lets through fits in such a stack.
STACK = 256_000_000
#: KB. A process that once held so much more than at its start gives way to a fresh one.
GROWN = 128_000
#: Bytes. Room for the words that end a table that was cut.
_ENDING = 200
_OPENED = b'"bindings":['


class Full(Exception):  # noqa: N818 - no error: the sign that an answer has reached a limit
    """The answer has reached its most `rows` or `bytes`."""


class Sheet:
    """Where an answer is written: in memory while it is short, then in a file without a name."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self.size = 0
        self.start = bytearray()
        self.file = -1

    def write(self, data: bytes) -> int:
        """Takes all of it or nothing; Full when there is no room."""
        if self.size + len(data) > self._largest:
            raise Full("bytes")
        if self.file < 0 and self.size + len(data) > INLINE:
            self.file = anonymous_file()
            self._put(bytes(self.start))
            self.start.clear()
        if self.file < 0:
            self.start += data
        else:
            self._put(data)
        self.size += len(data)
        return len(data)

    def _put(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self.file, view) :]

    def flush(self) -> None:
        """Nothing waits to be written."""

    def end_at(self, size: int, ending: bytes) -> None:
        """Forgets what was written after so many bytes, and ends with these."""
        self._largest += _ENDING
        self.size = size
        if self.file < 0:
            del self.start[size:]
        else:
            os.ftruncate(self.file, size)
            os.lseek(self.file, size, os.SEEK_SET)
        self.write(ending)

    def open_with(self, words: bytes) -> None:
        """Puts words in the place of the first byte; before a file they go as they are."""
        if self.file < 0:
            self.start[:1] = words
        else:
            self.start[:] = words

    def close(self) -> None:
        """Lets go of the file."""
        if self.file >= 0:
            os.close(self.file)


class Table:
    """A table on its way to a sheet, its rows counted as they pass.

    JSON is cut after a whole row and says so itself. No other form can: the others are refused.
    """

    def __init__(self, sheet: Sheet, form: str, rows: int) -> None:
        self._sheet, self._rows = sheet, rows
        self._count = {"srj": self._json, "csv": self._csv, "tsv": self._tsv, "srx": self._xml}[
            form
        ]
        # The line of names is none of the rows.
        self._seen = -1 if form in ("csv", "tsv") else 0
        self._tail = b""
        self._quoted = False
        #: Where the last row begins: before that, a JSON table is whole.
        self.whole = 0
        self.full = ""

    def write(self, data: bytes) -> int:
        """Passes it on; Full at the first row or byte too many."""
        before = self.whole
        self._count(data)
        try:
            self._sheet.write(data)
            if self._seen > self._rows:
                raise Full("rows")
        except Full as full:
            self.full = str(full)
            # What could not be written cannot be ended in the middle.
            self.whole = self.whole if self.whole <= self._sheet.size else before
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing waits to be written."""

    def cut(self) -> None:
        """Ends a JSON table after its last whole row; its first words are to tell of it."""
        self._sheet.end_at(self.whole, b"]}}")
        self._sheet.open_with(orjson.dumps({"truncated": True, "limit": self.full})[:-1] + b",")

    def _json(self, data: bytes) -> None:
        """Quotes inside of values are escaped, so that `,{"` stands only before a row."""
        joined, began = self._tail + data, self._sheet.size - len(self._tail)
        at = 0
        if not self.whole:
            at = joined.find(_OPENED) + len(_OPENED)
            if at < len(_OPENED):
                self._tail = joined[1 - len(_OPENED) :]
                return
            self._seen, self.whole = 1, began + at
        while self._seen <= self._rows and (at := joined.find(b',{"', at)) >= 0:
            self._seen += 1
            self.whole = began + at
            at += 3
        self._tail = joined[max(at, len(joined) - 2) :] if at >= 0 else joined[-2:]

    def _csv(self, data: bytes) -> None:
        """Lines end where no quote is open."""
        if not self._quoted and b'"' not in data:
            self._seen += data.count(b"\n")
            return
        pieces = data.split(b'"')
        self._seen += sum(piece.count(b"\n") for piece in pieces[int(self._quoted) :: 2])
        self._quoted ^= len(pieces) % 2 == 0

    def _tsv(self, data: bytes) -> None:
        self._seen += data.count(b"\n")

    def _xml(self, data: bytes) -> None:
        joined = self._tail + data
        self._seen += joined.count(b"<result>")
        self._tail = joined[-len("<result") :]


def anonymous_file() -> int:
    """A file in memory; the one moment at which this process may open anything."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits[1], limits[1]))
    try:
        return os.memfd_create("answer")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


class Worker:
    """Reads a query, answers it, and so on; one at a time."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._told = told
        self._socket = socket.socket(fileno=told["socket"])
        self.store = self.open(told["store"])
        self._began = _peak()

    def open(self, store: str) -> ox.Store:
        """The store that is asked."""
        return ox.Store.read_only(store)

    def serve(self) -> None:
        """Until the server closes its end, or this process has grown too large."""
        self._send({"ready": True}, b"")
        while self._receive() and not self.grown():
            pass

    def grown(self) -> bool:
        """Whether it once held so much that a fresh one is to take its place."""
        return _peak() - self._began > GROWN

    def _receive(self) -> bool:
        lengths = self._socket.recv(LENGTHS.size, socket.MSG_WAITALL)
        if len(lengths) < LENGTHS.size:
            return False
        head, text = (self._socket.recv(n, socket.MSG_WAITALL) for n in LENGTHS.unpack(lengths))
        signal.setitimer(signal.ITIMER_PROF, self._told["cpu"])
        self._answer(orjson.loads(head), text)
        return True

    def _answer(self, asked: dict[str, Any], body: bytes) -> None:
        sheet, began = Sheet(self._told["size"]), time.process_time()
        try:
            said = self.run(asked, body, sheet)
        except (SyntaxError, ValueError) as error:
            said = {"fault": "query", "found": str(error)}
        except (OSError, RuntimeError) as error:
            # An unknown function is the fault of the query; an endpoint that fails is not.
            own = isinstance(error, RuntimeError)
            said = {"fault": "query" if own else "engine", "found": str(error)}
        signal.setitimer(signal.ITIMER_PROF, 0)
        said["cpu"] = time.process_time() - began
        said["last"] = self.grown()
        body = b"" if "fault" in said else bytes(sheet.start)
        self._send(said, body, sheet.file if "fault" not in said else -1)
        sheet.close()

    def run(self, asked: dict[str, Any], body: bytes, sheet: Sheet) -> dict[str, Any]:
        """Answers into the sheet; what is to be told of it."""
        results = self.store.query(body.decode(), **_dataset(asked))
        if isinstance(results, ox.QueryTriples):
            return self._graph(results, asked["graph"] or "", sheet)
        form = ox.QueryResultsFormat.from_media_type(asked["table"] or "")
        assert form is not None
        if isinstance(results, ox.QueryBoolean):
            results.serialize(cast(IO[bytes], sheet), format=form)
            return {}
        table = Table(sheet, form.file_extension, self._told["rows"])
        try:
            results.serialize(cast(IO[bytes], table), format=form)
        except (Full, OSError):
            if not table.full:
                raise
            if not table.whole:
                return {"fault": table.full}
            table.cut()
        return {"truncated": table.full}

    def _graph(self, triples: Iterable[ox.Triple], media: str, sheet: Sheet) -> dict[str, Any]:
        form = ox.RdfFormat.from_media_type(media)
        try:
            some = at_most(triples, self._told["rows"])
            output = cast(IO[bytes], sheet)
            ox.serialize(some, output, format=form, prefixes=self._told["prefixes"])
        except Full as full:
            return {"fault": str(full)}
        return {}

    def _send(self, said: dict[str, Any], body: bytes, file: int = -1) -> None:
        head = orjson.dumps(said)
        frame = LENGTHS.pack(len(head), len(body)) + head + body
        socket.send_fds(self._socket, [frame], [file] if file >= 0 else [])


def at_most(triples: Iterable[ox.Triple], most: int) -> Iterator[ox.Triple]:
    """The triples; Full in place of the first that is too many."""
    for number, triple in enumerate(triples):
        if number == most:
            raise Full("rows")
        yield triple


def _dataset(asked: dict[str, Any]) -> dict[str, Any]:
    """The dataset as pyoxigraph wants it: naming one kind of graph leaves the other empty."""
    if not asked["default"] and not asked["named"]:
        return {"base_iri": asked["base"]}
    return {
        "base_iri": asked["base"],
        "default_graph": [ox.NamedNode(name) for name in asked["default"]],
        "named_graphs": [ox.NamedNode(name) for name in asked["named"]],
    }


def _peak() -> int:
    """KB that this process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def die_with_server(lifeline: int) -> None:
    """Has the kernel end this process, busy as it may be, when the server's end is closed."""
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The server was gone before the kernel was told.
    if select.select([lifeline], [], [], 0)[0]:
        sys.exit()


def confine(told: dict[str, Any]) -> None:
    """From here on no more memory, no file, no connection, no word to the log of the server."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    with open("/proc/self/statm") as sizes:
        held = int(sizes.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (held + told["memory"], held + told["memory"]))
    if not told["services"] and not told["writes"]:
        open_now = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, open_now))


def main(kind: type[Worker] = Worker) -> None:
    """Answers the server that passed its ends of a socket and of a pipe."""
    told = orjson.loads(sys.argv[1])
    die_with_server(told["lifeline"])

    def work() -> None:
        worker = kind(told)
        confine(told)
        os.nice(told["nice"])
        worker.serve()

    threading.stack_size(STACK)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


if __name__ == "__main__":
    main()
