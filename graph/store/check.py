"""Whether a generation is whole: every hash, every quad."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

import pyoxigraph as ox

from graph.errors import DatasetError
from graph.store.generation import DUMP, Generation, find_generation, open_generation
from graph.store.manifest import Manifest


def verify(path: Path) -> Manifest:
    """The manifest of a generation all of whose hashes and quads are right.

    Raises DatasetError for the first thing that is not.
    """
    generation = open_generation(find_generation(path))
    for fault in faults(generation):
        raise fault
    return generation.manifest


def faults(generation: Generation) -> Iterator[DatasetError]:
    """All that is wrong with a generation: its name, its files, its store."""
    manifest, folder = generation.manifest, generation.path
    if replace(manifest, generation="").named().generation != manifest.generation:
        yield DatasetError("a manifest that has its own hash", "another content", str(folder))
    for name, wanted in manifest.files.items():
        found = sha256_of(folder / name)
        if found != wanted:
            yield DatasetError(f"a file with SHA-256 {wanted}", found, str(folder / name))
    yield from _store_faults(generation)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, or why it has none."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return error.strerror or "an unreadable file"


def _store_faults(generation: Generation) -> Iterator[DatasetError]:
    """The store holds what the dump holds: as many quads, each of them."""
    held, store = len(generation.store), str(generation.path / "store")
    wanted = generation.manifest.counts["quads"]
    if held != wanted:
        yield DatasetError(f"a store of {wanted} quads", f"{held}", store)
    try:
        dump = gzip.decompress(generation.file(DUMP))
        for quad in ox.parse(dump, format=ox.RdfFormat.N_QUADS):
            if quad not in generation.store:
                yield DatasetError("a store that holds the dump", f"no {quad}", store)
                return
    except (OSError, EOFError, SyntaxError, ValueError) as error:
        yield DatasetError("a dump in N-Quads", str(error), str(generation.path / DUMP))
