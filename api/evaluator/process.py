"""A worker process as the server holds it: asked, listened to, ended."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from api.worker import INLINE, LENGTHS

#: A process imports the project from where this one has it, and from nowhere else.
_ROOT = str(Path(__file__).resolve().parents[2])
_READ = 2 * INLINE
#: Seconds between two looks at whether an ended process is gone.
_LOOK = 0.01


def script(module: str) -> Sequence[str]:
    """What Python is told so that it runs the worker of a module."""
    words = f"import sys; sys.path.insert(0, {_ROOT!r}); from {module} import start; start()"
    return ("-c", words)


class GoneError(Exception):
    """A worker ended before it answered; `signal` is what ended it, 0 if it ended by itself."""

    def __init__(self, by: int) -> None:
        self.signal = by
        super().__init__(f"ended by signal {by}")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker says: the head, a short body, or the handle of a file that holds a long one."""

    head: Mapping[str, Any]
    body: bytes
    file: int | None


class Process:
    """One worker. It tells `freed` when it is gone, whoever ended it."""

    def __init__(
        self,
        told: Mapping[str, Any],
        freed: Callable[[Process], None],
        script: Sequence[str],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._freed = freed
        self._buffer = bytearray()
        self._files: list[int] = []
        self._asked: asyncio.Future[Reply] | None = None
        self._opened = asyncio.Event()
        #: Whether it has opened its store, and whether it was gone before it could be asked.
        self.ready = self.deaf = False
        self._socket, theirs = socket.socketpair()
        self._socket.setblocking(False)
        # Only this process holds the writing end: when it is gone, so is the worker. Each has a
        # pipe of its own, as the kernel tells the end of a pipe to one process alone.
        reading, self._lifeline = os.pipe()
        ends = {**told, "socket": theirs.fileno(), "lifeline": reading}
        self._process = subprocess.Popen(
            [sys.executable, "-I", *script, orjson.dumps(ends).decode()],
            stdin=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(), reading),
        )
        theirs.close()
        os.close(reading)
        self._loop.add_reader(self._socket.fileno(), self._read)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    async def opened(self) -> None:
        """Returns when it has opened its store; GoneError when it ends before."""
        await self._opened.wait()
        if not self.ready:
            raise GoneError(max(-(self._process.poll() or 0), 0))

    async def ask(self, head: Mapping[str, Any], text: bytes) -> Reply:
        """The reply to a query; GoneError when the process ends before."""
        assert self._asked is None
        written = orjson.dumps(head)
        frame = LENGTHS.pack(len(written), len(text)) + written + text
        self._asked = self._loop.create_future()
        try:
            sent = self._socket.send(frame)
            if sent < len(frame):
                await self._loop.sock_sendall(self._socket, memoryview(frame)[sent:])
        except OSError:
            # Its end is noticed by the reader; what was asked had no part in it.
            self.deaf = True
        try:
            return await self._asked
        finally:
            self._asked = None

    def kill(self) -> None:
        """Ends it at once, whatever it does."""
        self._process.kill()

    def wait(self) -> None:
        """Returns when it is gone."""
        self._process.wait()
        self._close()

    def _read(self) -> None:
        try:
            data, files, _, _ = socket.recv_fds(self._socket, _READ, 1)
        except BlockingIOError:
            return
        except OSError:
            data, files = b"", []
        self._files += files
        if not data:
            self._loop.remove_reader(self._socket.fileno())
            self._process.kill()
            self._bury()
            return
        self._buffer += data
        self._deliver()

    def _deliver(self) -> None:
        if len(self._buffer) < LENGTHS.size:
            return
        head, body = LENGTHS.unpack_from(self._buffer)
        end = LENGTHS.size + head + body
        if len(self._buffer) < end:
            return
        said = orjson.loads(self._buffer[LENGTHS.size : LENGTHS.size + head])
        rest = bytes(self._buffer[LENGTHS.size + head : end])
        del self._buffer[:end]
        if not self.ready:
            self.ready = True
            self._opened.set()
            # The first reply may have come with it.
            self._deliver()
            return
        reply = Reply(said, rest, self._files.pop() if self._files else None)
        if self._asked is not None and not self._asked.done():
            self._asked.set_result(reply)
        elif reply.file is not None:
            os.close(reply.file)

    def _bury(self) -> None:
        """Its end of the socket is closed: it is ended, or about to be."""
        code = self._process.poll()
        if code is None:
            self._loop.call_later(_LOOK, self._bury)
            return
        self._close()
        self._opened.set()
        if self._asked is not None and not self._asked.done():
            self._asked.set_exception(GoneError(max(-code, 0)))
        self._freed(self)

    def _close(self) -> None:
        if self._socket.fileno() >= 0 and not self._loop.is_closed():
            self._loop.remove_reader(self._socket.fileno())
        self._socket.close()
        if self._lifeline >= 0:
            os.close(self._lifeline)
            self._lifeline = -1
        for file in self._files:
            os.close(file)
        self._files.clear()


#: What ended a worker, by its signal, in words for who asked.
CAUSES: dict[int, str] = {
    signal.SIGPROF: "cpu",
    signal.SIGABRT: "memory",
    signal.SIGSEGV: "depth",
    signal.SIGBUS: "depth",
}
