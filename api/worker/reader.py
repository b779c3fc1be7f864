"""A process that reads the snapshots of a working copy, whichever it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import IO, Any, cast

import pyoxigraph as ox

from api.worker.asked import Worker, main
from api.worker.confined import bound, unbound
from api.worker.sheet import Full, Sheet, files_allowed

Told = dict[str, Any]
GraphName = ox.NamedNode | ox.DefaultGraph


class Reader(Worker):
    """Answers queries as any worker does, and reads whole graphs."""

    _held = ""

    def open(self, store: str) -> ox.Store:
        """Nothing yet: what is read is told with each question."""
        return ox.Store()

    def run(self, asked: Told, body: bytes, sheet: Sheet) -> Told:
        """Answers from the snapshot that is asked for."""
        if asked["store"] != self._held:
            self._turn_to(asked["store"])
        return self._graph(asked, sheet) if "task" in asked else super().run(asked, body, sheet)

    def _turn_to(self, snapshot: str) -> None:
        # The one goes before the other comes.
        self.store, self._held = ox.Store(), ""
        unbound()
        with files_allowed():
            self.store = ox.Store.read_only(snapshot)
        self._held = snapshot
        bound(self._told, snapshot)

    def _graph(self, asked: Told, sheet: Sheet) -> Told:
        """A graph in a media type, and its tag."""
        graph = graph_name(asked["graph"])
        if not holds(self.store, graph):
            return {"done": "missing"}
        form = ox.RdfFormat.from_media_type(asked["media"])
        output, prefixes = cast(IO[bytes], sheet), self._told["prefixes"]
        try:
            ox.serialize(triples(self.store, graph), output, format=form, prefixes=prefixes)
        except Full as full:
            return {"fault": str(full)}
        return {"done": "read", "tag": tag(triples(self.store, graph))}


def graph_name(name: str | None) -> GraphName:
    """A graph by its IRI; None is the default graph."""
    return ox.DefaultGraph() if name is None else ox.NamedNode(name)


def holds(store: ox.Store, graph: GraphName) -> bool:
    """Whether there is such a graph; it may be empty. The default graph is always there."""
    return isinstance(graph, ox.DefaultGraph) or store.contains_named_graph(graph)


def triples(store: ox.Store, graph: GraphName) -> Iterator[ox.Triple]:
    """The triples of one graph, in no order."""
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, graph))


def tag(held: Iterable[ox.Triple]) -> str:
    """What a graph holds, as 24 hexadecimal digits: the same triples give the same."""
    digest = blake2b(digest_size=12)
    for line in sorted(map(str, held)):
        digest.update(line.encode())
    return digest.hexdigest()


def start() -> None:
    """Answers the server that started this process."""
    main(Reader)
