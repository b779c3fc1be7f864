"""Search over the names of all bodies, units and groups."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers import answer, items
from api.forms import Forms
from api.models import BodyList, answers
from api.question import Asked

router = APIRouter(prefix="/api", tags=["bodies"])


@router.get("/search", **answers(BodyList))
async def search(
    question: Asked,
    q: Annotated[str, Query(min_length=1, max_length=200, description="Words of a name.")],
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """The best matches first: any case, with or without Kazakh letters, inflected, in Latin."""
    forms, moment = Forms(question), question.moment
    hits = question.served.search.find(q, limit)
    found = [{**forms.body(moment.body(hit.iri)), "score": hit.score} for hit in hits]
    return answer(question, items(question, found))
