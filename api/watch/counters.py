"""Requests in numbers, as Prometheus reads them."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.types import Scope

from api.watch.log import route_of
from api.watch.queries import Queries
from api.watch.state import State, StateNow


class Counters:
    """Requests by route, method and status, and how long they took; queries; what is served."""

    def __init__(self, look: Callable[[], State]) -> None:
        self.registry = CollectorRegistry()
        self.queries = Queries(self.registry)
        self.registry.register(StateNow(look))
        labels = ("method", "route", "status")
        self.requests = Counter(
            "shezhire_requests", "Requests answered.", labels, registry=self.registry
        )
        self.seconds = Histogram(
            "shezhire_request_seconds", "Seconds to answer.", ("route",), registry=self.registry
        )
        self.open = Gauge(
            "shezhire_requests_open", "Requests being answered.", registry=self.registry
        )

    def count(self, scope: Scope, status: int, seconds: float) -> None:
        """Notes one answer; the route is a template, so that labels stay few."""
        route = route_of(scope)
        self.requests.labels(scope["method"], route, status).inc()
        self.seconds.labels(route).observe(seconds)
