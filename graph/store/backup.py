"""A dataset in one file, and back from it: all but the stores, which their dumps make anew."""

from __future__ import annotations

import gzip
import os
import shutil
import tarfile
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, cast

import pyoxigraph as ox

from graph.errors import CallError, DatasetError
from graph.store.check import verify
from graph.store.generation import DUMP, find_generation, open_generation
from graph.store.manifest import NAME, Manifest, read_manifest
from graph.store.publish import fill_store, place
from graph.store.working import FOLDER, claim_working, open_working, prepare_working

_PACKED = 6
#: The working copy, in a backup that has one.
_WRITTEN = "written.nq.gz"
#: No archive says how large it is: what is taken from one is bounded, in bytes of a file.
LARGEST = 8 << 30
_BLOCK = 1 << 20


def backup(dataset: Path, file: Path) -> Manifest:
    """Write the current generation of a dataset into one file (tar, packed by gzip).

    What was written to the copy beside it goes with it. Equal content gives equal bytes. The file
    is there whole or not at all, and one that was there is kept until then. DatasetError when the
    generation is not whole, CallError while a server may write.
    """
    folder = find_generation(dataset)
    manifest = verify(folder)
    written = _written(folder)
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("wb") as stream:
            _pack(stream, folder, manifest, written)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _written(folder: Path) -> bytes | None:
    """The working copy beside a generation as sorted N-Quads, packed; None where there is none."""
    if not (folder.parent / FOLDER).is_dir():
        return None
    with claim_working(folder.parent):
        copy = open_working(prepare_working(open_generation(folder)))
        lines = sorted(f"{quad} .\n" for quad in copy.store)
    return gzip.compress("".join(lines).encode(), _PACKED, mtime=0)


def _pack(stream: IO[bytes], folder: Path, manifest: Manifest, written: bytes | None) -> None:
    with (
        gzip.GzipFile(
            filename="", mode="wb", compresslevel=_PACKED, fileobj=stream, mtime=0
        ) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name in (NAME, *sorted(manifest.files)):
            with (folder / name).open("rb") as content:
                _put(archive, name, content, os.fstat(content.fileno()).st_size)
        if written is not None:
            _put(archive, _WRITTEN, BytesIO(written), len(written))


def _put(archive: tarfile.TarFile, name: str, content: IO[bytes], size: int) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = size
    archive.addfile(entry, content)


def restore(file: Path, out: Path) -> Manifest:
    """Put the generation of a backup in place as the current one of a dataset directory.

    What the directory held stays beside it; a working copy in the backup becomes that of the
    generation. DatasetError when the file is no backup, or when anything in it is not what its
    manifest says; then nothing is changed. CallError where something was written already.
    """
    with TemporaryDirectory() as aside:
        written = Path(aside) / _WRITTEN
        manifest = place(out, lambda building: _unpack(file, building, written))
        if written.is_file():
            _rewrite(out / manifest.generation, written, file)
    return manifest


def _rewrite(folder: Path, written: Path, file: Path) -> None:
    """Give a generation the working copy of a backup."""
    if (folder.parent / FOLDER / folder.name).exists():
        raise CallError(f"{folder.parent}: something was written here already; restore elsewhere")
    with claim_working(folder.parent), _dumped(written, file) as dump:
        store = open_working(prepare_working(open_generation(folder))).store
        store.clear()
        store.bulk_load(input=dump, format=ox.RdfFormat.N_QUADS)
        store.flush()


def _unpack(file: Path, folder: Path, written: Path) -> Manifest:
    try:
        with tarfile.open(file, mode="r:gz") as archive:
            for name, content in _files(archive, file):
                _copy(content, folder / name, file)
    except (tarfile.TarError, EOFError, gzip.BadGzipFile, zlib.error, ValueError) as error:
        expected = "a backup, written by `shezhire backup`"
        raise DatasetError(expected, str(error), str(file)) from error
    if (folder / _WRITTEN).is_file():
        shutil.move(folder / _WRITTEN, written)
        with _dumped(written, file) as dump:
            deque(ox.parse(dump, format=ox.RdfFormat.N_QUADS), maxlen=0)
    manifest = read_manifest(folder)
    told = {NAME, DUMP, *manifest.files}
    for name in sorted(told ^ {path.name for path in folder.iterdir()}):
        found = f"no {name}" if name in told else f"{name} too"
        raise DatasetError("the files that the manifest names", found, str(file))
    with _dumped(folder / DUMP, file) as dump:
        fill_store(folder, dump)
    return manifest


@contextmanager
def _dumped(path: Path, file: Path) -> Iterator[IO[bytes]]:
    """A packed dump, opened; DatasetError for one that is damaged."""
    try:
        with gzip.open(path, "rb") as dump:
            yield cast(IO[bytes], dump)
    except (EOFError, gzip.BadGzipFile, zlib.error, SyntaxError, ValueError) as error:
        raise DatasetError("a dump in N-Quads", str(error), f"{file}:{path.name}") from error


def _files(archive: tarfile.TarFile, file: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Plain files with plain names alone: whoever made the archive chooses no place here."""
    seen: set[str] = set()
    for entry in archive:
        plain = entry.isfile() and entry.name == Path(entry.name).name and entry.name not in seen
        if not plain or "\0" in entry.name or entry.name in (".", ".."):
            raise DatasetError("plain files in one folder", repr(entry.name), str(file))
        seen.add(entry.name)
        yield entry.name, cast(IO[bytes], archive.extractfile(entry))


def _copy(content: IO[bytes], path: Path, file: Path) -> None:
    written = 0
    with path.open("xb") as target:
        while block := content.read(_BLOCK):
            written += len(block)
            if written > LARGEST:
                raise DatasetError(f"at most {LARGEST} bytes a file", "more", f"{file}:{path.name}")
            target.write(block)
