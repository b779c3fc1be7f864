"""What every question shares: its days, its language, whether it wants the evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Request
from pydantic import BeforeValidator

from api.negotiation import JSON_FORMS, choose, choose_language
from api.problems import RefusalError
from api.served import Served
from api.watch import Queries
from graph.hierarchy import Moment
from graph.time import FIRST_DAY, LAST_DAY, kazakhstan_day

LANGUAGES = ("kk", "ru", "en")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(given: object) -> date:
    """A day as ISO 8601 has it; ValueError for anything else, numbers among them."""
    if not isinstance(given, str) or _DAY.fullmatch(given) is None:
        raise ValueError("expected a day as YYYY-MM-DD")
    try:
        day = date.fromisoformat(given)
    except ValueError as error:
        raise ValueError(f"expected a day of the calendar as YYYY-MM-DD ({error})") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"expected a day from {FIRST_DAY} to {LAST_DAY}")
    return day


Day = Annotated[date, BeforeValidator(parse_day)]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was asked: `at` is never open, `known` None means all that is known.

    `site` is the address of the server that was asked, without a slash at its end.
    """

    served: Served
    request: Request
    at: date
    known: date | None
    language: str
    evidence: bool
    media: str
    site: str

    @property
    def moment(self) -> Moment:
        """The answers for the days asked about."""
        return self.served.hierarchy.at(self.at, self.known)

    def find(self, slug: str) -> str:
        """The IRI of the body with the slug that the path has.

        RefusalError 308, with the address to ask, for one that became another body.
        """
        iri = self.meant(slug)
        kept = iri.rpartition("/")[2]
        if kept != slug and not self.served.hierarchy.record.is_body(slug):
            url = self.request.url
            path = url.path.replace(f"/bodies/{slug}", f"/bodies/{kept}", 1)
            place = f"{path}?{url.query}" if url.query else path
            raise RefusalError(308, kept, slug, "body", Location=place)
        return iri

    def meant(self, slug: str) -> str:
        """The IRI of a body by its slug or IRI, or of the one it became."""
        iri = self.served.hierarchy.find(slug)
        return self.became(iri) or iri

    def became(self, iri: str) -> str | None:
        """The body that this one became by a decision that the record knew."""
        return self.served.hierarchy.became(iri, self.known)

    @property
    def known_at(self) -> date:
        """The day of knowledge that the answer states: at least the last day of the record."""
        return self.known or max(today(), self.served.generation.manifest.as_of)


def today() -> date:
    """The day of the request, in Kazakhstan."""
    return kazakhstan_day(datetime.now().astimezone())


def served(request: Request) -> Served:
    """What the application serves."""
    found: Served = request.app.state.served
    return found


def counted(request: Request) -> Queries:
    """Where queries are counted."""
    found: Queries = request.app.state.counters.queries
    return found


def read_question(request: Request, forms: Sequence[str]) -> Question:
    """Reads what all questions share, for a route that answers in these media types.

    Read by hand: declared as parameters they would cost each request, and the start for each
    route, more than the answers do. `SHARED` tells of it in the guide.
    """
    asked, headers = request.query_params, request.headers
    return Question(
        served(request),
        request,
        _day(asked, "at") or today(),
        _day(asked, "known_at"),
        choose_language(asked.get("lang"), headers.get("accept-language"), LANGUAGES),
        _flag(asked, "evidence"),
        choose(headers.get("accept"), forms),
        str(request.base_url).rstrip("/"),
    )


async def question(request: Request) -> Question:
    """A question that is answered in JSON."""
    return read_question(request, JSON_FORMS)


def _day(asked: Mapping[str, str], name: str) -> date | None:
    given = asked.get(name)
    if given is None:
        return None
    try:
        found: date = parse_day(given)
    except ValueError as error:
        raise RefusalError(400, str(error).removeprefix("expected "), given, name) from None
    return found


def _flag(asked: Mapping[str, str], name: str) -> bool:
    given = asked.get(name, "false").lower()
    if given not in ("true", "false", "1", "0"):
        raise RefusalError(400, "true or false", given, name)
    return given in ("true", "1")


Asked = Annotated[Question, Depends(question)]


def _shared(name: str, description: str, **schema: object) -> dict[str, object]:
    told = {"name": name, "in": "query", "required": False, "description": description}
    return {**told, "schema": {"type": "string", **schema}}


#: How OpenAPI tells of a day, from the first to the last that is answered for.
A_DAY = {"format": "date", "pattern": r"^(19\d\d|2[01]\d\d|2200)-(0[1-9]|1[0-2])-([0-2]\d|3[01])$"}
#: The parameters of every question, for OpenAPI.
SHARED = [
    _shared("at", "The day asked about; the day of the request if none is given.", **A_DAY),
    _shared("known_at", "What the record knew on that day; all if none is given.", **A_DAY),
    _shared("lang", "Of labels and messages; else by Accept-Language.", enum=list(LANGUAGES)),
    _shared("evidence", "Adds the claims behind each item, with their words.", type="boolean"),
]
