"""A generation in one file, and back from it: all but the store, which its dump makes anew."""

from __future__ import annotations

import gzip
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from graph.errors import DatasetError
from graph.store.check import verify
from graph.store.generation import DUMP, find_generation
from graph.store.manifest import NAME, Manifest, read_manifest
from graph.store.publish import fill_store, place

_PACKED = 6
#: No archive says how large it is: what is taken from one is bounded, in bytes of a file.
LARGEST = 8 << 30
_BLOCK = 1 << 20


def backup(dataset: Path, file: Path) -> Manifest:
    """Write the current generation of a dataset into one file (tar, packed by gzip).

    Equal generations give equal bytes. The file is there whole or not at all, and one that was
    there is kept until then. DatasetError when the generation is not whole.
    """
    folder = find_generation(dataset)
    manifest = verify(folder)
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("wb") as stream:
            _pack(stream, folder, manifest)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _pack(stream: IO[bytes], folder: Path, manifest: Manifest) -> None:
    with (
        gzip.GzipFile(
            filename="", mode="wb", compresslevel=_PACKED, fileobj=stream, mtime=0
        ) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name in (NAME, *sorted(manifest.files)):
            entry = tarfile.TarInfo(name)
            with (folder / name).open("rb") as content:
                entry.size = os.fstat(content.fileno()).st_size
                archive.addfile(entry, content)


def restore(file: Path, out: Path) -> Manifest:
    """Put the generation of a backup in place as the current one of a dataset directory.

    What the directory held stays beside it. DatasetError when the file is no backup, or when
    anything in it is not what its manifest says; then nothing is changed.
    """
    return place(out, lambda building: _unpack(file, building))


def _unpack(file: Path, folder: Path) -> Manifest:
    try:
        with tarfile.open(file, mode="r:gz") as archive:
            for name, content in _files(archive, file):
                _copy(content, folder / name, file)
    except (tarfile.TarError, EOFError, gzip.BadGzipFile, ValueError) as error:
        expected = "a backup, written by `shezhire backup`"
        raise DatasetError(expected, str(error), str(file)) from error
    manifest = read_manifest(folder)
    told = {NAME, DUMP, *manifest.files}
    for name in sorted(told ^ {path.name for path in folder.iterdir()}):
        found = f"no {name}" if name in told else f"{name} too"
        raise DatasetError("the files that the manifest names", found, str(file))
    _refill(folder, file)
    return manifest


def _refill(folder: Path, file: Path) -> None:
    try:
        with gzip.open(folder / DUMP, "rb") as dump:
            fill_store(folder, cast(IO[bytes], dump))
    except (EOFError, gzip.BadGzipFile, SyntaxError, ValueError) as error:
        raise DatasetError("a dump in N-Quads", str(error), f"{file}:{DUMP}") from error


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
