"""The bytes of a file, taken once and whole, from nothing but a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from graph.errors import NotAnActError

#: The largest file that is read, in bytes: the longest code of law has less than a tenth of it.
LIMIT = 20_000_000

_KINDS = (
    (stat.S_ISDIR, "a directory"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def read_raw(path: Path, limit: int = LIMIT) -> bytes:
    """The bytes of a file of at most `limit` bytes, all of one moment.

    Raises NotAnActError for what is no file, cannot be read (no permission, a link that leads to
    itself), is too large, or changes while it is read.
    """
    try:
        # A pipe that nobody writes to would hold up everything.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        raise _unreadable(error, path) from error
    try:
        return _whole(handle, path, limit)
    except OSError as error:
        raise _unreadable(error, path) from error
    finally:
        os.close(handle)


def _whole(handle: int, path: Path, limit: int) -> bytes:
    before = os.fstat(handle)
    kind = next((name for test, name in _KINDS if test(before.st_mode)), None)
    if kind:
        raise NotAnActError("a file", kind, str(path))
    if before.st_size > limit:
        expected, found = f"a file of at most {_mb(limit)}", _mb(before.st_size)
        raise NotAnActError(expected, found, str(path))
    with os.fdopen(handle, "rb", closefd=False) as file:
        data = file.read(limit + 1)
    after = os.fstat(handle)
    if len(data) != before.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise NotAnActError("a file that rests", "one that changes while it is read", str(path))
    return data


def _mb(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".0 MB", " MB")


def _unreadable(error: OSError, path: Path) -> NotAnActError:
    reason = (error.strerror or type(error).__name__).lower()
    return NotAnActError("a file that can be read", reason, str(path))
