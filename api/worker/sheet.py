"""Where a worker writes an answer, up to a limit."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

#: Bytes of an answer that go through the socket; a larger one goes through a file.
INLINE = 64_000
#: Bytes. Room for the words that end a table that was cut.
_ENDING = 200


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


@contextmanager
def files_allowed() -> Iterator[None]:
    """The one moment at which a confined process may open anything."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits[1], limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def anonymous_file() -> int:
    """A file in memory."""
    with files_allowed():
        return os.memfd_create("answer")
