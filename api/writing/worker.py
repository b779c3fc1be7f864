"""The process that has the working copy open: it answers one request after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import pyoxigraph as ox

from api.evaluator.worker import Full, Sheet, Worker, main
from graph.errors import CallError, QueryError
from graph.store import WorkingCopy, open_working
from ontology import PREFIXES

#: Tries, and seconds between two of them: the process before may not be gone yet.
_TRIES, _WAIT = 100, 0.1
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Condition:
    """Tags that a graph must have one of, or none of; `*` stands for any graph that is there."""

    match: tuple[str, ...] | None = None
    none_match: tuple[str, ...] | None = None

    def holds(self, tag: str | None) -> bool:
        """Whether a graph with this tag may be changed; None: there is no such graph."""
        if self.match is not None and not _among(tag, self.match):
            return False
        return self.none_match is None or not _among(tag, self.none_match)


def _among(tag: str | None, tags: tuple[str, ...]) -> bool:
    return tag is not None and ("*" in tags or tag in tags)


class Scribe(Worker):
    """Answers queries as any worker does, and writes."""

    def open(self, store: str) -> ox.Store:
        """The store of the working copy, as soon as no other process has it open."""
        for left in range(_TRIES, -1, -1):
            try:
                self.copy = open_working(Path(store).parent)
                break
            except CallError:
                if not left:
                    raise
                time.sleep(_WAIT)
        return self.copy.store

    def grown(self) -> bool:
        """Never: no other process could open the store while this one ends."""
        return False

    def run(self, asked: Told, body: bytes, sheet: Sheet) -> Told:
        """Does a task, or answers a query."""
        if "task" not in asked:
            return super().run(asked, body, sheet)
        try:
            return TASKS[asked["task"]](self.copy, asked, body, sheet)
        except QueryError as error:
            return {"fault": "malformed", "expected": error.expected, "found": error.found}
        except CallError as error:
            return {"fault": "conflict", "found": str(error)}
        except Full as full:
            return {"fault": str(full)}


def update(copy: WorkingCopy, asked: Told, body: bytes, _: Sheet) -> Told:
    """Runs an update."""
    copy.update(body.decode(), asked["base"])
    return {}


def graphs(copy: WorkingCopy, *_: object) -> Told:
    """The named graphs."""
    return {"graphs": copy.graphs()}


def read(copy: WorkingCopy, asked: Told, _: bytes, sheet: Sheet) -> Told:
    """A graph in a media type, and its tag."""
    graph = _graph(asked)
    if not copy.holds(graph):
        return {"done": "missing"}
    form = ox.RdfFormat.from_media_type(asked["media"])
    output = cast(IO[bytes], sheet)
    ox.serialize(copy.triples(graph), output, format=form, prefixes=dict(PREFIXES))
    return {"done": "read", "tag": copy.tag(graph)}


def write(copy: WorkingCopy, asked: Told, body: bytes, _: Sheet) -> Told:
    """Puts or adds triples, if the condition holds."""
    graph = _graph(asked)
    held = copy.holds(graph)
    if not _condition(asked).holds(copy.tag(graph) if held else None):
        return {"done": "refused"}
    parts, start = [], 0
    for length, media, base in asked["parts"]:
        parts.append((body[start : start + length], media, base))
        start += length
    copy.put(graph, parts, asked["replace"])
    return {"done": "changed" if held else "created"}


def remove(copy: WorkingCopy, asked: Told, *_: object) -> Told:
    """Removes a graph, if the condition holds."""
    graph = _graph(asked)
    held = copy.holds(graph)
    if not _condition(asked).holds(copy.tag(graph) if held else None):
        return {"done": "refused"}
    copy.remove(graph)
    return {"done": "changed" if held else "missing"}


def _graph(asked: Told) -> ox.NamedNode | ox.DefaultGraph:
    name = asked["graph"]
    return ox.DefaultGraph() if name is None else ox.NamedNode(name)


def _condition(asked: Told) -> Condition:
    tags = (asked[name] for name in ("match", "none_match"))
    return Condition(*(None if held is None else tuple(held) for held in tags))


TASKS: dict[str, Callable[[WorkingCopy, Told, bytes, Sheet], Told]] = {
    task.__name__: task for task in (update, graphs, read, write, remove)
}


def start() -> None:
    """Answers the server that started this process."""
    main(Scribe)
