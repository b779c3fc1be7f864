"""What a query of a stranger may cost, and what its answer may hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` on the wall and `cpu` of the processor for one query; `memory` and `size` in bytes.

    `memory` is what a query may take beside the opened store; `rows` are rows of a table or
    triples of a graph, `size` the bytes of the answer as written. `workers` processes answer at
    once; `services` are the only endpoints that SERVICE may ask.
    """

    seconds: float = 10.0
    cpu: float = 10.0
    memory: int = 512_000_000
    rows: int = 100_000
    size: int = 50_000_000
    workers: int = 4
    services: frozenset[str] = frozenset()
