"""Public services: channels, deadlines, steps, and paths with their total minutes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response

from api.answers import answer, items
from api.forms import Form, Forms
from api.links import link
from api.models import Form as Model
from api.models import ItemList, answers
from api.question import Asked
from graph.hierarchy.procedure import Branch, Plan, ProcedureStep
from graph.hierarchy.procedure import Path as Way
from graph.hierarchy.services import Service, Thing, find_service, labelled, services_of

router = APIRouter(prefix="/api/services", tags=["services"])
Slug = Annotated[str, Path(description="The last part of the IRI of a service.", max_length=200)]


@router.get("", **answers(ItemList))
async def services(question: Asked) -> Response:
    """All services on record."""
    forms = Forms(question)
    found = [_head(forms, service) for service in services_of(question.moment)]
    return answer(question, items(question, found), link(question, "services"))


@router.get("/{slug}", **answers(Model))
async def service(question: Asked, slug: Slug) -> Response:
    """A service: who provides it, by when, and each route step by step."""
    found, forms = find_service(question.moment, slug, question.language), Forms(question)
    ties = {name: [_tie(forms, one) for one in things] for name, things in found.ties.items()}
    content = {
        **_head(forms, found),
        **ties,
        "deadlines": [
            {
                **forms.thing(one.fact.iri),
                "working_days": one.working_days,
                "condition": one.condition,
                **forms.status(one.answer),
                **forms.claims([one.fact]),
            }
            for one in found.deadlines
        ],
        "routes": [_route(forms, plan) for plan in found.plans],
        "steps": [_step(forms, step) for plan in found.plans for step in plan.steps],
        "paths": [_path(forms, plan, way) for plan in found.plans for way in plan.paths],
    }
    return answer(question, content, link(question, "service-steps", {"service": found.iri}))


def _head(forms: Forms, service: Service) -> Form:
    return {
        **forms.thing(service.iri),
        "slug": service.slug,
        "name": service.name(forms.question.language),
        **forms.status(service.answer),
    }


def _tie(forms: Forms, thing: Thing) -> Form:
    label = thing.label(forms.question.language)
    found = {**forms.thing(thing.iri), "label": label, **forms.status(thing.answer)}
    return {**found, **forms.claims([thing.fact])}


def _labelled(forms: Forms, iri: str | None) -> Form | None:
    """Anything by its label; a body by its name."""
    if iri is None:
        return None
    if iri in forms.question.served.hierarchy.natures:
        return forms.short(iri)
    return {
        **forms.thing(iri),
        "label": labelled(forms.question.moment, iri, forms.question.language),
    }


def _route(forms: Forms, plan: Plan) -> Form:
    """A route: `minutes` is the sum of all its rows, which no path need take."""
    return {
        **forms.thing(plan.iri),
        "channel": _labelled(forms, plan.channel),
        "minutes": plan.minutes,
        **forms.status(plan.answer),
        "steps": [_step(forms, step) for step in plan.steps],
        "paths": [_path(forms, plan, way) for way in plan.paths],
        **forms.claims([plan.fact]),
    }


def _step(forms: Forms, step: ProcedureStep) -> Form:
    systems = [_labelled(forms, one) for one in step.systems]
    return {
        **forms.thing(step.iri),
        "position": step.position,
        "number": step.number,
        "kind": step.kind,
        "actor": _labelled(forms, step.actor),
        "action": step.action,
        "system": systems,
        "minutes": step.minutes,
        "next": step.next,
        "branches": [_branch(forms, branch) for branch in step.branches],
        "outcomes": [_labelled(forms, one) for one in step.outcomes],
        "clause": step.fact.clause,
        **forms.status(step.answer),
        **forms.claims([step.fact]),
    }


def _branch(forms: Forms, branch: Branch) -> Form:
    found = {"condition": branch.condition, "next": branch.next, "certainty": branch.certainty}
    return {**forms.thing(branch.fact.iri), **found, **forms.claims([branch.fact])}


def _path(forms: Forms, plan: Plan, way: Way) -> Form:
    """A way through: `certainty` is Interpreted where a turn of it is read, not stated."""
    return {
        "route": plan.iri,
        "minutes": way.minutes,
        "steps": [step.iri for step in way.steps],
        "rows": [step.position for step in way.steps],
        "conditions": list(way.conditions),
        "certainty": "Interpreted" if way.interpreted else "Stated",
        "outcomes": [_labelled(forms, one) for one in way.steps[-1].outcomes],
    }
