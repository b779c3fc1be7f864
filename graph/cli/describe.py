"""Answers to questions as plain values, with the field names of the HTTP interface."""

from __future__ import annotations

from typing import Any

from graph.exports.values import claim_json, code_json, disputed_json, short_json, status_json
from graph.hierarchy import Code, Moment
from graph.hierarchy.acts import Act
from graph.hierarchy.evidence import spans_of
from graph.hierarchy.limits import StaffLimit
from graph.hierarchy.lineage import Event, Succession
from graph.hierarchy.staff import Staff
from graph.hierarchy.why import Ground
from ontology import code


def asked(moment: Moment) -> dict[str, Any]:
    """The days that an answer was asked for."""
    return {"at": moment.day, "known_at": moment.known}


def ground_json(moment: Moment, ground: Ground, language: str) -> dict[str, Any]:
    """A ground of a fact with the spans it was read from."""
    fact = ground.fact
    return {
        **claim_json(fact),
        "reason": fact.reason,
        "derived_by": code_json(rule_of(moment, ground), language),
        **status_json(fact.at(moment.day, moment.known)),
        **disputed_json(moment, [fact], language),
        "spans": spans_of(moment.hierarchy, fact.iri, fact.clause),
    }


def rule_of(moment: Moment, ground: Ground) -> Code | None:
    """The rule that led from a ground to what was asked, where one did."""
    rule = code("derivation-rules", ground.derived_by or "")
    return moment.hierarchy.codes.get(str(rule)) if ground.derived_by else None


def act_json(moment: Moment, act: Act, language: str) -> dict[str, Any]:
    """An act: whether it is in force on the day, and the wordings in which its parts are held."""
    return {
        "@id": act.iri,
        "slug": act.slug,
        "type": code_json(act.kind, language),
        "number": act.number,
        "date": act.day,
        "title": act.title,
        "held": act.held,
        **status_json(act.answer),
        **disputed_json(moment, moment.record.about(act.iri), language),
        "wordings": [
            {"clause": one.clause, "act": one.by, **status_json(one.answer)} for one in act.wordings
        ],
    }


def staff_json(moment: Moment, staff: Staff, language: str) -> dict[str, Any]:
    """Lines in order of print, the body's own total, that of its table, the one printed."""
    lines = [
        {
            "unit": line.unit.name(language),
            "post": line.post(language),
            "count": line.count,
            "own": line.own,
            **disputed_json(moment, [line.fact], language),
        }
        for line in staff.lines
    ]
    return {
        "lines": lines,
        "total": staff.own,
        "table_total": staff.table_total,
        "stated_total": staff.stated_total,
        **status_json(staff.answer),
        **disputed_json(moment, [staff.table] if staff.table else [], language),
    }


def limit_json(limit: StaffLimit, language: str) -> dict[str, Any]:
    """A limit: for whom, how many, by which clause, and whether it holds on the day."""
    return {
        "@id": limit.fact.iri,
        "limit_of": limit.body.name(language) if limit.body else None,
        "text": limit.words,
        "count": limit.count,
        "within": limit.within,
        "list_total": limit.list_total,
        "clause": limit.fact.clause,
        **status_json(limit.answer),
    }


def event_json(moment: Moment, event: Event, language: str) -> dict[str, Any]:
    """An event: kind as read, words as stated, bodies by role, the days it can have begun on."""
    first, last = event.days
    return {
        "@id": event.fact.iri,
        "kind": event.kind,
        "stated": event.stated_form,
        "bodies": {
            role: [short_json(moment, iri, language) for iri in iris]
            for role, iris in event.roles.items()
        },
        "from": first,
        "until": last,
        "clause": event.ordered_by,
        "certainty": event.fact.certainty,
        **status_json(event.answer),
        **disputed_json(moment, [event.fact], language),
    }


def succession_json(moment: Moment, succession: Succession, language: str) -> dict[str, Any]:
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
        **disputed_json(moment, [succession.fact], language),
    }
