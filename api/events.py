"""Changes: events between two days, each with its act and clause."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.answers import answer
from api.differences import ordered
from api.feeds import FEEDS, feed
from api.forms import Form, Forms
from api.links import link
from api.models import ItemList, answers
from api.negotiation import JSON_FORMS
from api.paging import Cursor, Limit, page
from api.question import A_DAY, Day, Question, read_question
from graph.hierarchy.evidence import act_of
from graph.hierarchy.lineage import Event, Succession, changes

router = APIRouter(prefix="/api", tags=["changes"])


async def _asked(request: Request) -> Question:
    return read_question(request, (*JSON_FORMS, *FEEDS.values()))


@router.get("/changes", **answers(ItemList, *FEEDS.values()))
async def changed(
    question: Annotated[Question, Depends(_asked)],
    first: Annotated[
        Day, Query(alias="from", description="The first day, included.", json_schema_extra=A_DAY)
    ],
    last: Annotated[
        Day, Query(alias="to", description="The last day, included.", json_schema_extra=A_DAY)
    ],
    form: Annotated[
        Literal["json", "atom", "jsonfeed"] | None,
        Query(alias="format", description="Else by Accept."),
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Response:
    """Events that took effect, or may have, between two days; each says how surely."""
    ordered(first, last)
    forms = Forms(question)
    found = changes(question.served.hierarchy, first, last, question.known)
    media = FEEDS.get(form, JSON_FORMS[0]) if form else question.media
    if media in FEEDS.values():
        return feed(forms, found, media)
    part, turn = page(question, found, cursor, limit)
    content = {"from": first, "to": last, "items": [event_form(forms, e) for e in part], **turn}
    return answer(question, content, link(question, "changes", days={"from": first, "to": last}))


def event_form(forms: Forms, event: Event) -> Form:
    """An event: kind as read and as stated, the bodies by role, the days it can have begun on."""
    first, last = event.days
    old, new = event.names
    return {
        **forms.thing(event.fact.iri),
        "event": event.kind,
        "stated_form": event.stated_form,
        "stated_kind": forms.code(event.stated_kind),
        "certainty": event.fact.certainty,
        "reason": event.fact.reason,
        "act": act_of(forms.question.served.hierarchy, event.ordered_by),
        "ordered_by": event.ordered_by,
        "bodies": {
            role: [forms.short(one) for one in bodies] for role, bodies in event.roles.items()
        },
        "old_name": old,
        "new_name": new,
        "from": first,
        "until": last,
        **forms.status(event.answer),
        **forms.disputed(event.fact),
        **forms.claims([event.fact]),
    }


def succession_form(forms: Forms, succession: Succession) -> Form:
    """Who succeeds to whose rights; `missing_document` is an instrument that is not held."""
    instrument, held = succession.instrument, succession.instrument_held
    return {
        **forms.thing(succession.fact.iri),
        "predecessors": [forms.short(one) for one in succession.predecessors],
        "successors": [forms.short(one) for one in succession.successors],
        "scope": succession.scope,
        "instrument": instrument,
        "instrument_held": held,
        "missing_document": instrument if instrument and not held else None,
        "clause": succession.fact.clause,
        **forms.status(succession.answer),
        **forms.disputed(succession.fact),
        **forms.claims([succession.fact]),
    }
