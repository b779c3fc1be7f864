"""Whether a generation is whole: every hash, every quad."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest
from pathlib import Path

from graph.errors import DatasetError
from graph.store.generation import DUMP, STORE, Generation, find_generation, open_generation
from graph.store.manifest import Manifest


def verify(path: Path) -> Manifest:
    """The manifest of a generation all of whose hashes are right and whose store opens.

    The store is counted, not compared: `faults` looks at each quad. Raises DatasetError for the
    first thing that is not as it should be.
    """
    generation = open_generation(find_generation(path))
    for fault in (*_file_faults(generation), *_count_faults(generation)):
        raise fault
    return generation.manifest


def faults(generation: Generation) -> Iterator[DatasetError]:
    """All that is wrong with a generation: its name, its files, each quad of its store."""
    yield from _file_faults(generation)
    yield from _count_faults(generation)
    yield from _quad_faults(generation)


def _file_faults(generation: Generation) -> Iterator[DatasetError]:
    manifest, folder = generation.manifest, generation.path
    if manifest.named().generation != manifest.generation:
        yield DatasetError("a manifest that has its own hash", "another content", str(folder))
    for name, wanted in manifest.files.items():
        found = sha256_of(folder / name)
        if found != wanted:
            yield DatasetError(f"a file with SHA-256 {wanted}", found, str(folder / name))


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, or why it has none."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return error.strerror or "an unreadable file"


def _count_faults(generation: Generation) -> Iterator[DatasetError]:
    held, wanted = len(generation.store), generation.manifest.counts["quads"]
    if held != wanted:
        yield DatasetError(f"a store of {wanted} quads", f"{held}", str(generation.path / STORE))


def _quad_faults(generation: Generation) -> Iterator[DatasetError]:
    """The store holds what the dump holds."""
    try:
        for quad in generation.dump():
            if quad not in generation.store:
                store = str(generation.path / STORE)
                yield DatasetError("a store that holds the dump", f"no {quad}", store)
                return
    except (OSError, EOFError, SyntaxError, ValueError) as error:
        yield DatasetError("a dump in N-Quads", str(error), str(generation.path / DUMP))
