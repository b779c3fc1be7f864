"""Bodies as plain values, with the field names of the HTTP interface."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.hierarchy import Body, Code, Fact, Moment, Step, Tree
from graph.hierarchy.disputes import disputes_of
from graph.hierarchy.reports import Report
from graph.time import Answer


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
        "superior": short_json(moment, above, language) if above else None,
        **status_json(body.answer),
    }
    if body.standing.others:
        found["contested"] = [claim_json(fact) for fact in body.standing.others]
    return {**found, **findings_json(disputes_of(moment).of_body(moment, body), language)}


def short_json(moment: Moment, iri: str, language: str) -> dict[str, Any]:
    """A body in a few words; the IRI alone of a thing that is not on record as a body."""
    if iri not in moment.hierarchy.natures:
        return {"@id": iri}
    body = moment.body(iri)
    return {"@id": iri, "slug": body.slug, "name": body.name(language)}


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


def disputed_json(moment: Moment, facts: Iterable[Fact], language: str) -> dict[str, Any]:
    """What stands against facts: the claims of other clauses, the findings; nothing where none."""
    held, disputes = list(facts), disputes_of(moment)
    found = findings_json(disputes.of(moment, held), language)
    if found:
        rivals = {one.iri: one for fact in held for one in disputes.rivals(moment, fact)}
        found["contested"] = [claim_json(one) for one in rivals.values()]
    return found


def findings_json(reports: Iterable[Report], language: str) -> dict[str, Any]:
    """Findings with every clause they are between, and its words; nothing where there are none."""
    found = [
        {
            "@id": report.iri,
            "rule": report.rule,
            "severity": report.severity,
            "message": report.message(language),
            "spans": report.spans,
        }
        for report in reports
    ]
    return {"findings": found} if found else {}


def status_json(answer: Answer) -> dict[str, Any]:
    """`yes`, `no` or `not-known`; for the last what is missing, of which act, for which clause."""
    found: dict[str, Any] = {"status": answer.value}
    if answer.value == "not-known" and answer.bound:
        date_of = str(answer.bound.lacks) if answer.bound.lacks else None
        found["missing"] = {"date": date_of, "act": answer.missing, "clause": answer.bound.clause}
    return found


def code_json(code: Code | None, language: str) -> dict[str, str] | None:
    """A code with its label."""
    return {"@id": code.iri, "code": code.code, "label": code.label(language)} if code else None
