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


def told_limits(limits: Limits) -> str:
    """The limits in words, as clients are told them."""
    services = ", ".join(sorted(limits.services)) or "no endpoint"
    return (
        f"A query may take {limits.seconds:g} s, {limits.cpu:g} s of the processor and"
        f" {limits.memory // 1_000_000} MB of memory; its answer may hold {limits.rows} rows or"
        f" triples and {limits.size} bytes. A longer table in JSON is cut and says so in its first"
        " words and in the header Shezhire-Truncated; any other longer answer is refused. SERVICE"
        f" may ask {services}."
    )
