"""Reads what the server asks, answers it, and so on.

A frame either way is two lengths of four bytes, a JSON head, a body; a large answer is a file
without a name, whose handle goes with the frame.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import struct
import sys
import threading
import time
from typing import Any

import orjson
import pyoxigraph as ox

from api.worker.confined import confine, die_with_server
from api.worker.sheet import Sheet
from api.worker.table import write_graph, write_table

LENGTHS = struct.Struct(">II")
#: The engine walks a query by recursion: whatever the gate lets through fits in such a stack.
STACK = 256_000_000
#: KB. A process that once held so much more than at its start gives way to a fresh one.
GROWN = 128_000


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
        sheet, began = Sheet(asked.get("size", self._told["size"])), time.process_time()
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
        rows, prefixes = self._told["rows"], self._told["prefixes"]
        if isinstance(results, ox.QueryTriples):
            return write_graph(results, asked["graph"] or "", sheet, rows, prefixes)
        return write_table(results, asked["table"] or "", sheet, rows)

    def _send(self, said: dict[str, Any], body: bytes, file: int = -1) -> None:
        head = orjson.dumps(said)
        frame = LENGTHS.pack(len(head), len(body)) + head + body
        socket.send_fds(self._socket, [frame], [file] if file >= 0 else [])


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


def start() -> None:
    """Answers the server that started this process."""
    main()
