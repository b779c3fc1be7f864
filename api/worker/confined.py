"""What a worker may not do, and that it ends when its server does."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import resource
import select
import signal
import struct
import sys
from collections.abc import Iterator
from typing import Any

from api.worker.sheet import files_allowed

#: By machine: its number among architectures, and those of the calls `socket`, `connect`, `execve`.
_CALLS = {"x86_64": (0xC000003E, (41, 42, 59)), "aarch64": (0xC00000B7, (198, 203, 221))}
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
#: Instructions of a filter: load a word, jump if equal, jump if greater or equal, return.
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
#: Where the data of a call has the number of the call, and that of the architecture.
_NUMBER, _ARCHITECTURE = 0, 4
#: From here on calls of a second numbering, which would pass by the first.
_OTHER_NUMBERS = 0x40000000


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
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not told["services"]:
        stay_alone()
    bound(told, told["store"])


def bound(told: dict[str, Any], store: str) -> None:
    """No more memory than a query may take, and no file: a store has been opened."""
    with files_allowed(), open("/proc/self/statm") as sizes:
        most = int(sizes.read().split()[0]) * resource.getpagesize() + told["memory"]
    if not told["services"] and not told["writes"]:
        open_no_more(store)
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


def unbound() -> None:
    """Memory for another store, which takes its own beside that of queries."""
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def open_no_more(store: str) -> None:
    """No file is opened from here on, if those of the store are open.

    The engine opens the tables of a large store as it needs them: it must go on to do so.
    """
    with files_allowed():
        tables = sum(name.endswith(".sst") for name in os.listdir(store)) if store else 0
        opened = {os.readlink(place) for place in _handles()}
    missing = tables - sum(name.endswith(".sst") for name in opened)
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most if missing > 0 else 0, most))


def _handles() -> Iterator[str]:
    """Where the kernel tells what is open; the handle by which it is read is gone by then."""
    places = (f"/proc/self/fd/{name}" for name in os.listdir("/proc/self/fd"))
    return filter(os.path.lexists, places)


def stay_alone() -> None:
    """No connection and no program is begun by this thread, on the machines whose calls we know."""
    known = _CALLS.get(os.uname().machine)
    if known is None:
        return
    written = _filter(*known)
    held = ctypes.create_string_buffer(written)
    program = struct.pack("HxxxxxxP", len(written) // 8, ctypes.addressof(held))
    kernel = ctypes.CDLL(None)
    kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    # Where the kernel has no filters, what else confines a worker has to do.
    kernel.prctl(_SET_SECCOMP, _FILTER, ctypes.create_string_buffer(program))


def _filter(architecture: int, calls: tuple[int, ...]) -> bytes:
    """The filter of calls: these are refused, and all of another numbering."""
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 0, len(calls) + 3, architecture),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, len(calls) + 1, 0, _OTHER_NUMBERS),
        *((_EQUAL, len(calls) - place, 0, call) for place, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
