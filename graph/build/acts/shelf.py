"""Acts that were read, on disk: so that none is read twice, and not all are in memory at once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path
from platform import python_version
from tempfile import NamedTemporaryFile

import orjson

from graph.build.acts.packing import Packed, unpack, unpack_roll
from graph.build.acts.reading import Raw
from graph.errors import DatasetError
from graph.model import ActClaims
from graph.register import Roll
from graph.store import locked

#: Where it stands in a dataset directory.
FOLDER = ".cache"
#: What decides how an act is read: this program, and the libraries that open its file.
_PACKAGES, _SUFFIXES = ("graph", "ontology"), (".py", ".toml", ".ttl")
_LIBRARIES = ("shezhire", "pypdf", "python-docx", "pyyaml", "rdflib")


@dataclass(frozen=True, slots=True)
class Entry:
    """An act on the shelf: the name of its entry, and what `Packed` tells of it."""

    name: str
    key: str
    language: str
    order: tuple[str, int, str, str, str]
    file: str


class Shelf:
    """The entries of one dataset directory, each named by the hash of all that it follows from.

    An entry is the SHA-256 of what follows, what `Packed` tells, the roll, and the packed act:
    JSON alone (see `packing`), so that a damaged entry is noticed and a strange one runs no
    program.
    """

    def __init__(self, folder: Path, held: ExitStack) -> None:
        self.folder = folder
        self._held = held
        self._used: set[str] = set()
        self._open = folder.is_dir()
        #: How many acts were found here, and how many entries were damaged.
        self.found = self.damaged = 0
        if self._open:
            held.enter_context(locked(folder))

    def find(self, raw: Raw) -> Entry | None:
        """The entry of an act that was read by the same rules; None if there is none, or a
        damaged one.
        """
        name = _name(raw)
        try:
            entry, _, _ = self._read(name)
        except FileNotFoundError:
            return None
        except (OSError, DatasetError):
            self.damaged += 1
            return None
        self.found += 1
        self._used.add(name)
        return entry

    def put(self, raw: Raw, packed: Packed) -> Entry:
        """Keep an act; killed at any moment, its entry is whole or not there."""
        if not self._open:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._held.enter_context(locked(self.folder))
            self._open = True
        entry = Entry(_name(raw), packed.key, packed.language, packed.order, packed.name)
        told = [entry.key, entry.language, entry.order, entry.file, len(packed.roll)]
        content = orjson.dumps(told) + b"\n" + packed.roll + packed.data
        path = self._path(entry.name)
        path.parent.mkdir(exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, delete=False) as file:
            file.write(sha256(content).hexdigest().encode() + b"\n" + content)
        os.replace(file.name, path)
        self._used.add(entry.name)
        return entry

    def get(self, entry: Entry) -> ActClaims:
        """The act of an entry; DatasetError when the entry was damaged since it was found."""
        return unpack(self._read(entry.name)[2])

    def roll(self, entry: Entry) -> Roll:
        """As `get`, the roll of the act alone: several times faster."""
        return unpack_roll(self._read(entry.name)[1])

    def sweep(self) -> None:
        """Remove what this build neither found nor kept: older rules, acts that are gone."""
        for path in self.folder.glob("*/*"):
            if path.name not in self._used:
                path.unlink()
        for path in self.folder.glob("tmp*"):
            path.unlink()

    def _read(self, name: str) -> tuple[Entry, bytes, bytes]:
        """What is told of an entry, its roll, its act."""
        path = self._path(name)
        digest, _, content = path.read_bytes().partition(b"\n")
        if sha256(content).hexdigest().encode() != digest:
            raise DatasetError("an entry of the cache as it was written", "another", str(path))
        told, _, data = content.partition(b"\n")
        key, language, order, file, after = orjson.loads(told)
        return Entry(name, key, language, tuple(order), file), data[:after], data[after:]

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name


@contextmanager
def shelf_of(out: Path) -> Iterator[Shelf]:
    """The shelf of a dataset directory, made with its first entry, closed to other builds.

    Raises BusyError when another build is using it.
    """
    with ExitStack() as held:
        yield Shelf(out / FOLDER, held)


def _name(raw: Raw) -> str:
    parts = (rules().encode(), raw.name.encode("utf-8", "surrogateescape"), raw.data, raw.side)
    return sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()


@cache
def rules() -> str:
    """The hash of all that decides how an act is read: code, data of languages, libraries."""
    whole = sha256(python_version().encode())
    for library in _LIBRARIES:
        whole.update(f"{library} {version(library)}\n".encode())
    for package in _PACKAGES:
        for name, file in sorted(_files(resources.files(package), package)):
            whole.update(f"{name} {sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _files(one, f"{name}/{one.name}")
        elif one.name.endswith(_SUFFIXES):
            yield f"{name}/{one.name}", one
