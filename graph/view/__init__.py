"""Plain ORG triples for a date: what certainly holds, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rdflib import URIRef

from graph.dataset import Record, Triple
from graph.view.acts import PARTICULARS, add_acts
from graph.view.identity import IDENTITY, add_identity
from graph.view.ledger import Ledger
from graph.view.names import add_names, add_place_names
from graph.view.sameness import add_sameness
from graph.view.staff import add_staff
from graph.view.standing import Standing, grouped, latest
from graph.view.superiors import add_superiors
from ontology import ELI, ROV, SHZ

__all__ = ["View", "build_view"]

#: Predicates of which the view makes a choice of its own, or that it keeps on any day.
_CHOSEN: frozenset[URIRef] = frozenset(
    {SHZ.subordinateTo, SHZ.territorialBodyOf, ROV.orgType, ELI.in_force, *PARTICULARS, *IDENTITY}
)


@dataclass(frozen=True, slots=True)
class View:
    """The triples that hold on a day, and the derivations of those that no claim says itself."""

    at: date
    triples: set[Triple]
    derivations: set[Triple]


def build_view(record: Record, at: date, known_at: date | None = None) -> View:
    """What certainly holds on the day `at`, by what the record knew on the day `known_at`."""
    standing, ledger = Standing(record, at, known_at), Ledger(record.iris)
    for predicate in list(standing.by_predicate):
        if predicate not in _CHOSEN:
            for claim in standing.claims(predicate):
                ledger.claim(claim)
    for kind in list(standing.by_type):
        for statement in standing.statements(kind):
            ledger.statement(statement)
    for forms in grouped(standing.claims(ROV.orgType)).values():
        ledger.claim(latest(forms))
    add_identity(standing, ledger)
    add_sameness(record, ledger)
    add_superiors(standing, ledger)
    add_names(standing, ledger)
    add_place_names(standing, ledger)
    add_staff(standing, ledger)
    add_acts(standing, ledger)
    return View(at, ledger.triples, ledger.derivations)
