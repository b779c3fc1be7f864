"""Why: the clauses behind a fact, with their words."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.answers import answer, items
from api.forms import Form, Forms
from api.links import link
from api.models import ItemList, answers
from api.problems import RefusalError
from api.question import Asked, Question
from graph.errors import UnknownThingError
from graph.hierarchy.evidence import act_of
from graph.hierarchy.why import Ground, why
from ontology import PREFIXES, SHZ, code

router = APIRouter(prefix="/api", tags=["evidence"])


@router.get("/why", **answers(ItemList))
async def reasons(
    question: Asked,
    subject: Annotated[
        str, Query(description="An IRI, a path such as body/x, or the slug of a body.")
    ],
    predicate: Annotated[
        str | None, Query(description="An IRI, prefix:name, or the name of an own property.")
    ] = None,
    value: Annotated[
        str | None, Query(alias="object", description="An IRI, a path, a slug, or words.")
    ] = None,
) -> Response:
    """The claims and statements behind a fact; what is left out matches anything."""
    asked = replace(question, evidence=True)
    about = _subject(asked, subject)
    name = _predicate(predicate) if predicate else None
    forms = Forms(asked)
    grounds = why(question.served.hierarchy, about, name, _object(asked, value), asked.known)
    forms.fetch(ground.fact for ground in grounds)
    found = [_ground(forms, ground) for ground in grounds]
    content = {"subject": about, "predicate": name, "object": value, **items(asked, found)}
    values = {"subject": about} | ({"predicate": name} if name else {})
    return answer(asked, content, link(asked, "why", values) if value is None else None)


def _ground(forms: Forms, ground: Ground) -> Form:
    found = forms.claim(ground.fact)
    act = act_of(forms.question.served.hierarchy, ground.fact.clause)
    editions = sorted(forms.question.served.hierarchy.texts.get(act, ()))
    words = [span["quote"] for span in found["spans"]]
    found |= forms.disputed(ground.fact)
    return {**found, "words": words, "editions": editions, "derived_by": _rule(forms, ground)}


def _rule(forms: Forms, ground: Ground) -> Form | None:
    """The rule that led from the ground, as a code with its label; None where none did."""
    if ground.derived_by is None:
        return None
    rule = code("derivation-rules", ground.derived_by)
    return forms.code(forms.question.served.hierarchy.codes.get(str(rule)))


def _subject(question: Question, given: str) -> str:
    iri = _iri(question, given)
    record = question.served.hierarchy.record
    if iri is None or not (record.seen(iri) or iri in record.held or iri in record.facts):
        raise UnknownThingError("thing", given)
    return iri


def _object(question: Question, given: str | None) -> str | None:
    return None if given is None else _iri(question, given) or given


def _iri(question: Question, given: str) -> str | None:
    """The IRI that is meant: in full, as a path after the base, as a prefixed name, as a slug."""
    record = question.served.hierarchy.record
    for iri in (given, record.iri(given), record.iri(f"body/{given}"), _expanded(given)):
        if iri and (record.seen(iri) or iri in record.held):
            return iri
    return None


def _predicate(given: str) -> str:
    """A property by IRI, by prefixed name, or by the name of an own term."""
    if "://" in given:
        return given
    expanded = _expanded(given)
    if expanded is None:
        raise RefusalError(400, "a property by IRI or prefix:name", given, "predicate")
    return expanded


def _expanded(given: str) -> str | None:
    prefix, colon, name = given.partition(":")
    if not colon:
        return f"{SHZ._NS}{given}"
    return f"{PREFIXES[prefix]}{name}" if prefix in PREFIXES else None
