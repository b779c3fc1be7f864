"""Which methods a path takes, whatever route takes them."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.routing import BaseRoute, Mount, Route

_READING = frozenset(("GET", "HEAD"))


class Methods:
    """The methods of all routes by path: one path may have several routes."""

    def __init__(self, routes: Iterable[BaseRoute]) -> None:
        self._held = [
            (route.path_regex, _methods(route))
            for route in routes
            if isinstance(route, Route | Mount)
        ]

    def of(self, path: str) -> list[str]:
        """The methods of a path in the order of the alphabet; none where there is no such path."""
        found = {name for regex, names in self._held if regex.match(path) for name in names}
        return sorted({*found, "OPTIONS"}) if found else []


def _methods(route: Route | Mount) -> frozenset[str]:
    names = _READING if isinstance(route, Mount) else frozenset(route.methods or ())
    return names | _READING if "GET" in names else names
