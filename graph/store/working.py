"""A copy of a generation that may be written to; the generation itself never is."""

from __future__ import annotations

import fcntl
import gzip
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, Any, cast

import pyoxigraph as ox

from graph.errors import CallError, DatasetError, QueryError
from graph.store.generation import DUMP, STORE, Generation, Node, Results

FOLDER = "written"
_MAKING = ".making-"
#: Where the triples of a request are put until they take their place all at once.
_STAGING = ox.NamedNode("urn:x-shezhire:staging")
GraphName = ox.NamedNode | ox.DefaultGraph
#: Triples as they were sent: their bytes, their media type, what relative IRIs are relative to.
Part = tuple[bytes, str, str]


@dataclass(frozen=True)
class WorkingCopy:
    """A store that one process at a time may open; each change is made whole or not at all."""

    path: Path
    store: ox.Store

    def query(
        self, query: str, *, substitutions: Mapping[ox.Variable, Node] | None = None, **options: Any
    ) -> Results:
        """Answer a query, as `Generation.query` does."""
        try:
            return self.store.query(query, substitutions=dict(substitutions or {}), **options)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError("a SPARQL 1.1 query", str(error), "query") from error

    def update(self, update: str, base: str | None) -> None:
        """Change the copy; QueryError for a malformed update, CallError for a graph not there."""
        try:
            self.store.update(update, base_iri=base)
        except (SyntaxError, ValueError) as error:
            raise QueryError("a SPARQL 1.1 update", str(error), "update") from error
        except RuntimeError as error:
            raise CallError(str(error)) from error

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, also of those that are empty, sorted."""
        named = self.store.named_graphs()
        return sorted(graph.value for graph in named if isinstance(graph, ox.NamedNode))

    def holds(self, graph: GraphName) -> bool:
        """Whether there is such a graph; it may be empty. The default graph is always there."""
        return isinstance(graph, ox.DefaultGraph) or self.store.contains_named_graph(graph)

    def triples(self, graph: GraphName) -> Iterator[ox.Triple]:
        """The triples of one graph, in no order."""
        return (quad.triple for quad in self.store.quads_for_pattern(None, None, None, graph))

    def put(self, graph: GraphName, parts: Iterable[Part], replace: bool) -> None:
        """Fill a graph with all parts, or with none; QueryError for malformed ones.

        What the graph held goes where `replace` is said. The graph is made when there is none.
        """
        self.store.clear_graph(_STAGING)
        for part in parts:
            self._stage(*part)
        default = isinstance(graph, ox.DefaultGraph)
        target = "DEFAULT" if default else f"GRAPH {graph}"
        steps = [f"CLEAR SILENT {target}"] if replace else []
        steps += [] if default else [f"CREATE SILENT {target}"]
        steps += [f"ADD SILENT {_STAGING} TO {'DEFAULT' if default else graph}"]
        self.store.update(" ; ".join([*steps, f"DROP SILENT GRAPH {_STAGING}"]))

    def _stage(self, data: bytes, media: str, base: str) -> None:
        form = ox.RdfFormat.from_media_type(media)
        try:
            self.store.load(input=data, format=form, base_iri=base, to_graph=_STAGING)
        except (SyntaxError, ValueError) as error:
            self.store.remove_graph(_STAGING)
            raise QueryError(media, str(error), "body") from error

    def remove(self, graph: GraphName) -> None:
        """Remove a graph; the default graph is emptied."""
        self.store.remove_graph(graph)

    def tag(self, graph: GraphName) -> str:
        """What a graph holds, as 24 hexadecimal digits: the same triples give the same."""
        digest = blake2b(digest_size=12)
        for line in sorted(map(str, self.triples(graph))):
            digest.update(line.encode())
        return digest.hexdigest()


def open_working(folder: Path) -> WorkingCopy:
    """Open the copy in a folder that `prepare_working` gave; CallError if another has it open."""
    try:
        store = ox.Store(str(folder / STORE))
    except OSError as error:
        raise CallError(f"{folder}: cannot be opened for writing: {error}") from error
    store.remove_graph(_STAGING)
    return WorkingCopy(folder, store)


def claim_working(folder: Path) -> IO[str]:
    """A claim on the copy in a folder, held until it is closed; CallError if another has one."""
    claim = (folder / "claim").open("w")
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        claim.close()
        raise CallError(f"{folder}: another server writes here") from None
    return claim


def prepare_working(generation: Generation) -> Path:
    """The folder of the working copy of a generation, made when there is none.

    It stands beside the generations. What was written to the copy of an older generation is
    carried over: what it had more than that generation is added, what it had less is removed.
    """
    home = generation.path.parent / FOLDER
    place = home / generation.manifest.generation
    try:
        home.mkdir(exist_ok=True)
        with _alone(home):
            if not place.is_dir():
                _make(home, place, generation)
    except OSError as error:
        raise DatasetError("a folder that can be written to", str(error), str(home)) from error
    return place


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """One server at a time makes a copy; what one that was killed left half done is removed."""
    with (home / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for stale in home.glob(_MAKING + "*"):
            shutil.rmtree(stale)
        yield


def _make(home: Path, place: Path, generation: Generation) -> None:
    copies = (copy for copy in home.iterdir() if (copy / STORE).is_dir())
    older = sorted(copies, key=lambda copy: copy.stat().st_mtime)
    making = Path(mkdtemp(prefix=_MAKING, dir=home))
    _keep_basis(generation.path / DUMP, making / DUMP)
    store = ox.Store(str(making / STORE))
    store.bulk_extend(generation.dump())
    if older:
        _carry(older[-1], store)
    store.flush()
    # The engine lets go of the folder with the store.
    del store
    making.rename(place)
    for copy in older:
        shutil.rmtree(copy)


def _keep_basis(dump: Path, basis: Path) -> None:
    """What the copy was made from stays with it, whatever becomes of the generation."""
    try:
        os.link(dump, basis)
    except OSError:
        shutil.copyfile(dump, basis)


def _carry(older: Path, store: ox.Store) -> None:
    """Put into a store what was written to an older copy since it was made."""
    written = ox.Store(str(older / STORE))
    more = {quad for quad in written if quad not in store}
    published = set()
    for quad in _basis(older):
        published.add(quad.graph_name)
        more.discard(quad)
        if quad not in written:
            store.remove(quad)
    store.extend(more)
    for graph in set(written.named_graphs()) - published:
        store.add_graph(graph)


def _basis(copy: Path) -> Iterator[ox.Quad]:
    with gzip.open(copy / DUMP, "rb") as dump:
        yield from ox.parse(cast(IO[bytes], dump), format=ox.RdfFormat.N_QUADS)
