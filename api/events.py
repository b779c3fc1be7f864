"""Changes: events between two days, each with its act and clause."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers import answer
from api.forms import Form, Forms
from api.links import link
from api.models import ItemList, answers
from api.paging import Cursor, Limit, page
from api.problems import RefusalError
from api.question import Asked, Day
from graph.hierarchy.evidence import act_of
from graph.hierarchy.lineage import Event, Succession, changes

router = APIRouter(prefix="/api", tags=["changes"])


@router.get("/changes", **answers(ItemList))
async def changed(
    question: Asked,
    first: Annotated[Day, Query(alias="from", description="The first day, included.")],
    last: Annotated[Day, Query(alias="to", description="The last day, included.")],
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Response:
    """Events that took effect, or may have, between two days; each says how surely."""
    if first > last:
        raise RefusalError(400, f"a day not after `to` ({last})", first.isoformat(), "from")
    forms = Forms(question)
    found = changes(question.served.hierarchy, first, last, question.known)
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
        **forms.claims([succession.fact]),
    }
