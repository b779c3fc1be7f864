"""Long lists in pages: a cursor leads from each to the next."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Query

from api.problems import RefusalError
from api.question import Question

LONGEST = 1000
Limit = Annotated[int, Query(ge=1, le=LONGEST, description="How many items at most.")]
Cursor = Annotated[
    str | None, Query(description="Where to go on: the `cursor` of `next`.", max_length=200)
]
T = TypeVar("T")


def page(
    question: Question, found: Sequence[T], cursor: str | None, limit: int
) -> tuple[Sequence[T], dict[str, Any]]:
    """The part of a list that is asked for, and `total` and `next` (an address, or None).

    A cursor belongs to the generation that gave it: another one may have another order.
    """
    start = _read(question, cursor) if cursor else 0
    part, rest = found[start : start + limit], len(found) > start + limit
    return part, {"total": len(found), "next": _next(question, start + limit) if rest else None}


def _next(question: Question, start: int) -> str:
    written = urlsafe_b64encode(f"{question.served.name}:{start}".encode()).decode().rstrip("=")
    url = question.request.url.include_query_params(cursor=written, at=question.at.isoformat())
    return str(url)


def _read(question: Question, cursor: str) -> int:
    try:
        written = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        generation, _, start = written.rpartition(":")
        found = int(start)
    except ValueError:
        raise RefusalError(400, "a cursor that an answer gave", cursor, "cursor") from None
    if generation != question.served.name or found < 0:
        raise RefusalError(400, "a cursor of the data that is served now", cursor, "cursor")
    return found
