"""What belongs to a body: its staff, competences, names, history, lineage."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from api.answers import answer, items
from api.bodies import Depth, Slug
from api.events import event_form, succession_form
from api.forms import Form, Forms
from api.links import link
from api.models import CompetenceList, ItemList, StaffAnswer, answers
from api.question import Asked
from graph.hierarchy.competences import Competence, competences_of
from graph.hierarchy.limits import StaffLimit, limits_of
from graph.hierarchy.lineage import events_of, lineage_of, successions_of
from graph.hierarchy.naming import NameForm, names_of
from graph.hierarchy.staff import StaffLine, staff_of

router = APIRouter(prefix="/api/bodies", tags=["bodies"])


@router.get("/{slug}/staff", **answers(StaffAnswer))
async def staff(question: Asked, slug: Slug) -> Response:
    """The staffing table: every printed line, the body's own total, that of the table, as printed.

    A body without a table of its own has the lines on it in the tables of others. Beside them the
    limits that acts set for it: how many units it may have.
    """
    iri, forms = question.find(slug), Forms(question)
    found = staff_of(question.moment, iri)
    content = {
        "body": forms.short(iri),
        "own": found.own,
        "table_total": found.table_total,
        "stated_total": found.stated_total,
        "table": forms.thing(found.table.iri) if found.table else None,
        **forms.status(found.answer),
        **forms.disputed(*([found.table] if found.table else [])),
        **items(question, [_line(forms, line) for line in found.lines]),
        "limits": [
            _limit(forms, one) for one in limits_of(question.moment, iri, question.language)
        ],
        "total": found.own,
        **forms.claims([found.table] if found.table else []),
    }
    return answer(question, content, link(question, "staff", {"body": iri}))


def _line(forms: Forms, line: StaffLine) -> Form:
    return {
        **forms.thing(line.fact.iri),
        "unit": forms.short(line.unit.iri),
        "post": line.post(forms.question.language),
        "posts": line.posts,
        "post_type": forms.code(line.post_type),
        "count": line.count,
        "own": line.own,
        **forms.status(line.answer),
        **forms.disputed(line.fact),
        **forms.claims([line.fact]),
    }


def _limit(forms: Forms, limit: StaffLimit) -> Form:
    return {
        **forms.thing(limit.fact.iri),
        "@type": "shz:StaffLimit",
        "limit_of": forms.short(limit.body.iri) if limit.body else None,
        "count": limit.count,
        "text": limit.words,
        "within": limit.within,
        "list_total": limit.list_total,
        "clause": limit.fact.clause,
        **forms.status(limit.answer),
        **forms.disputed(limit.fact),
        **forms.claims([limit.fact]),
    }


@router.get("/{slug}/competences", **answers(CompetenceList))
async def competences(
    question: Asked,
    slug: Slug,
    kind: Annotated[
        Literal["goal", "right", "duty", "function", "head-power"] | None,
        Query(description="One kind only."),
    ] = None,
) -> Response:
    """Goals, rights, duties, functions and powers of the head, in order of print."""
    iri, forms = question.find(slug), Forms(question)
    found = [_competence(forms, one) for one in competences_of(question.moment, iri, kind)]
    content = {"body": forms.short(iri), **items(question, found)}
    query = link(question, "competences", {"body": iri}) if kind is None else None
    return answer(question, content, query)


def _competence(forms: Forms, competence: Competence) -> Form:
    return {
        **forms.thing(competence.fact.iri),
        "@type": "shz:Competence",
        "kind": competence.kind,
        "number": competence.number,
        "text": competence.text(forms.question.language),
        "texts": competence.texts,
        "heading": competence.heading(forms.question.language),
        "clause": competence.fact.clause,
        **forms.status(competence.answer),
        **forms.disputed(competence.fact),
        **forms.claims([competence.fact]),
    }


@router.get("/{slug}/names", **answers(ItemList))
async def names(question: Asked, slug: Slug) -> Response:
    """Every form of the name on record: official, own, short, as written, former, damaged."""
    iri, forms = question.find(slug), Forms(question)
    found = [_name(forms, form) for form in names_of(question.moment, iri)]
    content = {"body": forms.short(iri), **items(question, found)}
    return answer(question, content, link(question, "names", {"body": iri}))


def _name(forms: Forms, name: NameForm) -> Form:
    return {
        **forms.thing(name.fact.iri),
        "@type": "skosxl:Label",
        "text": name.words,
        "language": name.language,
        "kind": name.kind,
        "clause": name.fact.clause,
        **forms.status(name.answer),
        **forms.disputed(name.fact),
        **forms.claims([name.fact]),
    }


@router.get("/{slug}/history", **answers(ItemList))
async def history(question: Asked, slug: Slug) -> Response:
    """The events in which the body takes any part, the earliest first."""
    iri, forms = question.find(slug), Forms(question)
    found = [event_form(forms, event) for event in events_of(question.moment, iri)]
    follow = [succession_form(forms, one) for one in successions_of(question.moment, iri)]
    content = {"body": forms.short(iri), **items(question, found), "successions": follow}
    return answer(question, content, link(question, "history", {"body": iri}))


@router.get("/{slug}/lineage", **answers(ItemList))
async def lineage(question: Asked, slug: Slug, depth: Depth = None) -> Response:
    """Where the body came from and what became of it, through any number of generations."""
    iri, forms = question.find(slug), Forms(question)
    found = lineage_of(question.moment, iri, depth)
    content = {
        "body": forms.short(iri),
        **items(question, [event_form(forms, event) for event in found.events]),
        "successions": [succession_form(forms, one) for one in found.successions],
        "kin": [forms.short(one) for one in found.kin],
        "today": [forms.short(one) for one in found.today],
    }
    return answer(
        question, content, link(question, "lineage", {"body": iri}) if not depth else None
    )
