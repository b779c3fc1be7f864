"""One visit to a page: its language, its day, and addresses that keep both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from fastapi import Request

from api.negotiation import choose_language
from api.pages.texts import LANGUAGES, Texts, texts
from api.question import parse_day

#: What a link inside the page hands on, when the reader asked for it.
_KEPT = ("lang", "at", "known_at")


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks for what: `at` is the day asked for, `today` the day of the request."""

    path: str
    query: tuple[tuple[str, str], ...]
    say: Texts
    today: date
    at: date
    known_at: date | None
    #: A date that could not be read, as it was given.
    bad_day: str | None = None

    @property
    def asked_day(self) -> bool:
        """Whether the reader named a day that can be read."""
        named = any(name == "at" and value for name, value in self.query)
        return named and self.bad_day is None

    def given(self, name: str, default: str = "") -> str:
        """A parameter of the query."""
        return dict(self.query).get(name, default)

    def url(self, path: str, fragment: str = "", **more: str | None) -> str:
        """An address inside the site, in the same language and on the same day."""
        kept = {name: value for name, value in self.query if name in _KEPT and value}
        return address(path, {**kept, **more}, fragment)

    def here(self, **more: str | None) -> str:
        """This page with some parameters changed; None takes one away."""
        return address(self.path, {**dict(self.query), **more})


def address(path: str, query: dict[str, str | None], fragment: str = "") -> str:
    """A path with its query and fragment, percent-encoded; empty parameters are left out."""
    asked = urlencode([(name, value) for name, value in query.items() if value])
    tail = f"#{quote(fragment, safe='-_~.:')}" if fragment else ""
    return quote(path, safe="/-_~.:") + (f"?{asked}" if asked else "") + tail


def visit(request: Request, today: date) -> Visit:
    """The visit that a request makes; a date that cannot be read leaves today and says so."""
    day, bad = _day(request.query_params.get("at"))
    known, bad_known = _day(request.query_params.get("known_at"))
    return Visit(
        request.url.path,
        tuple(request.query_params.items()),
        texts(_language(request)),
        today,
        day or today,
        known,
        bad or bad_known,
    )


def _day(given: str | None) -> tuple[date | None, str | None]:
    if not given:
        return None, None
    try:
        return parse_day(given), None
    except ValueError:
        return None, given


def _language(request: Request) -> str:
    asked = request.query_params.get("lang", "").lower()
    header = request.headers.get("accept-language")
    return choose_language(asked if asked in LANGUAGES else None, header, LANGUAGES)
