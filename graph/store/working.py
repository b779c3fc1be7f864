"""A copy of a generation that may be written to; the generation itself never is."""

from __future__ import annotations

import fcntl
import gzip
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, cast

import pyoxigraph as ox

from graph.errors import CallError, DatasetError, QueryError
from graph.store.generation import DUMP, STORE, Generation

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

    def update(self, update: str, base: str | None) -> None:
        """Change the copy; QueryError for a malformed update, CallError for a graph not there."""
        try:
            self.store.update(update, base_iri=base)
        except (SyntaxError, ValueError) as error:
            raise QueryError("a SPARQL 1.1 update", str(error), "update") from error
        except RuntimeError as error:
            raise CallError(str(error)) from error

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

    def snapshot(self, place: Path) -> None:
        """The copy as it is now, in a folder of its own that is only read; files are shared."""
        try:
            self.store.backup(str(place))
        except OSError as error:
            raise DatasetError("room for a snapshot", str(error), str(place)) from error


def open_working(folder: Path) -> WorkingCopy:
    """Open the copy in a folder that `prepare_working` gave; CallError if another has it open."""
    try:
        store = ox.Store(str(folder / STORE))
    except OSError as error:
        raise CallError(f"{folder}: cannot be opened for writing: {error}") from error
    store.remove_graph(_STAGING)
    return WorkingCopy(folder, store)


def claim_working(dataset: Path) -> IO[str]:
    """A claim on all that is written beside the generations, held until it is closed.

    CallError if another has one; DatasetError where nothing can be written.
    """
    home = dataset / FOLDER
    try:
        home.mkdir(exist_ok=True)
        claim = (home / "claim").open("w")
    except OSError as error:
        raise _unwritable(home, error) from error
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        claim.close()
        raise CallError(f"{home}: another server writes here") from None
    return claim


def prepare_working(generation: Generation) -> Path:
    """The folder of the working copy of a generation, made when there is none.

    It stands beside the generations, and who calls holds the claim on them. What was written to the
    copy of another generation is carried over: what it had more than that generation is added, what
    it had less is removed. Only then that copy goes; DatasetError leaves it as it was.
    """
    home = generation.path.parent / FOLDER
    place = home / generation.manifest.generation
    try:
        home.mkdir(exist_ok=True)
        for stale in home.glob(_MAKING + "*"):
            shutil.rmtree(stale)
        others = sorted(_copies(home), key=_made)
        newest = others.pop() if others else None
        if newest != place:
            _make(home, place, generation, newest)
            others += [newest] if newest else []
        for copy in set(others) - {place}:
            shutil.rmtree(copy, ignore_errors=True)
    except OSError as error:
        raise _unwritable(home, error) from error
    return place


def _unwritable(home: Path, error: OSError) -> DatasetError:
    return DatasetError("a folder that can be written to", str(error), str(home))


def _copies(home: Path) -> Iterator[Path]:
    return (copy for copy in home.iterdir() if (copy / STORE).is_dir())


def _made(copy: Path) -> int:
    """When a copy took its place: what is written goes into folders below, and leaves this."""
    return copy.stat().st_mtime_ns


def _make(home: Path, place: Path, generation: Generation, older: Path | None) -> None:
    making = Path(mkdtemp(prefix=_MAKING, dir=home))
    _keep_basis(generation.path / DUMP, making / DUMP)
    store = ox.Store(str(making / STORE))
    store.bulk_extend(generation.dump())
    if older:
        _carry(older, store)
    store.flush()
    # The engine lets go of the folder with the store.
    del store
    if place.exists():
        # Left by a server that was ended when a newer copy had taken its place.
        shutil.rmtree(place)
    os.utime(making)
    making.rename(place)


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
