"""Quads as sorted lines, more of them than memory holds: in runs on disk, merged at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Self

from rdflib import URIRef

from graph.dataset.quads import Layers, lines_of

#: Lines that are held in memory at once, a few hundred bytes each.
RUN = 300_000


class Sorted:
    """The quads of layers that come one after the other, each once, sorted within the whole.

    When all are in, it is to be settled. Iterating gives the lines in UTF-8, sorted by code point,
    without line ends: the same for the same quads, however they came. What memory does not hold
    lies in nameless files under `folder` (by default that of the system), which are gone when this
    is closed, or its process.
    """

    def __init__(self, folder: Path | None = None, run: int = RUN) -> None:
        self._folder, self._run = folder, run
        self._lines: list[bytes] = []
        self._held = ExitStack()
        self._runs: list[IO[bytes]] = []
        #: How many quads each graph has; the default graph has no name.
        self.graphs: Counter[URIRef | None] = Counter()

    @classmethod
    def of(cls, layers: Layers) -> Self:
        """The quads of these layers."""
        made = cls()
        made.add(layers)
        made.settle()
        return made

    def add(self, layers: Layers) -> None:
        """Take in layers; a quad that came before, in other layers, is still one."""
        for graph, triples in layers.items():
            self.graphs[graph] += len(triples)
            self._lines += lines_of(graph, triples)
        if len(self._lines) > self._run:
            self._spill()

    def settle(self) -> None:
        """Put all in order, after which nothing can be added and `graphs` counts each quad once."""
        if not self._runs:
            self._lines = list(self._once(sorted(self._lines)))
            return
        self._spill()
        with ExitStack() as before:
            before.push(self._held.pop_all())
            whole = self._file()
            whole.writelines(line + b"\n" for line in self._once(merge(*map(_read, self._runs))))
        self._runs = [whole]

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._lines) if not self._runs else _read(self._runs[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def _file(self) -> IO[bytes]:
        return self._held.enter_context(TemporaryFile(dir=self._folder))

    def _spill(self) -> None:
        run = self._file()
        run.writelines(line + b"\n" for line in sorted(self._lines))
        self._runs.append(run)
        self._lines.clear()

    def _once(self, lines: Iterator[bytes] | list[bytes]) -> Iterator[bytes]:
        """Each line once; a graph counts what it was given several times as one."""
        for line, same in groupby(lines):
            more = sum(1 for _ in same) - 1
            if more:
                self.graphs[self._graph(line)] -= more
            yield line

    def _graph(self, line: bytes) -> URIRef | None:
        last = line.rsplit(b" ", 2)[1].decode()
        named = URIRef(last[1:-1])
        return named if named in self.graphs else None


def _read(run: IO[bytes]) -> Iterator[bytes]:
    run.seek(0)
    return (line[:-1] for line in run)
