"""A new generation put in place: built beside, verified, synced, renamed; all or nothing."""

from __future__ import annotations

import fcntl
import gzip
import os
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, cast

import pyoxigraph as ox

from graph.errors import CallError, DatasetError
from graph.store.check import sha256_of, verify
from graph.store.generation import CURRENT, DUMP, INDEX, STORE
from graph.store.manifest import NAME, Manifest

_BUILDING, _LOCK = ".building-", ".lock"
#: How the dump is packed: how closely, in the form of gzip, so many lines at once.
_LEVEL, _GZIP, _AT_ONCE = 6, zlib.MAX_WBITS | 16, 10_000

#: Lines of a dump that the store loads at once: about 0.25 GB; half a million take 0.8 GB and are
#: quicker by a fifth.
_LOADED = 150_000


class BusyError(CallError):
    """Another build is writing to the same dataset directory."""

    def __init__(self, out: Path) -> None:
        super().__init__(
            f"{out}: another build is writing here; wait for it, or choose another --out"
        )


def publish(
    out: Path, manifest: Manifest, quads: Iterable[bytes], files: Mapping[str, bytes]
) -> Manifest:
    """Write a generation under `out` and make it the current one.

    `quads` are lines as `Sorted` gives them. `manifest` comes without name and without hashes of
    files, which this fills in. Killed at any moment, `current` is the old generation or the new
    one, whole.
    """
    return place(out, lambda building: _write(building, manifest, quads, files))


def place(out: Path, fill: Callable[[Path], Manifest]) -> Manifest:
    """Make the generation that `fill` writes into an empty directory the current one of `out`.

    It is verified before it is put in place. BusyError when another build writes to `out`.
    """
    out.mkdir(parents=True, exist_ok=True)
    with locked(out):
        building = Path(mkdtemp(prefix=_BUILDING, dir=out))
        try:
            named = fill(building)
            verify(building)
            _put_in_place(building, out / named.generation)
        finally:
            _clear(out)
        _point(out, named.generation)
    return named


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Exclude other builds, also of other processes; a killed build leaves no lock behind."""
    with (out / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(out) from None
        _clear(out)
        yield


def _clear(out: Path) -> None:
    """Remove what this build, or one that was killed, left half done."""
    for stale in out.glob(_BUILDING + "*"):
        shutil.rmtree(stale, ignore_errors=True)


def _write(
    folder: Path, manifest: Manifest, quads: Iterable[bytes], files: Mapping[str, bytes]
) -> Manifest:
    # Who only serves a dataset need not wait for all that knows how acts are read.
    from graph.hierarchy.compact.making import index_of

    _write_dump(folder / DUMP, quads)
    with _opened(folder / DUMP) as dump:
        index = index_of(ox.parse(dump, format=ox.RdfFormat.N_QUADS), manifest.base)
    for name, content in {**files, INDEX: index}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with _opened(folder / DUMP) as dump:
        fill_store(folder, dump)
    hashes = {name: sha256_of(folder / name) for name in sorted({*files, DUMP, INDEX})}
    named = replace(manifest, files=hashes).named()
    (folder / NAME).write_bytes(named.written())
    return named


def _opened(dump: Path) -> IO[bytes]:
    return cast(IO[bytes], gzip.open(dump))


def _write_dump(path: Path, quads: Iterable[bytes]) -> None:
    """The lines packed; the same lines are the same bytes: no name of a file, no day."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    lines = iter(quads)
    with path.open("wb") as dump:
        while chunk := list(islice(lines, _AT_ONCE)):
            dump.write(packer.compress(b"\n".join(chunk) + b"\n"))
        dump.write(packer.flush())


def fill_store(folder: Path, dump: bytes | IO[bytes], at_once: int = _LOADED) -> None:
    """Make the store of a generation from its N-Quads.

    A stream is loaded `at_once` lines at a time, which bounds what loading keeps in memory; it is
    a dump of ours, which has no blank nodes that parts of it could tear.
    """
    store = ox.Store(str(folder / STORE))
    parts = iter([dump]) if isinstance(dump, bytes) else _parts(dump, at_once)
    for part in parts:
        store.bulk_load(input=part, format=ox.RdfFormat.N_QUADS)
    store.flush()


def _parts(dump: IO[bytes], at_once: int) -> Iterator[bytes]:
    while part := b"".join(islice(dump, at_once)):
        yield part


def _put_in_place(building: Path, generation: Path) -> None:
    """Rename the finished directory; a generation of the same name is the same, if it is whole."""
    if generation.exists():
        try:
            verify(generation)
            return
        except DatasetError:
            generation.rename(building.with_name(f"{building.name}-damaged"))
    for path in sorted(building.rglob("*")):
        _sync(path)
    _sync(building)
    building.chmod(0o755)
    building.rename(generation)
    _sync(generation.parent)


def _point(out: Path, generation: str) -> None:
    """Let `current` point to a generation, in one step."""
    link = out / f"{_BUILDING}{CURRENT}"
    link.unlink(missing_ok=True)
    link.symlink_to(generation)
    link.replace(out / CURRENT)
    _sync(out)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
