"""What is served: one generation, its hierarchy, its search index, and who runs queries on it."""

from __future__ import annotations

import asyncio
import gc
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from api.elsewhere import Endpoint, Forwarder
from api.evaluator import Answer, Evaluator, Limits, Query
from api.watch import State
from api.writing import Readers, Shelf, Writer, WriteToken
from graph.hierarchy import Hierarchy, every_name
from graph.hierarchy.reports import Report, reports_of
from graph.hierarchy.search import Search
from graph.store import STORE, Generation, open_generation


class Asked(Protocol):
    """Whoever answers queries: about the generation, its working copy, or a store elsewhere."""

    limits: Limits
    replaced: Counter[str]

    @property
    def pids(self) -> list[int]: ...

    @property
    def running(self) -> int: ...

    def check(self, query: Query, accept: str | None) -> str: ...

    async def run(self, query: Query, media: str, size: int | None = None) -> Answer: ...

    def start(self) -> None: ...

    async def drained(self) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class Served:
    """A generation as it answers; opened once and only read.

    `fixed` tells that queries, too, are answered from the generation, and so always alike.
    `writer` holds its working copy, on a server that may be written to.
    """

    generation: Generation
    hierarchy: Hierarchy
    evaluator: Asked
    writer: Writer | None = None
    fixed: bool = True

    @property
    def name(self) -> str:
        """The name of the generation, which every answer carries."""
        return self.generation.manifest.generation

    @property
    def edition(self) -> tuple[str, int]:
        """The generation, and how often what stands beside it was changed."""
        return self.name, self.writer.revision if self.writer else 0

    @property
    def marks(self) -> dict[str, str]:
        """Headers that tell answers of a working copy from those of the generation."""
        return {"Shezhire-Working-Copy-Of": self.name} if self.writer else {}

    @property
    def state(self) -> State:
        """What is served, for who watches it."""
        manifest, asked = self.generation.manifest, [self.evaluator]
        asked += [self.writer] if self.writer else []
        return State(
            {
                "generation": self.name,
                "as_of": manifest.as_of.isoformat(),
                "release": manifest.release,
            },
            workers=sum(len(one.pids) for one in asked),
            running=sum(one.running for one in asked),
            replaced=sum((one.replaced for one in asked), Counter()),
        )

    def start(self) -> None:
        """Starts the processes, so that the first to ask finds one that is ready."""
        self.evaluator.start()
        if self.writer:
            self.writer.start()

    def close(self) -> None:
        """Ends all processes."""
        self.evaluator.close()
        if self.writer:
            self.writer.close()

    @property
    def base(self) -> str:
        """Where the IRIs of resources begin."""
        return self.generation.manifest.base

    @property
    def recorded_until(self) -> date:
        """The latest day on which something entered the record."""
        return max(act.recorded for act in self.generation.manifest.acts)

    def same_as_view(self, at: date, known: date | None) -> bool:
        """Whether the answers of a day are those of the view: no bound lies between the two."""
        as_of = self.generation.manifest.as_of
        first, last = sorted((at, as_of))
        changes = self.hierarchy.days
        return known is None and bisect_right(changes, first) == bisect_right(changes, last)

    @cached_property
    def search(self) -> Search:
        """The index of names, made at the first search."""
        return Search(_names(self.hierarchy))

    @cached_property
    def reports(self) -> list[Report]:
        """The findings, read at the first question about them."""
        return reports_of(self.hierarchy)


def _names(hierarchy: Hierarchy) -> Iterator[tuple[str, str]]:
    """Own and whole names of all bodies, and every other form on record."""
    moment = hierarchy.at(hierarchy.as_of)
    for iri in sorted(hierarchy.natures):
        yield from ((iri, name) for name in every_name(moment, iri))


def serve_generation(
    dataset: Path | Generation,
    limits: Limits | None = None,
    token: WriteToken | None = None,
    store: Endpoint | None = None,
) -> Served:
    """Opens a dataset directory, or takes a generation that is open.

    With a token queries are answered from the working copy, which its holder may write to; with a
    store by that endpoint, from which the generation was fetched.
    """
    opened = dataset if isinstance(dataset, Generation) else open_generation(dataset)
    if token:
        writer = Writer(opened, token, limits)
        return _beside(writer, writer.shelf, opened, _indexed(opened), limits or Limits())
    graphs = [name for name in opened.manifest.graphs if name != "default"]
    if store:
        forwarder = Forwarder(store, graphs, limits or Limits())
        return Served(opened, _indexed(opened), forwarder, fixed=False)
    return Served(opened, _indexed(opened), Evaluator(opened.path / STORE, graphs, limits))


async def succeed(older: Served, dataset: Path) -> Served:
    """Opens the current generation of a directory, to take the place of an older one.

    Where that may be written to, what was written is carried over: who asks from now on is answered
    from the new copy, who asked before from the old one. ShezhireError leaves all as it was.
    """
    limits, writer = older.evaluator.limits, older.writer
    if writer is None:
        return await asyncio.to_thread(serve_generation, dataset, limits)
    opened = await asyncio.to_thread(open_generation, dataset)
    hierarchy = await asyncio.to_thread(_indexed, opened)
    return _beside(writer, await writer.move(opened), opened, hierarchy, limits)


def _beside(
    writer: Writer, shelf: Shelf, opened: Generation, hierarchy: Hierarchy, limits: Limits
) -> Served:
    readers = Readers(shelf, limits)
    return Served(opened, hierarchy, readers, writer, fixed=False)


def _indexed(opened: Generation) -> Hierarchy:
    manifest = opened.manifest
    # What is read now stays for good: the collector would only walk over it, again and again.
    gc.disable()
    try:
        return Hierarchy.load(opened, manifest.base, manifest.as_of, opened.dump(), opened.index())
    finally:
        gc.enable()
        gc.freeze()
