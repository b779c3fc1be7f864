"""What is served: one generation, its hierarchy, its search index, and who runs queries on it."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from api.elsewhere import Endpoint, Forwarder
from api.evaluator import Answer, Evaluator, Limits, Query
from api.writing import Writer, WriteToken
from graph.hierarchy import Hierarchy
from graph.hierarchy.reports import Report, reports_of
from graph.hierarchy.search import Search
from graph.store import STORE, Generation, open_generation, prepare_working


class Asked(Protocol):
    """Whoever answers queries: about the generation, its working copy, or a store elsewhere."""

    limits: Limits

    def check(self, query: Query, accept: str | None) -> str: ...

    async def run(self, query: Query, media: str) -> Answer: ...

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
        body = moment.body(iri)
        words = {*body.names.values(), *body.legal_names.values()}
        yield from ((iri, name) for name in sorted(words))


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
        writer = Writer(prepare_working(opened), token, limits)
        return Served(opened, _indexed(opened), writer, writer, fixed=False)
    graphs = [name for name in opened.manifest.graphs if name != "default"]
    if store:
        forwarder = Forwarder(store, graphs, limits or Limits())
        return Served(opened, _indexed(opened), forwarder, fixed=False)
    return Served(opened, _indexed(opened), Evaluator(opened.path / STORE, graphs, limits))


def _indexed(opened: Generation) -> Hierarchy:
    manifest = opened.manifest
    # What is read now stays for good: the collector would only walk over it, again and again.
    gc.disable()
    try:
        return Hierarchy.load(opened, manifest.base, manifest.as_of, opened.dump(), opened.index())
    finally:
        gc.enable()
        gc.freeze()
