"""Answers about bodies as plain values, with the field names of the HTTP interface."""

from __future__ import annotations

from typing import Any

from graph.hierarchy import Body, Code, Fact, Moment, Step, Tree
from graph.hierarchy.evidence import spans_of
from graph.hierarchy.lineage import Event, Succession
from graph.hierarchy.staff import Staff
from graph.hierarchy.why import Ground
from graph.time import Answer


def asked(moment: Moment) -> dict[str, Any]:
    """The days that an answer was asked for."""
    return {"at": moment.day, "known_at": moment.known}


def body_json(moment: Moment, body: Body, language: str) -> dict[str, Any]:
    """A body on the day: names, codes with labels, superior, and how surely it exists."""
    above = body.standing.superior
    found: dict[str, Any] = {
        "@id": body.iri,
        "slug": body.slug,
        "name": body.name(language),
        "legal_name": body.legal_name(language),
        "form": code_json(body.form, language),
        "kind": code_json(body.kind, language),
        "place": code_json(body.place, language),
        "superior": moment.body(above).slug if above else None,
        **status_json(body.answer),
    }
    if body.standing.others:
        found["contested"] = [claim_json(fact) for fact in body.standing.others]
    return found


def step_json(moment: Moment, step: Step, language: str) -> dict[str, Any]:
    """A body on the way up or down, with its distance and how surely it stands there."""
    return {
        **body_json(moment, step.body, language),
        "depth": step.depth,
        **status_json(step.answer),
    }


def tree_json(moment: Moment, tree: Tree, language: str) -> dict[str, Any]:
    """A body, how many stand under it at any depth, and those directly under it."""
    return {
        **step_json(moment, tree.step, language),
        "total": tree.total,
        "children": [tree_json(moment, child, language) for child in tree.children],
    }


def claim_json(fact: Fact) -> dict[str, Any]:
    """A claim: what it says, by which clause, how surely and on what ground."""
    return {
        "@id": fact.iri,
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": fact.object,
        "clause": fact.clause,
        "certainty": fact.certainty,
        "basis": fact.basis or None,
    }


def ground_json(moment: Moment, ground: Ground) -> dict[str, Any]:
    """A ground of a fact with the spans it was read from."""
    fact = ground.fact
    return {
        **claim_json(fact),
        "reason": fact.reason,
        "derived_by": ground.derived_by,
        **status_json(fact.at(moment.day, moment.known)),
        "spans": spans_of(moment.hierarchy, fact.iri, fact.clause),
    }


def status_json(answer: Answer) -> dict[str, Any]:
    """`yes`, `no` or `not-known`; for the last the act whose date is missing and the clause."""
    found: dict[str, Any] = {"status": answer.value}
    if answer.value == "not-known" and answer.bound:
        found["missing"] = {"act": answer.missing, "clause": answer.bound.clause}
    return found


def code_json(code: Code | None, language: str) -> dict[str, str] | None:
    """A code with its label."""
    return {"@id": code.iri, "code": code.code, "label": code.label(language)} if code else None


def staff_json(staff: Staff, language: str) -> dict[str, Any]:
    """Lines in order of print, the body's own total, that of its table, the one printed."""
    lines = [
        {"unit": line.unit.name(language), "post": line.post, "count": line.count, "own": line.own}
        for line in staff.lines
    ]
    return {
        "lines": lines,
        "total": staff.own,
        "table_total": staff.table_total,
        "stated_total": staff.stated_total,
        **status_json(staff.answer),
    }


def event_json(moment: Moment, event: Event, language: str) -> dict[str, Any]:
    """An event: kind as read, words as stated, bodies by role, the days it can have begun on."""
    first, last = event.days
    return {
        "@id": event.fact.iri,
        "kind": event.kind,
        "stated": event.stated_form,
        "bodies": {role: _members(moment, iris, language) for role, iris in event.roles.items()},
        "from": first,
        "until": last,
        "clause": event.ordered_by,
        "certainty": event.fact.certainty,
        **status_json(event.answer),
    }


def _members(moment: Moment, iris: tuple[str, ...], language: str) -> list[dict[str, str]]:
    bodies = (moment.body(iri) for iri in iris)
    return [{"@id": b.iri, "slug": b.slug, "name": b.name(language)} for b in bodies]


def succession_json(succession: Succession) -> dict[str, Any]:
    """Who succeeds to whom, what divides the rights, and whether that is at hand."""
    return {
        "@id": succession.fact.iri,
        "predecessors": succession.predecessors,
        "successors": succession.successors,
        "scope": succession.scope,
        "instrument": succession.instrument,
        "instrument_held": succession.instrument_held,
        "clause": succession.fact.clause,
        **status_json(succession.answer),
    }
