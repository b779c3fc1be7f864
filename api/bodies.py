"""Bodies: the list, one body, and what stands above and below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Response

from api.answers import answer, items
from api.forms import Form, Forms
from api.links import link
from api.models import BodyAnswer, BodyList, SubordinateList, SuperiorList, TreeAnswer, answers
from api.paging import Cursor, Limit, page
from api.problems import RefusalError
from api.question import Asked, Question
from graph.errors import UnknownThingError
from graph.hierarchy import Body, Step
from graph.hierarchy.details import Detail, details_of
from graph.hierarchy.lineage import Event, events_of
from graph.hierarchy.naming import names_of
from graph.hierarchy.staff import staff_of

router = APIRouter(prefix="/api/bodies", tags=["bodies"])

Slug = Annotated[str, Path(description="The last part of the IRI of a body.", max_length=200)]
Words = Annotated[
    str | None, Query(description="A code, a label in any of the three languages, or an IRI.")
]
Nature = Annotated[
    Literal["body", "unit", "group", "any"],
    Query(description="Bodies, inner units, or groups that an act names as one."),
]
Depth = Annotated[int | None, Query(ge=1, le=100, description="How deep; any depth if not said.")]

_SCHEMES = {"kind": "body-kinds", "form": "legal-forms", "place": "places"}
#: How many codes a refusal tells.
_TOLD = 20


@router.get("", **answers(BodyList))
async def bodies(
    question: Asked,
    q: Annotated[str | None, Query(description="Words of a name.", max_length=200)] = None,
    kind: Words = None,
    form: Words = None,
    place: Words = None,
    superior: Annotated[str | None, Query(description="The slug or IRI of the superior.")] = None,
    nature: Nature = "body",
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Response:
    """Bodies by the alphabet, or the best matches first when words are given."""
    found = [body for body in _named(question, q) if nature in ("any", body.nature)]
    found = [body for body in found if body.answer.value != "no" or q]
    found = [body for body in found if not question.became(body.iri)]
    if superior is not None:
        above = question.meant(superior)
        found = [body for body in found if body.standing.superior == above]
    kept = list(_filtered(question, found, kind, form, place))
    part, turn = page(question, kept, cursor, limit)
    forms = Forms(question)
    content = {"items": [forms.body(body) for body in part], **turn}
    codes = _codes(question, kind=kind, form=form, place=place)
    if superior is not None:
        codes["superior"] = question.meant(superior)
    plain = q is None and nature == "body"
    return answer(question, content, link(question, "bodies", codes) if plain else None)


def _named(question: Question, words: str | None) -> list[Body]:
    hierarchy, moment = question.served.hierarchy, question.moment
    if words is None:
        return [moment.body(iri) for iri in sorted(hierarchy.natures, key=hierarchy.rank)]
    return [moment.body(hit.iri) for hit in question.served.search.find(words, limit=1000)]


def _codes(question: Question, **asked: str | None) -> dict[str, str]:
    """The IRI of each code asked for; RefusalError 400 for one that no list holds."""
    codes = question.served.hierarchy.codes
    found = {}
    for name, words in asked.items():
        if words is not None:
            try:
                found[name] = codes.find(_SCHEMES[name], words).iri
            except UnknownThingError:
                some = ", ".join(codes.known(_SCHEMES[name])[:_TOLD])
                expected = f"a code, a label or an IRI of {_SCHEMES[name]}, such as {some}"
                raise RefusalError(400, expected, words, name) from None
    return found


def _filtered(
    question: Question,
    found: Iterable[Body],
    kind: str | None,
    form: str | None,
    place: str | None,
) -> Iterable[Body]:
    """The bodies of a kind, a form and a place; narrower codes and places are within wider."""
    codes = question.served.hierarchy.codes
    wanted = {
        name: codes.within(codes.by_iri[iri])
        for name, iri in _codes(question, kind=kind, form=form, place=place).items()
    }
    for body in found:
        held = {"kind": body.kind, "form": body.form, "place": body.place}
        if all((code := held[name]) and code.iri in iris for name, iris in wanted.items()):
            yield body


@router.get("/{slug}", **answers(BodyAnswer))
async def body(question: Asked, slug: Slug) -> Response:
    """A body on a day: names, form, superior, place, staff, events, identifiers."""
    iri, moment, forms = question.find(slug), question.moment, Forms(question)
    staff, details = staff_of(moment, iri), details_of(moment, iri, question.language)
    content: dict[str, Any] = {
        **forms.body(moment.body(iri)),
        "names": [
            {
                "text": name.words,
                "language": name.language,
                "kind": name.kind,
                **forms.disputed(name.fact),
            }
            for name in names_of(moment, iri)
        ],
        "superiors": [forms.short(step.body.iri) for step in moment.superiors(iri)],
        "subordinates_total": len(moment.subordinates(iri)),
        "units": [forms.short(step.body.iri) for step in moment.units(iri)],
        "staff": {
            "own": staff.own,
            "table_total": staff.table_total,
            "stated_total": staff.stated_total,
            **forms.status(staff.answer),
            **forms.disputed(*([staff.table] if staff.table else [])),
        },
        "events": [_event(forms, event) for event in events_of(moment, iri)],
        "address": next((one.words for one in details if one.name == "address"), None),
        "identifiers": [_detail(forms, one) for one in details if one.name == "identifier"],
        "details": [_detail(forms, one) for one in details],
        **forms.claims(question.served.hierarchy.record.about(iri)),
    }
    return answer(
        question, content, link(question, "body", {"body": iri}), canonical=forms.url(iri)
    )


def _event(forms: Forms, event: Event) -> Form:
    first, last = event.days
    days = {"event": event.kind, "from": first, "until": last}
    return {**forms.thing(event.fact.iri), **days, **forms.disputed(event.fact)}


def _detail(forms: Forms, detail: Detail) -> Form:
    thing = {"@id": detail.iri} if detail.iri else {}
    found = {"detail": detail.name, "text": detail.words, **thing}
    told = {**forms.status(detail.answer), **forms.disputed(detail.fact)}
    return {**found, **told, **forms.claims([detail.fact])}


@router.get("/{slug}/superiors", **answers(SuperiorList))
async def superiors(question: Asked, slug: Slug) -> Response:
    """All superiors of a body, nearest first."""
    iri, forms = question.find(slug), Forms(question)
    found = [forms.step(step) for step in question.moment.superiors(iri)]
    standing = question.moment.standing(iri)
    contested = [forms.claim(fact) for fact in standing.others]
    content = {"body": forms.short(iri), **items(question, found), "contested": contested}
    return answer(question, content, link(question, "superiors", {"body": iri}))


@router.get("/{slug}/subordinates", **answers(SubordinateList))
async def subordinates(
    question: Asked,
    slug: Slug,
    depth: Depth = None,
    kind: Words = None,
    form: Words = None,
    place: Words = None,
    contested: Annotated[
        Literal["include"] | None,
        Query(description="Adds those that a clause names here and another outweighs."),
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 1000,
) -> Response:
    """What stands under a body, nearest first, then by the alphabet."""
    iri, forms = question.find(slug), Forms(question)
    steps = question.moment.subordinates(iri, depth, contested=contested is not None)
    kept = _kept(question, steps, kind, form, place)
    part, turn = page(question, kept, cursor, limit)
    if question.evidence:
        forms.fetch(fact for step in part for fact in step.facts)
    content = {"body": forms.short(iri), "items": [forms.step(step) for step in part], **turn}
    codes = _codes(question, kind=kind, form=form, place=place)
    name = "subordinates-direct" if depth == 1 else "subordinates"
    query = None if contested or (depth or 1) > 1 else link(question, name, {"body": iri, **codes})
    return answer(question, content, query)


def _kept(
    question: Question, steps: list[Step], kind: str | None, form: str | None, place: str | None
) -> list[Step]:
    bodies = (step.body for step in steps)
    kept = {body.iri for body in _filtered(question, bodies, kind, form, place)}
    return [step for step in steps if step.body.iri in kept]


@router.get("/{slug}/tree", **answers(TreeAnswer))
async def tree(question: Asked, slug: Slug, depth: Depth = None) -> Response:
    """A body with all that stand under it, each with what stands under that."""
    iri = question.find(slug)
    content = Forms(question).tree(question.moment.tree(iri, depth))
    query = link(question, "tree", {"body": iri}) if depth is None else None
    return answer(question, content, query)
