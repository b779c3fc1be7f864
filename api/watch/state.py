"""What is served now, as Prometheus reads it: the generation, the workers, who is running."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector


@dataclass(frozen=True, slots=True)
class State:
    """A look at the server: what it tells of the generation, its workers, queries that run or wait.

    `replaced` are workers by cause; the counts begin anew with each generation.
    """

    told: Mapping[str, str]
    workers: int
    running: int
    replaced: Mapping[str, int]


class StateNow(Collector):
    """Looks when it is asked."""

    def __init__(self, look: Callable[[], State]) -> None:
        self._look = look

    def describe(self) -> list[Metric]:
        """Nothing: the server may have nothing to show when this is registered."""
        return []

    def collect(self) -> Iterator[Metric]:
        """The metrics of the moment."""
        now = self._look()
        yield InfoMetricFamily("shezhire_generation", "What is served.", value=dict(now.told))
        yield GaugeMetricFamily("shezhire_workers", "Processes that answer, or will.", now.workers)
        yield GaugeMetricFamily("shezhire_queries_running", "Run or wait.", now.running)
        words = "Workers that gave way to fresh ones, by cause."
        replaced = CounterMetricFamily("shezhire_workers_replaced", words, labels=("cause",))
        for cause, number in sorted(now.replaced.items()):
            replaced.add_metric((cause,), number)
        yield replaced
