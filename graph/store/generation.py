"""A generation that is served: its manifest, its store, its quads."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Protocol, cast

import pyoxigraph as ox

from graph.errors import DatasetError, NoDatasetError, QueryError
from graph.store.manifest import NAME, Manifest, read_manifest

CURRENT, STORE, DUMP = "current", "store", "dump.nq.gz"
#: What the hierarchy is loaded from: see `graph.hierarchy.compact`.
INDEX = "hierarchy.index"
Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Results = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean


class Engine(Protocol):
    """Whatever answers SPARQL over a dataset: the embedded store, or an endpoint elsewhere."""

    def query(
        self, query: str, *, substitutions: Mapping[ox.Variable, Node] | None = None, **options: Any
    ) -> Results: ...


@dataclass(frozen=True)
class Generation:
    """An immutable dataset directory, opened for reading."""

    path: Path
    manifest: Manifest
    store: ox.Store

    def query(
        self, query: str, *, substitutions: Mapping[ox.Variable, Node] | None = None, **options: Any
    ) -> Results:
        """Answer a query over the default graph and the named graphs; QueryError if malformed.

        `options` are those of pyoxigraph's `Store.query`.
        """
        try:
            return self.store.query(query, substitutions=dict(substitutions or {}), **options)
        except (SyntaxError, ValueError) as error:
            raise QueryError("a SPARQL 1.1 query", str(error), "query") from error

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of the graph of this name: `claims`, `findings`, `text/…`."""
        name = ox.NamedNode(f"{self.manifest.base}graph/{graph}") if graph else None
        return self.store.quads_for_pattern(None, None, None, name)

    def dump(self) -> Iterator[ox.Quad]:
        """All quads, read from the dump: several times faster than from the store."""
        with gzip.open(self.path / DUMP, "rb") as dump:
            yield from ox.parse(cast(IO[bytes], dump), format=ox.RdfFormat.N_QUADS)

    def index(self) -> bytes | None:
        """The index of the hierarchy, made when this was published; None where there is none.

        DatasetError when it is not the one that was made.
        """
        if INDEX not in self.manifest.files:
            return None
        written, wanted = self.file(INDEX), self.manifest.files[INDEX]
        found = sha256(written).hexdigest()
        if found != wanted:
            raise DatasetError(f"a file with SHA-256 {wanted}", found, str(self.path / INDEX))
        return written

    def file(self, name: str) -> bytes:
        """A file of the generation by its path in it."""
        return (self.path / name).read_bytes()


def find_generation(path: Path) -> Path:
    """The directory of the generation meant: itself, or the one that `current` points to."""
    for folder in (path / CURRENT, path):
        if (folder / NAME).is_file():
            return folder.resolve()
    lacking = DatasetError if path.exists() else NoDatasetError
    raise lacking(
        f"a dataset directory (with {NAME} or {CURRENT}/); `shezhire build --out {path}` makes one",
        "none",
        str(path),
    )


def is_dataset(path: Path) -> bool:
    """Whether a folder is a dataset directory, or a generation in one."""
    folders = (path / CURRENT, path)
    return any((one / NAME).is_file() and (one / DUMP).is_file() for one in folders)


def open_generation(path: Path) -> Generation:
    """Open a generation, or the current one of a dataset directory; the store is read-only."""
    folder = find_generation(path)
    manifest = read_manifest(folder)
    try:
        store = ox.Store.read_only(str(folder / STORE))
    except (OSError, ValueError) as error:
        raise DatasetError("a readable store", str(error), str(folder / STORE)) from error
    return Generation(folder, manifest, store)
