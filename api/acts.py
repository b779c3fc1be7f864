"""Acts: what is known of each, and its text with the places that carry facts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.answers import answer, items
from api.forms import Form, Forms
from api.links import link
from api.models import Form as Model
from api.models import ItemList, answers
from api.paging import Cursor, Limit, page
from api.question import Asked
from graph.hierarchy.acts import Act, acts_of, find_act
from graph.hierarchy.edits import Edit, edits_by, edits_of
from graph.hierarchy.evidence import fetch_spans, spans_of
from graph.hierarchy.texts import Part, text_of_act

router = APIRouter(prefix="/api/acts", tags=["acts"])
Key = Annotated[str, Path(description="The key of an act.", max_length=200)]


@router.get("", **answers(ItemList))
async def acts(
    question: Asked,
    held: Annotated[bool | None, Query(description="Only acts whose text is held, or not.")] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Response:
    """All acts on record, those held first: also those that others only name."""
    found = [act for act in acts_of(question.moment) if held in (None, act.held)]
    part, turn = page(question, found, cursor, limit)
    forms = Forms(question)
    content = {"items": [act_form(forms, act) for act in part], **turn}
    return answer(question, content, link(question, "acts") if held is None else None)


@router.get("/{slug}", **answers(Model))
async def act(question: Asked, slug: Key) -> Response:
    """An act: number, date, issuer, title, whether it is in force, what it does to others.

    `edits` are its changes of other acts, `edited_by` those of others in it: which list, which
    section, which rows.
    """
    found, forms = find_act(question.moment, slug), Forms(question)
    claims = question.served.hierarchy.record.about(found.iri)
    content = {
        **act_form(forms, found),
        "edits": [_edit(forms, edit) for edit in edits_by(question.moment, found.iri)],
        "edited_by": [_edit(forms, edit) for edit in edits_of(question.moment, found.iri)],
        **forms.claims(claims),
    }
    return answer(question, content, link(question, "act", {"act": found.iri}))


@router.get("/{slug}/text", **answers(ItemList))
async def text(question: Asked, slug: Key) -> Response:
    """The text part by part; each part with the facts read from it and their places in the file."""
    found, forms = find_act(question.moment, slug), Forms(question)
    parts = text_of_act(question.served.hierarchy, found.iri, question.language)
    forms.fetch(fact for part in parts for fact in part.facts)
    fetch_spans(question.served.hierarchy, (part.iri for part in parts))
    content = {
        "act": forms.thing(found.iri),
        **items(question, [_part(forms, part) for part in parts]),
    }
    return answer(question, content, link(question, "act-text", {"act": found.iri}))


def act_form(forms: Forms, act: Act) -> Form:
    """An act; `status` tells whether it is in force on the day of the question."""
    others = {name: [forms.thing(one) for one in acts] for name, acts in act.relations.items()}
    inverse = {
        _PASSIVE[name]: [forms.thing(one) for one in acts] for name, acts in act.inverse.items()
    }
    wordings = [
        {"clause": one.clause, "act": one.by, **forms.status(one.answer)} for one in act.wordings
    ]
    return {
        **forms.thing(act.iri),
        "@type": "eli:LegalResource",
        "slug": act.slug,
        "type": forms.code(act.kind),
        "number": act.number,
        "date": act.day,
        "title": act.title,
        "issuer": forms.short(act.issuer) if act.issuer else None,
        "signed_by": act.signed_by,
        "signed_as": act.signed_as,
        "entry_into_force": forms.code(act.entry_rule),
        "held": act.held,
        **forms.status(act.answer),
        **forms.disputed(*forms.question.served.hierarchy.record.about(act.iri)),
        **others,
        **inverse,
        "wordings": wordings,
    }


_PASSIVE = {
    "amends": "amended_by",
    "repeals": "repealed_by",
    "based_on": "basis_for",
    "cites": "cited_by",
}


def _edit(forms: Forms, edit: Edit) -> Form:
    return {
        **forms.claim(edit.fact),
        "kind": forms.code(edit.kind),
        "of": forms.thing(edit.act),
        "list": edit.listed,
        "section": edit.section,
        "rows": list(edit.rows),
        "bodies": [forms.short(body) for body in edit.bodies],
    }


def _part(forms: Forms, part: Part) -> Form:
    hierarchy = forms.question.served.hierarchy
    spans = spans_of(hierarchy, part.iri, part.iri)
    return {
        **forms.thing(part.iri),
        "@type": "eli:LegalResourceSubdivision",
        "eid": part.eid,
        "kind": part.kind,
        "number": part.number,
        "level": part.level,
        "text": part.text,
        "spans": [{"start": one.start, "end": one.end, "quote": one.quote} for one in spans],
        "claims": [
            {**forms.claim(fact), "spans": forms.words(fact), **forms.disputed(fact)}
            for fact in part.facts
            if fact.known(forms.question.known)
        ],
    }
