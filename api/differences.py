"""What differs between two days: of all bodies, or of one and all that stand under it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.answers import CACHE, VARY, answer, etag, unchanged
from api.forms import Form, Forms
from api.models import DiffAnswer, answers
from api.negotiation import JSON_FORMS
from api.paging import Cursor, Limit, page
from api.problems import RefusalError
from api.question import A_DAY, Day, Question, read_question
from graph.exports.patch import patch_lines
from graph.hierarchy import Fact
from graph.hierarchy.diff import Change, Diff, diff
from graph.hierarchy.evidence import act_of

router = APIRouter(prefix="/api", tags=["changes"])
PATCH = "application/rdf-patch"
First = Annotated[Day, Query(alias="from", description="The earlier day.", json_schema_extra=A_DAY)]
Last = Annotated[Day, Query(alias="to", description="The later day.", json_schema_extra=A_DAY)]


async def _asked(request: Request) -> Question:
    return read_question(request, (*JSON_FORMS, PATCH))


@router.get("/diff", **answers(DiffAnswer, PATCH))
async def differences(
    question: Annotated[Question, Depends(_asked)],
    first: First,
    last: Last,
    under: Annotated[str | None, Query(description="The slug of a body.", max_length=200)] = None,
    form: Annotated[
        Literal["json", "patch"] | None, Query(alias="format", description="Else by Accept.")
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 1000,
) -> Response:
    """New, ended, renamed and moved bodies; forms, staff and competences that changed.

    Each with the clauses that caused it. `undecided` is how many bodies it is not known of
    whether they were there on one of the days, `uncompared` how many cannot be compared by kind.

    As `application/rdf-patch`: what the view (the default graph) of the earlier day loses and gains
    up to the view of the later day, exactly, for `rov:legalName`, `shz:subordinateTo`,
    `shz:territorialBodyOf`, `org:subOrganizationOf`, `shz:competingSuperior`, `rov:orgType`,
    `shz:staffTotal` and `adms:status` of bodies, and `shz:holder` of their competences. What is not
    certain stands in comments; inner units and all other properties are not in it.
    """
    ordered(first, last)
    hierarchy = question.served.hierarchy
    above = hierarchy.find(under) if under is not None else None
    before, after = (hierarchy.at(day, question.known) for day in (first, last))
    found = diff(before, after, above)
    if form == "patch" or (form is None and question.media == PATCH):
        return _patch(question, found)
    part, turn = page(question, found.changes, cursor, limit)
    forms = Forms(question)
    content = {
        "from": first,
        "to": last,
        "under": forms.short(above) if above else None,
        "counts": found.counts,
        "compared": found.compared,
        "undecided": found.undecided,
        "uncompared": found.uncompared,
        "items": [_change(forms, one) for one in part],
        **turn,
    }
    return answer(question, content)


def ordered(first: Day, last: Day) -> None:
    """RefusalError 400 where the first day is after the last."""
    if first > last:
        raise RefusalError(400, f"a day not after `to` ({last})", first.isoformat(), "from")


def _patch(question: Question, found: Diff) -> Response:
    tag = etag(question.served.name, PATCH, str(question.request.url))
    headers = {"ETag": tag, "Cache-Control": CACHE, "Vary": VARY}
    if unchanged(question.request, tag):
        return Response(status_code=304, headers=headers)
    return Response("\n".join([*patch_lines(found), ""]), headers=headers, media_type=PATCH)


def _change(forms: Forms, change: Change) -> Form:
    return {
        "change": change.kind,
        "body": forms.short(change.body.iri),
        "status": change.status,
        "before": _value(forms, change, change.before),
        "after": _value(forms, change, change.after),
        "causes": [_cause(forms, fact) for fact in change.causes],
        "unexplained": change.unexplained,
    }


def _value(forms: Forms, change: Change, value: str | None) -> Form | str | None:
    """A superior in a few words, a code with its label; else the words."""
    if value is None or change.kind not in ("moved", "form"):
        return value
    if change.kind == "moved":
        return forms.short(value)
    return forms.code(forms.question.served.hierarchy.codes.get(value))


def _cause(forms: Forms, fact: Fact) -> Form:
    return {
        **forms.thing(fact.iri),
        "act": act_of(forms.question.served.hierarchy, fact.clause),
        "clause": fact.clause,
        "certainty": fact.certainty,
        **forms.spans(fact),
    }
