"""Queries in numbers: what became of them, and what they cost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Histogram

from api.guard import meter
from api.problems import LimitError, RefusalError
from graph.errors import QueryError

Kind = Literal["query", "change"]
#: Beside the limits: what the gate let not through, what the engine could not read, whose client
#: went away.
OUTCOMES = ("answered", "cut", "refused", "malformed", "failed", "left")
#: What a query or its answer can reach; `busy`: nobody was free, `crashed`: the engine itself.
LIMITS = ("seconds", "cpu", "memory", "depth", "rows", "bytes", "busy", "crashed")
#: Seconds of the processor, up to the longest that anybody allows.
_BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)


class Queries:
    """Counts queries and changes; of their words and of who asked it knows nothing."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._ended = Counter(
            "shezhire_queries",
            "Queries and changes, by what became of them.",
            ("kind", "outcome"),
            registry=registry,
        )
        self._seconds = Histogram(
            "shezhire_query_cpu_seconds",
            "Seconds of the processor that workers spent on a query or a change.",
            ("kind",),
            buckets=_BUCKETS,
            registry=registry,
        )
        for kind in ("query", "change"):
            for outcome in (*OUTCOMES, *LIMITS):
                self._ended.labels(kind, outcome)

    def end(self, kind: Kind, outcome: str) -> None:
        """Notes what became of one."""
        self._ended.labels(kind, outcome).inc()

    @contextmanager
    def gated(self, kind: Kind) -> Iterator[None]:
        """Notes what is refused before it is run."""
        try:
            yield
        except (QueryError, RefusalError):
            self.end(kind, "refused")
            raise

    @contextmanager
    def run(self, kind: Kind) -> Iterator[None]:
        """Notes what goes wrong while one is run, and what it costs."""
        spent, token = meter.nested()
        try:
            yield
        except LimitError as error:
            self.end(kind, error.limit)
            raise
        except asyncio.CancelledError:
            self.end(kind, "left")
            raise
        except (QueryError, RefusalError) as error:
            self.end(kind, _outcome(error))
            raise
        finally:
            self._seconds.labels(kind).observe(meter.close(spent, token))


def _outcome(error: QueryError | RefusalError) -> str:
    if isinstance(error, QueryError) or error.status == 409:
        return "malformed"
    return "left" if error.status == 408 else "failed"
