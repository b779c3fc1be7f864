"""Snapshots of a working copy: who reads one has it for as long as it takes."""

from __future__ import annotations

import shutil
import weakref
from itertools import count
from pathlib import Path

from graph.errors import DatasetError

#: Beside the copies, where files can be shared with them.
FOLDER = ".reading"


class Snapshot:
    """A store that is only read; its folder goes when nobody holds it any more."""

    def __init__(self, path: Path) -> None:
        self.path = path
        weakref.finalize(self, shutil.rmtree, path, ignore_errors=True)


class Shelf:
    """The latest snapshot of one copy. Who makes it holds the claim on all copies."""

    _numbers = count(1)

    def __init__(self, home: Path) -> None:
        """DatasetError where nothing can be written."""
        self._folder = home / FOLDER
        try:
            self._folder.mkdir(exist_ok=True)
        except OSError as error:
            raise DatasetError("a folder that can be written to", str(error), str(home)) from error
        self._latest: Snapshot | None = None

    @property
    def latest(self) -> Snapshot:
        """What is read now."""
        assert self._latest is not None
        return self._latest

    def place(self) -> Path:
        """Where the next snapshot goes."""
        return self._folder / str(next(self._numbers))

    def put(self, path: Path) -> None:
        """Lets a snapshot be read from now on."""
        self._latest = Snapshot(path)


def clear_shelves(home: Path) -> None:
    """Removes what a server that was ended has left."""
    shutil.rmtree(home / FOLDER, ignore_errors=True)
