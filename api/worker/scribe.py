"""The process that has the working copy open: it makes one change after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from api.worker.asked import Worker, main
from api.worker.reader import GraphName, graph_name, holds, tag, triples
from api.worker.sheet import Sheet
from graph.errors import CallError, QueryError
from graph.store import WorkingCopy, open_working

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
    """Writes; others read what it has written, from snapshots."""

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

    def run(self, asked: Told, body: bytes, sheet: Sheet) -> Told:
        """Does a task; what is to be told of it."""
        try:
            return TASKS[asked["task"]](self.copy, asked, body)
        except QueryError as error:
            return {"fault": "malformed", "expected": error.expected, "found": error.found}
        except CallError as error:
            return {"fault": "conflict", "found": str(error)}


def update(copy: WorkingCopy, asked: Told, body: bytes) -> Told:
    """Runs an update."""
    copy.update(body.decode(), asked["base"])
    return {}


def write(copy: WorkingCopy, asked: Told, body: bytes) -> Told:
    """Puts or adds triples, if the condition holds."""
    graph = graph_name(asked["graph"])
    there = holds(copy.store, graph)
    if not _may(copy, asked, graph, there):
        return {"done": "refused"}
    parts, start = [], 0
    for length, media, base in asked["parts"]:
        parts.append((body[start : start + length], media, base))
        start += length
    copy.put(graph, parts, asked["replace"])
    return {"done": "changed" if there else "created"}


def remove(copy: WorkingCopy, asked: Told, _: bytes) -> Told:
    """Removes a graph, if the condition holds."""
    graph = graph_name(asked["graph"])
    there = holds(copy.store, graph)
    if not _may(copy, asked, graph, there):
        return {"done": "refused"}
    copy.remove(graph)
    return {"done": "changed" if there else "missing"}


def snapshot(copy: WorkingCopy, asked: Told, _: bytes) -> Told:
    """Puts a snapshot of the copy where it is told."""
    copy.snapshot(Path(asked["place"]))
    return {}


def _may(copy: WorkingCopy, asked: Told, graph: GraphName, there: bool) -> bool:
    """Whether a graph is as the request wants it to be before it is changed."""
    tags = (asked[name] for name in ("match", "none_match"))
    condition = Condition(*(None if held is None else tuple(held) for held in tags))
    if condition == Condition():
        return True
    return condition.holds(tag(triples(copy.store, graph)) if there else None)


TASKS: dict[str, Callable[[WorkingCopy, Told, bytes], Told]] = {
    task.__name__: task for task in (update, write, remove, snapshot)
}


def start() -> None:
    """Answers the server that started this process."""
    main(Scribe)
