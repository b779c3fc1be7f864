"""Whether two generations differ on a body only because its clauses are read by another rule."""

from __future__ import annotations

from collections.abc import Iterable

from graph.hierarchy.diff.change import Change, Diff
from graph.hierarchy.evidence import spans_of
from graph.hierarchy.facts import Fact
from graph.hierarchy.moment import Moment
from graph.hierarchy.staff import staff_of
from ontology import SHZ

_RELEASE = str(SHZ.release)


def reread(found: Diff, change: Change) -> bool:
    """Whether both generations hold every clause behind the change, in the same words, and what
    one of them reads from it by another rule or release than the other.

    Never between two moments of one generation.
    """
    moments = (found.before, found.after)
    if found.before.hierarchy is found.after.hierarchy:
        return False
    clauses = {fact.clause for one in moments for fact in _behind(one, change)}
    return bool(clauses) and all(_otherwise(*moments, clause) for clause in clauses)


def _otherwise(before: Moment, after: Moment, clause: str) -> bool:
    old, new = (_readings(one.record.read_from(clause)) for one in (before, after))
    return (
        bool(old) and bool(new) and old != new and _words(before, clause) == _words(after, clause)
    )


def _readings(facts: Iterable[Fact]) -> set[tuple[str | None, str | None]]:
    return {(fact.rule, fact.node.first(_RELEASE)) for fact in facts}


def _words(moment: Moment, clause: str) -> list[str]:
    return [span.quote for span in spans_of(moment.hierarchy, clause, clause)]


def _behind(moment: Moment, change: Change) -> list[Fact]:
    """The facts that a generation has for the value that differs."""
    iri, record = change.body.iri, moment.record
    if iri not in moment.hierarchy.natures:
        return []
    if change.kind == "moved":
        return list(moment.standing(iri).facts)
    if change.kind == "renamed":
        return list(moment.certain(iri).names.values())
    if change.kind == "form":
        return list(moment.certain(iri).forms.values())
    if change.kind == "staff":
        return [line.fact for line in staff_of(moment, iri).lines if line.own]
    if change.item:
        return [record.facts[change.item]] if change.item in record.facts else []
    return record.about(iri)
