"""What every question shares: its days, its language, whether it wants the evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Header, Query, Request
from pydantic import BeforeValidator

from api.negotiation import JSON_FORMS, choose, choose_language
from api.served import Served
from graph.hierarchy import Moment
from graph.time import kazakhstan_day

LANGUAGES = ("kk", "ru", "en")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(given: object) -> object:
    """A day as ISO 8601 has it; ValueError for anything else, numbers among them."""
    if not isinstance(given, str) or _DAY.fullmatch(given) is None:
        raise ValueError("expected a day as YYYY-MM-DD")
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise ValueError(f"expected a day of the calendar as YYYY-MM-DD ({error})") from None


Day = Annotated[date, BeforeValidator(parse_day)]
At = Annotated[
    Day | None,
    Query(description="The day asked about; the day of the request if none is given."),
]
KnownAt = Annotated[
    Day | None,
    Query(description="What the record knew on that day; all that it knows if none is given."),
]
Lang = Annotated[
    str | None,
    Query(description="kk, ru or en; else by Accept-Language.", examples=["kk"]),
]
Evidence = Annotated[
    bool, Query(description="Adds the claims behind each item, with the words of the act.")
]


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


async def question(
    request: Request,
    at: At = None,
    known_at: KnownAt = None,
    lang: Lang = None,
    evidence: Evidence = False,
    accept: Annotated[str | None, Header(include_in_schema=False)] = None,
    accept_language: Annotated[str | None, Header(include_in_schema=False)] = None,
) -> Question:
    """Reads what all questions share."""
    return Question(
        served(request),
        request,
        at or today(),
        known_at,
        choose_language(lang, accept_language, LANGUAGES),
        evidence,
        choose(accept, JSON_FORMS),
        str(request.base_url).rstrip("/"),
    )


Asked = Annotated[Question, Depends(question)]
